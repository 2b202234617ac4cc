/**
 * Reads JSON, also when raw control characters stand in its strings or when it was cut off: then it is read up to the
 * last object that was complete.
 *
 * @throws SyntaxError when nothing could be read
 */
export function completeJson(text: string): { value: unknown; complete: boolean } {
  try {
    return { value: JSON.parse(text), complete: true };
  } catch {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
    const clean = text.replace(/[\u0000-\u001f]/g, ' ');
    try {
      return { value: JSON.parse(clean), complete: true };
    } catch {
      return { value: JSON.parse(closedAfterLastObject(clean)), complete: false };
    }
  }
}

function closedAfterLastObject(text: string): string {
  const open: string[] = [];
  let best = { end: 0, closers: '' };
  let isInString = false;
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (isInString) {
      if (character === '\\') at += 1;
      else if (character === '"') isInString = false;
    } else if (character === '"') isInString = true;
    else if (character === '{') open.push('}');
    else if (character === '[') open.push(']');
    else if (character === '}' || character === ']') {
      open.pop();
      if (character === '}' && open.length <= 4) best = { end: at + 1, closers: open.toReversed().join('') };
    }
  }
  return text.slice(0, best.end) + best.closers;
}
