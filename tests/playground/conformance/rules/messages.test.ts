import { afterAll, describe, expect, it } from 'vitest';
import { startPlayground } from '../../../../src/playground/startPlayground.ts';
import { NEWS_CHANNEL_ID } from '../../../../src/playground/world/defaultWorld.ts';
import { raw, restOn } from '../../support/bot.ts';
import { itHolds, many, poster, type Rule, x } from '../support/Rule.ts';

const playground = await startPlayground({ strict: true });
afterAll(() => playground.close());
const posts = `/channels/${NEWS_CHANNEL_ID}/messages` as const;

const embed = (part: object) => ({ embeds: [part] });
const field = (part: object = {}) => embed({ fields: [{ name: 'Outlets', value: '3', ...part }] });
const link = (url: string) => embed({ title: 'x', url });
const mentions = (allowed_mentions: object) => ({ content: 'x', allowed_mentions });
const ids = (count: number) => many(count, (index) => String(1000 + index));

const rules: Rule[] = [
  ['content: 2,000', { content: x(2000) }, { content: x(2001) }, 'content[BASE_TYPE_MAX_LENGTH]'],
  ['content: trimmed first', { content: ` ${x(2000)}\n` }, { content: ` ${x(2001)}` }, 'content[BASE_TYPE_MAX_LENGTH]'],
  ['nonce: 25', { content: 'x', nonce: x(25) }, { content: 'x', nonce: x(26) }, 'nonce[BASE_TYPE_MAX_LENGTH]'],
  [
    '10 embeds',
    { embeds: many(10, () => ({ title: 'x' })) },
    { embeds: many(11, () => ({ title: 'x' })) },
    'embeds[BASE_TYPE_MAX_LENGTH]',
  ],
  ['embed title: 256', embed({ title: x(256) }), embed({ title: x(257) }), 'embeds[0].title[BASE_TYPE_MAX_LENGTH]'],
  [
    'embed description: 4,096',
    embed({ description: x(4096) }),
    embed({ description: x(4097) }),
    'embeds[0].description[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    '25 fields',
    embed({ fields: many(25, () => ({ name: 'x', value: 'x' })) }),
    embed({ fields: many(26, () => ({ name: 'x', value: 'x' })) }),
    'embeds[0].fields[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'field name: 256',
    field({ name: x(256) }),
    field({ name: x(257) }),
    'embeds[0].fields[0].name[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'field value: 1,024',
    field({ value: x(1024) }),
    field({ value: x(1025) }),
    'embeds[0].fields[0].value[BASE_TYPE_MAX_LENGTH]',
  ],
  ['field value: not blank', field(), field({ value: ' ' }), 'embeds[0].fields[0].value[BASE_TYPE_REQUIRED]'],
  ['field name: there', field(), field({ name: undefined }), 'embeds[0].fields[0].name[BASE_TYPE_REQUIRED]'],
  [
    'footer: 2,048',
    embed({ footer: { text: x(2048) } }),
    embed({ footer: { text: x(2049) } }),
    'embeds[0].footer.text[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'author: 256',
    embed({ author: { name: x(256) } }),
    embed({ author: { name: x(257) } }),
    'embeds[0].author.name[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'colour: 0xFFFFFF',
    embed({ title: 'x', color: 0xffffff }),
    embed({ title: 'x', color: 0x1000000 }),
    'embeds[0].color[NUMBER_TYPE_MAX]',
  ],
  [
    '6,000 characters over all embeds',
    {
      embeds: [
        { title: x(256), description: x(3744) },
        { fields: [{ name: x(256), value: x(744) }], footer: { text: x(744) }, author: { name: x(256) } },
      ],
    },
    {
      embeds: [
        { title: x(256), description: x(3744) },
        { fields: [{ name: x(256), value: x(745) }], footer: { text: x(744) }, author: { name: x(256) } },
      ],
    },
    'embeds[MAX_EMBED_SIZE_EXCEEDED]',
  ],
  [
    'an embed shows something',
    embed({ image: { url: 'https://example.org/p.png' } }),
    embed({ color: 1 }),
    'embeds[0].description[BASE_TYPE_REQUIRED]',
  ],
  ['a link is a URL', link('https://example.org'), link('example.org'), 'embeds[0].url[URL_TYPE_INVALID_URL]'],
  [
    'a link has a scheme that opens',
    link('http://example.org'),
    link('javascript:alert(1)'),
    'embeds[0].url[URL_TYPE_INVALID_SCHEME]',
  ],
  [
    'a link: 2,048',
    link(`https://example.org/${x(2028)}`),
    link(`https://example.org/${x(2029)}`),
    'embeds[0].url[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a date is a date',
    embed({ title: 'x', timestamp: '2026-01-05T08:00:00+01:00' }),
    embed({ title: 'x', timestamp: 'Monday' }),
    'embeds[0].timestamp[DATE_TIME_TYPE_PARSE]',
  ],
  [
    'mentions: parse or a list',
    mentions({ parse: ['roles'], users: ['1'] }),
    mentions({ parse: ['users'], users: ['1'] }),
    'allowed_mentions[MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE]',
  ],
  [
    'mentions: 100 users',
    mentions({ users: ids(100) }),
    mentions({ users: ids(101) }),
    'allowed_mentions.users[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'mentions: 100 roles',
    mentions({ roles: ids(100) }),
    mentions({ roles: ids(101) }),
    'allowed_mentions.roles[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'mentions: known kinds',
    mentions({ parse: ['everyone'] }),
    mentions({ parse: ['anyone'] }),
    'allowed_mentions.parse[0][BASE_TYPE_CHOICES]',
  ],
  ['flags: a number', { content: 'x', flags: 4 }, { content: 'x', flags: 'many' }, 'flags[NUMBER_TYPE_COERCE]'],
  ['alt text: 1,024', file(x(1024)), file(x(1025)), 'attachments[0].description[BASE_TYPE_MAX_LENGTH]'],
];

describe('a message', () => {
  itHolds(rules, playground, poster(posts));

  it('is refused when there is nothing in it (50006)', async () => {
    const empty = [{}, { content: ' \n' }, { embeds: [] }, { components: [] }, { content: null, tts: false }];
    for (const body of empty) {
      await expect(restOn(playground).post(posts, { body })).rejects.toMatchObject({ code: 50006, status: 400 });
    }
  });

  it('takes a file of 10 MiB and no larger one (40005)', async () => {
    const limit = 10 * 1024 * 1024;
    const send = (size: number) =>
      restOn(playground).post(posts, { body: {}, files: [{ name: 'a.bin', data: Buffer.alloc(size) }] });
    await expect(send(limit)).resolves.toBeDefined();
    await expect(send(limit + 1)).rejects.toMatchObject({ code: 40005, status: 413 });
  });

  it('is refused over 25 MiB in all (40005)', async () => {
    const files = many(3, (index) => ({ name: `${index}.bin`, data: Buffer.alloc(9 * 1024 * 1024) }));
    const sent = restOn(playground).post(posts, { body: {}, files });
    await expect(sent).rejects.toMatchObject({ code: 40005, status: 413 });
  });

  it('is read in the forms that Discord reads too', async () => {
    const loose = { content: 'x', flags: '4', message_reference: null, nonce: 12, unheard_of: true };
    const { status, body } = await raw(playground, 'POST', posts, loose);
    expect([status, body.flags, body.nonce]).toEqual([200, 4, 12]);
  });
});

function file(description: string): object {
  return { content: 'x', attachments: [{ id: '0', filename: 'map.png', description }] };
}
