/**
 * Records what Bochs does in every case of cases.ts, tlb-cases.ts and rmw-cases.ts, into test/golden/*-bochs.br. Needs gcc, GNU as and ld, and Bochs 2.7 (Debian: bochs):
 *
 *     npx tsx test/support/bochs/record.ts            one of them only: record.ts paging, tlb or rmw
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants } from 'node:zlib';
import { pagingCases } from './cases.js';
import { rmwCases } from './rmw-cases.js';
import { readsOfSteps } from './tlb-cases.js';

const here = fileURLToPath(new URL('.', import.meta.url));
const work = mkdtempSync(join(tmpdir(), 'pagewalk-bochs-'));
const inWork = (name: string) => join(work, name);

function run(command: string, args: readonly string[]): void {
  execFileSync(command, args, { cwd: work, stdio: ['ignore', 'inherit', 'ignore'] });
}

function buildRom(cases: string): void {
  const freestanding = ['-ffreestanding', '-fno-builtin', '-fno-pic', '-fno-stack-protector', '-fcf-protection=none'];
  const plain = ['-mno-red-zone', '-mgeneral-regs-only', '-fno-asynchronous-unwind-tables', '-Wall', '-Wextra'];
  run('as', ['--64', join(here, 'boot.s'), '-o', inWork('boot.o')]);
  run('gcc', ['-c', '-O1', ...freestanding, ...plain, join(here, cases), '-o', inWork('cases.o')]);
  run('ld', ['-n', '-T', join(here, 'rom.ld'), inWork('boot.o'), inWork('cases.o'), '-o', inWork('rom.elf')]);
  run('objcopy', ['-O', 'binary', '--gap-fill', '0', inWork('rom.elf'), inWork('rom.bin')]);
}

const machine = `megs: 32
romimage: file=${inWork('rom.bin')}, address=0xfffe0000
cpu: model=corei7_skylake_x, count=1, ips=100000000, reset_on_triple_fault=0
port_e9_hack: enabled=1
display_library: rfb, options="timeout=0"
sound: waveoutdrv=dummy
plugin_ctrl: unmapped=true, biosdev=true, speaker=false, e1000=false, es1370=false, sb16=false
log: ${inWork('log')}
panic: action=fatal
error: action=ignore
info: action=ignore
`;

/** What port 0xe9 got. Files, since Bochs writes byte by byte, and is slow with a socket for its input. */
function runBochs(): Buffer {
  writeFileSync(inWork('rc'), machine);
  // Goes on from the prompt of Bochs' debugger.
  writeFileSync(inWork('commands'), 'c\n');
  const [input, output] = [openSync(inWork('commands'), 'r'), openSync(inWork('output'), 'w')];
  // The status says nothing: it is an error when the ROM asks for the end.
  spawnSync('bochs', ['-q', '-f', inWork('rc')], { cwd: work, stdio: [input, output, 'ignore'], timeout: 120_000 });
  closeSync(input);
  closeSync(output);
  return readFileSync(inWork('output'));
}

/** What the tests of a C file send between BEGIN and DONE, compressed into a file of test/golden. */
function record(cases: string, golden: string, expected: number): void {
  buildRom(cases);
  const output = runBochs();
  const [start, end] = [output.indexOf('BEGIN'), output.lastIndexOf('DONE')];
  if (start < 0 || end < 0)
    throw new Error(`Bochs did not come to an end: ${readFileSync(inWork('log'), 'utf8').slice(-500)}`);
  const results = output.subarray(start + 5, end);
  if (results.length !== expected) throw new Error(`${results.length} bytes for cases that take ${expected}`);
  const packed = brotliCompressSync(results, { params: { [constants.BROTLI_PARAM_LGWIN]: 24 } });
  writeFileSync(new URL(`../../golden/${golden}`, import.meta.url), packed);
  console.log(`${golden}: ${results.length} bytes in ${packed.length}`);
}

try {
  const wanted = process.argv[2];
  if (wanted === undefined || wanted === 'paging') record('cases.c', 'paging-bochs.br', 2 * [...pagingCases()].length);
  if (wanted === undefined || wanted === 'tlb') record('tlb-cases.c', 'tlb-bochs.br', readsOfSteps());
  if (wanted === undefined || wanted === 'rmw') record('rmw-cases.c', 'rmw-bochs.br', 2 * [...rmwCases()].length);
} finally {
  rmSync(work, { recursive: true });
}
