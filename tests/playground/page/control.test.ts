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

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer };

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
    expect((await write(MILO_ID)).json).toMatchObject({ problem: 'Milo may not write in that channel' });
    expect((await write(ADA_ID)).status).toBe(200);
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toMatchObject([
      { content: '**hello**', author: { id: ADA_ID } },
    ]);
  });

  it('runs an action of the panel', async () => {
    const panel = [
      { id: 'a', label: 'Act', labels: { de: 'Handeln' }, run: async (locale: string) => `Done in ${locale}.` },
      { id: 'b', label: 'Fail', run: () => Promise.reject(new Error('no')) },
    ];
    const playground = await playgroundFor({ panel });
    expect((await ask<State>(playground, '/playground/state')).json.actions).toEqual([
      { id: 'a', label: 'Act' },
      { id: 'b', label: 'Fail' },
    ]);
    const german = (await ask<State>(playground, '/playground/state?locale=de')).json.actions;
    expect(german.map(({ label }) => label)).toEqual(['Handeln', 'Fail']);
    expect((await post(playground, 'action?locale=de', { id: 'a' })).json).toEqual({ done: 'Done in de.' });
    expect((await post(playground, 'action', { id: 'b' })).json).toEqual({ problem: 'no' });
  });

  it('reacts, and takes it back; everybody sees whose reactions there are', async () => {
    const { playground, news } = await started();
    const { id } = await news.send('A word');
    const milo = await listen(playground, MILO_ID);
    const react = (as: string, on: boolean) =>
      post(playground, `act?as=${as}`, { kind: 'react', messageId: id, emoji: '👍', on });
    await react(ADA_ID, true);
    await react(MILO_ID, true);
    await react(ADA_ID, false);
    const heard = () =>
      milo.heard.filter(({ data }) => data.t === 'MESSAGE_UPDATE').map(({ data }) => data.d.reactions);
    await expect
      .poll(heard)
      .toEqual([
        [{ emoji: '👍', count: 1, me: false, users: [ADA_ID] }],
        [{ emoji: '👍', count: 2, me: true, users: [ADA_ID, MILO_ID] }],
        [{ emoji: '👍', count: 1, me: true, users: [MILO_ID] }],
      ]);
    milo.stop();
  });

  it('reacts only where they may', async () => {
    const world = structuredClone(defaultWorld);
    world.guilds[0]!.roles[0]!.permissions = String(1024 | 65536);
    const { playground, news } = await started({ world });
    const { id } = await news.send('A word');
    const react = { kind: 'react', messageId: id, emoji: '👍', on: true };
    const { json } = await post(playground, `act?as=${MILO_ID}`, react);
    expect(json.problem).toBe('Milo may not react in that channel: it needs Add Reactions');
    playground.as({ administrator: true }).react(playground.world.message(id)!, '👍');
    expect((await post(playground, `act?as=${MILO_ID}`, react)).json).toEqual({});
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

describe('a file that goes with a command', () => {
  const LIMIT = 10 * 1024 * 1024;
  const bytes = { 'content-type': 'application/octet-stream' };

  function upload(playground: Playground, body: Buffer, query = 'name=a.txt&type=text/plain', headers = {}) {
    return ask<{ key: string; problem: string }>(playground, `/playground/upload?${query}`, {
      ...{ method: 'POST', headers: { ...bytes, ...headers }, body },
    });
  }

  async function withTaker() {
    const { playground, client } = await started();
    await client.application.commands.set([
      { name: 'take', description: 'Takes a file', options: [{ type: 11, name: 'file', description: 'It' }] },
    ]);
    client.on('interactionCreate', async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file', true);
      const text = await (await fetch(file.url)).text();
      await interaction.reply(`${file.name}, ${file.contentType}, ${file.size}: ${text}`);
    });
    const take = (key: string, as = ADA_ID) =>
      post(playground, `act?as=${as}`, {
        ...{ kind: 'command', command: 'take', channelId: NEWS_CHANNEL_ID, files: { file: key } },
      });
    const said = () => playground.world.messagesIn(NEWS_CHANNEL_ID).map(({ content }) => content);
    return { playground, take, said };
  }

  it('is given to the bot, once', async () => {
    const { playground, take, said } = await withTaker();
    const query = `as=${ADA_ID}&type=text/plain&name=${encodeURIComponent('../größe.txt')}`;
    const { key } = (await upload(playground, Buffer.from('héllo'), query)).json;
    expect((await take(key)).json).toEqual({});
    expect(said()).toEqual(['.._größe.txt, text/plain, 6: héllo']);
    expect((await take(key)).json).toMatchObject({ problem: 'that file is gone: choose it again' });
  });

  it('is nobody else’s', async () => {
    const { playground, take, said } = await withTaker();
    const { key } = (await upload(playground, Buffer.from('mine'), `as=${ADA_ID}&name=a.txt`)).json;
    expect((await take(key, MILO_ID)).json).toMatchObject({ problem: 'that file is gone: choose it again' });
    expect(said()).toEqual([]);
  });

  it('waits with nine others at most', async () => {
    const { playground, take } = await withTaker();
    const keys: string[] = [];
    for (let index = 0; index < 11; index++) keys.push((await upload(playground, Buffer.from('x'))).json.key);
    expect((await take(keys[0]!)).json).toHaveProperty('problem');
    expect((await take(keys[1]!)).json).toEqual({});
  });

  it('has 10 MiB at most', async () => {
    const playground = await playgroundFor();
    expect((await upload(playground, Buffer.alloc(LIMIT))).status).toBe(200);
    const { status, json } = await upload(playground, Buffer.alloc(LIMIT + 1));
    expect(status).toBe(413);
    expect(json.problem).toContain('over 10 MiB');
  });

  it('needs a name, and comes from the page itself', async () => {
    const playground = await playgroundFor();
    expect((await upload(playground, Buffer.from('x'), 'name=')).status).toBe(400);
    expect((await upload(playground, Buffer.from('x'), 'name=a', { origin: 'https://evil.example' })).status).toBe(403);
    const form = { 'content-type': 'multipart/form-data; boundary=x' };
    expect((await upload(playground, Buffer.from('x'), 'name=a', form)).status).toBe(403);
  });
});

describe('a file of a message', () => {
  it.each([
    ['page.html', 'attachment', '<script></script>'],
    ['drawing.svg', 'attachment', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['dot.png', 'inline', '\x89PNG\r\n\x1a\n\0\0\0\rIHDR'],
  ])('%s runs nothing in the page’s name', async (name, disposition, content) => {
    const { playground, news } = await started();
    const { attachments } = await news.send({ files: [{ attachment: Buffer.from(content, 'latin1'), name }] });
    const { headers } = await ask(playground, new URL(attachments.first()!.url).pathname);
    expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox");
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers['content-disposition']).toBe(`${disposition}; filename*=UTF-8''${name}`);
  });
});
