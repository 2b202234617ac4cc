/** Text as it stands in XML or HTML. */
export function markup(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** Paragraphs as HTML. */
export function paragraphs(body: readonly string[]): string {
  return body.map((text) => `<p>${markup(text)}</p>`).join('\n');
}
