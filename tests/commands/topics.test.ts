import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { topics } from '../../src/news/topic.ts';
import { GUILD_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { findGuildTopics } from '../../src/store/guildTopics.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

const add = async (name: string, words: string, actor = ada) =>
  (await actor.command('topics', { subcommand: 'add', options: { name, words } })).message!.content;
const show = async (topic: string) =>
  (await milo.command('topics', { subcommand: 'show', options: { topic } })).message!.content;
const remove = async (topic: string, actor = ada) =>
  (await actor.command('topics', { subcommand: 'remove', options: { topic } })).message!.content;
const names = async () => (await findGuildTopics(db, GUILD_ID)).map(({ name }) => name);

beforeEach(async () => {
  await db.deleteFrom('guild_topics').execute();
});

describe('/topics list', () => {
  it('shows all 17, and says how to make one, in the asker’s language', async () => {
    const { message, ephemeral } = await milo.command('topics', { subcommand: 'list' });
    expect(ephemeral).toBe(true);
    expect(message?.embeds[0]?.description?.split('\n')).toHaveLength(17);
    expect(message?.embeds[0]?.description).toContain('Weather');
    expect(message?.embeds[0]?.fields?.[0]?.value).toMatch(/<\/topics add:\d+>/);
    const japanese = await playground.as({ locale: 'ja' }).command('topics', { subcommand: 'list' });
    expect(japanese.message?.embeds[0]?.description).toContain('天気');
  });

  it('shows the server’s own with their words', async () => {
    await add('Bridges', 'Averne Bridge, toll');
    const { message } = await milo.command('topics', { subcommand: 'list' });
    expect(message?.embeds[0]?.fields?.[0]?.value).toBe('**Bridges**: `Averne Bridge OR toll`');
  });

  it('stays within what Discord takes, with thirty topics of twenty long words', async () => {
    const words = Array.from({ length: 18 }, (_, index) => `${index}*_~\`${'語'.repeat(40)}`).join(',');
    for (let index = 0; index < 30; index++) {
      expect(await add(`Topic *number* ${index}`, words)).toContain(`Topic \\*number\\* ${index}`);
    }
    expect(await add('One more', 'words')).toBe(say('errorTopicsTooMany'));
    const { message } = await milo.command('topics', { subcommand: 'list' });
    const value = message?.embeds[0]?.fields?.[0]?.value ?? '';
    expect(value).toMatch(/\n… \+\d+$/);
    expect(value).not.toMatch(/(?<!\\)\\$/m);
  });
});

describe('/topics add', () => {
  it('makes a topic of a query, and shows what it would have held, and for which words', async () => {
    const options = { name: 'Bridges', words: '(toll OR “Averne Bridge”) lang:en' };
    const { message } = await ada.command('topics', { subcommand: 'add', options });
    expect(message?.content).toMatch(
      /^Added \*\*Bridges\*\*.*`\(toll OR "Averne Bridge"\) lang:en`.* [1-9]\d* stor(?:y|ies)/,
    );
    expect(message?.embeds[0]?.description).toMatch(/-# .+ · <t:\d+:R> · .*\*"Averne Bridge"\* · \*lang:en\*/);
    expect(await names()).toEqual(['Bridges']);
    const shown = await milo.command('topics', { subcommand: 'show', options: { topic: 'Bridges' } });
    expect(shown.message?.embeds).toEqual(message?.embeds);
  });

  it('takes a list with commas for one of these', async () => {
    expect(await add('Bridges', 'Averne Bridge、toll, Averne Bridge')).toContain(
      '`Averne Bridge OR toll OR Averne Bridge`',
    );
  });

  it('says what is wrong with a query, and where', async () => {
    expect(await add('Ships', 'ferry AND (dock')).toBe(
      say('errorQuery', { fault: 'partner', at: 11, near: '\\(dock' }),
    );
    expect(await names()).toEqual([]);
  });

  it.each([
    ['a name of one letter', 'x ', 'words', 'errorTopicName'],
    ['a comma in the name', 'Ships, boats', 'ferry', 'errorTopicName'],
    ['a semicolon in the name', 'Ships; boats', 'ferry', 'errorTopicName'],
    ['no word at all', 'Ships', ' , ;', 'errorWords'],
  ] as const)('refuses %s in one sentence', async (_what, name, words, key) => {
    expect(await add(name, words)).toBe(say(key));
    expect(await names()).toEqual([]);
  });

  it('refuses a name that there is, also in another language or for everything', async () => {
    await add('Bridges', 'bridge');
    for (const name of ['BRIDGES', 'Wetter', 'sport', 'Top stories', 'all']) {
      expect(await add(name, 'bridge')).toBe(say('errorTopicExists', { name }));
    }
    expect(await names()).toEqual(['Bridges']);
  });

  it('is for those who manage the server', async () => {
    expect(await add('Bridges', 'bridge', milo)).toBe(say('errorManage'));
    expect(await names()).toEqual([]);
  });
});

describe('/topics show', () => {
  it('says how many stories a topic holds', async () => {
    expect(await show('politics')).toMatch(/\*\*Politics\*\*: [1-9]\d* stor/);
    await add('Quiet', 'xylophone tuning');
    expect(await show('quiet')).toBe(say('topicShown', { name: 'Quiet', words: '`xylophone tuning`', count: 0 }));
  });

  it('names the nearest for one that there is not', async () => {
    expect(await show('politcs')).toContain('Politics');
  });

  it('offers all topics as one types', async () => {
    await add('Bridges', 'bridge');
    const offered = async (topic: string) =>
      (await milo.autocomplete('topics', { subcommand: 'show', focused: 'topic', options: { topic } })).length;
    expect([await offered('bri'), await offered('')]).toEqual([1, topics.length + 2]);
  });
});

describe('/topics remove', () => {
  it('removes one of the server’s own, which it offers', async () => {
    await add('Bridges', 'bridge');
    const typing = { subcommand: 'remove', focused: 'topic', options: { topic: '' } };
    expect(await ada.autocomplete('topics', typing)).toEqual([{ name: 'Bridges', value: 'Bridges' }]);
    expect(await remove('bridges')).toBe(say('topicRemoved', { name: 'Bridges' }));
    expect(await names()).toEqual([]);
  });

  it('keeps one that a channel still gets, and names the channel', async () => {
    await add('Bridges', 'bridge');
    const [topic] = await findGuildTopics(db, GUILD_ID);
    await bot.subscribe(NEWS_CHANNEL_ID, { topics: [`own:${topic?.id}`] });
    const answer = await remove('Bridges');
    expect(answer).toContain(`<#${NEWS_CHANNEL_ID}>`);
    expect(answer).toMatch(/<\/unsubscribe:\d+>/);
    expect(await names()).toEqual(['Bridges']);
  });

  it('says so when it is none of the server’s own', async () => {
    expect(await remove('sport')).toMatch(/“sport”.*<\/topics list:\d+>/);
  });

  it('is for those who manage the server', async () => {
    await add('Bridges', 'bridge');
    expect(await remove('Bridges', milo)).toBe(say('errorManage'));
    expect(await names()).toEqual(['Bridges']);
  });
});
