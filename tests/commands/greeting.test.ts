import { PermissionFlagsBits } from 'discord.js';
import { afterEach, describe, expect, it } from 'vitest';
import { formId, parseFormId } from '../../src/discord/formState.ts';
import { languages, sayIn } from '../../src/discord/languages/index.ts';
import { checkMessage } from '../../src/playground/checks/checkBody.ts';
import { newServer } from '../../src/playground/world/newServer.ts';
import type { GuildSeed } from '../../src/playground/world/WorldSeed.ts';
import { changeGuildSettings } from '../../src/store/guildSettings.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { controlIn, idIn, readIn } from '../support/formChecks.ts';
import { controlsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground, tidings } = bot;
const { world } = playground;
const { db, stages } = tidings;
const say = sayIn('en');
const dayMs = 86_400_000;
const botId = world.bot.id;

const idOf = (command: string) => world.commands.values().find(({ name }) => name === command)!.id;
const mention = (command: string) => `</${command}:${idOf(command)}>`;
const noted = async (guildId: string) =>
  (await db.selectFrom('greetings').select('status').where('guild_id', '=', guildId).execute()).map(
    (row) => row.status,
  );

/** Lets the bot join a server, and greet it. */
async function join(change: (seed: GuildSeed) => Partial<GuildSeed> = () => ({})) {
  const seed = newServer(world, ada.userId);
  const guild = world.guilds.add({ ...seed, ...change(seed) });
  await expect.poll(() => noted(guild.id)).toEqual(['waiting']);
  await stages.greet();
  const [general, news] = world.channelsOf(guild.id).map(({ id }) => id) as [string, string];
  return {
    guild,
    general,
    news,
    manager: playground.as({ administrator: true, guildId: guild.id }),
    reader: playground.as({ userId: milo.userId, guildId: guild.id }),
    greeting: () => world.messagesIn(general).at(0)!,
    messages: () => world.channelsOf(guild.id).flatMap(({ id }) => world.messagesIn(id)),
  };
}
const without = (permission: bigint) => (seed: GuildSeed) => ({
  roles: seed.roles.map((role) => ({ ...role, permissions: String(BigInt(role.permissions) & ~permission) })),
});
const directMessages = (userId: string) => world.messagesIn(world.openDm(userId).id).map(({ content }) => content);

afterEach(() => {
  for (const { id } of world.guilds.values().slice(1)) world.guilds.remove(id);
});

describe('a server that Tidings joins', () => {
  it('is greeted once, where Discord says who has joined, with the form', async () => {
    const { greeting, messages, general, guild } = await join((seed) => ({
      system_channel_id: seed.channels[0]!.id,
      channels: [...seed.channels].reverse(),
    }));
    expect(messages()).toHaveLength(1);
    const message = world.channelsOf(guild.id).flatMap(({ id }) => world.messagesIn(id))[0]!;
    expect(message.channel_id).toBe(guild.system_channel_id);
    expect(general).not.toBe(guild.system_channel_id);
    await checkMessage('MessageCreateRequestSchema', message);
    expect(readIn(message)).toMatch(/^\*\*Tidings is here\.\*\*/);
    expect(readIn(message)).toContain(`( <#${guild.system_channel_id}> )`);
    expect(readIn(message)).toContain(`[ ${say('greetingNotNow')} ]`);
    expect([message.mention_everyone, message.mentions]).toEqual([false, []]);
    expect(greeting()).toBeUndefined();
    world.guilds.setAvailable(guild.id, false);
    world.guilds.setAvailable(guild.id, true);
    await stages.greet();
    expect(messages()).toHaveLength(1);
    expect(await noted(guild.id)).toEqual(['sent']);
  });

  it.each(['de', 'ja'] as const)('is greeted in its own language: %s', async (locale) => {
    const { greeting } = await join(() => ({ preferred_locale: locale }));
    const read = readIn(greeting()).replaceAll(playground.origin, 'https://newsroom.example');
    const settled = read.replaceAll(/<#\d+>/g, '#general');
    await expect(`${settled}\n`).toMatchFileSnapshot(`../golden/greeting.${locale}.md`);
  });

  it('speaks the language that it has set, whoever chooses', async () => {
    const { greeting, guild, manager } = await join();
    await changeGuildSettings(db, guild.id, { language: 'ar' });
    const again = (await manager.select(greeting(), idIn(greeting(), 'topics'), ['sport'])).message!;
    expect(readIn(again)).toContain(sayIn('ar')('greeting'));
    const settled = readIn(again)
      .replaceAll(playground.origin, 'https://newsroom.example')
      .replaceAll(/<#\d+>/g, '#general');
    await expect(`${settled}\n`).toMatchFileSnapshot('../golden/greeting.ar.md');
  });

  it('gets the first briefing within a minute of the last choice, then by its timetable', async () => {
    const { greeting, manager, messages, guild } = await join();
    await manager.select(greeting(), idIn(greeting(), 'when'), ['07:00', 'every', '18:00', 'workdays']);
    const { state } = parseFormId(idIn(greeting(), 'confirm'))!;
    const done = (await manager.press(greeting(), idIn(greeting(), 'confirm'))).message!;
    expect(readIn(done)).toContain(say('greetingFirst'));
    expect(readIn(done)).toContain('<t:1795417200:F>');
    bot.advance(59_000);
    await stages.write();
    await stages.brief();
    await stages.deliver();
    expect(messages()).toHaveLength(2);
    expect(messages()[1]?.embeds.length).toBeGreaterThan(2);
    expect(await findSubscriptions(db, guild.id)).toMatchObject([
      { times: ['07:00', '18:00'], weekdays: [1, 2, 3, 4, 5], nextDueAt: new Date('2026-11-23T07:00:00Z') },
    ]);
    expect(state.topics).toEqual([]);
    await stages.brief();
    await stages.deliver();
    expect(messages()).toHaveLength(2);
  });

  it('promises nothing where nothing is new', async () => {
    const { greeting, manager, guild } = await join();
    await manager.command('topics', {
      channelId: greeting().channel_id,
      subcommand: 'add',
      options: { name: 'Nothing', words: 'zyxwvut' },
    });
    const { id } = (await db.selectFrom('guild_topics').select('id').executeTakeFirst())!;
    await manager.select(greeting(), idIn(greeting(), 'when'), ['07:00', 'every']);
    await manager.select(greeting(), idIn(greeting(), 'topics'), [`own:${id}`]);
    const done = (await manager.press(greeting(), idIn(greeting(), 'confirm'))).message!;
    expect(readIn(done)).toContain(say('greetingNoNews'));
    expect((await findSubscriptions(db, guild.id))[0]?.nextDueAt.getTime()).toBeGreaterThan(bot.now().getTime());
  });

  it('declines with one press, and knows how to ask later', async () => {
    const { greeting, manager, guild } = await join();
    const declined = (await manager.press(greeting(), idIn(greeting(), 'cancel'))).message!;
    expect(declined.id).toBe(greeting().id);
    expect(readIn(declined)).toBe(say('greetingDeclined', { command: mention('subscribe') }));
    expect(await findSubscriptions(db, guild.id)).toEqual([]);
  });

  it('lets those choose who manage it; others are told so, and nothing changes', async () => {
    const { greeting, reader, manager, guild } = await join();
    const before = readIn(greeting());
    for (const part of ['confirm', 'cancel', 'place'] as const) {
      const answer = await reader.press(greeting(), idIn(greeting(), part));
      expect([answer.ephemeral, answer.message?.content]).toEqual([
        true,
        say('formManagersOnly', { command: mention('help') }),
      ]);
    }
    const chosen = await reader.select(greeting(), idIn(greeting(), 'topics'), ['sport']);
    expect(chosen.ephemeral).toBe(true);
    expect(readIn(greeting())).toBe(before);
    const done = (await manager.press(greeting(), idIn(greeting(), 'confirm'))).message!;
    const [, undo = ''] = controlsOf(done as never);
    const refused = await reader.press(done, undo);
    expect([refused.ephemeral, refused.message?.content]).toEqual([true, say('errorManage')]);
    expect(readIn(greeting())).toBe(readIn(done));
    expect(await findSubscriptions(db, guild.id)).toHaveLength(1);
  });

  it('is greeted in the first text channel where that is allowed', async () => {
    const deny = { type: 0, allow: '0', deny: PermissionFlagsBits.SendMessages.toString() } as const;
    const { general, news } = await join((seed) => ({
      channels: seed.channels.map((channel, index) =>
        index === 0 ? { ...channel, overwrites: [{ ...deny, id: seed.id }] } : channel,
      ),
      roles: without(PermissionFlagsBits.SendMessages)(seed).roles.map((role) =>
        role.id === seed.id ? seed.roles[0]! : role,
      ),
    }));
    expect([world.messagesIn(general).length, world.messagesIn(news).length]).toEqual([0, 1]);
  });

  it('where nothing may be written: tells its owner what is missing, by direct message', async () => {
    const { messages, guild } = await join(without(PermissionFlagsBits.EmbedLinks));
    expect(messages()).toEqual([]);
    const missing = ['View Channel', 'Send Messages', 'Embed Links'].join(', ');
    expect(directMessages(ada.userId).at(-1)).toBe(
      say('greetingNoChannel', { server: guild.name, missing, command: mention('subscribe') }),
    );
    expect(await noted(guild.id)).toEqual(['sent']);
  });

  it('tells the one who invited it, where the audit log may be read and says so', async () => {
    const before = directMessages(ada.userId).length;
    const { guild } = await join((seed) => ({
      invited_by: milo.userId,
      roles: without(PermissionFlagsBits.SendMessages)(seed).roles.map((role) => {
        const isOwn = 'bot_id' in role && role.bot_id === botId;
        return isOwn ? { ...role, permissions: String(PermissionFlagsBits.ViewAuditLog) } : role;
      }),
    }));
    expect(directMessages(milo.userId).at(-1)).toContain(guild.name);
    expect(directMessages(ada.userId)).toHaveLength(before);
  });

  it('where nobody can be told: is left alone, and the host learns it', async () => {
    world.closedDms.set(ada.userId, true);
    const { guild } = await join(without(PermissionFlagsBits.EmbedLinks));
    world.closedDms.delete(ada.userId);
    expect(await noted(guild.id)).toEqual(['dropped']);
    expect(bot.problems.splice(0).join()).toContain('A server could not be greeted');
  });

  it('is not asked again when somebody has set up a briefing before the greeting went out', async () => {
    const guild = world.guilds.add(newServer(world, ada.userId));
    await expect.poll(() => noted(guild.id)).toEqual(['waiting']);
    await bot.subscribe(guild.system_channel_id!, { guildId: guild.id });
    await stages.greet();
    expect(await noted(guild.id)).toEqual(['dropped']);
    expect(world.messagesIn(guild.system_channel_id!)).toEqual([]);
  });
});

describe('a server that takes Tidings back', () => {
  const rejoin = async (guildId: string) => {
    world.guilds.leave(guildId, botId);
    await expect.poll(() => tidings.bot.client.guilds.cache.has(guildId)).toBe(false);
    bot.advance(dayMs);
    world.guilds.join(guildId, botId, PermissionFlagsBits.ViewChannel | 18_432n);
    await expect.poll(() => noted(guildId)).toEqual(['waiting']);
    await stages.greet();
  };

  it('finds its settings, and reads one line that says so', async () => {
    const { greeting, manager, guild, messages } = await join();
    await manager.press(greeting(), idIn(greeting(), 'confirm'));
    await rejoin(guild.id);
    expect(messages()).toHaveLength(2);
    expect(readIn(messages()[1]!)).toBe(say('greetingReturned', { command: mention('subscriptions') }));
    await stages.greet();
    expect(messages()).toHaveLength(2);
  });

  it('having set up nothing, is asked again', async () => {
    const { greeting, manager, guild, messages } = await join();
    await manager.press(greeting(), idIn(greeting(), 'cancel'));
    await rejoin(guild.id);
    expect(readIn(messages()[1]!)).toContain(say('greeting'));
  });

  it('after more than 30 days, is a new one', async () => {
    const { greeting, manager, guild, messages } = await join();
    await manager.press(greeting(), idIn(greeting(), 'confirm'));
    world.guilds.leave(guild.id, botId);
    const gone = () => db.selectFrom('gone_guilds').select('guild_id').where('guild_id', '=', guild.id).execute();
    await expect.poll(gone).toHaveLength(1);
    bot.advance(31 * dayMs);
    await stages.prune();
    expect(await noted(guild.id)).toEqual([]);
    world.guilds.join(guild.id, botId, PermissionFlagsBits.ViewChannel | 18_432n);
    await expect.poll(() => noted(guild.id)).toEqual(['waiting']);
    await stages.greet();
    expect(readIn(messages()[1]!)).toContain(say('greeting'));
  });
});

it.each(languages)('asks in $name within Discord’s limits, whatever is chosen', async ({ code }) => {
  const { greeting, guild, manager } = await join();
  await changeGuildSettings(db, guild.id, { language: code, timeZone: 'America/Argentina/Buenos_Aires' });
  for (let index = 0; index < 12; index++) {
    await db
      .insertInto('guild_topics')
      .values({ guild_id: guild.id, name: `${'W'.repeat(36)} ${index}`, query: 'comet', created_by: '', created_at: 0 })
      .execute();
  }
  await manager.select(greeting(), idIn(greeting(), 'when'), ['08:00', 'every']);
  const valuesOf = (part: 'topics' | 'when') => {
    const control = controlIn(greeting(), part);
    return 'options' in control ? control.options.map(({ value }) => value) : [];
  };
  expect(valuesOf('topics')).toHaveLength(25);
  await manager.select(greeting(), idIn(greeting(), 'topics'), valuesOf('topics'));
  await manager.select(
    greeting(),
    idIn(greeting(), 'when'),
    valuesOf('when').filter((value) => value.includes(':') || value === 'weekend'),
  );
  await checkMessage('MessageCreateRequestSchema', greeting());
  expect(readIn(greeting()).length).toBeLessThan(4_000);
  expect((await manager.press(greeting(), idIn(greeting(), 'place'))).modal?.title.length).toBeLessThanOrEqual(45);
  const { state } = parseFormId(idIn(greeting(), 'confirm'))!;
  expect(state.topics).toHaveLength(24);
  expect(formId('confirm', state).length).toBeLessThanOrEqual(100);
});
