/**
 * Mutated ELF executables of small programs, loaded and run: `npx tsx test/support/fuzz-programs.ts [FILES] [SEED] [FIRST]`. By default
 * 10,000 from seed 1. Every tenth runs on the reference CPU. The file is refused, or the processes end, or the limit does it, and the
 * kernel's invariants hold; status 1 if not. FIRST runs that one alone.
 */

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { readExecutable } from '../../src/asm/elf/read.js';
import { writeExecutable } from '../../src/asm/elf/write.js';
import { assemble } from '../../src/machine/assemble.js';
import { Machine } from '../../src/machine/machine.js';
import { SeededRandom } from './seeded-random.js';

const LIMIT = 4000;
const EDGES = [0, 1, 0x7f, 0x80, 0xff, 0x90, 0xcc, 0x0f, 0xf3];

/** Executables of the examples, as files. */
export function executables(most = Infinity): Uint8Array[] {
  const base = new URL('../../asm-examples/', import.meta.url);
  const names = readdirSync(base).filter((name) => name.endsWith('.s'));
  return names.slice(0, most).map((name) => writeExecutable(assemble(readFileSync(new URL(name, base), 'utf8'), name)));
}

/** One to twelve bytes of the file changed: in the headers, in the segments that they place, or anywhere. */
export function mutatedFile(random: SeededRandom, files: readonly Uint8Array[]): Uint8Array {
  const bytes = random.pick(files).slice();
  for (let changes = 1 + random.below(12); changes > 0; changes--) {
    const where = random.below(4);
    const at =
      where === 0 ? random.below(0x200) : where < 3 ? 0x1000 + random.below(0x200) : random.below(bytes.length);
    if (at >= bytes.length) continue;
    if (random.chance(0.4)) bytes[at]! ^= 1 << random.below(8);
    else bytes[at] = random.chance(0.5) ? random.pick(EDGES) : random.below(256);
  }
  return random.chance(0.05) ? bytes.slice(0, random.below(bytes.length)) : bytes;
}

/** What came of a file. */
export type Ended = 'refused' | 'ended' | 'limit';

export function runFile(random: SeededRandom, bytes: Uint8Array): Ended {
  const { image, diagnostics } = readExecutable(bytes, 'fuzz');
  if (image === null) {
    if (diagnostics.length === 0) throw new Error('refused without a word');
    return 'refused';
  }
  const machine = new Machine({
    engine: random.chance(0.1) ? 'reference' : 'interpreter',
    ram: random.pick(['128K', '512K']),
    swap: random.chance(0.5) ? '1M' : null,
    quantum: random.pick([50, 1000]),
    limit: LIMIT,
    check: true,
  });
  machine.load(image);
  if (random.chance(0.2)) machine.load(image);
  const { reason, status, violations } = machine.run();
  if (violations.length > 0) throw new Error(JSON.stringify(violations[0]));
  if (status < 0 || status > 255) throw new Error(`status ${status}`);
  return reason === 'limit' ? 'limit' : 'ended';
}

function main(): void {
  const [count = 10_000, seed = 1, only = -1] = process.argv.slice(2).map(Number);
  const files = executables();
  const tally = { refused: 0, ended: 0, limit: 0, failed: 0 };
  const first = Math.max(only, 0);
  for (let number = first; number < (only >= 0 ? only + 1 : count); number++) {
    const random = new SeededRandom(seed * 10_000_019 + number);
    try {
      tally[runFile(random, mutatedFile(random, files))]++;
    } catch (thrown) {
      tally.failed++;
      console.log(`file ${number} of seed ${seed}: ${thrown instanceof Error ? thrown.stack : thrown}`);
    }
  }
  console.log(JSON.stringify({ ...tally, seconds: Math.round(performance.now() / 1000) }));
  if (tally.failed > 0) process.exitCode = 1;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
