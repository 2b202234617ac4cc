import { type Query, readQuery } from '../../src/news/query.ts';

/** A query that is well written. */
export function aQuery(typed: string): Query {
  const read = readQuery(typed);
  if ('problem' in read) throw new Error(`${typed}: ${read.problem.fault}`);
  return read.query;
}
