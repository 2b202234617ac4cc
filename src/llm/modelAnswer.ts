import { z } from 'zod';
import { sectionKinds } from '../news/brief.ts';

/** Longer ones are no sentences. */
const longestSentence = 600;
const sentence = z.object({
  text: z.string().trim().min(1).max(longestSentence),
  /** Numbers of the sentences that it rests on. */
  ids: z.array(z.number().int().positive()).min(1).max(8),
});

/** What a model is asked for. */
export const modelAnswer = z.object({
  standfirst: z.array(sentence).min(1).max(3),
  sections: z.array(z.object({ kind: z.enum(sectionKinds), sentences: z.array(sentence).max(10) })).max(8),
});
export type ModelAnswer = z.infer<typeof modelAnswer>;
