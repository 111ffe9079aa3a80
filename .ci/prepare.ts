import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/**
 * What npm runs after an install, before packing, and before the first `npx pagewalk` in a clone: the build, unless dist/ is
 * newer than everything that it is made from.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const INPUTS = ['src', '.ci', 'package.json', 'package-lock.json', 'tsconfig.json'];
/** The last file that the build writes. */
const LAST_OUTPUT = 'dist/bin/LICENSES.txt';

function newest(path: string): number {
  const status = statSync(path);
  if (!status.isDirectory()) return status.mtimeMs;
  const inner = readdirSync(path).filter((name) => name !== 'generated');
  return Math.max(0, ...inner.map((name) => newest(join(path, name))));
}

function isCurrent(): boolean {
  const built = statSync(join(root, LAST_OUTPUT), { throwIfNoEntry: false })?.mtimeMs ?? 0;
  return INPUTS.every((input) => newest(join(root, input)) < built);
}

if (!isCurrent()) {
  const { status } = spawnSync('npm', ['run', '--silent', 'build'], {
    cwd: root,
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  process.exitCode = status ?? 1;
}
