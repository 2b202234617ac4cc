import { expect, test } from 'vitest';
import { isCopy, shinglesOf } from '../../src/text/copies.ts';

const report =
  'The ferry to Stanewick sails again on Saturday after eleven weeks in dock. Engineers found cracks in the main shaft in September and ordered a new one from a yard in Orbel. The crossing takes forty minutes and carries nine hundred people a day.';
const own =
  'After nearly three months, islanders can leave by sea once more: a ship is due at the pier this weekend. Its drive had broken in autumn, and spare parts were slow to come from abroad, the harbour office told us by telephone.';

function copies(a: string, b: string): boolean {
  return isCopy(shinglesOf(a), shinglesOf(b));
}

test('the same words are a copy, also cut, with additions, and in other spelling', () => {
  expect(copies(report, report.toUpperCase())).toBe(true);
  expect(copies(report, report.split('. ').slice(0, 2).join('. '))).toBe(true);
  expect(copies(`${own} ${report}`, report)).toBe(true);
});

test('own words about the same event are no copy', () => {
  expect(copies(report, own)).toBe(false);
});

test('one quoted sentence makes no copy', () => {
  expect(copies(report, `${own} The crossing takes forty minutes and carries nine hundred people a day.`)).toBe(false);
});

test('texts too short to tell are no copies', () => {
  expect(copies('The ferry to Stanewick sails again.', 'The ferry to Stanewick sails again.')).toBe(false);
  expect(copies('', '')).toBe(false);
});

test('copies are found in scripts without spaces', () => {
  const text = '連絡船は十一週間の修理を終え、土曜日に運航を再開する。九月に主軸の亀裂が見つかっていた。';
  expect(copies(text, `${text}島の人々は喜んでいる。`)).toBe(true);
});
