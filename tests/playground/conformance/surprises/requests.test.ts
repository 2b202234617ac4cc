import { DefaultRestOptions, EmbedBuilder, Events, REST, type TextChannel } from 'discord.js';
import { describe, expect, it, vi } from 'vitest';
import { type Playground, startPlayground } from '../../../../src/playground/startPlayground.ts';
import { NEWS_CHANNEL_ID } from '../../../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor, started } from '../../support/bot.ts';
import { watchServers } from '../support/watchServers.ts';

const posts = `/channels/${NEWS_CHANNEL_ID}/messages`;
const posted = (playground: Playground) =>
  playground.requests.filter(({ method, path }) => method === 'POST' && path === posts);

/** A bot that answers `/ask` by deferring, editing, following up and deleting, and suggests things. */
async function answering() {
  const seen = watchServers();
  const set = await started();
  const option = { type: 3, name: 'what', description: 'x', autocomplete: true };
  await set.client.application.commands.set([{ name: 'ask', description: 'x', options: [option] }]);
  set.client.on(Events.InteractionCreate, async (interaction) => {
    if (interaction.isAutocomplete()) await interaction.respond([]);
    if (!interaction.isChatInputCommand()) return;
    await interaction.deferReply();
    await interaction.editReply('edited');
    await interaction.followUp('more');
  });
  return { ...set, seen };
}

describe('what discord.js sends', () => {
  it('encodes parts of paths, as in /messages/%40original', async () => {
    const { playground } = await answering();
    const reply = await playground.as().command('ask');
    expect(reply.message?.content).toBe('edited');
    const edit = () => playground.requests.find(({ method }) => method === 'PATCH');
    await expect.poll(edit).toMatchObject({ path: expect.stringMatching(/\/messages\/%40original$/), status: 200 });
  });

  it('answers interactions without Authorization, and asks for the message only where it says so', async () => {
    const { playground, seen } = await answering();
    await playground.as().autocomplete('ask', { focused: 'what' });
    const reply = await playground.as().command('ask');
    await reply.until(({ followups }) => followups.length === 1);
    const byToken = seen.requests.filter(({ url }) => /\/(interactions|webhooks)\//.test(url ?? ''));
    const shown = byToken.map(({ method, url, headers }) => ({
      path: `${method} ${url?.replace('/api/v10', '').replace(/\/\d+\/[\w-]+/, '')}`,
      authorization: headers.authorization,
    }));
    expect(shown).toEqual([
      { path: 'POST /interactions/callback', authorization: undefined },
      { path: 'POST /interactions/callback?with_response=false', authorization: undefined },
      { path: 'PATCH /webhooks/messages/%40original', authorization: undefined },
      { path: expect.stringMatching(/^POST \/webhooks(\?wait=true)?$/), authorization: undefined },
    ]);
  });

  it('carries tts and enforce_nonce in every body with a message, and is accepted', async () => {
    const { playground, news } = await answering();
    const message = await news.send('x');
    await message.edit('y');
    await (await playground.as().command('ask')).until(({ followups }) => followups.length === 1);
    await expect.poll(() => playground.requests.at(-1)?.method).toBe('POST');
    const messages = playground.requests
      .map(({ body, status }) => ({ status, carried: (body as { data?: object } | undefined)?.data ?? body }))
      .filter(({ carried }) => Object.hasOwn((carried ?? {}) as object, 'content'));
    expect(messages).toHaveLength(4);
    for (const each of messages) {
      expect(each).toMatchObject({ status: 200, carried: { tts: false, enforce_nonce: false } });
    }
  });

  it('makes a nonce for every message when the client is to enforce one', async () => {
    const playground = await playgroundFor();
    const client = await botOn(playground, { enforceNonce: true });
    const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
    await news.send('x');
    await news.send('x');
    const nonces = posted(playground).map(({ body }) => body as { nonce: string; enforce_nonce: boolean });
    expect(new Set(nonces.map(({ nonce }) => nonce)).size).toBe(2);
    for (const { nonce, enforce_nonce } of nonces) {
      expect(enforce_nonce).toBe(true);
      expect(nonce).toMatch(/^\d{1,25}$/);
    }
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(2);
  });

  it('does not contain what the builders refuse by themselves', async () => {
    const { playground } = await started();
    expect(() => new EmbedBuilder().setTitle('x'.repeat(257))).toThrow();
    expect(posted(playground)).toEqual([]);
  });
});

describe('what discord.js does about failures', () => {
  it('tries a 5xx four times, without a pause', async () => {
    const { playground, news } = await started();
    playground.faults.add({ kind: 'error', status: 502, match: `POST ${posts}`, times: 4 });
    await expect(news.send('x')).rejects.toMatchObject({ status: 502 });
    expect(posted(playground).map(({ status }) => status)).toEqual([502, 502, 502, 502]);
    await expect(news.send('x')).resolves.toBeDefined();
  });

  it('tries again after a broken connection, four times in all', async () => {
    const { playground, news } = await started();
    playground.faults.add({ kind: 'drop', match: `POST ${posts}`, times: 4 });
    await expect(news.send('x')).rejects.toThrow();
    expect(posted(playground)).toHaveLength(4);
  });

  it('tries again after a time-out, four times in all', async () => {
    const playground = await playgroundFor();
    const client = await botOn(playground, { rest: { api: playground.api, timeout: 60 } });
    const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
    playground.faults.add({ kind: 'hang', match: `POST ${posts}`, times: 4 });
    await expect(news.send('x')).rejects.toThrow(/abort/i);
    expect(posted(playground)).toHaveLength(4);
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toEqual([]);
  });

  it('does not try again where nobody listens', async () => {
    const playground = await startPlayground();
    const attempt = vi.fn(DefaultRestOptions.makeRequest);
    const rest = new REST({ api: playground.api, makeRequest: attempt }).setToken('any token');
    await expect(rest.get('/users/@me')).resolves.toBeDefined();
    await playground.close();
    await expect(rest.get('/users/@me')).rejects.toMatchObject({ code: 'ECONNREFUSED' });
    expect(attempt).toHaveBeenCalledTimes(2);
  });

  it('drops its token after a single 401, for good', async () => {
    const { playground, news } = await started();
    playground.faults.add({ kind: 'unauthorized', times: 1 });
    await expect(news.send('x')).rejects.toMatchObject({ status: 401 });
    await expect(news.send('x')).rejects.toThrow('Expected token to be set');
    expect(posted(playground)).toHaveLength(1);
  });
});

describe('what the playground answers', () => {
  it('has no content type on a 204, which discord.js would try to read', async () => {
    const { playground, news, client } = await started();
    await news.sendTyping();
    await (await news.send('x')).delete();
    expect(playground.requests.slice(-3).map(({ status }) => status)).toEqual([204, 200, 204]);
    const answer = await fetch(`${playground.api}/v10/channels/${NEWS_CHANNEL_ID}/typing`, {
      method: 'POST',
      headers: { authorization: 'Bot any token' },
    });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([204, null]);
    expect(client.isReady()).toBe(true);
  });
});
