import { expect, test } from 'vitest';
import { type Outgoing, PostError } from '../../src/news/outside.ts';
import { createDeliver } from '../../src/pipeline/deliver.ts';
import { recordBriefing } from '../../src/store/briefings.ts';
import { claimDeliveries } from '../../src/store/deliveries.ts';
import { releaseClaims } from '../../src/store/outbox.ts';
import { findDueSubscriptions, findSubscriptions, resumeSubscriptions } from '../../src/store/subscriptions.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBriefing, aBriefingItem } from '../support/stories.ts';

/** A Discord that knows a repeated nonce, as the real one does, and answers what it is told to. */
function aDiscord() {
  const messages = new Map<string, string>();
  const standing = new Map<string, string>();
  const posted: string[] = [];
  const lookedIn: string[] = [];
  const problems = new Map<string, Error>();
  const post = async ({ channelId, nonce }: Outgoing) => {
    posted.push(channelId);
    const problem = problems.get(channelId);
    if (problem) throw problem;
    const messageId = messages.get(nonce) ?? `message ${messages.size + 1}`;
    messages.set(nonce, messageId);
    standing.set(channelId, messageId);
    return { messageId };
  };
  const findPosted = async ({ channelId }: Outgoing) => {
    lookedIn.push(channelId);
    const messageId = standing.get(channelId);
    return messageId === undefined ? null : { messageId };
  };
  return { messages, standing, posted, lookedIn, problems, post, findPosted };
}

/** One briefing waits in each of the channels. */
async function aWorld(...channels: string[]) {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!);
  for (const channelId of channels) {
    const subscription = await subscribe(db, { channelId });
    const { id: _, ...content } = aBriefing({ items: [aBriefingItem({ storyId })] });
    await recordBriefing(db, subscription, content, new Map(), { dueAt: hours(24), now: monday });
  }
  const discord = aDiscord();
  const reports: string[] = [];
  const tokenProblems: PostError[] = [];
  let now = monday;
  const deliverAs = (worker: string) =>
    createDeliver({
      db,
      post: discord.post,
      findPosted: discord.findPosted,
      worker,
      now: () => now,
      report: (problem, details) => reports.push(`${problem} ${JSON.stringify(details)}`),
      onTokenRefused: (error) => tokenProblems.push(error),
    });
  const deliver = deliverAs('one');
  return {
    db,
    discord,
    reports,
    tokenProblems,
    deliverAs,
    at: (hour: number, stage = deliver) => {
      now = hours(hour);
      return stage();
    },
    statuses: async () => (await rowsOf(db, 'deliveries')).map(({ status }) => status),
    suspended: async () => (await findSubscriptions(db, 'guild')).map((subscription) => subscription.suspended),
  };
}

test('every waiting message is sent once', async () => {
  const world = await aWorld('a', 'b');
  expect(await world.at(0)).toBe(2);
  expect(await world.at(1)).toBe(0);
  expect(world.discord.posted).toEqual(['a', 'b']);
  expect(await rowsOf(world.db, 'deliveries')).toMatchObject([
    { status: 'sent', message_id: 'message 1' },
    { status: 'sent', message_id: 'message 2' },
  ]);
});

test('what was never tried before is not looked for', async () => {
  const world = await aWorld('a');
  await world.at(0);
  expect(world.discord.lookedIn).toEqual([]);
});

test.each([0.1, 5, 25])(
  'a message whose answer was lost is found %d hours later, though its nonce is forgotten',
  async (hour) => {
    const world = await aWorld('a');
    const [claimed] = await claimDeliveries(world.db, { worker: 'one', now: monday, leaseMs: 60_000, limit: 10 });
    await world.discord.post(claimed!);
    world.discord.messages.clear();
    await world.at(hour);
    expect(world.discord.posted).toEqual(['a']);
    expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'sent', message_id: 'message 1' }]);
  },
);

test('a message that was posted and deleted counts as sent and is not posted again', async () => {
  const world = await aWorld('a');
  world.discord.problems.set('a', new PostError('no message', 'Unknown Message'));
  await world.at(0);
  expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'sent', message_id: null }]);
  expect(world.reports).toEqual([]);
});

test('however long Discord is away, the next attempt comes within a minute', async () => {
  const world = await aWorld('a');
  world.discord.problems.set('a', new PostError('try again', 'Discord is away.'));
  for (let hour = 0; hour < 12; hour++) await world.at(hour);
  const [row] = await rowsOf(world.db, 'deliveries');
  expect(row!.next_attempt_at - hours(11).getTime()).toBeLessThan(60_000);
});

test('two workers at the same moment send every message once', async () => {
  const world = await aWorld('a', 'b', 'c');
  await Promise.all([world.at(0, world.deliverAs('one')), world.at(0, world.deliverAs('two'))]);
  expect(world.discord.posted.sort()).toEqual(['a', 'b', 'c']);
});

test('what can be tried again is, later and later, and arrives', async () => {
  const world = await aWorld('a');
  world.discord.problems.set('a', new PostError('try again', 'Discord is busy.'));
  const waits: number[] = [];
  for (let hour = 0; hour < 3; hour++) {
    await world.at(hour);
    const [row] = await rowsOf(world.db, 'deliveries');
    expect(row).toMatchObject({ status: 'waiting', last_error: 'Discord is busy.' });
    waits.push(row!.next_attempt_at - hours(hour).getTime());
  }
  for (const [attempt, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(0.9 * 2_000 * 2 ** attempt);
    expect(wait).toBeLessThanOrEqual(1.1 * 2_000 * 2 ** attempt);
  }
  world.discord.problems.clear();
  await world.at(4);
  expect(await world.statuses()).toEqual(['sent']);
  expect(world.reports).toEqual([]);
});

test('Discord’s own wish when to come back is kept', async () => {
  const world = await aWorld('a');
  world.discord.problems.set('a', new PostError('try again', 'Slow down.', { retryAfterMs: 60 * 60_000 }));
  await world.at(0);
  expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ next_attempt_at: hours(1).getTime() }]);
  expect(await world.at(0.9)).toBe(0);
});

test('without access, the message is dropped and the subscription suspended; another is due when it goes on', async () => {
  const world = await aWorld('a', 'b');
  world.discord.problems.set('a', new PostError('no channel', 'The channel is gone.'));
  await world.at(0);
  expect(await world.statuses()).toEqual(['dropped', 'sent']);
  expect(await world.suspended()).toEqual(['no channel', null]);
  await resumeSubscriptions(world.db, 'a');
  expect((await findDueSubscriptions(world.db, hours(0.1), 10)).map(({ channelId }) => channelId)).toEqual(['a']);
  expect(world.reports).toEqual(['A briefing was not delivered {"channel":"a","reason":"The channel is gone."}']);
});

test.each([
  ['a refused message', new PostError('refused', 'The form is wrong.')],
  ['a mistake of ours', new TypeError('The form is wrong.')],
])('%s is dropped and never sent again; the subscription goes on', async (_what, problem) => {
  const world = await aWorld('a');
  world.discord.problems.set('a', problem);
  await world.at(0);
  expect(await world.statuses()).toEqual(['dropped']);
  expect(await world.suspended()).toEqual([null]);
  expect(world.reports.join()).toContain('The form is wrong.');
  expect(await world.at(9)).toBe(0);
});

test('when the token is refused, the message waits and the one who can stop us is told', async () => {
  const world = await aWorld('a');
  world.discord.problems.set('a', new PostError('token', 'Discord refuses the token.'));
  await world.at(0);
  expect(world.tokenProblems.map(({ message }) => message)).toEqual(['Discord refuses the token.']);
  expect(await world.statuses()).toEqual(['waiting']);
  expect(world.reports).toEqual([]);
});

test('a message that could not be sent for a day is stale: it is dropped unsent, and said so', async () => {
  const world = await aWorld('a');
  await world.at(24.1);
  expect(world.discord.posted).toEqual([]);
  expect(await world.statuses()).toEqual(['dropped']);
  expect(world.reports).toHaveLength(1);
});

test('a message of just under a day is still sent', async () => {
  const world = await aWorld('a');
  await world.at(23.9);
  expect(await world.statuses()).toEqual(['sent']);
});

test('one message that can’t be sent stops no other', async () => {
  const world = await aWorld('a', 'b', 'c');
  world.discord.problems.set('b', new PostError('try again', 'Discord is busy.'));
  await world.at(0);
  expect(await world.statuses()).toEqual(['sent', 'waiting', 'sent']);
});

test('after a crash between claiming and sending, the message is sent once', async () => {
  const world = await aWorld('a');
  await claimDeliveries(world.db, { worker: 'one', now: monday, leaseMs: 60_000, limit: 10 });
  expect(await world.at(0)).toBe(0);
  await releaseClaims(world.db, 'deliveries', 'one');
  expect(await world.at(0)).toBe(1);
  expect(world.discord.messages.size).toBe(1);
});

test('after a crash between sending and recording, the message stands once', async () => {
  const world = await aWorld('a');
  const [claimed] = await claimDeliveries(world.db, { worker: 'one', now: monday, leaseMs: 60_000, limit: 10 });
  await world.discord.post(claimed!);
  await world.at(0.1, world.deliverAs('two'));
  expect(world.discord.posted).toEqual(['a']);
  expect([...world.discord.messages.values()]).toEqual(['message 1']);
  expect(await rowsOf(world.db, 'deliveries')).toMatchObject([{ status: 'sent', message_id: 'message 1' }]);
});

test('a channel that keeps Discord waiting keeps no other from its message', async () => {
  const world = await aWorld('slow');
  let arrives = () => {};
  const slow = new Promise<void>((resolve) => {
    arrives = resolve;
  });
  const deliver = createDeliver({
    db: world.db,
    post: async (outgoing) => {
      if (outgoing.channelId === 'slow') await slow;
      else arrives();
      return world.discord.post(outgoing);
    },
    findPosted: async () => null,
    worker: 'one',
    now: () => monday,
    report: (problem) => world.reports.push(problem),
    onTokenRefused: () => {},
  });
  const run = deliver();
  const { id: _, ...content } = aBriefing({ items: [aBriefingItem({ storyId: 1 })] });
  const late = await subscribe(world.db, { channelId: 'late' });
  await recordBriefing(world.db, late, content, new Map(), { dueAt: hours(24), now: monday });
  expect(await run).toBe(2);
  expect(world.discord.posted).toEqual(['late', 'slow']);
  expect(await world.statuses()).toEqual(['sent', 'sent']);
});

test('one run sends everything that waits, however much that is', async () => {
  const channels = Array.from({ length: 230 }, (_, index) => `channel ${index}`);
  const world = await aWorld(...channels);
  expect(await world.at(0)).toBe(230);
  expect(world.discord.posted.toSorted()).toEqual(channels.toSorted());
});
