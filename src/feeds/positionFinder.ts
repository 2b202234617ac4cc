/**
 * `indexOf` with a memory, for scanners that look ahead from many places.
 *
 * A search that found nothing, or found something far ahead, is not repeated from every position on the way there: that
 * is what makes hostile documents (a million quotes that never close) cost quadratic time.
 */
export class PositionFinder {
  readonly #text: string;
  readonly #last = new Map<string, { from: number; at: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** @returns the first position of `needle` at or after `from`, or -1 */
  find(needle: string, from: number): number {
    const last = this.#last.get(needle);
    if (last && from >= last.from && (last.at === -1 || from <= last.at)) return last.at;
    const at = this.#text.indexOf(needle, from);
    this.#last.set(needle, { from, at });
    return at;
  }
}
