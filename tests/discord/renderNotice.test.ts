import { describe, expect, it } from 'vitest';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { renderNotice } from '../../src/discord/renderNotice.ts';
import type { Notice } from '../../src/news/notice.ts';
import { hours } from '../support/articles.ts';
import { hostilePieces } from '../support/hostileText.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';

const about = (sourceId: number, title: string) => ({ sourceId, title });
const held = (sourceId: number, title: string) => ({
  ...about(sourceId, title),
  count: 9_000,
  heldAt: hours(0),
  endsAt: hours(24),
});

function full(title: string): Notice {
  const many = Array.from({ length: 100 }, (_, index) => index);
  return {
    paused: many.map((index) => ({ channelId: `12900000000000${1000 + index}`, reason: 'no access' })),
    refused: many.map((index) => ({
      channelId: `12900000000000${1000 + index}`,
      topics: [title],
      reason: index % 2 ? 'AutoMod' : 'harmful link',
    })),
    died: many.map((index) => ({ ...about(index, title), problem: 'certificate' })),
    recovered: many.map((index) => about(index, title)),
    held: many.slice(0, 5).map((index) => held(index, title)),
  };
}

describe.each(languages)('a notice in $name', ({ code }) => {
  const at = { id: 35 ** 6, server: 'x'.repeat(100), language: code };

  it('is one that Discord takes, however much there is to tell', async () => {
    await expectPostable(renderNotice(full('A long title '.repeat(12)), at));
    await expectPostable(renderNotice({ paused: [], refused: [], died: [], recovered: [about(1, 'a')], held: [] }, at));
  });

  it('shows names letter for letter', async () => {
    for (const title of hostilePieces) {
      const message = renderNotice(full(title), { ...at, server: title || 'x' });
      await expectPostable(message);
      expect(message.embeds?.[0]?.description).not.toMatch(/@everyone|@here|(?<!\\)<(?:@|#(?!12900000000000\d{4}>))/);
    }
  });
});

it('asks two things of each question that is open, and names the source when there are several', () => {
  const notice = { paused: [], refused: [], died: [], recovered: [], held: [held(1, 'Harbour'), held(2, 'Meridian')] };
  const at = { id: 7, server: 'Here', language: 'en' };
  expect(controlsOf(renderNotice(notice, at))).toEqual([
    'letThrough:7:1',
    'keepBack:7:1',
    'letThrough:7:2',
    'keepBack:7:2',
  ]);
  expect(textOf(renderNotice(notice, { ...at, open: notice.held.slice(1) }))).toContain(
    '[ Let them through: Meridian ]',
  );
  expect(textOf(renderNotice({ ...notice, held: notice.held.slice(1) }, at))).toContain('[ Keep them back ]');
});

it('that tells of channels only says so', () => {
  const notice: Notice = {
    paused: [
      { channelId: '1', reason: 'no channel' },
      { channelId: '2', reason: 'no access' },
    ],
    refused: [
      { channelId: '3', topics: ['sport', 'Bridges'], reason: 'AutoMod' },
      { channelId: '4', topics: [], reason: 'harmful link' },
      { channelId: '5', topics: [], reason: 'tag needed' },
    ],
    died: [],
    recovered: [],
    held: [],
  };
  const say = sayIn('en');
  const text = textOf(renderNotice(notice, { id: 7, server: 'Here', language: 'en' }));
  expect(text).toContain(say('noticeTitlePaused', { server: 'Here' }));
  const rule = { channel: '<#3>', topics: 'Sport and Bridges', command: '`/mute word`' };
  const link = { channel: '<#4>', topics: say('topStories'), command: '`/sources remove`' };
  expect(text).toContain(`${say('refusedRule', rule)}\n${say('refusedLink', link)}\n`);
  expect(text).toContain(`${say('errorForumTags', { channel: '<#5>' })}\n${say('noticeRefusedHint')}`);
  const full = { ...notice, paused: [], refused: [{ channelId: '6', topics: [], reason: 'threads full' as const }] };
  const waiting = textOf(renderNotice(full, { id: 7, server: 'Here', language: 'en' }));
  expect(waiting).toContain(say('refusedThreads', { channel: '<#6>', topics: say('topStories') }));
  expect(waiting).not.toContain(say('noticeRefusedHint'));
  expect(text).toContain(`<#1>: ${say('pausedNoChannel')}\n<#2>: ${say('pausedNoAccess')}`);
});
