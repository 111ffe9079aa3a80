/**
 * Records what the processor and QEMU say about every program of test/corpus: `tsx test/support/oracle/record-corpus-runs.ts`.
 * Output, status and the number of single steps (ptrace; an iteration of a rep instruction is one) come from the native run,
 * loads and stores from a plugin for qemu-x86_64. Needs gcc and qemu-user. Writes test/golden/corpus-runs.json.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export interface CorpusRun {
  readonly stdout: string;
  readonly status: number;
  readonly steps: number;
  readonly loads: number;
  readonly stores: number;
}

const here = dirname(fileURLToPath(import.meta.url));
const corpus = join(here, '../../corpus');
const folder = mkdtempSync(join(tmpdir(), 'pagewalk-corpus-'));

function run(command: string, args: readonly string[]): { stdout: string; status: number; counts: number[] } {
  const counts = join(folder, 'counts');
  const nine = openSync(counts, 'w');
  const stdio = ['ignore', 'pipe', 'inherit', ...Array(6).fill('ignore'), nine];
  const result = spawnSync(command, args, { stdio, timeout: 120_000 });
  return {
    stdout: result.stdout.toString(),
    status: result.status!,
    counts: readFileSync(counts, 'utf8').trim().split(' ').map(Number),
  };
}

try {
  const stepper = join(folder, 'count-steps');
  const plugin = join(folder, 'count-references.so');
  execFileSync('gcc', ['-O1', '-o', stepper, join(here, 'count-steps.c')]);
  execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', plugin, join(here, 'count-references.c')]);
  const runs: Record<string, CorpusRun> = {};
  for (const name of readdirSync(corpus)
    .filter((file) => /-O\d\.s$/.test(file))
    .sort()) {
    const program = join(folder, 'program');
    execFileSync('gcc', ['-static', '-nostdlib', '-no-pie', '-Wl,-z,noexecstack', join(corpus, name), '-o', program]);
    const native = run(stepper, [program]);
    const qemu = run('qemu-x86_64', ['-plugin', plugin, program]);
    if (native.stdout !== qemu.stdout || native.status !== qemu.status)
      throw new Error(`${name}: native run and QEMU differ`);
    const [, loads, stores] = qemu.counts as [number, number, number];
    runs[name] = { stdout: native.stdout, status: native.status, steps: native.counts[0]!, loads, stores };
  }
  writeFileSync(join(here, '../../golden/corpus-runs.json'), `${JSON.stringify(runs, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
