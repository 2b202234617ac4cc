import { PermissionFlagsBits as Permission } from 'discord-api-types/v10';
import type { FaultWish } from '../src/playground/startPlayground.ts';
import type { Death } from './bot.ts';
import { Chances } from './Chances.ts';
import { channels } from './subscribers.ts';

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;

/** Something that goes wrong, and for how long by the world's clock. */
export type Trouble = { readonly at: number } & (
  | { readonly kind: 'killed'; readonly death: Death; readonly forMs: number }
  | { readonly kind: 'requests fail'; readonly fault: FaultWish }
  | { readonly kind: 'gateway breaks'; readonly how: 'drop' | 'reconnect' | 'invalidate' }
  | { readonly kind: 'Discord is away'; readonly forMs: number }
  | { readonly kind: 'channel deleted'; readonly channelId: string }
  | { readonly kind: 'permission removed'; readonly channelId: string; readonly denied: bigint; readonly forMs: number }
  | { readonly kind: 'message deleted'; readonly channelId: string }
  | { readonly kind: 'removed from the server'; readonly forMs: number }
  | { readonly kind: 'disk full'; readonly forMs: number }
  | { readonly kind: 'clock wrong'; readonly byMs: number; readonly forMs: number }
);

export type Plan = { readonly begin: number; readonly end: number; readonly troubles: readonly Trouble[] };

/** An ordinary day, and those before clocks change in Berlin and in New York, both ways. */
const days = ['2026-05-04', '2026-03-28', '2026-10-24', '2026-03-07', '2026-10-31'];
const lengthMs = 36 * hourMs;
/** Before and after the trouble: nothing goes wrong at first, and at last everything has time to come right. */
const calmMs = { before: 2 * hourMs, after: 9 * hourMs };

/** What goes wrong in the run of this seed. */
export function planOf(seed: number): Plan {
  const chances = new Chances(seed);
  const begin = Date.parse(`${chances.of(days)}T00:20:00Z`);
  const end = begin + lengthMs;
  const anyTime = () => chances.between(begin + calmMs.before, end - calmMs.after);
  /** Most of the time, when a briefing is due. */
  const someTime = () => {
    const at = anyTime();
    return chances.next() < 0.7 ? Math.ceil(at / hourMs) * hourMs - chances.between(0, 2) * 20_000 : at;
  };
  const minutes = (from: number, to: number) => chances.between(from, to) * minuteMs;
  const channelId = () => chances.of(channels);
  const kinds: readonly (() => Trouble)[] = [
    () => ({ kind: 'requests fail', at: someTime(), fault: faultOf(chances) }),
    () => ({ kind: 'requests fail', at: someTime(), fault: faultOf(chances) }),
    () => ({ kind: 'gateway breaks', at: someTime(), how: chances.of(['drop', 'reconnect', 'invalidate'] as const) }),
    () => ({ kind: 'Discord is away', at: someTime(), forMs: minutes(2, 90) }),
    () => ({ kind: 'channel deleted', at: someTime(), channelId: channelId() }),
    () => ({
      kind: 'permission removed',
      at: someTime(),
      channelId: channelId(),
      denied: chances.of([Permission.ViewChannel, Permission.SendMessages, Permission.EmbedLinks]),
      forMs: minutes(2, 240),
    }),
    () => ({ kind: 'message deleted', at: someTime(), channelId: channelId() }),
    () => ({ kind: 'removed from the server', at: someTime(), forMs: minutes(2, 240) }),
    () => ({ kind: 'disk full', at: someTime(), forMs: minutes(1, 120) }),
    () => {
      const at = someTime();
      const byMs = chances.of([-1, 1]) * minutes(1, 6 * 60);
      // What is dated before anybody asked for news is none.
      return { kind: 'clock wrong', at, byMs: Math.max(byMs, begin + hourMs - at), forMs: minutes(1, 120) };
    },
  ];
  const kills = Array.from({ length: chances.between(0, 2) }, (): Trouble => {
    const forMs = chances.of([0, minutes(1, 10), minutes(10, 120), minutes(120, 300)]);
    return { kind: 'killed', at: someTime(), death: deathOf(chances), forMs };
  });
  const others = Array.from({ length: chances.between(2, 5) }, () => chances.of(kinds)());
  return { begin, end, troubles: [...kills, ...others].toSorted((a, b) => a.at - b.at) };
}

function deathOf(chances: Chances): Death {
  const at = chances.of(['statement', 'change', 'create', 'bodySent', 'bodySent', 'headers', 'trailers'] as const);
  const steps = { statement: 200, change: 40, create: 2, bodySent: 2, headers: 2, trailers: 2 }[at];
  return { at, step: chances.between(1, steps) };
}

function faultOf(chances: Chances): FaultWish {
  const rarely = chances.of(['threads', 'messages/:id/crosspost', 'messages/:id']);
  const path = `/channels/:id/${chances.next() < 0.7 ? 'messages' : rarely}`;
  const match = `${chances.next() < 0.2 || path.endsWith('s/:id') ? '*' : 'POST'} ${path}`;
  const times = chances.between(1, 5);
  const status = chances.of([500, 502, 503]);
  return chances.of<FaultWish>([
    { match, times, kind: 'error', status },
    { match, times, kind: 'errorAfterWrite', status },
    { match, times, kind: 'drop' },
    { match, times, kind: 'dropAfterWrite' },
    { match, times, kind: 'hang' },
    { match, times, kind: 'hangAfterWrite' },
    { match, times, kind: 'rateLimit', scope: chances.of(['user', 'global', 'shared'] as const), retryAfterMs: 30 },
  ]);
}
