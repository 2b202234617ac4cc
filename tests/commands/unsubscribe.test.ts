import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { GUILD_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { findSubscriptions } from '../../src/store/subscriptions.ts';
import { aQuery } from '../support/aQuery.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

const end = async (briefing: string) => (await ada.command('unsubscribe', { options: { briefing } })).message?.content;
const offered = (typed: string) =>
  ada.autocomplete('unsubscribe', { focused: 'briefing', options: { briefing: typed } });
const kept = async () => (await findSubscriptions(db, GUILD_ID)).map(({ id }) => id);

let news = 0;
let world = 0;

beforeEach(async () => {
  await db.deleteFrom('subscriptions').execute();
  news = await bot.subscribe(NEWS_CHANNEL_ID, { topics: ['sport'] });
  world = await bot.subscribe(WORLD_CHANNEL_ID);
});

describe('/unsubscribe', () => {
  it('offers the server’s briefings in words, and ends the one that is chosen', async () => {
    const choices = await offered('');
    expect(choices.map(({ name }) => name)).toEqual([
      expect.stringMatching(/^#news.*Sport.*07:00/),
      expect.stringMatching(/^#world.*Top stories.*07:00/),
    ]);
    expect(await end(String(choices[0]?.value))).toBe(
      say('unsubscribed', { channel: `<#${NEWS_CHANNEL_ID}>`, topics: 'Sport' }),
    );
    expect(await kept()).toEqual([world]);
  });

  it('finds them by a part of their words', async () => {
    expect((await offered('SPORT')).map(({ value }) => value)).toEqual([String(news)]);
  });

  it('shows names as they are', async () => {
    const topic = await addGuildTopic(
      db,
      { guildId: GUILD_ID, name: 'C++ & C#', query: aQuery('compiler') },
      { userId: ada.userId, now: bot.now() },
    );
    await bot.subscribe(NEWS_CHANNEL_ID, { topics: [`own:${topic?.id}`] });
    expect((await offered('C++')).map(({ name }) => name)).toEqual([expect.stringContaining('C++ & C#')]);
  });

  it('takes words that fit one briefing only, and ends nothing on a guess', async () => {
    expect(await end('0')).toBe(say('errorSubscription', { typed: '0' }));
    expect(await kept()).toEqual([news, world]);
    expect(await end('#world')).toContain(`<#${WORLD_CHANNEL_ID}>`);
    expect(await kept()).toEqual([news]);
  });

  it('names what it does not know', async () => {
    expect(await end('the *weekly*')).toBe(say('errorSubscription', { typed: 'the \\*weekly\\*' }));
    expect(await end('999')).toBe(say('errorSubscription', { typed: '999' }));
  });

  it('ends no briefing of another server', async () => {
    const elsewhere = await bot.subscribe('1290000000000000999', { guildId: '1290000000000000998' });
    expect(await end(String(elsewhere))).toBe(say('errorSubscription', { typed: String(elsewhere) }));
    expect(await findSubscriptions(db, '1290000000000000998')).toHaveLength(1);
  });

  it('is for those who manage the server', async () => {
    const typed = milo.command('unsubscribe', { options: { briefing: String(news) } });
    await expect(typed).rejects.toThrow('Milo may not use /unsubscribe: it needs Manage Guild');
  });
});
