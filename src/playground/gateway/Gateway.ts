import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as Close,
  GatewayOpcodes as Op,
  PermissionFlagsBits as Permission,
} from 'discord-api-types/v10';
import { type WebSocket, WebSocketServer } from 'ws';
import type { SelfCheck } from '../checks/SelfCheck.ts';
import type { Faults } from '../faults/Faults.ts';
import type { WorldEvent } from '../world/Broadcast.ts';
import { guildObject } from '../world/objects.ts';
import type { GuildRecord } from '../world/records.ts';
import type { World } from '../world/World.ts';
import { intentsFor, KNOWN, PRIVILEGED } from './intents.ts';
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
type Identify = { token?: string; intents?: number; shard?: [number, number] };
type Resume = { token?: string; session_id?: string; seq?: number };

const KEPT_SESSIONS = 50;

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

  /** Cuts every socket as a broken cable would; sessions can be resumed. */
  drop(): void {
    for (const session of this.#open()) session.cut();
  }

  /** Op 7: asks every client to come back and resume. */
  reconnect(): void {
    for (const session of this.#open()) session.send(Op.Reconnect, null);
  }

  /** Op 9: says that the sessions are invalid, and forgets them unless they are resumable. */
  invalidate(resumable: boolean): void {
    for (const session of this.#open()) {
      session.send(Op.InvalidSession, resumable);
      if (!resumable) this.#sessions.delete(session.id);
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.#options.faults.ofGateway('refuseConnection')) {
      socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (client) => {
      const query = new URL(request.url ?? '/', 'http://localhost').searchParams;
      if ((query.get('v') ?? '10') !== '10') client.close(Close.InvalidAPIVersion, 'Invalid API version.');
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
    client.on('error', () => client.terminate());
    client.on('close', (code) => {
      session?.disconnected(client);
      if (session && (code === 1000 || code === 1001)) this.#sessions.delete(session.id);
    });
    client.on('message', (data) => {
      const payload = parsed(String(data));
      if (!payload) client.close(Close.DecodeError, 'Error while decoding payload.');
      else session = this.#hear(client, session, payload);
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
        return this.#resume(client, d as Resume);
      case Op.PresenceUpdate:
      case Op.VoiceStateUpdate:
      case Op.RequestGuildMembers:
        if (!session) client.close(Close.NotAuthenticated, 'Not authenticated.');
        if (op !== Op.PresenceUpdate) this.#options.log(`the playground does not know gateway op ${op}`);
        return session;
      default:
        client.close(Close.UnknownOpcode, 'Unknown opcode.');
        return session;
    }
  }

  #identify(client: WebSocket, { token, intents, shard = [0, 1] }: Identify): Session | undefined {
    const refuse = (code: Close, reason: string) => {
      client.close(code, reason);
      return undefined;
    };
    if (!token || !this.#options.acceptToken(token))
      return refuse(Close.AuthenticationFailed, 'Authentication failed.');
    if (typeof intents !== 'number' || intents & ~KNOWN) return refuse(Close.InvalidIntents, 'Invalid intent(s).');
    if (intents & PRIVILEGED) return refuse(Close.DisallowedIntents, 'Disallowed intent(s).');
    if (!(shard[0] >= 0 && shard[0] < shard[1])) return refuse(Close.InvalidShard, 'Invalid shard.');

    const { world, url } = this.#options;
    const session = new Session(randomBytes(16).toString('hex'), intents, shard, client);
    this.#keep(session);
    const guilds = world.guilds
      .values()
      .filter((guild) => session.covers(guild.id) && guild.members.some(({ user_id }) => user_id === world.bot.id));
    session.dispatch('READY', {
      v: 10,
      user: { ...world.bot, verified: true, mfa_enabled: false, email: null },
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
      for (const guild of guilds) session.dispatch('GUILD_CREATE', this.#guildCreate(guild));
    }
    return session;
  }

  #resume(client: WebSocket, { token, session_id, seq }: Resume): Session | undefined {
    if (!token || !this.#options.acceptToken(token)) {
      client.close(Close.AuthenticationFailed, 'Authentication failed.');
      return undefined;
    }
    const session = this.#sessions.get(session_id ?? '');
    if (session?.resume(client, seq ?? 0)) return session;
    client.send(JSON.stringify({ op: Op.InvalidSession, d: false }));
    return undefined;
  }

  #guildCreate(guild: GuildRecord): object {
    const { world } = this.#options;
    return {
      ...guildObject(guild),
      joined_at: guild.joined_at,
      large: false,
      unavailable: false,
      member_count: guild.members.length,
      members: [world.member(guild.id, world.bot.id)],
      channels: world.channelsOf(guild.id).map((channel) => world.channelObject(channel)),
      threads: world
        .threadsOf(guild.id)
        .filter((thread) => !thread.thread_metadata?.archived && this.#visible(thread.id))
        .map((thread) => world.channelObject(thread)),
      voice_states: [],
      presences: [],
      stage_instances: [],
      guild_scheduled_events: [],
      soundboard_sounds: [],
    };
  }

  #tell({ t, d, guildId, channelId, onlyFor }: WorldEvent): void {
    if (onlyFor !== undefined || (channelId !== undefined && !this.#visible(channelId))) return;
    const needed = intentsFor(t, guildId !== undefined);
    for (const session of this.#sessions.values()) {
      const wanted = needed === 0 || session.intents & needed;
      if (wanted && session.covers(guildId)) session.dispatch(t, d);
    }
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
