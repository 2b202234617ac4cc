import { type APIMessage, ComponentType } from 'discord-api-types/v10';
import { parseCustomId } from '../src/discord/customId.ts';
import { nightHours } from '../src/news/follow.ts';
import { badTimes } from './badTimes.ts';
import { type Faults, repeated } from './Faults.ts';
import type { Account } from './liveThrough.ts';
import type { Plan } from './planOf.ts';
import { calmFrom, type Span } from './spans.ts';
import { people } from './subscribers.ts';

const minuteMs = 60_000;
const newForMs = 24 * 60 * minuteMs;
/** As a card does, and then people are looked at every five minutes. */
const takesMs = 85 * minuteMs;

/** Whether everybody who follows storms was told of each, once, and of none at night. */
export function judgeNews(account: Account): Faults {
  const lost: string[] = [];
  const twice: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const { channelId, timeZone } of people) {
    const told = account.posted.filter((message) => message.channel_id === channelId).flatMap(toldIn);
    twice.push(...repeated(told.map(({ storyId }) => `${channelId} told of story ${storyId}`)));
    const nights = timeZone === null ? [] : nightsOf(timeZone, account.plan);
    const bad = [...badTimes(account, channelId), ...nights];
    for (const { reports } of account.storms) {
      const begun = reports[0]?.at ?? 0;
      const latest = calmFrom(begun, takesMs, bad) + takesMs;
      if (latest > Math.min(begun + newForMs, account.plan.end)) continue;
      due += 1;
      const news = told.find(({ headline }) => reports.some(({ title }) => title === headline));
      const name = `${channelId} told of ${reports[0]?.title}`;
      if (!news) lost.push(name);
      else if (news.postedAt > latest) late.push(`${name} at ${new Date(news.postedAt).toISOString()}`);
    }
  }
  return { lost, twice, late, due };
}

/** The stories of a message that tells somebody what is new in what they follow. */
function toldIn({ components = [], timestamp }: APIMessage) {
  const parts = components.flatMap((row) => (row.type === ComponentType.ActionRow ? row.components : []));
  const isNews = parts.some((part) => 'custom_id' in part && parseCustomId(part.custom_id)?.action === 'following');
  const select = parts.find((part) => part.type === ComponentType.StringSelect);
  return (isNews && select ? select.options : []).map(({ label, value }) => ({
    storyId: value,
    headline: label.replace(/^\d+\. /, ''),
    postedAt: Date.parse(timestamp),
  }));
}

/** When it is night in a zone, found by looking at the clock every minute. */
function nightsOf(timeZone: string, { begin, end }: Plan): Span[] {
  const clock = new Intl.DateTimeFormat('sv', { timeZone, timeStyle: 'short' });
  const minutes = Array.from({ length: (end - begin) / minuteMs }, (_, index) => begin + index * minuteMs);
  const isNight = (time: string) => time >= nightHours.from || time < nightHours.until;
  return minutes.filter((at) => isNight(clock.format(at))).map((from) => ({ from, to: from + minuteMs }));
}
