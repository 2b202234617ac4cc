import { expect, test } from 'vitest';
import { findModelAnswer, findModelSpending, keepModelAnswer, recordModelCall } from '../../src/store/modelCalls.ts';
import { hours, monday } from '../support/articles.ts';
import { openTestStore } from '../support/store.ts';

test('calls are counted by day and model, the dearest first', async () => {
  const db = openTestStore();
  await recordModelCall(db, { model: 'small', at: monday, tokens: 100, hasFailed: false });
  await recordModelCall(db, { model: 'large', at: hours(1), tokens: 900, hasFailed: false });
  await recordModelCall(db, { model: 'small', at: hours(2), tokens: 50, hasFailed: true });
  await recordModelCall(db, { model: 'small', at: hours(24), tokens: 7, hasFailed: false });
  expect(await findModelSpending(db, hours(3))).toEqual([
    { model: 'large', tokens: 900, calls: 1, failures: 0 },
    { model: 'small', tokens: 150, calls: 2, failures: 1 },
  ]);
  expect(await findModelSpending(db, hours(24))).toEqual([{ model: 'small', tokens: 7, calls: 1, failures: 0 }]);
  expect(await findModelSpending(db, hours(48))).toEqual([]);
});

test('answers are kept for two weeks, the last one of a question', async () => {
  const db = openTestStore();
  await keepModelAnswer(db, 'a', 'first', monday);
  await keepModelAnswer(db, 'a', 'second', hours(1));
  expect([await findModelAnswer(db, 'a'), await findModelAnswer(db, 'b')]).toEqual(['second', null]);
  await keepModelAnswer(db, 'b', 'other', hours(24 * 15));
  expect([await findModelAnswer(db, 'a'), await findModelAnswer(db, 'b')]).toEqual([null, 'other']);
});
