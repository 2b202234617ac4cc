import { ButtonStyle, ComponentType, type Guild, type MessageComponentInteraction } from 'discord.js';
import { coverageOf } from '../news/coverageOf.ts';
import { dailyStories, type Follow, type Followed, mostOwnBriefings, nightHours } from '../news/follow.ts';
import { PostError } from '../news/outside.ts';
import { phaseOf } from '../news/storyPhase.ts';
import { nextDueAt, type Timetable } from '../news/subscription.ts';
import { addFollow, findHeadlines, removeFollows } from '../store/follows.ts';
import { findPerson, forgetIdlePeople, savePerson } from '../store/people.ts';
import { findStoriesFor } from '../store/search.ts';
import { findMaterial, findStoriesToRead, findStory } from '../store/stories.ts';
import { findOwnSubscriptions, removeSubscription, saveSubscription } from '../store/subscriptions.ts';
import { languagesReadBy } from '../text/language.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { type Action, customId } from './customId.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { followLabel } from './followLabel.ts';
import { guildDefaults } from './guildDefaults.ts';
import { storyBriefs } from './storyReplies.ts';
import { subscriptionButtons } from './subscriptionReplies.ts';
import { wordsFor } from './subscriptionText.ts';
import { typedQuery } from './typedQuery.ts';
import { likelyZone } from './typedZone.ts';
import { zoneName } from './zoneName.ts';

const weekMs = 7 * 86_400_000;
const mostExamples = 2;

/** Whoever asks to be written to, wherever they ask. */
export type Asker = {
  readonly user: { readonly id: string };
  readonly locale: string;
  readonly guildLocale: string | null;
  /** The server, if Tidings is in it. */
  readonly guild: Pick<Guild, 'id'> | null;
};

/** Lets somebody follow a story until it closes. */
export async function followStory(asker: Asker, asked: number, context: CommandContext): Promise<Reply> {
  const { db, now, language, say } = context;
  const [{ storyId, headline }] = await storyBriefs([asked], context);
  const guildId = asker.guild?.id ?? null;
  const [story, material] = await Promise.all([
    findStory(db, storyId),
    findMaterial(db, storyId, { language, guildId }),
  ]);
  const title = escaped(headline, 300);
  if (!story || !material) throw new UserError(say('errorFollowElsewhere', { headline: title }));
  if (phaseOf(coverageOf(material), now()) === 'closed')
    throw new UserError(say('errorFollowClosed', { headline: title }));
  const notes = await writeTo(asker, null, context);
  const known = { lastArticleId: Math.max(...material.articles.map(({ id }) => id)), version: story.version };
  const follow = await keep(asker, { kind: 'story', storyId }, context, known);
  return { content: [say('followedStory', { headline: title }), ...notes].join(' '), components: [undo(follow, say)] };
}

/** Lets somebody follow a topic or a search, and shows what the last week would have brought. */
export async function followNews(
  asker: Asker,
  followed: Exclude<Followed, { kind: 'story' }>,
  zone: string | null,
  context: CommandContext,
): Promise<Reply> {
  const { db, now, language, say } = context;
  const notes = await writeTo(asker, zone, context);
  const follow = await keep(asker, followed, context);
  const { guildId } = follow;
  const since = new Date(now().getTime() - weekMs);
  const found =
    followed.kind === 'topic'
      ? await findStoriesToRead(db, followed.topic, languagesReadBy(language), { guildId, since })
      : await findStoriesFor(db, typedQuery(followed.query, say), { guildId, since });
  const latest = [...found].sort((a, b) => b - a).slice(0, mostExamples);
  const headlines = [...(await findHeadlines(db, latest, language)).values()];
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  const example = list.format(headlines.map((each) => say('inQuotes', { text: escaped(each, 120) })));
  const sentences = [
    say('followedNews', { what: escaped(followLabel(followed, language), 300), count: dailyStories }),
    say('followPreview', { count: found.size, example }),
    ...notes,
  ];
  return { content: sentences.join(' '), components: [undo(follow, say)] };
}

/** Lets somebody have a briefing of their own. */
export async function followBriefing(
  asker: Asker,
  wish: Pick<Timetable, 'times' | 'weekdays' | 'everyMinutes'> & {
    readonly zone: string | null;
    readonly topics: readonly string[];
    readonly language: string;
    readonly maxStories: number;
  },
  context: CommandContext,
): Promise<Reply> {
  const { db, now, say, mention } = context;
  const userId = asker.user.id;
  const likely = asker.guild
    ? (await guildDefaults(asker, asker.guild.id, context)).timeZone
    : likelyZone(asker.locale);
  const zone = wish.zone ?? (await findPerson(db, userId))?.timeZone ?? likely;
  if ((await findOwnSubscriptions(db, userId)).length >= mostOwnBriefings) {
    throw new UserError(say('errorFollowsTooMany', { command: mention('following') }));
  }
  const notes = await writeTo(asker, wish.zone, context, { isAtNight: true });
  const person = await findPerson(db, userId);
  const timetable = {
    times: wish.times,
    weekdays: wish.weekdays,
    everyMinutes: wish.everyMinutes,
    timeZone: zone,
    quiet: null,
  };
  const { subscription } = await saveSubscription(
    db,
    {
      ...timetable,
      guildId: '',
      channelId: person?.channelId ?? '',
      createdBy: userId,
      userId,
      topics: wish.topics,
      language: wish.language,
      maxStories: wish.maxStories,
      nextDueAt: nextDueAt(timetable, now()),
    },
    now(),
  );
  const words = { ...(await wordsFor(subscription, context)), next: timestamp(subscription.nextDueAt, 'F') };
  return {
    content: [say('followedBriefing', words), ...notes].join(' '),
    components: [subscriptionButtons(subscription.id, ['preview', 'endBriefing'], say)],
  };
}

/** Ends what somebody follows: what a button names, or what they chose. @returns the sentence that says so */
export async function stopFollowing(userId: string, ids: readonly number[], context: CommandContext): Promise<string> {
  const { db, language, say } = context;
  const ended = await removeFollows(db, userId, ids);
  await forgetIdlePeople(db, userId);
  const headlines = await findHeadlines(
    db,
    ended.flatMap((follow) => (follow.kind === 'story' ? [follow.storyId] : [])),
    language,
  );
  const labels = ended.map((follow) => labelOf(follow, headlines, language));
  if (labels.length === 0) return say('unfollowedAlready');
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return say('unfollowed', { what: list.format(labels.map((label) => `**${escaped(label, 120)}**`)) });
}

/** Ends briefings of somebody's own. @returns the sentence that says so */
export async function endBriefings(userId: string, ids: readonly number[], context: CommandContext): Promise<string> {
  const { db, say } = context;
  const own = (await findOwnSubscriptions(db, userId)).filter(({ id }) => ids.includes(id));
  const ended = [];
  for (const subscription of own) {
    if (await removeSubscription(db, subscription.id, subscription.guildId)) {
      ended.push(say('briefingEnded', { topics: (await wordsFor(subscription, context)).topics }));
    }
  }
  await forgetIdlePeople(db, userId);
  return ended.length > 0 ? ended.join('\n') : say('unfollowedAlready');
}

/** What is followed, a story by its headline. Not escaped. */
export function labelOf(follow: Follow, headlines: ReadonlyMap<number, string>, language: string): string {
  return followLabel(follow, language, follow.kind === 'story' ? headlines.get(follow.storyId) : undefined);
}

/** What was chosen in a select, or what a button is about. */
export function chosenIds(interaction: MessageComponentInteraction, ids: readonly number[]): number[] {
  return interaction.isStringSelectMenu() ? interaction.values.map(Number).filter(Number.isSafeInteger) : [...ids];
}

/**
 * Opens the direct messages of somebody who has just asked for them.
 *
 * @param zone  their time zone, when they have named it
 * @returns what they should know of when they are written to, in sentences
 */
async function writeTo(
  asker: Asker,
  zone: string | null,
  { db, now, language, say, openDirect }: CommandContext,
  { isAtNight = false } = {},
): Promise<string[]> {
  const userId = asker.user.id;
  const channelId = await openDirect(userId).catch((error) => {
    if (error instanceof PostError) throw new UserError(say('errorDirect'));
    throw error;
  });
  const hasRested = await savePerson(db, { userId, channelId, language, timeZone: zone }, now());
  const timeZone = (await findPerson(db, userId))?.timeZone;
  const night = { ...nightHours, zone: timeZone ? zoneName(timeZone, language) : '' };
  return [...(timeZone && !isAtNight ? [say('followNight', night)] : []), ...(hasRested ? [say('followResumed')] : [])];
}

async function keep(
  asker: Asker,
  followed: Followed,
  { db, now, say, mention }: CommandContext,
  known?: { lastArticleId: number; version: number },
): Promise<Follow> {
  const owner = { userId: asker.user.id, guildId: asker.guild?.id ?? null };
  const follow = await addFollow(db, { ...owner, ...followed }, now(), known);
  if (!follow) throw new UserError(say('errorFollowsTooMany', { command: mention('following') }));
  return follow;
}

function undo({ id }: Follow, say: CommandContext['say']) {
  return buttonRow([{ action: 'unfollow', ids: [id], label: say('undo') }]);
}

export function buttonRow(buttons: readonly { action: Action; ids: readonly number[]; label: string }[]) {
  return {
    type: ComponentType.ActionRow as const,
    components: buttons.map(({ action, ids, label }) => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      custom_id: customId(action, ids),
      label: plain(label, 80),
    })),
  };
}
