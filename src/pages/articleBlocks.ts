import { isElement, type PageElement } from './dom.ts';

/** A paragraph, heading, list item or cell as it stands in a page. */
export type Block = {
  /** On one line. */
  readonly text: string;
  readonly isHeading: boolean;
  /** Which share of its letters leads elsewhere, 0 to 1. */
  readonly linked: number;
  /** How its element and the one around it are named: what is made alike belongs together. '' when they have no names. */
  readonly make: string;
};

const inline = new Set(
  (
    'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rb rp rt ruby s samp small span ' +
    'strike strong sub sup time tt u var wbr'
  ).split(' '),
);

/** The blocks of an element, in their order. */
export function blocksIn(root: PageElement): Block[] {
  const blocks: Block[] = [];
  let text = '';
  let linked = 0;
  const path: string[] = [];
  const finish = (isHeading: boolean) => {
    const line = text.replace(/[\s\u200b\ufeff]+/g, ' ').trim();
    if (line) blocks.push({ text: line, isHeading, linked: Math.min(1, linked / line.length), make: makeOf(path) });
    text = '';
    linked = 0;
  };
  const visit = (parent: PageElement, isHeading: boolean, isLink: boolean) => {
    let breaks = 0;
    for (const node of parent.childNodes) {
      if (!isElement(node)) {
        if (node.nodeType !== 3) continue;
        const data = node.data ?? '';
        if (data.trim()) breaks = 0;
        text += data;
        if (isLink) linked += data.trim().length;
      } else if (node.localName === 'br') {
        breaks += 1;
        text += ' ';
        if (breaks === 2) finish(isHeading);
      } else if (inline.has(node.localName)) {
        breaks = 0;
        visit(node, isHeading, isLink || node.localName === 'a');
      } else {
        breaks = 0;
        finish(isHeading);
        const isHead = /^h[1-6]$/.test(node.localName);
        path.push(`${node.localName}.${node.getAttribute('class') ?? ''}`);
        visit(node, isHead, isLink);
        finish(isHead);
        path.pop();
      }
    }
  };
  visit(root, false, false);
  finish(false);
  return blocks;
}

function makeOf(path: readonly string[]): string {
  const make = path.slice(-2).join(' ');
  return /\.\S/.test(make) ? make : '';
}
