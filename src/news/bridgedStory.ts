/** A story that an article may belong to, as far as telling whether it bridges two needs it. */
export type Fit = {
  readonly storyId: number;
  /** That it does, as log-odds. */
  readonly logOdds: number;
  /** Against the articles that stand for the story, the founder first: that both tell one event, as log-odds. */
  readonly evidence: readonly { readonly logOdds: number }[];
};

/** Against the story as a whole, and against its founder alone. With less, events of one subject were joined. */
const strongLogOdds = 2;
const strongFounderLogOdds = 0.5;

/**
 * The second of two stories that a late article shows to be one: it fits both strongly, and the founder of each, so that
 * no chain through a story's latest articles can join two events.
 *
 * @param fits  the likeliest first
 * @returns null when it fits one, or none
 */
export function bridgedStory(fits: readonly Fit[]): number | null {
  const [first, second] = fits;
  const isStrong = (fit: Fit | undefined) =>
    fit !== undefined && fit.logOdds >= strongLogOdds && (fit.evidence[0]?.logOdds ?? 0) >= strongFounderLogOdds;
  return isStrong(first) && isStrong(second) ? (second?.storyId ?? null) : null;
}
