import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { COUNTER } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { X86_64 } from '../../../src/mmu/design.js';
import { READ } from '../../../src/mmu/fault.js';
import { Mmu } from '../../../src/mmu/mmu.js';
import type { TlbConfig, TlbShape } from '../../../src/mmu/tlb-config.js';
import { A, enterPaging, halves, P, PageTables, PS, U, W } from '../../support/page-tables.js';

const ONE: TlbShape = { sets: 1, ways: 1 };
const EVERY = [ONE, ONE, ONE] as const;

/** Entries read when each page of a range is touched once, from the first one on; tables in RAM of 2 GiB of addresses at most. */
function reads(pages: number, first: bigint, shift: 12n | 21n | 30n, walkCaches: TlbConfig['walkCaches']): number {
  const memory = new PhysicalMemory(4 << 20, 0);
  const tables = new PageTables(memory);
  const bits = P | W | U | A | (shift > 12n ? PS : 0n);
  for (let page = 0n; page < pages; page++) tables.map(first + (page << shift), 0, bits, shift);
  enterPaging(memory, tables.root);
  const tlb = { itlb: ONE, dtlb: ONE, unified: false, policy: 'lru', seed: 1, walkCaches } as TlbConfig;
  const mmu = new Mmu(memory, { design: X86_64, tlb });
  for (let page = 0n; page < pages; page++) {
    if (mmu.translate(...halves(first + (page << shift)), READ, Number(page)) < 0) throw new Error('it faulted');
  }
  return memory.counter(COUNTER.walkReads);
}

describe('closed forms of walks', () => {
  it('a cold walk reads 4 entries for 4 KiB, 3 for 2 MiB, 2 for 1 GiB', () => {
    for (const walkCaches of [[], EVERY])
      expect(([12n, 21n, 30n] as const).map((shift) => reads(1, 1n << 39n, shift, walkCaches))).toEqual([4, 3, 2]);
  });

  it('N aligned pages in sequence read N + N/512 + N/2^18 + N/2^27 entries with caches of every level, 4 N without', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 3000 }),
      fc.bigInt({ min: 0n, max: 200n }),
      (pages, root) => {
        const first = root << 39n;
        const up = (size: number) => Math.ceil(pages / size);
        expect(reads(pages, first, 12n, EVERY)).toBe(pages + up(512) + up(2 ** 18) + up(2 ** 27));
        expect(reads(pages, first, 12n, [])).toBe(4 * pages);
      },
    );
    fc.assert(property, { seed: 4, numRuns: 60 });
  });

  it('the same one level up: N pages of 2 MiB read N + N/512 + N/2^18, or 3 N', () => {
    const property = fc.property(fc.integer({ min: 1, max: 1500 }), (pages) => {
      const up = (size: number) => Math.ceil(pages / size);
      expect(reads(pages, 1n << 39n, 21n, EVERY)).toBe(pages + up(512) + up(2 ** 18));
      expect(reads(pages, 1n << 39n, 21n, [])).toBe(3 * pages);
    });
    fc.assert(property, { seed: 5, numRuns: 30 });
  });
});
