import { invalidForm } from '../DiscordError.ts';
import type { FieldFault } from './FieldFault.ts';
import type { MessageBody } from './messageFaults.ts';
import { messageFaults } from './messageFaults.ts';
import { type SchemaName, schemaFaults } from './schemaFaults.ts';

/** Throws 50035 unless the body fits Discord's description and, after that, the rules the description lacks. */
export async function checkBody<Body>(
  schema: SchemaName,
  body: unknown,
  rules: (body: Body) => FieldFault[] = () => [],
): Promise<void> {
  const faults = await schemaFaults(schema, body);
  refuse(faults.length > 0 ? faults : rules(body as Body));
}

/** `checkBody` for bodies that are messages. */
export function checkMessage(schema: SchemaName, body: unknown): Promise<void> {
  return checkBody<MessageBody>(schema, body, messageFaults);
}

export function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw invalidForm(faults);
}
