import { readdirSync, readFileSync } from 'node:fs';
import type { SchemaName } from '../../../../src/playground/checks/schemaFaults.ts';

const folder = new URL('../../../../src/playground/', import.meta.url);

/** The schemas that the playground checks requests with, as its source names them. */
export function usedSchemas(): SchemaName[] {
  const files = readdirSync(new URL('rest/routes/', folder)).map((name) => `rest/routes/${name}`);
  const source = [...files, 'checks/callbackFaults.ts'].map((name) => readFileSync(new URL(name, folder), 'utf8'));
  const names = source.join('\n').matchAll(/'(\w*(?:Request|Form)(?:Partial)?(?:Schema)?)'/g);
  return [...new Set([...names].map((match) => match[1] as SchemaName))].sort();
}
