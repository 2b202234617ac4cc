import type { Timetable } from '../src/news/subscription.ts';
import {
  GERMAN_CHANNEL_ID,
  HEADLINES_CHANNEL_ID,
  JAPANESE_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  SPANISH_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../src/playground/world/defaultWorld.ts';

export const FORUM_ID = '1290000000000000301';
export const THREAD_ID = '1290000000000000302';
/** The channel of the thread: nothing happens to it. */
export const THREADS_CHANNEL_ID = '1290000000000000303';

export type Subscriber = {
  readonly channelId: string;
  readonly timetable: Timetable;
  readonly postPer?: 'day' | 'story';
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
];

export const channels: readonly string[] = subscribers.map(({ channelId }) => channelId);
