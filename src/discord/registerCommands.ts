import { type Client, Routes } from 'discord.js';
import type { Command } from './command.ts';

/**
 * Makes Discord's list of our commands agree with ours; asks for the list first and writes only when they differ,
 * because new commands are limited to 200 a day.
 *
 * @returns the id of each command, and whether the list had to be written
 * @see https://discord.com/developers/docs/interactions/application-commands#bulk-overwrite-global-application-commands
 */
export async function registerCommands(
  client: Client<true>,
  commands: ReadonlyMap<string, Command>,
): Promise<{ ids: Map<string, string>; written: boolean }> {
  const route = Routes.applicationCommands(client.application.id);
  const wanted = [...commands.values()].map((command) => command.data);
  const query = new URLSearchParams({ with_localizations: 'true' });
  let listed = (await client.rest.get(route, { query })) as { id: string; name: string }[];
  const isSame =
    listed.length === wanted.length &&
    wanted.every((command) =>
      holds(
        listed.find(({ name }) => name === command.name),
        command,
      ),
    );
  if (!isSame) listed = (await client.rest.put(route, { body: wanted })) as typeof listed;
  return { ids: new Map(listed.map(({ name, id }) => [name, id])), written: !isSame };
}

/** Whether what Discord lists has everything that we define; what it adds (ids, versions, defaults) does not matter. */
export function holds(listed: unknown, wanted: unknown): boolean {
  if (isAbsent(wanted)) return isAbsent(listed);
  if (Array.isArray(wanted)) {
    return (
      Array.isArray(listed) && listed.length === wanted.length && wanted.every((part, i) => holds(listed[i], part))
    );
  }
  if (typeof wanted === 'object' && wanted !== null) {
    if (typeof listed !== 'object' || listed === null) return false;
    return Object.entries(wanted).every(
      ([key, value]) =>
        (value === undefined && filledIn.has(key)) || holds((listed as Record<string, unknown>)[key], value),
    );
  }
  return listed === wanted;
}

/** What Discord decides by itself where a command says nothing. */
const filledIn: ReadonlySet<string> = new Set(['type', 'contexts', 'integration_types', 'dm_permission']);

/** Discord leaves out, or says null or false for, what was not set. */
function isAbsent(value: unknown): boolean {
  const isEmptyList = Array.isArray(value) && value.length === 0;
  const isEmptyObject =
    typeof value === 'object' && value !== null && !Array.isArray(value) && Object.keys(value).length === 0;
  return value === undefined || value === null || value === false || isEmptyList || isEmptyObject;
}
