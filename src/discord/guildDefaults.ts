import { findGuildSettings } from '../store/guildSettings.ts';
import type { CommandContext } from './command.ts';
import { languageOfLocale } from './languages/index.ts';
import { likelyZone } from './typedZone.ts';

type Asked = { readonly guildLocale: string | null; readonly locale: string };

/** The language and the zone of what is set up without naming them: the server's, else the likely ones. */
export async function guildDefaults(
  asked: Asked,
  guildId: string,
  { db }: Pick<CommandContext, 'db'>,
): Promise<{ language: string; timeZone: string }> {
  const { language, timeZone } = await findGuildSettings(db, guildId);
  return {
    language: language ?? languageOfLocale(asked.guildLocale ?? asked.locale),
    timeZone: timeZone ?? likelyZone(asked.guildLocale),
  };
}
