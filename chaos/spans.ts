/** From when to when something was so, in milliseconds since 1970. */
export type Span = { readonly from: number; readonly to: number };

export function isIn(time: number, spans: readonly Span[]): boolean {
  return spans.some(({ from, to }) => from <= time && time < to);
}

/** The first moment from then on at which nothing was wrong. */
export function wellFrom(time: number, spans: readonly Span[]): number {
  return calmFrom(time, 1, spans);
}

/** The first moment from then on after which nothing was wrong for so long. */
export function calmFrom(time: number, forMs: number, spans: readonly Span[]): number {
  const inOrder = spans.toSorted((a, b) => a.from - b.from);
  return inOrder.reduce((calm, { from, to }) => (from < calm + forMs && calm < to ? to : calm), time);
}

/** Spans that may overlap while they last. */
export class Spans {
  readonly #now: () => number;
  readonly #spans: { from: number; to: number }[] = [];

  constructor(now: () => number) {
    this.#now = now;
  }

  get spans(): readonly Span[] {
    return this.#spans;
  }

  /** @returns ends it */
  begin(): () => void {
    const span = { from: this.#now(), to: Number.POSITIVE_INFINITY };
    this.#spans.push(span);
    return () => {
      span.to = this.#now();
    };
  }
}
