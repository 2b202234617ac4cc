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

type Piece = { readonly at: number; readonly title: string; readonly link: string };

/** What a publisher answers instead of its feed, now and then. */
type Trouble = (response: ServerResponse, document: string, chances: Chances) => void;

const troubles: readonly Trouble[] = [
  (response) => response.writeHead(503, { 'retry-after': '60' }).end(),
  (response) => response.destroy(),
  (response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<!doctype html><title>Sorry</title>'),
  (response) => response.writeHead(200).end(),
  (response, document, chances) => response.writeHead(200).end(document.slice(0, document.length * chances.next())),
];

/**
 * Three publishers that always answer and two that often don't; each publishes something else every hour, so that every
 * briefing has news.
 */
export function startPress(options: { seed: number; begin: number; end: number; now: () => number }) {
  const chances = new Chances(options.seed);
  const publishers = ['herald', 'courier', 'gazette', 'mirror', 'post'].map((name, index) => ({
    name,
    misbehaves: index > 2,
    pieces: piecesOf(name, index, options, chances),
  }));
  return {
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
      if (publisher.misbehaves && chances.next() < 0.2) chances.of(troubles)(response, document, chances);
      else response.writeHead(200, { 'content-type': 'application/rss+xml' }).end(document);
    },
  };
}

function piecesOf(
  name: string,
  index: number,
  { begin, end }: { begin: number; end: number },
  chances: Chances,
): Piece[] {
  const pieces: Piece[] = [];
  for (let at = begin - earlierMs + (index * paceMs) / 5; at < end; at += paceMs) {
    pieces.push({ at, title: headline(chances), link: `https://${name}.example/${pieces.length}` });
  }
  return pieces;
}

function feedOf(name: string, pieces: readonly Piece[]): string {
  const items = pieces.map(
    ({ at, title, link }) =>
      `<item><title>${title}</title><link>${link}</link><guid>${link}</guid>` +
      `<pubDate>${new Date(at).toUTCString()}</pubDate><description>${title}. More follows.</description></item>`,
  );
  return `<?xml version="1.0"?><rss version="2.0"><channel><title>${name}</title>${items.join('')}</channel></rss>`;
}

/** Words that nobody else has, so that hardly two headlines are one story. */
function headline(chances: Chances): string {
  const syllable = () => chances.of([...'bdfghjklmnprstvwz']) + chances.of([...'aeiou']) + chances.of([...'lmnrsx']);
  const word = (length: number) => Array.from({ length }, syllable).join('');
  const name = (length: number) => word(length).replace(/^./, (letter) => letter.toUpperCase());
  return `${name(3)} ${word(2)} ${word(3)} ${word(2)} ${name(3)}`;
}
