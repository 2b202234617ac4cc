import { ComponentType } from 'discord.js';
import { findFollows, findHeadlines } from '../store/follows.ts';
import { findOwnSubscriptions } from '../store/subscriptions.ts';
import type { CommandContext, Reply } from './command.ts';
import { type Action, customId } from './customId.ts';
import { escaped, plain, timestamp } from './escape.ts';
import { labelOf } from './followReplies.ts';
import { joinWithin } from './joinWithin.ts';
import type { MessageKey } from './languages/en.ts';
import { findLabelledMutes, type Owner } from './muteReplies.ts';
import { colourOf, optionLabel } from './renderBriefing.ts';
import { topicsText, wordsFor } from './subscriptionText.ts';

const mostLetters = 1_200;

/** A list that people see, and the select that takes things out of it. */
type Part = {
  readonly title: MessageKey;
  readonly action: Action;
  readonly placeholder: MessageKey;
  readonly entries: readonly { readonly id: number; readonly line: string; readonly label: string }[];
};

/**
 * All that somebody follows, gets and has muted, with selects that end it; for those who manage a server, also what is
 * muted there.
 *
 * @param server  the server that they manage and ask in
 * @param said  what has just been done, to stand above
 */
export async function followingReply(
  userId: string,
  server: string | null,
  context: CommandContext,
  said?: string,
): Promise<Reply> {
  const { say, mention } = context;
  const parts: Part[] = [
    await followsPart(userId, context),
    await briefingsPart(userId, context),
    await mutesPart({ userId }, context),
    ...(server ? [await mutesPart({ guildId: server }, context)] : []),
  ].filter(({ entries }) => entries.length > 0);
  const nothing = say('followingNone', { follow: mention('follow story'), mute: mention('mute word') });
  if (parts.length === 0) return { content: [...(said ? [said] : []), nothing].join('\n'), embeds: [], components: [] };
  const sections = parts.map(({ title, entries }) => {
    const lines = entries.map(({ line }) => `• ${line}`);
    return `**${say(title)}**\n${joinWithin(lines, '\n', mostLetters)}`;
  });
  return {
    content: said ?? '',
    embeds: [{ title: plain(say('whatYouFollow'), 256), description: sections.join('\n\n'), color: colourOf(null) }],
    components: parts.map(({ action, placeholder, entries }) => ({
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: customId(action),
          placeholder: plain(say(placeholder), 150),
          min_values: 1,
          max_values: entries.length,
          options: entries.map(({ id, label }) => ({ label: optionLabel(label), value: String(id) })),
        },
      ],
    })),
  };
}

async function followsPart(userId: string, { db, language }: CommandContext): Promise<Part> {
  const follows = await findFollows(db, userId);
  const headlines = await findHeadlines(
    db,
    follows.flatMap((follow) => (follow.kind === 'story' ? [follow.storyId] : [])),
    language,
  );
  const entries = follows.map((follow) => {
    const label = labelOf(follow, headlines, language);
    return { id: follow.id, label, line: escaped(label, 160) };
  });
  return { title: 'followingFollows', action: 'unfollow', placeholder: 'followingStop', entries };
}

async function briefingsPart(userId: string, context: CommandContext): Promise<Part> {
  const entries = [];
  for (const subscription of await findOwnSubscriptions(context.db, userId)) {
    const words = await wordsFor(subscription, context);
    const next = timestamp(subscription.nextDueAt, 'F');
    entries.push({
      id: subscription.id,
      label: `${await topicsText(subscription, context)} · ${words.when}`,
      line: context.say('followingBriefing', { ...words, next }),
    });
  }
  return { title: 'followingBriefings', action: 'endBriefing', placeholder: 'followingEnd', entries };
}

async function mutesPart(owner: Owner, context: CommandContext): Promise<Part> {
  const isOwn = 'userId' in owner;
  const entries = (await findLabelledMutes(owner, context)).map(({ mute, label }) => ({
    id: mute.id,
    label,
    line: escaped(label, 120),
  }));
  return {
    title: isOwn ? 'followingMutes' : 'followingServerMutes',
    action: isOwn ? 'unmute' : 'unmuteServer',
    placeholder: isOwn ? 'followingUnmute' : 'followingUnmuteServer',
    entries,
  };
}
