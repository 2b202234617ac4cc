import { Routes } from 'discord.js';
import { expect, test } from 'vitest';
import { createEditPost } from '../../src/discord/createEditPost.ts';
import { createFindPosted } from '../../src/discord/createFindPosted.ts';
import { createPost } from '../../src/discord/createPost.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import type { PostError } from '../../src/news/outside.ts';
import { createBrief } from '../../src/pipeline/brief.ts';
import { createCorrect } from '../../src/pipeline/correct.ts';
import { createDeliver } from '../../src/pipeline/deliver.ts';
import { createWrite } from '../../src/pipeline/write.ts';
import { NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { claimCorrections } from '../../src/store/corrections.ts';
import { releaseClaims } from '../../src/store/outbox.ts';
import { withdrawArticle } from '../../src/store/pages.ts';
import { mergeStories } from '../../src/store/storyChanges.ts';
import { playgroundFor, restOn } from '../playground/support/bot.ts';
import { aNewArticle, hours } from '../support/articles.ts';
import { aReadSource } from '../support/sources.ts';
import { addSources, addToStory, openTestStore, rowsOf, storeArticles, subscribe } from '../support/store.ts';
import { aBrief, aBriefSource, aSentence } from '../support/stories.ts';

const say = sayIn('en');
const first = 'Seven people were hurt.';

/**
 * A briefing in a channel of the local Discord, posted by the real client, with a story of one source. The brief of a
 * story is the last sentence of each of its articles.
 */
async function aWorld() {
  const db = openTestStore();
  const playground = await playgroundFor();
  const rest = restOn(playground);
  const [harbour, meridian] = await addSources(db, { key: 'harbour' }, { key: 'meridian' });
  const facts = { title: 'Fire on the ferry', url: 'https://harbour.example/fire', publishedAt: hours(-1) };
  const { storyId, articleId } = await addToStory(db, harbour!, { ...facts, summary: first });
  await subscribe(db, { channelId: NEWS_CHANNEL_ID });
  let now = hours(0);
  const clock = () => now;
  const reports: string[] = [];
  const tokenProblems: PostError[] = [];
  const parts = {
    db,
    worker: 'one',
    now: clock,
    report: (problem: string, details?: object) => reports.push(`${problem} ${JSON.stringify(details)}`),
    onTokenRefused: (error: PostError) => tokenProblems.push(error),
  };
  const write = createWrite({
    ...parts,
    writeBrief: async ({ story, language, articles }) =>
      aBrief({
        storyId: story.id,
        language,
        storyVersion: story.version,
        headline: story.headline,
        url: articles[0]!.url,
        standfirst: articles.map(({ summary }, index) => {
          const text = summary.split(/(?<=\.) /).at(-1)!;
          return aSentence({ text, sources: [index + 1] });
        }),
        sources: articles.map(({ id, url, source }, index) =>
          aBriefSource({ number: index + 1, articleId: id, url, outlet: source.publisher }),
        ),
      }),
  });
  const correctAs = (worker: string) => createCorrect({ ...parts, worker, edit: createEditPost(rest) });
  const correct = correctAs('one');
  await write();
  await createBrief({ ...parts, writeBrief: () => Promise.reject(new Error('Nothing was had before.')) })();
  const findPosted = createFindPosted(rest);
  await createDeliver({ ...parts, post: createPost(rest), findPosted })();
  return {
    db,
    playground,
    rest,
    reports,
    tokenProblems,
    storyId,
    articleId,
    meridian: meridian!,
    correctAs,
    correctOnce: correct,
    /** The source's article reads like this from an hour on; everything runs, twice. */
    edit: async (hour: number, summary: string, wish: { title?: string; isWritten?: boolean } = {}) => {
      now = hours(hour);
      const article = aNewArticle({ ...facts, summary, ...(wish.title && { title: wish.title }) });
      await storeArticles(db, aReadSource(harbour!), [article], now);
      if (wish.isWritten !== false) await write();
      await correct();
      await correct();
    },
    at: (hour: number) => {
      now = hours(hour);
    },
    /** The source's page is found to be gone; everything runs, twice. */
    withdraw: async (hour: number) => {
      now = hours(hour);
      await withdrawArticle(db, articleId, now);
      await write();
      await correct();
      await correct();
    },
    write,
    shown: () => playground.world.messagesIn(NEWS_CHANNEL_ID)[0]?.embeds[1]?.description ?? '',
    editsMade: () => playground.requests.filter(({ method }) => method === 'PATCH').length,
  };
}

const line = (hour: number, text: string, outlet = 'The harbour') =>
  say('corrected', { when: `<t:${hours(hour).getTime() / 1000}:f>`, outlet, text: `“${text}”` });

test('a message whose source takes back what it says is edited, once, and says what is gone and since when', async () => {
  const world = await aWorld();
  expect(world.shown()).toContain(`${first} \\[1\\]`);
  await world.edit(1, 'Nine people were hurt.');
  expect(world.shown()).toContain('Nine people were hurt. \\[1\\]');
  expect(world.shown()).toContain(`\n${line(1, first)}\n-# `);
  expect(world.shown()).not.toContain(`${first} \\[1\\]`);
  expect(world.editsMade()).toBe(1);
  expect(world.playground.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(1);
  expect(world.playground.requests.at(-1)?.body).toMatchObject({ allowed_mentions: { parse: [] } });
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'sent' }]);
  expect(world.reports).toEqual([]);
});

test.each([
  ['adds something', 'It burned for hours. Seven people were hurt.', {}],
  ['changes its headline', first, { title: 'Ferry burns' }],
  ['changes a comma', 'Seven people were hurt', {}],
])('a source that only %s leaves the message alone', async (_what, summary, wish) => {
  const world = await aWorld();
  const before = world.shown();
  await world.edit(1, summary, wish);
  expect(world.shown()).toBe(before);
  expect(await rowsOf(world.db, 'corrections')).toEqual([]);
});

test('every change is told, the oldest first', async () => {
  const world = await aWorld();
  await world.edit(1, 'Nine people were hurt.');
  await world.edit(2, 'Ten people were hurt.');
  expect(world.shown()).toContain(`${line(1, first)}\n${line(2, 'Nine people were hurt.')}\n`);
  expect(world.editsMade()).toBe(2);
});

test('the message waits for the brief that is being rewritten', async () => {
  const world = await aWorld();
  await world.edit(1, 'Nine people were hurt.', { isWritten: false });
  expect(world.editsMade()).toBe(0);
  world.at(2);
  await world.write();
  await world.correctOnce();
  expect(world.shown()).toContain('Nine people were hurt. \\[1\\]');
  expect(world.shown()).toContain(line(2, first));
});

test('after two days nobody is told any more', async () => {
  const world = await aWorld();
  await world.edit(49, 'Nine people were hurt.');
  expect(world.editsMade()).toBe(0);
});

test('another source that still says it does not speak for the one that took it back', async () => {
  const world = await aWorld();
  world.at(0.5);
  const { storyId } = world;
  await addToStory(world.db, world.meridian, { storyId, url: 'https://meridian.example/fire', summary: first });
  await world.edit(1, 'Nine people were hurt.');
  expect(world.shown()).toContain(line(1, first));
});

test('a story that another has taken in is told by that one’s brief', async () => {
  const world = await aWorld();
  const other = { url: 'https://meridian.example/ferry', title: 'Ferry burns', publishedAt: hours(-2) };
  const { storyId } = await addToStory(world.db, world.meridian, { ...other, summary: 'The ferry burned.' });
  await mergeStories(world.db, world.storyId, storyId, hours(0.5));
  await world.edit(1, 'Nine people were hurt.');
  expect(world.shown()).toContain(line(1, first));
  expect(world.shown()).toMatch(/The ferry burned\..*Nine people were hurt\./);
});

const withdrawn = (hour: number) =>
  say('reportWithdrawn', { when: `<t:${hours(hour).getTime() / 1000}:f>`, outlet: 'The harbour' });

test('a message that rests on a withdrawn report is told by the others, and says so', async () => {
  const world = await aWorld();
  const { storyId } = world;
  const other = { url: 'https://meridian.example/fire', summary: 'The ferry burned.', publishedAt: hours(-0.5) };
  await addToStory(world.db, world.meridian, { storyId, ...other });
  await world.withdraw(1);
  expect(world.shown()).toContain('The ferry burned. \\[1\\]');
  expect(world.shown()).not.toContain(first);
  expect(world.shown()).toContain(`\n${withdrawn(1)}\n-# `);
  expect(world.editsMade()).toBe(1);
});

test('of a story whose only report was withdrawn, nothing is told any more', async () => {
  const world = await aWorld();
  await world.withdraw(1);
  expect(world.shown()).not.toContain(first);
  expect(world.shown()).toContain(withdrawn(1));
  expect(await rowsOf(world.db, 'briefs')).toEqual([]);
  world.at(2);
  expect(await world.write()).toBe(0);
});

test('an edit that Discord does not take now is made later', async () => {
  const world = await aWorld();
  world.playground.faults.add({ kind: 'error', status: 503, match: 'PATCH /channels/**', times: 1 });
  await world.edit(1, 'Nine people were hurt.');
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'waiting', attempts: 1 }]);
  world.at(2);
  await world.correctOnce();
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'sent', attempts: 2 }]);
  expect(world.shown()).toContain(line(1, first));
});

test('two workers at the same moment edit once', async () => {
  const world = await aWorld();
  await world.edit(1, 'Nine people were hurt.', { isWritten: false });
  await world.write();
  await Promise.all([world.correctAs('one')(), world.correctAs('two')()]);
  expect(world.editsMade()).toBe(1);
  expect(await rowsOf(world.db, 'corrections')).toHaveLength(1);
  expect(world.shown().split(line(1, first))).toHaveLength(2);
});

test('a message that somebody has deleted is forgotten without a word', async () => {
  const world = await aWorld();
  const [message] = world.playground.world.messagesIn(NEWS_CHANNEL_ID);
  await world.rest.delete(Routes.channelMessage(NEWS_CHANNEL_ID, message!.id));
  await world.edit(1, 'Nine people were hurt.');
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'dropped' }]);
  expect(world.reports).toEqual([]);
  expect(world.editsMade()).toBe(1);
});

test('when the token is refused, the edit waits and the one who can stop us is told', async () => {
  const world = await aWorld();
  world.playground.faults.add({ kind: 'unauthorized', match: 'PATCH /channels/**' });
  await world.edit(1, 'Nine people were hurt.');
  expect(world.tokenProblems.length).toBeGreaterThan(0);
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'waiting' }]);
});

test('after a crash between claiming and editing, or between editing and recording, the message says the same', async () => {
  const world = await aWorld();
  world.playground.faults.add({ kind: 'error', status: 503, match: 'PATCH /channels/**', times: 1 });
  await world.edit(1, 'Nine people were hurt.');
  const claim = { worker: 'one', now: hours(2), leaseMs: 60_000, limit: 10 };
  const [claimed] = await claimCorrections(world.db, claim);
  await createEditPost(world.rest)(claimed!);
  const shown = world.shown();
  world.at(2);
  await world.correctOnce();
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'sending' }]);
  await releaseClaims(world.db, 'corrections', 'one');
  await world.correctOnce();
  expect(world.shown()).toBe(shown);
  expect(await rowsOf(world.db, 'corrections')).toMatchObject([{ status: 'sent' }]);
});
