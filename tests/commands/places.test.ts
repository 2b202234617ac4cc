import { ChannelType, OverwriteType, PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import {
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  NEWS_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { findLiveSubscriptions } from '../../src/store/liveSubscriptions.ts';
import { findSubscriptions, suspendSubscriptions } from '../../src/store/subscriptions.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, playground } = bot;
const { world } = playground;
const { db } = bot.tidings;
const say = sayIn('en');

type Options = Record<string, string | number | boolean>;
const typed = (command: string, options: Options, actor = ada) =>
  actor.command(command, { channelId: NEWS_CHANNEL_ID, options });
const said = async (options: Options, actor = ada) => (await typed('subscribe', options, actor)).message?.content;
const kept = () => findSubscriptions(db, GUILD_ID);

const aForum = (fields: object = {}) =>
  world.createChannel(GUILD_ID, { type: ChannelType.GuildForum, name: 'stories', available_tags: [], ...fields }).id;
function aThread(locked = false) {
  const at = world.timestamp();
  return world.createChannel(GUILD_ID, {
    type: ChannelType.PublicThread,
    name: 'briefings',
    parent_id: NEWS_CHANNEL_ID,
    owner_id: ada.userId,
    thread_metadata: { archived: false, locked, archive_timestamp: at, auto_archive_duration: 1440 },
  }).id;
}
/** Takes a permission from everybody in a channel, the bot too. */
function deny(channelId: string, permission: bigint): void {
  for (const id of [GUILD_ID, BOT_ROLE_ID]) {
    world.overwrite(channelId, { id, type: OverwriteType.Role, allow: '0', deny: String(permission) });
  }
}

beforeEach(async () => {
  await db.deleteFrom('subscriptions').execute();
});

describe('how a briefing looks', () => {
  // Discord has no Arabic.
  it.each(['en-US', 'ja', 'de'] as const)('is confirmed, listed and kept, in %s', async (locale) => {
    const asker = playground.as({ administrator: true, locale });
    const voice = sayIn(locale.slice(0, 2));
    const content = await said({ layout: 'compact', images: false }, asker);
    expect(content).toContain(voice('conditionCompact'));
    expect(content).toContain(voice('conditionNoImages'));
    expect(await kept()).toMatchObject([{ layout: 'compact', images: false, postPer: null }]);
    const { message } = await asker.command('subscriptions', { channelId: NEWS_CHANNEL_ID });
    expect(message?.embeds[0]?.description).toContain(voice('conditionCompact'));
  });

  it('stays as it was where an edit leaves it out', async () => {
    await said({ layout: 'full' });
    const [before] = await kept();
    const { message } = await typed('edit', { briefing: String(before!.id), times: '09:00' });
    expect(message?.content).toContain(say('conditionFull'));
    await typed('edit', { briefing: String(before!.id), layout: 'cards' });
    expect(await kept()).toMatchObject([{ layout: 'cards', times: ['09:00'] }]);
  });
});

describe('a role', () => {
  const role = () => world.guilds.role(GUILD_ID, BOT_ROLE_ID)!;

  it('that may not be mentioned is refused before anything is saved', async () => {
    world.guilds.changeRole(GUILD_ID, role().id, { mentionable: false });
    const answer = { role: `<@&${role().id}>`, permission: say('permissionMentionEveryone') };
    await expect.poll(() => said({ role: role().id })).toBe(say('errorRoleMention', answer));
    expect(await kept()).toEqual([]);
  });

  it('is kept; @everyone takes it away', async () => {
    world.guilds.changeRole(GUILD_ID, role().id, { mentionable: true });
    await expect.poll(() => said({ role: role().id })).toContain(say('conditionRole', { role: `<@&${role().id}>` }));
    const [{ id, mentionRoleId }] = (await kept()) as [Awaited<ReturnType<typeof kept>>[number]];
    expect(mentionRoleId).toBe(role().id);
    await typed('edit', { briefing: String(id), role: GUILD_ID });
    expect(await kept()).toMatchObject([{ mentionRoleId: null }]);
  });
});

describe('where it comes', () => {
  it('a forum: a post a day, or a story; elsewhere that means nothing', async () => {
    const channel = aForum();
    await expect.poll(() => said({ channel })).toContain(say('conditionPostDay'));
    expect(await said({ channel, posts: 'story', topics: 'sport' })).toContain(say('conditionPostStory'));
    await said({ posts: 'story', topics: 'weather' });
    expect((await kept()).map(({ postPer }) => postPer).toSorted()).toEqual(['day', null, 'story']);
  });

  it('a media channel, as a forum', async () => {
    const channel = aForum({ type: ChannelType.GuildMedia });
    await expect.poll(() => said({ channel })).toContain(say('conditionPostDay'));
    expect(await said({ channel, posts: 'story', topics: 'sport' })).toContain(say('conditionPostStory'));
    expect((await kept()).map(({ channelId, postPer }) => [channelId, postPer]).toSorted()).toEqual([
      [channel, 'day'],
      [channel, 'story'],
    ]);
  });

  it.each([
    ['a forum', ChannelType.GuildForum],
    ['a media channel', ChannelType.GuildMedia],
  ])('not cards in %s: says what takes them, in each language', async (_what, type) => {
    const channel = aForum({ type });
    await typed('live', { topics: 'weather' });
    const [live] = await findLiveSubscriptions(db, GUILD_ID);
    onTestFinished(async () => {
      await db.deleteFrom('live_subscriptions').execute();
    });
    for (const locale of ['en-US', 'de', 'ja'] as const) {
      const asker = playground.as({ administrator: true, locale });
      const own = sayIn(locale.slice(0, 2));
      await expect
        .poll(async () => (await typed('edit', { briefing: `live:${live?.id}`, channel }, asker)).message?.content)
        .toBe(own('errorCardsKind', { channel: `<#${channel}>` }));
    }
    expect(await findLiveSubscriptions(db, GUILD_ID)).toMatchObject([{ channelId: NEWS_CHANNEL_ID }]);
  });

  it('a forum whose tags are for moderators alone can’t be used', async () => {
    const tag = { id: '9', name: 'News', moderated: true, emoji_id: null, emoji_name: null };
    const channel = aForum({ flags: 1 << 4, available_tags: [tag] });
    await expect.poll(() => said({ channel })).toBe(say('errorForumTags', { channel: `<#${channel}>` }));
  });

  it('names what a forum and a thread need', async () => {
    const forum = aForum();
    deny(forum, PermissionFlagsBits.SendMessagesInThreads);
    const missing = say('permissionSendMessagesInThreads');
    await expect
      .poll(() => said({ channel: forum }))
      .toBe(say('errorPermissions', { channel: `<#${forum}>`, missing }));
    expect(await kept()).toEqual([]);
  });

  it('a thread, but not a locked one', async () => {
    const locked = aThread(true);
    await expect.poll(() => said({ channel: locked })).toBe(say('errorThreadLocked', { channel: `<#${locked}>` }));
    const open = aThread();
    await expect.poll(() => said({ channel: open })).toContain(`<#${open}>`);
    expect(await kept()).toMatchObject([{ channelId: open, postPer: null }]);
  });

  it('a thread that is unlocked goes on by itself; one that is deleted does not', async () => {
    const thread = aThread(true);
    await bot.subscribe(thread);
    await suspendSubscriptions(db, thread, 'locked');
    const suspended = async () => (await kept()).map((each) => each.suspended);
    const { thread_metadata } = world.channels.get(thread)!;
    world.updateChannel(thread, { thread_metadata: { ...thread_metadata!, locked: false } });
    await expect.poll(suspended).toEqual([null]);
    world.deleteChannel(thread);
    await expect.poll(suspended).toEqual(['no channel']);
  });
});

describe('the whole bot', () => {
  it('fills a forum, a media channel, a thread and an announcement channel, and publishes', async () => {
    const [forum, media, thread] = [aForum(), aForum({ type: ChannelType.GuildMedia }), aThread()];
    await bot.subscribe(forum, { postPer: 'day', layout: 'full' });
    await bot.subscribe(media, { postPer: 'story' });
    await bot.subscribe(thread, { layout: 'compact' });
    await bot.subscribe(HEADLINES_CHANNEL_ID);
    await bot.tidings.round();
    const posts = world.threadsOf(GUILD_ID).filter(({ parent_id }) => parent_id === forum);
    expect(posts).toHaveLength(1);
    expect(world.messagesIn(posts[0]!.id).length).toBeGreaterThan(0);
    expect(world.threadsOf(GUILD_ID).some(({ parent_id }) => parent_id === media)).toBe(true);
    expect(world.messagesIn(thread)).toHaveLength(1);
    expect(world.messagesIn(HEADLINES_CHANNEL_ID).map(({ flags = 0 }) => flags & 1)).toEqual([1]);
  });
});
