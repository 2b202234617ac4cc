export type Verdict = 'same' | 'different';

/** What a server said of two articles: about one event, or not. */
export type Label = {
  /** The lower of the two ids. */
  readonly articleA: number;
  readonly articleB: number;
  readonly verdict: Verdict;
  readonly guildId: string;
};

/** More pairs say nothing more of two groups of articles. */
const mostOfEach = 25;

/**
 * The pairs that a moderator labels by taking articles apart or together: each of one group with each of the other, of
 * the first 25 of both.
 */
export function pairsOf(group: readonly number[], others: readonly number[]): { articleA: number; articleB: number }[] {
  return group
    .slice(0, mostOfEach)
    .flatMap((one) =>
      others.slice(0, mostOfEach).map((other) => ({ articleA: Math.min(one, other), articleB: Math.max(one, other) })),
    );
}

/** What holds of pairs of articles, by {@link pairKey}. */
export type HeldLabels = ReadonlyMap<string, Verdict>;

export function pairKey(one: number, other: number): string {
  return `${Math.min(one, other)}-${Math.max(one, other)}`;
}

/**
 * Which labels hold. Stories are shared by all servers of an installation, so that one server's word would change what
 * all others read. Where at most one server gets briefings it has nobody to ask and its word is enough; elsewhere a pair
 * is what two servers say it is, and more of them than say the contrary.
 *
 * Nothing is lost by waiting: a word that does not hold yet is kept, and holds once a second server agrees.
 *
 * @param servers  how many servers get briefings
 */
export function heldLabels(labels: readonly Label[], servers: number): HeldLabels {
  const needed = Math.min(2, Math.max(1, servers));
  const votes = new Map<string, number>();
  for (const { articleA, articleB, verdict } of labels) {
    const key = pairKey(articleA, articleB);
    for (const each of ['same', 'different'] as const) {
      const vote = `${each} ${key}`;
      votes.set(vote, (votes.get(vote) ?? 0) + (each === verdict ? 1 : 0));
    }
  }
  const held = new Map<string, Verdict>();
  for (const [vote, count] of votes) {
    const [verdict, key] = vote.split(' ') as [Verdict, string];
    const contrary = votes.get(`${verdict === 'same' ? 'different' : 'same'} ${key}`) ?? 0;
    if (count >= needed && count > contrary) held.set(key, verdict);
  }
  return held;
}

/**
 * What the held labels say of two groups of articles: a pair that is different keeps them apart, whatever others say;
 * null when nobody has said anything.
 */
export function verdictOn(one: readonly number[], other: readonly number[], held: HeldLabels): Verdict | null {
  if (held.size === 0) return null;
  let verdict: Verdict | null = null;
  for (const a of one) {
    for (const b of other) {
      const said = held.get(pairKey(a, b));
      if (said === 'different') return 'different';
      verdict = said ?? verdict;
    }
  }
  return verdict;
}

/** Of the articles that somebody wants out of a story, those that the held labels part from all that would stay. */
export function partedFrom(leaving: readonly number[], staying: readonly number[], held: HeldLabels): number[] {
  const asked = staying.slice(0, mostOfEach);
  return leaving
    .slice(0, mostOfEach)
    .filter((one) => asked.some((other) => held.get(pairKey(one, other)) === 'different'))
    .filter((one) => asked.every((other) => held.get(pairKey(one, other)) !== 'same'));
}
