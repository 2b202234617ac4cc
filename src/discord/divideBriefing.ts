import type { Briefing } from '../news/briefing.ts';
import { type BriefingPart, wholeOf } from '../news/briefingPart.ts';
import {
  embedsTotal,
  hasHeading,
  headingOf,
  layoutOf,
  lengthOf,
  mostOfOneStory,
  noticeOf,
  shownOf,
} from './renderBriefing.ts';
import { storyEmbed } from './renderStory.ts';

/** A message holds ten embeds, and the first of a briefing its heading. */
const storiesPerMessage = 9;

type Range = Pick<BriefingPart, 'from' | 'to'>;

/**
 * The messages that a briefing consists of in Discord: one where it fits, else parted between stories, never inside one.
 * In a forum where each story has a post, each has a message.
 */
export function divideBriefing(briefing: Omit<Briefing, 'id'>): BriefingPart[] {
  const { items, postPer } = briefing;
  if (items.length === 0) return [wholeOf(briefing)];
  if (postPer === 'story')
    return items.map((_, index) => ({ number: index, from: index, to: index + 1, isLast: true }));
  const ranges = rangesOf(briefing);
  return ranges.map((range, number) => ({ number, ...range, isLast: number === ranges.length - 1 }));
}

function rangesOf(briefing: Omit<Briefing, 'id'>): Range[] {
  const { items } = briefing;
  if (layoutOf(briefing) === 'compact') return [{ from: 0, to: items.length }];
  if (layoutOf(briefing) === 'full') return inOrder(briefing);
  return evenly(items.length, Math.ceil(items.length / storiesPerMessage));
}

/** Cards are of about the same length: no message gets a lonely one. */
function evenly(count: number, messages: number): Range[] {
  const startOf = (message: number) => Math.ceil((count * message) / messages);
  return Array.from({ length: messages }, (_, message) => ({ from: startOf(message), to: startOf(message + 1) }));
}

/** As many as fit into each message. */
function inOrder(briefing: Omit<Briefing, 'id'>): Range[] {
  const whole = wholeOf(briefing);
  const lengths = shownOf(briefing, whole).map(({ item, shown }) => lengthOf(storyEmbed(item, shown, mostOfOneStory)));
  const room = embedsTotal - noticeOf(briefing).length;
  const ranges: Range[] = [];
  let from = 0;
  let left = room - (hasHeading(briefing, whole) ? lengthOf(headingOf(briefing)) : 0);
  for (const [index, length] of lengths.entries()) {
    if (index > from && (length > left || index - from === storiesPerMessage)) {
      ranges.push({ from, to: index });
      from = index;
      left = room;
    }
    left -= length;
  }
  return [...ranges, { from, to: lengths.length }];
}
