import { describe, expect, it } from 'vitest';
import { UserError } from '../../src/discord/command.ts';
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
    ['alle 2 Stunden', 120],
    ['jede Stunde', 60],
    ['toutes les 2 heures', 120],
    ['chaque heure', 60],
    ['cada 2 horas', 120],
    ['a cada 30 minutos', 30],
    ['2時間ごと', 120],
    ['３０分おき', 30],
    ['2시간마다', 120],
    ['每2小时', 120],
    ['每隔 3 個小時', 180],
    ['每30分钟', 30],
    ['каждые 2 часа', 120],
    ['каждый час', 60],
    ['каждые 30 минут', 30],
    ['كل ساعة', 60],
    ['كل ساعتين', 120],
    ['كل 3 ساعات', 180],
    ['كل 30 دقيقة', 30],
  ])('%s', (typed, everyMinutes) => {
    expect(typedTimes(typed, context)).toEqual({ times: [], everyMinutes });
  });
});

describe('what is neither', () => {
  it.each([
    ['at dawn', '“at dawn” is no time of day.'],
    ['25:00', '“25:00” is no time of day.'],
    ['07:60', '“07:60” is no time of day.'],
    ['every 7', '“every 7” is no time of day.'],
    ['every day', '“every day” is no time of day.'],
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

  it('hold nothing twice, and nothing that would be refused', () => {
    expect(offered('07:00').filter((value) => value === '07:00')).toHaveLength(1);
    expect(offered('noon')).toEqual([]);
    for (const value of offered('')) expect(() => typedTimes(value, context)).not.toThrow();
  });
});
