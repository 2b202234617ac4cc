import { expect, it } from 'vitest';
import { judge } from '../../chaos/judge.ts';
import { liveThrough } from '../../chaos/liveThrough.ts';

const runs = 20;
const together = 2;
/** When the machine is too slow for all of them. */
const enoughMs = 45_000;
/** Another one each time, unless one is to be repeated. */
const first = Number(process.env.CHAOS_SEED ?? Date.now() % 1_000_000);

it(`whatever breaks, nothing is lost, twice or late (CHAOS_SEED=${first})`, { timeout: 300_000 }, async () => {
  const begun = performance.now();
  let seed = first;
  let due = 0;
  const live = async () => {
    while (seed < first + runs && performance.now() < begun + enoughMs) {
      const mine = seed++;
      const verdict = judge(await liveThrough(mine));
      due += verdict.due.briefings;
      expect.soft(verdict, `npm run chaos -- --runs 1 --seed ${mine}`).toMatchObject({ lost: [], twice: [], late: [] });
    }
  };
  await Promise.all(Array.from({ length: together }, live));
  expect(due).toBeGreaterThan(0);
});
