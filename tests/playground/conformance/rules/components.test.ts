import { afterAll, describe, expect, it } from 'vitest';
import { startPlayground } from '../../../../src/playground/startPlayground.ts';
import { NEWS_CHANNEL_ID } from '../../../../src/playground/world/defaultWorld.ts';
import { restOn } from '../../support/bot.ts';
import { itHolds, many, poster, type Rule, x } from '../support/Rule.ts';

const playground = await startPlayground({ strict: true });
afterAll(() => playground.close());

const button = (part: object = {}) => ({ type: 2, style: 1, label: 'B', custom_id: 'b', ...part });
const link = (url: string) => ({ type: 2, style: 5, label: 'L', url });
const row = (...components: object[]) => ({ type: 1, components });
const rows = (...components: object[]) => ({ components: components.map((each) => row(each)) });
const buttons = (count: number, from = 0) => many(count, (index) => button({ custom_id: `b${from + index}` }));
const option = (part: object = {}) => ({ label: 'A', value: 'a', ...part });
const options = (count: number) => many(count, (index) => option({ value: `v${index}` }));
const select = (part: object = {}) => rows({ type: 3, custom_id: 's', options: [option()], ...part });
const choice = (part: object) => select({ options: [option(part)] });
const v2 = (...components: object[]) => ({ flags: 1 << 15, components });
const text = (content: string) => ({ type: 10, content });
const picture = (part: object = {}) => ({ media: { url: 'https://example.org/p.png' }, ...part });
const gallery = (count: number, part: object = {}) => v2({ type: 12, items: many(count, () => picture(part)) });
const inRow = 'components[0].components[0]';

const legacy: Rule[] = [
  ['5 rows', rows(...buttons(5)), rows(...buttons(6)), 'components[BASE_TYPE_BAD_LENGTH]'],
  [
    '5 buttons in a row',
    { components: [row(...buttons(5))] },
    { components: [row(...buttons(6))] },
    'components[0].components[BASE_TYPE_MAX_LENGTH]',
  ],
  ['a row holds something', rows(button()), { components: [row()] }, 'components[0].components[BASE_TYPE_MIN_LENGTH]'],
  [
    'button label: 80',
    rows(button({ label: x(80) })),
    rows(button({ label: x(81) })),
    `${inRow}.label[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'a button has a label or an emoji',
    rows(button({ label: undefined, emoji: { name: '📰' } })),
    rows(button({ label: undefined })),
    `${inRow}.label[BASE_TYPE_REQUIRED]`,
  ],
  [
    'custom id: 100',
    rows(button({ custom_id: x(100) })),
    rows(button({ custom_id: x(101) })),
    `${inRow}.custom_id[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'custom id: not empty',
    rows(button({ custom_id: 'b' })),
    rows(button({ custom_id: '' })),
    `${inRow}.custom_id[BASE_TYPE_REQUIRED]`,
  ],
  [
    'custom ids: each once',
    rows(...buttons(2)),
    rows(...buttons(1), ...buttons(1)),
    'components[1].components[0].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]',
  ],
  [
    'button link: 512',
    rows(link(`https://example.org/${x(492)}`)),
    rows(link(`https://example.org/${x(493)}`)),
    `${inRow}.url[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'a button link has a scheme that opens',
    rows(link('discord://-/channels')),
    rows(link('javascript:alert(1)')),
    `${inRow}.url[URL_TYPE_INVALID_SCHEME]`,
  ],
  [
    'a link button has a link',
    rows(link('https://example.org')),
    rows({ type: 2, style: 5, label: 'L' }),
    `${inRow}.url[BASE_TYPE_REQUIRED]`,
  ],
  [
    'a select stands alone in its row',
    select(),
    { components: [row({ type: 3, custom_id: 's', options: [option()] }, button())] },
    'components[0].components[1][COMPONENT_LAYOUT_WIDTH_EXCEEDED]',
  ],
  [
    '25 options',
    select({ options: options(25) }),
    select({ options: options(26) }),
    `${inRow}.options[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'option values: each once',
    select({ options: options(2) }),
    select({ options: [option(), option()] }),
    `${inRow}.options[1].value[SELECT_COMPONENT_OPTION_VALUE_DUPLICATED]`,
  ],
  [
    'option label: 100',
    choice({ label: x(100) }),
    choice({ label: x(101) }),
    `${inRow}.options[0].label[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'option value: 100',
    choice({ value: x(100) }),
    choice({ value: x(101) }),
    `${inRow}.options[0].value[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'option description: 100',
    choice({ description: x(100) }),
    choice({ description: x(101) }),
    `${inRow}.options[0].description[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'placeholder: 150',
    select({ placeholder: x(150) }),
    select({ placeholder: x(151) }),
    `${inRow}.placeholder[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'no more to choose than there is',
    select({ max_values: 1 }),
    select({ max_values: 2 }),
    `${inRow}.max_values[BASE_TYPE_BAD_LENGTH]`,
  ],
  [
    'no more than 25 to choose',
    select({ options: options(25), max_values: 25 }),
    select({ options: options(25), max_values: 26 }),
    `${inRow}.max_values[NUMBER_TYPE_MAX]`,
  ],
  ['a kind that there is', rows(button()), rows({ type: 99 }), `${inRow}[UNION_TYPE_CHOICES]`],
];

const layout: Rule[] = [
  ['new components need the flag', v2(text('x')), { components: [text('x')] }, 'components[0][UNION_TYPE_CHOICES]'],
  [
    'the flag excludes content',
    v2(text('x')),
    { ...v2(text('x')), content: 'x' },
    'content[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
  ],
  [
    'the flag excludes embeds',
    v2(text('x')),
    { ...v2(text('x')), embeds: [{ title: 'x' }] },
    'embeds[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
  ],
  [
    'the flag excludes stickers',
    v2(text('x')),
    { ...v2(text('x')), sticker_ids: ['1'] },
    'sticker_ids[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
  ],
  [
    '40 components',
    v2(...many(40, () => text('x'))),
    v2(...many(41, () => text('x'))),
    'components[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    '40 components, nested ones too',
    v2(...many(20, () => box(text('x')))),
    v2(...many(20, () => box(text('x'))), text('x')),
    'components[BASE_TYPE_BAD_LENGTH]',
  ],
  ['one text: 4,000', v2(text(x(4000))), v2(text(x(4001))), 'components[0].content[BASE_TYPE_MAX_LENGTH]'],
  [
    'all texts: 4,000',
    v2(text(x(2000)), box(text(x(2000)))),
    v2(text(x(2000)), box(text(x(2001)))),
    'components[COMPONENT_DISPLAYABLE_TEXT_SIZE_EXCEEDED]',
  ],
  ['10 pictures in a gallery', gallery(10), gallery(11), 'components[0].items[BASE_TYPE_MAX_LENGTH]'],
  ['a picture in a gallery', gallery(1), gallery(0), 'components[0].items[BASE_TYPE_MIN_LENGTH]'],
  [
    'alt text: 1,024',
    gallery(1, { description: x(1024) }),
    gallery(1, { description: x(1025) }),
    'components[0].items[0].description[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'custom ids: each once, nested too',
    v2(row(...buttons(1)), box(row(...buttons(1, 1)))),
    v2(row(...buttons(1)), box(row(...buttons(1)))),
    'components[1].components[0].components[0].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]',
  ],
  ['a section has 3 texts', v2(section(3)), v2(section(4)), 'components[0].components[BASE_TYPE_MAX_LENGTH]'],
];

const posts = `/channels/${NEWS_CHANNEL_ID}/messages` as const;
const post = poster(posts);
describe('components', () => itHolds(legacy, playground, post));
describe('components, version 2', () => itHolds(layout, playground, post));

it('the flag of version 2 is kept: an edit without the flag has its rules, and leaves it on', async () => {
  const rest = restOn(playground);
  const { id } = (await rest.post(posts, { body: v2(text('before')) })) as { id: string };
  const edit = (body: object) => rest.patch(`${posts}/${id}`, { body });
  await expect(edit({ components: [text('after')] })).resolves.toMatchObject({ flags: 1 << 15 });
  await expect(edit({ flags: 0 })).resolves.toMatchObject({ flags: 1 << 15 });
  await expect(edit({ content: 'x' })).rejects.toThrow(
    '\ncontent[MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2]',
  );
});

function box(...components: object[]): object {
  return { type: 17, components };
}

function section(texts: number): object {
  return { type: 9, components: many(texts, () => text('x')), accessory: { type: 11, ...picture() } };
}
