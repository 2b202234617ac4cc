import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Actor } from '../people/Actor.ts';
import type { Reply } from '../people/Reply.ts';
import type { World } from '../world/World.ts';

const id = z.string().regex(/^\d{1,20}$/);
const typed = {
  command: z.string().max(32),
  subcommand: z.string().max(70).optional(),
  options: z.record(z.string(), z.union([z.string().max(6000), z.number(), z.boolean()])).optional(),
  channelId: id,
};

/** What a person does on the page. */
export const actSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('command'), ...typed }),
  z.object({ kind: z.literal('autocomplete'), ...typed, focused: z.string().max(32) }),
  z.object({ kind: z.literal('userCommand'), command: z.string().max(32), userId: id, channelId: id }),
  z.object({ kind: z.literal('messageCommand'), command: z.string().max(32), messageId: id }),
  z.object({ kind: z.literal('press'), messageId: id, customId: z.string() }),
  z.object({ kind: z.literal('select'), messageId: id, customId: z.string(), values: z.array(z.string()).max(25) }),
  z.object({
    kind: z.literal('submit'),
    modal: z.string(),
    values: z.record(z.string(), z.union([z.string().max(4000), z.array(z.string()).max(25)])),
  }),
  z.object({ kind: z.literal('write'), channelId: id, content: z.string().min(1).max(2000) }),
  z.object({ kind: z.literal('openDm') }),
  z.object({ kind: z.literal('dismiss'), messageId: id }),
]);

export type Act = z.infer<typeof actSchema>;
type Interacting = Exclude<Act, { kind: 'write' | 'openDm' | 'dismiss' }>;

type Outcome = { reply: Reply } | { choices: APIApplicationCommandOptionChoice[] };

/** Sends what a person does to the bot, and waits for its answer; autocompletion gives choices instead. */
export async function interact(
  act: Interacting,
  actor: Actor,
  world: World,
  modalOf: (key: string) => Reply,
): Promise<Outcome> {
  const message = (messageId: string) => {
    const found = world.message(messageId);
    if (!found) throw new Error('that message is gone');
    return found;
  };
  switch (act.kind) {
    case 'autocomplete': {
      const { command, subcommand, options = {}, channelId, focused } = act;
      return { choices: await actor.autocomplete(command, { subcommand, options, channelId, focused }) };
    }
    case 'command': {
      const { command, subcommand, options = {}, channelId } = act;
      return { reply: await actor.command(command, { subcommand, options, channelId }) };
    }
    case 'userCommand':
      return { reply: await actor.onUser(act.command, act.userId, act.channelId) };
    case 'messageCommand':
      return { reply: await actor.onMessage(act.command, message(act.messageId)) };
    case 'press':
      return { reply: await actor.press(message(act.messageId), act.customId) };
    case 'select':
      return { reply: await actor.select(message(act.messageId), act.customId, act.values) };
    case 'submit':
      return { reply: await actor.submit(modalOf(act.modal), act.values) };
    default:
      return act satisfies never;
  }
}
