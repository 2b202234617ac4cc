/** Ends a word in scripts that put spaces between words. */
const end = String.raw`(?!\p{L})`;

/** Words before or after an hour that say which half of the day it is. `night` is late evening and small hours. */
const halves = {
  am: [
    String.raw`a\.?\s?m${end}\.?`,
    '午前|上午|早上|早晨|清晨|凌晨|朝|오전|아침|새벽|صباحا|الصباح',
    `(?:morgens|vormittags|du matin|de la mañana|de la madrugada|da manhã|da madrugada|утра|ص)${end}`,
  ].join('|'),
  pm: [
    String.raw`p\.?\s?m${end}\.?`,
    '午後|下午|中午|傍晚|夕方|오후|저녁|مساء',
    `(?:nachmittags|abends|de l['’]après-midi|du soir|de la tarde|da tarde|дня|вечера|م)${end}`,
  ].join('|'),
  night: `晚上|夜間|深夜|夜|밤|ليلا|(?:nachts|de la noche|da noite|ночи)${end}`,
};
const hourUnit = String.raw`(?:(?:h|hrs?|hs|heures?|horas?|uhr|o['’]clock|ч|час(?:ов|а)?)${end}\.?|[時时]|[點点][钟鐘整]?|시)`;
const minuteUnit = String.raw`(?:(?:min|minutos?|minutes?|мин(?:ут[аы]?)?)${end}\.?|分|분)`;
const halfHour = `(?:半|반|والنصف|ونصف|(?:y media|e meia|et demie)${end})`;

const time = new RegExp(
  [
    String.raw`(?:(?:(?<amBefore>${halves.am})|(?<pmBefore>${halves.pm})|(?<nightBefore>${halves.night}))\s?)?`,
    String.raw`(?<hour>\d{1,2})(?!\d)(?:`,
    String.raw`[:.](?<minute>\d{2})(?!\d)(?:\s?${hourUnit})?`,
    // 18h30, 18 Uhr 30; but in 7h 18h30 the 18 is the next hour.
    String.raw`|\s?${hourUnit}\s?(?<minuteAfter>\d{2})(?!\d|[:.]\d|\s?${hourUnit})(?:\s?${minuteUnit})?`,
    String.raw`|(?:\s?${hourUnit})?(?:\s?(?<halfHour>${halfHour}))?`,
    ')',
    String.raw`(?:\s?(?:(?<am>${halves.am})|(?<pm>${halves.pm})|(?<night>${halves.night})))?`,
  ].join(''),
  'uy',
);

/** What may stand before, between and after times: commas, “and”, “at” and “every day”. */
const between = new RegExp(
  [
    String.raw`(?:[\s,;、،؛&+・。]`,
    'と|や|に|和|與|与|及|以及|및|와|과|하고|그리고|에|毎日|每天|매일|كل يوم|يوميا|الساعة|عند|و',
    `(?:and|und|y|e|et|и|at|um|à|a las?|às|as|в|every day|daily|täglich|jeden tag|tous les jours|chaque jour|todos los días|cada día|todos os dias|cada dia|каждый день|ежедневно)${end})+`,
  ].join('|'),
  'uy',
);

/**
 * Reads what people type for times of day, in any of the languages that Tidings speaks: `7:00`, `07:00, 18.30`,
 * `7am and 6:30 pm`, `7 Uhr`, `18h30`, `午前7時半`, `오전 7시`, `上午7点`.
 *
 * @param typed  as `foldedTyping` gives it
 * @returns `HH:MM`, ascending, without repetition; null when anything in it is no time of day
 */
export function parseTimes(typed: string): string[] | null {
  if (typed.length > 200) return null;
  const text = typed.replaceAll(/\s+/g, ' ').replace(/(?<=[^m])\.$/, '');
  const times = new Set<string>();
  for (let at = endOf(between, text, 0) ?? 0; at < text.length; ) {
    time.lastIndex = at;
    const match = time.exec(text);
    const minutes = match && minutesOf(match.groups ?? {});
    if (minutes === null) return null;
    times.add(`${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`);
    const next = endOf(between, text, time.lastIndex) ?? time.lastIndex;
    if (next === time.lastIndex && next < text.length) return null;
    at = next;
  }
  return times.size > 0 ? [...times].sort() : null;
}

/** Since midnight, or null where the clock shows no such time. */
function minutesOf(part: Readonly<Record<string, string | undefined>>): number | null {
  const hour = Number(part.hour);
  const minute = part.halfHour ? 30 : Number(part.minute ?? part.minuteAfter ?? 0);
  const isBefore = part.amBefore ?? part.pmBefore ?? part.nightBefore;
  const isAfter = part.am ?? part.pm ?? part.night;
  if (minute > 59 || hour > 23 || (isBefore && isAfter)) return null;
  if (!isBefore && !isAfter) return hour * 60 + minute;
  // Japanese counts from 午前0時 and 午後0時; after an hour, as in 0am, nobody means it.
  if (hour > 12 || (hour === 0 && isAfter)) return null;
  const isSmallHour = (part.night ?? part.nightBefore) && (hour < 5 || hour === 12);
  const isMorning = part.am ?? part.amBefore ?? isSmallHour;
  return ((hour % 12) + (isMorning ? 0 : 12)) * 60 + minute;
}

function endOf(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
