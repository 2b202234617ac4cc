import { expect, test } from 'vitest';
import { isCopy, sketchOf } from '../../src/text/copies.ts';

const report =
  'The ferry to Stanewick sails again on Saturday after eleven weeks in dock. Engineers found cracks in the main shaft in September and ordered a new one from a yard in Orbel. The crossing takes forty minutes and carries nine hundred people a day.';
const own =
  'After nearly three months, islanders can leave by sea once more: a ship is due at the pier this weekend. Its drive had broken in autumn, and spare parts were slow to come from abroad, the harbour office told us by telephone.';

function copies(a: string, b: string): boolean {
  return isCopy(sketchOf(a), sketchOf(b));
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

const quoted =
  'Harbour master Jona Reve said: “We looked at every bolt of that shaft before we let her go.” The mayor of Stanewick called it “the longest eleven weeks that this island has had since the war”.';

test('a rewrite that keeps the quotations and a good part of the words is a copy', () => {
  const wire = `${report} ${quoted}`;
  const rewrite = `Stanewick is to get its ship back this weekend, eleven weeks after it broke down. ${quoted} Spare parts were slow to come from abroad, the office told this newspaper, and a second ship was never found.`;
  expect(copies(wire, rewrite)).toBe(true);
  expect(copies(wire, rewrite.replaceAll(/[“”]/g, ''))).toBe(false);
});

test('a copy of the beginning is found in a long text, whose sketch holds a part of it', () => {
  const sentences = Array.from(
    { length: 400 },
    (_, index) => `Line ${index} of the long report says ${index * 7} things.`,
  );
  const long = sentences.join(' ');
  expect(sketchOf(long).runs.length).toBeLessThan(500);
  expect(copies(long, sentences.slice(0, 60).join(' '))).toBe(true);
  expect(
    copies(
      long,
      sentences
        .map((sentence) => sentence.replace('long', 'short'))
        .slice(0, 60)
        .join(' '),
    ),
  ).toBe(false);
});
