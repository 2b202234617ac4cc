import { decodeHTML } from 'entities';
import { plainLine } from '../feeds/plainText.ts';
import type { PageDocument, PageElement } from './dom.ts';

/** What a page's head says; what it doesn't say is empty. Text is plain and on one line. */
export type PageHead = {
  readonly title: string;
  readonly description: string;
  readonly canonical: string;
  readonly kind: string;
  readonly language: string;
  readonly author: string;
  readonly published: string;
  readonly license: string;
  /** Publishers' word for who may read on: `free`, `metered`, `locked`. */
  readonly tier: string;
  /** What robots are told: `noarchive, max-snippet:0`. */
  readonly robots: string;
  /** `1`: rights to mine text are reserved. */
  readonly reservation: string;
};

/**
 * @see https://ogp.me/, https://www.w3.org/community/reports/tdmrep/CG-FINAL-tdmrep-20240510/
 */
export function readHead(document: PageDocument): PageHead {
  const metas = new Map<string, string>();
  for (const meta of document.querySelectorAll('meta')) {
    const key = of(meta, 'property') || of(meta, 'name') || of(meta, 'itemprop');
    const content = plainLine(of(meta, 'content'));
    if (key && content && !metas.has(key.toLowerCase())) metas.set(key.toLowerCase(), content);
  }
  const first = (...keys: string[]) => keys.map((key) => metas.get(key)).find(Boolean) ?? '';
  const link = (rel: string) => of(document.querySelector(`link[rel~=${rel}], a[rel~=${rel}]`), 'href');
  const root = document.documentElement;
  return {
    title: first('og:title') || plainLine(document.querySelector('title')?.textContent ?? ''),
    description: first('og:description') || first('description'),
    canonical: of(document.querySelector('link[rel~=canonical]'), 'href') || first('og:url'),
    kind: first('og:type'),
    language: of(root, 'lang') || of(root, 'xml:lang') || first('og:locale'),
    author: first('author', 'article:author', 'parsely-author', 'dc.creator'),
    published:
      first('article:published_time', 'datepublished', 'date', 'parsely-pub-date', 'dc.date') ||
      of(document.querySelector('time[itemprop=datePublished], time[pubdate]'), 'datetime'),
    license: link('license') || first('dcterms.license', 'dc.rights'),
    tier: first('article:content_tier'),
    robots: [first('robots'), first('tidings')].join(','),
    reservation: first('tdm-reservation'),
  };
}

function of(element: PageElement | null, attribute: string): string {
  const written = element?.getAttribute(attribute) ?? '';
  return (written.includes('&') ? decodeHTML(written) : written).trim();
}
