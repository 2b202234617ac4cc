import type { APIMessage } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { complaints } from '../../src/news/feedback.ts';
import type { Actor } from '../../src/playground/startPlayground.ts';
import { GUILD_ID, MILO_ID } from '../../src/playground/world/defaultWorld.ts';
import { saveBrief } from '../../src/store/briefs.ts';
import { controlsOf, optionsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';
import { rowsOf } from '../support/store.ts';
import { aBrief, aBriefSource, aSentence } from '../support/stories.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

/** The stories with the most own reporting first. */
const stories = await db
  .selectFrom('articles')
  .select((eb) => ['story_id', eb.fn.countAll<number>().as('count')])
  .where('story_id', 'is not', null)
  .where('copy_of', 'is', null)
  .groupBy('story_id')
  .orderBy('count', 'desc')
  .execute();
const [largest, second] = stories.map(({ story_id }) => story_id as number) as [number, number];
const single = stories.find(({ count }) => count === 1)!.story_id!;

const open = async (storyId: number, actor: Actor) =>
  (await actor.command('story', { subcommand: 'show', options: { story: `story:${storyId}` } })).message!;
const controlIn = (message: APIMessage, action: string) =>
  controlsOf(message as never).find((id) => id.startsWith(action))!;

async function complain(storyId: number, complaint: (typeof complaints)[number], actor: Actor) {
  const brief = await open(storyId, actor);
  const { message: question, ephemeral } = await actor.press(brief, controlIn(brief, 'wrong'));
  expect([ephemeral, question!.id === brief.id]).toEqual([true, false]);
  const asked = structuredClone(question!);
  const value = String(complaints.indexOf(complaint));
  const answer = (await actor.select(question!, controlIn(question!, 'complain'), [value])).message!;
  expect(answer.id).toBe(asked.id);
  return { asked, answer };
}

const kept = async () =>
  (await rowsOf(db, 'feedback')).map(({ story_id, user_id, guild_id, verdict }) => [
    story_id,
    user_id,
    guild_id,
    verdict,
  ]);

describe('below a full brief', () => {
  it('its reader may say that it was useful, and is thanked alone', async () => {
    const brief = await open(largest, milo);
    const reply = await milo.press(brief, controlIn(brief, 'useful'));
    expect([reply.ephemeral, reply.message?.content]).toEqual([true, say('feedbackThanks')]);
    expect(await kept()).toEqual([[largest, MILO_ID, GUILD_ID, 'useful']]);
  });

  it('or what is wrong; the last word counts', async () => {
    const { asked, answer } = await complain(largest, 'wrong fact', milo);
    expect(optionsOf(asked as never).map(({ label }) => label)).toEqual([
      say('feedbackFact'),
      say('feedbackMixedUp'),
      say('feedbackOld'),
      say('feedbackUnwanted'),
    ]);
    expect([answer.content, answer.components]).toEqual([say('feedbackNoted'), []]);
    expect(await kept()).toEqual([[largest, MILO_ID, GUILD_ID, 'wrong fact']]);
  });

  it('is counted for the sources that the brief cites', async () => {
    const { version } = await db
      .selectFrom('stories')
      .select('version')
      .where('id', '=', largest)
      .executeTakeFirstOrThrow();
    const articles = await db
      .selectFrom('articles')
      .select(['id', 'source_id'])
      .where('story_id', '=', largest)
      .groupBy('source_id')
      .limit(3)
      .execute();
    expect(articles).toHaveLength(3);
    const brief = aBrief({
      storyId: largest,
      storyVersion: version,
      sections: [{ kind: 'happened', sentences: [aSentence({ sources: [1] })] }],
      quotations: [{ text: 'We wait.', speaker: 'The harbour master', language: 'en', source: 3 }],
      sources: articles.map(({ id }, index) => aBriefSource({ number: index + 1, articleId: id })),
    });
    await saveBrief(db, brief, bot.now());
    await complain(largest, 'old news', milo);
    const cited = (await rowsOf(db, 'feedback_sources')).map(({ source_id }) => source_id);
    expect(cited.sort()).toEqual([articles[0]!.source_id, articles[2]!.source_id].sort());
  });

  it('is kept of direct messages too, in the reader’s language', async () => {
    const traveller = playground.as({ userId: MILO_ID, installs: true, locale: 'de' });
    const channelId = playground.world.openDm(MILO_ID).id;
    const { url } = await db
      .selectFrom('articles')
      .select('url')
      .where('story_id', '=', second)
      .executeTakeFirstOrThrow();
    const written = traveller.write(url, { channelId });
    const brief = (await traveller.onMessage('Brief this', written)).message!;
    const reply = await traveller.press(brief, controlIn(brief, 'useful'));
    expect(reply.message?.content).toBe(sayIn('de')('feedbackThanks'));
    expect(await kept()).toContainEqual([second, MILO_ID, null, 'useful']);
  });
});

describe('stories that are mixed up', () => {
  it('can be parted at once by those who manage the server', async () => {
    const { answer } = await complain(largest, 'mixed up', ada);
    expect(answer.content).toBe(`${say('feedbackNoted')}\n${say('splitChoose')}`);
    const [option] = optionsOf(answer as never, 'split');
    const done = await ada.select(answer, controlIn(answer, 'split'), [option!.value]);
    expect(done.message?.content).toMatch(/^Done\. 1 article is now a story of its own/);
    const rows = await db.selectFrom('articles').select('story_id').where('id', '=', Number(option!.value)).execute();
    expect(rows).not.toContainEqual({ story_id: largest });
  });

  it('are only noted for others, and where there is one report', async () => {
    for (const { answer } of [await complain(second, 'mixed up', milo), await complain(single, 'mixed up', ada)]) {
      expect([answer.content, answer.components]).toEqual([say('feedbackNoted'), []]);
    }
  });
});
