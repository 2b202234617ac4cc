import type { WriteBrief } from '../news/outside.ts';
import { writeExtractiveBrief } from './extractive.ts';
import { passCheck } from './passCheck.ts';

/** The writers that there are, by the name that a brief's notice gives them. */
export const writers: Readonly<Record<string, WriteBrief>> = {
  extractive: async (material) => passCheck(await writeExtractiveBrief(material), material).brief,
};
