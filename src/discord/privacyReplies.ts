import { ButtonStyle, ComponentType } from 'discord.js';
import { findKeptAboutPerson, forgetPerson } from '../store/forgetPerson.ts';
import type { CommandContext, Reply } from './command.ts';
import { customId } from './customId.ts';
import { plain } from './escape.ts';
import type { MessageKey } from './languages/en.ts';
import { colourOf } from './renderBriefing.ts';

const danger = { type: ComponentType.Button, style: ButtonStyle.Danger } as const;
const secondary = { type: ComponentType.Button, style: ButtonStyle.Secondary } as const;

/** What is kept and for how long, what of it is about the asker, and a button that deletes that. */
export async function privacyReply(userId: string, context: CommandContext): Promise<Reply> {
  const { db, say, host, mention } = context;
  const kept = await findKeptAboutPerson(db, userId);
  const isKnown = Object.values(kept).some((count) => count > 0);
  const section = (title: MessageKey, ...texts: string[]) => `**${say(title)}**\n${texts.join('\n')}`;
  return {
    content: '',
    embeds: [
      {
        title: plain(say('privacyTitle'), 256),
        description: [
          section('privacyServer', say('privacyServerKept', { days: host.articleDays }), say('privacyServerDeleted')),
          section('privacyPerson', say('privacyPersonKept'), say('privacyPersonDirect', { days: host.articleDays })),
          section('privacyNothing', say('privacyNotKept')),
          section(
            'privacyYou',
            say(isKnown ? 'privacyYouKept' : 'privacyYouNothing', kept),
            ...(kept.follows + kept.mutes > 0
              ? [say('privacyYouFollow', { ...kept, command: mention('following') })]
              : []),
          ),
        ].join('\n\n'),
        color: colourOf(null),
      },
    ],
    components: isKnown
      ? [
          {
            type: ComponentType.ActionRow,
            components: [{ ...danger, custom_id: customId('forgetMe'), label: plain(say('privacyForget'), 80) }],
          },
        ]
      : [],
  };
}

/** Asks once more before anything is deleted. */
export async function forgetQuestion(userId: string, { db, say }: CommandContext): Promise<Reply> {
  const { follows, mutes } = await findKeptAboutPerson(db, userId);
  return {
    content: say('privacyForgetSure', { follows, mutes }),
    embeds: [],
    components: [
      {
        type: ComponentType.ActionRow,
        components: [
          { ...danger, custom_id: customId('forgetMeNow'), label: plain(say('privacyForgetYes'), 80) },
          { ...secondary, custom_id: customId('keepMe'), label: plain(say('privacyForgetNo'), 80) },
        ],
      },
    ],
  };
}

/** Deletes what is kept about the asker. */
export async function forgetReply(userId: string, { db, say }: CommandContext): Promise<Reply> {
  await forgetPerson(db, userId);
  return { content: say('privacyForgotten'), embeds: [], components: [] };
}
