/** Runs a task when its turn comes; rejects with the signal's reason if that comes first. */
export type Queue = <T>(task: () => Promise<T>, signal: AbortSignal) => Promise<T>;

/** @param atOnce  how many tasks may run side by side */
export function createQueue(atOnce = 1): Queue {
  const waiting: (() => void)[] = [];
  let running = 0;

  const turn = (signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      if (signal.aborted) return reject(signal.reason);
      if (running < atOnce) {
        running += 1;
        return resolve();
      }
      const giveUp = () => {
        waiting.splice(waiting.indexOf(start), 1);
        reject(signal.reason);
      };
      const start = () => {
        signal.removeEventListener('abort', giveUp);
        resolve();
      };
      signal.addEventListener('abort', giveUp, { once: true });
      waiting.push(start);
    });

  return async (task, signal) => {
    await turn(signal);
    try {
      return await task();
    } finally {
      const next = waiting.shift();
      if (next) next();
      else running -= 1;
    }
  };
}
