import { primaryLanguage } from './language.ts';
import { months } from './months.ts';

/** Days that a text names: from and to are the same for one day. */
export type DateMention = {
  /** ISO 8601 dates, both inclusive. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Where it stands, in UTF-16 units. */
  readonly index: number;
};

/** Days since 1 January 1970. */
type Day = number;
type Range = readonly [from: Day, to: Day];
type Reading = { readonly published: Day; readonly year: number; readonly leadsToFuture: boolean };
type Pattern = { readonly pattern: RegExp; readonly read: (groups: Groups, reading: Reading) => Range | null };
/** Patterns that need look only at texts which hold their sign: most hold none. */
type PatternGroup = { readonly sign: RegExp; readonly patterns: readonly Pattern[] };
type Groups = Readonly<Record<string, string | undefined>>;

const dayMs = 86_400_000;
const longestText = 20_000;
const mostDates = 100;

/**
 * The dates of a text, in order: written out, in figures, weekdays and words such as *yesterday*. What leaves the year
 * open is nearest to the publishing time; a weekday is the last one, or the next where the sentence looks ahead.
 *
 * @param language  BCP 47
 * @param publishedAt  what *today* means
 * @param timeZone  IANA name: where it means that
 */
export function datesOf(text: string, language: string, publishedAt: Date, timeZone = 'UTC'): DateMention[] {
  const folded = foldDigits(text.slice(0, longestText));
  const published = dayIn(publishedAt, timeZone);
  const year = new Date(published * dayMs).getUTCFullYear();
  const found: (DateMention & { end: number })[] = [];
  const told = patternsOf(primaryLanguage(language)).flatMap(({ sign, patterns }) =>
    sign.test(folded) ? patterns : [],
  );
  for (const { pattern, read } of told) {
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      const end = match.index + match[0].length;
      if (found.some((other) => match.index < other.end && other.index < end)) continue;
      const leadsToFuture = ahead.test(clauseBefore(folded, match.index)) || future.test(match[0]);
      const range = read(match.groups ?? {}, { published, year, leadsToFuture });
      if (!range) continue;
      found.push({
        from: iso(range[0]),
        to: iso(range[1]),
        text: text.slice(match.index, end),
        index: match.index,
        end,
      });
      if (found.length >= mostDates) break;
    }
  }
  return found.sort((a, b) => a.index - b.index).map(({ end: _, ...mention }) => mention);
}

/** What makes the weekday after it one to come. */
const ahead =
  /(?:\b(?:will|shall|next|due|set to|to be held|plans? to|coming)|\b(?:wird|werden|soll|sollen|kommenden?|nächste[nr]?)|\b(?:prochaine?|aura lieu|doit|sera|seront|va|vont)|\b(?:próximo|será|serán|irá|prevista?|vai)|буд[еу]т|следующ\p{L}+|ближайш\p{L}+|سوف|المقبل|القادم|来週|次の|다음 ?주|오는|下周|下週|下星期)(?![\p{L}\p{M}])[^.!?。]*$|(?:来週|다음 ?주 |오는 |下周?|下週?|下星期|سي\p{L}+ [^.!?]*)$/u;
const future = /المقبل|القادم|prochaine?$|próximo$/u;

function clauseBefore(text: string, index: number): string {
  const before = text.slice(Math.max(0, index - 90), index);
  return before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('。'), before.lastIndexOf('\n')) + 1);
}

/** Words for the days around the publishing day: language → −2 to +2, forms separated by `|`. */
const nearDays: Readonly<Record<string, readonly [string, string, string, string, string]>> = {
  en: [
    'the day before yesterday',
    'yesterday|last night',
    'today|tonight|this morning',
    'tomorrow',
    'the day after tomorrow',
  ],
  de: ['vorgestern', 'gestern', 'heute', 'morgen(?! (?:früh|s))', 'übermorgen'],
  fr: ['avant-hier', 'hier', "aujourd[’']hui|ce matin|ce soir", 'demain', 'après-demain'],
  es: ['anteayer|antes de ayer', 'ayer|anoche', 'hoy', '(?<!por la |de la |la )mañana', 'pasado mañana'],
  pt: ['anteontem', 'ontem', 'hoje', 'amanhã', 'depois de amanhã'],
  it: ['l’altro ieri', 'ieri', 'oggi', 'domani', 'dopodomani'],
  ru: ['позавчера', 'вчера', 'сегодня', 'завтра', 'послезавтра'],
  ar: ['أول أمس', 'أمس', 'اليوم', 'غدا|غدًا', 'بعد غد'],
  ja: ['一昨日|おととい', '昨日|きのう|昨夜|昨晩', '今日|きょう|本日|今朝|今夜', '明日|あす|あした', '明後日|あさって'],
  ko: ['그저께|그제', '어제|어젯밤', '오늘', '내일', '모레'],
  zh: ['前天', '昨天|昨日|昨晚|昨夜', '今天|今日|今早|今晚|今晨', '明天|明日', '后天|後天'],
};
/** Monday first. */
const weekdays: Readonly<Record<string, string>> = {
  en: 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday',
  de: 'Montag Dienstag Mittwoch Donnerstag Freitag Samstag|Sonnabend Sonntag',
  fr: 'lundi mardi mercredi jeudi vendredi samedi dimanche',
  es: 'lunes martes miércoles jueves viernes sábado domingo',
  pt: 'segunda-feira terça-feira quarta-feira quinta-feira sexta-feira sábado domingo',
  it: 'lunedì martedì mercoledì giovedì venerdì sabato domenica',
  ru: 'понедельник вторник сред[уы] четверг пятниц[уы] суббот[уы] воскресенье',
  ar: 'الاثنين|الإثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
  ja: '月曜 火曜 水曜 木曜 金曜 土曜 日曜',
  ko: '월요일 화요일 수요일 목요일 금요일 토요일 일요일',
  zh: '(?:星期|周|週)一 (?:星期|周|週)二 (?:星期|周|週)三 (?:星期|周|週)四 (?:星期|周|週)五 (?:星期|周|週)六 (?:星期|周|週)[日天]',
};
const withoutSpaces = new Set(['ja', 'zh', 'ko']);
const patterns = new Map<string, readonly PatternGroup[]>();

function patternsOf(language: string): readonly PatternGroup[] {
  const known = patterns.get(language);
  if (known) return known;
  const made = [
    { sign: /\d/, patterns: numericPatterns(language) },
    { sign: /\d/, patterns: withoutSpaces.has(language) ? characterPatterns() : monthPatterns(language) },
    { sign: signOfDays(language), patterns: nearPatterns(language) },
  ];
  patterns.set(language, made);
  return made;
}

function numericPatterns(language: string): Pattern[] {
  const read = ({ y, m, d }: Groups) => one(Number(y), Number(m), Number(d));
  const byYear: Pattern = {
    pattern: /(?<![\d.,/-])(?<y>(?:19|20)\d{2})(?<mark>[-/.])\s?(?<m>\d{1,2})\k<mark>\s?(?<d>\d{1,2})(?![\d/-])/gu,
    read,
  };
  // In English the month may come first or second.
  const mark = language === 'en' ? /[.]/ : /[./]/;
  const byDay: Pattern = {
    pattern: new RegExp(
      `(?<![\\d.,/-])(?<d>\\d{1,2})(?<mark>${mark.source})\\s?(?<m>\\d{1,2})\\k<mark>\\s?(?<y>(?:19|20)\\d{2})(?![\\d/-])`,
      'gu',
    ),
    read,
  };
  return [byYear, byDay];
}

function monthPatterns(language: string): Pattern[] {
  const names = months[language];
  if (!names) return [];
  const month = `(?<month>${[...names.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\p{L}\\p{M}])\\.?`;
  const isCapital = language === 'en' || language === 'de';
  const numberOf = (name = '') =>
    isCapital && !/^\p{Lu}/u.test(name) ? undefined : names.get(name.toLowerCase().replace(/\.$/u, ''));
  const readDays = ({ month, d, to, y }: Groups, reading: Reading) => {
    const number = numberOf(month);
    return number ? days(y ? Number(y) : null, number, Number(d), Number(to ?? d), reading) : null;
  };
  const ordinal = '(?:\\.|st|nd|rd|th|er|º|°|-?го)?';
  const until = `(?:${ordinal}\\s?(?:[-–—]|to|and|bis|und|au|et|al|y|a|e|до|по|и|إلى)\\s?(?<to>\\d{1,2}))?`;
  const after = '(?:,?\\s(?:de\\s|del\\s|do\\s)?(?<y>(?:19|20)\\d{2})(?!\\d))?';
  const dayFirst: Pattern = {
    pattern: new RegExp(
      `(?<![\\d.,:])(?<d>\\d{1,2})${until}${ordinal}\\s(?:of\\s|de\\s|من\\s)?${month}${after}`,
      'giu',
    ),
    read: readDays,
  };
  const monthFirst: Pattern = {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}])${month}\\s(?<d>\\d{1,2})${until}(?:st|nd|rd|th)?(?!\\d|[:.,]\\d|\\s?%|\\p{L})${after}`,
      'giu',
    ),
    read: readDays,
  };
  const whole: Pattern = {
    pattern: new RegExp(
      `(?<![\\p{L}\\p{M}])${month},?\\s(?:de\\s|of\\s|del\\s)?(?<y>(?:19|20)\\d{2})(?!\\d|[.,]\\d|%)`,
      'giu',
    ),
    read: ({ month, y }) => {
      const number = numberOf(month);
      return number ? wholeMonth(Number(y), number) : null;
    },
  };
  return language === 'en' ? [dayFirst, monthFirst, whole] : [dayFirst, whole];
}

/** Chinese, Japanese and Korean write alike; a day alone is one of this month or its neighbours. */
function characterPatterns(): Pattern[] {
  const until = '(?:\\s?(?:[日일号]\\s?)?(?:[-–~〜～至到]|から|에서)\\s?(?<to>\\d{1,2}))?';
  const notSpan = '(?!間|间|간|ぶり|後|后|前|以内|内|內|以上|目|째|연속|連続|连续|분|가량|여|程|券|元|本)';
  return [
    {
      pattern: new RegExp(
        `(?:(?<y>(?:19|20)\\d{2})\\s?[年년]\\s?)?(?<![\\d.])(?<m>\\d{1,2})\\s?[月월]\\s?(?<d>\\d{1,2})${until}\\s?[日일号號]${notSpan}`,
        'gu',
      ),
      read: ({ y, m, d, to }, reading) => days(y ? Number(y) : null, Number(m), Number(d), Number(to ?? d), reading),
    },
    {
      pattern: /(?<![\d.])(?<y>(?:19|20)\d{2})\s?[年년]\s?(?<m>\d{1,2})\s?[月월](?![\s\d]?\d|份?以)/gu,
      read: ({ y, m }) => wholeMonth(Number(y), Number(m)),
    },
    {
      pattern: new RegExp(`(?<![\\d.月월~〜]|[月월]\\s)(?<d>\\d{1,2})[日일]${notSpan}`, 'gu'),
      read: ({ d }, reading) => nearestDayOfMonth(Number(d), reading),
    },
  ];
}

function nearPatterns(language: string): Pattern[] {
  const [open, close] = withoutSpaces.has(language) ? ['', ''] : ['(?<![\\p{L}\\p{M}])', '(?![\\p{L}\\p{M}])'];
  const near = [...(nearDays[language] ?? [])].map(
    (forms, index): Pattern => ({
      pattern: new RegExp(`${open}(?:${forms})${close}`, 'giu'),
      read: (_, { published }) => [published + index - 2, published + index - 2],
    }),
  );
  // Longer words first: "the day before yesterday" holds "yesterday".
  const ordered = [near[0], near[4], near[1], near[3], near[2]].filter((pattern) => pattern !== undefined);
  const named = (weekdays[language]?.split(' ') ?? []).map(
    (forms, weekday): Pattern => ({
      pattern: new RegExp(
        `${open}(?:${forms})${close}${language === 'ar' ? '(?: (?:المقبل|القادم|الماضي))?' : ''}`,
        'gu',
      ),
      read: (_, { published, leadsToFuture }) => {
        const back = (weekdayOf(published) - weekday + 7) % 7;
        const day = leadsToFuture && back > 0 ? published - back + 7 : published - back;
        return [day, day];
      },
    }),
  );
  return [...ordered, ...named];
}

/** Any word for a day, also inside other words. */
function signOfDays(language: string): RegExp {
  const forms = [...(nearDays[language] ?? []), ...(weekdays[language]?.split(' ') ?? [])];
  return forms.length > 0 ? new RegExp(forms.join('|'), 'iu') : /(?!)/;
}

function one(year: number, month: number, day: number): Range | null {
  const found = dayOf(year, month, day);
  return found === null ? null : [found, found];
}

function days(writtenYear: number | null, month: number, from: number, to: number, reading: Reading): Range | null {
  const { year } = reading;
  const years = writtenYear === null ? [year - 1, year, year + 1] : [writtenYear];
  const ranges = years.flatMap((candidate): Range[] => {
    const first = dayOf(candidate, month, from);
    const last = dayOf(candidate, month, to);
    return first === null ? [] : [[first, last !== null && last >= first ? last : first]];
  });
  return nearest(ranges, reading);
}

function wholeMonth(year: number, month: number): Range | null {
  const first = dayOf(year, month, 1);
  return first === null ? null : [first, Date.UTC(year, month, 0) / dayMs];
}

function nearestDayOfMonth(day: number, reading: Reading): Range | null {
  const now = new Date(reading.published * dayMs);
  const ranges = [-1, 0, 1].flatMap((offset) => {
    const found = dayOf(now.getUTCFullYear(), now.getUTCMonth() + 1 + offset, day);
    return found === null ? [] : [[found, found] as const];
  });
  return nearest(ranges, reading);
}

/** News tells of the past more than of the future. */
function nearest(ranges: readonly Range[], { published, leadsToFuture }: Reading): Range | null {
  const distance = ([from]: Range) =>
    from > published ? (from - published) * (leadsToFuture ? 0.5 : 2) : published - from;
  return ranges.toSorted((a, b) => distance(a) - distance(b))[0] ?? null;
}

/** Months from 0 or 13 on belong to the neighbouring years; null for a 31 June. */
function dayOf(year: number, month: number, day: number): Day | null {
  const date = new Date(Date.UTC(year, month - 1, day));
  const isReal = date.getUTCDate() === day && (month < 1 || month > 12 || date.getUTCMonth() === month - 1);
  return isReal && day > 0 ? date.getTime() / dayMs : null;
}

/** Monday is 0; 1 January 1970 was a Thursday. */
function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

function dayIn(date: Date, timeZone: string): Day {
  if (timeZone === 'UTC') return Math.floor(date.getTime() / dayMs);
  const written = new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(date);
  return Date.parse(`${written}T00:00:00Z`) / dayMs;
}

function iso(day: Day): string {
  return new Date(day * dayMs).toISOString().slice(0, 10);
}

function foldDigits(text: string): string {
  return text.replace(/[０-９٠-٩۰-۹]/g, (digit) => String(digit.charCodeAt(0) & 15)).replace(/[\u00a0\u202f]/g, ' ');
}
