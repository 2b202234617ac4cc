import type { LookupAddress } from 'node:dns';
import type { Lookup } from '../../src/feeds/guardedConnect.ts';

/** What the publishers serve, told to them by message before each cycle. */
export type Edition = {
  /** Part of every entity tag and of what is new. */
  readonly number: number;
  /** Of the sources, 0 to 1, that have something new. */
  readonly changed: number;
  /** In a changed document, all of them new. */
  readonly items: number;
  /** The publishers' clock, in milliseconds. */
  readonly now: number;
};

/** What a reader measures in one cycle over all sources. */
export type Cycle = {
  readonly seconds: number;
  readonly cpuMs: number;
  /** Of the event loop beyond its own granularity. */
  readonly delayMs: { readonly median: number; readonly p99: number; readonly longest: number };
  readonly stored: number;
};

export function hostOf(source: number): string {
  return `s${source}.example`;
}

export function urlOf(source: number, port: number): string {
  return `http://${hostOf(source)}:${port}/feed`;
}

/** Every name leads to this machine, without a name server. */
export const loopback = ((_name: string, options: { all?: boolean }, callback: Found) => {
  if (options.all) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
}) as unknown as Lookup;

type Found = (error: null, found: string | LookupAddress[], family?: number) => void;
