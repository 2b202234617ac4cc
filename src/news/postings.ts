import { bucketCount } from './terms.ts';

const none = -1;

/**
 * For each bucket of terms, the numbers that were added to it, the latest first. Chains in three flat arrays: a few
 * bytes a posting, nothing for the garbage collector to visit.
 */
export class Postings {
  readonly #heads = new Int32Array(bucketCount).fill(none);
  #nexts = new Int32Array(1_024);
  #values = new Int32Array(1_024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(bucket: number, value: number): void {
    if (this.#size === this.#values.length) {
      this.#nexts = enlarged(this.#nexts);
      this.#values = enlarged(this.#values);
    }
    this.#nexts[this.#size] = this.#heads[bucket] as number;
    this.#values[this.#size] = value;
    this.#heads[bucket] = this.#size;
    this.#size += 1;
  }

  /** Visits the latest of a bucket. @returns how many it visited */
  visit(bucket: number, most: number, visitor: (value: number) => void): number {
    let visited = 0;
    for (let at = this.#heads[bucket] as number; at !== none && visited < most; at = this.#nexts[at] as number) {
      visitor(this.#values[at] as number);
      visited += 1;
    }
    return visited;
  }

  clear(): void {
    this.#heads.fill(none);
    this.#size = 0;
  }
}

function enlarged(array: Int32Array): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(array.length * 2);
  larger.set(array);
  return larger;
}
