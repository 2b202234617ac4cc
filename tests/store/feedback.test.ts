import { expect, it } from 'vitest';
import type { FeedbackVerdict } from '../../src/news/feedback.ts';
import { pruneArticles } from '../../src/store/articles.ts';
import { saveFeedback, sumUpFeedback } from '../../src/store/feedback.ts';
import { hours } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';

/** A story of two sources and one of the second of them alone. */
async function twoStories() {
  const db = openTestStore();
  const [harbour, ledger] = await addSources(
    db,
    { key: 'harbour', title: 'Harbour', url: 'https://harbour.example/feed' },
    { key: 'ledger', title: 'Ledger', url: 'https://ledger.example/feed' },
  );
  const ferry = await addToStory(db, harbour!, { title: 'Ferry sails', url: 'https://harbour.example/ferry' });
  const joined = await addToStory(db, ledger!, {
    title: 'Ferry sails again',
    url: 'https://ledger.example/ferry',
    storyId: ferry.storyId,
  });
  const bridge = await addToStory(db, ledger!, { title: 'Bridge falls', url: 'https://ledger.example/bridge' });
  const say = (
    userId: string,
    story: { storyId: number; articleIds: number[] },
    verdict: FeedbackVerdict,
    { guildId = 'guild' as string | null, at = hours(0) } = {},
  ) => saveFeedback(db, { ...story, guildId, userId, verdict }, at);
  const sumUp = (wish: { since?: Date; guildId?: string | null; limit?: number } = {}) =>
    sumUpFeedback(db, { since: hours(-1), guildId: null, limit: 5, ...wish });
  return {
    db,
    say,
    sumUp,
    harbour: harbour!,
    ledger: ledger!,
    ferry: { storyId: ferry.storyId, articleIds: [ferry.articleId, joined.articleId] },
    bridge: { storyId: bridge.storyId, articleIds: [bridge.articleId] },
  };
}

const none = { useful: 0, 'wrong fact': 0, 'mixed up': 0, 'old news': 0, unwanted: 0 };

it('counts by verdict, by story and by the sources that the brief rests on, the most complained about first', async () => {
  const { say, sumUp, ferry, bridge, harbour, ledger } = await twoStories();
  expect(await sumUp()).toEqual({ verdicts: none, stories: [], sources: [] });
  await say('ada', ferry, 'wrong fact');
  await say('milo', ferry, 'useful');
  await say('kim', ferry, 'mixed up');
  await say('ada', bridge, 'old news');
  await say('milo', bridge, 'useful');
  const summary = await sumUp();
  expect(summary).toEqual({
    verdicts: { ...none, useful: 2, 'wrong fact': 1, 'mixed up': 1, 'old news': 1 },
    stories: [
      { storyId: ferry.storyId, headline: 'Ferry sails', useful: 1, complaints: 2 },
      { storyId: bridge.storyId, headline: 'Bridge falls', useful: 1, complaints: 1 },
    ],
    sources: [
      { sourceId: ledger.id, title: 'Ledger', useful: 2, complaints: 3 },
      { sourceId: harbour.id, title: 'Harbour', useful: 1, complaints: 2 },
    ],
  });
  const short = await sumUp({ limit: 1 });
  expect([short.stories, short.sources]).toEqual([summary.stories.slice(0, 1), summary.sources.slice(0, 1)]);
});

it('takes the last word of each reader, with the sources of then', async () => {
  const { db, say, sumUp, ferry } = await twoStories();
  await say('ada', ferry, 'unwanted');
  await say('ada', { ...ferry, articleIds: ferry.articleIds.slice(0, 1) }, 'useful');
  expect(await rowsOf(db, 'feedback')).toHaveLength(1);
  expect(await rowsOf(db, 'feedback_sources')).toHaveLength(1);
  expect(await sumUp()).toEqual({ verdicts: { ...none, useful: 1 }, stories: [], sources: [] });
});

it('looks back as far as it is asked, in one server or in all', async () => {
  const { say, sumUp, ferry } = await twoStories();
  await say('ada', ferry, 'old news', { at: hours(-2) });
  await say('milo', ferry, 'unwanted', { guildId: 'other' });
  await say('kim', ferry, 'useful', { guildId: null });
  expect((await sumUp()).verdicts).toEqual({ ...none, unwanted: 1, useful: 1 });
  expect((await sumUp({ since: hours(-3) })).verdicts).toEqual({ ...none, unwanted: 1, useful: 1, 'old news': 1 });
  expect((await sumUp({ since: hours(-3), guildId: 'guild' })).verdicts).toEqual({ ...none, 'old news': 1 });
});

it('counts for the source that has taken in another', async () => {
  const { db, say, sumUp, ferry, harbour, ledger } = await twoStories();
  await say('ada', ferry, 'wrong fact');
  await db.updateTable('sources').set({ merged_into: ledger.id }).where('id', '=', harbour.id).execute();
  expect((await sumUp()).sources).toEqual([{ sourceId: ledger.id, title: 'Ledger', useful: 0, complaints: 1 }]);
});

it('is forgotten with its story', async () => {
  const { db, say, ferry } = await twoStories();
  await say('ada', ferry, 'wrong fact');
  await pruneArticles(db, { textSince: hours(1_000), articlesSince: hours(1_000) });
  expect([await rowsOf(db, 'feedback'), await rowsOf(db, 'feedback_sources')]).toEqual([[], []]);
});
