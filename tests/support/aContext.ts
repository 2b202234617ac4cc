import type { CommandContext } from '../../src/discord/command.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { readOpml, writeOpml } from '../../src/feeds/opml.ts';
import { FeedError } from '../../src/news/outside.ts';
import { createBriefingFor, createJudgeStory } from '../../src/pipeline/brief.ts';
import { openStore } from '../../src/store/openStore.ts';

/** What a command works with, on an empty database in memory. */
export function aContext(wish: Partial<CommandContext> = {}): CommandContext {
  const language = wish.language ?? 'en';
  const db = wish.db ?? openStore(':memory:');
  const now = wish.now ?? (() => new Date('2026-11-23T06:00:00Z'));
  const briefOf = wish.briefOf ?? (async () => null);
  return {
    db,
    now,
    language,
    say: sayIn(language),
    guildId: 'guild',
    mention: (command) => `/${command}`,
    briefOf,
    briefingFor: createBriefingFor({ db, now, briefOf }),
    judgeStory: createJudgeStory({ db, now }),
    findFeeds: noNetwork,
    readFeed: noNetwork,
    readPage: noNetwork,
    host: { articleDays: 365, languageModel: null },
    fetchAttachment: noNetwork,
    openDirect: noNetwork,
    readSourceList: readOpml,
    writeSourceList: writeOpml,
    tell: () => {},
    ...wish,
  };
}

async function noNetwork(): Promise<never> {
  throw new FeedError('network', 'there is no network in this test');
}
