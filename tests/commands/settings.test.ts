import { OverwriteType } from 'discord.js';
import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import {
  ADA_ID,
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { findGuildSettings } from '../../src/store/guildSettings.ts';
import { noteHeld } from '../../src/store/heldArticles.ts';
import { recordEvent, sourcesOfGuild } from '../../src/store/sources.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { controlsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db, stages } = bot.tidings;
const { world } = playground;
const say = sayIn('en');

const set = async (options: Record<string, string> = {}, actor = ada) =>
  (await actor.command('settings', { options })).message!;
const kept = () => findGuildSettings(db, GUILD_ID);

beforeEach(async () => {
  await db.deleteFrom('guild_settings').execute();
  await db.deleteFrom('subscriptions').execute();
});

describe('/settings', () => {
  it('without options: shows what holds, guessed or chosen, and changes nothing', async () => {
    const guessed = textOf((await set()) as never);
    expect(guessed).toContain(say('settingGuessed', { value: 'English' }));
    expect(guessed).toContain(say('settingGuessed', { value: 'UTC' }));
    expect(guessed).toContain(say('settingNoticesDirect'));
    await set({ language: 'ja', zone: 'Tokyo', channel: HEADLINES_CHANNEL_ID });
    const before = await kept();
    const chosen = textOf((await set()) as never);
    expect(chosen).toContain(`**${say('settingLanguage')}** · Japanese\n`);
    expect(chosen).toContain(`**${say('settingZone')}** · Asia/Tokyo\n`);
    expect(chosen).toContain(`**${say('settingNotices')}** · <#${HEADLINES_CHANNEL_ID}>`);
    expect(await kept()).toEqual(before);
  });

  it('confirms each change in a sentence, and keeps the others', async () => {
    expect((await set({ language: 'de' })).content).toBe(say('settingLanguageChanged', { value: 'German' }));
    expect((await set({ zone: 'berlin', channel: NEWS_CHANNEL_ID })).content).toBe(
      [
        say('settingZoneChanged', { value: 'Europe/Berlin' }),
        say('settingNoticesChanged', { value: `<#${NEWS_CHANNEL_ID}>` }),
      ].join('\n'),
    );
    expect(await kept()).toEqual({ language: 'de', timeZone: 'Europe/Berlin', noticeChannelId: NEWS_CHANNEL_ID });
  });

  it('takes one back', async () => {
    await set({ language: 'de', channel: NEWS_CHANNEL_ID });
    const value = say('settingNoticesDirect');
    expect((await set({ reset: 'channel' })).content).toBe(
      say('settingReset', { setting: say('settingNotices'), value }),
    );
    expect(await kept()).toEqual({ language: 'de', timeZone: null, noticeChannelId: null });
  });

  it('refuses a zone that there is not and a channel that it can’t write to; nothing is kept', async () => {
    const wrong = { language: 'de', zone: 'Asia/Soul' };
    expect((await set(wrong)).content).toBe(say('errorZone', { typed: 'Asia/Soul', suggestion: 'Asia/Seoul' }));
    const missing = say('permissionViewChannel');
    expect((await set({ language: 'de', channel: PRIVATE_CHANNEL_ID })).content).toBe(
      say('errorPermissions', { channel: `<#${PRIVATE_CHANNEL_ID}>`, missing }),
    );
    expect((await kept()).language).toBeNull();
  });

  it('is for those who manage the server, also where others may type it', async () => {
    await expect(set({ language: 'de' }, milo)).rejects.toThrow('Manage Guild');
    const command = world.commands.values().find(({ name }) => name === 'settings')!;
    world.commands.set(command.id, { ...command, default_member_permissions: null });
    const { content } = await set({ language: 'de' }, milo);
    world.commands.set(command.id, command);
    expect([content, (await kept()).language]).toEqual([say('errorManage'), null]);
  });

  it.each(['en-US', 'de', 'ja', 'fr'] as const)('speaks to the asker: %s', async (locale) => {
    const own = sayIn(locale.slice(0, 2));
    const asker = playground.as({ administrator: true, locale });
    expect((await set({ channel: WORLD_CHANNEL_ID }, asker)).content).toBe(
      own('settingNoticesChanged', { value: `<#${WORLD_CHANNEL_ID}>` }),
    );
    expect(textOf((await set({}, asker)) as never)).toContain(own('settingsFooter'));
  });

  it('offers zones as one types', async () => {
    const choices = await ada.autocomplete('settings', { focused: 'zone', options: { zone: 'berl' } });
    expect(choices.map(({ value }) => value)).toEqual(['Europe/Berlin']);
  });
});

it('/subscribe takes the language and the zone that it is not told', async () => {
  await set({ language: 'ja', zone: 'Asia/Tokyo' });
  await ada.command('subscribe', { channelId: NEWS_CHANNEL_ID, options: { topics: 'sport' } });
  await ada.command('subscribe', {
    channelId: WORLD_CHANNEL_ID,
    options: { topics: 'sport', language: 'de', zone: 'Europe/Berlin' },
  });
  expect(await findSubscriptions(db, GUILD_ID)).toMatchObject([
    { channelId: NEWS_CHANNEL_ID, language: 'ja', timeZone: 'Asia/Tokyo' },
    { channelId: WORLD_CHANNEL_ID, language: 'de', timeZone: 'Europe/Berlin' },
  ]);
});

describe('notices', async () => {
  const [source] = await sourcesOfGuild(db, GUILD_ID);
  const died = () =>
    recordEvent(db, { source_id: source!.id, kind: 'died', at: bot.now().getTime(), detail: 'status 503' });
  const direct = () => world.messagesIn(world.openDm(ADA_ID).id);

  beforeEach(async () => {
    bot.advance(2 * 24 * 60 * 60_000);
    const row = {
      guild_id: GUILD_ID,
      source_id: source!.id,
      choice: 'added',
      chosen_by: ADA_ID,
      chosen_at: 0,
    } as const;
    await db.deleteFrom('guild_sources').execute();
    await db.insertInto('guild_sources').values(row).execute();
  });

  it('go to the server’s channel, in its language', async () => {
    await set({ language: 'de', channel: NEWS_CHANNEL_ID });
    const before = direct().length;
    await died();
    await stages.notify();
    const text = textOf(bot.messagesIn(NEWS_CHANNEL_ID).at(-1) as never);
    expect(text).toContain(`**${source!.title}**`);
    expect(text).toContain(sayIn('de')('noticeFooterChannel'));
    expect(direct()).toHaveLength(before);
  });

  it('go to a person where the channel may no longer be written to, or is gone', async () => {
    const { id } = world.createChannel(GUILD_ID, { type: 0, name: 'admins' });
    await expect.poll(() => bot.tidings.bot.client.channels.cache.has(id)).toBe(true);
    await set({ channel: id });
    world.overwrite(id, { id: BOT_ROLE_ID, type: OverwriteType.Role, allow: '0', deny: '2048' });
    const channel = () => bot.tidings.bot.client.channels.cache.get(id);
    await expect
      .poll(
        () =>
          (channel() as never as { viewable: boolean; permissionOverwrites: { cache: Map<string, unknown> } })
            .permissionOverwrites.cache.size,
      )
      .toBe(1);
    const before = direct().length;
    await died();
    await stages.notify();
    expect([direct().length, bot.messagesIn(id).length]).toEqual([before + 1, 0]);
    expect(textOf(direct().at(-1) as never)).toContain(say('noticeFooter'));
    world.deleteChannel(id);
    bot.advance(2 * 24 * 60 * 60_000);
    await died();
    await stages.notify();
    expect(direct()).toHaveLength(before + 2);
  });

  it('that stand in a channel are answered by those only who manage the server', async () => {
    await set({ language: 'en', channel: NEWS_CHANNEL_ID });
    await db.updateTable('articles').set({ arrival: 'held' }).where('source_id', '=', source!.id).execute();
    await noteHeld(db, source!.id, 3, bot.now());
    await stages.notify();
    const message = bot.messagesIn(NEWS_CHANNEL_ID).at(-1)!;
    const [letThrough = ''] = controlsOf(message as never);
    const refused = await milo.press(message, letThrough);
    expect([refused.ephemeral, refused.message?.content]).toEqual([true, say('errorManage')]);
    expect(controlsOf(bot.messagesIn(NEWS_CHANNEL_ID).at(-1) as never)).toHaveLength(2);
    const german = playground.as({ administrator: true, locale: 'de' });
    const answered = (await german.press(message, letThrough)).message!;
    expect(answered.id).toBe(message.id);
    expect(answered.content).toBe(say('heldLetThrough', { title: source!.title }));
    expect(textOf(answered as never)).toContain(say('noticeFooterChannel'));
  });
});
