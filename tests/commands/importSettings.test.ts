import { beforeEach, describe, expect, it } from 'vitest';
import { sayIn } from '../../src/discord/languages/index.ts';
import { readSettingsFile } from '../../src/discord/settingsFile.ts';
import { ownTopicKey } from '../../src/news/topic.ts';
import { GUILD_ID, NEWS_CHANNEL_ID, WORLD_CHANNEL_ID } from '../../src/playground/world/defaultWorld.ts';
import { changeGuildSettings } from '../../src/store/guildSettings.ts';
import { addGuildTopic } from '../../src/store/guildTopics.ts';
import { findServerSettings } from '../../src/store/serverSettings.ts';
import { removeSourceFromGuild, sourcesOfGuild } from '../../src/store/sources.ts';
import { pauseSubscription } from '../../src/store/subscriptions.ts';
import { aQuery } from '../support/aQuery.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';

const bot = await startTestBot();
const { ada, milo, playground } = bot;
const { db } = bot.tidings;
const say = sayIn('en');
const by = { userId: ada.userId, now: bot.now() };

const kept = () => findServerSettings(db, GUILD_ID, (id) => playground.world.channels.get(id)?.name ?? '');
const exported = async (actor = ada) => {
  const reply = await actor.command('export');
  const [json, opml] = reply.message!.attachments;
  return { reply, json: await (await fetch(json!.url)).text(), opml: await (await fetch(opml!.url)).text() };
};
const importing = async (file: string, actor = ada) =>
  (await actor.command('import', { options: { file: actor.attach('tidings.json', Buffer.from(file)) } })).message!;
const press = async (message: Awaited<ReturnType<typeof importing>>, index: number, actor = ada) =>
  (await actor.press(message, controlsOf(message as never)[index] ?? '')).message!;

async function empty() {
  for (const table of ['subscriptions', 'guild_settings', 'guild_sources', 'guild_topics', 'source_offers'] as const)
    await db.deleteFrom(table).execute();
  await db.deleteFrom('sources').where('in_catalogue', '=', 0).execute();
}

/** A server that has set up something of everything. */
async function furnish() {
  await changeGuildSettings(db, GUILD_ID, {
    language: 'de',
    timeZone: 'Asia/Tokyo',
    noticeChannelId: WORLD_CHANNEL_ID,
  });
  const [source] = await sourcesOfGuild(db, GUILD_ID);
  await removeSourceFromGuild(db, GUILD_ID, source!.id, by);
  const topic = await addGuildTopic(db, { guildId: GUILD_ID, name: 'Ferries', query: aQuery('ferry OR fähre') }, by);
  const quiet = { from: '22:00', until: '07:00' };
  await bot.subscribe(NEWS_CHANNEL_ID, {
    topics: ['sport', ownTopicKey(topic!.id)],
    times: [],
    everyMinutes: 120,
    quiet,
  });
  const paused = await bot.subscribe(WORLD_CHANNEL_ID, { weekdays: [7], minOrigins: 2, language: 'ja' });
  await pauseSubscription(db, paused, bot.now());
}

beforeEach(empty);

describe('/export', () => {
  it('gives everything as one file that /import takes, and the sources as OPML; to the asker alone', async () => {
    await furnish();
    const { reply, json, opml } = await exported();
    expect(reply.ephemeral).toBe(true);
    expect(reply.message?.content).toMatch(/tidings\.json.*<\/import:\d+>.*sources\.opml/);
    expect(readSettingsFile(Buffer.from(json))).toEqual(await kept());
    expect(opml).toContain('<opml');
  });

  it.each(['export', 'import'])('/%s is for those who manage the server', async (name) => {
    const options: Record<string, string> = name === 'import' ? { file: milo.attach('a.json', Buffer.from('{}')) } : {};
    await expect(milo.command(name, { options })).rejects.toThrow('needs Manage Guild');
  });
});

describe.each(['en-US', 'ja', 'de', 'ar'] as const)('/import of settings, in %s', (locale) => {
  const own = sayIn(locale.slice(0, 2));
  const asker = playground.as({ administrator: true, locale: locale as never });

  it('says what would change, changes it when told to, and nothing twice', async () => {
    await furnish();
    const before = await kept();
    const { json } = await exported();
    await empty();
    const shown = await importing(json, asker);
    await expectPostable(shown as never);
    const text = textOf(shown as never);
    for (const key of ['importTitle', 'importNewBriefings', 'importNewTopics', 'importRemovedSources'] as const)
      expect(text).toContain(own(key));
    expect(text).toContain(`<#${NEWS_CHANNEL_ID}>`);
    expect(text).toContain('**Ferries**');
    expect((await kept()).briefings).toEqual([]);

    const done = await press(shown, 0, asker);
    expect(done.id).toBe(shown.id);
    expect(done.content).toBe(own('importApplied'));
    expect(await kept()).toEqual(before);
    const again = await importing(json, asker);
    expect([again.content, controlsOf(again as never)]).toEqual([own('importNothing'), []]);
  });

  it('changes what is otherwise, and nothing when it is cancelled', async () => {
    await furnish();
    const { json } = await exported();
    const file = JSON.parse(json);
    file.briefings[0].maxStories = 3;
    file.topics[0].query = 'tunnel';
    const shown = await importing(JSON.stringify(file), asker);
    const text = textOf(shown as never);
    expect(text).toContain(own('importChangedBriefings'));
    expect(text).toContain(own('importChangedTopics'));
    expect(text).not.toContain(own('importNewBriefings'));
    expect((await press(shown, 1, asker)).content).toBe(own('importCancelled'));
    expect(JSON.parse((await exported()).json)).toEqual(JSON.parse(json));
    await press(await importing(JSON.stringify(file), asker), 0, asker);
    expect(JSON.parse((await exported()).json)).toEqual(file);
  });

  it('names the field that is wrong, and changes nothing', async () => {
    await furnish();
    const { json } = await exported();
    const before = await kept();
    const file = JSON.parse(json);
    file.briefings[1].times = ['7 am'];
    expect((await importing(JSON.stringify(file), asker)).content).toBe(
      own('errorSettingsField', { field: 'briefings\\[1\\].times\\[0\\]', example: '"07:00"' }),
    );
    expect((await importing(JSON.stringify({ ...file, briefings: [], extra: 1 }), asker)).content).toBe(
      own('errorSettingsUnknown', { field: 'extra' }),
    );
    expect((await importing('{ "tidings": 1, ', asker)).content).toBe(own('errorSettingsBroken'));
    expect((await importing('{ "tidings": 9 }', asker)).content).toBe(own('errorSettingsNewer'));
    expect(await kept()).toEqual(before);
  });
});

describe('channels of another server', () => {
  it('are found by name; those that there are not are left out and named', async () => {
    await furnish();
    const file = JSON.parse((await exported()).json);
    file.briefings[0].channel = { id: '999999999999999999', name: 'news' };
    file.briefings[1].channel = { id: '999999999999999998', name: 'elsewhere' };
    await empty();
    const shown = await importing(JSON.stringify(file));
    expect(textOf(shown as never)).toContain(say('importSkipped'));
    expect(textOf(shown as never)).toContain('#elsewhere');
    await press(shown, 0);
    expect((await kept()).briefings.map(({ channel }) => channel.id)).toEqual([NEWS_CHANNEL_ID]);
  });

  it('new sources come with their topics; without room, nothing at all is changed', async () => {
    const { json } = await exported();
    const file = JSON.parse(json);
    const source = (index: number) => ({
      url: `https://paper${index}.example/feed`,
      title: `Paper ${index}`,
      site: null,
      language: 'de',
      topics: ['science'],
    });
    file.sources = [source(1)];
    file.topics = [{ name: 'Papers', query: null, sources: [source(1).url] }];
    await press(await importing(JSON.stringify(file)), 0);
    expect(await kept()).toMatchObject({ sources: [source(1)], topics: file.topics });
    file.sources = Array.from({ length: 500 }, (_, index) => source(index + 2));
    file.language = 'fr';
    expect((await importing(JSON.stringify(file))).content).toBe(say('errorSourcesTooMany'));
    expect(await kept()).toMatchObject({ language: null, sources: [source(1)] });
  });

  it('an offer is for the one who got it, and not for ever', async () => {
    await furnish();
    const { json } = await exported();
    await empty();
    const shown = await importing(json);
    const other = playground.as({ administrator: true, locale: 'en-US' });
    bot.advance(25 * 60 * 60_000);
    const { content } = await press(shown, 0, other);
    bot.advance(-25 * 60 * 60_000);
    expect(content).toMatch(/<\/import:\d+>/);
    expect((await kept()).briefings).toEqual([]);
  });
});
