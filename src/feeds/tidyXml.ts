import { PositionFinder } from './positionFinder.ts';
import { XmlElement } from './xmlElement.ts';
import { XmlNames } from './xmlNames.ts';
import { type DeclaredEntities, declaredEntities, resolveReferences } from './xmlText.ts';

export type TidyXml = {
  /** The root's local name in lower case: rss, rdf, feed … */
  readonly root: string;
  /** The root element, under the name that its format gives it: rss, rdf:RDF, feed … */
  readonly tree: XmlElement;
  /** How many items and entries there are, wherever they stand. */
  readonly items: number;
  /** False when the document, or reading it, stops before its root ends. */
  readonly complete: boolean;
  /** Number (from 1) of the item in whose middle a cut-off document stops; that item is left out. */
  readonly unfinishedItem: number | null;
};

export type TidyLimits = {
  /** Reading stops after so many items or entries. */
  readonly maxItems: number;
  /** Of elements of one name in another; the rest is left out; items aside. */
  readonly maxAlike: number;
  /** Tags below this depth are left out; their text stays. */
  readonly maxDepth: number;
  /** Reading stops after so many tags, comments and the like, too. Markup within text does not count. */
  readonly maxTags: number;
  /** Of one text in characters; the rest of it is left out. */
  readonly maxText: number;
};

/** Elements that hold text for people. Markup that stands in them unescaped is escaped, so its order is kept. */
const textElements = new Set([
  'title',
  'description',
  'summary',
  'content',
  'subtitle',
  'tagline',
  'content:encoded',
  'dc:title',
  'dc:description',
  'media:title',
  'media:description',
  'itunes:summary',
  'itunes:subtitle',
  'xhtml:body',
  'xhtml:div',
  'body',
  'fullitem',
]);
const itemElements = new Set(['item', 'entry']);
const structure = new Set([...itemElements, 'channel', 'rdf:rdf', 'rss', 'feed']);
/** Those of which no vocabulary of feeds has its own. */
const htmlElements = new Set(
  'a abbr b blockquote br div em font h1 h2 h3 h4 i img li ol p span strong u ul'.split(' '),
);
const maxAttributes = 100;
const maxAttributeLength = 20_000;
/** CDATA sections within one text element. */
const maxSections = 8;
const maxEntityCharacters = 100_000;

/**
 * Makes well-formed XML of a feed as the world writes it, in one pass and linear time: one root, names in lower case
 * under the usual prefixes; leading junk, comments and DOCTYPE dropped; bare `&` and `<` and unknown entities repaired;
 * tags closed where they were forgotten or where the document was cut off; whatever follows the root ignored.
 *
 * @param text  a document without control characters whose root element starts at `start`
 * @param start  where the root's `<` stands; a DOCTYPE before it is used for its harmless entities
 */
export function tidyXml(text: string, start: number, limits: TidyLimits): TidyXml {
  return new Tidier(text, start, limits).run();
}

/** An element below the depth to which they are kept shares the one above it. */
type OpenElement = { readonly name: string; readonly element: XmlElement };
type Tag = {
  readonly written: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly isEmpty: boolean;
  readonly end: number;
};

class Tidier {
  readonly #text: string;
  readonly #limits: TidyLimits;
  readonly #finder: PositionFinder;
  readonly #names = new XmlNames();
  readonly #declared: DeclaredEntities;
  readonly #open: OpenElement[] = [];
  readonly #openCount = new Map<string, number>();
  #at: number;
  #root = '';
  #tree = new XmlElement('', none);
  #items = 0;
  #tags = 0;
  #itemDepth = 0;
  #isDone = false;
  #entityCharacters = 0;

  constructor(text: string, start: number, limits: TidyLimits) {
    this.#text = text;
    this.#at = start;
    this.#limits = limits;
    this.#finder = new PositionFinder(text);
    this.#declared = declaredEntities(text.slice(0, Math.min(start, 64_000)));
  }

  run(): TidyXml {
    while (!this.#isDone && this.#at < this.#text.length) this.#step();
    const complete = this.#isDone && this.#tags <= this.#limits.maxTags;
    const unfinishedItem = this.#dropUnfinishedItem();
    const items = this.#items - (unfinishedItem === null ? 0 : 1);
    return { root: this.#root, tree: this.#tree, items, complete, unfinishedItem };
  }

  #step(): void {
    const next = this.#text.indexOf('<', this.#at);
    const end = next === -1 ? this.#text.length : next;
    if (end > this.#at) this.#writeText(this.#at, end);
    this.#at = end;
    if (next === -1) return;
    this.#tags += 1;
    const kind = this.#text[next + 1];
    if (this.#tags > this.#limits.maxTags) this.#isDone = true;
    else if (kind === '/') this.#readClosingTag(next);
    else if (kind === '?') this.#at = this.#after('>', next);
    else if (kind !== '!') this.#readOpeningTag(next);
    else if (this.#text.startsWith('<!--', next)) this.#at = this.#after('-->', next + 4);
    else if (this.#text.startsWith(cdataStart, next)) this.#readCdata(next);
    else this.#at = this.#after('>', next);
  }

  #after(needle: string, from: number): number {
    const found = this.#finder.find(needle, from);
    return found === -1 ? this.#text.length : found + needle.length;
  }

  #readCdata(at: number): void {
    const start = at + cdataStart.length;
    const found = this.#finder.find(']]>', start);
    const end = found === -1 ? this.#text.length : found;
    this.#writeLiterally(start, end);
    this.#at = found === -1 ? end : end + 3;
  }

  #writeLiterally(start: number, end: number): void {
    this.#open.at(-1)?.element.write(this.#clipped(start, end));
  }

  #writeText(start: number, end: number): void {
    const element = this.#open.at(-1)?.element;
    // Blanks between tags; after text they matter.
    if (!element || (element.text === '' && skipSpace(this.#text, start) >= end)) return;
    const text = this.#clipped(start, end);
    const plain = resolveReferences(text, this.#declared);
    if (this.#declared.size > 0) {
      this.#entityCharacters += Math.max(0, plain.length - text.length);
      if (this.#entityCharacters > maxEntityCharacters) return;
    }
    element.write(plain);
  }

  #clipped(start: number, end: number): string {
    return this.#text.slice(start, Math.min(end, start + this.#limits.maxText));
  }

  #readClosingTag(at: number): void {
    const written = nameAt(this.#text, at + 2);
    this.#at = this.#after('>', at);
    if (!written) return;
    const name = this.#names.normalise(written);
    if (!this.#openCount.get(name)) {
      if (this.#isMarkupHere(name)) this.#writeLiterally(at, this.#at);
      return;
    }
    while (this.#open.length > 0 && this.#open.at(-1)?.name !== name) this.#closeLast();
    this.#closeLast();
    if (this.#open.length === 0) this.#isDone = true;
  }

  #readOpeningTag(at: number): void {
    const tag = this.#tagAt(at);
    if (!tag) {
      this.#readBareLessThan(at);
      return;
    }
    this.#at = tag.end;
    this.#names.declare(tag.attributes);
    if (!this.#root) this.#setRoot(tag);
    const name = this.#names.normalise(tag.written);
    if (this.#isMarkupHere(name)) {
      this.#writeLiterally(at, tag.end);
      return;
    }
    if (itemElements.has(name) && this.#open.length <= 4 && !this.#startItem(name)) return;
    // Nothing but markup stands in text, so this text element was not closed.
    if (textElements.has(this.#open.at(-1)?.name ?? '')) this.#closeLast();
    this.#readElement(name, tag);
    if (this.#open.length === 0) this.#isDone = true;
  }

  /** Whether a tag is HTML that nobody escaped, in an element for which {@link #endOfMarkup} could not tell. */
  #isMarkupHere(name: string): boolean {
    return htmlElements.has(name) && this.#open.length > 1 && !structure.has(this.#open.at(-1)?.name ?? '');
  }

  #readElement(name: string, tag: Tag): void {
    const close = tag.isEmpty ? null : this.#simpleEndOf(tag);
    if ((tag.isEmpty || close) && this.#isOneTooMany(name)) {
      this.#at = close?.end ?? tag.end;
      return;
    }
    const markupEnd = tag.isEmpty || close || !textElements.has(name) ? -1 : this.#endOfMarkup(tag);
    this.#openElement(name, markupEnd === -1 ? tag.attributes : new Map([...tag.attributes, ['type', 'html']]));
    if (close) {
      if (close.isCdata) this.#writeLiterally(close.from, close.to);
      else this.#writeText(close.from, close.to);
      this.#at = close.end;
    }
    if (markupEnd !== -1) {
      this.#writeLiterally(tag.end, markupEnd);
      this.#at = markupEnd;
    }
    if (tag.isEmpty || close) this.#closeLast();
  }

  #isOneTooMany(name: string): boolean {
    const siblings = this.#open.at(-1)?.element.all(name) ?? [];
    return siblings.length >= this.#limits.maxAlike && !itemElements.has(name);
  }

  /** Most elements hold nothing but one text or one CDATA section. */
  #simpleEndOf({ written, end: start }: Tag): { from: number; to: number; end: number; isCdata: boolean } | null {
    const next = this.#finder.find('<', start);
    if (next === -1) return null;
    if (this.#text[next + 1] === '/') {
      const end = this.#endOfClosingTag(written, next);
      return end === -1 ? null : { from: start, to: next, end, isCdata: false };
    }
    if (skipSpace(this.#text, start) < next || !this.#text.startsWith(cdataStart, next)) return null;
    const from = next + cdataStart.length;
    const to = this.#finder.find(']]>', from);
    if (to === -1) return null;
    const end = this.#endOfClosingTag(written, skipSpace(this.#text, to + 3));
    return end === -1 ? null : { from, to, end, isCdata: true };
  }

  #endOfClosingTag(written: string, at: number): number {
    const end = at + 2 + written.length;
    const isIt = this.#text.startsWith('</', at) && this.#text.startsWith(written, at + 2) && this.#text[end] === '>';
    return isIt ? end + 1 : -1;
  }

  #readBareLessThan(at: number): void {
    markup.lastIndex = at + 1;
    const end = markup.exec(this.#text)?.index ?? this.#text.length;
    this.#writeText(at, end);
    this.#at = end;
  }

  #setRoot(tag: Tag): void {
    const local = tag.written.slice(tag.written.indexOf(':') + 1).toLowerCase();
    this.#root = local;
    this.#names.setRoot(local);
  }

  /** @returns false when there are enough items, and reading is over */
  #startItem(name: string): boolean {
    if (this.#openCount.get(name)) {
      while (this.#open.at(-1)?.name !== name) this.#closeLast();
      this.#closeLast();
    }
    if (this.#items === this.#limits.maxItems) {
      this.#isDone = true;
      return false;
    }
    this.#items += 1;
    this.#itemDepth = this.#open.length;
    return true;
  }

  /** A cut-off item would be stored as if it were whole, and its later self be taken for another article. */
  #dropUnfinishedItem(): number | null {
    if (this.#items === 0 || this.#open.length <= this.#itemDepth) return null;
    const name = this.#open[this.#itemDepth]?.name ?? '';
    if (!itemElements.has(name)) return null;
    this.#open[this.#itemDepth - 1]?.element.removeLast(name);
    return this.#items;
  }

  #openElement(name: string, attributes: ReadonlyMap<string, string>): void {
    const parent = this.#open.at(-1)?.element;
    let element = parent;
    if (!parent) element = this.#tree = new XmlElement(rootName(this.#root), this.#tidied(attributes));
    else if (this.#open.length < this.#limits.maxDepth) {
      element = new XmlElement(name, this.#tidied(attributes));
      parent.add(element);
    }
    this.#open.push({ name, element: element ?? this.#tree });
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
  }

  #tidied(attributes: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
    if (attributes.size === 0) return none;
    const tidied = new Map<string, string>();
    for (const [name, value] of attributes) {
      if (!name.startsWith('xmlns')) tidied.set(this.#names.normalise(name), resolveReferences(value, this.#declared));
    }
    return tidied;
  }

  #closeLast(): void {
    const last = this.#open.pop();
    if (last) this.#openCount.set(last.name, (this.#openCount.get(last.name) ?? 1) - 1);
  }

  /**
   * Where a text element ends that holds markup (XHTML, or HTML that nobody escaped).
   *
   * @returns the position of its closing tag; -1 when it holds nothing but text and CDATA, or never ends within its item
   */
  #endOfMarkup(tag: Tag): number {
    let from = tag.end;
    let hasMarkup = false;
    const limit = this.#startOfNextItem(from);
    for (let sections = 0; sections < maxSections; sections++) {
      const close = this.#finder.find(`</${tag.written}`, from);
      if (close === -1) return -1;
      const cdata = this.#finder.find(cdataStart, from);
      const end = cdata === -1 || cdata > close ? close : cdata;
      if (end > limit) return -1;
      hasMarkup ||= this.#hasMarkupBetween(from, end);
      if (end === close) return hasMarkup ? close : -1;
      from = this.#after(']]>', cdata);
    }
    return -1;
  }

  #startOfNextItem(from: number): number {
    const starts = itemBoundaries.map((boundary) => this.#finder.find(boundary, from));
    return Math.min(...starts.filter((at) => at !== -1));
  }

  #hasMarkupBetween(from: number, end: number): boolean {
    const next = this.#finder.find('<', from);
    if (next === -1 || next >= end) return false;
    return /<[a-z!/]/i.test(this.#text.slice(next, end));
  }

  #tagAt(at: number): Tag | null {
    const written = nameAt(this.#text, at + 1);
    if (!written) return null;
    let from = at + 1 + written.length;
    if (this.#text[from] === '>') return { written, attributes: none, isEmpty: false, end: from + 1 };
    const attributes = new Map<string, string>();
    for (;;) {
      from = skipSpace(this.#text, from);
      const next = this.#text[from];
      if (next === undefined) return { written, attributes, isEmpty: false, end: this.#text.length };
      if (next === '>') return { written, attributes, isEmpty: this.#text[from - 1] === '/', end: from + 1 };
      if (next === '<') return { written, attributes, isEmpty: false, end: from };
      from = this.#readAttribute(from, attributes);
    }
  }

  /** @returns where reading goes on; always further on than `at` */
  #readAttribute(at: number, attributes: Map<string, string>): number {
    const name = nameAt(this.#text, at);
    if (!name) return at + 1;
    const equals = skipSpace(this.#text, at + name.length);
    if (this.#text[equals] !== '=') return at + name.length;
    const start = skipSpace(this.#text, equals + 1);
    const { value, end } = this.#valueAt(start);
    const key = name.toLowerCase();
    if (!attributes.has(key) && attributes.size < maxAttributes)
      attributes.set(key, value.slice(0, maxAttributeLength));
    return end;
  }

  #valueAt(at: number): { value: string; end: number } {
    const quote = this.#text[at];
    if (quote === '"' || quote === "'") {
      const close = this.#finder.find(quote, at + 1);
      const nextTag = this.#finder.find('>', at + 1);
      const isBelievable = close !== -1 && (nextTag === -1 || close < nextTag || close - at < 4_000);
      if (isBelievable) return { value: this.#text.slice(at + 1, close), end: close + 1 };
    }
    let end = at;
    while (end < this.#text.length && !/[\s<>]/.test(this.#text[end] ?? '>')) end += 1;
    return { value: this.#text.slice(at, end).replace(/^["']|["'/]$/g, ''), end };
  }
}

function rootName(local: string): string {
  return local === 'rdf' ? 'rdf:RDF' : local;
}

const itemBoundaries = ['<item', '<entry', '</item', '</entry', '</channel'];
const cdataStart = '<![CDATA[';
const none: ReadonlyMap<string, string> = new Map();
const markup = /<(?=[\p{L}_!?/])/gu;
const xmlName = /[\p{L}_][\p{L}\p{N}_.:-]*/uy;
const asciiName = /[a-z_][\w.:-]*/iy;

function nameAt(text: string, at: number): string | null {
  if (text.charCodeAt(at) < 0x41) return null;
  asciiName.lastIndex = at;
  const ascii = asciiName.exec(text)?.[0];
  if (ascii && text.charCodeAt(at + ascii.length) < 0x80) return ascii;
  xmlName.lastIndex = at;
  return xmlName.exec(text)?.[0] ?? null;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) <= 0x20) end += 1;
  return end;
}
