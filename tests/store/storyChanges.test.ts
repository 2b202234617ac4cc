import { expect, test } from 'vitest';
import { saveFeedback } from '../../src/store/feedback.ts';
import { findHeldLabels, saveLabels } from '../../src/store/labels.ts';
import { currentStoryId, findMainTopics, findPlacedArticles, findStory, joinStory } from '../../src/store/stories.ts';
import { findSettledStories, mergeStories, moveArticles, splitStory } from '../../src/store/storyChanges.ts';
import { findStoryUpdates } from '../../src/store/storyUpdates.ts';
import { hours, monday } from '../support/articles.ts';
import { addArticle, addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';

const page = (path: string) => `https://harbour.example/${path}`;

/** Two stories of two articles each, the second with a copy; a channel has had both. */
async function twoStories() {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const tell = (title: string, wish = {}) => addToStory(db, source!, { title, url: page(title), ...wish });
  const a = await tell('Ferry sails', { topics: ['economy'] });
  const b = await tell('Ferry waits', { storyId: a.storyId, topics: ['economy'] });
  const c = await tell('Bridge falls', { topics: ['disaster'] });
  const d = await tell('Bridge copied', { storyId: c.storyId, copyOf: c.articleId, topics: ['disaster'] });
  const { id } = await subscribe(db);
  const briefing = { subscription_id: id, channel_id: 'channel', due_at: 0, created_at: 0, content: '{}' };
  await db.insertInto('briefings').values(briefing).execute();
  const had = (story_id: number, last_article_id: number) => ({
    briefing_id: 1,
    story_id,
    position: 1,
    last_article_id,
  });
  await db
    .insertInto('briefing_stories')
    .values([had(a.storyId, b.articleId), had(c.storyId, d.articleId)])
    .execute();
  return { db, source: source!, a, b, c, d };
}

test('the older of two stories takes in the younger one, with what channels had of it', async () => {
  const { db, a, b, c, d } = await twoStories();
  expect(await mergeStories(db, c.storyId, a.storyId, hours(1))).toBe(a.storyId);
  expect((await rowsOf(db, 'articles')).map(({ story_id }) => story_id)).toEqual(Array(4).fill(a.storyId));
  expect(await rowsOf(db, 'briefing_stories')).toMatchObject([{ story_id: a.storyId, last_article_id: d.articleId }]);
  expect(await findStory(db, a.storyId)).toMatchObject({ version: 3, changedAt: hours(1), headline: 'Ferry sails' });
  expect(await findStory(db, c.storyId)).toBeNull();
  expect((await findMainTopics(db, [a.storyId])).size).toBe(1);
  expect(await findStoryUpdates(db, a.storyId, 9)).toEqual([
    { kind: 'merged', headline: 'Bridge falls', articleId: null, at: hours(1) },
  ]);
  expect(b.storyId).toBe(a.storyId);
});

test('a message that names a story leads to the one that has taken it in, however often that happened', async () => {
  const { db, source, a, c } = await twoStories();
  const e = await addToStory(db, source, { title: 'Tunnel floods', url: page('e') });
  await mergeStories(db, e.storyId, c.storyId, monday);
  await mergeStories(db, c.storyId, a.storyId, monday);
  expect(await currentStoryId(db, e.storyId)).toBe(a.storyId);
  expect(await currentStoryId(db, c.storyId)).toBe(a.storyId);
  expect(await currentStoryId(db, a.storyId)).toBe(a.storyId);
  expect(await mergeStories(db, e.storyId, a.storyId, monday)).toBeNull();
  expect(await mergeStories(db, a.storyId, 404, monday)).toBeNull();
});

test('a later article that fits the younger story as it was joins the older one', async () => {
  const { db, source, a, c } = await twoStories();
  await mergeStories(db, a.storyId, c.storyId, monday);
  const later = { ...(await addArticle(db, source, { title: 'Bridge inquiry', url: page('f') })), topics: [] };
  expect(await joinStory(db, later, c.storyId, null, hours(2))).toBe(true);
  expect((await rowsOf(db, 'articles')).at(-1)).toMatchObject({ story_id: a.storyId, facet: c.storyId });
  const learned = await findPlacedArticles(db, 0, hours(-9), 10, 1);
  expect(learned.map(({ storyId }) => storyId)).toEqual([a.storyId, a.storyId, c.storyId, c.storyId, c.storyId]);
});

test('articles leave a story with what repeats them, and every index learns of it', async () => {
  const { db, a, b, c, d } = await twoStories();
  await mergeStories(db, a.storyId, c.storyId, monday);
  const [last] = (await findPlacedArticles(db, 0, hours(-9), 10, 1)).slice(-1);
  const newId = await splitStory(db, a.storyId, [c.articleId], hours(3));
  const storyOf = new Map((await rowsOf(db, 'articles')).map((row) => [row.id, row.story_id]));
  expect([a, b, c, d].map(({ articleId }) => storyOf.get(articleId))).toEqual([a.storyId, a.storyId, newId, newId]);
  expect(
    (await findPlacedArticles(db, last!.placed, hours(-9), 10, 1)).map(({ id, storyId }) => [id, storyId]),
  ).toEqual([
    [c.articleId, newId],
    [d.articleId, newId],
  ]);
  expect(await findStory(db, newId!)).toMatchObject({ headline: 'Bridge falls', version: 2 });
  expect((await findStoryUpdates(db, a.storyId, 1))[0]).toMatchObject({ kind: 'split', headline: 'Bridge falls' });
  const had = (await rowsOf(db, 'briefing_stories')).map((row) => [row.story_id, row.last_article_id]);
  expect(had).toEqual([[a.storyId, d.articleId], [newId, d.articleId]]); // biome-ignore format: a table
});

test('a story whose first article leaves is called after the next', async () => {
  const { db, a } = await twoStories();
  const newId = await splitStory(db, a.storyId, [a.articleId], monday);
  expect(await findStory(db, a.storyId)).toMatchObject({ headline: 'Ferry waits' });
  expect(await findStory(db, newId!)).toMatchObject({ headline: 'Ferry sails' });
});

test.each([
  ['all of its articles', (all: number[]) => all],
  ['none of its articles', () => [404]],
])('a story is not split by %s', async (_what, choose) => {
  const { db, a, b } = await twoStories();
  expect(await splitStory(db, a.storyId, choose([a.articleId, b.articleId]), monday)).toBeNull();
  expect(await rowsOf(db, 'stories')).toHaveLength(2);
});

test('labels are kept by server, the latest word of each, and hold by how many servers get briefings', async () => {
  const { db, a, c } = await twoStories();
  const pair = [{ articleA: a.articleId, articleB: c.articleId }];
  const say = (guildId: string, verdict: 'same' | 'different') =>
    saveLabels(db, pair, verdict, { guildId, userId: 'ada', now: monday });
  await say('guild', 'different');
  await say('guild', 'same');
  expect([...(await findHeldLabels(db, [c.articleId])).values()]).toEqual(['same']);
  await subscribe(db, { guildId: 'other', channelId: 'elsewhere' });
  expect((await findHeldLabels(db, [c.articleId])).size).toBe(0);
  await say('other', 'same');
  expect([...(await findHeldLabels(db, [a.articleId])).values()]).toEqual(['same']);
  expect((await findHeldLabels(db, [404])).size).toBe(0);
});

test('an article moves to another story, with what it brought; who repeats it stands alone', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const tell = (title: string, wish = {}) => addToStory(db, source!, { title, url: page(title), ...wish });
  const a = await tell('Ferry sails');
  const b = await tell('Bridge falls', { storyId: a.storyId });
  const c = await tell('Bridge copied', { storyId: a.storyId, copyOf: b.articleId });
  const d = await tell('Bridge fell');
  const update = { story_id: a.storyId, at: 0, kind: 'origin' as const, article_id: b.articleId, detail: '"Harbour"' };
  await db.insertInto('story_updates').values(update).execute();
  const moves = [{ articleId: b.articleId, from: a.storyId, copyOf: null }];
  const moved = { storyId: d.storyId, articleIds: [b.articleId] };
  expect(await moveArticles(db, moves, d.storyId, hours(1))).toEqual(moved);
  const places = (await rowsOf(db, 'articles')).map(({ story_id, copy_of }) => [story_id, copy_of]);
  expect(places).toEqual([[a.storyId, null], [d.storyId, null], [a.storyId, null], [d.storyId, null]]); // biome-ignore format: a table
  expect(await rowsOf(db, 'story_updates')).toMatchObject([{ story_id: d.storyId }]);
  const placed = await findPlacedArticles(db, 4, hours(-99), 9, 1);
  expect(placed).toMatchObject([{ id: b.articleId, storyId: d.storyId }]);
  expect(await moveArticles(db, moves, a.storyId, hours(2))).toBeNull();
  expect(c.storyId).toBe(a.storyId);
});

test('a story that has lost its founder is named after the next, and leads where the last went', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const tell = (title: string, wish = {}) => addToStory(db, source!, { title, url: page(title), ...wish });
  const a = await tell('Ferry sails');
  const b = await tell('Bridge falls', { storyId: a.storyId });
  const moved = await moveArticles(db, [{ articleId: a.articleId, from: a.storyId, copyOf: null }], null, hours(1));
  expect(await findStory(db, a.storyId)).toMatchObject({ headline: 'Bridge falls' });
  expect(await findStory(db, moved!.storyId)).toMatchObject({ headline: 'Ferry sails' });
  await moveArticles(db, [{ articleId: b.articleId, from: a.storyId, copyOf: null }], moved!.storyId, hours(2));
  expect(await findStory(db, a.storyId)).toBeNull();
  expect(await currentStoryId(db, a.storyId)).toBe(moved!.storyId);
});

test('stories that a channel has had, or people have spoken about, are settled', async () => {
  const { db, source, a, c } = await twoStories();
  const tell = (title: string) => addToStory(db, source, { title, url: page(title) });
  const [e, f, g] = [await tell('Tunnel floods'), await tell('Tunnel drained'), await tell('Mayor resigns')];
  const pairs = [{ articleA: e.articleId, articleB: f.articleId }];
  await saveLabels(db, pairs, 'same', { guildId: 'guild', userId: 'ada', now: monday });
  const ids = [a, c, e, f, g].map(({ storyId }) => storyId);
  expect((await findSettledStories(db, ids)).sort()).toEqual([a, c, e, f].map(({ storyId }) => storyId));
});

test('what readers think of a story stays with the one that takes it in; who spoke of both is counted once', async () => {
  const { db, a, c } = await twoStories();
  const say = (storyId: number, userId: string, verdict: 'useful' | 'old news') =>
    saveFeedback(db, { storyId, guildId: 'guild', userId, verdict, articleIds: [c.articleId] }, monday);
  await say(a.storyId, 'ada', 'useful');
  await say(c.storyId, 'ada', 'old news');
  await say(c.storyId, 'milo', 'old news');
  await mergeStories(db, a.storyId, c.storyId, hours(1));
  expect(await rowsOf(db, 'feedback')).toMatchObject([
    { story_id: a.storyId, user_id: 'ada', verdict: 'useful' },
    { story_id: a.storyId, user_id: 'milo', verdict: 'old news' },
  ]);
  expect(await rowsOf(db, 'feedback_sources')).toHaveLength(2);
});
