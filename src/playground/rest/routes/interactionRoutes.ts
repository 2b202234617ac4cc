import { InteractionResponseType as Callback, MessageFlags } from 'discord-api-types/v10';
import { callbackFaults } from '../../checks/callbackFaults.ts';
import { refuse } from '../../checks/checkBody.ts';
import { problem } from '../../DiscordError.ts';
import type { Interaction } from '../../interactions/Interaction.ts';
import type { CallbackBody } from '../../interactions/Interactions.ts';
import { type Route, route } from '../Route.ts';
import type { Context } from './Context.ts';

/** interactions/receiving-and-responding: the first answer. It needs no bot token. */
export function interactionRoutes({ world, interactions }: Context): Route[] {
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
      ...(message && shown && { resource: { type, message } }),
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
        authorized: false,
        answers: 'InteractionCallbackResponseSchema',
        check: async ({ params, body }) => {
          const { payload, acknowledged } = interactions.open(params.interaction, params.token);
          if (acknowledged) throw problem('alreadyAcknowledged');
          refuse(await callbackFaults(body, payload));
        },
      },
    ),
  ];
}
