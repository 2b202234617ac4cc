import { expect, test } from 'vitest';
import { topicFeaturesOf } from '../../src/text/topicFeatures.ts';
import { TopicModel } from '../../src/text/topicModel.ts';
import { createFindSubject, noNews } from '../../src/text/topics.ts';

const words = {
  topicWords: {
    en: {
      sport: ['goalkeeper', 'cup final', 'referee'],
      politics: ['parliament', 'cup of reform'],
      health: ['vaccine', 'hospital'],
      weather: ['weather forecast'],
    },
    ja: { sport: ['優勝'], politics: ['国会'] },
  },
  noNewsWords: { en: ['horoscope', 'weather forecast for'], ja: ['今日の運勢'] },
  topicNames: { sport: ['Sport', 'スポーツ'], health: ['Health'] },
};
const findSubject = createFindSubject(words);

function subjectOf(
  title: string,
  lead = '',
  wish: { source?: string[]; categories?: string[]; language?: string } = {},
  find = findSubject,
) {
  return find({ title, lead, language: wish.language ?? 'en' }, wish.source ?? [], wish.categories ?? []);
}

function topicsOf(...wish: Parameters<typeof subjectOf>) {
  return subjectOf(...wish).topics;
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

test('a category that is called like a topic, in any language, says it', () => {
  expect(topicsOf('A quiet day', '', { categories: ['スポーツ'] })).toEqual(['sport']);
});

test.each([
  ['Your horoscope for Monday', {}],
  ['A quiet day', { categories: ['Horoscope'] }],
  ['Weather forecast for Stanewick', {}],
  ['牡羊座の今日の運勢', { language: 'ja' }],
])('%s is no news', (title, wish) => {
  expect(subjectOf(title, '', { source: ['weather'], ...wish })).toEqual({ topics: [], isNews: false });
});

test.each([
  ['Parliament debates horoscope hotlines', {}],
  ['Goalkeeper reads a horoscope', {}],
  ['A quiet day', {}],
  ['Your horoscope for Monday', { language: 'de' }],
])('%s is news', (title, wish) => {
  expect(subjectOf(title, 'A horoscope.', wish).isNews).toBe(true);
});

test('what the model has learned in a language counts there, the more the more it has read', () => {
  const model = new TopicModel(['sport', 'health', noNews]);
  const find = createFindSubject({ ...words, model });
  const learn = (count: number) => {
    for (let index = 0; index < count; index++) {
      for (const [label, title] of [
        ['sport', `Lob ${index} over the crossbar`],
        ['health', `Dose ${index} of the new serum`],
        [noNews, `Lucky digits ${index} drawn`],
      ] as const) {
        const features = topicFeaturesOf({ title, lead: '' });
        model.observe(features);
        model.learn(features, label, 'en');
      }
    }
  };
  learn(10);
  expect(topicsOf('A lob off the crossbar', '', {}, find)).toEqual([]);
  learn(300);
  expect(topicsOf('A lob off the crossbar', '', {}, find)).toEqual(['sport']);
  expect(topicsOf('A lob off the crossbar', '', { language: 'de' }, find)).toEqual([]);
  expect(subjectOf('Lucky digits 7 drawn', '', {}, find)).toEqual({ topics: [], isNews: false });
});
