import Sqlite from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';
import type { NewArticle } from '../../src/news/article.ts';
import { pairsOf } from '../../src/news/storyLabels.ts';
import { createCluster } from '../../src/pipeline/cluster.ts';
import { saveLabels } from '../../src/store/labels.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findMainTopics, foundStory } from '../../src/store/stories.ts';
import { createFindSubject } from '../../src/text/topics.ts';
import { hours, monday } from '../support/articles.ts';
import { addArticle, addSources, aTemporaryFile, openTestStore, rowsOf } from '../support/store.ts';

const findSubject = createFindSubject({
  topicWords: { en: { politics: ['parliament'] } },
  noNewsWords: { en: ['horoscope'] },
});

const report =
  'The ferry Alba Queen sails to Stanewick again on Saturday after eleven weeks in dock. Engineers found 14 cracks in its main shaft in September and ordered a new one from a yard in Orbel.';
const ferry = { title: 'Alba Queen ferry leaves dock for Stanewick', summary: report };
const copy = { title: 'Ferry Alba Queen to leave dock', summary: report };
const own = {
  title: 'Stanewick gets its ferry Alba Queen back after eleven weeks',
  summary:
    'Islanders cheered when the Alba Queen left the dock: 14 cracks in the shaft had kept the ferry from Stanewick since September.',
};
const vote = {
  title: 'Parliament in Lauen rejects the water tax',
  summary: 'Members voted by 61 to 44 against the tax on water that the government of Petra Holm had proposed.',
};

async function aWorld(db = openTestStore()) {
  const sources = await addSources(db, { key: 'a' }, { key: 'b' }, { key: 'c' });
  let count = 0;
  return {
    db,
    add: (source: number, article: Partial<NewArticle>) => {
      count += 1;
      const publishedAt = new Date(hours(-9).getTime() + count * 60_000);
      return addArticle(db, sources[source]!, { url: `https://x.example/${count}`, publishedAt, ...article });
    },
  };
}

function clusterOf(db: Db, now = monday) {
  return createCluster({ db, findSubject, now: () => now });
}

/** Each article's story and original, by id. */
async function placesOf(db: Db): Promise<[story: number | null, copyOf: number | null][]> {
  return (await rowsOf(db, 'articles')).map((row) => [row.story_id, row.copy_of]);
}

test('articles about one event become one story, others stories of their own', async () => {
  const { db, add } = await aWorld();
  await add(0, ferry);
  await add(1, vote);
  await add(2, own);
  expect(await clusterOf(db)()).toBe(3);
  expect(await placesOf(db)).toEqual([[1, null], [2, null], [1, null]]); // biome-ignore format: a table
});

test('a copy is known as one, whoever printed it first', async () => {
  const { db, add } = await aWorld();
  await add(0, ferry);
  await add(1, copy);
  await add(2, own);
  await clusterOf(db)();
  expect(await placesOf(db)).toEqual([[1, null], [1, 1], [1, null]]); // biome-ignore format: a table
});

test('the earlier published is the original, also when it was stored later', async () => {
  const { db, add } = await aWorld();
  await add(0, { ...copy, publishedAt: hours(-1) });
  await add(1, { ...ferry, publishedAt: hours(-2) });
  await clusterOf(db)();
  expect(await placesOf(db)).toEqual([[1, 2], [1, null]]); // biome-ignore format: a table
});

test('a later article joins the story that stands, and its version says so', async () => {
  const { db, add } = await aWorld();
  const cluster = clusterOf(db);
  await add(0, ferry);
  await cluster();
  await add(1, own);
  await cluster();
  expect(await rowsOf(db, 'stories')).toMatchObject([{ id: 1, version: 2, headline: ferry.title }]);
  expect(await cluster()).toBe(0);
  expect(await rowsOf(db, 'stories')).toMatchObject([{ version: 2 }]);
});

test('after a restart the index is rebuilt from the database: stories and originals are found again', async () => {
  const { db, add } = await aWorld();
  await add(0, ferry);
  await add(1, vote);
  await clusterOf(db)();
  await add(1, copy);
  await add(2, own);
  await clusterOf(db)();
  expect(await placesOf(db)).toEqual([[1, null], [2, null], [1, 1], [1, null]]); // biome-ignore format: a table
});

test('what another copy of this stage placed is known here', async () => {
  const { db, add } = await aWorld();
  const [here, there] = [clusterOf(db), clusterOf(db)];
  await add(0, vote);
  await here();
  await add(0, ferry);
  await there();
  await add(1, own);
  await here();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2, 2]);
});

test('two copies of this stage at the same moment place every article once', async () => {
  const { db, add } = await aWorld();
  for (const article of [ferry, vote, own]) await add(0, article);
  await Promise.all([clusterOf(db)(), clusterOf(db)()]);
  const places = await placesOf(db);
  expect(places.map(([story]) => story)).not.toContain(null);
  const stories = await rowsOf(db, 'stories');
  expect(stories.filter(({ id }) => !places.some(([story]) => story === id))).toEqual([]);
  expect(places[0]![0]).toBe(places[2]![0]);
});

test('after a restart a running story still has its founder, however old that is', async () => {
  const { db, add } = await aWorld();
  await add(0, { ...ferry, publishedAt: hours(-100) });
  await clusterOf(db, hours(-100))();
  await add(1, { ...vote, publishedAt: hours(-40) });
  await add(1, { ...own, publishedAt: hours(-40) });
  await clusterOf(db, hours(-40))();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2, 1]);
  await add(2, copy);
  await clusterOf(db)();
  expect((await placesOf(db)).at(-1)).toEqual([1, 1]);
});

test('an article that another process places at the last moment stays where that put it, until more is known', async () => {
  const file = aTemporaryFile();
  const { db, add } = await aWorld(openTestStore(file));
  const elsewhere = new Sqlite(file);
  onTestFinished(() => void elsewhere.close());
  await add(0, ferry);
  await add(0, vote);
  let isLost = false;
  const losing = createCluster({
    db,
    now: () => monday,
    findSubject: () => {
      if (isLost) elsewhere.exec('UPDATE articles SET story_id = 2, placed = 3 WHERE id = 3');
      return { topics: [], isNews: true };
    },
  });
  await losing();
  await add(1, own);
  isLost = true;
  await losing();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2, 2]);
  isLost = false;
  await add(2, own);
  await losing();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2, 1, 1]);
});

test('articles move to where they belong, but not out of a story that people have spoken about', async () => {
  for (const isLabelled of [false, true]) {
    const { db, add } = await aWorld();
    const cluster = clusterOf(db);
    await add(0, ferry);
    await add(0, vote);
    await cluster();
    await add(1, own);
    await db.updateTable('articles').set({ story_id: 2, placed: 3 }).where('id', '=', 3).execute();
    const word = { guildId: 'guild', userId: 'ada', now: monday };
    if (isLabelled) await saveLabels(db, pairsOf([2], [3]), 'same', word);
    await add(2, own);
    await cluster();
    expect((await placesOf(db)).slice(1, 3).map(([story]) => story)).toEqual([2, isLabelled ? 2 : 1]);
  }
});

test('numbers of articles say nothing about when they were placed', async () => {
  const { db, add } = await aWorld();
  const here = clusterOf(db);
  const addAs = async (id: number, article: Partial<NewArticle>) => {
    const added = await add(0, article);
    await db.updateTable('articles').set({ id }).where('id', '=', added.id).execute();
    return { ...added, id, topics: [] };
  };
  const storyOf = async (id: number) => (await rowsOf(db, 'articles')).find((row) => row.id === id)?.story_id;
  await addAs(100, vote);
  await here();
  await addAs(101, { title: 'Orchestra of Kessel names a conductor', summary: 'Yuna Seo takes over in March.' });
  await here();
  const storyId = await foundStory(db, await addAs(90, ferry), monday);
  await addAs(102, own);
  await here();
  expect(await storyOf(102)).toBe(storyId);

  await addAs(50, copy);
  await here();
  await addAs(103, copy);
  await clusterOf(db)();
  const originals = (await rowsOf(db, 'articles')).map(({ id, copy_of }) => [id, copy_of] as const);
  expect(originals.filter(([id]) => id === 50 || id === 103)).toEqual([[50, 90], [103, 90]]); // biome-ignore format: a table
});

test('a story takes no articles after its window', async () => {
  const { db, add } = await aWorld();
  await add(0, { ...ferry, publishedAt: hours(-100) });
  await clusterOf(db, hours(-100))();
  await add(1, own);
  await clusterOf(db)();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2]);
});

test('articles in two languages that share names and figures only by chance stay apart', async () => {
  const { db, add } = await aWorld();
  await add(0, ferry);
  await add(1, {
    title: 'Regen in Orbel',
    summary: 'Am Montag regnet es in Orbel den ganzen Tag lang.',
    language: 'de',
  });
  await clusterOf(db)();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2]);
});

test('Japanese articles about one event become one story', async () => {
  const { db, add } = await aWorld();
  await add(0, {
    language: 'ja',
    title: '連絡船アルバ号、土曜日に運航再開',
    summary: '島へ向かう連絡船アルバ号は十一週間の修理を終え、土曜日に運航を再開する。',
  });
  await add(1, {
    language: 'ja',
    title: '国会、水道税を否決',
    summary: '議会は水道への新しい税を賛成四十四、反対六十一で否決した。',
  });
  await add(2, {
    language: 'ja',
    title: '島の連絡船アルバ号が再開へ',
    summary: '修理中だった連絡船アルバ号が土曜日から運航を再開すると港の事務所が発表した。',
  });
  await clusterOf(db)();
  expect((await placesOf(db)).map(([story]) => story)).toEqual([1, 2, 1]);
});

test('a story gets the topics that its articles tell', async () => {
  const { db, add } = await aWorld();
  await add(0, vote);
  await clusterOf(db)();
  expect(await findMainTopics(db, [1])).toEqual(new Map([[1, 'politics']]));
});

test('what is no news is placed, and announced nowhere', async () => {
  const { db, add } = await aWorld();
  await add(0, { title: 'Your horoscope for Monday', summary: 'Aries: rest.' });
  await add(1, vote);
  await clusterOf(db)();
  const articles = await rowsOf(db, 'articles');
  expect(articles.map(({ arrival, story_id }) => [arrival, story_id !== null])).toEqual([
    ['silent', true],
    ['news', true],
  ]);
});

test('articles in two languages that share no more than a name are joined once sources have printed both its forms', async () => {
  const english = {
    title: 'Ri Yong Ho arrives in Lauen',
    summary: 'Ri Yong Ho was welcomed with music. Ri Yong Ho will stay for some time.',
  };
  const chinese = { language: 'zh-Hans', title: '李容浩抵达', summary: '李容浩受到欢迎。李容浩将停留一段时间。' };
  const review = { language: 'zh-Hans', title: '一周回顾', summary: '外交部长是谁？是李容浩（Ri Yong Ho）。' };
  const picture = { language: 'zh-Hant', title: '人物', summary: '照片裡面的是李容浩（Ri Yong Ho）。' };
  for (const [printed, isKnown] of [
    [[], false],
    [[review], false],
    [[review, picture], true],
  ] as const) {
    // biome-ignore format: a table
    const { db, add } = await aWorld();
    for (const [source, article] of printed.entries()) await add(source, article);
    await clusterOf(db)();
    await add(0, english);
    await add(1, chinese);
    await clusterOf(db)();
    const [first, second] = (await placesOf(db)).slice(-2).map(([story]) => story);
    expect(first === second).toBe(isKnown);
  }
});
