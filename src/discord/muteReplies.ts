import type { Mute, Muted } from '../news/mute.ts';
import { addMute, findMutes, removeMutes } from '../store/mutes.ts';
import { findSource } from '../store/sources.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { buttonRow } from './followReplies.ts';
import { topicLabel } from './topicLabel.ts';

/** Whose a mute is: one person's, or a whole server's. */
export type Owner = { readonly userId: string } | { readonly guildId: string };

/** Keeps what somebody does not want to read about, for themselves or for a server. */
export async function muteReply(owner: Owner, muted: Muted, context: CommandContext): Promise<Reply> {
  const { db, now, say, mention } = context;
  const mute = await addMute(db, owner, muted, now());
  if (!mute) throw new UserError(say('errorMutesTooMany', { command: mention('mute remove') }));
  const what = escaped(await muteLabel(mute, context), 120);
  const isOwn = 'userId' in owner;
  return {
    content: say(isOwn ? 'mutedOwn' : 'mutedServer', { what }),
    components: [buttonRow([{ action: isOwn ? 'unmute' : 'unmuteServer', ids: [mute.id], label: say('undo') }])],
  };
}

/** Takes mutes back. @returns the sentence that says so */
export async function unmute(owner: Owner, ids: readonly number[], context: CommandContext): Promise<string> {
  const { db, say } = context;
  const removed = await removeMutes(db, owner, ids);
  return removed.length === 0 ? say('unmutedAlready') : say('unmuted', { what: await mutesText(removed, context) });
}

/** What can be taken back: one's own mutes and, for those who manage it, the server's. */
export async function findLabelledMutes(
  owner: Owner,
  context: CommandContext,
): Promise<{ readonly mute: Mute; readonly label: string }[]> {
  const mutes = await findMutes(context.db, owner);
  return Promise.all(mutes.map(async (mute) => ({ mute, label: await muteLabel(mute, context) })));
}

/** What mutes a story, as a list in the reader's language; escaped. */
export async function mutesText(mutes: readonly Muted[], context: CommandContext): Promise<string> {
  const labels = await Promise.all(mutes.map((mute) => muteLabel(mute, context)));
  const list = new Intl.ListFormat(context.language, { type: 'conjunction' });
  return list.format(labels.map((label) => `**${escaped(label, 120)}**`));
}

/** What is muted, as people know it. Not escaped. */
async function muteLabel({ kind, value }: Muted, { db, language, say }: CommandContext): Promise<string> {
  if (kind === 'topic') return topicLabel(value, language);
  if (kind === 'source') return (await findSource(db, Number(value)))?.title ?? '…';
  return say('inQuotes', { text: value });
}
