import { everyDay, isWeekly, type Presentation, type Subscription, weekend, workdays } from '../news/subscription.ts';
import { ownTopicId } from '../news/topic.ts';
import { findGuildTopics } from '../store/guildTopics.ts';
import type { CommandContext } from './command.ts';
import { escaped } from './escape.ts';
import { languageName } from './languageName.ts';
import type { Say } from './languages/index.ts';
import { pauseKeys } from './pauseKeys.ts';
import { topicList } from './topicLabel.ts';
import { zoneName } from './zoneName.ts';

/** The parts of a sentence about a subscription, in the asker's language, escaped. */
export async function wordsFor(
  subscription: Pick<
    Subscription,
    'guildId' | 'channelId' | 'topics' | 'language' | 'times' | 'weekdays' | 'everyMinutes' | 'timeZone'
  >,
  context: Pick<CommandContext, 'db' | 'language' | 'say'>,
): Promise<{ channel: string; topics: string; when: string; language: string }> {
  return {
    channel: `<#${subscription.channelId}>`,
    topics: escaped(await topicsText(subscription, context), 200),
    when: whenText(subscription, context.language, context.say),
    language: languageName(subscription.language, context.language),
  };
}

/** Why a subscription gets nothing for now, in the asker's words. */
export function pausedText({ suspended }: Pick<Subscription, 'suspended'>, { say, mention }: CommandContext): string {
  return suspended === null ? say('pausedOnRequest', { command: mention('resume') }) : say(pauseKeys[suspended]);
}

/** The topics of a subscription in the asker's language. Not escaped. */
export async function topicsText(
  { guildId, topics }: Pick<Subscription, 'guildId' | 'topics'>,
  { db, language, say }: Pick<CommandContext, 'db' | 'language' | 'say'>,
): Promise<string> {
  if (topics.length === 0) return say('topStories');
  const own = new Map((await findGuildTopics(db, guildId)).map((topic) => [topic.id, topic.name]));
  const named = topics.map((key) => {
    const id = ownTopicId(key);
    return id === null ? key : (own.get(id) ?? key);
  });
  return topicList(named, language);
}

/** `every day at 07:00 (Seoul)`. */
export function whenText(
  { times, weekdays, everyMinutes, timeZone }: Pick<Subscription, 'times' | 'weekdays' | 'everyMinutes' | 'timeZone'>,
  language: string,
  say: Say,
): string {
  if (everyMinutes !== null) return say('whenInterval', { interval: intervalText(everyMinutes, say) });
  const list = new Intl.ListFormat(language, { type: 'conjunction' });
  return say('whenTimes', {
    days: isWeekly({ times, weekdays, everyMinutes })
      ? say('weeklyOn', { day: weekdayName(weekdays[0] ?? 1, language) })
      : daysText(weekdays, language, say),
    times: list.format(times),
    zone: zoneName(timeZone, language),
  });
}

/** What else a briefing has to fulfil, a sentence each; none where everything is as usual. */
export function conditionsText(
  {
    minOrigins,
    quiet,
    everyMinutes,
    whenEmpty,
    times,
    weekdays,
    ...presentation
  }: Pick<
    Subscription,
    'minOrigins' | 'quiet' | 'everyMinutes' | 'whenEmpty' | 'times' | 'weekdays' | keyof Presentation
  >,
  say: Say,
): string[] {
  return [
    ...(isWeekly({ times, weekdays, everyMinutes }) ? [say('conditionWeekly')] : []),
    ...(minOrigins > 1 ? [say('conditionOrigins', { count: minOrigins })] : []),
    ...(quiet && everyMinutes !== null ? [say('conditionQuiet', quiet)] : []),
    ...(whenEmpty === 'line' ? [say('conditionLine')] : []),
    ...presentationText(presentation, say),
  ];
}

/** How a briefing looks and where it goes, a sentence each. */
function presentationText({ layout, images, mentionRoleId, postPer }: Presentation, say: Say): string[] {
  return [
    ...(layout === 'compact' ? [say('conditionCompact')] : []),
    ...(layout === 'full' ? [say('conditionFull')] : []),
    ...(images ? [] : [say('conditionNoImages')]),
    ...(postPer === 'day' ? [say('conditionPostDay')] : []),
    ...(postPer === 'story' ? [say('conditionPostStory')] : []),
    ...(mentionRoleId ? [say('conditionRole', { role: `<@&${mentionRoleId}>` })] : []),
  ];
}

/** `every 2 hours`: as it is said, and as it can be typed. */
export function intervalText(minutes: number, say: Say): string {
  return minutes % 60 === 0 ? say('everyHours', { hours: minutes / 60 }) : say('everyMinutes', { minutes });
}

function daysText(weekdays: readonly number[], language: string, say: Say): string {
  const same = (days: readonly number[]) =>
    days.length === weekdays.length && days.every((day) => weekdays.includes(day));
  if (same(everyDay)) return say('everyDay');
  if (same(workdays)) return say('workdays');
  if (same(weekend)) return say('weekend');
  const names = weekdays.map((day) => weekdayName(day, language));
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(names);
}

/** @param day  1 Monday … 7 Sunday */
export function weekdayName(day: number, language: string): string {
  const monday = Date.UTC(2024, 0, 1);
  return new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
    monday + (day - 1) * 86_400_000,
  );
}
