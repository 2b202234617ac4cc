import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { NewArticle } from '../../src/news/article.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findRelated } from '../../src/store/related.ts';
import { findStoriesWithWords, searchArticles } from '../../src/store/search.ts';
import { addSourceToGuild, removeSourceFromGuild } from '../../src/store/sources.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { aReadSource, someFacts } from '../support/sources.ts';
import { addArticle, addSources, addToStory, openTestStore, storeArticles } from '../support/store.ts';

async function titlesFor(db: Db, typed: string, wish: { guildId?: string; since?: Date; limit?: number } = {}) {
  const found = await searchArticles(db, typed, { guildId: 'guild', now: monday, limit: 10, ...wish });
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
      expect((await findStoriesWithWords(db, [text, 'bridge'], { guildId: null, since: hours(-9) })).size).toBe(0);
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
  expect(
    await findStoriesWithWords(db, ['ferries', 'ferry', 'water tax'], { guildId: null, since: hours(-9) }),
  ).toEqual(new Set([ferry, vote]));
  expect(await findStoriesWithWords(db, ['ferry'], { guildId: null, since: hours(0) })).toEqual(new Set());
  expect(await findStoriesWithWords(db, ['…'], { guildId: null, since: hours(-9) })).toEqual(new Set());
});

test('related stories share what is rare, never the story itself', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const page = (path: string) => `https://harbour.example/${path}`;
  const { storyId } = await addToStory(db, source!, {
    title: 'Ferry Alba Queen leaves Stanewick dock',
    url: page('a'),
  });
  const { storyId: before } = await addToStory(db, source!, {
    title: 'Alba Queen breaks down off Stanewick',
    url: page('b'),
  });
  for (let index = 0; index < 60; index++) {
    await addToStory(db, source!, {
      title: `Council meets number ${index}`,
      summary: 'Nothing.',
      url: page(`${index}`),
    });
  }
  const subject = { title: 'Ferry Alba Queen leaves Stanewick dock', lead: '', language: 'en' };
  const related = await findRelated(db, subject, { guildId: null, exceptStory: storyId, limit: 5 });
  expect(related.map((found) => found.storyId)).toEqual([before]);
  expect(await findRelated(db, { ...subject, title: '…' }, { guildId: null, exceptStory: null, limit: 5 })).toEqual([]);
});
