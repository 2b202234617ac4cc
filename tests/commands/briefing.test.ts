import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { GUILD_ID, NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { aQuery } from '../support/aQuery.ts';
import { controlsOf, optionsOf, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { milo, ada, playground } = bot;
const say = sayIn('en');

const briefing = async (topic?: string, actor = milo) =>
  (await actor.command('briefing', { options: topic === undefined ? {} : { topic } })).message!;

describe('/briefing', () => {
  it('shows six stories to the one who asks, although no channel gets any yet', async () => {
    const reply = await milo.command('briefing');
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.embeds).toHaveLength(7);
    expect(optionsOf(reply.message as never)).toHaveLength(6);
    expect(bot.messagesIn(NEWS_CHANNEL_ID)).toEqual([]);
  });

  it('speaks the asker’s language, and takes its sources first', async () => {
    const message = await briefing(undefined, playground.as({ locale: 'ja' }));
    expect(message.embeds[0]?.description).toContain(sayIn('ja')('topStories'));
    expect(message.embeds[1]?.title).toMatch(/[\u3040-\u30ff]/);
    expect(message.embeds[1]?.description).toMatch(/楓日報|みなと放送/);
  });

  it('is about the topics that were asked for', async () => {
    const message = await briefing('health, sport');
    expect(message.embeds[0]?.description).toContain('**Health and Sport**');
    const topics = message.embeds.slice(1).map(({ description }) => description?.split(' · ').at(-1));
    expect(topics.length).toBeGreaterThan(0);
    expect(new Set([...topics, 'Health', 'Sport']).size).toBeLessThanOrEqual(3);
  });

  it('can be about one of this server’s own topics', async () => {
    await addGuildTopic(
      bot.tidings.db,
      { guildId: GUILD_ID, name: 'Bridges', query: aQuery('"Averne Bridge"') },
      { userId: ada.userId, now: bot.now() },
    );
    const message = await briefing('bridges');
    expect(message.embeds[0]?.description).toContain('**Bridges**');
    expect(textOf(message as never)).toMatch(/[Bb]ridge/);
  });

  it('says what was looked for when there is nothing', async () => {
    await addGuildTopic(
      bot.tidings.db,
      { guildId: GUILD_ID, name: 'Quiet *corner*', query: aQuery('"xylophone tuning"') },
      { userId: ada.userId, now: bot.now() },
    );
    const message = await briefing('quiet *corner*');
    expect(message.content).toContain('**Quiet \\*corner\\***');
    expect(message.content).toMatch(/<\/topics list:\d+>/);
    expect(message.embeds).toEqual([]);
  });

  it('names a topic that there is not, with the nearest', async () => {
    const message = await briefing('helth');
    expect(message.content).toBe(say('errorTopic', { typed: 'helth', suggestion: 'Health', command: '' }));
  });

  it('offers topics as one types', async () => {
    const choices = await milo.autocomplete('briefing', { focused: 'topic', options: { topic: 'Health, spo' } });
    expect(choices).toEqual([{ name: 'Health, Sport', value: 'Health, Sport' }]);
  });
});

describe('under a briefing', () => {
  it('the select gives the one who chooses the full brief', async () => {
    const message = await briefing();
    const [, second] = optionsOf(message as never);
    const reply = await milo.select(message, controlsOf(message as never)[0]!, [second!.value]);
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.id).not.toBe(message.id);
    expect(reply.message?.embeds[0]?.title).toBe(second?.label.replace(/^2\. /, ''));
    expect(reply.message?.embeds[0]?.description).toMatch(/\\\[1\\\].*\*\*Sources\*\*/s);
  });

  it('the buttons give related stories, and the sources of all six', async () => {
    const message = await briefing();
    const [, related = '', sources = ''] = controlsOf(message as never);
    const relatives = await milo.press(message, related);
    expect(relatives.ephemeral).toBe(true);
    const shown = optionsOf(message as never).map(({ value }) => value);
    const offered = optionsOf(relatives.message as never).map(({ value }) => value);
    expect(offered.length).toBeGreaterThan(0);
    expect(offered.filter((value) => shown.includes(value))).toEqual([]);

    const { message: listed } = await milo.press(message, sources);
    for (const { label } of optionsOf(message as never)) {
      expect(listed?.embeds[0]?.description).toContain(label.replace(/^\d\. /, '').slice(0, 25));
    }
  });

  it('a story that is gone is said to be gone', async () => {
    const message = await briefing();
    const gone = optionsOf(message as never)[0]!.value;
    const { db } = bot.tidings;
    await db.deleteFrom('briefs').where('story_id', '=', Number(gone)).execute();
    await db.updateTable('articles').set({ story_id: null }).where('story_id', '=', Number(gone)).execute();
    const reply = await milo.select(message, controlsOf(message as never)[0]!, [gone]);
    expect(reply.message?.content).toContain('</search:');
    expect(reply.message?.embeds).toEqual([]);
  });
});
