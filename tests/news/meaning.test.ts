import { expect, test } from 'vitest';
import { comparableOf } from '../../src/news/evidence.ts';
import { cosineOf, MeaningScale, meaningOf } from '../../src/news/meaning.ts';
import { StoryIndex } from '../../src/news/storyIndex.ts';
import { featuresOfText } from '../support/articles.ts';

/** A vector that leans towards one side of many, as models make them of all texts. */
function someVector(seed: number): Float32Array {
  let state = Math.round(seed) * 7919;
  return Float32Array.from({ length: 64 }, () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return 0.3 + state / 2 ** 32 + seed / 1e4;
  });
}

test('eight bits keep the direction, whatever the length', () => {
  const [a, b] = [someVector(1), someVector(2)];
  const exact = a.reduce((sum, each, index) => sum + each * b[index]!, 0) / (Math.hypot(...a) * Math.hypot(...b));
  expect(cosineOf(meaningOf(a), meaningOf(b))).toBeCloseTo(exact, 2);
  expect(cosineOf(meaningOf(a), meaningOf(a.map((each) => each / 1_000)))).toBeCloseTo(1, 5);
});

test('what has no direction or another length is like nothing', () => {
  const a = meaningOf(someVector(1));
  expect(cosineOf(a, meaningOf(new Float32Array(64)))).toBe(0);
  expect(cosineOf(a, meaningOf(Float32Array.of(1, 2)))).toBe(0);
});

test('likeness counts by what is usual for the model, and not before that is known', () => {
  const scale = new MeaningScale();
  const [a, alike, other] = [meaningOf(someVector(1)), meaningOf(someVector(1.4)), meaningOf(someVector(500))];
  expect(scale.logOdds(a, alike)).toBe(0);
  for (let seed = 1; seed <= 60; seed++) scale.add(meaningOf(someVector(seed)));
  expect(scale.logOdds(a, alike)).toBeGreaterThan(0);
  expect(scale.logOdds(a, other)).toBeLessThan(0);
  expect(scale.logOdds(a, undefined)).toBe(0);
});

test('the same everywhere says nothing', () => {
  const scale = new MeaningScale();
  const one = meaningOf(Float32Array.of(1, 0));
  for (let count = 0; count < 60; count++) scale.add(one);
  expect(scale.logOdds(one, one)).toBe(0);
});

test('a story whose articles mean the same is the likelier', () => {
  const index = new StoryIndex();
  const summary = 'The ferry Alba Queen sails from Stanewick again on Saturday.';
  const article = comparableOf(featuresOfText('Ferry Alba Queen sails', { summary }));
  const meaning = (seed: number) => meaningOf(someVector(seed));
  for (let seed = 1; seed <= 60; seed++) {
    const other = comparableOf(featuresOfText(`Report ${seed} of the day`));
    index.add(seed, seed, { ...other, meaning: meaning(seed) });
  }
  index.add(100, 100, { ...article, meaning: meaning(7.4) });
  const link = (seed: number | null) => {
    const asked = { ...article, meaning: seed === null ? undefined : meaning(seed) };
    return index.rank(asked).find(({ storyId }) => storyId === 100)?.link ?? Number.NaN;
  };
  expect(link(7)).toBeGreaterThan(link(null));
  expect(link(900)).toBeLessThan(link(null));
});
