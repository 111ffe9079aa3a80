import { describe, expect, it } from 'vitest';
import { assembleObject } from '../../src/asm/assemble.js';
import type { Image } from '../../src/asm/image.js';
import { link } from '../../src/asm/link/link.js';
import { engines } from '../../src/machine/engines.js';
import { Machine } from '../../src/machine/machine.js';
import type { CounterName } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import { textbookCosts } from '../../src/mmu/cost.js';
import { X86_64 } from '../../src/mmu/design.js';
import { Mmu, type TlbConfig } from '../../src/mmu/mmu.js';
import { type Counters, difference, readCounters, references } from '../../src/observe/counters.js';
import { ledger, violations } from '../../src/observe/ledger.js';
import type { Receipt } from '../../src/observe/receipt.js';
import { Receipts } from '../../src/observe/receipts.js';
import { enterPaging, PageTables } from '../support/page-tables.js';

const engineNames = [...engines.keys()].filter((name) => name !== 'auto');

function assembled(source: string): Image {
  const { object, diagnostics } = assembleObject(source, 'textbook.s');
  const linked = object && link([object]);
  if (!linked?.image) throw new Error(JSON.stringify([diagnostics, linked?.diagnostics]));
  return linked.image;
}

const tlb = (entries: number, unified = false): TlbConfig => ({
  itlb: entries === 0 ? null : { sets: 1, ways: entries },
  dtlb: entries === 0 || unified ? null : { sets: 1, ways: entries },
  unified,
  policy: 'lru',
  seed: 1,
});

function pick(counters: Counters, ...names: CounterName[]): number[] {
  return names.map((name) => counters[name]);
}

describe("the lecture's three instructions", () => {
  // The addresses of the lecture, 0x10, 0x13 and 0x19, need the six-byte encoding of addl (textbook.md, row 1).
  const sources = {
    'as the assembler encodes them': 'movl 0x8(%rbp),%edi\n addl $0x3,%edi\n movl %edi,0x8(%rbp)\n',
    'at the addresses of the lecture': 'movl 0x8(%rbp),%edi\n .byte 0x81,0xc7,3,0,0,0\n movl %edi,0x8(%rbp)\n',
  };
  for (const [name, body] of Object.entries(sources)) {
    it(`make five references: three fetches, a load, a store (${name})`, () => {
      const program = `.globl _start\n_start: leaq -64(%rsp),%rbp\n .balign 16\nlecture: ${body}\nend: movl $60,%eax\n syscall\n`;
      const image = assembled(program);
      const address = (symbol: string) => image.symbols.find((entry) => entry.name === symbol)!.address;
      const machine = new Machine({ engine: 'reference' });
      machine.load(image);
      const book = new Receipts(machine.memory, textbookCosts);
      const lines: string[] = [];
      book.onReceipt = ({ address: at, outcome, lines: made }: Receipt) => {
        if (outcome !== 'complete' || at < address('lecture') || at >= address('end')) return;
        lines.push(...made.map((line) => `${at - address('lecture') + 0x10n}: ${line.kind} ${line.size}`));
      };
      machine.probe = book;
      expect(machine.run().reason).toBe('exit');
      const last = name.startsWith('as') ? 0x16 : 0x19;
      expect(lines).toEqual([
        '16: fetch 3',
        '16: load 4',
        `19: fetch ${last - 0x13}`,
        `${last}: fetch 3`,
        `${last}: store 4`,
      ]);
      const rows = book.totals().filter((row) => row.address >= address('lecture') && row.address < address('end'));
      const sum = (count: CounterName) => rows.reduce((total, row) => total + row.counters[count], 0);
      expect([sum('fetches') + sum('fetchSplits'), sum('loads'), sum('stores')]).toEqual([3, 1, 1]);
      expect(book.violations()).toEqual([]);
    });
  }
});

describe('page and offset', () => {
  it('VA 9192 is page 2, offset 1000; with page 2 in frame 5 it is PA 21480 (textbook.md, row 3)', () => {
    const memory = new PhysicalMemory(1 << 20, 0);
    const tables = new PageTables(memory, 16);
    tables.map(2n * 4096n, 5 * 4096);
    enterPaging(memory, tables.root);
    const mmu = new Mmu(memory, { design: X86_64, tlb: tlb(0) });
    expect(mmu.translate(9192, 0, 0, 0)).toBe(21480);
  });
});

/** for (i = 0; i < 1000; i++) array[i] = 0; with the array where the book has it in its page: 40000 = 9 x 4096 + 3136. */
const loop = `
        .globl _start
        .bss
        .balign 4096
        .skip 3136
array:  .skip 4000
        .text
_start: leaq array(%rip), %rdi
        xorl %eax, %eax
loop:   movl $0x0, (%rdi,%rax,4)
        incl %eax
        cmpl $0x03e8, %eax
        jne loop
        movl $60, %eax
        xorl %edi, %edi
        syscall
`;
const BEFORE_LOOP = 2;
const ITERATION = 4;
const FETCHES = BEFORE_LOOP + 1000 * ITERATION + 3;

/** What `count` iterations add to the counters, when every page has been touched before them. */
function iterations(machine: Machine, first: number, count: number): Counters {
  expect(machine.run(BEFORE_LOOP + ITERATION * first - machine.steps).reason).toBe('paused');
  const before = readCounters(machine.memory);
  expect(machine.run(ITERATION * count).reason).toBe('paused');
  return difference(readCounters(machine.memory), before);
}

describe.each(engineNames)('the loop of OSTEP 18.5 on four-level paging (%s)', (engine) => {
  const image = assembled(loop);
  const machine = (config: TlbConfig) => {
    const made = new Machine({ engine, tlb: config });
    made.load(image);
    return made;
  };
  const whole = (config: TlbConfig) => {
    const made = machine(config);
    expect(made.run().reason).toBe('exit');
    const counters = readCounters(made.memory);
    expect(violations(counters)).toEqual([]);
    return counters;
  };

  it('without a TLB costs 25 references an iteration: 4 fetches, 1 store, 20 entries', () => {
    // The array's second page begins with its element 240: iterations 300 and on touch nothing new.
    const steady = iterations(machine(tlb(0)), 300, 600);
    const { fetch, load, store, walk, ad, total } = references(steady);
    expect([fetch, load, store, walk, ad, total].map((value) => value / 600)).toEqual([4, 0, 1, 20, 0, 25]);
    expect(ledger(steady, textbookCosts).cycles / 600).toBe(4 * 1 + 25 * 100);
  });

  it('without a TLB misses at every lookup, and walks four entries at each', () => {
    const counters = whole(tlb(0));
    // One page of code and two of data are touched for the first time: each costs one faulting lookup more.
    expect(pick(counters, 'fetches', 'stores', 'loads', 'pageFaults')).toEqual([FETCHES, 1000, 0, 3]);
    expect(pick(counters, 'itlbHits', 'dtlbHits')).toEqual([0, 0]);
    expect(pick(counters, 'itlbMisses', 'dtlbMisses')).toEqual([FETCHES + 1 + 2, 1000 + 2]);
    expect(counters.walks).toBe(FETCHES + 3 + 1000 + 2);
  });

  it.each([2, 4, 64])('with %d entries a side misses only where a page is new', (entries) => {
    const counters = whole(tlb(entries));
    // A first touch misses, faults, and misses again when it is repeated. A faulting store has fetched before, and fetches again: hits.
    expect(pick(counters, 'itlbMisses', 'dtlbMisses')).toEqual([2 * 1, 2 * 2]);
    expect(pick(counters, 'itlbHits', 'dtlbHits')).toEqual([FETCHES - 1 + 2, 1000 - 2]);
    const steady = references(iterations(machine(tlb(entries)), 300, 600));
    expect([steady.program / 600, steady.total / 600]).toEqual([5, 5]);
  });

  it('with two entries for fetches and data together misses no more than that', () => {
    const counters = whole(tlb(2, true));
    // The second data page replaces the first: the code was used later.
    expect(pick(counters, 'itlbMisses', 'dtlbMisses')).toEqual([2, 4]);
  });

  it('with a single entry for both misses twice an iteration', () => {
    const counters = whole(tlb(1, true));
    // Store out, code out, in turn: the store and the fetch after it. The book counts 2,001 misses; demand paging adds the faulting
    // tries: one fetch, two stores, and the fetch that repeats the second store finds its page in place.
    expect(pick(counters, 'itlbMisses', 'dtlbMisses')).toEqual([1001 + 1, 1000 + 2]);
    expect(counters.itlbMisses + counters.dtlbMisses).toBe(2001 + 1 + 2);
    const steady = references(iterations(machine(tlb(1, true)), 300, 600));
    expect(steady.total / 600).toBe(5 + 2 * 4);
  });

  it('counts the same in every class when it is run twice', () => {
    expect(whole(tlb(4))).toEqual(whole(tlb(4)));
  });
});
