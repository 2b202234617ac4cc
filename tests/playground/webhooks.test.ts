import {
  ChannelType,
  Events,
  type ForumChannel,
  GatewayIntentBits,
  MessageFlags,
  PermissionFlagsBits as Permission,
  type TextChannel,
  WebhookClient,
} from 'discord.js';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Playground } from '../../src/playground/startPlayground.ts';
import { ADA_ID, GUILD_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { allow, botOn, playgroundFor, raw, restOn } from './support/bot.ts';

async function withWebhooks() {
  const playground = await playgroundFor();
  allow(playground, Permission.ManageWebhooks, Permission.ManageChannels);
  const client = await botOn(playground, {
    intents: [GatewayIntentBits.Guilds, GatewayIntentBits.GuildWebhooks, GatewayIntentBits.GuildMessages],
  });
  const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
  return { playground, client, news };
}

function clientOf(playground: Playground, { id, token }: { id: string; token: string | null }): WebhookClient {
  const client = new WebhookClient({ id, token: token! }, { rest: { api: playground.api } });
  onTestFinished(() => client.destroy());
  return client;
}

const codeOf = async (answer: Promise<unknown>) => {
  const error = await answer.catch((caught: unknown) => caught);
  return (error as { code?: number }).code;
};

describe('webhooks', () => {
  it('are created, listed, changed, moved and deleted, and the channel hears of it', async () => {
    const { playground, client, news } = await withWebhooks();
    const heard: string[] = [];
    client.on(Events.WebhooksUpdate, ({ id }) => heard.push(id));
    const webhook = await news.createWebhook({ name: 'Wire', reason: 'tests' });
    expect([webhook.applicationId, webhook.token?.length]).toEqual([client.application.id, 68]);
    expect((await news.fetchWebhooks()).map(({ id }) => id)).toEqual([webhook.id]);
    expect((await news.guild.fetchWebhooks()).size).toBe(1);
    const moved = await webhook.edit({ name: 'World wire', channel: WORLD_CHANNEL_ID });
    expect([moved.name, moved.channelId]).toEqual(['World wire', WORLD_CHANNEL_ID]);
    await webhook.delete();
    expect(await codeOf(client.fetchWebhook(webhook.id))).toBe(10015);
    await expect.poll(() => heard).toEqual([NEWS_CHANNEL_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID, WORLD_CHANNEL_ID]);
    expect(playground.world.webhooks.size).toBe(0);
  });

  it('write, read, edit and delete with their token alone', async () => {
    const { playground, news } = await withWebhooks();
    const webhook = clientOf(playground, await news.createWebhook({ name: 'Wire' }));
    const sent = await webhook.send({ content: 'flash', username: 'Night desk', embeds: [{ title: 'Bridge' }] });
    expect(sent).toMatchObject({
      webhook_id: webhook.id,
      author: { id: webhook.id, username: 'Night desk', bot: true },
    });
    expect((await webhook.fetchMessage(sent.id)).content).toBe('flash');
    expect((await webhook.editMessage(sent.id, 'calm')).content).toBe('calm');
    expect(playground.world.messagesIn(NEWS_CHANNEL_ID).map(({ content }) => content)).toEqual(['calm']);
    await webhook.deleteMessage(sent.id);
    expect(await codeOf(webhook.fetchMessage(sent.id))).toBe(10008);
    await webhook.edit({ name: 'Renamed' });
    await webhook.delete();
    expect(await codeOf(webhook.send('again'))).toBe(10015);
  });

  it('answer nothing unless told to wait, and tell no owner to who has the token only', async () => {
    const { playground, news } = await withWebhooks();
    const { id, token } = await news.createWebhook({ name: 'Wire' });
    const path = `/webhooks/${id}/${token}`;
    expect(await raw(playground, 'POST', path, { content: 'x' }, {})).toMatchObject({ status: 204, body: undefined });
    expect((await raw(playground, 'POST', `${path}?wait=true`, { content: 'x' }, {})).body.content).toBe('x');
    const { body } = await raw(playground, 'GET', path, undefined, {});
    expect([body.name, body.user]).toEqual(['Wire', undefined]);
    expect(await raw(playground, 'POST', `/webhooks/${id}/wrong`, { content: 'x' }, {})).toMatchObject({
      status: 401,
      body: { code: 50027 },
    });
  });

  it('write into threads of their channel, and begin posts in forums', async () => {
    const { playground, news } = await withWebhooks();
    const thread = await news.threads.create({ name: 'Bridge', type: ChannelType.PublicThread });
    const webhook = clientOf(playground, await news.createWebhook({ name: 'Wire' }));
    const sent = await webhook.send({ content: 'in the thread', threadId: thread.id });
    expect(sent.channel_id).toBe(thread.id);
    expect((await webhook.editMessage(sent.id, { content: 'still', threadId: thread.id })).content).toBe('still');
    expect(await codeOf(webhook.send({ content: 'x', threadId: WORLD_CHANNEL_ID }))).toBe(10003);
    expect(await codeOf(webhook.send({ content: 'x', threadName: 'Post' }))).toBe(220003);

    const forum = (await news.guild.channels.create({ name: 'stories', type: ChannelType.GuildForum })) as ForumChannel;
    const poster = clientOf(playground, await forum.createWebhook({ name: 'Poster' }));
    const post = await poster.send({ content: 'first', threadName: 'Bridge' });
    expect(post.id).toBe(post.channel_id);
    expect(playground.world.channels.get(post.id)).toMatchObject({ name: 'Bridge', parent_id: forum.id });
    expect((await raw(playground, 'GET', `/channels/${post.id}/thread-members`)).body).toEqual([]);
    expect(await codeOf(poster.send('x'))).toBe(220001);
    const both = { content: 'x', threadId: post.channel_id, threadName: 'y' };
    expect(await codeOf(poster.send(both))).toBe(220002);
  });

  it('are refused as Discord refuses them', async () => {
    const { playground, news } = await withWebhooks();
    const path = `/channels/${NEWS_CHANNEL_ID}/webhooks` as const;
    const refused: [string, object][] = [
      ['name[BASE_TYPE_REQUIRED]', {}],
      ['name[BASE_TYPE_MAX_LENGTH]', { name: 'x'.repeat(81) }],
      ['name[USERNAME_INVALID_CONTAINS]', { name: 'My Discord wire' }],
      ['name[USERNAME_INVALID_CONTAINS]', { name: 'clyde' }],
    ];
    for (const [expected, body] of refused) {
      const error = await restOn(playground)
        .post(path, { body })
        .catch((caught) => caught);
      expect(String((error as Error).message), expected).toContain(`\n${expected}`);
    }
    const webhook = await news.createWebhook({ name: 'Wire' });
    const execute = `/webhooks/${webhook.id}/${webhook.token}`;
    const long = await raw(playground, 'POST', execute, { content: 'x'.repeat(2001) }, {});
    expect(long.body.errors.content._errors[0].code).toBe('BASE_TYPE_MAX_LENGTH');
    const named = await raw(playground, 'POST', execute, { content: 'x', username: 'discord' }, {});
    expect(named.body.errors.username._errors[0].code).toBe('USERNAME_INVALID_CONTAINS');
    expect((await raw(playground, 'POST', execute, { content: '' }, {})).body.code).toBe(50006);
    for (let made = 1; made < 15; made += 1) await raw(playground, 'POST', path, { name: 'Wire' });
    expect((await raw(playground, 'POST', path, { name: 'Wire' })).body.code).toBe(30007);
    expect((await raw(playground, 'PATCH', `/webhooks/${webhook.id}`, { name: 'discord' })).body.code).toBe(50035);
    allow(playground);
    playground.world.guilds.changeRole(GUILD_ID, news.guild.members.me!.roles.highest.id, { permissions: '1024' });
    expect((await raw(playground, 'GET', path)).body.code).toBe(50013);
    expect((await raw(playground, 'GET', `/guilds/${GUILD_ID}/webhooks`)).body.code).toBe(50013);
  });

  it('of people show components only when asked to', async () => {
    const { playground } = await withWebhooks();
    const id = playground.world.snowflakes.next();
    const common = { channel_id: NEWS_CHANNEL_ID, guild_id: GUILD_ID, name: 'Hers', avatar: null, user_id: ADA_ID };
    playground.world.webhooks.set(id, { id, ...common, application_id: null, token: 'hers' });
    const body = { flags: MessageFlags.IsComponentsV2, components: [{ type: 10, content: 'shown' }] };
    const path = `/webhooks/${id}/hers?wait=true`;
    expect((await raw(playground, 'POST', path, body, {})).body.code).toBe(50006);
    const { components } = (await raw(playground, 'POST', `${path}&with_components=true`, body, {})).body;
    expect(components[0].content).toBe('shown');
  });

  it('go with their channel', async () => {
    const { playground, news } = await withWebhooks();
    const { id, token } = await news.createWebhook({ name: 'Wire' });
    playground.world.deleteChannel(NEWS_CHANNEL_ID);
    expect((await raw(playground, 'POST', `/webhooks/${id}/${token}`, { content: 'x' }, {})).body.code).toBe(10015);
  });
});
