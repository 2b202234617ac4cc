import { readdir } from 'node:fs/promises';
import type { Command } from './command.ts';

const folder = new URL('../../commands/', import.meta.url);

/**
 * Loads every command in `commands/`, by name.
 *
 * @throws Error  naming the file, for one that is not a command or whose name another file has
 */
export async function loadCommands(from: URL = folder): Promise<Map<string, Command>> {
  const files = (await readdir(from)).filter((file) => file.endsWith('.ts')).sort();
  const commands = new Map<string, Command>();
  for (const file of files) {
    const { default: command } = await import(new URL(encodeURIComponent(file), from).href);
    if (typeof command?.data?.name !== 'string' || typeof command.execute !== 'function') {
      throw new Error(`commands/${file} has no default export with data and execute.`);
    }
    const { name } = command.data;
    if (commands.has(name)) throw new Error(`commands/${file} is called /${name}, and so is another file.`);
    commands.set(name, command);
  }
  return commands;
}
