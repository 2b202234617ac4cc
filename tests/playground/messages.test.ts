import {
  AttachmentBuilder,
  ChannelType,
  EmbedBuilder,
  MessageType,
  type NewsChannel,
  PermissionFlagsBits,
  type TextChannel,
} from 'discord.js';
import { describe, expect, it } from 'vitest';
import { ManualClock } from '../../src/playground/clock.ts';
import {
  BOT_ROLE_ID,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { raw, restOn, started } from './support/bot.ts';

const post = `/channels/${NEWS_CHANNEL_ID}/messages` as const;

describe('replying', () => {
  const replyTo = (message_id: string, more = {}) => ({ content: 'x', message_reference: { message_id, ...more } });

  it('names the message that is answered, in its own channel', async () => {
    const { news } = await started();
    const first = await news.send('first');
    const reply = await first.reply('second');
    expect(reply).toMatchObject({ type: MessageType.Reply, reference: { messageId: first.id, channelId: news.id } });
  });

  it('refuses a message that is gone or stands elsewhere, unless the reply may stand alone', async () => {
    const { playground, news } = await started();
    const gone = await news.send('gone');
    await gone.delete();
    const rest = restOn(playground);
    const elsewhere = await rest.post(`/channels/${HEADLINES_CHANNEL_ID}/messages`, { body: { content: 'x' } });
    for (const id of [gone.id, (elsewhere as { id: string }).id]) {
      await expect(rest.post(post, { body: replyTo(id) })).rejects.toThrow('MESSAGE_REFERENCE_UNKNOWN_MESSAGE');
      const alone = await rest.post(post, { body: replyTo(id, { fail_if_not_exists: false }) });
      expect(alone).toMatchObject({ type: MessageType.Default });
      expect(alone).not.toHaveProperty('message_reference');
    }
  });

  it('needs to read what it answers', async () => {
    const { playground, news } = await started();
    const first = await news.send('first');
    for (const role of [GUILD_ID, BOT_ROLE_ID]) {
      const { permissions } = playground.world.guilds.role(GUILD_ID, role)!;
      const blind = String(BigInt(permissions) & ~PermissionFlagsBits.ReadMessageHistory);
      playground.world.guilds.changeRole(GUILD_ID, role, { permissions: blind });
    }
    const replying = restOn(playground).post(post, { body: replyTo(first.id) });
    await expect(replying).rejects.toMatchObject({ code: 160_002 });
  });
});

describe('posting', () => {
  it('posts once for a nonce that is to be enforced, however often it is sent', async () => {
    const { playground, news } = await started();
    const first = await news.send({ content: 'once', nonce: 'briefing-1', enforceNonce: true });
    const again = await news.send({ content: 'once', nonce: 'briefing-1', enforceNonce: true });
    expect(again.id).toBe(first.id);
    expect(again.nonce).toBe('briefing-1');
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(1);
  });

  it('forgets a nonce after its window, and misses a message that was deleted', async () => {
    const clock = new ManualClock();
    const { playground, news } = await started({ clock, nonceWindowMs: 60_000 });
    const send = () => news.send({ content: 'x', nonce: 'n', enforceNonce: true });
    const first = await send();
    clock.advance(60_001);
    const second = await send();
    expect(second.id).not.toBe(first.id);
    await second.delete();
    await expect(send()).rejects.toMatchObject({ code: 10008 });
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(1);
  });

  it('gives back what was sent as Discord shows it', async () => {
    const { news } = await started();
    const embed = new EmbedBuilder().setTitle('  Bridge  ').setDescription('It fell.').setTimestamp(1);
    const message = await news.send({ content: ' <@&1> hi ', embeds: [embed], allowedMentions: { parse: [] } });
    expect(message.content).toBe('<@&1> hi');
    expect(message.embeds[0]?.toJSON()).toMatchObject({
      type: 'rich',
      title: 'Bridge',
      timestamp: '1970-01-01T00:00:00.001Z',
    });
    expect(message.author.bot).toBe(true);
  });

  it('pings only whom it may', async () => {
    const { news } = await started();
    expect((await news.send(`<@${MILO_ID}> @everyone`)).mentions.users.has(MILO_ID)).toBe(true);
    const quiet = await news.send({ content: `<@${MILO_ID}> @everyone`, allowedMentions: { parse: [] } });
    expect([quiet.mentions.users.size, quiet.mentions.everyone]).toEqual([0, false]);
  });

  it('takes files, serves them, and lets embeds show them', async () => {
    const { news } = await started();
    const message = await news.send({
      files: [new AttachmentBuilder(Buffer.from('pixels'), { name: 'map.png', description: 'A map' })],
      embeds: [{ image: { url: 'attachment://map.png' } }],
    });
    const file = message.attachments.first();
    expect(file).toMatchObject({ name: 'map.png', size: 6, description: 'A map' });
    expect(message.embeds[0]?.image?.url).toBe(file?.url);
    expect(await (await fetch(file!.url)).text()).toBe('pixels');
  });

  it('edits, lists, fetches and deletes', async () => {
    const { news } = await started();
    for (const content of ['one', 'two', 'three']) await news.send(content);
    const listed = await news.messages.fetch({ limit: 2, cache: false });
    expect(listed.map(({ content }) => content)).toEqual(['three', 'two']);
    const three = listed.first()!;
    const before = await news.messages.fetch({ before: three.id, cache: false });
    expect(before.map(({ content }) => content)).toEqual(['two', 'one']);
    const edited = await three.edit({ content: '', embeds: [{ description: 'drei' }] });
    expect([edited.content, edited.embeds[0]?.description, edited.editedTimestamp !== null]).toEqual([
      '',
      'drei',
      true,
    ]);
    await three.delete();
    await expect(news.messages.fetch({ message: three.id, force: true })).rejects.toMatchObject({ code: 10008 });
  });

  it('publishes in announcement channels, once', async () => {
    const { playground, client, news } = await started();
    const headlines = client.channels.cache.get(HEADLINES_CHANNEL_ID) as NewsChannel;
    const message = await headlines.send('big news');
    await message.crosspost();
    expect(playground.world.message(message.id)?.flags).toBe(1);
    await expect(message.crosspost()).rejects.toMatchObject({ code: 40033 });
    await expect(headlines.messages.crosspost((await news.send('x')).id)).rejects.toMatchObject({ code: 10008 });
  });

  it('writes to people directly', async () => {
    const { playground, client } = await started();
    const message = await client.users.send(MILO_ID, 'psst');
    expect(message.channel.type).toBe(ChannelType.DM);
    expect(playground.world.messagesIn(message.channelId)).toHaveLength(1);
  });

  it('starts threads, on a message and in a forum', async () => {
    const { playground, client, news } = await started();
    const thread = await (await news.send('story')).startThread({ name: 'The story' });
    await thread.send('more');
    expect(playground.world.messagesIn(thread.id).map(({ content }) => content)).toEqual(['more']);

    const tag = { id: '77', name: 'World', moderated: false, emoji_id: null, emoji_name: null };
    const forum = { type: ChannelType.GuildForum, name: 'stories', available_tags: [tag], flags: 1 << 4 };
    const { id } = playground.world.createChannel(news.guildId, forum as never);
    const posted = await restOn(playground).post(`/channels/${id}/threads`, {
      body: { name: 'Bridge', message: { content: 'It fell.' }, applied_tags: ['77'] },
    });
    expect(posted).toMatchObject({ parent_id: id, applied_tags: ['77'], message: { content: 'It fell.' } });
    const untagged = restOn(playground).post(`/channels/${id}/threads`, {
      body: { name: 'x', message: { content: 'x' } },
    });
    await expect(untagged).rejects.toMatchObject({ code: 40067 });
    expect(client.isReady()).toBe(true);
  });
});

describe('permissions', () => {
  it('refuses to post where SEND_MESSAGES was taken away (50013)', async () => {
    const { playground, client, news } = await started();
    playground.world.overwrite(news.id, { id: BOT_ROLE_ID, type: 0, allow: '0', deny: String(1 << 11) });
    await expect(news.send('x')).rejects.toMatchObject({ code: 50013, status: 403 });
    await expect.poll(() => news.permissionsFor(client.user)?.has('SendMessages')).toBe(false);
  });

  it('refuses embeds without EMBED_LINKS (50013)', async () => {
    const { playground, news } = await started();
    playground.world.overwrite(news.id, { id: BOT_ROLE_ID, type: 0, allow: '0', deny: String(1 << 14) });
    await expect(news.send({ embeds: [{ title: 'x' }] })).rejects.toMatchObject({ code: 50013 });
    await expect(news.send('plain')).resolves.toBeDefined();
  });

  it('hides what the bot cannot see (50001) and what is gone (10003)', async () => {
    const { playground, client, news } = await started();
    const hidden = client.channels.cache.get(PRIVATE_CHANNEL_ID) as TextChannel;
    await expect(hidden.send('x')).rejects.toMatchObject({ code: 50001 });
    playground.world.deleteChannel(news.id);
    await expect(news.send('x')).rejects.toMatchObject({ code: 10003 });
  });

  it('lets the bot change channels only when it may', async () => {
    const { playground, client, news } = await started();
    await expect(news.setTopic('x')).rejects.toMatchObject({ code: 50013 });
    const guild = playground.world.guilds.get(news.guildId)!;
    const roles = guild.roles.map((role) => (role.id === BOT_ROLE_ID ? { ...role, permissions: '8' } : role));
    playground.world.guilds.set(guild.id, { ...guild, roles });
    const made = await client.guilds.cache.first()!.channels.create({ name: 'made', topic: 'by the bot' });
    expect((await made.setTopic('changed')).topic).toBe('changed');
    await made.delete();
    expect(playground.world.channels.get(made.id)).toBeUndefined();
  });
});

const field = (name: string, value = 'x') => ({ name, value });
const button = (custom_id: string, more: object = {}) => ({ type: 2, style: 1, label: 'B', custom_id, ...more });
const row = (...components: object[]) => ({ type: 1, components });
const select = (more: object = {}) => ({
  type: 3,
  custom_id: 's',
  options: [{ label: 'A', value: 'a' }],
  ...more,
});
const v2 = (...components: object[]) => ({ flags: 1 << 15, components });
const text = (content: string) => ({ type: 10, content });

describe('what Discord refuses (50035)', () => {
  it('is seen by discord.js with the path of the field', async () => {
    const { news } = await started();
    await expect(news.send({ embeds: [{ title: 'x'.repeat(257) }] })).rejects.toThrow(
      'embeds[0].title[BASE_TYPE_MAX_LENGTH]: Must be 256 or fewer in length.',
    );
  });

  it('is refused by name of field', async () => {
    const { playground } = await started();
    const cases: [string, object][] = [
      ['content[BASE_TYPE_MAX_LENGTH]', { content: 'x'.repeat(2001) }],
      ['nonce[BASE_TYPE_MAX_LENGTH]', { content: 'x', nonce: 'n'.repeat(26) }],
      ['flags[NUMBER_TYPE_COERCE]', { content: 'x', flags: 'many' }],
      ['embeds[BASE_TYPE_MAX_LENGTH]', { embeds: Array(11).fill({ title: 'x' }) }],
      ['embeds[MAX_EMBED_SIZE_EXCEEDED]', { embeds: Array(2).fill({ description: 'x'.repeat(3001) }) }],
      ['embeds[0].description[BASE_TYPE_REQUIRED]', { embeds: [{}] }],
      ['embeds[0].description[BASE_TYPE_MAX_LENGTH]', { embeds: [{ description: 'x'.repeat(4097) }] }],
      ['embeds[0].fields[BASE_TYPE_MAX_LENGTH]', { embeds: [{ fields: Array(26).fill(field('x')) }] }],
      ['embeds[0].fields[1].value[BASE_TYPE_REQUIRED]', { embeds: [{ fields: [field('x'), field('x', ' ')] }] }],
      ['embeds[0].fields[0].name[BASE_TYPE_REQUIRED]', { embeds: [{ fields: [{ value: 'x' }] }] }],
      ['embeds[0].color[NUMBER_TYPE_MAX]', { embeds: [{ title: 'x', color: 0x1000000 }] }],
      ['embeds[0].footer.text[BASE_TYPE_MAX_LENGTH]', { embeds: [{ footer: { text: 'x'.repeat(2049) } }] }],
      ['embeds[0].url[URL_TYPE_INVALID_URL]', { embeds: [{ title: 'x', url: 'no link' }] }],
      ['embeds[0].url[URL_TYPE_INVALID_SCHEME]', { embeds: [{ title: 'x', url: 'javascript:alert(1)' }] }],
      [
        'allowed_mentions[MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE]',
        { content: 'x', allowed_mentions: { parse: ['users'], users: ['1'] } },
      ],
      ['components[BASE_TYPE_BAD_LENGTH]', { components: Array.from({ length: 6 }, (_, i) => row(button(`${i}`))) }],
      [
        'components[0].components[BASE_TYPE_MAX_LENGTH]',
        { components: [row(...Array.from({ length: 6 }, (_, i) => button(`${i}`)))] },
      ],
      [
        'components[0].components[1].label[BASE_TYPE_MAX_LENGTH]',
        { components: [row(button('a'), button('b', { label: 'x'.repeat(81) }))] },
      ],
      ['components[0].components[0].custom_id[BASE_TYPE_MAX_LENGTH]', { components: [row(button('x'.repeat(101)))] }],
      [
        'components[1].components[0].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]',
        { components: [row(button('a')), row(button('a'))] },
      ],
      ['components[0].components[0].url[BASE_TYPE_REQUIRED]', { components: [row({ type: 2, style: 5, label: 'L' })] }],
      [
        'components[0].components[0].url[URL_TYPE_INVALID_SCHEME]',
        { components: [row({ type: 2, style: 5, label: 'L', url: 'javascript:x' })] },
      ],
      ['components[0].components[0].label[BASE_TYPE_REQUIRED]', { components: [row(button('a', { label: '' }))] }],
      [
        'components[0].components[0].options[BASE_TYPE_MAX_LENGTH]',
        {
          components: [row(select({ options: Array.from({ length: 26 }, (_, i) => ({ label: 'x', value: `${i}` })) }))],
        },
      ],
      [
        'components[0].components[0].options[0].label[BASE_TYPE_MAX_LENGTH]',
        { components: [row(select({ options: [{ label: 'x'.repeat(101), value: 'x' }] }))] },
      ],
      [
        'components[0].components[0].options[1].value[SELECT_COMPONENT_OPTION_VALUE_DUPLICATED]',
        {
          components: [
            row(
              select({
                options: [
                  { label: 'x', value: 'x' },
                  { label: 'y', value: 'x' },
                ],
              }),
            ),
          ],
        },
      ],
      [
        'components[0].components[0].max_values[BASE_TYPE_BAD_LENGTH]',
        { components: [row(select({ max_values: 2 }))] },
      ],
      ['components[0].components[1][COMPONENT_LAYOUT_WIDTH_EXCEEDED]', { components: [row(select(), button('b'))] }],
      ['components[0].components[0][UNION_TYPE_CHOICES]', { components: [row({ type: 99 })] }],
      ['components[0][UNION_TYPE_CHOICES]', { components: [text('no flag')] }],
      ['content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]', { ...v2(text('x')), content: 'x' }],
      ['components[COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED]', v2(text('x'.repeat(2001)), text('x'.repeat(2000)))],
      [
        'components[BASE_TYPE_BAD_LENGTH]',
        v2(...Array.from({ length: 21 }, () => ({ type: 17, components: [text('x')] }))),
      ],
    ];
    const verdicts = await Promise.all(
      cases.map(async ([expected, body]) => {
        const error = await restOn(playground)
          .post(post, { body })
          .catch((caught: Error & { code?: number }) => caught);
        const { message, code } = error as Error & { code?: number };
        return [expected, code === 50035 && message?.includes(`\n${expected}`) ? expected : message];
      }),
    );
    for (const [expected, verdict] of verdicts) expect(verdict).toBe(expected);
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID)).toEqual([]);
  });

  it('does not refuse what stands at the limit', async () => {
    const { playground } = await started();
    const rest = restOn(playground);
    const bodies = [
      { content: 'x'.repeat(2000) },
      { content: ` ${'x'.repeat(2000)} ` },
      { embeds: [{ description: 'x'.repeat(4096) }, { description: 'x'.repeat(1904) }] },
      { embeds: [{ title: 'x', timestamp: '2026-01-01T00:00:00+00:00' }] },
      { content: 'x', tts: false, enforce_nonce: false, nonce: 12, allowed_mentions: { parse: [], roles: ['1'] } },
      { components: [row(select({ min_values: 0 })), row(button('a'), button('b'))] },
      v2({ type: 17, components: [text('x'.repeat(4000)), { type: 14 }, row(button('a'))] }),
    ];
    for (const body of bodies) await expect(rest.post(post, { body })).resolves.toBeDefined();
  });

  it('has its own code for an empty message (50006), bad JSON and a wrong version', async () => {
    const { playground } = await started();
    expect((await raw(playground, 'POST', post, { content: '  ' })).body.code).toBe(50006);
    expect((await raw(playground, 'POST', post, { tts: false })).body.code).toBe(50006);
    const authorization = 'Bot any token';
    const broken = await fetch(`${playground.api}/v10${post}`, {
      method: 'POST',
      body: '{',
      headers: { authorization },
    });
    expect(await broken.json()).toMatchObject({ code: 50109 });
    expect(await (await fetch(`${playground.api}/v8/gateway`)).json()).toMatchObject({ code: 50041 });
  });
});
