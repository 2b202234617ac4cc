import type { Db } from './openStore.ts';

/** Does all of it or nothing, inside the transaction that there is already or in one of its own. */
export function inTransaction<T>(db: Db, work: (trx: Db) => Promise<T>): Promise<T> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
