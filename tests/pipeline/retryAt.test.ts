import fc from 'fast-check';
import { expect, test } from 'vitest';
import { retryAt } from '../../src/pipeline/retryAt.ts';

const now = new Date('2026-11-23T06:00:00Z');
const retries = { firstMs: 2_000, longestMs: 600_000 };
const waitMs = (attempts: number, retryAfterMs: number | null = null) =>
  retryAt(now, attempts, retries, retryAfterMs).getTime() - now.getTime();

test('doubles, a tenth more or less, up to the longest wait', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), (attempts) => {
      const usual = Math.min(600_000, 2_000 * 2 ** (attempts - 1));
      expect(waitMs(attempts)).toBeGreaterThanOrEqual(Math.floor(usual * 0.9));
      expect(waitMs(attempts)).toBeLessThanOrEqual(Math.ceil(usual * 1.1));
    }),
  );
});

test('never comes back before it was asked to', () => {
  expect(waitMs(1, 90_000)).toBe(90_000);
  expect(waitMs(20, 1)).toBeGreaterThan(500_000);
});
