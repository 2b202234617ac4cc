/** What comparing needs of one article: made by `src/text`, understood here. */
export type Features = {
  readonly language: string;
  readonly publishedAt: Date;
  /** How often each token stands in title and lead; title words count double. */
  readonly words: ReadonlyMap<string, number>;
  readonly titleWords: ReadonlySet<string>;
  readonly leadWords: ReadonlyMap<string, number>;
  /** Runs of characters of the title. */
  readonly titleGrams: ReadonlySet<string>;
  /** Lower case. */
  readonly names: ReadonlySet<string>;
  /** Those of the names that stand in the title. */
  readonly titleNames: ReadonlySet<string>;
  /** Keys of figures: equal figures are equal text. */
  readonly figures: ReadonlySet<string>;
  /** The other figures: years and small counts, which say little alone. */
  readonly counts: ReadonlySet<string>;
  /** Of the title: the `12` of `12th`. */
  readonly ordinals: ReadonlySet<string>;
  /** What stands before the title proper: `Closing report: …`, `〈NY市場〉…`; null where nothing does. */
  readonly rubric: string | null;
  /** Codes of countries, days, currencies …: the same in every language. */
  readonly places: ReadonlySet<string>;
  /** Codes of what news tells of again and again (`news:earthquake`): the same in every language. */
  readonly subjects: ReadonlySet<string>;
  /** Beginnings of long words in Latin letters, which related languages share. */
  readonly stems: ReadonlySet<string>;
  /** How names sound, the same in every script. */
  readonly sounds: ReadonlySet<string>;
};
