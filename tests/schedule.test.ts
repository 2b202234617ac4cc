import cron from 'node-cron';
import { afterEach, expect, it } from 'vitest';
import { runRound, type StageName, type Stages, stageOrder, startClocks } from '../src/schedule.ts';

const names: readonly StageName[] = [...stageOrder, 'learn', 'read', 'notify', 'greet', 'resume', 'prune'];

function stagesThat(run: (name: StageName) => Promise<number>): Stages {
  return Object.fromEntries(names.map((name) => [name, () => run(name)])) as Stages;
}

afterEach(() => {
  expect(cron.getTasks().size).toBe(0);
});

it('a round runs every stage once, in the order in which news passes', async () => {
  const ran: string[] = [];
  await runRound(
    stagesThat(async (name) => ran.push(name)),
    () => {},
  );
  expect(ran).toEqual([
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
  ]);
});

it('a stage that fails is reported and stops no other', async () => {
  const ran: string[] = [];
  const reported: unknown[] = [];
  const stages = stagesThat(async (name) => {
    if (name === 'cluster') throw new Error('no room');
    return ran.push(name);
  });
  await runRound(stages, (problem, details) => reported.push([problem, String(details?.error)]));
  expect(ran).toEqual([
    'poll',
    'index',
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
  ]);
  expect(reported).toEqual([['The stage cluster failed', 'Error: no room']]);
});

it('every stage has a clock, until the clocks are stopped', async () => {
  const stop = startClocks(
    stagesThat(async () => 0),
    () => {},
  );
  expect(cron.getTasks().size).toBe(names.length);
  await stop();
  expect(cron.getTasks().size).toBe(0);
});

it('stopping waits for what is running', async () => {
  let finish = () => {};
  const running = new Promise<void>((resolve) => {
    finish = resolve;
  });
  const order: string[] = [];
  const started = Promise.withResolvers<void>();
  const stop = startClocks(
    stagesThat(async (name) => {
      if (name !== 'deliver') return 0;
      started.resolve();
      await running;
      order.push('the stage ended');
      return 1;
    }),
    () => {},
  );
  await started.promise;
  const stopped = stop().then(() => order.push('the clocks ended'));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(order).toEqual([]);
  finish();
  await stopped;
  expect(order).toEqual(['the stage ended', 'the clocks ended']);
});
