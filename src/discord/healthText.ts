import { healthOf } from '../news/health.ts';
import type { Source } from '../news/source.ts';
import { timestamp } from './escape.ts';
import { feedProblem } from './feedProblem.ts';
import type { Say } from './languages/index.ts';

/** How a source is doing, in words, with the reason where it is not well. */
export function healthText(source: Source, say: Say): string {
  const when = timestamp(source.lastReadAt ?? new Date(0));
  const reason = feedProblem(source.lastError ?? '', say);
  return {
    new: () => say('sourceNew'),
    healthy: () => say('sourceHealthy', { when }),
    slow: () => say('sourceSlow', { when }),
    held: () => `⚠️ ${say('sourceHeld')}`,
    failing: () => `⚠️ ${say('sourceFailing', { reason })}`,
    blocked: () => `⚠️ ${say('sourceBlocked', { reason })}`,
    gone: () => `⚠️ ${say('sourceGone')}`,
  }[healthOf(source)]();
}
