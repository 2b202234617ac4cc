import type { IncomingMessage, ServerResponse } from 'node:http';
import type { SourceFacts } from '../src/news/source.ts';
import { Chances } from './Chances.ts';

export const pressPath = '/press/';

const minuteMs = 60_000;
/** Between two articles of one publisher. */
const paceMs = 60 * minuteMs;
const feedHolds = 20;
/** News from before the bot begins. */
const earlierMs = 6 * 60 * minuteMs;

/** Between two storms: people are told of ten a day. */
const stormPaceMs = { from: 160 * minuteMs, to: 320 * minuteMs };
/** Before the first storm, and after the last. */
const stormlessMs = { before: 70 * minuteMs, after: 4 * 60 * minuteMs };
/** Nobody misbehaves in the end: what was kept back has time to come. */
const calmMs = 3 * 60 * minuteMs;

type Piece = { readonly at: number; readonly title: string; readonly summary: string; readonly link: string };

/** What several publishers report, one after the other. */
export type Storm = { readonly reports: readonly { readonly at: number; readonly title: string }[] };

/** What a publisher answers instead of its feed, now and then. */
type Trouble = (response: ServerResponse, document: string, chances: Chances) => void;

const troubles: readonly Trouble[] = [
  (response) => response.writeHead(503, { 'retry-after': '60' }).end(),
  (response) => response.destroy(),
  (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sorry</title>'),
  (response) => response.writeHead(200).end(),
  (response, document, chances) => response.writeHead(200).end(document.slice(0, document.length * chances.next())),
];

type Day = { readonly seed: number; readonly begin: number; readonly end: number };

/**
 * Three publishers that always answer and two that often don't; each publishes something else every hour, so that every
 * briefing has news. Every few hours there is a storm: the three report it within minutes, the two an hour or
 * two later, with names that nobody had.
 */
export function startPress(options: Day & { now: () => number }) {
  const chances = new Chances(options.seed);
  const storms = stormsOf(options, chances);
  const publishers = ['herald', 'courier', 'gazette', 'mirror', 'post'].map((name, index) => {
    const reports = storms.flatMap((storm) => storm.reports[index] ?? []);
    const pieces = [...piecesOf(index, options, chances), ...reports].sort((a, b) => a.at - b.at);
    return {
      name,
      misbehaves: index > 2,
      pieces: pieces.map((piece, number): Piece => ({ ...piece, link: `https://${name}.example/${number}` })),
    };
  });
  return {
    storms: storms as readonly Storm[],
    /** Everything that has been published by then. */
    published: (until: number) =>
      publishers.flatMap(({ pieces }) => pieces.filter(({ at }) => at <= until).map(({ title }) => title)),
    sources: (origin: string): SourceFacts[] =>
      publishers.map(({ name }) => ({
        key: name,
        publisher: name,
        title: name,
        url: `${origin}${pressPath}${name}`,
        site: null,
        owner: name,
        country: 'GB',
        language: 'en',
        topics: [],
        kind: 'press',
      })),
    handle: (request: IncomingMessage, response: ServerResponse): void => {
      const publisher = publishers.find(({ name }) => request.url === `${pressPath}${name}`);
      if (!publisher) return void response.writeHead(404).end();
      const known = publisher.pieces.filter(({ at }) => at <= options.now()).slice(-feedHolds);
      const document = feedOf(publisher.name, known.toReversed());
      const mayMisbehave = publisher.misbehaves && options.now() < options.end - calmMs;
      if (mayMisbehave && chances.next() < 0.2) chances.of(troubles)(response, document, chances);
      else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(document);
    },
  };
}

type Text = Pick<Piece, 'at' | 'title' | 'summary'>;

function piecesOf(index: number, { begin, end }: Day, chances: Chances): Text[] {
  const pieces: Text[] = [];
  for (let at = begin - earlierMs + (index * paceMs) / 5; at < end; at += paceMs) {
    const title = headline(chances);
    pieces.push({ at, title, summary: `${title}. More follows.` });
  }
  return pieces;
}

function stormsOf({ begin, end }: Day, chances: Chances): { readonly reports: readonly Text[] }[] {
  const storms: { readonly reports: readonly Text[] }[] = [];
  const last = end - stormlessMs.after;
  for (let at = begin + stormlessMs.before; at < last; at += chances.between(stormPaceMs.from, stormPaceMs.to)) {
    const laterMs = [0, 4, 9, 70, 110].map((minutes) => minutes * minuteMs);
    storms.push({
      reports: titlesOfStorm(chances).map((title, index) => ({
        at: at + (laterMs[index] ?? 0),
        title,
        summary: `${title}. ${headline(chances)} ${headline(chances)}.`,
      })),
    });
  }
  return storms;
}

/** The same figures and names, each time in another order: reports of one thing, and no copies. */
function titlesOfStorm(chances: Chances): string[] {
  const [town, river] = [name(chances, 3), name(chances, 3)];
  const [people, fate] = [word(chances, 3), word(chances, 3)];
  const some = `${chances.between(20, 900)} ${people}`;
  return [
    `Storm in ${town}: ${some} ${fate} at ${river}`,
    `${some} as storm ${fate} ${town} and ${river}`,
    `${town} storm: ${river} ${fate}, ${some}`,
    `${river} ${fate} after storm in ${town}, ${some}`,
    `After storm in ${town}: ${some}, ${river} ${fate}`,
  ];
}

function feedOf(name: string, pieces: readonly Piece[]): string {
  const items = pieces.map(
    ({ at, title, summary, link }) =>
      `<item><title>${title}</title><link>${link}</link><guid>${link}</guid>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description>${summary}</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`;
}

/** Words that nobody else has, so that hardly two headlines are one story. */
function headline(chances: Chances): string {
  const between = [word(chances, 2), word(chances, 3), word(chances, 2)];
  return [name(chances, 3), ...between, name(chances, 3)].join(' ');
}

function name(chances: Chances, length: number): string {
  return word(chances, length).replace(/^./, (letter) => letter.toUpperCase());
}

function word(chances: Chances, length: number): string {
  const syllable = () => chances.of([...'bdfghjklmnprstvwz']) + chances.of([...'aeiou']) + chances.of([...'lmnrsx']);
  return Array.from({ length }, syllable).join('');
}
