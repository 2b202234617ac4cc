import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { foldedTyping } from './foldedTyping.ts';
import { folded } from './nearest.ts';
import { parseInterval } from './parseInterval.ts';
import { parseTimes } from './parseTimes.ts';
import { intervalText } from './subscriptionText.ts';

const mostTimes = 12;
const shortestMinutes = 5;
const longestMinutes = 24 * 60;

/**
 * What somebody typed for when: times of day (`07:00, 18:30`), or an interval (`every 2 hours`), in any language that
 * Tidings speaks.
 *
 * @throws UserError  saying what to type
 */
export function typedTimes(
  text: string,
  { say }: Pick<CommandContext, 'say'>,
): { times: readonly string[]; everyMinutes: number | null } {
  const typed = foldedTyping(text);
  const times = parseTimes(typed);
  if (times) {
    if (times.length > mostTimes) throw new UserError(say('errorTooManyTimes'));
    return { times, everyMinutes: null };
  }
  const everyMinutes = parseInterval(typed);
  if (everyMinutes === null) throw new UserError(say('errorTimes', { typed: escaped(text, 60) }));
  if (everyMinutes < shortestMinutes || everyMinutes > longestMinutes) throw new UserError(say('errorInterval'));
  return { times: [], everyMinutes };
}

/** Offers what was typed, put in order, and the usual times and intervals in the asker's language. */
export function offerTimes(text: string, { say }: Pick<CommandContext, 'say'>): Choice[] {
  const usual = [
    '07:00',
    '07:00, 18:00',
    '08:00',
    '12:00',
    '18:00',
    '07:00, 12:00, 18:00',
    ...[60, 180].map((minutes) => intervalText(minutes, say)),
  ];
  const typed = folded(text);
  const valid = typed ? offerable(text.trim(), say) : [];
  return [...valid, ...usual.filter((times) => folded(times).includes(typed) && !valid.includes(times))].map(
    (value) => ({ name: value, value }),
  );
}

function offerable(typed: string, say: CommandContext['say']): string[] {
  try {
    const { times, everyMinutes } = typedTimes(typed, { say });
    return [everyMinutes === null ? times.join(', ') : intervalText(everyMinutes, say)];
  } catch {
    return [];
  }
}
