/** How a text spells what is known in lower case; as it is known where the text does not hold it. */
export function spelledIn(text: string, known: string): string {
  const lower = text.toLowerCase();
  const at = lower.length === text.length ? lower.indexOf(known.toLowerCase()) : -1;
  return at === -1 ? known : text.slice(at, at + known.length);
}
