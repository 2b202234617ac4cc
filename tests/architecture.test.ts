import { globSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = new URL('../', import.meta.url).pathname;
const files = globSync(['src/**/*.ts', 'commands/**/*.ts'], { cwd: root }).map((file) => file.replaceAll('\\', '/'));
const textOf = (file: string) => readFileSync(join(root, file), 'utf8');
const codeOf = (file: string) =>
  textOf(file)
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/^\s*\/\/.*$/gm, '');

/** What a file imports: files of ours from the root, packages by name. */
function importsOf(file: string): string[] {
  const named = [...codeOf(file).matchAll(/(?:\bfrom\s+|\bimport\s+|\bimport\()'([^']+)'/g)].map(
    ([, name = '']) => name,
  );
  return named.map((name) => {
    if (name.startsWith('.')) return normalize(join(dirname(file), name)).replaceAll('\\', '/');
    return name.startsWith('node:') ? name : name.split('/', name.startsWith('@') ? 2 : 1).join('/');
  });
}

/** `src/news` of `src/news/story.ts`; `root` for what stands beside the folders. */
function folderOf(file: string): string {
  const [first, second, ...rest] = file.split('/');
  if (first === 'commands') return 'commands';
  return rest.length > 0 ? `src/${second}` : 'root';
}

/**
 * Who may import whom, beside its own folder. A trailing slash names a folder, anything else a file or a package;
 * `node:` stands for all of Node. The root (main, tidings, replay, …) joins the parts and may import any.
 */
const allowed: Readonly<Record<string, readonly string[]>> = {
  'src/news': ['data/topics.json', 'data/story-weights.json', 'node:crypto', 'temporal-polyfill'],
  'src/text': ['src/news/', 'eld'],
  'src/store': ['src/news/', 'src/text/', 'node:', 'kysely', 'better-sqlite3'],
  'src/feeds': ['src/news/', 'src/text/', 'node:', 'undici', 'ipaddr.js', 'rss-parser', 'feedsmith', 'entities'],
  'src/pages': [
    'src/news/',
    'src/text/',
    'src/feeds/',
    'node:',
    '@mozilla/readability',
    'linkedom',
    'robots-parser',
    'entities',
  ],
  'src/embeddings': ['src/news/', 'zod'],
  'src/briefs': ['data/brief-weights.json', 'src/news/', 'src/text/'],
  'src/llm': ['src/news/', 'src/text/', 'src/briefs/', 'node:', 'ai', '@ai-sdk/openai-compatible', 'zod'],
  'src/pipeline': ['src/news/', 'src/text/', 'src/store/'],
  'src/discord': [
    'src/news/',
    'src/text/',
    'src/store/',
    'node:',
    'discord.js',
    'intl-messageformat',
    'fastest-levenshtein',
    'zod',
  ],
  commands: ['src/news/', 'src/text/', 'src/store/', 'src/discord/', 'discord.js'],
  'src/playground': ['node:', 'discord-api-types', 'discord-api-spec', 'ws', 'zod', 'better-sqlite3'],
  'src/newsroom': ['src/news/', 'node:', 'zod'],
};

/** The files at the root that build and join the parts. */
const joining = [
  'catalogue',
  'compileCache',
  'config',
  'localWorld',
  'log',
  'main',
  'panelActions',
  'panelTexts',
  'replay',
  'schedule',
  'terminal',
  'tidings',
];

function mayImport(folder: string, imported: string): boolean {
  if (folder === 'root' || imported.startsWith(`${folder}/`)) return true;
  return (allowed[folder] ?? []).some((each) =>
    each.endsWith('/') || each === 'node:' ? imported.startsWith(each) : imported === each,
  );
}

describe('who may import whom', () => {
  it('is written down for every folder', () => {
    const folders = new Set(files.map(folderOf).filter((folder) => folder !== 'root'));
    expect([...folders].sort()).toEqual(Object.keys(allowed).sort());
  });

  it.each(Object.keys(allowed))('%s keeps to it', (folder) => {
    const strangers = files
      .filter((file) => folderOf(file) === folder)
      .flatMap((file) => importsOf(file).map((imported) => ({ file, imported })))
      .filter(({ imported }) => !mayImport(folder, imported));
    expect(strangers).toEqual([]);
  });

  it('only the parts that join may stand at the root of src', () => {
    const standing = files.filter((file) => folderOf(file) === 'root').map((file) => file.slice(4, -3));
    expect(standing.filter((name) => !joining.includes(name))).toEqual([]);
  });

  it('nothing imports main or what else starts a process', () => {
    const importing = files.filter((file) =>
      importsOf(file).some((imported) => /^src\/(?:main|replay)\.ts$/.test(imported)),
    );
    expect(importing).toEqual([]);
  });

  it('the newsroom knows types of the domain only', () => {
    const values = files
      .filter((file) => folderOf(file) === 'src/newsroom')
      .flatMap((file) => codeOf(file).match(/import (?!type\b)[^;]*'[^']*\/news\/[^']*'/g) ?? []);
    expect(values).toEqual([]);
  });

  it('no circle joins folders', () => {
    const edges = new Map<string, Set<string>>();
    for (const file of files) {
      const from = folderOf(file);
      for (const imported of importsOf(file).filter((name) => files.includes(name))) {
        const to = folderOf(imported);
        if (from !== 'root' && to !== from) edges.set(from, (edges.get(from) ?? new Set()).add(to));
      }
    }
    const reach = (from: string, seen: ReadonlySet<string>): string[] =>
      [...(edges.get(from) ?? [])].flatMap((to) => (seen.has(to) ? [to] : [to, ...reach(to, new Set([...seen, to]))]));
    expect([...edges.keys()].filter((folder) => reach(folder, new Set([folder])).includes(folder))).toEqual([]);
  });

  it('every import names a file that there is', () => {
    const missing = files.flatMap((file) =>
      importsOf(file)
        .filter((name) => /^(?:src|commands)\//.test(name) && !files.includes(name))
        .map((name) => ({ file, name })),
    );
    expect(missing).toEqual([]);
  });
});

describe('in one place only', () => {
  const holding = (pattern: RegExp, within = 'src/') =>
    files.filter((file) => file.startsWith(within) && pattern.test(codeOf(file)));

  it('the environment is read', () => {
    expect(holding(/process\.env|loadEnvFile/)).toEqual(['src/config.ts']);
  });

  it('a process ends itself', () => {
    expect(holding(/process\.exit\b/).filter((file) => folderOf(file) !== 'root')).toEqual([]);
  });

  it('the domain and the language know no clock and no chance', () => {
    const clocks = /\bDate\.now\(|new Date\(\)|Math\.random\(|performance\.now\(/;
    expect([
      ...holding(clocks, 'src/news/'),
      ...holding(clocks, 'src/text/'),
      ...holding(clocks, 'src/briefs/'),
    ]).toEqual([]);
  });

  it('SQL is written', () => {
    expect(holding(/\bfrom 'kysely'/).filter((file) => folderOf(file) !== 'src/store')).toEqual([]);
  });
});

it('whatever sends a message lets it mention nobody, but a briefing the role that its channel chose', () => {
  const sending = files
    .filter((file) => ['src/discord', 'commands', 'src/pipeline'].includes(folderOf(file)))
    .filter((file) => /\.(?:reply|editReply|followUp|update|send|post|patch)\((?!\))/.test(codeOf(file)))
    .filter((file) => /discord\.js/.test(codeOf(file)))
    // What it publishes was sent before.
    .filter((file) => file !== 'src/discord/createPublish.ts');
  expect(sending.sort()).toEqual([
    'src/discord/createCardPosts.ts',
    'src/discord/createPost.ts',
    'src/discord/createSendDirect.ts',
    'src/discord/createSendGreeting.ts',
    'src/discord/editMessage.ts',
    'src/discord/handleInteraction.ts',
    'src/discord/sendNotice.ts',
  ]);
  for (const file of [...sending, 'src/discord/startBot.ts']) {
    expect(codeOf(file)).toMatch(
      /(?:allowed_mentions|allowedMentions|APIAllowedMentions)(?::| =) \{ parse: \[\](?: \}|, \.\.\.\(role && )/,
    );
  }
});
