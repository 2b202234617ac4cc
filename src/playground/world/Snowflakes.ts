import type { Clock } from '../clock.ts';

const EPOCH = 1_420_070_400_000n;

/** Makes ids that grow with time (reference, "Snowflakes"); never one twice, even when the clock stands still. */
export class Snowflakes {
  readonly #clock: Clock;
  #last = 0n;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  next(): string {
    const id = (BigInt(this.#clock.now()) - EPOCH) << 22n;
    this.#last = id > this.#last ? id : this.#last + 1n;
    return this.#last.toString();
  }

  /** Makes every later id greater than this one, which is in use already. */
  taken(id: string): void {
    const value = BigInt(id);
    if (value > this.#last) this.#last = value;
  }
}

/** When an id was made, in milliseconds since 1970. */
export function timeOf(id: string): number {
  return Number((BigInt(id) >> 22n) + EPOCH);
}
