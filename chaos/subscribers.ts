import type { LiveKind } from '../src/news/liveSubscription.ts';
import type { Timetable } from '../src/news/subscription.ts';
import {
  ADA_ID,
  GERMAN_CHANNEL_ID,
  HEADLINES_CHANNEL_ID,
  JAPANESE_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
  SPANISH_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../src/playground/world/defaultWorld.ts';

export const FORUM_ID = '1290000000000000301';
export const THREAD_ID = '1290000000000000302';
/** The channel of the thread: nothing happens to it. */
export const THREADS_CHANNEL_ID = '1290000000000000303';

/** Somebody who is written to directly, and follows storms. */
export type Person = {
  readonly userId: string;
  /** Of their direct messages. */
  readonly channelId: string;
  /** Where it is known, nothing is told at night. */
  readonly timeZone: string | null;
};

export const people = [
  { userId: MILO_ID, channelId: '1290000000000000401', timeZone: null },
  { userId: ADA_ID, channelId: '1290000000000000402', timeZone: 'Europe/Berlin' },
] as const satisfies readonly Person[];
/** What they follow. */
export const followedQuery = 'storm';

export type Subscriber = {
  readonly channelId: string;
  readonly timetable: Timetable;
  readonly postPer?: 'day' | 'story';
  /** Whose own briefing it is. */
  readonly userId?: string;
};

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const daily = (timeZone: string, ...times: string[]): Timetable => ({
  timeZone,
  quiet: null,
  times,
  weekdays: everyDay,
  everyMinutes: null,
});

/** Times of day around which clocks change, and intervals. */
export const subscribers: readonly Subscriber[] = [
  { channelId: NEWS_CHANNEL_ID, timetable: { ...daily('UTC'), everyMinutes: 60 } },
  { channelId: GERMAN_CHANNEL_ID, timetable: daily('Europe/Berlin', '02:30', '07:00', '12:30', '18:00') },
  { channelId: WORLD_CHANNEL_ID, timetable: daily('America/New_York', '01:30', '02:30', '14:00', '22:15') },
  { channelId: HEADLINES_CHANNEL_ID, timetable: daily('Asia/Kolkata', '06:45', '19:30') },
  { channelId: JAPANESE_CHANNEL_ID, timetable: { ...daily('Asia/Tokyo'), everyMinutes: 120 } },
  { channelId: FORUM_ID, timetable: { ...daily('UTC'), everyMinutes: 180 }, postPer: 'day' },
  { channelId: THREAD_ID, timetable: daily('UTC', '05:00', '11:00', '17:00') },
  { channelId: SPANISH_CHANNEL_ID, timetable: daily('Europe/Berlin', '02:00', '03:00', '21:00') },
  { ...people[0], timetable: daily('Europe/Berlin', '06:30') },
  { ...people[1], timetable: daily('America/New_York', '02:15') },
];

/** Of the server: what may be deleted, or closed to the bot. */
export const channels: readonly string[] = subscribers.flatMap(({ channelId, userId }) => (userId ? [] : channelId));

/** What is published to the servers that follow it. */
export const ANNOUNCEMENT_ID = HEADLINES_CHANNEL_ID;

/** Who gets a card for each storm. */
export type CardReader = {
  readonly channelId: string;
  readonly kind: LiveKind;
  readonly minOrigins: number;
  readonly withinMinutes: number | null;
};

export const cardReaders: readonly CardReader[] = [
  { channelId: JAPANESE_CHANNEL_ID, kind: 'live', minOrigins: 2, withinMinutes: null },
  { channelId: WORLD_CHANNEL_ID, kind: 'breaking', minOrigins: 3, withinMinutes: 60 },
];
