import { setTimeout as wait } from 'node:timers/promises';

/** Between two transactions, so that there is something to store together. */
const gatheringMs = 5;

type Waiting<T> = { readonly item: T; readonly settle: PromiseWithResolvers<void> };

type Bounds<T> = {
  /** At once. */
  readonly most: number;
  /** At once, except for a single one that is heavier alone. */
  readonly mostWeight: number;
  readonly weightOf: (item: T) => number;
};

/**
 * Stores together what comes in while the last ones are being stored: one at a time when there is little to do, many in
 * one transaction when there is much.
 */
export class GroupCommit<T> {
  readonly #save: (items: readonly T[]) => Promise<void>;
  readonly #bounds: Bounds<T>;
  readonly #waiting: Waiting<T>[] = [];
  #isSaving = false;

  /** @param save  all or none; those that fail together are tried one by one, so that one of them spoils nothing */
  constructor(save: (items: readonly T[]) => Promise<void>, bounds: Bounds<T>) {
    this.#save = save;
    this.#bounds = bounds;
  }

  /**
   * Resolves when it is stored.
   *
   * @throws whatever storing it alone throws
   */
  add(item: T): Promise<void> {
    const settle = Promise.withResolvers<void>();
    this.#waiting.push({ item, settle });
    if (!this.#isSaving) void this.#saveAll();
    return settle.promise;
  }

  async #saveAll(): Promise<void> {
    this.#isSaving = true;
    while (this.#waiting.length > 0) {
      await this.#saveSome(this.#take());
      await wait(gatheringMs);
    }
    this.#isSaving = false;
  }

  #take(): Waiting<T>[] {
    const { most, mostWeight, weightOf } = this.#bounds;
    let count = 0;
    for (let weight = 0; count < Math.min(most, this.#waiting.length); count += 1) {
      weight += weightOf((this.#waiting[count] as Waiting<T>).item);
      if (weight > mostWeight && count > 0) break;
    }
    return this.#waiting.splice(0, count);
  }

  async #saveSome(some: readonly Waiting<T>[]): Promise<void> {
    try {
      await this.#save(some.map(({ item }) => item));
      for (const { settle } of some) settle.resolve();
    } catch (error) {
      if (some.length === 1) some[0]?.settle.reject(error);
      else for (const one of some) await this.#saveSome([one]);
    }
  }
}
