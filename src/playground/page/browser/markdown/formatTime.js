/** @type {Readonly<Record<string, Intl.DateTimeFormatOptions>>} */
const STYLES = {
  t: { timeStyle: 'short' },
  T: { timeStyle: 'medium' },
  d: { dateStyle: 'short' },
  D: { dateStyle: 'long' },
  f: { dateStyle: 'long', timeStyle: 'short' },
  F: { dateStyle: 'full', timeStyle: 'short' },
  s: { dateStyle: 'short', timeStyle: 'short' },
  S: { dateStyle: 'short', timeStyle: 'medium' },
};

/** @type {readonly [Intl.RelativeTimeFormatUnit, number][]} */
const UNITS = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/**
 * `<t:SECONDS:STYLE>` in the reader's zone and language (reference, "Timestamp Styles").
 * @param {number} ms @param {string} style @param {string} locale @param {number} now
 */
export function formatTime(ms, style, locale, now) {
  if (Number.isNaN(new Date(ms).getTime())) return '—';
  if (style !== 'R') return new Intl.DateTimeFormat(locale, STYLES[style] ?? STYLES.f).format(ms);
  const seconds = Math.round((ms - now) / 1000);
  const [unit, length] = UNITS.find(([, each]) => Math.abs(seconds) >= each) ?? ['second', 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'always' }).format(Math.round(seconds / length), unit);
}
