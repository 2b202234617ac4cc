import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { liveLine, livePromise } from '../../src/discord/liveText.ts';
import {
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { changeGuildSettings } from '../../src/store/guildSettings.ts';
import { findLiveSubscriptions } from '../../src/store/liveSubscriptions.ts';
import { aContext } from '../support/aContext.ts';
import { controlsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const { guilds } = playground.world;
const say = sayIn('en');

type Options = Record<string, string | number>;
const ask = (name: string, options: Options = {}, actor = ada) =>
  actor.command(name, { channelId: NEWS_CHANNEL_ID, options });
const said = async (name: string, options: Options = {}, actor = ada) =>
  (await ask(name, options, actor)).message?.content ?? '';
const kept = () => findLiveSubscriptions(db, GUILD_ID);
const listed = async (actor = ada) => textOf((await ask('subscriptions', {}, actor)).message as never);

const loud = guilds.addRole(GUILD_ID, { name: 'Alerts', mentionable: true }).id;
const guarded = guilds.addRole(GUILD_ID, { name: 'Crew', mentionable: false }).id;
const usual = { channel: `<#${NEWS_CHANNEL_ID}>`, topics: 'Top stories', language: 'English', perHour: 6 };

beforeEach(async () => {
  await db.deleteFrom('live_subscriptions').execute();
  await db.deleteFrom('subscriptions').execute();
  await db.deleteFrom('guild_settings').execute();
});

describe('/live', () => {
  it('without options: every story of two sources in this channel, and says what will happen', async () => {
    const reply = await ask('live');
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.content).toBe(say('liveSubscribed', { ...usual, count: 2 }));
    expect(await kept()).toMatchObject([
      { kind: 'live', channelId: NEWS_CHANNEL_ID, minOrigins: 2, withinMinutes: null, perHour: 6, roleId: null },
    ]);
  });

  it('with all options: confirms each, and keeps it so', async () => {
    const options = { topics: 'Wetter, sport', language: 'ja', channel: HEADLINES_CHANNEL_ID, origins: 4, hourly: 1 };
    const content = await said('live', options);
    const words = { channel: `<#${HEADLINES_CHANNEL_ID}>`, topics: 'Sport and Weather', language: 'Japanese' };
    expect(content).toBe(say('liveSubscribed', { ...words, perHour: 1, count: 4 }));
    expect(await kept()).toMatchObject([{ topics: ['sport', 'weather'], minOrigins: 4, perHour: 1, language: 'ja' }]);
  });

  it('can be undone; what only changes has no undo', async () => {
    const { message } = await ask('live');
    const [undo = ''] = controlsOf(message as never);
    expect(controlsOf((await ask('live', { origins: 3 })).message as never)).toEqual([]);
    expect(await kept()).toMatchObject([{ minOrigins: 3 }]);
    const undone = await ada.press(message!, undo);
    expect(undone.message?.content).toBe(say('liveEnded', usual));
    expect(await kept()).toEqual([]);
  });

  it('names what is missing in a channel, or what is no topic, and saves nothing', async () => {
    expect(await said('live', { channel: PRIVATE_CHANNEL_ID })).toContain(say('permissionViewChannel'));
    expect(await said('live', { topics: 'spport' })).toContain('Did you mean Sport?');
    expect(await kept()).toEqual([]);
  });

  it.each(['live', 'breaking'])('/%s is for those who manage the server', async (name) => {
    await expect(said(name, {}, milo)).rejects.toThrow('needs Manage Guild');
  });
});

describe('/breaking', () => {
  it('without options: three sources within the hour, nobody is mentioned', async () => {
    expect(await said('breaking')).toBe(say('breakingSubscribed', { ...usual, count: 3, minutes: 60 }));
    expect(await kept()).toMatchObject([{ kind: 'breaking', minOrigins: 3, withinMinutes: 60, roleId: null }]);
  });

  it('with a role: says whom it mentions, how often, and when not, in the server’s zone', async () => {
    await changeGuildSettings(db, GUILD_ID, { timeZone: 'Asia/Seoul' });
    const content = await said('breaking', { role: loud, mentions: 1, within: 30 });
    expect(content).toBe(
      [
        say('breakingSubscribed', { ...usual, count: 3, minutes: 30 }),
        say('liveMentions', { role: `<@&${loud}>`, count: 1 }),
        say('liveQuiet', { from: '22:00', until: '07:00', zone: 'Seoul' }),
      ].join(' '),
    );
    const quiet = { from: '22:00', until: '07:00' };
    expect(await kept()).toMatchObject([{ roleId: loud, mentionsPerDay: 1, timeZone: 'Asia/Seoul', quiet }]);
  });

  it.each([
    ['23:00-06:00', { from: '23:00', until: '06:00' }],
    ['11pm to 6am', { from: '23:00', until: '06:00' }],
    ['never', null],
    ['NIE', null],
    ['なし', null],
  ])('takes %s for the hours in which nobody is mentioned', async (typed, quiet) => {
    const content = await said('breaking', { role: loud, quiet: typed });
    expect(await kept()).toMatchObject([{ quiet }]);
    expect(content).toContain(quiet ? say('liveQuiet', { ...quiet, zone: 'UTC' }) : say('liveNeverQuiet'));
  });

  it('what are no quiet hours: one sentence, nothing saved', async () => {
    expect(await said('breaking', { quiet: 'at night' })).toBe(say('errorQuiet', { typed: 'at night' }));
    expect(await kept()).toEqual([]);
  });

  it('offers quiet hours and topics', async () => {
    const offered = async (focused: string, typed: string) =>
      (await ada.autocomplete('breaking', { focused, options: { [focused]: typed } })).map(({ value }) => value);
    expect(await offered('quiet', '')).toEqual(['22:00-07:00', 'never']);
    expect(await offered('topics', 'spo')).toEqual(['Sport']);
  });

  it('a role that not everybody may mention: says what is missing, until it is there', async () => {
    const permission = say('permissionMentionEveryone');
    expect(await said('breaking', { role: guarded })).toBe(
      say('errorRoleMention', { role: `<@&${guarded}>`, permission }),
    );
    expect(await kept()).toEqual([]);
    const { permissions } = guilds.role(GUILD_ID, BOT_ROLE_ID)!;
    onTestFinished(() => {
      guilds.changeRole(GUILD_ID, BOT_ROLE_ID, { permissions });
    });
    const more = String(BigInt(permissions) | PermissionFlagsBits.MentionEveryone);
    guilds.changeRole(GUILD_ID, BOT_ROLE_ID, { permissions: more });
    await expect.poll(() => said('breaking', { role: guarded })).toContain(`<@&${guarded}>`);
    await expect.poll(async () => (await kept()).map(({ roleId }) => roleId)).toEqual([guarded]);
  });

  it('never mentions everybody', async () => {
    expect(await said('breaking', { role: GUILD_ID })).toBe(say('errorRoleEverybody'));
    expect(await kept()).toEqual([]);
  });
});

describe('what channels get', () => {
  beforeEach(async () => {
    await ask('subscribe', { topics: 'sport' });
    await ask('live', { topics: 'weather' });
    await ask('breaking', { role: loud });
  });

  it('/subscriptions lists briefings, then cards', async () => {
    const [, ...lines] = (await listed()).split('\n');
    const where = { channel: `<#${NEWS_CHANNEL_ID}>`, language: 'English' };
    expect(lines[0]).toContain('**Sport**');
    expect(lines.slice(1)).toEqual([
      say('liveLine', { ...where, topics: 'Weather', count: 2 }),
      `${say('breakingLine', { ...where, topics: 'Top stories', count: 3, minutes: 60 })} · <@&${loud}>`,
    ]);
  });

  it('/pause, /resume and /unsubscribe offer both, and /edit only briefings', async () => {
    const offered = async (name: string) =>
      (await ada.autocomplete(name, { focused: 'briefing', options: { briefing: '' } })).map((choice) => choice.name);
    const all = ['#news: Sport, every day at 07:00 (UTC)', '#news: Weather, live', '#news: Top stories, breaking news'];
    for (const name of ['pause', 'resume', 'unsubscribe']) expect(await offered(name)).toEqual(all);
    expect(await offered('edit')).toEqual(all.slice(0, 1));
  });

  it('cards rest and go on', async () => {
    const words = { channel: `<#${NEWS_CHANNEL_ID}>`, topics: 'Weather' };
    expect(await said('pause', { briefing: 'weather' })).toMatch(/^<#\d+> gets no cards about \*\*Weather\*\* until/);
    expect((await kept()).map(({ isPaused }) => isPaused)).toEqual([true, false]);
    expect(await listed()).toContain('somebody asked for it');
    expect(await said('resume', { briefing: 'weather' })).toBe(say('liveResumed', words));
    expect((await kept()).map(({ isPaused }) => isPaused)).toEqual([false, false]);
  });

  it('resuming cards where the bot may not post names what is missing', async () => {
    await db
      .updateTable('live_subscriptions')
      .set({ channel_id: PRIVATE_CHANNEL_ID, suspended: 'no access' })
      .execute();
    expect(await said('resume', { briefing: 'weather' })).toContain(`<#${PRIVATE_CHANNEL_ID}>`);
    expect((await kept()).map(({ suspended }) => suspended)).toEqual(['no access', 'no access']);
  });

  it('cards end; the briefing stays', async () => {
    const briefing = `live:${(await kept())[1]?.id}`;
    expect(await said('unsubscribe', { briefing })).toBe(say('liveEnded', usual));
    expect((await kept()).map(({ kind }) => kind)).toEqual(['live']);
    expect(await said('unsubscribe', { briefing: 'sport' })).toContain('Sport');
    expect(await said('unsubscribe', { briefing: 'opera' })).toBe(say('errorSubscription', { typed: 'opera' }));
  });

  it('a topic of one’s own that cards are about is not removed', async () => {
    await ada.command('topics', { subcommand: 'add', options: { name: 'Bridges', words: 'bridge' } });
    await ask('live', { topics: 'Bridges' });
    const { message } = await ada.command('topics', { subcommand: 'remove', options: { topic: 'Bridges' } });
    expect(message?.content).toContain(`<#${NEWS_CHANNEL_ID}> still gets **Bridges**`);
  });
});

describe.each([
  ['ja', 'ja', '主要ニュース', '英語'],
  ['de', 'de', 'Das Wichtigste', 'Englisch'],
] as const)('in %s', (locale, code, topics, language) => {
  const own = sayIn(code);
  const reader = playground.as({ administrator: true, locale });

  it('says what will happen, lists it and ends it', async () => {
    const words = { channel: `<#${NEWS_CHANNEL_ID}>`, topics, language, perHour: 6 };
    expect(await said('live', { language: 'en' }, reader)).toBe(own('liveSubscribed', { ...words, count: 2 }));
    expect(await said('breaking', { language: 'en', role: loud, quiet: own('quietNever') }, reader)).toBe(
      [
        own('breakingSubscribed', { ...words, count: 3, minutes: 60 }),
        own('liveMentions', { role: `<@&${loud}>`, count: 3 }),
        own('liveNeverQuiet'),
      ].join(' '),
    );
    expect(await listed(reader)).toContain(own('breakingLine', { ...words, count: 3, minutes: 60 }));
    const briefing = `live:${(await kept())[0]?.id}`;
    expect(await said('pause', { briefing }, reader)).toContain(`**${topics}**`);
    expect(await said('unsubscribe', { briefing }, reader)).toBe(own('liveEnded', words));
  });
});

it('in Arabic, which Discord does not speak: promises and lists read as whole sentences', async () => {
  await changeGuildSettings(db, GUILD_ID, { language: 'ar' });
  await ask('live');
  await ask('breaking', { role: loud });
  const arabic = aContext({ db, language: 'ar', say: sayIn('ar') });
  const [live, breaking] = await kept();
  expect([live?.language, breaking?.language]).toEqual(['ar', 'ar']);
  expect(await livePromise(live!, arabic)).toContain('مصدران مستقلان، باللغة العربية');
  expect(await livePromise(breaking!, arabic)).toMatch(/3 مصادر مستقلة خلال 60 دقيقة.*3 مرات في اليوم.*22:00/s);
  expect(await liveLine(breaking!, arabic)).toContain(`<@&${loud}>`);
});
