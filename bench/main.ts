import { readdir } from 'node:fs/promises';

/** One figure of a benchmark; more is better unless the unit is a time or a size. */
export type Figure = { name: string; value: number; unit: string };

/** What every file beside this one exports. */
type Benchmark = { measure: () => Promise<Figure[]> };

const [name, ...flags] = process.argv.slice(2);
const known = (await readdir(import.meta.dirname, { withFileTypes: true }))
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && entry.name !== 'main.ts')
  .map((entry) => entry.name.slice(0, -'.ts'.length));

if (name === undefined || !known.includes(name)) {
  console.error(
    `${name ? `There is no benchmark "${name}".` : 'Name a benchmark.'} Those there are: ${known.join(', ')}`,
  );
  process.exitCode = 1;
} else {
  const { measure } = (await import(new URL(`${name}.ts`, import.meta.url).href)) as Benchmark;
  const figures = await measure();
  if (flags.includes('--json')) console.log(JSON.stringify(figures, null, 2));
  else for (const figure of figures) console.log(shown(figure, Math.max(...figures.map((each) => each.name.length))));
}

function shown({ name, value, unit }: Figure, width: number): string {
  const number = value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 });
  return `${name.padEnd(width)}  ${number.padStart(9)} ${unit}`;
}
