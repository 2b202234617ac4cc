import { hostname } from 'node:os';
import { writeExtractiveBrief } from './briefs/extractive.ts';
import { writers } from './briefs/index.ts';
import { readNoNewsWords, readTopicWords } from './catalogue.ts';
import type { Command } from './discord/command.ts';
import { divideBriefing } from './discord/divideBriefing.ts';
import { loadCommands } from './discord/loadCommands.ts';
import { type Bot, startBot } from './discord/startBot.ts';
import { createEmbed, type EmbeddingsService } from './embeddings/createEmbed.ts';
import { createFindFeeds } from './feeds/findFeeds.ts';
import { readOpml, writeOpml } from './feeds/opml.ts';
import { createReadFeed, type FeedReader } from './feeds/readFeed.ts';
import type { ModelAddress } from './llm/createAsk.ts';
import type { PostError, Report, WriteBrief } from './news/outside.ts';
import type { PollBounds } from './news/pollPolicy.ts';
import type { SourceFacts } from './news/source.ts';
import { topicNames, topics } from './news/topic.ts';
import { createPageReader, type PageReader } from './pages/pageReader.ts';
import { createBrief, createBriefingFor, createJudgeStory } from './pipeline/brief.ts';
import { createCards } from './pipeline/cards.ts';
import { createCatchUp } from './pipeline/catchUp.ts';
import { createCluster } from './pipeline/cluster.ts';
import { createCorrect } from './pipeline/correct.ts';
import { createDeliver } from './pipeline/deliver.ts';
import { createEmbedWaiting } from './pipeline/embed.ts';
import { createFollow } from './pipeline/follow.ts';
import { createGreet } from './pipeline/greet.ts';
import { createLearnTopics } from './pipeline/learnTopics.ts';
import { createLive } from './pipeline/live.ts';
import { createNotify } from './pipeline/notify.ts';
import { createPoll } from './pipeline/poll.ts';
import { createPrune } from './pipeline/prune.ts';
import { createPublish } from './pipeline/publish.ts';
import { createReadPages } from './pipeline/readPages.ts';
import type { Stage } from './pipeline/stage.ts';
import { createTell } from './pipeline/tell.ts';
import { createBriefOf, createWrite } from './pipeline/write.ts';
import { runRound, type Stages, startClocks } from './schedule.ts';
import { BulkStore } from './store/BulkStore.ts';
import { findModelAnswer, findModelSpending, keepModelAnswer, recordModelCall } from './store/modelCalls.ts';
import { type Db, openStore } from './store/openStore.ts';
import { outboxes, releaseClaims } from './store/outbox.ts';
import { forgetPages } from './store/pages.ts';
import { syncCatalogue } from './store/sources.ts';
import { createFindSubject, createIsNoNews, type FindSubject } from './text/topics.ts';

export type TidingsOptions = {
  readonly databaseFile: string;
  readonly token: string;
  readonly apiUrl: string;
  readonly catalogue: readonly SourceFacts[];
  readonly pollBounds: PollBounds;
  readonly feedAllowPrivate: readonly string[];
  readonly feedContact: string;
  readonly fullText: boolean;
  readonly articleTextDays: number;
  readonly articleDays: number;
  /** Retells what the sources say; null or absent: briefs consist of their sentences. */
  readonly languageModel?: (ModelAddress & { readonly dailyTokens: number }) | null;
  readonly embeddings?: EmbeddingsService | null;
  readonly report: Report;
  /** Discord refuses the token while the bot is running. */
  readonly onTokenRefused: (error: PostError) => void;
  readonly now?: () => Date;
};

/** The whole bot, joined and connected. Its clocks stand still until they are started. */
export type Tidings = {
  readonly db: Db;
  readonly bot: Bot;
  readonly stages: Stages;
  /** Every stage once, in order. */
  round(): Promise<void>;
  startClocks(): void;
  /** Ends everything; what is under way is finished or will be taken up again at the next start. */
  close(): Promise<void>;
};

const version = '0.1.0';

/**
 * Builds every part and joins them: the only place that knows them all.
 *
 * @throws StoreError  when the database can't be used
 * @throws TokenRefused  when Discord refuses the token
 */
export async function startTidings(options: TidingsOptions): Promise<Tidings> {
  const { report, now = () => new Date() } = options;
  const stopping = new AbortController();
  const commands = await loadCommands();
  const db = openStore(options.databaseFile);
  const store = new BulkStore(db, {
    file: options.databaseFile === ':memory:' ? null : options.databaseFile,
    bounds: options.pollBounds,
    now,
  });
  const contact = options.feedContact ? `; +${options.feedContact}` : '';
  const feeds = createReadFeed({
    allowPrivate: options.feedAllowPrivate,
    userAgent: `Tidings/${version} (news briefings for Discord${contact})`,
  });
  const pages = createPageReader({ fetchDocument: feeds.fetchDocument, agent: 'Tidings', now });
  try {
    const worker = hostname();
    for (const outbox of outboxes) await releaseClaims(db, outbox, worker);
    await syncCatalogue(db, options.catalogue, now());
    if (!options.fullText) await forgetPages(db);
    const writeBrief = await createWriteBrief(options, { db, now, stopping: stopping.signal });
    const bot = await connectBot(options, { db, commands, feeds, pages, writeBrief, now }, stopping.signal);
    const noNewsWords = readNoNewsWords();
    const isNoNews = createIsNoNews(noNewsWords);
    const { learn, model } = await createLearnTopics({ db, topics: topics.map(({ key }) => key), isNoNews, now });
    const findSubject = createFindSubject({ topicWords: readTopicWords(), noNewsWords, topicNames, model });
    const stages: Stages = {
      poll: createPoll({
        db,
        store,
        readFeed: feeds.readFeed,
        bounds: options.pollBounds,
        ownHosts: options.feedAllowPrivate,
        now,
        report,
        stopping: stopping.signal,
      }),
      index: () => store.indexWords(),
      cluster: createPlace(options, { db, findSubject, now, stopping: stopping.signal }),
      learn,
      follow: createFollow({ db, now, report }),
      read: options.fullText
        ? createReadPages({
            db,
            readFullText: pages.readFullText,
            crawlDelayMs: pages.crawlDelayMs,
            ownHosts: options.feedAllowPrivate,
            now,
            report,
            stopping: stopping.signal,
          })
        : async () => 0,
      write: createWrite({ db, writeBrief, now, report }),
      brief: createBrief({
        db,
        now,
        report,
        writeBrief: writeExtractiveBrief,
        divide: divideBriefing,
        stopping: stopping.signal,
      }),
      catchUp: createCatchUp({ db, now }),
      deliver: createDeliver({
        db,
        post: bot.post,
        findPosted: bot.findPosted,
        worker,
        now,
        report,
        onTokenRefused: options.onTokenRefused,
        stopping: stopping.signal,
      }),
      live: createLive({ db, now, report, writeBrief: writeExtractiveBrief, stopping: stopping.signal }),
      cards: createCards({ db, posts: bot.cardPosts, worker, now, report, onTokenRefused: options.onTokenRefused }),
      publish: createPublish({
        db,
        publish: bot.publish,
        announcementChannels: bot.announcementChannels,
        worker,
        now,
        report,
        onTokenRefused: options.onTokenRefused,
      }),
      correct: createCorrect({ db, edit: bot.editPost, worker, now, report, onTokenRefused: options.onTokenRefused }),
      tell: createTell({
        db,
        send: bot.sendDirect,
        findSent: bot.findDirect,
        writeBrief: writeExtractiveBrief,
        worker,
        now,
        report,
        onTokenRefused: options.onTokenRefused,
        stopping: stopping.signal,
      }),
      notify: createNotify({ db, send: bot.sendNotice, worker, now, report, onTokenRefused: options.onTokenRefused }),
      greet: createGreet({ db, send: bot.sendGreeting, worker, now, report, onTokenRefused: options.onTokenRefused }),
      resume: () => bot.resumeReachable(),
      prune: createPrune({ db, now, textDays: options.articleTextDays, articleDays: options.articleDays }),
    };
    let stopClocks = async () => {};
    return {
      db,
      bot,
      stages,
      round: () => runRound(stages, report),
      startClocks: () => {
        stopClocks = startClocks(stages, report);
      },
      close: async () => {
        stopping.abort();
        await feeds.close();
        await pages.close();
        await stopClocks();
        await bot.close();
        await store.close();
        await db.destroy();
      },
    };
  } catch (error) {
    await feeds.close();
    await pages.close();
    await store.close();
    await db.destroy();
    throw error;
  }
}

/** The extractive writer, or the one that asks a language model; what that needs is loaded for nobody else. */
async function createWriteBrief(
  { languageModel, report }: TidingsOptions,
  { db, now, stopping }: { db: Db; now: () => Date; stopping: AbortSignal },
): Promise<WriteBrief> {
  const extractive = writers.extractive as WriteBrief;
  if (!languageModel) return extractive;
  const { model, dailyTokens } = languageModel;
  const [{ createAsk }, { createModelWriter }] = await Promise.all([
    import('./llm/createAsk.ts'),
    import('./llm/createModelWriter.ts'),
  ]);
  return createModelWriter({
    model,
    ask: createAsk(languageModel),
    extractive,
    memory: {
      spentOn: async (at) => (await findModelSpending(db, at)).reduce((sum, { tokens }) => sum + tokens, 0),
      recordCall: (call) => recordModelCall(db, { model, ...call }),
      findAnswer: (key) => findModelAnswer(db, key),
      keepAnswer: (key, answer, at) => keepModelAnswer(db, key, answer, at),
    },
    dailyTokens,
    now,
    report,
    stopping,
  });
}

/** Joins articles to stories; where a service is set, with their embeddings. */
function createPlace(
  { embeddings, report }: TidingsOptions,
  parts: { db: Db; findSubject: FindSubject; now: () => Date; stopping: AbortSignal },
): Stage {
  const cluster = createCluster({ ...parts, embeddingModel: embeddings?.model });
  if (!embeddings) return cluster;
  const embedWaiting = createEmbedWaiting({
    ...parts,
    embed: createEmbed(embeddings),
    model: embeddings.model,
    report,
  });
  return async () => {
    await embedWaiting();
    return cluster();
  };
}

function connectBot(
  options: TidingsOptions,
  parts: {
    db: Db;
    commands: ReadonlyMap<string, Command>;
    feeds: FeedReader;
    pages: PageReader;
    writeBrief: WriteBrief;
    now: () => Date;
  },
  stopping: AbortSignal,
): Promise<Bot> {
  const { db, commands, feeds, pages, writeBrief, now } = parts;
  const briefOf = createBriefOf({ db, writeBrief, now });
  return startBot({
    token: options.token,
    apiUrl: options.apiUrl,
    commands,
    context: {
      db,
      now,
      briefOf,
      briefingFor: createBriefingFor({ db, now, briefOf }),
      judgeStory: createJudgeStory({ db, now }),
      findFeeds: createFindFeeds(feeds),
      readFeed: feeds.readFeed,
      readPage: pages.readPage,
      host: { articleDays: options.articleDays, languageModel: options.languageModel ?? null },
      readSourceList: readOpml,
      writeSourceList: writeOpml,
    },
    report: options.report,
    stopping,
  });
}
