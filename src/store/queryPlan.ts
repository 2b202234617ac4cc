import { type RawBuilder, sql } from 'kysely';
import { type Field, isSourceNamed, type Query } from '../news/query.ts';
import { fewestForPrefix, phrasesOf } from '../text/tokens.ts';
import type { Db } from './openStore.ts';

/** How the articles that a query takes are found. */
export type QueryPlan = {
  /** FTS5 that every one of them matches; null when words alone can't tell. */
  readonly match: Match | null;
  /** The same by whole words only. The beginnings of long words take the index as long as all that they begin. */
  readonly wholeMatch: Match | null;
  /** What `a`, an article with its source `s`, must be beside that. */
  readonly condition: RawBuilder<unknown>;
};

/** An FTS5 expression, and one that only those match which hold in the title what is wanted. */
type Match = { readonly anywhere: string; readonly inTitle: string };

/**
 * Turns a query into SQL: as much as possible into one FTS5 expression, the rest into a condition. All that was typed goes
 * in as parameters, or as quoted words.
 *
 * @param since  no article with a smaller id is looked for
 * @see https://sqlite.org/fts5.html#full_text_query_syntax
 */
export async function planQuery(db: Db, query: Query, since: number): Promise<QueryPlan> {
  const sources = await sourcesNamed(db, query);
  const parts = query.kind === 'and' ? query.parts : [query];
  const match = matchOf(parts, false);
  const rest = parts.filter((part) => !isWords(part) && !(match && isWithoutWords(part)));
  const conditions = rest.map((part) => conditionOf(part, { sources, since }));
  return {
    match,
    wholeMatch: matchOf(parts, true),
    condition: conditions.length > 0 ? sql.join(conditions, sql` AND `) : sql`1`,
  };
}

function matchOf(parts: readonly Query[], isWhole: boolean): Match | null {
  const wanted = parts.map((part) => necessary(part, isWhole)).filter((match) => match !== null);
  if (wanted.length === 0) return null;
  const all = wanted.join(' AND ');
  const not = parts.filter(isWithoutWords).map(({ part }) => ` NOT ${necessary(part, false)}`);
  return {
    anywhere: `(${all})${not.join('')}`,
    // What is excluded further inside must be nowhere, not only not in the title.
    inTitle: `({title} : (${all})${all.includes(' NOT ') ? ` AND ${all}` : ''})${not.join('')}`,
  };
}

/** Nothing stands for it: no text holds it. */
const nothing = '"\u{10ffff}"';

/** Whether {@link necessary} tells the whole of it. */
function isWords(query: Query): boolean {
  if (query.kind === 'fact' || query.kind === 'not') return false;
  if (query.kind === 'or') return query.parts.every(isWords);
  if (query.kind === 'words') return true;
  return query.parts.some(isWords) && query.parts.every((part) => isWords(part) || isWithoutWords(part));
}

function isWithoutWords(query: Query): query is Extract<Query, { kind: 'not' }> {
  return query.kind === 'not' && isWords(query.part);
}

/** FTS5 that every article which a query takes matches, and no other when it is words only; null when there is none. */
function necessary(query: Query, isWhole: boolean): string | null {
  switch (query.kind) {
    case 'words':
      return phraseMatch(query, isWhole);
    case 'fact':
    case 'not':
      return null;
    case 'or': {
      const matches = query.parts.map((part) => necessary(part, isWhole));
      return matches.every((match) => match !== null) ? `(${matches.join(' OR ')})` : null;
    }
    case 'and': {
      const matches = query.parts.map((part) => necessary(part, isWhole)).filter((match) => match !== null);
      if (matches.length === 0) return null;
      const excluded = query.parts.filter(isWithoutWords).map(({ part }) => necessary(part, false));
      return `(${[`(${matches.join(' AND ')})`, ...excluded].join(' NOT ')})`;
    }
  }
}

/** @param isWhole  whether the beginning of a word is enough only where the index has it ready */
function phraseMatch({ text, isPhrase }: Extract<Query, { kind: 'words' }>, isWhole: boolean): string {
  const phrases = phrasesOf(text, isPhrase).map(({ tokens, isPrefix }) => {
    const isReady = [...(tokens.at(-1) ?? '')].length <= fewestForPrefix;
    return `"${tokens.join(' ')}"${isPrefix && (isReady || !isWhole) ? '*' : ''}`;
  });
  return phrases.length > 0 ? `(${phrases.join(' AND ')})` : nothing;
}

type Known = { readonly sources: ReadonlyMap<string, readonly number[]>; readonly since: number };

function conditionOf(query: Query, known: Known): RawBuilder<unknown> {
  const joinedBy = (parts: readonly Query[], by: RawBuilder<unknown>) =>
    sql`(${sql.join(
      parts.map((part) => conditionOf(part, known)),
      by,
    )})`;
  switch (query.kind) {
    case 'words':
      return sql`a.id IN (
        SELECT rowid FROM articles_fts WHERE articles_fts MATCH ${phraseMatch(query, false)} AND rowid >= ${known.since}
      )`;
    case 'fact':
      return factConditions[query.field](query.value, known);
    case 'not':
      return sql`NOT coalesce(${conditionOf(query.part, known)}, 0)`;
    case 'and':
      return joinedBy(query.parts, sql` AND `);
    case 'or':
      return joinedBy(query.parts, sql` OR `);
  }
}

const factConditions: Readonly<Record<Field, (value: string, known: Known) => RawBuilder<unknown>>> = {
  source: (value, { sources }) =>
    sql`a.source_id IN (SELECT value FROM json_each(${JSON.stringify(sources.get(value) ?? [])}))`,
  lang: (value) => sql`(lower(a.language) = ${value} OR lower(a.language) LIKE ${`${value}-%`})`,
  country: (value) => sql`upper(s.country) = ${value}`,
  topic: (value) => sql`EXISTS (SELECT 1 FROM json_each(a.topics) WHERE value = ${value})`,
};

/** What each `source:` of a query means: SQLite knows upper and lower case in ASCII only. */
async function sourcesNamed(db: Db, query: Query): Promise<Map<string, number[]>> {
  const values = sourceValues(query);
  if (values.length === 0) return new Map();
  const sources = await db.selectFrom('sources').select(['id', 'publisher', 'title', 'url', 'key']).execute();
  return new Map(
    values.map((value) => [value, sources.filter((source) => isSourceNamed(source, value)).map(({ id }) => id)]),
  );
}

function sourceValues(query: Query): string[] {
  if (query.kind === 'fact') return query.field === 'source' ? [query.value] : [];
  if (query.kind === 'words') return [];
  return (query.kind === 'not' ? [query.part] : query.parts).flatMap(sourceValues);
}
