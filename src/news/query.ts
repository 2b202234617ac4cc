import { topics } from './topic.ts';

/** What somebody looks for: words, and facts about the article, joined. */
export type Query =
  | { readonly kind: 'words'; readonly text: string; readonly isPhrase: boolean }
  | { readonly kind: 'fact'; readonly field: Field; readonly value: string }
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Query[] }
  | { readonly kind: 'not'; readonly part: Query };

const fields = ['source', 'lang', 'country', 'topic'] as const;
/**
 * `source`: a part of a source's name or address; `lang`: BCP 47, of which `zh` takes `zh-Hant` too; `country`: ISO 3166-1
 * alpha-2 in capitals; `topic`: the key of an IPTC topic.
 */
export type Field = (typeof fields)[number];

/**
 * Why a query can't be read: `partner` is a quotation mark or parenthesis without its other one, `operator` one that has
 * nothing to join or exclude; `field` is an unknown one, `value` one without anything, the others a value of that field.
 */
type QueryFault =
  | 'empty'
  | 'tooMuch'
  | 'onlyNot'
  | 'partner'
  | 'operator'
  | 'field'
  | 'value'
  | Exclude<Field, 'source'>;

/** What is wrong with a typed query: `near` is what stands at `at`, in UTF-16 units from 0. */
type QueryProblem = { readonly fault: QueryFault; readonly at: number; readonly near: string };

export type ReadQuery = { readonly query: Query } | { readonly problem: QueryProblem };

/** What a query is joined of. */
export type Term = Extract<Query, { kind: 'words' } | { kind: 'fact' }>;

const longestQuery = 1_000;
const mostTerms = 60;
const deepest = 8;

/**
 * Reads what a person typed. Words next to each other must all occur (`AND`, `&` and `+` may stand between), `OR` or `|`
 * joins what is enough alone, `NOT`, `-` or `!` excludes, parentheses group, quotation marks of any script make a phrase,
 * and a comma between two lists parts them as `OR` does, last of all. `source:`, `lang:`, `country:` and `topic:` take a
 * word or a phrase. Operators are written in capitals: `or` is a word.
 */
export function readQuery(typed: string): ReadQuery {
  if (typed.length > longestQuery) return { problem: { fault: 'tooMuch', at: longestQuery, near: '' } };
  try {
    const query = new Reader(marksOf(typed), typed.length).read();
    if (!query) throw new Unreadable('empty', 0, '');
    if (!isBounded(query)) throw new Unreadable('onlyNot', 0, typed.trim().slice(0, 20));
    return { query };
  } catch (error) {
    if (error instanceof Unreadable) return { problem: { fault: error.fault, at: error.at, near: error.near } };
    throw error;
  }
}

/** All the words of a text, whatever marks stand between them: for a headline that somebody pastes. Null if it has none. */
export function queryOfWords(text: string): Query | null {
  const words = text.slice(0, longestQuery).match(/["“„«「『][^"”“»」』]+["”“»」』]|[^\s"“”„«»「」『』]+/gu) ?? [];
  const parts = words.filter(hasWord).slice(0, 12);
  return joined(
    'and',
    parts.map((word): Query => ({ kind: 'words', text: unquoted(word), isPhrase: opening.has(word.charAt(0)) })),
  );
}

/** What a query says, for people and for {@link readQuery}. */
export function writeQuery(query: Query): string {
  switch (query.kind) {
    case 'words':
      return query.isPhrase || !isPlainWord(query.text) ? quoted(query.text) : query.text;
    case 'fact':
      return `${query.field}:${isPlainWord(query.value) ? query.value : quoted(query.value)}`;
    case 'not':
      return `NOT ${inGroup(query.part)}`;
    case 'and':
      return query.parts.map((part) => (part.kind === 'or' ? inGroup(part) : writeQuery(part))).join(' ');
    case 'or':
      return query.parts.map(writeQuery).join(' OR ');
  }
}

/** The words and facts that a query asks for, without those that it excludes. */
export function wantedTerms(query: Query): Term[] {
  if (query.kind === 'words' || query.kind === 'fact') return [query];
  return query.kind === 'not' ? [] : query.parts.flatMap(wantedTerms);
}

type NamedSource = { readonly publisher: string; readonly title: string; readonly url: string; readonly key: string };

/** Whether `source:` with this value means a source: any part of its name or address, in any case. */
export function isSourceNamed(source: NamedSource, value: string): boolean {
  const wanted = folded(value);
  return [source.publisher, source.title, source.url, source.key].some((name) => folded(name).includes(wanted));
}

/** Whether `lang:` with this value means a language: `zh` takes `zh-Hant` too. */
export function isLanguageNamed(language: string, value: string): boolean {
  const own = language.toLowerCase();
  const wanted = value.toLowerCase();
  return own === wanted || own.startsWith(`${wanted}-`);
}

class Unreadable extends Error {
  readonly fault: QueryFault;
  readonly at: number;
  readonly near: string;

  constructor(fault: QueryFault, at: number, near: string) {
    super(fault);
    this.fault = fault;
    this.at = at;
    this.near = near;
  }
}

type Mark = { readonly kind: 'and' | 'or' | 'not' | 'open' | 'close' | 'comma' | 'term'; readonly at: number } & {
  readonly text: string;
  readonly query?: Query;
};

const closingOf: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”"',
  '„': '“”"',
  '«': '»',
  '「': '」',
  '『': '』',
};
const opening = new Set(Object.keys(closingOf));
const operators: Readonly<Record<string, Mark['kind']>> = {
  AND: 'and',
  '&': 'and',
  '+': 'and',
  OR: 'or',
  '|': 'or',
  NOT: 'not',
  '-': 'not',
  '!': 'not',
};
/** As people type them with an East Asian keyboard. */
const narrow: Readonly<Record<string, string>> = { '（': '(', '）': ')', '｜': '|', '＆': '&', '＋': '+', '－': '-', '！': '!', '：': ':', '＂': '"' }; // biome-ignore format: a table
const separators = /[,;\n،؛，、；]/;
const sign = /[-&+|!]/;

/** The typed text as marks. */
function marksOf(typed: string): Mark[] {
  const text = typed.replace(/[（）｜＆＋－！：＂]/g, (mark) => narrow[mark] ?? mark);
  const marks: Mark[] = [];
  let at = 0;
  while (at < text.length) {
    const start = at;
    const character = text.charAt(at);
    if (character === '(' || character === ')') {
      marks.push({ kind: character === '(' ? 'open' : 'close', at: start, text: near(text, start) });
      at += 1;
    } else if (separators.test(character)) {
      marks.push({ kind: 'comma', at: start, text: character });
      at += 1;
    } else if (/\s/.test(character)) {
      at += 1;
    } else if (opening.has(character)) {
      const phrase = phraseAt(text, at);
      if (hasWord(phrase.text)) marks.push(termMark(start, { kind: 'words', text: phrase.text, isPhrase: true }, text));
      at = phrase.end;
    } else if (sign.test(character) && isOperator(text, at)) {
      marks.push({ kind: operators[character] ?? 'and', at: start, text: near(text, start) });
      at += 1;
    } else {
      const read = wordAt(text, at);
      if (read.mark) marks.push(read.mark);
      at = read.end;
    }
  }
  if (marks.filter(({ kind }) => kind === 'term').length > mostTerms) throw new Unreadable('tooMuch', 0, '');
  return marks;
}

/** `-` and `!` exclude when a word follows at once; `&`, `+` and `|` join when they stand alone or `|` anywhere. */
function isOperator(text: string, at: number): boolean {
  const character = text.charAt(at);
  const next = text.charAt(at + 1);
  if (character === '|') return true;
  if (character === '-' || character === '!') return next !== '' && !/[\s\-!)]/.test(next);
  return next === '' || /\s/.test(next);
}

function phraseAt(text: string, at: number): { text: string; end: number } {
  const closing = closingOf[text.charAt(at)] ?? '"';
  let end = at + 1;
  while (end < text.length && !closing.includes(text.charAt(end))) end += 1;
  if (end === text.length) throw new Unreadable('partner', at, near(text, at));
  return { text: text.slice(at + 1, end).trim(), end: end + 1 };
}

function wordAt(text: string, at: number): { mark: Mark | null; end: number } {
  let end = at;
  while (end < text.length && !endsWord(text, end)) end += 1;
  const word = text.slice(at, end);
  const operator = /^(?:AND|OR|NOT)$/.test(word) ? operators[word] : undefined;
  if (operator) return { mark: { kind: operator, at, text: word }, end };
  const [, name, value] = /^([a-z]+):(?!\/\/)(.*)$/isu.exec(word) ?? [];
  const isField = name !== undefined && value !== undefined;
  if (isField && (fields as readonly string[]).includes(name.toLowerCase())) {
    const field = name.toLowerCase() as Field;
    const isQuoted = value === '' && opening.has(text.charAt(end));
    const phrase = isQuoted ? phraseAt(text, end) : { text: value, end };
    if (!hasWord(phrase.text)) throw new Unreadable('value', at, word);
    return {
      mark: termMark(at, { kind: 'fact', field, value: factValue(field, phrase.text, at) }, text),
      end: phrase.end,
    };
  }
  if (isField && value !== '' && /^[a-z]+$/.test(name)) throw new Unreadable('field', at, `${name}:`);
  const plain = word.replace(/[:.?…]+$/, '');
  return { mark: hasWord(plain) ? termMark(at, { kind: 'words', text: plain, isPhrase: false }, text) : null, end };
}

/** A comma inside a number parts nothing: `1,000`. */
function endsWord(text: string, at: number): boolean {
  const character = text.charAt(at);
  if (separators.test(character)) return !/\d,\d/.test(text.slice(at - 1, at + 2));
  return /[\s()|]/.test(character) || opening.has(character);
}

/** @throws Unreadable  when the field can't have this value */
function factValue(field: Field, typed: string, at: number): string {
  if (field === 'topic') {
    const wanted = folded(typed);
    const found = topics.find(({ key, names }) =>
      [key, ...Object.values(names)].some((name) => folded(name) === wanted),
    );
    if (!found) throw new Unreadable('topic', at, typed);
    return found.key;
  }
  if (field === 'lang') {
    if (!/^[a-z]{2,3}(?:-[a-z0-9]{2,8}){0,2}$/i.test(typed)) throw new Unreadable('lang', at, typed);
    return typed.toLowerCase();
  }
  if (field === 'country') {
    if (!/^[a-z]{2}$/i.test(typed)) throw new Unreadable('country', at, typed);
    return typed.toUpperCase() === 'UK' ? 'GB' : typed.toUpperCase();
  }
  return typed;
}

function termMark(at: number, query: Query, text: string): Mark {
  return { kind: 'term', at, query, text: near(text, at) };
}

/** Or over and over not, by recursive descent: one method a rule. */
class Reader {
  readonly #marks: readonly Mark[];
  readonly #length: number;
  #next = 0;
  #depth = 0;

  constructor(marks: readonly Mark[], length: number) {
    this.#marks = marks;
    this.#length = length;
  }

  read(): Query | null {
    const query = this.#list();
    const left = this.#marks[this.#next];
    if (left) throw new Unreadable('partner', left.at, left.text);
    return query;
  }

  #list(): Query | null {
    const parts: Query[] = [];
    for (;;) {
      while (this.#take('comma')) {}
      if (this.#peek() === undefined || this.#peek()?.kind === 'close') return joined('or', parts);
      parts.push(this.#or());
      if (this.#peek()?.kind !== 'comma') return joined('or', parts);
    }
  }

  #or(): Query {
    const parts = [this.#and()];
    while (this.#take('or')) parts.push(this.#and());
    return joined('or', parts) as Query;
  }

  #and(): Query {
    const parts = [this.#not()];
    for (;;) {
      const isJoined = this.#take('and') !== null;
      const kind = this.#peek()?.kind;
      if (!isJoined && kind !== 'term' && kind !== 'open' && kind !== 'not') return joined('and', parts) as Query;
      parts.push(this.#not());
    }
  }

  #not(): Query {
    const not = this.#take('not');
    if (!not) return this.#term();
    if (this.#peek()?.kind === 'not') throw new Unreadable('operator', not.at, not.text);
    return { kind: 'not', part: this.#term() };
  }

  #term(): Query {
    const mark = this.#peek();
    if (mark?.query) {
      this.#next += 1;
      return mark.query;
    }
    if (mark?.kind === 'open') return this.#group(mark);
    const last = mark ?? this.#marks[this.#next - 1];
    throw new Unreadable(mark?.kind === 'close' ? 'partner' : 'operator', last?.at ?? this.#length, last?.text ?? '');
  }

  #group(open: Mark): Query {
    this.#next += 1;
    this.#depth += 1;
    if (this.#depth > deepest) throw new Unreadable('tooMuch', open.at, open.text);
    const query = this.#list();
    if (!this.#take('close')) throw new Unreadable('partner', open.at, open.text);
    if (!query) throw new Unreadable('empty', open.at, '()');
    this.#depth -= 1;
    return query;
  }

  #peek(): Mark | undefined {
    return this.#marks[this.#next];
  }

  #take(kind: Mark['kind']): Mark | null {
    const mark = this.#peek();
    if (mark?.kind !== kind) return null;
    this.#next += 1;
    return mark;
  }
}

/** Parts as one query; the same kind inside becomes one list. Null when there are none. */
function joined(kind: 'and' | 'or', parts: readonly Query[]): Query | null {
  const [first, ...others] = parts;
  if (!first) return null;
  if (others.length === 0) return first;
  return { kind, parts: parts.flatMap((part) => (part.kind === kind ? part.parts : [part])) };
}

/** Whether something must be there: what only excludes would be nearly everything. */
function isBounded(query: Query): boolean {
  if (query.kind === 'not') return false;
  if (query.kind === 'and') return query.parts.some(isBounded);
  return query.kind === 'or' ? query.parts.every(isBounded) : true;
}

function inGroup(query: Query): string {
  return query.kind === 'and' || query.kind === 'or' ? `(${writeQuery(query)})` : writeQuery(query);
}

/** Whether a word is read as it is, without quotation marks. */
function isPlainWord(text: string): boolean {
  try {
    const [mark, ...others] = marksOf(text);
    return others.length === 0 && mark?.query?.kind === 'words' && !mark.query.isPhrase && mark.query.text === text;
  } catch (error) {
    if (error instanceof Unreadable) return false;
    throw error;
  }
}

function quoted(text: string): string {
  return `"${text.replaceAll('"', ' ')}"`;
}

function unquoted(word: string): string {
  return opening.has(word.charAt(0)) ? word.slice(1, -1) : word;
}

function hasWord(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

function near(text: string, at: number): string {
  return text.slice(at, at + 20).trim();
}
