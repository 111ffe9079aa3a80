import { describe, expect, it } from 'vitest';
import { COUNTER, type CounterName, STATE } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { PHYSICAL, X86_64 } from '../../../src/mmu/design.js';
import { type Access, FETCH, READ, WRITE } from '../../../src/mmu/fault.js';
import { Mmu, type TlbConfig } from '../../../src/mmu/mmu.js';
import { A, D, enterPaging, G, halves, NX, P, PageTables, PS, U, W } from '../../support/page-tables.js';

const shape = { sets: 1, ways: 4 };
const noTlb: TlbConfig = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 };
const split: TlbConfig = { ...noTlb, itlb: shape, dtlb: shape };
const RAM = 4 << 20;

function machine(tlb: TlbConfig = noTlb, ramBytes = RAM) {
  const memory = new PhysicalMemory(ramBytes, 0);
  const tables = new PageTables(memory);
  enterPaging(memory, tables.root);
  const mmu = new Mmu(memory, { design: X86_64, tlb });
  let time = 0;
  const translate = (address: bigint, access: Access) => {
    const physical = mmu.translate(...halves(address), access, time++);
    if (physical >= 0) return physical;
    return { vector: mmu.faultVector, errorCode: mmu.faultErrorCode, address: mmu.faultLow + mmu.faultHigh * 2 ** 32 };
  };
  const count = (name: CounterName) => memory.counter(COUNTER[name]);
  return { memory, tables, mmu, translate, count };
}

describe('a walk', () => {
  it('of a 4 KiB page reads four entries, of a 2 MiB page three, of a 1 GiB page two', () => {
    for (const [shift, reads] of [
      [12n, 4],
      [21n, 3],
      [30n, 2],
    ] as const) {
      const { tables, translate, count } = machine();
      tables.map(0x4000_0000n, shift === 12n ? 0x7000 : 0, P | W | U | (shift === 12n ? 0n : PS), shift);
      expect(translate(0x4000_0123n, READ)).toBe(shift === 12n ? 0x7123 : 0x123);
      expect(count('walkReads')).toBe(reads);
      expect(count('walks')).toBe(1);
    }
  });

  it('of N sequential pages reads 4N entries without walk caches', () => {
    const { tables, translate, count } = machine(split);
    for (let page = 0; page < 600; page++) tables.map(0x40_0000n + 4096n * BigInt(page), 0x10_0000 + 4096 * page);
    for (let page = 0; page < 600; page++)
      for (let word = 0; word < 2; word++)
        expect(translate(0x40_0000n + 4096n * BigInt(page) + 8n * BigInt(word), READ)).toBe(
          0x10_0000 + 4096 * page + 8 * word,
        );
    expect(count('walkReads')).toBe(4 * 600);
    expect([count('dtlbMisses'), count('dtlbHits'), count('dtlbEvictions')]).toEqual([600, 600, 596]);
  });

  it('stops at the entry that is not present and ignores its other bits', () => {
    for (const [shift, reads] of [
      [39n, 1],
      [30n, 2],
      [21n, 3],
      [12n, 4],
    ] as const) {
      const { tables, translate, count } = machine();
      tables.write(tables.entry(0x1234_5000n, shift), 0xffff_ffff_ffff_fffen);
      expect(translate(0x1234_5678n, WRITE)).toEqual({ vector: 14, errorCode: 6, address: 0x1234_5678 });
      expect(count('walkReads')).toBe(reads);
      expect(count('adWrites')).toBe(0);
    }
  });

  it('finds reserved bits at every level, and reports them as present', () => {
    const cases: [shift: bigint, bits: bigint][] = [
      [39n, PS],
      [30n, PS | (1n << 13n)],
      [30n, PS | (1n << 29n)],
      [21n, PS | (1n << 13n)],
      [21n, PS | (1n << 20n)],
      ...[39n, 30n, 21n, 12n].map((shift): [bigint, bigint] => [shift, 1n << 51n]),
      ...[39n, 30n, 21n, 12n].map((shift): [bigint, bigint] => [shift, BigInt(RAM)]),
    ];
    for (const [shift, bits] of cases) {
      const { tables, translate } = machine();
      tables.map(0x1234_5000n, 0x7000);
      const address = tables.entry(0x1234_5000n, shift);
      const kept = (bits & PS) !== 0n && shift !== 39n ? P | W | U : tables.read(address);
      tables.write(address, kept | bits);
      expect(translate(0x1234_5678n, READ), `${shift} ${bits.toString(16)}`).toMatchObject({ errorCode: 13 });
    }
  });

  it('takes bit 63 as reserved exactly while EFER.NXE is 0', () => {
    for (const shift of [39n, 30n, 21n, 12n]) {
      const { memory, tables, translate } = machine();
      tables.map(0x1234_5000n, 0x7000);
      const address = tables.entry(0x1234_5000n, shift);
      tables.write(address, tables.read(address) | NX);
      expect(translate(0x1234_5678n, READ)).toBe(0x7678);
      expect(translate(0x1234_5678n, FETCH)).toMatchObject({ errorCode: 0x15 });
      memory.u32[STATE.efer >>> 2] = 0x501;
      expect(translate(0x1234_5678n, READ)).toMatchObject({ errorCode: 13 });
      expect(translate(0x1234_5678n, FETCH)).toMatchObject({ errorCode: 13 });
    }
  });

  it('reads all ones where CR3 names no memory', () => {
    const { memory, translate, count } = machine();
    memory.view.setBigUint64(STATE.cr3, 0x1_0000_0000n, true);
    expect(translate(0x1000n, READ)).toMatchObject({ vector: 14, errorCode: 13 });
    expect(count('walkReads')).toBe(1);
  });

  it('is not begun for an address that is not canonical', () => {
    for (const address of [0x0000_8000_0000_0000n, 0xffff_7fff_ffff_ffffn, 0x8000_0000_0000_0000n]) {
      const { translate, count } = machine(split);
      expect(translate(address, READ)).toEqual({ vector: 13, errorCode: 0, address: Number(address) });
      expect([count('walks'), count('dtlbMisses')]).toEqual([0, 1]);
    }
    const { tables, translate } = machine();
    tables.map(0xffff_8000_0000_0000n, 0x7000);
    tables.map(0x7fff_ffff_f000n, 0x8000);
    expect(translate(0xffff_8000_0000_0008n, READ)).toBe(0x7008);
    expect(translate(0x7fff_ffff_ffffn, READ)).toBe(0x8fff);
  });
});

describe('accessed and dirty', () => {
  const bits = (tables: PageTables) =>
    [39n, 30n, 21n, 12n].map((shift) => tables.read(tables.entry(0x1000n, shift)) & (A | D));

  it('are set in every entry used, D in the leaf by a write only', () => {
    const { tables, translate, count } = machine();
    tables.map(0x1000n, 0x7000);
    translate(0x1000n, READ);
    expect(bits(tables)).toEqual([A, A, A, A]);
    expect(count('adWrites')).toBe(4);
    translate(0x1000n, WRITE);
    expect(bits(tables)).toEqual([A, A, A, A | D]);
    expect(count('adWrites')).toBe(5);
    translate(0x1000n, WRITE);
    expect(count('adWrites')).toBe(5);
  });

  it('are set by one write of the leaf when the first access is a write', () => {
    const { tables, translate, count } = machine();
    tables.map(0x1000n, 0x7000);
    translate(0x1000n, WRITE);
    expect(bits(tables)).toEqual([A, A, A, A | D]);
    expect(count('adWrites')).toBe(4);
  });

  it('stay as they are when the access faults', () => {
    const { tables, translate, count } = machine();
    tables.map(0x1000n, 0x7000, P | U);
    expect(translate(0x1000n, WRITE)).toMatchObject({ errorCode: 7 });
    expect(bits(tables)).toEqual([0n, 0n, 0n, 0n]);
    expect(count('adWrites')).toBe(0);
  });

  it('A hidden by a cached translation stays clear until the page is invalidated', () => {
    const { tables, mmu, translate } = machine(split);
    const leaf = tables.map(0x1000n, 0x7000);
    translate(0x1000n, READ);
    tables.write(leaf, tables.read(leaf) & ~A);
    translate(0x1000n, READ);
    expect(tables.read(leaf) & A).toBe(0n);
    mmu.invalidatePage(0x1000, 0);
    translate(0x1000n, READ);
    expect(tables.read(leaf) & A).toBe(A);
  });

  it('the first write after a read-only fill walks again, counts as a miss and keeps its entry', () => {
    const { tables, mmu, translate, count } = machine(split);
    const leaf = tables.map(0x1000n, 0x7000);
    translate(0x1000n, READ);
    const entry = mmu.entryAddress;
    const dropped: number[] = [];
    mmu.onEntryDropped = (address) => dropped.push(address);
    expect(translate(0x1008n, WRITE)).toBe(0x7008);
    expect(mmu.entryAddress).toBe(entry);
    expect(dropped).toEqual([entry]);
    expect(tables.read(leaf) & D).toBe(D);
    expect([count('dtlbHits'), count('dtlbMisses'), count('walkReads'), count('dtlbEvictions')]).toEqual([0, 2, 8, 0]);
    translate(0x1008n, WRITE);
    expect([count('dtlbHits'), count('dtlbMisses')]).toEqual([1, 2]);
  });
});

describe('the TLB', () => {
  it('keeps a stale translation until it is invalidated', () => {
    const { tables, mmu, translate } = machine(split);
    const leaf = tables.map(0x1000n, 0x7000);
    translate(0x1000n, READ);
    tables.write(leaf, 0x8000n | P | W | U);
    expect(translate(0x1000n, READ)).toBe(0x7000);
    mmu.invalidatePage(0x1fff, 0);
    expect(translate(0x1000n, READ)).toBe(0x8000);
  });

  it('caches no fault: a page that becomes present needs no invalidation', () => {
    const { tables, translate, count } = machine(split);
    expect(translate(0x1000n, READ)).toMatchObject({ errorCode: 4 });
    tables.map(0x1000n, 0x7000);
    expect(translate(0x1000n, READ)).toBe(0x7000);
    expect(count('dtlbMisses')).toBe(2);
  });

  it('decides on rights at each access and drops the entry that faulted', () => {
    const { tables, mmu, translate, count } = machine(split);
    const leaf = tables.map(0x1000n, 0x7000, P | U);
    translate(0x1000n, READ);
    tables.write(leaf, tables.read(leaf) | W);
    const dropped: number[] = [];
    mmu.onEntryDropped = (address) => dropped.push(address);
    expect(translate(0x1000n, WRITE)).toMatchObject({ vector: 14, errorCode: 7 });
    expect(dropped).toHaveLength(1);
    expect([count('dtlbHits'), count('dtlbMisses'), count('walks')]).toEqual([1, 1, 1]);
    expect(translate(0x1000n, WRITE)).toBe(0x7000);
  });

  it('splits fetches from data, or holds both together', () => {
    const separate = machine(split);
    separate.tables.map(0x1000n, 0x7000);
    separate.translate(0x1000n, FETCH);
    separate.translate(0x1000n, READ);
    expect(['itlbMisses', 'dtlbMisses', 'dtlbHits'].map((n) => separate.count(n as CounterName))).toEqual([1, 1, 0]);
    const one = machine({ ...split, unified: true, dtlb: null });
    one.tables.map(0x1000n, 0x7000);
    one.translate(0x1000n, FETCH);
    one.translate(0x1000n, READ);
    expect(['itlbMisses', 'dtlbMisses', 'dtlbHits'].map((n) => one.count(n as CounterName))).toEqual([1, 0, 1]);
  });

  it('flushes all but global pages, which INVLPG and a complete flush do drop', () => {
    const { tables, mmu, translate, count } = machine(split);
    tables.map(0x1000n, 0x7000, P | W | U | G);
    tables.map(0x2000n, 0x8000);
    const fill = () => [translate(0x1000n, READ), translate(0x2000n, READ)];
    fill();
    mmu.flush();
    expect(count('tlbFlushed')).toBe(1);
    fill();
    expect(count('dtlbHits')).toBe(1);
    mmu.flush(true);
    expect(count('tlbFlushed')).toBe(3);
    fill();
    mmu.invalidatePage(0x1000, 0);
    fill();
    expect(count('dtlbMisses')).toBe(2 + 1 + 2 + 1);
  });

  it('holds a large page in pieces of 4 KiB and drops them together', () => {
    const { tables, mmu, translate, count } = machine(split);
    tables.map(0x20_0000n, 0, P | W | U | PS, 21n);
    tables.map(0x1000n, 0x7000);
    for (const address of [0x20_0000n, 0x21_0000n, 0x1000n]) translate(address, READ);
    expect([count('dtlbMisses'), count('walkReads')]).toEqual([3, 10]);
    mmu.invalidatePage(0x3f_ffff, 0);
    for (const address of [0x20_0000n, 0x21_0000n, 0x1000n]) translate(address, READ);
    expect([count('dtlbMisses'), count('dtlbHits')]).toEqual([5, 1]);
  });

  it('knows 1 GiB pages up to their last bit', () => {
    const { tables, mmu, translate, count } = machine(split, 2 ** 30);
    const leaf = tables.map(0x4000_0000n, 0, P | W | U | PS, 30n);
    for (const address of [0x4000_0000n, 0x7fff_f000n])
      expect(translate(address, READ)).toBe(Number(address) - 2 ** 30);
    mmu.invalidatePage(0x4000_0000, 0);
    translate(0x7fff_f000n, READ);
    expect([count('dtlbMisses'), count('dtlbHits')]).toEqual([3, 0]);
    tables.write(leaf, tables.read(leaf) | (1n << 29n));
    expect(translate(0x4000_1000n, READ)).toMatchObject({ errorCode: 13 });
  });

  it('takes bit 12 of a large page as PAT even where it would name a frame beyond RAM', () => {
    const { tables, translate } = machine(noTlb, 2 ** 21 + 4096);
    tables.map(0x4000_0000n, 2 ** 21, P | W | U | PS | (1n << 12n), 21n);
    expect(translate(0x4000_0008n, READ)).toBe(2 ** 21 + 8);
    expect(translate(0x4000_1008n, READ)).toMatchObject({ errorCode: 13 });
  });

  it('takes the lowest of entries with equal stamps as victim', () => {
    const { tables, mmu } = machine(split);
    const entries = [];
    for (let page = 1; page <= 5; page++) {
      tables.map(BigInt(page * 4096), 0x7000);
      mmu.translate(page * 4096, 0, READ, 77);
      entries.push(mmu.entryAddress);
    }
    expect(entries[4]).toBe(entries[0]);
  });

  it('is emptied by the control-register writes that the manual names', () => {
    const drops = (change: (mmu: Mmu) => void) => {
      const { tables, mmu, translate, count } = machine(split);
      tables.map(0x1000n, 0x7000, P | W | U | G);
      tables.map(0x2000n, 0x8000);
      translate(0x1000n, READ);
      translate(0x2000n, READ);
      change(mmu);
      return count('tlbFlushed');
    };
    expect(drops((mmu) => mmu.writeControlRegister(3, 0x1000, 0))).toBe(1);
    expect(drops((mmu) => mmu.writeControlRegister(0, 0x8000_0001, 0))).toBe(0);
    expect(drops((mmu) => mmu.writeControlRegister(0, 0x0001_0001, 0))).toBe(2);
    expect(drops((mmu) => mmu.writeControlRegister(4, 0x20, 0))).toBe(2);
    expect(drops((mmu) => mmu.writeControlRegister(4, 0x20_00a0, 0))).toBe(0);
    expect(drops((mmu) => mmu.writeControlRegister(4, 0x10_00a0, 0))).toBe(2);
  });

  it('refuses a shape that cannot be built', () => {
    const memory = new PhysicalMemory(4096, 0);
    for (const itlb of [
      { sets: 3, ways: 4 },
      { sets: 16, ways: 0 },
      { sets: 2048, ways: 4 },
    ])
      expect(() => new Mmu(memory, { design: X86_64, tlb: { ...split, itlb } })).toThrow(RangeError);
  });
});

describe('without paging', () => {
  it('an address is a physical address, within RAM', () => {
    const memory = new PhysicalMemory(RAM, 0);
    const mmu = new Mmu(memory, { design: PHYSICAL, tlb: split });
    expect(mmu.translate(0x1234, 0, WRITE, 0)).toBe(0x1234);
    expect(mmu.translate(RAM - 1, 0, READ, 0)).toBe(RAM - 1);
    expect(mmu.translate(RAM, 0, READ, 0)).toBe(-1);
    expect([mmu.faultVector, mmu.faultErrorCode, mmu.faultLow]).toEqual([13, 0, RAM]);
    expect(mmu.translate(0, 1, FETCH, 0)).toBe(-1);
    expect(mmu.entryAddress).toBe(0);
    expect([memory.counter(COUNTER.dtlbHits), memory.counter(COUNTER.itlbHits)]).toEqual([3, 1]);
  });
});
