import { readLines } from '../../src/asm/dwarf/line-read.js';
import { readObject } from '../../src/asm/elf/read.js';
import { readGolden } from './golden.js';
import type { LineRecord } from './line-oracle.js';
import { SeededRandom } from './seeded-random.js';

/**
 * Damaged line tables: each gives positions, and words for what is wrong with it, in bounded time and memory, and never throws. All of them:
 * `npx tsx test/support/fuzz-lines.ts 100000 [SEED]`.
 */

export interface LineFuzzSums {
  tables: number;
  /** Tables about which something was said. */
  refused: number;
  positions: number;
  /** Longest time of one table, in milliseconds. */
  longest: number;
}

interface Table {
  readonly line: Uint8Array;
  readonly lineStrings: Uint8Array;
  readonly strings: Uint8Array;
}

const seeds: readonly Table[] = readGolden<LineRecord>('lines').flatMap((record) => {
  if (record.kind === 'source') return [tableOf((name) => Buffer.from(record.sections[name] ?? '', 'hex'))];
  if (record.kind === 'program') return [];
  const { sections } = readObject(Buffer.from(record.objects[0]!, 'base64'), 'x.o').object!;
  return [tableOf((name) => sections.find((section) => section.name === name)?.bytes ?? new Uint8Array(0))];
});

function tableOf(content: (name: string) => Uint8Array): Table {
  return {
    line: content('.debug_line'),
    lineStrings: content('.debug_line_str'),
    strings: content('.debug_str'),
  };
}

const INTERESTING = [0, 1, 2, 4, 5, 0x0f, 0x1e, 0x1f, 0x7f, 0x80, 0xf0, 0xfe, 0xff];

/** One to eight edits, half of them in the header; one table in eight loses its end, one is followed by another. */
function mutate(random: SeededRandom, table: Table): Table {
  const line = Uint8Array.from(table.line);
  for (let edits = 1 + random.below(8); edits > 0; edits--) {
    const at = random.below(random.chance(0.5) ? Math.min(line.length, 80) : line.length);
    const kind = random.below(4);
    if (kind === 0) line[at] = random.pick(INTERESTING);
    else if (kind === 1) line[at]! ^= 1 << random.below(8);
    else if (kind === 2) line.fill(random.pick(INTERESTING), at, at + 1 + random.below(10));
    else line.copyWithin(at, random.below(line.length), random.below(line.length));
  }
  const shape = random.below(8);
  if (shape === 0) return { ...table, line: line.slice(0, random.below(line.length)) };
  if (shape === 1) return { ...table, line: Uint8Array.from([...line, ...random.pick(seeds).line]) };
  if (shape === 2) return { ...table, lineStrings: table.lineStrings.subarray(0, random.below(8)) };
  return { ...table, line };
}

/** Reads `count` damaged tables. Throws with the number of the table where there is a defect. */
export function fuzzLines(count: number, seed: number): LineFuzzSums {
  const sums: LineFuzzSums = { tables: 0, refused: 0, positions: 0, longest: 0 };
  for (let i = 0; i < count; i++) {
    const random = new SeededRandom(seed + i);
    const table = mutate(random, random.pick(seeds));
    const began = performance.now();
    try {
      const { positions, problem } = readLines(table);
      if (problem !== null && problem.length < 10) throw new Error('refused without a word');
      // Every position takes a byte of the program, and every sequence one more.
      if (positions.length > 2 * table.line.length) throw new Error('more positions than bytes');
      sums.positions += positions.length;
      if (problem !== null) sums.refused++;
    } catch (error) {
      throw new Error(`table ${seed + i}: ${error instanceof Error ? error.stack : error}`);
    }
    sums.tables++;
    sums.longest = Math.max(sums.longest, performance.now() - began);
  }
  return sums;
}

if (process.argv[1]?.endsWith('fuzz-lines.ts')) {
  const sums = fuzzLines(Number(process.argv[2] ?? 100_000), Number(process.argv[3] ?? 1));
  process.stdout.write(`${JSON.stringify(sums)}\n`);
}
