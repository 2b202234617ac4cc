import fc from 'fast-check';
import type * as z from 'zod/v4/core';
import { shapeOf } from './schemaShape.ts';

const MANY = 3;
const LONG = 40;
const links = fc.constantFrom('https://example.org/a', 'http://example.org', 'attachment://map.png', 'javascript:x()');
const flags = fc.constantFrom(0, 1 << 2, 1 << 6, 1 << 12, 1 << 15);

/** Bodies that fit a schema; the fields are filled in at random, mostly with little. */
export function arbitraryOf(schema: z.$ZodType, name = ''): fc.Arbitrary<unknown> {
  const shape = shapeOf(schema);
  switch (shape.kind) {
    case 'object': {
      const fields = Object.entries(shape.fields);
      const required = fields.filter(([, field]) => shapeOf(field).kind !== 'optional').map(([key]) => key);
      const parts = fields.map(([key, field]) => [key, arbitraryOf(field, key)] as const);
      const full = fc.record(Object.fromEntries(parts));
      const chosen = fc.subarray(fields.map(([key]) => key).filter((key) => !required.includes(key)));
      return fc
        .tuple(full, chosen)
        .map(([all, kept]) =>
          Object.fromEntries(Object.entries(all).filter(([key]) => required.includes(key) || kept.includes(key))),
        );
    }
    case 'array':
      return fc.array(arbitraryOf(shape.item), {
        minLength: shape.min,
        maxLength: Math.min(Math.max(shape.min, MANY), shape.max),
      });
    case 'record':
      return fc.dictionary(fc.constantFrom('de', 'ja', 'pt-BR', 'xx'), arbitraryOf(shape.value), { maxKeys: 2 });
    case 'union':
      return fc.oneof(
        ...shape.options
          .filter((option) => shapeOf(option).kind !== 'undefined')
          .map((option) => arbitraryOf(option, name)),
      );
    case 'optional':
      return arbitraryOf(shape.inner, name);
    case 'nullable':
      return fc.option(arbitraryOf(shape.inner, name), { freq: 4 });
    case 'string':
      if (shape.format === 'url') return links.filter((link) => link.length <= shape.max);
      if (shape.format === 'datetime') return fc.constantFrom('2026-01-05T08:00:00Z', '2026-01-05T08:00:00.123Z');
      if (shape.format === 'regex') return fc.constantFrom('0', '7', '1290000000000000201');
      return textOf(name, shape.min, shape.max);
    case 'number':
      if (name === 'flags') return flags;
      if (shape.whole) return fc.integer({ min: shape.min, max: shape.max });
      return fc.maxSafeInteger().map((value) => Math.min(Math.max(value, shape.min), shape.max));
    case 'literal':
      return fc.constantFrom(...shape.values);
    case 'boolean':
      return fc.boolean();
    case 'null':
      return fc.constant(null);
    case 'undefined':
      return fc.constant(undefined);
    case 'unknown':
      return fc.jsonValue();
  }
}

function textOf(name: string, min: number, max: number): fc.Arbitrary<string> {
  const anything = fc.string({ unit: 'grapheme', minLength: min, maxLength: Math.max(min, Math.min(max, LONG)) });
  const fitting = anything.filter((text) => text.length <= max && text.length >= min);
  return name === 'name' ? fc.oneof(fc.constantFrom('news', 'a-b_c', 'トピック'), fitting) : fitting;
}
