/**
 * @typedef {(
 *   | { type: 'text', text: string }
 *   | { type: 'break' }
 *   | { type: 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler', children: Inline[] }
 *   | { type: 'code', text: string }
 *   | { type: 'link', url: string, title: string, children: Inline[] }
 *   | { type: 'user' | 'role' | 'channel', id: string }
 *   | { type: 'everyone', text: string }
 *   | { type: 'command', name: string, id: string }
 *   | { type: 'time', seconds: number, style: string }
 *   | { type: 'emoji', name: string, id: string }
 * )} Inline
 */

/** @typedef {{ node: Inline, end: number }} Match */

const DEEPEST = 12;
const TOKENS = /[\\*_~|`[<\n@]|https?:\/\//g;
/** @type {readonly [string, 'strong' | 'emphasis' | 'underline' | 'strike' | 'spoiler'][]} */
const PAIRS = [
  ['**', 'strong'],
  ['__', 'underline'],
  ['~~', 'strike'],
  ['||', 'spoiler'],
  ['*', 'emphasis'],
  ['_', 'emphasis'],
];

/**
 * Parses the text within a block (reference, "Message Formatting").
 * @param {string} text
 * @param {{ links?: boolean, depth?: number }} [within] whether links may still begin, and how deep it is nested
 * @returns {Inline[]}
 */
export function parseInline(text, { links = true, depth = 0 } = {}) {
  /** @type {Inline[]} */
  const nodes = [];
  let plain = '';
  /** @param {Inline} node */
  const add = (node) => {
    if (plain) nodes.push({ type: 'text', text: plain });
    plain = '';
    nodes.push(node);
  };
  let at = 0;
  while (at < text.length) {
    TOKENS.lastIndex = at;
    const next = TOKENS.exec(text)?.index ?? text.length;
    plain += text.slice(at, next);
    at = next;
    if (at >= text.length) break;
    const escaped = text[at] === '\\' && /[!-/:-@[-`{-~]/.test(text[at + 1] ?? '');
    const match = escaped ? null : matchAt(text, at, links, depth);
    if (escaped) plain += text[at + 1];
    else if (match) add(match.node);
    else plain += text[at];
    at = match?.end ?? at + (escaped ? 2 : 1);
  }
  if (plain) nodes.push({ type: 'text', text: plain });
  return nodes;
}

/** @param {string} text @param {number} at @param {boolean} links @param {number} depth @returns {Match | null} */
function matchAt(text, at, links, depth) {
  switch (text[at]) {
    case '\n':
      return { node: { type: 'break' }, end: at + 1 };
    case '`':
      return codeAt(text, at);
    case '<':
      return angleAt(text, at, links);
    case '@': {
      const everyone = /^@(?:everyone|here)\b/.exec(text.slice(at, at + 10))?.[0];
      return everyone ? { node: { type: 'everyone', text: everyone }, end: at + everyone.length } : null;
    }
    case '[':
      return links && depth < DEEPEST ? maskedLinkAt(text, at, depth) : null;
    case 'h':
      return links ? bareLinkAt(text, at) : null;
    default:
      return depth < DEEPEST ? pairAt(text, at, links, depth) : null;
  }
}

/** @param {string} text @param {number} at @returns {Match | null} */
function codeAt(text, at) {
  const fence = /^`+/.exec(text.slice(at, at + 3))?.[0] ?? '`';
  if (fence.length > 2) return null;
  const close = text.indexOf(fence, at + fence.length);
  if (close <= at + fence.length) return null;
  const inside = text.slice(at + fence.length, close);
  const bare = /^ .*` $|^ `.* $/s.test(inside) ? inside.slice(1, -1) : inside;
  return { node: { type: 'code', text: bare }, end: close + fence.length };
}

/** @param {string} text @param {number} at @param {boolean} links @returns {Match | null} */
function angleAt(text, at, links) {
  const close = text.indexOf('>', at);
  if (close < 0) return null;
  const inside = text.slice(at + 1, close);
  const node = mentionOf(inside) ?? (links && /^https?:\/\/\S+$/.test(inside) ? linkTo(inside) : null);
  return node && { node, end: close + 1 };
}

/** @param {string} inside @returns {Inline | null} */
function mentionOf(inside) {
  const [, sign, id = ''] = /^(@!?|@&|#)(\d{1,20})$/.exec(inside) ?? [];
  if (sign) return { type: sign === '#' ? 'channel' : sign === '@&' ? 'role' : 'user', id };
  const time = /^t:(-?\d{1,13})(?::([tTdDfFsSR]))?$/.exec(inside);
  if (time) return { type: 'time', seconds: Number(time[1]), style: time[2] ?? 'f' };
  const command = /^\/([^\n:]{1,100}):(\d{1,20})$/.exec(inside);
  if (command) return { type: 'command', name: command[1] ?? '', id: command[2] ?? '' };
  const emoji = /^a?:(\w{2,32}):(\d{1,20})$/.exec(inside);
  return emoji && { type: 'emoji', name: emoji[1] ?? '', id: emoji[2] ?? '' };
}

/** @param {string} text @param {number} at @param {number} depth @returns {Match | null} */
function maskedLinkAt(text, at, depth) {
  const middle = closing(text, at + 1, ']', '[');
  if (middle < 0 || text[middle + 1] !== '(') return null;
  const close = closing(text, middle + 2, ')', '(');
  if (close < 0) return null;
  const [, target = '', , title = ''] =
    /^\s*(<[^<>\s]*>|[^\s<>]+)(\s+["']([^"']*)["'])?\s*$/.exec(text.slice(middle + 2, close)) ?? [];
  const url = webAddress(unescaped(target.replace(/^<|>$/g, '')));
  const label = text.slice(at + 1, middle);
  if (!url || label.trim() === '') return null;
  const children = parseInline(label, { links: false, depth: depth + 1 });
  return { node: { type: 'link', url, title: unescaped(title), children }, end: close + 1 };
}

/** @param {string} text @param {number} at @returns {Match | null} */
function bareLinkAt(text, at) {
  const raw = /^https?:\/\/[^\s<]+/.exec(text.slice(at, at + 2048))?.[0];
  if (!raw) return null;
  let address = raw.replace(/[)\]}"'*_~|.,:;!?]+$/, (end) => (/\(/.test(raw) && end.startsWith(')') ? ')' : ''));
  if (address.endsWith('\\')) address = address.slice(0, -1);
  const node = linkTo(address);
  return node && { node, end: at + address.length };
}

/** @param {string} address @returns {Inline | null} */
function linkTo(address) {
  const url = webAddress(address);
  return url === null ? null : { type: 'link', url, title: '', children: [{ type: 'text', text: address }] };
}

/** An address that a browser may open, or null. @param {string} address */
export function webAddress(address) {
  if (!URL.canParse(address)) return null;
  const { protocol, href } = new URL(address);
  return protocol === 'http:' || protocol === 'https:' ? href : null;
}

/** @param {string} text @param {number} at @param {boolean} links @param {number} depth @returns {Match | null} */
function pairAt(text, at, links, depth) {
  for (const [sign, type] of PAIRS) {
    if (!text.startsWith(sign, at)) continue;
    const begin = at + sign.length;
    const close = closingPair(text, begin, sign);
    if (close <= begin) continue;
    const inside = text.slice(begin, close);
    if (inside.trim() === '') continue;
    return { node: { type, children: parseInline(inside, { links, depth: depth + 1 }) }, end: close + sign.length };
  }
  return null;
}

/** Where a pair that begins before `from` ends; -1 if it doesn't. @param {string} text @param {number} from @param {string} sign */
function closingPair(text, from, sign) {
  const single = sign.length === 1;
  if (single && sign === '*' && /\s/.test(text[from] ?? ' ')) return -1;
  if (sign === '_' && /\w/.test(text[from - 2] ?? '')) return -1;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === '`') at = Math.max(at, (codeAt(text, at)?.end ?? 0) - 1);
    else if (single && text.startsWith(sign + sign, at) && at > from) at += 1;
    else if (text.startsWith(sign, at)) {
      if (sign === '_' && /\w/.test(text[at + 1] ?? '')) continue;
      if (sign === '*' && /\s/.test(text[at - 1] ?? '')) continue;
      const longer = !single && text[at + sign.length] === sign[0];
      return longer ? at + 1 : at;
    }
  }
  return -1;
}

/** Where a bracket that opened before `from` closes; -1 if it doesn't. @param {string} text @param {number} from @param {string} close @param {string} open */
function closing(text, from, close, open) {
  let deep = 0;
  for (let at = from; at < text.length; at++) {
    if (text[at] === '\\') at += 1;
    else if (text[at] === open) deep += 1;
    else if (text[at] === close) {
      if (deep === 0) return at;
      deep -= 1;
    }
  }
  return -1;
}

/** @param {string} text */
function unescaped(text) {
  return text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
}
