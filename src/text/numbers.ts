import { primaryLanguage } from './language.ts';
import { months } from './months.ts';
import { type FigureKind, type UnitFound, unitAt } from './units.ts';

/** A figure with its scale applied: `3,5 Milliarden Euro` is 3500000000 and `money` in `EUR`. */
export type Figure = {
  readonly value: number;
  readonly kind: FigureKind;
  /** ISO 4217 for money; `km`, `t`, `dead`, `year` …; empty for what is only counted. */
  readonly unit: string;
  readonly isPercent: boolean;
  /** As it stands in the text, from `index` on: mark, figure, scale and unit. */
  readonly text: string;
  readonly index: number;
};

type ScaleWords = readonly (readonly [factor: number, words: string])[];

/** Words that multiply the figure before them, in every language alike. */
const scaleWords: ScaleWords = [
  [1e18, 'trillionen trillón trillones'],
  [
    1e12,
    'billionen billón billones bilião biliões bilione bilioni biljoen trilhão trilhões 兆 조 万亿 萬億 трлн триллионов триллиона تريليون tn trn',
  ],
  [1e11, '千億 千亿 천억'],
  [1e10, '百億 百亿 백억'],
  [
    1e9,
    'milliarde milliarden mrd mld mlr milliard milliards miliardo miliardi bilhão bilhões bi miljard miljarden bn млрд миллиардов миллиарда миллиард مليار مليارات ملياري مليارين',
  ],
  [1e8, '億 亿 억'],
  [1e7, '千万 千萬 천만 crore crores'],
  [
    1e6,
    'million millions millionen mio millón millones milhão milhões mi milione milioni miljoen mn mln млн миллионов миллиона миллион 百万 百萬 백만 مليون ملايين مليوني مليونين',
  ],
  [1e5, 'lakh lakhs 十万 十萬 십만'],
  [1e4, '万 萬 만'],
  [1e3, 'thousand tausend mil тыс тысяч тысячи 千 천 ألف آلاف'],
];
const scales = scaleMap(scaleWords);
/**
 * A billion is 10⁹ in English, 10¹² in the languages that call 10⁹ a milliard or a thousand millions; trillions follow.
 *
 * @see https://en.wikipedia.org/wiki/Long_and_short_scales
 */
const shortScale = scaleMap([
  [1e9, 'billion billions'],
  [1e12, 'trillion trillions'],
]);
const longScale = scaleMap([
  [1e12, 'billion billions'],
  [1e18, 'trillion trillions'],
]);
/** Short forms that mean something else unless money is told: `$5MM`, `5 MM USD`, `5 Md€`, `$5 mil`. */
const moneyScales = scaleMap([
  [1e9, 'b md mds'],
  [1e6, 'm mm'],
  [1e3, 'k'],
]);
const usesLongScale = /^(?:de|fr|es|it|nl|pl|cs|sv|da|nb|no|fi)\b/;
const decimalComma = /^(?:de|fr|es|pt|it|nl|ru|uk|pl|tr|id|sv|da|nb|no|fi|cs)\b/;

const currencyBefore =
  /(?:(US|AU?|CA?|HK|NT|NZ|S|R)?([$€£¥₩₽₹₺₪₴])|(?<![\p{L}])(USD|EUR|GBP|JPY|CNY|RMB|KRW|CHF|INR|BRL|HKD|TWD|AUD|CAD|Rs|kr|Fr)\.?)\s?$/u;
const currencyOf: Readonly<Record<string, string>> = {
  ...{
    $: 'USD',
    '€': 'EUR',
    '£': 'GBP',
    '¥': 'JPY',
    '₩': 'KRW',
    '₽': 'RUB',
    '₹': 'INR',
    '₺': 'TRY',
    '₪': 'ILS',
    '₴': 'UAH',
  },
  ...{
    A$: 'AUD',
    AU$: 'AUD',
    C$: 'CAD',
    CA$: 'CAD',
    HK$: 'HKD',
    NT$: 'TWD',
    NZ$: 'NZD',
    S$: 'SGD',
    R$: 'BRL',
    RMB: 'CNY',
  },
  ...{ Rs: 'INR', kr: 'SEK', Fr: 'CHF' },
};

/** What follows people and tells what became of them, within a few words. */
const fates: readonly (readonly [RegExp, string])[] = [
  [
    /^[^.,;。、，]{0,16}?(?:killed|dead|died|die\b|getötet|gestorben|starben|ums Leben|tot\b|mort|tuée?s|muert|muri|falleci|mortas|morre|погиб|убит|死亡|亡くな|死ん|숨졌|숨지|사망|遇难|遇難|丧生|喪生|قتلوا|لقوا)/u,
    'dead',
  ],
  [
    /^[^.,;。、，]{0,16}?(?:injured|wounded|hurt|verletzt|blessée?s|herid|ferid|ранен|пострада|負傷|けが|ケガ|重軽傷|다쳤|다치|부상|受伤|受傷|أصيبوا)/u,
    'injured',
  ],
  [/^[^.,;。、，]{0,16}?(?:missing|vermisst|disparu|desaparec|пропал|行方不明|안 ?보|실종|失踪|失联|失蹤)/u, 'missing'],
];

/** Numbers in words, from two on; they count only before a unit or a scale. */
const spelled: Readonly<Record<string, ReadonlyMap<string, number>>> = Object.fromEntries(
  Object.entries({
    en: 'two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
    de: 'zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn fünfzehn sechzehn siebzehn achtzehn neunzehn',
    fr: 'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize dix-sept dix-huit dix-neuf',
    es: 'dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciséis diecisiete dieciocho diecinueve',
    pt: 'dois três quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezesseis dezessete dezoito dezenove',
    it: 'due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove',
    ru: 'двое трое четверо пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать',
    ko: '두 세 네 다섯 여섯 일곱 여덟 아홉 열 열한 열두',
    ar: 'اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة عشرة',
  }).map(([language, list]) => [
    language,
    new Map([...list.split(' ').map((word, index) => [word, index + 2] as const), ...spelledTens(language)]),
  ]),
);

/** `forty`, `forty-nine`, `neunundvierzig`; where the parts stand apart, only whole tens. */
function spelledTens(language: string): [string, number][] {
  const tens: Readonly<Record<string, string>> = {
    en: 'twenty thirty forty fifty sixty seventy eighty ninety',
    de: 'zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig',
    fr: 'vingt trente quarante cinquante soixante',
    es: 'veinte treinta cuarenta cincuenta sesenta setenta ochenta noventa',
    pt: 'vinte trinta quarenta cinquenta sessenta setenta oitenta noventa',
    it: 'venti trenta quaranta cinquanta sessanta settanta ottanta novanta',
    ru: 'двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто',
  };
  const ones: Readonly<Record<string, string>> = {
    en: 'one two three four five six seven eight nine',
    de: 'ein zwei drei vier fünf sechs sieben acht neun',
  };
  const joined = (ten: string, one: string) => (language === 'de' ? `${one}und${ten}` : `${ten}-${one}`);
  return (tens[language]?.split(' ') ?? []).flatMap((ten, index): [string, number][] => {
    const value = (index + 2) * 10;
    const more = ones[language]?.split(' ') ?? [];
    return [[ten, value], ...more.map((one, add): [string, number] => [joined(ten, one), value + add + 1])];
  });
}

/** `mayHold`: the same without a look at what stands before, which costs most; most texts end there. */
const spelledPatterns = new Map(
  Object.entries(spelled).map(([language, words]) => {
    const word = `${anyOf([...words.keys()])}(?![\\p{L}\\p{M}]|[-‐‑]\\p{L})`;
    return [
      language,
      { mayHold: new RegExp(word, 'iu'), pattern: new RegExp(`(?<![\\p{L}\\p{M}]|\\p{L}[-‐‑])${word}`, 'giu') },
    ];
  }),
);

/** A pattern of one of these words, the longest that fits; those that begin alike are told apart only where they part. */
function anyOf(words: readonly string[]): string {
  const isWhole = words.includes('');
  const byFirst = Map.groupBy(
    words.filter((word) => word !== ''),
    (word) => word[0]!,
  );
  const parts = Array.from(byFirst, ([first, own]) => first + anyOf(own.map((word) => word.slice(1))));
  if (parts.length === 0) return '';
  return parts.length === 1 && !isWhole ? parts[0]! : `(?:${parts.join('|')})${isWhole ? '?' : ''}`;
}
const clockOrFigure = /\d{1,2}:\d{2}(?::\d{2})?(?!\d)|\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*/gu;
const nextFigure = / ?\d+(?:[.,]\d+)*/y;
/** More figures than this are a table. */
const mostFigures = 400;
const longestFigure = 40;

/**
 * The figures of a text, in order. Parts of names (`F-16`, `COVID-19`) are none.
 *
 * @param language  BCP 47: it decides whether `1.234` is a thousand or one and a bit, and how much a billion is
 */
export function figuresOf(text: string, language: string): Figure[] {
  const folded = foldFigures(text);
  const figures: Figure[] = [];
  clockOrFigure.lastIndex = 0;
  for (let match = clockOrFigure.exec(folded); match; match = clockOrFigure.exec(folded)) {
    const figure = readFigure(text, folded, match[0], match.index, language);
    if (!figure) continue;
    figures.push(figure);
    clockOrFigure.lastIndex = Math.max(clockOrFigure.lastIndex, figure.index + figure.text.length);
    if (figures.length === mostFigures) break;
  }
  const inWords = spelledFigures(text, folded, language);
  const all = inWords.length > 0 ? [...figures, ...inWords].sort((a, b) => a.index - b.index) : figures;
  return shareUnits(all, folded);
}

/** The spelling by which equal figures of different texts are recognised. */
export function figureKey({ value, kind, isPercent }: Pick<Figure, 'value' | 'kind' | 'isPercent'>): string {
  const suffix = isPercent ? '%' : kind === 'ordinal' ? 'th' : kind === 'time' ? 'h' : '';
  return `${Number(value.toPrecision(6))}${suffix}`;
}

function readFigure(text: string, folded: string, digits: string, index: number, language: string): Figure | null {
  if (digits.length > longestFigure) return null;
  const before = folded.slice(Math.max(0, index - 12), index);
  const currency = currencyBefore.exec(before);
  if (!currency && /(?:\p{Lu}[-–]|[\p{Script=Latin}\p{Script=Cyrillic}_/#@=&])$/u.test(before)) return null;
  if (digits.includes(':')) {
    const [hours = 0, minutes = 0] = digits.split(':').map(Number);
    return figureAt(text, index, index + digits.length, hours + minutes / 60, { kind: 'time', unit: 'clock' });
  }
  const bare = parseFigure(digits, decimalComma.test(language));
  if (bare === null) return null;
  const scaled = readScales(folded, index + digits.length, bare, language, currency !== null);
  if (currency) {
    const mark = currency[1] === undefined ? currency[0].replace(/[.\s]+$/u, '') : `${currency[1]}${currency[2]}`;
    const isYuan = mark === '¥' && language.startsWith('zh');
    const unit = isYuan ? 'CNY' : (currencyOf[mark] ?? currencyOf[currency[2] ?? ''] ?? mark);
    return figureAt(text, index - currency[0].length, scaled.end, scaled.value, { kind: 'money', unit });
  }
  const unit = readUnit(folded, index, scaled.end, digits, language);
  const clock = unit.kind === 'time' ? /^(\d{1,2})[.,](\d{2})$/.exec(digits) : null;
  const value = clock ? Number(clock[1]) + Number(clock[2]) / 60 : scaled.value;
  return figureAt(text, unit.start, unit.end, value, unit);
}

function figureAt(
  text: string,
  start: number,
  end: number,
  value: number,
  { kind, unit }: { kind: FigureKind; unit: string },
): Figure {
  return { value, kind, unit, isPercent: kind === 'percent', text: text.slice(start, end), index: start };
}

/** Applies the scale words after a figure, several of falling size where a language does so: `3억 5천만`. */
function readScales(
  folded: string,
  from: number,
  bare: number,
  language: string,
  isMoney: boolean,
): { value: number; end: number } {
  const first = scaleAt(folded, from, language, isMoney);
  if (!first) return { value: bare, end: from };
  let value = bare * first.factor;
  let { end, factor } = first;
  while (first.isTight) {
    nextFigure.lastIndex = end;
    const digits = nextFigure.exec(folded)?.[0];
    if (!digits || digits.length > longestFigure) break;
    const part = parseFigure(digits.trim(), false);
    const scale = scaleAt(folded, end + digits.length, language, false);
    const isTail = !scale && (digits[0] !== ' ' || digits.length > 4);
    if (part === null || part * (scale?.factor ?? 1) >= factor || !(scale?.isTight || isTail)) break;
    value += part * (scale?.factor ?? 1);
    end = scale?.end ?? end + digits.length;
    if (!scale) break;
    factor = scale.factor;
  }
  return { value, end };
}

const scaleWord = /[ -]?([\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Arabic}]+)\.?/uy;

/** `isTight`: of a script in which scales follow each other. */
function scaleAt(
  folded: string,
  position: number,
  language: string,
  isMoney: boolean,
): { factor: number; end: number; isTight: boolean } | null {
  const start = folded[position] === ' ' ? position + 1 : position;
  if ((folded[start] ?? '') >= '\u2e80') {
    const two = scales.get(folded.slice(start, start + 2));
    const factor = two ?? scales.get(folded[start] ?? '');
    return factor ? { factor, end: start + (two ? 2 : 1), isTight: true } : null;
  }
  scaleWord.lastIndex = position;
  const match = scaleWord.exec(folded);
  if (!match) return null;
  const word = match[1]!.toLowerCase();
  const end =
    position + match[0].length - (match[0].endsWith('.') && !/^(?:mio|mrd|тыс|млн|млрд)$/u.test(word) ? 1 : 0);
  const short = moneyScales.get(word);
  if (short) {
    const isAttached = match[0] === match[1] || match[0] === `${match[1]}.`;
    const isScale = (isAttached && (isMoney || word === 'm')) || (isMoney && word === 'mm') || isMoneyAt(folded, end);
    return isScale ? { factor: short, end, isTight: false } : null;
  }
  const isDollarsMil = word === 'mil' && isMoney && language.startsWith('en');
  const factor = isDollarsMil
    ? 1e6
    : (scales.get(word) ?? (usesLongScale.test(language) ? longScale : shortScale).get(word));
  if (!factor || (word === 'mi' && !isMoney)) return null;
  const second = /^(?:mil|тыс|lakh)$/u.test(word) ? scaleAt(folded, end, language, false) : null;
  return second && second.factor > 1e3
    ? { factor: factor * second.factor, end: second.end, isTight: false }
    : { factor, end, isTight: false };
}

/** Whether a currency follows, at once or after `de`. */
function isMoneyAt(folded: string, end: number): boolean {
  const link = /^ (?:de |d['’]|di |of )/u.exec(folded.slice(end, end + 4))?.[0].length ?? 0;
  return (
    unitAt(folded, end + link)?.kind === 'money' || /^ ?pesos?(?!\p{L})/u.test(folded.slice(end + link, end + link + 7))
  );
}

const linkBefore =
  /^ (?:de |d['’]|di |of |more |other |further |weiteren? |autres |otras |otros |outras |outros |US |мн )/u;

function readUnit(
  folded: string,
  index: number,
  end: number,
  digits: string,
  language: string,
): { kind: FigureKind; unit: string; start: number; end: number } {
  const link = linkBefore.exec(folded.slice(end, end + 12))?.[0].length ?? 0;
  const found = unitAt(folded, end) ?? (link > 0 ? unitAt(folded, end + link) : null);
  const isOrdinal = /[第제]$/u.test(folded.slice(Math.max(0, index - 1), index));
  if (isOrdinal) return { kind: 'ordinal', unit: '', start: index - 1, end };
  const unit = found && settle(found, folded, { start: index, end, digits });
  if (unit) {
    const fate = unit.unit === 'person' ? fateAfter(folded.slice(unit.end, unit.end + 40)) : undefined;
    return { kind: unit.kind, unit: fate ?? unit.unit, start: index, end: unit.end };
  }
  if (isDay(folded, index, end, language)) return { kind: 'date', unit: 'day', start: index, end };
  if (/^\. \p{L}/u.test(folded.slice(end, end + 3)) && language.startsWith('de') && /^\d{1,2}$/.test(digits)) {
    return { kind: 'ordinal', unit: '', start: index, end: end + 1 };
  }
  if (
    /(?:magnitude|magnitud|Stärke|магнитудой|マグニチュード|M|규모|震级)\s?$/u.test(
      folded.slice(Math.max(0, index - 12), index),
    )
  ) {
    return { kind: 'magnitude', unit: '', start: index, end };
  }
  const value = Number(digits);
  const isYear = /^\d{4}$/.test(digits) && value >= 1900 && value <= 2100 && end === index + 4;
  return isYear ? { kind: 'date', unit: 'year', start: index, end } : { kind: 'count', unit: '', start: index, end };
}

/** Decides unit words that mean several things by the figure before them; null when this is none. */
function settle(
  found: UnitFound,
  folded: string,
  { start, end, digits }: { start: number; end: number; digits: string },
): UnitFound | null {
  const isAttached = folded[end] !== ' ';
  const next = folded[found.end] ?? ' ';
  switch (found.kind) {
    case 'ordinal':
      return isAttached && /^\d{1,4}$/.test(digits) && !/[\p{Script=Latin}\p{Script=Cyrillic}]/u.test(next)
        ? found
        : null;
    case 'time':
      return end - start <= 5 && Number(digits.replace(',', '.')) <= 24 ? found : null;
    case 'date':
      if (found.unit === 'year' && !/^\d{4}$/.test(digits)) return { ...found, kind: 'duration' };
      return /^\d{1,4}$/.test(digits) ? found : null;
    case 'money':
      // The verb: "in 2024 won".
      return found.unit === 'KRW' &&
        folded.startsWith('won', found.end - 3) &&
        /^\d{1,4}$/.test(folded.slice(start, end))
        ? null
        : found;
    default:
      return found;
  }
}

function fateAfter(after: string): string | undefined {
  return fates.find(([pattern]) => pattern.test(after))?.[1];
}

const wordBefore = /([\p{L}\p{M}]+)\.? $/u;
const wordAfter = /^(?:\.|er|st|nd|rd|th)? ?(?:de |of )?([\p{L}\p{M}]+)/u;

function isDay(folded: string, index: number, end: number, language: string): boolean {
  if (end - index > 2 || folded.slice(index, end).includes('.')) return false;
  const names = months[primaryLanguage(language)];
  if (!names) return false;
  const after = wordAfter.exec(folded.slice(end, end + 20))?.[1]?.toLowerCase();
  const before = wordBefore.exec(folded.slice(Math.max(0, index - 14), index))?.[1]?.toLowerCase();
  return (after !== undefined && names.has(after)) || (language.startsWith('en') && names.has(before ?? ''));
}

function spelledFigures(text: string, folded: string, language: string): Figure[] {
  const primary = primaryLanguage(language);
  const words = spelledPatterns.get(primary);
  if (!words?.mayHold.test(folded)) return [];
  return Array.from(folded.matchAll(words.pattern)).flatMap(({ 0: word, index }) => {
    const bare = spelled[primary]!.get(word.toLowerCase()) ?? 0;
    const scaled = readScales(folded, index + word.length, bare, language, false);
    const unit = readUnit(folded, index, scaled.end, String(bare), language);
    const counts = unit.kind !== 'count' && unit.kind !== 'ordinal' && unit.kind !== 'time' && unit.kind !== 'date';
    if (!counts && scaled.end === index + word.length) return [];
    return [
      figureAt(text, index, counts ? unit.end : scaled.end, scaled.value, counts ? unit : { kind: 'count', unit: '' }),
    ];
  });
}

const betweenRange = /^\s?(?:[-–—~〜～]|to|bis|à|a|al|до|から|에서|至|到)\s?$/u;

/** `10 to 12 percent`, `3–5 million`: what stands only after the second figure holds for the first. */
function shareUnits(figures: readonly Figure[], folded: string): Figure[] {
  return figures.map((figure, position) => {
    const next = figures[position + 1];
    if (!next || figure.kind !== 'count' || next.kind === 'count') return figure;
    const between = folded.slice(figure.index + figure.text.length, next.index);
    if (between.length > 6 || !betweenRange.test(between)) return figure;
    const bare = Number.parseFloat(/\d[\d.]*/.exec(next.text)?.[0] ?? '');
    const scale = next.value / bare;
    const isScaled = Number.isInteger(Math.log10(scale)) && scale >= 1_000 && figure.value < bare;
    const { kind, unit, isPercent } = next;
    return { ...figure, kind, unit, isPercent, value: isScaled ? figure.value * scale : figure.value };
  });
}

const foldable = /(?<=[０-９])，(?=[０-９])|[０-９٠-٩۰-۹٫٬％．：￥＄￡￦\u00a0\u2009\u202f’]/g;
const marks: Readonly<Record<string, string>> = {
  ...{ '٫': '.', '٬': ',', '％': '%', '．': '.', '，': ',', '：': ':', '￥': '¥', '＄': '$', '￡': '£', '￦': '₩' },
  ...{ '\u00a0': ' ', '\u2009': ' ', '\u202f': ' ', '’': "'" },
};

/** Full-width and Arabic-Indic digits and marks as 0 to 9, comma and point, in as many UTF-16 units. */
function foldFigures(text: string): string {
  return text.replace(foldable, (mark) => marks[mark] ?? String(mark.charCodeAt(0) & 15));
}

const grouped = {
  ',': /^\d{1,3}(?:,\d{2,3})*,\d{3}$/,
  '.': /^\d{1,3}(?:\.\d{2,3})*\.\d{3}$/,
};

function parseFigure(text: string, hasDecimalComma: boolean): number | null {
  const [thousands, decimal] = hasDecimalComma ? (['.', ','] as const) : ([',', '.'] as const);
  const bare = text.replace(/[' ]/g, '');
  const parts = bare.split(decimal);
  const last = parts.at(-1) ?? '';
  const isGrouped = (part: string) => grouped[thousands].test(part);
  if (parts.length === 1 && (isGrouped(bare) || /^\d+$/.test(bare))) return Number(bare.replaceAll(thousands, ''));
  if (parts.length === 2 && /^\d+$/.test(last)) {
    const whole = parts[0] ?? '';
    if (/^\d+$/.test(whole) || isGrouped(whole)) return Number(`${whole.replaceAll(thousands, '')}.${last}`);
  }
  const swapped = bare.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  const value = Number(swapped.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}

function scaleMap(list: ScaleWords): ReadonlyMap<string, number> {
  return new Map(list.flatMap(([factor, words]) => words.split(' ').map((word) => [word, factor] as const)));
}
