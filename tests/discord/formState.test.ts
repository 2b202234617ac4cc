import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chosenWhen,
  type FormState,
  formId,
  offerable,
  parseFormId,
  topStoriesValue,
  whenValues,
  withTopics,
  withWhen,
} from '../../src/discord/formState.ts';
import { languages } from '../../src/discord/languages/index.ts';
import { ownTopicKey, topics } from '../../src/news/topic.ts';

const usual: FormState = {
  channelId: '1290000000000000201',
  topics: [],
  times: ['07:00'],
  days: 'every',
  everyMinutes: null,
  language: 'en',
  timeZone: 'UTC',
};
const keys = topics.map(({ key }) => key);
const zones = Intl.supportedValuesOf('timeZone');
const times = whenValues.filter((value) => value.includes(':'));

const states: fc.Arbitrary<FormState> = fc
  .record({
    channelId: fc.bigInt({ min: 1n, max: 2n ** 63n - 1n }).map(String),
    topics: fc.subarray(keys),
    own: fc.uniqueArray(fc.integer({ min: 1, max: 30_000 }), { maxLength: 7 }),
    timetable: fc.oneof(
      fc.record({
        times: fc.subarray(times, { minLength: 1 }),
        days: fc.constantFrom('every', 'workdays', 'weekend'),
        everyMinutes: fc.constant(null),
      }),
      fc.record({ times: fc.constant([]), days: fc.constant('every'), everyMinutes: fc.constantFrom(60, 180) }),
    ),
    language: fc.constantFrom(...languages.map(({ code }) => code)),
    timeZone: fc.constantFrom('UTC', 'America/Argentina/Buenos_Aires', ...zones),
  })
  .map(({ own, timetable, ...state }) => ({
    ...state,
    ...(timetable as Pick<FormState, 'times' | 'days' | 'everyMinutes'>),
    topics: [...state.topics, ...own.map(ownTopicKey)].sort(),
  }));

describe('the custom id of a form’s control', () => {
  it('carries everything that was chosen, in 100 characters', () => {
    fc.assert(
      fc.property(states, (state) => {
        const id = formId('channel', state);
        expect(id.length).toBeLessThanOrEqual(100);
        expect(parseFormId(id)).toEqual({ part: 'channel', state });
      }),
    );
  });

  it('is another for each control, and stays what it is: messages of any age hold it', () => {
    expect(formId('confirm', { ...usual, topics: ['own:40', 'sport', 'weather'], everyMinutes: 60, times: [] })).toBe(
      'form:y:9stuu2tf0iix:3if4:14:35s:en:UTC',
    );
  });

  it.each([
    ['', 'nothing'],
    ['form', 'no parts'],
    ['form:q:1:0::e:en:UTC', 'no such control'],
    ['form:y::0::e:en:UTC', 'no channel'],
    ['form:y:zzzzzzzzzzzzzz:0::e:en:UTC', 'too long a channel'],
    ['form:y:1:0::zzz:en:UTC', 'times that there are not'],
    ['form:y:1:0::e:tlh:UTC', 'no such language'],
    ['form:y:1:0::e:en:Mars/Olympus', 'no such zone'],
    ['form:y:1:0::e:en:+09:00', 'a bare difference from UTC'],
    ['form:y:1:0:1.:e:en:UTC', 'half a list'],
    ['form:y:1:0::e:en:UTC:more', 'more than there should be'],
    ['form:y:1:0::e:en:UTC\n', 'another line'],
    ['form:y:1:-1::e:en:UTC', 'a negative number'],
    [`form:y:1:0:${'1.'.repeat(40)}1:e:en:UTC`, 'very much'],
  ])('%s is none: %s', (id) => {
    expect(parseFormId(id)).toBeNull();
  });

  it('reads whatever else comes as a choice that there could be, or as none', () => {
    const letters = 'form:yctwx019azUTCen./_+-';
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...letters), maxLength: 120 }), (text) => {
        const read = parseFormId(text);
        if (read) expect(parseFormId(formId(read.part, read.state))).toEqual(read);
      }),
    );
    const strange = parseFormId('form:y:3w5e11264sgsf:zzzz::e:en:UTC')?.state;
    expect(strange?.topics.every((key) => keys.includes(key))).toBe(true);
  });
});

it('offers as many of a server’s own topics as a select and a custom id take', () => {
  const own = (from: number, count: number) => Array.from({ length: count }, (_, index) => ({ id: from + index }));
  expect(offerable(own(1, 30))).toEqual(own(1, 7));
  for (const from of [1, 46_600, 1_679_600, 60_466_100, Number.MAX_SAFE_INTEGER - 40]) {
    const offered = offerable(own(from, 30));
    expect(offered.length).toBeGreaterThan(1);
    const longest = { channelId: String(2n ** 64n - 1n), language: 'zh-Hant', timeZone: `Mars/${'x'.repeat(27)}` };
    const everything = [...keys, ...offered.map(({ id }) => ownTopicKey(id))];
    expect(formId('channel', { ...usual, ...longest, times, topics: everything }).length).toBeLessThanOrEqual(100);
  }
});

describe('what is chosen last counts', () => {
  it.each<[readonly string[], readonly string[], readonly string[]]>([
    [[], [topStoriesValue, 'sport'], ['sport']],
    [['sport'], ['sport', topStoriesValue], []],
    [['sport'], ['sport', 'health', 'own:3'], ['health', 'own:3', 'sport']],
    [['sport'], ['nonsense', 'own:x'], []],
  ])('topics %j, then %j: %j', (before, values, after) => {
    expect(withTopics({ ...usual, topics: before }, values).topics).toEqual(after);
  });

  it.each<[readonly string[], readonly string[], readonly string[]]>([
    [
      ['07:00', 'every'],
      ['07:00', 'every', '18:00'],
      ['07:00', '18:00', 'every'],
    ],
    [
      ['07:00', 'every'],
      ['07:00', 'every', 'weekend'],
      ['07:00', 'weekend'],
    ],
    [['07:00', 'every'], ['07:00', 'every', '60'], ['60']],
    [['60'], ['60', '180'], ['180']],
    [['60'], ['60', '12:00'], ['12:00', 'every']],
    [['60'], ['60', 'workdays'], ['07:00', 'workdays']],
    [['60'], ['60'], ['60']],
    [['07:00', 'weekend'], ['weekend'], ['07:00', 'weekend']],
    [['07:00', 'weekend'], ['18:00'], ['18:00', 'every']],
  ])('when %j, then %j: %j', (before, values, after) => {
    const had = withWhen({ ...usual, times: [], days: 'every' }, before);
    expect(chosenWhen(had)).toEqual(before);
    expect(chosenWhen(withWhen(had, values))).toEqual(after);
  });
});
