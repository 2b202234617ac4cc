import { expect, test } from 'vitest';
import { languages } from '../../src/discord/languages/index.ts';
import { reasonText } from '../../src/discord/reasonText.ts';
import type { Reason } from '../../src/news/related.ts';

const day = 86_400_000;
const names: Reason = { kind: 'names', shared: ['Halvern', 'Petra Holm'] };

test.each([
  ['names', names, 21 * day, 'also about Halvern and Petra Holm · 3 weeks earlier'],
  ['one day', names, day, 'also about Halvern and Petra Holm · 1 day earlier'],
  ['the same day', names, day / 3, 'also about Halvern and Petra Holm'],
  ['later', names, -5 * day, 'also about Halvern and Petra Holm · 5 days later'],
  ['months', names, 95 * day, 'also about Halvern and Petra Holm · 3 months earlier'],
  ['words', { kind: 'words', shared: ['flood', 'dam', 'rain'] }, 0, 'also: flood and dam'],
  ['places', { kind: 'places', shared: ['JP', 'GB'] }, 0, 'also in Japan and United Kingdom'],
  ['a topic', { kind: 'topic', shared: ['disaster'] }, 0, 'also about Disasters & accidents'],
  ['what formats', { kind: 'names', shared: ['**@everyone**'] }, 0, 'also about \\*\\*@\u200beveryone\\*\\*'],
] as const)('%s', (_what, reason, earlierMs, expected) => {
  expect(reasonText({ reason, earlierMs }, 'en')).toBe(expected);
});

test('countries and topics are called as the reader calls them, in every language', () => {
  for (const { code } of languages) {
    const place = reasonText({ reason: { kind: 'places', shared: ['JP'] }, earlierMs: 0 }, code);
    expect(place).toContain(new Intl.DisplayNames(code, { type: 'region' }).of('JP'));
    const topic = reasonText({ reason: { kind: 'topic', shared: ['weather'] }, earlierMs: 40 * day }, code);
    expect(topic.split(' · ')).toHaveLength(2);
  }
});
