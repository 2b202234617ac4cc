import { leadingNumber } from './leadingNumber.ts';

const every =
  /^(?:every|each|alle|jede[rn]?|chaque|toute?s (?:les|l['’])|a cada|cada|todas as|todas las|раз в|кажд(?:ые|ый|ую|ое)|كل|毎|每隔?|매)\s*/u;
const repeated = /\s?(?:ごとに?|おきに?|毎に?|마다|一次)$/u;
const half = /^(?:half(?: an?)?|eine halbe|halbe|une demi|demi|media|meia|半[個个]?|반|пол(?!тор)|نصف)[\s-]*(?=\p{L})/u;
/** After an hour: half of one more. */
const andHalf = /(?<=\p{L})\s?(?:and a half|et demie|y media|e meia|반|半|و\s?نصف)$/u;
const hours =
  /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|時間|시간|[個个]?(?:小[時时]|[钟鐘][头頭])|ч|час(?:а|ов)?|ساع(?:ة|ه|ات|تين))$/u;
const minutes = /^(?:m|mins?|minutes?|minuten?|minutos?|分間?|분|分[钟鐘]|мин|минут[уы]?|دق(?:يقة|يقه|ائق|يقتين))$/u;
const hourly = new Set(['hourly', 'stündlich', 'ежечасно', '毎時', '每時', '每时']);

/**
 * Reads an interval in any of the languages that Tidings speaks: `every 2 hours`, `alle zwei Stunden`, `30 min`,
 * `2時間ごと`, `كل ساعتين`.
 * A count that is not written is one, or the two in an Arabic dual.
 *
 * @param typed  as `foldedTyping` gives it
 * @returns minutes, of any number; null when it is no interval
 */
export function parseInterval(typed: string): number | null {
  if (hourly.has(typed)) return 60;
  const amount = typed.replace(/\.$/, '').replace(every, '').replace(repeated, '');
  if (half.test(amount)) return hours.test(amount.replace(half, '')) ? 30 : null;
  const whole = amount.replace(andHalf, '');
  const { value, rest: unit } = leadingNumber(whole) ?? { value: /تين$/u.test(whole) ? 2 : 1, rest: whole };
  if (hours.test(unit)) return (value + (whole === amount ? 0 : 0.5)) * 60;
  return minutes.test(unit) && whole === amount && Number.isInteger(value) ? value : null;
}
