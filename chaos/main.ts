import { parseArgs } from 'node:util';
import { judge, type Kind, type Verdict } from './judge.ts';
import { type Account, liveThrough } from './liveThrough.ts';

const { values } = parseArgs({
  options: {
    runs: { type: 'string', default: '20' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    together: { type: 'string', default: '2' },
    json: { type: 'boolean', default: false },
  },
});
const runs = numberOf('runs');
const first = numberOf('seed');
const together = numberOf('together');
const metrics = ['lost', 'twice', 'late'] as const;
const totals = { lost: 0, twice: 0, late: 0 };
const due = new Map<Kind, number>();
let started = 0;
let done = 0;

if (!values.json)
  console.log(`${runs} runs from seed ${first}; one alone: npm run chaos -- --runs 1 --seed <its seed>`);
await Promise.all(Array.from({ length: together }, live));
if (values.json) {
  const n = [...due.values()].reduce((sum, count) => sum + count, 0);
  for (const metric of metrics) console.log(JSON.stringify({ set: 'chaos', metric, value: totals[metric], n }));
} else {
  const { lost, twice, late } = totals;
  const all = [...due].map(([kind, count]) => `${count} ${kind}`).join(', ');
  console.log(`${done} runs, ${all} due: ${lost} lost, ${twice} twice, ${late} late`);
}
if (metrics.some((metric) => totals[metric] > 0)) process.exitCode = 1;

async function live(): Promise<void> {
  while (started < runs) {
    const seed = first + started;
    started += 1;
    const account = await liveThrough(seed).catch((error) => noteBroken(seed, error));
    if (!account) continue;
    const verdict = judge(account);
    for (const [kind, count] of Object.entries(verdict.due))
      due.set(kind as Kind, (due.get(kind as Kind) ?? 0) + count);
    for (const metric of metrics) totals[metric] += verdict[metric].length;
    done += 1;
    const failed = metrics.some((metric) => verdict[metric].length > 0);
    if (failed) console.error(shown(seed, account, verdict));
  }
}

/** The run could not be lived through. */
function noteBroken(seed: number, error: unknown): void {
  const lines = new Set(String(error).split('\n'));
  console.error(`seed ${seed}: ${[...lines].join('\n')}`);
  process.exitCode = 1;
}

function shown(seed: number, { plan, said }: Account, verdict: Verdict): string {
  const wrong = metrics.flatMap((metric) => verdict[metric].map((what) => `  ${metric}: ${what}`));
  const lines = [`seed ${seed}: ${metrics.map((metric) => `${verdict[metric].length} ${metric}`).join(', ')}`];
  if (runs > 1) return [...lines, ...wrong].join('\n');
  const troubles = plan.troubles.map(({ at, ...what }) => {
    return `  ${new Date(at).toISOString()} ${JSON.stringify(what, (_key, value) => (typeof value === 'bigint' ? String(value) : value))}`;
  });
  return [...lines, ...troubles, ...wrong, ...new Set(said.trim().split('\n'))].join('\n');
}

function numberOf(name: 'runs' | 'seed' | 'together'): number {
  const number = Number(values[name]);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  console.error(`--${name} takes a whole number, such as 20.`);
  process.exit(1);
}
