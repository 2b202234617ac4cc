import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import type { Cycle } from './world.ts';

const granularityMs = 5;

/** @param act  one cycle; gives how many articles it stored */
export async function measureCycle(act: () => Promise<number>): Promise<Cycle> {
  const delay = monitorEventLoopDelay({ resolution: granularityMs });
  const cpu = process.cpuUsage();
  const begun = performance.now();
  delay.enable();
  const stored = await act();
  delay.disable();
  const used = process.cpuUsage(cpu);
  const beyond = (nanoseconds: number) => Math.max(0, nanoseconds / 1e6 - granularityMs);
  return {
    seconds: (performance.now() - begun) / 1_000,
    cpuMs: (used.user + used.system) / 1_000,
    delayMs: { median: beyond(delay.percentile(50)), p99: beyond(delay.percentile(99)), longest: beyond(delay.max) },
    stored,
  };
}
