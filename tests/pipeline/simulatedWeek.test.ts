import { expect, onTestFinished, test } from 'vitest';
import { createReadFeed } from '../../src/feeds/readFeed.ts';
import { createPoll } from '../../src/pipeline/poll.ts';
import { BulkStore } from '../../src/store/BulkStore.ts';
import { releaseHeld } from '../../src/store/heldArticles.ts';
import type { Db } from '../../src/store/openStore.ts';
import { syncCatalogue } from '../../src/store/sources.ts';
import { monday } from '../support/articles.ts';
import { someFacts } from '../support/sources.ts';
import { openTestStore, rowsOf } from '../support/store.ts';
import { type Publisher, startUnrulyPublishers } from '../support/unrulyPublishers.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const week = 7 * 24;
/** What was published last may come with the next poll, after the week. */
const afterwards = 8;
const outage = { from: 100, to: 105 };
/** Any other makes another week. */
const seed = Number(process.env.WEEK_SEED ?? 1);

/**
 * A week of polling real servers over HTTP on loopback; the clock jumps to what is due next. An administrator lets
 * through, an hour later, whatever is held.
 */
async function liveThroughAWeek() {
  let now = monday;
  const world = await startUnrulyPublishers({ begin: monday, hours: week, now: () => now, seed });
  onTestFinished(() => world.close());
  const hour = () => (now.getTime() - monday.getTime()) / hourMs;
  const isCutOff = () => hour() >= outage.from && hour() < outage.to;
  const { readFeed, close } = createReadFeed({
    allowPrivate: world.publishers.map(({ url }) => new URL(url).host),
    userAgent: 'Tidings',
    lookup: ((name: string, options: { all?: boolean }, found: (...answer: unknown[]) => void) => {
      if (isCutOff()) found(Object.assign(new Error(`getaddrinfo ENOTFOUND ${name}`), { code: 'ENOTFOUND' }));
      else if (options.all) found(null, [{ address: '127.0.0.1', family: 4 }]);
      else found(null, '127.0.0.1', 4);
    }) as never,
  });
  onTestFinished(close);
  const db = openTestStore();
  const catalogue = world.publishers.map(({ name, url }) => someFacts({ key: name, url }));
  await syncCatalogue(db, catalogue, now);
  let polls = 0;
  const bounds = { minMs: 5 * minuteMs, maxMs: 6 * hourMs };
  const poll = createPoll({
    db,
    store: new BulkStore(db, { file: null, bounds, now: () => now }),
    readFeed: async (request) => {
      polls += 1;
      // Connections that are still open from before would go on.
      return readFeed(isCutOff() ? { ...request, url: request.url.replace('//', '//cut-off.') } : request);
    },
    bounds,
    now: () => now,
    report: () => {},
  });
  const failures = async () => new Map((await rowsOf(db, 'sources')).map((row) => [row.key, row.failures]));
  const blamed = new Set<string>();
  while (hour() < week + afterwards) {
    const before = isCutOff() ? await failures() : null;
    await poll();
    for (const [key, count] of before ? await failures() : []) if (count > before!.get(key)!) blamed.add(key);
    for (const id of await heldSince(db, now.getTime() - hourMs)) await releaseHeld(db, id, true);
    now = new Date(Math.max(now.getTime() + 4 * minuteMs, await nextPollOf(db)));
  }
  return { world, db, polls, blamed };
}

test('a week among publishers that misbehave in every way: nothing is missed, nothing comes twice', {
  timeout: 600_000,
}, async () => {
  const { world, db, polls, blamed } = await liveThroughAWeek();
  const sources = await rowsOf(db, 'sources');
  const articles = await rowsOf(db, 'articles');
  const report = world.publishers.map((publisher) => {
    const source = sources.find(({ key }) => key === publisher.name)!;
    return {
      ...account(
        publisher,
        articles.filter(({ source_id }) => source_id === source.id),
      ),
      name: publisher.name,
    };
  });
  const requests = world.publishers.reduce((sum, { name }) => sum + world.requestsTo(name).length, 0);
  const fixed = world.publishers.length * (week + afterwards) * 6;
  const sum = (key: 'published' | 'missed' | 'twice' | 'silent') =>
    report.reduce((total, each) => total + each[key].length, 0);
  console.log(
    `${world.publishers.length} publishers, ${sum('published')} articles: ${polls} polls, ${requests} requests; ` +
      `${Math.round(100 * (1 - polls / fixed))} % saved against one every ten minutes (${fixed}); ` +
      `missed ${sum('missed')}, twice ${sum('twice')}, known but not announced ${sum('silent')}`,
  );
  expect(report.filter(({ missed, twice }) => missed.length + twice.length > 0)).toEqual([]);
  expect(report.filter(({ silent }) => silent.length > 0)).toEqual([]);
  expect(polls).toBeLessThan(fixed / 2);
  expect([...blamed]).toEqual([]);

  const sourceOf = (name: string) => sources.find(({ key }) => key === name);
  expect(sourceOf('movesAfterAWeek')?.url).toMatch(/\/moved$/);
  expect(sourceOf('movesAndGoes')?.url).toMatch(/\/moved$/);
  expect(sourceOf('redirectsForNow')?.url).toMatch(/\/feed$/);
  expect(world.requestsTo('gone').filter(({ status }) => status === 410)).toHaveLength(2);
  expect(await rowsOf(db, 'source_events')).toMatchObject(
    expect.arrayContaining([expect.objectContaining({ kind: 'died', source_id: sourceOf('gone')?.id })]),
  );
});

/** Sources about whose articles nobody has answered since then. */
async function heldSince(db: Db, time: number): Promise<number[]> {
  const rows = await db.selectFrom('sources').select('id').where('held_since', '<=', time).execute();
  return rows.map(({ id }) => id);
}

async function nextPollOf(db: Db): Promise<number> {
  const { next } = await db
    .selectFrom('sources')
    .select((eb) => eb.fn.min('next_poll_at').as('next'))
    .executeTakeFirstOrThrow();
  return next;
}

/** What became of the pieces that a publisher published in the week, by the number at the end of their titles. */
function account(
  { name, pieces, ends }: Publisher,
  articles: readonly { title: string; arrival: string; seeded: number }[],
) {
  const numberOf = (title: string) => Number(new RegExp(`${name}-(\\d+)\\.`).exec(title)?.[1]);
  const stored = articles.map(({ title }) => numberOf(title));
  const published = pieces.filter(({ at }) => at > monday.getTime() && at < ends).map(({ number }) => number);
  return {
    published,
    missed: published.filter((number) => !stored.includes(number)),
    twice: stored.filter((number, index) => stored.indexOf(number) !== index),
    silent: articles
      .filter(({ arrival }) => arrival !== 'news')
      .flatMap(({ title }) => {
        const number = numberOf(title);
        return published.includes(number) ? [number] : [];
      }),
  };
}
