import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createReadFeed } from '../../src/feeds/readFeed.ts';
import type { SourceFacts } from '../../src/news/source.ts';
import { createPoll } from '../../src/pipeline/poll.ts';
import { BulkStore } from '../../src/store/BulkStore.ts';
import { openStore } from '../../src/store/openStore.ts';
import { syncCatalogue } from '../../src/store/sources.ts';
import { measureCycle } from './measureCycle.ts';
import { hostOf, loopback, urlOf } from './world.ts';

/** The stage as the bot runs it, on a database file; each message asks for one cycle at the time that it names. */
const [sources, port] = process.argv.slice(2).map(Number) as [number, number];
const folder = mkdtempSync(join(tmpdir(), 'tidings-bench-'));
const file = join(folder, 'bench.sqlite');
const db = openStore(file);
const numbers = Array.from({ length: sources }, (_, source) => source);
const feeds = createReadFeed({
  allowPrivate: numbers.map((source) => `${hostOf(source)}:${port}`),
  userAgent: 'Tidings-bench',
  lookup: loopback,
});
const bounds = { minMs: 300_000, maxMs: 21_600_000 };
let time = new Date(0);
const now = () => time;
const store = new BulkStore(db, { file, bounds, now });
const poll = createPoll({
  db,
  store,
  readFeed: feeds.readFeed,
  bounds,
  now,
  report: (problem, details) => console.error(problem, details),
});

process.on('message', async (at: number) => {
  if (time.getTime() === 0) await syncCatalogue(db, numbers.map(factsOf), new Date(at));
  time = new Date(at);
  const before = await countArticles();
  const cycle = await measureCycle(async () => {
    let polled = 0;
    for (let some = await poll(); some > 0; some = await poll()) polled += some;
    if (polled !== sources) console.error(`Polled ${polled} of ${sources} sources.`);
    for (const { last_error, count } of await countFailures()) console.error(`${count} sources failed: ${last_error}`);
    return (await countArticles()) - before;
  });
  const indexing = await measureCycle(() => store.indexWords());
  process.send?.({ ...cycle, indexing, peakMb: process.resourceUsage().maxRSS / 1_024 });
});

process.on('disconnect', async () => {
  await feeds.close();
  await store.close();
  await db.destroy();
  rmSync(folder, { recursive: true });
});
process.send?.({ ready: true });

async function countArticles(): Promise<number> {
  const { count } = await db
    .selectFrom('articles')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow();
  return count;
}

async function countFailures(): Promise<{ last_error: string | null; count: number }[]> {
  return db
    .selectFrom('sources')
    .select((eb) => ['last_error', eb.fn.countAll<number>().as('count')])
    .where('last_error', 'is not', null)
    .groupBy('last_error')
    .execute();
}

function factsOf(source: number): SourceFacts {
  return {
    key: `s${source}`,
    publisher: `Publisher ${source}`,
    title: `Publisher ${source}`,
    url: urlOf(source, port),
    site: null,
    owner: `Publisher ${source}`,
    country: null,
    language: 'en',
    topics: [],
    kind: 'press',
  };
}
