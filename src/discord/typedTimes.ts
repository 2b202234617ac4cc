import { parseTimes } from '../news/subscription.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';

const mostTimes = 12;
const interval =
  /^(?:every|each|alle|jede|chaque|cada|toutes les|todas as|каждые)?\s*(\d{1,4})?\s*(h|hours?|hourly|stunden?|heures?|horas?|min|minutes?|minuten|minutos|時間(?:ごと|おき|毎)?|分(?:ごと|おき|毎)?|시간(?:마다)?|분(?:마다)?|小时|小時|分钟|分鐘|час(?:а|ов)?|минут)\.?$/iu;

/**
 * What somebody typed for when: times of day (`07:00, 18:30`), or an interval (`every 2 hours`).
 *
 * @throws UserError  saying what to type
 */
export function typedTimes(
  text: string,
  { say }: CommandContext,
): { times: readonly string[]; everyMinutes: number | null } {
  const parsed = parseTimes(text);
  if ('times' in parsed && !/^\s*(?:every|each|alle|cada)\b/i.test(text)) {
    if (parsed.times.length > mostTimes) throw new UserError(say('errorTooManyTimes'));
    return { times: parsed.times, everyMinutes: null };
  }
  const everyMinutes = intervalMinutes(text.trim());
  if (everyMinutes === null) throw new UserError(say('errorTimes', { typed: escaped(text, 60) }));
  if (everyMinutes < 5 || everyMinutes > 24 * 60) throw new UserError(say('errorInterval'));
  return { times: [], everyMinutes };
}

function intervalMinutes(text: string): number | null {
  const match = interval.exec(text);
  if (!match) return null;
  const [, count = '1', unit = ''] = match;
  const isHours = /^(?:h|stund|heure|hora|時間|시간|小时|小時|час)/iu.test(unit);
  return Number(count) * (isHours ? 60 : 1);
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
