import { afterEach, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, playground } = bot;
const match = 'POST /interactions/:id/:token/callback';
const callbacks = () => playground.requests.filter(({ path }) => path.endsWith('/callback')).length;

afterEach(() => playground.faults.clear());

it.each(['help', 'related'])('/%s: a first word whose answer was lost is not said again: it stands', async (name) => {
  playground.faults.add({ kind: 'errorAfterWrite', status: 502, match, times: 1 });
  const before = callbacks();
  const options: Record<string, string> = name === 'related' ? { story: 'bridge' } : {};
  const { message } = await ada.command(name, { channelId: NEWS_CHANNEL_ID, options });
  expect(textOf(message as never).length).toBeGreaterThan(20);
  // discord.js repeats it by itself, once.
  await expect.poll(() => callbacks() - before).toBe(2);
  expect(bot.problems).toEqual([]);
});

it('a button’s, too', async () => {
  const { message } = await ada.command('subscribe', { channelId: NEWS_CHANNEL_ID, options: { topics: 'sport' } });
  playground.faults.add({ kind: 'errorAfterWrite', status: 502, match, times: 1 });
  const preview = /"custom_id":"(preview:[^"]+)"/.exec(JSON.stringify(message))?.[1] ?? '';
  const answer = await ada.press(message!, preview);
  expect(textOf(answer.message as never)).not.toContain(sayIn('en')('errorUnknown'));
  expect(answer.ephemeral).toBe(true);
  expect(bot.problems).toEqual([]);
});

it('one that came too late is not tried again, and says how late it was', async () => {
  playground.faults.add({ kind: 'error', status: 404, code: 10062, match });
  const before = callbacks();
  const asking = ada.command('help', { channelId: NEWS_CHANNEL_ID }).catch(() => null);
  await expect.poll(() => bot.problems.length).toBe(1);
  expect(bot.problems.splice(0)[0]).toMatch(/^An interaction was not answered: \/help: \d+: DiscordAPIError\[10062\]/);
  expect(callbacks() - before).toBe(1);
  void asking;
});
