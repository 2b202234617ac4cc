import { decodeHTML } from 'entities';
import { PositionFinder } from './positionFinder.ts';

type Effect = 'paragraph' | 'line' | 'cell' | 'dropped' | 'anchor' | 'none';

const elements = new Map<string, Effect>(
  Object.entries({
    paragraph:
      'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure ' +
      'footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre section summary table tbody ' +
      'tfoot thead ul',
    line: 'br li tr option',
    cell: 'td th',
    dropped:
      'script style head title template noscript iframe object embed applet svg math select button textarea audio ' +
      'video canvas noembed noframes',
    anchor: 'a',
    none:
      'abbr acronym area b base basefont bdi bdo big cite code col colgroup data datalist del dfn dialog em font ' +
      'frame frameset i img input ins kbd label link map mark marquee meta meter nobr optgroup output param picture ' +
      'progress q rb rp rt rtc ruby s samp search slot small source span strike strong sub sup time track tt u var ' +
      'wbr xmp bgsound blink content fencedframe ilayer image isindex keygen layer listing menuitem ' +
      'multicol nextid nolayer plaintext portal rtc shadow spacer',
  } satisfies Record<Effect, string>).flatMap(([effect, names]) =>
    names.split(' ').map((name) => [name, effect as Effect] as const),
  ),
);

const readOn =
  /^[[(«→\s]*(?:read (?:more|on|the full (?:article|story))|continue reading|keep reading|full story|more|weiterlesen|mehr lesen|mehr|(?:zum )?artikel lesen|lire la suite|en savoir plus|leer(?: más)?|(?:read|watch|listen) (?:at|on) .{1,40}|seguir leyendo|sigue leyendo|ler mais|leia mais|continue lendo|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)|číst dále|devamını oku|читать (?:далее|дальше|полностью)|подробнее|читати далі|続きを読む|続きはこちら|記事全文|더\s?보기|기사\s?보기|전문\s?보기|阅读全文|閱讀全文|阅读更多|查看全文|اقرأ المزيد|المزيد)[\s.…:»›>→\])]*$/iu;
/** No such label is longer, and most texts are. */
function isReadOn(label: string): boolean {
  return label.length <= 60 && readOn.test(label);
}

const syndicated =
  /^(?:The post .+ (?:first )?appeared (?:first )?on .+|Der Beitrag .+ erschien zuerst auf .+|L[’']article .+ est apparu en premier sur .+|La entrada .+ (?:se publicó primero|apareció primero) en .+|L[’']articolo .+ (?:proviene da|sembra essere il primo su) .+|O post .+ apareceu primeiro em .+|submitted by\s+\/u\/\S+.*)$/isu;

/**
 * HTML as feeds carry it → plain text: paragraphs separated by a blank line, lines by a line break, white space folded,
 * entities decoded exactly once; scripts, styles, images and "read more" links gone. What only looks like a tag
 * (`a < b`, `<3`) stays. Linear in the length, whatever the input.
 */
export function plainText(html: string): string {
  return withoutTail(textIn(html));
}

/** HTML as feeds carry it → plain text on one line: for titles and names. */
export function plainLine(html: string): string {
  return onOneLine(textIn(html));
}

/** Text that is not HTML: nothing is decoded or removed but superfluous white space. */
export function foldedText(text: string): string {
  return foldLines(withParagraphsKept(text));
}

/** As {@link foldedText}, on one line. */
export function foldedLine(text: string): string {
  return onOneLine(foldedText(text));
}

function textIn(html: string): string {
  if (!html.includes('<')) return foldLines(withParagraphsKept(decoded(html)));
  return new Reader(html).read();
}

function onOneLine(text: string): string {
  return text.replace(/\n+/g, ' ');
}

type Gap = { breaks: number; space: boolean };

class Reader {
  readonly #html: string;
  readonly #finder: PositionFinder;
  readonly #out: string[] = [];
  #at = 0;
  #hasTags = false;
  /** What stands between the text so far and the next: two line breaks at most, or else a space. */
  #gap: Gap = { breaks: 0, space: false };
  /** Where in `out` the link began that is being read, and the gap before it. */
  #link: { readonly start: number; readonly gap: Gap } | null = null;

  constructor(html: string) {
    this.#html = html;
    this.#finder = new PositionFinder(html);
  }

  read(): string {
    while (this.#at < this.#html.length) this.#step();
    if (!this.#hasTags) return foldLines(withParagraphsKept(decodeHTML(this.#html)));
    const text = this.#out.join('');
    return unseen.test(text) ? foldLines(text) : text;
  }

  #step(): void {
    const next = this.#html.indexOf('<', this.#at);
    const end = next === -1 ? this.#html.length : next;
    if (end > this.#at) this.#writeText(decoded(this.#html.slice(this.#at, end)));
    this.#at = end;
    if (next === -1) return;
    if (this.#html.startsWith('<![CDATA[', next)) this.#readCdata(next);
    else if (this.#html.startsWith('<!--', next)) this.#skipComment(next);
    else if (/[!?]/.test(this.#html[next + 1] ?? '') && this.#finder.find('>', next) !== -1) this.#skipPast('>', next);
    else this.#readTag(next);
  }

  #writeText(text: string): void {
    const folded = text.replace(superfluousSpace, ' ');
    const words = folded.trim();
    if (words === '') {
      this.#gap.space ||= folded !== '';
      return;
    }
    const { breaks, space } = this.#gap;
    const gap = breaks > 0 ? '\n'.repeat(breaks) : space || folded.startsWith(' ') ? ' ' : '';
    this.#out.push(this.#out.length === 0 ? words : gap + words);
    this.#gap = { breaks: 0, space: folded.endsWith(' ') };
  }

  #break(lines: number): void {
    this.#gap.breaks = Math.min(2, this.#gap.breaks + lines);
  }

  /** One that never ends is taken to end with its tag. */
  #skipComment(at: number): void {
    this.#skipPast(this.#finder.find('-->', at + 4) === -1 ? '>' : '-->', at + 4);
  }

  #skipPast(needle: string, from: number): void {
    const found = this.#finder.find(needle, from);
    this.#at = found === -1 ? this.#html.length : found + needle.length;
    this.#hasTags = true;
  }

  #readCdata(at: number): void {
    const start = at + '<![CDATA['.length;
    this.#skipPast(']]>', start);
    const text = this.#html.slice(start, this.#at);
    this.#writeText(text.endsWith(']]>') ? text.slice(0, -3) : text);
  }

  #readTag(at: number): void {
    tagName.lastIndex = at;
    const start = tagName.exec(this.#html)?.[0];
    const isEnd = this.#html[at + 1] === '/';
    const name = start?.slice(isEnd ? 2 : 1) ?? '';
    const effect = effectOf(name);
    if (!start || !effect) {
      this.#readBareLessThan(at);
      return;
    }
    this.#hasTags = true;
    this.#at = this.#endOfTag(at + start.length);
    if (effect === 'paragraph') this.#break(2);
    else if (effect === 'line' && (!isEnd || name === 'br')) this.#break(1);
    else if (effect === 'cell') this.#gap.space = true;
    else if (effect === 'anchor') this.#readAnchor(isEnd);
    else if (effect === 'dropped') {
      this.#dropElement(name.toLowerCase(), isEnd || this.#html[this.#at - 2] === '/');
    }
  }

  #readBareLessThan(at: number): void {
    markup.lastIndex = at + 1;
    const end = markup.exec(this.#html)?.index ?? this.#html.length;
    this.#writeText(decoded(this.#html.slice(at, end)));
    this.#at = end;
  }

  #endOfTag(from: number): number {
    let at = from;
    for (;;) {
      const end = this.#html[at] === '>' ? at : this.#finder.find('>', at);
      if (end === -1) return this.#html.length;
      const quote = this.#firstQuoteBetween(at, end);
      if (quote === -1) return end + 1;
      const close = this.#finder.find(this.#html[quote] ?? '', quote + 1);
      if (close === -1 || close - quote > 4_000) return end + 1;
      at = close + 1;
    }
  }

  /** @returns the position of the first quotation mark that begins an attribute's value, or -1 */
  #firstQuoteBetween(from: number, end: number): number {
    for (let at = from; at < end - 1; at++) {
      if (this.#html[at] === '=' && (this.#html[at + 1] === '"' || this.#html[at + 1] === "'")) return at + 1;
    }
    return -1;
  }

  #dropElement(name: string, hasNoContent: boolean): void {
    if (hasNoContent || name === 'embed') return;
    const close = [`</${name}`, `</${name.toUpperCase()}`]
      .map((needle) => this.#finder.find(needle, this.#at))
      .filter((found) => found !== -1);
    // Without an end only scripts and styles are certain to hold no text for people.
    if (close.length > 0) this.#at = this.#endOfTag(Math.min(...close));
    else if (name === 'script' || name === 'style') this.#at = this.#html.length;
  }

  #readAnchor(isEnd: boolean): void {
    const link = this.#link;
    this.#link = isEnd ? null : { start: this.#out.length, gap: { ...this.#gap } };
    if (!isEnd || !link || this.#out.length - link.start > 12) return;
    const label = this.#out.slice(link.start).join('').trim();
    if (!isReadOn(label)) return;
    this.#out.length = link.start;
    const { breaks, space } = link.gap;
    this.#gap = { breaks: Math.max(breaks, this.#gap.breaks), space: space || this.#gap.space };
  }
}

const markup = /<(?=[a-z!?/])/gi;
const tagName = /<\/?[a-z][a-z0-9:-]{0,40}(?=[\s/>]|$)/iy;

/** @returns undefined for what is no element of HTML's, nor can be one of another vocabulary */
function effectOf(name: string): Effect | undefined {
  return elements.get(name) ?? elements.get(name.toLowerCase()) ?? (/[:-]/.test(name) ? 'none' : undefined);
}

/** White space that folding changes: more than one character of it, or another than the space. */
const superfluousSpace = /\s{2,}|[^\S ]/g;

function decoded(html: string): string {
  return html.includes('&') ? decodeHTML(html) : html;
}

function withParagraphsKept(text: string): string {
  if (!/[^\S ]/.test(text)) return text;
  const unix = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return unix
    .split('\n')
    .map((line) => line.replace(superfluousSpace, ' ').trim() || '\n\n')
    .join(' ');
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const toFold = /[\u0000-\u001f\u007f-\u009f\u00ad\ud800-\udfff\ufeff]| {2}/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const invisible = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\ufeff]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const unseen = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u00ad\ud800-\udfff\ufeff]/;

/** Expects white space other than line breaks to be spaces; soft hyphens and byte order marks inside words go. */
function foldLines(text: string): string {
  if (!toFold.test(text)) return text.trim();
  const folded = text.toWellFormed().replace(invisible, '').replace(/ {2,}/g, ' ');
  if (!folded.includes('\n')) return folded.trim();
  return folded
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

/** Without what blog software adds under every text: "The post … appeared first on …", "[…]", "Read more". */
function withoutTail(text: string): string {
  const start = text.lastIndexOf('\n\n');
  const last = text.slice(start === -1 ? 0 : start + 2);
  const isTail = isReadOn(last) || (start !== -1 && last.length <= 500 && syndicated.test(last));
  const kept = isTail ? text.slice(0, Math.max(0, start)) : text;
  if (!kept.endsWith(']')) return kept;
  return kept.replace(/ ?\[(?:…|\.\.\.)\]$/, '…').replace(/\s?\[\s?\]$/, '');
}
