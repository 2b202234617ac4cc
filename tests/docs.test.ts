import { existsSync, globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readConfig, variableNames } from '../src/config.ts';
import { isMessageCommand } from '../src/discord/command.ts';
import { loadCommands } from '../src/discord/loadCommands.ts';

const root = new URL('../', import.meta.url);
const textOf = (file: string) => readFileSync(new URL(file, root), 'utf8');

describe('README.md', () => {
  const readme = textOf('README.md');

  it('lists every command', async () => {
    const commands = [...(await loadCommands()).values()];
    const named = commands.map((command) => (isMessageCommand(command) ? '*' : '/') + command.data.name);
    const missing = named.filter((name) => !readme.includes(name));
    expect(missing).toEqual([]);
  });

  it('names no command that there is not', async () => {
    const names = [...(await loadCommands()).keys()];
    const named = [...readme.matchAll(/`\/([a-z]+)[ `]/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !names.includes(name))).toEqual([]);
  });

  it('draws every folder of src', () => {
    const folders = new Set(globSync('src/*/', { cwd: root.pathname }).map((folder) => folder.split(/[/\\]/)[1]));
    expect([...folders].filter((folder) => !readme.includes(`${folder}/`))).toEqual([]);
  });

  it('names only files of ours that exist', () => {
    const named = [...readme.matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, file = '']) => file);
    expect(named.filter((file) => !existsSync(new URL(file, root)))).toEqual([]);
  });

  it('has both commands that start everything', () => {
    expect(readme).toContain('npm start');
    expect(readme).toContain('npm test');
  });
});

describe('.env.example', () => {
  const lines = textOf('.env.example').split('\n');
  const set = Object.fromEntries(
    lines.flatMap((line) => {
      const match = /^#?\s?([A-Z][A-Z_]+)=(.*)$/.exec(line);
      return match ? [[match[1] ?? '', match[2]?.trim() ?? '']] : [];
    }),
  );

  it('has every variable, and no other', () => {
    expect(Object.keys(set).sort()).toEqual([...variableNames].sort());
  });

  it('shows the defaults', () => {
    expect(readConfig(set)).toEqual(readConfig({}));
  });

  it('says something about each', () => {
    const bare = variableNames.filter((name) => {
      const at = lines.findIndex((line) => new RegExp(`^#?\\s?${name}=`).test(line));
      return !/^# \S.{10,}/.test(lines[at - 1] ?? '');
    });
    expect(bare).toEqual([]);
  });
});

describe('package-lock.json', () => {
  const wanted = JSON.parse(textOf('package.json'));
  const lock = JSON.parse(textOf('package-lock.json'));

  it('knows the same packages in the same ranges', () => {
    const { dependencies, devDependencies, engines, name, version } = lock.packages[''];
    expect({ dependencies, devDependencies, engines, name, version }).toEqual({
      dependencies: wanted.dependencies,
      devDependencies: wanted.devDependencies,
      engines: wanted.engines,
      name: wanted.name,
      version: wanted.version,
    });
  });

  it('holds each of them', () => {
    const packages = Object.keys({ ...wanted.dependencies, ...wanted.devDependencies });
    expect(packages.filter((each) => !lock.packages[`node_modules/${each}`]?.version)).toEqual([]);
  });

  it('leaves it to the machine where packages come from', () => {
    const bound = Object.entries<{ resolved?: string }>(lock.packages).filter(([, { resolved }]) => resolved);
    expect(bound.map(([name]) => name)).toEqual([]);
  });
});
