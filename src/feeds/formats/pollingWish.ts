import type { PollingWish } from '../../news/article.ts';
import type { XmlElement } from '../xmlElement.ts';

const minuteMs = 60_000;
const periodMs: Readonly<Record<string, number>> = {
  hourly: 60 * minuteMs,
  daily: 24 * 60 * minuteMs,
  weekly: 7 * 24 * 60 * minuteMs,
  monthly: 30 * 24 * 60 * minuteMs,
  yearly: 365 * 24 * 60 * minuteMs,
};
const days = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'];

/**
 * What a feed says of polling: `ttl`, `skipHours`, `skipDays`, `sy:updatePeriod` with `sy:updateFrequency`.
 *
 * @see https://www.rssboard.org/rss-specification#optionalChannelElements, https://web.resource.org/rss/1.0/modules/syndication/
 */
export function pollingWishOf(feed: XmlElement): PollingWish {
  const hours = feed.all('skiphours').flatMap((element) => element.texts('hour'));
  const names = feed.all('skipdays').flatMap((element) => element.texts('day'));
  return {
    ttlMs: ttlOf(feed) ?? updatePeriodOf(feed),
    // 24 is midnight to publishers who count from 1, as RSS 0.92 did.
    skipHours: distinct(hours.map((hour) => (/^\s*\d{1,2}\s*$/.test(hour) ? Number(hour) % 24 : -1))),
    skipDays: distinct(names.map((name) => days.indexOf(name.trim().slice(0, 3).toLowerCase()))),
  };
}

function ttlOf(feed: XmlElement): number | null {
  const minutes = Number(feed.texts('ttl')[0]);
  return minutes > 0 && Number.isFinite(minutes) ? minutes * minuteMs : null;
}

function updatePeriodOf(feed: XmlElement): number | null {
  const period = periodMs[feed.texts('sy:updateperiod')[0]?.trim().toLowerCase() ?? ''];
  if (period === undefined) return null;
  const times = Number(feed.texts('sy:updatefrequency')[0] ?? 1);
  return times > 0 && Number.isFinite(times) ? period / times : period;
}

function distinct(numbers: readonly number[]): number[] {
  return [...new Set(numbers)].filter((number) => number >= 0).sort((a, b) => a - b);
}
