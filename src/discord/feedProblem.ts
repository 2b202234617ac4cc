import type { FeedErrorReason } from '../news/outside.ts';
import type { MessageKey } from './languages/en.ts';
import type { Say } from './languages/index.ts';

const keys: Readonly<Record<Exclude<FeedErrorReason, 'status'>, MessageKey>> = {
  'refused address': 'feedAddress',
  'unknown host': 'feedHost',
  certificate: 'feedCertificate',
  network: 'feedNetwork',
  timeout: 'feedTimeout',
  'too large': 'feedTooLarge',
  'too many redirects': 'feedRedirects',
  'web page': 'feedWebPage',
  'not a feed': 'feedNone',
  empty: 'feedEmpty',
};

/**
 * Why a feed could not be read, in words.
 *
 * @param code  a FeedError's `code`; also the English sentence that the first edition kept, of which the status is told
 */
export function feedProblem(code: string, say: Say): string {
  const status = /^(?:status|answered) (\d{3})\b/.exec(code)?.[1];
  if (status) return say(statusKey(Number(status)), { status });
  return say(Object.hasOwn(keys, code) ? keys[code as keyof typeof keys] : 'feedOther');
}

function statusKey(status: number): MessageKey {
  if (status === 404 || status === 410) return 'feedMissing';
  if (status === 429) return 'feedTooOften';
  if (status >= 500) return 'feedServer';
  return status >= 400 ? 'feedForbidden' : 'feedOther';
}
