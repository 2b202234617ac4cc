import type { Db } from '../store/openStore.ts';
import { makeMessagesDue, outboxes } from '../store/outbox.ts';
import type { Stage } from './stage.ts';

/**
 * Makes due what waits in the outboxes to be tried again, whenever the clock has been set back: it may have been put off
 * to a time that is hours or years away. The first run does so, too, for nothing is known of the clock before it.
 */
export function createCatchUp({ db, now }: { db: Db; now: () => Date }): Stage {
  let lastRunAt = Number.POSITIVE_INFINITY;
  return async () => {
    const at = now();
    if (at.getTime() < lastRunAt) for (const outbox of outboxes) await makeMessagesDue(db, outbox, at);
    lastRunAt = at.getTime();
    return 0;
  };
}
