import { InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { callbackFaults } from '../../checks/callbackFaults.ts';
import { checkMessage, refuse } from '../../checks/checkBody.ts';
import type { MessageBody } from '../../checks/messageFaults.ts';
import { problem } from '../../DiscordError.ts';
import type { Interaction } from '../../interactions/Interaction.ts';
import type { CallbackBody } from '../../interactions/Interactions.ts';
import { Answer, type Route, route } from '../Route.ts';
import type { Context } from './Context.ts';

const byToken = { authorized: false } as const;

/** interactions/receiving-and-responding: callbacks, `@original` and followups. None needs a bot token. */
export function interactionRoutes({ world, interactions }: Context): Route[] {
  const own = (application: string, token: string): Interaction => {
    if (application !== world.application.id) throw problem('unknownWebhook');
    return interactions.byToken(token);
  };

  const callbackAnswer = (interaction: Interaction, { type }: CallbackBody) => {
    const message = interaction.originalId === undefined ? undefined : world.message(interaction.originalId);
    const shown = type === Callback.ChannelMessageWithSource || type === Callback.UpdateMessage;
    const { payload } = interaction;
    return {
      interaction: {
        id: payload.id,
        type: payload.type,
        ...(message && {
          response_message_id: message.id,
          response_message_loading: Boolean((message.flags ?? 0) & MessageFlags.Loading),
          response_message_ephemeral: Boolean((message.flags ?? 0) & MessageFlags.Ephemeral),
        }),
        channel_id: payload.channel?.id,
        guild_id: payload.guild_id,
      },
      ...(message && { resource: { type, ...(shown && { message }) } }),
    };
  };

  return [
    route(
      'POST',
      '/interactions/:interaction/:token/callback',
      ({ params, body, query, files }) => {
        const interaction = interactions.open(params.interaction, params.token);
        interactions.acknowledge(interaction, body as CallbackBody, files);
        return query.get('with_response') === 'true' ? callbackAnswer(interaction, body as CallbackBody) : undefined;
      },
      {
        ...byToken,
        check: async ({ params, body }) => {
          const { payload, acknowledged } = interactions.open(params.interaction, params.token);
          if (acknowledged) throw problem('alreadyAcknowledged');
          refuse(await callbackFaults(body, payload));
        },
      },
    ),
    route(
      'POST',
      '/webhooks/:application/:token',
      ({ params, body, query, files }) => {
        const message = interactions.followUp(own(params.application, params.token), body as MessageBody, files);
        return query.get('wait') === 'false' ? new Answer(204) : message;
      },
      { ...byToken, check: ({ body }) => checkMessage('IncomingWebhookInteractionRequestSchema', body) },
    ),
    route(
      'GET',
      '/webhooks/:application/:token/messages/:message',
      ({ params }) => interactions.messageOf(own(params.application, params.token), params.message),
      byToken,
    ),
    route(
      'PATCH',
      '/webhooks/:application/:token/messages/:message',
      ({ params, body, files }) =>
        interactions.edit(own(params.application, params.token), params.message, body as MessageBody, files),
      { ...byToken, check: ({ body }) => checkMessage('IncomingWebhookUpdateRequestPartialSchema', body) },
    ),
    route(
      'DELETE',
      '/webhooks/:application/:token/messages/:message',
      ({ params }) => interactions.delete(own(params.application, params.token), params.message),
      byToken,
    ),
  ];
}
