import { MessageFlags } from 'discord-api-types/v10';
import { badTimes } from './badTimes.ts';
import type { Faults } from './Faults.ts';
import type { Account } from './liveThrough.ts';
import { wellFrom } from './spans.ts';
import { channels } from './subscribers.ts';

const takesMs = 10 * 60_000;

/** Whether the server was greeted, once, whenever the bot was invited again. */
export function judgeGreetings(account: Account): Faults {
  const lost: string[] = [];
  const twice: string[] = [];
  const late: string[] = [];
  let due = 0;
  const greetings = account.posted.filter(
    ({ id, channel_id, flags = 0 }) =>
      channels.includes(channel_id) && flags & MessageFlags.IsComponentsV2 && !account.deletedUnseen.has(id),
  );
  for (const { to: returned } of account.absences) {
    const leaves = account.absences.map(({ from }) => from).filter((from) => from > returned);
    const gone = Math.min(account.plan.end, ...leaves);
    const times = greetings.map(({ timestamp }) => Date.parse(timestamp)).filter((at) => returned <= at && at <= gone);
    const name = `greeting of ${new Date(returned).toISOString()}`;
    if (times.length > 1) twice.push(name);
    const latest = wellFrom(returned, badTimes(account, null)) + takesMs;
    if (latest > gone) continue;
    due += 1;
    if (times.length === 0) lost.push(name);
    else if (Math.min(...times) > latest) late.push(name);
  }
  return { lost, twice, late, due };
}
