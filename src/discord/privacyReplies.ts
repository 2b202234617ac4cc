import { ButtonStyle, ComponentType } from 'discord.js';
import { findKeptAboutPerson, forgetPerson } from '../store/forgetPerson.ts';
import type { CommandContext, Reply } from './command.ts';
import { customId } from './customId.ts';
import { plain } from './escape.ts';
import type { MessageKey } from './languages/en.ts';
import { colourOf } from './renderBriefing.ts';

/** What is kept and for how long, what of it is about the asker, and a button that deletes that. */
export async function privacyReply(userId: string, context: CommandContext): Promise<Reply> {
  const { db, say, host } = context;
  const kept = await findKeptAboutPerson(db, userId);
  const isKnown = Object.values(kept).some((count) => count > 0);
  const section = (title: MessageKey, ...texts: string[]) => `**${say(title)}**\n${texts.join('\n')}`;
  return {
    embeds: [
      {
        title: plain(say('privacyTitle'), 256),
        description: [
          section('privacyServer', say('privacyServerKept', { days: host.articleDays }), say('privacyServerDeleted')),
          section('privacyPerson', say('privacyPersonKept')),
          section('privacyNothing', say('privacyNotKept')),
          section('privacyYou', say(isKnown ? 'privacyYouKept' : 'privacyYouNothing', kept)),
        ].join('\n\n'),
        color: colourOf(null),
      },
    ],
    components: isKnown
      ? [
          {
            type: ComponentType.ActionRow,
            components: [
              {
                type: ComponentType.Button,
                style: ButtonStyle.Danger,
                custom_id: customId('forgetMe'),
                label: plain(say('privacyForget'), 80),
              },
            ],
          },
        ]
      : [],
  };
}

/** Deletes what is kept about the asker. */
export async function forgetReply(userId: string, { db, say }: CommandContext): Promise<Reply> {
  await forgetPerson(db, userId);
  return { content: say('privacyForgotten'), embeds: [], components: [] };
}
