import { expect, test } from 'vitest';
import { createFollow } from '../../src/pipeline/follow.ts';
import { findSeverities, findStoryUpdates } from '../../src/store/storyUpdates.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';

async function aStory() {
  const db = openTestStore();
  const [times, wire] = await addSources(
    db,
    { key: 'times', owner: 'Harbour' },
    { key: 'wire', owner: 'Meridian', publisher: 'Meridian Wire' },
  );
  const follow = createFollow({ db, now: () => monday, report: (problem) => expect.fail(problem) });
  const first = { title: 'Storm near Lauen kills 4 people', summary: '', url: 'https://a.example/1' };
  const { storyId } = await addToStory(db, times!, first);
  return { db, times: times!, wire: wire!, follow, storyId };
}

test('a story is followed as it grows, each version once', async () => {
  const { db, wire, follow, storyId } = await aStory();
  expect(await follow()).toBe(1);
  expect(await follow()).toBe(0);
  expect(await findStoryUpdates(db, storyId, 9)).toEqual([]);
  const later = { title: 'The storm near Lauen has killed 19 people', summary: '', url: 'https://a.example/2' };
  await addToStory(db, wire, { ...later, storyId, publishedAt: hours(-2) });
  expect(await follow()).toBe(1);
  expect((await findStoryUpdates(db, storyId, 9)).map(({ kind }) => kind)).toEqual(['figures', 'origin']);
  expect((await findSeverities(db, [storyId])).get(storyId)).toMatchObject({ killed: 4 });
  expect(await follow()).toBe(0);
});

test('names are told as the article spells them', async () => {
  const { db, times, follow, storyId } = await aStory();
  await follow();
  const later = { title: 'The storm reached Kessel, and then Brandow', summary: '', url: 'https://a.example/2' };
  await addToStory(db, times, { ...later, storyId });
  await follow();
  expect(await findStoryUpdates(db, storyId, 1)).toMatchObject([{ kind: 'names', names: ['Kessel', 'Brandow'] }]);
});

test('two copies of the stage record an update once', async () => {
  const { db, wire, follow, storyId } = await aStory();
  await follow();
  await addToStory(db, wire, { title: 'The storm near Lauen', summary: '', url: 'https://a.example/2', storyId });
  await Promise.all([follow(), createFollow({ db, now: () => monday, report: () => {} })()]);
  expect((await rowsOf(db, 'story_updates')).map(({ kind }) => kind)).toEqual(['origin']);
});

test('stories that changed long ago are left alone', async () => {
  const { db, follow } = await aStory();
  await db
    .updateTable('stories')
    .set({ changed_at: hours(-24 * 9).getTime() })
    .execute();
  expect(await follow()).toBe(0);
});
