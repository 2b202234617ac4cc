/** A sentence to be checked. `language`: BCP 47. */
export type Claim = { readonly text: string; readonly language: string };

/** A sentence or text that a claim rests on; `publishedAt` is what its *today* means. */
export type Cited = Claim & { readonly publishedAt: Date };

export type FaultKind =
  | 'no source' // nothing cited, or what is not there
  | 'link' // an address, a mention or markup
  | 'language' // not the readers'
  | 'name'
  | 'order' // names in the roles of each other
  | 'figure'
  | 'date'
  | 'quotation' // not word for word
  | 'speaker'
  | 'direction' // rose for fell
  | 'negation'
  | 'context' // a name or figure among words that are not around it in the source
  | 'support'; // words that the source doesn't have, or not together

/** Why a sentence does not stand; `what` is the part of it that no source holds. */
export type Fault = { readonly kind: FaultKind; readonly what: string };
