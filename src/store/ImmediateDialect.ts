import { setImmediate } from 'node:timers/promises';
import type Sqlite from 'better-sqlite3';
import { CompiledQuery, type DatabaseConnection, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely';

/** Far more than there are statements in the program; what is built from lists of changing length pushes out the oldest. */
const mostStatements = 500;

/**
 * SQLite whose transactions take the write lock when they begin, waiting for another process to give it up. One that
 * began as a reader is refused at its first write if anybody wrote meanwhile, and no waiting helps it. Statements are
 * prepared once.
 *
 * @see https://sqlite.org/lang_transaction.html#deferred_immediate_and_exclusive_transactions
 */
export class ImmediateDialect extends SqliteDialect {
  readonly #database: SqliteDatabase;

  constructor(sqlite: Sqlite.Database) {
    const database = rememberingStatements(sqlite);
    super({ database });
    this.#database = database;
  }

  override createDriver(): SqliteDriver {
    return new ImmediateDriver({ database: this.#database });
  }
}

class ImmediateDriver extends SqliteDriver {
  /** SQLite answers at once, so that one transaction after the other would leave nobody else a turn. */
  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await setImmediate();
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
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
