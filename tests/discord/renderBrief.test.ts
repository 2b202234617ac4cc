import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { renderBrief } from '../../src/discord/renderBrief.ts';
import type { Message } from '../../src/discord/renderBriefing.ts';
import type { Brief } from '../../src/news/brief.ts';
import { buttonsOf, controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aBrief, aBriefSource, anyBrief, anyTeasers, aSentence, aTeaser } from '../support/stories.ts';

const say = sayIn('en');
const nothing = { topic: null, phase: null };
const anyPhase = fc.constantFrom(null, 'breaking', 'sustained', 'closed' as const);
const anyLanguage = fc.constantFrom(...languages.map(({ code }) => code));

/** Every page, by turning to the next until there is none. */
function pagesOf(brief: Brief, related: Parameters<typeof renderBrief>[1] = [], language = 'en'): Message[] {
  const pages: Message[] = [];
  for (let page = 0; ; page++) {
    pages.push(renderBrief(brief, related, nothing, language, page));
    const next = turnersOf(pages[page]!)[2];
    if (!next || next.disabled) return pages;
  }
}

/** Back, where one is, next; nothing when there is one page. */
function turnersOf(message: Message) {
  return buttonsOf(message).filter(({ custom_id }) => custom_id.startsWith('briefPage'));
}

const textIn = (message: Message) => message.embeds?.[0]?.description ?? '';

/** A brief with so many sentences, about as long as sentences are. */
const aLongBrief = (count: number) =>
  aBrief({
    sections: [
      {
        kind: 'happened',
        sentences: Array.from({ length: count }, (_, index) =>
          aSentence({ text: `Sentence ${index} ${'says what happened on the quay '.repeat(6)}that day.` }),
        ),
      },
    ],
  });

describe('a full brief', () => {
  it('stays within Discord’s limits on every page, whatever the sources hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyBrief, anyTeasers, anyLanguage, anyPhase, async (brief, related, language, phase) => {
        const count = pagesOf(brief, related, language).length;
        for (let page = 0; page < count; page++) {
          const message = renderBrief(brief, related, { topic: 'weather', phase }, language, page);
          await expectPostable(message);
          expect(message.components?.length).toBeLessThanOrEqual(5);
          expect(new Set(controlsOf(message)).size).toBe(controlsOf(message).length);
        }
      }),
      { numRuns: 120 },
    );
  });

  it('lets nobody be mentioned and nothing be formatted by what sources say', () => {
    fc.assert(
      fc.property(anyBrief, anyLanguage, (brief, language) => {
        const shown = pagesOf(brief, [], language).map(textIn).join('\n');
        const text = shown.replace(/\]\(https?:[^\s()<>]+\)/g, ']');
        expect(text).not.toMatch(/@(?!\u200b)/);
        expect(text.replace(/<t:\d+:[fR]>/g, '')).not.toMatch(/(?<!\\)</);
      }),
      { numRuns: 100 },
    );
  });

  it('has what the sources hold in the order of reading, every sentence with its numbers', () => {
    const sources = [aBriefSource(), aBriefSource({ number: 2, outlet: 'Meridian Wire', country: null })];
    const at = sources[0]!.publishedAt;
    const seven = aSentence({ text: 'Seven people were hurt.', sources: [2] });
    const brief = aBrief({
      sources,
      sections: [
        { kind: 'unknown', sentences: [aSentence({ text: 'It was not clear why.' })] },
        { kind: 'happened', sentences: [aSentence({ text: 'Tickets cost £4.' }), seven] },
      ],
      figures: [{ figure: '£4', sentence: aSentence({ text: 'Tickets cost £4.' }) }],
      quotations: [{ text: '“I missed the gulls,”', speaker: 'Jean Tulloch', language: 'en', source: 2 }],
      disagreements: [
        {
          kind: 'figure',
          sides: [
            { figure: '5', sentence: aSentence({ text: 'Five were hurt.' }), at },
            { figure: '7', sentence: seven, at },
          ],
        },
      ],
      timeline: [
        { date: '2025', sentence: aSentence({ text: 'The pier was planned.' }) },
        { date: '2026-11-21', sentence: aSentence({ text: 'The storm came.' }) },
      ],
    });
    const [page, ...more] = pagesOf(brief);
    expect(more).toEqual([]);
    expect(page?.embeds?.[0]).toMatchObject({ title: 'Ferry sails again', url: 'https://harbour.example/ferry' });
    expect(textIn(page!)).toBe(
      [
        'The ferry to Stanewick sails again on Saturday. \\[1\\]',
        '',
        `**${say('sectionHappened')}**`,
        '- Tickets cost £4. \\[1\\]',
        '- Seven people were hurt. \\[2\\]',
        '',
        `**${say('quotationsHeading')}**`,
        '> “I missed the gulls”',
        '> — Jean Tulloch · [Meridian Wire](https://harbour.example/ferry) \\[2\\]',
        '',
        `**${say('disagreementsHeading')}**`,
        '- **5** · The Harbour Times · <t:1795408200:f>',
        '  Five were hurt. \\[1\\]',
        '- **7** · Meridian Wire · <t:1795408200:f>',
        '  Seven people were hurt. \\[2\\]',
        '',
        `**${say('figuresHeading')}**`,
        '- **£4** · Tickets cost £4. \\[1\\]',
        '',
        `**${say('timelineHeading')}**`,
        '- **2025** · The pier was planned. \\[1\\]',
        '- **November 21, 2026** · The storm came. \\[1\\]',
        '',
        `**${say('sectionUnknown')}**`,
        '- It was not clear why. \\[1\\]',
        '',
        `**${say('sourcesHeading')}**`,
        '`1` [The Harbour Times](https://harbour.example/ferry) 🇬🇧 · <t:1795408200:R>',
        '`2` [Meridian Wire](https://harbour.example/ferry) · <t:1795408200:R>',
      ].join('\n'),
    );
  });

  it('shows a figure with the words around it, though they stand far on in their sentence', () => {
    const text = `${'On a day that nobody on the quay will forget, '.repeat(4)}it carried 38 cars and sank.`;
    const brief = aBrief({ figures: [{ figure: '38', sentence: aSentence({ text }) }] });
    const line = textIn(renderBrief(brief, [], nothing, 'en')).match(/^- \*\*38.*$/m)?.[0];
    expect(line).toMatch(/^- \*\*38\*\* · … .*it carried 38 cars and sank\. \\\[1\\\]$/);
    expect(line?.length).toBeLessThan(120);
  });

  it('says so when the sources hold only a headline', () => {
    const message = renderBrief(aBrief({ standfirst: [] }), [], nothing, 'en');
    expect(textIn(message).split('\n')[0]).toBe(`*${say('briefHeadlineOnly')}*`);
    expect(message.embeds?.[0]?.footer?.text).toBe(say('noticeExtractive'));
    expect(controlsOf(message)).toEqual(['why:h', 'follow:h', 'useful:h', 'wrong:h']);
  });

  it('names a source’s language where it is another, and what a copy repeats', () => {
    const sources = [
      aBriefSource(),
      aBriefSource({ number: 2, outlet: '楓日報', language: 'ja', country: 'JP', copyOf: 1 }),
    ];
    expect(textIn(renderBrief(aBrief({ sources }), [], nothing, 'en'))).toContain(
      '🇯🇵 · <t:1795408200:R> · Japanese · repeats 1',
    );
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
    expect(controlsOf(message)).toEqual(['receipts:h', 'brief', 'why:h', 'follow:h', 'useful:h', 'wrong:h']);
    expect(optionsOf(message, 'brief').map(({ value }) => value)).toEqual(['18', '19']);
  });

  it('is silent about related stories when there are none', () => {
    const message = renderBrief(aBrief(), [], nothing, 'en');
    expect(message.embeds).toHaveLength(1);
    expect(message.embeds?.[0]?.footer?.text).toBe(say('briefNoticeExtractive', { sentences: 1 }));
  });

  it('counts what was quoted and what a model rewrote, each sentence once', () => {
    const rewritten = aSentence({ text: 'On Saturday the boat is back.', isRewritten: true });
    const brief = aBrief({
      writer: 'small-model',
      sections: [{ kind: 'happened', sentences: [rewritten, aSentence({ text: 'Tickets cost £4.' })] }],
      figures: [{ figure: '£4', sentence: aSentence({ text: 'Tickets cost £4.' }) }],
    });
    expect(renderBrief(brief, [], nothing, 'en').embeds?.[0]?.footer?.text).toBe(
      'How this was made: 3 sentences: 2 quoted, 1 rewritten by small-model and checked against their sources. There may be errors; please read the originals.',
    );
  });
});

describe('the pages of a long brief', () => {
  it('hold every sentence once, each page with the ones that can be asked about', () => {
    const pages = pagesOf(aLongBrief(60), [aTeaser()]);
    expect(pages.length).toBeGreaterThan(2);
    const text = pages.map(textIn).join('\n');
    for (let index = 0; index < 60; index++) {
      expect(text.split(`- Sentence ${index} `)).toHaveLength(2);
    }
    for (const page of pages.slice(0, -1)) {
      const shown = textIn(page).match(/Sentence \d+ /g) ?? [];
      const offered = optionsOf(page).map(({ label }) => label.match(/Sentence \d+ /)?.[0]);
      expect(offered.filter(Boolean)).toEqual(shown);
    }
  });

  it('are turned by buttons that know where they lead, and nothing is lost when there are fewer now', () => {
    const brief = aLongBrief(30);
    const pages = pagesOf(brief);
    const last = pages.length - 1;
    expect(turnersOf(pages[0]!).map(({ custom_id, disabled }) => [custom_id, disabled])).toEqual([
      ['briefPage:h:0:0', true],
      ['briefPage:h:0:1', true],
      ['briefPage:h:1:2', false],
    ]);
    expect(turnersOf(pages[1]!).map(({ label }) => label)).toEqual([
      say('previous'),
      say('pageOf', { page: 2, pages: pages.length }),
      say('next'),
    ]);
    expect(renderBrief(brief, [], nothing, 'en', 99)).toEqual(pages[last]);
    expect(renderBrief(brief, [], nothing, 'en', -1)).toEqual(pages[0]);
  });

  it('repeat the heading where its lines go on, and have headline and notice on each', () => {
    const pages = pagesOf(aLongBrief(30));
    expect(textIn(pages[1]!).startsWith(`**${say('sectionHappened')}**\n- `)).toBe(true);
    for (const page of pages) {
      expect(page.embeds?.[0]?.title).toBe('Ferry sails again');
      expect(page.embeds?.[0]?.footer?.text).toBe(say('briefNoticeExtractive', { sentences: 31 }));
    }
  });

  it('have the related stories at the end', () => {
    const shows = pagesOf(aLongBrief(30), [aTeaser()]).map(({ embeds }) => embeds?.length);
    expect(shows).toEqual([...Array(shows.length - 1).fill(1), 2]);
  });
});

describe('languages that run against each other', () => {
  const arabic = aSentence({ text: 'العبّارة تبحر من جديد.', language: 'ar', sources: [2] });
  const brief = aBrief({
    sections: [{ kind: 'happened', sentences: [arabic] }],
    sources: [aBriefSource(), aBriefSource({ number: 2, outlet: 'صحيفة الميناء', language: 'ar', country: null })],
  });

  it('keep their own order, and lines run as the reader reads', () => {
    expect(textIn(renderBrief(brief, [], nothing, 'en'))).toContain(
      '- \u200e\u2068العبّارة تبحر من جديد.\u2069 (Arabic) \\[2\\]\n',
    );
    expect(textIn(renderBrief(brief, [], nothing, 'ar'))).toMatch(
      /^\u200f\u2068The ferry to Stanewick sails again on Saturday\.\u2069 \(الإنجليزية\) /,
    );
  });

  it('have balanced marks on every page', () => {
    fc.assert(
      fc.property(anyBrief, anyLanguage, (any, language) => {
        for (const page of pagesOf(any, [], language)) {
          const text = textOf(page);
          expect(text.split('\u2068').length).toBe(text.split('\u2069').length);
        }
      }),
      { numRuns: 100 },
    );
  });
});
