import { expect, test } from 'vitest';
import { writeExtractiveBrief } from '../../src/briefs/extractive.ts';
import type { NewArticle } from '../../src/news/article.ts';
import { ownTopicKey } from '../../src/news/topic.ts';
import { createBrief } from '../../src/pipeline/brief.ts';
import { createWrite } from '../../src/pipeline/write.ts';
import { findBriefingsSince } from '../../src/store/briefings.ts';
import { addGuildTopic, removeGuildTopic } from '../../src/store/guildTopics.ts';
import { settle } from '../../src/store/outbox.ts';
import { addSourceToGuild, removeSourceFromGuild } from '../../src/store/sources.ts';
import { aQuery } from '../support/aQuery.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { aReadSource, someFacts } from '../support/sources.ts';
import { addSources, addToStory, openTestStore, rowsOf, storeArticles, subscribe } from '../support/store.ts';

const by = { userId: 'ada', now: monday };

const ferry = aNewArticle({
  url: 'https://a.example/ferry',
  title: 'Ferry Alba Queen sails again',
  summary: 'The ferry Alba Queen sails to Stanewick again on Saturday after eleven weeks in dock.',
});
const vote = aNewArticle({
  url: 'https://b.example/vote',
  title: 'Lauen rejects the water tax',
  summary: 'Members voted against the tax on water that the government of Petra Holm had proposed.',
});

async function aWorld() {
  const db = openTestStore();
  const [a, b] = await addSources(db, { key: 'a' }, { key: 'b' });
  const problems: string[] = [];
  let now = monday;
  const report = (problem: string) => problems.push(problem);
  const write = createWrite({ db, writeBrief: writeExtractiveBrief, now: () => now, report });
  const brief = createBrief({ db, now: () => now, report, writeBrief: writeExtractiveBrief });
  return {
    db,
    a: a!,
    b: b!,
    problems,
    /** Writes what is to be written, then composes what is due, at an hour. @returns how many were due */
    at: async (hour: number) => {
      now = hours(hour);
      await write();
      return brief();
    },
    /** The headlines of each briefing so far. */
    headlines: async () =>
      (await findBriefingsSince(db, 0)).map(({ briefing }) => briefing.items.map(({ headline }) => headline)),
    items: async () => (await findBriefingsSince(db, 0)).flatMap(({ briefing }) => briefing.items),
  };
}

test('a briefing is composed when it is due, with its delivery, and the next one is tomorrow', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db, { nextDueAt: monday });
  expect(await world.at(-0.01)).toBe(0);
  expect(await world.at(0)).toBe(1);
  expect(await world.headlines()).toEqual([[ferry.title]]);
  expect(await rowsOf(world.db, 'deliveries')).toHaveLength(1);
  expect(await rowsOf(world.db, 'subscriptions')).toMatchObject([{ next_due_at: hours(24).getTime() }]);
  expect(await world.at(1)).toBe(0);
});

test('an item says what the reader needs', async () => {
  const world = await aWorld();
  const { storyId } = await addToStory(world.db, world.a, { ...ferry, topics: ['transport'] });
  await addToStory(world.db, world.b, { ...vote, summary: ferry.summary, storyId, copyOf: 1, publishedAt: hours(-2) });
  await subscribe(world.db);
  await world.at(0);
  expect(await world.items()).toMatchObject([
    {
      storyId,
      headline: ferry.title,
      url: ferry.url,
      sentences: [{ text: ferry.summary }],
      outlets: ['The a', 'The b'],
      articleCount: 2,
      originCount: 1,
      newestAt: hours(-1),
      topic: 'transport',
      news: null,
    },
  ]);
});

test('a briefing that was missed many times is made once', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, { ...ferry, publishedAt: hours(95) });
  await subscribe(world.db, { everyMinutes: 30, times: [], nextDueAt: monday });
  expect(await world.at(96.2)).toBe(1);
  expect(await rowsOf(world.db, 'briefings')).toHaveLength(1);
  expect(await rowsOf(world.db, 'subscriptions')).toMatchObject([{ next_due_at: hours(96.5).getTime() }]);
  expect(await world.at(96.3)).toBe(0);
});

test('two copies of this stage make one briefing', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db);
  await Promise.all([world.at(0), world.at(0)]);
  expect(await rowsOf(world.db, 'briefings')).toHaveLength(1);
  expect(await rowsOf(world.db, 'deliveries')).toHaveLength(1);
  expect(world.problems).toEqual([]);
});

test('nothing is repeated, and a day without news sends nothing', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db);
  await world.at(0);
  await world.at(24);
  expect(await world.headlines()).toEqual([[ferry.title], []]);
  expect(await rowsOf(world.db, 'deliveries')).toHaveLength(1);
});

test('what was given up before it reached the channel was not had: it comes again', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db);
  await world.at(0);
  const [delivery] = await rowsOf(world.db, 'deliveries');
  await settle(world.db, 'deliveries', delivery!.id, { status: 'dropped', reason: 'The channel is gone.' });
  await world.at(24);
  expect(await world.headlines()).toEqual([[ferry.title], [ferry.title]]);
  expect((await world.items()).map(({ news }) => news)).toEqual([null, null]);
});

test('another channel gets what the first has had', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db);
  await subscribe(world.db, { channelId: 'elsewhere', nextDueAt: hours(1) });
  await world.at(0);
  await world.at(1);
  expect(await world.headlines()).toEqual([[ferry.title], [ferry.title]]);
});

/** What the second briefing holds after an article joined the story that the first one had. */
async function secondBriefingWith(later: Partial<NewArticle> & { copyOf?: number }) {
  const world = await aWorld();
  const { storyId } = await addToStory(world.db, world.a, ferry);
  await subscribe(world.db);
  await world.at(0);
  await addToStory(world.db, world.b, { url: 'https://b.example/later', publishedAt: hours(10), storyId, ...later });
  await world.at(24);
  return (await world.items()).slice(1);
}

test('a story that moved on comes again, and says what is new', async () => {
  const later = { title: 'Alba Queen stops again after 340 metres', summary: 'The engine failed off Kessel.' };
  expect(await secondBriefingWith(later)).toMatchObject([
    { news: { headline: later.title, since: monday }, sentences: [{ text: later.summary }] },
  ]);
});

test('of a story that moved on, what the channel has had is not told again', async () => {
  const fresh = 'The engine failed 340 metres off Kessel, the harbour office said.';
  const later = { title: 'Alba Queen stops again', summary: `${ferry.summary} ${fresh}` };
  const [item] = await secondBriefingWith(later);
  expect(item!.sentences.map(({ text }) => text)).toEqual([fresh]);
  expect(item!.sentences[0]!.receipts).toEqual([{ source: item!.sentences[0]!.sources[0], text: fresh }]);
});

test('a story of which the same is told again has moved on once: when a second origin confirms it', async () => {
  const world = await aWorld();
  const { storyId } = await addToStory(world.db, world.a, ferry);
  await subscribe(world.db, { everyMinutes: 60, times: [] });
  await world.at(0);
  const again = { title: 'The Alba Queen is back', summary: 'To Stanewick the ferry sails again.', storyId };
  for (const [hour, source] of [world.a, world.b, world.b].entries()) {
    const article = { ...again, url: `https://x.example/${hour}`, title: `${again.title}: ${hour}` };
    await addToStory(world.db, source, { ...article, publishedAt: hours(hour) });
    await world.at(hour + 1);
  }
  expect((await world.items()).map(({ news }) => news)).toEqual([
    null,
    { headline: 'The Alba Queen is back: 1', since: monday },
  ]);
});

test('a copy does not move a story on', async () => {
  const later = { title: 'Alba Queen stops again after 340 metres', summary: 'The engine failed.', copyOf: 1 };
  expect(await secondBriefingWith(later)).toEqual([]);
});

test('an edit moves no story on', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db);
  await world.at(0);
  const edited = aNewArticle({ ...ferry, title: 'Ferry stays 340 days in dock', contentHash: 'other' });
  await storeArticles(world.db, aReadSource(world.a), [edited], hours(10));
  await world.at(24);
  expect((await world.items()).slice(1)).toEqual([]);
});

test('a server does not get sources that it removed, nor those that only others added', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await addToStory(world.db, world.b, vote);
  const url = 'https://own.example/feed';
  const own = await addSourceToGuild(world.db, 'other', someFacts({ key: url, url }), by);
  await addToStory(world.db, own, { url: 'https://own.example/1', title: 'Choir wins prize' });
  await removeSourceFromGuild(world.db, 'guild', world.a.id, by);
  await subscribe(world.db);
  await subscribe(world.db, { guildId: 'other', channelId: 'elsewhere' });
  await world.at(0);
  const [here, there] = await world.headlines();
  expect(here).toEqual([vote.title]);
  expect(there?.toSorted()).toEqual(['Choir wins prize', ferry.title, vote.title]);
});

test('a story that a removed source shares with others is told by the others only', async () => {
  const world = await aWorld();
  const other = {
    url: 'https://b.example/ferry',
    title: 'Islanders get their ship back',
    summary: 'People in Stanewick can leave the island by ship once more from this weekend on.',
    publishedAt: hours(-3),
  };
  const { storyId } = await addToStory(world.db, world.a, ferry);
  await addToStory(world.db, world.b, { ...other, storyId });
  await removeSourceFromGuild(world.db, 'guild', world.a.id, by);
  await subscribe(world.db);
  await world.at(0);
  expect(await world.items()).toMatchObject([
    {
      headline: other.title,
      url: other.url,
      sentences: [{ text: other.summary }],
      outlets: ['The b'],
      articleCount: 1,
    },
  ]);
});

test('a page that a removed source listed first is still had from another', async () => {
  const world = await aWorld();
  const { storyId } = await addToStory(world.db, world.a, ferry);
  await addToStory(world.db, world.b, { ...ferry, publishedAt: hours(-0.5), storyId });
  await removeSourceFromGuild(world.db, 'guild', world.a.id, by);
  await subscribe(world.db);
  await world.at(0);
  expect(await world.headlines()).toEqual([[ferry.title]]);
});

test('the topics asked for choose the stories, and a server’s own topics by their words', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, { ...ferry, topics: ['economy'] });
  await addToStory(world.db, world.b, { ...vote, topics: ['politics'] });
  const topic = await addGuildTopic(world.db, { guildId: 'guild', name: 'Ships', query: aQuery('"alba queen"') }, by);
  await subscribe(world.db, { topics: ['politics'] });
  await subscribe(world.db, { channelId: 'ships', topics: [ownTopicKey(topic!.id)], nextDueAt: hours(0.1) });
  await subscribe(world.db, { channelId: 'sport', topics: ['sport'], nextDueAt: hours(0.2) });
  await world.at(1);
  expect(await world.headlines()).toEqual([[vote.title], [ferry.title], []]);
  const labels = (await findBriefingsSince(world.db, 0)).map(({ briefing }) => briefing.topics);
  expect(labels).toEqual([['politics'], ['Ships'], ['sport']]);
});

test('an own topic that was removed finds nothing, rather than everything', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  const topic = await addGuildTopic(world.db, { guildId: 'guild', name: 'Ships', query: aQuery('ferry') }, by);
  await removeGuildTopic(world.db, topic!.id);
  await subscribe(world.db, { topics: [ownTopicKey(topic!.id)] });
  await world.at(0);
  expect(await world.headlines()).toEqual([[]]);
});

test('readers get stories in their language only', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await addToStory(world.db, world.b, { url: 'https://b.example/de', title: 'Wassersteuer', language: 'de' });
  await subscribe(world.db, { language: 'de' });
  await world.at(0);
  expect(await world.headlines()).toEqual([['Wassersteuer']]);
});

test('what a first poll brought counts for briefings, what is too old does not', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, { ...ferry, publishedAt: hours(-40) });
  await addToStory(world.db, world.b, vote);
  await world.db.updateTable('articles').set({ seeded: 1 }).execute();
  await subscribe(world.db);
  await world.at(0);
  expect(await world.headlines()).toEqual([[vote.title]]);
});

test('what came in silence makes no story appear, and none come again', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, vote);
  await world.db.updateTable('articles').set({ arrival: 'silent' }).execute();
  const { storyId } = await addToStory(world.db, world.a, ferry);
  await subscribe(world.db, { times: ['06:00', '08:00'] });
  await world.at(0);
  const news = { url: 'https://b.example/ferry', title: 'Ferry to Stanewick carries 412 on first trip' };
  const { articleId } = await addToStory(world.db, world.b, { ...news, storyId, publishedAt: hours(1) });
  await world.db.updateTable('articles').set({ arrival: 'silent' }).where('id', '=', articleId).execute();
  await world.at(2);
  expect(await world.headlines()).toEqual([[ferry.title], []]);
});

test('no more stories than wished for', async () => {
  const world = await aWorld();
  for (let index = 0; index < 5; index++) {
    await addToStory(world.db, world.a, { ...ferry, identity: `${index}`, url: `https://a.example/${index}` });
  }
  await subscribe(world.db, { maxStories: 3 });
  await world.at(0);
  expect((await world.items()).length).toBe(3);
});

test('stories of fewer independent sources than wished for are left out', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, vote);
  const { storyId } = await addToStory(world.db, world.a, ferry);
  await addToStory(world.db, world.b, {
    url: 'https://b.example/ferry',
    title: 'Stanewick welcomes its ferry',
    summary: 'Stanewick’s harbour master expects 400 passengers on Saturday.',
    storyId,
  });
  await subscribe(world.db, { minOrigins: 2 });
  await world.at(0);
  expect((await world.items()).map(({ storyId: id, originCount }) => [id, originCount])).toEqual([[storyId, 2]]);
});

test('with nothing new nothing is delivered, or one line where the channel wants it', async () => {
  const world = await aWorld();
  await subscribe(world.db, { channelId: 'silent' });
  await subscribe(world.db, { channelId: 'told', whenEmpty: 'line' });
  await world.at(0);
  expect((await rowsOf(world.db, 'deliveries')).map(({ channel_id }) => channel_id)).toEqual(['told']);
});

test('a briefing that comes long after it was due says so', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db, { channelId: 'late', nextDueAt: hours(-2) });
  await subscribe(world.db, { channelId: 'in time', nextDueAt: hours(-0.1) });
  await world.at(0);
  const briefings = await findBriefingsSince(world.db, 0);
  expect(briefings.map(({ channelId, briefing }) => [channelId, briefing.isLate ?? false])).toEqual([
    ['late', true],
    ['in time', false],
  ]);
});

test('a subscription that can’t be served is reported and stops no other', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db, { channelId: 'broken', times: [], nextDueAt: hours(-1) });
  await subscribe(world.db);
  await world.at(0);
  expect(world.problems).toEqual(['A briefing could not be composed']);
  expect(await world.headlines()).toEqual([[ferry.title]]);
});

test('one run composes everything that is due, and what can’t be composed keeps nothing waiting', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await subscribe(world.db, { channelId: 'broken', nextDueAt: hours(-1), timeZone: 'Nowhere/None' });
  for (let index = 0; index < 510; index++) await subscribe(world.db, { channelId: `c${index}`, nextDueAt: monday });
  await world.at(0);
  expect(world.problems).toEqual(['A briefing could not be composed']);
  expect(await rowsOf(world.db, 'deliveries')).toHaveLength(510);
});

test('servers with other sources get other briefings in the same run', async () => {
  const world = await aWorld();
  await addToStory(world.db, world.a, ferry);
  await addToStory(world.db, world.b, vote);
  await removeSourceFromGuild(world.db, 'other', world.a.id, by);
  await subscribe(world.db, { guildId: 'guild', channelId: 'all', nextDueAt: monday });
  await subscribe(world.db, { guildId: 'other', channelId: 'some', nextDueAt: monday });
  await world.at(0);
  const [all, some] = await world.headlines();
  expect(all).toHaveLength(2);
  expect(some).toEqual([vote.title]);
});

test('a weekly briefing looks back over its week by importance; what came on a day comes again, with what is new', async () => {
  const world = await aWorld();
  const topics = ['politics'];
  const { storyId } = await addToStory(world.db, world.a, { ...ferry, topics, publishedAt: hours(-120) });
  await addToStory(world.db, world.a, { ...vote, topics, publishedAt: hours(-200) });
  await subscribe(world.db, { topics: [], nextDueAt: hours(-96) });
  await world.at(-96);
  expect(await world.headlines()).toEqual([[ferry.title]]);
  const stopped = 'The engine failed 340 metres off Kessel, the harbour office said.';
  const later = { url: 'https://b.example/later', title: 'Alba Queen stops again after 340 metres', topics, storyId };
  await addToStory(world.db, world.b, { ...later, summary: `${ferry.summary} ${stopped}`, publishedAt: hours(-90) });
  const fresh = { url: 'https://a.example/bell', title: 'Divers find a bell in Lauen', topics };
  await addToStory(world.db, world.a, { ...fresh, summary: 'It had been lost for 90 years.', publishedAt: hours(-2) });
  await world.db.deleteFrom('subscriptions').execute();
  const weekly = { topics, weekdays: [1], times: ['06:00'] };
  await subscribe(world.db, weekly);
  await world.at(0);

  const [, week] = await findBriefingsSince(world.db, 0);
  expect(week!.briefing.week).toEqual({ first: '2026-11-17', last: '2026-11-23' });
  expect(week!.briefing.items.map((item) => item.storyId === storyId)).toEqual([true, false]);
  const [running] = week!.briefing.items;
  expect(running!.news).toEqual({ headline: later.title, since: hours(-96) });
  expect(running!.sentences.map(({ text }) => text)).toEqual([ferry.summary, stopped]);

  await world.at(7 * 24);
  expect((await world.headlines()).at(-1)).toEqual([]);
});

test('before a first weekly briefing in a language, the stories of its whole week are written', async () => {
  const world = await aWorld();
  const added = await addToStory(world.db, world.a, { ...ferry, publishedAt: hours(-6 * 24) });
  await world.db
    .updateTable('stories')
    .set({ changed_at: hours(-6 * 24).getTime() })
    .execute();
  await subscribe(world.db, { weekdays: [1] });
  await world.at(0);
  expect((await world.items()).map(({ storyId }) => storyId)).toEqual([added.storyId]);
});
