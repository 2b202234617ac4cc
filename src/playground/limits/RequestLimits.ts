import { createHash } from 'node:crypto';
import { namesRequest } from '../faults/requestPattern.ts';
import type { RateLimits, RouteQuota } from './RateLimits.ts';
import { Window } from './Window.ts';

/** A 429 that is due. */
export type Exceeded = { scope: 'user' | 'global' | 'shared'; retryAfterMs: number };

type Bucket = { window: Window; hash: string };

const KEPT_BUCKETS = 1000;

/** Counts requests in their buckets (topics/rate-limits), and the invalid ones towards the ban. */
export class RequestLimits {
  readonly #limits: RateLimits;
  readonly #global: Window;
  readonly #invalid: Window;
  readonly #buckets = new Map<string, Bucket>();
  readonly #quotas = new Map<string, { quota: RouteQuota; hash: string }>();

  constructor(limits: RateLimits) {
    this.#limits = limits;
    this.#global = new Window(limits.global);
    this.#invalid = new Window(limits.invalid);
  }

  /** How long the address stays banned for too many invalid requests; 0 when it is not. */
  bannedForMs(now: number): number {
    return this.#invalid.remaining(now) > 0 ? 0 : this.#invalid.left(now);
  }

  /** Counts an answer if it is an invalid request: 401, 403, and 429 unless its scope is shared. */
  countAnswer(status: number, scope: string | undefined, now: number): void {
    if (status === 401 || status === 403 || (status === 429 && scope !== 'shared')) this.#invalid.take(now);
  }

  /** Counts a request against the limit of all; interactions are not. */
  takeGlobal(now: number): Exceeded | undefined {
    if (this.#global.take(now)) return undefined;
    return { scope: 'global', retryAfterMs: this.#global.left(now) };
  }

  /** Counts a request in its bucket and says so in headers. `resource` is the channel, guild or webhook of the path. */
  take(method: string, pattern: string, resource: string, now: number) {
    const { quota, hash } = this.#quotaOf(method, pattern);
    const bucket = this.#bucketOf(`${hash} ${resource}`, hash, quota);
    const granted = bucket.window.take(now);
    const leftMs = bucket.window.left(now);
    const headers = {
      'x-ratelimit-limit': String(quota.limit),
      'x-ratelimit-remaining': String(bucket.window.remaining(now)),
      'x-ratelimit-reset': ((now + leftMs) / 1000).toFixed(3),
      'x-ratelimit-reset-after': (leftMs / 1000).toFixed(3),
      'x-ratelimit-bucket': hash,
    };
    const exceeded: Exceeded | undefined = granted ? undefined : { scope: quota.scope ?? 'user', retryAfterMs: leftMs };
    return { headers, exceeded };
  }

  #bucketOf(key: string, hash: string, quota: RouteQuota): Bucket {
    const known = this.#buckets.get(key);
    if (known) return known;
    const bucket = { window: new Window(quota), hash };
    this.#buckets.set(key, bucket);
    if (this.#buckets.size > KEPT_BUCKETS) this.#buckets.delete(this.#buckets.keys().next().value!);
    return bucket;
  }

  #quotaOf(method: string, pattern: string): { quota: RouteQuota; hash: string } {
    const route = `${method} ${pattern}`;
    const known = this.#quotas.get(route);
    if (known) return known;
    const quota = this.#limits.routes.find(({ match }) => namesRequest(match, method, pattern)) ?? UNLIMITED;
    const hash = createHash('md5').update(route).digest('hex');
    const found = { quota, hash };
    this.#quotas.set(route, found);
    return found;
  }
}

const UNLIMITED: RouteQuota = { match: '*', limit: 1_000_000, perMs: 1000 };
