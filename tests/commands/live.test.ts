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
import { recordCard } from '../../src/store/cards.ts';
import { changeGuildSettings } from '../../src/store/guildSettings.ts';
import { findLiveSubscriptions } from '../../src/store/liveSubscriptions.ts';
import { aContext } from '../support/aContext.ts';
import { controlsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';
import { aCard } from '../support/stories.ts';

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
const usual = {
  channel: `<#${NEWS_CHANNEL_ID}>`,
  topics: 'Top stories',
  language: 'English',
  perHour: 6,
  turns: 'reply',
};

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
    expect(content).toBe(say('liveSubscribed', { ...words, perHour: 1, count: 4, turns: 'reply' }));
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

describe('/edit', () => {
  const edit = (options: Options) => said('edit', options);

  it('changes what is typed of live cards and leaves the rest as it was', async () => {
    await ask('live', { topics: 'weather', origins: 4, hourly: 2 });
    const [before] = await kept();
    const words = { ...usual, topics: 'Weather', count: 4, perHour: 9 };
    expect(await edit({ briefing: 'weather', hourly: 9 })).toBe(say('liveSubscribed', words));
    expect(await kept()).toEqual([{ ...before, perHour: 9 }]);
    await edit({ briefing: `live:${before?.id}`, channel: HEADLINES_CHANNEL_ID, topics: 'sport', language: 'ja' });
    const changes = { channelId: HEADLINES_CHANNEL_ID, topics: ['sport'], language: 'ja', perHour: 9 };
    expect(await kept()).toEqual([{ ...before, ...changes }]);
  });

  it('changes every field of breaking news; @everyone takes the role back', async () => {
    await ask('breaking', { role: loud });
    const all = { within: 20, mentions: 5, quiet: 'never', zone: 'Tokyo', origins: 2, turns: 'thread' };
    expect(await edit({ briefing: 'breaking', ...all })).toBe(
      [
        say('breakingSubscribed', { ...usual, turns: 'thread', count: 2, minutes: 20 }),
        say('liveMentions', { role: `<@&${loud}>`, count: 5 }),
        say('liveNeverQuiet'),
      ].join(' '),
    );
    const kinds = { withinMinutes: 20, mentionsPerDay: 5, quiet: null, timeZone: 'Asia/Tokyo', minOrigins: 2 };
    expect(await kept()).toMatchObject([{ ...kinds, turns: 'thread', roleId: loud }]);
    expect(await edit({ briefing: 'breaking', role: GUILD_ID })).not.toContain('<@&');
    expect(await kept()).toMatchObject([{ ...kinds, roleId: null }]);
  });

  it('goes on with what was paused, as with briefings', async () => {
    await ask('live');
    await ask('pause', { briefing: 'live' });
    await edit({ briefing: 'live', hourly: 3 });
    expect(await kept()).toMatchObject([{ isPaused: false, perHour: 3 }]);
  });

  it('makes the same checks as before, and changes nothing', async () => {
    await ask('breaking', { topics: 'sport' });
    await ask('breaking', { topics: 'weather' });
    const before = await kept();
    const sport = { briefing: 'sport' };
    expect(await edit({ ...sport, role: guarded })).toContain(say('permissionMentionEveryone'));
    expect(await edit({ ...sport, channel: PRIVATE_CHANNEL_ID })).toContain(say('permissionViewChannel'));
    expect(await edit({ ...sport, quiet: 'at night' })).toBe(say('errorQuiet', { typed: 'at night' }));
    expect(await edit({ ...sport, topics: 'weather' })).toBe(say('errorSubscriptionTaken'));
    expect(await kept()).toEqual(before);
  });

  it('names what can’t be set for what was chosen, in the reader’s words', async () => {
    await ask('subscribe', { topics: 'weather' });
    await ask('live', { topics: 'sport' });
    const before = await kept();
    expect(await edit({ briefing: 'sport', times: '08:00', role: loud, origins: 3 })).toBe(
      say('errorEditOption', { name: '\\#news: Sport, live', options: '`times`, `role`' }),
    );
    expect(await kept()).toEqual(before);
    const german = playground.as({ administrator: true, locale: 'de' });
    expect(await said('edit', { briefing: 'wetter', hourly: 3 }, german)).toContain('`stündlich`');
  });

  it('offers quiet hours, zones, times and topics', async () => {
    const offered = async (focused: string, typed: string) =>
      (await ada.autocomplete('edit', { focused, options: { [focused]: typed } })).map(({ value }) => value);
    expect(await offered('quiet', '')).toEqual(['22:00-07:00', 'never']);
    expect(await offered('topics', 'spo')).toEqual(['Sport']);
    expect(await offered('zone', 'Tokyo')).toContain('Asia/Tokyo');
  });

  it('a briefing’s quiet hours can be taken back', async () => {
    await ask('subscribe', { topics: 'sport', times: 'every 2 hours', quiet: '22:00-07:00' });
    expect(await edit({ briefing: 'sport', quiet: 'never' })).not.toContain('22:00');
  });
});

describe('turns in threads', () => {
  it('are promised where threads can be begun', async () => {
    expect(await said('live', { turns: 'thread' })).toContain('large turns come in a thread of its own');
    expect(await kept()).toMatchObject([{ turns: 'thread' }]);
  });

  it('where the permission is missing: names it, and saves nothing', async () => {
    const everyone = guilds.role(GUILD_ID, GUILD_ID)!.permissions;
    const own = guilds.role(GUILD_ID, BOT_ROLE_ID)!.permissions;
    onTestFinished(() => {
      guilds.changeRole(GUILD_ID, GUILD_ID, { permissions: everyone });
      guilds.changeRole(GUILD_ID, BOT_ROLE_ID, { permissions: own });
    });
    const without = (permissions: string) => String(BigInt(permissions) & ~PermissionFlagsBits.CreatePublicThreads);
    guilds.changeRole(GUILD_ID, GUILD_ID, { permissions: without(everyone) });
    guilds.changeRole(GUILD_ID, BOT_ROLE_ID, { permissions: without(own) });
    const missing = say('permissionCreatePublicThreads');
    const channel = `<#${NEWS_CHANNEL_ID}>`;
    await expect.poll(() => said('live', { turns: 'thread' })).toBe(say('errorPermissions', { channel, missing }));
    await db.deleteFrom('live_subscriptions').execute();
    expect(await said('live', { turns: 'thread' })).toBe(say('errorPermissions', { channel, missing }));
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
      `${say('liveLine', { ...where, topics: 'Weather', count: 2 })} · ${say('cardsOfDay', { count: 0 })}`,
      [
        say('breakingLine', { ...where, topics: 'Top stories', count: 3, minutes: 60 }),
        `<@&${loud}>`,
        say('cardsOfDay', { count: 0 }),
      ].join(' · '),
    ]);
  });

  it('/status and the list count the cards that came in the last day, and say which rest', async () => {
    const [live, breaking] = await kept();
    const card = { story_version: 1, next_attempt_at: 0, content: '{}', channel_id: NEWS_CHANNEL_ID } as const;
    const posted = async (subscriptionId: number, storyId: number, hoursAgo: number, messageId: string | null) => {
      const at = bot.now().getTime() - hoursAgo * 3_600_000;
      const own = { subscription_id: subscriptionId, story_id: storyId, nonce: `n${storyId}`, message_id: messageId };
      const values = { ...card, ...own, changed_at: at, created_at: at, status: 'sent', shown_version: 1 } as const;
      await db.insertInto('cards').values(values).execute();
    };
    await posted(live!.id, 1, 1, '1');
    await posted(live!.id, 2, 23, '2');
    await posted(live!.id, 3, 25, '3');
    await posted(live!.id, 4, 1, null);
    await said('pause', { briefing: `live:${breaking!.id}` });
    const status = textOf((await ask('status')).message as never);
    for (const text of [await listed(), status]) {
      const lineOf = (what: string) => text.split('\n').find((line) => line.includes(what));
      expect(lineOf('Weather')).toMatch(/· 2 cards in the last 24 hours$/);
      expect(lineOf('breaking news')).toMatch(/· no card in the last 24 hours · paused: somebody asked for it/);
    }
    expect(status).toContain(`**${say('statusCards')}**`);
  });

  it('/edit, /pause, /resume and /unsubscribe offer both', async () => {
    const offered = async (name: string) =>
      (await ada.autocomplete(name, { focused: 'briefing', options: { briefing: '' } })).map((choice) => choice.name);
    const all = ['#news: Sport, every day at 07:00 (UTC)', '#news: Weather, live', '#news: Top stories, breaking news'];
    for (const name of ['edit', 'pause', 'resume', 'unsubscribe']) expect(await offered(name)).toEqual(all);
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

describe('a card that its channel does not take', () => {
  const { stages } = bot.tidings;
  const { content } = aCard();
  const suspended = async () => (await kept()).map((live) => live.suspended);
  let stories = 0;

  /** Somebody wished for cards, and the first waits for its channel. */
  async function holdOne(kind: 'live' | 'breaking', trouble: () => void) {
    await ask(kind);
    const [live] = await kept();
    stories += 1;
    const card = { storyId: stories, storyVersion: 1, content, mayMention: false };
    expect(await recordCard(db, live!, card, bot.now())).toBe(true);
    trouble();
    const before = bot.messagesIn(NEWS_CHANNEL_ID).length;
    expect(await stages.cards()).toBe(1);
    expect(await suspended()).toEqual(['no access']);
    expect(bot.problems.splice(0)).toMatchObject([expect.stringContaining('A card was not shown')]);
    bot.advance(10 * 60_000);
    expect(await stages.cards()).toBe(0);
    return {
      /** How many messages of the channel came of it. */
      shown: async () => {
        await stages.cards();
        return bot.messagesIn(NEWS_CHANNEL_ID).length - before;
      },
    };
  }
  const refuse = () => {
    const match = 'POST /channels/:id/messages';
    playground.faults.add({ kind: 'error', status: 403, code: 50_001, match, times: 1 });
  };

  it.each([
    ['/live again', 'live', () => ask('live')],
    ['/live again, changed', 'live', () => ask('live', { origins: 4 })],
    ['/live about something else', 'live', () => ask('live', { topics: 'sport' })],
    ['/breaking again', 'breaking', () => ask('breaking')],
    ['/breaking beside live cards', 'live', () => ask('breaking')],
    ['/resume', 'live', () => ask('resume', { briefing: 'live' })],
    ['/resume of breaking news', 'breaking', () => ask('resume', { briefing: 'breaking' })],
    ['the look at what rests', 'live', () => stages.resume()],
  ] as const)('comes, once, after %s', async (_what, kind, goOn) => {
    const { shown } = await holdOne(kind, refuse);
    await goOn();
    expect(await shown()).toBe(1);
    expect(await shown()).toBe(1);
  });

  it('comes by itself when the bot may post again', async () => {
    const roles = [GUILD_ID, BOT_ROLE_ID].map((id) => ({ id, permissions: guilds.role(GUILD_ID, id)!.permissions }));
    const giveBack = () => {
      for (const { id, permissions } of roles) guilds.changeRole(GUILD_ID, id, { permissions });
    };
    onTestFinished(giveBack);
    const { shown } = await holdOne('live', () => {
      for (const { id, permissions } of roles) {
        const without = String(BigInt(permissions) & ~PermissionFlagsBits.SendMessages);
        guilds.changeRole(GUILD_ID, id, { permissions: without });
      }
    });
    giveBack();
    await expect.poll(suspended).toEqual([null]);
    expect(await shown()).toBe(1);
  });
});

describe.each([
  ['ja', 'ja', '主要ニュース', '英語'],
  ['de', 'de', 'Das Wichtigste', 'Englisch'],
] as const)('in %s', (locale, code, topics, language) => {
  const own = sayIn(code);
  const reader = playground.as({ administrator: true, locale });

  it('says what will happen, lists it and ends it', async () => {
    const words = { channel: `<#${NEWS_CHANNEL_ID}>`, topics, language, perHour: 6, turns: 'reply' };
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
  expect(await liveLine(breaking!, 2, arabic)).toContain(`<@&${loud}>`);
});
