import { expect, it } from 'vitest';
import { languageOfLocale, sayIn } from '../../src/discord/languages/index.ts';
import {
  GERMAN_CHANNEL_ID,
  JAPANESE_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { suspendSubscriptions } from '../../src/store/subscriptions.ts';
import { textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

it('says how to begin while no channel gets anything', async () => {
  const reply = await milo.command('subscriptions');
  expect(reply.message?.content).toMatch(/<\/subscribe:\d+>/);
  expect(reply.ephemeral).toBe(true);
});

it('lists what the server gets and when next, to anybody, in their language', async () => {
  await bot.subscribe(NEWS_CHANNEL_ID, { weekdays: [1, 3], times: ['07:00', '18:00'], timeZone: 'Asia/Tokyo' });
  await bot.subscribe(JAPANESE_CHANNEL_ID, { everyMinutes: 180, times: [], language: 'ja', topics: ['weather'] });
  await bot.subscribe(GERMAN_CHANNEL_ID, { weekdays: [6, 7], language: 'de' });
  await bot.subscribe(WORLD_CHANNEL_ID, { everyMinutes: 60, times: [] });
  await bot.subscribe('1290000000000000999', { guildId: '1290000000000000998' });
  const { message } = await milo.command('subscriptions');
  const lines = message?.embeds[0]?.description?.split('\n') ?? [];
  expect(lines).toHaveLength(4);
  const line = (channelId: string) => lines.find((candidate) => candidate.includes(`<#${channelId}>`));
  expect(line(NEWS_CHANNEL_ID)).toMatch(/Monday and Wednesday .*07:00 and 18:00.*Tokyo.*English.*<t:1795413600:R>/);
  expect(line(JAPANESE_CHANNEL_ID)).toContain(say('whenInterval', { interval: 'every 3 hours' }));
  expect(line(JAPANESE_CHANNEL_ID)).toContain('**Weather**');
  expect(line(JAPANESE_CHANNEL_ID)).toContain('Japanese');
  expect(line(GERMAN_CHANNEL_ID)).toContain(say('weekend'));
  expect(line(WORLD_CHANNEL_ID)).toContain(say('whenInterval', { interval: 'every hour' }));

  const inGerman = await playground.as({ locale: 'de' }).command('subscriptions');
  expect(textOf(inGerman.message as never)).toContain('**Wetter**');
});

it.each([
  ['no channel', 'pausedNoChannel'],
  ['no access', 'pausedNoAccess'],
] as const)('says why a channel is paused: %s, in the asker’s language', async (suspension, key) => {
  await suspendSubscriptions(db, NEWS_CHANNEL_ID, suspension);
  for (const locale of ['en-US', 'ja'] as const) {
    const inLanguage = sayIn(languageOfLocale(locale));
    const { message } = await playground.as({ locale }).command('subscriptions');
    const [, command] = /(<\/subscribe:\d+>)/.exec(message?.embeds[0]?.description ?? '') ?? [];
    expect(message?.embeds[0]?.description).toContain(
      inLanguage('subscriptionSuspended', {
        channel: `<#${NEWS_CHANNEL_ID}>`,
        topics: inLanguage('topStories'),
        reason: inLanguage(key, { command: command ?? '' }),
      }),
    );
  }
});

it('stays within one message, however many there are', async () => {
  for (let index = 0; index < 60; index++) await bot.subscribe(String(1_300_000_000_000_000_000n + BigInt(index)));
  const { message } = await milo.command('subscriptions');
  expect(message?.embeds[0]?.description).toMatch(/… \+\d+$/);
});
