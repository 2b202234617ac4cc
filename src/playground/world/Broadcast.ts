/** Something that happened in the world, as the gateway would say it. */
export type WorldEvent = {
  /** The dispatch name, like MESSAGE_CREATE. */
  t: string;
  d: unknown;
  guildId?: string | undefined;
  /** The channel one must be able to view to learn of it. */
  channelId?: string | undefined;
  /** Whom an event about a member concerns: the bot hears of itself without the intent for members. */
  aboutUser?: string | undefined;
  /** Set when only this user sees it (an ephemeral message). */
  onlyFor?: string | undefined;
};

/** Tells every listener what happened: gateway sessions, tests and, later, the page. */
export class Broadcast {
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  listen(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  publish(event: WorldEvent): void {
    for (const listener of [...this.#listeners]) listener(event);
  }
}
