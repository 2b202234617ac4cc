import type { MessageComponentInteraction } from 'discord.js';
import type { HeldSource } from '../news/notice.ts';
import { releaseHeld } from '../store/heldArticles.ts';
import { findNotice } from '../store/notices.ts';
import { findSource } from '../store/sources.ts';
import { type CommandContext, type Reply, UserError } from './command.ts';
import { escaped } from './escape.ts';
import { sayIn } from './languages/index.ts';
import { renderNotice } from './renderNotice.ts';
import { managesServer, noticeLanguage } from './sendNotice.ts';

/**
 * Decides what becomes of the articles that are held of a source, as somebody answered in a notice; the notice then
 * shows what was decided. The first answer counts.
 */
export async function answerHeld(
  interaction: MessageComponentInteraction,
  [noticeId = 0, sourceId = 0]: readonly number[],
  announce: boolean,
  context: CommandContext,
): Promise<Reply> {
  const { db } = context;
  const found = await findNotice(db, noticeId);
  const held = found?.notice.held.find((each) => each.sourceId === sourceId);
  const guild = interaction.client.guilds.cache.get(found?.guildId ?? '');
  const manages = guild ? await managesServer(guild, interaction.user.id).catch(() => false) : false;
  if (!found || !held || !guild || !manages) throw new UserError(context.say('errorManage'));
  const released = (await isOpen(held, context)) ? await releaseHeld(db, sourceId, announce) : 0;
  const answer = released === 0 ? 'heldDecided' : announce ? 'heldLetThrough' : 'heldKeptBack';
  const answers = await Promise.all(found.notice.held.map((each) => isOpen(each, context)));
  const open = found.notice.held.filter((_, index) => answers[index]);
  const inServer = interaction.inGuild();
  const language = inServer ? noticeLanguage(guild, found) : context.language;
  return {
    ...renderNotice(found.notice, { id: noticeId, server: guild.name, language, inServer, open }),
    content: sayIn(language)(answer, { title: escaped(held.title, 80) }),
  };
}

/** A source may have been let go, and held again, since the question was asked. */
async function isOpen({ sourceId, heldAt }: HeldSource, { db }: CommandContext): Promise<boolean> {
  const source = await findSource(db, sourceId);
  return source?.heldSince?.getTime() === heldAt.getTime();
}
