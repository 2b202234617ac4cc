import {
  type Article,
  canonicalUrl,
  contentOf,
  type FeedContent,
  type NewArticle,
  type ParsedFeed,
  type ParsedItem,
} from '../../src/news/article.ts';
import type { Features } from '../../src/news/features.ts';
import { titleKeyOf } from '../../src/news/identity.ts';
import type { Coverage } from '../../src/news/story.ts';
import { featuresOf } from '../../src/text/features.ts';

/** Monday 23 November 2026, 06:00 UTC: when every test begins. */
export const monday = new Date('2026-11-23T06:00:00Z');

/** So many hours after that; before it, when negative. */
export function hours(count: number): Date {
  return new Date(monday.getTime() + count * 60 * 60_000);
}

export function anItem(wish: Partial<ParsedItem> = {}): ParsedItem {
  return {
    guid: null,
    url: 'https://harbour.example/ferry',
    title: 'Ferry sails again',
    summary: 'The ferry to Stanewick sails again on Saturday after eleven weeks in dock.',
    text: '',
    authors: [],
    categories: [],
    language: null,
    publishedAt: hours(-1),
    updatedAt: null,
    imageUrl: null,
    ...wish,
  };
}

/** What a feed with these items brought, in the language of each or in English. */
export function someContent(items: readonly ParsedItem[]): FeedContent {
  const feed: ParsedFeed = {
    format: 'RSS',
    title: 'Harbour',
    site: null,
    language: 'en',
    wish: { ttlMs: null, skipHours: [], skipDays: [] },
    items,
    unreadable: [],
  };
  return contentOf(feed, (index) => items[index]?.language ?? 'en');
}

/** Its identity follows from its address, its hash from what it says. */
export function aNewArticle(wish: Partial<NewArticle> = {}): NewArticle {
  const said = {
    url: 'https://harbour.example/ferry',
    title: 'Ferry sails again',
    summary: 'The ferry to Stanewick sails again on Saturday after eleven weeks in dock.',
    text: '',
    ...wish,
  };
  const urlKey = canonicalUrl(said.url);
  return {
    identity: `url:${urlKey}`,
    guidKey: null,
    authors: [],
    categories: [],
    language: 'en',
    publishedAt: hours(-1),
    imageUrl: null,
    contentHash: [said.title, said.summary, said.text].join('|'),
    ...said,
    urlKey,
    titleKey: titleKeyOf(urlKey, said.title),
  };
}

export function anArticle(wish: Partial<Article> = {}): Article {
  return {
    id: 1,
    sourceId: 1,
    storyId: 1,
    firstSeenAt: monday,
    editedAt: null,
    withdrawnAt: null,
    seeded: false,
    arrival: 'news',
    ...aNewArticle(wish),
    ...wish,
  };
}

export function aCoverage(wish: Partial<Coverage> = {}): Coverage {
  return {
    articleId: 1,
    outlet: 'The Harbour Times',
    owner: 'Harbour Trust',
    country: 'GB',
    kind: 'press',
    language: 'en',
    title: 'Ferry sails again',
    url: 'https://harbour.example/ferry',
    publishedAt: monday,
    copyOf: null,
    ...wish,
  };
}

export function featuresOfText(title: string, wish: Partial<NewArticle> = {}): Features {
  return featuresOf(aNewArticle({ title, summary: '', publishedAt: monday, ...wish }));
}
