import { type APIEmbed, ButtonStyle, ComponentType } from 'discord.js';
import type { Obstacle } from '../news/briefing.ts';
import { coverageOf } from '../news/coverageOf.ts';
import { countOrigins, ownReporting } from '../news/story.ts';
import { type Bonds, bondsOf, bondsWith } from '../news/storyBonds.ts';
import { type Importance, type ImportanceTerm, importanceOf } from '../news/storyImportance.ts';
import { type Phase, phaseOf } from '../news/storyPhase.ts';
import type { StoryUpdate } from '../news/storyUpdates.ts';
import { findMutedStories, findMutes } from '../store/mutes.ts';
import { findTelling } from '../store/related.ts';
import { currentStoryId, findMaterial, findTopicShares } from '../store/stories.ts';
import { findSeverities, findStoryUpdates } from '../store/storyUpdates.ts';
import { findArticleTrace } from '../store/traces.ts';
import { featuresOf, leadOf } from '../text/features.ts';
import { spelledIn } from '../text/spelledIn.ts';
import { bondsLines } from './bondsLines.ts';
import { type Asker, type ChannelTrace, channelLine, channelTraces } from './channelTrace.ts';
import { type CommandContext, UserError } from './command.ts';
import { customId } from './customId.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { figuresText } from './figuresText.ts';
import { joinWithin } from './joinWithin.ts';
import { type Say, sayIn } from './languages/index.ts';
import { mutesText } from './muteReplies.ts';
import { phaseKeys } from './phaseKeys.ts';
import { listOf } from './reasonText.ts';
import { colourOf, type Message } from './renderBriefing.ts';
import { mayManageServer } from './subscriptionReplies.ts';
import { type Trace, traceLines } from './traceLines.ts';

const mostUpdates = 6;
/** Comparing more of them would tell nothing new. */
const mostCompared = 40;
/** What no setting of a briefing changes. */
const settledElsewhere: readonly Obstacle[] = ['muted', 'had', 'unwritten'];
/** A row of buttons. */
const mostChanges = 5;

/** What explains a story: how it came, what it weighs, what binds its articles, what came to it and where it went. */
export type Explanation = {
  readonly headline: string;
  /** Of the article that was asked about, or the story's first. */
  readonly trace: Trace | null;
  /** Null for an article that stands in no story yet. */
  readonly phase: Phase | null;
  readonly importance: Importance | null;
  /** Null when there is one report only. */
  readonly bonds: Bonds | null;
  /** What of the asker's own mutes keeps it from them, in words, escaped; empty for nothing. */
  readonly mutedBy: string;
  /** Newest first. */
  readonly updates: readonly StoryUpdate[];
  readonly channels: readonly ChannelTrace[];
  /** Whether the asker may change the server's briefings. */
  readonly mayChange: boolean;
};

/**
 * How a story came here and into the channels of a server, or why not; why it ranks where it does and why its articles
 * belong together: out of the sources that the server gets. Shared by `/why` and the buttons.
 *
 * @param asked  a story, or an article whatever has become of it
 * @throws UserError  when it is no longer kept
 */
export async function whyReply(
  asked: { readonly storyId: number } | { readonly articleId: number },
  asker: Asker,
  context: CommandContext,
): Promise<Message> {
  const { db, now, language, guildId, say, mention } = context;
  const own = 'articleId' in asked ? await findArticleTrace(db, asked.articleId) : null;
  const storyId = 'storyId' in asked ? await currentStoryId(db, asked.storyId) : (own?.article.storyId ?? null);
  const material = storyId === null ? null : await findMaterial(db, storyId, { language, guildId });
  const articles = material?.articles ?? [];
  const coverage = coverageOf({ articles });
  const origins = new Set(ownReporting(coverage).map(({ articleId }) => articleId));
  const reports = articles.filter(({ id }) => origins.has(id)).slice(-mostCompared);
  const traced = own ?? (reports[0] ? await findArticleTrace(db, reports[0].id) : null);
  if (!traced) throw new UserError(say('storyGone', { command: mention('search') }));
  const { tellings, rarity } = await findTelling(db, reports);
  const bound = reports.flatMap((article, index) => {
    const telling = tellings[index];
    return telling ? [{ id: article.id, telling, figures: featuresOf(article).figures }] : [];
  });
  const spell = (name: string) =>
    reports.map((report) => spelledIn(`${report.title}\n${leadOf(report)}`, name)).find((found) => found !== name) ??
    name;
  const spelled = (bonds: Bonds) => ({ ...bonds, names: bonds.names.map(spell) });
  const bonds = reports.length > 1 ? bondsOf(bound, rarity) : null;
  const tracedTelling = bound.find(({ id }) => id === traced.article.id);
  const shown = new Set(articles.map(({ id }) => id));
  const updates = storyId === null ? [] : await findStoryUpdates(db, storyId, mostUpdates * 3);
  const severity = storyId === null ? undefined : (await findSeverities(db, [storyId])).get(storyId);
  const brief = storyId === null ? null : await context.briefOf(storyId, language, guildId);
  return renderWhy(
    {
      headline: brief?.headline ?? traced.article.title,
      trace: {
        ...traced,
        shared: bonds && tracedTelling ? spelled(bondsWith(tracedTelling, bonds)) : null,
        topics: storyId === null ? [] : await findTopicShares(db, storyId),
      },
      phase: coverage.length > 0 ? phaseOf(coverage, now()) : null,
      importance: coverage.length > 0 ? importanceOf(coverage, now(), severity) : null,
      bonds: bonds && spelled(bonds),
      updates: updates.filter(({ articleId }) => articleId === null || shown.has(articleId)).slice(0, mostUpdates),
      channels: storyId === null ? [] : await channelTraces(storyId, countOrigins(coverage), asker, context),
      mutedBy: storyId === null ? '' : await ownMutesText(storyId, asker, context),
      mayChange: mayManageServer(asker),
    },
    language,
  );
}

/** What in direct messages and the briefings of their own keeps a story from the asker. */
async function ownMutesText(storyId: number, { user }: Asker, context: CommandContext): Promise<string> {
  const mutes = await findMutes(context.db, { userId: user.id });
  return mutesText((await findMutedStories(context.db, mutes, [storyId])).get(storyId) ?? [], context);
}

/** The explanation of a story in the reader's words. */
export function renderWhy(explanation: Explanation, language: string): Message {
  const { headline, trace, phase, importance, bonds, mutedBy, updates, channels, mayChange } = explanation;
  const say = sayIn(language);
  const sections = [
    phase ? `-# ${say(phaseKeys[phase])}` : '',
    mutedBy && say('whyMuted', { what: mutedBy }),
    trace ? [...traceLines(trace, language), `-# ${say('traceNotKept')}`].join('\n') : '',
    channels.length > 0
      ? `**${say('traceChannels')}**\n${joinWithin(
          channels.map((channel) => channelLine(channel, language)),
          '\n',
          1_500,
        )}`
      : '',
    importance ? [`**${say('whyRanks')}**`, ...ranksLines(importance, say, language)].join('\n') : '',
  ];
  const togetherLines = bonds ? bondsLines(bonds, say, language) : [say('whyAlone')];
  const fields = [
    {
      name: plain(say('whyTogether'), 256),
      value: importance ? joinWithin(togetherLines.length > 0 ? togetherLines : [say('whyNothing')], '\n', 700) : '',
    },
    {
      name: plain(say('whyUpdates'), 256),
      value: joinWithin(
        updates.map((update) => updateLine(update, say, language)),
        '\n',
        1_000,
      ),
    },
  ];
  const embed: APIEmbed = {
    title: plain(say('whyTitle', { headline: escaped(headline, 160) }), 256),
    description: joinWithin(sections.filter(Boolean), '\n\n', 3_900),
    color: colourOf(null),
    fields: fields.filter(({ value }) => value !== ''),
  };
  return { embeds: [embed], components: mayChange ? changeButtons(channels, say) : [] };
}

/** Where a setting of a briefing kept the story out, a button that leads to it. */
function changeButtons(channels: readonly ChannelTrace[], say: Say): NonNullable<Message['components']> {
  const decided = channels.filter(({ verdict, paused }) => {
    const leftOut = verdict?.leftOut ?? null;
    return paused === null && leftOut !== null && !settledElsewhere.includes(leftOut);
  });
  if (decided.length === 0) return [];
  const several = decided.length > 1;
  return [
    {
      type: ComponentType.ActionRow,
      components: decided.slice(0, mostChanges).map(({ subscription, channelName, topics }) => ({
        type: ComponentType.Button,
        style: ButtonStyle.Secondary,
        custom_id: customId('change', [subscription.id]),
        label: plain(several ? `${say('traceChange')} · #${channelName}: ${topics}` : say('traceChange'), 80),
      })),
    },
  ];
}

function ranksLines({ terms, newestAt, freshness, value }: Importance, say: Say, language: string): string[] {
  const number = new Intl.NumberFormat(language, { maximumFractionDigits: 1, signDisplay: 'exceptZero' });
  const factor = new Intl.NumberFormat(language, { maximumFractionDigits: 2 });
  return [
    ...terms.map((term) => `${number.format(term.points)} · ${termText(term, say, language)}`),
    `× ${factor.format(freshness)} · ${say('whyFresh', { when: timestamp(newestAt) })}`,
    `= ${factor.format(value)}`,
  ];
}

function termText({ name, amount }: ImportanceTerm, say: Say, language: string): string {
  const inWords = new Intl.NumberFormat(language, { notation: 'compact', maximumFractionDigits: 1 });
  const dollars = new Intl.NumberFormat(language, {
    style: 'currency',
    currency: 'USD',
    notation: 'compact',
    maximumSignificantDigits: 2,
  });
  switch (name) {
    case 'origins':
      return say('storyOrigins', { count: amount });
    case 'countries':
      return say('whyCountries', { count: amount });
    case 'kinds':
      return say('whyKinds');
    case 'growth':
      return say('whyGrowth', { count: amount });
    case 'killed':
      return say('whyKilled', { count: amount });
    case 'hurt':
      return say('whyHurt', { count: amount });
    case 'dollars':
      return say('whyMoney', { amount: dollars.format(amount) });
    case 'magnitude':
      return say('whyMagnitude', { amount: inWords.format(amount) });
  }
}

/** `an hour ago · new figures: 27`. */
export function updateLine(update: StoryUpdate, say: Say, language: string): string {
  return `${timestamp(update.at)} · ${updateText(update, say, language)}`;
}

function updateText(update: StoryUpdate, say: Say, language: string): string {
  switch (update.kind) {
    case 'origin':
      return say('updateOrigin', { outlet: escaped(update.outlet, 60) });
    case 'figures':
      return say('updateFigures', { list: figuresText(update.figures, language) });
    case 'names':
      return say('updateNames', { list: listOf(update.names, 'names', language) });
    case 'merged':
      return say('updateMerged', { headline: escaped(update.headline, 120) });
    case 'split':
      return say('updateSplit', { headline: escaped(update.headline, 120) });
  }
}
