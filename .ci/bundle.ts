import { spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

/**
 * Bundles the command into dist/bin/: a program of 200 modules starts about 100 ms faster as a few files, and another 30 ms with V8's code
 * cache (start.cjs). The library in dist/ stays as tsc made it. Packages that only some runs need stay outside and are loaded when they
 * are wanted.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const target = join(root, 'dist/bin');
/** Loaded at run time from node_modules. */
const EXTERNAL = ['pino', 'pino-pretty'];
/** Packages whose code goes into the bundle, with the file that holds their licence. */
const BUNDLED = { commander: 'LICENSE', 'ohm-js': 'LICENSE' };

rmSync(target, { recursive: true, force: true });
const bundle = await rolldown({
  input: { command: join(root, 'dist/cli/main.js') },
  platform: 'node',
  external: EXTERNAL,
});
await bundle.write({
  dir: target,
  format: 'cjs',
  entryFileNames: '[name].cjs',
  chunkFileNames: '[name]-[hash].cjs',
  // Names stay, so that a stack trace says something.
  minify: { mangle: false, compress: true, codegen: { removeWhitespace: true } },
});

const command = join(target, 'pagewalk.cjs');
copyFileSync(join(root, '.ci/start.cjs'), command);
chmodSync(command, 0o755);

// The code cache has the functions that ran: these runs are what people start most.
const example = join(root, 'asm-examples/02-hello.s');
for (const args of [
  ['run', example, '--stats'],
  ['count', example],
  ['disasm', example],
  ['run', example],
]) {
  const env = { ...process.env, PAGEWALK_WRITE_CACHE: '1' };
  const { status } = spawnSync(process.execPath, [command, ...args], { env, stdio: ['ignore', 'ignore', 'pipe'] });
  if (status !== 0) throw new Error(`the bundle does not run: pagewalk ${args.join(' ')} ended with status ${status}`);
}

// Written last: a build that has it is complete (see prepare.ts).
const notices = Object.entries(BUNDLED).map(([name, file]) => {
  const text = readFileSync(join(root, 'node_modules', name, file), 'utf8').trim();
  return `${name}\n${'='.repeat(name.length)}\n\n${text}\n`;
});
writeFileSync(join(target, 'LICENSES.txt'), notices.join('\n'));
