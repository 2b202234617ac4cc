import type { Quota } from './RateLimits.ts';

/** Counts against a quota in windows that begin with their first use. */
export class Window {
  readonly quota: Quota;
  #used = 0;
  #endsAt = -Infinity;

  constructor(quota: Quota) {
    this.quota = quota;
  }

  /** Uses one, or several; false when that many are not left. */
  take(now: number, count = 1): boolean {
    this.#turn(now);
    if (this.#used + count > this.quota.limit) return false;
    this.#used += count;
    return true;
  }

  remaining(now: number): number {
    this.#turn(now);
    return this.quota.limit - this.#used;
  }

  /** Milliseconds until the window ends. */
  left(now: number): number {
    return Math.max(0, this.#endsAt - now);
  }

  #turn(now: number): void {
    if (now < this.#endsAt) return;
    this.#used = 0;
    this.#endsAt = now + this.quota.perMs;
  }
}
