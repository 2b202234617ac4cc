import { isThread } from './permissions.ts';
import { timeOf } from './Snowflakes.ts';
import type { World } from './World.ts';

const MINUTE_MS = 60_000;

/** Archives threads in which nobody wrote for as long as each allows (topics/threads, "Active & Archived Threads"). */
export class ThreadArchiver {
  readonly #world: World;
  readonly #due = new Map<string, () => void>();
  readonly #stopListening: () => void;

  constructor(world: World) {
    this.#world = world;
    for (const { id, type } of world.channels.values()) if (isThread(type)) this.#schedule(id);
    this.#stopListening = world.events.listen(({ t, channelId, onlyFor }) => {
      const alive = t.startsWith('THREAD_') || t === 'MESSAGE_CREATE';
      if (alive && channelId !== undefined && onlyFor === undefined) this.#schedule(channelId);
    });
  }

  close(): void {
    this.#stopListening();
    for (const callOff of this.#due.values()) callOff();
    this.#due.clear();
  }

  #schedule(id: string): void {
    this.#due.get(id)?.();
    this.#due.delete(id);
    const { clock } = this.#world;
    const thread = this.#world.channels.get(id);
    if (!thread?.thread_metadata || thread.thread_metadata.archived) return;
    const { archive_timestamp, auto_archive_duration } = thread.thread_metadata;
    const lastAlive = Math.max(
      Date.parse(archive_timestamp),
      thread.last_message_id ? timeOf(thread.last_message_id) : 0,
    );
    const left = lastAlive + auto_archive_duration * MINUTE_MS - clock.now();
    this.#due.set(
      id,
      clock.after(Math.max(0, left), () => this.#archive(id)),
    );
  }

  #archive(id: string): void {
    this.#due.delete(id);
    const metadata = this.#world.channels.get(id)?.thread_metadata;
    if (!metadata) return;
    const archive_timestamp = this.#world.timestamp();
    this.#world.updateChannel(id, { thread_metadata: { ...metadata, archived: true, archive_timestamp } });
  }
}
