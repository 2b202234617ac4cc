/** A story that an article may belong to, as far as telling whether it bridges two needs it. */
export type Fit = {
  readonly storyId: number;
  /** That it does: log-odds over what it takes. */
  readonly link: number;
  /** Against the articles that stand for the story, the founder first: that both tell one event, likewise. */
  readonly evidence: readonly { readonly link: number }[];
};

/** Against the story as a whole, and against its founder alone. With less, events of one subject were joined. */
const strong = 2;
const strongToFounder = 0.5;

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
    fit !== undefined && fit.link >= strong && (fit.evidence[0]?.link ?? 0) >= strongToFounder;
  return isStrong(first) && isStrong(second) ? (second?.storyId ?? null) : null;
}
