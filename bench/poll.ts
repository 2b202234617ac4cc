import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Figure } from './main.ts';
import type { Cycle, Edition } from './poll/world.ts';

type Measured = Cycle & { readonly indexing?: Cycle; readonly peakMb: number };

/** BENCH_SOURCES names others. */
const sizes = (process.env.BENCH_SOURCES ?? '500,5000,50000').split(',').map(Number);
/** Beyond this many sources, a cycle in which all have changed only takes longer. */
const mostChanged = 5_000;
/** Longer than any source is left alone, and short enough that nobody doubts its validators. */
const betweenCyclesMs = 7 * 60 * 60_000;
const usualItems = 30;
const begin = Date.UTC(2026, 10, 23, 6);

/**
 * How fast the polling stage reads sources over HTTP and stores what they hold, on loopback with a host each, against
 * undici and rss-parser in a bare loop. Publishers and readers have processes of their own.
 */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of sizes) figures.push(...(await measureSize(size)));
  return figures;
}

async function measureSize(size: number): Promise<Figure[]> {
  const publishers = forked('publishers.ts', []);
  const { port } = await messageFrom<{ port: number }>(publishers);
  const figures: Figure[] = [];
  const shown = size.toLocaleString('en');
  const ours = await measureReader('ours.ts', size, port, publishers);
  const bare = await measureReader('bare.ts', size, port, publishers);
  for (const [name, cycle] of Object.entries(ours)) {
    const rival = bare[name]!;
    const label = `${shown} sources, ${name}`;
    figures.push(
      { name: `${label}: cycle`, value: cycle.seconds, unit: 's' },
      { name: `${label}: rate`, value: size / cycle.seconds, unit: 'sources per second' },
      { name: `${label}: bare loop's rate`, value: size / rival.seconds, unit: 'sources per second' },
      { name: `${label}: rate against the bare loop's`, value: rival.seconds / cycle.seconds, unit: 'times' },
      { name: `${label}: CPU`, value: cycle.cpuMs / size, unit: 'ms a source' },
      { name: `${label}: bare loop's CPU`, value: rival.cpuMs / size, unit: 'ms a source' },
      { name: `${label}: index of words`, value: cycle.indexing?.seconds ?? 0, unit: 's' },
      {
        name: `${label}: rate with the words indexed`,
        value: size / (cycle.seconds + (cycle.indexing?.seconds ?? 0)),
        unit: 'sources per second',
      },
      { name: `${label}: articles stored`, value: cycle.stored, unit: 'articles' },
      { name: `${label}: event-loop delay, median`, value: cycle.delayMs.median, unit: 'ms' },
      { name: `${label}: event-loop delay, p99`, value: cycle.delayMs.p99, unit: 'ms' },
      { name: `${label}: event-loop delay, longest`, value: cycle.delayMs.longest, unit: 'ms' },
      { name: `${label}: peak memory so far`, value: cycle.peakMb, unit: 'MB' },
    );
  }
  publishers.disconnect();
  return figures;
}

async function measureReader(
  file: string,
  size: number,
  port: number,
  publishers: ChildProcess,
): Promise<Record<string, Measured>> {
  const reader = forked(file, [size, port]);
  await messageFrom(reader);
  const measured: Record<string, Measured> = {};
  let number = 0;
  const cycle = async (changed: number, items: number): Promise<Measured> => {
    number += 1;
    const edition: Edition = { number, changed, items, now: begin + number * betweenCyclesMs };
    publishers.send(edition);
    await messageFrom(publishers);
    reader.send(edition.now);
    return messageFrom<Measured>(reader);
  };
  await cycle(1, 1);
  measured['all unchanged'] = await cycle(0, usualItems);
  measured['90 % unchanged'] = await cycle(0.1, usualItems);
  if (size <= mostChanged) measured['all changed'] = await cycle(1, usualItems);
  reader.disconnect();
  await once(reader, 'exit');
  return measured;
}

/** @throws Error  when the process ends before it says anything */
async function messageFrom<T>(child: ChildProcess): Promise<T> {
  const ended = once(child, 'exit').then(([code]) => {
    throw new Error(`A process of the benchmark ended with code ${code}. What it wrote is above.`);
  });
  const [message] = await Promise.race([once(child, 'message'), ended]);
  return message as T;
}

function forked(file: string, args: readonly number[]): ChildProcess {
  return fork(new URL(`poll/${file}`, import.meta.url), args.map(String), {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    // As `npm start` has it.
    execArgv: [
      '--max-semi-space-size=4',
      '--heap-growing-percent=40',
      '--import',
      new URL('../scripts/compileCache.mjs', import.meta.url).href,
    ],
  });
}
