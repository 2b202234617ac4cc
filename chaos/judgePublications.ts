import { badTimes } from './badTimes.ts';
import type { Faults } from './Faults.ts';
import { postOf } from './judgeBriefings.ts';
import type { Account } from './liveThrough.ts';
import { wellFrom } from './spans.ts';
import { ANNOUNCEMENT_ID } from './subscribers.ts';

const minuteMs = 60_000;
/** Seven failures in a row, of which each is waited for twice as long as the one before, take less. */
const takesMs = 25 * minuteMs;
/** Of what was sent longer ago, the bot does not begin to publish. */
const lookBackMs = 120 * minuteMs;

/** Whether each briefing in the announcement channel was published. Discord publishes none twice. */
export function judgePublications(account: Account): Faults {
  const lost: string[] = [];
  const late: string[] = [];
  let due = 0;
  for (const message of account.posted.filter(({ channel_id }) => channel_id === ANNOUNCEMENT_ID)) {
    const [post] = postOf(message);
    if (!post || account.deleted.has(message.id)) continue;
    const latest = wellFrom(post.postedAt, badTimes(account, null)) + takesMs;
    const closed = account.unreachable.get(ANNOUNCEMENT_ID) ?? [];
    const wasClosed = closed.some(({ from, to }) => from < latest && post.postedAt < to);
    if (wasClosed || latest > Math.min(post.postedAt + lookBackMs, account.plan.end)) continue;
    due += 1;
    const at = account.publishedAt.get(message.id);
    const name = `${ANNOUNCEMENT_ID} publishing of ${message.timestamp}`;
    if (at === undefined) lost.push(name);
    else if (at > latest) late.push(`${name} at ${new Date(at).toISOString()}`);
  }
  return { lost, twice: [], late, due };
}
