import { sql } from 'kysely';
import type { Db } from './openStore.ts';

/** What one model cost on one day. */
export type ModelSpending = {
  readonly model: string;
  readonly tokens: number;
  readonly calls: number;
  /** Of the calls, those without an answer that could be used. */
  readonly failures: number;
};

const answersKeptMs = 14 * 24 * 60 * 60_000;

/** What the models cost on the day (UTC) of a moment, the dearest first. */
export async function findModelSpending(db: Db, at: Date): Promise<ModelSpending[]> {
  return db
    .selectFrom('model_calls')
    .select(['model', 'tokens', 'calls', 'failures'])
    .where('day', '=', dayOf(at))
    .orderBy('tokens', 'desc')
    .execute();
}

/** Adds one call to its day. */
export async function recordModelCall(
  db: Db,
  { model, at, tokens, hasFailed }: { model: string; at: Date; tokens: number; hasFailed: boolean },
): Promise<void> {
  const failures = hasFailed ? 1 : 0;
  await db
    .insertInto('model_calls')
    .values({ day: dayOf(at), model, tokens, calls: 1, failures })
    .onConflict((conflict) =>
      conflict.columns(['day', 'model']).doUpdateSet(({ ref }) => ({
        tokens: sql<number>`${ref('model_calls.tokens')} + ${tokens}`,
        calls: sql<number>`${ref('model_calls.calls')} + 1`,
        failures: sql<number>`${ref('model_calls.failures')} + ${failures}`,
      })),
    )
    .execute();
}

export async function findModelAnswer(db: Db, key: string): Promise<string | null> {
  const row = await db.selectFrom('model_answers').select('answer').where('key', '=', key).executeTakeFirst();
  return row?.answer ?? null;
}

/** Keeps an answer for two weeks. */
export async function keepModelAnswer(db: Db, key: string, answer: string, now: Date): Promise<void> {
  const columns = { answer, kept_at: now.getTime() };
  await db
    .insertInto('model_answers')
    .values({ key, ...columns })
    .onConflict((conflict) => conflict.column('key').doUpdateSet(columns))
    .execute();
  await db
    .deleteFrom('model_answers')
    .where('kept_at', '<', now.getTime() - answersKeptMs)
    .execute();
}

function dayOf(at: Date): string {
  return at.toISOString().slice(0, 10);
}
