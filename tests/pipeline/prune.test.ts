import { expect, test } from 'vitest';
import { createPrune } from '../../src/pipeline/prune.ts';
import { hours } from '../support/articles.ts';
import { addSources, addToStory, openTestStore, rowsOf } from '../support/store.ts';

test('texts are kept for some days, identities for many more', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  await addToStory(db, source!, { text: 'Long text.' });
  const keptAfter = async (days: number) => {
    await createPrune({ db, now: () => hours(days * 24), textDays: 30, articleDays: 365 })();
    return (await rowsOf(db, 'articles')).map(({ text }) => text);
  };
  expect(await keptAfter(29)).toEqual(['Long text.']);
  expect(await keptAfter(31)).toEqual(['']);
  expect(await keptAfter(364)).toEqual(['']);
  expect(await keptAfter(366)).toEqual([]);
  expect(await rowsOf(db, 'stories')).toEqual([]);
});

test('notices go with the identities, unless they still wait', async () => {
  const db = openTestStore();
  const [source] = await addSources(db, {});
  const event = { source_id: source!.id, kind: 'died' as const, detail: 'timeout', at: 0 };
  await db
    .insertInto('source_events')
    .values([{ ...event, told_at: 0 }, event])
    .execute();
  for (const status of ['sent', 'dropped', 'waiting'] as const) {
    const notice = {
      guild_id: 'guild',
      recipients: '[]',
      content: '{}',
      next_attempt_at: 0,
      created_at: hours(0).getTime(),
    };
    await db
      .insertInto('notices')
      .values({ ...notice, nonce: status, status })
      .execute();
  }
  const keptAfter = async (days: number) => {
    await createPrune({ db, now: () => hours(days * 24), textDays: 30, articleDays: 365 })();
    return [(await rowsOf(db, 'notices')).map(({ status }) => status), (await rowsOf(db, 'source_events')).length];
  };
  expect(await keptAfter(364)).toEqual([['sent', 'dropped', 'waiting'], 1]);
  expect(await keptAfter(366)).toEqual([['waiting'], 1]);
});
