import { parseInline } from './parseInline.js';

/**
 * @typedef {import('./parseInline.js').Inline} Inline
 * @typedef {(
 *   | { type: 'paragraph', children: Inline[] }
 *   | { type: 'heading', level: 1 | 2 | 3, children: Inline[] }
 *   | { type: 'subtext', children: Inline[] }
 *   | { type: 'quote', children: Block[] }
 *   | { type: 'codeBlock', language: string, text: string }
 *   | { type: 'list', start: number | null, items: Block[][] }
 * )} Block
 */

const DEEPEST = 8;
const ITEM = /^( *)(?:[-*]|(\d{1,9})\.) +(?=\S)/;

/**
 * Parses Discord's markdown (reference, "Message Formatting"): blocks that hold inline text.
 * @param {string} text
 * @returns {Block[]}
 */
export function parseMarkdown(text) {
  return blocksOf(text.replaceAll('\r\n', '\n').split('\n'), 0);
}

/** @param {string[]} lines @param {number} depth @returns {Block[]} */
function blocksOf(lines, depth) {
  /** @type {Block[]} */
  const blocks = [];
  /** @type {string[]} */
  let paragraph = [];
  const endParagraph = () => {
    while (paragraph.length > 0 && paragraph[0]?.trim() === '') paragraph.shift();
    if (paragraph.join('').trim() !== '')
      blocks.push({ type: 'paragraph', children: parseInline(paragraph.join('\n')) });
    paragraph = [];
  };
  let at = 0;
  while (at < lines.length) {
    const { block, taken, rest } = depth < DEEPEST ? blockAt(lines, at, depth) : NOTHING;
    if (block) {
      paragraph.push(...(block.before ? [block.before] : []));
      endParagraph();
      blocks.push(block.made);
      at += taken;
      if (rest) lines[--at] = rest;
    } else {
      paragraph.push(lines[at] ?? '');
      at += 1;
    }
  }
  endParagraph();
  return blocks;
}

const NOTHING = /** @type {Found} */ ({ block: null, taken: 0, rest: '' });

/** @typedef {{ block: { made: Block, before?: string } | null, taken: number, rest: string }} Found */

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Found} */
function blockAt(lines, at, depth) {
  const line = lines[at] ?? '';
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) {
    const level = /** @type {1 | 2 | 3} */ (heading[1]?.length);
    return found({ type: 'heading', level, children: parseInline((heading[2] ?? '').trim()) }, 1);
  }
  const subtext = /^-# +(\S.*)$/.exec(line);
  if (subtext) return found({ type: 'subtext', children: parseInline(subtext[1] ?? '') }, 1);
  if (line.startsWith('>>> ')) {
    const quoted = [line.slice(4), ...lines.slice(at + 1)];
    return found({ type: 'quote', children: blocksOf(quoted, depth + 1) }, lines.length - at);
  }
  if (line.startsWith('> ')) {
    const quoted = takeWhile(lines.slice(at), (each) => each.startsWith('> ')).map((each) => each.slice(2));
    return found({ type: 'quote', children: blocksOf([...quoted], depth + 1) }, quoted.length);
  }
  if (ITEM.test(line)) return listAt(lines, at, depth);
  return line.includes('```') ? codeBlockAt(lines, at) : NOTHING;
}

/** @param {Block} made @param {number} taken @returns {Found} */
function found(made, taken) {
  return { block: { made }, taken, rest: '' };
}

/** @param {string[]} lines @param {number} at @returns {Found} */
function codeBlockAt(lines, at) {
  const first = lines[at] ?? '';
  const open = first.indexOf('```');
  const text = [first.slice(open + 3), ...lines.slice(at + 1)].join('\n');
  const close = text.indexOf('```', 1);
  if (close < 0 || isEscaped(first, open)) return NOTHING;
  const inside = text.slice(0, close);
  const [, language = '', code = inside] = /^([\w+#.-]*)\n([\s\S]*)$/.exec(inside) ?? [];
  const taken = inside.split('\n').length;
  const rest = (text.slice(close + 3).split('\n', 1)[0] ?? '').trimStart();
  /** @type {Block} */
  const made = { type: 'codeBlock', language, text: code.replace(/^\n+|\n+$/g, '') };
  return { block: { made, before: first.slice(0, open) }, taken, rest };
}

/** @param {string} text @param {number} at */
function isEscaped(text, at) {
  return /(?:^|[^\\])(?:\\\\)*\\$/.test(text.slice(Math.max(0, at - 20), at));
}

/** @param {string[]} lines @param {number} at @param {number} depth @returns {Found} */
function listAt(lines, at, depth) {
  const [, indent = '', number] = ITEM.exec(lines[at] ?? '') ?? [];
  /** @type {string[][]} */
  const items = [];
  let next = at;
  for (; next < lines.length; next++) {
    const line = lines[next] ?? '';
    const item = ITEM.exec(line);
    const column = /^ */.exec(line)?.[0].length ?? 0;
    if (item && column <= indent.length + 1) {
      if (column < indent.length || (item[2] === undefined) !== (number === undefined)) break;
      items.push([line.slice(item[0].length)]);
    } else if (column > indent.length && line.trim() !== '') {
      items.at(-1)?.push(line.slice(Math.min(column, indent.length + 2)));
    } else break;
  }
  /** @type {Block} */
  const made = {
    type: 'list',
    start: number === undefined ? null : Number(number),
    items: items.map((each) => blocksOf(each, depth + 1)),
  };
  return found(made, next - at);
}

/** @param {string[]} lines @param {(line: string) => boolean} holds */
function takeWhile(lines, holds) {
  const end = lines.findIndex((line) => !holds(line));
  return end < 0 ? lines : lines.slice(0, end);
}
