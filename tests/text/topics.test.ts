import { expect, test } from 'vitest';
import { createFindTopics } from '../../src/text/topics.ts';

const findTopics = createFindTopics({
  en: {
    sport: ['goalkeeper', 'cup final', 'referee'],
    politics: ['parliament', 'cup of reform'],
    health: ['vaccine', 'hospital'],
  },
  ja: { sport: ['優勝'], politics: ['国会'] },
});

function topicsOf(
  title: string,
  lead = '',
  wish: { source?: string[]; categories?: string[]; language?: string } = {},
) {
  return findTopics({ title, lead, language: wish.language ?? 'en' }, wish.source ?? [], wish.categories ?? []);
}

test('a telling word in the title is enough, one in the lead is not', () => {
  expect(topicsOf('Goalkeeper retires')).toEqual(['sport']);
  expect(topicsOf('A retirement', 'The goalkeeper goes.')).toEqual([]);
  expect(topicsOf('A retirement', 'The goalkeeper goes before the cup final.')).toEqual(['sport']);
});

test('a phrase counts only whole', () => {
  expect(topicsOf('The cup final is on')).toEqual(['sport']);
  expect(topicsOf('Final cup of tea')).toEqual([]);
});

test('the same word many times counts once', () => {
  expect(topicsOf('Gone', 'Referee, referee, referee!')).toEqual([]);
});

test('a source on one subject says what its articles are about', () => {
  expect(topicsOf('A quiet day', '', { source: ['health'] })).toEqual(['health']);
});

test('the feed’s own categories count', () => {
  expect(topicsOf('A quiet day', '', { categories: ['Parliament'] })).toEqual(['politics']);
});

test('at most two topics, the surest first, and none that is far behind', () => {
  const title = 'Parliament sends goalkeeper to hospital';
  expect(topicsOf(title, 'The referee saw it. The cup final waits. The vaccine too.')).toEqual(['sport', 'health']);
  expect(topicsOf('Goalkeeper and referee in cup final', 'A hospital, a vaccine.')).toEqual(['sport']);
});

test('words of another language tell nothing; dialects are their language', () => {
  expect(topicsOf('Goalkeeper retires', '', { language: 'ja' })).toEqual([]);
  expect(topicsOf('Goalkeeper retires', '', { language: 'xx' })).toEqual([]);
  expect(topicsOf('Goalkeeper retires', '', { language: 'en-GB' })).toEqual(['sport']);
});

test('words are found in scripts without spaces', () => {
  expect(topicsOf('地元チームが優勝した', '', { language: 'ja' })).toEqual(['sport']);
});
