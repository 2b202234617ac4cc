/** What may be wrong with the brief of a story; `unwanted`: not what the channel asked for. */
export const complaints = ['wrong fact', 'mixed up', 'old news', 'unwanted'] as const;
export type Complaint = (typeof complaints)[number];

/** What a reader thinks of a brief. */
export type FeedbackVerdict = 'useful' | Complaint;

/** How many readers found something useful, and how many complained. */
type FeedbackTally = { readonly useful: number; readonly complaints: number };

export type FeedbackSummary = {
  readonly verdicts: Readonly<Record<FeedbackVerdict, number>>;
  /** Those complained about, the most first. */
  readonly stories: readonly (FeedbackTally & { readonly storyId: number; readonly headline: string })[];
  /** The same of the sources that the briefs rested on. */
  readonly sources: readonly (FeedbackTally & { readonly sourceId: number; readonly title: string })[];
};
