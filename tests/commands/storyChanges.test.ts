import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { saveSubscription } from '../../src/store/subscriptions.ts';
import { controlsOf, optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';
import { aWish } from '../support/store.ts';

const page = (title: string, text: string) =>
  `<!doctype html><html lang="en"><title>${title}</title><meta name="description" content="${text}"><p>${text}</p>`;
const known = 'At least four dead as storm brings down part of English bridge';
const told =
  'Two spans of a road bridge over a harbour inlet on the north-east coast of England collapsed in an early-morning storm, killing at least four people, police said.';

const bot = await startTestBot((origin) => ({
  '/copy': page(known, told),
  '/short': `<link rel="canonical" href="${origin}/newsroom/harbour-times/bridge-collapse-harbour-1">${page('x', told)}`,
  '/book': page(
    'A book about the quietest game of all',
    'Its author has met Catalina Huenupe and Meera Devanathan in Rotterdam, and tells of their childhoods, their teachers and the long evenings before a game.',
  ),
  '/nothing': page('Quartet tunes xylophones', 'Nobody had ever heard such a thing on that island before then.'),
}));
const { ada, milo, playground, tidings } = bot;
const say = sayIn('en');

const show = async (story: string, actor = milo) =>
  (await actor.command('story', { subcommand: 'show', options: { story } })).message!;
const split = async (story: string, actor = ada) =>
  (await actor.command('story', { subcommand: 'split', options: { story } })).message!;
const merge = async (story: string, other: string, actor = ada) =>
  (await actor.command('story', { subcommand: 'merge', options: { story, other } })).message!;

/** The story with most articles, and another one. */
async function twoStories(): Promise<[number, number]> {
  const rows = await tidings.db
    .selectFrom('articles')
    .select((eb) => ['story_id', eb.fn.countAll<number>().as('count')])
    .where('story_id', 'is not', null)
    .where('copy_of', 'is', null)
    .groupBy('story_id')
    .orderBy('count', 'desc')
    .execute();
  return [rows[0]!.story_id!, rows[1]!.story_id!];
}

describe('/story show', () => {
  it('says where the story stands, and why it ranks and belongs together when asked', async () => {
    const [storyId] = await twoStories();
    const message = await show(`story:${storyId}`);
    expect(message.embeds[0]?.description).toMatch(/^-# .+ · began <t:\d+:R>\n/);
    const button = controlsOf(message as never).find((id) => id.startsWith('why'))!;
    const reply = await milo.press(message, button);
    const text = textOf(reply.message as never);
    for (const part of [say('whyRanks'), say('whyTogether'), say('whyUpdates'), '× ']) expect(text).toContain(part);
    expect(text).not.toContain(say('whyNothing'));
  });

  it('reads a page that nobody here has published, and places it', async () => {
    const message = await show(`${playground.origin}/web/copy`);
    expect(message.content).toBe(say('pagePlaced', { title: known }));
    expect(message.embeds[0]?.title).toMatch(/bridge/i);
    const canonical = await show(`${playground.origin}/web/short`);
    const article = await show(`${playground.origin}/newsroom/harbour-times/bridge-collapse-harbour-1`);
    expect([canonical.content, canonical.embeds[0]?.title]).toEqual(['', article.embeds[0]?.title]);
  });

  it('says when a page belongs to nothing here, or can’t be read', async () => {
    const nothing = await show(`${playground.origin}/web/nothing`);
    expect(nothing.content).toBe(say('pageAlone', { title: 'Quartet tunes xylophones' }));
    const missing = await show(`${playground.origin}/web/missing`);
    expect(missing.content).toBe(say('errorPage', { reason: say('feedMissing', { status: '404' }) }));
  });
});

it('/related shows what helps to understand a page', async () => {
  const reply = await milo.command('related', { options: { story: `${playground.origin}/web/book` } });
  expect(reply.message?.content).toBe(say('pageUnknown', { title: 'A book about the quietest game of all' }));
  expect(optionsOf(reply.message as never).length).toBeGreaterThan(0);
});

describe('/story split and merge', () => {
  it('are for those who manage the server', async () => {
    const [one, other] = await twoStories();
    expect((await split(`story:${one}`, milo)).content).toBe(say('errorManage'));
    expect((await merge(`story:${one}`, `story:${other}`, milo)).content).toBe(say('errorManage'));
  });

  it('take a story apart and put it together again; messages of before lead to what there is', async () => {
    const [storyId] = await twoStories();
    const question = await split(`story:${storyId}`);
    expect(question.content).toBe(say('splitChoose'));
    const options = optionsOf(question as never);
    const select = controlsOf(question as never)[0]!;
    const done = await ada.select(question, select, [options.at(-1)!.value]);
    const text = done.message?.content ?? '';
    expect(text).toMatch(/^Done\. 1 article is now a story of its own: \*\*/);
    const moved = await tidings.db
      .selectFrom('articles')
      .select('story_id')
      .where('id', '=', Number(options.at(-1)!.value))
      .executeTakeFirstOrThrow();
    expect(moved.story_id).not.toBe(storyId);
    const merged = await merge(`story:${storyId}`, `story:${moved.story_id}`);
    expect(merged.content).toMatch(/^Done\. Both are one story now: \*\*/);
    expect((await show(`story:${moved.story_id}`)).embeds[0]?.title).toBe(
      (await show(`story:${storyId}`)).embeds[0]?.title,
    );
    expect((await merge(`story:${storyId}`, `story:${moved.story_id}`)).content).toBe(say('errorMergeSame'));
  });

  it('wait for a second server where several get briefings', async () => {
    const [one, other] = await twoStories();
    for (const guildId of [GUILD_ID, '77']) {
      await saveSubscription(tidings.db, aWish({ guildId, channelId: guildId, nextDueAt: new Date(8e15) }), bot.now());
    }
    expect((await merge(`story:${one}`, `story:${other}`)).content).toBe(say('labelWaiting'));
    expect(await twoStories()).toEqual([one, other]);
  });

  it('say when there is nothing to take apart', async () => {
    const single = await tidings.db
      .selectFrom('articles')
      .select('story_id')
      .where('story_id', 'is not', null)
      .groupBy('story_id')
      .having((eb) => eb.fn.countAll(), '=', 1)
      .executeTakeFirstOrThrow();
    expect((await split(`story:${single.story_id}`)).content).toBe(say('errorSplitOne'));
    expect((await split('story:999999')).content).toMatch(/<\/search:\d+>/);
  });
});
