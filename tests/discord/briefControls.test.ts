import type { APIMessage } from 'discord.js';
import { expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { findBrief, saveBrief } from '../../src/store/briefs.ts';
import { buttonsOf, controlsOf, optionsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';
import { aBrief, aBriefSource, aSentence } from '../support/stories.ts';

const bot = await startTestBot();
const { milo, tidings } = bot;
const say = sayIn('en');

const sentenceAt = (index: number) => `Sentence ${index} ${'says what happened on the quay '.repeat(6)}that day.`;

/** Keeps a brief of so many sentences for a story that there is. @returns the story's id */
async function keepLongBrief(count: number): Promise<number> {
  const { id, version } = await tidings.db.selectFrom('stories').selectAll().executeTakeFirstOrThrow();
  const sentences = Array.from({ length: count }, (_, index) => aSentence({ text: sentenceAt(index) }));
  const sections = [{ kind: 'happened' as const, sentences }];
  await saveBrief(tidings.db, aBrief({ storyId: id, storyVersion: version, sections }), bot.now());
  return id;
}

async function opened(storyId: number): Promise<APIMessage> {
  const reply = await milo.command('story', { subcommand: 'show', options: { story: `story:${storyId}` } });
  return reply.message!;
}

const textIn = ({ embeds }: APIMessage) => embeds[0]?.description ?? '';
const turner = (message: APIMessage, key: 'next' | 'previous') =>
  buttonsOf(message as never).find(({ label }) => label === say(key))!.custom_id;
const receiptsIn = (message: APIMessage) => controlsOf(message as never).find((id) => id.startsWith('receipts'))!;

it('pages turn in place, forth and back', async () => {
  const first = structuredClone(await opened(await keepLongBrief(40)));
  const second = (await milo.press(first, turner(first, 'next'))).message!;
  expect(second.id).toBe(first.id);
  expect(textIn(second)).not.toBe(textIn(first));
  const before = (await milo.press(second, turner(second, 'previous'))).message!;
  expect([before.id, textIn(before)]).toEqual([first.id, textIn(first)]);
});

it('a page that everybody sees stays; the one who pressed gets the next', async () => {
  const { embeds, components } = await opened(await keepLongBrief(40));
  const body = { embeds, components } as { embeds: object[]; components: object[] };
  const posted = (await tidings.bot.client.rest.post(`/channels/${NEWS_CHANNEL_ID}/messages`, { body })) as APIMessage;
  const reply = await milo.press(posted, turner(posted, 'next'));
  expect([reply.ephemeral, reply.message?.id === posted.id]).toEqual([true, false]);
  expect(textIn(reply.message!)).not.toBe(textIn(posted));
  expect(textIn(bot.messagesIn(NEWS_CHANNEL_ID).at(-1)!)).toBe(textIn(posted));
});

it('a sentence is answered from the brief as it stands now; one that is gone is said to be', async () => {
  const storyId = await keepLongBrief(4);
  const message = await opened(storyId);
  const choices = optionsOf(message as never, 'receipts');
  const kept = choices.find(({ label }) => label.startsWith('Sentence 1 '))!;
  const dropped = choices.find(({ label }) => label.startsWith('Sentence 3 '))!;
  await keepLongBrief(2);
  const answer = await milo.select(message, receiptsIn(message), [kept.value]);
  expect(answer.ephemeral).toBe(true);
  expect(textIn(answer.message!)).toContain(`> ${sentenceAt(1)}\n\\[1\\] [The Harbour Times]`);
  const none = await milo.select(message, receiptsIn(message), [dropped.value]);
  expect(none.message?.content).toBe(say('receiptGone'));
});

it('what is kept of a brief comes back as it was, times too', async () => {
  const { id, version } = await tidings.db.selectFrom('stories').selectAll().executeTakeFirstOrThrow();
  const at = new Date('2026-11-23T04:30:00Z');
  const sides = [
    { figure: '5', sentence: aSentence(), at },
    { figure: '7', sentence: aSentence({ sources: [2] }), at },
  ];
  const brief = aBrief({
    storyId: id,
    storyVersion: version,
    disagreements: [{ kind: 'figure', sides }],
    timeline: [{ date: '2026-11-23', sentence: aSentence() }],
    sources: [aBriefSource(), aBriefSource({ number: 2 })],
  });
  await saveBrief(tidings.db, brief, bot.now());
  expect(await findBrief(tidings.db, id, 'en')).toEqual(brief);
});
