import { expect, test } from 'vitest';
import { createPrune } from '../../src/pipeline/prune.ts';
import { hours } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';

test('texts are kept for some days, identities for many more', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await addToStory(db, source!, { text: 'Long text.' });
  const keptAfter = async (days: number) => {
    await createPrune({ db, now: () => hours(days * 24), textDays: 30, articleDays: 365 })();
    return (await rowsOf(db, 'articles')).map(({ text }) => text);
  };
  expect(await keptAfter(29)).toEqual(['Long text.']);
  expect(await keptAfter(31)).toEqual(['']);
  expect(await keptAfter(364)).toEqual(['']);
  expect(await keptAfter(366)).toEqual([]);
  expect(await rowsOf(db, 'stories')).toEqual([]);
});
