import { expect, test } from 'vitest';
import { findArticleByUrl } from '../../src/store/articles.ts';
import { findRelated } from '../../src/store/related.ts';
import { findStoriesFor, searchArticles } from '../../src/store/search.ts';
import { addSourceToGuild, removeSourceFromGuild } from '../../src/store/sources.ts';
import {
  countStories,
  findCoverage,
  findLatestStories,
  findMaterial,
  getsWholeStory,
} from '../../src/store/stories.ts';
import { aQuery } from '../support/aQuery.ts';
import { aNewArticle, hours, monday } from '../support/articles.ts';
import { someFacts } from '../support/sources.ts';
import { addSources, addToStory, openTestStore } from '../support/store.ts';

const by = { userId: 'ada', now: monday };
const title = 'The ferry Alba Maris of Captain Petra Holm leaves Stanewick';
const since = hours(-9);
const keys = ['kept', 'removed', 'own', 'alone'] as const;

/**
 * A story that three sources tell: of the catalogue, of the catalogue but removed by `guild`, and added by `other`; and
 * one that the removed source tells alone.
 */
async function aWorld() {
  const db = openTestStore();
  const [kept, removed] = await addSources(db, { key: 'kept' }, { key: 'removed' });
  const own = await addSourceToGuild(db, 'other', someFacts({ key: 'own', url: 'https://own.example/feed' }), by);
  await removeSourceFromGuild(db, 'guild', removed!.id, by);
  const about = (key: string) => ({ title, topics: ['economy'], url: `https://${key}.example/ferry` });
  const { storyId } = await addToStory(db, removed!, about('removed'));
  await addToStory(db, own, { ...about('own'), storyId });
  await addToStory(db, kept!, { ...about('kept'), storyId });
  const sold = {
    title: 'Why Stanewick sells the ferry Alba Maris of Petra Holm',
    summary: 'Lawyers quarrel about her price in a crowded court.',
  };
  const { storyId: alone } = await addToStory(db, removed!, { ...about('alone'), ...sold });
  for (let index = 0; index < 60; index++) {
    const council = { title: `Council meets number ${index}`, summary: 'Nothing.', language: 'fr' };
    await addToStory(db, kept!, { ...council, url: `https://kept.example/${index}` });
  }
  return { db, storyId, alone };
}

test.each([
  ['removed a source', 'guild', { outlets: ['The kept'], stories: 1 }],
  ['added a source', 'other', { outlets: ['The kept', 'The own', 'The removed'], stories: 2 }],
  ['there is none', null, { outlets: ['The kept', 'The removed'], stories: 2 }],
])('where a server %s, everything that is read there keeps to its sources', async (_what, guildId, expected) => {
  const { db, storyId, alone } = await aWorld();
  const theirs = [storyId, alone].slice(0, expected.stories);

  const coverage = await findCoverage(db, { since, until: monday }, guildId);
  expect(
    coverage
      .get(storyId)
      ?.map(({ outlet }) => outlet)
      .toSorted(),
  ).toEqual(expected.outlets);
  expect(coverage.has(alone)).toBe(theirs.includes(alone));

  const material = await findMaterial(db, storyId, { language: 'en', guildId });
  expect(material?.articles.map(({ source }) => source.publisher).toSorted()).toEqual(expected.outlets);
  expect((await findMaterial(db, alone, { language: 'en', guildId })) !== null).toBe(theirs.includes(alone));
  expect(await getsWholeStory(db, storyId, guildId)).toBe(expected.outlets.length === 3);

  const links = await Promise.all(keys.map((key) => findArticleByUrl(db, `https://${key}.example/ferry`, guildId)));
  const found = { kept: true, removed: guildId !== 'guild', own: guildId === 'other', alone: guildId !== 'guild' };
  expect(links.map((article) => article !== null)).toEqual(keys.map((key) => found[key]));

  const searched = await searchArticles(db, aQuery('ferry'), { guildId, now: monday, limit: 9 });
  expect(searched.map((article) => article.storyId).toSorted()).toEqual(theirs);
  const later = aNewArticle({ title, summary: 'Nobody has seen her since.', publishedAt: hours(24 * 20) });
  const related = await findRelated(db, [later], { guildId, except: [], limit: 9 });
  expect(related.map((article) => article.storyId).toSorted()).toEqual(theirs);
  const latest = await findLatestStories(db, ['en'], guildId, 9);
  expect(latest.map((story) => story.storyId).toSorted()).toEqual(theirs);
  expect([...(await findStoriesFor(db, aQuery('ferry'), { guildId, since }))].toSorted()).toEqual(theirs);
  expect(await countStories(db, 'economy', { guildId, since })).toBe(theirs.length);
});
