import { OverwriteType, PermissionFlagsBits, type TextChannel } from 'discord.js';
import { sql } from 'kysely';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { formId, parseFormId } from '../../src/discord/formState.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { checkMessage } from '../../src/playground/checks/checkBody.ts';
import {
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { newServer } from '../../src/playground/world/newServer.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { startTidings } from '../../src/tidings.ts';
import { controlIn, idIn, partsIn, readIn } from '../support/formChecks.ts';
import { controlsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { world } = playground;
const { db } = bot.tidings;
const say = sayIn('en');

type Message = Parameters<typeof readIn>[0] & { id: string };
const open = async (actor = ada) => (await actor.command('subscribe', { channelId: NEWS_CHANNEL_ID })).message!;
const choose = async (message: Message, part: 'channel' | 'topics' | 'when', values: string[], actor = ada) =>
  (await actor.select(message as never, idIn(message, part), values)).message!;
const press = async (message: Message, part: 'confirm' | 'cancel' | 'again', actor = ada) =>
  (await actor.press(message as never, idIn(message, part))).message!;
const kept = () => findSubscriptions(db, GUILD_ID);
/** A form as a client may send it back, whatever stands in it. */
function tamper(message: Message, part: 'confirm' | 'again', customId: string): void {
  const control = controlIn(message, part) as { custom_id: string };
  control.custom_id = customId;
}

beforeEach(async () => {
  await db.deleteFrom('subscriptions').execute();
  await db.deleteFrom('guild_topics').execute();
});

describe('/subscribe without options', () => {
  it('asks three questions with answers chosen, to the asker alone; nothing is kept yet', async () => {
    const reply = await ada.command('subscribe', { channelId: NEWS_CHANNEL_ID });
    expect(reply.ephemeral).toBe(true);
    await checkMessage('MessageCreateRequestSchema', reply.message!);
    expect(readIn(reply.message!)).toContain(
      [
        `**${say('formChannel')}**`,
        `( <#${NEWS_CHANNEL_ID}> )`,
        `**${say('formTopics')}**`,
        '( Top stories )',
        `**${say('formWhen')}** ${say('formZone', { zone: 'UTC' })}`,
        '( 07:00 | Every day )',
        `<#${NEWS_CHANNEL_ID}> gets **Top stories** every day at 07:00 (UTC), in English.`,
      ].join('\n'),
    );
    expect(await kept()).toEqual([]);
  });

  it('takes each choice into the message, and keeps the wish when it is confirmed', async () => {
    const first = await open();
    const second = await choose(first, 'topics', ['top', 'sport', 'weather']);
    expect(second.id).toBe(first.id);
    const third = await choose(second, 'when', ['07:00', 'every', '18:00', 'workdays']);
    const fourth = await choose(third, 'channel', [HEADLINES_CHANNEL_ID]);
    expect(readIn(fourth)).toContain('( Sport | Weather )');
    expect(readIn(fourth)).toContain('( 07:00 | 18:00 | Monday to Friday )');
    const done = await press(fourth, 'confirm');
    expect(done.id).toBe(first.id);
    expect(readIn(done)).toBe(
      [
        say('subscribed', {
          channel: `<#${HEADLINES_CHANNEL_ID}>`,
          topics: 'Sport and Weather',
          when: say('whenTimes', { days: say('workdays'), times: '07:00 and 18:00', zone: 'UTC' }),
          language: 'English',
          next: '<t:1795417200:F>',
        }),
        '[ Preview ] [ Undo ]',
      ].join('\n'),
    );
    expect(await kept()).toMatchObject([
      {
        channelId: HEADLINES_CHANNEL_ID,
        topics: ['sport', 'weather'],
        times: ['07:00', '18:00'],
        weekdays: [1, 2, 3, 4, 5],
        createdBy: ada.userId,
        maxStories: 6,
        nextDueAt: new Date('2026-11-23T07:00:00Z'),
      },
    ]);
    const [preview = '', undo = ''] = controlsOf(done as never);
    expect((await ada.press(done, preview)).ephemeral).toBe(true);
    const undone = (await ada.press(done, undo)).message!;
    expect(readIn(undone)).toBe(say('undone', { channel: `<#${HEADLINES_CHANNEL_ID}>`, topics: 'Sport and Weather' }));
    expect(await kept()).toEqual([]);
  });

  it('takes an interval, whatever the day', async () => {
    await press(await choose(await open(), 'when', ['07:00', 'every', '180']), 'confirm');
    expect(await kept()).toMatchObject([{ times: [], everyMinutes: 180, weekdays: [1, 2, 3, 4, 5, 6, 7] }]);
  });

  it('is closed without a trace', async () => {
    const closed = await press(await open(), 'cancel');
    const { id } = world.commands.values().find(({ name }) => name === 'subscribe')!;
    expect(readIn(closed)).toBe(say('formCancelled', { command: `</subscribe:${id}>` }));
    expect(controlsOf(closed as never)).toEqual([]);
    expect(await kept()).toEqual([]);
  });
});

describe('another language or zone', () => {
  const fill = async (values: { language: string[]; zone: string }, actor = ada) => {
    const message = await open(actor);
    return (await actor.submit(await actor.press(message, idIn(message, 'place')), values)).message!;
  };

  it('is typed into a small form of its own', async () => {
    const placed = await fill({ language: ['ar'], zone: 'Tokyo' });
    expect(readIn(placed)).toContain(say('formZone', { zone: 'Tokyo' }));
    expect(readIn(placed)).toContain('in Arabic');
    await press(placed, 'confirm');
    expect(await kept()).toMatchObject([{ language: 'ar', timeZone: 'Asia/Tokyo' }]);
  });

  it('a zone that there is not: named with the nearest, and the old one stays', async () => {
    const placed = await fill({ language: ['ja'], zone: 'Asia/Soul' });
    expect(readIn(placed)).toContain(say('errorZone', { typed: 'Asia/Soul', suggestion: 'Asia/Seoul' }));
    expect(readIn(placed)).toContain('(UTC), in Japanese');
  });
});

describe.each([
  ['en-US', 'en'],
  ['ja', 'ja'],
  ['de', 'de'],
] as const)('the whole conversation in %s', (locale, language) => {
  it('reads as one would say it', async () => {
    const reader = playground.as({ administrator: true, locale });
    const first = await open(reader);
    const second = await choose(first, 'topics', ['science', 'economy'], reader);
    const third = await choose(second, 'when', ['18:00', 'weekend'], reader);
    const done = await press(third, 'confirm', reader);
    const told = [first, third, done]
      .map((message) => readIn(message).replaceAll(playground.origin, 'https://newsroom.example'))
      .join('\n\n———\n\n');
    await expect(`${told}\n`).toMatchFileSnapshot(`../golden/subscribeForm.${language}.md`);
    expect(await kept()).toMatchObject([{ topics: ['economy', 'science'], times: ['18:00'], weekdays: [6, 7] }]);
  });
});

describe('the preview of a form', () => {
  it('shows by which words a topic of the server’s own would have found stories', async () => {
    await ada.command('topics', { subcommand: 'add', options: { name: 'Seafaring', words: 'ferry OR comet' } });
    const first = await open();
    const own = partsIn(first).flatMap((part) =>
      'options' in part ? part.options.flatMap(({ label, value }) => (label === 'Seafaring' ? [value] : [])) : [],
    );
    const read = readIn(await choose(first, 'topics', own));
    expect(read).toMatch(/In the last week, \d+ stories would have fitted/);
    expect(read).toContain('Seafaring: *ferry*');
    expect(read).toContain('Seafaring: *comet*');
    expect(read.match(/^\*\*\[/gm)).toHaveLength(2);
  });

  it('says so when there would have been nothing', async () => {
    await ada.command('topics', { subcommand: 'add', options: { name: 'Nothing', words: 'zyxwvut' } });
    const [{ id }] = (await db.selectFrom('guild_topics').select('id').execute()) as [{ id: number }];
    expect(readIn(await choose(await open(), 'topics', [`own:${id}`]))).toContain(
      'Nothing in the last week would have fitted.',
    );
  });
});

it('goes on where it was when the bot has been started anew, with nothing but the message', async () => {
  const form = await choose(await open(), 'topics', ['health', 'sport']);
  await bot.tidings.bot.close();
  const other = await startTidings({
    databaseFile: ':memory:',
    token: 'any',
    apiUrl: playground.api,
    catalogue: [],
    pollBounds: { minMs: 60_000, maxMs: 60_000 },
    feedAllowPrivate: [],
    feedContact: '',
    articleTextDays: 30,
    fullText: false,
    articleDays: 365,
    report: (problem, details) => bot.problems.push(`${problem} ${details?.error}`),
    onTokenRefused: () => undefined,
    now: bot.now,
  });
  onTestFinished(async () => {
    await other.close();
    await bot.tidings.bot.client.login('any');
    await expect.poll(() => playground.gateway.connected).toBe(1);
  });
  const next = await choose(form, 'when', ['12:00', 'every']);
  expect(readIn(next)).toContain('( Sport | Health )');
  await press(next, 'confirm');
  expect(await findSubscriptions(other.db, GUILD_ID)).toMatchObject([
    { topics: ['health', 'sport'], times: ['12:00'], channelId: NEWS_CHANNEL_ID },
  ]);
});

describe('what is not possible', () => {
  it('a channel that can’t be posted in is named at once, and nothing can be confirmed until it can', async () => {
    const deny = PermissionFlagsBits.EmbedLinks.toString();
    const overwrite = (denied: string) =>
      world.overwrite(WORLD_CHANNEL_ID, { id: BOT_ROLE_ID, type: OverwriteType.Role, allow: '0', deny: denied });
    overwrite(deny);
    const missing = { channel: `<#${WORLD_CHANNEL_ID}>`, missing: say('permissionEmbedLinks') };
    const form = await choose(await open(), 'channel', [WORLD_CHANNEL_ID]);
    expect(readIn(form)).toContain(say('errorPermissions', missing));
    expect(controlIn(form, 'confirm')).toMatchObject({ disabled: true });
    overwrite('0');
    await expect
      .poll(async () => controlIn(await press(form, 'again').catch(() => form), 'confirm'))
      .toMatchObject({ disabled: false });
    await press(form, 'confirm');
    expect(await kept()).toMatchObject([{ channelId: WORLD_CHANNEL_ID }]);
  });

  it('a channel that the bot can’t see', async () => {
    const form = await choose(await open(), 'channel', [PRIVATE_CHANNEL_ID]);
    expect(readIn(form)).toContain(say('permissionViewChannel'));
    expect(controlIn(form, 'confirm')).toMatchObject({ disabled: true });
  });

  it.each<[string, (state: NonNullable<ReturnType<typeof parseFormId>>['state']) => Promise<object> | object]>([
    [
      'a channel of another server',
      () => ({ channelId: world.guilds.add(newServer(world, ada.userId)).system_channel_id }),
    ],
    ['a channel that there is not', () => ({ channelId: '1' })],
    ['a channel that is larger than any', () => ({ channelId: String(36n ** 13n - 1n) })],
    ['a topic that was another server’s', () => ({ topics: ['own:4711'] })],
  ])('%s, in a custom id that was tampered with: nothing is kept', async (_what, change) => {
    const form = await open();
    const { state } = parseFormId(idIn(form, 'confirm'))!;
    const hostile = formId('confirm', { ...state, ...(await change(state)) });
    tamper(form, 'confirm', hostile);
    const answer = await ada.press(form, hostile);
    expect(readIn(answer.message!)).toContain(say('formTopics'));
    expect(await kept()).toEqual([]);
  });

  it('a custom id that no form has: reported, nothing kept, nobody left waiting', async () => {
    const form = await open();
    tamper(form, 'confirm', 'form:y:1:0::e:en:Mars/Olympus');
    const answer = await ada.press(form, 'form:y:1:0::e:en:Mars/Olympus');
    expect(answer.message?.content).toBe(say('errorUnknown'));
    expect(bot.problems.splice(0).join()).toContain('No control is called form:y:1:0::e:en:Mars/Olympus');
    expect(await kept()).toEqual([]);
  });

  it('what fails on our side: owned up to beneath, and the form stays', async () => {
    const form = await open();
    const before = readIn(form);
    await sql`ALTER TABLE guild_topics RENAME TO away`.execute(db);
    const answer = await ada.select(form, idIn(form, 'topics'), ['sport']);
    await answer.until(({ followups }) => followups.length > 0);
    await sql`ALTER TABLE away RENAME TO guild_topics`.execute(db);
    expect(answer.followups[0]).toMatchObject({ content: say('errorUnknown'), flags: 64 });
    expect(bot.problems.splice(0).join()).toContain('A command failed');
    expect(readIn(world.message(form.id)!)).toBe(before);
    expect(readIn(await choose(form, 'topics', ['sport']))).toContain('( Sport )');
  });

  it('in a thread, the channel above it is proposed', async () => {
    const above = bot.tidings.bot.client.channels.cache.get(WORLD_CHANNEL_ID) as TextChannel;
    const thread = await above.threads.create({ name: 'aside' });
    const opened = async () => (await ada.command('subscribe', { channelId: thread.id })).message!;
    await expect.poll(async () => readIn(await opened())).toContain(`( <#${WORLD_CHANNEL_ID}> )`);
  });

  it('somebody who no longer manages the server: told so, and the form stays', async () => {
    const role = world.guilds.addRole(GUILD_ID, { permissions: PermissionFlagsBits.ManageGuild.toString() });
    world.guilds.changeMember(GUILD_ID, milo.userId, { roles: [role.id] });
    const form = await open(milo);
    const before = readIn(form);
    world.guilds.changeMember(GUILD_ID, milo.userId, { roles: [] });
    const { id } = world.commands.values().find(({ name }) => name === 'help')!;
    for (const part of ['confirm', 'cancel'] as const) {
      const answer = await press(form, part, milo);
      expect([answer.id === form.id, answer.content]).toEqual([
        false,
        say('formManagersOnly', { command: `</help:${id}>` }),
      ]);
    }
    expect(readIn(world.message(form.id)!)).toBe(before);
    expect(await kept()).toEqual([]);
  });
});
