import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import Sqlite from 'better-sqlite3';
import { Kysely } from 'kysely';
import { indexText } from '../text/tokens.ts';
import { ImmediateDialect } from './ImmediateDialect.ts';
import type { Schema } from './schema.ts';

export type Db = Kysely<Schema>;

/** The database can't be used. `message` says why and what to do. */
export class StoreError extends Error {
  override readonly name = 'StoreError';
}

const migrationsFolder = new URL('migrations/', import.meta.url);
/** "TIDI": marks the file as ours, so that we never write into another program's database. */
const applicationId = 0x54494449;

/** How long to wait for another connection to finish its transaction. */
const longestLockMs = 5_000;

/**
 * Opens the database, creating it when there is none, and brings it to the present form.
 *
 * @param file  a path, or `:memory:`
 * @throws StoreError  when the file belongs to a newer version or another program (it is left untouched), or can't be
 *   opened
 */
export function openStore(file: string): Db {
  const sqlite = openFile(file);
  try {
    const isEmpty = sqlite.prepare('SELECT count(*) FROM sqlite_schema').pluck().get() === 0;
    const owner = sqlite.pragma('application_id', { simple: true });
    if (owner !== applicationId && (owner !== 0 || !isEmpty)) {
      throw new StoreError(`${file} is a database of another program. Set DATABASE_URL to another file.`);
    }
    refuseNewer(sqlite, file);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = NORMAL');
    // 16 MB: pages that change often are copied into the file less often.
    sqlite.pragma('wal_autocheckpoint = 4000');
    sqlite.pragma('foreign_keys = ON');
    sqlite.function('index_text', { deterministic: true }, (text) => indexText(String(text)));
    migrate(sqlite, file);
    // From now on it is waited for without standing still.
    sqlite.pragma('busy_timeout = 0');
  } catch (error) {
    sqlite.close();
    throw error instanceof StoreError ? error : unusable(file, error);
  }
  return new Store(sqlite);
}

class Store extends Kysely<Schema> {
  readonly #sqlite: Sqlite.Database;

  constructor(sqlite: Sqlite.Database) {
    super({ dialect: new ImmediateDialect(sqlite, longestLockMs) });
    this.#sqlite = sqlite;
  }

  /** Kysely closes what it has used; a database that nobody asked anything is closed too. */
  override async destroy(): Promise<void> {
    await super.destroy();
    this.#sqlite.close();
  }
}

function openFile(file: string): Sqlite.Database {
  try {
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true });
    return new Sqlite(file, { timeout: longestLockMs });
  } catch (error) {
    throw unusable(file, error);
  }
}

function unusable(file: string, error: unknown): StoreError {
  const why = error instanceof Error ? error.message : String(error);
  return new StoreError(`The database ${file} can't be used: ${why}. Check the path and its permissions.`);
}

function versionOf(sqlite: Sqlite.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

function refuseNewer(sqlite: Sqlite.Database, file: string): void {
  const newest = migrations().at(-1)?.version ?? 0;
  if (versionOf(sqlite) > newest) {
    throw new StoreError(
      `${file} was made by a newer version of Tidings (form ${versionOf(sqlite)}, this one knows ${newest}). ` +
        'Nothing was changed. Update Tidings, or set DATABASE_URL to another file.',
    );
  }
}

/** `NNN_what.sql`, in the order of their numbers. One that has shipped is never edited. */
function migrations(): { version: number; sql: string }[] {
  return readdirSync(migrationsFolder)
    .filter((name) => /^\d{3}_\w+\.sql$/.test(name))
    .sort()
    .map((name) => ({
      version: Number(name.slice(0, 3)),
      sql: readFileSync(new URL(name, migrationsFolder), 'utf8'),
    }));
}

/** Another process may be starting too: which version the file has is only certain while it is locked. */
function migrate(sqlite: Sqlite.Database, file: string): void {
  sqlite
    .transaction(() => {
      refuseNewer(sqlite, file);
      for (const { version, sql } of migrations()) {
        if (version <= versionOf(sqlite)) continue;
        sqlite.exec(sql);
        sqlite.pragma(`application_id = ${applicationId}`);
        sqlite.pragma(`user_version = ${version}`);
      }
    })
    .immediate();
}
