import { recountCards } from '../store/cards.ts';
import type { Db } from '../store/openStore.ts';
import { makeMessagesDue, outboxes } from '../store/outbox.ts';
import { recountPublications } from '../store/publications.ts';
import { createIsSetBack } from './createIsSetBack.ts';
import type { Stage } from './stage.ts';

/**
 * Puts right what a clock that was ahead has left in the outboxes, at the first run and whenever the clock has been set
 * back: what waits to be tried again is due, and what counts against the hour's or the day's ceiling counts as of now.
 */
export function createCatchUp({ db, now }: { db: Db; now: () => Date }): Stage {
  const isSetBack = createIsSetBack();
  return async () => {
    const at = now();
    if (!isSetBack(at)) return 0;
    for (const outbox of outboxes) await makeMessagesDue(db, outbox, at);
    await recountCards(db, at);
    await recountPublications(db, at);
    return 0;
  };
}
