import { OverwriteType, PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import {
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { controlsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

const subscribe = (options: Record<string, string | number> = {}, actor = ada) =>
  actor.command('subscribe', { channelId: NEWS_CHANNEL_ID, options });
const said = async (options: Record<string, string | number>) => (await subscribe(options)).message?.content;
const kept = () => findSubscriptions(db, GUILD_ID);

beforeEach(async () => {
  await db.deleteFrom('subscriptions').execute();
});

describe('/subscribe', () => {
  it('with one option: what is left out is this channel, every day at seven', async () => {
    const reply = await subscribe({ topics: 'top stories' });
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.content).toBe(
      say('subscribed', {
        channel: `<#${NEWS_CHANNEL_ID}>`,
        topics: say('topStories'),
        when: say('whenTimes', { days: say('everyDay'), times: '07:00', zone: 'UTC' }),
        language: 'English',
        next: '<t:1795417200:F>',
      }),
    );
    expect(await kept()).toMatchObject([
      {
        channelId: NEWS_CHANNEL_ID,
        createdBy: ada.userId,
        topics: [],
        times: ['07:00'],
        timeZone: 'UTC',
        maxStories: 6,
      },
    ]);
  });

  it('with all options: confirms each, and keeps it so', async () => {
    const reply = await subscribe({
      topics: 'Science & technology, Wetter',
      times: '18:30, 7am',
      weekdays: 'workdays',
      zone: 'Tokyo',
      language: 'ja',
      channel: HEADLINES_CHANNEL_ID,
      stories: 3,
    });
    await expect(`${textOf(reply.message as never)}\n`).toMatchFileSnapshot('../golden/subscribed.md');
    expect(await kept()).toMatchObject([
      {
        channelId: HEADLINES_CHANNEL_ID,
        topics: ['science', 'weather'],
        times: ['07:00', '18:30'],
        weekdays: [1, 2, 3, 4, 5],
        timeZone: 'Asia/Tokyo',
        language: 'ja',
        maxStories: 3,
        nextDueAt: new Date('2026-11-23T09:30:00Z'),
      },
    ]);
  });

  it('takes an interval', async () => {
    await subscribe({ times: 'every 2 hours' });
    expect(await kept()).toMatchObject([{ times: [], everyMinutes: 120, nextDueAt: new Date('2026-11-23T08:00:00Z') }]);
  });

  it('again for the same channel and topics: the new times replace the old', async () => {
    await subscribe({ topics: 'sport' });
    const reply = await subscribe({ topics: 'Sport', times: '12:00' });
    expect(reply.message?.content).toContain('12:00');
    expect(controlsOf(reply.message as never)).toEqual([expect.stringMatching(/^preview:/)]);
    expect(await kept()).toMatchObject([{ topics: ['sport'], times: ['12:00'] }]);
    await subscribe({ topics: 'weather' });
    expect(await kept()).toHaveLength(2);
  });

  it('answers in the asker’s language', async () => {
    const german = playground.as({ administrator: true, locale: 'de' });
    const { message } = await subscribe({ topics: 'weather' }, german);
    expect(message?.content).toContain('Wetter');
    expect(message?.content).not.toContain('Next');
  });
});

describe('/subscribe weekly', () => {
  it.each(['en-US', 'ja', 'de', 'ar'] as const)('one weekday: the week in news, said in %s', async (locale) => {
    const language = locale.slice(0, 2);
    const own = sayIn(language);
    const asker = playground.as({ administrator: true, locale: locale as never });
    const answer = (await subscribe({ weekdays: 'weekly7', times: '9:00', zone: 'Berlin', language }, asker)).message!;
    const day = new Intl.DateTimeFormat(language, { weekday: 'long' }).format(new Date('2026-11-22'));
    expect(answer.content).toContain(own('weeklyOn', { day }));
    expect(answer.content).toContain(own('conditionWeekly'));
    expect(await kept()).toMatchObject([{ weekdays: [7], nextDueAt: new Date('2026-11-29T08:00:00Z') }]);
    const [preview = ''] = controlsOf(answer as never);
    const shown = textOf((await asker.press(answer, preview)).message as never);
    const nothing = own('briefingEmptyWeek', { topics: `**${own('topStories')}**` });
    expect(shown).toContain(language === 'ar' ? nothing : own('editionWeek'));
  });

  it('is offered by the day’s name', () => {
    const command = playground.world.commands.values().find(({ name }) => name === 'subscribe')!;
    const days = command.options?.find(({ name }) => name === 'weekdays') as { choices: { name: string }[] };
    expect(days.choices.map(({ name }) => name)).toContain('Weekly on Sunday');
  });
});

describe('/subscribe, wrongly', () => {
  const wrong: [string, Record<string, string>, string][] = [
    ['a topic', { topics: 'Spart' }, say('errorTopic', { typed: 'Spart', suggestion: 'Sport', command: '' })],
    ['a time', { times: 'at dawn' }, say('errorTimes', { typed: 'at dawn' })],
    ['too short an interval', { times: 'every 2 minutes' }, say('errorInterval')],
    ['a zone', { zone: 'Asia/Soul' }, say('errorZone', { typed: 'Asia/Soul', suggestion: 'Asia/Seoul' })],
  ];
  it.each(wrong)('%s that there is not: one sentence, nothing saved', async (_what, options, answer) => {
    expect(await said(options)).toBe(answer);
    expect(await kept()).toEqual([]);
  });

  it('a channel that the bot can’t see: named, with what is missing, before anything is saved', async () => {
    const missing = say('permissionViewChannel');
    expect(await said({ channel: PRIVATE_CHANNEL_ID })).toBe(
      say('errorPermissions', { channel: `<#${PRIVATE_CHANNEL_ID}>`, missing }),
    );
    expect(await kept()).toEqual([]);
  });

  it('a channel where permissions are missing: all of them named', async () => {
    const deny = (PermissionFlagsBits.SendMessages | PermissionFlagsBits.EmbedLinks).toString();
    playground.world.overwrite(WORLD_CHANNEL_ID, { id: BOT_ROLE_ID, type: OverwriteType.Role, allow: '0', deny });
    await expect.poll(() => said({ channel: WORLD_CHANNEL_ID })).toContain(say('permissionSendMessages'));
    expect(await said({ channel: WORLD_CHANNEL_ID })).toContain(say('permissionEmbedLinks'));
    expect(await said({ channel: WORLD_CHANNEL_ID })).not.toContain(say('permissionViewChannel'));
    expect(await kept()).toEqual([]);
  });

  it('a channel of another kind, from a client with an older list of commands: named', async () => {
    const { commands } = playground.world;
    const command = commands.values().find(({ name }) => name === 'subscribe')!;
    const older = command.options?.map((option) => ({ ...option, channel_types: undefined }));
    commands.set(command.id, { ...command, options: older } as typeof command);
    onTestFinished(() => void commands.set(command.id, command));
    const voice = playground.world.createChannel(GUILD_ID, { type: 2, name: 'voices' });
    const answer = say('errorChannelKind', { channel: `<#${voice.id}>` });
    await expect.poll(() => said({ channel: voice.id })).toBe(answer);
    expect(await kept()).toEqual([]);
  });
});

describe('who may subscribe', () => {
  it('those who manage the server: Discord does not even offer it to others', async () => {
    await expect(subscribe({}, milo)).rejects.toThrow('Milo may not use /subscribe: it needs Manage Guild');
  });

  it('is checked again where a server lets others type it', async () => {
    const command = playground.world.commands.values().find(({ name }) => name === 'subscribe')!;
    playground.world.commands.set(command.id, { ...command, default_member_permissions: null });
    const reply = await subscribe({ topics: 'health' }, milo);
    playground.world.commands.set(command.id, command);
    expect([reply.message?.content, reply.ephemeral]).toEqual([say('errorManage'), true]);
    expect(await kept()).toEqual([]);
  });
});

describe('preview and undo under the confirmation', () => {
  it('show what would come, and take it back', async () => {
    const { message } = await subscribe({ topics: 'health', language: 'en' });
    const [preview = '', undo = ''] = controlsOf(message as never);
    const previewed = await ada.press(message!, preview);
    expect(previewed.ephemeral).toBe(true);
    expect(previewed.message?.embeds[0]?.description).toContain('**Health**');
    expect(await kept()).toHaveLength(1);

    const undone = await ada.press(message!, undo);
    expect(undone.message?.id).toBe(message?.id);
    expect(undone.message?.content).toBe(say('undone', { channel: `<#${NEWS_CHANNEL_ID}>`, topics: 'Health' }));
    expect(undone.message?.components).toEqual([]);
    expect(await kept()).toEqual([]);
  });

  it('say so when it has been removed already', async () => {
    const { message } = await subscribe({ topics: 'health' });
    const [preview = '', undo = ''] = controlsOf(message as never);
    await db.deleteFrom('subscriptions').execute();
    expect((await ada.press(message!, preview)).message?.content).toBe(say('unsubscribedAlready'));
    expect((await ada.press(message!, undo)).message?.content).toBe(say('unsubscribedAlready'));
  });
});

describe('what /subscribe offers as one types', () => {
  const offered = async (focused: string, typed: string, actor = ada) =>
    (await actor.autocomplete('subscribe', { focused, options: { [focused]: typed } })).map(({ value }) => value);

  it('topics, times and zones', async () => {
    expect(await offered('topics', 'wea')).toEqual(['Weather']);
    expect(await offered('times', '6pm')).toContain('18:00');
    expect(await offered('zone', 'berl')).toEqual(['Europe/Berlin']);
  });

  it('topics in the asker’s language, and no more than 25 of anything', async () => {
    expect(await offered('topics', '', playground.as({ administrator: true, locale: 'ja' }))).toContain('天気');
    expect(await offered('zone', '')).toHaveLength(25);
  });
});
