import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, onTestFinished } from 'vitest';
import { chromiumPath } from './chromium.ts';

export type Visit = {
  page: Page;
  /** Types into what has the focus and lets the page follow. */
  keys(...keys: string[]): Promise<void>;
};

let browser: Browser | undefined;

/** One browser for a file of tests. */
export function useBrowser(): void {
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: chromiumPath!, args: ['--no-sandbox'] });
  }, 60_000);
  afterAll(async () => {
    await browser?.close();
  });
}

/**
 * A new person opens the page. At the test's end nothing may stand in the console.
 *
 * @param expected  what may stand there all the same
 */
export async function visit(origin: string, options: BrowserContextOptions = {}, expected = /^$/): Promise<Visit> {
  const context = await browser!.newContext({ locale: 'en-US', viewport: { width: 1280, height: 800 }, ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(8_000);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error.stack ?? error)));
  page.on('request', (request) => {
    if (!request.url().startsWith(origin) && !request.url().startsWith('data:')) complaints.push(request.url());
  });
  onTestFinished(async () => {
    await context.close();
    expect(complaints.filter((complaint) => !expected.test(complaint))).toEqual([]);
  });
  await page.goto(origin);
  await page.waitForSelector('[data-ready]');
  return {
    page,
    keys: async (...keys) => {
      for (const key of keys) {
        if (/^[A-Z][A-Za-z0-9]+$/.test(key)) await page.keyboard.press(key);
        else await page.keyboard.type(key);
      }
    },
  };
}

const INTERACTIVE = new Set([
  ...['button', 'link', 'textbox', 'combobox', 'listbox', 'option', 'menuitem', 'menu', 'checkbox', 'radio', 'dialog'],
  ...['navigation', 'region', 'searchbox', 'spinbutton', 'table', 'img', 'image'],
]);

/** The controls, pictures and regions that assistive technology would find without a name. */
export async function nameless(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  await session.detach();
  return nodes
    .filter(({ ignored, role }) => !ignored && INTERACTIVE.has(String(role?.value)))
    .filter(({ name }) => !String(name?.value ?? '').trim())
    .map(({ role, nodeId, backendDOMNodeId }) => `${role?.value} ${backendDOMNodeId ?? nodeId}`);
}

/** What of the messages and the field to write in reaches beyond the screen's edge. */
export function tooWide(page: Page): Promise<string[]> {
  return page.locator('main *').evaluateAll((elements) =>
    elements
      .filter((element) => element.getClientRects().length > 0 && !element.closest('pre'))
      .filter(
        (element) => element.getBoundingClientRect().right > element.ownerDocument.documentElement.clientWidth + 1,
      )
      .map((element) => element.outerHTML.slice(0, 80)),
  );
}
