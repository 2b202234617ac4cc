import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground } = bot;
const say = sayIn('en');

const story = async (typed: string, actor = milo) =>
  (await actor.command('story', { subcommand: 'show', options: { story: typed } })).message!;
const offered = (typed: string, actor = milo) =>
  actor.autocomplete('story', { subcommand: 'show', focused: 'story', options: { story: typed } });

describe('/story', () => {
  it('finds a story by words of its headline, and shows it to the asker', async () => {
    const reply = await milo.command('story', { subcommand: 'show', options: { story: 'Averne Bridge' } });
    expect(reply.ephemeral).toBe(true);
    expect(textOf(reply.message as never)).toMatch(/bridge/i);
    expect(reply.message?.embeds[0]?.description).toContain(`**${say('sourcesHeading')}**`);
  });

  it('takes a link of one of its articles', async () => {
    const url = `${playground.origin}/newsroom/harbour-times/bridge-collapse-harbour-1`;
    expect(textOf((await story(url)) as never)).toContain(url);
  });

  it('takes what was offered, which shows the latest before anything is typed', async () => {
    const [choice, ...others] = await offered('');
    expect(others.length).toBeGreaterThan(5);
    const outlet = choice!.name.split(' · ').at(-1)!;
    expect(textOf((await story(String(choice!.value))) as never)).toContain(outlet);
  });

  it('is in the asker’s language', async () => {
    const message = await story('アバーン橋', playground.as({ locale: 'ja' }));
    expect(message.embeds[0]?.title).toMatch(/橋/);
    expect(message.embeds.at(-1)?.footer?.text).toContain('文');
  });

  it('says what it did not find', async () => {
    const none = await story('xylophone *tuning*');
    expect(none.content).toContain('“xylophone \\*tuning\\*”');
    expect(none.content).toMatch(/<\/search:\d+>/);
    expect((await story('http://127.0.0.1:9/page')).content).toBe(say('errorPage', { reason: say('feedAddress') }));
    expect((await story('!!!')).content).toContain('“!!!”');
    expect((await story('story:999999')).content).toMatch(/<\/search:\d+>/);
  });
});

describe('what /story offers', () => {
  it('is found by words, in any script, each story once', async () => {
    const choices = await offered('bridge');
    expect(choices[0]?.name).toMatch(/bridge/i);
    expect(new Set(choices.map(({ value }) => value)).size).toBe(choices.length);
    expect((await offered('橋'))[0]?.name).toContain('橋');
  });

  it('is a pasted link as it is, and nothing for one that is too long', async () => {
    const url = 'https://harbour.example/ferry';
    expect(await offered(url)).toEqual([{ name: url, value: url }]);
    expect(await offered(`https://harbour.example/${'a'.repeat(90)}`)).toEqual([]);
  });

  it('comes from sources in the asker’s language before anything is typed', async () => {
    const [first] = await offered('', playground.as({ locale: 'ko' }));
    expect(first?.name).toMatch(/[\uac00-\ud7af]/);
  });
});
