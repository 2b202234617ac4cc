import { type Query, readQuery } from '../news/query.ts';
import { type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';

/**
 * The query that somebody typed.
 *
 * @throws UserError  that says what is wrong with it, and where
 */
export function typedQuery(text: string, say: CommandContext['say']): Query {
  const read = readQuery(text);
  if ('query' in read) return read.query;
  const { fault, at, near } = read.problem;
  if (fault === 'empty') throw new UserError(say('errorWords'));
  throw new UserError(say('errorQuery', { fault, at: at + 1, near: escaped(near, 60) }));
}
