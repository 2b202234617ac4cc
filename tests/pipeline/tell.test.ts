import { expect, test } from 'vitest';
import { writeExtractiveBrief } from '../../src/briefs/extractive.ts';
import { type DirectNews, dailyStories } from '../../src/news/follow.ts';
import { type OutgoingDirect, PostError, type WriteBrief } from '../../src/news/outside.ts';
import { nextDueAt } from '../../src/news/subscription.ts';
import { createFollow } from '../../src/pipeline/follow.ts';
import { createTell } from '../../src/pipeline/tell.ts';
import { claimDirectMessages } from '../../src/store/directMessages.ts';
import { addFollow, findFollows } from '../../src/store/follows.ts';
import { addMute } from '../../src/store/mutes.ts';
import { findPerson, savePerson, takeUnreachable } from '../../src/store/people.ts';
import { mergeStories } from '../../src/store/storyChanges.ts';
import { findOwnSubscriptions } from '../../src/store/subscriptions.ts';
import { hours, monday } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';

const minuteMs = 60_000;

/** A Discord that knows a repeated nonce, a bot that tells, and a story that begins before anybody follows it. */
async function aWorld({ timeZone = null as string | null, writeBrief = writeExtractiveBrief as WriteBrief } = {}) {
  const db = openTestStore();
  const [times, wire] = await addSources(db, { key: 'times', owner: 'Harbour' }, { key: 'wire', owner: 'Meridian' });
  const sent: OutgoingDirect[] = [];
  const looked: number[] = [];
  const problems: PostError[] = [];
  const reports: string[] = [];
  let now = monday;
  const send = async (outgoing: OutgoingDirect) => {
    const problem = problems.shift();
    if (problem) throw problem;
    if (!sent.some(({ nonce }) => nonce === outgoing.nonce)) sent.push(outgoing);
    return { messageId: `message of ${outgoing.nonce}` };
  };
  const findSent = async ({ id, nonce }: OutgoingDirect) => {
    looked.push(id);
    const problem = problems.shift();
    if (problem) throw problem;
    return sent.some((each) => each.nonce === nonce) ? { messageId: `message of ${nonce}` } : null;
  };
  const tellAs = (worker: string) =>
    createTell({
      ...{ db, send, findSent, writeBrief, worker, now: () => now },
      report: (problem, details) => reports.push(`${problem} ${JSON.stringify(details)}`),
      onTokenRefused: (error) => reports.push(error.message),
    });
  const tell = tellAs('one');
  const follow = createFollow({ db, now: () => now, report: (problem) => expect.fail(problem) });
  const person = { userId: 'milo', channelId: 'direct', language: 'en', timeZone };
  await savePerson(db, person, now);
  let articles = 0;
  /** Another article, of a story that there is or of a new one. */
  const publish = async (title: string, wish: Parameters<typeof addToStory>[2] = {}, source = wire!) => {
    articles += 1;
    const url = `https://a.example/${articles}`;
    const added = await addToStory(db, source, { title, summary: '', url, publishedAt: now, ...wish });
    await db
      .updateTable('stories')
      .set({ created_at: now.getTime() })
      .where('id', '=', added.storyId)
      .where('version', '=', 1)
      .execute();
    return added;
  };
  return {
    ...{ db, person, sent, looked, problems, reports, tellAs, publish, times: times! },
    news: () => sent.map(({ news }) => news),
    async pass(ms: number) {
      now = new Date(now.getTime() + ms);
    },
    at: () => now,
    async tell() {
      await follow();
      return tell();
    },
  };
}

async function followStorm(world: Awaited<ReturnType<typeof aWorld>>) {
  const { db, times, publish } = world;
  const { storyId, articleId } = await publish('Storm near Lauen kills 4 people', {}, times);
  await addFollow(db, { userId: 'milo', guildId: null, kind: 'story', storyId }, world.at(), {
    lastArticleId: articleId,
    version: 1,
  });
  return storyId;
}

const titlesOf = (news: DirectNews) =>
  news.kind === 'update'
    ? news.reports.map(({ title }) => title)
    : news.kind === 'stories'
      ? news.stories.map(({ item }) => item.headline)
      : [news.headline];

test('who follows a story is told what is new, at most once an hour, and that it is over, once', async () => {
  const world = await aWorld();
  const storyId = await followStorm(world);
  expect(await world.tell()).toBe(0);
  await world.pass(6 * minuteMs);
  await world.publish('The storm near Lauen has killed 19 people', { storyId });
  expect(await world.tell()).toBe(1);
  expect(world.news()[0]).toMatchObject({
    kind: 'update',
    storyId,
    updates: [{ kind: 'origin', outlet: 'The wire' }, { kind: 'figures' }],
    reports: [{ title: 'The storm near Lauen has killed 19 people', outlet: 'The wire' }],
  });
  await world.pass(10 * minuteMs);
  await world.publish('The storm near Lauen has killed 27 people', { storyId });
  expect(await world.tell()).toBe(0);
  await world.pass(55 * minuteMs);
  expect(await world.tell()).toBe(1);
  expect(titlesOf(world.news()[1]!)).toEqual(['The storm near Lauen has killed 27 people']);
  await world.pass(70 * minuteMs);
  expect(await world.tell()).toBe(0);
  await world.pass(75 * 60 * minuteMs);
  expect(await world.tell()).toBe(1);
  expect(world.news()[2]).toMatchObject({ kind: 'closed', storyId, headline: 'Storm near Lauen kills 4 people' });
  await world.pass(6 * minuteMs);
  expect([await world.tell(), await findFollows(world.db, 'milo')]).toEqual([0, []]);
});

test('a copy and an article without anything new tell nobody anything', async () => {
  const world = await aWorld();
  const storyId = await followStorm(world);
  const [first] = await rowsOf(world.db, 'articles');
  await world.publish('Storm near Lauen kills 4 people', { storyId, copyOf: first!.id });
  await world.publish('Storm near Lauen: 4 people killed', { storyId }, world.times);
  expect([await world.tell(), world.news()]).toEqual([0, []]);
});

test('who follows a topic or words is told of stories that began since, each once, but for what is muted', async () => {
  const world = await aWorld();
  const { db } = world;
  await world.publish('Ferry runs aground');
  await world.pass(6 * minuteMs);
  const by = { userId: 'milo', guildId: null };
  await addFollow(db, { ...by, kind: 'search', query: 'ferry' }, world.at());
  await addFollow(db, { ...by, kind: 'topic', topic: 'sport' }, world.at());
  await addMute(db, { userId: 'milo' }, { kind: 'word', value: 'football' }, world.at());
  expect(await world.tell()).toBe(0);
  await world.pass(6 * minuteMs);
  await world.publish('Ferry strike begins', { topics: ['labour'], publishedAt: hours(-1) });
  await world.publish('Ferry football cup', { topics: ['sport'] });
  await world.publish('Rowing final today', { topics: ['sport'] });
  await world.publish('Budget passes', { topics: ['politics'] });
  expect(await world.tell()).toBe(1);
  expect(world.news().flatMap(titlesOf).sort()).toEqual(['Ferry strike begins', 'Rowing final today']);
  await world.pass(6 * minuteMs);
  expect(await world.tell()).toBe(0);
});

test('what a source held when it was added is no news', async () => {
  const world = await aWorld();
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  await world.publish('Ferry strike begins');
  await world.db.updateTable('articles').set({ arrival: 'silent' }).execute();
  await world.publish('Ferry strike ends');
  await world.tell();
  expect(world.news().flatMap(titlesOf)).toEqual(['Ferry strike ends']);
});

test('what was followed as two stories and became one is told once', async () => {
  const world = await aWorld();
  const storyId = await followStorm(world);
  const other = await world.publish('Lauen: 4 dead in storm', {}, world.times);
  const known = { lastArticleId: other.articleId, version: 1 };
  await addFollow(
    world.db,
    { userId: 'milo', guildId: null, kind: 'story', storyId: other.storyId },
    world.at(),
    known,
  );
  await mergeStories(world.db, storyId, other.storyId, world.at());
  await world.publish('The storm near Lauen has killed 19 people', { storyId });
  expect(await world.tell()).toBe(1);
  expect(await findFollows(world.db, 'milo')).toHaveLength(1);
});

test('a day has its last story; the next day says how many more there were', async () => {
  const world = await aWorld();
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  for (let index = 0; index < dailyStories + 3; index++) await world.publish(`Ferry number ${index} sails`);
  for (let looks = 0; looks < 4; looks++) {
    await world.tell();
    await world.pass(6 * minuteMs);
  }
  expect(world.news().flatMap(titlesOf)).toHaveLength(dailyStories);
  expect(world.news().map((news) => news.kind === 'stories' && news.isLast)).toEqual([false, true]);
  await world.pass(24 * 60 * minuteMs);
  await world.tell();
  expect(world.news()[2]).toMatchObject({ kind: 'stories', stories: [], more: 3 });
});

test('nobody is woken', async () => {
  const world = await aWorld({ timeZone: 'America/Los_Angeles' });
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  await world.publish('Ferry strike begins');
  expect(await world.tell()).toBe(0); // 22:00 there
  await world.pass(8 * 60 * minuteMs);
  expect(await world.tell()).toBe(0);
  await world.pass(61 * minuteMs);
  expect(await world.tell()).toBe(1);
});

test('when a clock that was ahead is set right, people are told as ever', async () => {
  const world = await aWorld();
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'harbour' }, world.at());
  await world.pass(6 * 60 * minuteMs);
  await world.tell();
  await world.pass(-6 * 60 * minuteMs);
  await world.publish('Harbour closes in Lauen');
  await world.pass(minuteMs);
  await world.tell();
  expect(world.sent).toHaveLength(1);
});

test('what a clock that was ahead has told keeps nothing waiting that comes after it', async () => {
  const world = await aWorld();
  const storyId = await followStorm(world);
  await world.pass(300 * minuteMs);
  await world.publish('The storm near Lauen has killed 19 people', { storyId });
  expect(await world.tell()).toBe(1);
  await world.pass(-280 * minuteMs);
  await world.publish('The storm near Lauen has killed 27 people', { storyId });
  expect(await world.tell()).toBe(1);
  expect(titlesOf(world.news()[1]!)).toEqual(['The storm near Lauen has killed 27 people']);
});

test('two copies of the stage make one message, and send it once', async () => {
  const world = await aWorld();
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  await world.publish('Ferry strike begins');
  await Promise.all([world.tellAs('one')(), world.tellAs('two')()]);
  await Promise.all([world.tellAs('one')(), world.tellAs('two')()]);
  expect([await rowsOf(world.db, 'direct_messages'), world.sent].map(({ length }) => length)).toEqual([1, 1]);
});

test('what was sent before a crash is found again, however late, and not sent twice', async () => {
  const world = await aWorld();
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  await world.publish('Ferry strike begins');
  world.problems.push(new PostError('try again', 'no answer'));
  await world.tell();
  const [waiting] = await rowsOf(world.db, 'direct_messages');
  expect(waiting).toMatchObject({ status: 'waiting', attempts: 1 });
  await world.pass(30 * minuteMs);
  const [claimed] = await claimDirectMessages(world.db, {
    worker: 'one',
    now: world.at(),
    leaseMs: minuteMs,
    limit: 9,
  });
  world.sent.push(claimed!); // and then it dies, before it records it
  await world.pass(30 * minuteMs);
  await world.tell();
  expect(world.looked).toEqual([waiting!.id]);
  expect(world.sent).toHaveLength(1);
  expect((await rowsOf(world.db, 'direct_messages'))[0]).toMatchObject({ status: 'sent', attempts: 3 });
});

test('what was sent before a crash and can’t be looked for is told no second time when they ask again', async () => {
  const world = await aWorld();
  const { db } = world;
  const storyId = await followStorm(world);
  await addFollow(db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  await world.publish('Ferry strike begins');
  await world.publish('The storm near Lauen has killed 19 people', { storyId });
  world.problems.push(new PostError('try again', 'no answer'), new PostError('try again', 'no answer'));
  await world.tell();
  const claim = { worker: 'one', leaseMs: minuteMs, limit: 9 };
  await world.pass(minuteMs);
  world.sent.push(...(await claimDirectMessages(db, { ...claim, now: world.at() })));
  await world.pass(2 * minuteMs);
  world.problems.push(new PostError('no access', 'Discord: Missing Access (50001)'));
  await world.tell();
  expect(world.looked).toHaveLength(1);
  await savePerson(db, world.person, world.at());
  for (let looks = 0; looks < 30; looks++) {
    await world.pass(6 * minuteMs);
    await world.tell();
  }
  expect(world.sent).toHaveLength(2);
});

test('whoever takes no direct messages is asked once, told once, and goes on when they ask again', async () => {
  const world = await aWorld();
  const { db } = world;
  const storyId = await followStorm(world);
  await addFollow(db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  const own = await subscribe(db, { guildId: '', channelId: 'direct', userId: 'milo' });
  await world.publish('Ferry strike begins');
  await world.publish('The storm near Lauen has killed 19 people', { storyId });
  world.problems.push(new PostError('no access', 'Discord: Cannot send messages to this user (50007)'));
  expect(await world.tell()).toBe(2);
  expect((await rowsOf(db, 'direct_messages')).map(({ status }) => status)).toEqual(['dropped', 'dropped']);
  expect([world.sent, world.reports]).toEqual([[], []]);
  expect(await findOwnSubscriptions(db, 'milo')).toMatchObject([{ suspended: 'no access' }]);
  await world.pass(6 * minuteMs);
  await world.publish('Ferry strike goes on and on');
  expect(await world.tell()).toBe(0);
  expect([await takeUnreachable(db, 'milo'), await takeUnreachable(db, 'milo')]).toEqual([true, false]);
  await world.pass(6 * minuteMs);
  expect(await savePerson(db, world.person, world.at())).toBe(true);
  expect(await findOwnSubscriptions(db, 'milo')).toMatchObject([
    { suspended: null, nextDueAt: nextDueAt(own, world.at()) },
  ]);
  await world.publish('Ferry strike ends');
  expect(await world.tell()).toBe(1);
  expect(world.news().flatMap(titlesOf)).toEqual(['Ferry strike ends']);
  expect((await findPerson(db, 'milo'))?.since).toEqual(world.at());
});

test('what cannot be told is reported, and keeps nobody else waiting', async () => {
  const writeBrief: WriteBrief = async (material) => {
    if (material.articles.some(({ title }) => title.includes('Ferry'))) throw new Error('no words');
    return writeExtractiveBrief(material);
  };
  const world = await aWorld({ writeBrief });
  await addFollow(world.db, { userId: 'milo', guildId: null, kind: 'search', query: 'ferry' }, world.at());
  await savePerson(world.db, { ...world.person, userId: 'ada', channelId: 'direct of ada' }, world.at());
  await addFollow(world.db, { userId: 'ada', guildId: null, kind: 'topic', topic: 'sport' }, world.at());
  await world.publish('Ferry strike begins');
  await world.publish('Rowing final today', { topics: ['sport'] });
  await world.tell();
  expect(world.sent.map(({ channelId }) => channelId)).toEqual(['direct of ada']);
  expect(world.reports).toEqual(['What somebody follows could not be looked at {"error":{}}']);
  await world.pass(6 * minuteMs);
  await world.tell();
  expect(world.reports).toHaveLength(1);
});
