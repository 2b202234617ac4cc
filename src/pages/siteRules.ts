import robotsParser from 'robots-parser';
import type { FetchDocument } from '../feeds/fetchDocument.ts';
import { statusError } from '../feeds/statusError.ts';
import { FeedError } from '../news/outside.ts';

type SiteRules = {
  /**
   * Whether a site lets us visit a page of our own accord.
   *
   * @throws FeedError  when its rules can't be asked for now: without them, nothing is visited
   */
  mayVisit(address: string): Promise<boolean>;
  /** How long a site wants to be left alone after a request, in milliseconds, five minutes at most; 0 until it was asked. */
  crawlDelayMs(address: string): number;
};

/** Its types speak of another kind of module than it is. */
const createRobots = robotsParser as unknown as typeof robotsParser.default;

type Rules = { readonly allow: (url: URL) => boolean; readonly crawlDelayMs: number };
type Known = { readonly rules: Promise<Rules>; readonly until: number; crawlDelayMs: number };

const dayMs = 24 * 60 * 60_000;
const mostSites = 500;
/** RFC 9309 §2.5 */
const largest = 512_000;
const longestAddress = 600;
/** Who asks for more would rather not be read at all, and can say so. */
const longestDelayMs = 5 * 60_000;

/**
 * Makes what asks a site's robots.txt, and what it reserves of its pages' text. Both are kept for a day.
 *
 * @param agent  our name in robots.txt
 * @see https://yandex.com/support/webmaster/controlling-robot/robots-txt.html: `Crawl-delay`, in seconds
 * @see RFC 9309 §2.3.1: a robots.txt that isn't there allows everything, one that can't be had forbids it
 * @see https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/ §6.1
 */
export function createSiteRules(tools: {
  readonly fetchDocument: FetchDocument;
  readonly agent: string;
  readonly now: () => Date;
}): SiteRules {
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
    return {
      allow: ({ href, pathname }) => robots.isAllowed(href, agent) !== false && !isReserved(pathname),
      crawlDelayMs: Math.min(Math.max(0, (robots.getCrawlDelay(agent) ?? 0) * 1_000), longestDelayMs),
    };
  }

  /** Hardly any site has them; that they can't be had is no word against us. */
  async function reservations(origin: string): Promise<string> {
    return textAt(`${origin}/.well-known/tdmrep.json`, 'application/json, */*;q=0.1').catch(() => '');
  }

  async function mayVisit(address: string): Promise<boolean> {
    const url = URL.parse(address);
    if (!url || address.length > longestAddress) return false;
    const at = now().getTime();
    for (const [origin, { until }] of sites) if (until <= at || sites.size > mostSites) sites.delete(origin);
    const known = sites.get(url.origin) ?? { rules: ask(url.origin), until: at + dayMs, crawlDelayMs: 0 };
    sites.set(url.origin, known);
    try {
      const { allow, crawlDelayMs } = await known.rules;
      known.crawlDelayMs = crawlDelayMs;
      return allow(url);
    } catch (error) {
      sites.delete(url.origin);
      if (error instanceof FeedError && error.reason === 'too large') return false;
      throw error;
    }
  }

  return { mayVisit, crawlDelayMs: (address) => sites.get(URL.parse(address)?.origin ?? '')?.crawlDelayMs ?? 0 };
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
