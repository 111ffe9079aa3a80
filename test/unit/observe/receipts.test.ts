import { describe, expect, it } from 'vitest';
import { ReferenceCpu } from '../../../src/cpu/reference.js';
import { CpuState } from '../../../src/cpu/state.js';
import { VECTOR } from '../../../src/cpu/trap.js';
import { RBP, RCX, RDI, RSI } from '../../../src/isa/registers.js';
import { COUNTER } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { textbookCosts } from '../../../src/mmu/cost.js';
import { X86_64 } from '../../../src/mmu/design.js';
import { Mmu, type TlbConfig } from '../../../src/mmu/mmu.js';
import { difference, readCounters } from '../../../src/observe/counters.js';
import { ledger } from '../../../src/observe/ledger.js';
import type { Receipt } from '../../../src/observe/receipt.js';
import { Receipts } from '../../../src/observe/receipts.js';
import { enterPaging, P, PageTables, U, W } from '../../support/page-tables.js';

const shape = { sets: 1, ways: 8 };
const split: TlbConfig = { itlb: shape, dtlb: shape, unified: false, policy: 'lru', seed: 1 };
const noTlb: TlbConfig = { ...split, itlb: null, dtlb: null };
const CODE = 0x10_0000n;
const DATA = 0x20_0000n;

/** A CPU in user mode with code at CODE, and two writable pages at DATA, or only the first. */
function machine(code: number[], { tlb = split, dataPages = 2, at = 0n } = {}) {
  const memory = new PhysicalMemory(1 << 20, 0);
  const tables = new PageTables(memory);
  tables.map(CODE, 0x2_0000, P | U);
  tables.map(CODE + 4096n, 0x2_1000, P | U);
  for (let page = 0; page < dataPages; page++)
    tables.map(DATA + 4096n * BigInt(page), 0x3_0000 + 4096 * page, P | W | U);
  enterPaging(memory, tables.root);
  memory.writeBytes(0x2_0000 + Number(at), Uint8Array.from(code));
  const cpu = new CpuState(memory);
  cpu.rip = CODE + at;
  const engine = new ReferenceCpu(memory, new Mmu(memory, { design: X86_64, tlb }));
  const book = new Receipts(memory, textbookCosts);
  const receipts: Receipt[] = [];
  book.onReceipt = (receipt) => receipts.push(receipt);
  engine.probe = book;
  return { memory, tables, cpu, engine, book, receipts };
}

/** movl 8(%rbp),%edi; addl $3,%edi (six bytes); movl %edi,8(%rbp); syscall */
const lecture = [0x8b, 0x7d, 0x08, 0x81, 0xc7, 3, 0, 0, 0, 0x89, 0x7d, 0x08, 0x0f, 0x05];

describe('receipts', () => {
  it("of the lecture's three instructions show five references", () => {
    const { cpu, engine, book, receipts } = machine(lecture);
    cpu.setRegister(RBP, DATA);
    expect(engine.run(3)).toBe('budget');
    const shown = receipts.map(({ address, lines }) => [
      Number(address - CODE),
      ...lines.map(({ kind, virtual, size, tlb, entriesRead }) => [kind, Number(virtual), size, tlb, entriesRead]),
    ]);
    expect(shown).toEqual([
      [0, ['fetch', Number(CODE), 3, 'miss', 4], ['load', Number(DATA) + 8, 4, 'miss', 4]],
      [3, ['fetch', Number(CODE) + 3, 6, 'hit', 0]],
      [9, ['fetch', Number(CODE) + 9, 3, 'hit', 0], ['store', Number(DATA) + 8, 4, 'miss', 4]],
    ]);
    expect(receipts[0]!.lines[1]!.physical).toBe(0x3_0008);
    expect(book.violations()).toEqual([]);
  });

  it('cost what the lines and the instruction cost', () => {
    const { cpu, engine, receipts } = machine(lecture);
    cpu.setRegister(RBP, DATA);
    engine.run(3);
    // The root and the tables below PML4 are shared: the data walk finds the A of three entries set.
    expect(receipts[0]!.lines.map((line) => [line.entriesRead, line.entriesWritten, line.cycles])).toEqual([
      [4, 4, 100 + 400 + 400],
      [4, 2, 100 + 400 + 200],
    ]);
    expect(receipts[0]!.cycles).toBe(1 + 900 + 700);
    // The first write sets D: one more entry written.
    expect(receipts[2]!.cycles).toBe(1 + 100 + (100 + 400 + 100));
  });

  it('add up to the counters and to the ledger over a fault, its repair and a system call', () => {
    const { memory, tables, cpu, engine, book, receipts } = machine(lecture, { dataPages: 0 });
    const before = readCounters(memory);
    cpu.setRegister(RBP, DATA);
    expect(engine.run(10)).toBe('trap');
    expect(cpu.trapVector).toBe(VECTOR.pageFault);
    expect(receipts.at(-1)).toMatchObject({ outcome: 'fault', address: CODE, decoded: null, lines: [] });
    expect(receipts.at(-1)!.abortedLookups.map((lookup) => [lookup.access, lookup.physical >= 0])).toEqual([
      ['fetch', true],
      ['read', false],
    ]);
    memory.count(COUNTER.kernelWrites, 513);
    tables.map(DATA, 0x3_0000);
    expect(engine.run(10)).toBe('trap');
    expect(cpu.trapVector).toBe(VECTOR.syscall);
    memory.count(COUNTER.syscalls);
    memory.count(COUNTER.kernelReads, 7);
    expect(book.violations()).toEqual([]);
    const totals = book.totals();
    expect(totals.map((row) => Number(row.address - CODE))).toEqual([0, 3, 9, 12]);
    expect(totals[0]!.counters).toMatchObject({
      instructions: 1,
      loads: 1,
      pageFaults: 1,
      kernelWrites: 513,
      walks: 3,
    });
    expect(totals[3]!.counters).toMatchObject({ instructions: 1, syscalls: 1, kernelReads: 7 });
    const account = ledger(difference(readCounters(memory), before), textbookCosts);
    expect(totals.reduce((sum, row) => sum + row.cycles, 0)).toBe(account.cycles);
  });

  it('of a rep instruction put its fetch on the last element', () => {
    const { cpu, engine, book, receipts } = machine([0xf3, 0xa4]);
    cpu.setRegister(RCX, 3n);
    cpu.setRegister(RSI, DATA);
    cpu.setRegister(RDI, DATA + 100n);
    engine.run(2);
    expect(book.violations()).toEqual([]);
    engine.run(1);
    expect(receipts.map(({ outcome, lines }) => [outcome, ...lines.map(({ kind, tlb }) => `${kind} ${tlb}`)])).toEqual([
      ['element', 'load miss', 'store miss'],
      ['element', 'load hit', 'store hit'],
      ['complete', 'fetch miss', 'load hit', 'store hit'],
    ]);
    expect(book.violations()).toEqual([]);
  });

  it('account for a rep instruction that is given up and fetched again', () => {
    const { cpu, engine, book } = machine([0xf3, 0xa4]);
    cpu.setRegister(RCX, 3n);
    cpu.setRegister(RSI, DATA);
    cpu.setRegister(RDI, DATA + 100n);
    engine.run(1);
    cpu.restore(cpu.save());
    engine.stateChanged();
    expect(book.violations()).toEqual([]);
    engine.run(2);
    expect(book.violations()).toEqual([]);
    expect(book.totals()[0]!.counters).toMatchObject({ instructions: 1, fetches: 1, itlbHits: 1, itlbMisses: 1 });
  });

  it('account for a rep instruction that faults between elements', () => {
    const { tables, cpu, engine, book, receipts } = machine([0xf3, 0xa4], { dataPages: 1 });
    cpu.setRegister(RCX, 4n);
    cpu.setRegister(RSI, DATA);
    cpu.setRegister(RDI, DATA + 4094n);
    expect(engine.run(10)).toBe('trap');
    expect(receipts.at(-1)!.abortedLookups.map(({ access }) => access)).toEqual(['fetch', 'read', 'write']);
    expect(book.violations()).toEqual([]);
    tables.map(DATA + 4096n, 0x3_1000);
    engine.run(2);
    expect(book.violations()).toEqual([]);
    expect(book.totals()[0]!.counters).toMatchObject({ steps: 4, instructions: 1, fetches: 1, loads: 4, stores: 4 });
  });

  it.each([
    ['a TLB', split],
    ['no TLB', noTlb],
  ])('give both pieces of an access over two pages, with %s', (_, tlb) => {
    // addl $1,(%rbp) over a data boundary, the instruction itself over a code boundary.
    const { cpu, engine, book, receipts } = machine([0x83, 0x45, 0x00, 0x01], { tlb, at: 4094n });
    cpu.setRegister(RBP, DATA + 4093n);
    engine.run(1);
    expect(receipts[0]!.lines).toMatchObject([
      { kind: 'fetch', physical: 0x2_0ffe, secondPhysical: 0x2_1000, entriesRead: 8, tlb: 'miss' },
      { kind: 'modify', physical: 0x3_0ffd, secondPhysical: 0x3_1000, entriesRead: 8, tlb: 'miss' },
    ]);
    expect(book.violations()).toEqual([]);
    expect(book.totals()[0]!.counters).toMatchObject({
      fetches: 1,
      fetchSplits: 1,
      loads: 1,
      stores: 1,
      dataSplits: 1,
    });
  });

  it('find a difference', () => {
    const { memory, cpu, engine, book } = machine(lecture);
    cpu.setRegister(RBP, DATA);
    engine.run(3);
    memory.count(COUNTER.loads);
    expect(book.violations()).toEqual([{ identity: "sum of the receipts' loads = loads", left: 1, right: 2 }]);
  });
});
