import { setTimeout as wait } from 'node:timers/promises';
import {
  ChannelType,
  Client,
  DiscordAPIError,
  DiscordjsError,
  DiscordjsErrorCodes,
  Events,
  GatewayIntentBits,
  type Guild,
  Options,
  REST,
} from 'discord.js';
import type {
  CardPosts,
  EditPost,
  FindDirect,
  FindPosted,
  OutgoingDirect,
  Post,
  Publish,
  Report,
  SendDirect,
  SendGreeting,
  SendNotice,
} from '../news/outside.ts';
import { comparePresentGuilds, noteGoneGuild, noteReturnedGuild } from '../store/goneGuilds.ts';
import { type JoinedGuild, noteJoinedGuild, notePresentGuilds } from '../store/greetings.ts';
import { suspendSubscriptions } from '../store/subscriptions.ts';
import type { Command } from './command.ts';
import { createCardPosts } from './createCardPosts.ts';
import { createEditPost } from './createEditPost.ts';
import { createFindPosted } from './createFindPosted.ts';
import { createMeetThreads } from './createMeetThreads.ts';
import { createPost } from './createPost.ts';
import { createPublish } from './createPublish.ts';
import { createOpenDirect, createSendDirect } from './createSendDirect.ts';
import { createSendGreeting } from './createSendGreeting.ts';
import { createFetchAttachment } from './fetchAttachment.ts';
import { createFindMarked } from './findMessage.ts';
import { type BotContext, handleInteraction } from './handleInteraction.ts';
import { makeRequest } from './makeRequest.ts';
import { registerCommands } from './registerCommands.ts';
import { directMarkOf } from './renderDirect.ts';
import { resumeReachable } from './resumeReachable.ts';
import { createSendNotice } from './sendNotice.ts';

/** Discord refuses the token: nothing but another token helps. */
export class TokenRefused extends Error {
  override readonly name = 'TokenRefused';
}

export type Bot = {
  readonly client: Client<true>;
  readonly post: Post;
  readonly findPosted: FindPosted;
  readonly editPost: EditPost;
  readonly cardPosts: CardPosts;
  readonly publish: Publish;
  /** Ids of the announcement channels there are now. */
  announcementChannels(): string[];
  readonly sendNotice: SendNotice;
  readonly sendGreeting: SendGreeting;
  readonly sendDirect: SendDirect;
  readonly findDirect: FindDirect;
  /** Lets suspended briefings go on where the bot may post again. @returns how many */
  resumeReachable(): Promise<number>;
  close(): Promise<void>;
};

type BotOptions = {
  readonly token: string;
  /** Without version, as discord.js wants it: `https://discord.com/api`. */
  readonly apiUrl: string;
  readonly commands: ReadonlyMap<string, Command>;
  readonly context: Omit<BotContext, 'mention' | 'fetchAttachment' | 'openDirect'>;
  readonly report: Report;
  readonly stopping: AbortSignal;
};

/** A rate limit that is waited for; what is longer is tried again later. */
const longestLimitMs = 10_000;
/** With the 30 seconds that an attempt may take, it stays below Discord's 1,000 sessions a day. */
const longestWaitMs = 60_000;

/**
 * Connects to Discord, registers the commands and answers interactions from then on. While Discord can't be reached,
 * it tries again, waiting longer each time.
 *
 * @throws TokenRefused
 */
export async function startBot(options: BotOptions): Promise<Bot> {
  for (let waitMs = 2_000; ; waitMs = Math.min(longestWaitMs, waitMs * 2)) {
    const client = createClient(options.apiUrl);
    try {
      const bot = await connect(client, options);
      return bot;
    } catch (error) {
      await client.destroy();
      if (isTokenProblem(error)) throw new TokenRefused('Discord refuses the token', { cause: error });
      if (options.stopping.aborted) throw error;
      options.report('Discord can’t be reached; trying again', { seconds: waitMs / 1000, error });
      await wait(waitMs, undefined, { signal: options.stopping });
    }
  }
}

/** Only what the bot needs in memory: servers, channels, roles and itself. */
function createClient(apiUrl: string): Client {
  const nothing = { maxSize: 0 };
  return new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: apiUrl, retries: 1, timeout: 15_000, makeRequest },
    allowedMentions: { parse: [] },
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: nothing,
      ReactionManager: nothing,
      PresenceManager: nothing,
      VoiceStateManager: nothing,
      GuildEmojiManager: nothing,
      GuildStickerManager: nothing,
      GuildInviteManager: nothing,
      GuildScheduledEventManager: nothing,
      StageInstanceManager: nothing,
      ThreadMemberManager: nothing,
      GuildMemberManager: { maxSize: 200, keepOverLimit: (member) => member.id === member.client.user.id },
      UserManager: { maxSize: 200, keepOverLimit: (user) => user.id === user.client.user.id },
    }),
  });
}

async function connect(client: Client, options: BotOptions): Promise<Bot> {
  const { report } = options;
  client.on(Events.Error, (error) => report('The connection to Discord had an error', { error }));
  client.on(Events.ShardError, (error) => report('The connection to Discord had an error', { error }));
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  const failure = new Promise<never>((_resolve, reject) => {
    client.once(Events.Invalidated, () => reject(new TokenRefused('Discord ended the session')));
    client.login(options.token).catch(reject);
  });
  const limit = AbortSignal.timeout(30_000);
  const tooLong = new Promise<never>((_resolve, reject) => {
    for (const signal of [limit, options.stopping]) {
      signal.addEventListener('abort', () => reject(new Error('No answer from Discord’s gateway')), { once: true });
    }
  });
  const connected = await Promise.race([ready, failure, tooLong]);
  failure.catch(() => undefined);
  tooLong.catch(() => undefined);

  const { ids } = await registerCommands(connected, options.commands);
  const mention = (command: string) => {
    const id = ids.get(command.split(' ', 1)[0] ?? '');
    return id ? `</${command}:${id}>` : `\`/${command}\``;
  };
  const context = {
    ...options.context,
    mention,
    fetchAttachment: createFetchAttachment(options.apiUrl),
    openDirect: createOpenDirect(connected.rest),
  };
  connected.on(Events.InteractionCreate, (interaction) => {
    void handleInteraction(interaction, options.commands, context, report);
  });
  await followServers(connected, options);
  const meetThreads = createMeetThreads(connected, options.context.db);
  const resume = async () => {
    await meetThreads();
    return resumeReachable(connected, options.context.db);
  };
  await resume();
  const rest = deliveryRest(connected);
  const findDirect = createFindMarked<OutgoingDirect>(rest, directMarkOf);
  return {
    client: connected,
    post: createPost(rest),
    findPosted: createFindPosted(rest),
    editPost: createEditPost(rest),
    cardPosts: createCardPosts(rest),
    publish: createPublish(rest),
    announcementChannels: () =>
      connected.channels.cache.filter(({ type }) => type === ChannelType.GuildAnnouncement).map(({ id }) => id),
    sendNotice: createSendNotice(connected),
    sendGreeting: createSendGreeting(connected, context),
    sendDirect: createSendDirect(rest),
    findDirect: (outgoing) => findDirect(outgoing, outgoing.createdAt),
    resumeReachable: resume,
    close: async () => {
      rest.clearHashSweeper();
      rest.clearHandlerSweeper();
      await connected.destroy();
    },
  };
}

/**
 * What deliveries reach Discord by: their outbox comes back to what fails, and knows what may be repeated and when; a limit
 * of an hour (published messages, edits of old ones) must not keep a stage waiting.
 */
function deliveryRest({ options, token }: Client<true>): REST {
  return new REST({
    ...options.rest,
    retries: 0,
    rejectOnRateLimit: ({ retryAfter }) => retryAfter > longestLimitMs,
  }).setToken(token);
}

/**
 * Keeps subscriptions in step with channels and servers that go, and servers that come back or are new, also while
 * nothing ran. A server that is only away (`unavailable`) stays in the cache and is not gone.
 *
 * @see https://discord.com/developers/docs/events/gateway-events#guild-delete
 */
async function followServers(client: Client<true>, { context: { db, now }, report }: BotOptions): Promise<void> {
  const noted = (work: Promise<unknown>) =>
    work.catch((error) => report('A change of servers was not recorded', { error }));
  client.on(Events.GuildDelete, (guild) => {
    void noted(noteGoneGuild(db, guild.id, now()));
  });
  client.on(Events.ChannelDelete, (channel) => {
    void noted(suspendSubscriptions(db, channel.id, 'no channel'));
  });
  const joined = (guild: Guild) => {
    for (const each of joiningOf(guild)) void noted(noteJoinedGuild(db, each, now()));
  };
  client.on(Events.ThreadDelete, (thread) => {
    void noted(suspendSubscriptions(db, thread.id, 'no channel'));
  });
  const resume = (guild: Guild) => void noted(resumeReachable(client, db, guild.id));
  client.on(Events.GuildCreate, (guild) => {
    void noted(noteReturnedGuild(db, guild.id));
    joined(guild);
    resume(guild);
  });
  client.on(Events.GuildAvailable, (guild) => {
    joined(guild);
    resume(guild);
  });
  client.on(Events.ChannelUpdate, (_before, channel) => {
    if (!channel.isDMBased()) resume(channel.guild);
  });
  client.on(Events.ThreadUpdate, (_before, thread) => resume(thread.guild));
  client.on(Events.GuildRoleUpdate, (_before, { guild }) => resume(guild));
  client.on(Events.GuildMemberUpdate, (_before, member) => {
    if (member.id === client.user.id) resume(member.guild);
  });
  await noted(comparePresentGuilds(db, [...client.guilds.cache.keys()], now()));
  await noted(notePresentGuilds(db, [...client.guilds.cache.values()].flatMap(joiningOf), now()));
}

/** Nothing for a server that is away: it says when it is back. */
function joiningOf({ id, available, joinedTimestamp }: Guild): JoinedGuild[] {
  return available && joinedTimestamp ? [{ guildId: id, joinedAt: new Date(joinedTimestamp) }] : [];
}

function isTokenProblem(error: unknown): boolean {
  if (error instanceof TokenRefused) return true;
  if (error instanceof DiscordjsError) return error.code === DiscordjsErrorCodes.TokenInvalid;
  if (error instanceof DiscordAPIError) return error.status === 401;
  return error instanceof Error && /Authentication failed|invalid token/i.test(error.message);
}
