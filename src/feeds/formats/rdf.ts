import type { DocumentFormat } from './format.ts';
import { readSyndication } from './syndication.ts';

/** RSS 0.90 and 1.0: RDF, whose items stand beside the channel. */
export const rdf: DocumentFormat = {
  name: 'RDF',
  recognises: ({ xml }) => xml?.root === 'rdf',
  read: (document) => readSyndication(document, 'RDF'),
};
