import { primaryLanguage } from '../text/language.ts';
import { type Figure, figuresOf } from '../text/numbers.ts';
import type { Candidate } from './candidates.ts';
import { figuresIn } from './figuresIn.ts';

/** What is counted anew as a story goes on. */
const tolls: ReadonlySet<string> = new Set(['dead', 'injured', 'missing']);

/** Whether a figure's unit is one of a toll. */
export function isToll(unit: string): boolean {
  return tolls.has(unit);
}

/** Words that say before a figure what it counts. */
const tollBefore: readonly (readonly [string, RegExp])[] = [
  [
    'dead',
    /(?:(?:killing(?= (?:at least |about |some |more than )?[\p{L}\p{N}]+ people)|number of (?:the )?(?:dead|deaths|fatalities)|death toll|zahl der (?:toten|todesopfer)|nombre (?:de|des) morts|(?:número|cifra) de (?:muertos|fallecidos|mortos)|число погибших|عدد القتلى)(?![\p{L}\p{M}])|(?:死者|死亡者|사망자|死亡人[数數])(?:数|[ ]?수)?(?=[はがも、는은가이为為]))/giu,
  ],
  [
    'injured',
    /(?:(?:number of (?:the )?(?:injured|wounded)|zahl der verletzten|nombre (?:de|des) blessés|(?:número|cifra) de (?:heridos|feridos)|число (?:пострадавших|раненых)|عدد (?:المصابين|الجرحى))(?![\p{L}\p{M}])|(?:けが人|負傷者|부상자|受[伤傷]人[数數])(?:数|[ ]?수)?(?=[はがも、는은가이为為]))/giu,
  ],
  [
    'missing',
    /(?:(?:number of (?:the )?missing|zahl der vermissten|nombre (?:de|des) disparus|(?:número|cifra) de desaparecidos|число пропавших|عدد المفقودين)(?![\p{L}\p{M}])|(?:行方不明者|실종자|失踪人[数數])(?:数|[ ]?수)?(?=[はがも、는은가이为為]))/giu,
  ],
];
/** `eleva a once los muertos`: the unit follows with an article of its own. */
const articleBetween =
  /(?<=(?<![\p{L}\p{M}])a )(?<count>\p{L}+|\p{N}+) (?:los|las|os|el número de|o número de) (?<noun>muertos|fallecidos|mortos|heridos|feridos|desaparecidos)/giu;
const withArticles: ReadonlySet<string> = new Set(['es', 'pt']);
const farthest = 40;
/** Between the word and its figure nothing may begin anew, and nothing may speak of a part. */
const breaks = /[.;:。；：]|うち|including|darunter|dont|among|davon/iu;
const isTotal = /(?:計|あわせて|모두|총) ?$/u;

const read = new WeakMap<Candidate, readonly Figure[]>();

/** The dead, injured and missing that a sentence counts, also where the word stands before its figure. */
export function tollsIn(candidate: Candidate): readonly Figure[] {
  const known = read.get(candidate);
  if (known) return known;
  const own = figuresIn(candidate).filter(({ unit }) => isToll(unit));
  const more = [...namedBefore(candidate), ...namedAfter(candidate)].filter(
    ({ index }) => !own.some((figure) => figure.index === index),
  );
  const found = [...own, ...more].sort((a, b) => a.index - b.index);
  read.set(candidate, found);
  return found;
}

/** A number in words or digits, read as if the unit followed it. */
export function countAt(text: string, index: number, unit: string, language: string): Figure | null {
  const [figure] = figuresOf(`${text} ${unit}`, language);
  return figure?.index === 0 && figure.unit === unit ? { ...figure, text, index } : null;
}

function namedBefore(candidate: Candidate): Figure[] {
  const { text } = candidate;
  const bare = figuresIn(candidate).filter(({ kind, unit }) => kind === 'count' || unit === 'person');
  if (bare.length === 0) return [];
  return tollBefore.flatMap(([unit, words]) =>
    Array.from(text.matchAll(words)).flatMap(({ 0: word, index }) => {
      const start = index + word.length;
      const near = bare.filter(
        (figure) =>
          figure.index >= start && figure.index <= start + farthest && !breaks.test(text.slice(start, figure.index)),
      );
      const figure = near.find((each) => isTotal.test(text.slice(0, each.index))) ?? near[0];
      return figure ? [{ ...figure, kind: 'people' as const, unit }] : [];
    }),
  );
}

function namedAfter({ text, article: { language } }: Candidate): Figure[] {
  if (!withArticles.has(primaryLanguage(language))) return [];
  return Array.from(text.matchAll(articleBetween)).flatMap(({ index, groups }) => {
    const noun = groups!.noun!.toLowerCase();
    const unit = /^[hf]erid/.test(noun) ? 'injured' : noun.startsWith('desap') ? 'missing' : 'dead';
    const figure = countAt(groups!.count!, index, unit, language);
    return figure ? [figure] : [];
  });
}
