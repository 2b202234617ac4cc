import { readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createCluster } from '../../src/pipeline/cluster.ts';
import { sourcesOfGuild, syncCatalogue } from '../../src/store/sources.ts';
import { aNewArticle, monday } from '../support/articles.ts';
import { someFacts } from '../support/sources.ts';
import { addToStory, aTemporaryFile, openTestStore, rowsOf, storeArticles } from '../support/store.ts';

const folder = new URL('../../src/store/migrations/', import.meta.url);

/** A file as the first edition left it, with two stories of three articles and one article that waits. */
function aFirstEdition(): string {
  const file = aTemporaryFile();
  const sqlite = new Sqlite(file);
  sqlite.exec(readFileSync(new URL('001_first_edition.sql', folder), 'utf8'));
  sqlite.exec(`PRAGMA application_id = ${0x54494449}; PRAGMA user_version = 1;`);
  sqlite.exec(`
    INSERT INTO sources (key, publisher, title, url, owner, language, kind, in_catalogue, interval_ms, next_poll_at)
    VALUES ('harbour', 'The Harbour Times', 'News', 'https://harbour.example/feed', 'Harbour', 'en', 'press', 1, 1, 0);
    INSERT INTO stories (created_at, changed_at, headline, language) VALUES (0, 0, 'One', 'en'), (0, 0, 'Two', 'en');
  `);
  const insert = sqlite.prepare(`
    INSERT INTO articles (source_id, identity, url, canonical_url, title, summary, text, language, published_at,
      content_hash, first_seen_at, seeded, story_id)
    VALUES (1, $identity, $name, $name, $name, '', '', 'en', $at, $name, $at, 0, $story)
  `);
  for (const [name, story] of [
    ['a', 1],
    ['b', 2],
    ['c', null],
    ['d', 1],
  ]) {
    // biome-ignore format: a table
    insert.run({ name, story, at: monday.getTime(), identity: name === 'd' ? 'guid:tag:d' : `url:${name}` });
  }
  sqlite.close();
  return file;
}

test('a database of the first edition keeps its rows and goes on', async () => {
  const db = openTestStore(aFirstEdition());
  const articles = await rowsOf(db, 'articles');
  expect(articles.map(({ title, story_id, placed }) => [title, story_id, placed])).toEqual([
    ['a', 1, 1],
    ['b', 2, 2],
    ['c', null, null],
    ['d', 1, 4],
  ]);
  const [source] = await sourcesOfGuild(db, 'nobody');
  await addToStory(db, source!, { title: 'e', storyId: 2 });
  await createCluster({ db, findTopics: () => [], now: () => monday })();
  const later = (await rowsOf(db, 'articles')).map(({ title, placed }) => [title, placed]);
  expect(new Map(later as [string, number][])).toEqual(new Map([['a', 1], ['b', 2], ['c', 6], ['d', 4], ['e', 5]])); // biome-ignore format: a table
  expect(await rowsOf(db, 'failed_briefs')).toEqual([]);
});

test('what a database of the first edition has read is known again, with or without a guid', async () => {
  const db = openTestStore(aFirstEdition());
  const [source] = await sourcesOfGuild(db, 'guild');
  expect(source).toMatchObject({ key: 'harbour', intervalMs: 1, reads: 0, identityRung: 'guid', heldSince: null });
  const known = [
    aNewArticle({ url: 'b', urlKey: 'b', title: 'b', contentHash: 'b' }),
    aNewArticle({ url: 'x', urlKey: 'x', title: 'd', contentHash: 'd', guidKey: 'tag:d' }),
  ];
  const fresh = aNewArticle({ title: 'Bridge inquiry opens', url: 'https://harbour.example/bridge' });
  const stored = await storeArticles(db, source!, [...known, fresh]);
  expect(stored).toMatchObject({ added: 1, edited: 0 });
  await syncCatalogue(db, [someFacts({ key: 'harbour', url: 'https://harbour.example/feed' })], monday);
  expect(await rowsOf(db, 'sources')).toMatchObject([
    { interval_ms: 1, catalogue_url: 'https://harbour.example/feed' },
  ]);
});
