import type { Clock } from '../clock.ts';
import { problem, spent } from '../DiscordError.ts';
import type { Quota, RateLimits } from './RateLimits.ts';
import { Window } from './Window.ts';

const KEPT = 1000;
const HOUR_MS = 3_600_000;

/** What a bot may do only so often, whatever its buckets say. Each throws Discord's answer when it is spent. */
export class Budgets {
  readonly #limits: RateLimits | undefined;
  readonly #clock: Clock;
  readonly #windows = new Map<string, Window>();

  /** Without limits, nothing is counted. */
  constructor(limits: RateLimits | undefined, clock: Clock) {
    this.#limits = limits;
    this.#clock = clock;
  }

  /** New commands for all guilds or, by its id, for one (30034). */
  createCommands(guildId: string | undefined, count: number): void {
    if (!this.#limits || count === 0) return;
    const window = this.#window(`commands ${guildId}`, this.#limits.commandCreates);
    if (!window.take(this.#clock.now(), count)) throw problem('tooManyCommandCreates');
  }

  /** An edit of a message that was published (20022). */
  editPublished(messageId: string): void {
    if (!this.#limits) return;
    const window = this.#window(`published ${messageId}`, this.#limits.publishedEdits);
    if (!window.take(this.#clock.now())) throw spent('tooManyPublishedEdits', window.left(this.#clock.now()));
  }

  /** An edit of a message, if that is older than an hour (30046). */
  editOld(channelId: string, postedAt: number): void {
    if (!this.#limits || this.#clock.now() - postedAt <= HOUR_MS) return;
    const window = this.#window(`old ${channelId}`, this.#limits.oldEdits);
    if (!window.take(this.#clock.now())) throw spent('tooManyOldEdits', window.left(this.#clock.now()));
  }

  #window(key: string, quota: Quota): Window {
    const window = this.#windows.get(key) ?? new Window(quota);
    this.#windows.delete(key);
    this.#windows.set(key, window);
    if (this.#windows.size > KEPT) this.#windows.delete(this.#windows.keys().next().value!);
    return window;
  }
}
