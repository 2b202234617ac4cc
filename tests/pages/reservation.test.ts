import { expect, it } from 'vitest';
import { reservesText } from '../../src/pages/reservation.ts';

it.each([
  ['noarchive', ''],
  ['index, NoSnippet', ''],
  ['none', ''],
  ['max-snippet: 0', ''],
  ['tidings: noarchive', ''],
  ['googlebot: noindex, tidings: nosnippet', ''],
  ['', '1'],
  ['all', ' 1 '],
])('robots “%s” and tdm-reservation “%s” reserve a page', (robots, tdm) => {
  expect(reservesText(robots, tdm)).toBe(true);
});

it.each([
  ['', ''],
  ['index, follow, max-image-preview:large, max-snippet:-1', '0'],
  ['max-snippet:50', ''],
  ['noindex, nofollow', ''],
  ['otherbot: noarchive, nosnippet', ''],
  ['unavailable_after: 25 Jun 2030 15:00:00 PST', ''],
])('robots “%s” and tdm-reservation “%s” don’t', (robots, tdm) => {
  expect(reservesText(robots, tdm)).toBe(false);
});
