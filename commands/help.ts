import type { CommandContext, SlashCommand } from '../src/discord/command.ts';
import { plain } from '../src/discord/escape.ts';
import type { MessageKey } from '../src/discord/languages/en.ts';
import { findLanguage, sayIn } from '../src/discord/languages/index.ts';
import { colourOf } from '../src/discord/renderBriefing.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { topicLabel } from '../src/discord/topicLabel.ts';

type CommandKey = Extract<MessageKey, `command.${string}`>;

/** What one line tells of, and what it says; a command alone says what it does. */
type Line = CommandKey | { readonly commands: readonly CommandKey[]; readonly says: MessageKey };

const reading: readonly Line[] = [
  'command.story.show',
  'command.related',
  'command.why',
  'command.search',
  'command.topics.list',
  'command.sources.list',
  'command.subscriptions',
  'command.privacy',
];
const following: readonly Line[] = [
  {
    commands: ['command.follow.story', 'command.follow.topic', 'command.follow.search', 'command.follow.briefing'],
    says: 'command.follow',
  },
  'command.mute.word',
  'command.following',
];
const managing: readonly Line[] = [
  'command.subscribe',
  'command.live',
  'command.breaking',
  { commands: ['command.edit', 'command.pause', 'command.resume', 'command.unsubscribe'], says: 'helpChange' },
  'command.settings',
  'command.status',
  'command.story.split',
  'command.topics.add',
  'command.sources.add',
  'command.export',
  'command.import',
];

export default {
  data: slashCommand('help', { anywhere: true, options: {} }),

  async execute(_interaction, context) {
    const { say } = context;
    const first = (key: MessageKey, command: CommandKey) => say(key, { command: nameOf(command, context) });
    const section = (title: MessageKey, lines: readonly string[]) => `**${say(title)}**\n${lines.join('\n')}`;
    return {
      embeds: [
        {
          title: plain(say('helpTitle'), 256),
          description: [
            say('helpIntro'),
            section('helpFirst', [
              first('helpFirstRead', 'command.briefing'),
              first('helpStart', 'command.subscribe'),
              first('helpFirstFollow', 'command.follow.story'),
            ]),
            section('helpReading', [
              ...reading.map((key) => lineFor(key, context)),
              say('helpMenus', menuNames(context)),
            ]),
            section(
              'helpFollowing',
              following.map((key) => lineFor(key, context)),
            ),
            section(
              'helpManaging',
              managing.map((key) => lineFor(key, context)),
            ),
            section('helpQueries', [say('helpQueryForms', queryForms(context))]),
          ].join('\n\n'),
          color: colourOf(null),
          footer: { text: plain(say('helpFooter'), 500) },
        },
      ],
    };
  },
} satisfies SlashCommand;

function lineFor(line: Line, context: CommandContext): string {
  const { commands, says } = typeof line === 'string' ? { commands: [line], says: line } : line;
  return [...commands.map((command) => nameOf(command, context)), context.say(says)].join(' ');
}

/**
 * A command to click, and what the reader's Discord calls it. Discord shows what is to be clicked in English, as it is
 * written, and opens it in the reader's language (github.com/discord/discord-api-docs/issues/5518).
 */
function nameOf(key: CommandKey, { say, mention, language }: CommandContext): string {
  const words = key.split('.').slice(1);
  const english = words.join(' ');
  const hasLocale = findLanguage(language)?.locales.length !== 0;
  const own = hasLocale ? words.map((word) => say(`name.${word}` as MessageKey)).join(' ') : english;
  return own === english ? mention(english) : `${mention(english)} \`/${own}\``;
}

/** What stands in Discord's menus: in English where Discord does not speak the reader's language. */
function menuNames({ language }: CommandContext): Record<string, string> {
  const say = sayIn(findLanguage(language)?.locales.length ? language : 'en');
  return { related: say('menu.relatedStories'), brief: say('menu.briefThis') };
}

function queryForms({ say, language }: CommandContext): Record<string, string> {
  const [first, second, third] = [say('exampleFirst'), say('exampleSecond'), say('exampleThird')];
  return {
    and: `\`${first} ${third}\``,
    or: `\`${first} OR ${second}\``,
    not: `\`${first} -${say('exampleUnwanted')}\``,
    phrase: `\`"${say('examplePhrase')}"\``,
    group: `\`(${first} OR ${second}) ${third}\``,
    facts: `\`source:reuters\` \`lang:ja\` \`country:JP\` \`topic:${topicLabel('sport', language).toLocaleLowerCase(language)}\``,
  };
}
