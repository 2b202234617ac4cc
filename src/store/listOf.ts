import { sql } from 'kysely';

/** A list of any length as one parameter: the statement is always the same, and SQLite bounds the parameters, not it. */
export function listOf<T>(values: readonly T[]) {
  return sql<T>`(SELECT value FROM json_each(${JSON.stringify(values)}))`;
}
