import { bridgedStory } from './bridgedStory.ts';
import { DocumentFrequency } from './documentFrequency.ts';
import { type Comparable, type Comparison, compare, type Evidence, type Weighed, weigh } from './evidence.ts';
import { groupByAverage, type Piece } from './groupByAverage.ts';
import { MeaningScale } from './meaning.ts';
import { Postings } from './postings.ts';
import { Tally } from './tally.ts';
import { bucketOf, inTitle, kindCount, kindOf, kinds } from './terms.ts';
import { learnedWeights, type Weights } from './weights.ts';

type Member = { readonly articleId: number; readonly article: Comparable; readonly slot: number };
type IndexedStory = {
  readonly id: number;
  /** Small, to look it up fast; given to another when it is forgotten. */
  readonly number: number;
  readonly members: Member[];
  readonly languages: Set<string>;
  newest: number;
  /** Its articles stay, whatever comes. */
  isSettled: boolean;
};

/** A story that an article may belong to, with the reasons. */
export type Candidate = {
  readonly storyId: number;
  /** That it does: log-odds over what it takes, the mean over the articles that were compared. */
  readonly link: number;
  /** Against each article that was compared, the founder first. */
  readonly evidence: readonly { readonly articleId: number; readonly link: number; readonly evidence: Evidence }[];
};

/** Articles that are one story from now on. */
export type Group = {
  /** Null: a story of its own. */
  readonly storyId: number | null;
  readonly articleIds: readonly number[];
  /** Those of them that stood in another story. */
  readonly moved: readonly number[];
};

/** Where an article belongs. */
export type Placement = {
  /** Its story: the group it joins, without itself. */
  readonly group: Group;
  /** Other stories that change, because what came now shows that their articles belong elsewhere. */
  readonly others: readonly Group[];
  /** A settled story that the article shows to be one with its own, which is settled too. */
  readonly bridged: number | null;
  readonly ranked: readonly Candidate[];
};

/** An article of a young story, or a settled story by those that stand for it; what came now has no story. */
type StoryPiece = Piece<Weighed> & { readonly storyId: number | null; readonly articleIds: readonly number[] };

const nobody = -1;
const several = -1;
const mostCandidates = 12;
const mostArticlesPerTerm = 1_000;
const mostPostingsPerTerm = 60;
const mostPostings = 500;
const mostTerms = 65_536;
/** Of what the nearest shares: who shares less is not compared. */
const leastShared = 0.1;
const latestCompared = 5;
/** Cosine of all words from which one text is taken from the other: it belongs where that stands. */
const copied = 0.85;
/** A story with an article that is linked less than this stays as it is. */
const leastNear = -0.5;
/** An article has fewer stories than this that it could belong to: what is as near as the next one is near by chance. */
const mostHomes = 9;
/** What is further away by chance is far enough. Titles alone are nearer to one another. */
const farByChance = { titles: -4, texts: -3, languages: 0 };
const shareOfChance = 0.5;
/** Of what is grouped anew; the others stay whole. */
const mostRegrouped = 24;
const mostStoriesRegrouped = 6;
/** In a group, what is unlike speaks against it only so much. */
const unlike = -1.5;
/** In favour of what stands together: nothing moves for a trifle. */
const inertia = 0.3;
/** By how much more articles must be alike with every doubling of a story. */
const perDoubling = 0.05;
/** Who has read a story by then knows it as it is. */
const settledAfterMs = 24 * 60 * 60_000;
const fewestDeadPostings = 100_000;
const mostWeighed = 4_000;
/** So many articles don't change much what is rare. */
const weighedAnewAfter = 100;

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
  readonly #meanings = new MeaningScale();
  readonly #postings = new Postings();
  /** By slot, the number of each article's story; `nobody` when it is forgotten. Postings name slots. */
  #numberOfSlot: number[] = [];
  /** By number, what finding candidates needs of a story. */
  readonly #byNumber: IndexedStory[] = [];
  readonly #sizes: number[] = [];
  /** Of stories in one language, its number; else `several`. */
  readonly #tongues: number[] = [];
  readonly #freeNumbers: number[] = [];
  readonly #tongueOf = new Map<string, number>();
  readonly #shared = new Tally();
  /** By how much more must be alike with an article, as it was placed. */
  readonly #chances = new WeakMap<Comparable, number>();
  #articleCount = 0;
  /** What articles weighed lately, by slot: those of running stories are compared again and again. */
  readonly #weighed = new Map<number, { readonly weighed: Weighed; readonly at: number }>();
  #added = 0;

  constructor(weights: Weights = learnedWeights) {
    this.#weights = weights;
    this.#frequency = new DocumentFrequency(weights.common);
  }

  /** How many stories there are. */
  get size(): number {
    return this.#stories.size;
  }

  add(storyId: number, articleId: number, article: Comparable): void {
    this.#frequency.add(article.terms, article.language);
    if (article.meaning) this.#meanings.add(article.meaning);
    this.#articleCount += 1;
    this.#added += 1;
    this.#join(storyId, this.#post({ articleId, article }));
  }

  /** Forgets stories whose newest article is older. @returns the ids of their articles */
  forgetBefore(date: Date): number[] {
    const forgotten: number[] = [];
    for (const story of this.#stories.values()) {
      if (story.newest >= date.getTime()) continue;
      this.#stories.delete(story.id);
      for (const { articleId, article, slot } of story.members) {
        this.#frequency.remove(article.terms, article.language);
        this.#numberOfSlot[slot] = nobody;
        this.#weighed.delete(slot);
        forgotten.push(articleId);
      }
      this.#freeNumbers.push(story.number);
    }
    this.#articleCount -= forgotten.length;
    const dead = this.#numberOfSlot.length - this.#articleCount;
    if (dead > this.#articleCount && this.#postings.size > fewestDeadPostings) this.#postAgain();
    return forgotten;
  }

  /**
   * Where an article belongs. It and the young stories near it are grouped anew, best first, so that it matters little
   * what came in which order: stories may become one, and articles may change to another. Nothing is changed here.
   */
  place(article: Comparable): Placement {
    const weighed = weigh(article, this.#frequency);
    const ranked = this.#rank(weighed);
    const chance = chanceIn(ranked);
    this.#chances.set(article, chance);
    const near = ranked
      .filter(({ evidence }) => evidence.some(({ link }) => link - chance > leastNear))
      .slice(0, mostStoriesRegrouped)
      .map(({ storyId }) => this.#stories.get(storyId) as IndexedStory);
    return this.#regroup(weighed, near, ranked);
  }

  /** Moves an article to another story, which may be new. Nothing when it does not stand where it should. */
  move(articleId: number, from: number, to: number): void {
    const story = this.#stories.get(from);
    const at = story?.members.findIndex((each) => each.articleId === articleId) ?? -1;
    if (!story || at < 0 || from === to) return;
    const [member] = story.members.splice(at, 1);
    this.#join(to, member as Member);
    if (story.members.length === 0) {
      this.#stories.delete(from);
      this.#freeNumbers.push(story.number);
      return;
    }
    story.newest = Math.max(...story.members.map(({ article }) => article.publishedAt));
    story.languages.clear();
    for (const { article } of story.members) story.languages.add(article.language);
    this.#note(story);
  }

  /** Its articles stay from now on; it may still gain some. */
  settle(storyId: number): void {
    const story = this.#stories.get(storyId);
    if (story) story.isSettled = true;
  }

  memberIdsOf(storyId: number): number[] {
    return this.#stories.get(storyId)?.members.map(({ articleId }) => articleId) ?? [];
  }

  /** The stories that an article may belong to, the likeliest first. */
  rank(article: Comparable): Candidate[] {
    return this.#rank(weigh(article, this.#frequency));
  }

  #rank(article: Weighed): Candidate[] {
    return this.#nearby(article)
      .map((story) => this.#judge(story, article))
      .sort((a, b) => b.link - a.link);
  }

  /** Compares with the founder and with the latest, never by chains through any one, so that a story does not drift. */
  #judge(story: IndexedStory, article: Weighed): Candidate {
    const compared = representatives(story, article.article.language).map((member) => {
      const evidence = compare(article, this.#weigh(member));
      return { articleId: member.articleId, evidence, link: this.#linkOf(evidence, article.article, member.article) };
    });
    const links = compared.map(({ link }) => link);
    const isCopied = compared.some(({ evidence }) => (evidence.values[0] as number) > copied);
    const link = isCopied ? Math.max(...links) : links.reduce((sum, each) => sum + each, 0) / links.length;
    return { storyId: story.id, link, evidence: compared };
  }

  #linkOf(evidence: Evidence, a: Comparable, b: Comparable): number {
    const logOdds = logOddsOf(evidence, this.#weights) + this.#meanings.logOdds(a.meaning, b.meaning);
    return Math.max(farApart, logOdds - this.#barOf(evidence.comparison, a.language));
  }

  /** Over languages, chance likeness has another measure: the fewest signs. */
  #barOf(comparison: Comparison, language: string): number {
    const { bar, crowding } = this.#weights;
    if (comparison === 'languages') return bar.languages;
    return bar[comparison] + crowding[comparison] * this.#frequency.crowdOf(language);
  }

  #regroup(article: Weighed, near: readonly IndexedStory[], ranked: readonly Candidate[]): Placement {
    const pieces: StoryPiece[] = [{ items: [article], size: 1, isFixed: false, storyId: null, articleIds: [] }];
    const settled = new Set<number>();
    for (const story of near) {
      const ids = story.members.map(({ articleId }) => articleId);
      if (this.#isSettled(story, article.article.publishedAt) || pieces.length + ids.length > mostRegrouped) {
        settled.add(story.id);
        const items = representatives(story, article.article.language).map((member) => this.#weigh(member));
        pieces.push({ items, size: ids.length, isFixed: true, storyId: story.id, articleIds: ids });
      } else {
        const own = story.members.map((member) => this.#weigh(member));
        for (const [index, item] of own.entries()) {
          pieces.push({
            items: [item],
            size: 1,
            isFixed: false,
            storyId: story.id,
            articleIds: [ids[index] as number],
          });
        }
      }
    }
    const storyOf = new Map(pieces.flatMap(({ items, storyId }) => items.map((item) => [item, storyId])));
    const chanceOf = ({ article }: Weighed) => this.#chances.get(article) ?? 0;
    const link = (a: Weighed, b: Weighed) =>
      bounded(this.#linkOf(compare(a, b), a.article, b.article)) -
      Math.max(chanceOf(a), chanceOf(b)) +
      (storyOf.get(a) === storyOf.get(b) ? inertia : 0);
    const grouped = groupByAverage(pieces, perDoubling, link);
    const ids = idsOf(grouped, pieces);
    const groups = grouped.map((indexes, index): Group => {
      const storyId = ids[index] ?? null;
      const own = indexes.map((each) => pieces[each] as StoryPiece);
      const [staying, moving] = [true, false].map((stays) =>
        own.filter((piece) => (piece.storyId === storyId) === stays).flatMap(({ articleIds }) => articleIds),
      ) as [number[], number[]];
      return { storyId, articleIds: [...staying, ...moving], moved: moving };
    });
    // The article itself is the first piece, and stands in the first group.
    const [group, ...others] = groups as [Group, ...Group[]];
    const fits = ranked.filter(({ storyId }) => settled.has(storyId));
    const bridged = fits[0] && fits[0].storyId === group.storyId ? bridgedStory(fits) : null;
    return { group, others: others.filter(({ moved }) => moved.length > 0), bridged, ranked };
  }

  #isSettled(story: IndexedStory, now: number): boolean {
    return story.isSettled || now - (story.members[0] as Member).article.publishedAt > settledAfterMs;
  }

  #weigh({ article, slot }: Member): Weighed {
    const kept = this.#weighed.get(slot);
    if (kept && this.#added - kept.at < weighedAnewAfter) return kept.weighed;
    const weighed = weigh(article, this.#frequency);
    this.#weighed.delete(slot);
    this.#weighed.set(slot, { weighed, at: this.#added });
    if (this.#weighed.size > mostWeighed) this.#weighed.delete(this.#weighed.keys().next().value as number);
    return weighed;
  }

  #join(storyId: number, member: Member): void {
    const story = this.#stories.get(storyId) ?? this.#open(storyId);
    story.members.push(member);
    story.newest = Math.max(story.newest, member.article.publishedAt);
    story.languages.add(member.article.language);
    this.#numberOfSlot[member.slot] = story.number;
    this.#note(story);
  }

  #open(id: number): IndexedStory {
    const number = this.#freeNumbers.pop() ?? this.#byNumber.length;
    const story = { id, number, members: [], languages: new Set<string>(), newest: 0, isSettled: false };
    this.#stories.set(id, story);
    this.#byNumber[number] = story;
    return story;
  }

  #note({ number, members, languages }: IndexedStory): void {
    const [language] = languages;
    this.#sizes[number] = members.length;
    this.#tongues[number] = languages.size === 1 ? this.#tongue(language as string) : several;
  }

  #tongue(language: string): number {
    const known = this.#tongueOf.get(language) ?? this.#tongueOf.size;
    this.#tongueOf.set(language, known);
    return known;
  }

  /**
   * Stories that share what is rare, those that share most first: some that have articles in the same language, and some
   * that have none, which words can't find.
   */
  #nearby({ article: { terms, language }, weights }: Weighed): IndexedStory[] {
    // Sorted as numbers, the weight before the index: a comparing function takes longer than all the rest.
    const keys = new Float64Array(terms.length);
    let posted = 0;
    for (let index = 0; index < terms.length; index++) {
      if (!this.#isPosted(terms[index] as number)) continue;
      keys[posted] = Math.round((weights[index] as number) * 1_000) * mostTerms + index;
      posted += 1;
    }
    const rarest = keys.subarray(0, posted).sort().reverse();
    const left = { words: mostPostings, signs: mostPostings };
    for (const key of rarest) {
      const index = key % mostTerms;
      const term = terms[index] as number;
      const which = kindOf(term) === kinds.word ? 'words' : 'signs';
      if (left[which] <= 0) continue;
      const points = (weights[index] as number) ** 2 * (inTitle(term) > 0 ? 2 : 1);
      left[which] -= this.#postings.visit(bucketOf(term), mostPostingsPerTerm, (slot) => {
        const number = this.#numberOfSlot[slot] as number;
        if (number !== nobody) this.#shared.add(number, points);
      });
    }
    const own: Shared[] = [];
    const others: Shared[] = [];
    const tongue = this.#tongue(language);
    this.#shared.drain((number, sum) => {
      // A story counts once for every article that holds a term, with falling returns by its size.
      const points = sum / Math.sqrt(this.#sizes[number] as number);
      const spoken = this.#tongues[number];
      const isOwn = spoken === tongue || (spoken === several && this.#byNumber[number]?.languages.has(language));
      keepGreatest(isOwn ? own : others, number, points);
    });
    return [...comparable(own), ...comparable(others)].map(({ number }) => this.#byNumber[number] as IndexedStory);
  }

  #post(member: Omit<Member, 'slot'>): Member {
    const slot = this.#numberOfSlot.push(nobody) - 1;
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
    this.#weighed.clear();
    this.#numberOfSlot = [];
    for (const story of this.#stories.values()) {
      for (const [index, member] of story.members.entries()) {
        const posted = this.#post(member);
        story.members[index] = posted;
        this.#numberOfSlot[posted.slot] = story.number;
      }
    }
  }
}

/**
 * Every group keeps the id of the settled story in it, or else of the one that gives it most; of equals, the oldest. Of
 * two groups with as much of one story, that with its earliest article keeps the id.
 */
function idsOf(groups: readonly (readonly number[])[], pieces: readonly StoryPiece[]): (number | null)[] {
  const shares = groups.flatMap((group, index) => {
    const own = group.filter((each) => pieces[each]?.storyId !== null);
    const byStory = Map.groupBy(own, (each) => pieces[each]?.storyId as number);
    return Array.from(byStory, ([storyId, from]) => ({
      index,
      storyId,
      first: from[0] as number,
      isSettled: from.some((each) => pieces[each]?.isFixed),
      count: from.length,
    }));
  });
  shares.sort(
    (a, b) =>
      Number(b.isSettled) - Number(a.isSettled) || b.count - a.count || a.storyId - b.storyId || a.first - b.first,
  );
  const ids = groups.map((): number | null => null);
  const given = new Set<number>();
  for (const { index, storyId } of shares) {
    if (ids[index] !== null || given.has(storyId)) continue;
    ids[index] = storyId;
    given.add(storyId);
  }
  return ids;
}

/**
 * By how much more must be alike where much is: reports of one kind (council elections, market days, match previews) are
 * near one another, and none of them is the other.
 */
function chanceIn(ranked: readonly Candidate[]): number {
  const own = ranked.filter(({ evidence }) => evidence[0]?.evidence.comparison !== 'languages');
  const byChance = own[mostHomes];
  if (!byChance) return 0;
  const { comparison } = (byChance.evidence[0] as Candidate['evidence'][number]).evidence;
  return shareOfChance * Math.max(0, byChance.link - farByChance[comparison]);
}

const pointing = new Uint8Array(kindCount);
for (const kind of [kinds.word, kinds.name, kinds.figure, kinds.place, kinds.sound, kinds.subject]) pointing[kind] = 1;

/** One odd report does not part what others join; one that can't belong there does. */
function bounded(link: number): number {
  return link <= farApart ? link : Math.max(unlike, link);
}

/** What a story shares with an article. */
type Shared = { readonly number: number; readonly points: number };

/** Keeps a list of the `mostCandidates` with the most points, the most first. */
function keepGreatest(best: Shared[], number: number, points: number): void {
  if (best.length === mostCandidates && points <= (best.at(-1)?.points ?? 0)) return;
  let at = best.length;
  while (at > 0 && (best[at - 1] as Shared).points < points) at -= 1;
  best.splice(at, 0, { number, points });
  if (best.length > mostCandidates) best.pop();
}

/** Without those far below the first. */
function comparable(best: readonly Shared[]): Shared[] {
  const least = (best[0]?.points ?? 0) * leastShared;
  return best.filter(({ points }) => points >= least);
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
/** Further apart says no more. */
const farApart = -8;

/** Sum of the values, each times its weight, and the bias, which stands last. */
function linear(values: ArrayLike<number>, weights: readonly number[]): number {
  let sum = weights[values.length] as number;
  for (let index = 0; index < values.length; index++) sum += (values[index] as number) * (weights[index] as number);
  return sum;
}
