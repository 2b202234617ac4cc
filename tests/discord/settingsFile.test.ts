import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  looksLikeSettings,
  readSettingsFile,
  SettingsFileError,
  writeSettingsFile,
} from '../../src/discord/settingsFile.ts';
import type { ServerSettings } from '../../src/news/serverSettings.ts';

const full: ServerSettings = {
  language: 'de',
  timeZone: 'Europe/Berlin',
  noticeChannel: { id: '1290000000000000201', name: 'news' },
  sources: [{ url: 'https://paper.example/feed', title: 'Paper', site: null, language: 'und', topics: ['science'] }],
  removedSources: ['https://wire.example/feed'],
  topics: [{ name: 'Häfen', query: 'ferry OR hafen', sources: ['https://paper.example/feed'] }],
  briefings: [
    {
      channel: { id: '1290000000000000201', name: 'news' },
      topics: ['science'],
      ownTopics: ['Häfen'],
      times: ['09:00'],
      weekdays: [7],
      everyMinutes: null,
      timeZone: 'Asia/Tokyo',
      language: 'ja',
      maxStories: 5,
      minOrigins: 2,
      quiet: { from: '22:00', until: '07:00' },
      whenEmpty: 'line',
      isPaused: true,
      layout: 'full',
      images: false,
      mentionRole: { id: '1290000000000000301', name: 'Readers' },
      postPer: 'story',
    },
  ],
  cards: [
    {
      kind: 'breaking',
      channel: { id: '1290000000000000201', name: 'news' },
      topics: [],
      ownTopics: ['Häfen'],
      language: 'de',
      minOrigins: 3,
      withinMinutes: 60,
      perHour: 6,
      role: { id: '1290000000000000301', name: 'Readers' },
      mentionsPerDay: 3,
      timeZone: 'Europe/Berlin',
      quiet: null,
      isPaused: false,
    },
  ],
  mutes: [
    { kind: 'word', value: 'Fußball' },
    { kind: 'source', value: 'https://paper.example/feed' },
    { kind: 'topic', value: 'sport' },
  ],
};
const mute = '{ "kind": "word" | "source" | "topic", "value": … }';
const bytes = (value: unknown) => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const written = () => JSON.parse(writeSettingsFile(full));

/** The file with a value somewhere else than it was. */
function withAt(path: readonly (string | number)[], value: unknown) {
  const file = written();
  const [last, ...before] = [...path].reverse();
  const holder = before.reverse().reduce((at, part) => at[part], file);
  holder[last!] = value;
  return file;
}

function faultOf(file: unknown): Pick<SettingsFileError, 'problem' | 'field' | 'example'> {
  try {
    readSettingsFile(bytes(file));
  } catch (error) {
    if (error instanceof SettingsFileError) return error;
    throw error;
  }
  throw new Error('It was taken.');
}

describe('a file of settings', () => {
  it('reads as it was written, also with a mark at its beginning', () => {
    expect(readSettingsFile(bytes(writeSettingsFile(full)))).toEqual(full);
    const marked = bytes(`\uFEFF${writeSettingsFile(full)}`);
    expect([looksLikeSettings(marked), readSettingsFile(marked)]).toEqual([true, full]);
    expect(looksLikeSettings(bytes('<opml version="2.0"/>'))).toBe(false);
  });

  it.each([
    [['briefings', 0, 'times', 0], '7 am', 'briefings[0].times[0]', '"07:00"'],
    [['briefings', 0, 'times'], [], 'briefings[0].times', '["07:00"], "everyMinutes": null | [], "everyMinutes": 120'],
    [['briefings', 0, 'weekdays', 0], 8, 'briefings[0].weekdays[0]', '1 … 7'],
    [['briefings', 0, 'weekdays'], [], 'briefings[0].weekdays', '[1, 2, 3, 4, 5]'],
    [['briefings', 0, 'timeZone'], 'Asia/Soul', 'briefings[0].timeZone', '"Europe/Berlin"'],
    [['briefings', 0, 'maxStories'], 2.5, 'briefings[0].maxStories', '1 … 10'],
    [['briefings', 0, 'isPaused'], undefined, 'briefings[0].isPaused', 'true | false'],
    [['briefings', 0, 'ownTopics', 0], 'Boats', 'briefings[0].ownTopics[0]', '"Häfen" | []'],
    [['briefings', 0, 'quiet', 'until'], '22:00', 'briefings[0].quiet', '{ "from": "22:00", "until": "07:00" }'],
    [['briefings', 0, 'layout'], 'wide', 'briefings[0].layout', '"compact" | "cards" | "full"'],
    [['briefings', 0, 'images'], 'no', 'briefings[0].images', 'true | false'],
    [['briefings', 0, 'mentionRole'], '@Readers', 'briefings[0].mentionRole', '{ "id": …, "name": … }'],
    [['briefings', 0, 'mentionRole', 'id'], '@everyone', 'briefings[0].mentionRole.id', '"1290000000000000201"'],
    [['briefings', 0, 'postPer'], 'week', 'briefings[0].postPer', '"day" | "story"'],
    [['cards', 0, 'kind'], 'slow', 'cards[0].kind', '"live" | "breaking"'],
    [['cards', 0, 'perHour'], 1_000, 'cards[0].perHour', '1 … 30'],
    [['cards', 0, 'role'], undefined, 'cards[0].role', '{ "id": …, "name": … }'],
    [
      ['cards', 0, 'withinMinutes'],
      null,
      'cards[0].withinMinutes',
      '"kind": "live", "withinMinutes": null | "kind": "breaking", "withinMinutes": 60',
    ],
    [['cards', 0, 'ownTopics', 0], 'Boats', 'cards[0].ownTopics[0]', '"Häfen" | []'],
    [['mutes', 0, 'kind'], 'person', 'mutes[0].kind', mute],
    [['mutes', 0], 'ferry', 'mutes[0]', mute],
    [['mutes', 0, 'value'], '“ferry”', 'mutes[0].value', '"football"'],
    [['mutes', 1, 'value'], 'paper', 'mutes[1].value', '"https://paper.example/feed.xml"'],
    [['mutes'], Array.from({ length: 26 }, () => full.mutes[0]), 'mutes', '[ … ] ≤ 25'],
    [['language'], 'xx', 'language', '"de"'],
    [['noticeChannel', 'id'], '../1', 'noticeChannel.id', '"1290000000000000201"'],
    [['sources', 0, 'url'], 'file:///etc/passwd', 'sources[0].url', '"https://paper.example/feed.xml"'],
    [['topics', 0, 'query'], '(ferry', 'topics[0].query', '"ferry OR harbour"'],
    [['topics', 0, 'name'], 'Sport', 'topics[0].name', '"Harbour"'],
    [['topics'], Array.from({ length: 31 }, () => full.topics[0]), 'topics', '[ … ] ≤ 30'],
  ] as const)('%j as %j: named, with what could stand there', (path, value, field, example) => {
    expect(faultOf(withAt(path, value))).toMatchObject({ problem: 'wrong value', field, example });
  });

  it('one of an earlier version says nothing of looks, cards and mutes, and is taken', () => {
    const { cards: _, mutes: __, ...older } = written();
    const looks = ['layout', 'images', 'mentionRole', 'postPer'];
    older.briefings = older.briefings.map((briefing: object) =>
      Object.fromEntries(Object.entries(briefing).filter(([field]) => !looks.includes(field))),
    );
    expect(readSettingsFile(bytes(older))).toEqual({ ...older, tidings: undefined, cards: [], mutes: [] });
  });

  it('a field that there is not, a newer file, and what is none', () => {
    expect(faultOf(withAt(['briefings', 0, 'colour'], 'red'))).toMatchObject({
      problem: 'unknown field',
      field: 'briefings[0].colour',
    });
    expect(faultOf({ ...written(), tidings: 2, more: 1 })).toMatchObject({ problem: 'newer' });
    for (const text of ['{', '{"a":', '\u0000', '{"tidings":1}}'])
      expect(faultOf(text)).toMatchObject({ problem: 'no settings' });
    expect(faultOf({})).toMatchObject({ field: 'tidings' });
    expect(faultOf('[]')).toMatchObject({ problem: 'wrong value', field: '' });
  });

  it('nothing else than settings is ever taken, and nothing but a fault is thrown', () => {
    fc.assert(
      fc.property(fc.constantFrom(...Object.keys(written())), fc.jsonValue(), (field, value) => {
        const file = { ...written(), [field]: value };
        try {
          expect(Object.keys(readSettingsFile(bytes(file))).sort()).toEqual(Object.keys(full).sort());
        } catch (error) {
          expect(error).toBeInstanceOf(SettingsFileError);
        }
      }),
    );
  });
});
