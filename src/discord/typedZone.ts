import { knownTimeZone } from '../news/subscription.ts';
import { primaryLanguage } from '../text/language.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { folded, nearest } from './nearest.ts';
import { cityOf, zoneName } from './zoneName.ts';

/** Cities whose names in the system's list are not what they are called now. */
const renamed: Readonly<Record<string, string>> = {
  'America/Godthab': 'America/Nuuk',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
};

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').map((zone) => renamed[zone] ?? zone)];

/** Where a server that speaks a language probably is. Only a first guess, shown before anything is saved. */
const zoneOfLanguage: Readonly<Record<string, string>> = {
  ja: 'Asia/Tokyo',
  ko: 'Asia/Seoul',
  de: 'Europe/Berlin',
  fr: 'Europe/Paris',
  it: 'Europe/Rome',
  es: 'Europe/Madrid',
  pt: 'America/Sao_Paulo',
  zh: 'Asia/Shanghai',
  ru: 'Europe/Moscow',
  pl: 'Europe/Warsaw',
  nl: 'Europe/Amsterdam',
  sv: 'Europe/Stockholm',
  tr: 'Europe/Istanbul',
  uk: 'Europe/Kyiv',
  hi: 'Asia/Kolkata',
  th: 'Asia/Bangkok',
  vi: 'Asia/Ho_Chi_Minh',
  id: 'Asia/Jakarta',
};

/** A zone that many people live in, for each difference from UTC: to be proposed to those who type the difference. */
const populous = [
  'Europe/London',
  'Europe/Berlin',
  'Europe/Athens',
  'Europe/Moscow',
  'Asia/Dubai',
  'Asia/Karachi',
  'Asia/Kolkata',
  'Asia/Dhaka',
  'Asia/Jakarta',
  'Asia/Shanghai',
  'Asia/Tokyo',
  'Australia/Sydney',
  'Pacific/Auckland',
  'Atlantic/Azores',
  'America/Sao_Paulo',
  'America/New_York',
  'America/Chicago',
  'America/Denver',
  'America/Los_Angeles',
  'America/Anchorage',
  'Pacific/Honolulu',
];

/**
 * The zone that somebody typed, by its IANA name or its city.
 *
 * @throws UserError  with the nearest zone; for a bare difference from UTC, with a zone that has it now
 */
export function typedZone(text: string, context: Pick<CommandContext, 'say' | 'language' | 'now'>): string {
  const { say } = context;
  const name = text.trim().replaceAll(' ', '_');
  const known = knownTimeZone(name);
  if (known) return renamed[known] ?? known;
  const byCity = zones.find((zone) => folded(cityOf(zone)) === folded(text));
  if (byCity) return byCity;
  const typed = escaped(text, 60);
  const alike = zoneWithOffset(text, context);
  if (alike) throw new UserError(say('errorZoneOffset', { typed, zone: escaped(alike) }));
  const near = nearest(name, zones) ?? nearest(text, zones.map(cityOf));
  const suggestion = zones.find((zone) => zone === near || cityOf(zone) === near) ?? 'none';
  throw new UserError(say('errorZone', { typed, suggestion: escaped(suggestion) }));
}

/** For `+09:00`, `UTC+9` or `GMT-3`, a zone with that difference today: first the one where the language is at home. */
function zoneWithOffset(text: string, { language, now }: Pick<CommandContext, 'language' | 'now'>): string | undefined {
  const match = /^(?:utc|gmt)?\s*([+-])\s*(\d{1,2})(?::?([0-5]\d))?$/i.exec(
    text.normalize('NFKC').replace('−', '-').trim(),
  );
  if (!match) return undefined;
  const [, sign, hours = '', minutes = '00'] = match;
  const wanted = `GMT${sign}${hours.padStart(2, '0')}:${minutes}`;
  const home = zoneOfLanguage[primaryLanguage(language)];
  return [...(home ? [home] : []), ...populous, ...zones].find((zone) => offsetOf(zone, now()) === wanted);
}

/** `GMT+09:00` */
function offsetOf(timeZone: string, date: Date): string | undefined {
  const format = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' });
  const name = format.formatToParts(date).find(({ type }) => type === 'timeZoneName')?.value;
  return name === 'GMT' ? 'GMT+00:00' : name;
}

/** Offers zones by name or city, with the reader's own name for each. */
export function offerZones(text: string, language: string): Choice[] {
  const wanted = folded(text).replaceAll(' ', '_');
  const fitting = zones.filter((zone) => folded(zone).includes(wanted));
  const cityFirst = fitting.sort((a, b) => rank(a, wanted) - rank(b, wanted));
  return cityFirst.slice(0, 25).map((zone) => {
    const written = zone.replaceAll('_', ' ');
    const own = zoneName(zone, language);
    return { name: own === cityOf(zone) ? written : `${written} · ${own}`, value: zone };
  });
}

function rank(zone: string, wanted: string): number {
  return folded(cityOf(zone)).replaceAll(' ', '_').startsWith(wanted) ? 0 : 1;
}

/** @param locale  the server's, as Discord gives it */
export function likelyZone(locale: string | null): string {
  if (locale === 'en-GB') return 'Europe/London';
  if (locale === 'zh-TW') return 'Asia/Taipei';
  return zoneOfLanguage[primaryLanguage(locale ?? '')] ?? 'UTC';
}
