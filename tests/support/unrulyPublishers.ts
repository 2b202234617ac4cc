import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** A piece as its publisher has it; `number` counts from the oldest. */
export type Piece = { readonly number: number; readonly at: number; readonly title: string };

type Item = { guid: string | null; link: string; title: string; at: number | null; date?: string };

/** What a publisher does at one moment of the week. */
type Moment = {
  readonly now: number;
  /** Hours since the week began. */
  readonly hour: number;
  /** 0 to 1, another number each time. */
  readonly chance: () => number;
  readonly name: string;
};

type Answer = {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
  /** Breaks off the connection. */
  readonly breaksOff?: boolean;
};

type Habit = {
  readonly perDay: number;
  /** How many pieces the document holds. */
  readonly holds: number;
  /** Hours since the week began at which 30 pieces come within half an hour. */
  readonly bursts?: readonly number[];
  /** From the pieces that it would list, the newest first, to what it does list. */
  readonly list?: (items: Item[], moment: Moment, older: readonly Item[]) => Item[];
  /** Instead of the document. */
  readonly instead?: (moment: Moment, path: string) => Answer | null;
  readonly headers?: (moment: Moment, etag: string) => Record<string, string>;
  readonly channel?: string;
  readonly form?: (document: string, moment: Moment) => string;
  /** What to take for the document's state when comparing validators. */
  readonly stamp?: (moment: Moment) => string;
  /** The hour since the week began from which on nothing that it publishes need be had. */
  readonly ends?: number;
};

const httpDate = (time: number) => new Date(time).toUTCString();
const quiet = (moment: Moment, from: number, to: number) => moment.hour >= from && moment.hour < to;
const inReality = (ms: number) => httpDate(Date.now() + ms);

/** Every way to misbehave of which people complain, and some good manners. */
const habits: Readonly<Record<string, Habit>> = {
  good: { perDay: 20, holds: 30 },
  weekly: { perDay: 0.3, holds: 20 },
  busy: { perDay: 100, holds: 100 },
  short: { perDay: 10, holds: 10 },
  lastModifiedOnly: {
    perDay: 15,
    holds: 30,
    headers: ({ now }) => ({ 'last-modified': httpDate(now - (now % hourMs)) }),
  },
  noValidators: { perDay: 15, holds: 30, headers: () => ({}) },
  alwaysOtherBytes: { perDay: 15, holds: 30, headers: () => ({}), form: (text, { now }) => `${text}<!-- ${now} -->` },
  otherEtagEachTime: { perDay: 15, holds: 30, headers: ({ now }) => ({ etag: `"${now}"` }) },
  stuckAt304: { perDay: 15, holds: 30, stamp: ({ hour }) => String(Math.floor(hour / 18)) },
  expiresZero: { perDay: 15, holds: 30, stamp: () => 'always', headers: (_moment, etag) => ({ etag, expires: '0' }) },
  shuffled: { perDay: 20, holds: 30, list: (items, { chance }) => items.toSorted(() => chance() - 0.5) },
  oldestFirst: { perDay: 20, holds: 30, list: (items) => items.toReversed() },
  shrinking: {
    perDay: 10,
    holds: 30,
    list: (items, { hour, chance }) => (Math.floor(hour) % 7 === 3 ? items.slice(0, Math.ceil(chance() * 8)) : items),
  },
  oldOnesReturn: {
    perDay: 10,
    holds: 30,
    list: (items, { chance }, older) => [...items, ...older.filter(() => chance() < 0.1).slice(0, 15)],
  },
  bumpedDates: { perDay: 10, holds: 20, list: (items, { now }) => items.map((item) => ({ ...item, at: now })) },
  futureDates: {
    perDay: 10,
    holds: 20,
    list: (items, { now }) => items.map((item) => ({ ...item, at: now + 40 * dayMs })),
  },
  dateOnly: {
    perDay: 10,
    holds: 20,
    list: (items) => items.map((item) => ({ ...item, date: new Date(item.at ?? 0).toISOString().slice(0, 10) })),
  },
  noDates: { perDay: 10, holds: 20, list: (items) => items.map((item) => ({ ...item, at: null })) },
  otherGuidEachTime: {
    perDay: 10,
    holds: 20,
    list: (items, { now }) => items.map((item) => ({ ...item, guid: `${now}-${item.link}` })),
  },
  guidsChangeOnce: {
    perDay: 10,
    holds: 40,
    list: (items, moment) =>
      quiet(moment, 80, 999) ? items.map((item) => ({ ...item, guid: `new ${item.guid}` })) : items,
  },
  titleInGuid: {
    perDay: 10,
    holds: 20,
    list: (items, { now }) =>
      items.map((item) => edited({ ...item, guid: item.title }, now)).map((item) => ({ ...item, guid: item.title })),
  },
  oneGuidForAll: { perDay: 10, holds: 20, list: (items) => items.map((item) => ({ ...item, guid: 'feed' })) },
  noGuids: { perDay: 10, holds: 20, list: (items) => items.map((item) => ({ ...item, guid: null })) },
  oneLinkForAll: { perDay: 10, holds: 20, list: (items) => items.map((item) => ({ ...item, link: '/' })) },
  neitherGuidNorLink: {
    perDay: 10,
    holds: 20,
    list: (items) => items.map((item) => ({ ...item, guid: null, link: '/news' })),
  },
  tracked: {
    perDay: 10,
    holds: 20,
    list: (items, { now }) =>
      items.map((item) => ({ ...item, guid: null, link: `${item.link}?utm_source=rss&utm_term=${now}#at` })),
  },
  sometimesAmp: {
    perDay: 10,
    holds: 20,
    list: (items, { chance }) =>
      items.map((item) => ({ ...item, guid: null, link: chance() < 0.5 ? `${item.link}/amp` : `${item.link}?amp=1` })),
  },
  edits: { perDay: 10, holds: 20, list: (items, { now }) => items.map((item) => edited(item, now)) },
  bursts: { perDay: 12, holds: 60, bursts: [30, 77, 121] },
  longFresh: { perDay: 40, holds: 30, headers: (_moment, etag) => ({ etag, 'cache-control': 'max-age=86400' }) },
  freshForAnHour: { perDay: 4, holds: 30, headers: (_moment, etag) => ({ etag, expires: inReality(hourMs) }) },
  longTtl: { perDay: 40, holds: 30, channel: '<ttl>1440</ttl>' },
  skipsNights: {
    perDay: 20,
    holds: 30,
    channel: '<skipHours>0 1 2 3 4 5</skipHours>'.replace(/\d/g, '<hour>$&</hour>'),
  },
  overloaded: {
    perDay: 10,
    holds: 30,
    instead: ({ hour, chance }) =>
      Math.floor(hour) % 9 === 2
        ? {
            status: chance() < 0.5 ? 429 : 503,
            headers: { 'retry-after': chance() < 0.5 ? '1800' : inReality(30 * minuteMs) },
          }
        : null,
  },
  brokenForHours: {
    perDay: 10,
    holds: 30,
    instead: (moment) => (quiet(moment, 50, 57) ? { status: 502, body: 'Bad gateway' } : null),
  },
  breaksOff: { perDay: 10, holds: 30, instead: ({ chance }) => (chance() < 0.15 ? { breaksOff: true } : null) },
  errorPages: {
    perDay: 10,
    holds: 30,
    instead: ({ chance }) =>
      chance() < 0.2 ? { body: '<!doctype html><title>Sorry</title><p>We will be back.' } : null,
  },
  emptyAnswers: { perDay: 10, holds: 30, instead: ({ chance }) => (chance() < 0.2 ? { body: '' } : null) },
  emptyFeeds: { perDay: 10, holds: 30, list: (items, { chance }) => (chance() < 0.2 ? [] : items) },
  cutOff: {
    perDay: 10,
    holds: 30,
    form: (text, { chance }) => (chance() < 0.3 ? text.slice(0, text.length * chance()) : text),
  },
  looseMarkup: { perDay: 10, holds: 30, form: (text) => text.replaceAll('<title>', '<title>Bread & butter < ') },
  blocksSometimes: { perDay: 10, holds: 30, instead: (moment) => (quiet(moment, 60, 66) ? { status: 403 } : null) },
  redirectsForNow: {
    perDay: 10,
    holds: 30,
    instead: (_moment, path) => (path === '/feed' ? { status: 302, headers: { location: '/elsewhere' } } : null),
  },
  movesAfterAWeek: {
    perDay: 10,
    holds: 30,
    instead: (_moment, path) => (path === '/feed' ? { status: 301, headers: { location: '/moved' } } : null),
  },
  movesAndGoes: {
    perDay: 10,
    holds: 30,
    instead: (moment, path) => {
      if (path !== '/feed') return null;
      return quiet(moment, 40, 999) ? { status: 404 } : { status: 308, headers: { location: '/moved' } };
    },
  },
  gone: { perDay: 10, holds: 30, ends: 42, instead: (moment) => (quiet(moment, 48, 999) ? { status: 410 } : null) },
};

/** A third of the pieces get another headline two hours after they came. */
function edited(item: Item, now: number): Item {
  const isEdited = (item.at ?? 0) % 3 === 0 && now - (item.at ?? 0) > 2 * hourMs;
  return isEdited ? { ...item, title: `${item.title}, and what we know` } : item;
}

export type Publisher = {
  readonly name: string;
  readonly url: string;
  readonly pieces: readonly Piece[];
  readonly ends: number;
};

/** Publishers of all kinds, each with a host of its own, on one loopback port, and what they publish in so many hours. */
export async function startUnrulyPublishers(options: { begin: Date; hours: number; now: () => Date; seed: number }) {
  const begin = options.begin.getTime();
  const requests = new Map<string, { at: number; status: number; path: string }[]>();
  const shelves = new Map(
    Object.entries(habits).map(([name, habit], index) => {
      const chance = chances(options.seed + index);
      return [name, { habit, chance, pieces: piecesOf(name, habit, chance, begin, options.hours) }] as const;
    }),
  );
  const server = createServer((request, response) => {
    const [name = ''] = (request.headers.host ?? '').split('.');
    const shelf = shelves.get([...shelves.keys()].find((each) => each.toLowerCase() === name) ?? '');
    if (!shelf) return void response.writeHead(404).end();
    const now = options.now().getTime();
    const moment = { now, hour: (now - begin) / hourMs, chance: shelf.chance, name };
    const status = answer(request, response, shelf, moment);
    const seen = requests.get(name) ?? [];
    requests.set(name, [...seen, { at: now, status, path: request.url ?? '' }]);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    port,
    publishers: [...shelves].map(([name, { pieces, habit }]): Publisher => {
      const host = `${name.toLowerCase()}.example:${port}`;
      return { name, url: `http://${host}/feed`, pieces, ends: begin + (habit.ends ?? options.hours) * hourMs };
    }),
    requestsTo: (name: string) => requests.get(name.toLowerCase()) ?? [],
    close: () => {
      server.closeAllConnections();
      return new Promise<void>((resolve) => server.close(() => resolve()));
    },
  };
}

function answer(
  request: IncomingMessage,
  response: ServerResponse,
  { habit, pieces }: { habit: Habit; pieces: readonly Piece[] },
  moment: Moment,
): number {
  const instead = habit.instead?.(moment, request.url ?? '');
  if (instead?.breaksOff) {
    response.destroy();
    return 0;
  }
  if (instead) {
    const { status = 200, headers = {}, body = '' } = instead;
    response.writeHead(status, headers).end(body);
    return status;
  }
  const published = pieces.filter(({ at }) => at <= moment.now).toReversed();
  const items = published.map(itemOf);
  const [listed, older] = [items.slice(0, habit.holds), items.slice(habit.holds)];
  const document = write(habit.list?.(listed, moment, older) ?? listed, moment.name, habit.channel ?? '');
  const body = habit.form?.(document, moment) ?? document;
  const stamp = habit.stamp?.(moment) ?? body;
  const etag = `"${createHash('sha256').update(stamp).digest('base64url').slice(0, 16)}"`;
  const headers = habit.headers ? habit.headers(moment, etag) : { etag };
  const isSame =
    (headers.etag && request.headers['if-none-match'] === headers.etag) ||
    (!headers.etag &&
      headers['last-modified'] &&
      isUnchangedSince(request.headers['if-modified-since'], published[0]?.at));
  if (isSame) {
    response.writeHead(304, headers).end();
    return 304;
  }
  response.writeHead(200, { 'content-type': 'application/rss+xml', ...headers }).end(body);
  return 200;
}

function isUnchangedSince(since: string | undefined, newest = 0): boolean {
  return since !== undefined && Date.parse(since) > newest;
}

function itemOf({ number, at, title }: Piece): Item {
  return { guid: `piece-${number}`, link: `/news/${number}`, title, at };
}

function write(items: readonly Item[], name: string, channel: string): string {
  const entries = items.map(({ guid, link, title, at, date }) =>
    [
      `<item><title>${title}</title><link>https://${name}.example${link}</link>`,
      guid === null ? '' : `<guid isPermaLink="false">${guid}</guid>`,
      at === null ? '' : `<pubDate>${date ?? httpDate(at)}</pubDate>`,
      `<description>${title}: more in our paper.</description></item>`,
    ].join(''),
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title>${channel}${entries.join('')}</channel></rss>`;
}

const words =
  'harbour tower garden school river museum orchard quarry lighthouse meadow council bridge ferry choir vote storm train market bakery theatre engine forest island valley'.split(
    ' ',
  );

/** Each title ends with the publisher's number for the piece, by which it is found again whatever else changes. */
function piecesOf(name: string, habit: Habit, chance: () => number, begin: number, hoursLong: number): Piece[] {
  const times: number[] = [];
  // Few at night, most at noon.
  const busyness = (time: number) =>
    0.15 + 0.85 * Math.max(0, Math.sin(((time % dayMs) / dayMs - 0.2) * Math.PI * 1.25));
  for (
    let time = begin - 4 * dayMs;
    time < begin + hoursLong * hourMs;
    time += (-Math.log(1 - chance()) * dayMs) / (habit.perDay * 2)
  ) {
    if (chance() < busyness(time)) times.push(Math.round(time));
  }
  for (const hour of habit.bursts ?? []) {
    for (let count = 0; count < 30; count++) times.push(Math.round(begin + hour * hourMs + count * minuteMs));
  }
  const word = () => words[Math.floor(chance() * words.length)];
  return times
    .toSorted((a, b) => a - b)
    .map((at, number) => ({
      number,
      at,
      title: `${[word(), word(), word(), word(), word()].join(' ')} ${name}-${number}.`,
    }));
}

/** Marsaglia's xorshift: the same chances for the same seed. */
function chances(seed: number): () => number {
  let state = (seed + 1) * 2_654_435_761;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
