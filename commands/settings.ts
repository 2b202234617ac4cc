import { type ChatInputCommandInteraction, ApplicationCommandOptionType as OptionType } from 'discord.js';
import { noticePlaces, requireChannelAccess } from '../src/discord/channelAccess.ts';
import type { CommandContext, SlashCommand } from '../src/discord/command.ts';
import { plain } from '../src/discord/escape.ts';
import { guildDefaults } from '../src/discord/guildDefaults.ts';
import { languageName } from '../src/discord/languageName.ts';
import { findLanguage, languages } from '../src/discord/languages/index.ts';
import { colourOf } from '../src/discord/renderBriefing.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { offerZones, typedZone } from '../src/discord/typedZone.ts';
import { changeGuildSettings, findGuildSettings, type GuildSettings } from '../src/store/guildSettings.ts';

type Setting = keyof GuildSettings;

const titles = {
  language: 'settingLanguage',
  timeZone: 'settingZone',
  noticeChannelId: 'settingNotices',
} as const satisfies Record<Setting, string>;
const settings = Object.keys(titles) as Setting[];
const resets: Readonly<Record<string, Setting>> = {
  language: 'language',
  zone: 'timeZone',
  channel: 'noticeChannelId',
};

export default {
  data: slashCommand('settings', {
    forManagers: true,
    options: {
      language: { type: OptionType.String, choices: languages.map(({ code, name }) => ({ value: code, name })) },
      zone: { type: OptionType.String, autocomplete: true, max_length: 60 },
      channel: { type: OptionType.Channel, channel_types: [...noticePlaces] },
      reset: {
        type: OptionType.String,
        choices: Object.entries(resets).map(([value, setting]) => ({ value, says: titles[setting] })),
      },
    },
  }),

  async execute(interaction, context) {
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const change = await typedChange(interaction, context);
    const changed = settings.filter((setting) => setting in change);
    if (changed.length > 0) await changeGuildSettings(context.db, guildId, change);
    const kept = await findGuildSettings(context.db, guildId);
    const values = await valuesOf(kept, interaction, guildId, context);
    if (changed.length > 0) {
      return { content: changed.map((setting) => sentenceOn(setting, kept, values, context)).join('\n') };
    }
    const { say } = context;
    return {
      embeds: [
        {
          title: plain(say('settingsTitle'), 256),
          description: settings.map((setting) => `**${say(titles[setting])}** · ${values[setting]}`).join('\n'),
          color: colourOf(null),
          footer: { text: plain(say('settingsFooter'), 500) },
        },
      ],
    };
  },

  async autocomplete(interaction, { language }) {
    return offerZones(interaction.options.getFocused(), language);
  },
} satisfies SlashCommand;

/** What is to be changed; what is both typed and reset is changed to what was typed. */
async function typedChange(
  { options, client }: ChatInputCommandInteraction,
  context: CommandContext,
): Promise<Partial<GuildSettings>> {
  const language = findLanguage(options.getString('language') ?? '')?.code;
  const zone = options.getString('zone');
  const channelId = options.getChannel('channel')?.id;
  const reset = resets[options.getString('reset') ?? ''];
  if (channelId) await requireChannelAccess(client, channelId, context, noticePlaces);
  return {
    ...(reset && { [reset]: null }),
    ...(language && { language }),
    ...(zone && { timeZone: typedZone(zone, context) }),
    ...(channelId && { noticeChannelId: channelId }),
  };
}

/** What holds of each setting, as it is shown. */
async function valuesOf(
  kept: GuildSettings,
  interaction: ChatInputCommandInteraction,
  guildId: string,
  context: CommandContext,
): Promise<Record<Setting, string>> {
  const { say } = context;
  const { language, timeZone } = await guildDefaults(interaction, guildId, context);
  const shown = (value: string, isChosen: boolean) => (isChosen ? value : say('settingGuessed', { value }));
  return {
    language: shown(languageName(language, context.language), kept.language !== null),
    timeZone: shown(timeZone.replaceAll('_', ' '), kept.timeZone !== null),
    noticeChannelId: kept.noticeChannelId ? `<#${kept.noticeChannelId}>` : say('settingNoticesDirect'),
  };
}

function sentenceOn(
  setting: Setting,
  kept: GuildSettings,
  values: Readonly<Record<Setting, string>>,
  { say }: CommandContext,
): string {
  const value = values[setting];
  if (kept[setting] === null) return say('settingReset', { setting: say(titles[setting]), value });
  if (setting === 'language') return say('settingLanguageChanged', { value });
  return setting === 'timeZone' ? say('settingZoneChanged', { value }) : say('settingNoticesChanged', { value });
}
