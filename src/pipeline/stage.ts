/**
 * One step of the pipeline: asks the store what is waiting, does it, records it. Stages never call each other; the
 * table between two of them is the queue. Each may run beside a copy of itself.
 *
 * @returns how much was done; 0 when nothing was waiting
 */
export type Stage = () => Promise<number>;
