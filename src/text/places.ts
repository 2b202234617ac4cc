import { primaryLanguage } from './language.ts';
import { ambiguousRegions, cities, regionAliases } from './placeNames.ts';

/** A country, union or well-known city that a text names. */
export type Place = {
  /** ISO 3166-1 alpha-2, and `EU`, `UN`. */
  readonly code: string;
  /** `tokyo`; null for a whole country. */
  readonly city: string | null;
  readonly text: string;
  /** Where it stands, in UTF-16 units. */
  readonly index: number;
};

/** `JP`, or `JP:tokyo`: the same in every language. */
export function placeKey({ code, city }: Pick<Place, 'code' | 'city'>): string {
  return city === null ? code : `${code}:${city}`;
}

/** Beyond this a text names its places again. */
const longestText = 20_000;
const mostWords = 6;

/**
 * The places that a text names, in order, each mention once: the countries by Unicode's names in the text's language,
 * and the world's most reported cities. Names that are more often people's (*Jordan*, *Chad*) count where they stand
 * alone; adjectives and peoples (*French*, *Japaner*) don't count.
 *
 * @param language  BCP 47
 * @see https://cldr.unicode.org/translation/displaynames/countryregion-territory-names
 */
export function placesOf(text: string, language: string): Place[] {
  const gazetteer = gazetteerOf(primaryLanguage(language));
  const found = gazetteer.hasSpaces
    ? placesByWords(text.slice(0, longestText), gazetteer)
    : placesByCharacters(text.slice(0, longestText), gazetteer);
  return found.map(({ key, start, end }) => {
    const [code = '', city = null] = key.split(':');
    return { code, city, text: text.slice(start, end), index: start };
  });
}

/** A quick and generous test: a name that is told as a place passes it. */
export function mayBePlace(name: string, language: string): boolean {
  const gazetteer = gazetteerOf(primaryLanguage(language));
  const first = /\p{L}[\p{L}\p{M}]*(?:\.\p{L}(?![\p{L}\p{M}]))*/u.exec(name)?.[0];
  if (!gazetteer.hasSpaces || hasPrefixes.has(gazetteer.language) || first === undefined) return true;
  return formsOf(first, gazetteer.language).some(({ form }) =>
    gazetteer.byStart.has(startKey(form, gazetteer.language, true)),
  );
}

type Entry = { readonly name: string; readonly words: readonly string[]; readonly key: string };
type Found = { readonly key: string; readonly start: number; readonly end: number };

/** The names of one language under what each begins with: its first word, or its first characters. Longest first. */
type Gazetteer = {
  readonly language: string;
  readonly hasSpaces: boolean;
  readonly byStart: ReadonlyMap<string, readonly Entry[]>;
};

const withoutSpaces = new Set(['ja', 'zh', 'ko', 'th', 'lo', 'km', 'my']);
const inflected = new Set([
  'ru',
  'uk',
  'be',
  'bg',
  'sr',
  'pl',
  'cs',
  'sk',
  'hr',
  'sl',
  'fi',
  'et',
  'lt',
  'lv',
  'hu',
  'tr',
  'el',
  'ro',
]);
/** What stands before a name is written as one word with it. */
const hasPrefixes = new Set(['ar', 'fa']);
const cyrillic = new Set(['ru', 'uk', 'be', 'bg', 'sr']);
const gazetteers = new Map<string, Gazetteer>();

function gazetteerOf(language: string): Gazetteer {
  const known = gazetteers.get(language);
  if (known) return known;
  const hasSpaces = !withoutSpaces.has(language);
  const byStart = new Map<string, Entry[]>();
  for (const [name, key] of namesIn(language)) {
    const words = hasSpaces ? wordsOf(name).map(({ word }) => word) : [name];
    const start = startKey(words[0] ?? '', language, hasSpaces);
    if (start) byStart.set(start, [...(byStart.get(start) ?? []), { name, words, key }]);
  }
  for (const entries of byStart.values()) entries.sort((a, b) => b.name.length - a.name.length);
  const gazetteer = { language, hasSpaces, byStart };
  gazetteers.set(language, gazetteer);
  return gazetteer;
}

function startKey(word: string, language: string, hasSpaces: boolean): string {
  if (!hasSpaces) return word.slice(0, 1);
  return inflected.has(language) ? word.slice(0, 3) : word;
}

/** Name → key. What is written by hand goes before what Unicode gives. */
function namesIn(language: string): Map<string, string> {
  const names = new Map<string, string>();
  const doubtful = new Set((ambiguousRegions[language] ?? '').split('|'));
  const add = (name: string, key: string) => {
    const plain = name.replace(/[(（].*$/u, '').trim();
    if (plain.length > 1 && !doubtful.has(plain) && !names.has(plain)) names.set(plain, key);
  };
  for (const [code, list] of Object.entries(regionAliases[language] ?? {})) {
    for (const name of list.split('|')) add(name, code);
  }
  const column = { ar: 3, fa: 3, ur: 3, ja: 4, ko: 5, zh: 6 }[language] ?? (cyrillic.has(language) ? 2 : 1);
  for (const city of cities) for (const name of city[column]?.split('|') ?? []) add(name, city[0]);
  for (const [name, code] of unicodeNames(language)) add(name, code);
  return names;
}

function* unicodeNames(language: string): Generator<[name: string, code: string]> {
  const tags = language === 'zh' ? ['zh-Hans', 'zh-Hant'] : Intl.DisplayNames.supportedLocalesOf([language]);
  const styles = tags.flatMap((tag) =>
    (['long', 'short'] as const).map(
      (style) => new Intl.DisplayNames([tag], { type: 'region', style, fallback: 'none' }),
    ),
  );
  for (const code of regionCodes()) {
    for (const style of styles) {
      const name = style.of(code);
      if (name) yield [name, code];
    }
  }
}

/** Every two letters that are a region today and not one made up for tests or a part of the world. */
function regionCodes(): string[] {
  const letters = Array.from({ length: 26 }, (_, index) => String.fromCharCode(65 + index));
  const notPlaces = /^(?:ZZ|X[A-JL-Z]|QO|EZ|AC|CP|CQ|DG|EA|IC|TA|BV|HM|UM|TF|GS|IO)$/;
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .filter((code) => !notPlaces.test(code) && new Intl.Locale(`und-${code}`).region === code);
}

type Word = { readonly word: string; readonly start: number; readonly end: number };

/** Points hold abbreviations together (`U.S.`); hyphens and apostrophes part words. */
const wordPattern = /\p{L}[\p{L}\p{M}]*(?:\.\p{L}(?![\p{L}\p{M}]))*/gu;

function wordsOf(text: string): Word[] {
  return Array.from(text.matchAll(wordPattern), ({ 0: word, index }) => ({
    word,
    start: index,
    end: index + word.length,
  }));
}

function placesByWords(text: string, gazetteer: Gazetteer): Found[] {
  const words = wordsOf(text);
  const found: Found[] = [];
  for (let position = 0; position < words.length; position++) {
    const hit = matchAt(text, words, position, gazetteer);
    if (!hit) continue;
    const count = hit.entry.words.length;
    const start = words[position]!.start + hit.skipped;
    const end = words[position + count - 1]!.end;
    if (isPlace(text, words, position, count, hit.entry, gazetteer.language))
      found.push({ key: hit.entry.key, start, end });
    position += count - 1;
  }
  return found;
}

function matchAt(
  text: string,
  words: readonly Word[],
  position: number,
  { byStart, language }: Gazetteer,
): { entry: Entry; skipped: number } | null {
  for (const { form, skipped } of formsOf(words[position]!.word, language)) {
    const entries = byStart.get(startKey(form, language, true)) ?? [];
    const entry = entries.find((entry) =>
      entry.words.every((word, offset) => {
        const other = words[position + offset];
        if (!other || offset >= mostWords) return false;
        if (offset > 0 && other.start - words[position + offset - 1]!.end > 2) return false;
        return sameWord(offset === 0 ? form : other.word, word, language);
      }),
    );
    if (entry && !isBetweenSentences(text, words, position, entry.words.length)) return { entry, skipped };
  }
  return null;
}

function isBetweenSentences(text: string, words: readonly Word[], position: number, count: number): boolean {
  const inside = text.slice(words[position]!.start, words[position + count - 1]!.end);
  return count > 1 && /[,;:!?]/u.test(inside);
}

/** A word as written, headline capitals lowered, Arabic prefixes and German genitives taken off. */
function* formsOf(word: string, language: string): Generator<{ form: string; skipped: number }> {
  yield { form: word, skipped: 0 };
  if (hasPrefixes.has(language)) {
    const conjunction = /^[وف]/u.test(word) && word.length > 3 ? 1 : 0;
    if (conjunction) yield { form: word.slice(1), skipped: 1 };
    const rest = word.slice(conjunction);
    if (/^لل/u.test(rest)) yield { form: `ا${rest.slice(0, 1)}${rest.slice(2)}`, skipped: conjunction };
    if (/^[بكل]/u.test(rest) && rest.length > 3) yield { form: rest.slice(1), skipped: conjunction + 1 };
  } else if (language === 'de' && word.length > 4 && word.endsWith('s')) {
    yield { form: word.slice(0, -1), skipped: 0 };
  } else if (word.length > 3 && word === word.toUpperCase()) {
    yield { form: word.slice(0, 1) + word.slice(1).toLowerCase(), skipped: 0 };
  }
}

const endings =
  /^(?:ая|ые|ый|ое|ым|ыми|ими|ию|ея|ей|а|я|у|ю|е|и|ы|о|і|ї|ою|ею|єю|ой|ей|ом|ем|ам|ям|ами|ями|ах|ях|ов|ев|ью|ь|й|ия|ии|ию|ией|ий|ие|ая|ую|ого|ому|ым|их|ых|ą|ę|ie|ii|ią|ię|ach|om|ami|em|owi|y|i|a|u|e|o|ou|ů|ech|n|ssa|ssä|sta|stä|an|än|en|in|on|lla|llä|lle|lta|ltä|da|de|ta|te|dan|den|tan|ten|nın|nin|nun|nün|ın|un|ün|ya|ye|yı|yi|ban|ben|ból|ből|nak|nek|t|ra|re|ul|ului|ei|ς|ας|ου|ων)?$/u;

function sameWord(word: string, name: string, language: string): boolean {
  if (word === name) return true;
  if (!inflected.has(language)) return false;
  const stem = name.length > 3 ? name.replace(/(?:[аяыио][яей]|[аяуюеиыоьйієaeiouyąęăαηος])$/u, '') : name;
  return word.startsWith(stem) && endings.test(word.slice(stem.length));
}

/** Given names and family names too: a place only where no other name stands beside. */
const alsoPeople = new Set(
  'Jordan Chad Georgia Jersey Paris Sydney Washington London Milan Roma Lima Berlin Israel Kenya Malta Chile Vienna'.split(
    ' ',
  ),
);
const besidePlaces =
  /^(?:In|From|To|And|The|But|For|With|Of|At|By|As|Near|Across|Inside|Outside|Since|South|North|East|West|Central|Southern|Northern|Eastern|Western|Der|Die|Das|Aus|Nach|Für|Von|Und|La|Le|Les|À|En|De|El|Los|Em|O|A|Da|King|Queen|President|Prime|Ministers?|Army|Police|State|Region|Government|University|Airport|River|Valley|City|Olympics|Agreement|Accord)$/u;
const regionOfTheWorld =
  /^(?:South|North|Latin|Central|Meso|New|Lateinische|Süd|Nord|Mittel|Latine|Centrale|Latina|do|del)$/u;

function isPlace(
  text: string,
  words: readonly Word[],
  position: number,
  count: number,
  { name, key }: Entry,
  language: string,
): boolean {
  const first = words[position]!;
  const last = words[position + count - 1]!;
  const before = words[position - 1];
  const after = words[position + count];
  const previous = before && /^[ -]$/u.test(text.slice(before.end, first.start)) ? before.word : '';
  const next = after && text.slice(last.end, after.start) === ' ' ? after.word : '';
  if (/^New$/u.test(previous) && key !== 'GB:london') return false;
  if (
    /^(?:America|Amerika|Amérique|América)$/u.test(name) &&
    (regionOfTheWorld.test(previous) || /^(?:du|Latina|do|Central|latine|del)$/u.test(next))
  ) {
    return false;
  }
  if (
    /^(?:Mexico|México|Mexiko|Mexique)$/u.test(name) &&
    /^(?:of|de|von|du)$/u.test(previous) &&
    /Gulf|Golf|Golfo/u.test(words[position - 2]?.word ?? '')
  ) {
    return false;
  }
  if (name === 'Georgia' && language === 'en' && !/Tbilisi|Caucasus|Abkhazia|Ossetia/u.test(text)) {
    if (
      /Atlanta|Savannah|U\.S\. state|Republican|Democrat|Fulton|Georgia (?:Tech|Bulldogs|governor|Senate)/u.test(text)
    )
      return false;
  }
  if (!alsoPeople.has(name)) return true;
  const isName = (word: string) => /^\p{Lu}\p{Ll}/u.test(word) && !besidePlaces.test(word);
  return !isName(previous) && !isName(next);
}

/** Longer words that begin like a place and are none, or follow what makes them something else. */
const notPlace: Readonly<Record<string, RegExp>> = {
  ja: /^(?:中国(?:地方|電力|新聞|山地|自動車道)|日本(?:橋|海)|福島(?:さん|氏)|広島(?:東洋|カープ)|上海(?:亭))/u,
  ko: /^(?:인도(?:적|주의|하|받|되|를 위한|에서 )|이란(?: 점| 것| 말|성)|파리(?:바게|채|떼|를 잡)|로마(?:자|네)|사나[운이워]|도하[는여]|토고[ ,])/u,
  zh: /^(?:马里(?:兰|奥|乌|亚)|馬里(?:蘭|奧)|阿曼达|印度(?:洋|教)|日本(?:脑炎)|朝鲜(?:半岛|族)|古巴比伦|约旦河(?!西岸))/u,
};
const katakana = /[\p{Script=Katakana}ー]/u;
const hangul = /\p{Script=Hangul}/u;

function placesByCharacters(text: string, { byStart, language }: Gazetteer): Found[] {
  const found: Found[] = [];
  for (let start = 0; start < text.length; start++) {
    const entry = byStart.get(text[start]!)?.find(({ name }) => text.startsWith(name, start));
    if (!entry) continue;
    const end = start + entry.name.length;
    if (stands(text, start, end, language)) {
      found.push({ key: entry.key, start, end });
      start = end - 1;
    }
  }
  return found;
}

function stands(text: string, start: number, end: number, language: string): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  if (notPlace[language]?.test(text.slice(start, end + 6))) return false;
  if (/[A-Za-z]/.test(text[start]!)) return !/[A-Za-z]/.test(before) && !/[A-Za-z]/.test(after);
  if (text.startsWith('タイ', start) && /[多録]/u.test(before)) return false;
  if (katakana.test(text[start]!)) return !katakana.test(before) && !katakana.test(after);
  if (language === 'ko') return !hangul.test(before);
  return !(before === '内' && text.startsWith('蒙古', start));
}
