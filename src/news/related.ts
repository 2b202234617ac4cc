/** What tells what an article is about. */
export type Telling = {
  readonly language: string;
  readonly publishedAt: Date;
  /** Lower case. */
  readonly names: ReadonlySet<string>;
  /** Those of title and lead that are not parts of the names; lower case. */
  readonly words: ReadonlySet<string>;
  /** The same in every language: countries (`region:JP`) and how names sound (`KRNSRKN`). */
  readonly signs: ReadonlySet<string>;
};

/** How telling a term is: 0 (it stands everywhere) to 1 (nowhere else). Words among those of a language. */
export type Rarity = {
  readonly name: (name: string) => number;
  readonly word: (word: string, language: string) => number;
  readonly sign: (sign: string) => number;
};

export type RelatedCandidate = {
  readonly storyId: number;
  readonly telling: Telling;
  /** Key of the story's main topic, or null. */
  readonly topic: string | null;
};

/** What two stories have in common, the most telling first; of one kind. */
export type Reason = { readonly kind: 'names' | 'words' | 'places' | 'topic'; readonly shared: readonly string[] };

export type Related<T> = { readonly story: T; readonly reason: Reason; readonly score: number };

/** What a story must share to help to understand another one. */
const leastScore = 0.3;
/** Until there are so many, a story of the same topic that shares some words is better than none. */
const fewestShown = 2;
/** What two articles of about the same time share of their terms when they tell one event, or copy each other. */
const sameEventShare = 0.5;
const sameEventMs = 72 * 60 * 60_000;
const nearCopyShare = 0.5;
const fewestShared = 5;
/** How much a story that says the same as one chosen before loses: maximal marginal relevance. */
const repetition = 0.35;
const halfLifeDays = 180;
const commonRarity = 0.28;
const weights = { names: 1, words: 0.55, places: 0.3, sounds: 0.8, topic: 0.2 };
/** Where the topic is the same, words in common must be telling to be the reason instead. */
const leastToName = 0.25;

/**
 * Other stories that help to understand one, the closest first: they share its actors, its place or its question. None
 * that tells the same event, and no two that tell the same as each other.
 *
 * @param subject  articles of the story, in as many languages as there are
 * @param candidates  an article for each story, never of the story itself
 * @see Carbonell and Goldstein, The use of MMR (1998)
 */
export function chooseRelated<T extends RelatedCandidate>(
  subject: { readonly tellings: readonly Telling[]; readonly topic: string | null },
  candidates: readonly T[],
  rarity: Rarity,
  limit: number,
): Related<T>[] {
  const left = candidates.flatMap((story) => {
    const topic = story.topic === subject.topic ? story.topic : null;
    const compared = subject.tellings.map((telling) => compare(telling, story.telling, topic, rarity));
    if (compared.some(({ isSameEvent }) => isSameEvent)) return [];
    const best = compared.reduce((a, b) => (b.score > a.score ? b : a));
    if (best.reason && best.score >= leastScore) return { story, reason: best.reason, score: best.score };
    const isOfTopic = topic !== null && best.score > 0;
    return isOfTopic ? { story, reason: { kind: 'topic' as const, shared: [topic] }, score: best.score } : [];
  });
  const chosen: Related<T>[] = [];
  while (chosen.length < limit && left.length > 0) {
    const worth = ({ story, score }: Related<T>) => {
      const shares = chosen.map((other) => shareOf(story.telling, other.story.telling, rarity));
      const most = Math.max(0, ...shares);
      return most >= nearCopyShare ? Number.NEGATIVE_INFINITY : score - repetition * most;
    };
    const rated = left.map((related) => ({ related, worth: worth(related) }));
    const best = rated.reduce((a, b) => (b.worth > a.worth ? b : a));
    const isWeak = best.related.score < leastScore;
    if (best.worth === Number.NEGATIVE_INFINITY || (isWeak && chosen.length >= fewestShown)) break;
    left.splice(left.indexOf(best.related), 1);
    chosen.push(best.related);
  }
  return chosen;
}

/** Whether two articles of about the same time say so much alike that they tell one event. */
export function tellSameEvent(one: Telling, other: Telling, rarity: Rarity): boolean {
  const apartMs = Math.abs(one.publishedAt.getTime() - other.publishedAt.getTime());
  return apartMs < sameEventMs && shareOf(one, other, rarity) >= sameEventShare;
}

/** @param topic  what both are about, or null */
function compare(subject: Telling, other: Telling, topic: string | null, rarity: Rarity) {
  const apartMs = Math.abs(subject.publishedAt.getTime() - other.publishedAt.getTime());
  const isSameEvent = tellSameEvent(subject, other, rarity);
  const names = sharedOf(subject.names, other.names, rarity.name);
  const words =
    subject.language === other.language
      ? sharedOf(subject.words, other.words, (word) => rarity.word(word, other.language))
      : [];
  const signs = sharedOf(subject.signs, other.signs, rarity.sign);
  const [places, sounds] = [signs.filter(isPlace), signs.filter((sign) => !isPlace(sign))];
  // Over languages, one name or sound alike is chance.
  const isForeign = subject.language !== other.language;
  const chance = isForeign ? 1 : 0;
  const hasWholeName = names.some(isLong);
  const isSlight = names.length === 1 && !hasWholeName;
  const points = {
    names: weights.names * together(names.slice(hasWholeName ? 0 : chance)) * (isSlight ? 0.5 : 1),
    words: weights.words * together(words),
    places: weights.places * together(places),
    sounds: isForeign ? weights.sounds * together(sounds.slice(chance)) : 0,
  };
  const days = apartMs / 86_400_000;
  const evidence = points.names + points.words + points.places + points.sounds;
  const score = (evidence + (topic && evidence > 0 ? weights.topic : 0)) * 0.5 ** (days / halfLifeDays);
  return { isSameEvent, score, reason: reasonOf({ names, words, places }, points, topic) };
}

type Shared = { readonly term: string; readonly rarity: number };

/** What both hold, the rarest first; of names that lie in each other the longest only. */
function sharedOf(a: ReadonlySet<string>, b: ReadonlySet<string>, rarity: (term: string) => number): Shared[] {
  const shared = Array.from(a.intersection(b), (term) => ({ term, rarity: rarity(term) }))
    .filter((each) => each.rarity > 0)
    .sort((one, other) => other.term.length - one.term.length);
  const outer = shared.filter(
    ({ term }, index) => !shared.slice(0, index).some((longer) => ` ${longer.term} `.includes(` ${term} `)),
  );
  return outer.sort((one, other) => other.rarity - one.rarity);
}

/** Several shared terms say more than one, by less each time, and common ones nothing: 0 to 1. */
function together(shared: readonly Shared[]): number {
  const worth = (rarity: number) => 0.75 * (Math.max(0, rarity - commonRarity) / (1 - commonRarity)) ** 2;
  return 1 - shared.reduce((left, { rarity }) => left * (1 - worth(rarity)), 1);
}

/** Of several words, as a whole name is. */
function isLong({ term }: Shared): boolean {
  return /\S[ ・]\S/u.test(term);
}

function isPlace({ term }: Shared): boolean {
  return term.startsWith('region:');
}

function reasonOf(
  shared: Readonly<Record<'names' | 'words' | 'places', readonly Shared[]>>,
  points: Readonly<Record<'names' | 'words' | 'places', number>>,
  topic: string | null,
): Reason | null {
  const least = topic ? leastToName : 0;
  const kinds = (['names', 'words', 'places'] as const).filter((kind) => points[kind] > least);
  if (kinds.length === 0) return topic ? { kind: 'topic', shared: [topic] } : null;
  const kind = kinds.reduce((a, b) => (points[b] > points[a] ? b : a));
  return { kind, shared: shared[kind].slice(0, 3).map(({ term }) => term) };
}

/** How much of what the lesser of two articles says the other says too: 0 to 1; 0 when that is a few words. */
function shareOf(a: Telling, b: Telling, rarity: Rarity): number {
  if (a.language !== b.language) return 0;
  const [one, other] = [wordsOf(a), wordsOf(b)];
  const shared = one.intersection(other);
  if (shared.size < fewestShared) return 0;
  const weigh = (words: ReadonlySet<string>) =>
    Array.from(words).reduce((sum, word) => sum + rarity.word(word, a.language) ** 2, 0);
  return weigh(shared) / Math.min(weigh(one), weigh(other));
}

/** All words, those of the names too. */
function wordsOf({ names, words }: Telling): Set<string> {
  return new Set([...words, ...Array.from(names).flatMap((name) => name.split(' '))]);
}
