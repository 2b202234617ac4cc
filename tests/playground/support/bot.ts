import { Client, type ClientOptions, Events, GatewayIntentBits, REST, type TextChannel } from 'discord.js';
import { onTestFinished } from 'vitest';
import { type Playground, type PlaygroundOptions, startPlayground } from '../../../src/playground/startPlayground.ts';
import { BOT_ROLE_ID, GUILD_ID, NEWS_CHANNEL_ID } from '../../../src/playground/world/defaultWorld.ts';

/** A playground that the test's end closes. */
export async function playgroundFor(options: PlaygroundOptions = {}): Promise<Playground> {
  const playground = await startPlayground({ strict: true, ...options });
  onTestFinished(() => playground.close());
  return playground;
}

/** The real discord.js client, connected and ready; destroyed at the test's end. */
export async function botOn(playground: Playground, options: Partial<ClientOptions> = {}): Promise<Client<true>> {
  const client = new Client({ intents: [GatewayIntentBits.Guilds], rest: { api: playground.api }, ...options });
  onTestFinished(() => client.destroy());
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login('any token');
  return ready;
}

export async function started(options: PlaygroundOptions = {}) {
  const playground = await playgroundFor(options);
  const client = await botOn(playground);
  const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
  return { playground, client, news };
}

/** discord.js's REST client alone, for bodies that its builders would refuse. */
export function restOn(playground: Playground): REST {
  return new REST({ api: playground.api, version: '10', retries: 0 }).setToken('any token');
}

/** A raw request, for what no client would send. */
export async function raw(
  playground: Playground,
  method: string,
  path: string,
  body?: unknown,
  headers: Record<string, string> = { authorization: 'Bot any token' },
) {
  const response = await fetch(`${playground.api}/v10${path}`, {
    method,
    headers: { ...headers, ...(body !== undefined && { 'content-type': 'application/json' }) },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    type: response.headers.get('content-type'),
    body: text ? JSON.parse(text) : undefined,
  };
}

/** Gives the bot these permissions besides its own, in the whole server. */
export function allow(playground: Playground, ...permissions: bigint[]): void {
  const { guilds } = playground.world;
  const own = BigInt(guilds.role(GUILD_ID, BOT_ROLE_ID)!.permissions);
  guilds.changeRole(GUILD_ID, BOT_ROLE_ID, {
    permissions: permissions.reduce((all, bit) => all | bit, own).toString(),
  });
}
