import { type LiveSubscription, usualQuiet, usualWish } from '../../src/news/liveSubscription.ts';
import { type NewLiveSubscription, saveLiveSubscription } from '../../src/store/liveSubscriptions.ts';
import type { Db } from '../../src/store/openStore.ts';
import { monday } from './articles.ts';

/** A wish for live cards in English, in quiet hours of UTC, unless wished otherwise. */
export function aLiveWish(wish: Partial<LiveSubscription> = {}): LiveSubscription {
  return {
    id: 1,
    kind: 'live',
    guildId: 'guild',
    channelId: 'channel',
    createdBy: 'ada',
    createdAt: monday,
    topics: [],
    language: 'en',
    ...usualWish[wish.kind ?? 'live'],
    roleId: null,
    timeZone: 'UTC',
    quiet: usualQuiet,
    isPaused: false,
    suspended: null,
    ...wish,
  };
}

/** Keeps such a wish, made on Monday at six unless said otherwise. */
export async function wishLive(
  db: Db,
  wish: Partial<NewLiveSubscription> = {},
  now = monday,
): Promise<LiveSubscription> {
  return (await saveLiveSubscription(db, aLiveWish(wish), now)).live;
}
