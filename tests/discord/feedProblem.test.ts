import { describe, expect, it } from 'vitest';
import { feedProblem } from '../../src/discord/feedProblem.ts';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { FeedError, type FeedErrorReason } from '../../src/news/outside.ts';

const reasons: readonly FeedErrorReason[] = [
  'refused address',
  'unknown host',
  'certificate',
  'network',
  'timeout',
  'too large',
  'too many redirects',
  'web page',
  'not a feed',
  'empty',
];
const statuses = [304, 401, 403, 404, 410, 429, 451, 500, 503];

describe.each(languages)('in $name', ({ code }) => {
  const say = sayIn(code);
  const told = (error: FeedError) => feedProblem(error.code, say);

  it('each reason has words of its own', () => {
    const all = [...reasons.map((reason) => told(new FeedError(reason, 'English'))), say('feedOther')];
    expect(new Set(all).size).toBe(reasons.length + 1);
  });

  it('a refused request is told with its status', () => {
    for (const status of statuses.filter((each) => each >= 400)) {
      expect(told(new FeedError('status', 'English', { status }))).toContain(String(status));
    }
  });
});

it.each([
  ['answered 503: the server is overloaded or under repair', 'the server has a problem (error 503)'],
  ['answered 404: there is no feed at this address', 'there is nothing at this address (error 404)'],
  ['answered 503 *times*', 'the server has a problem (error 503)'],
  ['answered with a web page, not a feed', 'something went wrong while reading it'],
  ['constructor', 'something went wrong while reading it'],
  ['status 304', 'something went wrong while reading it'],
  ['', 'something went wrong while reading it'],
])('a sentence of the first edition, or nothing known: %j', (kept, said) => {
  expect(feedProblem(kept, sayIn('en'))).toBe(said);
});
