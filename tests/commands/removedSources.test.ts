import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { GUILD_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { removeSourceFromGuild, sourcesOfGuild } from '../../src/store/sources.ts';
import { controlsOf, optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground, tidings } = bot;
const say = sayIn('en');

const bridge = async () => {
  const choices = await milo.autocomplete('story', {
    subcommand: 'show',
    focused: 'story',
    options: { story: 'Averne Bridge' },
  });
  return choices.find(({ name }) => /bridge/i.test(name))!.value as string;
};
const removedPages = /\/newsroom\/(?:harbour-times|meridian-wire)\//;
const removedPage = `${playground.origin}/newsroom/harbour-times/bridge-collapse-harbour-1`;

await bot.subscribe(NEWS_CHANNEL_ID);
await tidings.round();
const delivered = bot.messagesIn(NEWS_CHANNEL_ID).at(-1)!;
const story = await bridge();
const before = (await milo.command('story', { subcommand: 'show', options: { story } })).message!;

for (const { id, publisher } of await sourcesOfGuild(tidings.db, GUILD_ID)) {
  if (publisher !== 'The Harbour Times' && publisher !== 'Meridian Wire') continue;
  await removeSourceFromGuild(tidings.db, GUILD_ID, id, { userId: 'ada', now: bot.now() });
}

describe('a source that the server removed', () => {
  it('is left out of the full brief, whose story others tell too', async () => {
    expect(textOf(before as never)).toMatch(removedPages);
    const { message } = await milo.command('story', { subcommand: 'show', options: { story } });
    expect(textOf(message as never)).toContain(say('sourcesHeading'));
    expect(JSON.stringify(message)).not.toMatch(removedPages);
    expect(JSON.stringify(message)).not.toContain('The Harbour Times');
  });

  it('is left out of what is related, and of what is opened there', async () => {
    const choices = await milo.autocomplete('related', { focused: 'story', options: { story: '' } });
    const replies = [];
    for (const { value } of choices) replies.push(await milo.command('related', { options: { story: String(value) } }));
    const message = replies.map((reply) => reply.message).find((each) => optionsOf(each as never).length > 0);
    expect(message).toBeDefined();
    expect(JSON.stringify(replies.map((reply) => reply.message))).not.toMatch(removedPages);
    const opened = await milo.select(message!, 'brief', [optionsOf(message as never)[0]!.value]);
    expect(JSON.stringify(opened.message)).not.toMatch(removedPages);
  });

  it('is left out behind the buttons of a briefing that was sent before', async () => {
    for (const action of ['sources', 'related']) {
      const button = controlsOf(delivered as never).find((id) => id.startsWith(action));
      const reply = await milo.press(delivered, button!);
      expect(reply.message?.embeds[0]?.description).toBeTruthy();
      expect(JSON.stringify(reply.message)).not.toMatch(removedPages);
    }
  });

  it('is not found by its links, nor offered', async () => {
    const linked = await milo.command('story', { subcommand: 'show', options: { story: removedPage } });
    expect(JSON.stringify(linked.message)).not.toMatch(removedPages);
    for (const typed of ['', 'bridge']) {
      const choices = await milo.autocomplete('story', {
        subcommand: 'show',
        focused: 'story',
        options: { story: typed },
      });
      expect(choices.length).toBeGreaterThan(0);
      expect(choices.filter(({ name }) => /The Harbour Times|Meridian Wire/.test(name))).toEqual([]);
    }
  });

  it('is left out of a briefing now', async () => {
    const { message } = await milo.command('briefing');
    expect(JSON.stringify(message)).not.toMatch(removedPages);
  });

  it('leaves nothing of a story that it told alone', async () => {
    for (const { id } of await sourcesOfGuild(tidings.db, GUILD_ID)) {
      await removeSourceFromGuild(tidings.db, GUILD_ID, id, { userId: 'ada', now: bot.now() });
    }
    const { message } = await milo.command('story', { subcommand: 'show', options: { story } });
    expect(message?.content).toMatch(/<\/search:\d+>/);
  });
});
