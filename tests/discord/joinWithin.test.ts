import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinWithin } from '../../src/discord/joinWithin.ts';

describe('joining what fits', () => {
  it('keeps parts whole and counts the rest', () => {
    expect(joinWithin(['aaaa', 'bbbb', 'cccc'], ', ', 100)).toBe('aaaa, bbbb, cccc');
    expect(joinWithin(['aaaa', 'bbbb', 'cccc'], ', ', 16)).toBe('aaaa, bbbb, cccc');
    expect(joinWithin(['aaaa', 'bbbb', 'cccc'], ', ', 15)).toBe('aaaa, … +2');
    expect(joinWithin([], ', ', 10)).toBe('');
  });

  it('never takes more room than it has, and leaves no part out that would have fitted', () => {
    const anyParts = fc
      .array(fc.nat(30), { maxLength: 40 })
      .map((lengths) => lengths.map((length) => 'x'.repeat(length)));
    fc.assert(
      fc.property(
        anyParts,
        fc.constantFrom('', '\n', '\n\n'),
        fc.integer({ min: 5, max: 400 }),
        (parts, separator, max) => {
          const joined = joinWithin(parts, separator, max);
          expect(joined.length).toBeLessThanOrEqual(max);
          const left = Number(/… \+(\d+)$/.exec(joined)?.[1] ?? 0);
          const kept = parts.slice(0, parts.length - left);
          expect(joined).toBe([...kept, ...(left > 0 ? [`… +${left}`] : [])].join(separator));
          const oneMore = [...parts.slice(0, kept.length + 1), `… +${parts.length}`].join(separator);
          if (left > 0) expect(oneMore.length).toBeGreaterThan(max);
        },
      ),
      { examples: [[['x'.repeat(10), 'x'.repeat(10), 'x'], '\n\n', 25]] },
    );
  });
});
