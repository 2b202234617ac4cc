import { expect, test } from 'vitest';
import {
  findDueSubscriptions,
  findSubscription,
  findSubscriptions,
  findSuspendedChannels,
  findWantedLanguages,
  removeSubscription,
  resumeSubscriptions,
  saveSubscription,
  suspendSubscriptions,
} from '../../src/store/subscriptions.ts';
import { hours, monday } from '../support/articles.ts';
import { aWish, openTestStore, subscribe } from '../support/store.ts';

test('a wish reads back as it was made', async () => {
  const db = openTestStore();
  const wish = aWish({
    topics: ['health', 'sport'],
    times: ['06:00', '18:00'],
    weekdays: [1, 5],
    timeZone: 'Asia/Tokyo',
    minOrigins: 2,
    quiet: { from: '22:00', until: '07:00' },
    whenEmpty: 'line',
    layout: 'full',
    images: false,
    mentionRoleId: '7',
    postPer: 'story',
  });
  const { subscription, replaced } = await saveSubscription(db, wish, monday);
  expect(subscription).toEqual({ ...wish, id: subscription.id, userId: null, suspended: null, isPaused: false });
  expect(replaced).toBe(false);
  expect(await findSubscriptions(db, 'guild')).toEqual([subscription]);
});

test('the same channel and topics again replace the wish, whatever the order of the topics', async () => {
  const db = openTestStore();
  const first = await subscribe(db, { topics: ['sport', 'health'] });
  const { subscription, replaced } = await saveSubscription(
    db,
    aWish({ topics: ['health', 'sport'], times: ['18:00'], language: 'de', nextDueAt: hours(12) }),
    hours(1),
  );
  expect(replaced).toBe(true);
  expect(subscription).toMatchObject({ id: first.id, times: ['18:00'], language: 'de', nextDueAt: hours(12) });
  expect(await findSubscriptions(db, 'guild')).toHaveLength(1);
});

test('other topics or another channel are another wish', async () => {
  const db = openTestStore();
  await subscribe(db);
  await subscribe(db, { topics: ['sport'] });
  await subscribe(db, { channelId: 'elsewhere' });
  expect(await findSubscriptions(db, 'guild')).toHaveLength(3);
});

test('due are those whose time has come, the longest due first, never the suspended', async () => {
  const db = openTestStore();
  const late = await subscribe(db, { channelId: 'late', nextDueAt: hours(-2) });
  const now = await subscribe(db, { channelId: 'now', nextDueAt: monday });
  await subscribe(db, { channelId: 'later', nextDueAt: hours(0.01) });
  await subscribe(db, { channelId: 'gone', nextDueAt: hours(-3) });
  await suspendSubscriptions(db, 'gone', 'no channel');
  const due = await findDueSubscriptions(db, monday, 10);
  expect(due.map(({ id }) => id)).toEqual([late.id, now.id]);
});

test('a suspended subscription keeps why, and goes on when resumed or wished again', async () => {
  const db = openTestStore();
  await subscribe(db);
  await subscribe(db, { channelId: 'fine' });
  await suspendSubscriptions(db, 'channel', 'no access');
  const reasons = async () => (await findSubscriptions(db, 'guild')).map(({ suspended }) => suspended);
  expect(await reasons()).toEqual(['no access', null]);
  expect(await findSuspendedChannels(db)).toEqual(['channel']);
  expect(await findSuspendedChannels(db, 'other guild')).toEqual([]);
  expect(await resumeSubscriptions(db, 'fine')).toBe(0);
  expect(await resumeSubscriptions(db, 'channel')).toBe(1);
  expect(await reasons()).toEqual([null, null]);
  await suspendSubscriptions(db, 'channel', 'no access');
  await subscribe(db);
  expect(await reasons()).toEqual([null, null]);
});

test.each([
  ['The channel was deleted.', 'no channel'],
  ['Discord: Unknown Channel (10003)', 'no channel'],
  ['Discord: Missing Permissions (50013)', 'no access'],
])('a sentence of the first edition is still understood: %s', async (kept, suspension) => {
  const db = openTestStore();
  const { id } = await subscribe(db);
  await db.updateTable('subscriptions').set({ suspended: kept }).execute();
  expect((await findSubscription(db, id))?.suspended).toBe(suspension);
});

test('a server removes its own subscriptions only', async () => {
  const db = openTestStore();
  const { id } = await subscribe(db);
  expect(await removeSubscription(db, id, 'other guild')).toBe(false);
  expect(await removeSubscription(db, id, 'guild')).toBe(true);
  expect(await removeSubscription(db, id, 'guild')).toBe(false);
});

test('languages are wanted once each', async () => {
  const db = openTestStore();
  for (const [channelId, language] of [['a', 'en'], ['b', 'ja'], ['c', 'en']] as const) await subscribe(db, { channelId, language }); // biome-ignore format: a table
  expect((await findWantedLanguages(db)).map(({ language }) => language).sort()).toEqual(['en', 'ja']);
});
