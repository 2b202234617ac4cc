import { sql } from 'kysely';
import { chooseRelated, type Rarity, type Reason, type Telling, tellSameEvent } from '../news/related.ts';
import { spelledIn } from '../text/spelledIn.ts';
import { tellingOf } from '../text/telling.ts';
import { tokensOf } from '../text/tokens.ts';
import { articleFromRow } from './articles.ts';
import type { Db } from './openStore.ts';
import { sourceIdsOfGuild } from './sources.ts';
import { findMainTopics } from './stories.ts';

/** A story that helps to understand another one, by one of its articles. */
export type RelatedStory = {
  readonly storyId: number;
  readonly title: string;
  readonly url: string;
  readonly outlet: string;
  readonly language: string;
  readonly publishedAt: Date;
  /** What both have in common, as their texts spell it; countries as codes (`JP`). */
  readonly reason: Reason;
  /** How long before the subject it was, in milliseconds; negative when it came later. */
  readonly earlierMs: number;
};

/** A text to find relatives of: an article, or a page that somebody read. */
export type SubjectText = Parameters<typeof tellingOf>[0];

const dayMs = 86_400_000;
const backMs = 400 * dayMs;
const forwardMs = 30 * dayMs;
const mostTexts = 6;
const mostTerms = 18;
const mostHits = 120;
const mostCandidates = 48;
/** A term that stands in more of all articles points at nothing. */
const mostOfAll = 0.02;
const fewestThatAreMany = 12;

/**
 * Stories that help to understand a text or a story, from months before to some weeks after it, in every language: by
 * BM25 over its rarest names and words, and across languages by countries and how names sound.
 *
 * @param texts  of the story: the first count most; at least one
 * @param guildId  only of the sources that this server gets
 * @param except  stories that are never among them: the one itself
 * @see TREC News Track 2018: BM25 restricted to earlier articles finds background as well as anything simple
 */
export async function findRelated(
  db: Db,
  texts: readonly SubjectText[],
  options: { guildId: string | null; except: readonly number[]; limit: number },
): Promise<RelatedStory[]> {
  const { subject, topic, candidates, rarity } = await findCandidates(db, texts, options);
  return chooseRelated({ tellings: subject, topic }, candidates, rarity, options.limit).map(({ story, reason }) => ({
    storyId: story.storyId,
    title: story.article.title,
    url: story.article.url,
    outlet: story.outlet,
    language: story.article.language,
    publishedAt: story.article.publishedAt,
    reason: spelled(reason, [...texts, story.article]),
    earlierMs:
      Math.min(...subject.map(({ publishedAt }) => publishedAt.getTime())) - story.article.publishedAt.getTime(),
  }));
}

/** The story that a text of a page tells too: one of about the same time that says so much alike; null when there is none. */
export async function findSameStory(
  db: Db,
  text: SubjectText,
  options: { guildId: string | null },
): Promise<number | null> {
  const { subject, candidates, rarity } = await findCandidates(db, [text], { ...options, except: [] });
  const same = candidates.find(({ telling }) => subject.some((own) => tellSameEvent(own, telling, rarity)));
  return same?.storyId ?? null;
}

/** What may be related to a text: an article of each story that shares rare terms or signs with it. */
async function findCandidates(
  db: Db,
  texts: readonly SubjectText[],
  options: { guildId: string | null; except: readonly number[] },
) {
  const outlets = await findOutlets(db);
  const subject = perLanguage(texts).map((text) => tellingOf(text, outlets));
  const terms = await countTerms(db, subject);
  const rarity = rarityIn(terms);
  const times = subject.map(({ publishedAt }) => publishedAt.getTime());
  const within = { from: Math.min(...times) - backMs, to: Math.max(...times) + forwardMs, ...options };
  const found = new Map<number, number>();
  for (const telling of subject) {
    const hits = await findByTerms(db, rarest(telling, rarity, terms), within);
    for (const { storyId, articleId } of hits) if (!found.has(storyId)) found.set(storyId, articleId);
  }
  for (const { storyId, articleId } of await findBySigns(db, rarestSigns(subject, terms), within)) {
    if (!found.has(storyId)) found.set(storyId, articleId);
  }
  const topics = await findMainTopics(db, [...found.keys(), ...options.except]);
  const candidates = await readCandidates(db, [...found.values()], topics, outlets);
  const [topic = null] = options.except.flatMap((storyId) => topics.get(storyId) ?? []);
  return { subject, topic, candidates, rarity };
}

/** The first two texts of each language. */
function perLanguage(texts: readonly SubjectText[]): SubjectText[] {
  const byLanguage = Map.groupBy(texts, ({ language }) => language);
  return [...byLanguage.values()].flatMap((same) => same.slice(0, 2)).slice(0, mostTexts);
}

/** How often terms occur. */
type Terms = {
  /** In how many articles the rarest token of a name or word stands. */
  readonly countOf: (term: string) => number;
  /** How many stories show a sign. */
  readonly signCount: (sign: string) => number;
  readonly articles: number;
  /** By language: words are counted among the articles in theirs. */
  readonly articlesIn: (language: string) => number;
};

async function countTerms(db: Db, subject: readonly Telling[]): Promise<Terms> {
  const tokens = new Set(subject.flatMap(({ names, words }) => [...names, ...words].flatMap(tokensOf)));
  const signs = new Set(subject.flatMap((telling) => [...telling.signs]));
  const { rows } = await sql<{ term: string; count: number }>`
    SELECT w.value AS term, v.doc AS count
    FROM json_each(${JSON.stringify([...tokens])}) w JOIN articles_words v ON v.term = w.value
    UNION ALL
    SELECT s.value, (SELECT count(*) FROM story_signs WHERE sign = s.value)
    FROM json_each(${JSON.stringify([...signs])}) s
  `.execute(db);
  const languages = await db
    .selectFrom('articles')
    .select((eb) => ['language', eb.fn.countAll<number>().as('count')])
    .groupBy('language')
    .execute();
  const byLanguage = new Map(languages.map(({ language, count }) => [language, count]));
  const counts = new Map(rows.map(({ term, count }) => [term, count]));
  const memory = new Map<string, number>();
  return {
    signCount: (sign) => counts.get(sign) ?? 0,
    countOf: (term) => {
      const known = memory.get(term);
      if (known !== undefined) return known;
      const tokens = tokensOf(term);
      const count = tokens.length > 0 ? Math.min(...tokens.map((token) => counts.get(token) ?? 0)) : 0;
      memory.set(term, count);
      return count;
    },
    articles: languages.reduce((sum, { count }) => sum + count, 0),
    articlesIn: (language) => byLanguage.get(language) ?? 1,
  };
}

/** @param fewest  among fewer articles than these nothing counts as rare: grammar looks rare there too */
function idf(count: number, articles: number, fewest: number): number {
  const rarity = Math.log((articles + 1) / (count + 0.5)) / Math.log(Math.max(articles, fewest) + 2);
  return Math.min(1, Math.max(0, rarity));
}

function rarityIn(terms: Terms): Rarity {
  return {
    word: (word, language) => idf(terms.countOf(word), terms.articlesIn(language), 200),
    name: (name) => idf(terms.countOf(name), terms.articles, 60),
    sign: (sign) => idf(terms.signCount(sign), terms.articles, 100),
  };
}

/** The rarest of an article's names and of its words: those that the fewest others hold. */
function rarest({ names, words, language }: Telling, rarity: Rarity, terms: Terms): string[] {
  const most = Math.max(fewestThatAreMany, terms.articlesIn(language) * mostOfAll);
  const best = (from: ReadonlySet<string>, rarityOf: Rarity['word']) =>
    Array.from(from)
      .filter((term) => terms.countOf(term) <= most)
      .sort((a, b) => rarityOf(b, language) - rarityOf(a, language))
      .slice(0, mostTerms);
  return [...best(names, rarity.name), ...best(words, rarity.word)];
}

function rarestSigns(subject: readonly Telling[], terms: Terms): string[] {
  const most = Math.max(fewestThatAreMany, terms.articles * mostOfAll);
  const signs = new Set(subject.flatMap((telling) => [...telling.signs]));
  return Array.from(signs).filter((sign) => terms.signCount(sign) <= most);
}

/** What the publishers call themselves stands in their articles and says nothing about them. */
async function findOutlets(db: Db): Promise<Set<string>> {
  const rows = await db.selectFrom('sources').select(['publisher', 'owner']).execute();
  return new Set(rows.flatMap(({ publisher, owner }) => [publisher.toLowerCase(), owner.toLowerCase()]));
}

type Within = {
  readonly from: number;
  readonly to: number;
  readonly guildId: string | null;
  readonly except: readonly number[];
};
type Hit = { readonly storyId: number; readonly articleId: number };

/** The stories whose articles hold these terms best. */
async function findByTerms(db: Db, terms: readonly string[], within: Within): Promise<Hit[]> {
  const phrases = terms.map((term) => tokensOf(term).join(' ')).filter(Boolean);
  if (phrases.length === 0) return [];
  const { rows } = await sql<Hit>`
    WITH hits AS (
      SELECT rowid AS id FROM articles_fts
      WHERE articles_fts MATCH ${phrases.map((phrase) => `"${phrase}"`).join(' OR ')} ORDER BY rank LIMIT ${mostHits}
    )
    SELECT a.story_id AS storyId, a.id AS articleId FROM hits CROSS JOIN articles a ON a.id = hits.id
    WHERE a.story_id IS NOT NULL AND a.story_id NOT IN (SELECT value FROM json_each(${JSON.stringify(within.except)}))
      AND a.published_at BETWEEN ${within.from} AND ${within.to}
      AND a.source_id IN ${sourceIdsOfGuild(db, within.guildId)}
  `.execute(db);
  return oneEach(rows);
}

/** The stories that share most of the rarer signs, two of them at least. */
async function findBySigns(db: Db, signs: readonly string[], within: Within): Promise<Hit[]> {
  if (signs.length < 2) return [];
  const { rows } = await sql<Hit>`
    WITH shared AS (
      SELECT story_id, count(*) AS signs FROM story_signs
      WHERE sign IN (SELECT value FROM json_each(${JSON.stringify(signs)}))
      GROUP BY story_id HAVING signs > 1 ORDER BY signs DESC LIMIT ${mostHits}
    )
    SELECT shared.story_id AS storyId, min(a.id) AS articleId
    FROM shared CROSS JOIN articles a ON a.story_id = shared.story_id
    WHERE shared.story_id NOT IN (SELECT value FROM json_each(${JSON.stringify(within.except)}))
      AND a.published_at BETWEEN ${within.from} AND ${within.to}
      AND a.source_id IN ${sourceIdsOfGuild(db, within.guildId)}
    GROUP BY shared.story_id ORDER BY shared.signs DESC
  `.execute(db);
  return oneEach(rows);
}

function oneEach(hits: readonly Hit[]): Hit[] {
  const stories = new Map<number, Hit>();
  for (const hit of hits) if (!stories.has(hit.storyId)) stories.set(hit.storyId, hit);
  return [...stories.values()].slice(0, mostCandidates);
}

async function readCandidates(
  db: Db,
  articleIds: readonly number[],
  topics: ReadonlyMap<number, string>,
  outlets: ReadonlySet<string>,
) {
  const rows = await db
    .selectFrom('articles')
    .innerJoin('sources', 'sources.id', 'articles.source_id')
    .selectAll('articles')
    .select('sources.publisher')
    .where('articles.id', 'in', [...articleIds])
    .execute();
  return rows.map((row) => {
    const article = articleFromRow(row);
    const storyId = row.story_id ?? 0;
    const topic = topics.get(storyId) ?? null;
    return { storyId, article, topic, outlet: row.publisher, telling: tellingOf(article, outlets) };
  });
}

/** What several texts of one story have in common, and how telling each of it is. */
export async function findTelling(
  db: Db,
  texts: readonly SubjectText[],
): Promise<{ tellings: Telling[]; rarity: Rarity }> {
  const outlets = await findOutlets(db);
  const tellings = texts.map((text) => tellingOf(text, outlets));
  return { tellings, rarity: rarityIn(await countTerms(db, tellings)) };
}

/** Names as the first of the texts that holds them spells them. */
function spelled({ kind, shared }: Reason, texts: readonly SubjectText[]): Reason {
  if (kind === 'places') return { kind, shared: shared.map((code) => code.replace('region:', '')) };
  const spellings = texts.map(({ title, summary, text }) => `${title}\n${summary}\n${text}`);
  if (kind === 'topic') return { kind, shared };
  return {
    kind,
    shared: shared.map(
      (term) => spellings.map((text) => spelledIn(text, term)).find((found) => found !== term) ?? term,
    ),
  };
}
