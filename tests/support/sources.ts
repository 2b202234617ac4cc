import { noHabits } from '../../src/news/arrivals.ts';
import { noWish } from '../../src/news/article.ts';
import type { Source, SourceFacts } from '../../src/news/source.ts';
import { hours, monday } from './articles.ts';

export function someFacts(wish: Partial<SourceFacts> = {}): SourceFacts {
  const key = wish.key ?? 'harbour';
  return {
    key,
    publisher: `The ${key}`,
    title: `The ${key}`,
    url: `https://${key}.example/feed`,
    site: null,
    owner: `Owner of ${key}`,
    country: 'GB',
    language: 'en',
    topics: [],
    kind: 'press',
    ...wish,
  };
}

export function aSource(wish: Partial<Source> = {}): Source {
  return {
    ...someFacts(wish),
    id: 1,
    ...noHabits,
    intervalMs: 600_000,
    turnoverMs: null,
    etag: null,
    lastModified: null,
    bodyHash: null,
    documentAt: null,
    nextPollAt: monday,
    firstReadAt: null,
    lastPolledAt: null,
    lastReadAt: null,
    averageMs: null,
    wish: noWish,
    identityRung: 'guid',
    failures: 0,
    lastError: null,
    failingSince: null,
    doubtedSince: null,
    deadSince: null,
    movedTo: null,
    movedSince: null,
    heldSince: null,
    ...wish,
  };
}

/** One that was read an hour ago: what it brings now is new. */
export function aReadSource(wish: Partial<Source> = {}): Source {
  return aSource({ firstReadAt: hours(-1), lastReadAt: hours(-1), ...wish });
}
