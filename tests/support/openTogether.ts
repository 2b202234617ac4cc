import { parentPort, workerData } from 'node:worker_threads';
import { openStore } from '../../src/store/openStore.ts';

/** Opens a store at the moment at which the others do, and says how it went. */
const { file, gate, threads } = workerData as { file: string; gate: Int32Array; threads: number };
if (Atomics.add(gate, 0, 1) === threads - 1) Atomics.notify(gate, 0);
else
  for (let there = Atomics.load(gate, 0); there < threads; there = Atomics.load(gate, 0)) Atomics.wait(gate, 0, there);
try {
  await openStore(file).destroy();
  parentPort?.postMessage('opened');
} catch (error) {
  parentPort?.postMessage(String(error));
}
