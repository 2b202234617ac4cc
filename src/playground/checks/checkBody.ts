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

/** `checkBody` for bodies that are messages, or edits of one that has these flags already and keeps them. */
export function checkMessage(schema: SchemaName, body: unknown, flags = 0): Promise<void> {
  return checkBody<MessageBody>(schema, body, (wish) => messageFaults({ ...wish, flags: (wish.flags ?? 0) | flags }));
}

export function refuse(faults: readonly FieldFault[]): void {
  if (faults.length > 0) throw invalidForm(faults);
}
