import { Readability } from '@mozilla/readability';
import { plainText } from '../feeds/plainText.ts';
import { type Block, blocksIn } from './articleBlocks.ts';
import { articleText, isProse, lengthOf, lettersOf } from './articleText.ts';
import { type PageDocument, type PageElement, parsePage } from './dom.ts';
import { removeFurniture } from './furniture.ts';
import { textInScripts } from './textInScripts.ts';

/** What a page says about itself that helps to find its text. */
export type TextHints = {
  readonly titles: readonly string[];
  /** What may stand above the text as its first paragraph. */
  readonly descriptions: readonly string[];
  /** The article's text in the page's structured data, or ''. */
  readonly body: string;
};

/** Names of what holds an article's text: `article-body`, `storyText`, `entry-content`. */
const container = /(?:^|\s)(?:[\w-]*[-_])?(?:article|story|post|entry|news)[-_]*(?:body|text|content|copy)(?:\s|$)/i;
/** Another reading must find so much more than Readability to be believed. */
const more = 1.4;
/** Structured data may hold each paragraph twice. */
const muchMore = 2.5;
/** Less than this many characters are no article: the page is drawn by its scripts. */
const emptyPage = 200;
const longestLead = 800;
const mostParts = 200;
const fewestAlike = 2;

/**
 * The paragraphs of a page's article: as Readability finds them, or else what the site marks as its text, without
 * furniture; a first paragraph that stands apart comes first. Changes the document.
 *
 * @param html  the page as it came, for what its scripts hold
 */
export function findText(document: PageDocument, html: string, hints: TextHints): string[] {
  const text = textOf(document, hints);
  const found = lengthOf(text) < emptyPage ? longest([text, textOf(parsePage(textInScripts(html)), hints)]) : text;
  return found.map((block) => block.text);
}

function textOf(document: PageDocument, hints: TextHints): Block[] {
  const { body } = document;
  removeFurniture(body);
  const all = blocksIn(body);
  const marked = articleText(markedIn(body).flatMap(blocksIn), hints);
  const read = withAlike(all, articleText(readabilityBlocks(document), hints), hints);
  const told = plainText(hints.body).split('\n').map(unlinked).filter(isProse);
  const text = longest([longest([read, marked], more), told], muchMore);
  return [...leadOf(all, text, hints), ...text];
}

/** The first, unless a later one is so many times as long. */
function longest(texts: readonly Block[][], times = 1): Block[] {
  return texts.reduce((best, text) => (lengthOf(text) > lengthOf(best) * times ? text : best), []);
}

function readabilityBlocks(document: PageDocument): Block[] {
  try {
    const parsed = new Readability<PageElement>(document as never, { serializer: (node) => node as never }).parse();
    return parsed?.content ? blocksIn(parsed.content) : [];
  } catch (error) {
    // It trips over some pages whose elements are closed in the wrong order.
    if (error instanceof TypeError) return [];
    throw error;
  }
}

/** The elements of one name that together hold most: some sites part a text by what stands between. */
function markedIn(body: PageElement): PageElement[] {
  const groups = new Map<string, PageElement[]>();
  for (const element of body.querySelectorAll('[itemprop~=articleBody], div, section, article')) {
    const name = markOf(element);
    if (!name) continue;
    const group = groups.get(name) ?? [];
    if (!group.at(-1)?.contains(element)) groups.set(name, [...group.slice(0, mostParts), element]);
  }
  const sized = [...groups.values()].map((parts) => ({ parts, size: sizeOf(parts) }));
  const most = Math.max(0, ...sized.map(({ size }) => size));
  return sized.findLast(({ size }) => size >= most * 0.8)?.parts ?? [];
}

function markOf(element: PageElement): string {
  if (/(?:^|\s)articleBody(?:\s|$)/.test(element.getAttribute('itemprop') ?? '')) return 'articleBody';
  const names = ['class', 'id'].map((name) => (element.getAttribute(name) ?? '').slice(0, 500));
  return container.exec(names.join(' '))?.[0].trim().toLowerCase() ?? '';
}

function sizeOf(parts: readonly PageElement[]): number {
  return parts.reduce((sum, part) => sum + part.textContent.length, 0);
}

/** What the page says of itself elsewhere and also shows above its text. */
function leadOf(all: readonly Block[], text: readonly Block[], { descriptions }: TextHints): Block[] {
  const told = lettersOf(text.map((block) => block.text).join(''));
  for (const description of descriptions) {
    const letters = lettersOf(description);
    if (letters.length < 40 || told.includes(letters.slice(0, 80))) continue;
    const lead = all.find(({ text }) => text.length <= longestLead && lettersOf(text).startsWith(letters.slice(0, 60)));
    if (lead && !told.includes(lettersOf(lead.text))) return [lead];
  }
  return [];
}

function unlinked(text: string): Block {
  return { text, isHeading: false, linked: 0, make: '' };
}

/** With what is made like most of it and was left out: Readability takes some parts of a text for others. */
function withAlike(all: readonly Block[], text: Block[], hints: TextHints): Block[] {
  const told = new Set(text.map((block) => lettersOf(block.text)));
  const isTold = (block: Block) => told.has(lettersOf(block.text));
  const makes = new Map<string, number>();
  for (const { make } of all.filter((block) => isProse(block) && isTold(block))) {
    makes.set(make, (makes.get(make) ?? 0) + 1);
  }
  const [usual, count = 0] = [...makes].sort(([, a], [, b]) => b - a)[0] ?? [];
  if (!usual || count < fewestAlike) return text;
  const isAlike = (block: Block) => block.make === usual && !block.isHeading;
  if (!all.some((block) => isAlike(block) && isProse(block) && !isTold(block))) return text;
  return articleText(
    all.filter((block) => isTold(block) || isAlike(block)),
    hints,
  );
}
