import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, it, onTestFinished } from 'vitest';
import { loadCommands } from '../../src/discord/loadCommands.ts';

const good = (name: string) => `export default { data: { name: '${name}' }, execute: async () => ({}) };`;

function folderWith(files: Record<string, string>, name = 'commands'): URL {
  const parent = mkdtempSync(join(tmpdir(), 'tidings-'));
  onTestFinished(() => rmSync(parent, { recursive: true }));
  mkdirSync(join(parent, name));
  for (const [file, text] of Object.entries(files)) writeFileSync(join(parent, name, file), text);
  return pathToFileURL(join(parent, name, '/'));
}

it('loads one command from each file of commands/, named after it', async () => {
  const files = readdirSync(new URL('../../commands/', import.meta.url)).map((file) => file.replace('.ts', ''));
  const inOneWord = (name: string) =>
    name.replace(/^\w/, (letter) => letter.toLowerCase()).replace(/ (\w)/g, (_, letter) => letter.toUpperCase());
  expect([...(await loadCommands()).keys()].map(inOneWord)).toEqual(files.sort());
});

it('reads TypeScript files only, also from a folder with spaces and signs in its name', async () => {
  const folder = folderWith({ 'a.ts': good('a'), 'b c.ts': good('b'), 'notes.md': 'Not a command.' }, 'my commands');
  expect([...(await loadCommands(folder)).keys()]).toEqual(['a', 'b']);
});

it.each([
  ['no default export', 'export const data = 1;'],
  ['no name', 'export default { data: {}, execute() {} };'],
  ['nothing to execute', "export default { data: { name: 'a' } };"],
])('names a file with %s', async (_what, text) => {
  const folder = folderWith({ 'a.ts': good('a'), 'broken.ts': text });
  await expect(loadCommands(folder)).rejects.toThrow('commands/broken.ts has no default export with data and execute.');
});

it('names a file whose command another file has', async () => {
  const folder = folderWith({ 'first.ts': good('twice'), 'second.ts': good('twice') });
  await expect(loadCommands(folder)).rejects.toThrow('commands/second.ts is called /twice, and so is another file.');
});
