const opening = /<script\b([^>]{0,1000})>/gi;

/** The scripts of a page. What is not closed is none. */
export function* scriptsIn(html: string): Iterable<{ readonly attributes: string; readonly content: string }> {
  const closing = /<\/script/gi;
  let from = 0;
  for (const match of html.matchAll(opening)) {
    if (match.index < from) continue;
    const start = match.index + match[0].length;
    closing.lastIndex = start;
    const end = closing.exec(html);
    if (!end) return;
    from = end.index;
    yield { attributes: match[1] ?? '', content: html.slice(start, end.index) };
  }
}
