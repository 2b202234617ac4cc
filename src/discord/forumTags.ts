import { ChannelFlags, ChannelType, type RESTGetAPIChannelResult } from 'discord.js';
import type { Briefing } from '../news/briefing.ts';
import { type BriefingPart, wholeOf } from '../news/briefingPart.ts';
import { sayIn } from './languages/index.ts';
import { folded } from './nearest.ts';
import { topicLabel } from './topicLabel.ts';

const mostTags = 5;

type Tag = { readonly id: string; readonly name: string; readonly moderated: boolean };
type Forum = { readonly available_tags: readonly Tag[]; readonly flags?: number };

/**
 * The ids of the tags of a forum that fit what a post is about: those called like its topics, in the readers' language or in
 * English. A forum that asks for a tag gets its most general one where none fits. Tags that only moderators may give are
 * left alone.
 *
 * @returns five at most, as Discord takes
 */
export function forumTags(
  forum: RESTGetAPIChannelResult,
  briefing: Briefing,
  part: BriefingPart = wholeOf(briefing),
): string[] {
  if (forum.type !== ChannelType.GuildForum && forum.type !== ChannelType.GuildMedia) return [];
  const tags = usableTags(forum);
  const wanted = topicsOf(briefing, part).flatMap((topic) => namesOf(topic, briefing.language));
  const fitting = tags.filter((tag) => wanted.some((name) => folded(name) === folded(tag.name)));
  if (fitting.length > 0 || !needsTag(forum)) return fitting.slice(0, mostTags).map(({ id }) => id);
  const general = ['en', briefing.language].map((language) => folded(sayIn(language)('topStories')));
  const fallback = tags.find(({ name }) => general.includes(folded(name))) ?? tags.at(-1);
  return fallback ? [fallback.id] : [];
}

/** Whether a forum asks for a tag on every post. */
function needsTag({ flags = 0 }: Forum): boolean {
  return (flags & ChannelFlags.RequireTag) !== 0;
}

function usableTags({ available_tags }: Forum): readonly Tag[] {
  return available_tags.filter(({ moderated }) => !moderated);
}

/** Of a story: its topic. Of a day: what was asked for, or what its stories are about, the most frequent first. */
function topicsOf({ items, topics, postPer }: Briefing, part: BriefingPart): string[] {
  const own = items.slice(part.from, part.to).flatMap(({ topic }) => topic ?? []);
  if (postPer === 'story') return own;
  if (topics.length > 0) return [...topics];
  const counts = Map.groupBy(own, (topic) => topic);
  return [...counts].toSorted(([, a], [, b]) => b.length - a.length).map(([topic]) => topic);
}

function namesOf(topic: string, language: string): string[] {
  return [topicLabel(topic, language), topicLabel(topic, 'en')];
}
