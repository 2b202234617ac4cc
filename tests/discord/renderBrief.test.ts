import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { joinWithin, renderBrief, renderRelated, renderSources } from '../../src/discord/renderBrief.ts';
import { controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aBrief, aBriefSource, anyBrief, anyTeasers, aSentence, aTeaser } from '../support/stories.ts';

const say = sayIn('en');
const nothing = { topic: null, phase: null };
const anyPhase = fc.constantFrom(null, 'breaking', 'sustained', 'closed' as const);
const anyLanguage = fc.constantFrom(...languages.map(({ code }) => code));

describe('a full brief', () => {
  it('stays within Discord’s limits, whatever the sources hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, anyTeasers, anyLanguage, anyPhase, async (brief, related, language, phase) => {
        await expectPostable(renderBrief(brief, related, { topic: 'weather', phase }, language));
      }),
      { numRuns: 150 },
    );
  });

  it('has the standfirst, then what the sources say, then the sources', () => {
    const points = [aSentence({ text: 'Tickets cost £4.' }), aSentence({ text: 'It takes 40 cars.', sources: [2] })];
    const sources = [aBriefSource(), aBriefSource({ number: 2, outlet: 'Meridian Wire', country: null })];
    const [main] = renderBrief(aBrief({ points, sources }), [], nothing, 'en').embeds ?? [];
    expect(main).toMatchObject({ title: 'Ferry sails again', url: 'https://harbour.example/ferry' });
    expect(main?.description).toBe(
      [
        'The ferry to Stanewick sails again on Saturday. \\[1\\]',
        '',
        `**${say('keyPoints')}**`,
        '- Tickets cost £4. \\[1\\]',
        '- It takes 40 cars. \\[2\\]',
        '',
        `**${say('sourcesHeading')}**`,
        '`1` [The Harbour Times](https://harbour.example/ferry) 🇬🇧 · <t:1795408200:R>',
        '`2` [Meridian Wire](https://harbour.example/ferry) · <t:1795408200:R>',
      ].join('\n'),
    );
  });

  it('says so when the sources hold only a headline', () => {
    const [main, related] = renderBrief(aBrief({ standfirst: [] }), [], nothing, 'en').embeds ?? [];
    expect(main?.description?.split('\n')[0]).toBe(`*${say('briefHeadlineOnly')}*`);
    expect(related?.footer?.text).toBe(say('noticeExtractive'));
  });

  it('names a source’s language where it is another, and what a copy repeats', () => {
    const sources = [
      aBriefSource(),
      aBriefSource({ number: 2, outlet: '楓日報', language: 'ja', country: 'JP', copyOf: 1 }),
    ];
    const [main] = renderBrief(aBrief({ sources }), [], nothing, 'en').embeds ?? [];
    expect(main?.description).toContain('🇯🇵 · <t:1795408200:R> · Japanese · repeats 1');
  });

  it('shows the image when its address can be used', () => {
    const thumbnailOf = (imageUrl: string) =>
      renderBrief(aBrief({ imageUrl }), [], nothing, 'en').embeds?.[0]?.thumbnail;
    expect(thumbnailOf('https://harbour.example/a.jpg')).toEqual({ url: 'https://harbour.example/a.jpg' });
    expect(thumbnailOf('data:image/png;base64,AAAA')).toBeUndefined();
  });

  it('ends with related stories, a way to open them, and how it was made', () => {
    const message = renderBrief(
      aBrief(),
      [aTeaser(), aTeaser({ storyId: 19, language: 'ja', teaser: null })],
      nothing,
      'en',
    );
    const related = message.embeds?.[1];
    expect(related?.description).toBe(
      '**[Bridge inquiry opens](https://meridian.example/inquiry)**\nJudges will hear the engineers first.\n' +
        '-# Meridian Wire · <t:1795408200:R> · also about the bridge\n' +
        '**[Bridge inquiry opens](https://meridian.example/inquiry)** (Japanese)\n-# Meridian Wire · <t:1795408200:R> · also about the bridge',
    );
    expect(related?.footer?.text).toBe(say('briefNoticeExtractive', { sentences: 1 }));
    expect(optionsOf(message).map(({ value }) => value)).toEqual(['18', '19']);
    expect(controlsOf(message)).toEqual(['brief', 'why:h']);
  });

  it('says that nothing is related, without a select', () => {
    const message = renderBrief(aBrief(), [], nothing, 'en');
    expect(message.embeds?.[1]?.description).toBe(say('relatedNone'));
    expect(controlsOf(message)).toEqual(['why:h']);
  });
});

describe('related stories alone', () => {
  it('stay within Discord’s limits', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, anyTeasers, anyLanguage, async ({ headline }, related, language) => {
        await expectPostable(renderRelated(headline, related, language));
      }),
      { numRuns: 100 },
    );
  });

  it('stand under the headline that they belong to, which formats nothing', () => {
    const message = renderRelated('**Ferry** sails ~~again~~', [aTeaser()], 'en');
    expect(message.embeds?.[0]?.title).toContain('\\*\\*Ferry\\*\\* sails \\~\\~again\\~\\~');
  });
});

describe('the sources of several stories', () => {
  it('stay within Discord’s limits', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(anyBrief, { minLength: 1, maxLength: 7 }), anyLanguage, async (briefs, language) => {
        await expectPostable(renderSources(briefs, language));
      }),
      { numRuns: 60 },
    );
  });

  it('stand under their headlines, and those left out are counted', () => {
    const many = Array.from({ length: 90 }, (_, index) => aBriefSource({ number: index + 1 }));
    const text = textOf(renderSources([aBrief({ sources: many }), aBrief({ headline: 'Second story' })], 'en'));
    expect(text).toContain('**[Ferry sails again](https://harbour.example/ferry)**\n`1` [The Harbour Times]');
    expect(text).toMatch(/\n… \+\d+\n/);
    expect(text).toContain('**[Second story]');
  });
});

describe('joining what fits', () => {
  it('keeps parts whole and counts the rest', () => {
    expect(joinWithin(['aaaa', 'bbbb', 'cccc'], ', ', 100)).toBe('aaaa, bbbb, cccc');
    expect(joinWithin(['aaaa', 'bbbb', 'cccc'], ', ', 16)).toBe('aaaa, bbbb, cccc');
    expect(joinWithin(['aaaa', 'bbbb', 'cccc'], ', ', 15)).toBe('aaaa, … +2');
    expect(joinWithin([], ', ', 10)).toBe('');
  });

  it('never takes more room than it has, and leaves no part out that would have fitted', () => {
    const anyParts = fc
      .array(fc.nat(30), { maxLength: 40 })
      .map((lengths) => lengths.map((length) => 'x'.repeat(length)));
    fc.assert(
      fc.property(
        anyParts,
        fc.constantFrom('', '\n', '\n\n'),
        fc.integer({ min: 5, max: 400 }),
        (parts, separator, max) => {
          const joined = joinWithin(parts, separator, max);
          expect(joined.length).toBeLessThanOrEqual(max);
          const left = Number(/… \+(\d+)$/.exec(joined)?.[1] ?? 0);
          const kept = parts.slice(0, parts.length - left);
          expect(joined).toBe([...kept, ...(left > 0 ? [`… +${left}`] : [])].join(separator));
          const oneMore = [...parts.slice(0, kept.length + 1), `… +${parts.length}`].join(separator);
          if (left > 0) expect(oneMore.length).toBeGreaterThan(max);
        },
      ),
      { examples: [[['x'.repeat(10), 'x'.repeat(10), 'x'], '\n\n', 25]] },
    );
  });
});
