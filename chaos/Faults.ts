/** What went wrong with one kind of message, each in one line. */
export type Faults = Record<'lost' | 'twice' | 'late', readonly string[]> & {
  /** How many were due. */
  readonly due: number;
};

/** Those that were there before. */
export function repeated(texts: readonly string[]): string[] {
  return texts.filter((text, index) => texts.indexOf(text) < index);
}
