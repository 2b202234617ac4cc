import Parser from 'rss-parser';
import type { XmlElement } from '../xmlElement.ts';

/** The element that says which one of the document another stands for. */
const number = 'number';
const fields = [number] as never;

/**
 * A feed and its items, as rss-parser finds them in every dialect.
 *
 * Its reading of single fields throws away a whole feed for one bad Atom date or a link without attributes, and its text
 * snippets cost quadratic time on hostile input. So it is given the structure alone, and the formats read the fields.
 *
 * @throws Error when rss-parser finds no feed
 */
export async function parseXmlFeed(root: XmlElement): Promise<{ feed: XmlElement; items: XmlElement[] }> {
  const elements: XmlElement[] = [];
  const parser = new Parser<Record<string, string>, Record<string, string>>({
    defaultRSS: 2,
    customFields: { feed: fields, item: fields },
  });
  const feed = await parser.parseString(structureOf(root, elements));
  const elementOf = (found: Record<string, unknown>) => elements[Number(found[number])] ?? root;
  return { feed: elementOf(feed), items: feed.items.map(elementOf) };
}

/** The feed's skeleton: `<rss><number>0</number><channel><number>1</number><item>…`, numbered as in `elements`. */
function structureOf(element: XmlElement, elements: XmlElement[]): string {
  const own = `<${number}>${elements.push(element) - 1}</${number}>`;
  const isItem = element.name === 'item' || element.name === 'entry';
  const parts = isItem ? [] : element.each('channel', 'item', 'entry').map((part) => structureOf(part, elements));
  return `<${element.name}>${own}${parts.join('')}</${element.name}>`;
}
