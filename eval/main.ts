import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';

/** One figure of an evaluation: a share from 0 to 1 of `n` cases. */
export type Figure = {
  readonly set: string;
  readonly metric: string;
  readonly value: number;
  readonly n: number;
  /** What a plain or published method reaches, where it is known. */
  readonly baseline?: number | null;
  /** What is to be reached, if anything. */
  readonly reach: number | null;
  readonly misses: readonly Miss[];
};

/** A case that went wrong, and why that is as it should be; null when nobody has said so. */
export type Miss = { readonly what: string; readonly reason: string | null };

/** What every file beside this one exports. */
type Evaluation = {
  /** Folders within the data that it reads; those that are missing are left out. */
  readonly needs: readonly string[];
  /** @param folders  those of `needs` that there are, as paths */
  evaluate(folders: readonly string[]): Promise<Figure[]>;
};

const data = process.env.EVAL_DATA || join(import.meta.dirname, '../../shared/data');
const [name, ...flags] = process.argv.slice(2);
const known = (await readdir(import.meta.dirname, { withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'main.ts')
  .map((entry) => entry.name.slice(0, -'.ts'.length));

if (name === undefined || !known.includes(name)) {
  console.error(
    `${name ? `There is no evaluation "${name}".` : 'Name an evaluation.'} Those there are: ${known.join(', ')}`,
  );
  process.exitCode = 1;
} else {
  await run((await import(new URL(`${name}.ts`, import.meta.url).href)) as Evaluation);
}

async function run({ needs, evaluate }: Evaluation): Promise<void> {
  const folders = needs.map((folder) => join(data, folder));
  const missing = folders.filter((folder) => !existsSync(folder));
  if (missing.length > 0)
    console.error(`Left out, because it is not there: ${missing.join(', ')} (EVAL_DATA names another place)`);
  const figures = await evaluate(folders.filter((folder) => !missing.includes(folder)));
  if (flags.includes('--json')) {
    for (const { set, metric, value, n } of figures) console.log(JSON.stringify({ set, metric, value, n }));
    return;
  }
  const width = Math.max(...figures.map(({ set }) => set.length));
  for (const figure of figures) {
    console.log(shown(figure, width));
    if (flags.includes('--misses'))
      for (const { what, reason } of figure.misses) console.log(`    ${what}: ${reason ?? 'no reason written'}`);
  }
}

function shown({ set, metric, value, n, baseline, reach, misses }: Figure, width: number): string {
  const share = `${(Math.floor(value * 10_000) / 100).toFixed(2)} %`.padStart(9);
  const aim = reach === null ? '' : `  ${value >= reach ? 'reached' : 'MISSED '} ${100 * reach} %`;
  const unexplained = misses.filter(({ reason }) => reason === null).length;
  const left = misses.length === 0 ? '' : `  ${misses.length} missed, ${unexplained} without a written reason`;
  const known =
    baseline === undefined || baseline === null ? '' : `  baseline ${Number((100 * baseline).toFixed(1))} %`;
  return `${set.padEnd(width)}  ${metric.padEnd(13)}${share}  of ${String(n).padStart(5)}${known}${aim}${left}`;
}
