import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { PostError, type PostErrorKind } from '../news/outside.ts';

/**
 * What each of Discord's error codes means for a briefing.
 *
 * @see https://discord.com/developers/docs/topics/opcodes-and-status-codes#json
 */
const kinds: Readonly<Record<number, PostErrorKind>> = {
  10003: 'no channel', // unknown channel
  10004: 'no channel', // unknown server
  50001: 'no access', // missing access
  50013: 'no access', // missing permission
  50007: 'no access', // takes no direct messages
  50278: 'no access', // shares no server with us any more, nor has installed us
  50083: 'locked', // archived thread: sending revives one that is not locked
  160005: 'locked', // locked thread
  10008: 'no message', // unknown message
  20016: 'try again', // slow mode
  20022: 'try again', // announcement edits
  20028: 'try again', // channel write limit
  30046: 'try again', // too many edits of old messages
  40062: 'try again', // overloaded
  130000: 'try again', // overloaded
  40005: 'bad form', // too large
  50006: 'bad form', // empty message
  50035: 'bad form', // invalid form
  160006: 'threads full', // as many active threads as a server can have
  160007: 'threads full', // the same of announcement channels
  200000: 'AutoMod',
  200001: 'AutoMod', // of the title of a forum's post
  240000: 'harmful link',
  40001: 'token',
  50014: 'token',
};

/** Whatever discord.js throws when a message can't be posted, as what to do about it. */
export function postErrorFrom(error: unknown): PostError {
  if (error instanceof DiscordAPIError) {
    const known = kinds[Number(error.code)];
    const kind =
      known ?? (error.status === 401 ? 'token' : error.status >= 500 || error.status === 429 ? 'try again' : 'refused');
    return new PostError(kind, `Discord: ${error.message} (${error.code})`, { cause: error });
  }
  if (error instanceof RateLimitError) {
    return new PostError('try again', 'Discord: too many requests', { retryAfterMs: error.retryAfter, cause: error });
  }
  if (error instanceof HTTPError) {
    return new PostError('try again', `Discord answered ${error.status}`, { cause: error });
  }
  const message = error instanceof Error ? error.message : String(error);
  // After a single 401, discord.js forgets the token and says so from then on.
  if (/Expected token to be set/.test(message))
    return new PostError('token', 'Discord refuses the token', { cause: error });
  return new PostError('try again', `Discord can’t be reached: ${message}`, { cause: error });
}
