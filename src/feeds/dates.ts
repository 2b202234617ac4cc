const zoneMinutes: Readonly<Record<string, number>> = {
  edt: -240, est: -300, cdt: -300, cst: -360, mdt: -360, mst: -420, pdt: -420, pst: -480, akdt: -480, akst: -540,
  hst: -600, hdt: -540, ast: -240, adt: -180, nst: -210, ndt: -150, brt: -180, art: -180, clt: -240, bst: 60, wet: 0,
  west: 60, cet: 60, cest: 120, mez: 60, mesz: 120, met: 60, mest: 120, eet: 120, eest: 180, msk: 180, trt: 180,
  gst: 240, pkt: 300, ist: 330, npt: 345, ict: 420, wib: 420, wita: 480, wit: 540, hkt: 480, sgt: 480, myt: 480,
  pht: 480, awst: 480, jst: 540, kst: 540, acst: 570, acdt: 630, aest: 600, aedt: 660, nzst: 720, nzdt: 780,
  sast: 120, cat: 120, eat: 180, wat: 60,
}; // biome-ignore format: a table

const languages = 'en de fr es it pt nl sv da nb fi pl cs sk hu ro hr sl bg ru uk el tr ar fa he hi id vi et lv lt ca';
const months = new Map<string, number>();
const englishMonths = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Broken down as written; `zone` in minutes east of UTC. */
type Parts = {
  year: number;
  month: number;
  day: number;
  hour?: number;
  minute?: number;
  second?: number;
  millisecond?: number;
  zone?: number;
};

/**
 * Reads a feed's date: ISO 8601 and W3C-DTF, RFC 822 / 2822 in its many broken forms, `ctime`, Chinese, Japanese and
 * Korean forms, other languages' month names, seconds or milliseconds since 1970. A missing or unknown zone is UTC
 * (RFC 5322 §4.3).
 *
 * @returns null when unreadable or ambiguous (`03/04/2026`): a wrong date is worse than none
 */
export function parseDate(written: string | null | undefined): Date | null {
  const text = normalised(written ?? '');
  if (!text) return null;
  return (
    usualDate(text) ??
    isoDate(text) ??
    epochDate(text) ??
    eastAsianDate(text) ??
    namedMonthDate(text) ??
    numericDate(text)
  );
}

/** The first of several that can be read. */
export function firstDate(written: readonly (string | null | undefined)[]): Date | null {
  for (const text of written) {
    const date = parseDate(text);
    if (date) return date;
  }
  return null;
}

function normalised(written: string): string {
  if (written.length > 500) return '';
  if (written.length <= 100 && /^[!-~](?: ?[!-~])*$/.test(written)) return written;
  const text = written.normalize('NFKC').replace(/\s+/g, ' ').trim();
  if (text.length > 100) return '';
  return text.replace(/[٠-٩۰-۹०-९]/gu, (digit) => {
    const code = digit.codePointAt(0) ?? 0;
    return String(code - (code >= 0x966 ? 0x966 : code >= 0x6f0 ? 0x6f0 : 0x660));
  });
}

/** RFC 822 with four digits of year (RFC 1123 §5.2.14), as nine of ten feeds have it: what takes the rest longest. */
function usualDate(text: string): Date | null {
  const match =
    /^(?:[A-Z][a-z]{2}, )?(\d{1,2}) ([A-Z][a-z]{2}) (\d{4}) (\d\d):(\d\d):(\d\d) (?:GMT|UTC?|Z|([+-])(\d\d)(\d\d))$/.exec(
      text,
    );
  const month = englishMonths.indexOf(match?.[2]?.toLowerCase() ?? '');
  if (!match || month === -1) return null;
  const [, day, , year, hour, minute, second, sign, hours = 0, minutes = 0] = match;
  const zone = Number(hours) * 60 + Number(minutes);
  if (zone > 14 * 60) return null;
  return assemble({
    year: Number(year),
    month: month + 1,
    day: Number(day),
    hour: Number(hour),
    minute: Number(minute),
    second: Number(second),
    zone: sign === '-' ? -zone : zone,
  });
}

function isoDate(text: string): Date | null {
  const match =
    /^([12]\d{3})(?:-?(\d{2})(?:-?(\d{2}))?)?(?:(?:T|t| |-| T)(\d{1,2}):?(\d{2})(?::?(\d{2})(?:[.,:](\d{1,9}))?)?)?\s*(.*)$/.exec(
      text,
    );
  if (!match || match[1] === undefined) return null;
  const [, year, month, day, hour, minute, second, fraction, rest = ''] = match;
  if (!month && /\d/.test(rest)) return null;
  const zone = zoneOf(rest);
  if (rest && zone === null) return null;
  return assemble({
    year: Number(year),
    month: Number(month ?? 1),
    day: Number(day ?? 1),
    hour: Number(hour ?? 0),
    minute: Number(minute ?? 0),
    second: Number(second ?? 0),
    millisecond: fraction ? Math.trunc(Number(`0.${fraction}`) * 1_000) : 0,
    zone: zone ?? 0,
  });
}

function epochDate(text: string): Date | null {
  if (!/^(?:\d{9,10}|\d{12,13})(?:\.\d+)?$/.test(text)) return null;
  const number = Number(text);
  return new Date(number < 1e11 ? number * 1_000 : number);
}

function eastAsianDate(text: string): Date | null {
  const match = /([12]\d{3}) ?[年년] ?(\d{1,2}) ?[月월] ?(\d{1,2}) ?[日일]?(.*)$/u.exec(text);
  if (!match) return null;
  const [, year, month, day, rest = ''] = match;
  const time = timeIn(
    rest
      .replace(/[時时시] ?/u, ':')
      .replace(/[分분] ?/u, ':')
      .replace(/[秒초]/u, ''),
  );
  const isKorean = /[년시]/u.test(text);
  const isJapanese = /[時]|午[前後]/u.test(text);
  const usual = isKorean || isJapanese ? 540 : /[时]|[上下]午/u.test(text) ? 480 : 0;
  return assemble({
    year: Number(year),
    month: Number(month),
    day: Number(day),
    ...time,
    zone: zoneOf(afterTime(rest)) ?? usual,
  });
}

function namedMonthDate(text: string): Date | null {
  const dayFirst =
    /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|ª|\.)?[ \-/.,]*(?:de |d['’])?([\p{L}\p{M}]{2,20})\.?[ \-/.,']*(?:de |del |г\.? )?(\d{2,4})(?![\d:])/u;
  const monthFirst = /([\p{L}\p{M}]{3,20})\.?[ \-/](\d{1,2})(?:st|nd|rd|th)?[ ,\-/]+(\d{4})(?![\d:])/u;
  const ctime = /([\p{L}\p{M}]{3,20}) (\d{1,2}) (\d{1,2}:\d{2}(?::\d{2})?) (?:[A-Za-z]{1,5} |[+-]\d{4} )?(\d{4})$/u;
  const byCtime = ctime.exec(text);
  if (byCtime) return dated(text, byCtime[4], byCtime[1], byCtime[2]);
  const byDay = dayFirst.exec(text);
  if (byDay && monthNamed(byDay[2] ?? '') !== null) return dated(text, byDay[3], byDay[2], byDay[1]);
  const byMonth = monthFirst.exec(text);
  return byMonth ? dated(text, byMonth[3], byMonth[1], byMonth[2]) : null;
}

function dated(text: string, year = '', month = '', day = ''): Date | null {
  const number = monthNamed(month);
  if (number === null) return null;
  return assemble({
    year: fullYear(year),
    month: number,
    day: Number(day),
    ...timeIn(text),
    zone: zoneOf(afterTime(text)) ?? 0,
  });
}

/** `31/12/2026`, `12/31/2026`, `31.12.2026`: only where the order is certain. */
function numericDate(text: string): Date | null {
  const match = /^(?:[\p{L}.,]+ )?(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)(.*)$/u.exec(text);
  const slashed = match ?? /^()(?:[\p{L}.,]+ )?([12]\d{3})[./] ?(\d{1,2})[./] ?(\d{1,2})\.?(?!\d)(.*)$/u.exec(text);
  if (!slashed) return null;
  const rest = slashed[5] ?? '';
  const when = { ...timeIn(rest), zone: zoneOf(afterTime(rest)) ?? 0 };
  if (!match) {
    return assemble({ year: Number(slashed[2]), month: Number(slashed[3]), day: Number(slashed[4]), ...when });
  }
  const [first, second] = [Number(match[1]), Number(match[3])];
  const isDayFirst = match[2] === '.' || first > 12;
  if (!isDayFirst && second <= 12 && first !== second) return null;
  const [day, month] = isDayFirst ? [first, second] : [second, first];
  return assemble({ year: Number(match[4]), month, day, ...when });
}

function fullYear(written: string): number {
  const year = Number(written);
  if (written.length > 3) return year;
  if (written.length === 3) return year + 1900;
  return year < 50 ? 2000 + year : 1900 + year;
}

const timePattern = /(?<!\d)(\d{1,2})[:.h](\d{2})(?:[:.](\d{1,2})(?:[.,](\d{1,9}))?)?(?!\d)/;

function timeIn(text: string): Pick<Parts, 'hour' | 'minute' | 'second' | 'millisecond'> {
  const match = /(?<!\d)\d{1,2}:\d{2}/.test(text)
    ? /(?<!\d)(\d{1,2}):(\d{2})(?::(\d{1,2})(?:[.,](\d{1,9}))?)?/.exec(text)
    : timePattern.exec(text.replace(/\d{1,2}\.\d{1,2}\.\d{2,4}/, ''));
  if (!match) return {};
  let hour = Number(match[1]);
  if (/\bp\.?m\b|午後|下午|오후/iu.test(text) && hour < 12) hour += 12;
  if (/\ba\.?m\b|午前|上午|오전/iu.test(text) && hour === 12) hour = 0;
  return {
    hour,
    minute: Number(match[2]),
    second: Number(match[3] ?? 0),
    millisecond: match[4] ? Math.trunc(Number(`0.${match[4]}`) * 1_000) : 0,
  };
}

function afterTime(text: string): string {
  const match = /(?<!\d)\d{1,2}:\d{2}(?::\d{1,2}(?:[.,]\d{1,9})?)?(.*)$/u.exec(text);
  return (match?.[1] ?? '').replace(/\b[ap]\.?m\b\.?/i, '').replace(/ \d{4}$/, '');
}

/** @returns minutes east of UTC, 0 for a name that nobody knows, null when the text names no zone */
function zoneOf(written: string): number | null {
  const text = written.trim();
  if (!text) return null;
  const offset = /([+\-−])(\d{1,2}):?(\d{2})?(?!\d)/u.exec(text);
  if (offset) {
    const minutes = Number(offset[2]) * 60 + Number(offset[3] ?? 0);
    return minutes > 14 * 60 ? 0 : offset[1] === '+' ? minutes : -minutes;
  }
  const name = /[A-Za-z]{1,5}/.exec(text)?.[0]?.toLowerCase();
  return name ? (zoneMinutes[name] ?? 0) : null;
}

function monthNamed(written: string): number | null {
  const name = plainName(written);
  const english = englishMonths.indexOf(name.slice(0, 3));
  const isEnglish =
    english !== -1 &&
    /^(?:[a-z]{3}|sept|january|february|march|april|june|july|august|september|october|november|december)$/.test(name);
  if (isEnglish) return english + 1;
  if (months.size === 0) learnMonths();
  return months.get(name) ?? null;
}

function learnMonths(): void {
  for (const language of languages.split(' ')) {
    for (const style of ['long', 'short'] as const) {
      const inDate = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, {
        day: 'numeric',
        month: style,
        timeZone: 'UTC',
      });
      const alone = new Intl.DateTimeFormat(`${language}-u-ca-gregory`, { month: style, timeZone: 'UTC' });
      for (let month = 0; month < 12; month++) {
        const date = Date.UTC(2026, month, 15);
        for (const parts of [inDate.formatToParts(date), alone.formatToParts(date)]) {
          const name = plainName(parts.find(({ type }) => type === 'month')?.value ?? '');
          if (name.length > 1 && !/\d/.test(name) && !months.has(name)) months.set(name, month + 1);
        }
      }
    }
  }
}

function plainName(written: string): string {
  return written
    .toLowerCase()
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .trim();
}

function assemble(parts: Parts): Date | null {
  const { year, month, day, hour = 0, minute = 0, second = 0, millisecond = 0, zone = 0 } = parts;
  const isPossible = month >= 1 && month <= 12 && day >= 1 && hour <= 24 && minute < 60 && second <= 60;
  if (!isPossible || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) return null;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute - zone, second, millisecond));
  return Number.isNaN(date.getTime()) || year < 1000 ? null : date;
}
