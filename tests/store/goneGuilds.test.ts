import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { createPrune } from '../../src/pipeline/prune.ts';
import { recordBriefing } from '../../src/store/briefings.ts';
import { saveFeedback } from '../../src/store/feedback.ts';
import { addFollow } from '../../src/store/follows.ts';
import { comparePresentGuilds, noteGoneGuild, noteReturnedGuild } from '../../src/store/goneGuilds.ts';
import { noteJoinedGuild } from '../../src/store/greetings.ts';
import { changeGuildSettings } from '../../src/store/guildSettings.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { saveLabels } from '../../src/store/labels.ts';
import { addMute } from '../../src/store/mutes.ts';
import type { Db } from '../../src/store/openStore.ts';
import { savePerson } from '../../src/store/people.ts';
import { saveOffer } from '../../src/store/sourceOffers.ts';
import { removeSourceFromGuild } from '../../src/store/sources.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { hours, monday } from '../support/articles.ts';
import { wishLive } from '../support/liveWishes.ts';
import { addSources, addToStory, openTestStore, rowsOf, subscribe } from '../support/store.ts';

const by = { userId: '1290000000000000002', now: hours(0) };

/** Everything that a server can have. */
async function furnish(db: Db, guildId: string): Promise<void> {
  const [source] = await addSources(db, {});
  const place = `https://harbour.example/${guildId}`;
  const articles = [];
  for (const identity of ['a', 'b'])
    articles.push(await addToStory(db, source!, { url: place + identity, title: `${guildId} ${identity}` }));
  const subscription = await subscribe(db, { guildId, channelId: `channel of ${guildId}` });
  const content = { dueAt: monday, topics: [], language: 'en', items: [] };
  const next = { dueAt: hours(24), now: monday };
  await recordBriefing(db, subscription, content as never, new Map(), next);
  await wishLive(db, { guildId, channelId: `channel of ${guildId}` });
  await addGuildTopic(db, { guildId, name: 'Ferries', query: null }, by);
  await removeSourceFromGuild(db, guildId, source!.id, by);
  await changeGuildSettings(db, guildId, { language: 'de' });
  await noteJoinedGuild(db, { guildId, joinedAt: monday }, monday);
  await addMute(db, { guildId }, { kind: 'word', value: 'football' }, monday);
  const reader = { userId: `reader in ${guildId}`, channelId: `direct in ${guildId}`, language: 'en', timeZone: null };
  await savePerson(db, reader, monday);
  await addFollow(db, { userId: reader.userId, guildId, kind: 'topic', topic: 'sport' }, monday);
  await saveOffer(db, { guildId, userId: by.userId, feeds: [] }, hours(29 * 24));
  const [a, b] = articles.map(({ articleId }) => articleId);
  const { storyId } = articles[0]!;
  const { userId } = by;
  await saveFeedback(db, { storyId, guildId, userId, verdict: 'useful', articleIds: [a!] }, monday);
  await saveLabels(db, [{ articleA: a!, articleB: b! }], 'same', { guildId, ...by });
  await db
    .insertInto('notices')
    .values({
      guild_id: guildId,
      recipients: '[]',
      content: '{}',
      nonce: guildId,
      next_attempt_at: 0,
      created_at: monday.getTime(),
    })
    .execute();
  const event = { source_id: source!.id, kind: 'died', at: 0, detail: '' } as const;
  const { id } = await db.insertInto('source_events').values(event).returning('id').executeTakeFirstOrThrow();
  await db.insertInto('waiting_events').values({ guild_id: guildId, event_id: id }).execute();
}

/** How many rows each table has of a server. */
async function belongingsOf(db: Db, guildId: string): Promise<Record<string, number>> {
  const { rows } = await sql<{ name: string }>`
    SELECT m.name FROM sqlite_schema m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' AND c.name = 'guild_id'
  `.execute(db);
  const counts: Record<string, number> = {};
  for (const { name } of rows) {
    const { rows: own } = await sql`SELECT 1 FROM ${sql.table(name)} WHERE guild_id = ${guildId}`.execute(db);
    counts[name] = own.length;
  }
  return counts;
}

const pruneAt = (db: Db, days: number) =>
  createPrune({ db, now: () => hours(days * 24), textDays: 30, articleDays: 365 })();

test('a server that removed Tidings keeps everything for 30 days; then nothing of it is left, and others keep theirs', async () => {
  const db = openTestStore();
  await furnish(db, 'gone');
  await furnish(db, 'staying');
  const before = await belongingsOf(db, 'staying');
  await noteGoneGuild(db, 'gone', hours(0));
  await pruneAt(db, 30);
  const kept = await belongingsOf(db, 'gone');
  expect(Object.values(kept).filter((count) => count === 0)).toEqual([]);
  await db.deleteFrom('source_offers').where('guild_id', '=', 'staying').execute();
  await pruneAt(db, 30.1);
  expect(new Set(Object.values(await belongingsOf(db, 'gone')))).toEqual(new Set([0]));
  expect((await rowsOf(db, 'briefings')).map(({ channel_id }) => channel_id)).toEqual(['channel of staying']);
  expect(await belongingsOf(db, 'staying')).toEqual({ ...before, source_offers: 0 });
});

test('one that comes back within that time finds everything', async () => {
  const db = openTestStore();
  await furnish(db, 'guild');
  await noteGoneGuild(db, 'guild', hours(0));
  expect(await findSubscriptions(db, 'guild')).toMatchObject([{ suspended: 'no channel' }]);
  expect(await rowsOf(db, 'live_subscriptions')).toMatchObject([{ suspended: 'no channel' }]);
  await noteReturnedGuild(db, 'guild');
  await pruneAt(db, 40);
  expect(await rowsOf(db, 'guild_settings')).toHaveLength(1);
});

test('what happened while nothing ran is found out, and the first day counts', async () => {
  const db = openTestStore();
  for (const guild of ['here', 'away']) await furnish(db, guild);
  await comparePresentGuilds(db, ['here', 'new'], hours(0));
  await comparePresentGuilds(db, ['here', 'new'], hours(48));
  expect(await rowsOf(db, 'gone_guilds')).toEqual([{ guild_id: 'away', gone_at: hours(0).getTime() }]);
  await comparePresentGuilds(db, ['here', 'away'], hours(72));
  expect(await rowsOf(db, 'gone_guilds')).toEqual([]);
});
