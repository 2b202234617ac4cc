import { sql } from 'kysely';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { ADA_ID, GUILD_ID, MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { saveFeedback } from '../../src/store/feedback.ts';
import { addFollow, recordLook } from '../../src/store/follows.ts';
import { forgetPerson } from '../../src/store/forgetPerson.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { saveLabels } from '../../src/store/labels.ts';
import { addMute } from '../../src/store/mutes.ts';
import type { Db } from '../../src/store/openStore.ts';
import { findPerson, savePerson } from '../../src/store/people.ts';
import { saveOffer } from '../../src/store/sourceOffers.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { wishLive } from '../support/liveWishes.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

/** The columns of text, as SQLite knows them. */
async function textColumns(): Promise<{ table: string; column: string }[]> {
  const { rows } = await sql<{ table: string; column: string }>`
    SELECT m.name AS "table", c.name AS "column" FROM sqlite_schema m JOIN pragma_table_info(m.name) c
    WHERE m.type = 'table' AND m.sql NOT LIKE 'CREATE VIRTUAL%' AND c.type = 'TEXT'
  `.execute(db);
  return rows;
}

/** Where an id stands, whatever the table is for. */
async function placesOf(userId: string): Promise<string[]> {
  const places: string[] = [];
  for (const { table, column } of await textColumns()) {
    const { rows } = await sql`
      SELECT 1 FROM ${sql.table(table)} WHERE ${sql.ref(column)} LIKE ${`%${userId}%`} LIMIT 1
    `.execute(db);
    if (rows.length > 0) places.push(`${table}.${column}`);
  }
  return places.sort();
}

/** Somebody leaves their id wherever one can. */
async function leaveTraces(store: Db, userId: string): Promise<void> {
  const by = { userId, now: bot.now() };
  const [source] = await sourcesOfGuild(store, GUILD_ID);
  await bot.subscribe(NEWS_CHANNEL_ID, { createdBy: userId, topics: [userId === ADA_ID ? 'sport' : 'health'] });
  await addGuildTopic(store, { guildId: GUILD_ID, name: `Of ${userId.slice(-2)}`, query: null }, by);
  await store
    .insertInto('guild_sources')
    .values({ guild_id: userId, source_id: source!.id, choice: 'added', chosen_by: userId, chosen_at: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await store
    .updateTable('guild_sources')
    .set({ guild_id: `of ${userId.slice(-2)}` })
    .where('guild_id', '=', userId)
    .execute();
  const [a, b, c] = await store.selectFrom('articles').select('id').orderBy('id').limit(3).execute();
  const pair = { articleA: a!.id, articleB: userId === ADA_ID ? b!.id : c!.id };
  await saveLabels(store, [pair], 'same', { guildId: GUILD_ID, ...by });
  const story = await store.selectFrom('stories').select('id').orderBy('id').executeTakeFirstOrThrow();
  const opinion = { storyId: story.id, guildId: GUILD_ID, userId, verdict: 'useful', articleIds: [a!.id] } as const;
  await saveFeedback(store, opinion, bot.now());
  const channelId = playground.world.openDm(userId).id;
  await savePerson(store, { userId, channelId, language: 'en', timeZone: null }, bot.now());
  await addFollow(store, { userId, guildId: null, kind: 'topic', topic: 'sport' }, bot.now());
  await bot.subscribe(channelId, { guildId: '', createdBy: userId, userId });
  await wishLive(store, { channelId, createdBy: userId }, bot.now());
  await addMute(store, { userId }, { kind: 'word', value: 'football' }, bot.now());
  const told = {
    messages: [{ kind: 'closed', followId: 1, storyId: story.id, headline: 'x' }],
    seen: [],
    ended: [],
  } as const;
  const look = { ...told, had: [story.id], ration: { day: '', told: 0, more: 0 }, nextAt: bot.now() };
  await recordLook(store, (await findPerson(store, userId))!, look, bot.now());
  await saveOffer(store, { guildId: GUILD_ID, userId, feeds: [] }, bot.now());
  await store
    .insertInto('notices')
    .values({
      guild_id: GUILD_ID,
      recipients: JSON.stringify([ADA_ID, MILO_ID]),
      content: '{"died":[],"recovered":[],"held":[]}',
      nonce: `for ${userId.slice(-2)}`,
      status: 'sent',
      next_attempt_at: 0,
      created_at: bot.now().getTime(),
    })
    .execute();
}

const everywhere = [
  'direct_messages.user_id',
  'feedback.user_id',
  'follows.user_id',
  'guild_sources.chosen_by',
  'guild_topics.created_by',
  'labels.user_id',
  'live_subscriptions.created_by',
  'mutes.user_id',
  'notices.recipients',
  'people.user_id',
  'source_offers.user_id',
  'subscriptions.created_by',
  'subscriptions.user_id',
  'told_stories.user_id',
];

describe('/privacy', () => {
  it.each(['en-US', 'de', 'ja', 'ko'] as const)('says what is kept and for how long: %s', async (locale) => {
    const own = sayIn(locale.slice(0, 2));
    const { message, ephemeral } = await playground.as({ locale }).command('privacy');
    await expectPostable(message as never);
    const text = textOf(message as never);
    for (const key of ['privacyServerDeleted', 'privacyPersonKept', 'privacyNotKept', 'privacyYouNothing'] as const)
      expect(text).toContain(own(key));
    expect(text).toContain(own('privacyServerKept', { days: 365 }));
    expect([ephemeral, controlsOf(message as never)]).toEqual([true, []]);
  });

  it('works in direct messages', async () => {
    const { id } = playground.world.openDm(MILO_ID);
    expect((await milo.command('privacy', { channelId: id })).message?.embeds).toHaveLength(1);
  });

  it('deletes the asker’s id everywhere, leaves others’, and what was set up stays', async () => {
    await leaveTraces(db, MILO_ID);
    await leaveTraces(db, ADA_ID);
    expect(await placesOf(MILO_ID)).toEqual(everywhere);
    const { message } = await milo.command('privacy');
    expect(textOf(message as never)).toContain(
      say('privacyYouKept', { briefings: 2, topics: 1, sources: 1, judgements: 1, opinions: 1, messages: 4 }),
    );
    const { id } = playground.world.commands.values().find(({ name }) => name === 'following')!;
    expect(textOf(message as never)).toContain(
      say('privacyYouFollow', { follows: 2, mutes: 1, command: `</following:${id}>` }),
    );
    const [ask = ''] = controlsOf(message as never);
    const asked = structuredClone((await milo.press(message!, ask)).message!);
    expect([asked.id, asked.content]).toEqual([message?.id, say('privacyForgetSure', { follows: 2, mutes: 1 })]);
    const [forget = '', keep = ''] = controlsOf(asked as never);
    const kept = (await milo.press(asked, keep)).message!;
    expect(textOf(kept as never)).toContain(say('privacyTitle'));
    expect(await placesOf(MILO_ID)).toEqual(everywhere);
    const answered = (await milo.press((await milo.press(kept, ask)).message!, forget)).message!;
    expect([answered.id, answered.content, answered.components]).toEqual([message?.id, say('privacyForgotten'), []]);
    expect(await placesOf(MILO_ID)).toEqual([]);
    expect(await placesOf(ADA_ID)).toEqual(everywhere);
    expect(await db.selectFrom('subscriptions').select('user_id').orderBy('id').execute()).toEqual([
      { user_id: null },
      { user_id: null },
      { user_id: ADA_ID },
    ]);
    expect(textOf((await milo.command('privacy')).message as never)).toContain(say('privacyYouNothing'));
    await forgetPerson(db, ADA_ID);
  });

  it('knows every column that is for people', async () => {
    const forPeople = (await textColumns())
      .filter(({ column }) => /user|person|people|member|author_id|recipient|(?<!claimed)_by$/.test(column))
      .map(({ table, column }) => `${table}.${column}`);
    expect(forPeople.sort()).toEqual(everywhere);
  });
});
