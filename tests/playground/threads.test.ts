import {
  ChannelType,
  Events,
  type ForumChannel,
  PermissionFlagsBits as Permission,
  ThreadAutoArchiveDuration,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/playground/clock.ts';
import { GUILD_ID, MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { allow, raw, restOn, started } from './support/bot.ts';

describe('threads', () => {
  it('have members: the one who began it, who wrote in it, who was brought in', async () => {
    const { playground, news } = await started();
    const thread = await news.threads.create({ name: 'Bridge', type: ChannelType.PublicThread });
    playground.as().write('hello', { channelId: thread.id });
    const ids = async () => (await thread.members.fetch({ cache: false })).map(({ id }) => id);
    expect(await ids()).toEqual([thread.ownerId, MILO_ID]);
    expect((await thread.members.fetch({ member: MILO_ID, withMember: true, force: true })).guildMember?.id).toBe(
      MILO_ID,
    );
    await thread.leave();
    expect(await ids()).toEqual([MILO_ID]);
    await thread.join();
    expect((await ids()).length).toBe(2);
    await expect(thread.members.add('999')).rejects.toMatchObject({ code: 10007 });
    await expect(thread.members.remove(MILO_ID)).rejects.toMatchObject({ code: 50013 });
    allow(playground, Permission.ManageThreads);
    await thread.members.remove(MILO_ID);
    expect((await ids()).length).toBe(1);
    expect(playground.world.channels.get(thread.id)?.message_count).toBe(1);
  });

  it('are archived when nobody writes, and open again when somebody does', async () => {
    const clock = new ManualClock();
    const { playground, client, news } = await started({ clock });
    const thread = await news.threads.create({
      name: 'Bridge',
      type: ChannelType.PublicThread,
      autoArchiveDuration: ThreadAutoArchiveDuration.OneHour,
    });
    const told: (boolean | null)[] = [];
    client.on(Events.ThreadUpdate, (_, now) => told.push(now.archived));
    const archived = () => playground.world.channels.get(thread.id)?.thread_metadata?.archived;
    clock.advance(40 * 60_000);
    const message = await thread.send('still here');
    clock.advance(40 * 60_000);
    expect(archived()).toBe(false);
    clock.advance(20 * 60_000);
    expect(archived()).toBe(true);
    await expect(message.edit('too late')).rejects.toMatchObject({ code: 50083 });
    await expect(message.react('👍')).rejects.toMatchObject({ code: 50083 });
    await expect(thread.members.add(MILO_ID)).rejects.toMatchObject({ code: 50083 });
    const old = await news.threads.fetchArchived({}, false);
    expect(old.threads.map(({ id }) => id)).toEqual([thread.id]);
    await thread.send('back');
    expect(archived()).toBe(false);
    await expect.poll(() => told).toEqual([true, false]);
    expect((await news.guild.channels.fetchActiveThreads(false)).threads.size).toBe(1);
  });

  it('stay closed once locked, but for those who manage threads', async () => {
    const { playground, news } = await started();
    const thread = await news.threads.create({ name: 'Bridge', type: ChannelType.PublicThread });
    await expect(thread.setLocked(true)).rejects.toMatchObject({ code: 50013 });
    await thread.setName('The bridge');
    allow(playground, Permission.ManageThreads);
    await thread.setLocked(true);
    await thread.send('the moderator may');
    await thread.setArchived(true);
    await expect(thread.setName('x')).rejects.toMatchObject({ code: 50083 });
    playground.world.overwrite(NEWS_CHANNEL_ID, {
      ...{ id: GUILD_ID, type: 0, allow: '0' },
      deny: Permission.ManageThreads.toString(),
    });
    playground.world.guilds.changeRole(GUILD_ID, news.guild.members.me!.roles.highest.id, {
      permissions: (Permission.ViewChannel | Permission.SendMessages | Permission.SendMessagesInThreads).toString(),
    });
    await expect(thread.send('nobody else')).rejects.toMatchObject({ code: 50083 });
    await expect(thread.setArchived(false)).rejects.toMatchObject({ code: 50013 });
  });

  it('begin on a message once (160004), and not in forums or threads', async () => {
    const { playground, news } = await started();
    const message = await news.send('story');
    const thread = await message.startThread({ name: 'More' });
    expect(thread.id).toBe(message.id);
    const again = await raw(playground, 'POST', `/channels/${NEWS_CHANNEL_ID}/messages/${message.id}/threads`, {
      name: 'x',
    });
    expect(again.body.code).toBe(160004);
    const within = await raw(playground, 'POST', `/channels/${thread.id}/threads`, { name: 'x', type: 11 });
    expect(within.body.code).toBe(50024);
    const bad = await raw(playground, 'POST', `/channels/${NEWS_CHANNEL_ID}/threads`, { name: '', type: 11 });
    expect(bad.body.code).toBe(50035);
  });

  it('are private to those in them', async () => {
    const { playground, news } = await started();
    allow(playground, Permission.CreatePrivateThreads);
    const thread = await news.threads.create({ name: 'Desk', type: ChannelType.PrivateThread });
    expect(() => playground.as().write('hello?', { channelId: thread.id })).toThrow('cannot see that channel');
    await thread.members.add(MILO_ID);
    playground.as().write('hello', { channelId: thread.id });
    expect(playground.world.messagesIn(thread.id)).toHaveLength(1);
    await thread.leave();
    await expect(thread.send('gone')).rejects.toMatchObject({ code: 50001 });
  });
});

describe('forum posts', () => {
  const withForum = async (flags = 0) => {
    const set = await started();
    allow(set.playground, Permission.ManageChannels, Permission.ManageThreads);
    const { id } = await set.news.guild.channels.create({
      name: 'stories',
      type: ChannelType.GuildForum,
      availableTags: [{ name: 'World' }, { name: 'Local', moderated: true }],
    });
    if (flags) await restOn(set.playground).patch(`/channels/${id}`, { body: { flags } });
    const forum = (await set.client.channels.fetch(id, { force: true })) as ForumChannel;
    return { ...set, forum };
  };

  it('have tags, and a first message that does not count', async () => {
    const { playground, forum } = await withForum();
    const [world, local] = forum.availableTags;
    expect([world?.name, local?.moderated]).toEqual(['World', true]);
    const post = await forum.threads.create({
      name: 'Bridge',
      message: { content: 'It fell.' },
      appliedTags: [world!.id],
    });
    expect((await post.fetchStarterMessage())?.content).toBe('It fell.');
    expect(playground.world.channels.get(post.id)?.message_count ?? 0).toBe(0);
    const reply = await post.send('more');
    expect(playground.world.channels.get(post.id)).toMatchObject({ message_count: 1, total_message_sent: 1 });
    await reply.delete();
    expect(playground.world.channels.get(post.id)).toMatchObject({ message_count: 0, total_message_sent: 1 });
    expect((await post.setAppliedTags([local!.id])).appliedTags).toEqual([local!.id]);
    const renamed = await forum.setAvailableTags([{ id: local!.id, name: 'Near' }, { name: 'Sport' }]);
    expect(renamed.availableTags.map(({ name }) => name)).toEqual(['Near', 'Sport']);
    expect(renamed.availableTags[0]?.id).toBe(local!.id);
  });

  it('need a tag where the forum requires one (40067), of its own and five at most', async () => {
    const { forum } = await withForum(1 << 4);
    const post = (appliedTags: string[]) => forum.threads.create({ name: 'x', message: { content: 'y' }, appliedTags });
    await expect(post([])).rejects.toMatchObject({ code: 40067 });
    await expect(post(['5'])).rejects.toThrow('applied_tags[0][BASE_TYPE_CHOICES]');
    const tag = forum.availableTags[0]!.id;
    await expect(post(Array(6).fill(tag))).rejects.toThrow('applied_tags[BASE_TYPE_MAX_LENGTH]');
    const made = await post([tag]);
    await expect(made.setAppliedTags([])).rejects.toMatchObject({ code: 40067 });
  });

  it('are refused without words, and their forum takes no plain message', async () => {
    const { playground, forum } = await withForum();
    await expect(forum.threads.create({ name: 'x', message: { content: '' } })).rejects.toMatchObject({ code: 50006 });
    expect((await raw(playground, 'POST', `/channels/${forum.id}/messages`, { content: 'x' })).body.code).toBe(50008);
    expect(playground.world.threadsOf(GUILD_ID)).toEqual([]);
    const tags = async (available_tags: object[]) =>
      (await raw(playground, 'PATCH', `/channels/${forum.id}`, { available_tags })).body.errors?.available_tags;
    expect((await tags([{ name: 'a' }, { name: 'A' }]))['1'].name._errors[0].code).toBe(
      'FORUM_TAG_NAMES_MUST_BE_UNIQUE',
    );
    expect((await tags([{ name: 'x'.repeat(21) }]))['0'].name._errors[0].code).toBe('BASE_TYPE_MAX_LENGTH');
    const many = Array.from({ length: 21 }, (_, index) => ({ name: `t${index}` }));
    expect((await tags(many))._errors[0].code).toBe('BASE_TYPE_MAX_LENGTH');
  });
});
