import { beforeAll, describe, expect, it } from 'vitest';
import { offerTopics, typedTopics } from '../../src/discord/typedTopics.ts';
import { ownTopicKey, topics } from '../../src/news/topic.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { aContext } from '../support/aContext.ts';
import { aQuery } from '../support/aQuery.ts';

const context = aContext();
const japanese = { ...context, language: 'ja' };
let ferries = '';

beforeAll(async () => {
  const added = await addGuildTopic(
    context.db,
    { guildId: 'here', name: 'Ferries & Häfen', query: aQuery('ferry') },
    { userId: 'ada', now: context.now() },
  );
  ferries = ownTopicKey(added!.id);
});

const offered = async (text: string, wish = context) =>
  (await offerTopics(text, 'here', wish)).map(({ value }) => value);

describe('topics that were typed', () => {
  it.each([
    ['Sport', ['sport']],
    ['sport, WEATHER', ['sport', 'weather']],
    ['weather; sport', ['sport', 'weather']],
    ['Économie', ['economy']],
    ['経済、天気', ['economy', 'weather']],
    ['طقس، رياضة', ['sport', 'weather']],
    ['sport, sport, deportes', ['sport']],
    ['Top stories', []],
    ['all', []],
    ['  ,  ', []],
    [null, []],
  ])('%s', async (typed, keys) => {
    expect(await typedTopics(typed, 'here', context)).toEqual(keys);
  });

  it('may be this server’s own, with or without accents', async () => {
    expect(await typedTopics('ferries & hafen', 'here', context)).toEqual([ferries]);
    await expect(typedTopics('ferries & hafen', 'elsewhere', context)).rejects.toThrow('is no topic here');
  });

  it('may be any label of any language', async () => {
    for (const { key, names } of topics) {
      for (const name of Object.values(names)) expect(await typedTopics(name, 'here', context)).toEqual([key]);
    }
  });

  it.each([
    ['spart', '“spart” is no topic here. Did you mean Sport?'],
    ['ferries and hafen', 'Did you mean Ferries & Häfen?'],
    ['quantum gardening', '“quantum gardening” is no topic here. /topics list lists them.'],
    ['sport, *x*', '“\\*x\\*” is no topic here.'],
  ])('%s is told the nearest', async (typed, answer) => {
    await expect(typedTopics(typed, 'here', context)).rejects.toThrow(answer);
  });
});

describe('offered topics', () => {
  it('are everything before anything is typed, in the asker’s language', async () => {
    expect(await offered('')).toHaveLength(1 + topics.length + 1);
    expect((await offered(''))[0]).toBe('Top stories');
    expect(await offered('', japanese)).toContain('天気');
  });

  it('are found by any name, and keep what was typed before', async () => {
    expect(await offered('wea')).toEqual(['Weather']);
    expect(await offered('天', context)).toEqual(['Weather']);
    expect(await offered('Sport, wea')).toEqual(['Sport, Weather']);
    expect(await offered('Sport; wea')).toEqual(['Sport, Weather']);
    expect(await offered('Sport, ')).not.toContain('Sport, Sport');
    expect(await offered('ferr')).toEqual(['Ferries & Häfen']);
  });

  it('can be typed as they are offered', async () => {
    for (const value of [...(await offered('')), ...(await offered('Weather, '))]) {
      await expect(typedTopics(value, 'here', context)).resolves.toBeInstanceOf(Array);
    }
  });

  it('never outgrow what Discord takes', async () => {
    const long = Array(7).fill('Economy & business').join(', ');
    for (const value of await offered(`${long}, `)) expect(value.length).toBeLessThanOrEqual(100);
  });
});
