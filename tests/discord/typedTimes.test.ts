import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/discord/command.ts';
import { foldedTyping } from '../../src/discord/foldedTyping.ts';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { parseInterval } from '../../src/discord/parseInterval.ts';
import { intervalText } from '../../src/discord/subscriptionText.ts';
import { offerTimes, typedTimes } from '../../src/discord/typedTimes.ts';
import { aContext } from '../support/aContext.ts';

const context = aContext();
const offered = (text: string) => offerTimes(text, context).map(({ value }) => value);

describe('times of day', () => {
  it.each([
    ['07:00', ['07:00']],
    ['18:30, 7:00', ['07:00', '18:30']],
    ['7am 6:30 pm', ['07:00', '18:30']],
    ['07:00 and 07:00', ['07:00']],
    ['７：００、１８：３０', ['07:00', '18:30']],
    ['7時30分', ['07:30']],
    ['7시', ['07:00']],
    ['7h 19h30', ['07:00', '19:30']],
  ])('%s', (typed, times) => {
    expect(typedTimes(typed, context)).toEqual({ times, everyMinutes: null });
  });
});

describe('intervals', () => {
  it.each([
    ['every hour', 60],
    ['hourly', 60],
    ['every 2 hours', 120],
    ['Every 90 minutes', 90],
    ['30 min', 30],
    ['30 min.', 30],
    ['24 hours', 1_440],
    ['every half hour', 30],
    ['alle 2 Stunden', 120],
    ['jede Stunde', 60],
    ['stündlich', 60],
    ['jede halbe Stunde', 30],
    ['toutes les 2 heures', 120],
    ['chaque heure', 60],
    ['toutes les heures', 60],
    ['toutes les demi-heures', 30],
    ['cada 2 horas', 120],
    ['cada media hora', 30],
    ['a cada 30 minutos', 30],
    ['2時間ごと', 120],
    ['二時間ごとに', 120],
    ['毎時', 60],
    ['３０分おき', 30],
    ['2시간마다', 120],
    ['매시간', 60],
    ['每2小时', 120],
    ['每两个小时', 120],
    ['每半小时', 30],
    ['每小时一次', 60],
    ['每隔 3 個小時', 180],
    ['每30分钟', 30],
    ['каждые 2 часа', 120],
    ['каждый час', 60],
    ['каждые полчаса', 30],
    ['каждые 30 минут', 30],
    ['كل ساعة', 60],
    ['كل ساعتين', 120],
    ['كل 3 ساعات', 180],
    ['كل ٣ ساعات', 180],
    ['كل نصف ساعة', 30],
    ['كل 30 دقيقة', 30],
    // Numbers as words
    ['every two hours', 120],
    ['every other hour', 120],
    ['every fifteen minutes', 15],
    ['Every forty-five minutes', 45],
    ['an hour', 60],
    ['every hour and a half', 90],
    ['every one and a half hours', 90],
    ['alle zwei Stunden', 120],
    ['jede zweite Stunde', 120],
    ['alle dreißig Minuten', 30],
    ['alle anderthalb Stunden', 90],
    ['toutes les deux heures', 120],
    ['toutes les vingt-quatre heures', 1_440],
    ['toutes les deux heures et demie', 150],
    ['cada dos horas', 120],
    ['cada cuarenta y cinco minutos', 45],
    ['cada hora y media', 90],
    ['a cada duas horas', 120],
    ['a cada trinta minutos', 30],
    ['каждые два часа', 120],
    ['каждые пять часов', 300],
    ['раз в три часа', 180],
    ['раз в полчаса', 30],
    ['каждые полтора часа', 90],
    ['كل ثلاث ساعات', 180],
    ['كل اربع ساعات', 240],
    ['كل خمس عشرة دقيقة', 15],
    ['كل ساعة ونصف', 90],
    ['두 시간마다', 120],
    ['세시간마다', 180],
    ['열두 시간마다', 720],
    ['삼십 분마다', 30],
    ['한 시간 반마다', 90],
    ['三時間ごと', 180],
    ['1時間半ごと', 90],
    ['每三十分钟', 30],
    ['每十二小時', 720],
  ])('%s', (typed, everyMinutes) => {
    expect(typedTimes(typed, context)).toEqual({ times: [], everyMinutes });
  });
});

it.each(languages)('what is said of when in $name can be typed', ({ code }) => {
  const say = sayIn(code);
  for (const everyMinutes of [5, 21, 30, 60, 90, 120, 180, 660, 720, 1_440]) {
    const said = intervalText(everyMinutes, say);
    expect([said, typedTimes(said, { say })]).toEqual([said, { times: [], everyMinutes }]);
  }
  const times = ['07:00', '12:30', '18:00'];
  const listed = new Intl.ListFormat(code, { type: 'conjunction' }).format(times);
  const said = say('whenTimes', { days: say('everyDay'), times: listed, zone: '' }).replace(/\s?[(（][)）]/, '');
  expect([said, typedTimes(said, { say })]).toEqual([said, { times, everyMinutes: null }]);
});

it('reads whatever is typed as minutes, or not at all', () => {
  const piece = fc.constantFrom(
    'every ',
    'two',
    '2',
    ' ',
    '-',
    'half ',
    'an ',
    'hours',
    ' and a half',
    'alle ',
    '두',
    '시간',
    '半',
    '.',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (parts) => {
      const minutes = parseInterval(foldedTyping(parts.join('')));
      expect(minutes === null || (Number.isFinite(minutes) && minutes >= 0)).toBe(true);
    }),
  );
});

describe('what is neither', () => {
  it.each([
    ['at dawn', '“at dawn” is no time of day.'],
    ['25:00', '“25:00” is no time of day.'],
    ['07:60', '“07:60” is no time of day.'],
    ['every 7', '“every 7” is no time of day.'],
    ['every day', '“every day” is no time of day.'],
    ['every two', '“every two” is no time of day.'],
    ['every two 2 hours', '“every two 2 hours” is no time of day.'],
    ['every two and a half minutes', 'is no time of day.'],
    ['ahour', '“ahour” is no time of day.'],
    ['every ninety hours', 'Between 5 minutes and 24 hours, please'],
    ['2 fortnights', '“2 fortnights” is no time of day.'],
    ['', '“” is no time of day.'],
    ['*7*', '“\\*7\\*” is no time of day.'],
    ['every 4 minutes', 'Between 5 minutes and 24 hours, please'],
    ['every 0 hours', 'Between 5 minutes and 24 hours, please'],
    ['every 25 hours', 'Between 5 minutes and 24 hours, please'],
    [Array.from({ length: 13 }, (_, hour) => `${hour}:00`).join(' '), 'more than 12 times a day'],
  ])('%s is told so, with what to type', (typed, answer) => {
    expect(() => typedTimes(typed, context)).toThrow(UserError);
    expect(() => typedTimes(typed, context)).toThrow(answer);
  });
});

describe('offered times', () => {
  it('are the usual ones before anything is typed', () => {
    expect(offered('')).toEqual(expect.arrayContaining(['07:00', '07:00, 18:00', 'every hour']));
  });

  it('begin with what was typed, put in order', () => {
    expect(offered('6pm, 7')[0]).toBe('07:00, 18:00');
    expect(offered('every 45 minutes')).toEqual(['every 45 minutes']);
  });

  it.each(languages)('in $name are in that language, and taken as they are', ({ code }) => {
    const inLanguage = aContext({ language: code });
    const offers = offerTimes('', inLanguage).map(({ value }) => value);
    expect(offers).toEqual(expect.arrayContaining([sayIn(code)('everyHours', { hours: 3 })]));
    for (const value of offers) {
      expect(offerTimes(value, inLanguage)[0]?.value).toBe(value);
      expect(() => typedTimes(value, inLanguage)).not.toThrow();
    }
  });

  it('hold nothing twice, and nothing that would be refused', () => {
    expect(offered('07:00').filter((value) => value === '07:00')).toHaveLength(1);
    expect(offered('noon')).toEqual([]);
    for (const value of offered('')) expect(() => typedTimes(value, context)).not.toThrow();
  });
});
