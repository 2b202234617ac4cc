import type { BriefSource, Sentence } from './brief.ts';
import type { Correction } from './correction.ts';
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
};

/** What a briefing is to be about, and for whom. */
export type BriefingWish = Pick<Subscription, 'guildId' | 'topics' | 'language' | 'timeZone' | 'maxStories'> &
  Partial<Pick<Subscription, 'minOrigins' | keyof Presentation>>;

/** A briefing for one who asks, now. Nothing is remembered of it. */
export type BriefingFor = (wish: BriefingWish) => Promise<Omit<Briefing, 'id'>>;

/** A story that could be shown, with what choosing needs to know. */
export type Candidate = {
  readonly storyId: number;
  readonly weight: number;
  readonly topic: string | null;
  /** Null when the channel has not had it; otherwise whether something has happened since. */
  readonly hadBefore: { readonly movedOn: boolean } | null;
};

/** A running story comes after a new one of the same weight. */
const runningStoryFactor = 0.7;
/** Each further story of one topic counts less, so that one subject does not fill the page. */
const sameTopicFactor = 0.75;

/**
 * Chooses the stories of a briefing, the weightiest first. Stories that the channel has had are left out unless they
 * moved on; topics are mixed.
 *
 * @returns at most `max` story ids
 */
export function chooseStories(candidates: readonly Candidate[], max: number): number[] {
  const eligible = candidates
    .filter(({ hadBefore }) => !hadBefore || hadBefore.movedOn)
    .map((candidate) => ({
      ...candidate,
      weight: candidate.weight * (candidate.hadBefore ? runningStoryFactor : 1),
    }));
  const chosen: number[] = [];
  const perTopic = new Map<string | null, number>();
  while (chosen.length < max && eligible.length > 0) {
    const worth = (candidate: Candidate) =>
      candidate.weight * (candidate.topic ? sameTopicFactor ** (perTopic.get(candidate.topic) ?? 0) : 1);
    const best = eligible.reduce((a, b) => (worth(b) > worth(a) ? b : a));
    eligible.splice(eligible.indexOf(best), 1);
    chosen.push(best.storyId);
    perTopic.set(best.topic, (perTopic.get(best.topic) ?? 0) + 1);
  }
  return chosen;
}
