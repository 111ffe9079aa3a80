import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { RAM_BASE } from '../../src/memory/layout.js';
import { marksOf } from '../support/bochs/cases.js';
import { ADDRESS, type RmwCase, rmwCases } from '../support/bochs/rmw-cases.js';
import { CODE, type CpuBench, type Start, starts } from '../support/cpu-bench.js';
import { P, U, W } from '../support/page-tables.js';

const results = brotliDecompressSync(readFileSync(new URL('../golden/rmw-bochs.br', import.meta.url)));
const PHYSICAL = 0x5_4000;
const SHIFTS = [39n, 30n, 21n, 12n];

/** One instruction on a machine of its own, for all its cases. */
class Machine {
  private readonly bench: CpuBench;
  private readonly places: readonly number[];
  private readonly upper: readonly bigint[];

  constructor(start: Start, access: string, user: boolean) {
    this.bench = start([access], { cpl: user ? 3 : 0 });
    const { tables } = this.bench;
    tables.map(ADDRESS & ~0xfffn, PHYSICAL);
    this.places = SHIFTS.map((shift) => tables.entry(ADDRESS, shift));
    this.upper = this.places.slice(0, 3).map((place) => tables.read(place) | P | W | U);
  }

  /** The two bytes that the case comes to. */
  outcome({ kind, wp, user, equal, leaf }: RmwCase): number {
    const { bench, places, upper } = this;
    const { tables, cpu, memory, mmu } = bench;
    upper.forEach((entry, level) => {
      tables.write(places[level]!, entry);
    });
    tables.write(places[3]!, BigInt(PHYSICAL) | leaf);
    memory.view.setBigUint64(RAM_BASE + PHYSICAL + 0x120, equal ? BigInt(kind) : 0x5555_5555_5555_5555n, true);
    cpu.cr0 = wp ? 0x8001_0011n : 0x8000_0011n;
    mmu.flush(true);
    cpu.rip = CODE;
    cpu.rflags = 2n;
    bench
      .set('rdi', ADDRESS)
      .set('rax', BigInt(kind))
      .set('rcx', 2n)
      .set('rdx', user ? 1n : 0n);
    const failed = bench.run(1) === 'trap';
    const end = !failed ? 0xff : cpu.trapVector === 14 ? cpu.trapErrorCode : 0xfe;
    const entries = places.map((place) => tables.read(place));
    return end | (marksOf(entries, 3, failed && cpu.cr2 !== ADDRESS) << 8);
  }
}

describe('read-modify-write instructions against Bochs', () => {
  it.each(starts)('the %s engine agrees in fault, error code, CR2, accessed and dirty bits', (_, start) => {
    const machines = new Map<string, Machine>();
    const differences = new Map<string, number>();
    let number = 0;
    for (const test of rmwCases()) {
      const key = `${test.access} ${test.user}`;
      const machine = machines.get(key) ?? new Machine(start, test.access, test.user);
      machines.set(key, machine);
      const expected = results.readUInt16LE(2 * number++);
      const found = machine.outcome(test);
      const told = `${test.access}, equal ${test.equal}: Bochs ${expected.toString(16)}, pagewalk ${found.toString(16)}`;
      if (found !== expected) differences.set(told, (differences.get(told) ?? 0) + 1);
    }
    expect(number).toBe(results.length / 2);
    expect([...differences]).toEqual([]);
  });
});
