import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readSettingsFile, writeSettingsFile } from '../../src/discord/settingsFile.ts';
import type { Muted } from '../../src/news/mute.ts';
import { findServerSettings, importSettings, type PlacedSettings } from '../../src/store/serverSettings.ts';
import { monday } from '../support/articles.ts';
import { addSources, openTestStore } from '../support/store.ts';

const options = { userId: 'ada', now: monday, mostSources: 100, isTrial: false };
const nameOf = { channel: (id: string) => `channel ${id}`, role: (id: string) => `role ${id}` };

const snowflake = fc.constantFrom('1290000000000000201', '1290000000000000202');
const maybe = <T>(some: fc.Arbitrary<T>) => fc.option(some);
const time = fc.constantFrom('00:00', '07:00', '12:30', '22:00');
const quiet = maybe(fc.constantFrom({ from: '22:00', until: '07:00' }, { from: '12:30', until: '13:00' }));
const topics = fc.subarray(['politics', 'science', 'sport']);
const ownTopics = fc.subarray(['Ferries', 'Häfen']);
const timeZone = fc.constantFrom('Asia/Tokyo', 'Europe/Berlin');
const language = fc.constantFrom('ar', 'de', 'en', 'ja');
const shared = { channelId: snowflake, topics, ownTopics, language, timeZone, quiet, isPaused: fc.boolean() };

const briefing = fc
  .record({
    ...shared,
    times: fc.uniqueArray(time, { minLength: 1 }).map((times) => times.sort()),
    everyMinutes: maybe(fc.integer({ min: 5, max: 1_440 })),
    weekdays: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
    maxStories: fc.integer({ min: 1, max: 10 }),
    minOrigins: fc.integer({ min: 1, max: 5 }),
    whenEmpty: fc.constantFrom('nothing', 'line'),
    layout: fc.constantFrom('compact', 'cards', 'full', undefined),
    images: fc.constantFrom(true, false, undefined),
    mentionRoleId: fc.constantFrom('1290000000000000301', null, undefined),
    postPer: fc.constantFrom('day', 'story', null, undefined),
  })
  .map((each) => (each.everyMinutes === null ? each : { ...each, times: [] }));

const cards = fc
  .record({
    ...shared,
    kind: fc.constantFrom('live', 'breaking'),
    minOrigins: fc.integer({ min: 1, max: 10 }),
    withinMinutes: fc.integer({ min: 5, max: 720 }),
    perHour: fc.integer({ min: 1, max: 30 }),
    roleId: fc.constantFrom('1290000000000000301', null, undefined),
    mentionsPerDay: fc.integer({ min: 0, max: 24 }),
  })
  .map((each) => (each.kind === 'live' ? { ...each, withinMinutes: null } : each));

const muted: fc.Arbitrary<Muted> = fc.oneof(
  fc.record({ kind: fc.constant('word' as const), value: fc.constantFrom('ferry', 'Fußball', '地震') }),
  fc.record({ kind: fc.constant('topic' as const), value: fc.constantFrom('science', 'sport') }),
  fc.record({
    kind: fc.constant('source' as const),
    value: fc.constantFrom('https://times.example/feed', 'https://unknown.example/feed'),
  }),
);

const placed: fc.Arbitrary<PlacedSettings> = fc.record({
  language: maybe(language),
  timeZone: maybe(timeZone),
  noticeChannelId: maybe(snowflake),
  sources: fc.constant([]),
  removedSources: fc.subarray(['https://wire.example/feed']),
  topics: fc.constant([
    { name: 'Ferries', query: 'ferry OR Fähre', sources: ['https://times.example/feed'] },
    { name: 'Häfen', query: null, sources: [] },
  ]),
  briefings: fc.array(briefing, { maxLength: 6 }),
  cards: fc.array(cards, { maxLength: 6 }),
  mutes: fc.array(muted, { maxLength: 8 }),
});

it('whatever is imported twice changes nothing, and its file is one that can be imported', async () => {
  await fc.assert(
    fc.asyncProperty(placed, placed, async (first, second) => {
      const db = openTestStore();
      await addSources(
        db,
        { key: 'times', url: 'https://times.example/feed' },
        { key: 'wire', url: 'https://wire.example/feed' },
      );
      for (const settings of [first, second]) {
        await importSettings(db, 'guild', settings, options);
        const before = await findServerSettings(db, 'guild', nameOf);
        expect(readSettingsFile(new TextEncoder().encode(writeSettingsFile(before)))).toEqual(before);
        const changes = await importSettings(db, 'guild', settings, options);
        expect(Object.values(changes).filter((change) => Object.keys(change).length > 0)).toEqual([]);
        expect(await findServerSettings(db, 'guild', nameOf)).toEqual(before);
      }
    }),
    { numRuns: 40 },
  );
});
