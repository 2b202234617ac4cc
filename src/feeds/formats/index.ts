import { atom } from './atom.ts';
import type { DocumentFormat } from './format.ts';
import { jsonFeed } from './json.ts';
import { loose } from './loose.ts';
import { rdf } from './rdf.ts';
import { rss } from './rss.ts';

/** The formats in the order in which they are asked. The first that recognises a document and can read it does. */
export const formats: readonly DocumentFormat[] = [jsonFeed, rss, rdf, atom, loose];
