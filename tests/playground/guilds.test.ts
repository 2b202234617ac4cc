import {
  ChannelType,
  type Client,
  Events,
  GatewayIntentBits,
  OverwriteType,
  PermissionFlagsBits as Permission,
  type TextChannel,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import {
  ADA_ID,
  BOT_ID,
  BOT_ROLE_ID,
  GUILD_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import type { GuildSeed } from '../../src/playground/world/WorldSeed.ts';
import { allow, botOn, playgroundFor, raw, started } from './support/bot.ts';

const SECOND_GUILD_ID = '1290000000000000900';
const everyone = { id: SECOND_GUILD_ID, name: '@everyone', permissions: '0' };
const secondGuild: GuildSeed = {
  ...{ id: SECOND_GUILD_ID, name: 'Second', owner_id: ADA_ID, roles: [everyone] },
  members: [{ user_id: ADA_ID }, { user_id: BOT_ID }],
  channels: [{ id: '1290000000000000901', name: 'general' }],
};

/** What discord.js says of guilds, in order. */
function guildEvents(client: Client): string[] {
  const heard: string[] = [];
  client.on(Events.GuildCreate, ({ name }) => heard.push(`joined ${name}`));
  client.on(Events.GuildDelete, ({ name }) => heard.push(`left ${name}`));
  client.on(Events.GuildUnavailable, ({ name }) => heard.push(`lost ${name}`));
  client.on(Events.GuildAvailable, ({ name }) => heard.push(`found ${name}`));
  client.on(Events.GuildUpdate, (_, { name }) => heard.push(`renamed ${name}`));
  return heard;
}

describe('servers', () => {
  it('are joined, changed, lost, found, left and deleted', async () => {
    const { playground, client } = await started();
    const heard = guildEvents(client);
    const { guilds } = playground.world;
    guilds.add(secondGuild);
    guilds.change(SECOND_GUILD_ID, { name: 'Renamed' });
    guilds.setAvailable(SECOND_GUILD_ID, false);
    guilds.change(SECOND_GUILD_ID, { owner_id: ADA_ID });
    guilds.setAvailable(SECOND_GUILD_ID, true);
    await expect.poll(() => heard).toHaveLength(4);
    await client.guilds.cache.get(SECOND_GUILD_ID)?.leave();
    expect((await raw(playground, 'GET', `/guilds/${SECOND_GUILD_ID}`)).body.code).toBe(10004);
    guilds.join(SECOND_GUILD_ID, BOT_ID, Permission.ViewChannel);
    await expect.poll(() => heard).toHaveLength(6);
    expect(client.guilds.cache.get(SECOND_GUILD_ID)?.members.me?.permissions.has('ViewChannel')).toBe(true);
    guilds.remove(SECOND_GUILD_ID);
    await expect
      .poll(() => heard)
      .toEqual([
        ...['joined Second', 'renamed Renamed', 'lost Renamed', 'found Renamed'],
        ...['left Renamed', 'joined Renamed', 'left Renamed'],
      ]);
    expect(playground.world.channelsOf(SECOND_GUILD_ID)).toEqual([]);
    expect((await client.guilds.fetch()).map(({ id }) => id)).toEqual([GUILD_ID]);
  });

  it('are unavailable from the start when they are away', async () => {
    const playground = await playgroundFor();
    playground.world.guilds.setAvailable(GUILD_ID, false);
    const client = await botOn(playground, { waitGuildTimeout: 10 });
    expect(client.guilds.cache.get(GUILD_ID)?.available).toBe(false);
    const found = new Promise((resolve) => client.once(Events.GuildAvailable, resolve));
    playground.world.guilds.setAvailable(GUILD_ID, true);
    await found;
    expect(client.guilds.cache.get(GUILD_ID)?.name).toBe('Tidings Playground');
  });

  it('that the bot is not in stay unheard', async () => {
    const { playground, client } = await started();
    const heard = guildEvents(client);
    client.on(Events.ChannelCreate, ({ name }) => heard.push(name));
    playground.world.guilds.add({ ...secondGuild, members: [{ user_id: ADA_ID }] });
    playground.world.createChannel(SECOND_GUILD_ID, { type: ChannelType.GuildText, name: 'secret' });
    playground.world.createChannel(GUILD_ID, { type: ChannelType.GuildText, name: 'open' });
    await expect.poll(() => heard).toEqual(['open']);
    expect((await raw(playground, 'DELETE', `/users/@me/guilds/${SECOND_GUILD_ID}`)).body.code).toBe(10004);
  });
});

describe('channels', () => {
  it('are created, ordered, changed and deleted; those of a category outlive it', async () => {
    const { playground, client } = await started();
    allow(playground, Permission.ManageChannels);
    const guild = client.guilds.cache.get(GUILD_ID)!;
    const category = await guild.channels.create({ name: 'Desk', type: ChannelType.GuildCategory });
    const channel = await guild.channels.create({ name: 'wire', parent: category.id, topic: 'x', reason: 'tests' });
    expect((await channel.edit({ name: 'wires', topic: null })).topic).toBe(null);
    await guild.channels.setPositions([{ channel: channel.id, position: 0 }]);
    expect(playground.world.channels.get(channel.id)?.position).toBe(0);
    await category.delete();
    expect(playground.world.channels.get(channel.id)).toMatchObject({ name: 'wires', parent_id: null });
    const unknown = await raw(playground, 'PATCH', `/guilds/${GUILD_ID}/channels`, [{ id: '1', position: 0 }]);
    expect(unknown.body.code).toBe(10003);
    const noList = await raw(playground, 'PATCH', `/guilds/${GUILD_ID}/channels`, { id: '1' });
    expect(noList.body.code).toBe(50035);
    const forged = await raw(playground, 'PATCH', `/channels/${channel.id}`, {
      name: 'x',
      guild_id: '1',
      owner_id: '2',
    });
    expect([forged.body.guild_id, forged.body.owner_id]).toEqual([GUILD_ID, undefined]);
  });

  it('take overwrites, as far as the bot has the permissions itself', async () => {
    const { playground, news } = await started();
    const set = (options: object) => news.permissionOverwrites.edit(MILO_ID, options, { type: OverwriteType.Member });
    await expect(set({ SendMessages: false })).rejects.toMatchObject({ code: 50013 });
    allow(playground, Permission.ManageRoles);
    await set({ SendMessages: false });
    expect(() => playground.as().write('x', { channelId: NEWS_CHANNEL_ID })).toThrow('Milo may not write');
    await expect(set({ ManageGuild: true })).rejects.toMatchObject({ code: 50013 });
    await news.permissionOverwrites.delete(MILO_ID);
    expect(playground.as().write('x', { channelId: NEWS_CHANNEL_ID }).content).toBe('x');
    const path = `/channels/${NEWS_CHANNEL_ID}/permissions`;
    expect((await raw(playground, 'DELETE', `${path}/${MILO_ID}`)).body.code).toBe(10009);
    expect((await raw(playground, 'PUT', `${path}/77`, { type: 0, deny: '1024' })).body.code).toBe(10011);
    expect((await raw(playground, 'PUT', `${path}/77`, { type: 2 })).body.code).toBe(50035);
    const hidden = await raw(playground, 'PUT', `/channels/${PRIVATE_CHANNEL_ID}/permissions/${MILO_ID}`, { type: 1 });
    expect(hidden.body.code).toBe(50001);
  });
});

describe('roles', () => {
  it('are created, changed, ordered, given, taken and deleted, and everyone hears of it', async () => {
    const playground = await playgroundFor({ privilegedIntents: GatewayIntentBits.GuildMembers });
    allow(playground, Permission.ManageRoles);
    const client = await botOn(playground, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
    const heard: string[] = [];
    client.on(Events.GuildRoleCreate, ({ name }) => heard.push(`new ${name}`));
    client.on(Events.GuildRoleUpdate, (before, { name }) => before.name !== name && heard.push(`now ${name}`));
    client.on(Events.GuildRoleDelete, ({ name }) => heard.push(`gone ${name}`));
    client.on(Events.GuildMemberUpdate, (_, { roles }) => heard.push(`roles ${roles.cache.size - 1}`));
    const guild = client.guilds.cache.get(GUILD_ID)!;
    const role = await guild.roles.create({ name: 'Readers', colors: { primaryColor: 0x336699 }, mentionable: true });
    expect([role.position, role.colors.primaryColor, role.mentionable]).toEqual([1, 0x336699, true]);
    await role.edit({ name: 'Subscribers', permissions: Permission.SendMessages });
    const milo = guild.members.cache.get(MILO_ID)!;
    await milo.roles.add(role, 'asked for news');
    expect(playground.world.member(GUILD_ID, MILO_ID)?.roles).toEqual([role.id]);
    await milo.roles.remove(role);
    await guild.roles.setPositions([{ role: role.id, position: 1 }]);
    await role.delete();
    await expect
      .poll(() => heard)
      .toEqual(['new Readers', 'now Subscribers', 'roles 1', 'roles 0', 'gone Subscribers']);
    expect((await raw(playground, 'GET', `/guilds/${GUILD_ID}/roles/${role.id}`)).body.code).toBe(10011);
    expect(await guild.roles.fetch(GUILD_ID, { force: true })).toMatchObject({ name: '@everyone' });
  });

  it('above the bot’s own, and permissions it lacks, are out of its reach (50013)', async () => {
    const { playground } = await started();
    const roles = `/guilds/${GUILD_ID}/roles`;
    expect((await raw(playground, 'POST', roles, { name: 'x' })).body.code).toBe(50013);
    allow(playground, Permission.ManageRoles);
    const codes = async (...requests: [method: string, path: string, body?: object][]) =>
      Promise.all(requests.map(async ([method, path, body]) => (await raw(playground, method, path, body)).body?.code));
    const high = playground.world.guilds.addRole(GUILD_ID, { name: 'High' });
    playground.world.guilds.changeRole(GUILD_ID, high.id, { position: 9 });
    expect(
      await codes(
        ['POST', roles, { permissions: '8' }],
        ['POST', roles, { name: 'x'.repeat(101) }],
        ['PATCH', `${roles}/${high.id}`, { name: 'x' }],
        ['PATCH', `${roles}/1`, { name: 'x' }],
        ['PATCH', roles, [{ id: high.id, position: 1 }]],
        ['DELETE', `${roles}/${high.id}`],
        ['DELETE', `${roles}/${GUILD_ID}`],
        ['PUT', `/guilds/${GUILD_ID}/members/${MILO_ID}/roles/${high.id}`],
        ['PUT', `/guilds/${GUILD_ID}/members/${MILO_ID}/roles/1`],
        ['PUT', `/guilds/${GUILD_ID}/members/1/roles/${high.id}`],
        ['DELETE', `${roles}/${BOT_ROLE_ID}`],
      ),
    ).toEqual([50013, 50035, 50013, 10011, 50013, 50013, 50028, 50013, 10011, 10013, 50013]);
  });
});

describe('members', () => {
  it('are fetched, listed and found; the list needs its intent', async () => {
    const { playground, client } = await started();
    const guild = client.guilds.cache.get(GUILD_ID)!;
    expect((await guild.members.fetch({ user: MILO_ID, force: true })).displayName).toBe('Milo');
    expect((await guild.members.search({ query: 'mi' })).map(({ id }) => id)).toEqual([MILO_ID]);
    await expect(guild.members.list()).rejects.toMatchObject({ code: 50001 });
    const open = await playgroundFor({ privilegedIntents: GatewayIntentBits.GuildMembers });
    const list = await raw(open, 'GET', `/guilds/${GUILD_ID}/members?limit=2`);
    expect(list.body.map(({ user }: { user: { id: string } }) => user.id)).toEqual([BOT_ID, ADA_ID]);
    const rest = await raw(open, 'GET', `/guilds/${GUILD_ID}/members?limit=1000&after=${ADA_ID}`);
    expect(rest.body).toHaveLength(1);
    expect((await raw(playground, 'GET', `/guilds/${GUILD_ID}/members/5`)).body.code).toBe(10013);
  });

  it('are renamed, the bot itself too, which it hears without any intent for members', async () => {
    const { playground, client } = await started();
    const guild = client.guilds.cache.get(GUILD_ID)!;
    const renamed = new Promise<string | null>((resolve) => {
      client.once(Events.GuildMemberUpdate, (_, { nickname }) => resolve(nickname));
    });
    await guild.members.editMe({ nick: 'News' });
    expect(await renamed).toBe('News');
    const milo = await guild.members.fetch(MILO_ID);
    await expect(milo.setNickname('x')).rejects.toMatchObject({ code: 50013 });
    allow(playground, Permission.ManageNicknames);
    expect((await milo.setNickname('Emil')).nickname).toBe('Emil');
    const long = await raw(playground, 'PATCH', `/guilds/${GUILD_ID}/members/@me`, { nick: 'x'.repeat(33) });
    expect(long.body.errors.nick._errors[0].code).toBe('BASE_TYPE_MAX_LENGTH');
  });

  it('come and go, which only the intent for members tells', async () => {
    const playground = await playgroundFor({ privilegedIntents: GatewayIntentBits.GuildMembers });
    const without = await botOn(playground);
    const client = await botOn(playground, { intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildMembers] });
    const heard: string[] = [];
    without.on(Events.GuildMemberRemove, () => heard.push('unexpected'));
    client.on(Events.GuildMemberRemove, ({ id }) => heard.push(`- ${id}`));
    client.on(Events.GuildMemberAdd, ({ id }) => heard.push(`+ ${id}`));
    playground.world.guilds.leave(GUILD_ID, MILO_ID);
    playground.world.guilds.join(GUILD_ID, MILO_ID);
    await expect.poll(() => heard).toEqual([`- ${MILO_ID}`, `+ ${MILO_ID}`]);
    const news = without.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
    expect([news.guild.members.cache.size, client.guilds.cache.get(GUILD_ID)?.members.cache.size]).toEqual([1, 3]);
  });
});
