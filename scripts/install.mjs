// Runs before `npm start`, `npm test` and the like, under whatever Node (18 or later) is on the machine: installs what
// is missing, once. Everything after it runs on the Node of node_modules.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
// npm writes this file last: it stands for a finished installation.
const installed = join(root, 'node_modules', '.package-lock.json');
const quiet = ['--loglevel=error', '--no-audit', '--no-fund'];

if (!existsSync(installed) || statSync(installed).mtimeMs < statSync(lock).mtimeMs) {
  console.log('Installing what Tidings needs (once, about half a minute) …');
  const modernNode = isOldNode(process.versions.node) ? installNode() : null;
  const isDone = npm(['ci', '--include=dev', ...quiet], root, modernNode);
  if (modernNode) rmSync(modernNode.folder, { recursive: true, force: true });
  if (!isDone) {
    console.error('\nThe installation failed. Check the connection to the npm registry and run the command again.');
    process.exit(1);
  }
}

/** npm leaves out, without a word, the binaries of packages that say they don't run on the Node it runs on itself. */
function isOldNode(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < 20 || major === 21 || (major === 20 && minor < 19) || (major === 22 && minor < 12);
}

/** The Node that Tidings runs on, in a folder of its own, for npm to run on. */
function installNode() {
  const folder = mkdtempSync(join(tmpdir(), 'tidings-node-'));
  npm(['install', '--prefix', folder, '--no-save', 'node@24', ...quiet], folder, null);
  const bin = join(folder, 'node_modules', 'node', 'bin');
  const node = join(bin, process.platform === 'win32' ? 'node.exe' : 'node');
  return existsSync(node) ? { folder, bin, node } : null;
}

function npm(args, cwd, modernNode) {
  // npm tells its scripts where it is; on its own Node or on another it is the same file.
  const npmFile = process.env.npm_execpath;
  const runsFile = npmFile && /\.c?js$/.test(npmFile);
  const [command, ...first] = runsFile ? [modernNode?.node ?? process.execPath, npmFile] : ['npm'];
  const PATH = modernNode ? `${modernNode.bin}${delimiter}${process.env.PATH}` : process.env.PATH;
  const { status } = spawnSync(command, [...first, ...args], {
    cwd,
    stdio: 'inherit',
    env: { ...process.env, PATH },
    shell: !runsFile && process.platform === 'win32',
  });
  return status === 0;
}
