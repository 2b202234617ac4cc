import fc from 'fast-check';
import { expect, test } from 'vitest';
import { quotedSpans } from '../../src/text/quotedSpans.ts';

function quoted(text: string, longest?: number): string[] {
  return quotedSpans(text, longest).map(({ start, end }) => text.slice(start, end));
}

test.each([
  ['a “b” c “d”', ['“b”', '“d”']],
  ['a "b" c "d"', ['"b"', '"d"']],
  ['„b“ und »c« und „d”', ['„b“', '»c«', '„d”']],
  ['« b » et «c»', ['« b »', '«c»']],
  ['「b『c』d」と', ['「b『c』d」']],
  ['“b ‘c’ d”', ['“b ‘c’ d”']],
  ['‘It’s Holm’s,’ he said', ['‘It’s Holm’s,’']],
  ['그는 "간다"고 했다', ['"간다"']],
  ['“never closed', []],
  ['closed only”', []],
  ['《海》', ['《海》']],
  ['no marks', []],
])('%s', (text, expected) => {
  expect(quoted(text)).toEqual(expected);
});

test('a mark holds nothing together over too long a way', () => {
  expect(quoted(`“${'a'.repeat(20)}”`, 10)).toEqual([]);
});

test('whatever the marks, spans are in order and none holds another', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('“', '”', '"', '„', '‘', '’', '«', '»', '「', '」', 'a', ' ', '.')),
      (parts) => {
        const text = parts.join('');
        let last = 0;
        for (const { start, end } of quotedSpans(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start + 1);
          last = end;
        }
      },
    ),
  );
});
