import { ownTopicKey, topics } from '../news/topic.ts';
import { findGuildTopics } from '../store/guildTopics.ts';
import { type Choice, type CommandContext, UserError } from './command.ts';
import { escaped, plain } from './escape.ts';
import { folded, nearest } from './nearest.ts';
import { topicLabel } from './topicLabel.ts';

type Named = { readonly key: string; readonly label: string; readonly names: readonly string[] };

/** What stands between topics, and words, in a list that somebody typed. */
export const separators = /[,;\n،؛，、；]/;

/** What people type for the topics all together. */
export function wordsForAll(say: CommandContext['say']): string[] {
  return [say('topStories'), 'top stories', 'all'];
}

/**
 * The keys of the topics that somebody typed, separated by commas, by label in any language, key, or the name of one
 * of the server's own.
 *
 * @returns sorted; empty when nothing was typed, or everything was asked for: top stories
 * @throws UserError  with the nearest topic, for one that there is not
 */
export async function typedTopics(text: string | null, guildId: string, context: CommandContext): Promise<string[]> {
  const parts = (text ?? '')
    .split(separators)
    .map((part) => part.trim())
    .filter(Boolean);
  const known = await namedTopics(guildId, context);
  const all = wordsForAll(context.say).map(folded);
  const keys = parts.flatMap((part) => {
    if (all.includes(folded(part))) return [];
    const found = known.find(({ names }) => names.includes(folded(part)));
    if (!found) throw unknownTopic(part, known, context);
    return [found.key];
  });
  return [...new Set(keys)].sort();
}

/** Offers topics for the part being typed, keeping what was typed before the last comma. */
export async function offerTopics(text: string, guildId: string, context: CommandContext): Promise<Choice[]> {
  const known = await namedTopics(guildId, context);
  const before = text
    .split(separators)
    .slice(0, -1)
    .map((part) => part.trim())
    .filter(Boolean);
  const part = folded(text.split(separators).at(-1) ?? '');
  const taken = before.map(folded);
  const top = before.length === 0 ? [context.say('topStories')] : [];
  const labels = known
    .filter(({ names }) => !names.some((name) => taken.includes(name)) && names.some((name) => name.includes(part)))
    .map(({ label }) => label);
  return [...top.filter((label) => folded(label).includes(part)), ...labels]
    .map((label) => [...before, label].join(context.say('comma')))
    .filter((value) => value.length <= 100)
    .slice(0, 25)
    .map((value) => ({ name: plain(value, 100), value }));
}

async function namedTopics(guildId: string, { db, language }: CommandContext): Promise<Named[]> {
  const own = await findGuildTopics(db, guildId);
  return [
    ...topics.map((topic) => ({
      key: topic.key,
      label: topicLabel(topic.key, language),
      names: [topic.key, ...Object.values(topic.names)].map(folded),
    })),
    ...own.map((topic) => ({ key: ownTopicKey(topic.id), label: topic.name, names: [folded(topic.name)] })),
  ];
}

function unknownTopic(typed: string, known: readonly Named[], { say, mention }: CommandContext): UserError {
  const near = nearest(
    typed,
    known.flatMap(({ names }) => names),
  );
  const suggestion = near ? (known.find(({ names }) => names.includes(near))?.label ?? 'none') : 'none';
  return new UserError(
    say('errorTopic', {
      typed: escaped(typed, 60),
      suggestion: escaped(suggestion, 60),
      command: mention('topics list'),
    }),
  );
}
