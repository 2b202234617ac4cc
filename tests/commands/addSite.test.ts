import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { GUILD_ID } from '../../src/playground/world/defaultWorld.ts';
import { sourcesOfGuild } from '../../src/store/sources.ts';
import { controlsOf, expectPostable, optionsOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const feed = (title: string, ...items: string[]) => `<rss version="2.0"><channel><title>${title}</title>
  ${items.map((item) => `<item><title>${item}</title><link>https://paper.example/${title}/${item}</link></item>`).join('')}
</channel></rss>`;
const declare = (...paths: string[]) =>
  paths.map((path) => `<link rel="alternate" type="application/rss+xml" href="/web${path}">`).join('');

const bot = await startTestBot(() => ({
  '/paper/': `<!doctype html><html><head>${declare('/paper/world.xml', '/paper/sport.xml', '/paper/empty.xml')}</head></html>`,
  '/paper/world.xml': feed('Paper: World *now*', 'Bridge inquiry opens', 'Ferry sails again'),
  '/paper/sport.xml': feed('Paper: Sport', 'A draw'),
  '/paper/empty.xml': feed('Paper: Empty'),
  '/bare/': '<!doctype html><html><body>Nothing here</body></html>',
}));
const { playground } = bot;
const { db } = bot.tidings;
const site = `${playground.origin}/web/paper/`;
const own = async () =>
  (await sourcesOfGuild(db, GUILD_ID)).filter(({ isOwn }) => isOwn).map(({ url }) => url.replace(site, ''));

beforeEach(async () => {
  await db.deleteFrom('guild_sources').execute();
});

describe.each(['en-US', 'de', 'ja', 'es-ES'] as const)('a site with several sources, in %s', (locale) => {
  const ada = playground.as({ administrator: true, locale });
  const say = sayIn(locale.slice(0, 2));
  const add = async (address: string) =>
    (await ada.command('sources', { subcommand: 'add', options: { address } })).message!;

  it('offers them, and adds what is chosen', async () => {
    const message = await add(site);
    await expectPostable(message as never);
    expect(message.content).toBe(say('sourcesFound', { site: '**127\\.0.0.1**' }));
    expect(optionsOf(message as never)).toEqual([
      {
        label: 'Paper: World *now*',
        value: '0',
        description: `${say('sourceHolds', { count: 2 })} · Bridge inquiry opens`,
      },
      { label: 'Paper: Sport', value: '1', description: `${say('sourceHolds', { count: 1 })} · A draw` },
      {
        label: 'Paper: Empty',
        value: '2',
        description: `${say('sourceHolds', { count: 0 })} · ${site}empty.xml`.slice(0, 100),
      },
    ]);
    expect(await own()).toEqual([]);
    const [select = ''] = controlsOf(message as never);
    const chosen = (await ada.select(message, select, ['0', '2'])).message!;
    expect(chosen.id).toBe(message.id);
    expect(chosen.content).toBe(
      say('sourcesAdded', { count: 2, titles: ['**Paper: World \\*now\\***', '**Paper: Empty**'].join(say('comma')) }),
    );
    expect(controlsOf(chosen as never)).toEqual([]);
    expect((await own()).sort()).toEqual(['empty.xml', 'world.xml']);
  });

  it('offers what is new only, and adds the last without asking', async () => {
    await add(`${site}world.xml`);
    expect(optionsOf((await add(site)) as never)).toHaveLength(2);
    await add(`${site}sport.xml`);
    expect((await add(site)).content).toContain('**Paper: Empty**');
    expect((await add(site)).content).toBe(say('sourceKnown', { title: 'Paper: World \\*now\\*' }));
    expect(await own()).toHaveLength(3);
  });

  it('says where to look when it finds none', async () => {
    expect((await add(`${playground.origin}/web/bare/`)).content).toBe(say('errorSourceNone', { site: '127\\.0.0.1' }));
  });
});

it('is no longer possible to choose a day later, or for somebody else', async () => {
  const { ada, milo } = bot;
  const say = sayIn('en');
  const offer = async () => (await ada.command('sources', { subcommand: 'add', options: { address: site } })).message!;
  const first = await offer();
  const [select = ''] = controlsOf(first as never);
  await expect(milo.select(first, select, ['0'])).rejects.toThrow('cannot see');
  bot.advance(25 * 60 * 60_000);
  const late = (await ada.select(first, select, ['0'])).message!;
  const command = playground.world.commands.values().find(({ name }) => name === 'sources')!;
  expect(late.content).toBe(say('errorOffer', { command: `</sources add:${command.id}>` }));
  expect(await own()).toEqual([]);
});
