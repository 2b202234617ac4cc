import { abbreviationsOf } from './abbreviations/index.ts';
import { primaryLanguage } from './language.ts';
import { namesByContext } from './namesByContext.ts';
import { type NameWordIndex, nameWordsOf } from './nameWords.ts';

/** A name as it stands in a text, without titles. */
export type Name = {
  readonly text: string;
  /** Where it stands, in UTF-16 units. */
  readonly index: number;
};

const withoutCase = new Set(['ja', 'zh', 'ko', 'ar', 'fa', 'he', 'th', 'hi', 'bn', 'ur', 'ta', 'te']);
/** Beyond this a text names its people again. */
const longestText = 30_000;

/**
 * What looks like a name, for comparing texts: lower case, each once, whole names first, in the order of their
 * appearance; then the words that they are made of.
 *
 * @param language  BCP 47
 */
export function namesOf(text: string, language: string): string[] {
  const primary = primaryLanguage(language);
  const names = findNames(text, language).map(({ text }) => text.toLowerCase());
  if (withoutCase.has(primary)) return [...new Set(names)];
  const { particles, titles } = nameWordsOf(primary);
  const parts = names
    .flatMap((name) => name.split(' '))
    .filter(
      (part) => part.length > 1 && !part.endsWith('.') && !particles.has(part) && !titles.has(part) && part !== '&',
    );
  return [...new Set([...names.filter((name) => name.includes(' ')), ...parts])];
}

/**
 * The names in a text, in order, each mention once, without titles and honorifics. Where the script has capitals, runs
 * of capitalised words: not those that only begin a sentence, not German nouns that stand alone, nothing of a headline in
 * which every word is capitalised but what stands elsewhere too. Where it has none, by what surrounds them.
 *
 * @param language  BCP 47
 */
export function findNames(text: string, language: string): Name[] {
  const primary = primaryLanguage(language);
  const read = text.slice(0, longestText);
  return withoutCase.has(primary) ? namesByContext(read, primary) : namesByCase(read, primary);
}

/** The spelling by which mentions of one name are recognised: no case endings, accents, or capitals. */
export function nameKey(name: string, language: string): string {
  const ending = caseEndings[primaryLanguage(language)];
  return name
    .normalize('NFD')
    .replace(/(?<=[\p{Script=Latin}])\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .split(' ')
    .map((word) => (ending && word.length > 3 ? word.replace(ending, '') : word))
    .join(' ');
}

const slavic = /(?:ами|ями|ого|его|ому|ему|ой|ей|ом|ем|ём|ым|им|ую|юю|ая|яя|ый|ий|ов[аыу]|а|я|у|ю|е|и|ы|ь)$/u;
const caseEndings: Readonly<Record<string, RegExp>> = {
  ru: slavic,
  uk: slavic,
  pl: /(?:iem|em|owi|ego|emu|ą|ę|a|y|u|i|ie)$/u,
  cs: /(?:em|ovi|ou|a|y|u|e|i)$/u,
  de: /s$/u,
};

type Word = {
  readonly text: string;
  readonly index: number;
  readonly end: number;
  readonly lower: string;
  readonly isCapital: boolean;
  /** Begins a sentence, a line or a quotation. */
  readonly isFirst: boolean;
};

/** French and Italian articles lean on the word after them. */
const elided = new Set(['fr', 'it', 'ca']);
const elidedPattern =
  /(?<![\p{L}\p{M}])(?:[LlDdJjNnSsCcMmTt]|[Qq]u|[Dd]ell|[Aa]ll|[Nn]ell|[Dd]all|[Ss]ull)['’](?=\p{L})|(?:\p{Lu}\.-?){1,3}(?=[ \u00a0]?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*|&(?= \p{Lu})/gu;
const wordPattern =
  /(?:\p{Lu}\.-?){1,3}(?=[ \u00a0]?\p{Lu})|[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:['’-][\p{L}\p{M}\p{N}]+)*|&(?= \p{Lu})/gu;
const fewestOfHeadline = 4;

function namesByCase(text: string, language: string): Name[] {
  const lists = nameWordsOf(language);
  const sentences = sentencesOfWords(text, language);
  const lower = new Set<string>();
  const capitalInside = new Set<string>();
  const headlines = new Set(sentences.filter((words) => isHeadlineCase(words, language)));
  const bodies = headlines.size > 0 ? sentences.filter((words) => !headlines.has(words)) : sentences;
  for (const word of bodies.flat()) {
    if (!word.isCapital) lower.add(word.lower);
    else if (!word.isFirst) capitalInside.add(withoutPossessive(word.lower));
  }
  const found = sentences.flatMap((words) => {
    if (!words.some(({ isCapital }) => isCapital)) return [];
    const isKnown = ({ lower }: Word) => capitalInside.has(withoutPossessive(lower));
    return runsOf(words, text, language, headlines.has(words) ? isKnown : undefined);
  });
  const uses = language === 'de' ? germanUses(bodies) : new Map<string, Use>();
  const names = found
    .map((run) => trimmed(run, lists, lower, capitalInside))
    .map((run) => (language === 'de' && run.length > 2 && germanRole.test(run[0]!.text) ? run.slice(1) : run))
    .filter((run) => run.length > 0)
    .filter((run) => language !== 'de' || isGermanName(run, text, lists, uses));
  return names.map((run) => nameFrom(run, text));
}

function nameFrom(run: readonly Word[], text: string): Name {
  const index = run[0]!.index;
  return { text: withoutPossessive(text.slice(index, run.at(-1)!.end)), index };
}

function withoutPossessive(word: string): string {
  const tail = word.endsWith('s') ? word.at(-2) : word.at(-1);
  return tail === "'" || tail === '’' ? word.slice(0, word.endsWith('s') ? -2 : -1) : word;
}

const startsLow = /^[a-zß-öø-ÿа-я]|^[^\p{Lu}\p{N}&]/u;
const sentenceBreak = /\n|[!?:…]|[.][^\p{L}]|["“„«»”(]|[–—]\s/u;

function sentencesOfWords(text: string, language: string): Word[][] {
  const { neverLast } = abbreviationsOf(language);
  const pattern = elided.has(language) ? elidedPattern : wordPattern;
  const sentences: Word[][] = [];
  let last: Word | undefined;
  for (const { 0: found, index } of text.matchAll(pattern)) {
    const isSameSentence = last !== undefined && goesOn(text.slice(last.end, index), last, neverLast);
    const word: Word = {
      text: found,
      index,
      end: index + found.length,
      lower: found.endsWith("'") || found.endsWith('’') ? found.slice(0, -1).toLowerCase() : found.toLowerCase(),
      isCapital: !startsLow.test(found) && /[\p{Lu}&]/u.test(found),
      isFirst: !isSameSentence,
    };
    if (isSameSentence) sentences.at(-1)!.push(word);
    else sentences.push([word]);
    last = word;
  }
  return sentences;
}

/** Whether what stands between a word and the next does not part sentences. */
function goesOn(gap: string, { text }: Word, neverLast: ReadonlySet<string>): boolean {
  if (gap === ' ' || gap === '') return true;
  return !sentenceBreak.test(neverLast.has(text) || text.length === 1 ? gap.replace('.', '') : gap);
}

/** Whether every word but small ones is capitalised: then capitals tell nothing. German nouns always are. */
function isHeadlineCase(words: readonly Word[], language: string): boolean {
  if (language === 'de' || !words[0]?.isCapital) return false;
  const { openers, particles } = nameWordsOf(language);
  const telling = words.filter(({ text, lower }) => text.length > 2 && !openers.has(lower) && !particles.has(lower));
  return (
    telling.length >= fewestOfHeadline && telling.every(({ text, isCapital }) => isCapital || /^\p{N}/u.test(text))
  );
}

const articles = new Set('the la le les el los las il lo den die das der'.split(' '));
const institution =
  /(?:Bank|University|Ministry|Minister|House|Department|Court|Institute|Association|Federation|Council|Museum|Church|Isle|Gulf|States?|Republic|Kingdom|City|Bay|Academy|School|College|Board|Office|Bureau|Centre|Center|Chamber|Union|League|Bishop|Duke|Duchess|Prince|Princess|Society|Journal|Cape|Strait|Province|Ministers|Commons|Lords|Party|Army|Church|Sea|Battle|Treaty|Declaration|Guild|Port|Mount|Tower|Order|Museum)$/u;

/** `of` belongs to institutions only; German *von* to people with a title before: *Präsidentin Anna von der Au*. */
function joins(run: readonly Word[], { lower }: Word, language: string): boolean {
  if (lower === 'of') return institution.test(run.at(-1)!.text);
  if (/^(?:von|zu|der|den)$/u.test(lower))
    return language !== 'de' || (run.length === 2 && germanNoun.test(run[0]!.text));
  return true;
}

/** Capitalised words side by side; particles and initials between them belong to them. */
function runsOf(
  words: readonly Word[],
  text: string,
  language: string,
  accepts: (word: Word) => boolean = () => true,
): Word[][] {
  const { particles, openers } = nameWordsOf(language);
  const runs: Word[][] = [];
  let run: Word[] = [];
  let waiting: Word[] = [];
  const close = () => {
    if (run.length > 0) runs.push(run);
    run = [];
    waiting = [];
  };
  for (const word of words) {
    const last = waiting.at(-1) ?? run.at(-1);
    if (last && !/^[. \u00a0'’]{0,2}$/u.test(text.slice(last.end, word.index))) close();
    if (
      word.isCapital &&
      /\p{L}{2}|\p{L}\.|&|\p{N}/u.test(word.text) &&
      accepts(word) &&
      (word.isFirst || run.length > 0 || !openers.has(word.lower) || articles.has(word.lower))
    ) {
      const endsName = /['’]s?$/u.test(run.at(-1)?.text ?? '');
      if (endsName) close();
      run.push(...waiting, word);
      waiting = [];
    } else if (
      run.length > 0 &&
      particles.has(word.lower) &&
      !word.isCapital &&
      waiting.length < 2 &&
      joins(run, word, language)
    )
      waiting.push(word);
    else close();
  }
  close();
  return runs;
}

/** Without what opens the sentence, titles before the name, and words that are common elsewhere in the text. */
function trimmed(
  run: readonly Word[],
  lists: NameWordIndex,
  lower: ReadonlySet<string>,
  inside: ReadonlySet<string>,
): Word[] {
  let words = [...run];
  if (words[0]?.isFirst) {
    while (words.length > 0 && lists.openers.has(words[0]!.lower)) words.shift();
    const first = words[0];
    if (first?.isFirst && !isAcronym(first.text)) {
      const isKnown = inside.has(withoutPossessive(first.lower)) && !lower.has(first.lower);
      if (!isKnown && (words.length === 1 || lower.has(first.lower))) words.shift();
    }
  }
  const lastTitle = words.findLastIndex(({ lower }) => lists.titles.has(lower.replace(/\.$/u, '')));
  if (lastTitle >= 0) words = words.slice(lastTitle + 1);
  while (words.length > 0 && lists.particles.has(words[0]!.lower) && !words[0]!.isCapital) words.shift();
  return words.length === 1 && lower.has(words[0]!.lower) && !isAcronym(words[0]!.text) ? [] : words;
}

function isAcronym(word: string): boolean {
  return /\p{Lu}.*\p{Lu}/u.test(word.replace(/-.*/u, '')) || /^\p{Lu}+-?\p{N}+$/u.test(word);
}

const germanNoun =
  /(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|tät|täten|ismus|nis|nisse|ling|chen|minister|ministerin|präsident|präsidentin|sprecher|sprecherin|chef|chefin|leiter|leiterin|kanzler|kanzlerin|konzern|behörde|behörden|amt|ämter|werk|werke|haus|häuser|stadt|jahr|jahre|jahren|tag|tage|tagen|zeit|zeiten|menschen|leute|arbeiter|forscher|schüler|lehrer|eltern|kinder|preis|preise|zahl|zahlen|gesetz|vertrag|bericht|angaben|seite|seiten)$/iu;
/** What a person is, before the name: *Lehrerin Anke Brodersen*. */
const germanRole = /(?:in|er|or|ist|ent|wart|ende|loge|gin|rat|frau|mann|arzt|anwalt)$/u;
const determiner =
  /^(?:der|die|das|den|dem|des|eine?[nmrs]?|keine?[nmrs]?|diese[nmrs]?|jede[nmrs]?|alle[nmrs]?|viele[nr]?|mehrere[nr]?|einige[nr]?|seine?[nmrs]?|ihre?[nmrs]?|unsere?[nmrs]?|im|am|zum|zur|beim|vom|ins|ans|\p{N}.*|\p{Ll}{3,}(?:e|en|er|es|em))$/u;

/** All German nouns are capitalised. A name is more than one word, an acronym, or stands again and again without article. */
function isGermanName(
  run: readonly Word[],
  text: string,
  { openers }: NameWordIndex,
  uses: ReadonlyMap<string, Use>,
): boolean {
  const first = run[0]!;
  if (run.some(({ text }) => isAcronym(text))) return true;
  if (/(?:atin|erin|orin|istin|entin|ärztin)$/u.test(run.at(-1)!.text)) return false;
  if (first.isFirst && run.length === 2 && /^.{5,}(?:te|ten|che|chen|ige|igen|ene|enen)$/u.test(first.text))
    return false;
  if (run.length > 1)
    return (
      run.every(({ text }) => !germanNoun.test(text) || /^\p{Lu}.*\p{Lu}/u.test(text)) ||
      run.some(({ text }) => text.includes('-'))
    );
  const word = withoutPossessive(first.lower);
  if (openers.has(word) || germanNoun.test(word)) return false;
  const lead = text.slice(Math.max(0, first.index - 40), first.index).replace(/\.? $/u, '');
  const before = lead.slice(lead.lastIndexOf(' ') + 1);
  if (/^\p{Lu}/u.test(before) && nameWordsOf('de').titles.has(before.toLowerCase())) return true;
  const { hasArticle, bare, places } = uses.get(word) ?? unused;
  if (hasArticle) return false;
  return bare > 2 || (bare > 1 && places > 0);
}

/** How a capitalised word is used in a German text. */
type Use = { hasArticle: boolean; bare: number; places: number };

const unused: Readonly<Use> = { hasArticle: false, bare: 0, places: 0 };
/** Words that look like adjectives with an ending and are none. */
const noAdjective =
  /^(?:über|gegen|unter|außer|oder|aber|wegen|neben|zwischen|weiter|immer|wieder|zusammen|haben|wurden|werden)$/u;

function germanUses(sentences: readonly (readonly Word[])[]): ReadonlyMap<string, Use> {
  const uses = new Map<string, Use>();
  for (const words of sentences) {
    for (const [position, word] of words.entries()) {
      if (!word.isCapital) continue;
      const use = uses.get(word.lower) ?? { ...unused };
      uses.set(word.lower, use);
      const previous = words[position - 1]?.text ?? '';
      use.bare++;
      if (/^(?:in|aus|nach|bei)$/u.test(previous)) use.places++;
      if (determiner.test(previous) && !noAdjective.test(previous)) use.hasArticle = true;
    }
  }
  return uses;
}
