/** Something that the page offers to a person in a hurry, like having the bot act at once. */
export type PanelAction = {
  id: string;
  label: string;
  /** The label in other languages, by Discord's locale. */
  labels?: Readonly<Record<string, string>>;
  /** Does it; resolves to a sentence, for a person with this locale, that says what was done. */
  run(locale: string): Promise<string>;
};
