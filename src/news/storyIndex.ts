import { DocumentFrequency } from './documentFrequency.ts';
import { type Comparable, type Comparison, compare, type Evidence, type Weighed, weigh } from './evidence.ts';
import { Postings } from './postings.ts';
import { bucketOf, inTitle, kindCount, kindOf, kinds } from './terms.ts';
import { learnedWeights, type Weights } from './weights.ts';

type Member = { readonly articleId: number; readonly article: Comparable; readonly slot: number };
type IndexedStory = {
  readonly id: number;
  readonly members: Member[];
  readonly languages: Set<string>;
  newest: number;
};

/** A story that an article may belong to, with the reasons. */
export type Candidate = {
  readonly storyId: number;
  /** Of the article that it is closest to. */
  readonly comparison: Comparison;
  /** That it does, as log-odds. */
  readonly logOdds: number;
  /** Nearness: of the articles that were compared the best, the mean and the founder's; the logarithm of the story's size. */
  readonly values: readonly number[];
  /** Against each article that was compared, the founder first. */
  readonly evidence: readonly { readonly articleId: number; readonly logOdds: number; readonly evidence: Evidence }[];
};

const mostCandidates = 12;
const mostArticlesPerTerm = 1_000;
const mostPostingsPerTerm = 60;
const mostPostings = 800;
const latestCompared = 5;
/** Cosine of all words from which one text is taken from the other: it belongs where that stands. */
const copied = 0.85;
/** The next after the likeliest may be parts of the same story. */
const firstOfOthers = 3;
const farAway = -5;
const fewestDeadPostings = 100_000;

/**
 * The stories of the last days in memory, to find the one that an article belongs to. Rebuilt from the database at any
 * time: it holds nothing that is not there.
 *
 * Candidates are the stories that share an article's rarest terms, by an inverted index whose work an article is bounded
 * however many there are; the learned weights judge the closest.
 *
 * @see Miranda et al., Multilingual Clustering of Streaming News (2018): several views of one article, one pass, a
 *   learned rank and a learned decision to join
 */
export class StoryIndex {
  readonly #weights: Weights;
  readonly #stories = new Map<number, IndexedStory>();
  readonly #frequency: DocumentFrequency;
  readonly #postings = new Postings();
  /** By slot, the story of each article; null when it is forgotten. Postings name slots. */
  #storyOfSlot: (IndexedStory | null)[] = [];
  #articleCount = 0;

  constructor(weights: Weights = learnedWeights) {
    this.#weights = weights;
    this.#frequency = new DocumentFrequency(weights.common);
  }

  /** How many stories there are. */
  get size(): number {
    return this.#stories.size;
  }

  add(storyId: number, articleId: number, article: Comparable): void {
    const story: IndexedStory = this.#stories.get(storyId) ?? {
      id: storyId,
      members: [],
      languages: new Set(),
      newest: 0,
    };
    this.#stories.set(storyId, story);
    this.#frequency.add(article.terms, article.language);
    this.#articleCount += 1;
    story.newest = Math.max(story.newest, article.publishedAt);
    story.languages.add(article.language);
    story.members.push(this.#post({ articleId, article }, story));
  }

  /** Forgets stories whose newest article is older. @returns the ids of their articles */
  forgetBefore(date: Date): number[] {
    const forgotten: number[] = [];
    for (const story of this.#stories.values()) {
      if (story.newest >= date.getTime()) continue;
      this.#stories.delete(story.id);
      for (const { articleId, article, slot } of story.members) {
        this.#frequency.remove(article.terms, article.language);
        this.#storyOfSlot[slot] = null;
        forgotten.push(articleId);
      }
    }
    this.#articleCount -= forgotten.length;
    const dead = this.#storyOfSlot.length - this.#articleCount;
    if (dead > this.#articleCount && this.#postings.size > fewestDeadPostings) this.#postAgain();
    return forgotten;
  }

  /** The story that an article belongs to, or null when it founds a new one. */
  findStory(article: Comparable): {
    readonly storyId: number;
    readonly memberIds: readonly number[];
    readonly ranked: readonly Candidate[];
  } | null {
    const ranked = this.rank(article);
    const [best] = ranked;
    if (!best || linear(standing(ranked), this.#weights.join[best.comparison]) <= 0) return null;
    return { storyId: best.storyId, memberIds: this.memberIdsOf(best.storyId), ranked };
  }

  memberIdsOf(storyId: number): number[] {
    return this.#stories.get(storyId)?.members.map(({ articleId }) => articleId) ?? [];
  }

  /** The stories that an article may belong to, the likeliest first. */
  rank(article: Comparable): Candidate[] {
    const weighed = weigh(article, this.#frequency);
    return this.#nearby(weighed)
      .map((story) => this.#judge(story, weighed))
      .sort((a, b) => b.logOdds - a.logOdds);
  }

  /**
   * How likely an article belongs to a story: it is compared with the founder and with the latest, never by chains
   * through any one member, so that a story does not drift.
   */
  #judge(story: IndexedStory, article: Weighed): Candidate {
    const compared = representatives(story, article.article.language).map((member) => {
      const evidence = compare(article, weigh(member.article, this.#frequency));
      return { articleId: member.articleId, evidence, logOdds: logOddsOf(evidence, this.#weights) };
    });
    const logOdds = compared.map((each) => each.logOdds);
    const mean = logOdds.reduce((sum, each) => sum + each, 0) / logOdds.length;
    const best = Math.max(...logOdds);
    const isCopied = compared.some(({ evidence }) => (evidence.values[0] as number) > copied);
    const nearness = isCopied ? best : 0.35 * best + 0.5 * mean + 0.15 * (logOdds[0] as number);
    const values = [nearness, Math.log2(story.members.length)];
    const { comparison } = compared.reduce((best, each) => (each.logOdds > best.logOdds ? each : best)).evidence;
    const logOddsOfAll = linear(values, this.#weights.story[comparison]);
    return { storyId: story.id, comparison, logOdds: logOddsOfAll, values, evidence: compared };
  }

  /**
   * Stories that share what is rare, those that share most first: some that have articles in the same language, and some
   * that have none, which words can't find.
   */
  #nearby({ article: { terms, language }, weights }: Weighed): IndexedStory[] {
    const rarest = terms
      .map((_, index) => index)
      .filter((index) => this.#isPosted(terms[index] as number))
      .sort((a, b) => (weights[b] as number) - (weights[a] as number));
    const own = new Map<IndexedStory, number>();
    const others = new Map<IndexedStory, number>();
    const left = { words: mostPostings, signs: mostPostings };
    for (const index of rarest) {
      const term = terms[index] as number;
      const which = kindOf(term) === kinds.word ? 'words' : 'signs';
      if (left[which] <= 0) continue;
      const points = (weights[index] as number) ** 2 * (inTitle(term) > 0 ? 2 : 1);
      left[which] -= this.#postings.visit(bucketOf(term), mostPostingsPerTerm, (slot) => {
        const story = this.#storyOfSlot[slot];
        if (!story) return;
        const shared = story.languages.has(language) ? own : others;
        // A story counts once for every article that holds the term, with falling returns by its size.
        shared.set(story, (shared.get(story) ?? 0) + points / Math.sqrt(story.members.length));
      });
    }
    return [...greatest(own, mostCandidates), ...greatest(others, mostCandidates)];
  }

  #post(member: Omit<Member, 'slot'>, story: IndexedStory): Member {
    const slot = this.#storyOfSlot.push(story) - 1;
    for (const term of member.article.terms) {
      if (this.#isPosted(term)) this.#postings.add(bucketOf(term), slot);
    }
    return { ...member, slot };
  }

  /** Terms that many articles hold point at none. */
  #isPosted(term: number): boolean {
    return pointing[kindOf(term)] === 1 && this.#frequency.countOf(term) <= mostArticlesPerTerm;
  }

  #postAgain(): void {
    this.#postings.clear();
    this.#storyOfSlot = [];
    for (const story of this.#stories.values()) {
      for (const [index, member] of story.members.entries()) story.members[index] = this.#post(member, story);
    }
  }
}

/**
 * What decides whether an article joins the likeliest story: that story's log-odds, and by how much they exceed those
 * of the stories that are near only by subject.
 */
export function standing(ranked: readonly Candidate[]): number[] {
  const best = ranked[0]?.logOdds ?? farAway;
  const others = ranked.slice(firstOfOthers).map(({ logOdds }) => logOdds);
  const background = others.length > 0 ? others.reduce((sum, each) => sum + each, 0) / others.length : farAway;
  return [best, best - background];
}

const pointing = new Uint8Array(kindCount);
for (const kind of [kinds.word, kinds.name, kinds.figure, kinds.sound]) pointing[kind] = 1;

/** Those with the highest numbers, the highest first. */
function greatest<T>(numbers: ReadonlyMap<T, number>, most: number): T[] {
  const best: { each: T; number: number }[] = [];
  for (const [each, number] of numbers) {
    if (best.length === most && number <= (best.at(-1)?.number ?? 0)) continue;
    let at = best.length;
    while (at > 0 && (best[at - 1]?.number ?? 0) < number) at -= 1;
    best.splice(at, 0, { each, number });
    if (best.length > most) best.pop();
  }
  return best.map(({ each }) => each);
}

/** The first and the latest, of those in the article's language where there are any. */
function representatives({ members }: IndexedStory, language: string): Member[] {
  const alike = members.length > 1 ? members.filter(({ article }) => article.language === language) : [];
  const from = alike.length > 0 ? alike : members;
  return from.length <= 1 + latestCompared ? from : [from[0] as Member, ...from.slice(-latestCompared)];
}

export function logOddsOf({ comparison, values, signs, recurs }: Evidence, weights: Weights): number {
  if (comparison === 'languages' && signs < fewestSigns) return impossible;
  if (recurs) return impossible;
  return linear(values, weights.pair[comparison]);
}

/** Over languages, one or two things in common are chance. */
const fewestSigns = 3;
const impossible = -20;

/** Sum of the values, each times its weight, and the bias, which stands last. */
function linear(values: ArrayLike<number>, weights: readonly number[]): number {
  let sum = weights[values.length] as number;
  for (let index = 0; index < values.length; index++) sum += (values[index] as number) * (weights[index] as number);
  return sum;
}
