import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startTestBot, type TestBot } from '../../support/startTestBot.ts';
import { chromiumPath } from './support/chromium.ts';
import { nameless, tooWide, useBrowser, visit } from './support/visit.ts';

if (!chromiumPath)
  console.log('No Chromium on this machine (CHROMIUM can name one): the page is not tested in a browser.');

/** Chooses in a select that takes several, and closes it. */
async function choose(page: Page, form: ReturnType<Page['locator']>, shown: string, ...wanted: string[]) {
  await form.getByRole('combobox', { name: shown }).click();
  for (const name of wanted) await page.getByRole('option', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Done' }).click();
}

describe.skipIf(!chromiumPath)('first contact, at the page', () => {
  useBrowser();
  let bot: TestBot;
  beforeAll(async () => {
    bot = await startTestBot();
    await bot.tidings.db.updateTable('greetings').set({ status: 'sent' }).execute();
  }, 60_000);
  afterAll(() => bot.close());

  /** The greeting in the server that is open. */
  async function greeted(page: Page) {
    const greeting = page.locator('.message').filter({ hasText: 'Tidings is here.' });
    await expect
      .poll(async () => {
        await bot.tidings.stages.greet();
        return greeting.count();
      })
      .toBe(1);
    return greeting;
  }

  it('chooses a briefing in a form', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await page.getByRole('combobox', { name: 'Message #news' }).focus();
    await keys('/subscribe ', 'Enter');
    const form = page.locator('.message.ephemeral');
    await form.getByText('Which channel?').waitFor();
    expect(await nameless(page)).toEqual([]);
    await choose(page, form, 'Top stories', '🔬 Science & technology', '⚽ Sport');
    await form.getByText('Science & technology and Sport').waitFor();
    await choose(page, form, '07:00', '18:00', 'Monday to Friday');
    await form.getByText('Monday to Friday at 07:00 and 18:00').first().waitFor();
    await form.getByRole('button', { name: 'Other language or zone' }).click();
    await page.getByRole('textbox', { name: /Time zone/ }).fill('Asia/Soul');
    await page.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('Did you mean Asia/Seoul?').waitFor();
    await form.getByRole('button', { name: 'Other language or zone' }).click();
    await page.getByRole('textbox', { name: /Time zone/ }).fill('Seoul');
    await page.getByRole('button', { name: 'Submit' }).click();
    await form.getByText('Time zone: Seoul').waitFor();
    expect(await tooWide(page)).toEqual([]);
    await form.getByRole('button', { name: 'Send it like this' }).click();
    await form.getByText(/#news gets Science & technology and Sport .*\(Seoul\), in English\. Next/).waitFor();
    await form.getByRole('button', { name: 'Undo' }).click();
    await form.getByText('Undone').waitFor();
  });

  it('invites the bot to a new server and gets the first briefing there', async () => {
    const { page } = await visit(bot.playground.origin);
    await page.getByRole('button', { name: 'Invite Tidings to a new server' }).click();
    await page.getByRole('heading', { name: '#general', exact: true }).waitFor();
    const greeting = await greeted(page);
    expect(await nameless(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    await greeting.getByRole('button', { name: 'Send it every morning' }).click();
    await page.getByText('The first one comes within a minute.').waitFor();
    await bot.tidings.round();
    await page.locator('.embed').first().waitFor();
  });

  it('fits a phone, and tells those who do not manage the server that others choose', async () => {
    const { page } = await visit(bot.playground.origin, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.getByRole('button', { name: 'Show what the bot does' }).tap();
    await page.getByRole('button', { name: 'Invite Tidings to a new server' }).tap();
    const greeting = await greeted(page);
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show channels' }).tap();
    await page.getByRole('combobox', { name: 'Who I am' }).selectOption({ label: 'Milo · member' });
    await page.getByRole('button', { name: /^general/ }).tap();
    await greeting.getByRole('button', { name: 'Send it every morning' }).tap();
    await page.getByText('Those who manage the server choose this.').waitFor();
    expect(await nameless(page)).toEqual([]);
  });
});
