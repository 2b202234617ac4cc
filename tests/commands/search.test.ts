import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { optionsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo } = bot;
const say = sayIn('en');

const search = async (words: string, days?: number) =>
  (await milo.command('search', { options: { words, ...(days && { days }) } })).message!;

describe('/search', () => {
  it('finds articles that hold every word, for the asker alone', async () => {
    const reply = await milo.command('search', { options: { words: 'bridge council' } });
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.embeds[0]?.title).toBe(say('searchTitle', { words: 'bridge council' }));
    expect(reply.message?.embeds[0]?.description).toMatch(/\*\*\[.*[Bb]ridge.*\]\(http.*\)\*\*\n-# .+ · <t:\d+:R>/);
  });

  it.each([
    ['橋', /橋/],
    ['アバーン橋', /橋/],
    ['배터리', /배터리/],
    ['"Averne Bridge"', /Averne Bridge/],
  ])('finds %s', async (words, title) => {
    expect((await search(words)).embeds[0]?.description).toMatch(title);
  });

  it('opens the full brief of what is chosen', async () => {
    const message = await search('bridge');
    const [first] = optionsOf(message as never);
    const reply = await milo.select(message, 'brief', [first!.value]);
    expect(reply.message?.embeds[0]?.description).toContain(`**${say('sourcesHeading')}**`);
  });

  it('looks back as far as it is told', async () => {
    expect((await search('bridge', 1)).embeds).toHaveLength(1);
    const old = await search('xylophone', 1);
    expect(old.content).toBe(say('searchNone', { words: 'xylophone', days: 1 }));
    expect((await search('xylophone')).content).toBe(say('searchNone', { words: 'xylophone', days: 30 }));
  });

  it('shows what was typed as it was typed', async () => {
    expect((await search('*bridge* OR')).content ?? '').not.toContain('*bridge*');
    expect((await search('**bridge**')).embeds[0]?.title).toBe(say('searchTitle', { words: '\\*\\*bridge\\*\\*' }));
  });

  it.each(['!!!', '""', '()', '***'])('asks for a word when there is none in %j', async (words) => {
    expect((await search(words)).content).toBe(say('errorWords'));
  });

  it.each(['NEAR(bridge', 'bridge AND', 'title:bridge', 'bridge*', '-bridge', '"bridge', "bridge' OR 1=1 --"])(
    'is not confused by %j',
    async (words) => {
      const message = await search(words);
      expect(message.content).not.toBe(say('errorUnknown'));
      expect(message.embeds.length + message.content.length).toBeGreaterThan(0);
    },
  );
});
