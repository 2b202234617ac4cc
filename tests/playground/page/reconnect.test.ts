import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type PlaygroundOptions, startPlayground } from '../../../src/playground/startPlayground.ts';
import { defaultWorld, MILO_ID } from '../../../src/playground/world/defaultWorld.ts';
import { playgroundFor } from '../support/bot.ts';
import { chromiumPath } from './support/chromium.ts';
import { useBrowser, visit } from './support/visit.ts';

const LOST = 'Connection lost. It comes back by itself.';
/** What a browser itself writes of a server that is gone, or that does not know somebody. */
const expected = /Failed to load resource|ERR_CONNECTION_REFUSED/;

/** A playground that is stopped; `restart` starts another at the same port. */
async function stoppable(options: PlaygroundOptions = {}) {
  const first = await startPlayground(options);
  return {
    first,
    restart: (changed: PlaygroundOptions = {}) => playgroundFor({ ...options, ...changed, port: first.port }),
  };
}

describe.skipIf(!chromiumPath)('when the playground stops and starts again', () => {
  useBrowser();

  it('the page says so, and comes back by itself with what was missed', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'playground-'));
    onTestFinished(() => rm(folder, { recursive: true }));
    const { first, restart } = await stoppable({ file: join(folder, 'world.sqlite') });
    first.as().write('Before');
    const { page, keys } = await visit(first.origin, {}, expected);
    await page.getByText('Before').waitFor();
    expect(await page.getByText(LOST).count()).toBe(0);

    await first.close();
    await page.locator('.connection').getByText(LOST).waitFor();
    await page.getByRole('combobox', { name: 'Message #news' }).focus();
    await keys('Too early', 'Enter');
    await page.getByText('Not sent: the playground does not answer: is it still running?').waitFor();

    const second = await restart();
    second.as().write('While nobody saw it');
    await page.getByText('While nobody saw it').waitFor({ timeout: 45_000 });
    await expect.poll(() => page.getByText(LOST).count()).toBe(0);
    second.as().write('Live again');
    await page.getByText('Live again').waitFor();
    await keys('And I can write', 'Enter');
    await page.locator('.message').getByText('And I can write').waitFor();
  }, 120_000);

  it('the page becomes somebody else where its person is unknown now', async () => {
    const { first, restart } = await stoppable();
    const { page } = await visit(first.origin, {}, expected);
    await page.getByRole('combobox', { name: 'Who I am' }).selectOption({ label: 'Milo · member' });
    const world = structuredClone(defaultWorld);
    world.users = world.users.filter(({ id }) => id !== MILO_ID);
    world.guilds[0]!.members = world.guilds[0]!.members.filter(({ user_id }) => user_id !== MILO_ID);
    await first.close();
    await page.locator('.connection').getByText(LOST).waitFor();
    const second = await restart({ world });
    await expect
      .poll(() => page.getByRole('combobox', { name: 'Who I am' }).textContent(), { timeout: 45_000 })
      .toBe('Ada · administrator');
    await expect.poll(() => page.getByText(LOST).count()).toBe(0);
    second.as({ administrator: true }).write('Hello');
    await page.getByText('Hello').waitFor();
  }, 120_000);
});
