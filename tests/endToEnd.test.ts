import { expect, it } from 'vitest';
import { sayIn } from '../src/discord/languages/index.ts';
import { NEWS_CHANNEL_ID } from '../src/playground/world/defaultWorld.ts';
import { controlsOf, optionsOf, textOf } from './support/messageChecks.ts';
import { startTestBot } from './support/startTestBot.ts';

const bot = await startTestBot();
const { milo, newsroom, tidings } = bot;
const say = sayIn('en');

it('news goes the whole way: feed bytes, stories, a briefing in a channel, a chosen full brief', async () => {
  await bot.subscribe(NEWS_CHANNEL_ID, { everyMinutes: 60, times: [] });
  await tidings.round();

  const [briefing, ...more] = bot.messagesIn(NEWS_CHANNEL_ID);
  expect(more).toEqual([]);
  expect(briefing?.embeds[0]?.title).toMatch(/Monday.*23/);
  expect(briefing?.embeds).toHaveLength(7);
  const published = new Set(
    newsroom.publishers.flatMap(({ key }) => newsroom.articlesOf(key)).map(({ title }) => title),
  );
  for (const { title = '', url, description } of briefing?.embeds.slice(1) ?? []) {
    expect(published).toContain(title.replace(/^\d\. /, '').replaceAll('\\', ''));
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/newsroom\//);
    expect(description).toMatch(/\\\[\d+\\\].*\n-# .* · <t:\d+:R>/s);
  }
  expect(briefing?.embeds.at(-1)?.footer?.text).toBe(say('noticeExtractive'));

  const [, second] = optionsOf(briefing as never);
  const reply = await milo.select(briefing!, 'brief', [second!.value]);
  expect(reply.ephemeral).toBe(true);
  const [main, related] = reply.message?.embeds ?? [];
  expect(main?.title).toBe(briefing?.embeds[2]?.title?.replace('2. ', ''));
  const [body = '', sources = ''] = main?.description?.split(`**${say('sourcesHeading')}**`) ?? [];
  const cited = [...body.matchAll(/\\\[(\d+)\\\]/g)].map(([, number]) => number);
  const listed = [...sources.matchAll(/`(\d+)` \[/g)].map(([, number]) => number);
  expect(cited.length).toBeGreaterThan(1);
  expect(listed).toEqual(expect.arrayContaining([...new Set(cited)]));
  expect(related?.footer?.text).toMatch(/\d/);
  expect(related?.title).toBe(say('relatedHeading'));
  for (const sentence of body.split('\n').filter((line) => line.startsWith('- '))) {
    expect(sentence).toMatch(/\\\[\d+\\\]$/);
  }
});

it('every sentence of a full brief stands in an article that it names', async () => {
  const [briefing] = bot.messagesIn(NEWS_CHANNEL_ID);
  const texts = newsroom.publishers
    .flatMap(({ key }) => newsroom.articlesOf(key))
    .map(({ summary, body }) => [summary, ...body].join('\n'));
  const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');
  for (const { value } of optionsOf(briefing as never)) {
    const { message } = await milo.select(briefing!, 'brief', [value]);
    const body = message?.embeds[0]?.description?.split(`**${say('sourcesHeading')}**`)[0] ?? '';
    const points = body.split('\n').filter((line) => line.startsWith('- '));
    expect(points.length).toBeGreaterThan(0);
    for (const point of points) {
      const sentence = letters(
        point
          .replace(/(?:\\\[\d+\\\])+$/, '')
          .replace(/ \([\p{L} ]+\) $/u, '')
          .replaceAll('…', ''),
      );
      expect(
        texts.some((text) => letters(text).includes(sentence)),
        point,
      ).toBe(true);
    }
  }
});

it('a later briefing holds what is new, and says so of a story that went on', async () => {
  const titlesOf = (index: number) =>
    bot
      .messagesIn(NEWS_CHANNEL_ID)
      [index]?.embeds.slice(1)
      .map(({ title = '' }) => title.replace(/^\d\. /, '')) ?? [];
  for (let index = 0; index < 12; index++) {
    bot.advance(5 * 60_000);
    newsroom.publishNext(bot.now());
    await tidings.round();
  }
  expect(bot.messagesIn(NEWS_CHANNEL_ID)).toHaveLength(2);
  const [first, second] = [titlesOf(0), titlesOf(1)];
  expect(second.length).toBeGreaterThan(0);
  const repeated = second.filter((title) => first.includes(title));
  for (const title of repeated) {
    const embed = bot.messagesIn(NEWS_CHANNEL_ID)[1]?.embeds.find((each) => each.title?.endsWith(title));
    expect(embed?.description).toMatch(/^\*\*.*<t:\d+:R>.*\*\*\n/);
  }
});

it('what was asked of an old briefing is still answered', async () => {
  const [briefing] = bot.messagesIn(NEWS_CHANNEL_ID);
  const [, related = '', sources = ''] = controlsOf(briefing as never);
  expect(textOf((await milo.press(briefing!, related)).message as never)).toContain('\n-# ');
  expect(textOf((await milo.press(briefing!, sources)).message as never)).toContain('`1` [');
});
