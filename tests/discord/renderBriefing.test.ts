import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createPost } from '../../src/discord/createPost.ts';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { renderBriefing } from '../../src/discord/renderBriefing.ts';
import { renderSentences } from '../../src/discord/renderSentences.ts';
import { NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { playgroundFor, restOn } from '../playground/support/bot.ts';
import { controlsOf, expectPostable, optionsOf, textOf } from '../support/messageChecks.ts';
import { aBriefing, aBriefingItem, anyBriefing, aSentence } from '../support/stories.ts';

const say = sayIn('en');
const seven = Array.from({ length: 7 }, (_, index) => aBriefingItem({ storyId: index + 1 }));

describe('a briefing as a message', () => {
  it('stays within Discord’s limits, whatever the feeds hold', async () => {
    await fc.assert(
      fc.asyncProperty(anyBriefing(languages.map(({ code }) => code)), async (briefing) => {
        const message = renderBriefing(briefing);
        await expectPostable(message);
        expect(message.embeds).toHaveLength(briefing.items.length + 1);
        expect(optionsOf(message).map(({ value }) => value)).toEqual(
          briefing.items.map(({ storyId }) => String(storyId)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it('with nothing new is one line, and late it says so', async () => {
    for (const { code } of languages) {
      const message = renderBriefing({ ...aBriefing({ items: [], language: code }), isLate: true });
      await expectPostable(message);
      expect(message.components).toEqual([]);
      expect(message.embeds).toHaveLength(1);
      const { description } = message.embeds?.[0] ?? {};
      expect(description).toContain(sayIn(code)('briefingLate', { when: '' }).slice(0, 4));
    }
    expect(textOf(renderBriefing(aBriefing({ items: [] })))).toContain('nothing new since the last briefing');
  });

  it('is taken by Discord, and mentions nobody', async () => {
    const playground = await playgroundFor();
    const post = createPost(restOn(playground));
    const hostile = aBriefingItem({
      headline: '@everyone <@1290000000000000003> **look** [here](https://evil.example)',
    });
    const longest = seven.map(({ storyId }) =>
      aBriefingItem({
        storyId,
        headline: '**@here** '.repeat(40),
        sentences: Array(5).fill(aSentence({ text: 'word '.repeat(90) })),
        outlets: Array.from({ length: 9 }, (_, index) => `Outlet ${index} `.repeat(8)),
        news: { headline: 'news '.repeat(60), since: new Date(0) },
      }),
    );
    for (const [index, items] of [[hostile], longest].entries()) {
      const outgoing = { channelId: NEWS_CHANNEL_ID, nonce: `n${index}`, briefing: aBriefing({ items }) };
      const { messageId } = await post(outgoing);
      const message = playground.world.message(messageId);
      expect([message?.mention_everyone, message?.mentions, message?.nonce]).toEqual([false, [], `n${index}`]);
    }
    const sent = playground.requests.filter(({ method }) => method === 'POST').map(({ body }) => body);
    expect(sent).toHaveLength(2);
    for (const body of sent) expect(body).toMatchObject({ enforce_nonce: true, allowed_mentions: { parse: [] } });
  });

  it('says which edition it is, by the channel’s own clock', () => {
    const titleAt = (timeZone: string) => renderBriefing(aBriefing({ timeZone })).embeds?.[0]?.title;
    expect(titleAt('Europe/Berlin')).toBe('🌅 Morning briefing · Monday, November 23');
    expect(titleAt('Asia/Tokyo')).toBe('☀️ Midday briefing · Monday, November 23');
    expect(titleAt('Pacific/Auckland')).toBe('🌆 Evening briefing · Monday, November 23');
    expect(titleAt('America/New_York')).toBe('🌙 Late briefing · Monday, November 23');
    expect(titleAt('America/Los_Angeles')).toBe('🌙 Late briefing · Sunday, November 22');
  });

  it('names what it is about, and how much stands behind it', () => {
    const about = (wish: object) => renderBriefing(aBriefing(wish)).embeds?.[0]?.description;
    expect(about({})).toBe('**Top stories** · 1 story from 1 article, 1 source');
    expect(about({ topics: ['sport', 'C* & co'], items: seven, articleCount: 41, sourceCount: 19 })).toBe(
      '**Sport and C\\* & co** · 7 stories from 41 articles, 19 sources',
    );
  });

  it('numbers its stories, links them, and says who reports them and when', () => {
    const item = aBriefingItem({
      topic: 'weather',
      outlets: ['Meridian Wire', 'Open Ledger', 'Rundfunk Mittelland', 'Another', 'One more'],
      originCount: 3,
    });
    const [, story] = renderBriefing(aBriefing({ items: [item] })).embeds ?? [];
    expect(story).toMatchObject({ title: '1. Ferry sails again', url: 'https://harbour.example/ferry' });
    expect(story?.description).toBe(
      'The ferry to Stanewick sails again on Saturday. \\[1\\]\n' +
        '-# Meridian Wire, Open Ledger, Rundfunk Mittelland +2 · 3 independent sources · <t:1795408200:R> · Weather',
    );
  });

  it('says what is new in a story that the channel has had', () => {
    const news = { headline: 'A ninth boat is *found*', since: new Date('2026-11-22T06:00:00Z') };
    const [, story] = renderBriefing(aBriefing({ items: [aBriefingItem({ news })] })).embeds ?? [];
    const said = say('storyNews', { since: '<t:1795327200:R>', headline: 'A ninth boat is \\*found\\*' });
    expect(story?.description?.split('\n')[0]).toBe(`**${said}**`);
  });

  it('carries the notice once, under the last story', () => {
    const message = renderBriefing(aBriefing({ items: seven }));
    const footers = message.embeds?.map(({ footer }) => footer?.text);
    expect(footers?.slice(0, -1).every((text) => text === undefined)).toBe(true);
    expect(footers?.at(-1)).toBe(say('noticeExtractive'));
  });

  it('offers a full brief of each story, related ones, and sources', () => {
    const message = renderBriefing(aBriefing({ items: seven }));
    expect(controlsOf(message)).toEqual(['brief:1:mwsuwg00', 'related:1:2:3:4:5:6:7', 'sources:1:2:3:4:5:6:7']);
    expect(optionsOf(message)[6]).toMatchObject({ label: '7. Ferry sails again', value: '7' });
  });

  it('cuts a long title between words and marks the cut', () => {
    const headline = 'Harbour council debates the ferry timetable '.repeat(9);
    const [, story] = renderBriefing(aBriefing({ items: [aBriefingItem({ headline })] })).embeds ?? [];
    expect(story?.title).toMatch(/^1\. Harbour council .*(?:Harbour|council|debates|the|ferry|timetable)…$/);
    expect(story?.title?.length).toBeGreaterThan(150);
  });

  it('gives each of seven long stories the same room', () => {
    const items = seven.map((item) => ({ ...item, sentences: [aSentence({ text: 'tide and harbour '.repeat(60) })] }));
    const lengths = renderBriefing(aBriefing({ items }))
      .embeds?.slice(1)
      .map(({ description }) => description?.length);
    expect(Math.min(...(lengths as number[]))).toBeGreaterThan(300);
    expect(new Set(lengths).size).toBe(1);
  });

  it('shows Japanese, Arabic and emoji as they are', async () => {
    const items = [
      aBriefingItem({ headline: '港の橋が崩落、フェリーは土曜に再開', sentences: [] }),
      aBriefingItem({ storyId: 18, headline: 'عودة العبّارة إلى العمل يوم السبت', sentences: [] }),
      aBriefingItem({ storyId: 19, headline: '⛴️ Zurück aufs Wasser 👩‍👩‍👧‍👦', sentences: [] }),
    ];
    const message = renderBriefing(aBriefing({ items }));
    await expectPostable(message);
    for (const { headline } of items) expect(textOf(message)).toContain(headline);
  });

  it('gives no link to an address that can’t be opened', () => {
    const [, story] =
      renderBriefing(aBriefing({ items: [aBriefingItem({ url: 'javascript:alert(1)' })] })).embeds ?? [];
    expect(story).not.toHaveProperty('url');
  });
});

describe('sentences with their receipts', () => {
  it('share one receipt while the source stays the same', () => {
    const sentences = [
      aSentence({ text: 'One.' }),
      aSentence({ text: 'Two.' }),
      aSentence({ text: 'Three.', sources: [2, 4] }),
    ];
    expect(renderSentences(sentences, 'en', 400)).toBe('One. Two. \\[1\\] Three. \\[2\\]\\[4\\]');
  });

  it('name another language than the reader’s', () => {
    const german = aSentence({ text: 'Die Fähre fährt wieder.', language: 'de-AT' });
    expect(renderSentences([german], 'en', 400)).toBe('Die Fähre fährt wieder. (Austrian German) \\[1\\]');
    expect(renderSentences([german], 'de', 400)).toBe('Die Fähre fährt wieder. \\[1\\]');
  });

  it('are left out whole when they do not fit; only the first is cut', () => {
    const long = aSentence({ text: 'word '.repeat(40).trim() });
    expect(renderSentences([aSentence({ text: 'Short enough to stand alone.' }), long], 'en', 100)).toBe(
      'Short enough to stand alone. \\[1\\]',
    );
    expect(renderSentences([long], 'en', 60)).toMatch(/^(?:word )+word… \\\[1\\\]$/);
  });

  it('never take more room than they have', () => {
    fc.assert(
      fc.property(anyBriefing(['en']), fc.integer({ min: 0, max: 900 }), ({ items }, max) => {
        for (const { sentences } of items) {
          expect(renderSentences(sentences, 'en', max).length).toBeLessThanOrEqual(max);
        }
      }),
    );
  });
});

it.each([
  ['Ferry sails again on Saturday', 'Ferry sails again on Saturday', false],
  ['Ferry sails again on Saturday', 'FERRY sails again!', false],
  ['連絡船が運航再開、8隻目', '連絡船が運航再開', false],
  ['Ferry sails again', 'Ferry sails again, three hurt', true],
  ['Ferry sails again', 'Operator fined', true],
])('under “%s” what is new (“%s”) is told only if it adds something', (headline, told, isTold) => {
  const news = { headline: told, since: new Date(0) };
  const { embeds } = renderBriefing(aBriefing({ items: [aBriefingItem({ headline, news })] }));
  expect(embeds?.[1]?.description?.includes('Since last time')).toBe(isTold);
});
