import type { FileChooser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { JAPANESE_CHANNEL_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../../src/playground/world/defaultWorld.ts';
import { startTestBot, type TestBot } from '../../support/startTestBot.ts';
import { chromiumPath } from './support/chromium.ts';
import { nameless, tooWide, useBrowser, visit } from './support/visit.ts';

if (!chromiumPath)
  console.log('No Chromium on this machine (CHROMIUM can name one): the page is not tested in a browser.');

describe.skipIf(!chromiumPath)('a newcomer at the page', () => {
  useBrowser();
  let bot: TestBot;

  beforeAll(async () => {
    bot = await startTestBot();
    await bot.tidings.round();
    await bot.subscribe(NEWS_CHANNEL_ID, { everyMinutes: 60, times: [] });
    await bot.subscribe(JAPANESE_CHANNEL_ID, { everyMinutes: 60, times: [], language: 'ja' });
    await bot.tidings.round();
  }, 60_000);
  afterAll(() => bot.close());

  it('reads the first briefing', async () => {
    const { page } = await visit(bot.playground.origin);
    await expect.poll(() => page.getByRole('heading', { name: '#news', exact: true }).isVisible()).toBe(true);
    const briefing = page.getByRole('listitem').filter({ hasText: 'Morning briefing · Monday, November 23' });
    await briefing.first().waitFor();
    expect(await briefing.locator('.embed').count()).toBe(7);
    expect(await briefing.locator('.embed-title a').first().getAttribute('href')).toContain('/newsroom/');
    expect(await nameless(page)).toEqual([]);
  });

  it('chooses a full brief, which only they see, and dismisses it', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await page.getByRole('combobox', { name: 'Read a full brief' }).focus();
    await keys('ArrowDown', 'ArrowDown', 'Enter');
    const answer = page.locator('.message.ephemeral');
    await answer.getByText('What happened').waitFor();
    expect(await answer.textContent()).toContain('Only you can see this');
    expect(await nameless(page)).toEqual([]);
    await answer.getByRole('button', { name: 'Dismiss message' }).click();
    await answer.waitFor({ state: 'detached' });
    await page.reload();
    await page.getByRole('combobox', { name: 'Read a full brief' }).waitFor();
    expect(await page.locator('.message.ephemeral').count()).toBe(0);
  });

  it('presses a button and gets an answer', async () => {
    const { page } = await visit(bot.playground.origin);
    await page.getByRole('button', { name: 'Sources', exact: true }).first().click();
    await page.locator('.message.ephemeral').getByRole('button', { name: 'In reply to Tidings' }).waitFor();
  });

  it('subscribes a channel by keyboard alone, with suggestions of the bot', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await keys('/', 'subs', 'Enter');
    await page.getByRole('group', { name: '/subscribe' }).waitFor();
    await keys('top', 'Enter', 'sci');
    await page.getByRole('option', { name: 'Science & technology' }).waitFor();
    expect(await nameless(page)).toEqual([]);
    await keys('Enter', 'sto', 'Tab', '99', 'Enter');
    await page.getByText('stories: At most 10').waitFor();
    await keys('Backspace', 'Backspace', '5', 'Enter');
    const answer = page.locator('.message.ephemeral').filter({ hasText: 'Science & technology' });
    await answer.waitFor();
    expect(await answer.textContent()).toMatch(
      /Ada used \/subscribe.*#news gets Science & technology every day at 07:00/s,
    );
    await answer.getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => answer.getByRole('button', { name: 'Undo' }).count()).toBe(0);
  });

  it('imports the sources of another reader from a file, by keyboard', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    const chosen = new Promise<FileChooser>((resolve) => page.once('filechooser', resolve));
    await keys('/', 'import', 'Enter');
    await page.getByText('At most 10 MB').waitFor();
    expect(await nameless(page)).toEqual([]);
    await keys('Enter');
    const feed = `${bot.playground.origin}/newsroom/nowhere.xml`;
    const opml = `<opml version="2.0"><body><outline type="rss" text="Nowhere" xmlUrl="${feed}"/></body></opml>`;
    await (await chosen).setFiles({ name: 'mine.opml', mimeType: 'text/x-opml', buffer: Buffer.from(opml) });
    await page.getByText(`mine.opml · ${opml.length} bytes`).waitFor();
    await keys('Enter');
    const answer = page.locator('.message.ephemeral').filter({ hasText: '/import' });
    await answer.getByText('Nowhere').waitFor();
  });

  it('asks why a story of the briefing came, and is led to the setting that keeps another out', async () => {
    await bot.subscribe(WORLD_CHANNEL_ID, { minOrigins: 5, nextDueAt: new Date(bot.now().getTime() + 3_600_000) });
    const { page, keys } = await visit(bot.playground.origin);
    const link = page.locator('.embed-title a').first();
    const address = (await link.getAttribute('href'))!;
    await keys('/', 'why', 'Enter', address, 'Enter');
    const answer = page.locator('.message.ephemeral').filter({ hasText: 'Why “' });
    await answer.getByText('In this server').waitFor();
    const told = (await answer.textContent())!;
    const parts = [
      'published by',
      'was there already',
      'In this server',
      '#news',
      'sent',
      'as number 1',
      'your setting',
      'Why it ranks',
    ];
    expect(parts.filter((part) => !told.includes(part))).toEqual([]);
    expect(await nameless(page)).toEqual([]);
    expect(await tooWide(page)).toEqual([]);
    const picture = process.env.WHY_PICTURE;
    if (picture) await page.screenshot({ path: picture });
    await answer.getByRole('button', { name: 'Change that · #world' }).click();
    await page.locator('.message.ephemeral').getByText('Only stories of at least 5 independent sources.').waitFor();
  });

  it('is not offered commands that they may not use', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await page.getByRole('combobox', { name: 'Who I am' }).selectOption({ label: 'Milo · member' });
    await keys('Tab', 'Tab');
    await page.getByRole('combobox', { name: 'Message #news' }).fill('/');
    await page.getByRole('option', { name: /^\/search/ }).waitFor();
    expect(await page.getByRole('option', { name: /^\/subscribe/ }).count()).toBe(0);
  });

  it('searches in Japanese and reads the page in Japanese', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await page.getByRole('combobox', { name: 'My language' }).selectOption('ja');
    await page.getByRole('combobox', { name: '#news へメッセージを送信' }).focus();
    await keys('/検索 ', '探査機', 'Enter');
    const answer = page.locator('.message.ephemeral').last();
    await answer.getByText('ラプウィング').first().waitFor();
    expect(await answer.textContent()).toMatch(/これはあなただけに表示されています/);
    expect(await page.locator('html').getAttribute('lang')).toBe('ja');
    await page.getByRole('combobox', { name: '自分の言語' }).selectOption('de');
    await page.getByRole('combobox', { name: 'Nachricht an #news' }).waitFor();
  });

  it('sees what comes while the page is open, and what waits in other channels', async () => {
    const { page } = await visit(bot.playground.origin);
    const before = await page.locator('.message').count();
    bot.advance(60 * 60_000);
    for (let index = 0; index < 12; index++) bot.newsroom.publishNext(bot.now());
    await bot.tidings.round();
    await expect.poll(() => page.locator('.message').count()).toBe(before + 1);
    await page.getByRole('button', { name: 'ニュース, Text channel, unread' }).click();
    await page.getByRole('heading', { name: '#ニュース', exact: true }).waitFor();
    await page.getByText('文の引用').or(page.locator('.embed')).first().waitFor();
  });

  it('breaks Discord, sees commands fail, and sees the bot recover', async () => {
    const { page, keys } = await visit(bot.playground.origin);
    await page.getByText('Tidings is connected').waitFor();
    await page.getByRole('button', { name: 'Break Discord for a minute' }).click();
    await page.getByText(/Discord is down. It comes back by itself in \d+ s/).waitFor();
    await page.getByRole('combobox', { name: 'Message #news' }).focus();
    await keys('/help ', 'Enter');
    await page.getByText('The application did not respond').waitFor();
    await page.getByRole('button', { name: 'Dismiss message' }).last().click();
    await page.getByRole('button', { name: 'Mend Discord now' }).click();
    await page.getByText('Tidings is connected').waitFor({ timeout: 15_000 });
    await page.getByRole('combobox', { name: 'Message #news' }).focus();
    await keys('/help ', 'Enter');
    await page.locator('.message.ephemeral').getByText('Ada used /help').waitFor();
    await expect.poll(() => page.getByRole('cell', { name: /POST \/interactions/ }).count()).toBeGreaterThan(0);
  }, 40_000);

  it('uses it on a phone', async () => {
    const { page } = await visit(bot.playground.origin, { viewport: { width: 390, height: 844 }, hasTouch: true });
    await page.locator('.embed').first().waitFor();
    expect(await tooWide(page)).toEqual([]);
    await page.getByRole('button', { name: 'Show channels' }).tap();
    await page.getByRole('button', { name: /^nachrichten/ }).tap();
    await page.getByRole('heading', { name: '#nachrichten', exact: true }).waitFor();
    await expect.poll(() => page.getByRole('button', { name: /^nachrichten/ }).isVisible()).toBe(false);
    await page.getByRole('combobox', { name: 'Message #nachrichten' }).fill('/');
    await page.getByRole('option', { name: /^\/help/ }).tap();
    await page.getByRole('button', { name: 'Send' }).tap();
    await page.locator('.message.ephemeral').waitFor();
    expect(await tooWide(page)).toEqual([]);
    expect(await nameless(page)).toEqual([]);
  });

  it('switches to light and finds it so again', async () => {
    const { page } = await visit(bot.playground.origin, { colorScheme: 'dark' });
    await page.getByRole('button', { name: 'Switch to light' }).click();
    await page.reload();
    await page.getByRole('button', { name: 'Switch to dark' }).waitFor();
    expect(await page.locator('html').getAttribute('data-theme')).toBe('light');
  });
});
