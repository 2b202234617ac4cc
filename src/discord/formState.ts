import { everyDay, knownTimeZone, weekend, workdays } from '../news/subscription.ts';
import { findTopic, ownTopicId, ownTopicKey, topics } from '../news/topic.ts';
import { findLanguage } from './languages/index.ts';

/** When a briefing is to come: at times of day on some days, or at an interval, whatever the day. */
type FormTimetable = {
  /** `HH:MM`, ascending; none with an interval. */
  readonly times: readonly string[];
  readonly days: keyof typeof weekdaysOf;
  readonly everyMinutes: number | null;
};

/** What has been chosen in a form for a briefing so far. */
export type FormState = FormTimetable & {
  readonly channelId: string;
  /** Keys of topics; none: top stories. */
  readonly topics: readonly string[];
  readonly language: string;
  readonly timeZone: string;
};

/** What each control of the form is for, as its custom id has it. */
const letters = {
  channel: 'c',
  topics: 't',
  when: 'w',
  confirm: 'y',
  place: 'p',
  typed: 'm',
  again: 'a',
  cancel: 'x',
} as const;
export type FormPart = keyof typeof letters;
const parts = new Map(Object.entries(letters).map(([part, letter]) => [letter as string, part as FormPart]));

export const weekdaysOf = { every: everyDay, workdays, weekend } as const;

/** The value of the option that stands for all topics together. */
export const topStoriesValue = 'top';

/** What can be chosen for when. Messages of any age name these by their place: new ones come last, none ever goes. */
export const whenValues: readonly string[] = [
  ...['06:00', '07:00', '08:00', '09:00', '12:00', '15:00', '18:00', '20:00', '22:00'],
  ...['every', 'workdays', 'weekend'],
  ...['60', '180'],
];
const usualTime = '07:00';

/** With what else stands in a custom id, as many letters of own topics' ids fit into its 100. */
const mostOwnLetters = 27;

const form = new RegExp(
  [
    '^form:(?<letter>[a-z]):(?<channel>[0-9a-z]{1,13}):(?<listed>[0-9a-z]{1,4})',
    String.raw`:(?<own>(?:[0-9a-z]{1,10}(?:\.[0-9a-z]{1,10})*)?):(?<when>[0-9a-z]{1,3})`,
    ':(?<language>[A-Za-z-]{2,10}):(?<timeZone>[A-Za-z0-9_+/-]{1,32})$',
  ].join(''),
);

/**
 * The custom id of one of the form's controls. It carries everything that has been chosen: Discord sends back only what
 * was touched last, and nothing is kept elsewhere.
 */
export function formId(part: FormPart, state: FormState): string {
  const own = state.topics.flatMap((key) => ownTopicId(key) ?? []).map((id) => id.toString(36));
  return [
    'form',
    letters[part],
    BigInt(state.channelId).toString(36),
    state.topics.reduce((mask, key) => mask | (numberOf(key) ? 1 << numberOf(key) : 0), 0).toString(36),
    own.join('.'),
    chosenWhen(state)
      .reduce((mask, value) => mask | (1 << whenValues.indexOf(value)), 0)
      .toString(36),
    state.language,
    state.timeZone,
  ].join(':');
}

/** @returns null for what no form of ours can have sent */
export function parseFormId(text: string): { readonly part: FormPart; readonly state: FormState } | null {
  const found = (text.length <= 100 ? form.exec(text)?.groups : undefined) as Record<string, string> | undefined;
  const part = parts.get(found?.letter ?? '');
  if (!found || !part) return null;
  const { channel = '', listed = '', own = '', when = '', language = '', timeZone = '' } = found;
  const chosen = Number.parseInt(when, 36);
  if (!findLanguage(language) || knownTimeZone(timeZone) === null || chosen >= 1 << whenValues.length) return null;
  const mask = Number.parseInt(listed, 36);
  const keys = topics.filter(({ key }) => mask & (1 << numberOf(key))).map(({ key }) => key);
  const ownKeys = own ? own.split('.').map((id) => ownTopicKey(Number.parseInt(id, 36))) : [];
  const values = whenValues.filter((_value, index) => chosen & (1 << index));
  const channelId = [...channel].reduce((sum, digit) => sum * 36n + BigInt(Number.parseInt(digit, 36)), 0n);
  const state = {
    channelId: String(channelId),
    topics: [...new Set([...keys, ...ownKeys])].sort(),
    language,
    timeZone,
  };
  return { part, state: { ...state, ...timetableOf(values, { times: [], days: 'every', everyMinutes: null }) } };
}

/** Of a server's own topics, those that a form can offer: a select has 25 options, a custom id 100 characters. */
export function offerable<Own extends { readonly id: number }>(own: readonly Own[]): Own[] {
  let letters = -1;
  return own.slice(0, 24 - topics.length).filter(({ id }) => {
    letters += id.toString(36).length + 1;
    return letters <= mostOwnLetters;
  });
}

/** The options of the select for when that stand for a timetable. */
export function chosenWhen({ times, days, everyMinutes }: FormTimetable): string[] {
  return everyMinutes === null ? [...times, days] : [String(everyMinutes)];
}

/** The topics after a choice: all together, or some; what was chosen last counts. */
export function withTopics(state: FormState, values: readonly string[]): FormState {
  const isTop = values.includes(topStoriesValue) && state.topics.length > 0;
  const listed = values.filter((value) => findTopic(value) || ownTopicId(value) !== null);
  return { ...state, topics: isTop ? [] : [...new Set(listed)].sort() };
}

/** The timetable after a choice: times or an interval, and one kind of days; what was chosen last counts. */
export function withWhen(state: FormState, values: readonly string[]): FormState {
  return { ...state, ...timetableOf(values, state) };
}

function timetableOf(values: readonly string[], before: FormTimetable): FormTimetable {
  const had = chosenWhen(before);
  const fresh = values.filter((value) => !had.includes(value));
  const last = (wanted: (value: string) => boolean) => fresh.findLast(wanted) ?? values.findLast(wanted);
  const interval = last((value) => /^\d+$/.test(value));
  const isInterval = interval !== undefined && (fresh.includes(interval) || fresh.length === 0);
  const days = last((value) => value in weekdaysOf) as FormTimetable['days'] | undefined;
  if (isInterval) return { times: [], days: 'every', everyMinutes: Number(interval) };
  const times = values.filter((value) => /^\d\d:\d\d$/.test(value)).sort();
  return { times: times.length > 0 ? times : [usualTime], days: days ?? 'every', everyMinutes: null };
}

/** 1 to 17: the number of an IPTC topic, which stays whatever the order of topics. 0 for another. */
function numberOf(key: string): number {
  return Number(findTopic(key)?.qcode.slice('medtop:'.length, 'medtop:'.length + 2) ?? 0);
}
