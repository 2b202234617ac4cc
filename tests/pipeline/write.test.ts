import { expect, test } from 'vitest';
import type { WriteBrief } from '../../src/news/outside.ts';
import type { Stage } from '../../src/pipeline/stage.ts';
import { createBriefOf, createWrite } from '../../src/pipeline/write.ts';
import { findBrief } from '../../src/store/briefs.ts';
import { addSourceToGuild, removeSourceFromGuild } from '../../src/store/sources.ts';
import { hours, monday } from '../support/articles.ts';
import { someFacts } from '../support/sources.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBrief } from '../support/stories.ts';

const by = { userId: 'ada', now: monday };

/** A store with one story, and a writer that counts. */
async function aWorld() {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  const written: string[] = [];
  const problems: string[] = [];
  const tried: number[] = [];
  let now = monday;
  const writeBrief: WriteBrief = async ({ story, language, articles }) => {
    tried.push(story.id);
    if (articles.some(({ title }) => title === 'Broken')) throw new Error('No words.');
    written.push(`${story.id} ${language} ${story.version}`);
    return aBrief({ storyId: story.id, language, storyVersion: story.version });
  };
  const options = { db, writeBrief, now: () => now };
  const write = createWrite({ ...options, report: (problem) => problems.push(problem) });
  const page = (path: string) => `https://harbour.example/${path}`;
  const at = (hour: number, stage: Stage) => {
    now = hours(hour);
    return stage();
  };
  return { db, source: source!, storyId, written, tried, problems, at, write, briefOf: createBriefOf(options), page };
}

test('a story is written once for each version and each language that some channel reads', async () => {
  const { db, source, storyId, written, write, page } = await aWorld();
  await subscribe(db);
  await subscribe(db, { channelId: 'elsewhere' });
  expect(await write()).toBe(1);
  expect(await write()).toBe(0);
  await addToStory(db, source, { url: page('b'), storyId, language: 'de' });
  await subscribe(db, { channelId: 'deutsch', language: 'de' });
  expect(await write()).toBe(2);
  expect(written.sort()).toEqual([`${storyId} de 2`, `${storyId} en 1`, `${storyId} en 2`]);
  expect(await rowsOf(db, 'briefs')).toHaveLength(2);
});

test('without a channel that reads it, nothing is written', async () => {
  const { db, write } = await aWorld();
  expect(await write()).toBe(0);
  await subscribe(db, { language: 'ja' });
  expect(await write()).toBe(0);
});

test('both ways of writing Chinese serve a Chinese reader', async () => {
  const { db, source, write, page } = await aWorld();
  await addToStory(db, source, { url: page('b'), language: 'zh-Hans' });
  await subscribe(db, { language: 'zh-TW' });
  expect(await write()).toBe(1);
});

test('a story whose articles are all old is not written', async () => {
  const { db, source, write, page, written } = await aWorld();
  const { storyId } = await addToStory(db, source, { url: page('b'), publishedAt: hours(-49) });
  await subscribe(db);
  await write();
  expect(written.filter((line) => line.startsWith(`${storyId} `))).toEqual([]);
  expect(written).toHaveLength(1);
});

test('a brief that can’t be written is reported and stops no other', async () => {
  const { db, source, storyId, write, page, problems } = await aWorld();
  const { storyId: broken } = await addToStory(db, source, { url: page('b'), title: 'Broken' });
  await subscribe(db);
  expect(await write()).toBe(1);
  expect(problems).toEqual(['A brief could not be written']);
  expect(await findBrief(db, storyId, 'en')).not.toBeNull();
  expect(await findBrief(db, broken, 'en')).toBeNull();
});

test('one that fails again and again waits longer each time, at most an hour, and is reported once', async () => {
  const { db, source, write, problems, tried, at, page } = await aWorld();
  const { storyId: broken } = await addToStory(db, source, { url: page('b'), title: 'Broken' });
  await subscribe(db);
  const minutes: number[] = [];
  for (let minute = 0; minute < 300; minute++) {
    const before = tried.length;
    await at(minute / 60, write);
    if (tried.slice(before).includes(broken)) minutes.push(minute);
  }
  const gaps = minutes.slice(1).map((minute, index) => minute - (minutes[index] ?? 0));
  for (const [index, gap] of gaps.entries()) {
    const usual = Math.min(60, 2 ** index);
    expect(gap).toBeGreaterThanOrEqual(Math.floor(usual * 0.9));
    expect(gap).toBeLessThanOrEqual(Math.ceil(usual * 1.1));
  }
  expect(gaps.length).toBeGreaterThan(7);
  expect(problems).toEqual(['A brief could not be written']);
  expect(await rowsOf(db, 'failed_briefs')).toMatchObject([{ attempts: minutes.length, last_error: 'No words.' }]);
});

test('once a brief is written, its failures are forgotten', async () => {
  const { db, source, write, problems, at, page } = await aWorld();
  await addToStory(db, source, { url: page('b'), title: 'Broken' });
  await subscribe(db);
  await at(0, write);
  await db.updateTable('articles').set({ title: 'Mended' }).where('title', '=', 'Broken').execute();
  expect(await at(0.01, write)).toBe(0);
  expect(await at(0.02, write)).toBe(1);
  expect(await rowsOf(db, 'failed_briefs')).toEqual([]);
  expect(problems).toHaveLength(1);
});

test('a reader gets the stored brief while it is up to date, else a new one', async () => {
  const { db, source, storyId, written, briefOf, page } = await aWorld();
  expect(await briefOf(storyId, 'ja', 'guild')).toMatchObject({ language: 'ja', storyVersion: 1 });
  expect(await briefOf(storyId, 'ja', 'guild')).toMatchObject({ storyVersion: 1 });
  expect(written).toHaveLength(1);
  await addToStory(db, source, { url: page('b'), storyId });
  expect(await briefOf(storyId, 'ja', 'guild')).toMatchObject({ storyVersion: 2 });
  expect(await briefOf(404, 'en', 'guild')).toBeNull();
});

test('a server that removed a source gets a brief without it, which nobody else gets', async () => {
  const { db, source, storyId, briefOf, page } = await aWorld();
  const other = await addSourceToGuild(db, 'other', someFacts({ key: 'b' }), by);
  await addToStory(db, other, { url: page('b'), title: 'Broken', storyId });
  expect(await briefOf(storyId, 'en', 'guild')).toMatchObject({ storyVersion: 2 });
  expect(await rowsOf(db, 'briefs')).toEqual([]);
  await expect(briefOf(storyId, 'en', 'other')).rejects.toThrow('No words.');
  await removeSourceFromGuild(db, 'guild', source.id, by);
  expect(await briefOf(storyId, 'en', 'guild')).toBeNull();
});
