// npm run screenshots: starts Tidings on a Discord of its own, uses it in a browser and writes docs/screenshots/*.png.
import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { chromium } from 'playwright-core';
import { chromiumPath } from '../tests/playground/page/support/chromium.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'screenshots');
const port = 4399;
const origin = `http://127.0.0.1:${port}`;
const desktop = { width: 1280, height: 800 };
const phone = { width: 390, height: 844 };

if (!chromiumPath) {
  console.error('No Chromium on this machine. Install one, or name it in the environment variable CHROMIUM.');
  process.exit(1);
}
mkdirSync(folder, { recursive: true });
const scratch = mkdtempSync(join(tmpdir(), 'tidings-screenshots-'));
const tidings = spawn(process.execPath, ['src/main.ts'], {
  cwd: root,
  stdio: 'ignore',
  env: {
    ...process.env,
    DISCORD_TOKEN: '',
    DATABASE_URL: join(scratch, 'tidings.sqlite'),
    PLAYGROUND_PORT: String(port),
  },
});
try {
  await untilReady();
  const browser = await chromium.launch({ executablePath: chromiumPath, args: ['--no-sandbox'] });
  await take(browser, 'briefing', { viewport: desktop, colorScheme: 'dark' }, readBriefing);
  await take(browser, 'subscribe', { viewport: desktop, colorScheme: 'light' }, subscribe);
  await take(browser, 'full-brief', { viewport: phone, colorScheme: 'dark' }, readFullBrief);
  await take(browser, 'japanese', { viewport: desktop, colorScheme: 'dark', locale: 'ja' }, searchInJapanese);
  await browser.close();
} finally {
  tidings.kill();
  await new Promise((resolve) => tidings.once('exit', resolve));
  rmSync(scratch, { recursive: true, force: true });
}

async function readBriefing(page) {
  await page.locator('.embed').nth(3).waitFor();
}

async function subscribe(page) {
  await page.locator('.embed').first().waitFor();
  await page.keyboard.type('/subscribe ');
  await page.keyboard.press('Enter');
  await page.locator('.message.ephemeral').first().waitFor();
}

async function readFullBrief(page) {
  await page.getByRole('combobox', { name: 'Read a full brief' }).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.locator('.message.ephemeral .embed').first().waitFor();
}

async function searchInJapanese(page) {
  await page.getByRole('button', { name: /^ニュース/ }).click();
  await page.locator('.embed').first().waitFor();
  await page.keyboard.type('/検索 ');
  await page.keyboard.type('半導体');
  await page.keyboard.press('Enter');
  await page.locator('.message.ephemeral').first().waitFor();
}

async function take(browser, name, options, act) {
  const context = await browser.newContext({ locale: 'en-US', ...options });
  const page = await context.newPage();
  await page.goto(origin);
  await page.waitForSelector('[data-ready]');
  await act(page);
  await wait(600);
  const path = join(folder, `${name}.png`);
  await page.screenshot({ path });
  await context.close();
  console.log(`docs/screenshots/${name}.png  ${Math.round(statSync(path).size / 1000)} kB`);
}

/** Until a briefing stands in each of the four sample channels. */
async function untilReady() {
  for (let tries = 0; tries < 100; tries++) {
    const response = await fetch(`${origin}/playground/state`).catch(() => null);
    const { channels } = response ? await response.json() : { channels: [] };
    if (channels.filter(({ last_message_id }) => last_message_id).length >= 4) return;
    await wait(200);
  }
  throw new Error('Tidings did not start.');
}
