import { verdictOn } from '../news/storyLabels.ts';
import { findHeldLabels } from '../store/labels.ts';
import type { Db } from '../store/openStore.ts';
import { mergeStories } from '../store/storyChanges.ts';

/**
 * Makes one story of two that an article has shown to be one, unless people have said that they are not.
 *
 * @param members  the articles of each
 * @returns whether it did
 */
export async function mergeBridged(
  db: Db,
  [one, other]: readonly [storyId: number, storyId: number],
  members: readonly [readonly number[], readonly number[]],
  now: Date,
): Promise<boolean> {
  const held = await findHeldLabels(db, members[0]);
  if (verdictOn(members[0], members[1], held) === 'different') return false;
  return (await mergeStories(db, one, other, now)) !== null;
}
