import type { APIInteraction } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { startPlayground } from '../../../../src/playground/startPlayground.ts';
import { APPLICATION_ID, NEWS_CHANNEL_ID } from '../../../../src/playground/world/defaultWorld.ts';
import { restOn } from '../../support/bot.ts';
import { RawBot } from '../support/RawBot.ts';
import { itHolds, many, type Rule, x } from '../support/Rule.ts';

const playground = await startPlayground({ strict: true });
afterAll(() => playground.close());
const bot = await RawBot.identified(playground);
const rest = restOn(playground);
const option = { type: 3, name: 'topic', description: 'x', autocomplete: true };
const count = { type: 4, name: 'count', description: 'x', autocomplete: true };
await rest.put(`/applications/${APPLICATION_ID}/commands`, {
  body: [{ name: 'news', description: 'x', options: [option, count] }],
});
const button = { type: 2, style: 1, label: 'B', custom_id: 'b' };
const { id } = (await rest.post(`/channels/${NEWS_CHANNEL_ID}/messages`, {
  body: { content: 'x', components: [{ type: 1, components: [button] }] },
})) as { id: string };
const milo = playground.as();

const kinds = {
  command: () => milo.command('news'),
  topic: () => milo.autocomplete('news', { focused: 'topic' }),
  count: () => milo.autocomplete('news', { focused: 'count' }),
  press: () => milo.press(playground.world.message(id)!, 'b'),
};

/** The interaction that the bot hears of next. */
async function latest(): Promise<APIInteraction> {
  const { d } = await bot.hear(({ t, d }) => t === 'INTERACTION_CREATE' && !known.has((d as APIInteraction).id));
  known.add((d as APIInteraction).id);
  return d as APIInteraction;
}
const known = new Set<string>();

const query = new URLSearchParams({ with_response: 'true' });
const answer = ({ id, token }: APIInteraction, body: unknown) =>
  rest.post(`/interactions/${id}/${token}/callback`, { auth: false, body, query });

const answerTo = (kind: keyof typeof kinds) => async (body: unknown) => {
  void kinds[kind]().catch(() => {});
  return answer(await latest(), body);
};

const reply = (data: object) => ({ type: 4, data });
const suggest = (...choices: object[]) => ({ type: 8, data: { choices } });
const choices = (length: number) => many(length, (index) => ({ name: `c${index}`, value: `v${index}` }));
const input = (part: object = {}) => ({ type: 4, custom_id: 'f', label: 'F', style: 1, ...part });
const inputs = (length: number) =>
  many(length, (index) => ({ type: 1, components: [input({ custom_id: `f${index}` })] }));
const modal = (part: object = {}) => ({
  type: 9,
  data: { custom_id: 'm', title: 'M', components: inputs(1), ...part },
});
const labelled = (part: object) =>
  modal({ components: [{ type: 18, label: 'L', component: input({ label: undefined }), ...part }] });
const field = (part: object) => modal({ components: [{ type: 1, components: [input(part)] }] });
const inModal = 'data.components[0]';

const replies: Rule[] = [
  ['content: 2,000', reply({ content: x(2000) }), reply({ content: x(2001) }), 'data.content[BASE_TYPE_MAX_LENGTH]'],
  [
    'embeds: their places are named',
    reply({ embeds: [{ title: x(256) }] }),
    reply({ embeds: [{ title: x(257) }] }),
    'data.embeds[0].title[BASE_TYPE_MAX_LENGTH]',
  ],
  ['a kind of answer that fits', { type: 5 }, { type: 8, data: { choices: [] } }, 'type[BASE_TYPE_CHOICES]'],
  ['a command has no message to update', { type: 5 }, { type: 7, data: { content: 'x' } }, 'type[BASE_TYPE_CHOICES]'],
  ['a kind of answer at all', { type: 5 }, {}, 'type[BASE_TYPE_REQUIRED]'],
];
const modals: Rule[] = [
  ['title: 45', modal({ title: x(45) }), modal({ title: x(46) }), 'data.title[BASE_TYPE_MAX_LENGTH]'],
  [
    'custom id: 100',
    modal({ custom_id: x(100) }),
    modal({ custom_id: x(101) }),
    'data.custom_id[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    '5 fields',
    modal({ components: inputs(5) }),
    modal({ components: inputs(6) }),
    'data.components[BASE_TYPE_BAD_LENGTH]',
  ],
  ['a field', modal({ components: inputs(1) }), modal({ components: [] }), 'data.components[BASE_TYPE_MIN_LENGTH]'],
  [
    'field label: 45',
    field({ label: x(45) }),
    field({ label: x(46) }),
    `${inModal}.components[0].label[BASE_TYPE_MAX_LENGTH]`,
  ],
  ['label: 45', labelled({ label: x(45) }), labelled({ label: x(46) }), `${inModal}.label[BASE_TYPE_MAX_LENGTH]`],
  [
    'label description: 100',
    labelled({ description: x(100) }),
    labelled({ description: x(101) }),
    `${inModal}.description[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'field placeholder: 100',
    field({ placeholder: x(100) }),
    field({ placeholder: x(101) }),
    `${inModal}.components[0].placeholder[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'field value: 4,000',
    field({ value: x(4000) }),
    field({ value: x(4001) }),
    `${inModal}.components[0].value[BASE_TYPE_MAX_LENGTH]`,
  ],
  [
    'field length: 4,000',
    field({ max_length: 4000 }),
    field({ max_length: 4001 }),
    `${inModal}.components[0].max_length[NUMBER_TYPE_MAX]`,
  ],
  [
    'custom ids: each once',
    modal({ components: inputs(2) }),
    modal({ components: [...inputs(1), ...inputs(1)] }),
    'data.components[1].components[0].custom_id[COMPONENT_CUSTOM_ID_DUPLICATED]',
  ],
];
const topics: Rule[] = [
  ['25 choices', suggest(...choices(25)), suggest(...choices(26)), 'data.choices[BASE_TYPE_MAX_LENGTH]'],
  [
    'choice name: 100',
    suggest({ name: x(100), value: 'v' }),
    suggest({ name: x(101), value: 'v' }),
    'data.choices[0].name[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'choice name: not blank',
    suggest({ name: 'x', value: 'v' }),
    suggest({ name: ' ', value: 'v' }),
    'data.choices[0].name[BASE_TYPE_REQUIRED]',
  ],
  [
    'choice value: 100',
    suggest({ name: 'x', value: x(100) }),
    suggest({ name: 'x', value: x(101) }),
    'data.choices[0].value[BASE_TYPE_MAX_LENGTH]',
  ],
  [
    'a text for a text option',
    suggest({ name: 'x', value: '1' }),
    suggest({ name: 'x', value: 1 }),
    'data.choices[0].value[STRING_TYPE_CONVERT]',
  ],
  ['only choices answer', suggest(), { type: 5 }, 'type[BASE_TYPE_CHOICES]'],
];
const counts: Rule[] = [
  [
    'a number for a number option',
    suggest({ name: 'x', value: 1 }),
    suggest({ name: 'x', value: '1' }),
    'data.choices[0].value[NUMBER_TYPE_CONVERT]',
  ],
];

describe('an answer', () => itHolds(replies, playground, answerTo('command')));
describe('a modal', () => itHolds(modals, playground, answerTo('press')));
describe('suggestions', () => {
  itHolds(topics, playground, answerTo('topic'));
  itHolds(counts, playground, answerTo('count'));
});

it('lets no modal answer a modal', async () => {
  const pressed = milo.press(playground.world.message(id)!, 'b');
  await answer(await latest(), modal());
  const submitted = milo.submit(await pressed, { f0: 'x' });
  const submission = await latest();
  await expect(answer(submission, modal())).rejects.toThrow('\ntype[BASE_TYPE_CHOICES]');
  await answer(submission, reply({ content: 'thanks' }));
  expect((await submitted).message?.content).toBe('thanks');
});

describe('a followup', () => {
  it('has the limits of a message', async () => {
    void milo.command('news');
    const interaction = await latest();
    await answer(interaction, reply({ content: 'x' }));
    const followUp = (content: string) =>
      rest.post(`/webhooks/${APPLICATION_ID}/${interaction.token}`, { auth: false, body: { content } });
    await expect(followUp(x(2000))).resolves.toBeDefined();
    await expect(followUp(x(2001))).rejects.toThrow('\ncontent[BASE_TYPE_MAX_LENGTH]');
    await expect(followUp(' ')).rejects.toMatchObject({ code: 50006 });
  });
});
