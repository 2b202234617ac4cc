import { beforeEach, describe, expect, it, vi } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { readOpml } from '../../src/feeds/opml.ts';
import { GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { findGuildTopics } from '../../src/store/guildTopics.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const feed = (title: string) =>
  `<rss version="2.0"><channel><title>${title}</title><item><title>${title}</title><link>https://paper.example/${title}</link></item></channel></rss>`;

/** How long each answer seems to take. */
let answerMs = 0;
const bot = await startTestBot(() => {
  bot.advance(answerMs);
  return { '/a.xml': feed('A'), '/b.xml': feed('B') };
});
const { playground, milo } = bot;
const { db } = bot.tidings;
const web = `${playground.origin}/web`;
const outline = (title: string, url: string) => `<outline type="rss" text="${title}" xmlUrl="${url}"/>`;
const list = (outlines: string) => `<opml version="2.0"><head/><body>${outlines}</body></opml>`;

/** Two new sources in folders, one that is known, one that is not there, one that is no address. */
const file = list(`
  <outline text="Ciencia y Tecnología">${outline('Paper A', `${web}/a.xml`)}</outline>
  <outline text="Häfen, Schiffe"><outline text="Nord">${outline('Paper *B*', `${web}/b.xml`)}</outline></outline>
  ${outline('Ledger', `${playground.origin}/newsroom/open-ledger/feed`)}
  ${outline('Gone', `${web}/gone.xml`)}
  ${outline('Program', '|~/fetch.py')}`);

const importing = async (text: string | Buffer, actor = bot.ada, name = 'subscriptions.opml') =>
  (
    await actor.command('import', {
      options: { file: actor.attach(name, Buffer.from(text)) },
    })
  ).message!;
const own = async () => (await sourcesOfGuild(db, GUILD_ID)).filter(({ isOwn }) => isOwn);

beforeEach(async () => {
  await db.deleteFrom('guild_sources').execute();
  await db.deleteFrom('guild_topics').execute();
  await db.deleteFrom('sources').where('in_catalogue', '=', 0).execute();
});

describe.each(['en-US', 'de', 'ko'] as const)('/import of sources, in %s', (locale) => {
  const ada = playground.as({ administrator: true, locale });
  const language = locale.slice(0, 2);
  const say = sayIn(language);

  it('says first what it would do, then does it', async () => {
    const message = await importing(file, ada);
    await expectPostable(message as never);
    const text = textOf(message as never);
    expect(text).toContain(say('sourcesTitle', { count: 4 }));
    expect(text).toContain(say('importCounts', { fresh: 2, known: 1, failed: 1 }));
    expect(text).toContain(say('importUnusable', { count: 1 }));
    expect(text).toContain(
      `**Gone**: ${say('feedMissing', { status: 404 })}`.replaceAll('(', '\\(').replaceAll(')', '\\)'),
    );
    expect(text).toContain('**Häfen Schiffe**');
    expect(text).toContain('**Nord**');
    expect(text).toContain(`[ ${say('importAdd', { count: 2 })} ]`);
    expect(await own()).toEqual([]);

    const [button = ''] = controlsOf(message as never);
    const done = (await ada.press(message, button)).message!;
    expect(done.id).toBe(message.id);
    expect(textOf(done as never)).toBe(
      say('sourcesAdded', { count: 2, titles: ['**Paper A**', '**Paper \\*B\\***'].join(say('comma')) }),
    );
    const sources = await own();
    const [a, b] = ['/a.xml', '/b.xml'].map((path) => sources.find(({ url }) => url === `${web}${path}`));
    expect([a?.topics, b?.topics]).toEqual([['science'], []]);
    const topics = await findGuildTopics(db, GUILD_ID);
    expect(topics.map(({ name, query, sources }) => [name, query, sources])).toEqual([
      ['Häfen Schiffe', null, [b?.id]],
      ['Nord', null, [b?.id]],
    ]);
    const again = await importing(file, ada);
    expect(textOf(again as never)).toContain(say('importCounts', { fresh: 0, known: 3, failed: 1 }));
    expect(controlsOf(again as never)).toEqual([]);
  });

  it.each([
    ['a web page', '<!doctype html><html><body>Hello</body></html>', 'errorFileNoList'],
    ['no source', list('<outline text="Empty"/>'), 'errorFileEmpty'],
    ['too many', list(outline('A', `${web}/a.xml`).repeat(2_001)), 'errorFileTooMany'],
    ['too much', Buffer.alloc(2_000_001, ' '), 'errorFileTooLarge'],
  ] as const)('refuses a file that holds %s', async (_what, text, key) => {
    expect((await importing(text, ada)).content).toBe(say(key));
  });
});

it('is for those who manage the server', async () => {
  await expect(importing(file, milo)).rejects.toThrow('needs Manage Guild');
});

it('tells how far it is, in order, before it answers', async () => {
  const say = sayIn('en');
  answerMs = 3_000;
  const { id } = await importing(file);
  await vi.waitFor(() => expect(controlsOf(playground.world.message(id) as never)).toHaveLength(1), 10_000);
  answerMs = 0;
  expect(playground.world.message(id)?.content).toBe('');
  const edits = playground.requests.filter(({ path }) => /original$/.test(path)).slice(-4);
  const told = edits.map(({ body }) => (body as { content: string }).content);
  expect(told).toEqual([...[1, 2, 3].map((done) => say('importChecking', { done, count: 3 })), '']);
});

it('exports what it imports: the same sources in folders by topic', async () => {
  const message = await importing(file);
  await bot.ada.press(message, controlsOf(message as never)[0] ?? '');
  const reply = (await bot.ada.command('export')).message!;
  const [, attachment] = reply.attachments;
  expect(attachment?.filename).toBe('sources.opml');
  const { feeds } = readOpml(new Uint8Array(await (await fetch(attachment!.url)).arrayBuffer()));
  const sources = await sourcesOfGuild(db, GUILD_ID);
  expect(feeds.map(({ url }) => url).sort()).toEqual(sources.map(({ url }) => url).sort());
  const foldersOf = (path: string) => feeds.find(({ url }) => url === `${web}${path}`)?.folders;
  expect(foldersOf('/a.xml')).toEqual([['Science & technology']]);
  expect(foldersOf('/b.xml')).toEqual([['Häfen Schiffe'], ['Nord']]);
});

it('a topic made of sources holds their stories, and is shown as such', async () => {
  const message = await importing(file);
  await bot.ada.press(message, controlsOf(message as never)[0] ?? '');
  const shown = (await milo.command('topics', { subcommand: 'show', options: { topic: 'nord' } })).message!;
  const say = sayIn('en');
  expect(shown.content).toBe(say('topicShown', { name: 'Nord', words: say('topicSources', { count: 1 }), count: 0 }));
  await bot.tidings.round();
  const { content } = (await milo.command('topics', { subcommand: 'show', options: { topic: 'nord' } })).message!;
  expect(content).toBe(say('topicShown', { name: 'Nord', words: say('topicSources', { count: 1 }), count: 1 }));
});
