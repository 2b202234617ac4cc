import { SlashCommandBuilder } from 'discord.js';
import type { Command } from '../src/discord/command.ts';
import { plain } from '../src/discord/escape.ts';
import type { MessageKey } from '../src/discord/languages/en.ts';
import { colourOf } from '../src/discord/renderBriefing.ts';

const reading: readonly (readonly [string, MessageKey])[] = [
  ['briefing', 'helpBriefing'],
  ['story show', 'helpStory'],
  ['related', 'helpRelated'],
  ['search', 'helpSearch'],
  ['topics list', 'helpTopics'],
  ['sources list', 'helpSources'],
  ['sources export', 'helpSourcesExport'],
  ['subscriptions', 'helpSubscriptions'],
  ['help', 'helpHelp'],
];
const managing: readonly (readonly [string, MessageKey])[] = [
  ['subscribe', 'helpSubscribe'],
  ['unsubscribe', 'helpUnsubscribe'],
  ['story split', 'helpStorySplit'],
  ['story merge', 'helpStoryMerge'],
  ['topics add', 'helpTopicsAdd'],
  ['sources add', 'helpSourcesAdd'],
  ['sources import', 'helpSourcesImport'],
];

const queryForms = {
  and: '`bridge toll`',
  or: '`bridge OR tunnel`',
  not: '`-football`',
  phrase: '`"harbour tunnel"`',
  group: '`(bridge OR tunnel) toll`',
  facts: '`source:reuters` `lang:ja` `country:JP` `topic:sport`',
};

export default {
  data: new SlashCommandBuilder().setName('help').setDescription('What Tidings can do').toJSON(),

  async execute(_interaction, { say, mention }) {
    const lines = (commands: typeof reading) =>
      commands.map(([command, key]) => `${mention(command)} ${say(key)}`).join('\n');
    return {
      embeds: [
        {
          title: plain(say('helpTitle'), 256),
          description: say('helpIntro'),
          color: colourOf(null),
          fields: [
            { name: plain(say('helpReading'), 256), value: lines(reading) },
            { name: plain(say('helpManaging'), 256), value: lines(managing) },
            { name: plain(say('helpQueries'), 256), value: say('helpQueryForms', queryForms) },
          ],
          footer: { text: plain(say('helpFooter'), 500) },
        },
      ],
    };
  },
} satisfies Command;
