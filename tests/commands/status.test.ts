import { beforeEach, describe, expect, it } from 'vitest';
import { timestamp } from '../../src/discord/escape.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { statusReply } from '../../src/discord/statusReply.ts';
import { GUILD_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { recordModelCall } from '../../src/store/modelCalls.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { suspendSubscriptions } from '../../src/store/subscriptions.ts';
import { aContext } from '../support/aContext.ts';
import { expectPostable, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db, stages } = bot.tidings;
const say = sayIn('en');
const sources = await sourcesOfGuild(db, GUILD_ID);

const statusOf = async (actor = ada) => {
  const { message, ephemeral } = await actor.command('status');
  expect(ephemeral).toBe(true);
  await expectPostable(message as never);
  return textOf(message as never);
};
const fail = (index: number, lastError: string, since = 0) =>
  db
    .updateTable('sources')
    .set({ failures: 1, last_error: lastError, failing_since: since })
    .where('id', '=', sources[index]!.id)
    .execute();

beforeEach(async () => {
  await db.deleteFrom('subscriptions').execute();
  await db.deleteFrom('briefings').execute();
  await db.updateTable('sources').set({ failures: 0, last_error: null, failing_since: null, average_ms: 10 }).execute();
});

describe('/status', () => {
  it('on a server that gets nothing yet: how to begin, all sources well, nothing waiting, no model', async () => {
    const text = await statusOf();
    expect(text).toMatch(/<\/subscribe:\d+>/);
    expect(text).toContain(say('statusHealthy', { count: sources.length }));
    expect(text).not.toContain('failing');
    expect(text).toContain(say('statusNoneWaiting'));
    expect(text).not.toContain(say('statusModel'));
  });

  it('says when each channel had its last briefing and gets the next, and counts the last day', async () => {
    const dueAt = bot.now();
    await bot.subscribe(NEWS_CHANNEL_ID);
    await bot.subscribe(WORLD_CHANNEL_ID, { nextDueAt: new Date(dueAt.getTime() + 60_000) });
    await stages.write();
    await stages.brief();
    await stages.deliver();
    const text = await statusOf();
    const next = timestamp(new Date('2026-11-23T07:00:00Z'));
    const line = (channelId: string) => text.split('\n').find((each) => each.includes(`<#${channelId}>`));
    expect(line(NEWS_CHANNEL_ID)).toContain(say('statusLastNext', { last: timestamp(dueAt), next }));
    const later = timestamp(new Date(dueAt.getTime() + 60_000));
    expect(line(WORLD_CHANNEL_ID)).toContain(say('statusNext', { next: later }));
    const [{ stories }] = (await db
      .selectFrom('briefing_stories')
      .select(({ fn }) => fn.countAll<number>().as('stories'))
      .execute()) as [{ stories: number }];
    expect(stories).toBeGreaterThan(0);
    expect(text).toContain(say('statusDelivered', { briefings: 1, stories, dropped: 0 }));
    await db
      .updateTable('briefings')
      .set({ created_at: dueAt.getTime() - 25 * 60 * 60_000 })
      .execute();
    expect(await statusOf()).toContain(say('statusDelivered', { briefings: 0, stories: 0, dropped: 0 }));
  });

  it('says why a channel is paused', async () => {
    await bot.subscribe(NEWS_CHANNEL_ID);
    await suspendSubscriptions(db, NEWS_CHANNEL_ID, 'no channel');
    expect(await statusOf()).toContain(say('pausedNoChannel'));
  });

  it('names the three sources that are worst, the worst first, with reasons', async () => {
    await fail(0, 'timeout', 2_000);
    await fail(1, 'status 403');
    await fail(2, 'timeout', 1_000);
    await fail(3, 'status 410');
    await db.updateTable('sources').set({ average_ms: 9_000 }).where('id', '=', sources[4]!.id).execute();
    const text = await statusOf();
    for (const [key, count] of [
      ['statusGone', 1],
      ['statusBlocked', 1],
      ['statusFailing', 2],
      ['statusSlow', 1],
      ['statusHealthy', sources.length - 5],
    ] as const) {
      expect(text).toContain(say(key, { count }));
    }
    expect(text.split('\n').filter((line) => line.includes('⚠️'))).toEqual([
      `${sources[3]!.title} · ⚠️ ${say('sourceGone')}`,
      `${sources[1]!.title} · ⚠️ ${say('sourceBlocked', { reason: say('feedForbidden', { status: 403 }) })}`,
      `${sources[2]!.title} · ⚠️ ${say('sourceFailing', { reason: say('feedTimeout') })}`,
    ]);
  });

  it('says what waits, since when, and which briefs failed', async () => {
    const since = bot.now();
    await bot.subscribe(NEWS_CHANNEL_ID);
    await stages.write();
    await stages.brief();
    const { id } = await db.selectFrom('stories').select('id').executeTakeFirstOrThrow();
    await db
      .insertInto('failed_briefs')
      .values({ story_id: id, language: 'en', attempts: 1, next_attempt_at: 0, last_error: 'x' })
      .execute();
    const text = await statusOf();
    await db.deleteFrom('failed_briefs').execute();
    expect(text).toContain(say('statusWaiting', { count: 1, when: timestamp(since) }));
    expect(text).toContain(say('statusFailedBriefs', { count: 1 }));
  });

  it('says what the language model has cost today, and when that is all it may', async () => {
    const at = new Date('2026-11-23T06:00:00Z');
    const context = aContext({ host: { articleDays: 365, languageModel: { model: 'qwen3:8b', dailyTokens: 1_000 } } });
    const call = (tokens: number, hasFailed: boolean, when = at) =>
      recordModelCall(context.db, { model: 'qwen3:8b', at: when, tokens, hasFailed });
    await call(400, false);
    await call(500, true, new Date('2026-11-22T23:00:00Z'));
    const before = textOf(await statusReply(GUILD_ID, context));
    expect(before).toContain(say('statusTokens', { model: 'qwen3:8b', tokens: 400, budget: 1_000 }));
    expect(before).not.toContain(say('statusBudgetSpent'));
    await call(600, true);
    const after = textOf(await statusReply(GUILD_ID, context));
    expect(after).toContain(say('statusFailedCalls', { failures: 1, calls: 2 }));
    expect(after).toContain(say('statusBudgetSpent'));
  });

  it.each(['en-US', 'de', 'ja', 'ru'] as const)('speaks to the asker: %s', async (locale) => {
    const own = sayIn(locale.slice(0, 2));
    const text = await statusOf(playground.as({ administrator: true, locale }));
    expect(text).toContain(own('statusNoneWaiting'));
    expect(text).toContain(own('statusHealthy', { count: sources.length }));
  });

  it('is for those who manage the server', async () => {
    await expect(statusOf(milo)).rejects.toThrow('Manage Guild');
  });
});
