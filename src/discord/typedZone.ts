import { knownTimeZone } from '../news/subscription.ts';
import { primaryLanguage } from '../text/language.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { folded, nearest } from './nearest.ts';

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

/**
 * The zone that somebody typed, by its IANA name or its city.
 *
 * @throws UserError  with the nearest zone
 */
export function typedZone(text: string, { say }: CommandContext): string {
  const name = text.trim().replaceAll(' ', '_');
  const known = /^[A-Za-z]/.test(name) ? knownTimeZone(name) : null;
  if (known) return renamed[known] ?? known;
  const byCity = zones.find((zone) => folded(cityOf(zone)) === folded(text));
  if (byCity) return byCity;
  const near = nearest(name, zones) ?? nearest(text, zones.map(cityOf));
  const suggestion = zones.find((zone) => zone === near || cityOf(zone) === near) ?? 'none';
  throw new UserError(say('errorZone', { typed: escaped(text, 60), suggestion: escaped(suggestion) }));
}

export function offerZones(text: string): Choice[] {
  const wanted = folded(text).replaceAll(' ', '_');
  const fitting = zones.filter((zone) => folded(zone).includes(wanted));
  const cityFirst = fitting.sort((a, b) => rank(a, wanted) - rank(b, wanted));
  return cityFirst.slice(0, 25).map((zone) => ({ name: zone.replaceAll('_', ' '), value: zone }));
}

function rank(zone: string, wanted: string): number {
  return folded(cityOf(zone)).replaceAll(' ', '_').startsWith(wanted) ? 0 : 1;
}

/** `Ho Chi Minh` of `Asia/Ho_Chi_Minh`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/** @param locale  the server's, as Discord gives it */
export function likelyZone(locale: string | null): string {
  if (locale === 'en-GB') return 'Europe/London';
  if (locale === 'zh-TW') return 'Asia/Taipei';
  return zoneOfLanguage[primaryLanguage(locale ?? '')] ?? 'UTC';
}
