import { isAcronym, lettersOf, longFormBefore, spells } from './acronyms.ts';
import { primaryLanguage } from './language.ts';
import { nameWordsOf } from './nameWords.ts';
import { foreignNamesInHan, soundsOf } from './sounds.ts';

/** Two names of one thing that a text prints side by side. */
export type NamePair = {
  /** The long one, or the one in the script that fewer languages share: `世界保健機関`, `World Health Organization`. */
  readonly name: string;
  /** The one that more texts share: an acronym, the Latin spelling, or how the name is read. */
  readonly other: string;
};

const longestText = 10_000;
const mostPairs = 20;
const longestLead = 110;
const longestName = 80;
/** Of a Russian institution. */
const mostWords = 8;

/** What stands in brackets, after NFKC has made the full-width ones half as wide. */
const brackets = /[([〔【〈]([^()[\]〔〕【】〈〉\n]{2,80})[)\]〕】〉](?=(.{0,3}))/gu;

/**
 * The pairs of names that a text prints side by side: `世界保健機関（WHO）`, `트럼프(Donald Trump)`, `Банк Англии (Bank of
 * England)`. What is doubtful is left out: the two are written in different scripts, or one is made of letters of the
 * other. Normalised (NFKC), in the letters of the text, each once.
 *
 * @param language  BCP 47, of the text
 */
export function namePairsOf(text: string, language: string): NamePair[] {
  const read = text.slice(0, longestText).normalize('NFKC').slice(0, longestText);
  const pairs = new Map<string, NamePair>();
  for (const { 1: inside = '', 2: after = '', index } of read.matchAll(brackets)) {
    const line = read.slice(read.lastIndexOf('\n', index) + 1, index);
    if (isDateline(line, after)) continue;
    const pair = pairFrom(leadIn(line), insideOf(inside), language);
    if (!pair || pair.name.length > longestName || pair.other.length > longestName) continue;
    pairs.set(`${pair.name}\n${pair.other}`, pair);
    if (pairs.size >= mostPairs) break;
  }
  return [...pairs.values()];
}

/** `TOKYO (Reuters) - `, `دبي (CNN)-- ` */
function isDateline(line: string, after: string): boolean {
  return line.length < 60 && /^\s?[-–—―=]/u.test(after);
}

/** The words right before the bracket, up to what parts them from others. Nothing between them but one space. */
function leadIn(line: string): string {
  const lead = line.slice(-longestLead).replace(/ $/u, '');
  return (lead.split(parting).at(-1) as string).trimStart();
}

const parting = /[.,;:!?…、。"“”„«»‹›「」『』()[\]〔〕【】〈〉<>《》|/=*#@_]|\s[-–—]\s/u;

/** `BPPT, por sus siglas en indonesio`, `以下WHO`, `далее — ВОЗ` name it and say something about that. */
const introduction =
  /^(?:(?:以下|略称|通称|简称为?|簡稱為?|英文名?|英[语語]|이하|약칭|영어(?:명|로)?)[はは、:]?\s?|(?:далее|сокращ(?:[её]нно|\.)|англ\.|kurz|abgekürzt|englisch|engl\.|en anglais|en inglés|or|ou|oder|или|also|formerly)[\s:,—–-]+)/u;
const afterComma = /^(\S{2,10})[,;、] ?\D{4,}$/u;

function insideOf(text: string): string {
  const bare = text.trim().replace(introduction, '').trim();
  const [, first] = afterComma.exec(bare) ?? [];
  const name = first && isAcronym(first) ? first : bare;
  return name.replace(/^["“”„«'‘「](.*)["“”»'’」]$/u, '$1');
}

type Script = 'Latin' | 'Cyrillic' | 'Han' | 'Katakana' | 'Hiragana' | 'Hangul' | 'Arabic';

/** What a name in one script is made of, beside its letters. */
const patterns: readonly (readonly [Script, RegExp])[] = [
  ['Latin', /^[\p{Script=Latin}\p{M}\p{N} .&'’-]+$/u],
  ['Cyrillic', /^[\p{Script=Cyrillic}\p{M}\p{N} .'’-]+$/u],
  ['Han', /^[\p{Script=Han}々·•‧・]+$/u],
  ['Katakana', /^[\p{Script=Katakana}ー・ ]+$/u],
  ['Hiragana', /^[\p{Script=Hiragana}ー・ ]+$/u],
  ['Hangul', /^[\p{Script=Hangul} ]+$/u],
  ['Arabic', /^[\p{Script=Arabic}\p{M} ]+$/u],
];

function scriptOf(name: string): Script | null {
  return /\p{L}/u.test(name) ? (patterns.find(([, pattern]) => pattern.test(name))?.[0] ?? null) : null;
}

/** Who reports, and where a picture is from, is no name of what stands before. */
const credits =
  /^(?:reuters|afp|ap|dpa|dpa-\S+|efe|ansa|upi|epa|ots|apa|sda|pap|cna|tass|ria|ntb|notimex|xinhua|kyodo|jiji|yonhap|cnn|getty.*|imago.*|shutterstock|twitter|x|facebook|instagram|youtube|photos?|videos?|pictured|left|right|foto|bild|тасс|риа.*|рбк|унн|фото|видео|로이터|연합뉴스|رويترز|وكالات|ロイター|時事|共同|路透社?|新华社|新華社|中央社)$/iu;

function pairFrom(lead: string, inside: string, language: string): NamePair | null {
  const script = scriptOf(inside);
  const before = scriptOf(/\p{L}[\p{L}\p{M}\p{N}ー々]*$/u.exec(lead)?.[0].slice(-1) ?? '');
  if (!script || !before || credits.test(inside) || inside.length < 2) return null;
  if (script === before && isAlphabetic(script)) return sameAlphabet(lead, inside, language);
  if (script === 'Latin') return latinAfter(before, lead, inside, language);
  if (before === 'Latin') return latinBefore(script, lead, inside, language);
  return script === before ? shortened(lead, inside, language) : readingOf(before, script, lead, inside);
}

function isAlphabetic(script: Script): boolean {
  return script === 'Latin' || script === 'Cyrillic';
}

function sameAlphabet(lead: string, inside: string, language: string): NamePair | null {
  if (isAcronym(inside)) {
    const long = longFormBefore(lead, inside, language);
    return long === null ? null : longAndShort(long, inside);
  }
  const short = /\S+$/u.exec(lead)?.[0] ?? '';
  return isAcronym(short) && spells(inside, short, language) ? longAndShort(inside, short) : null;
}

/** What begins with a small letter is a common word. */
function longAndShort(long: string, acronym: string): NamePair | null {
  if (!/^\p{Lu}/u.test(long)) return null;
  return { name: long.replace(/['’]\p{L}{0,4}$/u, ''), other: acronym.replace(/s$/u, '') };
}

/** `트럼프(Donald Trump)`, `世界保健機関（WHO）` */
function latinAfter(before: Script, lead: string, inside: string, language: string): NamePair | null {
  const short = isAcronym(inside);
  if (!short && !isLatinName(inside)) return null;
  const name = nameBefore(before, lead, inside, short, language);
  if (name === null || (short && !isLongName(name, before, inside))) return null;
  return { name, other: inside };
}

const particles =
  /^(?:of|the|and|for|de|del|della|des|du|d|da|do|dos|di|la|le|las|los|van|von|der|den|bin|ibn|al|el|y|e|et|und)$/u;

/** Capitalised words, as names of people, places and institutions are written; no sentence. */
function isLatinName(text: string): boolean {
  const words = text.split(' ');
  return (
    text.length >= 3 &&
    words.length <= 6 &&
    words.every((word, index) => /^\p{Lu}/u.test(word) || (index > 0 && particles.test(word))) &&
    !/\d|\.$|^\p{Lu}+$/u.test(text)
  );
}

/** `ユーロ圏` is long enough to be no person. */
const fewestCharacters = 4;
/** Prepositions are shorter. */
const shortestWord = 3;

/** Of what says more than an acronym: an institution, not a person or a club beside it. */
function isLongName(name: string, script: Script, acronym: string): boolean {
  const words = name.split(' ');
  switch (script) {
    case 'Cyrillic':
      return (
        words.length >= lettersOf(acronym).length - 1 &&
        /^\p{Lu}/u.test(name) &&
        words.slice(1).some((word) => /^\p{Ll}{4}/u.test(word))
      );
    case 'Arabic':
      return words.length === lettersOf(acronym).length && (words[0] as string).length >= shortestWord;
    case 'Katakana':
      return soundsAlike(name, acronym);
    case 'Han':
    case 'Hangul':
      return (
        Array.from(name.replaceAll(' ', '')).length >= fewestCharacters && !name.includes('・') && !name.includes('·')
      );
    default:
      return false;
  }
}

/** Where the name before a bracket begins; each script shows it in another way, or not at all. */
function nameBefore(script: Script, lead: string, latin: string, isShort: boolean, language: string): string | null {
  const count = isShort ? lettersOf(latin).length : latin.split(/[ -]/u).length;
  switch (script) {
    case 'Cyrillic':
      return isShort
        ? cyrillicName(lead, mostWords, 1)
        : cyrillicLike(cyrillicName(lead, Math.max(2, count), 0), latin);
    case 'Arabic': {
      const words = lead.split(' ');
      return words.length >= count ? words.slice(-count).join(' ') : null;
    }
    case 'Hangul':
      return hangulName(lead, latin);
    case 'Katakana':
      return isShort && !/[\p{Script=Katakana}ー・]+$/u.exec(lead)?.[0].includes('・')
        ? unspacedName(lead, language)
        : (/[\p{Script=Katakana}ー・]{2,30}$/u.exec(lead)?.[0].replace(/^・+/u, '') ?? null);
    case 'Han':
      return (isShort ? null : foreignName(lead, latin)) ?? unspacedName(lead, language);
    default:
      return null;
  }
}

/** From the last capital on, and from further ones right before it: `Банк Англии`, `Федерации немецкой промышленности`. */
function cyrillicName(lead: string, most: number, earliest: number): string | null {
  const words = lead.split(' ');
  const isCapital = (word: string | undefined) => /^\p{Lu}[\p{Ll}-]/u.test(word ?? '');
  let start = words.findLastIndex(isCapital);
  if (start < 0) return null;
  while (start > earliest && words.length - start < most && isCapital(words[start - 1])) start -= 1;
  const own = words.slice(start);
  return own.length <= most && own.every((word) => /^[\p{Script=Cyrillic}-]+$/u.test(word)) ? own.join(' ') : null;
}

/** People sound alike in both; an institution has words of its own in each language. */
function cyrillicLike(name: string | null, latin: string): string | null {
  if (name === null || soundsAlike(name, latin)) return name;
  return /\s\p{Ll}/u.test(name) || !(name.includes(' ') || latin.includes(' ')) ? name : null;
}

/** Of one word for several: `위원회` and `프로젝트` are the end of many names. */
const fewestSyllables = 5;

/** The last word, and those before it that sound like something in the other name. */
function hangulName(lead: string, latin: string): string | null {
  const words = lead.split(' ');
  if (!/^\p{Script=Hangul}{2,20}$/u.test(words.at(-1) ?? '')) return null;
  const most = latin.split(/[ -]/u).length;
  let count = 1;
  while (count < most && /^\p{Script=Hangul}+$/u.test(words.at(-count - 1) ?? '')) {
    if (!soundsAlike(words.at(-count - 1) as string, latin)) break;
    count += 1;
  }
  const name = words.slice(-count).join(' ');
  const isPart = most > 1 && count === 1 && name.length < fewestSyllables && !isAcronym(latin);
  return isPart && (most > 2 || !soundsAlike(name, latin)) ? null : name;
}

/** Grammar that ends before a Chinese name begins. */
const grammar = /^.*[的是在与與被让讓请請并並称稱说說了给給據]/u;
const joiner = /^[和及從从對对將将由向當当](?=\p{Script=Han}{2})/u;
const longestUnspaced = 16;

function unspacedName(lead: string, language: string): string | null {
  const run = /[\p{Script=Han}\p{Script=Katakana}ー々・·•‧]+$/u.exec(lead)?.[0] ?? '';
  const cut = language.startsWith('zh') ? run.replace(grammar, '') : run;
  const name = cut.replace(/^[・·•‧]+/u, '').replace(joiner, '');
  return name.length >= 2 && name.length <= longestUnspaced ? name : null;
}

/** Of `總統唐納德·川普` beside `Donald Trump`, what Chinese writes foreign names with. */
function foreignName(lead: string, latin: string): string | null {
  const [, before = '', rest = ''] = /([^·•‧]{0,12}?)((?:[·•‧]\p{Script=Han}{1,8})*)$/u.exec(lead) ?? [];
  const [run] = foreignNamesInHan(before).filter((each) => before.endsWith(each));
  if (run === undefined) return null;
  return rest !== '' || soundsAlike(run, latin) ? run + rest : null;
}

/** `Samsung (三星)` in a text of Latin letters, `GDP（国内総生産）` in any. */
function latinBefore(script: Script, lead: string, inside: string, language: string): NamePair | null {
  const last = /[\p{Script=Latin}\p{N}.&-]+$/u.exec(lead)?.[0] ?? '';
  if (isAcronym(last)) return isLongName(inside, script, last) ? { name: inside, other: last } : null;
  if (inside.split(' ').length > 4 || (script === 'Cyrillic' && !/^\p{Lu}/u.test(inside))) return null;
  const { titles } = nameWordsOf(primaryLanguage(language));
  const words = lead.split(' ');
  const start =
    words.findLastIndex((word) => !/^\p{Lu}[\p{L}\p{M}'’-]+$/u.test(word) || titles.has(word.toLowerCase())) + 1;
  const own = words.slice(start);
  if (own.length === 0 || own.length > 4) return null;
  const other = own.join(' ');
  return !ownScript.test(language) || soundsAlike(inside, other) ? { name: inside, other } : null;
}

/** Where Latin names stand among others, what is in brackets often says something about them. */
const ownScript = /^(?:ja|zh|ko|ru|uk|bg|sr|ar|fa|he|hi|el|th)\b/u;

function soundsAlike(a: string, b: string): boolean {
  const [own, other] = [a, b].map(
    (name) =>
      new Set(
        name
          .toLowerCase()
          .split(/[\s・·-]+/u)
          .flatMap((word) => soundsOf(word)),
      ),
  ) as [Set<string>, Set<string>];
  return !own.isDisjointFrom(other);
}

/**
 * How a name is read: `習近平（シー・チンピン）`, `木原稔（きはら・みのる）`, `시진핑(習近平)`. Katakana must be as long as readings of
 * so many characters are, and parted as the name of a person is, for a club or a maker stands in brackets too.
 */
function readingOf(before: Script, script: Script, lead: string, inside: string): NamePair | null {
  const scripts = new Set([before, script]);
  if (!scripts.has('Han') || inside.includes(' ')) return null;
  if (scripts.has('Hangul')) {
    const size = Array.from(inside).length;
    const run = (before === 'Han' ? /\p{Script=Han}+$/u : /\p{Script=Hangul}+$/u).exec(lead)?.[0] ?? '';
    // People have three syllables; common words, which are glossed too, mostly two.
    if (size < 3 || size > 5 || run.length < size || (before === 'Han' && run.length > size)) return null;
    const own = run.slice(-size);
    return before === 'Han' ? { name: own, other: inside } : { name: inside, other: own };
  }
  const name = before === 'Han' ? (/[\p{Script=Han}々]+$/u.exec(lead)?.[0] ?? '') : '';
  return isReading(name, inside) ? { name, other: inside } : null;
}

function isReading(name: string, reading: string): boolean {
  const size = Array.from(name).length;
  const [surname = '', given = '', ...more] = reading.split('・');
  if (size < 2 || size > 5 || !/^[\p{Script=Han}々]+$/u.test(name) || more.length > 0) return false;
  if (/^[\p{Script=Hiragana}ー・]+$/u.test(reading)) {
    const length = surname.length + given.length;
    return length >= size + 1 && length <= 2.5 * size + 1;
  }
  return given !== '' && surname.length <= 4 && given.length <= 3 * (size - 1) && given.length >= size - 1;
}

/** `世界卫生组织（世卫组织）`, `대한의사협회(의협)`: some of the characters, in their order. */
function shortened(lead: string, inside: string, language: string): NamePair | null {
  if (!/^(?:\p{Script=Han}{2,6}|\p{Script=Hangul}{2,5})$/u.test(inside)) return null;
  const name = /^\p{Script=Han}/u.test(inside)
    ? unspacedName(lead, language)
    : (/\p{Script=Hangul}+$/u.exec(lead)?.[0] ?? null);
  if (name === null || name.length < inside.length + 2 || name.includes(inside)) return null;
  let at = name.length;
  for (const character of [...inside].reverse()) {
    at = at > 0 ? name.lastIndexOf(character, at - 1) : -1;
    if (at < 0) return null;
  }
  return { name: language.startsWith('zh') ? name.slice(at) : name, other: inside };
}
