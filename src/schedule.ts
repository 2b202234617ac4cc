import cron from 'node-cron';
import type { Report } from './news/outside.ts';
import type { Stage } from './pipeline/stage.ts';

export type StageName =
  | 'poll'
  | 'index'
  | 'cluster'
  | 'learn'
  | 'follow'
  | 'read'
  | 'write'
  | 'brief'
  | 'catchUp'
  | 'deliver'
  | 'live'
  | 'cards'
  | 'publish'
  | 'correct'
  | 'tell'
  | 'notify'
  | 'greet'
  | 'resume'
  | 'prune';
export type Stages = Readonly<Record<StageName, Stage>>;

/** The clock of each stage. Most ticks find nothing waiting and cost one query. */
const cronLines: Readonly<Record<StageName, string>> = {
  poll: '* * * * * *',
  index: '* * * * * *',
  cluster: '*/3 * * * * *',
  learn: '*/2 * * * * *',
  follow: '*/3 * * * * *',
  read: '*/2 * * * * *',
  write: '*/3 * * * * *',
  brief: '*/3 * * * * *',
  catchUp: '* * * * * *',
  deliver: '* * * * * *',
  live: '*/3 * * * * *',
  cards: '* * * * * *',
  publish: '*/5 * * * * *',
  correct: '*/10 * * * * *',
  tell: '*/3 * * * * *',
  notify: '*/15 * * * * *',
  greet: '*/2 * * * * *',
  resume: '41 */3 * * * *',
  prune: '17 3 * * *',
};

/** A tick that finds its stage still busy is nothing to tell anybody. */
const quiet = { info: () => {}, warn: () => {}, error: () => {}, debug: () => {} };

/** The order in which news passes through the stages. */
export const stageOrder: readonly StageName[] = [
  'poll',
  'index',
  'cluster',
  'follow',
  'write',
  'brief',
  'catchUp',
  'deliver',
  'live',
  'cards',
  'publish',
  'correct',
  'tell',
];

/**
 * Runs every stage by its clock, never two of the same at once. node-cron only ticks: what is due, and since when, the
 * database says.
 *
 * @returns ends the clocks and waits for what is running
 */
export function startClocks(stages: Stages, report: Report): () => Promise<void> {
  const running = new Set<Promise<void>>();
  const tasks = Object.entries(cronLines).map(([name, line]) => {
    const tick = () => {
      const run = runStage(name as StageName, stages, report).finally(() => running.delete(run));
      running.add(run);
      return run;
    };
    return cron.schedule(line, tick, { noOverlap: true, logger: quiet });
  });
  return async () => {
    await Promise.all(tasks.map((task) => task.destroy()));
    await Promise.all(running);
  };
}

/** Every stage once, in order: how the first briefing comes without waiting for clocks. */
export async function runRound(stages: Stages, report: Report): Promise<void> {
  for (const name of stageOrder) await runStage(name, stages, report);
}

async function runStage(name: StageName, stages: Stages, report: Report): Promise<void> {
  try {
    await stages[name]();
  } catch (error) {
    report(`The stage ${name} failed`, { error });
  }
}
