import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Candidate, type Considered, judgeStories, obstacleTo } from '../../src/news/briefing.ts';

function candidate(storyId: number, weight: number, wish: Partial<Candidate> = {}): Candidate {
  return { storyId, weight, topic: null, hadBefore: null, ...wish };
}

function chooseStories(candidates: readonly Candidate[], max: number): number[] {
  return judgeStories(candidates, max).flatMap(({ storyId, leftOut }) => (leftOut ? [] : [storyId]));
}

test('the weightiest come first, and no more than asked for', () => {
  expect(chooseStories([candidate(1, 1), candidate(2, 3), candidate(3, 2)], 2)).toEqual([2, 3]);
});

test('what the channel has had is left out unless it moved on', () => {
  const still = candidate(1, 9, { hadBefore: { movedOn: false } });
  const moved = candidate(2, 9, { hadBefore: { movedOn: true } });
  expect(chooseStories([still, moved, candidate(3, 1)], 5)).toEqual([2, 3]);
});

test('a running story comes after a new one of the same weight', () => {
  const running = candidate(1, 2, { hadBefore: { movedOn: true } });
  expect(chooseStories([running, candidate(2, 2)], 2)).toEqual([2, 1]);
});

test('topics are mixed: the second story of one counts less', () => {
  const stories = [
    candidate(1, 10, { topic: 'sport' }),
    candidate(2, 9, { topic: 'sport' }),
    candidate(3, 8, { topic: 'politics' }),
  ];
  expect(chooseStories(stories, 3)).toEqual([1, 3, 2]);
});

test('stories without a topic are not taken for one subject', () => {
  const stories = [candidate(1, 10), candidate(2, 9), candidate(3, 8, { topic: 'politics' })];
  expect(chooseStories(stories, 3)).toEqual([1, 2, 3]);
});

test('of equals the first stays first, so that the same choice is made again', () => {
  expect(chooseStories([candidate(7, 1), candidate(3, 1), candidate(5, 1)], 3)).toEqual([7, 3, 5]);
});

test('any choice holds each eligible story at most once, as many as there is room for', () => {
  const any = fc.record({
    weight: fc.double({ min: 0, max: 100, noNaN: true }),
    topic: fc.option(fc.constantFrom('sport', 'politics')),
    hadBefore: fc.option(fc.record({ movedOn: fc.boolean() })),
  });
  fc.assert(
    fc.property(fc.array(any), fc.nat(8), (wishes, max) => {
      const candidates = wishes.map((wish, storyId) => ({ storyId, ...wish }));
      const eligible = candidates.filter(({ hadBefore }) => hadBefore?.movedOn ?? true).map(({ storyId }) => storyId);
      const chosen = chooseStories(candidates, max);
      expect(new Set(chosen).size).toBe(chosen.length);
      expect(chosen.length).toBe(Math.min(max, eligible.length));
      expect(chosen.filter((storyId) => !eligible.includes(storyId))).toEqual([]);
      const verdicts = judgeStories(candidates, max);
      expect(verdicts.map(({ storyId }) => storyId).sort()).toEqual(candidates.map(({ storyId }) => storyId).sort());
      expect(verdicts.flatMap(({ place }) => place ?? [])).toEqual(eligible.map((_, index) => index + 1));
    }),
  );
});

test('each story that is left out says why: had before, or its place among what there was no room for', () => {
  const had = candidate(1, 9, { hadBefore: { movedOn: false } });
  expect(judgeStories([had, candidate(2, 1), candidate(3, 2), candidate(4, 3)], 2)).toEqual([
    { storyId: 4, place: 1, leftOut: null },
    { storyId: 3, place: 2, leftOut: null },
    { storyId: 2, place: 3, leftOut: 'place' },
    { storyId: 1, place: null, leftOut: 'had' },
  ]);
});

test.each([
  [{}, null],
  [{ mutedBy: [{ kind: 'word', value: 'ferry' }], isReadable: false }, 'muted'],
  [{ isReadable: false, isWritten: false }, 'language'],
  [{ storyId: 2 }, 'topic'],
  [{ isWritten: false }, 'unwritten'],
  [{ originCount: 1 }, 'origins'],
] as const)('before choosing, %o stands against a story: %s', (wish: Partial<Considered>, obstacle) => {
  const story = { storyId: 1, mutedBy: [], isReadable: true, isWritten: true, originCount: 2, ...wish };
  expect(obstacleTo(story, new Set([1]), { minOrigins: 2 })).toBe(obstacle);
});
