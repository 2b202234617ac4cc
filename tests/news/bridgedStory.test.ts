import { expect, test } from 'vitest';
import { bridgedStory } from '../../src/news/bridgedStory.ts';

const strong = { storyId: 1, link: 5, evidence: [{ link: 2 }, { link: 4 }] };
const lateOnly = { evidence: [{ link: -1 }, { link: 6 }] };

test('an article that fits two stories and their founders strongly bridges them', () => {
  expect(bridgedStory([strong, { ...strong, storyId: 2, link: 4 }])).toBe(2);
});

test.each([
  ['there is one story only', [strong]],
  ['there is none', []],
  ['it fits the second weakly', [strong, { ...strong, storyId: 2, link: 1 }]],
  ['it fits only the latest articles of the second', [strong, { ...strong, storyId: 2, ...lateOnly }]],
  [
    'it fits only the latest articles of the first',
    [
      { ...strong, ...lateOnly },
      { ...strong, storyId: 2 },
    ],
  ],
])('when %s, nothing is bridged', (_why, fits) => {
  expect(bridgedStory(fits)).toBeNull();
});
