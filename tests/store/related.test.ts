import { expect, test } from 'vitest';
import { createFollow } from '../../src/pipeline/follow.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findRelated, findSameStory } from '../../src/store/related.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { addSources, addToStory, openTestStore } from '../support/store.ts';

type Wish = Parameters<typeof aNewArticle>[0] & { readonly topics?: readonly string[] };

/** A store with sixty stories of a council, which help to understand nothing. */
async function aPaper() {
  const db = openTestStore();
  const [source] = await addSources(db, { publisher: 'Harbour Times' });
  let pages = 0;
  const tell = async (title: string, wish: Wish = {}) => {
    pages += 1;
    const article = { title, summary: '', url: `https://harbour.example/${pages}`, ...wish };
    return (await addToStory(db, source!, article)).storyId;
  };
  for (let index = 0; index < 60; index++) {
    await tell(`Council meets about the budget of number ${index}`, { publishedAt: hours(-index) });
  }
  return { db, tell };
}

async function relativesOf(db: Db, title: string, wish: Wish & { except?: number[] } = {}) {
  const { except = [], ...article } = wish;
  const subject = aNewArticle({ title, summary: '', publishedAt: monday, ...article });
  return findRelated(db, [subject], { guildId: null, except, limit: 5 });
}

test('related stories share names, from months before, and say so', async () => {
  const { db, tell } = await aPaper();
  const before = await tell('Why the Alba Maris broke down off Stanewick', { publishedAt: hours(-24 * 60) });
  const [related, ...others] = await relativesOf(db, 'The ferry Alba Maris leaves the dock at Stanewick');
  expect(related).toMatchObject({
    storyId: before,
    reason: { kind: 'names', shared: ['Alba Maris', 'Stanewick'] },
    earlierMs: 24 * 60 * 3_600_000,
  });
  expect(others).toEqual([]);
});

test('the story itself is never related, whether it is named or only tells the same', async () => {
  const { db, tell } = await aPaper();
  const title = 'The ferry Alba Maris leaves the dock at Stanewick after eleven weeks';
  const itself = await tell(title, { publishedAt: hours(-60 * 24) });
  expect(await relativesOf(db, 'Why the Alba Maris broke down off Stanewick', { except: [itself] })).toEqual([]);
  await tell(title, { publishedAt: hours(-3) });
  expect((await relativesOf(db, title)).map(({ storyId }) => storyId)).toEqual([itself]);
});

test('of two stories that tell the same, one is shown', async () => {
  const { db, tell } = await aPaper();
  const title = 'Why the Alba Maris broke down off Stanewick with 300 aboard';
  const told = [await tell(title, { publishedAt: hours(-500) }), await tell(title, { publishedAt: hours(-499) })];
  const related = await relativesOf(db, 'The ferry Alba Maris leaves the dock at Stanewick');
  expect(related).toHaveLength(1);
  expect(told).toContain(related[0]?.storyId);
});

test('over languages, stories are found by how names sound and by countries', async () => {
  const { db, tell } = await aPaper();
  const japanese = await tell('タルベニアのダネル・コルバシュ外相がスイスを訪問', {
    language: 'ja',
    publishedAt: hours(-400),
  });
  await createFollow({ db, now: () => monday, report: () => {} })();
  const related = await relativesOf(db, 'Envoys of Tarvenia under Danel Korvash arrive for talks in Switzerland');
  expect(related.map(({ storyId, language }) => [storyId, language])).toEqual([[japanese, 'ja']]);
});

test('where little is known, stories of the same topic that share some words are better than none', async () => {
  const { db, tell } = await aPaper();
  const flood = { topics: ['disaster'], summary: 'Boats carried families out of the houses.' };
  const itself = await tell('River rises over the old town', { ...flood, url: 'https://harbour.example/river' });
  const other = await tell('Dam breaks above the valley', {
    ...flood,
    summary: 'Families left by boats.',
    publishedAt: hours(-200),
  });
  await tell('Families buy boats', { summary: 'They left the shop.', publishedAt: hours(-200) });
  const related = await relativesOf(db, 'River rises over the old town', { summary: flood.summary, except: [itself] });
  expect(related.map(({ storyId, reason }) => [storyId, reason])).toEqual([
    [other, { kind: 'topic', shared: ['disaster'] }],
  ]);
});

test('that a publisher names itself relates nothing', async () => {
  const { db, tell } = await aPaper();
  await tell('Mayor opens the new pool, writes Harbour Times', { publishedAt: hours(-300) });
  expect(await relativesOf(db, 'Rare bird seen near the weir, reports Harbour Times')).toEqual([]);
});

test('whatever stands in a text, looking for relatives never fails', async () => {
  const { db } = await aPaper();
  for (const title of ['…', '"', '" OR 1', 'NEAR(', '𠮷野家', '\u0301', 'AND', '*', '﷽']) {
    expect(await relativesOf(db, title, { summary: title.repeat(50) })).toEqual([]);
  }
});

test('a page that tells a story is placed with it, another is not', async () => {
  const { db, tell } = await aPaper();
  const title = 'The ferry Alba Maris leaves the dock at Stanewick after eleven weeks';
  const storyId = await tell(title, { publishedAt: hours(-5) });
  const page = (text: string, at = monday) => aNewArticle({ title: text, summary: '', publishedAt: at });
  const copy = 'After eleven weeks the ferry Alba Maris leaves the Stanewick dock';
  expect(await findSameStory(db, page(copy), { guildId: null })).toBe(storyId);
  expect(await findSameStory(db, page(copy, hours(24 * 9)), { guildId: null })).toBeNull();
  expect(await findSameStory(db, page('Why the Alba Maris is sold to Norway'), { guildId: null })).toBeNull();
});
