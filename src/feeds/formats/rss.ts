import type { DocumentFormat } from './format.ts';
import { readSyndication } from './syndication.ts';

/** RSS 0.91 to 2.0. */
export const rss: DocumentFormat = {
  name: 'RSS',
  recognises: ({ xml }) => xml?.root === 'rss',
  read: (document) => readSyndication(document, 'RSS'),
};
