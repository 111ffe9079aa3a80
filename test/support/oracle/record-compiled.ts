/**
 * Records what compilers make of test/corpus/sse, what GNU as makes of that, and what the processor prints when it runs:
 * `tsx test/support/oracle/record-compiled.ts [PATTERN]` writes test/golden/compiled-{sources,objects,runs}.jsonl.br. With a pattern,
 * only those compilations are recorded again whose name or options fit it; with --objects, of all recorded sources only what as makes. Needs gcc, clang, binutils and an x86-64 Linux; minutes.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { assembleWithGnu } from '../assembler-oracle.js';
import { readArchive, writeArchive } from './archive.js';
import { type CompiledObject, type CompiledRun, type CompiledSource, compilations, compile } from './compile-corpus.js';

/** No program may take longer, in milliseconds: one that hangs must not hang the recording. */
const PATIENCE = 30_000;
/** Single steps are counted of these compilations only: ptrace makes about 100,000 a second. `thread` counts ld's own program headers. */
const STEPPED = /^(?!thread\.).*(gcc-O2|clang-O1)$/;

if (process.argv[2] === '--objects') {
  const sources = readArchive<CompiledSource>('compiled-sources');
  const objects = assembleWithGnu(sources.map(({ source }) => source));
  writeArchive(
    'compiled-objects',
    sources.map(({ name }, i): CompiledObject => ({ name, object: objects[i]! })),
  );
  process.exit();
}

const folder = mkdtempSync(join(tmpdir(), 'pagewalk-compiled-'));
const path = (name: string) => join(folder, name);

function steps(): number | null {
  const nine = openSync(path('counts'), 'w');
  const stdio = ['ignore', 'ignore', 'inherit', ...Array(6).fill('ignore'), nine] as const;
  const run = spawnSync(path('count-steps'), [path('program')], {
    stdio: [...stdio],
    timeout: PATIENCE,
    killSignal: 'SIGKILL',
  });
  return run.error ? null : Number(readFileSync(path('counts'), 'utf8'));
}

function record({ name, source }: CompiledSource): CompiledRun {
  writeFileSync(path('program.s'), source);
  execFileSync('as', ['-o', path('program.o'), path('program.s')]);
  execFileSync('ld', ['-o', path('program'), path('program.o')], { stdio: ['ignore', 'ignore', 'inherit'] });
  const run = spawnSync(path('program'), { encoding: 'utf8', timeout: PATIENCE, killSignal: 'SIGKILL' });
  if (run.status === null) throw new Error(`${name} ended by ${run.signal}`);
  return { name, stdout: run.stdout, status: run.status, steps: STEPPED.test(name) ? steps() : null };
}

/** What is recorded already, by name, without what the pattern asks for again. */
function kept<T extends { readonly name: string }>(archive: string, again: (name: string) => boolean): Map<string, T> {
  if (process.argv[2] === undefined) return new Map();
  return new Map(readArchive<T>(archive).flatMap((value) => (again(value.name) ? [] : [[value.name, value]])));
}

try {
  execFileSync('gcc', [
    '-O1',
    '-o',
    path('count-steps'),
    join(dirname(fileURLToPath(import.meta.url)), 'count-steps.c'),
  ]);
  const all = compilations();
  const pattern = new RegExp(process.argv[2] ?? '');
  const asked = new Set(
    all.flatMap(({ name, options }) => (pattern.test(`${name} ${options.join(' ')}`) ? [name] : [])),
  );
  const again = (name: string) => asked.has(name);
  const sources = kept<CompiledSource>('compiled-sources', again);
  const objects = kept<CompiledObject>('compiled-objects', again);
  const runs = kept<CompiledRun>('compiled-runs', again);
  for (const one of all) {
    const { name } = one;
    if (sources.has(name)) continue;
    const source = { name, options: one.options.join(' '), source: compile(one) };
    sources.set(name, source);
    objects.set(name, { name, object: assembleWithGnu([source.source])[0]! });
    runs.set(name, record(source));
  }
  const inOrder = <T>(values: ReadonlyMap<string, T>) => all.map(({ name }) => values.get(name)!);
  writeArchive('compiled-sources', inOrder(sources));
  writeArchive('compiled-objects', inOrder(objects));
  writeArchive('compiled-runs', inOrder(runs));
  console.log(`${asked.size} of ${all.length} compilations recorded`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
