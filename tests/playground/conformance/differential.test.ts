import { type APIInteraction, ChannelType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { commandFaults, commandListFaults } from '../../../src/playground/checks/commandFaults.ts';
import { type AnyComponent, everyComponent } from '../../../src/playground/checks/componentFaults.ts';
import { isEmptyMessage, type MessageBody, messageFaults } from '../../../src/playground/checks/messageFaults.ts';
import { type SchemaName, schemas } from '../../../src/playground/checks/schemaFaults.ts';
import { channelFaults } from '../../../src/playground/rest/routes/channelWish.ts';
import { startPlayground } from '../../../src/playground/startPlayground.ts';
import {
  APPLICATION_ID,
  defaultWorld,
  GUILD_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
} from '../../../src/playground/world/defaultWorld.ts';
import { raw } from '../support/bot.ts';
import { arbitraryOf } from './support/arbitraryOf.ts';
import { mutationsOf, replaced } from './support/mutationsOf.ts';
import { RawBot } from './support/RawBot.ts';
import { usedSchemas } from './support/usedSchemas.ts';

/** More with PLAYGROUND_FUZZ_RUNS=5000. */
const RUNS = Number(process.env.PLAYGROUND_FUZZ_RUNS ?? 150);

type Verdict = 'fits' | 'invalid form' | 'empty message';
type Sent = { method: string; path: string; body: unknown };
type Tagged = { applied_tags?: string[] | null };
type Subject = {
  /** The request that carries a body of the schema. */
  send: (body: never) => Sent;
  /** The rules that the schema does not hold. */
  rules?: (body: never) => unknown[];
  /** Bodies with nothing in them have an answer of their own. */
  mayBeEmpty?: (body: never) => boolean;
};

const world = structuredClone(defaultWorld);
for (const role of world.guilds[0]!.roles) role.permissions = '8';
const playground = await startPlayground({ world, rateLimits: false, strict: true, log: () => {} });
afterAll(() => playground.close());
const all = await schemas();
const posts = `/channels/${NEWS_CHANNEL_ID}/messages`;
const channels = `/guilds/${GUILD_ID}/channels`;
const roles = `/guilds/${GUILD_ID}/roles`;
const commands = `/applications/${APPLICATION_ID}/commands`;
const bot = await RawBot.identified(playground);
afterAll(() => bot.close());
const milo = playground.as({ userId: MILO_ID });
const ids = await planted();
const webhook = (await raw(playground, 'POST', `/channels/${NEWS_CHANNEL_ID}/webhooks`, { name: 'news' })).body;
const original = playground.world.message(ids.message)!;
const thread = playground.world.channels.get(ids.thread)!;
const acts = {
  command: () => milo.command('ask'),
  press: () => milo.press(original, 'b'),
  autocomplete: () => milo.autocomplete('ask', { focused: 'what' }),
};
const { token, answered } = await conversation();

const message = { rules: messageFaults, mayBeEmpty: (body: MessageBody) => isEmptyMessage(body, 0) };
const edit = {
  rules: messageFaults,
  mayBeEmpty: (body: MessageBody) => {
    const { content, embeds, components } = { ...original, ...body };
    return isEmptyMessage({ content, embeds, components } as MessageBody, 0);
  },
};

/** No message has an id that chance makes. */
function unknownReference({ message_reference: reference }: MessageBody): unknown[] {
  return reference?.message_id && reference.fail_if_not_exists !== false ? [reference] : [];
}

const subjects: Partial<Record<SchemaName, Subject>> = {
  MessageCreateRequestSchema: {
    send: (body) => {
      for (const [key] of playground.world.nonces.entries()) playground.world.nonces.delete(key);
      return { method: 'POST', path: posts, body };
    },
    ...message,
    rules: (body: MessageBody) => [...messageFaults(body), ...unknownReference(body)],
  },
  MessageEditRequestPartialSchema: {
    send: (body) => {
      playground.world.updateMessage(original);
      return { method: 'PATCH', path: `${posts}/${ids.message}`, body };
    },
    ...edit,
  },
  CreatePrivateChannelRequestSchema: { send: (body) => ({ method: 'POST', path: '/users/@me/channels', body }) },
  CreateGuildChannelRequestSchema: {
    send: (body) => ({ method: 'POST', path: channels, body }),
    rules: channelFaults,
  },
  UpdateGuildChannelRequestPartialSchema: {
    send: (body) => ({ method: 'PATCH', path: `/channels/${ids.changing}`, body }),
    rules: channelFaults,
  },
  UpdateThreadRequestPartialSchema: {
    send: (body) => {
      playground.world.updateChannel(ids.thread, thread);
      return { method: 'PATCH', path: `/channels/${ids.thread}`, body };
    },
    rules: ({ applied_tags: tags }: Tagged) => tags ?? [],
  },
  CreateTextThreadWithoutMessageRequestSchema: {
    send: (body) => ({ method: 'POST', path: `/channels/${NEWS_CHANNEL_ID}/threads`, body }),
  },
  CreateTextThreadWithMessageRequestSchema: {
    send: (body) => ({ method: 'POST', path: `${posts}/${ids.message}/threads`, body }),
  },
  CreateForumThreadRequestSchema: {
    send: (body) => ({ method: 'POST', path: `/channels/${ids.forum}/threads`, body }),
    rules: ({ message: first, applied_tags: tags }: Tagged & { message: MessageBody }) => [
      ...messageFaults(first),
      ...(tags ?? []),
    ],
    mayBeEmpty: ({ message: first }: { message: MessageBody }) => isEmptyMessage(first, 0),
  },
  ApplicationCommandCreateRequestSchema: {
    send: (body) => ({ method: 'POST', path: commands, body }),
    rules: commandFaults,
  },
  ApplicationCommandPatchRequestPartialSchema: {
    send: (body) => ({ method: 'PATCH', path: `${commands}/${ids.command}`, body }),
    rules: (body: object) => commandFaults({ ...playground.world.commands.get(ids.command), ...body } as never),
  },
  ApplicationCommandUpdateRequestSchema: {
    send: (body) => ({
      method: 'PUT',
      path: `/applications/${APPLICATION_ID}/guilds/${GUILD_ID}/commands`,
      body: [body],
    }),
    rules: (body) => commandListFaults([body]),
  },
  CreateMessageInteractionCallbackRequestSchema: {
    send: (body) => callback('command', body),
    rules: ({ data }: { data?: MessageBody | null }) => messageFaults(data ?? {}),
    mayBeEmpty: ({ data, type }: { data?: MessageBody | null; type: number }) =>
      type === 4 && isEmptyMessage(data ?? {}, 0),
  },
  IncomingWebhookUpdateForInteractionCallbackRequestPartialSchema: {
    send: (data) => {
      playground.world.updateMessage(original);
      return callback('press', { type: 7, data });
    },
    ...edit,
  },
  ApplicationCommandAutocompleteCallbackRequestSchema: {
    send: (body) => callback('autocomplete', body),
    rules: ({ data }: { data?: { choices?: ({ name: string; value: unknown } | null)[] | null } | null }) =>
      (data?.choices ?? []).filter(
        (each) => each && (!each.name.trim() || typeof each.value !== 'string' || each.value.length > 100),
      ),
  },
  ModalInteractionCallbackRequestSchema: {
    send: (body) => callback('command', body),
    rules: ({ data }: { data: { components: AnyComponent[] } }) => {
      const names = everyComponent(data.components).flatMap(({ component }) => component.custom_id ?? []);
      return [...data.components.slice(5), ...names.filter((each, index) => names.indexOf(each) !== index)];
    },
  },
  CreateRoleRequestSchema: { send: (body) => ({ method: 'POST', path: roles, body }) },
  UpdateRoleRequestPartialSchema: { send: (body) => ({ method: 'PATCH', path: `${roles}/${ids.role}`, body }) },
  UpdateRolePositionsRequestSchema: { send: (body) => ({ method: 'PATCH', path: roles, body: [body] }) },
  MoveChannelRequest: { send: (body) => ({ method: 'PATCH', path: channels, body: [body] }) },
  SetOverwriteRequest: {
    send: (body) => ({ method: 'PUT', path: `/channels/${ids.changing}/permissions/${ids.role}`, body }),
  },
  UpdateMyMemberRequest: { send: (body) => ({ method: 'PATCH', path: `/guilds/${GUILD_ID}/members/@me`, body }) },
  UpdateMemberRequest: { send: (body) => ({ method: 'PATCH', path: `/guilds/${GUILD_ID}/members/${MILO_ID}`, body }) },
  CreateWebhookRequest: {
    send: (body) => {
      for (const [id] of playground.world.webhooks.entries())
        if (id !== webhook.id) playground.world.webhooks.delete(id);
      return { method: 'POST', path: `/channels/${NEWS_CHANNEL_ID}/webhooks`, body };
    },
  },
  UpdateWebhookRequest: { send: (body) => ({ method: 'PATCH', path: `/webhooks/${webhook.id}`, body }) },
  UpdateWebhookWithTokenRequest: {
    send: (body) => ({ method: 'PATCH', path: `/webhooks/${webhook.id}/${webhook.token}`, body }),
  },
  IncomingWebhookRequestPartialSchema: {
    send: (body) => ({ method: 'POST', path: `/webhooks/${webhook.id}/${webhook.token}?wait=true`, body }),
    ...message,
  },
  IncomingWebhookInteractionRequestSchema: {
    send: (body) => ({ method: 'POST', path: `/webhooks/${APPLICATION_ID}/${token}`, body }),
    ...message,
  },
  IncomingWebhookUpdateRequestPartialSchema: {
    send: (body) => {
      playground.world.updateMessage(answered);
      return { method: 'PATCH', path: `/webhooks/${APPLICATION_ID}/${token}/messages/@original`, body };
    },
    ...edit,
  },
};

describe.each(usedSchemas())('%s', (name) => {
  const subject = subjects[name] as Subject;
  const schema = all[name];
  const fits = (body: unknown) => schema.safeParse(body).success;
  const expected = (body: never): Verdict => {
    if (!fits(body) || subject.rules?.(body).length) return 'invalid form';
    return subject.mayBeEmpty?.(body) ? 'empty message' : 'fits';
  };

  it('is judged as the description and the rules judge it', async () => {
    const seen = new Set<Verdict>();
    await fc.assert(
      fc.asyncProperty(arbitraryOf(schema), async (body) => {
        const { verdict } = await judged(subject.send(body as never));
        seen.add(verdict);
        expect(fits(body)).toBe(true);
        expect(verdict).toBe(expected(body as never));
      }),
      { numRuns: RUNS },
    );
    expect(seen).toContain('fits');
  });

  it('is refused when one thing in it is broken, and the place is named', async () => {
    const breaking = arbitraryOf(schema).chain((body) => {
      const ways = mutationsOf(schema, body).filter(({ path }) => path.length > 0);
      return ways.length === 0 ? fc.constant(undefined) : fc.constantFrom(...ways).map((way) => ({ body, way }));
    });
    await fc.assert(
      fc.asyncProperty(breaking, async (broken) => {
        fc.pre(broken !== undefined);
        const body = replaced(broken.body, broken.way.path, broken.way.put);
        const { verdict, places } = await judged(subject.send(body as never));
        expect(verdict).toBe(expected(body as never));
        if (!fits(body)) expect(places.some((place) => sameLine(place, broken.way.path))).toBe(true);
      }),
      { numRuns: RUNS },
    );
  });
});

it('covers every schema that the playground checks requests with', () => {
  expect(Object.keys(subjects).sort()).toEqual(usedSchemas());
});

async function judged({ method, path, body }: Sent): Promise<{ verdict: Verdict; places: string[][] }> {
  const answer = await raw(playground, method, path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(500);
  const { code, errors } = (answer.body ?? {}) as { code?: number; errors?: object };
  if (code === 50006) return { verdict: 'empty message', places: [] };
  return code === 50035 ? { verdict: 'invalid form', places: placesOf(errors ?? {}) } : { verdict: 'fits', places: [] };
}

/** The paths under which Discord's nested form of errors names a fault. */
function placesOf(errors: object, path: string[] = []): string[][] {
  return Object.entries(errors).flatMap(([key, within]) =>
    key === '_errors' ? [path] : placesOf(within as object, [...path, key]),
  );
}

/** Whether one path holds the other; what a request wraps around the body does not count. */
function sameLine(place: readonly string[], path: readonly (string | number)[]): boolean {
  const wanted = path.map(String);
  const inner = ['data', '0'].includes(place[0] ?? '') && wanted[0] !== place[0] ? place.slice(1) : place;
  return inner.every((key, index) => wanted[index] === undefined || wanted[index] === key);
}

/** An interaction that waits for its first answer, and that answer. */
function callback(kind: keyof typeof acts, body: unknown): Sent {
  const { id, token } = asked(kind);
  return { method: 'POST', path: `/interactions/${id}/${token}/callback`, body };
}

function asked(kind: keyof typeof acts): APIInteraction {
  let payload: APIInteraction | undefined;
  const stop = playground.world.events.listen((event) => {
    if (event.t === 'INTERACTION_CREATE') payload = event.d as APIInteraction;
  });
  void acts[kind]().catch(() => {});
  stop();
  return payload!;
}

/** An interaction that was answered: its token, and the message that answers. */
async function conversation() {
  const { token, id } = asked('command');
  const answer = { type: 4, data: { content: original.content, components: original.components } };
  const path = `/interactions/${id}/${token}/callback?with_response=true`;
  const { body } = await raw(playground, 'POST', path, answer);
  return { token, answered: body.resource.message };
}

async function planted() {
  const create = async (method: string, path: string, body: unknown) =>
    ((await raw(playground, method, path, body)).body as { id: string }).id;
  const button = { type: 2, style: 1, label: 'B', custom_id: 'b' };
  const option = { type: 3, name: 'what', description: 'x', autocomplete: true };
  await create('POST', commands, { name: 'ask', description: 'x', options: [option] });
  return {
    message: await create('POST', posts, { content: 'x', components: [{ type: 1, components: [button] }] }),
    changing: await create('POST', channels, { name: 'changing' }),
    forum: await create('POST', channels, { name: 'forum', type: ChannelType.GuildForum }),
    thread: await create('POST', `/channels/${NEWS_CHANNEL_ID}/threads`, { name: 'x', type: 11 }),
    role: await create('POST', roles, { name: 'readers' }),
    command: await create('POST', commands, { name: 'changed', description: 'x' }),
  };
}
