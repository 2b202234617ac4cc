/** Something that the page offers to a person in a hurry, like having the bot act at once. */
export type PanelAction = {
  id: string;
  label: string;
  /** Does it; resolves to a sentence that says what was done. */
  run(): Promise<string>;
};
