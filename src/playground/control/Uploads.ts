import { randomUUID } from 'node:crypto';
import { z } from 'zod';

const uploadSchema = z.object({
  name: z.string().trim().min(1).max(260),
  type: z
    .string()
    .max(100)
    .regex(/^[\w.+-]+\/[\w.+-]+$/)
    .or(z.literal(''))
    .catch(''),
});

/** A file that somebody has sent, and not yet attached to anything. */
export type Upload = z.infer<typeof uploadSchema> & { bytes: Buffer };

const KEPT = 10;

/** The latest files that people have sent for a command which is on its way; in memory only. */
export class Uploads {
  readonly #kept = new Map<string, Upload & { userId: string }>();

  /** Keeps a file for its sender. @returns the key that gives it back, once */
  keep(userId: string, named: { name: string | null; type: string | null }, bytes: Buffer): string {
    const { name, type } = uploadSchema.parse(named);
    const key = randomUUID();
    this.#kept.set(key, { userId, name: name.replace(/[/\\\p{Cc}]/gu, '_'), type, bytes });
    const [oldest] = this.#kept.keys();
    if (this.#kept.size > KEPT && oldest) this.#kept.delete(oldest);
    return key;
  }

  take(userId: string, key: string): Upload {
    const upload = this.#kept.get(key);
    if (upload?.userId !== userId) throw new Error('that file is gone: choose it again');
    this.#kept.delete(key);
    return upload;
  }
}
