import { describe, expect, it, test } from 'vitest';
import { type CardContent, changeOf, hasTurned, type StoryNow } from '../../src/news/card.ts';
import { noSeverity } from '../../src/news/storyImportance.ts';
import type { StoryUpdate } from '../../src/news/storyUpdates.ts';
import { hours, monday } from '../support/articles.ts';
import { aBriefingItem } from '../support/stories.ts';

const minutes = (count: number) => hours(count / 60);
const threeOutlets = aBriefingItem({ outlets: ['A', 'B', 'C'], originCount: 3 });
const moreOutlets = aBriefingItem({ outlets: ['A', 'B', 'C', 'D'], originCount: 3 });
const moreOrigins = aBriefingItem({ outlets: ['A', 'B', 'C'], originCount: 4 });
const lost = { at: monday, outlet: 'A', language: 'en', text: 'Six are dead.' };

/** What a card says that was posted at six and knew of articles up to 10. */
function aCardContent(wish: Partial<CardContent['told']> = {}): CardContent {
  const told = { at: monday, articleId: 10, severity: noSeverity, turns: 0, ...wish };
  return { item: threeOutlets, first: { outlets: 3, origins: 3 }, told };
}

function facts(kind: 'figures' | 'names', articleId: number): StoryUpdate {
  const at = { at: monday, articleId };
  return kind === 'figures' ? { ...at, kind, figures: ['19'] } : { ...at, kind, names: ['kessel', 'ostley'] };
}

const twoFacts = [facts('figures', 11), facts('names', 12)];

function changeAfter(minute: number, now: Partial<StoryNow>, told: Partial<CardContent['told']> = {}) {
  const story = { item: threeOutlets, severity: noSeverity, updates: [], ...now };
  return changeOf(aCardContent(told), monday, story, minutes(minute));
}

describe('a card that stands', () => {
  it.each<[string, number, Partial<StoryNow>, object, string, boolean]>([
    ['nothing new', 60, {}, {}, 'nothing', false],
    ['an outlet joined', 2, { item: moreOutlets }, {}, 'edit', false],
    ['an origin joined', 2, { item: moreOrigins }, {}, 'edit', false],
    ['within a minute it waits for others', 0.5, { item: moreOutlets }, {}, 'nothing', true],
    ['fewer outlets change nothing', 60, { item: aBriefingItem({ outlets: ['A'] }) }, {}, 'nothing', false],
    ['two reports with new facts', 31, { updates: twoFacts }, {}, 'turn', false],
    ['not sooner than half an hour after the last word', 29, { updates: twoFacts }, {}, 'nothing', true],
    ['but grows meanwhile', 29, { updates: twoFacts, item: moreOutlets }, {}, 'edit', true],
    ['one report with new facts', 60, { updates: [facts('figures', 11)] }, {}, 'nothing', false],
    ['one report with figures and names', 60, { updates: [facts('figures', 11), facts('names', 11)] }, {}, 'nothing', false],
    ['facts that the card knew', 60, { updates: [facts('figures', 9), facts('names', 10)] }, {}, 'nothing', false],
    ['an origin is no fact', 60, { updates: [{ at: monday, articleId: 11, kind: 'origin', outlet: 'D' }] }, {}, 'nothing', false],
    ['many more are dead', 31, { severity: { ...noSeverity, killed: 16 } }, { severity: { ...noSeverity, killed: 6 } }, 'turn', false],
    ['after three turns', 300, { updates: twoFacts }, { turns: 3 }, 'nothing', false],
    ['after three turns it still grows', 300, { updates: twoFacts, item: moreOutlets }, { turns: 3 }, 'edit', false],
  ])('%s', (_what, minute, now, told, kind, isMoreToCome) => {
    expect(changeAfter(minute, now, told)).toEqual({ kind, isMoreToCome });
  }); // biome-ignore format: a table

  it('is put right at once; its readers hear of it when the headline or a whole report is gone', () => {
    const corrected = { ...threeOutlets, corrections: [lost] };
    expect(changeAfter(0.1, { item: corrected }).kind).toBe('edit');
    expect(changeAfter(0.1, { item: { ...corrected, headline: 'Two are dead' } }).kind).toBe('turn');
    expect(changeAfter(0.1, { item: { ...corrected, corrections: [{ ...lost, text: null }] } }).kind).toBe('turn');
    const spoken = { item: { ...corrected, headline: 'Two are dead' } };
    expect(changeAfter(0.1, spoken, { turns: 3 }).kind).toBe('edit');
  });
});

test.each([
  [{ killed: 6 }, { killed: 16 }, true],
  [{ killed: 27 }, { killed: 30 }, false],
  [{ killed: 30 }, { killed: 45 }, true],
  [{ killed: 60 }, { killed: 6 }, true],
  [{}, { killed: 1 }, true],
  [{ hurt: 12 }, { hurt: 19 }, true],
  [{ dollars: 2e9 }, { dollars: 2.5e9 }, false],
  [{ killed: 6, hurt: 10 }, { killed: 6, hurt: 10 }, false],
  [{ magnitude: 6.1 }, { magnitude: 6.4 }, false],
  [{ magnitude: 6.1 }, { magnitude: 6.7 }, true],
  [{}, {}, false],
])('from %o to %o is a turn: %s', (before, after, expected) => {
  expect(hasTurned({ ...noSeverity, ...before }, { ...noSeverity, ...after })).toBe(expected);
});
