import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ADA_ID, MILO_ID } from '../../../src/playground/world/defaultWorld.ts';
import { findFollows } from '../../../src/store/follows.ts';
import { findPerson } from '../../../src/store/people.ts';
import { startTestBot, type TestBot } from '../../support/startTestBot.ts';
import { chromiumPath } from './support/chromium.ts';
import { nameless, tooWide, useBrowser, visit } from './support/visit.ts';

describe.skipIf(!chromiumPath)('following at the page', () => {
  useBrowser();
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
  }, 60_000);
  afterAll(() => bot.close());

  /** Lets the newsroom publish until somebody has another direct message. */
  async function untilTold(userId: string): Promise<void> {
    const directMessages = () => bot.messagesIn(bot.playground.world.openDm(userId).id).length;
    const before = directMessages();
    for (let steps = 0; steps < 60 && directMessages() === before; steps++) {
      bot.newsroom.publishNext(bot.now());
      bot.advance(6 * 60_000);
      await bot.tidings.round();
    }
    expect(directMessages(), 'nothing was told').toBeGreaterThan(before);
  }

  const answers = (page: Page, command: string) => page.locator('.message.ephemeral').filter({ hasText: command });

  it('follows a story and a search, is told of them in direct messages, and stops', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    const field = page.getByRole('combobox', { name: 'Message #news' });
    await field.focus();
    await keys('/follow story', 'Enter', 'oshra ');
    await page.getByRole('option', { name: /Oshra/ }).first().waitFor();
    expect(await nameless(page)).toEqual([]);
    await keys('Enter', 'Enter');
    const followed = answers(page, '/follow story').getByText(/^You follow .* you get a direct message/);
    const headline = (await followed.locator('strong').textContent())!;
    await field.focus();
    await keys('/follow search', 'Enter', 'lang:en OR lang:de', 'Enter');
    await answers(page, '/follow search')
      .getByText(/would have brought \d+ stories, such as “/)
      .waitFor();
    expect(await tooWide(page)).toEqual([]);

    await untilTold(ADA_ID);
    await page.getByRole('button', { name: 'Direct messages, unread' }).click();
    await page.getByRole('heading', { name: '@Tidings', exact: true }).waitFor();
    await page.getByRole('button', { name: 'Direct messages', exact: true }).waitFor();
    await page.getByText('Because you follow lang:en OR lang:de').first().waitFor();
    expect(await nameless(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: 'Stop: lang:en OR lang:de' }).first().click();
    await page.getByText('You no longer follow lang:en OR lang:de').waitFor();
    await page.getByRole('button', { name: 'What you follow' }).last().click();
    const list = answers(page, `You follow• ${headline}`);
    await list.getByRole('combobox', { name: 'Stop following' }).click();
    await page.getByRole('option', { name: headline }).click();
    await page.getByText(`You no longer follow ${headline}`).waitFor();
    expect(await findFollows(bot.tidings.db, ADA_ID)).toEqual([]);
  });

  it('mutes a word there, is told what is kept, and has it deleted', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await page.getByRole('button', { name: 'Direct messages' }).click();
    const field = page.getByRole('combobox', { name: 'Message @Tidings' });
    await field.focus();
    await keys('/follow topic', 'Enter', 'politics', 'Enter', 'Enter');
    await answers(page, '/follow topic').getByText('You follow Politics').waitFor();
    await field.focus();
    await keys('/mute word', 'Enter', 'ferry', 'Enter');
    await answers(page, '/mute word').getByText('Muted for you: “ferry”').waitFor();
    await field.focus();
    await keys('/privacy ', 'Enter');
    const answer = answers(page, '/privacy');
    await answer.getByText('follows and briefings of your own 1 · mutes 1').waitFor();
    expect(await nameless(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await answer.getByRole('button', { name: '/following' }).click();
    await keys('Enter');
    const list = answers(page, 'Ada used /following');
    await list.getByText('You follow• Politics').waitFor();
    await list.getByRole('combobox', { name: 'Unmute' }).click();
    await page.getByRole('option', { name: '“ferry”' }).click();
    await page.getByText('No longer muted: “ferry”.').waitFor();
    await answer.getByRole('button', { name: 'Delete what is kept about me' }).click();
    await answer.getByRole('button', { name: 'Yes, delete it all' }).click();
    await answer.getByText('Done').waitFor();
    expect(await findPerson(bot.tidings.db, ADA_ID)).toBeNull();
    await field.focus();
    await keys('/privacy ', 'Enter');
    await answer.getByText('Your id is kept nowhere.').waitFor();
  });

  it('fits a phone', async () => {
    const { page, keys } = await visit(bot.playground.origin, {
      viewport: { width: 390, height: 844 },
      hasTouch: true,
    });
    await page.getByRole('button', { name: 'Show channels' }).tap();
    await page.getByRole('combobox', { name: 'Who I am' }).selectOption({ label: 'Milo · member' });
    await page.getByRole('button', { name: /^news/ }).tap();
    await page.getByRole('combobox', { name: 'Message #news' }).focus();
    await keys('/follow search', 'Enter', 'lang:en OR lang:de OR lang:ja OR lang:es OR lang:fr');
    await page.getByRole('button', { name: 'Send' }).tap();
    await answers(page, '/follow search').getByRole('button', { name: 'Undo' }).waitFor();
    await untilTold(MILO_ID);
    await page.getByRole('button', { name: 'Show channels, unread' }).tap();
    await page.getByRole('button', { name: 'Direct messages, unread' }).tap();
    await page.getByText('Because you follow').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: 'What you follow' }).last().tap();
    await answers(page, 'What you follow').waitFor();
    await page.getByRole('combobox', { name: 'Message @Tidings' }).focus();
    await keys('/privacy ', 'Enter');
    await answers(page, '/privacy').getByRole('button', { name: 'Delete what is kept about me' }).tap();
    await answers(page, '/privacy').getByRole('button', { name: 'Yes, delete it all' }).waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(await nameless(page)).toEqual([]);
  });
});
