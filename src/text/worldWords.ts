import { primaryLanguage } from './language.ts';
import { newsWords } from './newsWords.ts';

/** Words of one language for what is the same in all: `火曜日` and `Dienstag` are `day:2`, `米国` is `region:US`. */
type Lexicon = {
  /** Word, or the first word of a phrase, cut to a stem → the whole and its code. */
  readonly byStem: ReadonlyMap<string, readonly { readonly words: string; readonly code: string }[]>;
  readonly hasSpaces: boolean;
};

const lexicons = new Map<string, Lexicon>();
const withoutSpaces = new Set(['ko', 'ja', 'zh', 'th', 'lo', 'km', 'my']);
const longestHere = 12;
const shortestStem = 4;
const shortestStemmed = 7;

/**
 * What a text names that has a name in every language: countries and regions, languages, currencies, days of the week
 * and months, as Node's ICU knows them, and what news tells of again and again.
 *
 * @param text  lower case, NFKC
 * @param language  BCP 47
 * @returns codes such as `region:JP` and `news:earthquake`, each once
 * @see https://cldr.unicode.org/ the data behind Intl
 */
export function worldWordsOf(text: string, language: string): Set<string> {
  const lexicon = lexiconOf(language);
  if (lexicon.hasSpaces) return spacedWords(text, lexicon);
  return primaryLanguage(language) === 'ko' ? koreanWords(text, lexicon) : unspacedWords(text, lexicon);
}

function spacedWords(text: string, { byStem }: Lexicon): Set<string> {
  const found = new Set<string>();
  for (const { 0: word, index } of text.matchAll(/[\p{L}\p{M}]{2,40}/gu)) {
    for (const beginning of beginningsOf(word)) {
      for (const { words, code } of byStem.get(beginning) ?? []) {
        const isMet = words.includes(' ')
          ? text.startsWith(words.slice(0, -2), index)
          : word.length <= words.length + 3;
        if (isMet) found.add(code);
      }
    }
  }
  return found;
}

/** The stems that a word could have; of an Arabic one also without the article and the words that stick to it. */
function beginningsOf(word: string): string[] {
  const bare = word.replace(/^[وفبكل]?ال|^[وفبل](?=.{4})/u, '');
  const forms = bare === word ? [word] : [word, bare];
  return forms.flatMap((form) => [form, ...cuts(form)]);
}

function cuts(word: string): string[] {
  return Array.from({ length: Math.max(0, Math.min(4, word.length - shortestStem)) }, (_, cut) =>
    word.slice(0, word.length - 1 - cut),
  ).map((stem) => `${stem}-`);
}

/** Particles stick to Korean words, and words to each other: what is short counts only where a word begins. */
function koreanWords(text: string, lexicon: Lexicon): Set<string> {
  const words = text.match(/\p{Script=Hangul}{2,}/gu) ?? [];
  return new Set(words.flatMap((word) => [...unspacedWords(word, lexicon, 3)]));
}

/** @param fewestInside  the shortest that counts where nothing known ends before it */
function unspacedWords(text: string, { byStem }: Lexicon, fewestInside = 2): Set<string> {
  const found = new Set<string>();
  let fewest = 2;
  for (let start = 0; start < text.length; ) {
    let length = Math.min(longestHere, text.length - start);
    while (length >= fewest && !byStem.has(text.slice(start, start + length))) length -= 1;
    const isMet = length >= fewest;
    if (isMet) for (const { code } of byStem.get(text.slice(start, start + length)) ?? []) found.add(code);
    start += isMet ? length : 1;
    fewest = isMet ? 2 : fewestInside;
  }
  return found;
}

/** A common word has less of an ending to spare than a name: *protest* is not *protein*. */
function stemOf(word: string, code: string): string | null {
  if (!code.startsWith('news:')) {
    return word.length > shortestStem + 1 ? word.slice(0, Math.max(shortestStem, word.length - 2)) : null;
  }
  return word.length >= shortestStemmed ? word.slice(0, word.length > shortestStemmed ? -2 : -1) : null;
}

function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known) return known;
  const hasSpaces = !withoutSpaces.has(primaryLanguage(language));
  const byStem = new Map<string, { words: string; code: string }[]>();
  const add = (name: string | undefined, code: string) => {
    const words = (name ?? '')
      .normalize('NFKC')
      .toLowerCase()
      .replace(/\s*\(.*\)$/, '');
    if (words.length < 2 || /\d/.test(words)) return;
    const first = hasSpaces ? (words.split(' ', 1)[0] as string) : words;
    const stem = hasSpaces && !words.includes(' ') ? stemOf(first, code) : null;
    const keys = stem ? [first, `${stem}-`] : [first];
    for (const key of keys) byStem.set(key, [...(byStem.get(key) ?? []), { words, code }]);
  };
  for (const [name, code] of namesIn(language)) add(name, code);
  const lexicon = { byStem, hasSpaces };
  lexicons.set(language, lexicon);
  return lexicon;
}

function namesIn(tag: string): [string | undefined, string][] {
  const language = Intl.DisplayNames.supportedLocalesOf([tag])[0] ?? 'en';
  const regions = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
  const short = new Intl.DisplayNames(language, { type: 'region', fallback: 'none', style: 'short' });
  const languages = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const currencies = new Intl.DisplayNames(language, { type: 'currency', fallback: 'none' });
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const monthOfDate = new Intl.DateTimeFormat(language, { month: 'long', day: 'numeric', timeZone: 'UTC' });
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  const names: [string | undefined, string][] = [];
  for (const code of regionCodes) {
    names.push([regions.of(code), `region:${code}`], [short.of(code), `region:${code}`]);
    for (const alias of regionAliases[code]?.[primaryLanguage(tag)] ?? []) names.push([alias, `region:${code}`]);
  }
  for (const code of languageCodes) names.push([languages.of(code), `language:${code}`]);
  for (const code of Intl.supportedValuesOf('currency')) names.push([currencies.of(code), `currency:${code}`]);
  for (let index = 0; index < 12; index++) {
    const date = new Date(Date.UTC(2024, index, 1));
    const inDate = monthOfDate.formatToParts(date).find(({ type }) => type === 'month')?.value;
    names.push([month.format(date), `month:${index}`], [inDate, `month:${index}`]);
  }
  for (let index = 0; index < 7; index++)
    names.push([weekday.format(new Date(Date.UTC(2024, 0, index))), `day:${index}`]);
  names.push(...newsWords(primaryLanguage(tag)));
  return names;
}

/** What people write more often than the name that CLDR holds. */
const regionAliases: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>> = {
  US: { en: ['america', 'u.s.', 'american'], ja: ['米国', 'アメリカ', '米'], zh: ['美国', '美國'], ko: ['미국'] },
  GB: {
    en: ['britain', 'u.k.', 'england', 'british'],
    ja: ['英国', 'イギリス'],
    zh: ['英国', '英國'],
    ko: ['영국'],
    ar: ['بريطانيا'],
  },
  KR: { ja: ['韓国'], zh: ['韩国', '韓國'], ko: ['한국'], en: ['south korea'] },
  KP: { ja: ['北朝鮮'], zh: ['朝鲜', '北韓'], ko: ['북한'] },
  CN: { ja: ['中国'], zh: ['中国', '中國'], ko: ['중국'] },
  RU: { en: ['russian'], ja: ['露'] },
};

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
const knownRegions = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
const regionCodes = letters
  .flatMap((first) => letters.map((second) => `${first}${second}`))
  .filter((code) => !/^(?:EU|EZ|UN|Q|X|Z[^AMW]|SU|DD|YU|CS|FX|TP|BU|NT|AN)/.test(code) && knownRegions.of(code));
const languageCodes = 'ar de en es fr he hi id it ja ko nl pl pt ru sv sw ta th tr uk ur vi zh el fa'.split(' ');
