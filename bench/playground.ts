import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { Client, Events, GatewayIntentBits, type TextChannel } from 'discord.js';
import { Pool } from 'undici';
import { WebSocket } from 'ws';
import { type Playground, startPlayground } from '../src/playground/startPlayground.ts';
import { APPLICATION_ID, NEWS_CHANNEL_ID } from '../src/playground/world/defaultWorld.ts';
import type { Figure } from './main.ts';

const STARTS = 20;
const INSTANCES = 20;
const REQUESTS = 4000;
const AT_ONCE = 16;
const KILOBYTE = 1024;
const POSTS = `/channels/${NEWS_CHANNEL_ID}/messages`;

const headers = { authorization: 'Bot any token', 'content-type': 'application/json' };
const message = {
  content: 'Monday, 8 o’clock',
  tts: false,
  embeds: [{ title: 'Bridge', url: 'https://example.org/a', description: 'It fell.', footer: { text: '3 outlets' } }],
  components: [{ type: 1, components: [{ type: 2, style: 2, label: 'Full brief', custom_id: 'brief:1' }] }],
  allowed_mentions: { parse: [] },
};

/** How fast the playground starts and answers, raw and through discord.js, in one process with whoever asks. */
export async function measure(): Promise<Figure[]> {
  const starts = await starting();
  const memory = await remembering();
  return [...starts, memory, ...(await answering()), ...(await withDiscordJs()), await sideBySide()];
}

async function starting(): Promise<Figure[]> {
  const times: number[] = [];
  for (let index = 0; index < STARTS; index++) {
    const begun = performance.now();
    const playground = await startPlayground();
    times.push(performance.now() - begun);
    await playground.close();
  }
  const [first = 0] = times;
  times.sort((a, b) => a - b);
  return [
    { name: 'first start', value: first, unit: 'ms' },
    { name: `start, median of ${STARTS}`, value: times[STARTS / 2] ?? 0, unit: 'ms' },
  ];
}

async function answering(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const strict of [false, true]) {
    const mode = strict ? 'strict' : 'raw';
    const playground = await startPlayground({ strict, rateLimits: false });
    const pool = new Pool(playground.origin, { connections: AT_ONCE });
    const id = await posted(pool);
    figures.push(
      await rate(`${mode}: message created`, () => posted(pool)),
      await rate(`${mode}: message read`, () => ask(pool, 'GET', `${POSTS}/${id}`)),
    );
    const hangUp = await answerInteractions(playground, pool);
    const milo = playground.as();
    figures.push(await rate(`${mode}: interaction answered`, () => milo.command('ping')));
    hangUp();
    await pool.close();
    await playground.close();
  }
  return figures;
}

async function withDiscordJs(): Promise<Figure[]> {
  const playground = await startPlayground({ rateLimits: false });
  const client = new Client({
    intents: [GatewayIntentBits.Guilds],
    rest: { api: playground.api, globalRequestsPerSecond: Number.POSITIVE_INFINITY },
  });
  const ready = new Promise<void>((resolve) => client.once(Events.ClientReady, () => resolve()));
  await client.login('any token');
  await ready;
  await client.application?.commands.set([{ name: 'ping', description: 'Answers' }]);
  client.on(Events.InteractionCreate, (interaction) => {
    if (interaction.isChatInputCommand()) void interaction.reply('pong');
  });
  const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
  const { id } = await news.send('first');
  const milo = playground.as();
  const figures = [
    await rate('discord.js: message created', () => news.send(message)),
    await rate('discord.js: message read', () => news.messages.fetch({ message: id, force: true })),
    await rate('discord.js: interaction answered', () => milo.command('ping')),
  ];
  await client.destroy();
  await playground.close();
  return figures;
}

async function remembering(): Promise<Figure> {
  const before = heap();
  const playgrounds = await Promise.all(Array.from({ length: INSTANCES }, () => startPlayground()));
  const value = (heap() - before) / INSTANCES / KILOBYTE;
  await Promise.all(playgrounds.map((playground) => playground.close()));
  return { name: 'memory per instance', value, unit: 'kB' };
}

async function sideBySide(): Promise<Figure> {
  const playgrounds = await Promise.all(Array.from({ length: INSTANCES }, () => startPlayground()));
  const pools = playgrounds.map(({ origin }) => new Pool(origin, { connections: 2 }));
  let next = 0;
  const together = await rate(`${INSTANCES} instances side by side: message created`, () =>
    posted(pools[next++ % INSTANCES]!),
  );
  await Promise.all(pools.map((pool) => pool.close()));
  await Promise.all(playgrounds.map((playground) => playground.close()));
  return together;
}

/** A bot in ten lines: it identifies, registers one command, and answers it. */
async function answerInteractions(playground: Playground, pool: Pool): Promise<() => void> {
  await ask(pool, 'PUT', `/applications/${APPLICATION_ID}/commands`, [{ name: 'ping', description: 'Answers' }]);
  const socket = new WebSocket(`${playground.origin.replace('http', 'ws')}/gateway?v=10&encoding=json`);
  await new Promise<void>((resolve) => {
    socket.on('message', (data) => {
      const { op, t, d } = JSON.parse(String(data));
      if (op === 10) socket.send(JSON.stringify({ op: 2, d: { token: 'any token', intents: 1, properties: {} } }));
      if (t === 'READY') resolve();
      if (t !== 'INTERACTION_CREATE') return;
      void ask(pool, 'POST', `/interactions/${d.id}/${d.token}/callback`, { type: 4, data: { content: 'pong' } });
    });
  });
  return () => socket.close();
}

async function posted(pool: Pool): Promise<string> {
  return (JSON.parse(await ask(pool, 'POST', POSTS, message)) as { id: string }).id;
}

async function ask(pool: Pool, method: 'GET' | 'POST' | 'PUT', path: string, body?: unknown): Promise<string> {
  const answer = await pool.request({
    ...{ method, path: `/api/v10${path}`, headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await answer.body.text();
  if (answer.statusCode >= 300) throw new Error(`${method} ${path} gave ${answer.statusCode}: ${text}`);
  return text;
}

async function rate(name: string, act: () => Promise<unknown>): Promise<Figure> {
  for (let index = 0; index < AT_ONCE; index++) await act();
  let left = REQUESTS;
  const worker = async () => {
    while (left-- > 0) await act();
  };
  const begun = performance.now();
  await Promise.all(Array.from({ length: AT_ONCE }, worker));
  return { name, value: REQUESTS / ((performance.now() - begun) / 1000), unit: 'per second' };
}

function heap(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed;
}
