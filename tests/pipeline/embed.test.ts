import { expect, test } from 'vitest';
import type { Embed } from '../../src/news/outside.ts';
import { createCluster } from '../../src/pipeline/cluster.ts';
import { createEmbedWaiting } from '../../src/pipeline/embed.ts';
import { findMeanings } from '../../src/store/embeddings.ts';
import type { Db } from '../../src/store/openStore.ts';
import { createFindSubject } from '../../src/text/topics.ts';
import { monday } from '../support/articles.ts';
import { addArticle, addSources, openTestStore, rowsOf } from '../support/store.ts';

const minute = 60_000;
const inOrder: Embed = async (texts) => texts.map((_, index) => Float32Array.of(1, index / 100));

async function aWorld(count: number, embed: Embed, boundMs?: number) {
  const db = openTestStore();
  const [source] = await addSources(db, { key: 'a' });
  for (let index = 0; index < count; index++) {
    await addArticle(db, source!, { url: `https://a.example/${index}`, title: `Title ${index}` });
  }
  const asked: (readonly string[])[] = [];
  const reported: string[] = [];
  let time = monday.getTime();
  const stage = createEmbedWaiting({
    db,
    model: 'm',
    embed: (texts, signal) => {
      asked.push(texts);
      return embed(texts, signal);
    },
    now: () => new Date(time),
    report: (problem) => reported.push(problem),
    ...(boundMs === undefined ? {} : { boundMs }),
  });
  return { db, stage, asked, reported, pass: (ms: number) => (time += ms) };
}

async function embedded(db: Db, model = 'm'): Promise<number[]> {
  const ids = (await rowsOf(db, 'articles')).map(({ id }) => id);
  return [...(await findMeanings(db, model, ids)).keys()].sort((a, b) => a - b);
}

test('every waiting article is embedded once, many at a time', async () => {
  const { db, stage, asked } = await aWorld(40, inOrder);
  expect(await stage()).toBe(40);
  expect(asked.map((texts) => texts.length)).toEqual([32, 8]);
  expect(asked[0]?.[0]).toContain('Title');
  expect(await embedded(db)).toHaveLength(40);
  expect(await stage()).toBe(0);
  expect(asked).toHaveLength(2);
});

test('another model begins anew; an article whose text changed loses what was made of the old one', async () => {
  const { db, stage } = await aWorld(2, inOrder);
  await stage();
  expect(await embedded(db, 'other')).toEqual([]);
  await db.updateTable('articles').set({ content_hash: 'changed' }).where('id', '=', 1).execute();
  expect(await embedded(db)).toEqual([2]);
  expect(await stage()).toBe(1);
  expect(await embedded(db)).toEqual([1, 2]);
});

test('a service that fails is left alone, longer each time, and reported', async () => {
  let works = false;
  const { stage, asked, reported, pass } = await aWorld(1, async (texts, signal) => {
    if (!works) throw new Error('The embeddings service answers 500.');
    return inOrder(texts, signal);
  });
  expect(await stage()).toBe(0);
  expect(await stage()).toBe(0);
  expect(asked).toHaveLength(1);
  expect(reported).toEqual(['No embeddings for 30 seconds: The embeddings service answers 500.']);
  pass(0.5 * minute);
  expect(await stage()).toBe(0);
  expect(reported[1]).toContain('for 60 seconds');
  pass(0.5 * minute);
  expect(await stage()).toBe(0);
  expect(asked).toHaveLength(2);
  works = true;
  pass(0.5 * minute);
  expect(await stage()).toBe(1);
});

test('nothing waits for a service that does not answer', async () => {
  const never: Embed = (_, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const { db, stage, reported } = await aWorld(1, never, 1);
  expect(await stage()).toBe(0);
  expect(reported[0]).toContain('takes longer than');
  const findSubject = createFindSubject({ topicWords: {}, noNewsWords: {} });
  expect(await createCluster({ db, findSubject, embeddingModel: 'm', now: () => monday })()).toBe(1);
  expect((await rowsOf(db, 'articles')).map((row) => row.story_id)).toEqual([1]);
});
