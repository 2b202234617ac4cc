import { z } from 'zod';
import { isWebAddress } from '../news/article.ts';
import { turnPlaces } from '../news/liveSubscription.ts';
import { mostMutes } from '../news/mute.ts';
import { readQuery } from '../news/query.ts';
import type { ServerSettings } from '../news/serverSettings.ts';
import { knownTimeZone, layouts, mostOrigins } from '../news/subscription.ts';
import { mostOwnTopics, topicNames, topics } from '../news/topic.ts';
import { mostOwnSources } from './addFeeds.ts';
import { findLanguage } from './languages/index.ts';
import { mutedWord } from './mutedWord.ts';
import { folded } from './nearest.ts';
import { separators } from './typedTopics.ts';

/** Of the form of the file. A later one may hold what this one does not know. */
const version = 1;
const mostBriefings = 1_000;
const mostRemoved = 5_000;

/** A file that can't be taken for the settings of a server. */
export class SettingsFileError extends Error {
  override readonly name = 'SettingsFileError';
  readonly problem: 'no settings' | 'newer' | 'unknown field' | 'wrong value';
  /** `briefings[2].times[0]`; empty for the whole file. */
  readonly field: string;
  /** What could stand there. */
  readonly example: string;

  constructor(problem: SettingsFileError['problem'], field = '', example = '') {
    super(`${problem}: ${field}`);
    this.problem = problem;
    this.field = field;
    this.example = example;
  }
}

// What a check says when it fails is an example of what would pass: the same in every language.
const text = (example: string, most: number) => z.string(example).min(1, example).max(most, example);
const checked = (example: string, most: number, isRight: (value: string) => boolean) =>
  text(example, most).refine(isRight, example);
const number = (least: number, most: number) => {
  const example = `${least} … ${most}`;
  return z.int(example).min(least, example).max(most, example);
};
const list = <Item extends z.ZodType>(item: Item, most: number, example = '[ … ]') =>
  z.array(item, example).max(most, `[ … ] ≤ ${most}`);

const snowflake = checked('"1290000000000000201"', 20, (value) => /^\d{17,20}$/.test(value));
const named = (example: string) =>
  z.strictObject({ id: snowflake, name: z.string(example).max(100, example) }, '{ "id": …, "name": … }');
const channel = named('"news"');
const role = named('"Readers"').nullable();
const address = checked('"https://paper.example/feed.xml"', 2_000, isWebAddress);
const timeZone = checked('"Europe/Berlin"', 60, (value) => knownTimeZone(value) !== null);
const language = checked('"de"', 35, (value) => findLanguage(value) !== undefined);
const sourceLanguage = checked('"de"', 35, (value) => /^[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8})*$/.test(value));
const choice = <const Value extends string>(values: readonly Value[]) =>
  z.enum(values, values.map((value) => JSON.stringify(value)).join(' | '));
const topicKey = choice(topics.map(({ key }) => key));
const time = checked('"07:00"', 5, (value) => /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(value));
const quietExample = '{ "from": "22:00", "until": "07:00" }';
const quiet = z
  .strictObject({ from: time, until: time }, quietExample)
  .refine(({ from, until }) => from !== until, quietExample);
const flag = z.boolean('true | false');

const listedNames = new Set([...topics.map(({ key }) => key), ...Object.values(topicNames).flat()].map(folded));
const topicName = checked(
  '"Harbour"',
  40,
  (name) => name.length >= 2 && !separators.test(name) && !listedNames.has(folded(name)),
);
const query = checked('"ferry OR harbour"', 1_000, (typed) => 'query' in readQuery(typed));

/** What a channel gets, and of what. */
const inChannel = { channel, topics: list(topicKey, topics.length), ownTopics: list(topicName, mostOwnTopics) };

const briefing = z
  .strictObject(
    {
      ...inChannel,
      times: list(time, 12).transform((times) => [...new Set(times)].sort()),
      weekdays: list(number(1, 7), 7)
        .min(1, '[1, 2, 3, 4, 5]')
        .transform((days) => [...new Set(days)].sort()),
      everyMinutes: number(5, 1_440).nullable(),
      timeZone,
      language,
      maxStories: number(1, 10),
      minOrigins: number(1, mostOrigins),
      quiet: quiet.nullable(),
      whenEmpty: choice(['nothing', 'line']),
      isPaused: flag,
      layout: choice(layouts).optional(),
      images: flag.optional(),
      mentionRole: role.optional(),
      postPer: choice(['day', 'story']).nullable().optional(),
    },
    '{ … }',
  )
  .refine(({ times, everyMinutes }) => (times.length === 0) !== (everyMinutes === null), {
    path: ['times'],
    error: '["07:00"], "everyMinutes": null | [], "everyMinutes": 120',
  });

const cards = z
  .strictObject(
    {
      kind: choice(['live', 'breaking']),
      ...inChannel,
      language,
      minOrigins: number(1, mostOrigins),
      withinMinutes: number(5, 720).nullable(),
      perHour: number(1, 30),
      turns: choice(turnPlaces).optional(),
      role,
      mentionsPerDay: number(0, 24),
      timeZone,
      quiet: quiet.nullable(),
      isPaused: flag,
    },
    '{ … }',
  )
  .refine(({ kind, withinMinutes }) => (kind === 'live') === (withinMinutes === null), {
    path: ['withinMinutes'],
    error: '"kind": "live", "withinMinutes": null | "kind": "breaking", "withinMinutes": 60',
  });

const word = checked('"football"', 60, (typed) => mutedWord(typed) === typed);
const mute = z.discriminatedUnion(
  'kind',
  [
    z.strictObject({ kind: z.literal('word'), value: word }),
    z.strictObject({ kind: z.literal('source'), value: address }),
    z.strictObject({ kind: z.literal('topic'), value: topicKey }),
  ],
  '{ "kind": "word" | "source" | "topic", "value": … }',
);

const settings = z.strictObject(
  {
    tidings: z.literal(version, String(version)),
    language: language.nullable(),
    timeZone: timeZone.nullable(),
    noticeChannel: channel.nullable(),
    sources: list(
      z.strictObject(
        {
          url: address,
          title: text('"The Paper"', 300),
          site: address.nullable(),
          language: sourceLanguage,
          topics: list(topicKey, topics.length),
        },
        '{ … }',
      ),
      mostOwnSources,
    ),
    removedSources: list(address, mostRemoved),
    topics: list(
      z.strictObject({ name: topicName, query: query.nullable(), sources: list(address, mostOwnSources) }, '{ … }'),
      mostOwnTopics,
    ),
    briefings: list(briefing, mostBriefings),
    // Those of earlier versions have none.
    cards: list(cards, mostBriefings).default([]),
    mutes: list(mute, mostMutes).default([]),
  },
  '{ "tidings": 1, … }',
);

/** The settings of a server as a file: JSON, to be read by people too. */
export function writeSettingsFile(server: ServerSettings): string {
  return `${JSON.stringify({ tidings: version, ...server }, null, 2)}\n`;
}

/** Whether a file means to be one of settings, whatever is wrong with it. */
export function looksLikeSettings(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*\{/.test(new TextDecoder().decode(bytes.subarray(0, 200)));
}

/** @throws SettingsFileError  naming the first field that is wrong, and what could stand there */
export function readSettingsFile(bytes: Uint8Array): ServerSettings {
  const written = parsed(bytes);
  const claimed = (written as { readonly tidings?: unknown } | null)?.tidings;
  if (typeof claimed === 'number' && claimed > version) throw new SettingsFileError('newer');
  const result = settings.safeParse(written);
  if (!result.success) throw faultOf(result.error.issues);
  const { tidings: _, ...server } = result.data;
  const names = new Set(server.topics.map(({ name }) => name.toLowerCase()));
  for (const field of ['briefings', 'cards'] as const) {
    for (const [index, { ownTopics }] of server[field].entries()) {
      const at = ownTopics.findIndex((name) => !names.has(name.toLowerCase()));
      if (at < 0) continue;
      const example = [...server.topics.map(({ name }) => JSON.stringify(name)), '[]'].slice(0, 3).join(' | ');
      throw new SettingsFileError('wrong value', `${field}[${index}].ownTopics[${at}]`, example);
    }
  }
  return server;
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch {
    throw new SettingsFileError('no settings');
  }
}

function faultOf([issue]: readonly z.core.$ZodIssue[]): SettingsFileError {
  if (!issue) return new SettingsFileError('no settings');
  const field = issue.path.reduce<string>(
    (path, part) => (typeof part === 'number' ? `${path}[${part}]` : [path, String(part)].filter(Boolean).join('.')),
    '',
  );
  if (issue.code === 'unrecognized_keys') {
    return new SettingsFileError('unknown field', [field, issue.keys[0]].filter(Boolean).join('.'));
  }
  return new SettingsFileError('wrong value', field, issue.message);
}
