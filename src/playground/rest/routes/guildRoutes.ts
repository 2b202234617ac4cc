import { AuditLogEvent, ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkBody } from '../../checks/checkBody.ts';
import { problem } from '../../DiscordError.ts';
import { guildObject } from '../../world/objects.ts';
import { Answer, type Route, route } from '../Route.ts';
import { type Context, guildForBot } from './Context.ts';
import { type ChannelWish, channelFaults, channelFields } from './channelWish.ts';
import { checkEach } from './roleRoutes.ts';

type Move = { id: string; position?: number | null; parent_id?: string | null };

const MAX_CHANNELS = 500;

/** resources/guild: the guild and its channels; of resources/audit-log, who invited the bot. */
export function guildRoutes({ world }: Context): Route[] {
  return [
    route(
      'GET',
      '/guilds/:guild',
      ({ params, query }) => {
        const guild = guildForBot(world, params.guild);
        const counts = { approximate_member_count: guild.members.length, approximate_presence_count: 1 };
        return { ...guildObject(guild), ...(query.get('with_counts') === 'true' && counts) };
      },
      { answers: 'GuildWithCountsResponseSchema' },
    ),
    route(
      'GET',
      '/guilds/:guild/audit-logs',
      ({ params, query }) => {
        const { id, invited_by } = guildForBot(world, params.guild, Permission.ViewAuditLog);
        const isAsked = ['', String(AuditLogEvent.BotAdd)].includes(query.get('action_type') ?? '');
        const entry = { id, action_type: AuditLogEvent.BotAdd, user_id: invited_by, target_id: world.bot.id };
        return {
          audit_log_entries: invited_by && isAsked ? [entry] : [],
          users: invited_by && isAsked ? [world.user(invited_by), world.user(world.bot.id)] : [],
          ...{ integrations: [], webhooks: [], guild_scheduled_events: [], threads: [] },
          ...{ application_commands: [], auto_moderation_rules: [] },
        };
      },
      { answers: 'GuildAuditLogResponseSchema' },
    ),
    route(
      'GET',
      '/guilds/:guild/channels',
      ({ params }) =>
        world.channelsOf(guildForBot(world, params.guild).id).map((channel) => world.channelObject(channel)),
      { answers: ['GuildChannelResponseSchema'] },
    ),
    route(
      'POST',
      '/guilds/:guild/channels',
      ({ params, body }) => {
        const guild = guildForBot(world, params.guild, Permission.ManageChannels);
        if (world.channelsOf(guild.id).length >= MAX_CHANNELS) throw problem('tooManyChannels');
        const fields = channelFields(body as ChannelWish, world);
        const channel = world.createChannel(guild.id, { ...fields, type: fields.type ?? ChannelType.GuildText });
        return new Answer(201, world.channelObject(channel));
      },
      {
        check: ({ body }) => checkBody('CreateGuildChannelRequestSchema', body, channelFaults),
        answers: 'GuildChannelResponseSchema',
      },
    ),
    route(
      'PATCH',
      '/guilds/:guild/channels',
      ({ params, body }) => {
        const guild = guildForBot(world, params.guild, Permission.ManageChannels);
        const moves = body as Move[];
        const own = new Set(world.channelsOf(guild.id).map(({ id }) => id));
        if (moves.some(({ id }) => !own.has(id))) throw problem('unknownChannel');
        for (const { id, position, parent_id } of moves) {
          world.updateChannel(id, {
            ...(typeof position === 'number' && { position }),
            ...(parent_id !== undefined && { parent_id }),
          });
        }
      },
      { check: ({ body }) => checkEach('MoveChannelRequest', body) },
    ),
  ];
}
