import { describe, expect, it } from 'vitest';
import { designOf, entryLayoutOf } from '../../src/machine/designs.js';
import { engines } from '../../src/machine/engines.js';
import type { PagedDesign } from '../../src/mmu/design.js';
import { inspectWalk } from '../../src/mmu/inspect.js';
import type { TlbConfig } from '../../src/mmu/mmu.js';
import { type Counters, references } from '../../src/observe/counters.js';
import { violations } from '../../src/observe/ledger.js';
import { NO_TLB, TextbookMachine } from '../support/textbook-machine.js';

const engineNames = [...engines.keys()].filter((name) => name !== 'auto');

/** One table, as the textbooks have it. */
function linear(virtualBits: number, physicalBits: number, pageBytes: number, entry: string): PagedDesign {
  return designOf('linear', { virtualBits, physicalBits, pageBytes, entry: entryLayoutOf(entry) }) as PagedDesign;
}

const associative = (entries: number, unified: boolean): TlbConfig => ({
  itlb: { sets: 1, ways: entries },
  dtlb: unified ? null : { sets: 1, ways: entries },
  unified,
  policy: 'lru',
  seed: 1,
});

const entryOf = (machine: TextbookMachine, table: number, address: number) =>
  inspectWalk(machine.memory, machine.mmu.config.design, table, address, 0).leaf;

describe('page and offset', () => {
  it('VA 0x110 with pages of 256 bytes is page 1, offset 0x10 (textbook.md, row 2)', () => {
    const machine = new TextbookMachine('reference', linear(16, 16, 256, 'ostep-linear'), NO_TLB, 4096, { 1: 9, 2: 3 });
    machine.load('.skip 16 - (. - _start)\n movb 0x110, %al\n');
    machine.cpu.rip += 16n;
    machine.run(1);
    expect(machine.lookups.map(({ virtual, physical }) => [virtual, physical])).toEqual([
      [0x110n, 9 * 256 + 0x10],
      [0x110n, 9 * 256 + 0x10],
    ]);
    expect(entryOf(machine, 4096, 0x110)).toBe(4096 + 4 * 1);
  });

  it('VA 9192 with pages of 4096 bytes and page 2 in frame 5 is PA 21480 (row 3)', () => {
    const machine = new TextbookMachine('reference', linear(16, 16, 4096, 'ia32'), NO_TLB, 4096, { 1: 3, 2: 5 });
    machine.load('movl 9192, %eax');
    machine.run(1);
    expect(machine.lookups.at(-1)).toMatchObject({ virtual: 9192n, physical: 21480, access: 'read' });
  });

  it('VA 21 of a 64-byte space with pages 0..3 in frames 3, 7, 5, 2 is PA 117 (Three Easy Pieces 18.1, row 6)', () => {
    const machine = new TextbookMachine('reference', linear(6, 7, 16, '1'), NO_TLB, 0, { 0: 3, 1: 7, 2: 5, 3: 2 });
    machine.memory.writeBytes(117, Uint8Array.of(0x78, 0x56, 0x34, 0x12));
    // movl 21, %eax at address 0.
    machine.memory.writeBytes(48, Uint8Array.of(0x8b, 0x04, 0x25, 21, 0, 0, 0));
    machine.cpu.rip = 0n;
    machine.run(1);
    expect(machine.lookups.map(({ virtual, physical }) => [virtual, physical])).toEqual([
      [0n, 48],
      [21n, 117],
    ]);
    expect(machine.cpu.register(0)).toBe(0x1234_5678n);
  });
});

/** Three Easy Pieces 18.5: the code at 1024, the array at 40000, the table at physical address 1024. */
const LOOP = 'loop: movl $0x0, (%rdi,%rax,4)\n incl %eax\n cmpl $0x03e8, %eax\n jne loop\n';
const TABLE = 1024;
const PAGES = { 1: 4, 39: 7, 40: 8, 41: 9, 42: 10 };

function loopMachine(engine: string, tlb: TlbConfig): TextbookMachine {
  const machine = new TextbookMachine(engine, linear(16, 16, 1024, 'ostep-linear'), tlb, TABLE, PAGES);
  machine.load(LOOP);
  machine.cpu.setRegister(7, 40000n);
  return machine;
}

const total = (counters: Counters) => {
  const { fetch, load, store, walk, ad } = references(counters);
  return fetch + load + store + walk + ad;
};

describe.each(engineNames)('the array of Three Easy Pieces 18.5 in 1 KiB pages (%s)', (engine) => {
  it('costs 10 references an iteration without a TLB, 10,000 in all (row 4)', () => {
    const counters = loopMachine(engine, NO_TLB).run(4000);
    const { fetch, load, store, walk, ad } = references(counters);
    expect([fetch, load, store, walk, ad]).toEqual([4000, 0, 1000, 5000, 0]);
    expect(total(counters)).toBe(10_000);
    expect(violations(counters)).toEqual([]);
  });

  it('makes the references of the figure: the table at 1028 and 1180, code at 4096, the array at 7232', () => {
    if (engine !== 'reference') return;
    const machine = loopMachine(engine, NO_TLB);
    machine.run(8);
    const made = machine.lookups.map(({ virtual, physical, access }) => [
      access,
      entryOf(machine, TABLE, Number(virtual)),
      physical,
    ]);
    const iteration = (array: number) => [
      ['fetch', 1028, 4096],
      ['write', 1180, array],
      ['fetch', 1028, 4103],
      ['fetch', 1028, 4105],
      ['fetch', 1028, 4110],
    ];
    expect(made).toEqual([...iteration(7232), ...iteration(7236)]);
  });

  it.each([2, 3, 64])('costs 5,005 with %d entries for code and data: 5 misses (row 4b)', (entries) => {
    const counters = loopMachine(engine, associative(entries, true)).run(4000);
    expect(counters.itlbMisses + counters.dtlbMisses).toBe(5);
    expect(total(counters)).toBe(5005);
  });

  it('costs 7,001 with one entry for both: 2,001 misses', () => {
    const counters = loopMachine(engine, associative(1, true)).run(4000);
    expect(counters.itlbMisses + counters.dtlbMisses).toBe(2001);
    expect(total(counters)).toBe(7001);
  });
});

describe.each(engineNames)('the ten integers of Three Easy Pieces 19.2 (%s)', (engine) => {
  it('hit in 7 of 10 loads: m h h m h h h m h h (row 5)', () => {
    // 8-bit addresses, 16-byte pages, a[0] at 100: the array lies on pages 6, 7 and 8.
    const machine = new TextbookMachine(engine, linear(8, 12, 16, '2'), associative(4, false), 0, {
      1: 20,
      2: 21,
      6: 33,
      7: 34,
      8: 35,
    });
    machine.load('loop: addl (%rdi,%rcx,4), %eax\n incl %ecx\n cmpl $10, %ecx\n jne loop\n');
    machine.cpu.setRegister(7, 100n);
    const counters = machine.run(40);
    expect([counters.dtlbHits, counters.dtlbMisses]).toEqual([7, 3]);
    if (engine !== 'reference') return;
    const data = machine.lookups.filter(({ access }) => access === 'read').map(({ hit }) => (hit ? 'h' : 'm'));
    expect(data.join(' ')).toBe('m h h m h h h m h h');
  });
});

describe('the address translation of CS:APP 9.6.4', () => {
  it('VA 0x3d4 of 14 bits is VPN 0x0f in set 3 of the TLB with tag 3, PPN 0x0d, PA 0x354, a hit in the cache (row 14)', () => {
    const tlb: TlbConfig = { itlb: null, dtlb: { sets: 4, ways: 4 }, unified: false, policy: 'lru', seed: 1 };
    // 16 blocks of 4 bytes, direct-mapped; instructions and table entries are not in it.
    const l1d = { sets: 16, ways: 1, policy: 'lru', write: 'back', latency: 1 } as const;
    const alone = {
      l1i: null,
      l2: null,
      l3: null,
      unified: false,
      inclusive: false,
      walks: 'memory',
      seed: 1,
    } as const;
    const caches = { ...alone, l1d, lineBytes: 4 };
    const pages = { 15: 0x0d, 32: 0x11 };
    const machine = new TextbookMachine('reference', linear(14, 12, 64, '1'), tlb, 0, pages, caches);
    // movb (%rdi), %al, twice.
    machine.memory.writeBytes(0x11 * 64, Uint8Array.of(0x8a, 0x07, 0x8a, 0x07));
    machine.memory.writeBytes(0x354, Uint8Array.of(0x36));
    machine.cpu.rip = BigInt(0x20 * 64);
    machine.cpu.setRegister(7, 0x3d4n);
    const { dataL1, dataMemory } = machine.run(2);
    expect([dataL1, dataMemory]).toEqual([1, 1]);
    const data = machine.lookups.filter(({ access }) => access === 'read');
    expect(data.map(({ physical, hit }) => [physical, hit])).toEqual([
      [0x354, false],
      [0x354, true],
    ]);
    expect(machine.cpu.register(0) & 0xffn).toBe(0x36n);
    // The entry that hit: in set 3 of 4, whose first way it took.
    const place = (machine.mmu.entryAddress - machine.mmu.arrays[0]!.start * 4) / 32;
    expect(Math.floor(place / 4)).toBe(3);
    const { u32 } = machine.memory;
    const word = machine.mmu.entryAddress >>> 2;
    expect([u32[word]! >>> 2, u32[word + 2]]).toEqual([3, 0x0d]);
  });
});
