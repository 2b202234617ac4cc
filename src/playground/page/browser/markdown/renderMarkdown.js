import { el } from '../dom.js';
import { t } from '../texts/texts.js';
import { liveTime } from './liveTime.js';
import { parseInline } from './parseInline.js';
import { parseMarkdown } from './parseMarkdown.js';

/**
 * @typedef {import('./parseInline.js').Inline} Inline
 * @typedef {import('./parseMarkdown.js').Block} Block
 * @typedef {{
 *   locale: string,
 *   userName: (id: string) => string,
 *   roleName: (id: string) => string,
 *   channelName: (id: string) => string | undefined,
 *   openChannel: (id: string) => void,
 *   openUser: (id: string, event: MouseEvent) => void,
 *   typeCommand: (name: string) => void,
 * }} Surroundings what mentions name, and what happens when they are pressed
 */

/** Discord's markdown as elements. @param {string} text @param {Surroundings} around */
export function renderMarkdown(text, around) {
  return el(
    'div',
    { class: 'markdown', dir: 'auto' },
    ...parseMarkdown(text).map((block) => blockElement(block, around)),
  );
}

/** A line with formatting but without blocks, as in an embed's title. @param {string} text @param {Surroundings} around */
export function renderInline(text, around) {
  return el('span', { class: 'markdown', dir: 'auto' }, ...inlineNodes(parseInline(text, { links: false }), around));
}

/** @param {Block} block @param {Surroundings} around @returns {HTMLElement} */
function blockElement(block, around) {
  switch (block.type) {
    case 'heading':
      return el(
        'div',
        { class: `h${block.level}`, role: 'heading', 'aria-level': block.level + 2 },
        ...inlineNodes(block.children, around),
      );
    case 'subtext':
      return el('small', { class: 'subtext' }, ...inlineNodes(block.children, around));
    case 'quote':
      return el('blockquote', {}, ...block.children.map((child) => blockElement(child, around)));
    case 'codeBlock':
      return el('pre', { tabindex: 0 }, el('code', {}, block.text));
    case 'list': {
      const items = block.items.map((item) => el('li', {}, ...item.map((child) => blockElement(child, around))));
      return block.start === null ? el('ul', {}, ...items) : el('ol', { start: block.start }, ...items);
    }
    default:
      return el('p', {}, ...inlineNodes(block.children, around));
  }
}

const ELEMENTS = /** @type {const} */ ({ strong: 'strong', emphasis: 'em', underline: 'u', strike: 's' });

/** @param {readonly Inline[]} nodes @param {Surroundings} around */
function inlineNodes(nodes, around) {
  return nodes.map((node) => inlineNode(node, around));
}

/** @param {Inline} node @param {Surroundings} around @returns {Node | string} */
function inlineNode(node, around) {
  switch (node.type) {
    case 'text':
      return node.text;
    case 'break':
      return el('br');
    case 'code':
      return el('code', {}, node.text);
    case 'link':
      return el(
        'a',
        { href: node.url, target: '_blank', rel: 'noopener noreferrer', title: node.title || node.url },
        ...inlineNodes(node.children, around),
      );
    case 'spoiler':
      return spoiler(inlineNodes(node.children, around));
    case 'user':
      return mention(`@${around.userName(node.id)}`, (event) => around.openUser(node.id, event));
    case 'role':
      return el('span', { class: 'mention' }, `@${around.roleName(node.id)}`);
    case 'everyone':
      return el('span', { class: 'mention' }, node.text);
    case 'channel': {
      const name = around.channelName(node.id);
      return name === undefined
        ? el('span', { class: 'mention' }, '#unknown')
        : mention(`#${name}`, () => around.openChannel(node.id));
    }
    case 'command':
      return mention(`/${node.name}`, () => around.typeCommand(node.name));
    case 'time':
      return liveTime(node.seconds * 1000, node.style, around.locale);
    case 'emoji':
      return el('span', { class: 'custom-emoji', title: `:${node.name}:` }, `:${node.name}:`);
    default:
      return el(ELEMENTS[node.type], {}, ...inlineNodes(node.children, around));
  }
}

/** @param {string} label @param {(event: MouseEvent) => void} act */
function mention(label, act) {
  return el('button', { type: 'button', class: 'mention', onclick: act }, label);
}

/** @param {(Node | string)[]} children */
function spoiler(children) {
  const hidden = el('span', { class: 'spoiler-text', inert: true }, ...children);
  const show = el('button', { type: 'button', class: 'spoiler', 'aria-label': t('spoiler') }, hidden);
  show.addEventListener('click', () => {
    hidden.inert = false;
    show.replaceWith(el('span', { class: 'spoiler-shown' }, ...hidden.childNodes));
  });
  return show;
}
