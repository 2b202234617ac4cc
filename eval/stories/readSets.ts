import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** An article of a set. */
export type Document = {
  readonly language: string;
  readonly title: string;
  readonly text: string;
  readonly publishedAt: Date;
  /** The gold story; null where nobody said. */
  readonly story: string | null;
  /** What stays on one side when a set is split. */
  readonly family: string;
};

export type Pair = {
  readonly a: Document;
  readonly b: Document;
  readonly isSame: boolean;
  /** From 1 (the same) to 4 (unrelated), where it was graded. */
  readonly grade: number | null;
  readonly family: string;
};

/** A file of a set, by its form. */
export type SetFile = { readonly set: string; readonly file: string } & (
  | { readonly kind: 'stories'; readonly documents: readonly Document[] } // gold stories: to be found again
  | { readonly kind: 'translations'; readonly documents: readonly Document[] } // one story in many languages: to be linked
  | { readonly kind: 'stream'; readonly documents: readonly Document[] } // without gold
  | { readonly kind: 'pairs'; readonly pairs: readonly Pair[] }
);

type Row = Readonly<Record<string, unknown>>;

const dayMs = 86_400_000;
const longestTitle = 300;
/** For what has no date: all of one day. */
const someDay = Date.UTC(2020, 0, 6);

/** The files of every set in a folder, whatever their names: what they hold tells their form. Unknown forms are left out. */
export function readSets(folder: string): SetFile[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() || entry.isSymbolicLink())
    .map(({ name }) => join(folder, name))
    .sort()
    .flatMap((set) =>
      readdirSync(set)
        .filter((name) => name.endsWith('.jsonl'))
        .sort()
        .flatMap((file) => readSetFile(join(set, file), basename(set), file) ?? []),
    );
}

/** The sample newsroom: what one event is called in every language is one story. */
export function readNewsroom(folder: string): SetFile {
  const parse = (file: string) => JSON.parse(readFileSync(join(folder, file), 'utf8'));
  const publishers = parse('publishers.json') as readonly Row[];
  const languageOf = new Map(publishers.map(({ key, language }) => [key, textOf(language)]));
  const documents = readdirSync(join(folder, 'events')).flatMap((file) => {
    const { event, articles } = parse(join('events', file)) as { event: string; articles: readonly Row[] };
    return articles.map(
      (article): Document => ({
        language: languageOf.get(article.publisher) ?? 'en',
        title: textOf(article.title),
        text: [textOf(article.summary), ...(article.body as readonly string[])].join('\n\n'),
        publishedAt: new Date(someDay + Number(article.minute) * 60_000),
        story: event,
        family: event,
      }),
    );
  });
  return { set: 'newsroom', file: 'events', kind: 'stories', documents: inOrder(documents) };
}

/** A number from 0 to 1 that a text always gets. */
export function chanceOf(text: string): number {
  return createHash('sha256').update(text).digest().readUInt32BE() / 2 ** 32;
}

/** Which of two halves a family belongs to. */
export function halfOf(family: string): 0 | 1 {
  return chanceOf(`half ${family}`) < 0.5 ? 0 : 1;
}

function readSetFile(path: string, set: string, file: string): SetFile | null {
  const rows = readFileSync(path, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Row);
  const [first] = rows;
  if (!first) return null;
  const named = { set, file };
  if ('same_story' in first) return { ...named, kind: 'pairs', pairs: rows.map(readPair) };
  if (Array.isArray(first.articles)) return { ...named, kind: 'stories', documents: inOrder(rows.flatMap(readStory)) };
  if ('cluster' in first) return { ...named, kind: 'stories', documents: inOrder(rows.map(readMember)) };
  if ('story_id' in first && 'sentences' in first) {
    return { ...named, kind: 'translations', documents: rows.map(readTranslation) };
  }
  if ('title' in first && ('published' in first || 'poll' in first)) {
    return { ...named, kind: 'stream', documents: inOrder(rows.map(readItem)) };
  }
  return null;
}

function readPair(row: Row): Pair {
  const side = (which: 1 | 2): Document => {
    const given = textOf(row[`title${which}`]);
    const text = textOf(row[`text${which}`]);
    const [line = ''] = text.split('\n', 1);
    const title =
      given ||
      (text.includes('\n') && line.length < 200 ? line : titleIn(text, sluggedTitle(textOf(row[`url${which}`]))));
    return {
      language: textOf(row[`lang${which}`]) || textOf(row.lang) || 'und',
      title,
      text: text.startsWith(title) ? text.slice(title.length).trim() : text,
      publishedAt: crawledAt(textOf(row.pair_id).split('_')[which - 1]),
      story: null,
      family: '',
    };
  };
  const [a, b] = [side(1), side(2)];
  const grade = typeof row.overall === 'number' ? row.overall : null;
  return { a, b, isSame: row.same_story === true, grade, family: textOf(row.pair_id) || `${a.title} ${b.title}` };
}

/** A text that runs on from its title without a break: it ends where the words of its address do, or is said twice. */
function titleIn(text: string, slug: string): string {
  const twice = /^(.{15,200}?)\s+\1/su.exec(text)?.[1];
  if (twice) return twice;
  const words = Array.from(text.slice(0, longestTitle).matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    key: sluggedWord(word),
    end: index + word.length,
  }));
  const keys = slug.split(' ').map(sluggedWord);
  let next = 0;
  let met = 0;
  for (const key of keys) {
    const at = words.findIndex((word, index) => index >= next && index < next + 5 && word.key === key);
    if (at === -1) continue;
    next = at + 1;
    met += 1;
  }
  return met > keys.length / 2 ? text.slice(0, words[next - 1]?.end) : slug;
}

function sluggedWord(word: string): string {
  return word
    .toLowerCase()
    .replace(/[äöü]/g, (letter) => `${letter.normalize('NFD')[0]}e`)
    .replaceAll('ß', 'ss')
    .normalize('NFD')
    .replace(/\p{M}/gu, '');
}

/** Where the crawl kept no title, the page's address still holds most of one. */
function sluggedTitle(url: string): string {
  const path = URL.canParse(url) ? decodedPath(new URL(url).pathname) : '';
  const slugs = path.split('/').map((part) =>
    part
      .replace(/\.\w{1,5}$/, '')
      .replace(/[-_+]+/g, ' ')
      .trim(),
  );
  const [longest = ''] = slugs.toSorted((a, b) => wordsIn(b) - wordsIn(a));
  return wordsIn(longest) < 3 ? '' : longest.replace(/\s(?:id|a|art)?\d{4,}\b/g, '');
}

function wordsIn(text: string): number {
  return text.match(/\p{L}{2,}/gu)?.length ?? 0;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** The numbers of Media Cloud's articles grow by some 911,000 a day: those of 2020 began with 1,484,000,000. */
function crawledAt(id: string | undefined): Date {
  const number = Number(id);
  return new Date(number > 1e9 ? Date.UTC(2020, 0, 1) + ((number - 1.484e9) / 911_000) * dayMs : someDay);
}

/** Three articles share the second of their story's date, which no real ones do: its day is kept. */
function readStory(row: Row): Document[] {
  const story = textOf(row.story_id);
  return (row.articles as readonly Row[]).map((article, index) => ({
    language: textOf(article.lang ?? row.lang) || 'en',
    title: textOf(article.title),
    text: textOf(article.text),
    publishedAt: someTimeOn(textOf(row.date), `${story} ${index}`),
    story,
    family: story,
  }));
}

function readMember(row: Row): Document {
  const title = textOf(row.title);
  const sentences = sentencesOf(row);
  const [first = '', ...others] = sentences;
  const cluster = textOf(row.cluster);
  return {
    language: textOf(row.lang) || 'en',
    title: title || first,
    text: (title ? sentences : others).join(' ') || textOf(row.text),
    publishedAt: someTimeOn(textOf(row.date), textOf(row.doc_id) || title),
    story: cluster,
    family: row.topic === undefined ? cluster : textOf(row.topic),
  };
}

function readTranslation(row: Row): Document {
  return {
    language: textOf(row.lang),
    title: textOf(row.title),
    text: sentencesOf(row).join('\n'),
    publishedAt: new Date(someDay),
    story: textOf(row.story_id),
    family: textOf(row.story_id),
  };
}

function readItem(row: Row): Document {
  const title = textOf(row.title);
  const published = textOf(row.published) || textOf(row.poll).replace(/_(\d\d)-(\d\d)$/, 'T$1:$2');
  return {
    language: textOf(row.lang) || 'en',
    title,
    text: textOf(row.text),
    publishedAt: new Date(`${published.replace(' ', 'T')}Z`),
    story: null,
    family: title,
  };
}

function sentencesOf(row: Row): string[] {
  return Array.isArray(row.sentences) ? row.sentences.map(textOf) : [];
}

function textOf(value: unknown): string {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}

function someTimeOn(date: string, what: string): Date {
  const day = date ? Math.floor(Date.parse(date) / dayMs) * dayMs : someDay;
  return new Date(day + Math.floor(chanceOf(`time ${what}`) * dayMs));
}

function inOrder(documents: readonly Document[]): Document[] {
  return documents.toSorted((a, b) => a.publishedAt.getTime() - b.publishedAt.getTime());
}
