import { PermissionFlagsBits } from 'discord.js';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { timestamp } from '../../src/discord/escape.ts';
import { sayIn } from '../../src/discord/languages/index.ts';
import {
  ADA_ID,
  GUILD_ID,
  MILO_ID,
  NEWS_CHANNEL_ID,
  PRIVATE_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';
import { noteHeld } from '../../src/store/heldArticles.ts';
import { recordEvent, sourcesOfGuild } from '../../src/store/sources.ts';
import { suspendSubscriptions } from '../../src/store/subscriptions.ts';
import { controlsOf, expectPostable, textOf } from '../support/messageChecks.ts';
import { startTestBot } from '../support/startTestBot.ts';
import { rowsOf } from '../support/store.ts';

const bot = await startTestBot();
const { playground, tidings } = bot;
const { db, stages } = tidings;
const { world } = playground;
const [first, second, third] = await sourcesOfGuild(db, GUILD_ID);
const server = world.guilds.get(GUILD_ID)!.name;
const dayMs = 24 * 60 * 60_000;

const dmOf = (userId: string) => world.messagesIn(world.openDm(userId).id);
const lastTo = (userId: string) => dmOf(userId).at(-1)!;
const died = (source = first, detail = 'status 503') =>
  recordEvent(db, { source_id: source!.id, kind: 'died', at: bot.now().getTime(), detail });

/** All that a source holds is held, as if it had come at once. */
async function hold(source = first): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('articles')
    .set({ arrival: 'held' })
    .where('source_id', '=', source!.id)
    .executeTakeFirst();
  await noteHeld(db, source!.id, Number(numUpdatedRows), bot.now());
  return Number(numUpdatedRows);
}
const arrivalsOf = async (source = first) =>
  new Set((await rowsOf(db, 'articles')).filter((row) => row.source_id === source!.id).map(({ arrival }) => arrival));

beforeEach(async () => {
  bot.advance(2 * dayMs);
  await db.deleteFrom('subscriptions').execute();
  await db.deleteFrom('guild_sources').execute();
  await db.updateTable('sources').set({ held_since: null }).execute();
  world.closedDms.delete(ADA_ID);
  for (const { id } of [first!, second!, third!]) {
    await db
      .insertInto('guild_sources')
      .values({ guild_id: GUILD_ID, source_id: id, choice: 'added', chosen_by: ADA_ID, chosen_at: 0 })
      .execute();
  }
});

describe.each(['en', 'de', 'ja', 'ar'])('a notice in %s', (language) => {
  const say = sayIn(language);
  const ada = playground.as({
    administrator: true,
    locale: ({ en: 'en-US', de: 'de', ja: 'ja' } as const)[language] ?? 'en-US',
  });
  const answering = sayIn(language === 'ar' ? 'en' : language);
  beforeEach(() => bot.subscribe(NEWS_CHANNEL_ID, { language, createdBy: ADA_ID }));

  it('says which channel rests, and what is missing there', async () => {
    await bot.subscribe(PRIVATE_CHANNEL_ID, { language, createdBy: ADA_ID });
    await suspendSubscriptions(db, PRIVATE_CHANNEL_ID, 'no access');
    expect(await stages.notify()).toBe(1);
    const missing = say('missingThere', { missing: say('permissionViewChannel') });
    expect(textOf(lastTo(ADA_ID) as never)).toContain(
      `<#${PRIVATE_CHANNEL_ID}>: ${say('pausedNoAccess')} · ${missing}`,
    );
  });

  it('says what died, why, and what recovered', async () => {
    await died(first);
    await died(second, 'unknown host');
    await recordEvent(db, { source_id: third!.id, kind: 'recovered', at: bot.now().getTime(), detail: '' });
    expect(await stages.notify()).toBe(1);
    const message = lastTo(ADA_ID);
    await expectPostable(message as never);
    const text = textOf(message as never);
    expect(text).toContain(say('noticeTitle', { server }));
    expect(text).toContain(`**${first!.title}**: ${say('feedServer', { status: 503 })}`);
    expect(text).toContain(`**${second!.title}**: ${say('feedHost')}`);
    expect(text).toContain(say('noticeDiedHint'));
    expect(text).toContain(`__${say('noticeRecovered')}__\n**${third!.title}**`);
    expect(controlsOf(message as never)).toEqual([]);
  });

  it.each([
    ['letThrough', 'heldLetThrough', 'news'],
    ['keepBack', 'heldKeptBack', 'silent'],
  ] as const)('asks what to do with too much, and does it: %s', async (button, answer, arrival) => {
    const count = await hold();
    expect(await stages.notify()).toBe(1);
    const message = lastTo(ADA_ID);
    await expectPostable(message as never);
    const when = timestamp(new Date(bot.now().getTime() + dayMs), 'f');
    expect(textOf(message as never)).toContain(say('noticeHeld', { title: first!.title, count, when }));
    expect(textOf(message as never)).toContain(`[ ${say(button)} ]`);
    const control = controlsOf(message as never).find((id) => id.startsWith(button))!;
    const answered = (await ada.press(message, control)).message!;
    expect(answered.id).toBe(message.id);
    expect(answered.content).toBe(answering(answer, { title: first!.title }));
    expect(controlsOf(answered as never)).toEqual([]);
    expect(await arrivalsOf()).toEqual(new Set([arrival]));
  });
});

it('asks about several, one after the other; the first answer counts', async () => {
  await hold(first);
  await hold(second);
  await stages.notify();
  const message = lastTo(ADA_ID);
  const controls = controlsOf(message as never);
  expect(controls).toHaveLength(4);
  const { ada } = bot;
  const say = sayIn('en');
  await db.updateTable('sources').set({ held_since: null }).where('id', '=', second!.id).execute();
  const late = (await ada.press(message, controls[3]!)).message!;
  expect(late.content).toBe(say('heldDecided', { title: second!.title }));
  expect(await arrivalsOf(second)).toEqual(new Set(['held']));
  expect(controlsOf(late as never)).toEqual(controls.slice(0, 2));
  await ada.press(late, controls[0]!);
  expect(await arrivalsOf(first)).toEqual(new Set(['news']));
  expect(controlsOf(lastTo(ADA_ID) as never)).toEqual([]);
});

it('listens to those only who manage the server', async () => {
  const role = world.guilds.addRole(GUILD_ID, {
    name: 'Editors',
    permissions: PermissionFlagsBits.ManageGuild.toString(),
  });
  await vi.waitFor(() => expect(tidings.bot.client.guilds.cache.get(GUILD_ID)?.roles.cache.has(role.id)).toBe(true));
  world.guilds.changeMember(GUILD_ID, MILO_ID, { roles: [role.id] });
  await db.updateTable('guild_sources').set({ chosen_by: MILO_ID }).execute();
  await hold();
  await stages.notify();
  const message = lastTo(MILO_ID);
  const [control = ''] = controlsOf(message as never);
  world.guilds.changeMember(GUILD_ID, MILO_ID, { roles: [] });
  const answered = (await bot.milo.press(message, control)).message!;
  expect(answered.content).toBe(sayIn('en')('errorManage'));
  expect(await arrivalsOf()).toEqual(new Set(['held']));
});

it('goes to nobody who does not manage the server, and is given up when nobody takes it', async () => {
  await db.updateTable('guild_sources').set({ chosen_by: MILO_ID }).execute();
  const before = dmOf(MILO_ID).length;
  await died();
  await stages.notify();
  expect(textOf(lastTo(ADA_ID) as never)).toContain(first!.title);
  expect(dmOf(MILO_ID)).toHaveLength(before);
  bot.advance(dayMs);
  const had = dmOf(ADA_ID).length;
  world.closedDms.set(ADA_ID, true);
  await died(second);
  await stages.notify();
  expect(dmOf(ADA_ID)).toHaveLength(had);
  expect((await rowsOf(db, 'notices')).at(-1)).toMatchObject({ status: 'dropped' });
  expect(bot.problems.splice(0).join()).toContain('Nobody could be told about channels and sources');
});

it('mentions nobody, whatever a source is called', async () => {
  await db
    .updateTable('sources')
    .set({ title: '@everyone **<@1>** [a](https://b.example)' })
    .where('id', '=', first!.id)
    .execute();
  await died();
  await hold();
  await stages.notify();
  const message = lastTo(ADA_ID);
  expect([message.mentions, message.mention_everyone]).toEqual([[], false]);
  expect(textOf(message as never)).not.toMatch(/@everyone|(?<!\\)\[a/);
});
