/**
 * Records the trace of every program of test/corpus, address by address, as valgrind's lackey and a plugin of QEMU see it, and whether both see
 * the same: `npx tsx test/support/oracle/record-traces.ts`. Needs gcc, valgrind and qemu-user. Writes test/golden/traces.json.
 *
 * Lackey differs in two things, which are valgrind's: `bt` between registers goes through scratch memory on the guest's stack, and the heap of brk
 * is elsewhere.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { writeExecutable } from '../../../src/asm/elf/write.js';
import { linkCorpus } from './own-trace.js';
import { type RecordedTrace, type TraceDigest, TraceNormalizer } from './reference-trace.js';

const here = dirname(fileURLToPath(import.meta.url));
const corpus = join(here, '../../corpus');
const folder = mkdtempSync(join(tmpdir(), 'pagewalk-traces-'));
const KINDS = ['I', 'L', 'S'] as const;

function fromQemu(plugin: string, program: string): TraceDigest {
  const path = join(folder, 'trace');
  const nine = openSync(path, 'w');
  spawnSync('qemu-x86_64', ['-plugin', plugin, program], {
    stdio: [...Array(9).fill('ignore'), nine],
    timeout: 300_000,
  });
  const bytes = readFileSync(path);
  const trace = new TraceNormalizer();
  for (let at = 0; at < bytes.length; at += 16)
    trace.add(KINDS[bytes.readUInt32LE(at + 8)]!, Number(bytes.readBigUInt64LE(at)), bytes.readUInt32LE(at + 12));
  return trace.digest();
}

/** Lackey's lines: `I  401000,3`, ` L 1ffefff,8`, ` S ...`, ` M ...` for a load and a store of one place. */
function fromLackey(program: string): TraceDigest {
  const path = join(folder, 'lackey');
  const options = ['--tool=lackey', '--trace-mem=yes', '--vex-iropt-level=0', `--log-file=${path}`];
  spawnSync('valgrind', [...options, program], { stdio: 'ignore', timeout: 300_000 });
  const trace = new TraceNormalizer();
  for (const line of readFileSync(path, 'latin1').split('\n')) {
    const match = /^(I | L| S| M) +([0-9a-f]+),(\d+)$/.exec(line);
    if (match === null) continue;
    const [kind, address, size] = [match[1]!.trim(), Number.parseInt(match[2]!, 16), Number(match[3])];
    if (kind !== 'M') trace.add(kind as 'I', address, size);
    else for (const half of ['L', 'S'] as const) trace.add(half, address, size);
  }
  return trace.digest();
}

try {
  const plugin = join(folder, 'trace-references.so');
  execFileSync('gcc', ['-O1', '-shared', '-fPIC', '-o', plugin, join(here, 'trace-references.c')]);
  const traces: Record<string, RecordedTrace> = {};
  const programs = readdirSync(corpus).filter((file) => /-O\d\.s$/.test(file));
  for (const name of programs.sort()) {
    const program = join(folder, 'program');
    writeFileSync(program, writeExecutable(linkCorpus(name)), { mode: 0o755 });
    const [qemu, lackey] = [fromQemu(plugin, program), fromLackey(program)];
    const sameInLackey = JSON.stringify(qemu) === JSON.stringify(lackey);
    traces[name] = { ...qemu, sameInLackey };
    if (!sameInLackey) console.log(`${name}: QEMU ${JSON.stringify(qemu)}, lackey ${JSON.stringify(lackey)}`);
  }
  writeFileSync(join(here, '../../golden/traces.json'), `${JSON.stringify(traces, null, 1)}\n`);
} finally {
  rmSync(folder, { recursive: true });
}
