import { hash as hashOf } from 'node:crypto';

/**
 * By what a source's pieces are told apart, best first: guid, address, address and title. Never a date: feeds bump
 * those.
 */
const rungs = ['guid', 'url', 'title'] as const;
export type Rung = (typeof rungs)[number];

/** What identifies a piece on each rung. All are kept, so that changing the rung makes nothing new. */
export type Keys = {
  readonly guidKey: string | null;
  /** The canonical address. */
  readonly urlKey: string;
  /** Address and title as one. */
  readonly titleKey: string;
  readonly title: string;
};

/** More of a document's guids than this may not be shared by different pieces. */
const mostSharedGuids = 0.05;
/** Below the address there is only the headline, whose edits make new pieces: much speaks for staying above. */
const mostSharedUrls = 1 / 3;
const fewestWitnesses = 3;
/** What a headline has at least in common with its older form, when nothing but the address says that it has one. */
const leastAlike = 0.5;
/** Of two headlines with less in common under one guid, one at each of two addresses, neither is a form of the other. */
const hardlyAlike = 0.3;

/**
 * Recognises the pieces of a document among the articles that a source has left.
 *
 * The rung is the source's for good: it goes down when the document shows that guids, or addresses, identify nothing in
 * this feed, and never up again, for that would make everything new.
 *
 * @param known  every article of the source that shares its guid or title key with one of the pieces, and of those that
 *   share only the address, some
 * @returns the rung from now on, and every piece once, with its article, or null when it is new
 */
export function recognise<Piece extends Keys, Known extends Keys>(
  listed: readonly Piece[],
  known: readonly Known[],
  before: Rung,
): { rung: Rung; matches: (readonly [Piece, Known | null])[] } {
  const view = new View(listed, known);
  const rung = rungs[Math.max(rungs.indexOf(before), rungs.indexOf(view.lowestRung(before)))] ?? before;
  const pieces = withoutRepetition(listed, rung);
  const taken = new Set<Known>();
  const take = (article: Known | null | undefined) => {
    if (article) taken.add(article);
    return article ?? null;
  };
  const byGuid = pieces.map((piece) => (rung === 'guid' ? take(view.byGuid(piece)) : null));
  const matchOf = (piece: Piece, index: number) => {
    if (byGuid[index]) return byGuid[index];
    const free = (article: Known) => !taken.has(article);
    if (rung === 'guid' && view.hasOwnGuid(piece)) return take(view.renamed(piece, free));
    const byUrl = rung === 'title' ? null : view.byUrl(piece, free);
    return take(byUrl ?? view.byTitle(piece, free));
  };
  return { rung, matches: pieces.map((piece, index) => [piece, matchOf(piece, index)] as const) };
}

/** A document beside what is known of its source. */
class View<Known extends Keys> {
  readonly #pieces: readonly Keys[];
  readonly #titlesOfGuid: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #titlesOfUrl: ReadonlyMap<string, ReadonlySet<string>>;
  readonly #knownByGuid: ReadonlyMap<string, readonly Known[]>;
  readonly #knownByUrl: ReadonlyMap<string, readonly Known[]>;
  readonly #knownByTitle: ReadonlyMap<string, readonly Known[]>;

  constructor(pieces: readonly Keys[], known: readonly Known[]) {
    this.#pieces = pieces;
    this.#titlesOfGuid = titlesBy(pieces, ({ guidKey }) => guidKey);
    this.#titlesOfUrl = titlesBy(pieces, ({ urlKey }) => urlKey);
    this.#knownByGuid = groupBy(known, ({ guidKey }) => guidKey);
    this.#knownByUrl = groupBy(known, ({ urlKey }) => urlKey);
    this.#knownByTitle = groupBy(known, ({ titleKey }) => titleKey);
  }

  lowestRung(before: Rung): Rung {
    const count = this.#pieces.length;
    const sharedUrls = this.#pieces.filter((piece) => !this.#hasOwnUrl(piece)).length;
    const isUrlWorthless = sharedUrls >= fewestWitnesses && sharedUrls > count * mostSharedUrls;
    if (before === 'guid' && !this.#areGuidsWorthless()) return 'guid';
    return isUrlWorthless ? 'title' : 'url';
  }

  /** Different pieces share guids, or pieces that are known come back under other guids as a rule. */
  #areGuidsWorthless(): boolean {
    const withGuid = this.#pieces.filter(({ guidKey }) => guidKey !== null);
    const shared = withGuid.filter((piece) => !this.hasOwnGuid(piece)).length;
    if (shared > this.#pieces.length * mostSharedGuids) return true;
    const kept = withGuid.filter((piece) => this.#withGuidOf(piece).length > 0).length;
    const renamed = withGuid.filter(
      (piece) =>
        this.#withGuidOf(piece).length === 0 && this.#withTitleOf(piece).some((each) => this.#hasVanished(each)),
    ).length;
    return renamed >= fewestWitnesses && renamed > kept;
  }

  hasOwnGuid({ guidKey }: Keys): boolean {
    return guidKey !== null && this.#titlesOfGuid.get(guidKey)?.size === 1;
  }

  /** A site's front page is no piece's address. */
  #hasOwnUrl({ urlKey }: Keys): boolean {
    return /[/?]/.test(urlKey) && this.#titlesOfUrl.get(urlKey)?.size === 1;
  }

  byGuid(piece: Keys): Known | null {
    if (!this.hasOwnGuid(piece)) return null;
    const same = this.#withGuidOf(piece);
    const [only] = same;
    if (only && same.length === 1) return isAnotherPiece(piece, only) ? null : only;
    return (
      same.find(({ urlKey }) => urlKey === piece.urlKey) ?? same.find(({ title }) => title === piece.title) ?? null
    );
  }

  /** The article that has lost its guid to a piece: at the same address, and its own guid is gone from the document. */
  renamed(piece: Keys, free: (article: Known) => boolean): Known | null {
    if (!this.#hasOwnUrl(piece) || this.#withGuidOf(piece).length > 0) return null;
    const [only, ...others] = (this.#knownByUrl.get(piece.urlKey) ?? []).filter(free);
    if (!only || others.length > 0 || !this.#hasVanished(only)) return null;
    return only.guidKey === null || alike(piece.title, only.title) >= leastAlike ? only : null;
  }

  byUrl(piece: Keys, free: (article: Known) => boolean): Known | null {
    if (!this.#hasOwnUrl(piece)) return null;
    const same = (this.#knownByUrl.get(piece.urlKey) ?? []).filter(free);
    if (same.length === 1) return same[0] ?? null;
    const alikeness = (article: Known) => alike(piece.title, article.title);
    const [closest] = same.toSorted((a, b) => alikeness(b) - alikeness(a));
    return closest && alikeness(closest) >= leastAlike ? closest : null;
  }

  byTitle(piece: Keys, free: (article: Known) => boolean): Known | null {
    return this.#withTitleOf(piece).find(free) ?? null;
  }

  #withGuidOf({ guidKey }: Keys): readonly Known[] {
    return (guidKey !== null && this.#knownByGuid.get(guidKey)) || [];
  }

  #withTitleOf({ titleKey }: Keys): readonly Known[] {
    return this.#knownByTitle.get(titleKey) ?? [];
  }

  #hasVanished({ guidKey }: Known): boolean {
    return guidKey === null || !this.#titlesOfGuid.has(guidKey);
  }
}

/** What a document lists twice, once. On the first rung, two guids keep two pieces of one address and title apart. */
function withoutRepetition<Piece extends Keys>(listed: readonly Piece[], rung: Rung): Piece[] {
  const guidsOf = new Map<string, Set<string | null>>();
  return listed.filter(({ titleKey, guidKey }) => {
    const guids = guidsOf.get(titleKey) ?? new Set();
    guidsOf.set(titleKey, guids);
    const isRepetition =
      guids.size > 0 && (rung !== 'guid' || guids.has(guidKey) || guidKey === null || guids.has(null));
    guids.add(guidKey);
    return !isRepetition;
  });
}

/** A guid that comes back with another address and a headline that has nothing of the old one names something else. */
function isAnotherPiece(piece: Keys, article: Keys): boolean {
  return piece.urlKey !== article.urlKey && alike(piece.title, article.title) < hardlyAlike;
}

/** How alike two headlines are in any script, 0 to 1: the share of runs of three letters in common. */
function alike(one: string, other: string): number {
  const a = runsOf(one);
  const b = runsOf(other);
  return a.size + b.size === 0 ? 1 : (2 * a.intersection(b).size) / (a.size + b.size);
}

function runsOf(title: string): Set<string> {
  const letters = ` ${title.toLowerCase()} `.replace(/[^\p{L}\p{N}]+/gu, ' ');
  return new Set(Array.from({ length: Math.max(0, letters.length - 2) }, (_, at) => letters.slice(at, at + 3)));
}

function titlesBy(pieces: readonly Keys[], keyOf: (piece: Keys) => string | null): Map<string, Set<string>> {
  const groups = [...groupBy(pieces, keyOf)];
  return new Map(groups.map(([key, sharing]) => [key, new Set(sharing.map(({ titleKey }) => titleKey))]));
}

function groupBy<T>(all: readonly T[], keyOf: (one: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const each of all) {
    const key = keyOf(each);
    if (key === null) continue;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  return groups;
}

/** One text for all keys of a piece: what is unique within a source. */
export function identityOf({ guidKey, titleKey }: Pick<Keys, 'guidKey' | 'titleKey'>): string {
  return guidKey === null ? titleKey : `${titleKey} ${shortHash(guidKey)}`;
}

export function titleKeyOf(urlKey: string, title: string): string {
  return shortHash(`${urlKey}\u0000${title}`);
}

function shortHash(text: string): string {
  return hashOf('sha256', text, 'base64url').slice(0, 22);
}
