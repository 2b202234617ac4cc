/**
 * Sums by numbers from 0, in one flat array: thousands are added up for every article, each time of other stories, where
 * a map of objects would spend its time on waiting for memory.
 */
export class Tally {
  #sums = new Float64Array(1_024);
  readonly #begun: number[] = [];

  /** @param points  above 0 */
  add(number: number, points: number): void {
    while (number >= this.#sums.length) this.#sums = enlarged(this.#sums);
    const sum = this.#sums[number] as number;
    if (sum === 0) this.#begun.push(number);
    this.#sums[number] = sum + points;
  }

  /** Gives every sum once, in the order in which they were begun, and begins anew. */
  drain(visit: (number: number, sum: number) => void): void {
    for (const number of this.#begun) {
      visit(number, this.#sums[number] as number);
      this.#sums[number] = 0;
    }
    this.#begun.length = 0;
  }
}

function enlarged(array: Float64Array): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2);
  larger.set(array);
  return larger;
}
