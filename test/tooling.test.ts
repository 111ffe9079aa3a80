import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** Types, style, and the package as a user gets it. */

const root = fileURLToPath(new URL('..', import.meta.url));
const MINUTES = 60_000;

/** Runs a program of node_modules/.bin or of the path; gives its status and what it said. */
function run(command: string, args: readonly string[], cwd = root): { status: number | null; output: string } {
  const local = join(root, 'node_modules/.bin', command);
  const file = existsSync(local) ? local : command;
  const { status, stdout, stderr } = spawnSync(file, args, {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, NO_COLOR: '1' },
  });
  return { status, output: `${stdout}${stderr}` };
}

describe('the sources', () => {
  it('type-check', { timeout: 3 * MINUTES }, () => {
    expect(run('tsc', ['-p', '.ci/tsconfig.check.json'])).toEqual({ status: 0, output: '' });
  });

  it('follow the formatter and the linter', { timeout: 3 * MINUTES }, () => {
    const { status, output } = run('biome', ['check', '--config-path=.ci/lint.json', '--error-on-warnings', '.']);
    expect(status, output).toBe(0);
  });
});

/** The files of a tar archive (POSIX ustar), without their common first folder. */
function unpack(archive: Uint8Array): Map<string, Uint8Array> {
  const files = new Map<string, Uint8Array>();
  const text = (from: number, size: number) =>
    Buffer.from(archive.subarray(from, from + size))
      .toString('utf8')
      .replace(/\0.*$/s, '');
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const size = Number.parseInt(text(at + 124, 12), 8);
    const name = [text(at + 345, 155), text(at, 100)].filter((part) => part !== '').join('/');
    if (archive[at + 156] === 0x30)
      files.set(name.slice(name.indexOf('/') + 1), archive.subarray(at + 512, at + 512 + size));
    at += 512 + Math.ceil(size / 512) * 512;
  }
  return files;
}

const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const command: string = manifest.bin.pagewalk;
const built = existsSync(join(root, command)) && existsSync(join(root, 'dist/index.d.ts'));
if (!built) console.warn('skipped: 5 tests of the package (run `npm run build` first, or `npm test`)');

describe.skipIf(!built)('the package', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pagewalk-package-'));
  const files = new Map<string, Uint8Array>();

  beforeAll(() => {
    const packed = run('npm', ['pack', '--silent', '--ignore-scripts', '--pack-destination', folder]);
    expect(packed.status, packed.output).toBe(0);
    const archive = readFileSync(join(folder, packed.output.trim().split('\n').at(-1)!));
    for (const [name, bytes] of unpack(gunzipSync(archive))) files.set(name, bytes);
    writeFileSync(join(folder, 'package.json'), '{ "name": "user", "private": true }');
    // As npm would install it, but with the dependencies of this clone.
    for (const [name, bytes] of files) {
      const path = join(folder, 'node_modules/pagewalk', name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
    }
    for (const name of Object.keys(manifest.dependencies))
      symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }, MINUTES);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('holds the command, the library, its types, the examples, and nothing of the workshop', () => {
    const names = [...files.keys()];
    expect(names).toEqual(
      expect.arrayContaining([
        'package.json',
        'README.md',
        'LICENSE',
        command,
        'dist/bin/LICENSES.txt',
        'dist/index.js',
        'dist/index.d.ts',
        'asm-examples/02-hello.s',
      ]),
    );
    expect(names.filter((name) => !/^(dist|asm-examples)\/|^(package\.json|README\.md|LICENSE)$/.test(name))).toEqual(
      [],
    );
    expect([...files.values()].reduce((sum, bytes) => sum + bytes.length, 0)).toBeLessThan(8 << 20);
  });

  it('names entry points that exist', () => {
    const entry = manifest.exports['.'];
    const paths: string[] = [command, entry.types, entry.default];
    expect(paths.filter((path) => !files.has(path.replace(/^\.\//, '')))).toEqual([]);
  });

  it('runs the command in an empty folder', () => {
    writeFileSync(join(folder, 'exit.s'), '.globl _start\n_start: movl $60, %eax\n movl $7, %edi\n syscall\n');
    const installed = join(folder, 'node_modules/pagewalk', command);
    expect(run(process.execPath, [installed, 'run', 'exit.s'], folder)).toEqual({ status: 7, output: '' });
    const example = 'node_modules/pagewalk/asm-examples/02-hello.s';
    expect(run(process.execPath, [installed, 'run', example], folder)).toEqual({
      status: 0,
      output: 'Hello, memory!\n',
    });
    const stats = run(process.execPath, [installed, 'run', example, '--stats', '--log-level', 'info'], folder);
    expect(stats.status, stats.output).toBe(0);
  });

  it('is imported as a library', () => {
    const program =
      "import { assemble, Machine } from 'pagewalk'; const m = new Machine({}); m.load(assemble('movl $60,%eax\\nmovl $9,%edi\\nsyscall\\n')); console.log(m.run().status);";
    writeFileSync(join(folder, 'library.mjs'), program);
    expect(run(process.execPath, ['library.mjs'], folder)).toEqual({ status: 0, output: '9\n' });
  });

  it('type-checks in a strict program that uses it', { timeout: MINUTES }, () => {
    writeFileSync(
      join(folder, 'user.mts'),
      "import { type Image, Machine, assemble } from 'pagewalk';\nexport const image: Image = assemble('nop');\nexport const machine: Machine = new Machine({});\n",
    );
    const options = [
      '--noEmit',
      '--strict',
      '--skipLibCheck',
      'false',
      '--module',
      'nodenext',
      '--target',
      'es2023',
      '--lib',
      'es2023,dom',
      '--types',
      '',
    ];
    expect(run('tsc', [...options, 'user.mts'], folder)).toEqual({ status: 0, output: '' });
  });
});
