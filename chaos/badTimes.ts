import type { Account } from './liveThrough.ts';
import type { Span } from './spans.ts';

/**
 * When nothing could be expected of a channel. What a clock that was ahead has dated later is taken up only then.
 *
 * @param channelId  null: wherever
 */
export function badTimes({ broken, unreachable, plan }: Account, channelId: string | null): Span[] {
  const skewed = plan.troubles.flatMap((trouble) =>
    trouble.kind === 'clock wrong'
      ? [{ from: trouble.at, to: trouble.at + trouble.forMs + Math.max(0, trouble.byMs) }]
      : [],
  );
  return [...broken, ...skewed, ...((channelId && unreachable.get(channelId)) || [])];
}
