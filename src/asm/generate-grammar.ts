import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Compiles att.ohm into generated/att.ohm-bundle.js with its types. Run by `npm run generate`. */

const folder = fileURLToPath(new URL('.', import.meta.url));
const generated = join(folder, 'generated');
mkdirSync(generated, { recursive: true });
const copy = join(generated, 'att.ohm');
copyFileSync(join(folder, 'att.ohm'), copy);
const ohm = createRequire(import.meta.url).resolve('@ohm-js/cli');
const run = spawnSync(process.execPath, [ohm, 'generateBundles', '--withTypes', '--esm', 'att.ohm'], {
  cwd: generated,
  stdio: ['ignore', 'ignore', 'inherit'],
});
rmSync(copy);
process.exitCode = run.status ?? 1;
