import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { judge } from '../../chaos/judge.ts';
import type { Account } from '../../chaos/liveThrough.ts';
import { people } from '../../chaos/subscribers.ts';
import { customId } from '../../src/discord/customId.ts';
import {
  GERMAN_CHANNEL_ID,
  HEADLINES_CHANNEL_ID,
  JAPANESE_CHANNEL_ID,
  NEWS_CHANNEL_ID,
  WORLD_CHANNEL_ID,
} from '../../src/playground/world/defaultWorld.ts';

function anAccount(begin: string, wish: Partial<Account> = {}): Account {
  const plan = { begin: Date.parse(begin), end: Date.parse(begin) + 36 * 60 * 60_000, troubles: [] };
  const nothing = {
    broken: [],
    unreachable: new Map(),
    posted: [],
    edits: [],
    publishedAt: new Map(),
    absences: [],
    deleted: new Set<string>(),
    deletedUnseen: new Set<string>(),
    published: [],
    storms: [],
    stored: [],
    briefings: [],
    said: '',
  };
  return { plan, ...nothing, ...wish };
}

/** A briefing of the channel that is due at 06:45 and 19:30 in Kolkata. */
function aPost(id: number, dueAt: string, postedAt: string, ...headlines: string[]): APIMessage {
  const options = headlines.map((label, index) => ({ label: `${index + 1}. ${label}`, value: String(index) }));
  const select = { type: 3, custom_id: customId('brief', [id, Date.parse(dueAt)]), options };
  const components = [{ type: 1, components: [select] }];
  return {
    id: `${id} at ${postedAt}`,
    channel_id: HEADLINES_CHANNEL_ID,
    timestamp: postedAt,
    components,
  } as unknown as APIMessage;
}

const anArticle = (title: string, storyId: number, storedAt = 0) => ({ title, publisher: title, storyId, storedAt });
const inHeadlines = (lines: readonly string[]) =>
  lines.filter((line) => line.includes(HEADLINES_CHANNEL_ID) && !line.includes('publishing'));
const monday = '2026-05-04T00:20:00Z';
const due = ['2026-05-04T01:15:00.000Z', '2026-05-04T14:00:00.000Z', '2026-05-05T01:15:00.000Z'] as const;
const made = due.map((at, index) => {
  const time = Date.parse(at);
  return { id: index + 1, channelId: HEADLINES_CHANNEL_ID, dueAt: time, createdAt: time, isEmpty: false };
});
const posted = due.map((at, index) => aPost(index + 1, at, at, `story ${index}`));

it.each([
  ['2026-03-28T00:20:00Z', '2026-03-29T01:00:00.000Z'],
  ['2026-10-24T00:20:00Z', '2026-10-25T00:30:00.000Z'],
])('knows when 02:30 is on a day on which clocks change, begun %s', (begin, at) => {
  const day = at.slice(0, 10);
  const lost = judge(anAccount(begin)).lost.filter((line) => line.startsWith(`${GERMAN_CHANNEL_ID} ${day}`));
  expect(lost[0]).toBe(`${GERMAN_CHANNEL_ID} ${at}`);
  expect(lost.filter((line) => line < `${GERMAN_CHANNEL_ID} ${day}T04`)).toHaveLength(1);
});

it('finds nothing wrong where everything came in time, once', () => {
  const verdict = judge(anAccount(monday, { posted, briefings: made }));
  expect([verdict.lost, verdict.twice, verdict.late].flatMap(inHeadlines)).toEqual([]);
});

it('finds what never came, unless one that was made later stands for it or the channel is gone', () => {
  const lost = (wish: Partial<Account>) => inHeadlines(judge(anAccount(monday, { briefings: made, ...wish })).lost);
  expect(lost({ posted: posted.toSpliced(1, 1) })).toEqual([`${HEADLINES_CHANNEL_ID} ${due[1]}`]);
  const later = { ...made[0]!, createdAt: Date.parse(due[1]) };
  const again = { ...later, id: 4, dueAt: made[1]!.dueAt + 3, createdAt: made[1]!.dueAt + 60_000 };
  const postedAgain = aPost(4, new Date(again.dueAt).toISOString(), new Date(again.createdAt).toISOString());
  expect(lost({ posted: posted.with(1, postedAgain), briefings: [made[0]!, again, made[2]!] })).toEqual([]);
  const empty = { ...made[1]!, isEmpty: true };
  expect(lost({ posted: posted.toSpliced(1, 1), briefings: [later, ...made.slice(1)] })).toEqual([]);
  const without = { posted: posted.toSpliced(1, 1), briefings: [made[0]!, empty, made[2]!] };
  const storedAt = (...times: number[]) => ({
    ...without,
    stored: times.map((time) => anArticle(`at ${time}`, 7, time)),
  });
  expect(lost(storedAt(empty.createdAt))).toHaveLength(1);
  expect(lost(storedAt(made[0]!.createdAt, empty.createdAt + 1))).toEqual([]);
  const forBoth = { ...empty, dueAt: made[0]!.dueAt };
  expect(lost({ posted: posted.slice(2), briefings: [forBoth, made[2]!] })).toEqual([]);
  const broken = [{ from: empty.createdAt - 1, to: empty.createdAt + 1 }];
  expect(lost({ ...storedAt(empty.createdAt), broken })).toEqual([]);
  const both = { ...made[0]!, createdAt: empty.createdAt, isEmpty: true };
  expect(lost({ posted: posted.slice(2), broken, briefings: [both, made[2]!] })).toEqual([]);
  expect(lost({ posted: posted.slice(2), broken, briefings: [{ ...both, isEmpty: false }, made[2]!] })).toHaveLength(2);
  const gone = { from: Date.parse(due[1]) - 1, to: Number.POSITIVE_INFINITY };
  expect(lost({ posted: posted.slice(0, 1), unreachable: new Map([[HEADLINES_CHANNEL_ID, [gone]]]) })).toEqual([]);
  expect(
    lost({
      posted: posted.slice(0, 1),
      unreachable: new Map([[HEADLINES_CHANNEL_ID, [{ ...gone, to: gone.from + 2 }]]]),
    }),
  ).toHaveLength(2);
});

it('finds what came twice, be it a briefing, a story or an article', () => {
  const again = aPost(2, due[1], due[1], 'story 1');
  expect(inHeadlines(judge(anAccount(monday, { posted: [...posted, again], briefings: made })).twice)).toHaveLength(2);
  const stored = [1, 2].map((storyId) => anArticle('story', storyId));
  expect(judge(anAccount(monday, { stored })).twice).toEqual(['article story']);
  expect(judge(anAccount(monday, { published: ['story'] })).lost).toContain('article story');
});

it('lets a story come again when another article has joined it', () => {
  const again = [posted[0]!, aPost(2, due[1], due[1], 'story 0'), posted[2]!];
  const twice = (titles: string[]) =>
    judge(anAccount(monday, { posted: again, stored: titles.map((title) => anArticle(title, 7)) })).twice;
  expect(twice(['story 0'])).toHaveLength(1);
  expect(twice(['story 0', 'more of it'])).toEqual([]);
});

it('counts for nothing what somebody deleted while there was no bot to see it', () => {
  const again = aPost(3, due[2], '2026-05-05T05:15:00Z', 'story 2');
  const deletedUnseen = new Set(posted.slice(2).map(({ id }) => id));
  const verdict = judge(anAccount(monday, { posted: [...posted, again], briefings: made, deletedUnseen }));
  expect(inHeadlines(verdict.twice)).toEqual([]);
});

it('finds what came more than a minute after it could', () => {
  const late = (postedAt: string, broken: Account['broken'] = []) =>
    inHeadlines(judge(anAccount(monday, { posted: [aPost(2, due[1], postedAt, 'a')], broken })).late);
  expect(late('2026-05-04T14:01:00Z')).toEqual([]);
  expect(late('2026-05-04T14:01:01Z')).toHaveLength(1);
  const away = { from: Date.parse('2026-05-04T13:59:00Z'), to: Date.parse('2026-05-04T14:30:00Z') };
  expect(late('2026-05-04T14:31:00Z', [away])).toEqual([]);
  expect(late('2026-05-04T14:31:01Z', [away])).toHaveLength(1);
});

const at = (time: string) => Date.parse(`2026-05-04T${time}Z`);
const storm = {
  reports: ['06:00', '06:04', '06:09'].map((time, index) => ({ at: at(time), title: `Storm, report ${index}` })),
};
const aMessage = (channelId: string, time: string, fields: Partial<APIMessage>) =>
  ({ id: `${channelId} ${time}`, channel_id: channelId, timestamp: `2026-05-04T${time}:00Z`, ...fields }) as APIMessage;
const aRow = (...components: object[]) => [{ type: 1, components }] as APIMessage['components'];
const verdictOn = (wish: Partial<Account>) => {
  const { lost, twice, late } = judge(anAccount(monday, { storms: [storm], ...wish }));
  return (word: string) =>
    Object.entries({ lost, twice, late }).flatMap(([kind, lines]) =>
      lines.filter((l) => l.includes(word)).map(() => kind),
    );
};

it('finds a card that never came, came twice or too late, and none for what was no news any more', () => {
  const aCard = (time: string, id = 1) =>
    aMessage(JAPANESE_CHANNEL_ID, time, {
      embeds: [{ title: 'Storm, report 0' }],
      components: aRow({ type: 2, custom_id: customId('fullBrief', [7, at('06:30'), id]) }),
    });
  const card = (wish: Partial<Account>) => verdictOn(wish)(`${JAPANESE_CHANNEL_ID} card`);
  expect(card({ posted: [aCard('06:30')] })).toEqual([]);
  expect(card({})).toEqual(['lost']);
  expect(card({ posted: [aCard('06:30'), aCard('06:31', 2)] })).toEqual(['twice']);
  expect(card({ posted: [aCard('07:30')] })).toEqual(['late']);
  const away = { from: at('06:02'), to: at('07:30') };
  expect(card({ posted: [aCard('08:00')], broken: [away] })).toEqual([]);
  expect(card({ broken: [away] })).toEqual(['lost']);
  expect(card({ broken: [{ ...away, to: at('08:00') }] })).toEqual([]);
});

const hourMs = 60 * 60_000;

describe('a card of 06:30 whose story goes on', () => {
  const aCard = (more: number, listed = 'herald, courier, gazette') =>
    aMessage(JAPANESE_CHANNEL_ID, '06:30', {
      content: `**Live** · ${more > 0 ? `+${more} outlet, now ` : ''}${3 + more} independent sources`,
      embeds: [{ title: 'report 0', description: `Text.\n-# ${listed} · <t:1:R>` }] as APIMessage['embeds'],
      components: aRow({ type: 2, custom_id: customId('fullBrief', [7, at('06:30'), 1]) }),
    });
  const card = aCard(0);
  const reports = (...times: string[]) => times.map((time, index) => anArticle(`report ${index}`, 7, at(time)));
  const three = ['06:10', '06:10', '06:10'];
  const { plan } = anAccount(monday);
  const gone = (time: string) => new Map([[JAPANESE_CHANNEL_ID, [{ from: at(time), to: Number.POSITIVE_INFINITY }]]]);
  const slow = { kind: 'clock wrong', at: at('12:00'), byMs: -5 * hourMs, forMs: 30 * 60_000 } as const;

  it('shows in the end who reports it, and not late', () => {
    const edited = (wish: Partial<Account>) =>
      verdictOn({ posted: [card], stored: reports(...three, '07:10'), ...wish })(`${JAPANESE_CHANNEL_ID} edit`);
    const edit = (time: string, message = aCard(1, 'mirror, herald, courier +1')) => ({ at: at(time), message });
    expect(edited({ stored: reports(...three) })).toEqual([]);
    expect(edited({ edits: [edit('07:12')] })).toEqual([]);
    expect(edited({})).toEqual(['lost']);
    expect(edited({ edits: [edit('07:12', aCard(0, 'mirror, herald, courier +1'))] })).toEqual(['lost']);
    expect(edited({ edits: [edit('07:12', aCard(1))] })).toEqual(['lost']);
    expect(edited({ edits: [edit('07:12'), edit('07:20', card)] })).toEqual(['lost']);
    expect(edited({ edits: [edit('08:31')] })).toEqual(['late']);
    expect(edited({ deleted: new Set([card.id]) })).toEqual([]);
    const away = { from: at('07:11'), to: at('08:20') };
    expect(edited({ edits: [edit('09:40')], broken: [away] })).toEqual([]);
    expect(edited({ broken: [away] })).toEqual(['lost']);
    expect(edited({ unreachable: gone('07:11') })).toEqual([]);
    const tooOld = anArticle('report 3', 7, at('06:30') + 23 * hourMs);
    expect(edited({ stored: [...reports(...three), tooOld] })).toEqual([]);
    expect(edited({ edits: [edit('13:50')], plan: { ...plan, troubles: [slow] } })).toEqual([]);
    expect(edited({ edits: [edit('13:51')], plan: { ...plan, troubles: [slow] } })).toEqual(['late']);
  });

  it('has a reply when two more reported it, once, while that is news', () => {
    const turned = (wish: Partial<Account>) =>
      verdictOn({ posted: [card], stored: reports(...three, '07:10', '07:50'), ...wish })(
        `${JAPANESE_CHANNEL_ID} turn`,
      );
    const reply = (time: string, to = card.id) =>
      aMessage(JAPANESE_CHANNEL_ID, time, {
        message_reference: { type: 0, channel_id: JAPANESE_CHANNEL_ID, message_id: to },
        components: aRow({ type: 2, custom_id: customId('fullBrief', [7, at('07:55'), 1, 1]) }),
      });
    expect(turned({ stored: reports(...three, '07:10') })).toEqual([]);
    expect(turned({ stored: reports('06:10', '06:10', '06:10', '06:20', '06:30') })).toEqual([]);
    expect(turned({ posted: [card, reply('07:55')] })).toEqual([]);
    expect(turned({})).toEqual(['lost']);
    expect(turned({ posted: [card, reply('07:55', 'another')] })).toEqual(['lost']);
    expect(turned({ posted: [card, reply('07:55'), reply('07:56')] })).toEqual(['twice']);
    expect(turned({ posted: [card, reply('09:40')] })).toEqual([]);
    expect(turned({ posted: [card, reply('09:41')] })).toEqual(['late']);
    expect(turned({ deleted: new Set([card.id]) })).toEqual([]);
    expect(turned({ broken: [{ from: at('07:51'), to: at('09:00') }] })).toEqual(['lost']);
    expect(turned({ broken: [{ from: at('07:51'), to: at('09:01') }] })).toEqual([]);
    expect(turned({ unreachable: gone('07:51') })).toEqual([]);
    const fast = { ...slow, at: at('05:40'), byMs: 2 * hourMs };
    for (const clock of [{ ...slow, at: at('12:40') }, fast]) {
      expect(turned({ plan: { ...plan, troubles: [clock] } })).toEqual([]);
    }
  });
});

it('finds who was not told of what they follow, or twice, and lets nobody be woken for it', () => {
  const [day, night] = people;
  const news = (channelId: string, time: string) =>
    aMessage(channelId, time, {
      components: [
        ...(aRow({
          type: 3,
          custom_id: customId('brief', [1, at(time), 0]),
          options: [{ label: '1. Storm, report 2', value: '7' }],
        }) ?? []),
        ...(aRow({ type: 2, custom_id: customId('following', [1, at(time)]) }) ?? []),
      ],
    });
  const early = { reports: storm.reports.map((report) => ({ ...report, at: report.at - 4 * 60 * 60_000 })) };
  const told = (person: { channelId: string }, posted: APIMessage[]) =>
    verdictOn({ storms: [early], posted })(`${person.channelId} told`);
  expect(told(day, [news(day.channelId, '03:00')])).toEqual([]);
  expect(told(day, [])).toEqual(['lost']);
  expect(told(day, [news(day.channelId, '03:00'), news(day.channelId, '03:01')])).toEqual(['twice']);
  expect(told(day, [news(day.channelId, '04:00')])).toEqual(['late']);
  expect(told(night, [news(night.channelId, '05:05')])).toEqual([]);
  expect(told(night, [news(night.channelId, '06:35')])).toEqual(['late']);
});

it('finds a message that was not published, unless there was nothing left to publish', () => {
  const [message] = posted.slice(1) as [APIMessage];
  const published = (wish: Partial<Account>) => verdictOn({ posted: [message], ...wish })('publishing');
  const time = Date.parse(message.timestamp);
  expect(published({ publishedAt: new Map([[message.id, time]]) })).toEqual([]);
  expect(published({})).toEqual(['lost']);
  expect(published({ publishedAt: new Map([[message.id, time + 26 * 60_000]]) })).toEqual(['late']);
  expect(published({ deleted: new Set([message.id]) })).toEqual([]);
  expect(published({ broken: [{ from: time, to: time + 96 * 60_000 }] })).toEqual([]);
  expect(published({ broken: [{ from: time, to: time + 95 * 60_000 }] })).toEqual(['lost']);
});

it('finds a server that was not greeted when the bot came back, or twice', () => {
  const absence = { from: at('08:00'), to: at('09:00') };
  const greeting = (time: string) => aMessage(NEWS_CHANNEL_ID, time, { flags: 1 << 15 });
  const greeted = (...greetings: APIMessage[]) => verdictOn({ absences: [absence], posted: greetings })('greeting');
  expect(greeted(greeting('09:01'))).toEqual([]);
  expect(greeted(greeting('07:00'))).toEqual(['lost']);
  expect(greeted(greeting('09:01'), greeting('09:02'))).toEqual(['twice']);
  expect(greeted(greeting('09:11'))).toEqual(['late']);
});

it('expects a card of what several report within an hour, but not where a clock far behind has dated it', () => {
  const reports = [0, 4, 9, 70].map((minute) => ({ at: Date.parse(due[1]) + minute * 60_000, title: `${minute}` }));
  const account = anAccount(monday, { storms: [{ reports }] });
  const lostWith = (byMinutes: number) => {
    const at = Date.parse(due[1]) + 5 * 60_000;
    const clock = { kind: 'clock wrong', at, byMs: byMinutes * 60_000, forMs: 60_000 } as const;
    return judge({ ...account, plan: { ...account.plan, troubles: [clock] } }).lost.filter((line) =>
      /card of/.test(line),
    );
  };
  expect(lostWith(-50)).toEqual([`${JAPANESE_CHANNEL_ID} card of 0`, `${WORLD_CHANNEL_ID} card of 0`]);
  expect(lostWith(-114)).toEqual([`${JAPANESE_CHANNEL_ID} card of 0`]);
});
