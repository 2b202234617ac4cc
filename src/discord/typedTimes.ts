import { parseTimes } from '../news/subscription.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';

const mostTimes = 12;
const every = /^(?:every|each|alle|jede|chaque|toutes les|a cada|cada|todas as|кажд(?:ые|ый|ую)|كل|每隔?)/iu;
const hours = /^(?:h|hours?|hourly|stunden?|heures?|horas?|時間|시간|[个個]?小[时時]|час(?:а|ов)?|ساع(?:ة|ات|تين))$/iu;
const minutes = /^(?:min|minutes?|minuten?|minutos?|分|분|分[钟鐘]|минут[уы]?|دق(?:يقة|ائق))$/iu;

/**
 * What somebody typed for when: times of day (`07:00, 18:30`), or an interval (`every 2 hours`).
 *
 * @throws UserError  saying what to type
 */
export function typedTimes(
  text: string,
  { say }: CommandContext,
): { times: readonly string[]; everyMinutes: number | null } {
  const written = text.normalize('NFKC').trim();
  const parsed = parseTimes(written);
  if ('times' in parsed && !every.test(written)) {
    if (parsed.times.length > mostTimes) throw new UserError(say('errorTooManyTimes'));
    return { times: parsed.times, everyMinutes: null };
  }
  const everyMinutes = intervalMinutes(written);
  if (everyMinutes === null) throw new UserError(say('errorTimes', { typed: escaped(text, 60) }));
  if (everyMinutes < 5 || everyMinutes > 24 * 60) throw new UserError(say('errorInterval'));
  return { times: [], everyMinutes };
}

/** `every 2 hours`, `30 min`, `2時間ごと`; a count that is not written is one, or the two in an Arabic dual. */
function intervalMinutes(text: string): number | null {
  const match = /^(\d{0,4})\s*(\p{L}+)\.?$/u.exec(
    text
      .replace(every, '')
      .replace(/(?:ごと|おき|毎|마다)$/, '')
      .trim(),
  );
  if (!match) return null;
  const [, digits = '', unit = ''] = match;
  const count = Number(digits || (unit === 'ساعتين' ? 2 : 1));
  if (hours.test(unit)) return count * 60;
  return minutes.test(unit) ? count : null;
}

export function offerTimes(text: string, { say }: CommandContext): Choice[] {
  const usual = [
    '07:00',
    '07:00, 18:00',
    '08:00',
    '12:00',
    '18:00',
    '07:00, 12:00, 18:00',
    'every hour',
    'every 3 hours',
  ];
  const typed = text.trim();
  const valid = typed ? offerable(typed, say) : [];
  return [...valid, ...usual.filter((times) => times.includes(typed) && !valid.includes(times))].map((value) => ({
    name: value,
    value,
  }));
}

function offerable(typed: string, say: CommandContext['say']): string[] {
  try {
    const { times } = typedTimes(typed, { say } as CommandContext);
    return [times.length > 0 ? times.join(', ') : typed];
  } catch {
    return [];
  }
}
