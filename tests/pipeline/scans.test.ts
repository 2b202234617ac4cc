import Sqlite from 'better-sqlite3';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { writeExtractiveBrief } from '../../src/briefs/extractive.ts';
import type { PostError } from '../../src/news/outside.ts';
import { createCards } from '../../src/pipeline/cards.ts';
import { createCatchUp } from '../../src/pipeline/catchUp.ts';
import { createDeliver } from '../../src/pipeline/deliver.ts';
import { createFollow } from '../../src/pipeline/follow.ts';
import { createLive } from '../../src/pipeline/live.ts';
import { createNotify } from '../../src/pipeline/notify.ts';
import type { Stage } from '../../src/pipeline/stage.ts';
import { createTell } from '../../src/pipeline/tell.ts';
import { createWrite } from '../../src/pipeline/write.ts';
import { addFollow } from '../../src/store/follows.ts';
import { savePerson } from '../../src/store/people.ts';
import { hours, monday } from '../support/articles.ts';
import { wishLive } from '../support/liveWishes.ts';
import { addSources, addToStory, aTemporaryFile, openTestStore } from '../support/store.ts';

type Run = { readonly source: string; readonly values: readonly unknown[] };

/** What grows with time; the others grow with what people have set up. Two kinds of index hold only what is to be done. */
const growing =
  /^SCAN (?:articles|stories|recent|cards|card_replies|deliveries|direct_messages|briefs|people|follows)\b(?! USING (?:COVERING )?INDEX \w+_(?:behind|waiting)\b)/;
const statement = Object.getPrototypeOf(new Sqlite(':memory:').prepare('SELECT 1'));
const originals = { run: statement.run, all: statement.all, iterate: statement.iterate };
let runs: Run[] = [];

beforeAll(() => {
  for (const [name, original] of Object.entries(originals)) {
    statement[name] = function (this: Sqlite.Statement, ...values: unknown[]) {
      runs.push({ source: this.source, values });
      return original.apply(this, values);
    };
  }
});
afterAll(() => void Object.assign(statement, originals));

/** What SQLite reads from end to end, of what grows. @see https://www.sqlite.org/eqp.html */
function scansIn(file: string, made: readonly Run[]): string[] {
  const sqlite = new Sqlite(file, { readonly: true });
  sqlite.function('index_text', (text) => text);
  // Of an empty list SQLite knows that nothing is in it before it reads anything.
  const reading = made.filter(({ source }) => /^\s*(?:select|update|delete)/i.test(source) && !/ in \(\)/.test(source));
  const scans = reading.flatMap(({ source, values }) => {
    const plan = originals.all.apply(sqlite.prepare(`EXPLAIN QUERY PLAN ${source}`), values);
    return (plan as { detail: string }[])
      .filter(({ detail }) => growing.test(detail))
      .map(({ detail }) => `${detail}: ${source}`);
  });
  sqlite.close();
  return [...new Set(scans)];
}

it('cards, what people are told, briefings and notices: no tick reads what grows from end to end', async () => {
  const file = aTemporaryFile();
  const db = openTestStore(file);
  const sources = await addSources(db, { key: 'a' }, { key: 'b' });
  await wishLive(db, { kind: 'breaking', minOrigins: 2, withinMinutes: 60, roleId: '1', mentionsPerDay: 3 });
  await savePerson(db, { userId: '2', channelId: '3', language: 'en', timeZone: null }, monday);
  await addFollow(db, { userId: '2', guildId: null, kind: 'topic', topic: 'sport' }, monday);
  const bridge = {
    title: 'Averne Bridge collapses',
    summary: 'The Averne Bridge collapsed on Monday.',
    topics: ['sport'],
  };
  const { storyId } = await addToStory(db, sources[0]!, {
    ...bridge,
    url: 'https://a.example/',
    publishedAt: hours(0.1),
  });
  await addToStory(db, sources[1]!, { ...bridge, url: 'https://b.example/', publishedAt: hours(0.2), storyId });
  await addFollow(db, { userId: '2', guildId: null, kind: 'story', storyId }, monday);
  const parts = {
    db,
    now: () => hours(0.3),
    report: () => undefined,
    onTokenRefused: (_: PostError) => undefined,
    writeBrief: writeExtractiveBrief,
    worker: 'one',
  };
  const sent = async () => ({ messageId: '4' });
  const posts = {
    post: sent,
    find: async () => null,
    edit: async () => undefined,
    reply: sent,
    findReply: async () => null,
  };
  for (const stage of [createFollow(parts), createWrite(parts)]) await stage();
  const stages: Stage[] = [
    createCatchUp(parts),
    createLive(parts),
    createCards({ ...parts, posts }),
    createTell({ ...parts, send: sent, findSent: async () => null }),
    createDeliver({ ...parts, post: sent, findPosted: async () => null }),
    createNotify({ ...parts, send: async () => undefined }),
  ];
  runs = [];
  for (const stage of [...stages, ...stages]) await stage();
  const made = [...runs];
  expect(await db.selectFrom('cards').select('message_id').execute()).toEqual([{ message_id: '4' }]);
  expect(made.length).toBeGreaterThan(30);
  expect(scansIn(file, made)).toEqual([]);
});
