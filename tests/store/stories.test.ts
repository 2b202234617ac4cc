import { expect, test } from 'vitest';
import { findBrief, saveBrief } from '../../src/store/briefs.ts';
import {
  findCoverage,
  findMainTopics,
  findMaterial,
  findStoriesOnTopics,
  findStoriesToWrite,
  findStory,
  foundStory,
  joinStory,
} from '../../src/store/stories.ts';
import { hours, monday } from '../support/articles.ts';
import { addArticle, addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';
import { aBrief } from '../support/stories.ts';

const page = (path: string) => `https://harbour.example/${path}`;

test('an article is placed once, whoever comes second', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const article = { ...(await addArticle(db, source!)), topics: [] };
  const storyId = await foundStory(db, article, monday);
  expect(storyId).not.toBeNull();
  expect(await foundStory(db, article, monday)).toBeNull();
  const other = await addToStory(db, source!, { url: page('other') });
  expect(await joinStory(db, article, other.storyId, null, hours(1))).toBe(false);
  expect(await findStory(db, other.storyId)).toMatchObject({ version: 1 });
  expect(await rowsOf(db, 'stories')).toHaveLength(2);
});

test('a story changes its version with every article that joins', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  expect(await findStory(db, storyId)).toMatchObject({ version: 1, headline: 'Ferry sails again' });
  await addToStory(db, source!, { url: page('b'), storyId });
  expect(await findStory(db, storyId)).toMatchObject({ version: 2, headline: 'Ferry sails again' });
});

test('the topic that most articles name is the story’s main one', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, { topics: ['sport'] });
  await addToStory(db, source!, { url: page('b'), storyId, topics: ['health', 'sport'] });
  for (const path of ['c', 'd']) await addToStory(db, source!, { url: page(path), storyId, topics: ['sport'] });
  expect(await findMainTopics(db, [storyId])).toEqual(new Map([[storyId, 'sport']]));
  expect(await findStoriesOnTopics(db, ['sport'], hours(-1))).toEqual(new Set([storyId]));
  expect(await findStoriesOnTopics(db, ['health'], hours(-1))).toEqual(new Set());
});

test('coverage is whole stories, oldest first, of all that have something in the span', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, { title: 'New', publishedAt: hours(-1) });
  await addToStory(db, source!, { title: 'Old', url: page('b'), storyId, publishedAt: hours(-90) });
  await addToStory(db, source!, { url: page('c'), publishedAt: hours(-90) });
  const coverage = await findCoverage(db, { since: hours(-36), until: monday }, null);
  expect([...coverage.keys()]).toEqual([storyId]);
  expect(coverage.get(storyId)?.map(({ title }) => title)).toEqual(['Old', 'New']);
});

test('the material of a story holds each page once, oldest first, with its source', async () => {
  const db = openTestStore();
  const [a, b] = await addSources(db, { key: 'a' }, { key: 'b' });
  const { storyId } = await addToStory(db, a!, { title: 'Second', publishedAt: hours(-1) });
  await addToStory(db, b!, { title: 'First', url: page('b'), storyId, publishedAt: hours(-2) });
  await addToStory(db, b!, { title: 'Second again', url: page('ferry?utm_source=b'), storyId, publishedAt: monday });
  const material = await findMaterial(db, storyId, { language: 'en' });
  expect(material?.articles.map(({ title, source }) => [title, source.key])).toEqual([
    ['First', 'b'],
    ['Second', 'a'],
  ]);
  expect(await findMaterial(db, 404, { language: 'en' })).toBeNull();
});

test('of a story with very many articles, the material is the newest', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, { title: 'First', publishedAt: hours(-30) });
  for (let index = 1; index <= 200; index++) {
    await addToStory(db, source!, {
      title: `${index}`,
      url: page(`${index}`),
      storyId,
      publishedAt: hours(index / 60),
    });
  }
  const titles = (await findMaterial(db, storyId, { language: 'en' }))?.articles.map(({ title }) => title);
  expect(titles).toEqual(Array.from({ length: 200 }, (_, index) => `${index + 1}`));
});

test('to be written are stories with a recent article in the language and no brief of this version', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  await addToStory(db, source!, { url: page('b'), language: 'de' });
  await addToStory(db, source!, { url: page('c'), publishedAt: hours(-90) });
  const toWrite = () => findStoriesToWrite(db, 'en', ['en'], { since: hours(-48), now: monday }, 10);
  expect(await toWrite()).toEqual([storyId]);
  await saveBrief(db, aBrief({ storyId, storyVersion: 1 }), monday);
  expect(await toWrite()).toEqual([]);
  await addToStory(db, source!, { url: page('d'), storyId });
  expect(await toWrite()).toEqual([storyId]);
});

test('a brief of an older version never replaces a newer one', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  for (const [storyVersion, headline] of [[2, 'newer'], [1, 'older'], [2, 'again']] as const) {
    await saveBrief(db, aBrief({ storyId, storyVersion, headline }), monday);
    if (storyVersion === 1) expect(await findBrief(db, storyId, 'en')).toMatchObject({ headline: 'newer' });
  } // biome-ignore format: a table
  expect(await findBrief(db, storyId, 'en')).toEqual(aBrief({ storyId, storyVersion: 2, headline: 'again' }));
  expect(await findBrief(db, storyId, 'de')).toBeNull();
});
