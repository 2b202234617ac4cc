import { type buildConnector, Pool } from 'undici';

export type Connections = {
  /** The connections to one scheme, host and port, new or kept. */
  to(origin: string): Pool;
  /** Ends all, cutting off what is under way. */
  close(): Promise<void>;
};

/** Far more than are asked at the same moment, and few enough that 50,000 hosts cost no more memory than 200. */
const mostKept = 200;

/**
 * Connections that are kept for the next request, those to the origins that were asked last. Servers may offer to keep
 * them open for minutes: a program that asks many of them has to bound that itself.
 */
export function createConnections(connect: buildConnector.connector, timeoutMs: number): Connections {
  const kept = new Map<string, Pool>();
  const ending = new Set<Pool>();
  return {
    to: (origin) => {
      const pool = kept.get(origin) ?? openPool(origin, connect, timeoutMs);
      kept.delete(origin);
      kept.set(origin, pool);
      const [oldest] = kept;
      if (kept.size > mostKept && oldest) {
        kept.delete(oldest[0]);
        // What is still under way there may end in its own time.
        ending.add(oldest[1]);
        void oldest[1].close().finally(() => ending.delete(oldest[1]));
      }
      return pool;
    },
    close: async () => {
      await Promise.all([...kept.values(), ...ending].map((pool) => pool.destroy()));
    },
  };
}

function openPool(origin: string, connect: buildConnector.connector, timeoutMs: number): Pool {
  return new Pool(origin, {
    allowH2: false,
    connect,
    headersTimeout: timeoutMs,
    bodyTimeout: timeoutMs,
    connections: 16,
    keepAliveMaxTimeout: 10_000,
    maxHeaderSize: 64 * 1_024,
  });
}
