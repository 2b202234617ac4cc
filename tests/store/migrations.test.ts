import { readdirSync, readFileSync } from 'node:fs';
import Sqlite from 'better-sqlite3';
import { expect, test } from 'vitest';
import { writeQuery } from '../../src/news/query.ts';
import { createCluster } from '../../src/pipeline/cluster.ts';
import { claimCorrections } from '../../src/store/corrections.ts';
import { findGuildTopics } from '../../src/store/guildTopics.ts';
import { findStoriesOnOwnTopic, searchArticles } from '../../src/store/search.ts';
import { sourcesOfGuild, syncCatalogue } from '../../src/store/sources.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { aQuery } from '../support/aQuery.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
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

test('the words of a server’s own topics become queries, and every article is found again', async () => {
  const file = aFirstEdition();
  const sqlite = new Sqlite(file);
  const words = JSON.stringify(['ferry', 'sea lane', 'OR', 'Côte "d’Azur"', '海の声']);
  for (const next of ['002_placing_and_writing', '003_sources_at_full_strength', '004_lists_and_notices'])
    sqlite.exec(readFileSync(new URL(`${next}.sql`, folder), 'utf8'));
  sqlite.exec(`
    PRAGMA user_version = 4;
    INSERT INTO guild_topics (guild_id, name, words, created_by, created_at) VALUES
      ('guild', 'Folder', '[]', 'ada', 0), ('guild', 'Ships', '${words}', 'ada', 0);
    INSERT INTO guild_topic_sources (topic_id, source_id) VALUES (1, 1);
    UPDATE articles SET title = '東京都の連絡船', text = 'A ferry sails.' WHERE title = 'a';
  `);
  sqlite.close();
  const db = openTestStore(file);
  const topics = await findGuildTopics(db, 'guild');
  expect(topics.map(({ name, query, sources }) => [name, query && writeQuery(query), sources])).toEqual([
    ['Folder', null, [1]],
    ['Ships', 'ferry OR "sea lane" OR "OR" OR "Côte  d’Azur" OR "海の声"', []],
  ]);
  expect(await findStoriesOnOwnTopic(db, topics[1]!, { guildId: null, since: hours(-9) })).toEqual(new Set([1]));
  const found = await searchArticles(db, aQuery('東京都'), { guildId: null, now: monday, limit: 9 });
  expect(found.map(({ articleId }) => articleId)).toEqual([1]);
});

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
  await createCluster({ db, findSubject: () => ({ topics: [], isNews: true }), now: () => monday })();
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

test('what was delivered before a briefing could be several messages is still known, and can be put right', async () => {
  const file = aTemporaryFile();
  const sqlite = new Sqlite(file);
  sqlite.function('index_text', (text) => String(text));
  const earlier = readdirSync(folder).filter((name) => name < '021');
  for (const name of earlier.toSorted()) sqlite.exec(readFileSync(new URL(name, folder), 'utf8'));
  sqlite.exec(`
    PRAGMA application_id = ${0x54494449}; PRAGMA user_version = 20;
    INSERT INTO subscriptions (guild_id, channel_id, created_by, created_at, topics, times, weekdays, time_zone, language,
      max_stories, next_due_at) VALUES ('guild', 'channel', 'ada', 0, '[]', '["07:00"]', '[1]', 'UTC', 'en', 6, 0);
    INSERT INTO briefings (subscription_id, channel_id, due_at, created_at, content)
      VALUES (1, 'channel', 0, 0, '{"items":[1,2,3]}');
    INSERT INTO deliveries (briefing_id, channel_id, nonce, status, message_id, next_attempt_at, created_at, sent_at)
      VALUES (1, 'channel', 'n', 'sent', 'message', 0, 0, 5);
    INSERT INTO corrections (delivery_id, next_attempt_at, created_at) VALUES (1, 0, 0);
  `);
  sqlite.close();
  const db = openTestStore(file);
  expect(await rowsOf(db, 'deliveries')).toMatchObject([
    { id: 1, message_id: 'message', sent_at: 5, part: 0, first_item: 0, end_item: null, form: 'whole', post_key: null },
  ]);
  const [waiting] = await claimCorrections(db, { worker: 'one', now: monday, leaseMs: 1, limit: 9 });
  expect(waiting).toMatchObject({ messageId: 'message', part: { number: 0, from: 0, to: 3, isLast: true } });
  expect(await findSubscriptions(db, 'guild')).toMatchObject([{ layout: 'cards', images: true, postPer: null }]);
  await db.deleteFrom('briefings').execute();
  expect(await rowsOf(db, 'corrections')).toEqual([]);
});

test('a card that waited for its channel at no time is tried when its subscription goes on', async () => {
  const file = aTemporaryFile();
  const sqlite = new Sqlite(file);
  sqlite.function('index_text', (text) => String(text));
  const earlier = readdirSync(folder).filter((name) => name < '028');
  for (const name of earlier.toSorted()) sqlite.exec(readFileSync(new URL(name, folder), 'utf8'));
  sqlite.exec(`
    PRAGMA application_id = ${0x54494449}; PRAGMA user_version = 27;
    INSERT INTO live_subscriptions (kind, guild_id, channel_id, created_by, created_at, topics, language, min_origins,
      per_hour, mentions_per_day, time_zone) VALUES ('live', 'guild', 'channel', 'ada', 0, '[]', 'en', 2, 5, 1, 'UTC');
    INSERT INTO cards (subscription_id, story_id, channel_id, content, changed_at, story_version, nonce, next_attempt_at,
      created_at) VALUES (1, 1, 'channel', '{}', 5, 1, 'n', ${Number.MAX_SAFE_INTEGER}, 5);
  `);
  sqlite.close();
  const db = openTestStore(file);
  expect(await rowsOf(db, 'cards')).toMatchObject([{ counted_at: 5, next_attempt_at: 0 }]);
});
