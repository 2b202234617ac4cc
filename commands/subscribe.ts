import {
  ApplicationIntegrationType,
  ButtonStyle,
  ChannelType,
  ComponentType,
  InteractionContextType,
  PermissionFlagsBits,
  SlashCommandBuilder,
} from 'discord.js';
import { requireChannelAccess } from '../src/discord/channelAccess.ts';
import type { Command } from '../src/discord/command.ts';
import { customId } from '../src/discord/customId.ts';
import { plain, timestamp } from '../src/discord/escape.ts';
import { findLanguage, languageOfLocale, languages } from '../src/discord/languages/index.ts';
import { requireGuild, requireManageServer } from '../src/discord/subscriptionReplies.ts';
import { wordsFor } from '../src/discord/subscriptionText.ts';
import { offerTimes, typedTimes } from '../src/discord/typedTimes.ts';
import { offerTopics, typedTopics } from '../src/discord/typedTopics.ts';
import { likelyZone, offerZones, typedZone } from '../src/discord/typedZone.ts';
import { everyDay, nextDueAt, weekend, workdays } from '../src/news/subscription.ts';
import { saveSubscription } from '../src/store/subscriptions.ts';

const daysByChoice: Readonly<Record<string, readonly number[]>> = { every: everyDay, workdays, weekend };

export default {
  data: new SlashCommandBuilder()
    .setName('subscribe')
    .setDescription('A channel gets a briefing, when and about what you choose')
    .setDefaultMemberPermissions(PermissionFlagsBits.ManageGuild)
    .setContexts(InteractionContextType.Guild)
    .setIntegrationTypes(ApplicationIntegrationType.GuildInstall)
    .addStringOption((option) =>
      option
        .setName('topics')
        .setDescription('One or more, separated by commas. Without: top stories')
        .setAutocomplete(true)
        .setMaxLength(300),
    )
    .addStringOption((option) =>
      option
        .setName('times')
        .setDescription('Such as 07:00 or 07:00, 18:30 or every 2 hours. Without: 07:00')
        .setAutocomplete(true)
        .setMaxLength(100),
    )
    .addStringOption((option) =>
      option
        .setName('weekdays')
        .setDescription('On which days. Without: every day')
        .addChoices(
          { name: 'Every day', value: 'every' },
          { name: 'Monday to Friday', value: 'workdays' },
          { name: 'Saturday and Sunday', value: 'weekend' },
        ),
    )
    .addStringOption((option) =>
      option
        .setName('zone')
        .setDescription('The time zone, such as Europe/Berlin. Without: the likely one for this server')
        .setAutocomplete(true)
        .setMaxLength(60),
    )
    .addStringOption((option) =>
      option
        .setName('language')
        .setDescription('Of the readers. Without: this server’s')
        .addChoices(...languages.map(({ code, name }) => ({ name, value: code }))),
    )
    .addChannelOption((option) =>
      option
        .setName('channel')
        .setDescription('Where to post. Without: this channel')
        .addChannelTypes(ChannelType.GuildText, ChannelType.GuildAnnouncement),
    )
    .addIntegerOption((option) =>
      option.setName('stories').setDescription('How many at most. Without: 6').setMinValue(1).setMaxValue(7),
    )
    .toJSON(),

  async execute(interaction, context) {
    const { db, now, say } = context;
    const guildId = requireGuild(interaction, context);
    requireManageServer(interaction, context);
    const { options } = interaction;
    const channelId = options.getChannel('channel')?.id ?? interaction.channelId;
    const language = options.getString('language') ?? languageOfLocale(interaction.guildLocale ?? interaction.locale);
    const zone = options.getString('zone');
    const timetable = {
      ...typedTimes(options.getString('times') ?? '07:00', context),
      weekdays: daysByChoice[options.getString('weekdays') ?? 'every'] ?? everyDay,
      timeZone: zone ? typedZone(zone, context) : likelyZone(interaction.guildLocale),
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
