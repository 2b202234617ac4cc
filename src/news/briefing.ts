import type { BriefSource, Sentence } from './brief.ts';
import type { Correction } from './correction.ts';
import type { Muted } from './mute.ts';
import type { Presentation, Subscription } from './subscription.ts';

/** One story as a briefing shows it. Everything that rendering needs: it is kept as sent. */
export type BriefingItem = {
  readonly storyId: number;
  readonly headline: string;
  readonly url: string;
  readonly imageUrl: string | null;
  readonly sentences: readonly Sentence[];
  /** The sources whose numbers the sentences may name. */
  readonly cited: readonly Pick<BriefSource, 'number' | 'articleId' | 'outlet'>[];
  /** What was put right after it was sent, the oldest first. */
  readonly corrections: readonly Correction[];
  /** Outlets in the order of the brief's sources, each once. */
  readonly outlets: readonly string[];
  readonly articleCount: number;
  readonly originCount: number;
  readonly newestAt: Date;
  /** Key of the story's main topic, or null. */
  readonly topic: string | null;
  /** What happened since this channel last had the story, or null when it is new here. */
  readonly news: { readonly headline: string; readonly since: Date } | null;
};

/** The stories chosen for one subscription at one time. Those of earlier versions say nothing of how they look: cards. */
export type Briefing = Partial<Presentation> & {
  readonly id: number;
  readonly subscriptionId: number;
  readonly dueAt: Date;
  readonly language: string;
  readonly timeZone: string;
  /** Labels of the topics asked for; empty for top stories. */
  readonly topics: readonly string[];
  readonly items: readonly BriefingItem[];
  readonly articleCount: number;
  readonly sourceCount: number;
  /** It comes long after it was due, because nothing ran then. */
  readonly isLate?: boolean;
  /** Of a weekly one: the first and the last day that it tells of, `YYYY-MM-DD`. */
  readonly week?: { readonly first: string; readonly last: string };
};

/** What a briefing is to be about, and for whom. */
export type BriefingWish = Pick<Subscription, 'guildId' | 'topics' | 'language' | 'timeZone' | 'maxStories'> &
  Partial<
    Pick<Subscription, 'minOrigins' | 'userId' | 'times' | 'weekdays' | 'everyMinutes' | 'quiet' | keyof Presentation>
  >;

/** A briefing for one who asks, now. Nothing is remembered of it. */
export type BriefingFor = (wish: BriefingWish) => Promise<Omit<Briefing, 'id'>>;

/** A recent story as far as it is to be known whether a briefing may hold it at all. */
export type Considered = {
  readonly storyId: number;
  /** What the readers have muted that mutes it; empty for nothing. */
  readonly mutedBy: readonly Muted[];
  /** Whether anything of it is in a language that the readers read. */
  readonly isReadable: boolean;
  /** Whether there is a brief in the readers' language, or can be one. */
  readonly isWritten: boolean;
  /** Independent reports. */
  readonly originCount: number;
};

/** A story that may be shown, with what choosing needs to know. */
export type Candidate = {
  readonly storyId: number;
  readonly weight: number;
  readonly topic: string | null;
  /** Null when the channel has not had it; otherwise whether something has happened since. */
  readonly hadBefore: { readonly movedOn: boolean } | null;
};

/** What keeps a story out of a briefing, in the order in which it is looked at. */
export type Obstacle = 'muted' | 'language' | 'topic' | 'unwritten' | 'origins' | 'had' | 'place';

/** What becomes of a candidate: its place among those that had nothing against them, from 1; and what keeps it out. */
export type Verdict = {
  readonly storyId: number;
  readonly place: number | null;
  readonly leftOut: Obstacle | null;
  /** Where it is muted: by what. */
  readonly mutedBy?: readonly Muted[];
};

/**
 * Judges a story for subscriptions, by their ids, as their next briefings would if they were made now. Null when nothing
 * of it was published in the time that such a briefing looks back over, out of the sources that the server gets.
 */
export type JudgeStory = (
  storyId: number,
  subscriptions: readonly Subscription[],
) => Promise<ReadonlyMap<number, Verdict | null>>;

/** A running story comes after a new one of the same weight. */
const runningStoryFactor = 0.7;
/** Each further story of one topic counts less, so that one subject does not fill the page. */
const sameTopicFactor = 0.75;

/**
 * What keeps a story out, whatever else there is and the channel has had; null for a candidate.
 *
 * @param onTopic  the stories that are about what was asked for; null: top stories of every topic
 */
export function obstacleTo(
  { storyId, mutedBy, isReadable, isWritten, originCount }: Considered,
  onTopic: ReadonlySet<number> | null,
  { minOrigins = 1 }: Pick<BriefingWish, 'minOrigins'>,
): Obstacle | null {
  if (mutedBy.length > 0) return 'muted';
  if (!isReadable) return 'language';
  if (onTopic && !onTopic.has(storyId)) return 'topic';
  if (!isWritten) return 'unwritten';
  return originCount < minOrigins ? 'origins' : null;
}

/**
 * Judges which stories a briefing holds: first those that come, the weightiest first, then those for which there is no
 * room, then the others. Stories that the channel has had are left out unless they moved on; topics are mixed.
 */
export function judgeStories(candidates: readonly Candidate[], maxStories: number): Verdict[] {
  const isNew = ({ hadBefore }: Candidate) => hadBefore?.movedOn ?? true;
  const had = candidates.filter((candidate) => !isNew(candidate));
  return [
    ...inOrder(candidates.filter(isNew)).map(({ storyId }, index) => ({
      storyId,
      place: index + 1,
      leftOut: index < maxStories ? null : ('place' as const),
    })),
    ...had.map(({ storyId }) => ({ storyId, place: null, leftOut: 'had' as const })),
  ];
}

/** The worthiest first; of equals, the one that came first. */
function inOrder(candidates: readonly Candidate[]): Candidate[] {
  const weighed = candidates
    .map((candidate, index) => ({
      candidate,
      index,
      worth: candidate.weight * (candidate.hadBefore ? runningStoryFactor : 1),
    }))
    .sort((a, b) => b.worth - a.worth || a.index - b.index);
  // Stories without a topic are not one subject: none of them counts less for the others.
  const queues = [...Map.groupBy(weighed, ({ candidate }) => candidate.topic)].map(([topic, members]) => ({
    members,
    taken: 0,
    nextFactor: topic ? sameTopicFactor : 1,
    factor: 1,
  }));
  const ordered: Candidate[] = [];
  for (;;) {
    let best: { queue: (typeof queues)[number]; candidate: Candidate; worth: number; index: number } | null = null;
    for (const queue of queues) {
      const head = queue.members[queue.taken];
      if (!head) continue;
      const worth = head.worth * queue.factor;
      if (best && (worth < best.worth || (worth === best.worth && head.index > best.index))) continue;
      best = { queue, candidate: head.candidate, worth, index: head.index };
    }
    if (!best) return ordered;
    best.queue.taken += 1;
    best.queue.factor *= best.queue.nextFactor;
    ordered.push(best.candidate);
  }
}
