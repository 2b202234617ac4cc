import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { GUILD_ID, NEWS_CHANNEL_ID } from '../../../src/playground/world/defaultWorld.ts';
import { sourcesOfGuild } from '../../../src/store/sources.ts';
import { touchStory } from '../../../src/store/stories.ts';
import { wishLive } from '../../support/liveWishes.ts';
import { startTestBot, type TestBot } from '../../support/startTestBot.ts';
import { addToStory } from '../../support/store.ts';
import { chromiumPath } from './support/chromium.ts';
import { nameless, tooWide, useBrowser, visit } from './support/visit.ts';

const bridge = {
  title: 'Averne Bridge collapses into the inlet',
  summary: 'The Averne Bridge collapsed into the inlet this morning, the coast guard of Port Averne said.',
};
const killed = {
  title: '16 dead in Averne Bridge collapse',
  summary: '16 people were killed when the Averne Bridge collapsed, the coast guard of Port Averne said.',
};

describe.skipIf(!chromiumPath)('a live card on the page', () => {
  useBrowser();
  let bot: TestBot;
  let storyId: number | undefined;

  /** So many publishers of the newsroom report, from one of them on; then everything runs. */
  async function report(from: number, count: number, article: typeof bridge): Promise<void> {
    const { db } = bot.tidings;
    const sources = await sourcesOfGuild(db, GUILD_ID);
    for (const source of sources.slice(from, from + count)) {
      const url = `https://${source.key}.example/${encodeURIComponent(article.title)}`;
      const wish = { ...article, url, publishedAt: bot.now(), ...(storyId && { storyId }) };
      ({ storyId } = await addToStory(db, source, wish));
      await touchStory(db, storyId, bot.now());
    }
    await bot.tidings.round();
  }

  beforeAll(async () => {
    bot = await startTestBot();
    const { id: roleId } = bot.playground.world.guilds.addRole(GUILD_ID, { name: 'Alerts', mentionable: true });
    const wish = { kind: 'breaking', channelId: NEWS_CHANNEL_ID, guildId: GUILD_ID, minOrigins: 3, roleId } as const;
    await wishLive(bot.tidings.db, { ...wish, quiet: null, mentionsPerDay: 3 }, bot.now());
  }, 60_000);
  afterAll(() => bot.close());

  it('comes once with its mention, grows in place, and large turns follow it', async () => {
    const { page } = await visit(bot.playground.origin);
    bot.advance(60_000);
    await report(0, 3, bridge);
    const card = page.locator('.message').filter({ hasText: 'Breaking' });
    await card.getByText('3 independent sources').first().waitFor();
    expect(await card.locator('.embed-title').textContent()).toBe(bridge.title);
    expect(await card.textContent()).toContain('@Alerts');
    bot.advance(2 * 60_000);
    await report(3, 3, bridge);
    await card.getByText('+3 outlets, now 6 independent sources').waitFor();
    expect(await page.locator('.message').count()).toBe(1);
    bot.advance(40 * 60_000);
    await report(6, 2, killed);
    const turn = page.locator('.message').filter({ hasText: 'What is new' });
    await turn.getByText(killed.title).waitFor();
    await turn.getByRole('button', { name: 'In reply to Tidings' }).waitFor();
    await card.getByText('+5 outlets, now 8 independent sources').first().waitFor();
    expect(await page.locator('.message').count()).toBe(2);
    expect(await nameless(page)).toEqual([]);
  });

  it('opens the full brief for the one who presses', async () => {
    const { page } = await visit(bot.playground.origin);
    await page.getByRole('button', { name: 'Full brief' }).first().click();
    const answer = page.locator('.message.ephemeral');
    await answer.getByText('What happened').or(answer.getByText('Sources')).first().waitFor();
    expect(await answer.textContent()).toContain('Only you can see this');
  });

  it('fits a phone', async () => {
    const { page } = await visit(bot.playground.origin, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.locator('.embed').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
  });
});
