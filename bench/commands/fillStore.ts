import Sqlite from 'better-sqlite3';
import type { Brief } from '../../src/news/brief.ts';
import type { SourceFacts } from '../../src/news/source.ts';
import { topics } from '../../src/news/topic.ts';
import { toJson } from '../../src/store/json.ts';
import { openStore } from '../../src/store/openStore.ts';
import { syncCatalogue } from '../../src/store/sources.ts';
import { indexText } from '../../src/text/tokens.ts';
import { generator } from '../generator.ts';
import { createWriter, type Script, scripts, type Writer } from '../search/writer.ts';

/** What a database is filled with: articles over so many days until `now`, and briefs of the last ones. */
export type Filling = { readonly articles: number; readonly days: number; readonly now: Date };

const sourceCount = 600;
const perTransaction = 5_000;
const dayMs = 86_400_000;
/** Of ten articles, so many found a new story; the others join one of those that are still open. */
const newStories = 0.55;
const openStories = 400;
const ownWords = 6;
const signsEach = 4;
const signCount = 20_000;
const briefedMs = 2 * dayMs;
const languageOf: Readonly<Record<Script, string>> = { latin: 'en', han: 'ja', arabic: 'ar' };

/** The sources of every filled database. */
export const sources: readonly SourceFacts[] = Array.from({ length: sourceCount }, (_, index) => ({
  key: `source-${index}`,
  publisher: `Publisher ${index}`,
  title: `Title ${index}`,
  url: `https://publisher-${index}.example/feed`,
  site: null,
  owner: `Owner ${index}`,
  country: ['US', 'JP', 'EG'][index % 3] ?? null,
  language: ['en', 'ja', 'ar'][index % 3] ?? 'en',
  topics: [],
  kind: 'press',
}));

type OpenStory = {
  readonly id: number;
  readonly script: Script;
  readonly words: string;
  readonly topic: string;
  readonly articles: Brief['sources'][number][];
};

/**
 * Fills a new database with articles in three scripts, with words as common as words are, joined to stories with topics
 * and signs; the stories of the last two days have briefs. Always the same for the same wish.
 */
export async function fillStore(file: string, filling: Filling): Promise<void> {
  const db = openStore(file);
  await syncCatalogue(db, sources, filling.now);
  await db.destroy();
  const sqlite = new Sqlite(file);
  sqlite.pragma('synchronous = OFF');
  const add = sqlite.transaction(createAdd(sqlite, filling));
  for (let id = 1; id <= filling.articles; id += perTransaction) {
    add(id, Math.min(id + perTransaction, filling.articles + 1));
  }
  sqlite.exec('UPDATE word_index SET last_article = (SELECT max(id) FROM articles)');
  sqlite.exec('UPDATE stories SET followed = version');
  sqlite.exec('ANALYZE');
  sqlite.close();
}

function createAdd(sqlite: Sqlite.Database, { articles, days, now }: Filling): (from: number, to: number) => void {
  const insert = (table: string, columns: readonly string[]) =>
    sqlite.prepare(`INSERT INTO ${table} (${columns}) VALUES (${columns.map((column) => `$${column}`)})`);
  const addStory = sqlite.prepare(
    'INSERT INTO stories (created_at, changed_at, headline, language) VALUES ($at, $at, $title, $language)',
  );
  const addTopic = insert('story_topics', ['story_id', 'topic', 'share']);
  const addSign = insert('story_signs', ['sign', 'story_id']);
  const touch = sqlite.prepare('UPDATE stories SET changed_at = $at, version = version + 1 WHERE id = $id');
  const addArticle = sqlite.prepare(`
    INSERT INTO articles (id, source_id, identity, url, canonical_url, title, summary, text, language, published_at,
      content_hash, first_seen_at, seeded, topics, story_id, placed)
    VALUES ($id, $source, $id, $url, $url, $title, $summary, '', $language, $at, $id, $at, 0, $topics, $story, $id)
  `);
  const addWords = insert('articles_fts', ['rowid', 'title', 'body']);
  const addBrief = sqlite.prepare(`
    INSERT OR REPLACE INTO briefs (story_id, language, story_version, written_at, content)
    VALUES ($story, $language, $version, $at, $content)
  `);
  const writers = new Map(scripts.map((script) => [script, createWriter(script, 1)]));
  const writerOf = (script: Script) => writers.get(script) as Writer;
  const chance = generator(11);
  const open: OpenStory[] = [];

  function found(id: number, at: number): OpenStory {
    const script = scripts[id % 3] as Script;
    const writer = writerOf(script);
    const words = Array.from({ length: ownWords }, () => writer.word(Math.floor(chance() * 60_000))).join(' ');
    const topic = topics[Math.floor(topics.length * chance() ** 2)]?.key ?? '';
    const { lastInsertRowid } = addStory.run({ at, title: words, language: languageOf[script] });
    const story = { id: Number(lastInsertRowid), script, words, topic, articles: [] };
    addTopic.run({ story_id: story.id, topic, share: 1 });
    const signs = new Set(Array.from({ length: signsEach }, () => `sign:${Math.floor(signCount ** chance())}`));
    for (const sign of signs) addSign.run({ sign, story_id: story.id });
    open[story.id % openStories] = story;
    return story;
  }

  return (from, to) => {
    for (let id = from; id < to; id++) {
      const at = Math.floor(now.getTime() - days * dayMs * (1 - id / articles));
      const known = chance() < newStories ? undefined : open[Math.floor(chance() * openStories)];
      const story = known ?? found(id, at);
      if (known) touch.run({ at, id: story.id });
      const writer = writerOf(story.script);
      const language = languageOf[story.script];
      const title = `${story.words} ${writer.words(4)}`;
      const summary = Array.from({ length: 4 }, () => writer.words(15)).join('. ');
      const source = 1 + Math.floor(chance() * sourceCount);
      const url = `https://publisher-${source - 1}.example/${id}`;
      addArticle.run({
        ...{ id, source, url, title, summary, language, at, story: story.id },
        topics: JSON.stringify([story.topic]),
      });
      addWords.run({ rowid: id, title: indexText(title), body: indexText(summary) });
      story.articles.push({
        number: story.articles.length + 1,
        articleId: id,
        outlet: `Publisher ${source - 1}`,
        country: 'US',
        language,
        title,
        url,
        publishedAt: new Date(at),
        copyOf: null,
      });
      if (now.getTime() - at > briefedMs) continue;
      const version = story.articles.length;
      addBrief.run({ story: story.id, language, version, at, content: toJson(briefOf(story, summary, at)) });
    }
  };
}

function briefOf({ id, articles }: OpenStory, text: string, at: number): Brief {
  const [first] = articles as [OpenStory['articles'][number]];
  const sentence = (say: string) => ({
    text: say,
    language: first.language,
    sources: [1],
    receipts: [{ source: 1, text: say }],
    isRewritten: false,
  });
  const said = text.split('. ').map((part) => sentence(`${part}.`));
  return {
    storyId: id,
    language: first.language,
    storyVersion: articles.length,
    writer: 'extractive',
    headline: first.title,
    url: first.url,
    imageUrl: null,
    standfirst: said.slice(0, 2),
    opening: null,
    sections: [{ kind: 'happened', sentences: said.slice(2) }],
    figures: [],
    quotations: [],
    timeline: [{ date: new Date(at).toISOString().slice(0, 10), sentence: sentence(first.title) }],
    disagreements: [],
    sources: articles,
  };
}
