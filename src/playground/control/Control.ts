import type { IncomingMessage, ServerResponse } from 'node:http';
import { type Locale, PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Faults } from '../faults/Faults.ts';
import type { Gateway } from '../gateway/Gateway.ts';
import type { Actor, ActorWish } from '../people/Actor.ts';
import type { Reply } from '../people/Reply.ts';
import type { RequestRecord } from '../rest/Api.ts';
import { newServer } from '../world/newServer.ts';
import type { World } from '../world/World.ts';
import { type Act, act, actSchema, type Deed } from './act.ts';
import { CommandNames } from './CommandNames.ts';
import { EventStream } from './EventStream.ts';
import { isLocale } from './locales.ts';
import { Outage } from './Outage.ts';
import type { PanelAction } from './PanelAction.ts';
import { Refused } from './Refused.ts';
import { readBody } from './readBody.ts';
import { readJson } from './readJson.ts';
import { whyRefused } from './sameMachine.ts';
import { Uploads } from './Uploads.ts';
import { Viewer } from './Viewer.ts';

export type ControlOptions = {
  world: World;
  gateway: Gateway;
  faults: Faults;
  requests: readonly RequestRecord[];
  onRequest(listener: (request: RequestRecord) => void): () => void;
  as(wish: ActorWish): Actor;
  actions: readonly PanelAction[];
};

const SHOWN_REQUESTS = 100;
const KEPT_MODALS = 20;
const MAX_FILE_BYTES = 10 * 1024 * 1024;
/** Discord gives a bot three seconds for a first word; what takes longer is seen as a message that changes. */
const PATIENCE_MS = 4000;
const PRESENCE_MS = 500;

/**
 * The control API under `/playground/`: a person's view of the world, events as they happen, and what a person may do.
 * On loopback only, and for no page but the playground's own.
 */
export class Control {
  readonly #options: ControlOptions;
  readonly #outage: Outage;
  readonly #commands = new CommandNames();
  readonly #dismissed = new Set<string>();
  readonly #modals = new Map<string, Reply>();
  readonly #uploads = new Uploads();
  readonly #streams = new Map<EventStream, Viewer>();
  readonly #presence: NodeJS.Timeout;
  readonly #stopListening: (() => void)[];
  #wasOnline = false;

  constructor(options: ControlOptions) {
    this.#options = options;
    const { world, faults } = options;
    this.#outage = new Outage(faults, world.clock, () => this.#tellAll('status', this.#status()));
    this.#stopListening = [
      world.events.listen((event) => {
        this.#commands.hear(event);
        for (const [stream, viewer] of this.#streams) {
          const heard = viewer.hears(event);
          if (heard) stream.send('world', heard);
        }
      }),
      options.onRequest((request) => {
        if (this.#streams.size === 0) return;
        this.#tellAll('request', shownRequest(request));
        if (request.path.includes('/commands') && request.method !== 'GET')
          this.#tellAll('commands', this.#allCommands());
      }),
    ];
    this.#presence = setInterval(() => this.#watchPresence(), PRESENCE_MS).unref();
  }

  close(): void {
    clearInterval(this.#presence);
    for (const stop of this.#stopListening) stop();
  }

  async handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const refused = whyRefused(request);
    if (refused) return answer(response, 403, { problem: refused });
    const url = new URL(request.url ?? '/', 'http://localhost');
    try {
      const route = `${request.method} ${url.pathname.slice('/playground/'.length)}`;
      if (route === 'GET events') return this.#listen(response, url.searchParams);
      if (route === 'POST upload') return answer(response, 200, await this.#keepFile(url.searchParams, request));
      const body = request.method === 'POST' ? await readJson(request) : undefined;
      answer(response, 200, await this.#answer(route, url.searchParams, body));
    } catch (error) {
      const status = error instanceof Refused ? error.status : error instanceof z.ZodError ? 400 : 500;
      answer(response, status, { problem: error instanceof z.ZodError ? z.prettifyError(error) : reason(error) });
    }
  }

  #answer(route: string, query: URLSearchParams, body: unknown): unknown {
    switch (route) {
      case 'GET state':
        return this.#state(query);
      case 'GET messages':
        return this.#viewer(query).messages(query.get('channel') ?? '', query.get('before') ?? undefined);
      case 'POST act':
        return this.#act(query, actSchema.parse(body));
      case 'POST outage':
        this.#outage.begin(z.object({ ms: z.int().min(1).max(3_600_000) }).parse(body).ms);
        return this.#status();
      case 'POST recover':
        this.#outage.end();
        return this.#status();
      case 'POST invite':
        return this.#invite(query);
      case 'POST action':
        return this.#run(z.object({ id: z.string() }).parse(body).id, localeOf(query));
      default:
        throw new Refused(404, 'there is nothing here');
    }
  }

  #state(query: URLSearchParams) {
    const { world, actions, requests } = this.#options;
    const viewer = this.#viewer(query);
    return {
      me: viewer.userId,
      installed: Boolean(world.installs.get(viewer.userId)),
      people: this.#people(),
      bot: world.bot.id,
      application: world.application,
      users: viewer.users(),
      guilds: viewer.guilds(),
      channels: viewer.channels(),
      commands: this.#allCommands(),
      actions: actions.map(({ id, label, labels }) => ({ id, label: labels?.[localeOf(query)] ?? label })),
      requests: requests.slice(-SHOWN_REQUESTS).map(shownRequest),
      ...this.#status(),
    };
  }

  #people() {
    const { world } = this.#options;
    const [guild] = world.guilds.values();
    return (guild?.members ?? [])
      .filter(({ user_id }) => !world.user(user_id).bot)
      .map(({ user_id }) => ({
        id: user_id,
        administrator: Boolean(world.permissionsInGuild(guild!.id, user_id) & Permission.Administrator),
      }));
  }

  #status() {
    return { online: this.#options.gateway.connected > 0, outageUntil: this.#outage.until };
  }

  #allCommands() {
    return this.#options.world.commands.values();
  }

  async #act(query: URLSearchParams, act: Act): Promise<object> {
    const { world } = this.#options;
    const viewer = this.#viewer(query);
    switch (act.kind) {
      case 'dismiss':
        if (world.ephemeral.get(act.messageId)?.userId === viewer.userId) this.#dismissed.add(act.messageId);
        return {};
      case 'openDm':
        return { channelId: world.openDm(viewer.userId).id };
      default:
        return this.#do(act, viewer.userId, localeOf(query));
    }
  }

  async #do(deed: Deed, userId: string, locale: `${Locale}`): Promise<object> {
    const { world, as } = this.#options;
    const channelId = 'channelId' in deed ? deed.channelId : this.#channelOf(deed);
    const guildId = world.channels.get(channelId ?? '')?.guild_id;
    const actor = as({ userId, locale, ...(guildId && { guildId }) });
    const upload = (key: string) => this.#uploads.take(userId, key);
    const done = act(deed, actor, { world, upload, modal: (key) => this.#modal(key) })
      .then(({ reply, ...outcome }) => (reply ? this.#outcome(reply) : outcome))
      .catch((error) => ({ problem: reason(error), silent: /did not respond/.test(reason(error)) }));
    const later = new Promise<object>((resolve) => setTimeout(() => resolve({}), PATIENCE_MS).unref());
    return Promise.race([done, later]);
  }

  async #keepFile(query: URLSearchParams, request: IncomingMessage): Promise<object> {
    const bytes = await readBody(request, MAX_FILE_BYTES);
    const named = { name: query.get('name'), type: query.get('type') };
    return { key: this.#uploads.keep(this.#viewer(query).userId, named, bytes) };
  }

  #channelOf(deed: object): string | undefined {
    if (!('messageId' in deed)) return undefined;
    return this.#options.world.message(String(deed.messageId))?.channel_id;
  }

  #outcome(reply: Reply): object {
    if (!reply.modal) return {};
    const key = reply.interaction.payload.id;
    this.#modals.set(key, reply);
    const [oldest] = this.#modals.keys();
    if (this.#modals.size > KEPT_MODALS && oldest) this.#modals.delete(oldest);
    return { modal: { key, ...reply.modal } };
  }

  #modal(key: string): Reply {
    const reply = this.#modals.get(key);
    if (!reply) throw new Error('that form is gone');
    return reply;
  }

  async #run(id: string, locale: string): Promise<object> {
    const action = this.#options.actions.find((each) => each.id === id);
    if (!action) throw new Refused(404, 'there is no such action');
    return { done: await action.run(locale) };
  }

  /** The bot is invited to a new server of the viewer's. */
  #invite(query: URLSearchParams): object {
    const { world } = this.#options;
    return { guildId: world.guilds.add(newServer(world, this.#viewer(query).userId)).id };
  }

  #listen(response: ServerResponse, query: URLSearchParams): void {
    const viewer = this.#viewer(query);
    const stream = new EventStream(response, () => this.#streams.delete(stream));
    this.#streams.set(stream, viewer);
    stream.send('status', this.#status());
  }

  #viewer(query: URLSearchParams): Viewer {
    const people = this.#people();
    const wanted = query.get('as');
    const person = wanted
      ? people.find(({ id }) => id === wanted)
      : (people.find(({ administrator }) => administrator) ?? people[0]);
    if (!person) throw new Refused(404, 'there is no such person');
    return new Viewer(
      this.#options.world,
      person.id,
      (id) => this.#commands.of(id),
      (id) => this.#dismissed.has(id),
    );
  }

  #watchPresence(): void {
    const online = this.#options.gateway.connected > 0;
    if (online === this.#wasOnline) return;
    this.#wasOnline = online;
    this.#tellAll('status', this.#status());
  }

  #tellAll(event: string, data: unknown): void {
    for (const stream of this.#streams.keys()) stream.send(event, data);
  }
}

function localeOf(query: URLSearchParams): `${Locale}` {
  const locale = query.get('locale') ?? 'en-US';
  if (!isLocale(locale)) throw new Refused(400, `Discord has no locale ${locale}`);
  return locale;
}

function shownRequest({ method, path, status, ms, at, fault }: RequestRecord) {
  return { method, path: path.replace(/(\/(?:webhooks|interactions)\/\d+\/)[^/]+/, '$1…'), status, ms, at, fault };
}

function answer(response: ServerResponse, status: number, body: unknown): void {
  response
    .writeHead(status, {
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'cross-origin-resource-policy': 'same-origin',
      'x-content-type-options': 'nosniff',
    })
    .end(JSON.stringify(body));
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
