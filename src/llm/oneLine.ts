/** A text without line breaks, control characters and marks that turn its direction. */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\s\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
}
