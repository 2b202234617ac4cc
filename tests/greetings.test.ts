import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { Playground, PlaygroundOptions } from '../src/playground/startPlayground.ts';
import { newServer } from '../src/playground/world/newServer.ts';
import { startTidings, type Tidings } from '../src/tidings.ts';
import { playgroundFor } from './playground/support/bot.ts';

/** A database that outlives the bots, and a way to start one on it; its clocks stand still. */
async function aHost(options: PlaygroundOptions = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-greetings-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const playground = await playgroundFor(options);
  const problems: string[] = [];
  let now = new Date();
  const run = async (work: (tidings: Tidings) => Promise<unknown>) => {
    const tidings = await startTidings({
      databaseFile: join(folder, 'tidings.sqlite'),
      token: 'any',
      apiUrl: playground.api,
      catalogue: [],
      pollBounds: { minMs: 60_000, maxMs: 60_000 },
      feedAllowPrivate: [],
      feedContact: '',
      articleTextDays: 30,
      fullText: false,
      articleDays: 365,
      report: (problem, details) => problems.push(`${problem} ${details?.error ?? details?.reason}`),
      onTokenRefused: () => undefined,
      now: () => now,
    });
    try {
      await work(tidings);
    } finally {
      await tidings.close();
    }
  };
  return {
    playground,
    problems,
    run,
    advance: (ms: number) => {
      now = new Date(now.getTime() + ms);
    },
  };
}

function addServer({ world }: Playground): string {
  const owner = world.guilds.values()[0]!.owner_id;
  return world.guilds.add(newServer(world, owner)).id;
}
const greetingsIn = ({ world }: Playground, guildId: string) =>
  world.channelsOf(guildId).flatMap(({ id }) => world.messagesIn(id)).length;
const rows = ({ db }: Tidings) => db.selectFrom('greetings').selectAll().orderBy('id').execute();

it('a server that was joined while nothing ran is greeted at the next start; one that was greeted is not', async () => {
  const { playground, run } = await aHost();
  const early = addServer(playground);
  await run(({ stages }) => stages.greet());
  expect(greetingsIn(playground, early)).toBe(1);
  const late = addServer(playground);
  await run(async ({ stages }) => {
    await stages.greet();
    await stages.greet();
  });
  await run(({ stages }) => stages.greet());
  expect([early, late].map((id) => greetingsIn(playground, id))).toEqual([1, 1]);
});

it('where servers were not noted before, none is greeted: all of them know Tidings', async () => {
  const { playground, run } = await aHost();
  const known = addServer(playground);
  await run(async ({ db }) => {
    await db.deleteFrom('greetings').execute();
    await db.deleteFrom('servers_noted').execute();
  });
  await run(({ stages }) => stages.greet());
  expect(greetingsIn(playground, known)).toBe(0);
  const fresh = addServer(playground);
  await run(({ stages }) => stages.greet());
  expect([known, fresh].map((id) => greetingsIn(playground, id))).toEqual([0, 1]);
});

it('a server joined long ago, in a database that is new, has found its way', async () => {
  const { playground, run, advance } = await aHost();
  const old = addServer(playground);
  advance(31 * 86_400_000);
  await run(({ stages }) => stages.greet());
  expect(greetingsIn(playground, old)).toBe(0);
});

/** What a bot that dies leaves behind: the row is claimed, and its message may stand. */
const claimed = { status: 'sending', attempts: 1, claimed_by: 'another', claimed_until: 0 } as const;

it('dying between recording and sending gives one greeting', async () => {
  const { playground, run } = await aHost();
  const guildId = addServer(playground);
  await run(({ db }) => db.updateTable('greetings').set(claimed).execute());
  await run(({ stages }) => stages.greet());
  expect(greetingsIn(playground, guildId)).toBe(1);
});

it.each([
  ['within the minutes in which Discord knows a nonce', 5 * 60_000],
  ['after them: it is found in the channel', 0],
])('dying between sending and recording gives one greeting, %s', async (_when, nonceWindowMs) => {
  const { playground, run } = await aHost({ nonceWindowMs });
  const guildId = addServer(playground);
  await run(({ stages }) => stages.greet());
  expect(greetingsIn(playground, guildId)).toBe(1);
  await run(async (tidings) => {
    await tidings.db
      .updateTable('greetings')
      .set({ ...claimed, message_id: null, sent_at: null })
      .where('guild_id', '=', guildId)
      .execute();
    await tidings.stages.greet();
    const [row] = (await rows(tidings)).filter((each) => each.guild_id === guildId);
    expect(row).toMatchObject({ status: 'sent', attempts: 2 });
    expect(row?.message_id).not.toBeNull();
  });
  expect(greetingsIn(playground, guildId)).toBe(1);
});

it('an answer that is lost on its way gives one greeting', async () => {
  const { playground, run, advance } = await aHost();
  const guildId = addServer(playground);
  playground.faults.add({ kind: 'errorAfterWrite', status: 502, match: 'POST /channels/:id/messages', times: 2 });
  await run(async ({ stages }) => {
    await stages.greet();
    advance(60_000);
    await stages.greet();
  });
  expect(greetingsIn(playground, guildId)).toBe(1);
});
