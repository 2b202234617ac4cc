import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits as Intent,
  GatewayOpcodes as Op,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SelfCheck } from '../checks/SelfCheck.ts';
import type { Faults } from '../faults/Faults.ts';
import { Window } from '../limits/Window.ts';
import { withoutContent } from '../messages/withoutContent.ts';
import type { WorldEvent } from '../world/Broadcast.ts';
import { ownUserObject } from '../world/objects.ts';
import type { MessageRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';
import { intentsFor, KNOWN, PRIVILEGED } from './intents.ts';
import { memberChunks } from './memberChunks.ts';
import { Session } from './Session.ts';
import type { SessionStarts } from './SessionStarts.ts';

export type GatewayOptions = {
  world: World;
  /** Where a client that lost its socket is to come back. */
  url: () => string;
  faults: Faults;
  starts: SessionStarts;
  selfCheck: SelfCheck | undefined;
  heartbeatMs: number;
  /** The privileged intents that the application was granted. */
  privilegedIntents: number;
  acceptToken: (token: string) => boolean;
  log: (line: string) => void;
};

type Payload = { op: Op; d: unknown };
/** What clients send is theirs: nothing of it is taken for granted. */
type Identify = { token?: unknown; intents?: unknown; shard?: unknown };
type Resume = { token?: unknown; session_id?: unknown; seq?: unknown };

const KEPT_SESSIONS = 50;
const MAX_PAYLOAD_BYTES = 4096;
/** How much a client may send ("Rate Limiting"). */
const SENDS = { limit: 120, perMs: 60_000 };

/** The gateway, v10 with JSON (events/gateway). What happens in the world goes to every session that may know of it. */
export class Gateway {
  readonly #options: GatewayOptions;
  readonly #server = new WebSocketServer({ noServer: true, perMessageDeflate: false });
  readonly #sessions = new Map<string, Session>();
  readonly #stopListening: () => void;

  constructor(options: GatewayOptions) {
    this.#options = options;
    this.#stopListening = options.world.events.listen((event) => this.#tell(event));
  }

  /** How many clients are connected and identified. */
  get connected(): number {
    return this.#open().length;
  }

  /** Ends every connection: with a close code, or without one like a broken cable. Sessions can be resumed. */
  drop(code?: number): void {
    for (const session of this.#open()) session.cut(code);
  }

  /** Op 7: asks every client to come back and resume. */
  reconnect(): void {
    for (const session of this.#open()) session.send(Op.Reconnect, null);
  }

  /** Op 9: says that the sessions are invalid, and forgets them unless they are resumable. */
  invalidate(resumable: boolean): void {
    for (const session of this.#open()) {
      session.send(Op.InvalidSession, resumable);
      session.leave();
      if (!resumable) this.#sessions.delete(session.id);
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    const refusal = this.#options.faults.ofGateway('refuseConnection');
    if (refusal && refusal.code === undefined) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => {
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
      if (refusal) client.close(refusal.code);
      else if ((query.get('v') ?? '10') !== '10') client.close(Close.InvalidAPIVersion, 'Invalid API version.');
      else if ((query.get('encoding') ?? 'json') !== 'json')
        client.close(Close.DecodeError, 'Only JSON is spoken here.');
      else this.#greet(client);
    });
  }

  close(): void {
    this.#stopListening();
    for (const client of this.#server.clients) client.terminate();
    this.#server.close();
    this.#sessions.clear();
  }

  #greet(client: WebSocket): void {
    let session: Session | undefined;
    const sends = new Window(SENDS);
    client.on('error', () => client.terminate());
    client.on('close', (code) => {
      session?.disconnected(client);
      if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    });
    client.on('message', (data: Buffer) => {
      if (client.readyState !== client.OPEN) return;
      const payload = data.byteLength > MAX_PAYLOAD_BYTES ? undefined : parsed(String(data));
      if (!payload) client.close(Close.DecodeError, 'Error while decoding payload.');
      else if (!sends.take(this.#options.world.clock.now())) client.close(Close.RateLimited, 'Rate limited.');
      else session = this.#hear(client, session?.uses(client) ? session : undefined, payload);
    });
    client.send(JSON.stringify({ op: Op.Hello, d: { heartbeat_interval: this.#options.heartbeatMs } }));
  }

  #hear(client: WebSocket, session: Session | undefined, { op, d }: Payload): Session | undefined {
    const { faults } = this.#options;
    switch (op) {
      case Op.Heartbeat:
        if (!faults.ofGateway('missingAck') && !faults.ofGateway('silence')) {
          client.send(JSON.stringify({ op: Op.HeartbeatAck, d: null }));
        }
        return session;
      case Op.Identify:
        if (session) client.close(Close.AlreadyAuthenticated, 'Already authenticated.');
        return session ?? this.#identify(client, d as Identify);
      case Op.Resume:
        if (session) client.close(Close.AlreadyAuthenticated, 'Already authenticated.');
        return session ?? this.#resume(client, d as Resume);
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
        if (!session) client.close(Close.NotAuthenticated, 'Not authenticated.');
        return session;
      case Op.RequestGuildMembers:
        if (session) this.#sendMembers(client, session, d);
        else client.close(Close.NotAuthenticated, 'Not authenticated.');
        return session;
      default:
        client.close(Close.UnknownOpcode, 'Unknown opcode.');
        return session;
    }
  }

  #identify(client: WebSocket, identify: Identify): Session | undefined {
    const { token, intents } = identify ?? {};
    const shard = shardOf(identify?.shard);
    const refuse = (code: Close, reason: string) => {
      client.close(code, reason);
      return undefined;
    };
    if (!this.#isGood(token)) return refuse(Close.AuthenticationFailed, 'Authentication failed.');
    if (typeof intents !== 'number' || intents & ~KNOWN) return refuse(Close.InvalidIntents, 'Invalid intent(s).');
    if (intents & PRIVILEGED & ~this.#options.privilegedIntents)
      return refuse(Close.DisallowedIntents, 'Disallowed intent(s).');
    if (!shard) return refuse(Close.InvalidShard, 'Invalid shard.');

    const { world, url, starts } = this.#options;
    const granted = starts.take(shard[0]);
    if (granted === 'spent') return refuse(Close.AuthenticationFailed, 'Authentication failed.');
    if (granted === 'tooSoon') {
      client.send(JSON.stringify({ op: Op.InvalidSession, d: false }));
      return undefined;
    }
    const session = new Session(randomBytes(16).toString('hex'), intents, shard, client);
    this.#keep(session);
    const guilds = world.guilds.ofBot().filter(({ id }) => session.covers(id));
    this.#dispatch(session, 'READY', {
      v: 10,
      user: ownUserObject(world.bot),
      session_type: 'normal',
      session_id: session.id,
      resume_gateway_url: url(),
      shard,
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      application: { id: world.application.id, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
      guild_join_requests: [],
      _trace: [],
    });
    if (intents & intentsFor('GUILD_CREATE', true)) {
      for (const { id } of guilds) {
        if (world.guilds.isAvailable(id)) this.#dispatch(session, 'GUILD_CREATE', this.#guildFor(session, id));
      }
    }
    return session;
  }

  #resume(client: WebSocket, resume: Resume): Session | undefined {
    const { token, session_id, seq } = resume ?? {};
    const seen = Number.isInteger(seq) ? (seq as number) : 0;
    if (!this.#isGood(token)) {
      client.close(Close.AuthenticationFailed, 'Authentication failed.');
      return undefined;
    }
    const session = this.#sessions.get(String(session_id));
    if (session && seen > session.sequence) {
      client.close(Close.InvalidSeq, 'Invalid seq.');
      return undefined;
    }
    if (session?.resume(client, seen)) return session;
    client.send(JSON.stringify({ op: Op.InvalidSession, d: false }));
    return undefined;
  }

  /** Op 8 ("Request Guild Members"). The whole list needs the intent for members. */
  #sendMembers(client: WebSocket, session: Session, wish: unknown): void {
    const { world } = this.#options;
    const answer = memberChunks(wish, world, Boolean(session.intents & Intent.GuildMembers));
    if (answer === 'malformed') client.close(Close.DecodeError, 'Error while decoding payload.');
    else if (answer === 'disallowed') client.close(Close.DisallowedIntents, 'Disallowed intent(s).');
    else for (const chunk of answer) this.#dispatch(session, 'GUILD_MEMBERS_CHUNK', chunk);
  }

  #isGood(token: unknown): boolean {
    return typeof token === 'string' && token !== '' && this.#options.acceptToken(token);
  }

  #guildFor(session: Session, id: string): object {
    return this.#options.world.guildCreate(id, Boolean(session.intents & Intent.GuildMembers));
  }

  #tell(event: WorldEvent): void {
    if (!this.#concernsBot(event)) return;
    const { t, d, guildId, aboutUser } = event;
    const { world } = this.#options;
    const needed = intentsFor(t, guildId !== undefined, aboutUser === world.bot.id);
    for (const session of this.#sessions.values()) {
      const wanted = needed === 0 || session.intents & needed;
      if (!wanted || !session.covers(guildId)) continue;
      if (t === 'GUILD_CREATE') this.#dispatch(session, t, this.#guildFor(session, guildId!));
      else if (/^MESSAGE_(CREATE|UPDATE)$/.test(t) && !(session.intents & Intent.MessageContent)) {
        this.#dispatch(session, t, withoutContent(d as MessageRecord, world));
      } else this.#dispatch(session, t, d);
    }
  }

  /** Whether the bot may hear of it: it sees the channel and is in the guild, which is there; interactions always. */
  #concernsBot({ t, guildId, channelId, onlyFor }: WorldEvent): boolean {
    const { bot, guilds } = this.#options.world;
    if (onlyFor !== undefined) return false;
    if (t === 'INTERACTION_CREATE') return true;
    if (guildId !== undefined && !(guilds.has(guildId, bot.id) && guilds.isAvailable(guildId))) return false;
    return channelId === undefined || this.#visible(channelId);
  }

  #dispatch(session: Session, t: string, d: unknown): void {
    this.#options.selfCheck?.event(t, d);
    session.dispatch(
      t,
      d,
      this.#options.faults.active.some(({ kind }) => kind === 'silence'),
    );
  }

  #visible(channelId: string): boolean {
    const { world } = this.#options;
    return Boolean(world.permissionsIn(channelId, world.bot.id) & Permission.ViewChannel);
  }

  #open(): Session[] {
    return [...this.#sessions.values()].filter((session) => session.connected);
  }

  #keep(session: Session): void {
    this.#sessions.set(session.id, session);
    const abandoned = [...this.#sessions.values()].filter((each) => !each.connected);
    for (const each of abandoned.slice(0, Math.max(0, this.#sessions.size - KEPT_SESSIONS)))
      this.#sessions.delete(each.id);
  }
}

function parsed(text: string): Payload | undefined {
  try {
    const payload = JSON.parse(text) as Payload;
    return typeof payload?.op === 'number' ? payload : undefined;
  } catch {
    return undefined;
  }
}

/** `[index, count]`, the only one by default; nothing when that cannot be. */
function shardOf(given: unknown = [0, 1]): [number, number] | undefined {
  const [index, count] = Array.isArray(given) ? given : [];
  const possible = Number.isInteger(index) && Number.isInteger(count) && index >= 0 && index < count;
  return possible ? [index, count] : undefined;
}
