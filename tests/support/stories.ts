import fc from 'fast-check';
import type { Teaser } from '../../src/discord/renderRelated.ts';
import { type Brief, type BriefSource, type Sentence, sectionKinds } from '../../src/news/brief.ts';
import type { Briefing, BriefingItem } from '../../src/news/briefing.ts';
import type { Card, CardContent } from '../../src/news/card.ts';
import { noSeverity } from '../../src/news/storyImportance.ts';
import { topics } from '../../src/news/topic.ts';
import type { Found } from '../../src/store/search.ts';
import { feedAddress, hostileText } from './hostileText.ts';

const publishedAt = new Date('2026-11-23T04:30:00Z');

export function aSentence(wish: Partial<Sentence> = {}): Sentence {
  const text = wish.text ?? 'The ferry to Stanewick sails again on Saturday.';
  const sources = wish.sources ?? [1];
  const receipts = [{ source: sources[0] ?? 1, text }];
  return { text, language: 'en', sources, receipts, isRewritten: false, ...wish };
}

export function aBriefingItem(wish: Partial<BriefingItem> = {}): BriefingItem {
  return {
    storyId: 17,
    headline: 'Ferry sails again',
    url: 'https://harbour.example/ferry',
    imageUrl: null,
    sentences: [aSentence()],
    cited: [{ number: 1, articleId: 1, outlet: 'The Harbour Times' }],
    corrections: [],
    outlets: ['The Harbour Times'],
    articleCount: 1,
    originCount: 1,
    newestAt: publishedAt,
    topic: null,
    news: null,
    ...wish,
  };
}

export function aBriefing(wish: Partial<Briefing> = {}): Briefing {
  return {
    id: 1,
    subscriptionId: 1,
    dueAt: new Date('2026-11-23T06:00:00Z'),
    language: 'en',
    timeZone: 'Europe/Berlin',
    topics: [],
    items: [aBriefingItem()],
    articleCount: 1,
    sourceCount: 1,
    ...wish,
  };
}

/** A card that knows of the story as it was when the card was made. */
export function aCard(wish: Partial<Card> & { item?: Partial<BriefingItem>; first?: CardContent['first'] } = {}): Card {
  const { item: wished, first, ...card } = wish;
  const item = aBriefingItem(wished);
  const told = { at: publishedAt, articleId: 1, severity: noSeverity, turns: 0 };
  return {
    id: 5,
    kind: 'live',
    language: 'en',
    createdAt: new Date('2026-11-23T06:00:00Z'),
    roleId: null,
    content: { item, first: first ?? { outlets: item.outlets.length, origins: item.originCount }, told },
    ...card,
  };
}

export function aBriefSource(wish: Partial<BriefSource> = {}): BriefSource {
  return {
    number: 1,
    articleId: 1,
    outlet: 'The Harbour Times',
    country: 'GB',
    language: 'en',
    title: 'Ferry sails again',
    url: 'https://harbour.example/ferry',
    publishedAt,
    copyOf: null,
    ...wish,
  };
}

export function aBrief(wish: Partial<Brief> = {}): Brief {
  return {
    storyId: 17,
    language: 'en',
    storyVersion: 1,
    writer: 'extractive',
    headline: 'Ferry sails again',
    url: 'https://harbour.example/ferry',
    imageUrl: null,
    standfirst: [aSentence()],
    opening: null,
    sections: [],
    figures: [],
    quotations: [],
    timeline: [],
    disagreements: [],
    sources: [aBriefSource()],
    ...wish,
  };
}

export function aTeaser(wish: Partial<Teaser> = {}): Teaser {
  return {
    storyId: 18,
    headline: 'Bridge inquiry opens',
    url: 'https://meridian.example/inquiry',
    language: 'en',
    outlet: 'Meridian Wire',
    publishedAt,
    teaser: aSentence({ text: 'Judges will hear the engineers first.' }),
    why: 'also about the bridge',
    ...wish,
  };
}

export function aFound(wish: Partial<Found> = {}): Found {
  return {
    articleId: 1,
    storyId: 17,
    title: 'Ferry sails again',
    url: 'https://harbour.example/ferry',
    outlet: 'The Harbour Times',
    language: 'en',
    publishedAt,
    ...wish,
  };
}

const languageCodes = fc.constantFrom('en', 'ja', 'ar', 'de', 'pt-BR', 'zh-Hant', 'und');
const storyIds = fc.integer({ min: 1, max: 9_000_000_000 });

/** Hostile text, often much too long. */
const longText = fc.tuple(hostileText, fc.constantFrom(1, 2, 12)).map(([text, times]) => text.repeat(times));

const sourceNumber = fc.integer({ min: 1, max: 400 });

const sentence: fc.Arbitrary<Sentence> = fc.record({
  text: longText,
  language: languageCodes,
  sources: fc.array(sourceNumber, { minLength: 1, maxLength: 12 }),
  receipts: fc.array(fc.record({ source: sourceNumber, text: longText }), { minLength: 1, maxLength: 4 }),
  isRewritten: fc.boolean(),
});

const sentences = fc.array(sentence, { maxLength: 12 });

/** Any story that a feed could bring about, with an id of its own. */
const anyItem: fc.Arbitrary<BriefingItem> = fc.record({
  storyId: storyIds,
  headline: longText,
  url: feedAddress,
  imageUrl: fc.option(feedAddress),
  sentences,
  cited: fc.constant([]),
  corrections: fc.array(
    fc.record({ at: fc.constant(publishedAt), outlet: longText, language: languageCodes, text: longText }),
    { maxLength: 3 },
  ),
  outlets: fc.array(longText, { minLength: 1, maxLength: 30 }),
  articleCount: fc.integer({ min: 1, max: 900 }),
  originCount: fc.integer({ min: 1, max: 900 }),
  newestAt: fc.constant(publishedAt),
  topic: fc.option(fc.constantFrom(...topics.map(({ key }) => key))),
  news: fc.option(fc.record({ headline: longText, since: fc.constant(publishedAt) })),
});

/** Any briefing in one of the languages. */
export function anyBriefing(languages: readonly string[]): fc.Arbitrary<Briefing> {
  return fc
    .record({
      items: fc.uniqueArray(anyItem, { minLength: 1, maxLength: 7, size: 'max', selector: ({ storyId }) => storyId }),
      topics: fc.array(hostileText, { maxLength: 12 }),
      language: fc.constantFrom(...languages),
      timeZone: fc.constantFrom('UTC', 'Asia/Tokyo', 'America/St_Johns'),
    })
    .map((wish) => aBriefing({ ...wish, articleCount: 412, sourceCount: 97 }));
}

export const anyBrief: fc.Arbitrary<Brief> = fc
  .record({
    headline: hostileText,
    url: feedAddress,
    imageUrl: fc.option(feedAddress),
    standfirst: sentences,
    opening: fc.option(sentence),
    sections: fc.array(
      fc.record({
        kind: fc.constantFrom(...sectionKinds),
        sentences: fc.array(sentence, { minLength: 1, maxLength: 8 }),
      }),
      { maxLength: 6 },
    ),
    figures: fc.array(fc.record({ figure: hostileText, sentence }), { maxLength: 6 }),
    quotations: fc.array(
      fc.record({ text: longText, speaker: hostileText, language: languageCodes, source: sourceNumber }),
      { maxLength: 6 },
    ),
    timeline: fc.array(fc.record({ date: fc.constantFrom('2026-11-23', '2026-11', '2025'), sentence }), {
      maxLength: 6,
    }),
    disagreements: fc.array(
      fc.record({
        kind: fc.constantFrom('figure' as const, 'statement' as const),
        sides: fc.array(fc.record({ figure: fc.option(hostileText), sentence, at: fc.constant(publishedAt) }), {
          minLength: 2,
          maxLength: 4,
        }),
      }),
      { maxLength: 3 },
    ),
    sources: fc.array(
      fc.record({
        outlet: hostileText,
        country: fc.option(fc.constantFrom('GB', 'JP', 'xx', '')),
        language: languageCodes,
        title: hostileText,
        url: feedAddress,
        copyOf: fc.option(fc.integer({ min: 1, max: 40 })),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  })
  .map(({ sources, ...wish }) =>
    aBrief({ ...wish, sources: sources.map((source, index) => aBriefSource({ ...source, number: index + 1 })) }),
  );

export const anyTeasers: fc.Arbitrary<Teaser[]> = fc.uniqueArray(
  fc
    .record({
      storyId: storyIds,
      headline: hostileText,
      url: feedAddress,
      language: languageCodes,
      outlet: hostileText,
      teaser: fc.option(sentences.map(([first]) => first ?? aSentence())),
    })
    .map(aTeaser),
  { maxLength: 12, selector: ({ storyId }) => storyId },
);

export const anyFound: fc.Arbitrary<Found[]> = fc.uniqueArray(
  fc
    .record({
      storyId: fc.option(storyIds),
      title: hostileText,
      url: feedAddress,
      outlet: hostileText,
      language: languageCodes,
    })
    .map(aFound),
  { maxLength: 10, selector: ({ storyId }) => storyId },
);
