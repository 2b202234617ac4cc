/** What one language writes with a full stop that ends no sentence. Words are separated by spaces. */
export type Abbreviations = {
  /** Something always follows: titles, `z.B.`; several letters are written without their spaces. Those that also stand
   * in `mayBeLast` end a sentence only after a figure (`2024 г.`) or before a starter. */
  readonly neverLast: string;
  /** No end before a figure: `No. 5`. */
  readonly beforeFigure: string;
  /** May end a sentence: then one of `starters` follows. Initials and the like (`U.S.`, `J.`) need not be listed. */
  readonly mayBeLast: string;
  /** Words that often begin a sentence and are no part of a name. */
  readonly starters: string;
};
