import fc from 'fast-check';
import { expect, it } from 'vitest';
import { actions, customId, parseCustomId } from '../../src/discord/customId.ts';

const ids = fc.array(fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER }), { maxLength: 7 });

it('is read as it was written', () => {
  fc.assert(
    fc.property(fc.constantFrom(...actions), ids, (action, wanted) => {
      expect(parseCustomId(customId(action, wanted))).toEqual({ action, ids: wanted });
    }),
  );
});

it('has at most 100 characters, with as many whole numbers as fit', () => {
  const written = customId('related', Array(40).fill(123_456));
  expect(written.length).toBeLessThanOrEqual(100);
  expect(parseCustomId(written)?.ids).toEqual(Array(18).fill(123_456));
});

it.each([
  '',
  'brie',
  'brief:',
  'brief:x:',
  'brief:-5',
  'brief:1.5',
  'brief: 5',
  'brief:5!',
  'BRIEF',
  'brief:zzzzzzzzzzzzz',
])('%j is none of ours', (text) => {
  expect(parseCustomId(text)).toBeNull();
});
