import type { Clock } from '../clock.ts';
import type { Faults } from '../faults/Faults.ts';

/** The outage that a person at the page brings about: at most one at a time. */
export class Outage {
  readonly #faults: Faults;
  readonly #clock: Clock;
  readonly #changed: () => void;
  #end = () => {};
  #until = 0;

  constructor(faults: Faults, clock: Clock, changed: () => void) {
    this.#faults = faults;
    this.#clock = clock;
    this.#changed = changed;
  }

  /** When it ends, in ms by the playground's clock; null when there is none. */
  get until(): number | null {
    return this.#until > this.#clock.now() ? this.#until : null;
  }

  begin(ms: number): void {
    this.#end();
    const endFault = this.#faults.outage(ms);
    this.#until = this.#clock.now() + ms;
    const callOff = this.#clock.after(ms, () => this.end());
    this.#end = () => {
      callOff();
      endFault();
    };
    this.#changed();
  }

  end(): void {
    this.#end();
    this.#end = () => {};
    this.#until = 0;
    this.#changed();
  }
}
