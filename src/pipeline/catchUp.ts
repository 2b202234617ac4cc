import type { Db } from '../store/openStore.ts';
import { makeMessagesDue, outboxes } from '../store/outbox.ts';
import { createIsSetBack } from './createIsSetBack.ts';
import type { Stage } from './stage.ts';

/** Makes due what waits in the outboxes to be tried again, at the first run and whenever the clock has been set back. */
export function createCatchUp({ db, now }: { db: Db; now: () => Date }): Stage {
  const isSetBack = createIsSetBack();
  return async () => {
    const at = now();
    if (isSetBack(at)) for (const outbox of outboxes) await makeMessagesDue(db, outbox, at);
    return 0;
  };
}
