import type * as z from 'zod/v4/core';

/** A schema as far as the descriptions of Discord's API use zod: what values it takes, and where its limits are. */
export type Shape =
  | { kind: 'object'; fields: Record<string, z.$ZodType> }
  | { kind: 'array'; item: z.$ZodType; min: number; max: number }
  | { kind: 'record'; value: z.$ZodType }
  | { kind: 'union'; options: readonly z.$ZodType[] }
  | { kind: 'optional' | 'nullable'; inner: z.$ZodType }
  | { kind: 'string'; min: number; max: number; format: 'url' | 'datetime' | 'regex' | undefined }
  | { kind: 'number'; min: number; max: number; whole: boolean }
  | { kind: 'literal'; values: readonly unknown[] }
  | { kind: 'boolean' | 'null' | 'undefined' | 'unknown' };

const INT32 = 2 ** 31;

/** What a schema is made of, one level deep. Throws for a kind that the descriptions did not use so far. */
export function shapeOf(schema: z.$ZodType): Shape {
  const { def } = (schema as z.$ZodTypes)._zod;
  switch (def.type) {
    case 'lazy':
      return shapeOf(def.getter());
    case 'object':
      return { kind: 'object', fields: def.shape };
    case 'array':
      return { kind: 'array', item: def.element, ...lengths(def.checks) };
    case 'record':
      return { kind: 'record', value: def.valueType };
    case 'union':
      return { kind: 'union', options: def.options };
    case 'optional':
    case 'nullable':
      return { kind: def.type, inner: def.innerType };
    case 'string':
      return { kind: 'string', ...lengths(def.checks), format: format(def.checks) };
    case 'number': {
      const format = 'format' in def ? def.format : undefined;
      const most = format === 'int32' ? INT32 : Number.MAX_SAFE_INTEGER;
      return { kind: 'number', whole: format !== undefined, ...range(def.checks, most) };
    }
    case 'literal':
      return { kind: 'literal', values: def.values };
    case 'boolean':
    case 'null':
    case 'undefined':
    case 'unknown':
      return { kind: def.type };
    default:
      throw new Error(`teach schemaShape the kind "${def.type}"`);
  }
}

type Checks = readonly z.$ZodCheck<never>[] | undefined;

function defs(checks: Checks) {
  return (checks ?? []).map((check) => (check as unknown as z.$ZodChecks)._zod.def);
}

function lengths(checks: Checks): { min: number; max: number } {
  const bounds = { min: 0, max: Number.POSITIVE_INFINITY };
  for (const def of defs(checks)) {
    if (def.check === 'min_length') bounds.min = def.minimum;
    if (def.check === 'max_length') bounds.max = def.maximum;
  }
  return bounds;
}

function range(checks: Checks, most: number): { min: number; max: number } {
  const bounds = { min: -most, max: most - 1 };
  for (const def of defs(checks)) {
    if (def.check === 'greater_than') bounds.min = Number(def.value);
    if (def.check === 'less_than') bounds.max = Number(def.value);
  }
  return bounds;
}

function format(checks: Checks) {
  const found = defs(checks).find((def) => def.check === 'string_format');
  return found && 'format' in found ? (found.format as 'url' | 'datetime' | 'regex') : undefined;
}
