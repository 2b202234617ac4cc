import type * as z from 'zod/v4/core';
import { admitMediaChannels } from './admitMediaChannels.ts';
import { type FieldFault, fault } from './FieldFault.ts';
import { inlineSchemas } from './inlineSchemas.ts';

type Schemas = typeof import('discord-api-spec/zod') & Awaited<ReturnType<typeof inlineSchemas>>;
export type SchemaName = keyof Schemas;

let loading: Promise<Schemas> | undefined;

/** Discord's description of its API, loaded when first needed. */
export function schemas(): Promise<Schemas> {
  loading ??= Promise.all([import('discord-api-spec/zod'), inlineSchemas()]).then(([named, inline]) => {
    admitMediaChannels([named.ChannelTypesSchema, named.GuildChannelResponseSchema]);
    return { ...named, ...inline };
  });
  return loading;
}

/** What Discord's own description of its API finds wrong with a value. */
export async function schemaFaults(name: SchemaName, value: unknown): Promise<FieldFault[]> {
  const result = (await schemas())[name].safeParse(value);
  return result.success ? [] : result.error.issues.flatMap((issue) => faultsOf(issue, value, []));
}

function faultsOf(issue: z.$ZodIssue, root: unknown, above: FieldFault['path']): FieldFault[] {
  const path = [...above, ...(issue.path as (string | number)[])];
  const value = path.reduce<unknown>((at, key) => (at as Record<string | number, unknown> | undefined)?.[key], root);
  if (value === undefined && issue.code !== 'custom') return [fault.required(path)];
  if (discordReadsItAnyway(issue, value, path)) return [];
  switch (issue.code) {
    case 'invalid_union':
      return unionFaults(issue, root, path);
    case 'invalid_type':
      return [{ path, ...notOfType(issue.expected, value) }];
    case 'too_big':
      return [
        isNumber(issue.origin)
          ? range(path, 'MAX', `less than or equal to ${issue.maximum}`)
          : fault.tooLong(path, issue.maximum),
      ];
    case 'too_small':
      if (isNumber(issue.origin)) return [range(path, 'MIN', `greater than or equal to ${issue.minimum}`)];
      return [value === '' ? fault.required(path) : fault.tooShort(path, issue.minimum)];
    case 'invalid_value':
      return [fault.notAChoice(path, issue.values)];
    case 'invalid_format':
      return [{ path, ...notOfFormat(issue.format, value) }];
    default:
      return [{ path, code: 'BASE_TYPE_INVALID', message: issue.message }];
  }
}

/** In a union, only the branch with the value's own `type` says anything useful, else one for that kind of value. */
function unionFaults(issue: z.$ZodIssueInvalidUnion, root: unknown, path: FieldFault['path']): FieldFault[] {
  const wrongType = (branch: z.$ZodIssue[]) => branch.find((each) => each.path.length === 1 && each.path[0] === 'type');
  const wrongKind = (branch: z.$ZodIssue[]) =>
    branch.some((each) => each.path.length === 0 && each.code === 'invalid_type');
  const tagged = issue.errors.some(wrongType);
  const branches = issue.errors.filter((branch) => !wrongType(branch));
  const [closest] = branches.sort((a, b) => Number(wrongKind(a)) - Number(wrongKind(b)) || a.length - b.length);
  if (closest) return closest.flatMap((each) => faultsOf(each, root, path));
  if (!tagged) return [{ path, code: 'BASE_TYPE_INVALID', message: 'Invalid value' }];
  const types = issue.errors.flatMap((branch) => {
    const found = wrongType(branch);
    return found?.code === 'invalid_value' ? found.values : [];
  });
  return [{ path, code: 'UNION_TYPE_CHOICES', message: `Value of field "type" must be one of (${types.join(', ')}).` }];
}

const BITS = /^(flags|allow|deny|(default_member_)?permissions)$/;

/** The description types bit fields as integers and dates without an offset; Discord takes both forms of each. */
function discordReadsItAnyway(issue: z.$ZodIssue, value: unknown, path: FieldFault['path']): boolean {
  if (issue.code === 'invalid_type' && isNumber(issue.expected))
    return typeof value === 'string' && /^\d+$/.test(value) && BITS.test(String(path.at(-1)));
  if (issue.code === 'invalid_type' && issue.expected === 'string') {
    return Number.isSafeInteger(value) && /(^|_)id$/.test(String(path.at(-1)));
  }
  if (issue.code === 'invalid_format' && issue.format === 'datetime') return !Number.isNaN(Date.parse(String(value)));
  return false;
}

function isNumber(origin: string): boolean {
  return origin === 'number' || origin === 'int' || origin === 'bigint';
}

function range(path: FieldFault['path'], end: 'MIN' | 'MAX', words: string): FieldFault {
  return { path, code: `NUMBER_TYPE_${end}`, message: `int value should be ${words}.` };
}

function notOfType(expected: string, value: unknown): { code: string; message: string } {
  const shown = typeof value === 'object' ? JSON.stringify(value) : String(value);
  switch (expected) {
    case 'string':
      return { code: 'STRING_TYPE_CONVERT', message: `Could not interpret "${shown}" as string.` };
    case 'boolean':
      return { code: 'BOOLEAN_TYPE_CONVERT', message: 'Must be either true or false.' };
    case 'array':
      return { code: 'LIST_TYPE_CONVERT', message: 'Only iterables may be used in a ListType' };
    case 'record':
      return { code: 'DICT_TYPE_CONVERT', message: 'Only dictionaries may be used in a DictType' };
    case 'object':
      return { code: 'MODEL_TYPE_CONVERT', message: 'Only dictionaries may be used in a ModelType' };
    default:
      return { code: 'NUMBER_TYPE_COERCE', message: `Value "${shown}" is not int.` };
  }
}

function notOfFormat(format: string, value: unknown): { code: string; message: string } {
  if (format === 'url') return { code: 'URL_TYPE_INVALID_URL', message: 'Not a well formed URL.' };
  if (format === 'datetime') {
    return { code: 'DATE_TIME_TYPE_PARSE', message: `Could not parse ${value}. Should be ISO8601.` };
  }
  return { code: 'NUMBER_TYPE_COERCE', message: `Value "${value}" is not snowflake.` };
}
