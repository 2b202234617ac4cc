import type { Source, SourceFacts } from '../../src/news/source.ts';
import { monday } from './articles.ts';

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
    intervalMs: 600_000,
    etag: null,
    lastModified: null,
    nextPollAt: monday,
    firstReadAt: null,
    lastPolledAt: null,
    lastReadAt: null,
    failures: 0,
    lastError: null,
    ...wish,
  };
}
