import { expect, test } from 'vitest';
import { createCatchUp } from '../../src/pipeline/catchUp.ts';
import { recordBriefing } from '../../src/store/briefings.ts';
import { claimWaiting, type Outbox, outboxes, settle } from '../../src/store/outbox.ts';
import { savePerson } from '../../src/store/people.ts';
import { hours, monday } from '../support/articles.ts';
import { wishLive } from '../support/liveWishes.ts';
import { addSources, addToStory, openTestStore, subscribe } from '../support/store.ts';
import { aBriefing, aBriefingItem } from '../support/stories.ts';

/** A message waits in every outbox. */
async function aWorld() {
  const db = openTestStore();
  const at = monday.getTime();
  const message = { next_attempt_at: at, created_at: at };
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  const { id: _, ...briefing } = aBriefing({ items: [aBriefingItem({ storyId })] });
  await recordBriefing(db, await subscribe(db), briefing, new Map(), { dueAt: hours(24), now: monday });
  await db
    .insertInto('corrections')
    .values({ delivery_id: 1, ...message })
    .execute();
  await db
    .insertInto('publications')
    .values({ delivery_id: 1, channel_id: 'channel', ...message })
    .execute();
  await db
    .insertInto('greetings')
    .values({ guild_id: 'guild', joined_at: at, kind: 'first', nonce: 'greeting', ...message })
    .execute();
  await db
    .insertInto('notices')
    .values({ guild_id: 'guild', language: null, recipients: '[]', content: '{}', nonce: 'notice', ...message })
    .execute();
  await savePerson(db, { userId: 'milo', channelId: 'dm', language: 'en', timeZone: null }, monday);
  await db
    .insertInto('direct_messages')
    .values({ user_id: 'milo', content: '{}', nonce: 'direct', ...message })
    .execute();
  const { id } = await wishLive(db);
  const card = { subscription_id: id, channel_id: 'channel', content: '{}', changed_at: at, story_version: 1 };
  await db
    .insertInto('cards')
    .values({ ...card, story_id: 1, nonce: 'card', ...message })
    .execute();
  await db
    .insertInto('card_replies')
    .values({ card_id: 1, turn: 1, content: '{}', nonce: 'reply', ...message })
    .execute();
  let now = monday;
  const stage = () => createCatchUp({ db, now: () => now });
  const catchUp = stage();
  const claim = (outbox: Outbox) =>
    db.transaction().execute((trx) => claimWaiting(trx, outbox, { worker: 'one', now, leaseMs: 60_000, limit: 10 }));
  return {
    stage,
    claim,
    at: async (hour: number, own = catchUp) => {
      now = hours(hour);
      await own();
    },
    /** None of them can be sent now: they are to be tried again at an hour. */
    putOff: async (hour: number) => {
      for (const outbox of outboxes) {
        expect(await claim(outbox)).toEqual([1]);
        await settle(db, outbox, 1, { status: 'waiting', at: hours(hour), reason: 'Discord is away.' });
      }
    },
    due: async () => Object.fromEntries(await Promise.all(outboxes.map(async (each) => [each, await claim(each)]))),
  };
}

const inEach = (ids: readonly number[]) => Object.fromEntries(outboxes.map((outbox) => [outbox, ids]));

test.each(['goes on', 'starts anew'])(
  'what a clock that was ahead has put off is due in every outbox when it is right: the bot %s',
  async (how) => {
    const world = await aWorld();
    await world.at(4);
    await world.putOff(4.1);
    await world.at(1, how === 'goes on' ? undefined : world.stage());
    expect(await world.due()).toEqual(inEach([1]));
  },
);

test('while the clock goes on, nothing is tried before its time', async () => {
  const world = await aWorld();
  await world.at(4);
  await world.putOff(4.1);
  await world.at(4.05);
  await world.at(4.05);
  expect(await world.due()).toEqual(inEach([]));
  await world.at(4.1);
  expect(await world.due()).toEqual(inEach([1]));
});
