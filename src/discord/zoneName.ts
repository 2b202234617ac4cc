/** `Ho Chi Minh` of `Asia/Ho_Chi_Minh`. */
export function cityOf(zone: string): string {
  return (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');
}

/**
 * A time zone for the reader of a language: its city, which one finds again when choosing a zone; for those who write
 * in another script than the city's, their own name for the zone's time, such as ドイツ時間.
 */
export function zoneName(zone: string, language: string): string {
  const own = (['shortGeneric', 'longGeneric'] as const)
    .map((style) => genericName(zone, language, style))
    .find((name) => /(?!\p{Script=Latin})\p{L}/u.test(name) && !/\d/.test(name));
  return own ?? cityOf(zone);
}

function genericName(zone: string, language: string, timeZoneName: 'shortGeneric' | 'longGeneric'): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName });
  return format.formatToParts(Date.UTC(2024, 0, 1)).find(({ type }) => type === 'timeZoneName')?.value ?? '';
}
