import { expect, test } from 'vitest';
import { UserError } from '../../src/discord/command.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { typedQuiet } from '../../src/discord/typedQuiet.ts';

const say = sayIn('en');

test.each([
  ['22:00-07:00', '22:00', '07:00'],
  ['22:00 – 7:00', '22:00', '07:00'],
  ['10pm to 7am', '22:00', '07:00'],
  ['22時〜7時', '22:00', '07:00'],
  ['22:00から07:00', '22:00', '07:00'],
  ['22 Uhr bis 7 Uhr', '22:00', '07:00'],
])('%s', (typed, from, until) => {
  expect(typedQuiet(typed, { say })).toEqual({ from, until });
});

test.each(['never', ' Nie', 'なし', '없음'])('%s wants none', (typed) => {
  expect(typedQuiet(typed, { say })).toBeNull();
});

test.each(['at night', '22:00', '22:00-22:00', '22:00-07:00-08:00', '-', '25:00-07:00'])('%s is none', (typed) => {
  expect(() => typedQuiet(typed, { say })).toThrow(UserError);
  expect(() => typedQuiet(typed, { say })).toThrow('22:00-07:00');
});
