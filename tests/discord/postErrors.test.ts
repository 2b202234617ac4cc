import { DiscordAPIError, HTTPError, RateLimitError } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { postErrorFrom } from '../../src/discord/postErrors.ts';
import { PostError } from '../../src/news/outside.ts';

const apiError = (status: number, code: number, message = 'Said so') =>
  new DiscordAPIError({ code, message }, code, status, 'POST', 'http://localhost/', { files: undefined, body: {} });

describe('what Discord answers', () => {
  it.each([
    [404, 10003, 'no channel'],
    [404, 10004, 'no channel'],
    [403, 50001, 'no access'],
    [403, 50013, 'no access'],
    [403, 50007, 'no access'],
    [403, 50278, 'no access'],
    [400, 50083, 'locked'],
    [400, 160005, 'locked'],
    [429, 20016, 'try again'],
    [429, 20028, 'try again'],
    [400, 40062, 'try again'],
    [503, 130000, 'try again'],
    [500, 0, 'try again'],
    [429, 0, 'try again'],
    [401, 0, 'token'],
    [401, 50014, 'token'],
    [400, 50035, 'bad form'],
    [400, 50006, 'bad form'],
    [413, 40005, 'bad form'],
    [400, 200000, 'AutoMod'],
    [400, 200001, 'AutoMod'],
    [400, 240000, 'harmful link'],
    [400, 160006, 'threads full'],
    [400, 160007, 'threads full'],
    [400, 30013, 'refused'],
    [404, 10008, 'no message'],
  ])('%d with code %d means: %s', (status, code, kind) => {
    const error = postErrorFrom(apiError(status, code));
    expect(error).toBeInstanceOf(PostError);
    expect([error.kind, error.message]).toEqual([kind, `Discord: Said so (${code})`]);
  });
});

it('waits as long as the rate limit says', () => {
  const limit = { timeToReset: 900, retryAfter: 1_500, limit: 5, method: 'POST', hash: '', url: '', route: '' };
  const error = postErrorFrom(
    new RateLimitError({ ...limit, majorParameter: '', global: false, sublimitTimeout: 0, scope: 'user' }),
  );
  expect([error.kind, error.retryAfterMs]).toEqual(['try again', 1_500]);
});

it('tries again after an answer that is not Discord’s, and after none', () => {
  const html = new HTTPError(502, 'Bad Gateway', 'POST', 'http://localhost/', { files: undefined, body: {} });
  expect(postErrorFrom(html)).toMatchObject({ kind: 'try again', message: 'Discord answered 502' });
  expect(postErrorFrom(new TypeError('fetch failed'))).toMatchObject({
    kind: 'try again',
    message: 'Discord can’t be reached: fetch failed',
  });
});

it('knows that discord.js has dropped its token', () => {
  const error = new Error('Expected token to be set for this request, but none was present');
  expect(postErrorFrom(error).kind).toBe('token');
});

it('keeps what was thrown', () => {
  const thrown = apiError(403, 50013);
  expect(postErrorFrom(thrown).cause).toBe(thrown);
});
