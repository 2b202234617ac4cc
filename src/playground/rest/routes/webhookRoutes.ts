import { randomBytes } from 'node:crypto';
import { ChannelType, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { checkBody, checkMessage } from '../../checks/checkBody.ts';
import type { FieldFault } from '../../checks/FieldFault.ts';
import { type MessageBody, messageFaults } from '../../checks/messageFaults.ts';
import { problem } from '../../DiscordError.ts';
import { webhookObject } from '../../world/objects.ts';
import type { WebhookRecord } from '../../world/records.ts';
import { Answer, type ApiRequest, type Route, route } from '../Route.ts';
import { type Context, channelForBot, guildForBot } from './Context.ts';
import type { TokenWriter } from './TokenWriter.ts';
import { webhookWriter } from './webhookWriter.ts';

type Wish = { name?: string; avatar?: string | null; channel_id?: string | null };
type ByToken = ApiRequest<'webhook' | 'token'>;

const MAX_WEBHOOKS = 15;
const WITH_WEBHOOKS = [
  ChannelType.GuildText,
  ChannelType.GuildVoice,
  ChannelType.GuildAnnouncement,
  ChannelType.GuildStageVoice,
  ChannelType.GuildForum,
  ChannelType.GuildMedia,
];
const byToken = { authorized: false } as const;
const answers = 'GuildIncomingWebhookResponseSchema';

/**
 * resources/webhook: webhooks and what they write; interactions write under the same paths, with the application's id
 * (interactions/receiving-and-responding, "Followup Messages").
 */
export function webhookRoutes(context: Context): Route[] {
  const { world, interactions, origin } = context;
  const shown = (webhook: WebhookRecord) => webhookObject(webhook, world.user(webhook.user_id), origin());
  const shownByToken = (webhook: WebhookRecord) => {
    const { user: _, ...rest } = shown(webhook);
    return rest;
  };

  const found = (id: string): WebhookRecord => {
    const webhook = world.webhooks.get(id);
    if (!webhook) throw problem('unknownWebhook');
    return webhook;
  };

  const managed = (id: string): WebhookRecord => {
    const webhook = found(id);
    channelForBot(world, webhook.channel_id, Permission.ManageWebhooks);
    return webhook;
  };

  const opened = ({ params }: ByToken): WebhookRecord => {
    const webhook = found(params.webhook);
    if (webhook.token !== params.token) throw problem('invalidWebhookToken');
    return webhook;
  };

  const roomIn = (channelId: string): void => {
    const taken = world.webhooks.values().filter((each) => each.channel_id === channelId).length;
    if (taken >= MAX_WEBHOOKS) throw problem('tooManyWebhooks');
  };

  const tell = ({ guild_id, channel_id }: WebhookRecord) =>
    world.events.publish({
      ...{ t: 'WEBHOOKS_UPDATE', d: { guild_id, channel_id } },
      ...{ guildId: guild_id, channelId: channel_id },
    });

  const change = (webhook: WebhookRecord, { name, avatar, channel_id }: Wish): WebhookRecord => {
    if (channel_id && channel_id !== webhook.channel_id) {
      const { guild_id } = channelForBot(world, channel_id, Permission.ManageWebhooks);
      if (guild_id !== webhook.guild_id) throw problem('unknownChannel');
      roomIn(channel_id);
    }
    const changed = world.webhooks.set(webhook.id, {
      ...webhook,
      ...(name !== undefined && { name: name.trim() }),
      ...(avatar !== undefined && { avatar: avatar && AVATAR }),
      ...(channel_id && { channel_id }),
    });
    if (changed.channel_id !== webhook.channel_id) tell(webhook);
    tell(changed);
    return changed;
  };

  const remove = (webhook: WebhookRecord): void => {
    world.webhooks.delete(webhook.id);
    tell(webhook);
  };

  const ofInteraction = ({ params }: { params: { webhook: string } }) => params.webhook === world.application.id;

  const writer = (request: ByToken): TokenWriter => {
    if (!ofInteraction(request)) return webhookWriter(opened(request), context, request.query);
    const interaction = interactions.byToken(request.params.token);
    return {
      write: (body, files) => interactions.followUp(interaction, body, files),
      message: (id) => interactions.messageOf(interaction, id),
      edit: (id, body, files) => interactions.edit(interaction, id, body, files),
      delete: (id) => interactions.delete(interaction, id),
    };
  };

  const message = '/webhooks/:webhook/:token/messages/:message';
  return [
    route(
      'POST',
      '/channels/:channel/webhooks',
      ({ params, body }) => {
        const channel = channelForBot(world, params.channel, Permission.ManageWebhooks);
        if (!WITH_WEBHOOKS.includes(channel.type)) throw problem('notHere');
        roomIn(channel.id);
        const { name, avatar } = body as Wish & { name: string };
        const id = world.snowflakes.next();
        const webhook = world.webhooks.set(id, {
          id,
          channel_id: channel.id,
          guild_id: channel.guild_id!,
          name: name.trim(),
          avatar: avatar ? AVATAR : null,
          application_id: world.application.id,
          user_id: world.bot.id,
          token: randomBytes(51).toString('base64url'),
        });
        tell(webhook);
        return shown(webhook);
      },
      { check: ({ body }) => checkBody('CreateWebhookRequest', body, nameFaults), answers },
    ),
    route(
      'GET',
      '/channels/:channel/webhooks',
      ({ params }) => {
        const { id } = channelForBot(world, params.channel, Permission.ManageWebhooks);
        return world.webhooks
          .values()
          .filter((each) => each.channel_id === id)
          .map(shown);
      },
      { answers: [answers] },
    ),
    route(
      'GET',
      '/guilds/:guild/webhooks',
      ({ params }) => {
        const { id } = guildForBot(world, params.guild, Permission.ManageWebhooks);
        return world.webhooks
          .values()
          .filter((each) => each.guild_id === id)
          .map(shown);
      },
      { answers: [answers] },
    ),
    route('GET', '/webhooks/:webhook', ({ params }) => shown(managed(params.webhook)), { answers }),
    route('PATCH', '/webhooks/:webhook', ({ params, body }) => shown(change(managed(params.webhook), body as Wish)), {
      check: ({ body }) => checkBody('UpdateWebhookRequest', body, nameFaults),
      answers,
    }),
    route('DELETE', '/webhooks/:webhook', ({ params }) => remove(managed(params.webhook))),
    route('GET', '/webhooks/:webhook/:token', (request) => shownByToken(opened(request)), { ...byToken, answers }),
    route(
      'PATCH',
      '/webhooks/:webhook/:token',
      (request) => {
        const { channel_id: _, ...wish } = request.body as Wish;
        return shownByToken(change(opened(request), wish));
      },
      {
        ...byToken,
        check: ({ body }) => checkBody('UpdateWebhookWithTokenRequest', body, nameFaults),
        answers,
      },
    ),
    route('DELETE', '/webhooks/:webhook/:token', (request) => remove(opened(request)), byToken),
    route(
      'POST',
      '/webhooks/:webhook/:token',
      (request) => {
        const sent = writer(request).write(request.body as MessageBody, request.files);
        const wait = request.query.get('wait');
        return (ofInteraction(request) ? wait !== 'false' : wait === 'true') ? sent : new Answer(204);
      },
      {
        ...byToken,
        check: async (request) => {
          writer(request);
          if (ofInteraction(request)) return checkMessage('IncomingWebhookInteractionRequestSchema', request.body);
          return checkBody<MessageBody & { username?: string | null }>(
            'IncomingWebhookRequestPartialSchema',
            request.body,
            (body) => [...nameFaults({ name: body.username ?? undefined }, 'username'), ...messageFaults(body)],
          );
        },
        answers: 'MessageResponseSchema',
      },
    ),
    route('GET', message, (request) => writer(request).message(request.params.message), {
      ...byToken,
      answers: 'MessageResponseSchema',
    }),
    route(
      'PATCH',
      message,
      (request) => writer(request).edit(request.params.message, request.body as MessageBody, request.files),
      {
        ...byToken,
        check: (request) => {
          const { flags } = writer(request).message(request.params.message);
          return checkMessage('IncomingWebhookUpdateRequestPartialSchema', request.body, flags);
        },
        answers: 'MessageResponseSchema',
      },
    ),
    route('DELETE', message, (request) => writer(request).delete(request.params.message), byToken),
  ];
}

/** The hash that Discord keeps of a picture; the playground keeps no pictures of webhooks. */
const AVATAR = '0'.repeat(32);

/** A name of 1 to 80 characters without Discord's own names in it ("Create Webhook"). */
function nameFaults({ name }: { name?: string | undefined }, field = 'name'): FieldFault[] {
  const forbidden = ['clyde', 'discord'].find((word) => name?.toLowerCase().includes(word));
  if (forbidden === undefined) return [];
  return [{ path: [field], code: 'USERNAME_INVALID_CONTAINS', message: `Username cannot contain "${forbidden}"` }];
}
