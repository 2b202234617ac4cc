import { FeedError } from '../news/outside.ts';
import { retryAfterMs } from './retryAfter.ts';

const sentences: Readonly<Record<number, string>> = {
  400: 'the server does not understand the request',
  401: 'one has to log in to read this feed',
  402: 'one has to pay to read this feed',
  403: 'the server does not let us read this feed',
  404: 'there is no feed at this address',
  406: 'the server has this feed in no form that we read',
  408: 'the server lost patience',
  410: 'this feed is gone for good',
  429: 'we asked too often',
  451: 'this feed is withheld for legal reasons',
  500: 'the server has a problem',
  502: 'the server behind it has a problem',
  503: 'the server is overloaded or under repair',
  504: 'the server behind it did not answer',
};

type Header = (name: string) => string | null;

/**
 * What an answer gives that is neither the feed nor "unchanged" nor a redirect; null for one that brings a document. A
 * site that asks for proof of being human does not let us read, whatever status it asks with.
 *
 * @see https://developers.cloudflare.com/cloudflare-challenges/challenge-types/challenge-pages/detect-response/
 */
export function statusError(status: number, header: Header, now: Date): FeedError | null {
  if (header('cf-mitigated') === 'challenge') {
    return new FeedError('status', `answered ${status}: the site asks for proof of being human`, { status: 403 });
  }
  if (status >= 200 && status < 300) return null;
  const sentence = sentences[status] ?? usual(status);
  const retryAfter = status === 429 || status === 503 ? retryAfterMs(header('retry-after'), now) : null;
  return new FeedError('status', `answered ${status}: ${sentence}`, { status, retryAfterMs: retryAfter });
}

function usual(status: number): string {
  if (status >= 500) return 'the server has a problem';
  return status >= 400 ? 'the server refuses the request' : 'that is no answer to a request for a feed';
}
