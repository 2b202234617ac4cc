import { DocumentFrequency, type Features, termsOf } from './features.ts';
import { similarity } from './similarity.ts';

type Member = { readonly articleId: number; readonly features: Features };
type IndexedStory = { readonly id: number; readonly members: Member[]; readonly terms: Map<string, number> };

/** What joining takes, and how much more of it as a story grows: a large story attracts by its size alone. */
const joinThreshold = 0.21;
const thresholdPerDoubling = 0.012;
const mostCandidates = 40;
/** A term that more stories hold points at none of them. */
const mostStoriesPerTerm = 60;
/** A story is represented by its founder and its latest articles. */
const latestMembers = 4;

/**
 * The stories of the last days in memory, to find the one that an article belongs to. Rebuilt from the database at any
 * time: it holds nothing that is not there.
 */
export class StoryIndex {
  readonly #stories = new Map<number, IndexedStory>();
  readonly #storiesByTerm = new Map<string, Set<number>>();
  readonly #frequency = new DocumentFrequency();

  get size(): number {
    return this.#stories.size;
  }

  add(storyId: number, articleId: number, features: Features): void {
    const story: IndexedStory = this.#stories.get(storyId) ?? { id: storyId, members: [], terms: new Map() };
    this.#stories.set(storyId, story);
    story.members.push({ articleId, features });
    this.#frequency.add(features);
    for (const term of termsOf(features)) {
      story.terms.set(term, (story.terms.get(term) ?? 0) + 1);
      const stories = this.#storiesByTerm.get(term) ?? new Set<number>();
      if (stories.size === 0) this.#storiesByTerm.set(term, stories);
      stories.add(storyId);
    }
  }

  /** Forgets stories whose newest article is older. @returns the ids of their articles */
  forgetBefore(date: Date): number[] {
    const forgotten: number[] = [];
    for (const story of this.#stories.values()) {
      if (story.members.some(({ features }) => features.publishedAt >= date)) continue;
      this.#stories.delete(story.id);
      for (const { articleId, features } of story.members) {
        this.#frequency.remove(features);
        forgotten.push(articleId);
      }
      for (const term of story.terms.keys()) {
        const stories = this.#storiesByTerm.get(term);
        stories?.delete(story.id);
        if (stories?.size === 0) this.#storiesByTerm.delete(term);
      }
    }
    return forgotten;
  }

  /**
   * The story that an article belongs to, or null when it founds a new one.
   *
   * It is compared with each candidate's founder and latest articles, never by chains through any one member: the
   * founder keeps a story from drifting.
   */
  findStory(features: Features): { readonly storyId: number; readonly memberIds: readonly number[] } | null {
    let best: { story: IndexedStory; margin: number } | null = null;
    for (const story of this.#candidates(features)) {
      const margin = this.#scoreOf(story, features) - thresholdOf(story);
      if (margin > 0 && (!best || margin > best.margin)) best = { story, margin };
    }
    if (!best) return null;
    return { storyId: best.story.id, memberIds: best.story.members.map((member) => member.articleId) };
  }

  #scoreOf(story: IndexedStory, features: Features): number {
    const founder = story.members[0] as Member;
    const compared = [founder, ...story.members.slice(1).slice(-latestMembers)];
    const scores = compared.map((member) => similarity(features, member.features, this.#frequency));
    const closest = Math.max(...scores);
    const mean = scores.reduce((sum, score) => sum + score, 0) / scores.length;
    return 0.5 * closest + 0.5 * Math.max(mean, scores[0] as number);
  }

  /** Stories that share what is rare, those that share most first. */
  #candidates(features: Features): IndexedStory[] {
    const shared = new Map<number, number>();
    for (const term of termsOf(features)) {
      const stories = this.#storiesByTerm.get(term);
      if (!stories || stories.size > mostStoriesPerTerm) continue;
      for (const storyId of stories) shared.set(storyId, (shared.get(storyId) ?? 0) + 1 / stories.size);
    }
    return [...shared]
      .sort(([, a], [, b]) => b - a)
      .slice(0, mostCandidates)
      .map(([storyId]) => this.#stories.get(storyId) as IndexedStory);
  }
}

function thresholdOf(story: IndexedStory): number {
  return joinThreshold + thresholdPerDoubling * Math.log2(story.members.length);
}
