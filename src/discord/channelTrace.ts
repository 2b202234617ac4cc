import { type BaseInteraction, PermissionFlagsBits } from 'discord.js';
import type { Verdict } from '../news/briefing.ts';
import { isQuiet, type Subscription } from '../news/subscription.ts';
import { findSubscriptions } from '../store/subscriptions.ts';
import { findDeliveriesOfStory, type StoryDelivery } from '../store/traces.ts';
import type { CommandContext } from './command.ts';
import { escaped, link, timestamp } from './escape.ts';
import { languageName } from './languageName.ts';
import { type Say, sayIn } from './languages/index.ts';
import { mutesText } from './muteReplies.ts';
import { pausedText, topicsText } from './subscriptionText.ts';

/** Judging a story for a briefing takes as long as choosing that briefing. */
const mostSubscriptions = 12;
const mostDeliveries = 3;

/** What became of a story in one of a server's briefings, and what would become of it now. */
export type ChannelTrace = {
  readonly subscription: Subscription;
  readonly channelName: string;
  readonly topics: string;
  readonly deliveries: readonly StoryDelivery[];
  /** Why nothing comes for now, in words, or null. */
  readonly paused: string | null;
  /** Null when nothing of the story is new enough. */
  readonly verdict: Verdict | null;
  /** What of the server's mutes keeps it out, in words, escaped; empty for nothing. */
  readonly mutedBy: string;
  readonly isQuietNow: boolean;
  /** Independent reports of the story that the server gets. */
  readonly originCount: number;
};

/** Who asks, and where. */
export type Asker = Pick<BaseInteraction, 'guild' | 'user' | 'memberPermissions'>;

/** What became of a story in the briefings of the channels that the asker can see. */
export async function channelTraces(
  storyId: number,
  originCount: number,
  asker: Asker,
  context: CommandContext,
): Promise<ChannelTrace[]> {
  const { db, now, guildId, judgeStory } = context;
  const visible = visibleChannels(asker);
  if (guildId === null || visible.size === 0) return [];
  const subscriptions = (await findSubscriptions(db, guildId))
    .filter(({ channelId }) => visible.has(channelId))
    .slice(0, mostSubscriptions);
  const verdicts = await judgeStory(storyId, subscriptions);
  const deliveries = await findDeliveriesOfStory(db, storyId, [...visible.keys()]);
  return Promise.all(
    subscriptions.map(async (subscription) => ({
      subscription,
      channelName: visible.get(subscription.channelId) ?? '',
      topics: await topicsText(subscription, context),
      deliveries: deliveries
        .filter(({ subscriptionId }) => subscriptionId === subscription.id)
        .slice(0, mostDeliveries),
      paused: subscription.isPaused || subscription.suspended !== null ? pausedText(subscription, context) : null,
      verdict: verdicts.get(subscription.id) ?? null,
      mutedBy: await mutesText(verdicts.get(subscription.id)?.mutedBy ?? [], context),
      isQuietNow: subscription.everyMinutes !== null && isQuiet(subscription, now()),
      originCount,
    })),
  );
}

/** What a private channel gets is the business of those who can see it. */
function visibleChannels({ guild, user }: Asker): Map<string, string> {
  const channels = [...(guild?.channels.cache.values() ?? [])];
  const visible = channels.filter((each) => each.permissionsFor(user)?.has(PermissionFlagsBits.ViewChannel));
  return new Map(visible.map(({ id, name }) => [id, name]));
}

/** What became of a story in one briefing, in a line. */
export function channelLine(trace: ChannelTrace, language: string): string {
  const say = sayIn(language);
  const { subscription, topics, deliveries, paused } = trace;
  const next = paused === null ? nextText(trace, say, language) : say('traceRests', { reason: paused });
  return [
    `<#${subscription.channelId}>`,
    `**${escaped(topics, 60)}**`,
    ...deliveries.map((delivery) => deliveryText(delivery, subscription.guildId, say)),
    next,
  ].join(' · ');
}

function deliveryText({ status, at, place, messageId, channelId }: StoryDelivery, guildId: string, say: Say): string {
  const told = { when: timestamp(at, 'f'), place };
  if (status === 'sent') {
    const url = messageId && `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
    return link(say('traceSent', told), url);
  }
  return say(status === 'dropped' ? 'traceDropped' : 'traceSending', told);
}

function nextText(trace: ChannelTrace, say: Say, language: string): string {
  const { subscription, verdict, isQuietNow } = trace;
  const next = say('traceNext', {
    next: timestamp(subscription.nextDueAt),
    outcome: outcomeText(trace, say, language),
  });
  const quiet = isQuietNow && subscription.quiet && say('conditionQuiet', subscription.quiet);
  return verdict && verdict.leftOut === null && quiet ? `${next} · ${quiet}` : next;
}

function outcomeText(
  { subscription, verdict, mutedBy, originCount }: ChannelTrace,
  say: Say,
  language: string,
): string {
  const { maxStories, minOrigins } = subscription;
  if (verdict === null) return say('outTooOld');
  switch (verdict.leftOut) {
    case null:
      return say('traceComes', { place: verdict.place ?? 1 });
    case 'muted':
      return say('outMuted', { what: mutedBy });
    case 'language':
      return say('outLanguage', { language: languageName(subscription.language, language) });
    case 'topic':
      return say('outTopic');
    case 'unwritten':
      return say('outUnwritten', { language: languageName(subscription.language, language) });
    case 'origins':
      return say('outOrigins', { wanted: minOrigins, count: originCount });
    case 'had':
      return say('outHad');
    case 'place':
      return say('outPlace', { place: verdict.place ?? 0, most: maxStories });
  }
}
