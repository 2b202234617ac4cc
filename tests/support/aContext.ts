import type { CommandContext } from '../../src/discord/command.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { FeedError } from '../../src/news/outside.ts';
import { openStore } from '../../src/store/openStore.ts';

/** What a command works with, on an empty database in memory. */
export function aContext(wish: Partial<CommandContext> = {}): CommandContext {
  const language = wish.language ?? 'en';
  return {
    db: openStore(':memory:'),
    now: () => new Date('2026-11-23T06:00:00Z'),
    language,
    say: sayIn(language),
    mention: (command) => `/${command}`,
    briefOf: async () => null,
    readFeed: async () => {
      throw new FeedError('network', 'there is no network in this test');
    },
    pollIntervalMs: 600_000,
    ...wish,
  };
}
