const failuresToOpen = 3;
const firstPauseMs = 60_000;
const longestPauseMs = 30 * 60_000;

/**
 * Keeps from asking what has failed several times running: after a pause one call is let through, and the pause doubles
 * each time that fails, too.
 */
export class CircuitBreaker {
  readonly #now: () => Date;
  #failures = 0;
  #closedUntil = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  get isOpen(): boolean {
    return this.#now().getTime() < this.#closedUntil;
  }

  succeeded(): void {
    this.#failures = 0;
  }

  failed(): void {
    this.#failures += 1;
    const over = this.#failures - failuresToOpen;
    if (over >= 0) this.#closedUntil = this.#now().getTime() + Math.min(longestPauseMs, firstPauseMs * 2 ** over);
  }
}
