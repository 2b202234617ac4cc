// Runs before `npm start` and `npm test`, under whatever Node (18 or later) is on the machine: installs what is
// missing, once. Everything after it runs on the Node of node_modules.
import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const lock = join(root, 'package-lock.json');
// npm writes this file last: it stands for a finished installation.
const installed = join(root, 'node_modules', '.package-lock.json');

const isFresh = existsSync(installed) && statSync(installed).mtimeMs >= statSync(lock).mtimeMs;
if (!isFresh) {
  console.log('Installing what Tidings needs (once, about half a minute) …');
  const { status } = spawnSync('npm', ['ci', '--loglevel=error', '--no-audit', '--no-fund', '--include=dev'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  if (status !== 0) {
    console.error('\nThe installation failed. Check the connection to the npm registry and run the command again.');
    process.exit(status ?? 1);
  }
}
