import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { type APIMessage, ChannelType, MessageFlags, OverwriteType } from 'discord-api-types/v10';
import { nextDueAt } from '../src/news/subscription.ts';
import { ManualClock } from '../src/playground/clock.ts';
import { type Playground, startPlayground } from '../src/playground/startPlayground.ts';
import { BOT_ID, BOT_ROLE_ID, defaultWorld, GUILD_ID } from '../src/playground/world/defaultWorld.ts';
import { addFollow } from '../src/store/follows.ts';
import { saveLiveSubscription } from '../src/store/liveSubscriptions.ts';
import { type Db, openStore } from '../src/store/openStore.ts';
import { savePerson } from '../src/store/people.ts';
import { saveSubscription } from '../src/store/subscriptions.ts';
import type { BotOptions, Death } from './bot.ts';
import { ChildBot } from './ChildBot.ts';
import { type Plan, planOf, type Trouble } from './planOf.ts';
import { type Span, Spans } from './spans.ts';
import { pressPath, type Storm, startPress } from './startPress.ts';
import {
  cardReaders,
  channels,
  FORUM_ID,
  followedQuery,
  people,
  subscribers,
  THREAD_ID,
  THREADS_CHANNEL_ID,
} from './subscribers.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
/** A poll finds something about every other time. */
const pollBounds = { minMs: 25 * minuteMs, maxMs: 30 * minuteMs };
/** Rounds come at least as often as this. */
const longestStepMs = 40 * minuteMs;
/** While what is due can't be stored, or sent, it stays due. */
const helplessStepMs = 5 * minuteMs;
/** A bot that has not died by then is killed from outside. */
const lifeAfterOrderMs = 3 * hourMs;
/** Real time: for what the gateway says to be heard. */
const hearingMs = 40;

/** What happened in a run, as far as the world outside the bot knows, and what the bot has stored. */
export type Account = {
  readonly plan: Plan;
  /** When no briefing could be expected: no bot, no Discord, no disk, or a wrong clock. */
  readonly broken: readonly Span[];
  /** When a channel could not be written to. */
  readonly unreachable: ReadonlyMap<string, readonly Span[]>;
  /** Every message that ever stood in a server's channel or in somebody's direct messages. */
  readonly posted: readonly APIMessage[];
  /** Messages as they were after each edit, and when that came. */
  readonly edits: readonly { readonly at: number; readonly message: APIMessage }[];
  /** When each message was published to other servers. */
  readonly publishedAt: ReadonlyMap<string, number>;
  /** When the bot was not in the server. */
  readonly absences: readonly Span[];
  /** Ids of the messages that somebody deleted. */
  readonly deleted: ReadonlySet<string>;
  /** Ids of those that somebody deleted while no bot was there to see: it can't know that they ever came. */
  readonly deletedUnseen: ReadonlySet<string>;
  readonly published: readonly string[];
  readonly storms: readonly Storm[];
  readonly stored: readonly {
    readonly title: string;
    readonly publisher: string;
    readonly storyId: number | null;
    /** By the bot's clock. */
    readonly storedAt: number;
  }[];
  readonly briefings: readonly {
    readonly id: number;
    readonly channelId: string;
    readonly dueAt: number;
    readonly createdAt: number;
    /** There was nothing to tell. */
    readonly isEmpty: boolean;
  }[];
  /** What the bot said went wrong. */
  readonly said: string;
};

/**
 * A run: 36 hours of the whole bot, in a process of its own, in the world that this seed makes: briefings in channels, a
 * forum, a thread, an announcement channel and direct messages, cards in two channels, and two people who follow storms.
 *
 * The world's clock goes from one moment at which something is due, is tried again or goes wrong to the next, and by no
 * more than {@link longestStepMs}. At each, every stage runs once, in order. Real are the process, its death, its database,
 * REST and gateway; time is not, but for what discord.js waits for before it connects again.
 */
export async function liveThrough(seed: number): Promise<Account> {
  const plan = planOf(seed);
  const folder = mkdtempSync(join(tmpdir(), 'tidings-chaos-'));
  const clock = new ManualClock(plan.begin);
  const now = () => clock.now();
  const press = startPress({ seed, begin: plan.begin, end: plan.end, now });
  const playground = await startPlayground({ clock, routes: { [pressPath]: press.handle }, log: () => {} });
  addPlaces(playground.world);
  const posted: APIMessage[] = [];
  const edits: { at: number; message: APIMessage }[] = [];
  const publishedAt = new Map<string, number>();
  playground.world.events.listen(({ t, d }) => {
    const message = d as APIMessage;
    const isPublished = t === 'MESSAGE_UPDATE' && ((message.flags ?? 0) & MessageFlags.Crossposted) > 0;
    if (isPublished && !publishedAt.has(message.id)) publishedAt.set(message.id, now());
    if (t === 'MESSAGE_UPDATE') edits.push({ at: now(), message });
    if (t !== 'MESSAGE_CREATE') return;
    const parentId = playground.world.channels.get(message.channel_id)?.parent_id;
    posted.push(parentId === FORUM_ID ? { ...message, channel_id: FORUM_ID } : message);
  });
  const run = new Run(plan, clock, playground, {
    databaseFile: join(folder, 'tidings.sqlite'),
    token: 'any',
    apiUrl: playground.api,
    catalogue: press.sources(playground.origin),
    pollBounds,
    feedAllowPrivate: [new URL(playground.origin).host],
    feedContact: '',
    fullText: false,
    articleTextDays: 30,
    articleDays: 365,
    seed,
  });
  try {
    await run.live();
    const { stored, briefings } = await run.readStore(async (db) => ({
      stored: await db
        .selectFrom('articles')
        .innerJoin('sources', 'sources.id', 'articles.source_id')
        .select(['articles.title', 'publisher', 'story_id', 'first_seen_at'])
        .execute(),
      briefings: await db
        .selectFrom('briefings')
        .select(['id', 'channel_id', 'due_at', 'created_at', 'content'])
        .execute(),
    }));
    await run.close();
    return {
      plan,
      broken: run.broken.spans,
      unreachable: new Map([...run.unreachable].map(([channelId, { spans }]) => [channelId, spans])),
      posted,
      edits,
      publishedAt,
      absences: run.absences.spans,
      deleted: run.deleted,
      deletedUnseen: run.deletedUnseen,
      published: press.published(plan.end - hourMs),
      storms: press.storms,
      stored: stored.map((row) => ({
        title: row.title,
        publisher: row.publisher,
        storyId: row.story_id,
        storedAt: row.first_seen_at,
      })),
      briefings: briefings.map((row) => ({
        id: row.id,
        channelId: row.channel_id,
        dueAt: row.due_at,
        createdAt: row.created_at,
        isEmpty: JSON.parse(row.content).items.length === 0,
      })),
      said: run.said,
    };
  } finally {
    await run.kill();
    await playground.close();
    rmSync(folder, { recursive: true });
  }
}

class Run {
  readonly broken: Spans;
  readonly unreachable: ReadonlyMap<string, Spans>;
  said = '';
  readonly #plan: Plan;
  readonly #clock: ManualClock;
  readonly #playground: Playground;
  readonly #options: Omit<BotOptions, 'startsAt'>;
  /** What is still to happen. */
  readonly #agenda: { readonly at: number; readonly act: () => void | Promise<void> }[] = [];
  readonly deletedUnseen = new Set<string>();
  readonly deleted = new Set<string>();
  readonly absences: Spans;
  #bot: ChildBot | null = null;
  #death: { readonly step: Death; readonly latest: number; readonly forMs: number } | null = null;
  #skewMs = 0;
  #fullDisks = 0;
  #outages = 0;
  #nextAt = 0;
  #lastHour = 0;

  constructor(plan: Plan, clock: ManualClock, playground: Playground, options: Omit<BotOptions, 'startsAt'>) {
    this.#plan = plan;
    this.#clock = clock;
    this.#playground = playground;
    this.#options = options;
    const now = () => clock.now();
    this.broken = new Spans(now);
    this.absences = new Spans(now);
    this.unreachable = new Map(subscribers.map(({ channelId }) => [channelId, new Spans(now)]));
  }

  async live(): Promise<void> {
    await this.#start(() => {});
    await this.#round();
    await this.readStore((db) => subscribe(db, new Date(this.#clock.now())));
    this.#nextAt = this.#clock.now();
    for (const trouble of this.#plan.troubles) this.#at(trouble.at, () => this.#cause(trouble));
    while (this.#clock.now() < this.#plan.end) {
      const next = Math.min(this.#nextAt, this.#agenda[0]?.at ?? this.#plan.end, this.#clock.now() + longestStepMs);
      this.#clock.advance(Math.max(1_000, next - this.#clock.now()));
      for (let due = this.#agenda[0]; due && due.at <= this.#clock.now(); due = this.#agenda[0]) {
        this.#agenda.shift();
        await due.act();
      }
      await this.#round();
    }
  }

  async close(): Promise<void> {
    await this.#bot?.close();
    this.said += this.#bot?.said ?? '';
    this.#bot = null;
  }

  /** However it stands with the bot. */
  async kill(): Promise<void> {
    this.said += this.#bot?.said ?? '';
    await this.#bot?.kill();
    this.#bot = null;
  }

  async readStore<T>(read: (db: Db) => Promise<T>): Promise<T> {
    const db = openStore(this.#options.databaseFile);
    try {
      return await read(db);
    } finally {
      await db.destroy();
    }
  }

  #at(at: number, act: () => void | Promise<void>): void {
    this.#agenda.push({ at, act });
    this.#agenda.sort((a, b) => a.at - b.at);
  }

  #after(ms: number, act: () => void | Promise<void>): void {
    this.#at(this.#clock.now() + ms, act);
  }

  /** @param end  ends what was broken while there was no bot */
  async #start(end: () => void): Promise<void> {
    // Real time would pass while the bot waits for Discord to return.
    if (this.#outages > 0) return void this.#after(minuteMs, () => this.#start(end));
    this.#bot = await ChildBot.start({ ...this.#options, startsAt: this.#botTime });
    this.#nextAt = this.#clock.now();
    end();
  }

  get #botTime(): number {
    return this.#clock.now() + this.#skewMs;
  }

  /** The bot does what is due now, and may die of it. */
  async #round(): Promise<void> {
    if (!this.#bot) return;
    const hour = Math.floor(this.#clock.now() / hourMs);
    const answer = await this.#bot.live({
      time: this.#botTime,
      death: this.#death?.step ?? null,
      isDiskFull: this.#fullDisks > 0,
      isHour: hour > this.#lastHour,
    });
    this.#lastHour = hour;
    const nextAt = (answer?.nextAt ?? Number.MAX_SAFE_INTEGER) - this.#skewMs;
    const isHelpless = this.#fullDisks + this.#outages > 0;
    this.#nextAt = isHelpless ? Math.max(nextAt, this.#clock.now() + helplessStepMs) : nextAt;
    const isDue = this.#death && this.#death.latest <= this.#clock.now();
    if (answer === null || isDue) await this.#bury();
  }

  async #bury(): Promise<void> {
    await this.kill();
    const ended = this.broken.begin();
    const { forMs } = this.#death ?? { forMs: 0 };
    this.#death = null;
    this.#after(forMs, () => this.#start(ended));
  }

  async #cause(trouble: Trouble): Promise<void> {
    const { world, faults, gateway } = this.#playground;
    switch (trouble.kind) {
      case 'killed':
        this.#death = { step: trouble.death, forMs: trouble.forMs, latest: this.#clock.now() + lifeAfterOrderMs };
        break;
      case 'requests fail':
        faults.add(trouble.fault);
        break;
      case 'gateway breaks':
        if (trouble.how === 'invalidate') gateway.invalidate(true);
        else gateway[trouble.how]();
        break;
      case 'Discord is away': {
        const ended = this.broken.begin();
        const end = faults.outage();
        this.#outages += 1;
        this.#after(trouble.forMs, async () => {
          end();
          this.#outages -= 1;
          ended();
          await this.#connected();
        });
        break;
      }
      case 'channel deleted':
        if (world.channels.get(trouble.channelId)) this.unreachable.get(trouble.channelId)?.begin();
        world.deleteChannel(trouble.channelId);
        await this.#heard();
        break;
      case 'permission removed': {
        if (!world.channels.get(trouble.channelId) || !this.#isInServer) break;
        const ended = this.unreachable.get(trouble.channelId)!.begin();
        this.#deny(trouble.channelId, trouble.denied);
        await this.#heard();
        this.#after(trouble.forMs, async () => {
          if (!world.channels.get(trouble.channelId)) return;
          await this.#connected();
          this.#deny(trouble.channelId, 0n);
          ended();
          await this.#heard();
        });
        break;
      }
      case 'message deleted': {
        const latest = world.messagesIn(trouble.channelId).at(-1);
        if (!latest) break;
        world.deleteMessage(latest.id);
        this.deleted.add(latest.id);
        if (!this.#bot || !this.#isInServer) this.deletedUnseen.add(latest.id);
        break;
      }
      case 'removed from the server': {
        if (!this.#isInServer) break;
        const closed = channels.flatMap((channelId) => this.unreachable.get(channelId) ?? []);
        const ends = [this.absences, ...closed].map((spans) => spans.begin());
        world.guilds.leave(GUILD_ID, BOT_ID);
        await this.#heard();
        this.#after(trouble.forMs, async () => {
          await this.#connected();
          world.guilds.join(GUILD_ID, BOT_ID, invited);
          for (const end of ends) end();
          await this.#heard();
        });
        break;
      }
      case 'disk full': {
        const ended = this.broken.begin();
        this.#fullDisks += 1;
        this.#after(trouble.forMs, () => {
          this.#fullDisks -= 1;
          ended();
        });
        break;
      }
      case 'clock wrong': {
        const ended = this.broken.begin();
        this.#skewMs += trouble.byMs;
        this.#after(trouble.forMs, () => {
          this.#skewMs -= trouble.byMs;
          ended();
        });
        break;
      }
      default:
        trouble satisfies never;
    }
  }

  get #isInServer(): boolean {
    return this.#playground.world.guilds.has(GUILD_ID, BOT_ID);
  }

  /** Of a role that the bot had before it was removed, nothing is left. */
  #deny(channelId: string, denied: bigint): void {
    const role = this.#playground.world.guilds.get(GUILD_ID)?.roles.find(({ tags }) => tags?.bot_id === BOT_ID);
    if (!role) return;
    const overwrite = { id: role.id, type: OverwriteType.Role, allow: '0', deny: String(denied) };
    this.#playground.world.overwrite(channelId, overwrite);
  }

  /** What the world says now has reached the bot. */
  async #heard(): Promise<void> {
    if (this.#bot) await wait(hearingMs);
  }

  /** The bot, if it lives and there is a Discord, has found its way back to the gateway. */
  async #connected(): Promise<void> {
    const isToBe = () => this.#bot && this.#outages === 0;
    for (let tries = 0; isToBe() && this.#playground.gateway.connected === 0 && tries < 500; tries++) await wait(20);
    await this.#heard();
  }
}

/** With what the bot was invited at first. */
const invited = BigInt(defaultWorld.guilds[0]?.roles.find(({ id }) => id === BOT_ROLE_ID)?.permissions ?? '0');

/** A forum, a thread that is never archived, and people's direct messages. */
function addPlaces(world: Playground['world']): void {
  for (const { userId, channelId } of people) {
    world.channels.set(channelId, { id: channelId, type: ChannelType.DM, recipients: [userId] });
  }
  const at = world.timestamp();
  world.createChannel(GUILD_ID, { type: ChannelType.GuildForum, name: 'forum', available_tags: [] }, FORUM_ID);
  world.createChannel(GUILD_ID, { type: ChannelType.GuildText, name: 'threads' }, THREADS_CHANNEL_ID);
  const metadata = { archived: false, locked: false, archive_timestamp: at, auto_archive_duration: 10_080 as const };
  const thread = { type: ChannelType.PublicThread, name: 'thread', parent_id: THREADS_CHANNEL_ID };
  world.createChannel(GUILD_ID, { ...thread, thread_metadata: metadata }, THREAD_ID);
}

async function subscribe(db: Db, now: Date): Promise<void> {
  const common = { guildId: GUILD_ID, createdBy: 'chaos', topics: [], language: 'en' };
  for (const { channelId, timetable, postPer = null, userId } of subscribers) {
    const place = userId ? { guildId: '', channelId, userId } : { channelId };
    const wish = { ...common, postPer, maxStories: 8, ...place };
    await saveSubscription(db, { ...wish, ...timetable, nextDueAt: nextDueAt(timetable, now) }, now);
  }
  for (const reader of cardReaders) {
    const mentions = { roleId: null, mentionsPerDay: 0, quiet: null, timeZone: 'UTC', turns: 'reply' as const };
    await saveLiveSubscription(db, { ...common, perHour: 6, ...mentions, ...reader }, now);
  }
  for (const { userId, channelId, timeZone } of people) {
    await savePerson(db, { userId, channelId, language: 'en', timeZone }, now);
    await addFollow(db, { userId, guildId: null, kind: 'search', query: followedQuery }, now);
  }
}
