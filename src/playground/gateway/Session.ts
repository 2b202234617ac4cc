import { GatewayOpcodes as Op } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

const REPLAYABLE = 2000;

/** One identified connection, which outlives its socket so that it can be resumed (events/gateway, "Resuming"). */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  #socket: WebSocket | undefined;
  #sequence = 0;
  #sent: { s: number; text: string }[] = [];

  constructor(id: string, intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.#socket = socket;
  }

  get connected(): boolean {
    return this.#socket !== undefined;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Whether events of this guild (or of DMs) belong to this shard. */
  covers(guildId: string | undefined): boolean {
    const [index, count] = this.shard;
    return Number((BigInt(guildId ?? 0) >> 22n) % BigInt(count)) === index;
  }

  /** Sends an event, or only keeps it for a resume. */
  dispatch(t: string, d: unknown, silent = false): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: Op.Dispatch, s: this.#sequence, t, d });
    this.#sent.push({ s: this.#sequence, text });
    if (this.#sent.length > REPLAYABLE) this.#sent.shift();
    if (!silent) this.#socket?.send(text);
  }

  send(op: Op, d: unknown): void {
    this.#socket?.send(JSON.stringify({ op, d }));
  }

  /** Takes a new socket and replays what it missed; false when that is forgotten already. */
  resume(socket: WebSocket, seen: number): boolean {
    const oldest = this.#sent[0]?.s ?? this.#sequence + 1;
    if (seen < oldest - 1) return false;
    this.#socket = socket;
    for (const { s, text } of this.#sent) if (s > seen) socket.send(text);
    this.dispatch('RESUMED', {});
    return true;
  }

  uses(socket: WebSocket): boolean {
    return this.#socket === socket;
  }

  /** The socket is gone; events wait for a resume. */
  disconnected(socket: WebSocket): void {
    if (this.uses(socket)) this.leave();
  }

  /** Leaves its socket to whoever identifies or resumes on it next. */
  leave(): void {
    this.#socket = undefined;
  }

  /** Ends the connection: with a code properly, without one like a cut cable. */
  cut(code?: number): void {
    if (code === undefined) this.#socket?.terminate();
    else this.#socket?.close(code);
  }
}
