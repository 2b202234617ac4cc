import type { LiveSubscription } from '../news/liveSubscription.ts';
import type { CommandContext } from './command.ts';
import { escaped } from './escape.ts';
import { languageName } from './languageName.ts';
import { topicsText } from './subscriptionText.ts';
import { zoneName } from './zoneName.ts';

type Words = Readonly<Record<string, string | number>>;

/** The parts of a sentence about a wish for cards, in the asker's language, escaped. */
export async function liveWords(live: LiveSubscription, context: CommandContext): Promise<Words> {
  return {
    channel: `<#${live.channelId}>`,
    topics: escaped(await topicsText(live, context), 200),
    count: live.minOrigins,
    minutes: live.withinMinutes ?? 0,
    perHour: live.perHour,
    language: languageName(live.language, context.language),
  };
}

/** What will happen from now on, in sentences. */
export async function livePromise(live: LiveSubscription, context: CommandContext): Promise<string> {
  const { say, language } = context;
  const words = await liveWords(live, context);
  const sentences = [say(live.kind === 'live' ? 'liveSubscribed' : 'breakingSubscribed', words)];
  if (live.roleId !== null) {
    sentences.push(say('liveMentions', { role: `<@&${live.roleId}>`, count: live.mentionsPerDay }));
    const zone = zoneName(live.timeZone, language);
    sentences.push(live.quiet ? say('liveQuiet', { ...live.quiet, zone }) : say('liveNeverQuiet'));
  }
  return sentences.join(' ');
}

/** The same in one line of a list. */
export async function liveLine(live: LiveSubscription, context: CommandContext): Promise<string> {
  const line = context.say(live.kind === 'live' ? 'liveLine' : 'breakingLine', await liveWords(live, context));
  return live.roleId === null ? line : `${line} · <@&${live.roleId}>`;
}
