import { type CommandContext, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { foldedTyping } from './foldedTyping.ts';
import { languages, sayIn } from './languages/index.ts';
import { folded } from './nearest.ts';
import { parseTimes } from './parseTimes.ts';

/**
 * Quiet hours as somebody typed them: `22:00-07:00`, `10pm to 7am`, `22時〜7時`.
 *
 * @returns null for the word that wants none, in whichever language
 * @throws UserError  saying what to type
 */
export function typedQuiet(text: string, { say }: Pick<CommandContext, 'say'>): { from: string; until: string } | null {
  if (languages.some(({ code }) => folded(sayIn(code)('quietNever')) === folded(text))) return null;
  const parts = foldedTyping(text)
    .split(/\s*(?:[-–—~〜]|\b(?:to|until|bis|a|à|até|до|إلى)\b|から|부터|至|到)\s*/u)
    .filter((part) => part !== '');
  const [from, until] = parts.map((part) => parseTimes(part)?.[0]);
  if (parts.length !== 2 || !from || !until || from === until) {
    throw new UserError(say('errorQuiet', { typed: escaped(text, 60) }));
  }
  return { from, until };
}
