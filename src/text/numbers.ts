type Scales = readonly (readonly [RegExp, number])[];

/** Words that multiply the figure before them, in every language alike. Longest first where one begins with another. */
const commonScales: Scales = [
  [/^\s?(?:兆|조|万亿|萬億|bili(?:ão|ões)|трлн|تريليون)/iu, 1e12],
  [/^\s?(?:milliarden?|mrd\.?|milliards?|miliard[io]|bilh(?:ão|ões)|mil mil(?:lones|hões)|bn\b|млрд|مليار)/iu, 1e9],
  [/^\s?(?:千億|千亿|천억)/u, 1e11],
  [/^\s?(?:百億|百亿|백억)/u, 1e10],
  [/^\s?(?:億|亿|억)/u, 1e8],
  [/^\s?(?:千万|千萬|천만)/u, 1e7],
  [/^\s?(?:millions?|millionen|mio\.?|millón|millones|milh(?:ão|ões)|milion[ei]|mn\b|млн|百万|百萬|백만)|^m\b/iu, 1e6],
  [/^\s?(?:مليون|ملايين)/u, 1e6],
  [/^\s?(?:万|萬|만)/u, 1e4],
  [/^\s?(?:thousand|tausend|mil\b|тыс|千|천|ألف|آلاف)/iu, 1e3],
];
/**
 * A billion is 10⁹ in English, 10¹² in the languages that call 10⁹ a milliard or a thousand millions; trillions follow.
 *
 * @see https://en.wikipedia.org/wiki/Long_and_short_scales
 */
const shortScales: Scales = [
  [/^\s?(?:trillions?|trilh(?:ão|ões))/iu, 1e12],
  [/^\s?billions?/iu, 1e9],
];
const longScales: Scales = [
  [/^\s?(?:trillion(?:en|s)?|trill(?:ón|ones))/iu, 1e18],
  [/^\s?(?:billion(?:en|s)?|bill(?:ón|ones)|bilion[ei]|biljoen|biljon)/iu, 1e12],
];
const usesLongScale = /^(?:de|fr|es|it|nl|pl|cs|sv|da|nb|no|fi)\b/;
const percent = /^\s?(?:%|٪|percent|per cent|prozent|por ciento|pour cent|パーセント|퍼센트)/iu;
const decimalComma = /^(?:de|fr|es|pt|it|nl|ru|uk|pl|tr|id|sv|da|nb|no|fi|cs)\b/;

/** A figure with its scale applied: `3,5 Milliarden` is 3500000000; a share of a hundred carries `%`. */
export type Figure = { readonly value: number; readonly isPercent: boolean; readonly text: string };

/**
 * The figures of a text, in order.
 *
 * @param language  BCP 47: it decides whether `1.234` is a thousand or one and a bit, and how much a billion is
 */
export function figuresOf(text: string, language: string): Figure[] {
  const folded = foldFigures(text);
  const scales = [...commonScales, ...(usesLongScale.test(language) ? longScales : shortScales)];
  return Array.from(folded.matchAll(/\d{1,3}(?: \d{3})+(?!\d)(?:[.,]\d+)?|\d+(?:[.,']\d+)*/gu)).flatMap((match) => {
    const value = parseFigure(match[0], decimalComma.test(language));
    if (value === null) return [];
    const after = folded.slice(match.index + match[0].length, match.index + match[0].length + 14);
    const scale = scales.find(([pattern]) => pattern.test(after));
    const text = match[0] + (scale ? (scale[0].exec(after)?.[0] ?? '') : '');
    return [{ value: value * (scale?.[1] ?? 1), isPercent: !scale && percent.test(after), text }];
  });
}

/** The spelling by which equal figures of different texts are recognised. */
export function figureKey({ value, isPercent }: Figure): string {
  return `${Number(value.toPrecision(6))}${isPercent ? '%' : ''}`;
}

/** Full-width and Arabic-Indic digits and marks as 0 to 9, comma and point. */
function foldFigures(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15))
    .replaceAll('٫', '.')
    .replaceAll('٬', ',');
}

function parseFigure(text: string, hasDecimalComma: boolean): number | null {
  const [thousands, decimal] = hasDecimalComma ? ['.', ','] : [',', '.'];
  const bare = text.replaceAll("'", '').replaceAll(' ', '');
  const parts = bare.split(decimal);
  const last = parts.at(-1) ?? '';
  const isGrouped = (part: string) => new RegExp(`^\\d{1,3}(\\${thousands}\\d{2,3})*\\${thousands}\\d{3}$`).test(part);
  if (parts.length === 1 && (isGrouped(bare) || /^\d+$/.test(bare))) return Number(bare.replaceAll(thousands, ''));
  if (parts.length === 2 && /^\d+$/.test(last)) {
    const whole = parts[0] ?? '';
    if (/^\d+$/.test(whole) || isGrouped(whole)) return Number(`${whole.replaceAll(thousands, '')}.${last}`);
  }
  const swapped = bare.replace(/[.,]/g, (mark) => (mark === '.' ? ',' : '.'));
  const value = Number(swapped.replaceAll(',', ''));
  return Number.isFinite(value) ? value : null;
}
