import { resolve } from 'node:path';
import { processConfig } from './config.ts';
import { parseFeed } from './feeds/parseFeed.ts';
import { createReport } from './log.ts';
import type { ParsedFeed } from './news/article.ts';
import type { SourceFacts } from './news/source.ts';
import { FeedFolder, folderPath } from './newsroom/FeedFolder.ts';
import { type Playground, startPlayground } from './playground/startPlayground.ts';
import { GUILD_ID } from './playground/world/defaultWorld.ts';
import { findBriefingsSince } from './store/briefings.ts';
import type { Db } from './store/openStore.ts';
import { syncCatalogue } from './store/sources.ts';
import { saveSubscription } from './store/subscriptions.ts';
import { briefingText } from './terminal.ts';
import { articleLanguage } from './text/language.ts';
import { languageOf } from './text/languageOf.ts';
import { startTidings, type Tidings } from './tidings.ts';

type ReadFile = { readonly file: string; readonly feed: ParsedFeed; readonly language: string; readonly newest: Date };

const dayMs = 24 * 60 * 60_000;
const pollBounds = { minMs: 60_000, maxMs: 60_000 };

/**
 * Runs the whole pipeline on the feed files of a folder, day by day: the clock is set to the newest article of each
 * group of files that are about a day apart, and one channel for each language gets a briefing.
 */
async function replay(folder: string): Promise<void> {
  const config = processConfig();
  const report = createReport(config.logLevel);
  const files = new FeedFolder(resolve(folder));
  let now = new Date();
  const playground = await startPlayground({
    routes: { [folderPath]: (request, response) => files.handle(request, response) },
  });
  const tidings = await startTidings({
    ...config,
    databaseFile: ':memory:',
    token: 'replay',
    apiUrl: playground.api,
    catalogue: [],
    pollBounds,
    feedAllowPrivate: [new URL(playground.origin).host],
    report,
    onTokenRefused: () => undefined,
    now: () => now,
  });
  const { read, refused } = await readAll(files);
  print(`${read.length} of ${files.files.length} files are feeds.`);
  for (const { file, reason } of refused) print(`  not read: ${file}: ${reason}`);

  const catalogue: SourceFacts[] = [];
  for (const group of byDay(read)) {
    now = new Date(Math.max(...group.map(({ newest }) => newest.getTime())) + 5 * 60_000);
    catalogue.push(...group.map((member) => sourceOf(member, files, playground.origin)));
    await syncCatalogue(tidings.db, catalogue, now);
    const languages = [...new Set(group.map(({ language }) => language))];
    for (const language of languages) await subscribeChannel(playground, tidings, language, now);
    print(`\n— ${now.toISOString().slice(0, 10)}: ${group.map(({ file }) => file).join(', ')}\n`);
    await tidings.round();
    await printNew(tidings.db, playground);
  }
  await printTotals(tidings.db, playground);
  await tidings.close();
  await playground.close();
}

async function readAll(files: FeedFolder) {
  const read: ReadFile[] = [];
  const refused: { file: string; reason: string }[] = [];
  for (const file of files.files) {
    try {
      const document = { bytes: files.read(file), contentType: null, url: `https://feeds.example/${file}` };
      const { feed } = await parseFeed(document);
      const dates = feed.items.flatMap(({ publishedAt, updatedAt }) => publishedAt ?? updatedAt ?? []);
      const sample = feed.items
        .slice(0, 10)
        .map(({ title, summary }) => `${title ?? ''}. ${summary}`)
        .join('\n');
      const language = languageOf(sample, articleLanguage(feed.language ?? 'und'));
      const newest = new Date(Math.max(...dates.map(Number), 0) || Date.now());
      read.push({ file, feed, language: language === 'und' ? 'en' : language, newest });
    } catch (error) {
      refused.push({ file, reason: error instanceof Error ? error.message : String(error) });
    }
  }
  return { read, refused };
}

/** Files whose newest articles lie within a day of each other, the oldest group first. */
function byDay(files: readonly ReadFile[]): ReadFile[][] {
  const groups: ReadFile[][] = [];
  for (const file of [...files].sort((a, b) => Number(a.newest) - Number(b.newest))) {
    const last = groups.at(-1);
    if (last?.[0] && Number(file.newest) - Number(last[0].newest) < dayMs) last.push(file);
    else groups.push([file]);
  }
  return groups;
}

function sourceOf({ file, feed, language }: ReadFile, files: FeedFolder, origin: string): SourceFacts {
  const publisher = feed.title?.slice(0, 80) || file;
  return {
    key: file,
    publisher,
    title: publisher,
    url: files.urlOf(file, origin),
    site: feed.site,
    owner: feed.site && URL.canParse(feed.site) ? new URL(feed.site).hostname : publisher,
    country: null,
    language,
    topics: [],
    kind: 'press',
  };
}

/** One channel a language, due now. */
async function subscribeChannel(playground: Playground, tidings: Tidings, language: string, now: Date): Promise<void> {
  const name = `news-${language.toLowerCase()}`;
  const channels = playground.world.channelsOf(GUILD_ID);
  const channel =
    channels.find((known) => known.name === name) ?? playground.world.createChannel(GUILD_ID, { name, type: 0 });
  await saveSubscription(
    tidings.db,
    {
      guildId: GUILD_ID,
      channelId: channel.id,
      createdBy: 'replay',
      topics: [],
      times: ['07:00'],
      weekdays: [1, 2, 3, 4, 5, 6, 7],
      everyMinutes: null,
      timeZone: 'UTC',
      language,
      maxStories: 6,
      nextDueAt: now,
    },
    now,
  );
}

let lastPrinted = 0;

async function printNew(db: Db, playground: Playground): Promise<void> {
  for (const { briefing, channelId } of await findBriefingsSince(db, lastPrinted)) {
    lastPrinted = briefing.id;
    const name = playground.world.channels.get(channelId)?.name ?? channelId;
    if (briefing.items.length > 0) print(briefingText(briefing, name, true));
  }
}

async function printTotals(db: Db, playground: Playground): Promise<void> {
  const count = async (table: 'articles' | 'stories') => {
    const { n } = await db
      .selectFrom(table)
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    return n;
  };
  const posted = playground.world.channelsOf(GUILD_ID).map(({ id }) => playground.world.messagesIn(id).length);
  const total = posted.reduce((sum, messages) => sum + messages, 0);
  print(`${await count('articles')} articles, ${await count('stories')} stories; ${total} briefings posted.`);
}

function print(text: string): void {
  process.stdout.write(`${text}\n`);
}

const [folder] = process.argv.slice(2);
if (!folder) {
  process.stderr.write('Which folder? For instance: npm run replay -- path/to/feeds\n');
  process.exit(1);
}
await replay(folder).catch((error: unknown) => {
  const isMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
  if (!isMissing) throw error;
  process.stderr.write(`There is no folder ${folder}.\n`);
  process.exit(1);
});
