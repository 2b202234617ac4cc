import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TextChannel } from 'discord.js';
import { expect, it, onTestFinished } from 'vitest';
import { startPlayground } from '../../src/playground/startPlayground.ts';
import { NEWS_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { botOn, playgroundFor } from './support/bot.ts';

it('keeps messages, commands and nonces in a file over a restart', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'playground-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = join(folder, 'world.sqlite');
  const send = async (client: Awaited<ReturnType<typeof botOn>>) => {
    const news = client.channels.cache.get(NEWS_CHANNEL_ID) as TextChannel;
    return news.send({ content: 'once', nonce: 'n', enforceNonce: true });
  };

  const first = await startPlayground({ file, strict: true });
  const client = await botOn(first);
  await client.application.commands.set([{ name: 'news', description: 'x' }]);
  const { id } = await send(client);
  await client.destroy();
  await first.close();

  const second = await playgroundFor({ file });
  const again = await botOn(second);
  expect((await send(again)).id).toBe(id);
  expect(second.world.messagesIn(NEWS_CHANNEL_ID).map(({ content }) => content)).toEqual(['once']);
  expect((await again.application.commands.fetch()).map(({ name }) => name)).toEqual(['news']);
});
