import { dayMs, type LiveSubscription } from '../news/liveSubscription.ts';
import { countCards } from '../store/cards.ts';
import { findLiveSubscriptions } from '../store/liveSubscriptions.ts';
import type { CommandContext } from './command.ts';
import { escaped } from './escape.ts';
import { languageName } from './languageName.ts';
import { pausedText, topicsText } from './subscriptionText.ts';
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
    turns: live.turns,
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

/** The cards that a server's channels get, a line for each: of what, how many lately, and why they rest if they do. */
export async function liveLines(guildId: string, context: CommandContext): Promise<string[]> {
  const { db, now } = context;
  const lives = await findLiveSubscriptions(db, guildId);
  const counts = await countCards(db, guildId, new Date(now().getTime() - dayMs));
  return Promise.all(lives.map((live) => liveLine(live, counts.get(live.id) ?? 0, context)));
}

/** @param count  of the cards of the last day */
export async function liveLine(live: LiveSubscription, count: number, context: CommandContext): Promise<string> {
  const { say } = context;
  const isResting = live.isPaused || live.suspended !== null;
  return [
    say(live.kind === 'live' ? 'liveLine' : 'breakingLine', await liveWords(live, context)),
    ...(live.roleId === null ? [] : [`<@&${live.roleId}>`]),
    say('cardsOfDay', { count }),
    ...(isResting ? [say('cardsResting', { reason: pausedText(live, context) })] : []),
  ].join(' · ');
}
