import type { APIApplicationCommandOptionChoice } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Actor } from '../people/Actor.ts';
import type { Reply } from '../people/Reply.ts';
import type { World } from '../world/World.ts';
import type { Upload } from './Uploads.ts';

const id = z.string().regex(/^\d{1,20}$/);
const option = z.string().max(32);
const typed = {
  command: z.string().max(32),
  subcommand: z.string().max(70).optional(),
  options: z.record(z.string(), z.union([z.string().max(6000), z.number(), z.boolean()])).optional(),
  channelId: id,
};

/** What a person does on the page. */
export const actSchema = z.discriminatedUnion('kind', [
  /** `files`: by option, the key of what was uploaded for it. */
  z.object({ kind: z.literal('command'), ...typed, files: z.record(option, z.uuid()).optional() }),
  z.object({ kind: z.literal('autocomplete'), ...typed, focused: option }),
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
  z.object({ kind: z.literal('react'), messageId: id, emoji: z.string().min(1).max(32), on: z.boolean() }),
  z.object({ kind: z.literal('openDm') }),
  z.object({ kind: z.literal('dismiss'), messageId: id }),
]);

export type Act = z.infer<typeof actSchema>;
/** What is done to the bot, a channel or a message, and not to the page alone. */
export type Deed = Exclude<Act, { kind: 'openDm' | 'dismiss' }>;

type Outcome = { reply?: Reply; choices?: APIApplicationCommandOptionChoice[] };

/** Where a deed finds what it names. */
type Surroundings = { world: World; modal(key: string): Reply; upload(key: string): Upload };

/** Does what a person does, and waits for the bot's answer if there is to be one; autocompletion gives choices. */
export async function act(deed: Deed, actor: Actor, { world, modal, upload }: Surroundings): Promise<Outcome> {
  const message = (messageId: string) => {
    const found = world.message(messageId);
    if (!found) throw new Error('that message is gone');
    return found;
  };
  switch (deed.kind) {
    case 'autocomplete': {
      const { command, subcommand, options = {}, channelId, focused } = deed;
      return { choices: await actor.autocomplete(command, { subcommand, options, channelId, focused }) };
    }
    case 'command': {
      const { command, subcommand, channelId, options = {} } = deed;
      const uploads = Object.entries(deed.files ?? {}).map(([name, key]) => ({ option: name, ...upload(key) }));
      const files = uploads.map(({ option, name, bytes, type }) => [
        option,
        actor.attach(name, bytes, type, { channelId }),
      ]);
      const all = { ...options, ...Object.fromEntries(files) };
      return { reply: await actor.command(command, { subcommand, options: all, channelId }) };
    }
    case 'userCommand':
      return { reply: await actor.onUser(deed.command, deed.userId, deed.channelId) };
    case 'messageCommand':
      return { reply: await actor.onMessage(deed.command, message(deed.messageId)) };
    case 'press':
      return { reply: await actor.press(message(deed.messageId), deed.customId) };
    case 'select':
      return { reply: await actor.select(message(deed.messageId), deed.customId, deed.values) };
    case 'submit':
      return { reply: await actor.submit(modal(deed.modal), deed.values) };
    case 'write':
      actor.write(deed.content, { channelId: deed.channelId });
      return {};
    case 'react':
      if (deed.on) actor.react(message(deed.messageId), deed.emoji);
      else actor.unreact(message(deed.messageId), deed.emoji);
      return {};
    default:
      return deed satisfies never;
  }
}
