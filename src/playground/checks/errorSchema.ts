import type { ZodMiniType } from 'zod/mini';

let loading: Promise<ZodMiniType> | undefined;

/**
 * The form of every refusal (reference, "Error Messages"). Discord's description has the codes of fields as numbers;
 * its documents and its answers have them as names.
 */
export function errorSchema(): Promise<ZodMiniType> {
  loading ??= described();
  return loading;
}

async function described(): Promise<ZodMiniType> {
  const z = await import('zod/mini');
  const faults = z.array(z.object({ code: z.string().check(z.regex(/^[A-Z0-9_]+$/)), message: z.string() }));
  const details: ZodMiniType = z.lazy(() => z.record(z.string(), z.union([details, faults])));
  return z.object({ code: z.int(), message: z.string().check(z.minLength(1)), errors: z.optional(details) });
}
