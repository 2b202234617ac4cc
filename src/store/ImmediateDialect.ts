import { setImmediate, setTimeout } from 'node:timers/promises';
import Sqlite from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type QueryResult,
  type SqliteDatabase,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

/** Far more than there are statements in the program; what is built from lists of changing length pushes out the oldest. */
const mostStatements = 500;
/** Between two attempts to get the write lock. */
const retryMs = 2;

/**
 * SQLite whose transactions take the write lock when they begin: one that began as a reader is refused at its first
 * write if anybody wrote meanwhile, and no waiting helps it. While another connection has the lock, this one waits
 * without keeping its thread from anything else. Statements are prepared once.
 *
 * @see https://sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions
 */
export class ImmediateDialect extends SqliteDialect {
  readonly #sqlite: Sqlite.Database;
  readonly #database: SqliteDatabase;
  readonly #longestLockMs: number;

  /** @param longestLockMs  how long to wait for the write lock, before the error says that the database is locked */
  constructor(sqlite: Sqlite.Database, longestLockMs: number) {
    const database = rememberingStatements(sqlite);
    super({ database });
    this.#sqlite = sqlite;
    this.#database = database;
    this.#longestLockMs = longestLockMs;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver(this.#sqlite, this.#database, this.#longestLockMs);
  }
}

class ImmediateDriver extends SqliteDriver {
  readonly #sqlite: Sqlite.Database;
  readonly #longestLockMs: number;

  constructor(sqlite: Sqlite.Database, database: SqliteDatabase, longestLockMs: number) {
    super({ database });
    this.#sqlite = sqlite;
    this.#longestLockMs = longestLockMs;
  }

  override async acquireConnection(): Promise<DatabaseConnection> {
    return waitingForLocks(await super.acquireConnection(), this.#longestLockMs);
  }

  /** SQLite answers at once, so that one transaction after the other would leave nobody else a turn. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await setImmediate();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  /**
   * After some errors, a full disk among them, SQLite has rolled back by itself: saying so would hide the error.
   *
   * @see https://sqlite.org/lang_transaction.html#response_to_errors_within_a_transaction
   */
  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    if (this.#sqlite.inTransaction) await super.rollbackTransaction(connection);
  }
}

function waitingForLocks(connection: DatabaseConnection, longestMs: number): DatabaseConnection {
  return {
    streamQuery: (query, chunkSize) => connection.streamQuery(query, chunkSize),
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      const until = performance.now() + longestMs;
      for (;;) {
        try {
          return await connection.executeQuery<R>(query);
        } catch (error) {
          if (!isLocked(error) || performance.now() > until) throw error;
          await setTimeout(retryMs);
        }
      }
    },
  };
}

function isLocked(error: unknown): boolean {
  return error instanceof Sqlite.SqliteError && error.code === 'SQLITE_BUSY';
}

function rememberingStatements(sqlite: Sqlite.Database): SqliteDatabase {
  const statements = new Map<string, Sqlite.Statement>();
  return {
    close: () => sqlite.close(),
    prepare: (sql) => {
      const statement = statements.get(sql) ?? sqlite.prepare(sql);
      statements.delete(sql);
      statements.set(sql, statement);
      const [oldest] = statements.keys();
      if (statements.size > mostStatements && oldest !== undefined) statements.delete(oldest);
      return statement;
    },
  };
}
