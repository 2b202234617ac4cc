import { scriptsIn } from './scripts.ts';

/** Shorter strings are labels and addresses. */
const shortest = 400;

/**
 * The longest text in HTML that a page's scripts hold as a string: sites that draw their pages in the browser deliver
 * it so.
 *
 * @returns HTML, or '' when there is none
 */
export function textInScripts(html: string): string {
  let longest = '';
  for (const { content } of scriptsIn(html)) {
    for (const literal of stringsIn(content)) {
      if (literal.length <= longest.length || !/(?:<|\\u003c)p[\s>\\]/i.test(literal)) continue;
      const text = parsed(literal);
      if (/<p[\s>]/i.test(text) && text.length > longest.length) longest = text;
    }
  }
  return longest;
}

/** The longer literals between double quotation marks, with them. */
function* stringsIn(code: string): Iterable<string> {
  for (let open = code.indexOf('"'); open !== -1; ) {
    let close = code.indexOf('"', open + 1);
    while (close !== -1 && isEscaped(code, close)) close = code.indexOf('"', close + 1);
    if (close === -1) return;
    if (close - open >= shortest) yield code.slice(open, close + 1);
    open = code.indexOf('"', close + 1);
  }
}

function isEscaped(code: string, at: number): boolean {
  let slashes = 0;
  while (slashes < 100 && code[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

function parsed(literal: string): string {
  try {
    return String(JSON.parse(literal));
  } catch {
    return '';
  }
}
