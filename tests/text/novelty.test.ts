import { expect, test } from 'vitest';
import { tellsSomethingNew } from '../../src/text/novelty.ts';
import { featuresOfText } from '../support/articles.ts';

const earlier = [
  featuresOfText('In Lauen the storm injured 12 people, says Petra Holm'),
  featuresOfText('A storm near Orbel damaged 340 houses'),
];

test.each([
  ['a new figure', 'The storm in Lauen injured 19 people', true],
  ['two new names', 'The storm moved on to Kessel and to Brandow', true],
  ['one new name', 'The storm moved on to Kessel', false],
  ['known figures and names from several articles', 'In Orbel 340 houses, in Lauen 12 injured', false],
  ['a known person with another title', 'Minister Holm and Old Lauen', false],
  ['a known place at the beginning of a sentence', 'In Lauen it is quiet. Near Orbel too.', false],
  ['only other words', 'People in Lauen are clearing up after the storm', false],
  ['a small count or a year', 'The 2026 storm in Lauen took 3 hours', false],
])('%s', (_what, title, isNew) => {
  expect(tellsSomethingNew(featuresOfText(title), earlier)).toBe(isNew);
});

test('compared with nothing, a figure is new', () => {
  expect(tellsSomethingNew(featuresOfText('12 injured in storm'), [])).toBe(true);
});
