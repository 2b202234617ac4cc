const every =
  /^(?:every|each|alle|jede[rn]?|chaque|toute?s (?:les|l['’])|a cada|cada|todas as|todas las|кажд(?:ые|ый|ую|ое)|كل|毎|每隔?|매)\s*/u;
const repeated = /\s?(?:ごとに?|おきに?|毎に?|마다|一次)$/u;
const half = /^(?:half(?: an?)?|eine halbe|halbe|une demi|demi|media|meia|半[個个]?|반|пол|نصف)[\s-]*(?=\p{L})/u;
const hours =
  /^(?:h|hrs?|hours?|std|stunden?|heures?|horas?|時間|시간|[個个]?(?:小[時时]|[钟鐘][头頭])|ч|час(?:а|ов)?|ساع(?:ة|ه|ات|تين))$/u;
const minutes = /^(?:m|mins?|minutes?|minuten?|minutos?|分間?|분|分[钟鐘]|мин|минут[уы]?|دق(?:يقة|يقه|ائق|يقتين))$/u;
const hourly = new Set(['hourly', 'stündlich', 'ежечасно', '毎時', '每時', '每时']);

/**
 * Reads an interval in any of the languages that Tidings speaks: `every 2 hours`, `30 min`, `2時間ごと`, `كل ساعتين`.
 * A count that is not written is one, or the two in an Arabic dual.
 *
 * @param typed  as `foldedTyping` gives it
 * @returns minutes, of any number; null when it is no interval
 */
export function parseInterval(typed: string): number | null {
  if (hourly.has(typed)) return 60;
  const amount = typed.replace(every, '').replace(repeated, '');
  const isHalf = half.test(amount);
  const match = /^(\d{0,4})\s*(\p{L}+)\.?$/u.exec(amount.replace(half, ''));
  if (!match) return null;
  const [, digits = '', unit = ''] = match;
  const count = isHalf ? 0.5 : Number(digits || (/تين$/u.test(unit) ? 2 : 1));
  if (hours.test(unit)) return count * 60;
  return minutes.test(unit) && !isHalf ? count : null;
}
