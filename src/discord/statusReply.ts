import { type Health, healthOf } from '../news/health.ts';
import { sumUpFeedback } from '../store/feedback.ts';
import { findModelSpending } from '../store/modelCalls.ts';
import { sourcesOfGuild } from '../store/sources.ts';
import { findSubscriptions } from '../store/subscriptions.ts';
import { countDeliveries, findLastDeliveries, findQueue } from '../store/workState.ts';
import type { CommandContext, Reply } from './command.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { healthText } from './healthText.ts';
import { joinWithin } from './joinWithin.ts';
import type { MessageKey } from './languages/en.ts';
import { liveLines } from './liveText.ts';
import { colourOf } from './renderBriefing.ts';
import { pausedText, topicsText } from './subscriptionText.ts';

const dayMs = 24 * 60 * 60_000;
const mostSources = 3;
const feedbackDays = 30;
/** All sections together fit into an embed. */
const longestSection = 1_200;

/** The worst first; what is not named is well. */
const worst: readonly Health[] = ['gone', 'blocked', 'failing', 'held', 'slow'];
const healthKeys: readonly (readonly [Health, MessageKey])[] = [
  ['healthy', 'statusHealthy'],
  ['slow', 'statusSlow'],
  ['held', 'statusHeld'],
  ['failing', 'statusFailing'],
  ['blocked', 'statusBlocked'],
  ['gone', 'statusGone'],
  ['new', 'statusNew'],
];

/** How everything is going for a server: one section for each thing that somebody may wonder about. */
export async function statusReply(guildId: string, context: CommandContext): Promise<Reply> {
  const { say } = context;
  const sections: readonly (readonly [MessageKey, readonly string[]])[] = [
    ['statusBriefings', await briefingLines(guildId, context)],
    ['statusCards', await liveLines(guildId, context)],
    ['sources', await sourceLines(guildId, context)],
    ['statusQueue', await queueLines(context)],
    ['statusModel', await modelLines(context)],
    ['statusFeedback', await feedbackLines(guildId, context)],
  ];
  return {
    embeds: [
      {
        title: plain(say('statusTitle'), 256),
        description: sections
          .filter(([, lines]) => lines.length > 0)
          .map(([title, lines]) => `**${say(title)}**\n${joinWithin(lines, '\n', longestSection)}`)
          .join('\n\n'),
        color: colourOf(null),
      },
    ],
  };
}

/** Nothing until somebody has said something. */
async function feedbackLines(guildId: string, { db, now, say }: CommandContext): Promise<string[]> {
  const since = new Date(now().getTime() - feedbackDays * dayMs);
  const { verdicts, sources } = await sumUpFeedback(db, { since, guildId, limit: mostSources });
  const all = Object.values(verdicts).reduce((sum, count) => sum + count, 0);
  if (all === 0) return [];
  return [
    say('statusFeedbackCounts', { useful: verdicts.useful, complaints: all - verdicts.useful }),
    ...sources.map(({ title, complaints }) => say('statusFeedbackSource', { title: escaped(title, 80), complaints })),
  ];
}

async function briefingLines(guildId: string, context: CommandContext): Promise<string[]> {
  const { db, say, now, mention } = context;
  const subscriptions = await findSubscriptions(db, guildId);
  if (subscriptions.length === 0) return [say('subscriptionsNone', { command: mention('subscribe') })];
  const last = await findLastDeliveries(db, guildId);
  const lines = await Promise.all(
    subscriptions.map(async (subscription) => {
      const channel = `<#${subscription.channelId}>`;
      const topics = escaped(await topicsText(subscription, context), 60);
      if (subscription.isPaused || subscription.suspended !== null) {
        return say('subscriptionSuspended', { channel, topics, reason: pausedText(subscription, context) });
      }
      const lastAt = last.get(subscription.id);
      const next = timestamp(subscription.nextDueAt);
      const timesKnown = lastAt
        ? say('statusLastNext', { last: timestamp(lastAt), next })
        : say('statusNext', { next });
      return `${channel} · **${topics}** · ${timesKnown}`;
    }),
  );
  const day = await countDeliveries(db, guildId, new Date(now().getTime() - dayMs));
  return [say('statusDelivered', { briefings: day.sent, stories: day.stories, dropped: day.dropped }), ...lines];
}

async function sourceLines(guildId: string, { db, say }: CommandContext): Promise<string[]> {
  const sources = (await sourcesOfGuild(db, guildId)).map((source) => ({ source, health: healthOf(source) }));
  const counts = healthKeys.flatMap(([health, key]) => {
    const count = sources.filter((each) => each.health === health).length;
    return count > 0 ? [say(key, { count })] : [];
  });
  const since = ({ source }: (typeof sources)[number]) => source.failingSince?.getTime() ?? Number.POSITIVE_INFINITY;
  const unwell = sources
    .filter(({ health }) => worst.includes(health))
    .sort((a, b) => worst.indexOf(a.health) - worst.indexOf(b.health) || (since(a) < since(b) ? -1 : 1));
  return [
    counts.join(say('comma')),
    ...unwell.slice(0, mostSources).map(({ source }) => `${escaped(source.title, 60)} · ${healthText(source, say)}`),
  ].filter(Boolean);
}

async function queueLines({ db, say }: CommandContext): Promise<string[]> {
  const { waiting, oldestAt, failedBriefs } = await findQueue(db);
  return [
    oldestAt ? say('statusWaiting', { count: waiting, when: timestamp(oldestAt) }) : say('statusNoneWaiting'),
    ...(failedBriefs > 0 ? [say('statusFailedBriefs', { count: failedBriefs })] : []),
  ];
}

async function modelLines({ db, say, now, host }: CommandContext): Promise<string[]> {
  if (!host.languageModel) return [];
  const { model, dailyTokens } = host.languageModel;
  const spending = await findModelSpending(db, now());
  const sum = (column: 'tokens' | 'calls' | 'failures') => spending.reduce((total, row) => total + row[column], 0);
  const tokens = sum('tokens');
  return [
    say('statusTokens', { model: escaped(model, 80), tokens, budget: dailyTokens }),
    ...(sum('failures') > 0 ? [say('statusFailedCalls', { failures: sum('failures'), calls: sum('calls') })] : []),
    ...(tokens >= dailyTokens ? [say('statusBudgetSpent')] : []),
  ];
}
