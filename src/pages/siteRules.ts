import robotsParser from 'robots-parser';
import type { FetchDocument } from '../feeds/fetchDocument.ts';
import { statusError } from '../feeds/statusError.ts';
import { FeedError } from '../news/outside.ts';

/**
 * Whether a site lets us visit a page of our own accord.
 *
 * @throws FeedError  when its rules can't be asked for now: without them, nothing is visited
 */
export type MayVisit = (address: string) => Promise<boolean>;

/** Its types speak of another kind of module than it is. */
const createRobots = robotsParser as unknown as typeof robotsParser.default;

type Rules = (url: URL) => boolean;
type Known = { readonly rules: Promise<Rules>; readonly until: number };

const dayMs = 24 * 60 * 60_000;
const mostSites = 500;
/** RFC 9309 §2.5 */
const largest = 512_000;
const longestAddress = 600;

/**
 * Makes the function that asks a site's robots.txt, and what it reserves of its pages' text. Both are kept for a day.
 *
 * @param agent  our name in robots.txt
 * @see RFC 9309 §2.3.1: a robots.txt that isn't there allows everything, one that can't be had forbids it
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/ §6.1
 */
export function createMayVisit(tools: {
  readonly fetchDocument: FetchDocument;
  readonly agent: string;
  readonly now: () => Date;
}): MayVisit {
  const { fetchDocument, agent, now } = tools;
  const sites = new Map<string, Known>();

  async function textAt(url: string, accept: string): Promise<string> {
    const { status, header, bytes } = await fetchDocument({ url, accept, maxBytes: largest });
    if (status >= 500 || status === 429) throw statusError(status, header, now());
    return status >= 200 && status < 300 ? new TextDecoder().decode(bytes) : '';
  }

  async function ask(origin: string): Promise<Rules> {
    const address = `${origin}/robots.txt`;
    const robots = createRobots(address, await textAt(address, 'text/plain, */*;q=0.1'));
    const isReserved = reservationsIn(await reservations(origin));
    return ({ href, pathname }) => robots.isAllowed(href, agent) !== false && !isReserved(pathname);
  }

  /** Hardly any site has them; that they can't be had is no word against us. */
  async function reservations(origin: string): Promise<string> {
    return textAt(`${origin}/.well-known/tdmrep.json`, 'application/json, */*;q=0.1').catch(() => '');
  }

  return async (address) => {
    const url = URL.parse(address);
    if (!url || address.length > longestAddress) return false;
    const at = now().getTime();
    for (const [origin, { until }] of sites) if (until <= at || sites.size > mostSites) sites.delete(origin);
    const known = sites.get(url.origin) ?? { rules: ask(url.origin), until: at + dayMs };
    sites.set(url.origin, known);
    try {
      return (await known.rules)(url);
    } catch (error) {
      sites.delete(url.origin);
      if (error instanceof FeedError && error.reason === 'too large') return false;
      throw error;
    }
  };
}

/** `[{ "location": "/news/*", "tdm-reservation": 1 }]`; the first that fits counts. */
function reservationsIn(json: string): (path: string) => boolean {
  const entries = listIn(json)
    .slice(0, 100)
    .flatMap((entry) => {
      const { location, 'tdm-reservation': reservation } = Object(entry) as Record<string, unknown>;
      return typeof location === 'string'
        ? [{ location: location.slice(0, 500), isReserved: Number(reservation) === 1 }]
        : [];
    });
  return (path) => entries.find(({ location }) => fits(location, path))?.isReserved ?? false;
}

function listIn(json: string): unknown[] {
  try {
    const value = JSON.parse(json);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}

/** As in robots.txt: `*` stands for anything, and what follows is free. */
function fits(location: string, path: string): boolean {
  return (
    createRobots('https://site.example/robots.txt', `User-agent: *\nDisallow: ${location}`).isAllowed(
      `https://site.example${path}`,
      '*',
    ) === false
  );
}
