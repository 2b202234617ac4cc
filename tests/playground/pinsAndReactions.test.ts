import {
  Events,
  GatewayIntentBits as Intent,
  MessageType,
  PermissionFlagsBits as Permission,
  type TextChannel,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { allow, botOn, playgroundFor, raw } from './support/bot.ts';

const messages = `/channels/${NEWS_CHANNEL_ID}/messages`;

async function withChannel() {
  const playground = await playgroundFor();
  const intents = [Intent.Guilds, Intent.GuildMessages, Intent.GuildMessageReactions];
  const client = await botOn(playground, { intents });
  return { playground, client, news: client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel };
}

describe('pins', () => {
  it('need PIN_MESSAGES, are listed newest first, and are told', async () => {
    const { playground, client, news } = await withChannel();
    const told: (Date | null)[] = [];
    client.on(Events.ChannelPinsUpdate, (_, at) => told.push(at));
    const first = await news.send('first');
    const second = await news.send('second');
    await expect(first.pin()).rejects.toMatchObject({ code: 50013 });
    allow(playground, Permission.PinMessages);
    await first.pin();
    await second.pin('the best');
    await second.pin();
    const pinned = await news.messages.fetchPins();
    expect(pinned.items.map(({ message }) => message.content).toSorted()).toEqual(['first', 'second']);
    expect([pinned.hasMore, playground.world.message(first.id)?.pinned]).toEqual([false, true]);
    const notices = playground.world
      .messagesIn(news.id)
      .filter(({ type }) => type === MessageType.ChannelPinnedMessage);
    expect(notices.map((notice) => notice.message_reference?.message_id)).toEqual([first.id, second.id]);
    expect((await raw(playground, 'PUT', `${messages}/pins/${notices[0]!.id}`)).body.code).toBe(50021);
    await first.unpin();
    await second.delete();
    expect((await raw(playground, 'GET', `${messages}/pins`)).body).toEqual({ items: [], has_more: false });
    await expect.poll(() => told.map((at) => at !== null)).toEqual([true, true, true]);
  });

  it('keep their older paths, and end at 250 (30003)', async () => {
    const { playground, news } = await withChannel();
    allow(playground, Permission.PinMessages);
    const old = `/channels/${NEWS_CHANNEL_ID}/pins`;
    const { id } = await news.send('x');
    expect((await raw(playground, 'PUT', `${old}/${id}`)).status).toBe(204);
    expect((await raw(playground, 'GET', old)).body.map((each: { id: string }) => each.id)).toEqual([id]);
    expect((await raw(playground, 'GET', `${messages}/pins?limit=1`)).body.has_more).toBe(false);
    expect((await raw(playground, 'DELETE', `${old}/${id}`)).status).toBe(204);
    expect((await raw(playground, 'PUT', `${old}/1`)).body.code).toBe(10008);
    for (let n = 0; n < 250; n += 1) {
      playground.world.pins.set(playground.as().write('x', { channelId: news.id }).id, {
        ...{ channel_id: news.id, pinned_at: playground.world.timestamp() },
      });
    }
    expect((await raw(playground, 'PUT', `${old}/${id}`)).body.code).toBe(30003);
    expect((await raw(playground, 'GET', `${messages}/pins`)).body.has_more).toBe(true);
  });
});

describe('reactions', () => {
  it('are added, counted, listed and taken away, and told', async () => {
    const { playground, client, news } = await withChannel();
    const heard: string[] = [];
    client.on(Events.MessageReactionAdd, ({ emoji }, { id }) => heard.push(`+${emoji.name} ${id === MILO_ID}`));
    client.on(Events.MessageReactionRemove, ({ emoji }, { id }) => heard.push(`-${emoji.name} ${id === MILO_ID}`));
    client.on(Events.MessageReactionRemoveEmoji, ({ emoji }) => heard.push(`0${emoji.name}`));
    client.on(Events.MessageReactionRemoveAll, () => heard.push('0'));
    const message = await news.send('well?');
    const reaction = await message.react('👍');
    playground.as().react(playground.world.message(message.id)!, '👍');
    await expect.poll(() => heard).toHaveLength(2);
    const fresh = await news.messages.fetch({ message: message.id, force: true });
    expect(fresh.reactions.cache.map(({ emoji, count, me }) => [emoji.name, count, me])).toEqual([['👍', 2, true]]);
    expect((await reaction.users.fetch()).map(({ id }) => id)).toEqual([client.user.id, MILO_ID]);
    await expect(reaction.users.remove(MILO_ID)).rejects.toMatchObject({ code: 50013 });
    await reaction.users.remove();
    allow(playground, Permission.ManageMessages);
    await reaction.users.remove(MILO_ID);
    expect(playground.world.message(message.id)?.reactions).toBe(undefined);
    await message.react('🇩🇪');
    await fresh.reactions.cache.first()?.remove();
    await message.reactions.removeAll();
    await expect.poll(() => heard).toEqual(['+👍 false', '+👍 true', '-👍 false', '-👍 true', '+🇩🇪 false', '0👍', '0']);
  });

  it('are refused: unknown emojis (10014), a first one without ADD_REACTIONS, a 21st (30010)', async () => {
    const { playground, news } = await withChannel();
    const { id } = await news.send('x');
    const put = async (emoji: string) => {
      const path = `${messages}/${id}/reactions/${encodeURIComponent(emoji)}/@me`;
      return (await raw(playground, 'PUT', path)).body?.code;
    };
    expect([await put('hello'), await put('name:123')]).toEqual([10014, 10014]);
    for (let n = 0; n < 20; n += 1) expect(await put(String.fromCodePoint(0x1f600 + n))).toBe(undefined);
    expect(await put('👍')).toBe(30010);
    playground.world.overwrite(news.id, {
      ...{ id: news.guildId, type: 0, allow: '0', deny: Permission.AddReactions.toString() },
    });
    const other = await news.send('y');
    await expect(other.react('👍')).rejects.toMatchObject({ code: 50013 });
    playground.world.overwrite(news.id, { id: news.guildId, type: 0, allow: '0', deny: '0' });
    playground.as().react(playground.world.message(other.id)!, '👍');
    playground.world.overwrite(news.id, {
      ...{ id: news.guildId, type: 0, allow: '0', deny: Permission.AddReactions.toString() },
    });
    await other.react('👍');
  });
});
