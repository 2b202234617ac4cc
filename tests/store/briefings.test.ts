import { expect, test } from 'vitest';
import { findBriefing, findBriefingsSince, findHadStories, recordBriefing } from '../../src/store/briefings.ts';
import type { Db } from '../../src/store/openStore.ts';
import { settle } from '../../src/store/outbox.ts';
import { removeSubscription, saveSubscription } from '../../src/store/subscriptions.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, aWish, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBriefing, aBriefingItem } from '../support/stories.ts';

async function storeWithStory() {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId, articleId } = await addToStory(db, source!);
  return { db, storyId, articleId, subscription: await subscribe(db) };
}

type World = Awaited<ReturnType<typeof storeWithStory>>;

async function record(db: Db, { subscription, storyId, articleId }: World, dueAt = monday, now = monday) {
  const { id: _, ...content } = aBriefing({ dueAt, items: [aBriefingItem({ storyId })] });
  return recordBriefing(db, subscription, content, new Map([[storyId, articleId]]), { dueAt: hours(24), now });
}

test('a briefing is recorded with its stories, its delivery and the next due time', async () => {
  const world = await storeWithStory();
  const briefing = await record(world.db, world);
  expect(briefing).toMatchObject({ id: 1, dueAt: monday });
  expect(await rowsOf(world.db, 'briefing_stories')).toMatchObject([{ story_id: world.storyId, position: 0 }]);
  expect(await rowsOf(world.db, 'deliveries')).toMatchObject([
    { channel_id: 'channel', status: 'waiting', attempts: 0, next_attempt_at: monday.getTime() },
  ]);
  expect(await rowsOf(world.db, 'subscriptions')).toMatchObject([{ next_due_at: hours(24).getTime() }]);
});

test('recorded twice for one due time, there is one briefing and one delivery', async () => {
  const world = await storeWithStory();
  const made = await Promise.all([record(world.db, world), record(world.db, world)]);
  expect(made.filter(Boolean)).toHaveLength(1);
  expect(await rowsOf(world.db, 'briefings')).toHaveLength(1);
  expect(await rowsOf(world.db, 'deliveries')).toHaveLength(1);
});

test('when something fails, nothing of it is recorded', async () => {
  const world = await storeWithStory();
  await expect(record(world.db, { ...world, storyId: 404 })).rejects.toThrow('FOREIGN KEY');
  expect(await rowsOf(world.db, 'briefings')).toEqual([]);
  expect(await rowsOf(world.db, 'subscriptions')).toMatchObject([{ next_due_at: monday.getTime() }]);
});

test('a briefing without stories is remembered but not delivered', async () => {
  const { db, subscription } = await storeWithStory();
  const { id: _, ...content } = aBriefing({ items: [] });
  await recordBriefing(db, subscription, content, new Map(), { dueAt: hours(24), now: monday });
  expect(await rowsOf(db, 'briefings')).toHaveLength(1);
  expect(await rowsOf(db, 'deliveries')).toEqual([]);
});

test('a time that was changed while the briefing was composed is not overwritten', async () => {
  const world = await storeWithStory();
  await saveSubscription(world.db, aWish({ times: ['09:00'], nextDueAt: hours(3) }), monday);
  await record(world.db, world);
  expect(await rowsOf(world.db, 'subscriptions')).toMatchObject([{ next_due_at: hours(3).getTime() }]);
});

test('every briefing has a nonce of its own, the same whoever computes it, that Discord accepts', async () => {
  const world = await storeWithStory();
  await record(world.db, world);
  await record(world.db, world, hours(24));
  const elsewhere = await storeWithStory();
  await record(elsewhere.db, elsewhere);
  const nonces = (await rowsOf(world.db, 'deliveries')).map((row) => row.nonce);
  expect(new Set(nonces).size).toBe(2);
  expect((await rowsOf(elsewhere.db, 'deliveries')).map((row) => row.nonce)).toEqual(nonces.slice(0, 1));
  expect(nonces.filter((nonce) => nonce.length > 25)).toEqual([]);
});

test('a briefing reads back as it was made, dates included', async () => {
  const world = await storeWithStory();
  const briefing = await record(world.db, world);
  expect(await findBriefing(world.db, 1)).toEqual(briefing);
  expect(await findBriefing(world.db, 2)).toBeNull();
  expect(await findBriefingsSince(world.db, 0)).toEqual([{ briefing, channelId: 'channel' }]);
  expect(await findBriefingsSince(world.db, 1)).toEqual([]);
});

test('a channel remembers the last time that it had a story, other channels do not', async () => {
  const world = await storeWithStory();
  await record(world.db, world);
  await record(world.db, { ...world, articleId: 7 }, hours(24), hours(24));
  const had = await findHadStories(world.db, 'channel', [world.storyId, 404]);
  expect(had).toEqual(new Map([[world.storyId, { lastArticleId: 7, at: hours(24) }]]));
  expect(await findHadStories(world.db, 'elsewhere', [world.storyId])).toEqual(new Map());
});

test('what was given up was never had; what still waits was', async () => {
  const world = await storeWithStory();
  await record(world.db, world);
  await record(world.db, { ...world, articleId: 7 }, hours(24), hours(24));
  const had = async () => (await findHadStories(world.db, 'channel', [world.storyId])).get(world.storyId);
  const [first, second] = await rowsOf(world.db, 'deliveries');
  await settle(world.db, 'deliveries', second!.id, { status: 'dropped', reason: 'The form is wrong.' });
  expect(await had()).toEqual({ lastArticleId: world.articleId, at: monday });
  await settle(world.db, 'deliveries', first!.id, { status: 'dropped', reason: 'The form is wrong.' });
  expect(await had()).toBeUndefined();
});

test('the channel’s memory outlives its subscription', async () => {
  const world = await storeWithStory();
  await record(world.db, world);
  await removeSubscription(world.db, world.subscription.id, 'guild');
  expect((await findHadStories(world.db, 'channel', [world.storyId])).size).toBe(1);
});
