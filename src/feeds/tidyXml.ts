import { PositionFinder } from './positionFinder.ts';
import { XmlNames } from './xmlNames.ts';
import { type DeclaredEntities, declaredEntities, escapeXml, resolveReferences } from './xmlText.ts';

export type TidyXml = {
  /** Well-formed XML: one root, no DOCTYPE, no comments, names in lower case under the usual prefixes. */
  readonly xml: string;
  /** The root's local name in lower case: rss, rdf, feed … */
  readonly root: string;
  readonly rootAttributes: ReadonlyMap<string, string>;
  /** False when the document stops before its root ends. */
  readonly complete: boolean;
  /** Number (from 1) of the item in whose middle a cut-off document stops; that item is left out. */
  readonly unfinishedItem: number | null;
};

export type TidyLimits = {
  /** Reading stops after so many items or entries. */
  readonly maxItems: number;
  /** Tags below this depth are left out; their text stays. */
  readonly maxDepth: number;
  /** Tags beyond so many are left out, too. */
  readonly maxElements: number;
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
const maxAttributes = 100;
const maxAttributeLength = 20_000;
/** CDATA sections within one text element. */
const maxSections = 8;
const maxEntityCharacters = 100_000;

/**
 * Makes well-formed XML of a feed as the world writes it, in one pass and linear time: leading junk, comments and
 * DOCTYPE dropped; bare `&` and `<` and unknown entities repaired; tags closed where they were forgotten or where the
 * document was cut off; whatever follows the root ignored.
 *
 * @param text  a document without control characters whose root element starts at `start`
 * @param start  where the root's `<` stands; a DOCTYPE before it is used for its harmless entities
 */
export function tidyXml(text: string, start: number, limits: TidyLimits): TidyXml {
  return new Tidier(text, start, limits).run();
}

type OpenElement = { readonly name: string; readonly isWritten: boolean };
type Tag = {
  readonly written: string;
  readonly attributes: Map<string, string>;
  readonly isEmpty: boolean;
  readonly end: number;
};

class Tidier {
  readonly #text: string;
  readonly #limits: TidyLimits;
  readonly #finder: PositionFinder;
  readonly #names = new XmlNames();
  readonly #declared: DeclaredEntities;
  readonly #out: string[] = [];
  readonly #open: OpenElement[] = [];
  readonly #openCount = new Map<string, number>();
  #at: number;
  #root = '';
  #rootAttributes: ReadonlyMap<string, string> = new Map();
  #items = 0;
  #elements = 0;
  #itemStart = 0;
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
    const complete = this.#isDone;
    const unfinishedItem = complete ? null : this.#dropUnfinishedItem();
    while (this.#open.length > 0) this.#closeLast();
    return {
      xml: this.#out.join(''),
      root: this.#root,
      rootAttributes: this.#rootAttributes,
      complete,
      unfinishedItem,
    };
  }

  #step(): void {
    const next = this.#text.indexOf('<', this.#at);
    const end = next === -1 ? this.#text.length : next;
    if (end > this.#at) this.#writeText(this.#text.slice(this.#at, end));
    this.#at = end;
    if (next === -1) return;
    if (this.#text.startsWith('<!--', next)) this.#at = this.#after('-->', next + 4);
    else if (this.#text.startsWith('<![CDATA[', next)) this.#readCdata(next);
    else if (this.#text.startsWith('</', next)) this.#readClosingTag(next);
    else if (this.#text.startsWith('<!', next)) this.#at = this.#after('>', next);
    else if (this.#text.startsWith('<?', next)) this.#at = this.#after('>', next);
    else this.#readOpeningTag(next);
  }

  #after(needle: string, from: number): number {
    const found = this.#finder.find(needle, from);
    return found === -1 ? this.#text.length : found + needle.length;
  }

  #readCdata(at: number): void {
    const start = at + '<![CDATA['.length;
    const found = this.#finder.find(']]>', start);
    const end = found === -1 ? this.#text.length : found;
    if (this.#open.length > 0) this.#out.push(literally(this.#text.slice(start, end)));
    this.#at = found === -1 ? end : end + 3;
  }

  #writeText(text: string): void {
    if (this.#open.length === 0) return;
    const plain = resolveReferences(text, this.#declared);
    if (this.#declared.size > 0) {
      this.#entityCharacters += Math.max(0, plain.length - text.length);
      if (this.#entityCharacters > maxEntityCharacters) return;
    }
    this.#out.push(/[&<]|]]>/.test(plain) ? literally(plain) : plain);
  }

  #readClosingTag(at: number): void {
    const written = nameAt(this.#text, at + 2);
    this.#at = this.#after('>', at);
    if (!written) return;
    const name = this.#names.normalise(written);
    if (!this.#openCount.get(name)) return;
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
    if (itemElements.has(name) && this.#open.length <= 4 && !this.#startItem(name)) return;
    // Markup in text never gets here, so this text element was not closed.
    if (textElements.has(this.#open.at(-1)?.name ?? '')) this.#closeLast();
    const markupEnd = textElements.has(name) && !tag.isEmpty ? this.#endOfMarkup(tag) : -1;
    if (markupEnd !== -1) tag.attributes.set('type', 'html');
    this.#openElement(name, tag.attributes);
    if (markupEnd !== -1) {
      this.#out.push(literally(this.#text.slice(tag.end, markupEnd)));
      this.#at = markupEnd;
    }
    if (tag.isEmpty) {
      this.#closeLast();
      if (this.#open.length === 0) this.#isDone = true;
    }
  }

  #readBareLessThan(at: number): void {
    markup.lastIndex = at + 1;
    const end = markup.exec(this.#text)?.index ?? this.#text.length;
    this.#writeText(this.#text.slice(at, end));
    this.#at = end;
  }

  #setRoot(tag: Tag): void {
    const local = tag.written.slice(tag.written.indexOf(':') + 1).toLowerCase();
    this.#root = local;
    this.#rootAttributes = tag.attributes;
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
    this.#itemStart = this.#out.length;
    this.#itemDepth = this.#open.length;
    return true;
  }

  /** A cut-off item would be stored as if it were whole, and its later self be taken for another article. */
  #dropUnfinishedItem(): number | null {
    if (this.#items === 0 || this.#open.length <= this.#itemDepth) return null;
    if (!itemElements.has(this.#open[this.#itemDepth]?.name ?? '')) return null;
    this.#out.length = this.#itemStart;
    while (this.#open.length > this.#itemDepth) this.#forgetLast();
    return this.#items;
  }

  #openElement(name: string, attributes: ReadonlyMap<string, string>): void {
    const isWritten = this.#open.length < this.#limits.maxDepth && this.#elements < this.#limits.maxElements;
    this.#elements += 1;
    this.#open.push({ name, isWritten });
    this.#openCount.set(name, (this.#openCount.get(name) ?? 0) + 1);
    if (!isWritten) return;
    const written = this.#open.length === 1 ? rootName(this.#root) : name;
    this.#out.push(`<${written}${this.#writtenAttributes(attributes)}>`);
  }

  #writtenAttributes(attributes: ReadonlyMap<string, string>): string {
    let written = '';
    for (const [name, value] of attributes) {
      if (name.startsWith('xmlns')) continue;
      written += ` ${this.#names.normalise(name)}="${escapeXml(resolveReferences(value, this.#declared))}"`;
    }
    return written;
  }

  #forgetLast(): OpenElement | undefined {
    const last = this.#open.pop();
    if (last) this.#openCount.set(last.name, (this.#openCount.get(last.name) ?? 1) - 1);
    return last;
  }

  #closeLast(): void {
    const isRoot = this.#open.length === 1;
    const last = this.#forgetLast();
    if (last?.isWritten) this.#out.push(`</${isRoot ? rootName(this.#root) : last.name}>`);
  }

  /**
   * Where a text element ends that holds markup (XHTML, or HTML that nobody escaped).
   *
   * @returns the position of its closing tag; -1 when it holds nothing but text and CDATA, or never ends within its item
   */
  #endOfMarkup(tag: Tag): number {
    let from = tag.end;
    let hasMarkup = false;
    for (let sections = 0; sections < maxSections; sections++) {
      const close = this.#finder.find(`</${tag.written}`, from);
      if (close === -1) return -1;
      const cdata = this.#finder.find('<![CDATA[', from);
      const end = cdata === -1 || cdata > close ? close : cdata;
      if (this.#startsItemBetween(from, end)) return -1;
      hasMarkup ||= this.#hasMarkupBetween(from, end);
      if (end === close) return hasMarkup ? close : -1;
      from = this.#after(']]>', cdata);
    }
    return -1;
  }

  #startsItemBetween(from: number, end: number): boolean {
    return ['<item', '<entry', '</item', '</entry', '</channel'].some((needle) => {
      const at = this.#finder.find(needle, from);
      return at !== -1 && at < end;
    });
  }

  #hasMarkupBetween(from: number, end: number): boolean {
    const next = this.#finder.find('<', from);
    if (next === -1 || next >= end) return false;
    return /<[a-z!/]/i.test(this.#text.slice(next, end));
  }

  #tagAt(at: number): Tag | null {
    const written = nameAt(this.#text, at + 1);
    if (!written) return null;
    const attributes = new Map<string, string>();
    let from = at + 1 + written.length;
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

function literally(written: string): string {
  return written.includes(']]>') ? escapeXml(written) : `<![CDATA[${written}]]>`;
}

function rootName(local: string): string {
  return local === 'rdf' ? 'rdf:RDF' : local;
}

const markup = /<(?=[\p{L}_!?/])/gu;
const xmlName = /[\p{L}_][\p{L}\p{N}_.:-]*/uy;

function nameAt(text: string, at: number): string | null {
  if (text.charCodeAt(at) < 0x41) return null;
  xmlName.lastIndex = at;
  return xmlName.exec(text)?.[0] ?? null;
}

function skipSpace(text: string, at: number): number {
  let end = at;
  while (end < text.length && text.charCodeAt(end) <= 0x20) end += 1;
  return end;
}
