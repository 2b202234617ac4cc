import type { Shelf } from './Shelf.ts';

/** Things of one kind by id, in memory and, if there is a shelf, on it. A thing is replaced, never changed in place. */
export class Collection<T> {
  readonly #kind: string;
  readonly #shelf: Shelf | undefined;
  readonly #things = new Map<string, T>();

  constructor(kind: string, shelf?: Shelf) {
    this.#kind = kind;
    this.#shelf = shelf;
    for (const { id, json } of shelf?.load(kind) ?? []) this.#things.set(id, JSON.parse(json) as T);
  }

  get size(): number {
    return this.#things.size;
  }

  get(id: string): T | undefined {
    return this.#things.get(id);
  }

  values(): T[] {
    return [...this.#things.values()];
  }

  entries(): IterableIterator<[string, T]> {
    return this.#things.entries();
  }

  set(id: string, thing: T): T {
    this.#things.set(id, thing);
    this.#shelf?.put(this.#kind, id, thing);
    return thing;
  }

  delete(id: string): boolean {
    this.#shelf?.drop(this.#kind, id);
    return this.#things.delete(id);
  }
}
