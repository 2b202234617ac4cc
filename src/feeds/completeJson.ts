const maxDepth = 100;

/**
 * Reads JSON, also when raw control characters stand in its strings or when it was cut off: then it is read up to the
 * last object that was complete.
 *
 * @throws SyntaxError when nothing could be read, or when it is nested more than 100 deep
 */
export function completeJson(text: string): { value: unknown; complete: boolean } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  const clean = text.replace(/[\u0000-\u001f]/g, ' ');
  const beginning = upToLastObject(clean);
  try {
    return { value: JSON.parse(clean), complete: true };
  } catch {
    return { value: JSON.parse(beginning), complete: false };
  }
}

function upToLastObject(text: string): string {
  const open: string[] = [];
  let best = { end: 0, closers: '' };
  const marks = /["{}[\]]/g;
  for (let mark = marks.exec(text); mark; mark = marks.exec(text)) {
    const [character] = mark;
    if (character === '"') marks.lastIndex = endOfString(text, marks.lastIndex);
    else if (character === '{') open.push('}');
    else if (character === '[') open.push(']');
    else {
      open.pop();
      if (character === '}' && open.length <= 4) best = { end: marks.lastIndex, closers: open.toReversed().join('') };
    }
    // Parsing it would take memory for every level.
    if (open.length > maxDepth) throw new SyntaxError('nested too deep');
  }
  return text.slice(0, best.end) + best.closers;
}

function endOfString(text: string, from: number): number {
  let at = from;
  for (;;) {
    const quote = text.indexOf('"', at);
    if (quote === -1) return text.length;
    let slashes = 0;
    while (text[quote - 1 - slashes] === '\\') slashes += 1;
    if (slashes % 2 === 0) return quote + 1;
    at = quote + 1;
  }
}
