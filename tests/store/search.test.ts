import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewArticle } from '../../src/news/article.ts';
import { queryOfWords, readQuery } from '../../src/news/query.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findSearched, findStoriesFor, searchArticles } from '../../src/store/search.ts';
import { addSourceToGuild, removeSourceFromGuild } from '../../src/store/sources.ts';
import { createMatchQuery } from '../../src/text/matchQuery.ts';
import { aQuery } from '../support/aQuery.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { aReadSource, someFacts } from '../support/sources.ts';
import { addArticle, addSources, addToStory, openTestStore, storeArticles } from '../support/store.ts';

async function titlesFor(db: Db, typed: string, wish: { guildId?: string; since?: Date; limit?: number } = {}) {
  const query = queryOfWords(typed);
  if (!query) return [];
  const found = await searchArticles(db, query, { guildId: 'guild', now: monday, limit: 10, ...wish });
  return found.map(({ title }) => title);
}

/** A store that holds one article with this title. */
async function storeWith(title: string, wish: Partial<NewArticle> = {}): Promise<Db> {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await addArticle(db, source!, { title, summary: '', ...wish });
  return db;
}

test.each([
  ['東京都で連絡船が再開', '東京都'],
  ['東京都で連絡船が再開', '東京'],
  ['東京都で連絡船が再開', '船'],
  ['東京都で連絡船が再開', '開'],
  ['東京都で連絡船が再開', '連絡船 東京'],
  ['東京都で連絡船が再開', '「連絡船が再開」'],
  ['「海の声」が優勝', '海の声'],
  ['トヨタEVの新型', 'トヨタEV'],
  ['トヨタEVの新型', '"トヨタEV"'],
  ['トヨタEVの新型', 'ﾄﾖﾀ'],
  ['𠮷野家が開店', '𠮷'],
  ['인천항에서 여객선이 뜬다', '여객선'],
  ['인천항에서 여객선이 뜬다', '인천'],
  ['인천항에서 여객선이 뜬다', '뜬다'],
  ['책 한 권', '책'],
  ['渡輪週六復航', '渡輪'],
  ['渡輪週六復航', '航'],
  ['渡轮，周六复航', '渡轮 周六'],
  ['เรือข้ามฟากกลับมา', 'ฟาก'],
  ['The ferries of Stanewick', 'ferr'],
  ['The ferries of Stanewick', '“of stanewick”'],
  ['Café in Straßburg', 'cafe'],
  ['Holm’s plan', 'Holm’s'],
  ['Паром идёт', 'паром'],
  ['العبارة تعود', 'العبارة'],
])('%s is found by %s', async (title, typed) => {
  expect(await titlesFor(await storeWith(title), typed)).toEqual([title]);
});

test.each([
  ['The ferries of Stanewick', 'ferries bridge'],
  ['The ferries of Stanewick', '“stanewick of”'],
  ['東京都で再開', '大阪'],
  ['都の東京', '「東京都」'],
  ['Fresh air', '"AI"'],
])('%s is not found by %s', async (title, typed) => {
  expect(await titlesFor(await storeWith(title), typed)).toEqual([]);
});

test('whatever is typed, searching never fails', async () => {
  const db = await storeWith('The ferries of Stanewick');
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom('\u0301', '" OR 1', 'NEAR(', '*', '²'),
  );
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      expect((await titlesFor(db, text)).length).toBeLessThanOrEqual(1);
      const read = readQuery(text);
      if ('query' in read) await findStoriesFor(db, read.query, { guildId: null, since: hours(-9) });
    }),
  );
});

test('after an edit the new words are found and the old ones no more', async () => {
  const db = await storeWith('Ferry sails');
  const edited = aNewArticle({ title: 'Boat sails', summary: '' });
  await storeArticles(db, aReadSource(), [edited], hours(1));
  expect(await titlesFor(db, 'boat')).toEqual(['Boat sails']);
  expect(await titlesFor(db, 'ferry')).toEqual([]);
});

test('one article for each story, the one that fits best', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId } = await addToStory(db, source!, { title: 'Ferry news', url: 'https://harbour.example/1' });
  await addToStory(db, source!, { title: 'Harbour news', url: 'https://harbour.example/2', storyId });
  await addArticle(db, source!, { title: 'A bird', summary: 'On a ferry.', url: 'https://harbour.example/3' });
  expect(await titlesFor(db, 'ferry')).toEqual(['Ferry news', 'A bird']);
  expect(await titlesFor(db, 'ferry', { limit: 1 })).toEqual(['Ferry news']);
});

test('of equal fit the fresher comes first, and what is too old not at all', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await addArticle(db, source!, { url: 'https://harbour.example/1', title: 'Ferry then', publishedAt: hours(-90) });
  await addArticle(db, source!, { url: 'https://harbour.example/2', title: 'Ferry now', publishedAt: hours(-1) });
  expect(await titlesFor(db, 'ferry')).toEqual(['Ferry now', 'Ferry then']);
  expect(await titlesFor(db, 'ferry', { since: hours(-24) })).toEqual(['Ferry now']);
});

test('a server finds nothing from sources that it removed or that only others added', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const own = someFacts({ key: 'https://meridian.example/feed', url: 'https://meridian.example/feed' });
  const added = await addSourceToGuild(db, 'guild', own, { userId: 'ada', now: monday });
  await addArticle(db, source!, { title: 'Ferry at Harbour' });
  await addArticle(db, added, { title: 'Ferry at Meridian', publishedAt: hours(-2) });
  await removeSourceFromGuild(db, 'other', source!.id, { userId: 'ada', now: monday });
  expect(await titlesFor(db, 'ferry')).toEqual(['Ferry at Harbour', 'Ferry at Meridian']);
  expect(await titlesFor(db, 'ferry', { guildId: 'other' })).toEqual([]);
});

test('stories are found by one of several words or phrases', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const { storyId: ferry } = await addToStory(db, source!, { title: 'Ferry sails', url: 'https://harbour.example/1' });
  const { storyId: vote } = await addToStory(db, source!, {
    title: 'Water tax falls',
    url: 'https://harbour.example/2',
  });
  await addToStory(db, source!, { title: 'Tax on water', summary: '', url: 'https://harbour.example/3' });
  expect(await findStoriesFor(db, aQuery('ferries, ferry, "water tax"'), { guildId: null, since: hours(-9) })).toEqual(
    new Set([ferry, vote]),
  );
  expect(await findStoriesFor(db, aQuery('ferry'), { guildId: null, since: hours(0) })).toEqual(new Set());
});

test('the index takes what the query takes', async () => {
  const db = openTestStore();
  const [harbour, meridian] = await addSources(db, { key: 'harbour', country: 'JP' }, { key: 'meridian' });
  const words = ['ferry', 'bridge', 'toll', '東京都'];
  for (let bits = 0; bits < 16; bits++) {
    const title = `Number ${bits} ${words.filter((_, index) => bits & (1 << index)).join(' ')}`;
    const [source, language] = bits % 3 ? [harbour!, 'ja'] : [meridian!, 'en'];
    await addToStory(db, source, { title, summary: '', language, url: `https://harbour.example/${bits}`, topics: bits % 2 ? ['economy'] : [] }); // biome-ignore format: one article
  }
  const ids = (await db.selectFrom('articles').select('id').execute()).map(({ id }) => id);
  const articles = await findSearched(db, ids);
  const term = fc.constantFrom('ferr', '"bridge toll"', '京', 'toll', 'lang:ja', 'country:JP', 'source:MERIDIAN', 'topic:economy'); // biome-ignore format: a list
  const typed = fc.letrec<{ any: string }>((tie) => ({
    any: fc.oneof(
      { depthSize: 'small' },
      term,
      fc.tuple(tie('any'), fc.constantFrom(' ', ' OR ', ' NOT '), term).map((parts) => parts.join('')),
      fc.tuple(term, fc.constantFrom('', 'OR', 'NOT'), tie('any')).map(([one, by, other]) => `${one} ${by} (${other})`),
    ),
  })).any;
  await fc.assert(
    fc.asyncProperty(typed, async (text) => {
      const read = readQuery(text);
      if ('problem' in read) return;
      const match = createMatchQuery(read.query);
      const expected = ids.filter((id) => match(articles.get(id)!));
      const found = await searchArticles(db, read.query, { guildId: null, now: monday, limit: 50 });
      expect(
        found.map(({ articleId }) => articleId).toSorted((a, b) => a - b),
        text,
      ).toEqual(expected);
      expect((await findStoriesFor(db, read.query, { guildId: null, since: hours(-99) })).size).toBe(expected.length);
    }),
    { numRuns: 300 },
  );
});
