import { expect, test } from 'vitest';
import { pairsOf } from '../../src/news/storyLabels.ts';
import { createCluster } from '../../src/pipeline/cluster.ts';
import { mergeBridged } from '../../src/pipeline/mergeBridged.ts';
import { saveLabels } from '../../src/store/labels.ts';
import { mergeStories, splitStory } from '../../src/store/storyChanges.ts';
import { hours, monday } from '../support/articles.ts';
import { addArticle, addSources, openTestStore, rowsOf } from '../support/store.ts';

const report =
  'The ferry Alba Maris sails to Stanewick again on Saturday after eleven weeks in dock. Engineers found 14 cracks in its main shaft in September and ordered a new one from a yard in Orbel.';
const ferry = { title: 'Alba Maris ferry leaves dock for Stanewick', summary: report };
const vote = {
  title: 'Parliament in Lauen rejects the water tax',
  summary: 'Members voted by 61 to 44 against the tax on water that the government of Petra Holm had proposed.',
};

async function aWorld() {
  const db = openTestStore();
  const sources = await addSources(db, { key: 'a', owner: 'A' }, { key: 'b', owner: 'B' }, { key: 'c', owner: 'C' });
  const findSubject = () => ({ topics: [], isNews: true });
  const cluster = createCluster({ db, findSubject, now: () => monday });
  let count = 0;
  const publish = async (source: number, article: { title: string; summary: string }) => {
    count += 1;
    const at = { url: `https://x.example/${count}`, publishedAt: new Date(hours(-9).getTime() + count * 60_000) };
    const { id } = await addArticle(db, sources[source]!, { ...at, ...article });
    await cluster();
    return id;
  };
  const storyOf = async (id: number) => (await rowsOf(db, 'articles')).find((row) => row.id === id)?.story_id;
  return { db, publish, storyOf };
}

test('later articles follow a split: they join the story that they are about', async () => {
  const { db, publish, storyOf } = await aWorld();
  const sailing = await publish(0, ferry);
  const sold = await publish(1, { title: `${ferry.title} again`, summary: `${report} It was sold.` });
  expect(await storyOf(sold)).toBe(await storyOf(sailing));
  await saveLabels(db, pairsOf([sold], [sailing]), 'different', { guildId: 'guild', userId: 'ada', now: monday });
  const newStory = await splitStory(db, 1, [sold], monday);
  const later = await publish(2, { title: `${ferry.title} again`, summary: `${report} It was sold.` });
  expect(await storyOf(later)).toBe(newStory);
});

test('later articles follow a merge: what fits either story joins the one that stays', async () => {
  const { db, publish, storyOf } = await aWorld();
  const sailing = await publish(0, ferry);
  const voted = await publish(1, vote);
  expect(await storyOf(voted)).not.toBe(await storyOf(sailing));
  await mergeStories(db, 1, 2, monday);
  expect(await storyOf(await publish(2, vote))).toBe(1);
  expect(await storyOf(await publish(1, ferry))).toBe(1);
});

test('an article that bridges two stories joins them, unless people have parted them', async () => {
  const { db, publish } = await aWorld();
  const [sailing, voted] = [await publish(0, ferry), await publish(1, vote)];
  const bridge = () => mergeBridged(db, [1, 2], [[sailing], [voted]], monday);
  await saveLabels(db, pairsOf([sailing], [voted]), 'different', { guildId: 'guild', userId: 'ada', now: monday });
  expect(await bridge()).toBe(false);
  await saveLabels(db, pairsOf([sailing], [voted]), 'same', { guildId: 'guild', userId: 'ada', now: monday });
  expect(await bridge()).toBe(true);
  expect(await rowsOf(db, 'story_redirects')).toEqual([{ story_id: 2, to_id: 1 }]);
  expect(await bridge()).toBe(false);
});
