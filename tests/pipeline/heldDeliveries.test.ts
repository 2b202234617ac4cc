import { describe, expect, test } from 'vitest';
import { createFindPosted } from '../../src/discord/createFindPosted.ts';
import { createPost } from '../../src/discord/createPost.ts';
import { createDeliver } from '../../src/pipeline/deliver.ts';
import { ManualClock } from '../../src/playground/clock.ts';
import { BOT_ID, GUILD_ID, MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { findHadStories, recordBriefing } from '../../src/store/briefings.ts';
import { claimDeliveries } from '../../src/store/deliveries.ts';
import { deleteGoneGuilds, noteGoneGuild } from '../../src/store/goneGuilds.ts';
import { releaseClaims } from '../../src/store/outbox.ts';
import { savePerson } from '../../src/store/people.ts';
import { removeSubscription, resumeSubscriptions, saveSubscription } from '../../src/store/subscriptions.ts';
import { findQueue } from '../../src/store/workState.ts';
import { playgroundFor, restOn } from '../playground/support/bot.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, aWish, openTestStore, rowsOf } from '../support/store.ts';
import { aBriefing, aBriefingItem } from '../support/stories.ts';

const place = { guildId: GUILD_ID, channelId: NEWS_CHANNEL_ID };

/** The local Discord, and a bot that dies while it sends the first of a briefing's two messages. */
async function aWorld() {
  const clock = new ManualClock(monday.getTime());
  const playground = await playgroundFor({ clock });
  const rest = restOn(playground);
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const reports: string[] = [];
  let now = monday;
  const post = createPost(rest);
  const deliver = createDeliver({
    ...{ db, post, findPosted: createFindPosted(rest), worker: 'one', now: () => now },
    report: (problem) => reports.push(problem),
    onTokenRefused: ({ message }) => expect.fail(message),
  });
  return {
    ...{ db, reports, playground },
    guilds: playground.world.guilds,
    /** @param isSent  whether the message came through */
    async dieSending(wish: { isSent: boolean; channelId?: string; guildId?: string; userId?: string }) {
      const { isSent, ...where } = { ...place, ...wish };
      const told = await Promise.all(
        ['Ferry sails again', 'Bridge opens'].map((title) =>
          addToStory(db, source!, { title, url: `https://a.example/${title}` }),
        ),
      );
      const items = told.map(({ storyId }) => aBriefingItem({ storyId }));
      const { subscription } = await saveSubscription(db, aWish(where), now);
      const { id: _, ...content } = aBriefing({ items });
      const parts = [0, 1].map((number) => ({ number, from: number, to: number + 1, isLast: number === 1 }));
      await recordBriefing(db, subscription, content, new Map(), { dueAt: hours(24), now, parts });
      const [claimed] = await claimDeliveries(db, { worker: 'one', now, leaseMs: 60_000, limit: 1 });
      if (isSent) await post(claimed!);
      await releaseClaims(db, 'deliveries', 'one');
      return { subscription, storyIds: items.map(({ storyId }) => storyId) };
    },
    /** @returns how often Discord was asked */
    async at(...times: readonly number[]) {
      const before = playground.requests.length;
      for (const hour of times) {
        now = hours(hour);
        clock.advance(now.getTime() - clock.now());
        await deliver();
      }
      return playground.requests.length - before;
    },
    shown: (channelId = NEWS_CHANNEL_ID) => playground.world.messagesIn(channelId),
    statuses: async () => (await rowsOf(db, 'deliveries')).map(({ status }) => status),
  };
}

describe('a bot that died sending and comes back while it is removed from the server', () => {
  test('looks once, then waits; what stands is recorded after the return, and the rest follows', async () => {
    const world = await aWorld();
    const { storyIds } = await world.dieSending({ isSent: true });
    world.guilds.leave(GUILD_ID, BOT_ID);
    expect(await world.at(3.3, 3.4, 5, 9, 20)).toBe(1);
    expect(await world.statuses()).toEqual(['waiting', 'waiting']);
    expect(world.reports).toEqual(['Whether a briefing was delivered can’t be seen; it waits for access']);
    expect([...(await findHadStories(world.db, NEWS_CHANNEL_ID, storyIds)).keys()]).toEqual(storyIds);
    expect(await findQueue(world.db)).toMatchObject({ waiting: 0, oldestAt: null });
    world.guilds.join(GUILD_ID, BOT_ID);
    await resumeSubscriptions(world.db, NEWS_CHANNEL_ID);
    await world.at(21, 22);
    expect(world.shown()).toHaveLength(2);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject(
      world.shown().map(({ id }) => ({ status: 'sent', message_id: id })),
    );
  });

  test('and knows it: Discord is not asked at all', async () => {
    const world = await aWorld();
    await world.dieSending({ isSent: true });
    world.guilds.leave(GUILD_ID, BOT_ID);
    await noteGoneGuild(world.db, GUILD_ID, hours(1));
    expect(await world.at(3, 9)).toBe(0);
    expect(await world.statuses()).toEqual(['waiting', 'waiting']);
  });

  test.each([
    ['within a day: it is sent', 23, ['sent', 'sent'], 2],
    ['later: it is dropped', 49, ['dropped', 'dropped'], 0],
  ])('and finds after the return that nothing stands, %s', async (_what, hour, statuses, shown) => {
    const world = await aWorld();
    await world.dieSending({ isSent: false });
    world.guilds.leave(GUILD_ID, BOT_ID);
    await world.at(3);
    world.guilds.join(GUILD_ID, BOT_ID);
    await resumeSubscriptions(world.db, NEWS_CHANNEL_ID);
    await world.at(hour, hour + 1);
    expect(await world.statuses()).toEqual(statuses);
    expect(world.shown()).toHaveLength(shown);
  });

  test('two days later finds what stands: it is not too late for that', async () => {
    const world = await aWorld();
    await world.dieSending({ isSent: true });
    world.guilds.leave(GUILD_ID, BOT_ID);
    await world.at(48);
    expect(await world.statuses()).toEqual(['waiting', 'waiting']);
    world.guilds.join(GUILD_ID, BOT_ID);
    await resumeSubscriptions(world.db, NEWS_CHANNEL_ID);
    await world.at(49);
    expect(await world.statuses()).toEqual(['sent', 'dropped']);
  });

  test('is asked by /subscribe again: what waited goes on', async () => {
    const world = await aWorld();
    await world.dieSending({ isSent: true });
    world.guilds.leave(GUILD_ID, BOT_ID);
    await world.at(3);
    world.guilds.join(GUILD_ID, BOT_ID);
    await saveSubscription(world.db, aWish(place), hours(4));
    await world.at(4);
    expect(await world.statuses()).toEqual(['sent', 'sent']);
    expect(world.shown()).toHaveLength(2);
  });

  test('gives up what nothing would ever bring on: its briefing has been ended', async () => {
    const world = await aWorld();
    const { subscription } = await world.dieSending({ isSent: true });
    world.guilds.leave(GUILD_ID, BOT_ID);
    await world.at(3);
    await removeSubscription(world.db, subscription.id, GUILD_ID);
    expect(await world.at(4, 5, 6)).toBe(2);
    expect(await world.statuses()).toEqual(['dropped', 'dropped']);
  });

  test('for good: a month later nothing of it is left', async () => {
    const world = await aWorld();
    await world.dieSending({ isSent: true });
    world.guilds.leave(GUILD_ID, BOT_ID);
    await noteGoneGuild(world.db, GUILD_ID, hours(1));
    await world.at(3);
    await deleteGoneGuilds(world.db, hours(2));
    expect(await world.statuses()).toEqual([]);
  });
});

test('a person’s own briefing waits until they ask to be written to again', async () => {
  const world = await aWorld();
  const { id: channelId } = world.playground.world.openDm(MILO_ID);
  const person = { userId: MILO_ID, channelId, language: 'en', timeZone: null };
  await savePerson(world.db, person, monday);
  await world.dieSending({ isSent: true, guildId: '', channelId, userId: MILO_ID });
  world.playground.faults.add({ kind: 'error', status: 403, code: 50001 });
  expect(await world.at(3, 9)).toBe(1);
  world.playground.faults.clear();
  expect(await world.at(10)).toBe(0);
  expect(await savePerson(world.db, person, hours(11))).toBe(true);
  await world.at(11);
  expect(await world.statuses()).toEqual(['sent', 'sent']);
  expect(world.shown(channelId)).toHaveLength(2);
});
