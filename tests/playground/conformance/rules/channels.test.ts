import { ChannelType } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { startPlayground } from '../../../../src/playground/startPlayground.ts';
import {
  defaultWorld,
  GUILD_ID,
  HEADLINES_CHANNEL_ID,
  JAPANESE_CHANNEL_ID,
  NEWS_CHANNEL_ID,
} from '../../../../src/playground/world/defaultWorld.ts';
import { raw, restOn } from '../../support/bot.ts';
import { itHolds, many, poster, type Rule, x } from '../support/Rule.ts';

const world = structuredClone(defaultWorld);
for (const role of world.guilds[0]!.roles) role.permissions = '8';
const playground = await startPlayground({ strict: true, world });
afterAll(() => playground.close());
const rest = restOn(playground);

const channels = `/guilds/${GUILD_ID}/channels` as const;
const tags = (count: number) => many(count, (index) => ({ name: `t${index}` }));
const tag = (name: string) => ({ name: 'stories', type: ChannelType.GuildForum, available_tags: [{ name }] });
const forum = await created(20);
const ids = forum.available_tags.map(({ id }) => id);
const post = (part: object = {}) => ({ name: 'Bridge', message: { content: 'It fell.' }, ...part });
const thread = (part: object = {}) => ({ name: 'Bridge', type: 11, ...part });

const ofChannels: Rule[] = [
  ['name: 100', { name: x(100) }, { name: x(101) }, 'name[BASE_TYPE_MAX_LENGTH]'],
  ['name: there', { name: 'x' }, {}, 'name[BASE_TYPE_REQUIRED]'],
  ['topic: 1,024', { name: 'x', topic: x(1024) }, { name: 'x', topic: x(1025) }, 'topic[BASE_TYPE_MAX_LENGTH]'],
  [
    'a forum has 20 tags',
    { name: 'f', type: 15, available_tags: tags(20) },
    { name: 'f', type: 15, available_tags: tags(21) },
    'available_tags[BASE_TYPE_MAX_LENGTH]',
  ],
  ['tag: 20', tag(x(20)), tag(x(21)), 'available_tags[0].name[BASE_TYPE_MAX_LENGTH]'],
  ['tag: not blank', tag('World'), tag(' '), 'available_tags[0].name[BASE_TYPE_REQUIRED]'],
];
const ofPosts: Rule[] = [
  ['name: 100', post({ name: x(100) }), post({ name: x(101) }), 'name[BASE_TYPE_MAX_LENGTH]'],
  ['name: not empty', post({ name: 'x' }), post({ name: '' }), 'name[BASE_TYPE_REQUIRED]'],
  [
    '5 tags',
    post({ applied_tags: ids.slice(0, 5) }),
    post({ applied_tags: ids.slice(0, 6) }),
    'applied_tags[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'tags of the forum',
    post({ applied_tags: ids.slice(0, 1) }),
    post({ applied_tags: ['1'] }),
    'applied_tags[0][BASE_TYPE_CHOICES]',
  ],
  ['a message', post(), { name: 'Bridge' }, 'message[BASE_TYPE_REQUIRED]'],
  [
    'the message’s limits, with their place',
    post({ message: { content: x(2000) } }),
    post({ message: { content: x(2001) } }),
    'message.content[BASE_TYPE_MAX_LENGTH]',
  ],
];
const ofThreads: Rule[] = [
  ['name: 100', thread({ name: x(100) }), thread({ name: x(101) }), 'name[BASE_TYPE_MAX_LENGTH]'],
  [
    'archived after an hour, a day, three or seven',
    thread({ auto_archive_duration: 60 }),
    thread({ auto_archive_duration: 61 }),
    'auto_archive_duration[BASE_TYPE_CHOICES]',
  ],
  [
    'archived after seven days at most',
    thread({ auto_archive_duration: 10_080 }),
    thread({ auto_archive_duration: 20_160 }),
    'auto_archive_duration[BASE_TYPE_CHOICES]',
  ],
  [
    'slow mode: six hours',
    thread({ rate_limit_per_user: 21_600 }),
    thread({ rate_limit_per_user: 21_601 }),
    'rate_limit_per_user[NUMBER_TYPE_MAX]',
  ],
];
const ofWebhooks: Rule[] = [
  ['name: 80', { name: x(80) }, { name: x(81) }, 'name[BASE_TYPE_MAX_LENGTH]'],
  ['name: not empty', { name: 'x' }, { name: '' }, 'name[BASE_TYPE_REQUIRED]'],
  ['name: not Discord’s', { name: 'Clive' }, { name: 'Clyde 2' }, 'name[USERNAME_INVALID_CONTAINS]'],
  ['name: not Discord', { name: 'Wire' }, { name: 'The DISCORD wire' }, 'name[USERNAME_INVALID_CONTAINS]'],
];
const webhook = (await rest.post(`/channels/${NEWS_CHANNEL_ID}/webhooks`, { body: { name: 'Wire' } })) as {
  id: string;
  token: string;
};
const ofWebhookMessages: Rule[] = [
  ['content: 2,000', { content: x(2000) }, { content: x(2001) }, 'content[BASE_TYPE_MAX_LENGTH]'],
  [
    '10 embeds',
    { embeds: many(10, () => ({ title: 'x' })) },
    { embeds: many(11, () => ({ title: 'x' })) },
    'embeds[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'username: 80',
    { content: 'x', username: x(80) },
    { content: 'x', username: x(81) },
    'username[BASE_TYPE_MAX_LENGTH]',
  ],
];

describe('a channel', () => itHolds(ofChannels, playground, poster(channels)));
describe('a post in a forum', () => itHolds(ofPosts, playground, poster(`/channels/${forum.id}/threads`)));
describe('a thread', () => itHolds(ofThreads, playground, poster(`/channels/${NEWS_CHANNEL_ID}/threads`)));
describe('a webhook', () => {
  itHolds(ofWebhooks, playground, poster(`/channels/${NEWS_CHANNEL_ID}/webhooks`));

  it('is one of 15 in its channel (30007)', async () => {
    const make = () => rest.post(`/channels/${JAPANESE_CHANNEL_ID}/webhooks`, { body: { name: 'x' } });
    for (let index = 0; index < 15; index++) await make();
    await expect(make()).rejects.toMatchObject({ code: 30007 });
  });
});
describe('a webhook’s message', () =>
  itHolds(ofWebhookMessages, playground, async (body) => {
    const query = new URLSearchParams({ wait: 'true' });
    return rest.post(`/webhooks/${webhook.id}/${webhook.token}`, { auth: false, body, query });
  }));

describe('where something may be written', () => {
  it('a forum takes no messages (50008), and asks for a tag if it is to (40067)', async () => {
    const content = { content: 'x' };
    expect((await raw(playground, 'POST', `/channels/${forum.id}/messages`, content)).body.code).toBe(50008);
    await rest.patch(`/channels/${forum.id}`, { body: { flags: 1 << 4 } });
    expect((await raw(playground, 'POST', `/channels/${forum.id}/threads`, post())).body.code).toBe(40067);
    await rest.patch(`/channels/${forum.id}`, { body: { flags: 0 } });
    expect((await raw(playground, 'POST', `/channels/${forum.id}/threads`, post())).status).toBe(201);
  });

  it('an archived thread wakes when written in, and is not edited in (50083)', async () => {
    const { id } = (await rest.post(`/channels/${NEWS_CHANNEL_ID}/threads`, { body: thread() })) as { id: string };
    const message = (await rest.post(`/channels/${id}/messages`, { body: { content: 'x' } })) as { id: string };
    await rest.patch(`/channels/${id}`, { body: { archived: true } });
    const edit = () => rest.patch(`/channels/${id}/messages/${message.id}`, { body: { content: 'y' } });
    await expect(edit()).rejects.toMatchObject({ code: 50083 });
    await rest.post(`/channels/${id}/messages`, { body: { content: 'awake' } });
    await expect(edit()).resolves.toMatchObject({ content: 'y' });
  });

  it('a message has one thread (160004), and is published once (40033)', async () => {
    const path = `/channels/${HEADLINES_CHANNEL_ID}/messages` as const;
    const { id } = (await rest.post(path, { body: { content: 'x' } })) as { id: string };
    await rest.post(`${path}/${id}/threads`, { body: { name: 'x' } });
    await expect(rest.post(`${path}/${id}/threads`, { body: { name: 'x' } })).rejects.toMatchObject({ code: 160004 });
    await rest.post(`${path}/${id}/crosspost`);
    await expect(rest.post(`${path}/${id}/crosspost`)).rejects.toMatchObject({ code: 40033 });
  });
});

async function created(tagCount: number) {
  const body = { name: 'stories', type: ChannelType.GuildForum, available_tags: tags(tagCount) };
  return (await rest.post(channels, { body })) as { id: string; available_tags: { id: string }[] };
}
