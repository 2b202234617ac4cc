import type { APIMessage } from 'discord.js';
import { expect, it } from 'vitest';
import { sayIn } from '../src/discord/languages/index.ts';
import { NEWS_CHANNEL_ID } from '../src/playground/world/defaultWorld.ts';
import { buttonsOf, controlsOf, optionsOf, textOf } from './support/messageChecks.ts';
import { startTestBot } from './support/startTestBot.ts';

const bot = await startTestBot();
const { milo, newsroom, tidings } = bot;
const say = sayIn('en');

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '');

/** A brief's pages as they were, by pressing *Next* until that leads nowhere. */
async function pagesOf(first: APIMessage): Promise<APIMessage[]> {
  const pages = [first];
  for (let page = first; ; pages.push(page)) {
    const next = buttonsOf(page as never).find(({ label }) => label === say('next'));
    if (!next || next.disabled) return pages;
    page = structuredClone((await milo.press(page, next.custom_id)).message!);
  }
}

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
  const reply = await milo.select(briefing!, controlsOf(briefing as never)[0]!, [second!.value]);
  expect(reply.ephemeral).toBe(true);
  const pages = await pagesOf(reply.message!);
  expect(pages[0]?.embeds[0]?.title).toBe(briefing?.embeds[2]?.title?.replace('2. ', ''));
  const text = pages.map(({ embeds }) => embeds[0]?.description ?? '').join('\n\n');
  const [body = '', ...sources] = text.split(`**${say('sourcesHeading')}**`);
  const cited = [...body.matchAll(/\\\[(\d+)\\\]/g)].map(([, number]) => number);
  const listed = [...sources.join('').matchAll(/`(\d+)` \[/g)].map(([, number]) => number);
  expect(cited.length).toBeGreaterThan(1);
  expect(listed).toEqual(expect.arrayContaining([...new Set(cited)]));
  for (const { embeds } of pages) expect(embeds.at(-1)?.footer?.text).toMatch(/\d/);
  const sentences = body.split('\n').filter((line) => line.startsWith('- ') && !line.startsWith('- **'));
  expect(sentences.length).toBeGreaterThan(0);
  for (const sentence of sentences) expect(sentence).toMatch(/\\\[\d+\\\]$/);
});

it('every sentence of a full brief can be asked where it comes from, and stands there', async () => {
  const [briefing] = bot.messagesIn(NEWS_CHANNEL_ID);
  const texts = newsroom.publishers
    .flatMap(({ key }) => newsroom.articlesOf(key))
    .map(({ title, summary, body }) => letters([title, summary, ...body].join('\n')));
  let asked = 0;
  for (const { value } of optionsOf(briefing as never)) {
    const { message } = await milo.select(briefing!, controlsOf(briefing as never)[0]!, [value]);
    for (const page of await pagesOf(message!)) {
      const control = controlsOf(page as never).find((id) => id.startsWith('receipts')) ?? '';
      for (const { label, value: key } of optionsOf(page as never, 'receipts').slice(0, 4)) {
        const answer = await milo.select(page, control, [key]);
        expect(answer.ephemeral).toBe(true);
        const said = answer.message?.embeds[0]?.description ?? '';
        expect(said, label).toMatch(/\\\[\d+\\\] \[.*\]\(http:.*\).* · <t:\d+:f> · \p{L}+/u);
        for (const [, quoted = ''] of said.matchAll(/^> (.+)$/gm)) {
          expect(
            texts.some((text) => text.includes(letters(quoted))),
            quoted,
          ).toBe(true);
          asked += 1;
        }
      }
    }
  }
  expect(asked).toBeGreaterThan(10);
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
