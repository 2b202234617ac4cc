export type Retries = { readonly firstMs: number; readonly longestMs: number };

/**
 * When to try again after so many attempts: the wait doubles each time, with a fifth of chance so that many do not come
 * back together, and is never shorter than the other side asked for.
 */
export function retryAt(
  now: Date,
  attempts: number,
  { firstMs, longestMs }: Retries,
  retryAfterMs: number | null = null,
): Date {
  const backoffMs = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 30));
  const jitter = 0.9 + Math.random() * 0.2;
  return new Date(now.getTime() + Math.max(backoffMs * jitter, retryAfterMs ?? 0));
}
