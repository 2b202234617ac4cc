import type { Comparable } from '../src/news/evidence.ts';
import { StoryIndex } from '../src/news/storyIndex.ts';
import type { Figure } from './main.ts';
import { createReporter } from './stories/reporter.ts';

const windows = (process.env.BENCH_WINDOWS ?? '10000,100000,500000').split(',').map(Number);
const measured = 2_000;
const hourMs = 60 * 60_000;

/**
 * How fast articles find their stories with so many articles in the window, what the index weighs, and how long it takes
 * to fill it at start. The articles are written by chance, with words as common as words are and reports of one event
 * after another; making the features of a text is timed apart, because its cost does not depend on the window.
 */
export async function measure(): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const size of windows) figures.push(...measureWindow(size));
  const costs = figures.filter(({ unit }) => unit === 'articles per second').map(({ value }) => 1 / value);
  const growth = (costs.at(-1) as number) / (costs[0] as number);
  return [
    ...figures,
    { name: 'cost an article, largest window to smallest (at most 2)', value: growth, unit: 'times' },
  ];
}

function measureWindow(size: number): Figure[] {
  const reporter = createReporter();
  collectGarbage();
  const before = process.memoryUsage();
  const index = new StoryIndex();
  let fillMs = 0;
  for (let id = 0; id < size; id++) {
    const { event, article } = reporter.report((id / size) * 72 * hourMs);
    const started = performance.now();
    index.add(event, id, article);
    fillMs += performance.now() - started;
  }
  collectGarbage();
  const after = process.memoryUsage();
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers;
  const waiting: { event: number; article: Comparable }[] = [];
  for (let id = 0; id < measured; id++) waiting.push(reporter.report(72 * hourMs));
  const started = performance.now();
  let found = 0;
  for (const [id, { event, article }] of waiting.entries()) {
    const expected = index.memberIdsOf(event).length > 0 ? event : null;
    if (index.place(article).group.storyId === expected) found += 1;
    index.add(event, size + id, article);
  }
  const seconds = (performance.now() - started) / 1_000;
  const label = `${size.toLocaleString('en')} articles in the window`;
  return [
    { name: `${label}: found and added`, value: measured / seconds, unit: 'articles per second' },
    { name: `${label}: put where they belong`, value: (100 * found) / measured, unit: '%' },
    { name: `${label}: the index`, value: bytes / 1e6, unit: 'MB' },
    { name: `${label}: filled at start`, value: fillMs / 1_000, unit: 's' },
  ];
}

function collectGarbage(): void {
  globalThis.gc?.();
}
