import type * as z from 'zod/v4/core';
import { type Shape, shapeOf } from './schemaShape.ts';

type Path = readonly (string | number)[];

/** One way to break a body, and where: what is put in the place; nothing takes the place out. */
export type Mutation = { how: string; path: Path; put: unknown };

const LONGEST = 6000;
const MOST_ITEMS = 120;

/** Every way in which a body that fits the schema is broken by one change. */
export function mutationsOf(schema: z.$ZodType, body: unknown, path: Path = []): Mutation[] {
  const shape = shapeOf(schema);
  const here = broken(shape, body).map(([how, put]) => ({ how, path, put }));
  if (body === null || body === undefined) return here;
  switch (shape.kind) {
    case 'optional':
    case 'nullable':
      return mutationsOf(shape.inner, body, path);
    case 'union': {
      const option = shape.options.find((each) => accepts(each, body));
      return option ? mutationsOf(option, body, path) : here;
    }
    case 'object':
      return [
        ...here,
        ...Object.entries(shape.fields).flatMap(([key, field]) => {
          const value = (body as Record<string, unknown>)[key];
          if (shapeOf(field).kind === 'optional') {
            return value === undefined ? [] : mutationsOf(field, value, [...path, key]);
          }
          return [
            { how: 'missing', path: [...path, key], put: undefined },
            ...mutationsOf(field, value, [...path, key]),
          ];
        }),
      ];
    case 'array':
      return [
        ...here,
        ...(body as unknown[]).flatMap((item, index) => mutationsOf(shape.item, item, [...path, index])),
      ];
    case 'record':
      return [
        ...here,
        ...Object.entries(body).flatMap(([key, value]) => mutationsOf(shape.value, value, [...path, key])),
      ];
    default:
      return here;
  }
}

/** The body with something else in a place; with undefined, without the place. */
export function replaced(body: unknown, [key, ...rest]: Path, put: unknown): unknown {
  if (key === undefined) return put;
  if (Array.isArray(body)) return body.with(Number(key), replaced(body[Number(key)], rest, put));
  const { [key]: value, ...others } = body as Record<string, unknown>;
  const next = replaced(value, rest, put);
  return next === undefined ? others : { ...others, [key]: next };
}

function broken(shape: Shape, body: unknown): [how: string, put: unknown][] {
  switch (shape.kind) {
    case 'object':
    case 'record':
      return [
        ['a text for an object', 'x'],
        ['a list for an object', [1]],
      ];
    case 'array':
      return [
        ['an object for a list', { 0: 'x' }],
        ...(shape.min > 0 ? [['too few', []] as [string, unknown]] : []),
        ...(shape.max <= MOST_ITEMS && Array.isArray(body) && body.length > 0
          ? [['too many', Array(shape.max + 1).fill(body[0])] as [string, unknown]]
          : []),
      ];
    case 'string':
      return [
        ['an object for a text', { x: 1 }],
        ['true for a text', true],
        ...(shape.min > 0 ? [['too short', ''] as [string, unknown]] : []),
        ...(shape.max <= LONGEST && !shape.format
          ? [['too long', 'x'.repeat(shape.max + 1)] as [string, unknown]]
          : []),
        ...(shape.format ? [['malformed', 'no such thing'] as [string, unknown]] : []),
      ];
    case 'number':
      return [
        ['a word for a number', 'many'],
        ['a list for a number', []],
        ...(shape.whole ? [['a fraction', 1.5] as [string, unknown]] : []),
        ...(shape.whole || shape.max < Number.MAX_SAFE_INTEGER - 1
          ? [['too large', shape.max + 1] as [string, unknown]]
          : []),
        ...(shape.whole || shape.min > -Number.MAX_SAFE_INTEGER
          ? [['too small', shape.min - 1] as [string, unknown]]
          : []),
      ];
    case 'boolean':
      return [['a word for a boolean', 'yes']];
    case 'literal':
      return [['not a choice', typeof shape.values[0] === 'number' ? 99_999 : 'no such choice']];
    default:
      return [];
  }
}

function accepts(schema: z.$ZodType, body: unknown): boolean {
  return (schema as unknown as { safeParse(body: unknown): { success: boolean } }).safeParse(body).success;
}
