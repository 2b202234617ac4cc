import type { Clock } from '../clock.ts';
import type { RateLimits } from '../limits/RateLimits.ts';
import { Window } from '../limits/Window.ts';

/** How many sessions may still be begun, and how fast (events/gateway, "Session Start Limit Object"). */
export class SessionStarts {
  readonly #clock: Clock;
  readonly #limits: RateLimits;
  readonly #sessions: Window;
  readonly #identifies = new Map<number, Window>();

  constructor(limits: RateLimits, clock: Clock) {
    this.#clock = clock;
    this.#limits = limits;
    this.#sessions = new Window(limits.sessions);
  }

  /** The object of `/gateway/bot`. */
  toJSON(): object {
    const now = this.#clock.now();
    return {
      total: this.#limits.sessions.limit,
      remaining: this.#sessions.remaining(now),
      reset_after: this.#sessions.left(now),
      max_concurrency: MAX_CONCURRENCY,
    };
  }

  /** Counts an IDENTIFY of a shard: granted, too soon after the last one (op 9), or beyond what a day allows (4004). */
  take(shard: number): 'granted' | 'tooSoon' | 'spent' {
    const now = this.#clock.now();
    const key = shard % MAX_CONCURRENCY;
    const recent = this.#identifies.get(key) ?? new Window(this.#limits.identify);
    this.#identifies.set(key, recent);
    if (!recent.take(now)) return 'tooSoon';
    return this.#sessions.take(now) ? 'granted' : 'spent';
  }
}

const MAX_CONCURRENCY = 1;
