import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTER } from '../../../src/memory/layout.js';
import { inspect } from '../../../src/mmu/walker.js';
import { bareMemory } from '../../support/bare-kernel.js';

/** Page numbers that share tables at every level, and ones that share none. */
const pages = fc.oneof(
  fc.integer({ min: 0, max: 1100 }),
  fc.integer({ min: 0, max: 3 }).map((i) => i * 2 ** 18),
  fc.integer({ min: 0, max: 2 ** 35 - 1 }),
);

describe('the page table', () => {
  it('is what the hardware walks: every entry is found by the walker, with its rights', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pages, { maxLength: 40 }), (numbers) => {
        const vm = bareMemory(256);
        const table = vm.newTable(1)!;
        numbers.forEach((page, i) => {
          table.set(table.ensure(page), ((i << 12) | 0x27) >>> 0, 0x8000_0000);
        });
        numbers.forEach((page, i) => {
          const low = (page % 2 ** 20) * 4096 + 0x123;
          const walk = inspect(vm.memory, table.root * 4096, low, Math.floor(page / 2 ** 20));
          expect(walk.physical).toBe(i * 4096 + 0x123);
          expect([walk.write, walk.user, walk.execute]).toEqual([true, true, false]);
          expect(walk.leaf).toBe(table.find(page));
        });
      }),
      { seed: 3, numRuns: 60 },
    );
  }, 60_000);

  it('visits exactly the entries of a range, in order', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pages, { maxLength: 30 }), pages, pages, (numbers, a, b) => {
        const vm = bareMemory(256);
        const table = vm.newTable(1)!;
        for (const page of numbers) table.set(table.ensure(page), 0x1007, 0);
        const [start, end] = [Math.min(a, b), Math.max(a, b)];
        const visited: number[] = [];
        table.forEach(start, end, (page) => visited.push(page));
        expect(visited).toEqual(numbers.filter((page) => page >= start && page < end).sort((x, y) => x - y));
      }),
      { seed: 4, numRuns: 60 },
    );
  }, 60_000);

  it('gives back every table whose last entry has gone, and no other', () => {
    fc.assert(
      fc.property(fc.uniqueArray(pages, { minLength: 1, maxLength: 30 }), fc.nat(), (numbers, pick) => {
        const vm = bareMemory(256);
        const free = vm.frames.free;
        const table = vm.newTable(1)!;
        for (const page of numbers) table.set(table.ensure(page), 0x1007, 0);
        const kept = numbers[pick % numbers.length]!;
        for (const page of numbers) if (page !== kept) table.set(table.find(page), 0, 0);
        table.prune(0, 2 ** 35);
        expect(table.tableCount).toBe(4);
        expect(table.find(kept)).not.toBe(0);
        table.set(table.find(kept), 0, 0);
        table.prune(0, 2 ** 35);
        table.destroy();
        expect(vm.frames.free).toBe(free);
      }),
      { seed: 5, numRuns: 60 },
    );
  }, 60_000);

  it('counts what it reads and writes: four levels to a leaf, three tables made', () => {
    const vm = bareMemory(64);
    const table = vm.newTable(1)!;
    const counts = () => [vm.memory.counter(COUNTER.kernelReads), vm.memory.counter(COUNTER.kernelWrites)];
    const before = counts();
    table.ensure(0x400);
    // Three entries looked at; three tables cleared (512 words each) and entered.
    expect(counts()).toEqual([before[0]! + 3, before[1]! + 3 * 512 + 3]);
    table.find(0x400);
    expect(counts()[0]).toBe(before[0]! + 6);
  });

  it('says when there is no frame for a table', () => {
    const vm = bareMemory(4);
    const table = vm.newTable(1)!;
    expect(table.ensure(0)).toBe(0);
    expect(vm.shortage?.cause).toBe('outOfMemory');
    expect(vm.newTable(2)).toBeNull();
  });
});
