import { describe, expect, it } from 'vitest';
import { COUNTER, type CounterName } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import type { X86Design } from '../../../src/mmu/design.js';
import { type Access, FETCH, READ, WRITE } from '../../../src/mmu/fault.js';
import { inspectWalk } from '../../../src/mmu/inspect.js';
import { Mmu, type TlbConfig } from '../../../src/mmu/mmu.js';
import { A, D, enterPaging, halves, NX, P, PageTables, PS, U, W } from '../../support/page-tables.js';
import { SeededRandom } from '../../support/seeded-random.js';

const FIVE: X86Design = { kind: 'x86-64', levels: 5, physicalBits: null };
const noTlb: TlbConfig = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 };
const shape = { sets: 1, ways: 4 };
const RAM = 4 << 20;

function machine(design: X86Design = FIVE, tlb = noTlb) {
  const memory = new PhysicalMemory(RAM, 0);
  const tables = new PageTables(memory, 1, design.levels);
  enterPaging(memory, tables.root);
  const mmu = new Mmu(memory, { design, tlb });
  const translate = (address: bigint, access: Access) => {
    const physical = mmu.translate(...halves(address), access, 0);
    return physical >= 0 ? physical : { vector: mmu.faultVector, errorCode: mmu.faultErrorCode };
  };
  const count = (name: CounterName) => memory.counter(COUNTER[name]);
  return { memory, tables, mmu, translate, count };
}

const ADDRESS = 0x00ab_1234_5678_9123n;
const SHIFTS = [48n, 39n, 30n, 21n, 12n];

describe('five levels', () => {
  it('read five entries for a 4 KiB page, four for 2 MiB, three for 1 GiB, and set A in each', () => {
    for (const [shift, reads] of [
      [12n, 5],
      [21n, 4],
      [30n, 3],
    ] as const) {
      const { tables, translate, count } = machine();
      const leaf = tables.map(ADDRESS, shift === 12n ? 0x7000 : 0, P | W | U | (shift === 12n ? 0n : PS), shift);
      const offset = Number(ADDRESS & ((1n << shift) - 1n));
      if (shift === 30n) expect(translate(ADDRESS, WRITE)).toEqual({ vector: 14, errorCode: 0xf });
      else expect(translate(ADDRESS, WRITE)).toBe(shift === 12n ? 0x7123 : offset);
      expect([count('walks'), count('walkReads')]).toEqual([1, reads]);
      expect(count('walkReads5')).toBe(1);
      if (shift === 30n) continue;
      for (const level of SHIFTS.filter((level) => level > shift))
        expect(tables.read(tables.entry(ADDRESS, level)) & (A | D)).toBe(A);
      expect(tables.read(leaf) & (A | D)).toBe(A | D);
    }
  });

  it('take bits 56:48 as the index of the first table', () => {
    const { tables, translate } = machine();
    for (const top of [0n, 1n, 127n, 255n, 256n, 511n]) {
      const address = BigInt.asUintN(64, BigInt.asIntN(57, (top << 48n) | 0x5000n));
      tables.map(address, 0x10_0000 + 0x1000 * Number(top));
      expect(translate(address, READ)).toBe(0x10_0000 + 0x1000 * Number(top));
    }
  });

  it('have addresses whose bits 63:56 are equal; four levels, 63:47', () => {
    for (const [levels, bit] of [
      [5, 56n],
      [4, 47n],
    ] as const) {
      const { translate, count } = machine({ ...FIVE, levels });
      const good = [0n, (1n << bit) - 1n, (1n << 64n) - (1n << bit), (1n << 64n) - 1n];
      const bad = [1n << bit, (1n << 64n) - (1n << bit) - 1n, 1n << 63n, (1n << 63n) - 1n];
      for (const address of good) expect(translate(address, READ)).toEqual({ vector: 14, errorCode: 4 });
      expect(count('walks')).toBe(good.length);
      for (const address of bad) expect(translate(address, READ)).toEqual({ vector: 13, errorCode: 0 });
      expect(count('walks')).toBe(good.length);
    }
  });

  it('combine rights over all five; bit 7 of a PML5E and PML4E is reserved', () => {
    const random = new SeededRandom(57);
    const { tables, translate } = machine();
    tables.map(ADDRESS, 0x7000);
    const places = SHIFTS.map((shift) => tables.entry(ADDRESS, shift));
    const whole = places.map((place) => tables.read(place));
    for (let run = 0; run < 2000; run++) {
      const rights = SHIFTS.map(() => random.below(16));
      SHIFTS.forEach((_shift, level) => {
        const own = rights[level]!;
        const clear = (own & 1 ? W : 0n) | (own & 2 ? U : 0n);
        tables.write(places[level]!, (whole[level]! & ~clear) | ((own & 12) === 12 ? NX : 0n));
      });
      const all = (bit: number) => rights.every((own) => (own & bit) === 0);
      const runs = rights.every((own) => (own & 12) !== 12);
      const access = random.pick([READ, WRITE, FETCH]);
      const allowed = all(2) && (access === READ || (access === WRITE ? all(1) : runs));
      const errorCode = 5 | (access === WRITE ? 2 : access === FETCH ? 16 : 0);
      expect(translate(ADDRESS, access)).toEqual(allowed ? 0x7123 : { vector: 14, errorCode });
    }
    for (const shift of [48n, 39n]) {
      const { tables, translate } = machine();
      tables.map(ADDRESS, 0x7000);
      const at = tables.entry(ADDRESS, shift);
      tables.write(at, tables.read(at) | PS);
      expect(translate(ADDRESS, READ)).toEqual({ vector: 14, errorCode: 0xd });
    }
  });

  it('begin below a cached PML5E: a walk then reads four entries', () => {
    const walkCaches = [null, null, null, shape];
    const { tables, translate, count } = machine(FIVE, { ...noTlb, itlb: shape, dtlb: shape, walkCaches });
    const other = ADDRESS + (3n << 39n);
    tables.map(ADDRESS, 0x7000);
    tables.map(other, 0x8000);
    expect(translate(ADDRESS, READ)).toBe(0x7123);
    expect(translate(other, READ)).toBe(0x8123);
    expect(count('walkReads')).toBe(5 + 4);
    expect(count('pml5eCacheHits')).toBe(1);
    expect(translate(ADDRESS ^ (1n << 52n), READ)).toEqual({ vector: 14, errorCode: 4 });
    expect(count('pml5eCacheHits')).toBe(1);
  });

  it('show all five entries to who inspects a walk', () => {
    const { memory, tables } = machine();
    const leaf = tables.map(ADDRESS, 0x7000);
    const walk = inspectWalk(memory, FIVE, tables.root, ...halves(ADDRESS));
    expect(walk.levels.map(({ level }) => level.entry)).toEqual(['PML5E', 'PML4E', 'PDPTE', 'PDE', 'PTE']);
    expect(walk.levels.map(({ index }) => index)).toEqual(SHIFTS.map((shift) => Number((ADDRESS >> shift) & 511n)));
    expect([walk.physical, walk.leaf]).toEqual([0x7123, leaf]);
  });
});

describe('a walk that faults', () => {
  const accessed = (tables: PageTables) =>
    SHIFTS.map((shift) => (tables.read(tables.entry(ADDRESS, shift)) & A) !== 0n);

  it('leaves all entries as they are, or with the option marks those above the one that it ends at', () => {
    for (const upperAccessed of [false, true])
      for (const [level, shift] of SHIFTS.entries())
        for (const missing of [P, W]) {
          const { tables, translate, count } = machine({ ...FIVE, upperAccessed });
          tables.map(ADDRESS, 0x7000);
          const at = tables.entry(ADDRESS, shift);
          tables.write(at, tables.read(at) & ~missing);
          expect(translate(ADDRESS, WRITE)).toEqual({ vector: 14, errorCode: missing === P ? 6 : 7 });
          const end = !upperAccessed ? 0 : missing === P ? level : SHIFTS.length - 1;
          tables.write(at, tables.read(at) | missing);
          expect(accessed(tables)).toEqual(SHIFTS.map((_, number) => number < end));
          expect(count('adWrites')).toBe(end);
        }
  });
});

describe('MAXPHYADDR', () => {
  it('makes address bits from it on reserved at each level; those below it name memory that is not there', () => {
    for (const physicalBits of [32, 36, 46, 52])
      for (const shift of [12n, 21n, 30n, 39n])
        for (let bit = 22n; bit < 52n; bit++) {
          const { tables, translate, count } = machine({ kind: 'x86-64', levels: 4, physicalBits });
          const large = shift === 21n || shift === 30n;
          if (large && bit < shift) continue;
          tables.map(ADDRESS & 0x7fff_ffff_ffffn, 0x7000);
          const at = tables.entry(ADDRESS & 0x7fff_ffff_ffffn, shift);
          const entry = large ? P | W | U | PS : tables.read(at);
          tables.write(at, entry | (1n << bit));
          expect(translate(ADDRESS & 0x7fff_ffff_ffffn, READ)).toEqual({ vector: 14, errorCode: 0xd });
          // A table beyond RAM is looked for there and reads as all ones.
          const named = bit < BigInt(physicalBits) && shift === 39n ? 1 : 0;
          expect(count('walkReads')).toBe(Number((48n - shift) / 9n) + named);
        }
  });
});
