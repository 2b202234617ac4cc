import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import {
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { findDueSubscriptions, findSubscriptions } from '../../src/store/subscriptions.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

type Options = Record<string, string | number>;
const said = async (name: string, options: Options, actor = ada) =>
  (await actor.command(name, { channelId: NEWS_CHANNEL_ID, options })).message?.content ?? '';
const kept = async () => (await findSubscriptions(db, GUILD_ID)).toSorted((a, b) => a.id - b.id);
const offered = async (name: string, typed: string) =>
  (await ada.autocomplete(name, { focused: 'briefing', options: { briefing: typed } })).map(({ value }) =>
    String(value),
  );

beforeEach(async () => {
  await db.deleteFrom('subscriptions').execute();
  await said('subscribe', { topics: 'sport', times: 'every 2 hours', zone: 'Tokyo', language: 'ja', stories: 3 });
});

describe('/subscribe with conditions', () => {
  it('says each in a sentence and keeps it', async () => {
    const answer = await said('subscribe', {
      topics: 'weather',
      times: 'every 3 hours',
      origins: 2,
      quiet: '22:00-07:00',
      empty: 'line',
    });
    expect(answer).toContain(say('conditionOrigins', { count: 2 }));
    expect(answer).toContain(say('conditionQuiet', { from: '22:00', until: '07:00' }));
    expect(answer).toContain(say('conditionLine'));
    expect((await kept())[1]).toMatchObject({
      minOrigins: 2,
      quiet: { from: '22:00', until: '07:00' },
      whenEmpty: 'line',
    });
  });

  it('what are no quiet hours: one sentence, nothing saved', async () => {
    expect(await said('subscribe', { topics: 'weather', quiet: 'at night' })).toBe(
      say('errorQuiet', { typed: 'at night' }),
    );
    expect(await kept()).toHaveLength(1);
  });
});

describe('/edit', () => {
  it('changes what is typed and leaves the rest as it was', async () => {
    const [before] = await kept();
    const answer = await said('edit', { briefing: 'sport', stories: 5 });
    expect(answer).toContain('Sport');
    expect(await kept()).toMatchObject([
      { id: before!.id, topics: ['sport'], everyMinutes: 120, timeZone: 'Asia/Tokyo', language: 'ja', maxStories: 5 },
    ]);
    await said('edit', { briefing: 'sport', topics: 'weather', times: '08:00', channel: HEADLINES_CHANNEL_ID });
    expect(await kept()).toMatchObject([
      { id: before!.id, topics: ['weather'], times: ['08:00'], everyMinutes: null, channelId: HEADLINES_CHANNEL_ID },
    ]);
  });

  it('never makes two of one: a channel gets the same topics once', async () => {
    await said('subscribe', { topics: 'weather' });
    const briefing = String((await kept())[1]?.id);
    expect(await said('edit', { briefing, topics: 'sport' })).toBe(say('errorSubscriptionTaken'));
    expect((await kept()).map(({ topics }) => topics)).toEqual([['sport'], ['weather']]);
  });

  it('a channel that can’t be posted in, a briefing that there is not: said, nothing changed', async () => {
    const before = await kept();
    expect(await said('edit', { briefing: 'sport', channel: PRIVATE_CHANNEL_ID })).toContain(
      `<#${PRIVATE_CHANNEL_ID}>`,
    );
    expect(await said('edit', { briefing: 'opera' })).toBe(say('errorSubscription', { typed: 'opera' }));
    expect(await kept()).toEqual(before);
  });

  it('offers the server’s briefings', async () => {
    expect(await offered('edit', 'spo')).toEqual([String((await kept())[0]?.id)]);
    expect(await offered('edit', 'opera')).toEqual([]);
  });
});

describe('/pause and /resume', () => {
  const due = async () => (await findDueSubscriptions(db, new Date('2027-01-01'), 10)).length;

  it('nothing is due while it rests; the list says why, and what to do', async () => {
    expect(await said('pause', { briefing: 'sport' })).toContain('resume');
    expect(await due()).toBe(0);
    const list = await ada.command('subscriptions', { channelId: NEWS_CHANNEL_ID });
    expect(JSON.stringify(list.message)).toContain('somebody asked for it');
    expect(await said('resume', { briefing: 'sport' })).toContain('again');
    expect(await due()).toBe(1);
    expect((await kept())[0]?.nextDueAt.getTime()).toBeGreaterThan(bot.now().getTime());
  });

  it('/edit lets it go on', async () => {
    await said('pause', { briefing: 'sport' });
    await said('edit', { briefing: 'sport', stories: 2 });
    expect(await kept()).toMatchObject([{ isPaused: false }]);
  });

  it('resuming where the bot may not post names what is missing', async () => {
    await db.updateTable('subscriptions').set({ channel_id: PRIVATE_CHANNEL_ID, suspended: 'no access' }).execute();
    expect(await said('resume', { briefing: 'sport' })).toContain(`<#${PRIVATE_CHANNEL_ID}>`);
    expect(await kept()).toMatchObject([{ suspended: 'no access' }]);
  });

  it.each(['edit', 'pause', 'resume'])('/%s is for those who manage the server', async (name) => {
    await expect(said(name, { briefing: 'sport' }, milo)).rejects.toThrow('needs Manage Guild');
  });

  it.each(['de', 'ja', 'ru', 'zh-CN'] as const)('answers in %s', async (locale) => {
    const reader = playground.as({ administrator: true, locale });
    const answer = await said('pause', { briefing: String((await kept())[0]?.id) }, reader);
    expect(answer).not.toContain('until you');
    expect(answer).toContain(`<#${NEWS_CHANNEL_ID}>`);
  });
});
