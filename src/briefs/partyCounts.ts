import type { Figure } from '../text/numbers.ts';
import type { Candidate, Readable } from './candidates.ts';
import { figuresIn } from './figuresIn.ts';
import { type Party, partiesIn } from './partiesIn.ts';
import { countAt, tollsIn } from './tollsIn.ts';

/** What a party counts, as a source tells it. */
export type PartyCount<A extends Readable> = {
  readonly candidate: Candidate<A>;
  readonly figure: Figure;
  readonly party: string;
};

/** Between party and figure there is room for a name and a time. */
const farthest = 48;
const tellingWords = String.raw`(?<![\p{L}\p{M}])(?:says?|said|puts?|counts?|counted|reports?|reported|confirms?|confirmed|speaks?|spoke|recorded|meldete?n?|zählte?n?|spricht|sprach(?:en)?|nannte|nennt|bestätigte?n?|gab|compte|fait|annonce|recense|dénombre|habla(?:n|ba)?|contabiliza|cifra|eleva|elevó|confirma|confirmó|fala|conta|confirmou|сообщил[аи]?|сообщает|насчитал[аи]?|قالت|أعلنت|أحصت)(?![\p{L}\p{M}])`;
const telling = new RegExp(tellingWords, 'iu');
/** A figure without a unit has to follow at once: `counted 16`, `put it at 19`. */
const justTold = new RegExp(
  `${tellingWords}(?: (?:it|the (?:number|toll|figure)))?(?: (?:at|that|von|auf|de|en|à|a))?\\s*$`,
  'iu',
);
/** Where grammar marks who tells: right after the party, or after its name. */
const marked = /[はがも는은이가]|によると|에 따르면/u;
const inherits =
  /^\s*(?:$|[.,;:)!?、。，،]|(?:and|und|y|et|e|while|but|of them)\b|と(?:し|発表|い|述)|だ|で(?:あ|、)|に(?:上|の|達)|이라|으로|명)/iu;
const elliptic =
  /^[,，、]?\s*(?:at|von|auf|à|en|em)?\s*(?<count>\p{L}+|\p{N}+)(?=\s*(?:$|[.,;:)!?]|(?:and|und|y|et|e)\b))/iu;
const treated = /^\s*(?:had |have |has )?(?:been |were |was )?(?:treated|hurt|hospitalised|hospitalized)/iu;
/** Counted before or after the other: an update. */
const otherTime =
  /(?<![\p{L}\p{M}])(?:earlier|previously|initially|at first|later|since|zuvor|zunächst|anfangs|früher|später|inzwischen|mittlerweile|auparavant|d[’']abord|antes|inicialmente|después|depois|ранее|позже|سابقا|لاحقا)(?![\p{L}\p{M}])|これまで|当初|その後|先に|앞서|당초|이후|此前|随后|隨後|最初/iu;

/** Two parties that a report names with different tolls: neighbours, in one sentence or in two. */
export function partyCountsIn<A extends Readable>(
  candidates: readonly Candidate<A>[],
): (readonly [PartyCount<A>, PartyCount<A>])[] {
  return candidates.flatMap((candidate, at) => {
    if (tollsIn(candidate).length === 0) return [];
    const next = candidates[at + 1];
    const own = clausesOf(candidate);
    const last = own.at(-1);
    const first = last && next && follows(next, candidate) ? clausesOf(next)[0] : undefined;
    const neighbours = own.slice(1).map((clause, index) => [own[index]!, clause] as const);
    return [...neighbours, ...(last && first ? [[last, first] as const] : [])].flatMap(([a, b]) => countsOfBoth(a, b));
  });
}

/** Whether nothing stands between them, not even what no brief would quote. */
function follows({ text }: Candidate, { text: before, article }: Candidate): boolean {
  return [article.summary, article.text].some((whole) => {
    const at = whole.indexOf(before);
    const rest = whole.slice(at + before.length).trimStart();
    return at >= 0 && rest.startsWith(text);
  });
}

type Clause<A extends Readable> = Party & { readonly candidate: Candidate<A>; readonly span: string };

const read = new WeakMap<Candidate, readonly Clause<Readable>[]>();

/** What parties say in a sentence, read once: a brief asks for it beside different neighbours. */
function clausesOf<A extends Readable>(candidate: Candidate<A>): readonly Clause<A>[] {
  const known = read.get(candidate) as readonly Clause<A>[] | undefined;
  if (known) return known;
  const clauses = readClauses(candidate);
  read.set(candidate, clauses);
  return clauses;
}

/** From each party to the next, or to the end of what it says. */
function readClauses<A extends Readable>(candidate: Candidate<A>): Clause<A>[] {
  const { text } = candidate;
  const parties = partiesIn(text);
  if (parties.length === 0 || otherTime.test(text)) return [];
  return parties.map((party, at) => {
    const until = parties[at + 1]?.index ?? text.length;
    const [span] = text.slice(party.end, until).split(/[;；。]/u);
    return { ...party, candidate, span: span! };
  });
}

function countsOfBoth<A extends Readable>(a: Clause<A>, b: Clause<A>): (readonly [PartyCount<A>, PartyCount<A>])[] {
  if (a.party === b.party) return [];
  const tolls = tollsOf(a);
  return tolls.flatMap((figure) => {
    const other =
      tollsOf(b).find(({ unit }) => unit === figure.unit) ??
      (tolls.length === 1 ? inheriting(a, b, figure.unit) : null);
    const count = ({ candidate, party }: Clause<A>, told: Figure) => ({ candidate, figure: told, party });
    return other ? [[count(a, figure), count(b, other)] as const] : [];
  });
}

function tollsOf<A extends Readable>({ candidate, span, end }: Clause<A>): Figure[] {
  return tollsIn(candidate).filter(({ index }) => {
    const before = span.slice(0, Math.max(0, index - end));
    return index >= end && index < end + span.length && index - end <= farthest && tells(before);
  });
}

function tells(before: string): boolean {
  return telling.test(before) || marked.test(before);
}

/** A figure that says nothing of what it counts: what the one before it counts. */
function inheriting<A extends Readable>(
  a: Clause<A>,
  { candidate, span, end }: Clause<A>,
  unit: string,
): Figure | null {
  const isSame = a.candidate === candidate;
  const word = elliptic.exec(span);
  if (isSame && word) {
    const count = word.groups!.count!;
    return countAt(count, end + word[0].length - count.length, unit, candidate.article.language);
  }
  const figure = figuresIn(candidate).find(
    ({ index, kind, unit: own }) => index >= end && index < end + span.length && (kind === 'count' || own === 'person'),
  );
  if (!figure || figure.index - end > farthest) return null;
  const before = span.slice(0, figure.index - end);
  if (!justTold.test(before) && !(figure.unit === 'person' && marked.test(before))) return null;
  const after = span.slice(figure.index - end + figure.text.length);
  return inherits.test(after) || (unit === 'injured' && treated.test(after))
    ? { ...figure, kind: 'people', unit }
    : null;
}
