import { mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Database } from 'better-sqlite3';

/** Where a world is kept between runs: one table of JSON, written through at once. */
export class Shelf {
  readonly #db: Database;
  readonly #put;
  readonly #drop;
  readonly #all;

  private constructor(db: Database) {
    this.#db = db;
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = OFF');
    db.exec(
      'CREATE TABLE IF NOT EXISTS kept (kind TEXT, id TEXT, json TEXT NOT NULL, PRIMARY KEY (kind, id)) WITHOUT ROWID',
    );
    this.#put = db.prepare<[string, string, string]>('INSERT OR REPLACE INTO kept (kind, id, json) VALUES (?, ?, ?)');
    this.#drop = db.prepare<[string, string]>('DELETE FROM kept WHERE kind = ? AND id = ?');
    this.#all = db.prepare<[string], { id: string; json: string }>('SELECT id, json FROM kept WHERE kind = ?');
  }

  static async open(file: string): Promise<Shelf> {
    const { default: SQLite } = await import('better-sqlite3');
    mkdirSync(dirname(file), { recursive: true });
    return new Shelf(new SQLite(file));
  }

  load(kind: string): { id: string; json: string }[] {
    return this.#all.all(kind);
  }

  put(kind: string, id: string, value: unknown): void {
    this.#put.run(kind, id, JSON.stringify(value));
  }

  drop(kind: string, id: string): void {
    this.#drop.run(kind, id);
  }

  /** All that `act` writes is kept, or none of it. */
  together<T>(act: () => T): T {
    return this.#db.transaction(act)();
  }

  close(): void {
    this.#db.close();
  }
}
