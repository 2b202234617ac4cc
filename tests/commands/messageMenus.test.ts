import type { APIMessage } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { MILO_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { controlsOf, optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const page = (title: string, text: string) => `<!doctype html><html lang="en"><title>${title}</title><p>${text}</p>`;

const bot = await startTestBot(() => ({
  '/book': page(
    'A book about the quietest game of all',
    'Its author has met Catalina Huenupe and Meera Devanathan in Rotterdam, and tells of their childhoods, their teachers and the long evenings before a game.',
  ),
}));
const { milo, playground, tidings } = bot;
const say = sayIn('en');
const bridge = `${playground.origin}/newsroom/harbour-times/bridge-collapse-harbour-1`;
const book = `${playground.origin}/web/book`;
const missing = `${playground.origin}/web/missing`;

const related = async (message: APIMessage, actor = milo) =>
  (await actor.onMessage('Related stories', message)).message!;
const brief = async (message: APIMessage, actor = milo) => (await actor.onMessage('Brief this', message)).message!;

const post = async (body: object) =>
  (await tidings.bot.client.rest.post(`/channels/${NEWS_CHANNEL_ID}/messages`, { body })) as APIMessage;
const shownBy = async (story: string) =>
  (await milo.command('story', { subcommand: 'show', options: { story } })).message!;

describe('a message with a link', () => {
  it('is answered as /related and /story show answer the link, for the one who asked', async () => {
    const message = milo.write(`Have you seen [this](${bridge})?`);
    const found = (await milo.command('related', { options: { story: bridge } })).message!;
    const reply = await milo.onMessage('Related stories', message);
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.embeds).toEqual(found.embeds);
    expect((await brief(message)).embeds).toEqual((await shownBy(bridge)).embeds);
  });

  it('may be one that no source here published', async () => {
    expect((await related(milo.write(book))).content).toBe(
      say('pageUnknown', { title: 'A book about the quietest game of all' }),
    );
  });

  it('is about the first link that works; when none does, the answer says why the first does not', async () => {
    const message = milo.write(`${missing} http://127.0.0.1:9/page ${bridge} ${book}`);
    expect((await brief(message)).embeds[0]?.title).toMatch(/bridge/i);
    const reason = say('feedMissing', { status: '404' });
    expect((await brief(milo.write(`${missing} http://127.0.0.1:9/page`))).content).toBe(say('errorPage', { reason }));
  });

  it('may have it in what it shows of a page', async () => {
    const message = await post({ content: 'New:', embeds: [{ title: 'A bridge', url: bridge }] });
    expect((await brief(message)).embeds[0]?.title).toMatch(/bridge/i);
  });

  it('works in direct messages, and wherever somebody brings the app along', async () => {
    const dm = playground.world.openDm(MILO_ID).id;
    const traveller = playground.as({ userId: MILO_ID, installs: true, locale: 'de' });
    const group = playground.world.openPrivate(MILO_ID, '5', '6').id;
    for (const channelId of [dm, group]) {
      const message = traveller.write(bridge, { channelId });
      expect(textOf((await brief(message, traveller)) as never)).toContain(sayIn('de')('sourcesHeading'));
      expect((await related(message, traveller)).embeds[0]?.title).toMatch(/^Mehr zu „.*(?:puente|bridge|brücke)/i);
    }
  });
});

it('a message without a link is answered by what is needed, in the asker’s language', async () => {
  const message = milo.write('Did you hear about the bridge? https://discord.com/channels/1/2/3');
  expect((await related(message)).content).toBe(say('errorNoLink'));
  const german = playground.as({ locale: 'de' });
  expect((await brief(message, german)).content).toBe(sayIn('de')('errorNoLink'));
});

describe('a message of our own', () => {
  it('is about the stories of its buttons: all of a briefing, its first to be briefed', async () => {
    const { embeds, components } = (await milo.command('briefing')).message!;
    const briefing = await post({ embeds, components });
    const button = controlsOf(briefing as never).find((id) => id.startsWith('related'))!;
    const pressed = (await milo.press(briefing, button)).message!;
    expect((await related(briefing)).embeds).toEqual(pressed.embeds);
    const [first] = optionsOf(briefing as never, 'brief');
    expect((await brief(briefing)).embeds).toEqual((await shownBy(`story:${first?.value}`)).embeds);
  });

  it('is about its links where it has no such button', async () => {
    expect((await brief(await post({ content: bridge }))).embeds[0]?.title).toMatch(/bridge/i);
  });
});
