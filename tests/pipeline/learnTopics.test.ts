import { expect, test } from 'vitest';
import { createLearnTopics } from '../../src/pipeline/learnTopics.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findTopicModel, saveTopicModel } from '../../src/store/topicModels.ts';
import { topicFeaturesOf } from '../../src/text/topicFeatures.ts';
import { createIsNoNews, noNews } from '../../src/text/topics.ts';
import { monday } from '../support/articles.ts';
import { addArticle, addSources, openTestStore, rowsOf } from '../support/store.ts';

const topics = ['sport', 'health'];
const learnOf = (db: Db) =>
  createLearnTopics({ db, topics, isNoNews: createIsNoNews({ en: ['horoscope'] }), now: () => monday });

/** Sources of one subject, of two, and of none, each with some articles. */
async function aWorld(count: number): Promise<Db> {
  const db = openTestStore();
  const sources = await addSources(
    db,
    { key: 'goal', topics: ['sport'] },
    { key: 'clinic', topics: ['health'] },
    { key: 'both', topics: ['sport', 'health'] },
    { key: 'all', topics: [] },
  );
  const titles = ['Goalkeeper saves', 'Nurses vaccinate', 'Runners and doctors', 'Horoscope for day'];
  for (let index = 0; index < count; index++) {
    for (const [position, source] of sources.entries()) {
      const url = `https://${source.key}.example/${index}`;
      await addArticle(db, source, { title: `${titles[position]} ${index}`, summary: '', url });
    }
  }
  return db;
}

test('it learns from sources of one subject, and what is no news from all', async () => {
  const { learn, model } = await learnOf(await aWorld(30));
  let total = 0;
  for (let done = await learn(); done > 0; done = await learn()) total += done;
  expect(total).toBe(120);
  expect(model.examplesIn('en')).toBe(90);
  const about = (title: string) => {
    const probabilities = model.probabilities(topicFeaturesOf({ title, lead: '' }));
    return model.labels[probabilities.indexOf(Math.max(...probabilities))];
  };
  expect(['A goalkeeper', 'Two nurses', 'A horoscope'].map(about)).toEqual(['sport', 'health', noNews]);
});

test('it goes on where it was saved, and learns again what was not', async () => {
  const db = await aWorld(3);
  const first = await learnOf(db);
  expect(await first.learn()).toBe(12);
  expect(await (await learnOf(db)).learn()).toBe(12);
  await saveTopicModel(db, { model: first.model, lastArticle: 8 }, monday);
  const next = await learnOf(db);
  expect(next.model.examplesIn('en')).toBe(9);
  expect(await next.learn()).toBe(4);
});

test('what has come further is never replaced', async () => {
  const db = await aWorld(1);
  const { model } = await learnOf(db);
  await saveTopicModel(db, { model, lastArticle: 9 }, monday);
  await saveTopicModel(db, { model, lastArticle: 4 }, monday);
  expect((await findTopicModel(db, [...topics, noNews])).lastArticle).toBe(9);
  expect(await rowsOf(db, 'topic_models')).toHaveLength(1);
});

test('what was learned about other labels is forgotten, and what begins anew can be saved', async () => {
  const db = await aWorld(1);
  const { model } = await learnOf(db);
  await saveTopicModel(db, { model, lastArticle: 9 }, monday);
  const anew = await findTopicModel(db, ['arts']);
  expect(anew.lastArticle).toBe(0);
  await saveTopicModel(db, { ...anew, lastArticle: 2 }, monday);
  expect((await findTopicModel(db, ['arts'])).lastArticle).toBe(2);
});
