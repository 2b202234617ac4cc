import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import type { Message, State } from '../../../src/playground/page/browser/types.d.ts';
import type { Playground } from '../../../src/playground/startPlayground.ts';
import {
  ADA_ID,
  defaultWorld,
  MILO_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
} from '../../../src/playground/world/defaultWorld.ts';
import { playgroundFor, started } from '../support/bot.ts';

type Asked = { method?: string; headers?: Record<string, string>; body?: string };

/** A request whose every header the test decides, as no `fetch` lets it. */
function ask<Json = unknown>(
  { port }: Playground,
  path: string,
  { method = 'GET', headers = {}, body }: Asked = {},
): Promise<{ status: number; headers: Record<string, unknown>; json: Json }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path, method, headers }, async (response) => {
      const text = (await response.toArray()).join('');
      const json = response.headers['content-type'] === 'application/json' ? JSON.parse(text) : text;
      resolve({ status: response.statusCode ?? 0, headers: response.headers, json });
    });
    asked.on('error', reject).end(body);
  });
}

function post(playground: Playground, path: string, body: unknown, headers: Record<string, string> = {}) {
  const json = { 'content-type': 'application/json', ...headers };
  return ask<Record<string, unknown>>(playground, `/playground/${path}`, {
    method: 'POST',
    headers: json,
    body: JSON.stringify(body),
  });
}

type Heard = { event: string; data: { t: string; d: Message } };
type Messages = { messages: Message[]; more: boolean };

/** The events that a page hears, from now until the test ends. */
async function listen(playground: Playground, as: string) {
  const heard: Heard[] = [];
  const stopped = new AbortController();
  const response = await fetch(`${playground.origin}/playground/events?as=${as}`, { signal: stopped.signal });
  const read = async () => {
    let text = '';
    for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const [, event, data] = /^event: (\w+)\ndata: (.*)$/s.exec(block) ?? [];
        if (event && data) heard.push({ event, data: JSON.parse(data) });
      }
    }
  };
  void read().catch(() => undefined);
  return { heard, stop: () => stopped.abort() };
}

describe('who may use the control API', () => {
  it.each<[string, Asked]>([
    ['a name that somebody points at this machine', { headers: { host: 'evil.example:4280' } }],
    ['a page elsewhere', { headers: { origin: 'https://evil.example' } }],
    ['a page of another port', { headers: { origin: 'http://127.0.0.1:1' } }],
    ['a page without an origin', { headers: { origin: 'null' } }],
    ['another site’s image or script', { headers: { 'sec-fetch-site': 'cross-site' } }],
    ['a form', { method: 'POST', headers: { 'content-type': 'text/plain' }, body: '{}' }],
  ])('not %s', async (_, asked) => {
    const playground = await playgroundFor();
    expect((await ask(playground, '/playground/state', asked)).status).toBe(403);
  });

  it('its own page, and programs on this machine', async () => {
    const playground = await playgroundFor();
    const { port } = playground;
    expect((await ask(playground, '/playground/state')).status).toBe(200);
    const own = { host: `localhost:${port}`, origin: `http://localhost:${port}`, 'sec-fetch-site': 'same-origin' };
    expect((await ask(playground, '/playground/state', { headers: own })).status).toBe(200);
  });

  it('answers nonsense with what is wrong with it', async () => {
    const playground = await playgroundFor();
    expect((await post(playground, 'act', { kind: 'fly' })).status).toBe(400);
    expect((await post(playground, 'outage', { ms: -1 })).status).toBe(400);
    expect((await post(playground, 'action', { id: 'none' })).json).toEqual({ problem: 'there is no such action' });
    expect((await ask(playground, '/playground/state?as=1')).json).toEqual({ problem: 'there is no such person' });
    expect((await ask(playground, '/playground/nothing')).status).toBe(404);
    const badJson = { method: 'POST', headers: { 'content-type': 'application/json' }, body: '{' };
    expect((await ask(playground, '/playground/act', badJson)).status).toBe(400);
  });
});

describe('the page’s files', () => {
  it('come with a policy that lets nothing else in', async () => {
    const { headers, json, status } = await ask(await playgroundFor(), '/');
    expect(status).toBe(200);
    expect(headers['content-security-policy']).toContain("default-src 'none'");
    expect(json).toContain('<div id="app">');
  });

  it.each([
    '/playground/page/../servePage.ts',
    '/playground/page/..%2fservePage.ts',
    '/playground/page/tsconfig.json',
    '/x',
  ])('%s is none of them', async (path) => {
    expect((await ask(await playgroundFor(), path)).status).toBe(404);
  });
});

describe('what a person sees', () => {
  it('is what they may see', async () => {
    const playground = await playgroundFor();
    const channelsOf = async (as: string) =>
      (await ask<State>(playground, `/playground/state?as=${as}`)).json.channels.map(({ id }) => id);
    expect(await channelsOf(ADA_ID)).toContain(PRIVATE_CHANNEL_ID);
    expect(await channelsOf(MILO_ID)).not.toContain(PRIVATE_CHANNEL_ID);
    const { json } = await ask<Messages>(
      playground,
      `/playground/messages?as=${MILO_ID}&channel=${PRIVATE_CHANNEL_ID}`,
    );
    expect(json).toEqual({ messages: [], more: false });
  });

  it('comes in pages of fifty, the latest first', async () => {
    const { playground, news } = await started();
    for (let index = 1; index <= 60; index++) await news.send(`message ${index}`);
    const first = (await ask<Messages>(playground, `/playground/messages?channel=${news.id}`)).json;
    expect(first.messages.map(({ content }) => content).at(-1)).toBe('message 60');
    expect(first).toMatchObject({ more: true, messages: { length: 50 } });
    const before = first.messages[0]?.id;
    const second = (await ask<Messages>(playground, `/playground/messages?channel=${news.id}&before=${before}`)).json;
    expect(second).toMatchObject({ more: false, messages: { length: 10 } });
  });

  it('holds an ephemeral answer for nobody else', async () => {
    const { playground, client } = await started();
    await client.application.commands.set([{ name: 'hush', description: 'Answers quietly' }]);
    client.on('interactionCreate', (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply({ content: 'psst', flags: 64 });
    });
    const [ada, milo] = [await listen(playground, ADA_ID), await listen(playground, MILO_ID)];
    await post(playground, `act?as=${ADA_ID}`, { kind: 'command', command: 'hush', channelId: NEWS_CHANNEL_ID });
    const messagesOf = ({ heard }: { heard: Heard[] }) =>
      heard.filter(({ event, data }) => event === 'world' && data.t === 'MESSAGE_CREATE').map(({ data }) => data.d);
    await expect.poll(() => messagesOf(ada)).toMatchObject([{ content: 'psst', command: 'hush' }]);
    expect(messagesOf(milo)).toEqual([]);
    const seenBy = async (as: string) =>
      (await ask<Messages>(playground, `/playground/messages?as=${as}&channel=${NEWS_CHANNEL_ID}`)).json.messages;
    const [message] = await seenBy(ADA_ID);
    expect(await seenBy(MILO_ID)).toEqual([]);
    await post(playground, `act?as=${MILO_ID}`, { kind: 'dismiss', messageId: message!.id });
    expect(await seenBy(ADA_ID)).toHaveLength(1);
    await post(playground, `act?as=${ADA_ID}`, { kind: 'dismiss', messageId: message!.id });
    expect(await seenBy(ADA_ID)).toEqual([]);
    ada.stop();
    milo.stop();
  });

  it('tells of the bot’s requests without the tokens in their paths', async () => {
    const { playground, client } = await started();
    await client.application.commands.set([{ name: 'hush', description: 'Answers quietly' }]);
    client.on('interactionCreate', (interaction) => {
      if (interaction.isChatInputCommand()) void interaction.reply('here');
    });
    await post(playground, 'act', { kind: 'command', command: 'hush', channelId: NEWS_CHANNEL_ID });
    const { json } = await ask<State>(playground, '/playground/state');
    expect(json.requests.at(-1)?.path).toMatch(/^\/interactions\/\d+\/…\/callback$/);
  });
});

describe('what a person does', () => {
  it('writes where they may', async () => {
    const world = structuredClone(defaultWorld);
    world.guilds[0]!.roles[0]!.permissions = '1024';
    const playground = await playgroundFor({ world });
    const write = (as: string) =>
      post(playground, `act?as=${as}`, { kind: 'write', channelId: NEWS_CHANNEL_ID, content: '**hello**' });
    expect((await write(MILO_ID)).json).toEqual({ problem: 'you may not write here' });
    expect((await write(ADA_ID)).status).toBe(200);
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toMatchObject([
      { content: '**hello**', author: { id: ADA_ID } },
    ]);
  });

  it('runs an action of the panel', async () => {
    const panel = [
      { id: 'a', label: 'Act', run: async () => 'Done.' },
      { id: 'b', label: 'Fail', run: () => Promise.reject(new Error('no')) },
    ];
    const playground = await playgroundFor({ panel });
    expect((await ask<State>(playground, '/playground/state')).json.actions).toEqual([
      { id: 'a', label: 'Act' },
      { id: 'b', label: 'Fail' },
    ]);
    expect((await post(playground, 'action', { id: 'a' })).json).toEqual({ done: 'Done.' });
    expect((await post(playground, 'action', { id: 'b' })).json).toEqual({ problem: 'no' });
  });

  it('breaks Discord and mends it', async () => {
    const { playground } = await started();
    const broken = (await post(playground, 'outage', { ms: 60_000 })).json;
    expect(broken.outageUntil).toBeGreaterThan(Date.now());
    expect((await fetch(`${playground.api}/v10/gateway`)).status).toBe(503);
    expect((await post(playground, 'recover', {})).json.outageUntil).toBeNull();
    expect((await fetch(`${playground.api}/v10/gateway`)).status).toBe(200);
  });
});
