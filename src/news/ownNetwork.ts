import type { FeedErrorReason } from './outside.ts';

/** Failures that come without an answer of the server's, as they all do when our own network is down. */
const withoutAnswer: ReadonlySet<FeedErrorReason> = new Set<FeedErrorReason>([
  'unknown host',
  'certificate',
  'network',
  'timeout',
]);

const fewestHosts = 3;
/** The latest hosts tell enough, and cost the same however many there are. */
const mostHosts = 200;

/** Tells servers that don't answer from a network of ours that is down, by how other hosts fared at the same time. */
export class OwnNetwork {
  /** By host, the latest last. */
  readonly #outcomes = new Map<string, { readonly answered: boolean; readonly at: number }>();

  record(host: string, answered: boolean, at: Date): void {
    this.#outcomes.delete(host);
    this.#outcomes.set(host, { answered, at: at.getTime() });
    const [oldest] = this.#outcomes.keys();
    if (this.#outcomes.size > mostHosts && oldest !== undefined) this.#outcomes.delete(oldest);
  }

  /** @returns whose fault it is that hosts did not answer since then; null when too few were asked to tell */
  isDown(since: Date): boolean | null {
    const heard = [...this.#outcomes.values()].filter(({ at }) => at >= since.getTime());
    if (heard.length < fewestHosts) return null;
    return heard.filter(({ answered }) => !answered).length > heard.length / 2;
  }
}

export function isWithoutAnswer(reason: FeedErrorReason): boolean {
  return withoutAnswer.has(reason);
}
