import { decodeHTML } from 'entities';
import { PositionFinder } from './positionFinder.ts';

const blocks = new Set(
  (
    'address article aside blockquote body caption center dd details dir div dl dt fieldset figcaption figure footer ' +
    'form h1 h2 h3 h4 h5 h6 header hgroup hr html legend main menu nav ol p pre section summary table tbody tfoot ' +
    'thead ul'
  ).split(' '),
);
const lines = new Set(['br', 'li', 'tr', 'option']);
const dropped = new Set(
  (
    'script style head title template noscript iframe object embed applet svg math select button textarea audio video ' +
    'canvas noembed noframes'
  ).split(' '),
);
const inline = new Set(
  (
    'a abbr acronym area b base basefont bdi bdo big cite code col colgroup data datalist del dfn dialog em font frame ' +
    'frameset i img input ins kbd label link map mark marquee meta meter nobr optgroup output param picture progress q ' +
    'rb rp rt rtc ruby s samp search slot small source span strike strong sub sup td th time track tt u var wbr xmp'
  ).split(' '),
);

const readOn =
  /^[[(«→\s]*(?:read (?:more|on|the full (?:article|story))|continue reading|keep reading|full story|more|weiterlesen|mehr lesen|mehr|(?:zum )?artikel lesen|lire la suite|en savoir plus|leer(?: más)?|(?:read|watch|listen) (?:at|on) .{1,40}|seguir leyendo|sigue leyendo|ler mais|leia mais|continue lendo|leggi tutto|continua a leggere|lees (?:meer|verder)|läs mer|les mer|læs mere|lue lisää|czytaj (?:dalej|więcej)|číst dále|devamını oku|читать (?:далее|дальше|полностью)|подробнее|читати далі|続きを読む|続きはこちら|記事全文|더\s?보기|기사\s?보기|전문\s?보기|阅读全文|閱讀全文|阅读更多|查看全文|اقرأ المزيد|المزيد)[\s.…:»›>→\])]*$/iu;
const syndicated =
  /^(?:The post .+ (?:first )?appeared (?:first )?on .+|Der Beitrag .+ erschien zuerst auf .+|L[’']article .+ est apparu en premier sur .+|La entrada .+ (?:se publicó primero|apareció primero) en .+|L[’']articolo .+ (?:proviene da|sembra essere il primo su) .+|O post .+ apareceu primeiro em .+|submitted by\s+\/u\/\S+.*)$/isu;

/**
 * HTML as feeds carry it → plain text: paragraphs separated by a blank line, lines by a line break, white space folded,
 * entities decoded exactly once; scripts, styles, images and "read more" links gone. What only looks like a tag
 * (`a < b`, `<3`) stays. Linear in the length, whatever the input.
 */
export function plainText(html: string): string {
  if (!html.includes('<')) return withoutTail(foldLines(withParagraphsKept(decoded(html))));
  return withoutTail(foldLines(new Reader(html).read()));
}

/** As {@link plainText}, on one line: for titles and names. */
export function plainLine(html: string): string {
  return plainText(html).replace(superfluousSpace, ' ');
}

/** Text that is not HTML: nothing is decoded or removed but superfluous white space. */
export function foldedText(text: string): string {
  return foldLines(withParagraphsKept(text));
}

class Reader {
  readonly #html: string;
  readonly #finder: PositionFinder;
  readonly #out: string[] = [];
  #at = 0;
  #linkStart = -1;
  #hasTags = false;

  constructor(html: string) {
    this.#html = html;
    this.#finder = new PositionFinder(html);
  }

  read(): string {
    while (this.#at < this.#html.length) this.#step();
    const text = this.#out.join('');
    return this.#hasTags ? text : withParagraphsKept(decodeHTML(this.#html));
  }

  #step(): void {
    const next = this.#html.indexOf('<', this.#at);
    const end = next === -1 ? this.#html.length : next;
    if (end > this.#at) this.#writeText(decoded(this.#html.slice(this.#at, end)));
    this.#at = end;
    if (next === -1) return;
    if (this.#html.startsWith('<![CDATA[', next)) this.#readCdata(next);
    else if (this.#html.startsWith('<!--', next)) this.#skipPast('-->', next + 4);
    else if (/[!?]/.test(this.#html[next + 1] ?? '')) this.#skipPast('>', next);
    else this.#readTag(next);
  }

  #writeText(text: string): void {
    this.#out.push(text.replace(superfluousSpace, ' '));
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
    const [start, slash, written] = tagName.exec(this.#html) ?? [];
    const name = written?.toLowerCase() ?? '';
    if (!start || !isElement(name)) {
      this.#readBareLessThan(at);
      return;
    }
    this.#hasTags = true;
    this.#at = this.#endOfTag(at + start.length);
    if (dropped.has(name)) this.#dropElement(name, slash === '/' || this.#html[this.#at - 2] === '/');
    else if (blocks.has(name)) this.#out.push('\n\n');
    else if (name === 'br' || (lines.has(name) && slash !== '/')) this.#out.push('\n');
    else if (name === 'td' || name === 'th') this.#out.push(' ');
    else if (name === 'a') this.#readAnchor(slash === '/');
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
      const end = this.#finder.find('>', at);
      if (end === -1) return this.#html.length;
      const quote = this.#firstQuoteBetween(at, end);
      if (!quote) return end + 1;
      const close = this.#finder.find(quote.mark, quote.at + 1);
      if (close === -1 || close - quote.at > 4_000) return end + 1;
      at = close + 1;
    }
  }

  #firstQuoteBetween(from: number, end: number): { mark: string; at: number } | null {
    const double = this.#finder.find('="', from);
    const single = this.#finder.find("='", from);
    const isDoubleFirst = double !== -1 && (single === -1 || double < single);
    const at = isDoubleFirst ? double : single;
    return at === -1 || at >= end ? null : { mark: isDoubleFirst ? '"' : "'", at: at + 1 };
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
    if (!isEnd) {
      this.#linkStart = this.#out.length;
      return;
    }
    if (this.#linkStart !== -1 && this.#out.length - this.#linkStart <= 12) {
      const label = this.#out.slice(this.#linkStart).join('').trim();
      if (label.length <= 60 && readOn.test(label)) this.#out.length = this.#linkStart;
    }
    this.#linkStart = -1;
  }
}

const markup = /<(?=[a-z!?/])/gi;
const tagName = /<(\/?)([a-z][a-z0-9:-]{0,40})(?=[\s/>]|$)/iy;

function isElement(name: string): boolean {
  return (
    inline.has(name) ||
    blocks.has(name) ||
    lines.has(name) ||
    dropped.has(name) ||
    name.includes(':') ||
    name.includes('-')
  );
}

/** White space that folding changes: more than one character of it, or another than the space. */
const superfluousSpace = /\s{2,}|[^\S ]/g;

function decoded(html: string): string {
  return html.includes('&') ? decodeHTML(html) : html;
}

function withParagraphsKept(text: string): string {
  const unix = text.replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  return unix
    .split('\n')
    .map((line) => line.replace(superfluousSpace, ' ').trim() || '\n\n')
    .join(' ');
}

/** Expects white space other than line breaks to be spaces; soft hyphens and byte order marks inside words go. */
function foldLines(text: string): string {
  const folded = withoutInvisibles(text).replace(/ {2,}/g, ' ');
  if (!folded.includes('\n')) return folded.trim();
  return folded
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function withoutInvisibles(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text.toWellFormed().replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u00ad\ufeff]/g, '');
}

/** Without what blog software adds under every text: "The post … appeared first on …", "[…]", "Read more". */
function withoutTail(text: string): string {
  const start = text.lastIndexOf('\n\n');
  const last = text.slice(start === -1 ? 0 : start + 2);
  const isTail = last.length <= 500 && (readOn.test(last) || (start !== -1 && syndicated.test(last)));
  const kept = isTail ? text.slice(0, Math.max(0, start)) : text;
  return kept.replace(/ ?\[(?:…|\.\.\.)\]$/, '…').replace(/\s?\[\s?\]$/, '');
}
