/** The playground's time: what "now" is, and what happens later. */
export type Clock = {
  /** Milliseconds since 1970. */
  now(): number;
  /** Acts once `ms` have passed; returns what calls it off. */
  after(ms: number, act: () => void): () => void;
};

/** Real time. Its timers never keep the process alive. */
export const systemClock: Clock = {
  now: () => Date.now(),
  after(ms, act) {
    const timer = setTimeout(act, ms).unref();
    return () => clearTimeout(timer);
  },
};

/** A clock that a test sets, so that the 3-second and 15-minute rules cost no waiting. */
export class ManualClock implements Clock {
  #now: number;
  readonly #due = new Set<{ at: number; act: () => void }>();

  constructor(start = Date.UTC(2026, 0, 5, 8)) {
    this.#now = start;
  }

  now(): number {
    return this.#now;
  }

  after(ms: number, act: () => void): () => void {
    const entry = { at: this.#now + ms, act };
    this.#due.add(entry);
    return () => this.#due.delete(entry);
  }

  /** Moves on by `ms`, doing what falls due on the way, in order. */
  advance(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const next = [...this.#due].filter((entry) => entry.at <= end).sort((a, b) => a.at - b.at)[0];
      if (!next) break;
      this.#due.delete(next);
      this.#now = next.at;
      next.act();
    }
    this.#now = end;
  }
}
