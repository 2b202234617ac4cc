import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setImmediate } from 'node:timers/promises';
import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { SelfCheck } from './checks/SelfCheck.ts';
import { type Clock, systemClock } from './clock.ts';
import { Control } from './control/Control.ts';
import type { PanelAction } from './control/PanelAction.ts';
import type { ActiveFault, FaultWish } from './faults/Fault.ts';
import { Faults } from './faults/Faults.ts';
import { Gateway } from './gateway/Gateway.ts';
import { SessionStarts } from './gateway/SessionStarts.ts';
import { Interactions } from './interactions/Interactions.ts';
import { Budgets } from './limits/Budgets.ts';
import { type RateLimits, roomyLimits } from './limits/RateLimits.ts';
import { RequestLimits } from './limits/RequestLimits.ts';
import { Messages } from './messages/Messages.ts';
import { serveAttachment } from './page/serveAttachment.ts';
import { servePage } from './page/servePage.ts';
import { Actor, type ActorWish } from './people/Actor.ts';
import { Api, type RequestRecord } from './rest/Api.ts';
import { allRoutes } from './rest/routes/allRoutes.ts';
import { defaultWorld } from './world/defaultWorld.ts';
import { Shelf } from './world/Shelf.ts';
import { ThreadArchiver } from './world/ThreadArchiver.ts';
import { World } from './world/World.ts';
import type { WorldSeed } from './world/WorldSeed.ts';

export { discordLimits, roomyLimits } from './limits/RateLimits.ts';
export type { ActiveFault, Actor, ActorWish, FaultWish, PanelAction, RequestRecord, WorldSeed };

/** Answers what is not Discord's own: a health check, the page, a newsroom. */
export type ExtraRoute = (request: IncomingMessage, response: ServerResponse) => void;

export type PlaygroundOptions = {
  /** The port on 127.0.0.1; 0, the default, is any free one. */
  port?: number;
  /** Where the world is kept between runs; without it, in memory only. */
  file?: string;
  /** What a new world starts with. */
  world?: WorldSeed;
  /** The time that ids, timestamps, nonces and deadlines go by. */
  clock?: Clock;
  /** How long a nonce is remembered; five minutes by default (Discord publishes no figure). */
  nonceWindowMs?: number;
  /** Further paths, by prefix; the longest that fits answers. */
  routes?: Record<string, ExtraRoute>;
  /** Which bot tokens are good; by default every one. */
  acceptToken?: (token: string) => boolean;
  /** How much a bot may ask for; by default so much that no test runs into it. False: nothing is counted. */
  rateLimits?: RateLimits | false;
  /**
   * Checks every answer and event of the playground itself against Discord's description: what does not fit becomes a
   * 500, and `close` rejects with the list.
   */
  strict?: boolean;
  /** How often the gateway asks for a heartbeat. */
  heartbeatMs?: number;
  /** The privileged intents that the application was granted; by default none. */
  privilegedIntents?: number;
  /** What the page offers to a person in a hurry, besides an outage. */
  panel?: readonly PanelAction[];
  /** Gets one line for whatever the playground does not know; by default it goes to the console. */
  log?: (line: string) => void;
};

export type Playground = {
  port: number;
  /** `http://127.0.0.1:PORT` */
  origin: string;
  /** What discord.js takes as `rest.api`. */
  api: string;
  world: World;
  /** Whoever is connected, and ways to break the connection. */
  gateway: Gateway;
  /** What is to go wrong, on demand. */
  faults: Faults;
  /** The last 1,000 requests to the API. */
  requests: readonly RequestRecord[];
  /** Hears of every request to the API once it is over; what it returns ends that. */
  onRequest(listener: (request: RequestRecord) => void): () => void;
  /** Someone who uses the bot: a plain member unless another is wished for. */
  as(wish?: ActorWish): Actor;
  close(): Promise<void>;
};

const NONCE_WINDOW_MS = 5 * 60_000;
const HEARTBEAT_MS = 41_250;

/** Starts a local Discord, REST v10 and gateway v10, on loopback. */
export async function startPlayground(options: PlaygroundOptions = {}): Promise<Playground> {
  const { acceptToken = () => true, log = console.warn, clock = systemClock } = options;
  const shelf = options.file === undefined ? undefined : await Shelf.open(options.file);
  const world = new World(options.world ?? defaultWorld, clock, shelf);
  let origin = '';
  const gatewayUrl = () => `${origin.replace('http', 'ws')}/gateway`;
  const archiver = new ThreadArchiver(world);
  const messages = new Messages(world, () => origin, options.nonceWindowMs ?? NONCE_WINDOW_MS);
  const interactions = new Interactions(world, messages);
  const faults = new Faults(clock, () => gateway.drop());
  const starts = new SessionStarts(options.rateLimits || roomyLimits, clock);
  const rateLimits = options.rateLimits ?? roomyLimits;
  const limits = rateLimits ? new RequestLimits(rateLimits) : undefined;
  const budgets = new Budgets(rateLimits || undefined, clock);
  const privilegedIntents = options.privilegedIntents ?? 0;
  const routes = allRoutes({
    ...{ world, messages, interactions, starts, budgets, privilegedIntents, gatewayUrl },
    origin: () => origin,
  });
  const selfCheck = options.strict ? new SelfCheck() : undefined;
  const api = new Api({ world, routes, faults, limits, selfCheck, acceptToken, log });
  const gateway: Gateway = new Gateway({
    ...{ world, url: gatewayUrl, faults, selfCheck, acceptToken, log },
    heartbeatMs: options.heartbeatMs ?? HEARTBEAT_MS,
    ...{ privilegedIntents, starts },
  });
  const as = (wish: ActorWish = {}) =>
    new Actor({ world, interactions, messages, ...whoActs(world, wish), botIsThere: () => gateway.connected > 0 });
  const control = new Control({
    ...{ world, gateway, faults, requests: api.requests, as, actions: options.panel ?? [] },
    onRequest: (listener) => api.listen(listener),
  });
  const extra = Object.entries<ExtraRoute>({
    '/': servePage,
    '/playground/': (request, response) => void control.handle(request, response),
    '/playground/page/': servePage,
    '/attachments/': serveAttachment(world),
    ...options.routes,
  });
  extra.sort(([a], [b]) => b.length - a.length);

  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?', 1)[0]!;
    const other = extra.find(([prefix]) => path.startsWith(prefix) && !path.startsWith('/api/'));
    if (path === '/api' || path.startsWith('/api/')) void api.handle(request, response);
    else if (other) other[1](request, response);
    else response.writeHead(404).end();
  });
  server.on('upgrade', (request, socket, head) => {
    if (request.url?.startsWith('/gateway')) gateway.upgrade(request, socket, head);
    else socket.destroy();
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(options.port ?? 0, '127.0.0.1', resolve);
  }).catch((error) => {
    shelf?.close();
    throw error;
  });
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;

  return {
    port,
    origin,
    api: `${origin}/api`,
    world,
    gateway,
    faults,
    requests: api.requests,
    onRequest: (listener) => api.listen(listener),
    as,
    async close() {
      // Answers on their way still go out.
      await setImmediate();
      gateway.close();
      interactions.close();
      control.close();
      archiver.close();
      const closed = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      await closed;
      shelf?.close();
      await selfCheck?.finish();
    },
  };
}

function whoActs(world: World, { userId, administrator = false, locale = 'en-US', guildId, installs }: ActorWish) {
  const guild = guildId ? world.guilds.get(guildId) : world.guilds.values()[0];
  if (!guild) throw new Error(`there is no guild ${guildId ?? 'yet'}`);
  const people = guild.members.map((member) => member.user_id).filter((id) => !world.user(id).bot);
  const isAdministrator = (id: string) => Boolean(world.permissionsInGuild(guild.id, id) & Permission.Administrator);
  const chosen = userId ?? people.find((id) => isAdministrator(id) === administrator);
  if (!chosen || !world.users.get(chosen)) throw new Error(`nobody in ${guild.name} is ${userId ?? 'like that'}`);
  if (installs) world.installs.set(chosen, true);
  return { userId: chosen, locale, guildId: guild.id };
}
