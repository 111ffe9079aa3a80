import { describe, expect, it } from 'vitest';
import { assemble } from '../../src/machine/assemble.js';
import type { MachineOptions } from '../../src/machine/config.js';
import { designOf } from '../../src/machine/designs.js';
import { engines } from '../../src/machine/engines.js';
import { Machine } from '../../src/machine/machine.js';
import type { TlbConfig } from '../../src/mmu/config.js';
import { type Averages, averages } from '../../src/observe/averages.js';
import { type Counters, difference, readCounters } from '../../src/observe/counters.js';
import { ledger } from '../../src/observe/ledger.js';

interface Loop {
  /** Instructions of the loop: they are so many steps. */
  readonly steps: number;
  /** Steps before its first round that shall count, a whole number of rounds behind `before`. */
  readonly source: string;
  readonly before: number;
  readonly warm: number;
  readonly rounds: number;
}

/** Runs a program up to a round of its loop, then some rounds: what those alone have counted, and what it came to. */
function measure(options: MachineOptions, loop: Loop): { counters: Counters; means: Averages } {
  const machine = new Machine(options);
  machine.load(assemble(loop.source));
  machine.run(loop.before + loop.warm * loop.steps);
  const before = readCounters(machine.memory);
  machine.run(loop.rounds * loop.steps);
  const counters = difference(readCounters(machine.memory), before);
  return { counters, means: averages(counters, ledger(counters, machine.config.costs))! };
}

const nops = (count: number): string => '    nop\n'.repeat(count);
const engineNames = [...engines.keys()].filter((name) => name !== 'auto');

describe.each(engineNames)('effective access time, by the %s', (engine) => {
  // textbook.md, row 15: TLB 20 ns, memory 100 ns, 80 % and 98 % hits: 140 and 122 ns.
  const tlb: TlbConfig = {
    itlb: { sets: 1, ways: 4 },
    dtlb: { sets: 1, ways: 1 },
    unified: false,
    policy: 'lru',
    seed: 1,
  };
  it.each([
    [5, 0.8, 140],
    [50, 0.98, 122],
  ])('with a TLB of 20 ns, memory of 100 ns and one miss in %i lookups (%d) it is %i ns', (lookups, hits, time) => {
    // The data TLB has one entry and the load alternates between two pages; everything else hits.
    const source = `
      .globl _start
      _start: leaq area(%rip), %rsi
      again: movq (%rsi), %rbx
      xorq $4096, %rsi
      ${nops(lookups - 4)}
      jmp again
      .bss
      .balign 8192
      area: .zero 8192`;
    const options = { engine, tlb, mmu: designOf('linear'), prices: { tlb: 20, memory: 100 } };
    const { counters, means } = measure(options, { source, before: 1, steps: lookups - 1, warm: 10, rounds: 200 });
    const all = counters.itlbHits + counters.itlbMisses + counters.dtlbHits + counters.dtlbMisses;
    expect((counters.itlbHits + counters.dtlbHits) / all).toBe(hits);
    expect(counters.walkReads).toBe(200);
    expect(means.effective).toBeCloseTo(time, 9);
    expect(means.access + means.tlb + means.missRate * means.missCycles).toBeCloseTo(time, 9);
  });

  /** Reads a table larger than RAM round and round: every load is a page from the swap device, one in `references` references. */
  function sweep(references: number): Loop {
    // The load, three instructions for the next page, the jump: 5 fetches and a load; the rest is filled up.
    const source = `
      .globl _start
      _start: leaq area(%rip), %rbx
      xorl %esi, %esi
      fill: movq %rsi, (%rbx,%rsi)
      addl $4096, %esi
      cmpl $(128 * 4096), %esi
      jne fill
      xorl %esi, %esi
      again: movq (%rbx,%rsi), %rax
      addl $4096, %esi
      andl $(128 * 4096 - 1), %esi
      ${references === 10 ? nops(5) : `movl $${(references - 6) / 2}, %ecx\n 1: decl %ecx\n jnz 1b\n`}
      jmp again
      .bss
      .balign 4096
      area: .zero 128 * 4096`;
    return { source, before: 2 + 128 * 4 + 1, steps: references - 1, warm: 128, rounds: 256 };
  }
  const paging = (memory: number, disk: number): MachineOptions => ({
    engine,
    ram: '256 KiB',
    swap: '4 MiB',
    prices: { memory, disk },
  });

  // Row 16: memory 200 ns, a fault 8 ms, one reference in 1,000: 8.2 us, 40 times slower.
  it('with a page fault of 8 ms in 1,000 references to memory of 200 ns is 8.2 us', () => {
    const { counters, means } = measure(paging(200, 8_000_000), sweep(1000));
    expect([counters.swapIns, counters.swapOuts, counters.pageFaults]).toEqual([256, 0, 256]);
    expect([means.access, means.diskRate, means.diskCycles]).toEqual([200, 0.001, 8_000_000]);
    const average = means.access + means.diskRate * means.diskCycles;
    expect((average / 1000).toPrecision(2)).toBe('8.2');
    expect(Math.floor(average / 200 / 10) * 10).toBe(40);
    // The textbook leaves translation out, the machine does not: two walks of the faulting page a round.
    expect(means.withDisk - average).toBeCloseTo(means.tlb + means.missRate * means.missCycles, 9);
  });

  // Row 17: memory 100 ns, disk 10 ms, miss rates 0.1 and 0.001: 1.0001 ms and 10.1 us.
  it.each([
    [10, 1_000_100],
    [1000, 10_100],
  ])('AMAT with memory of 100 ns, a disk of 10 ms and one miss in %i references is %i ns', (references, time) => {
    const { means } = measure(paging(100, 10_000_000), sweep(references));
    expect(means.access + means.diskRate * means.diskCycles).toBeCloseTo(time, 6);
  });
});
