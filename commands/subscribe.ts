import { ButtonStyle, ChannelType, ComponentType, ApplicationCommandOptionType as OptionType } from 'discord.js';
import { requireChannelAccess } from '../src/discord/channelAccess.ts';
import type { Command } from '../src/discord/command.ts';
import { customId } from '../src/discord/customId.ts';
import { plain, timestamp } from '../src/discord/escape.ts';
import { guildDefaults } from '../src/discord/guildDefaults.ts';
import { findLanguage, languages } from '../src/discord/languages/index.ts';
import { slashCommand } from '../src/discord/slashCommand.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { offerTimes, typedTimes } from '../src/discord/typedTimes.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import { offerZones, typedZone } from '../src/discord/typedZone.ts';
import { everyDay, nextDueAt, weekend, workdays } from '../src/news/subscription.ts';
import { saveSubscription } from '../src/store/subscriptions.ts';

const daysByChoice: Readonly<Record<string, readonly number[]>> = { every: everyDay, workdays, weekend };

export default {
  data: slashCommand('subscribe', {
    forManagers: true,
    options: {
      topics: { type: OptionType.String, autocomplete: true, max_length: 300 },
      times: { type: OptionType.String, autocomplete: true, max_length: 100 },
      weekdays: {
        type: OptionType.String,
        choices: [
          { value: 'every', says: 'everyDay' },
          { value: 'workdays', says: 'workdays' },
          { value: 'weekend', says: 'weekend' },
        ],
      },
      zone: { type: OptionType.String, autocomplete: true, max_length: 60 },
      language: { type: OptionType.String, choices: languages.map(({ code, name }) => ({ value: code, name })) },
      channel: { type: OptionType.Channel, channel_types: [ChannelType.GuildText, ChannelType.GuildAnnouncement] },
      stories: { type: OptionType.Integer, min_value: 1, max_value: 7 },
    },
  }),

  async execute(interaction, context) {
    const { db, now, say } = context;
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const { options } = interaction;
    const channelId = options.getChannel('channel')?.id ?? interaction.channelId;
    const defaults = await guildDefaults(interaction, guildId, context);
    const language = options.getString('language') ?? defaults.language;
    const zone = options.getString('zone');
    const timetable = {
      ...typedTimes(options.getString('times') ?? '07:00', context),
      weekdays: daysByChoice[options.getString('weekdays') ?? 'every'] ?? everyDay,
      timeZone: zone ? typedZone(zone, context) : defaults.timeZone,
    };
    const topics = await typedTopics(options.getString('topics'), guildId, context);
    await requireChannelAccess(interaction.client, channelId, context);

    const { subscription, replaced } = await saveSubscription(
      db,
      {
        ...timetable,
        guildId,
        channelId,
        createdBy: interaction.user.id,
        topics,
        language: findLanguage(language)?.code ?? 'en',
        maxStories: options.getInteger('stories') ?? 6,
        nextDueAt: nextDueAt(timetable, now()),
      },
      now(),
    );
    const words = { ...(await wordsFor(subscription, context)), next: timestamp(subscription.nextDueAt, 'F') };
    const button = (action: 'preview' | 'undo') => ({
      type: ComponentType.Button as const,
      style: ButtonStyle.Secondary as const,
      custom_id: customId(action, [subscription.id]),
      label: plain(say(action), 80),
    });
    return {
      content: say(replaced ? 'subscribedReplaced' : 'subscribed', words),
      components: [
        {
          type: ComponentType.ActionRow,
          components: replaced ? [button('preview')] : [button('preview'), button('undo')],
        },
      ],
    };
  },

  async autocomplete(interaction, context) {
    const { name, value } = interaction.options.getFocused(true);
    if (name === 'zone') return offerZones(value, context.language);
    if (name === 'times') return offerTimes(value, context);
    return interaction.guildId ? offerTopics(value, interaction.guildId, context) : [];
  },
} satisfies Command;
