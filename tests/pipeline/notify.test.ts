import { expect, test } from 'vitest';
import { type OutgoingNotice, PostError } from '../../src/news/outside.ts';
import { ownTopicKey } from '../../src/news/topic.ts';
import { createNotify } from '../../src/pipeline/notify.ts';
import { recordBriefing } from '../../src/store/briefings.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { claimNotices } from '../../src/store/notices.ts';
import { releaseClaims, settle } from '../../src/store/outbox.ts';
import { addSourceToGuild, recordEvent, removeSourceFromGuild } from '../../src/store/sources.ts';
import { noteRefused, resumeSubscriptions, suspendSubscriptions } from '../../src/store/subscriptions.ts';
import { aQuery } from '../support/aQuery.ts';
import { hours } from '../support/articles.ts';
import { wishLive } from '../support/liveWishes.ts';
import { someFacts } from '../support/sources.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';
import { aBriefing, aBriefingItem } from '../support/stories.ts';

const ada = '1290000000000000002';
const milo = '1290000000000000003';
const by = { userId: ada, now: hours(0) };

/** A server that added two sources, and people who can or can't be told about them, hour after hour. */
async function aWorld() {
  const db = openTestStore();
  let now = hours(0);
  const sources = await Promise.all(
    ['harbour', 'meridian'].map((key) =>
      addSourceToGuild(
        db,
        'guild',
        someFacts({ key: `https://${key}.example/feed`, url: `https://${key}.example/feed`, title: key }),
        { userId: ada, now },
      ),
    ),
  );
  const sent: OutgoingNotice[] = [];
  const reports: string[] = [];
  const tokenProblems: string[] = [];
  const problems: (Error | null)[] = [];
  const notifyAs = (worker: string) =>
    createNotify({
      db,
      worker,
      now: () => now,
      send: async (outgoing) => {
        sent.push(outgoing);
        const problem = problems.shift();
        if (problem) throw problem;
      },
      report: (problem, details) => reports.push(`${problem} ${JSON.stringify(details)}`),
      onTokenRefused: ({ message }) => tokenProblems.push(message),
    });
  const notify = notifyAs('one');
  return {
    db,
    sent,
    reports,
    tokenProblems,
    problems,
    notifyAs,
    ids: sources.map(({ id }) => id),
    event: (index: number, kind: 'died' | 'recovered' | 'held', detail: string) =>
      recordEvent(db, { source_id: sources[index]!.id, kind, at: now.getTime(), detail }),
    at: (hour: number) => {
      now = hours(hour);
      return notify();
    },
    statuses: async () => (await rowsOf(db, 'notices')).map(({ status }) => status),
  };
}

test('what happened to several sources is one message, to the one who added them', async () => {
  const world = await aWorld();
  await world.event(0, 'died', 'status 404');
  await world.event(1, 'held', '61');
  expect(await world.at(0)).toBe(1);
  expect(world.sent).toMatchObject([
    {
      guildId: 'guild',
      language: null,
      recipients: [ada],
      notice: {
        died: [{ title: 'harbour', problem: 'status 404' }],
        recovered: [],
        held: [{ title: 'meridian', count: 61, endsAt: hours(24) }],
      },
    },
  ]);
  expect(await world.statuses()).toEqual(['sent']);
  expect(await world.at(1)).toBe(0);
});

test('there is at most one message a day; questions come within the hour', async () => {
  const world = await aWorld();
  await world.event(0, 'died', 'timeout');
  await world.at(0);
  await world.event(1, 'died', 'timeout');
  expect(await world.at(23)).toBe(0);
  expect(await world.at(24)).toBe(1);
  await world.event(0, 'recovered', '');
  await world.event(1, 'held', '61');
  expect(await world.at(24.5)).toBe(0);
  expect(await world.at(25)).toBe(1);
  expect(world.sent.at(-1)?.notice).toMatchObject({ recovered: [{ title: 'harbour' }], held: [{ title: 'meridian' }] });
});

test('nothing is said to servers that don’t use the source, or removed it', async () => {
  const world = await aWorld();
  await removeSourceFromGuild(world.db, 'guild', world.ids[0]!, { userId: ada, now: hours(0) });
  await world.event(0, 'died', 'timeout');
  expect(await world.at(0)).toBe(0);
  expect(await rowsOf(world.db, 'waiting_events')).toEqual([]);
});

test('a server uses what its briefings of the last week carried, and who subscribed is told in that language', async () => {
  const world = await aWorld();
  const [source] = await rowsOf(world.db, 'sources');
  const { storyId, articleId } = await addToStory(world.db, { id: source!.id } as never);
  const { id } = await subscribe(world.db, { guildId: 'other', createdBy: milo, language: 'de' });
  const briefing = { subscription_id: id, channel_id: 'channel', created_at: hours(0).getTime(), content: '{}' };
  await world.db
    .insertInto('briefings')
    .values({ ...briefing, id: 1, due_at: 0 })
    .execute();
  const carried = { briefing_id: 1, story_id: storyId, position: 1, last_article_id: articleId };
  await world.db.insertInto('briefing_stories').values(carried).execute();
  await world.event(0, 'died', 'timeout');
  await world.at(0);
  expect(world.sent.map(({ guildId, language, recipients }) => [guildId, language, recipients])).toEqual([
    ['guild', null, [ada]],
    ['other', 'de', [milo]],
  ]);
  await world.at(24 * 8);
  await world.event(0, 'recovered', '');
  await world.at(24 * 8);
  expect(world.sent.map(({ guildId }) => guildId)).toEqual(['guild', 'other', 'guild']);
});

test('what could not be sent is tried again under the same nonce, later and later, for a day', async () => {
  const world = await aWorld();
  await world.event(0, 'died', 'timeout');
  world.problems.push(new PostError('try again', 'Discord is busy.'), new PostError('try again', 'Discord is busy.'));
  await world.at(0);
  expect(await world.at(0)).toBe(0);
  await world.at(1);
  await world.at(2);
  expect(await world.statuses()).toEqual(['sent']);
  expect(new Set(world.sent.map(({ nonce }) => nonce)).size).toBe(1);
  await world.event(0, 'recovered', '');
  world.problems.push(new PostError('try again', 'Discord is busy.'), new PostError('try again', 'Discord is busy.'));
  await world.at(26);
  await world.at(51);
  expect(await world.statuses()).toEqual(['sent', 'dropped']);
  expect(world.reports).toHaveLength(1);
});

test.each([
  ['nobody takes direct messages', new PostError('no access', 'Nobody takes them.')],
  ['the server is gone', new PostError('no channel', 'Gone.')],
  ['the form is wrong', new TypeError('Wrong.')],
])('when %s, it is given up and reported', async (_what, problem) => {
  const world = await aWorld();
  world.problems.push(problem);
  await world.event(0, 'died', 'timeout');
  await world.at(0);
  expect(await world.statuses()).toEqual(['dropped']);
  expect(world.reports.join()).toContain(problem.message);
  expect(await world.at(48)).toBe(0);
});

test('when the token is refused, the notice waits', async () => {
  const world = await aWorld();
  world.problems.push(new PostError('token', 'Refused.'));
  await world.event(0, 'died', 'timeout');
  await world.at(0);
  expect(world.tokenProblems).toEqual(['Refused.']);
  expect(await world.statuses()).toEqual(['waiting']);
});

test('two copies at the same moment tell it once', async () => {
  const world = await aWorld();
  await world.event(0, 'died', 'timeout');
  await Promise.all([world.at(0), world.notifyAs('two')()]);
  expect(world.sent).toHaveLength(1);
  expect(await rowsOf(world.db, 'notices')).toHaveLength(1);
});

test('after a crash between claiming and sending, the notice is sent', async () => {
  const world = await aWorld();
  await world.event(0, 'died', 'timeout');
  world.problems.push(new PostError('try again', 'Discord is busy.'));
  await world.at(0);
  expect(await claimNotices(world.db, { worker: 'one', now: hours(1), leaseMs: 60_000, limit: 10 })).toHaveLength(1);
  expect(await world.at(1)).toBe(0);
  await releaseClaims(world.db, 'notices', 'one');
  expect(await world.at(1)).toBe(1);
  expect(await world.statuses()).toEqual(['sent']);
});

test('a channel’s pause is told once, and again only when it had got a briefing since', async () => {
  const world = await aWorld();
  const subscription = await subscribe(world.db, { channelId: 'news', createdBy: milo });
  await suspendSubscriptions(world.db, 'news', 'no access');
  expect(await world.at(0)).toBe(1);
  expect(world.sent).toMatchObject([
    {
      guildId: 'guild',
      language: 'en',
      recipients: [milo],
      notice: { paused: [{ channelId: 'news', reason: 'no access' }] },
    },
  ]);
  await resumeSubscriptions(world.db, 'news');
  await suspendSubscriptions(world.db, 'news', 'no access');
  expect(await world.at(30)).toBe(0);
  const [source] = await addSources(world.db, {});
  const { storyId } = await addToStory(world.db, source!);
  const { id: _, ...content } = aBriefing({ items: [aBriefingItem({ storyId })] });
  await recordBriefing(world.db, subscription, content, new Map(), { dueAt: hours(55), now: hours(31) });
  await settle(world.db, 'deliveries', 1, { status: 'sent', messageId: '1', at: hours(31) });
  expect(await world.at(60)).toBe(1);
});

test('what Discord’s filters take out is told once, and again only when something has come through since', async () => {
  const world = await aWorld();
  const topic = await addGuildTopic(world.db, { guildId: 'guild', name: 'Bridges', query: aQuery('bridge') }, by);
  const topics = ['sport', ownTopicKey(topic!.id)];
  const subscription = await subscribe(world.db, { channelId: 'news', createdBy: milo, topics });
  const live = await wishLive(world.db, { guildId: 'guild', channelId: 'live' });
  const refuse = async () => {
    await noteRefused(world.db, 'subscriptions', subscription.id, 'AutoMod');
    await noteRefused(world.db, 'live_subscriptions', live.id, 'harmful link');
  };
  await refuse();
  expect(await world.at(0)).toBe(1);
  const fromLive = { channelId: 'live', topics: [], reason: 'harmful link' };
  const fromNews = { channelId: 'news', topics: ['Bridges', 'sport'], reason: 'AutoMod' };
  expect(world.sent[0]?.notice.refused).toEqual([fromLive, { ...fromNews, topics: expect.any(Array) }]);
  expect(world.sent[0]?.notice.refused[1]?.topics.toSorted()).toEqual(fromNews.topics);
  expect(await world.at(48)).toBe(0);
  await refuse();
  expect(await world.at(96)).toBe(0);
  const [source] = await addSources(world.db, {});
  const { storyId } = await addToStory(world.db, source!);
  const { id: _, ...content } = aBriefing({ items: [aBriefingItem({ storyId })] });
  await recordBriefing(world.db, subscription, content, new Map(), { dueAt: hours(100), now: hours(97) });
  await settle(world.db, 'deliveries', 1, { status: 'sent', messageId: '1', at: hours(97) });
  await refuse();
  expect(await world.at(120)).toBe(1);
  expect(world.sent.at(-1)?.notice.refused).toMatchObject([{ channelId: 'news' }]);
});

test('of a person’s own briefing nobody but them could be told: it makes no notice', async () => {
  const world = await aWorld();
  const own = await subscribe(world.db, { guildId: '', channelId: 'direct', userId: milo });
  await noteRefused(world.db, 'subscriptions', own.id, 'AutoMod');
  expect(await world.at(0)).toBe(0);
});

test('a pause that has ended before it could be told is not told', async () => {
  const world = await aWorld();
  await subscribe(world.db, { channelId: 'news' });
  await world.event(0, 'died', 'status 404');
  await world.at(0);
  await suspendSubscriptions(world.db, 'news', 'no channel');
  expect(await world.at(1)).toBe(0);
  await resumeSubscriptions(world.db, 'news');
  expect(await world.at(30)).toBe(0);
});
