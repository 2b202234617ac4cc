/** Text between quotation marks: `start` is the opening mark, `end` is one past the closing one. UTF-16 units. */
export type QuotedSpan = { readonly start: number; readonly end: number };

type Open = { readonly start: number; readonly closing: string };

const marks = /["“”„«»「」『』‘’‚‹›\uff62\uff63＂《》]/gu;
const closingOf: Readonly<Record<string, string>> = {
  '「': '」',
  '《': '》',
  '『': '』',
  '\uff62': '\uff63',
  '“': '”',
  '„': '“”',
  '‚': '‘’',
  '«': '»',
  '»': '«',
  '‹': '›',
  '›': '‹',
  '‘': '’',
  '"': '"',
  '＂': '＂',
};
/** Those that another language closes with: what follows tells. */
const turned = /["»›＂]/u;
const deepest = 4;

/**
 * The outermost quotations of a paragraph, in every language's marks, in order; titles in 《》 too. A mark without its partner within
 * `longest` units opens nothing; an apostrophe is no mark.
 */
export function quotedSpans(paragraph: string, longest = 1_000): QuotedSpan[] {
  const spans: QuotedSpan[] = [];
  const open: Open[] = [];
  for (const { 0: mark, index } of paragraph.matchAll(marks)) {
    if (mark === '’' && isApostrophe(paragraph, index)) continue;
    const closed = open.findLastIndex(({ start, closing }) => closing.includes(mark) && index - start <= longest);
    if (closed >= 0 && !(turned.test(mark) && opensAgain(paragraph, index))) {
      addSpan(spans, { start: open[closed]!.start, end: index + 1 });
      open.length = closed;
    } else if (closingOf[mark] && opens(paragraph, index, mark)) {
      open.push({ start: index, closing: closingOf[mark] });
      if (open.length > deepest) open.shift();
    }
  }
  return spans;
}

/** A later span may turn out to hold earlier ones. */
function addSpan(spans: QuotedSpan[], span: QuotedSpan): void {
  while (spans.length > 0 && spans.at(-1)!.start > span.start) spans.pop();
  spans.push(span);
}

function opens(text: string, index: number, mark: string): boolean {
  if (!turned.test(mark) && mark !== '‘') return true;
  return /^\S$/u.test(text[index + 1] ?? ' ') && isAfterBreak(text, index);
}

/** A mark that could close, but stands before a word and after a space, begins the next quotation: the last was lost. */
function opensAgain(text: string, index: number): boolean {
  return /\s/u.test(text[index - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[index + 1] ?? '') && text[index] !== '»';
}

function isAfterBreak(text: string, index: number): boolean {
  const before = text[index - 1] ?? ' ';
  return /[\s([{—–\-:/·…,“„«‚‘"\p{scx=Han}\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Hangul}\u3000-\u303f]/u.test(before);
}

function isApostrophe(text: string, index: number): boolean {
  return /[\p{L}\p{N}]/u.test(text[index - 1] ?? '') && /[\p{L}\p{N}]/u.test(text[index + 1] ?? '');
}
