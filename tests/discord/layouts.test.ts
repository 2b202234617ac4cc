import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { divideBriefing } from '../../src/discord/divideBriefing.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { postName } from '../../src/discord/postName.ts';
import { renderBriefing } from '../../src/discord/renderBriefing.ts';
import type { BriefingItem } from '../../src/news/briefing.ts';
import type { MessageForm } from '../../src/news/briefingPart.ts';
import { type Layout, layouts } from '../../src/news/subscription.ts';
import { controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aBriefing, aBriefingItem, anyBriefing, aSentence } from '../support/stories.ts';

const forms: readonly MessageForm[] = ['whole', 'no images', 'plain'];
const stories = (count: number, wish: Partial<BriefingItem> = {}) =>
  Array.from({ length: count }, (_, index) => aBriefingItem({ storyId: index + 1, ...wish }));

/** The same story in the readers' language. */
const told: Readonly<Record<string, Partial<BriefingItem>>> = {
  en: { headline: 'Ferry sails again' },
  de: { headline: 'Fähre legt wieder ab', outlets: ['Rundfunk Mittelland', 'Tagesblatt'] },
  ja: { headline: '連絡船が運航再開、11週間ぶり', outlets: ['港湾新聞', 'NHK', '共同通信', '朝日新聞'] },
  ar: { headline: 'عودة العبّارة إلى العمل يوم السبت', outlets: ['الجزيرة', 'BBC'] },
};

describe.each(layouts)('the layout %s', (layout) => {
  it('is within Discord’s limits in every form, whatever the feeds hold, with each story in one message', async () => {
    const briefings = fc.tuple(
      anyBriefing(['en', 'ja', 'ar']),
      fc.constantFrom(null, 'day' as const, 'story' as const),
    );
    await fc.assert(
      fc.asyncProperty(briefings, fc.constantFrom(...forms), async ([made, postPer], form) => {
        const briefing = { ...made, layout, postPer, images: true };
        const parts = divideBriefing(briefing);
        expect(parts.flatMap(({ from, to }) => briefing.items.slice(from, to))).toEqual(briefing.items);
        for (const part of parts) {
          const message = renderBriefing(briefing, part, form);
          await expectPostable(message);
          expect(message.content?.length ?? 0).toBeLessThanOrEqual(2_000);
          if (form !== 'plain') expect(optionsOf(message)).toHaveLength(part.to - part.from);
          const name = postName(briefing, part);
          expect([name.trim().length > 0, name.length <= 100]).toEqual([true, true]);
        }
      }),
      { numRuns: 40 },
    );
  });

  it.each(Object.keys(told))('reads well in %s', async (language) => {
    const news = { headline: told[language]!.headline!, since: new Date('2026-11-22T06:00:00Z') };
    const items = [
      ...stories(2, { ...told[language], originCount: 3, topic: 'weather' }),
      ...stories(1, {
        ...told[language],
        storyId: 9,
        headline: `${told[language]!.headline} `.repeat(12).trim(),
        news,
      }),
    ];
    const briefing = aBriefing({ items, language, layout, images: true, topics: ['weather', 'sport'] });
    const texts = divideBriefing(briefing).map((part) => textOf(renderBriefing(briefing, part)));
    await expect(`${texts.join('\n\n')}\n`).toMatchFileSnapshot(`../golden/layout.${layout}.${language}.md`);
  });
});

describe('the messages of a briefing', () => {
  const partsOf = (layout: Layout, count: number, wish: Partial<BriefingItem> = {}) =>
    divideBriefing(aBriefing({ layout, items: stories(count, wish) })).map(({ from, to }) => [from, to]);

  it.each([
    ['compact', 1, [[0, 1]]],
    ['compact', 10, [[0, 10]]],
    ['cards', 9, [[0, 9]]],
    [
      'cards',
      10,
      [
        [0, 5],
        [5, 10],
      ],
    ],
    ['full', 3, [[0, 3]]],
  ] as [Layout, number, number[][]][])('%s, %d stories', (layout, count, parts) => {
    expect(partsOf(layout, count)).toEqual(parts);
  });

  it('in full, as many stories as fit stand in each', () => {
    const sentences = Array.from({ length: 9 }, (_, index) =>
      aSentence({ text: `${'tide and harbour '.repeat(10)}${index}.` }),
    );
    expect(partsOf('full', 7, { sentences })).toEqual([[0, 3], [3, 7]]); // biome-ignore format: a table
  });

  it('count on, have one heading and one notice, and each is known by a mark of its own', () => {
    const briefing = aBriefing({ items: stories(10) });
    const [first, second] = divideBriefing(briefing).map((part) => renderBriefing(briefing, part));
    expect(first!.embeds?.map(({ title }) => title?.slice(0, 2))).toEqual(['🌅', '1.', '2.', '3.', '4.', '5.']);
    expect(second!.embeds?.map(({ title }) => title?.slice(0, 3))).toEqual(['6. ', '7. ', '8. ', '9. ', '10.']);
    expect(first!.embeds?.some(({ footer }) => footer)).toBe(false);
    expect(second!.embeds?.at(-1)?.footer?.text).toBe(sayIn('en')('noticeExtractive'));
    expect(controlsOf(first!)).toEqual(['brief:1:mwsuwg00']);
    expect(controlsOf(second!)[0]).toBe('brief:1:mwsuwg00:1');
  });
});

it('a line that says there is nothing is text where Discord takes no embed', () => {
  const { embeds, content } = renderBriefing(aBriefing({ items: [] }), undefined, 'plain');
  expect([embeds, content]).toEqual([[], expect.stringContaining('nothing new since the last briefing')]);
});

describe('pictures', () => {
  const shownFor = (imageUrl: string | null, images = true) =>
    renderBriefing(aBriefing({ images, items: [aBriefingItem({ imageUrl })] })).embeds?.[1]?.thumbnail?.url;

  it('are the article’s own, from https alone, where they are wanted', () => {
    expect(shownFor('https://harbour.example/ferry.jpg')).toBe('https://harbour.example/ferry.jpg');
    expect(shownFor('http://harbour.example/ferry.jpg')).toBeUndefined();
    expect(shownFor('javascript:alert(1)')).toBeUndefined();
    expect(shownFor(null)).toBeUndefined();
    expect(shownFor('https://harbour.example/ferry.jpg', false)).toBeUndefined();
  });
});
