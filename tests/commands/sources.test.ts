import { beforeEach, describe, expect, it } from 'vitest';
import { escaped, timestamp } from '../../src/discord/escape.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import { GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { addSourceToGuild, sourcesOfGuild } from '../../src/store/sources.ts';
import { controlsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');

const list = async (filter?: string) =>
  (await milo.command('sources', { subcommand: 'list', options: filter ? { filter } : {} })).message!;
const add = async (address: string, actor = ada) =>
  (await actor.command('sources', { subcommand: 'add', options: { address } })).message!.content;
const remove = async (source: string, actor = ada) =>
  (await actor.command('sources', { subcommand: 'remove', options: { source } })).message!.content;
const own = async () => (await sourcesOfGuild(db, GUILD_ID)).filter(({ isOwn }) => isOwn).map(({ url }) => url);
const pageOf = (message: { embeds: { description?: string }[] }) => message.embeds[0]?.description?.split('\n') ?? [];

/** Another feed on the newsroom's address, which is none of the catalogue's. */
const extraFeed = `${playground.origin}/newsroom/harbour-times/feed?edition=evening`;

async function addMany(count: number, url = (index: number) => `https://paper-${index}.example/feed`) {
  for (let index = 0; index < count; index++) {
    const facts = {
      key: url(index),
      publisher: `Paper ${index}`,
      title: `Paper ${index}`,
      url: url(index),
      site: null,
      owner: `owner ${index}`,
      country: null,
      language: 'en',
      topics: [],
      kind: 'press' as const,
    };
    await addSourceToGuild(db, GUILD_ID, facts, { userId: ada.userId, now: bot.now() });
  }
}

beforeEach(async () => {
  await db.deleteFrom('guild_sources').execute();
});

describe('/sources list', () => {
  it('shows every source with its health, to anybody', async () => {
    const reply = await milo.command('sources', { subcommand: 'list' });
    expect(reply.ephemeral).toBe(true);
    const [health, ...lines] = pageOf(reply.message as never);
    expect(health).toBe(say('sourcesHealth', { healthy: 14, failing: 0, fresh: 0 }));
    expect(lines).toHaveLength(14);
    expect(lines.find((line) => line.includes('Coastal Safety Office'))).toMatch(
      /^\*\*\[Coastal Safety Office\]\(http:.+\/newsroom\/coastal-office\/\)\*\* · English · Disasters & accidents · .*<t:\d+:R>$/,
    );
    expect(controlsOf(reply.message as never)).toEqual([]);
  });

  it('puts the failing first, with the reason', async () => {
    const failing = { failures: 3, last_error: 'status 503' };
    await db.updateTable('sources').set(failing).where('key', '=', 'newsroom-open-ledger').execute();
    const [, first] = pageOf(await list());
    await db.updateTable('sources').set({ failures: 0 }).where('key', '=', 'newsroom-open-ledger').execute();
    expect(first).toContain('Open Ledger');
    expect(first).toContain(say('sourceFailing', { reason: say('feedServer', { status: '503' }) }));
  });

  it.each([
    ['a slow one', { average_ms: 9_000 }, (when: string) => say('sourceSlow', { when })],
    ['a held one', { held_since: 1 }, () => say('sourceHeld')],
    [
      'one that the site blocks',
      { failures: 1, last_error: 'status 403' },
      () => say('sourceBlocked', { reason: say('feedForbidden', { status: 403 }) }),
    ],
    ['one that is gone', { failures: 9, last_error: 'status 410' }, () => say('sourceGone')],
    [
      'one that does not answer',
      { failures: 2, last_error: 'timeout' },
      () => say('sourceFailing', { reason: say('feedTimeout') }),
    ],
  ] as const)('tells how it is with %s', async (_what, state, words) => {
    const usual = await db
      .selectFrom('sources')
      .select(['average_ms', 'held_since', 'failures', 'last_error', 'last_read_at'])
      .where('key', '=', 'newsroom-open-ledger')
      .executeTakeFirstOrThrow();
    await db.updateTable('sources').set(state).where('key', '=', 'newsroom-open-ledger').execute();
    const line = pageOf(await list()).find((each) => each.includes('Open Ledger'));
    await db.updateTable('sources').set(usual).where('key', '=', 'newsroom-open-ledger').execute();
    expect(line).toContain(words(timestamp(new Date(usual.last_read_at!))));
  });

  it('can be narrowed by publisher, language or country', async () => {
    const found = async (filter: string) => pageOf(await list(filter)).slice(1).length;
    expect([await found('japanese'), await found('harbour'), await found('DE')]).toEqual([2, 1, expect.any(Number)]);
    expect((await list('xylophone')).content).toBe(say('sourcesNone'));
  });

  it('turns pages, and every source stands on one of them', async () => {
    await addMany(40, (index) => `https://paper-${index}.example/${'section/'.repeat(20)}feed`);
    let message = await list();
    const seen = new Set(pageOf(message).slice(1));
    const pages = Number(/\d+$/.exec(message.embeds[0]?.footer?.text ?? '')?.[0]);
    expect(pages).toBeGreaterThan(3);
    for (let page = 1; page < pages; page++) {
      const [, next = ''] = controlsOf(message as never);
      const turned = await milo.press(message, next);
      expect(turned.message?.id).toBe(message.id);
      message = turned.message!;
      for (const line of pageOf(message).slice(1)) seen.add(line);
    }
    expect([...seen].filter((line) => line.startsWith('**'))).toHaveLength(54);
    await expect(milo.press(message, controlsOf(message as never)[1]!)).rejects.toThrow('is disabled');
    const back = await milo.press(message, controlsOf(message as never)[0]!);
    expect(back.message?.embeds[0]?.footer?.text).toBe(say('pageOf', { page: pages - 1, pages }));
  });

  it('shows what fits on one page when narrowed, and counts the rest', async () => {
    await addMany(45, (index) => `https://paper-${index}.example/${'section/'.repeat(15)}feed`);
    const message = await list('paper');
    expect(pageOf(message).at(-1)).toMatch(/^… \+\d+$/);
    expect(controlsOf(message as never)).toEqual([]);
  });
});

describe('/sources add', () => {
  it('reads the feed first, then adds it for this server, with an example', async () => {
    const answer = await add(extraFeed);
    expect(answer).toMatch(/\*\*The Harbour Times\*\*.*\d+ articles.*\*.+\*/);
    expect(await own()).toEqual([extraFeed]);
  });

  it('says so when it is here already', async () => {
    expect(await add(`${playground.origin}/newsroom/open-ledger/feed`)).toBe(
      say('sourceKnown', { title: 'Open Ledger' }),
    );
  });

  it.each([
    ['text', 'the harbour paper', 'errorSourceUrl'],
    ['a word', 'harbour', 'errorSourceUrl'],
    ['another protocol', 'ftp://paper.example/feed', 'errorSourceUrl'],
    ['a script', 'javascript:alert(1)', 'errorSourceUrl'],
  ] as const)('refuses %s', async (_what, typed, key) => {
    expect(await add(typed)).toBe(say(key, { typed: escaped(typed) }));
    expect(await own()).toEqual([]);
  });

  it('finds the feed of a site, also by the address of one of its pages', async () => {
    await remove('Open Ledger');
    expect(await add(`${playground.origin}/newsroom/open-ledger/`)).toMatch(/^Added \*\*Open Ledger\*\*: \d+ articles/);
    expect(await add(`${playground.origin}/newsroom/open-ledger/`)).toBe(say('sourceKnown', { title: 'Open Ledger' }));
  });

  it('says so when there is none, and when nothing can be asked', async () => {
    expect(await add(`${playground.origin}/newsroom/nobody/feed`)).toBe(
      say('errorSourceNone', { site: '127\\.0.0.1' }),
    );
    expect(await add('http://127.0.0.1:1/')).toBe(say('errorSourceUnreadable', { reason: say('feedAddress') }));
    expect(await own()).toEqual([]);
  });

  it('asks no private address', async () => {
    for (const url of ['http://127.0.0.1:1/feed', 'http://[::1]/feed', 'http://169.254.169.254/latest/meta-data']) {
      expect(await add(url)).not.toBe(say('errorUnknown'));
    }
    expect(await own()).toEqual([]);
  });

  it('adds at most 500', async () => {
    await addMany(500);
    expect(await add(extraFeed)).toBe(say('errorSourcesTooMany'));
  });

  it('is for those who manage the server', async () => {
    expect(await add(extraFeed, milo)).toBe(say('errorManage'));
    expect(await own()).toEqual([]);
  });
});

describe('/sources remove', () => {
  it('takes a source away for this server, which can be added again', async () => {
    const [choice] = await ada.autocomplete('sources', {
      subcommand: 'remove',
      focused: 'source',
      options: { source: 'ledger' },
    });
    expect(choice?.name).toBe('Open Ledger');
    expect(await remove(String(choice?.value))).toBe(say('sourceRemoved', { title: 'Open Ledger' }));
    expect(pageOf(await list()).join()).not.toContain('Open Ledger');
    expect(await add(`${playground.origin}/newsroom/open-ledger/feed`)).toContain('**Open Ledger**');
    expect(pageOf(await list()).join()).toContain('Open Ledger');
  });

  it('takes a name, and says which it does not know', async () => {
    expect(await remove('the harbour times')).toBe(say('sourceRemoved', { title: 'The Harbour Times' }));
    expect(await remove('the *evening* times')).toBe(say('errorSource', { typed: 'the \\*evening\\* times' }));
    expect(await remove('source:999')).toBe(say('errorSource', { typed: 'source:999' }));
  });

  it('is for those who manage the server', async () => {
    expect(await remove('Open Ledger', milo)).toBe(say('errorManage'));
    expect(await sourcesOfGuild(db, GUILD_ID)).toHaveLength(14);
  });
});
