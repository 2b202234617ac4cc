import { expect, test } from 'vitest';
import { recordBriefing } from '../../src/store/briefings.ts';
import { claimDeliveries } from '../../src/store/deliveries.ts';
import type { Db } from '../../src/store/openStore.ts';
import { releaseClaims, settle } from '../../src/store/outbox.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, aTemporaryFile, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBriefing, aBriefingItem } from '../support/stories.ts';

const leaseMs = 60_000;

/** A store with one delivery waiting in each channel. */
async function storeWithDeliveries(channels: string[], db = openTestStore()): Promise<Db> {
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  for (const channelId of channels) {
    const subscription = await subscribe(db, { channelId });
    const { id: _, ...content } = aBriefing({ items: [aBriefingItem({ storyId })] });
    await recordBriefing(db, subscription, content, new Map(), { dueAt: hours(24), now: monday });
  }
  return db;
}

async function claim(db: Db, worker = 'one', now = monday, limit = 10): Promise<string[]> {
  return (await claimDeliveries(db, { worker, now, leaseMs, limit })).map(({ channelId }) => channelId);
}

test('a claimed message belongs to one worker until the lease has run out', async () => {
  const db = await storeWithDeliveries(['a', 'b']);
  expect(await claim(db, 'one', monday, 1)).toEqual(['a']);
  expect(await claim(db, 'two')).toEqual(['b']);
  expect(await claim(db, 'two', new Date(monday.getTime() + leaseMs))).toEqual([]);
  expect(await claim(db, 'two', new Date(monday.getTime() + leaseMs + 1))).toEqual(['a', 'b']);
});

test('two claimers, also on two connections, never get the same message', async () => {
  const file = aTemporaryFile();
  const one = await storeWithDeliveries(['a', 'b', 'c'], openTestStore(file));
  const other = openTestStore(file);
  expect(await claim(one, 'one', monday, 2)).toEqual(['a', 'b']);
  expect(await claim(other, 'two', monday, 2)).toEqual(['c']);
});

test('a claim holds everything that sending needs, and counts the attempt', async () => {
  const db = await storeWithDeliveries(['a']);
  const [delivery] = await claimDeliveries(db, { worker: 'one', now: monday, leaseMs, limit: 1 });
  expect(delivery).toMatchObject({
    channelId: 'a',
    attempts: 1,
    createdAt: monday,
    briefing: { id: 1, dueAt: monday },
  });
  await releaseClaims(db, 'deliveries', 'one');
  const [again] = await claimDeliveries(db, { worker: 'one', now: monday, leaseMs, limit: 1 });
  expect(again).toEqual({ ...delivery, attempts: 2 });
});

test('a worker that starts again has its messages back at once, others keep theirs', async () => {
  const db = await storeWithDeliveries(['a', 'b']);
  await claim(db, 'one', monday, 1);
  await claim(db, 'two', monday, 1);
  await releaseClaims(db, 'deliveries', 'one');
  expect(await claim(db, 'three')).toEqual(['a']);
});

test('what was sent is never claimed again, not even when its worker is released', async () => {
  const db = await storeWithDeliveries(['a']);
  await claim(db);
  await settle(db, 'deliveries', 1, { status: 'sent', messageId: 'message', at: monday });
  await releaseClaims(db, 'deliveries', 'one');
  expect(await claim(db, 'two', hours(99))).toEqual([]);
  expect(await rowsOf(db, 'deliveries')).toMatchObject([
    { status: 'sent', message_id: 'message', sent_at: monday.getTime(), claimed_by: null },
  ]);
});

test('what is to be tried again waits for its time', async () => {
  const db = await storeWithDeliveries(['a']);
  await claim(db);
  await settle(db, 'deliveries', 1, { status: 'waiting', at: hours(1), reason: 'Discord is busy.' });
  expect(await claim(db, 'one', new Date(hours(1).getTime() - 1))).toEqual([]);
  expect(await rowsOf(db, 'deliveries')).toMatchObject([{ status: 'waiting', last_error: 'Discord is busy.' }]);
  expect(await claim(db, 'one', hours(1))).toEqual(['a']);
});

test('what was dropped is kept with its reason and never sent', async () => {
  const db = await storeWithDeliveries(['a']);
  await claim(db);
  await settle(db, 'deliveries', 1, { status: 'dropped', reason: 'The channel is gone.' });
  expect(await claim(db, 'one', hours(99))).toEqual([]);
  expect(await rowsOf(db, 'deliveries')).toMatchObject([{ status: 'dropped', last_error: 'The channel is gone.' }]);
});

test('the database refuses a second message with the same nonce', async () => {
  const db = await storeWithDeliveries(['a', 'b']);
  const [first] = await rowsOf(db, 'deliveries');
  const twin = db.updateTable('deliveries').set({ nonce: first!.nonce }).where('id', '=', 2).execute();
  await expect(twin).rejects.toThrow('UNIQUE');
});
