import { describe, expect, it } from 'vitest';
import { violations } from '../../../src/kernel/invariants.js';
import type { AddressSpace } from '../../../src/kernel/vm/address-space.js';
import { swappedEntry } from '../../../src/kernel/vm/entry.js';
import type { PageTable } from '../../../src/kernel/vm/page-table.js';
import { Machine } from '../../../src/machine/machine.js';
import { DTLB_BASE, ITLB_BASE } from '../../../src/memory/layout.js';
import { memorySource } from '../../support/memory-program.js';
import { program } from '../../support/program.js';

/** A machine in the middle of a program that swaps, with nothing wrong. */
function machineAtWork(): Machine {
  const steps = Array.from({ length: 30 }, (_, i) => ({ kind: 'store', page: i, word: 1, value: i }) as const);
  const machine = new Machine({ ram: '96K', swap: '1M' });
  machine.load(program(memorySource(steps)));
  machine.run(45);
  expect(violations(machine.kernel)).toEqual([]);
  return machine;
}

/** A page in memory: its frame and the address of its entry. */
function someResident({ kernel }: Machine, writable: boolean): { frame: number; entry: number; page: number } {
  const { frames } = kernel.vm;
  for (let frame = 0; frame < frames.count; frame++) {
    const mapping = frames.mappings[frame]![0];
    if (!mapping) continue;
    const entry = mapping.table.find(mapping.page);
    if (((mapping.table.low(entry) & 2) !== 0) === writable) return { frame, entry, page: mapping.page };
  }
  throw new Error('no such page');
}

const tableOf = ({ kernel }: Machine): PageTable => (kernel.current!.space as AddressSpace).table;

function firstValid(machine: Machine, base: number): number {
  for (let entry = base; entry < base + 64 * 32; entry += 32)
    if ((machine.memory.u32[(entry + 12) >>> 2]! & 1) !== 0) return entry >>> 2;
  throw new Error('the TLB is empty');
}

function setFlags({ memory }: Machine, word: number, change: (flags: number) => number): void {
  memory.u32[word + 3] = change(memory.u32[word + 3]!);
}

const spoil: [rule: string, spoil: (machine: Machine) => void][] = [
  [
    'a frame is named as often as it knows',
    (m) =>
      void (m.kernel.vm.frames.mappings as unknown[][]).fill(
        [],
        someResident(m, true).frame,
        someResident(m, true).frame + 1,
      ),
  ],
  [
    'the reverse map knows every entry',
    (m) =>
      void (m.kernel.vm.frames.mappings as unknown[][]).fill(
        [],
        someResident(m, true).frame,
        someResident(m, true).frame + 1,
      ),
  ],
  [
    'no frame is free and mapped',
    (m) => m.kernel.vm.frames.use.fill(0, someResident(m, true).frame, someResident(m, true).frame + 1),
  ],
  [
    'a mapped frame holds a page',
    (m) => m.kernel.vm.frames.use.fill(2, someResident(m, true).frame, someResident(m, true).frame + 1),
  ],
  [
    'the free list is complete',
    (m) => m.kernel.vm.frames.use.fill(0, someResident(m, true).frame, someResident(m, true).frame + 1),
  ],
  ['after a trap every page, and nothing else, may be evicted', (m) => m.kernel.vm.frames.candidates.fill(0)],
  [
    'an entry is writable only where its area is',
    (m) => {
      const { entry } = someResident(m, false);
      m.memory.writeEntry(entry, (m.memory.readEntryLow(entry) | 2) >>> 0, m.memory.readEntryHigh(entry));
    },
  ],
  [
    'an entry is executable only where its area is',
    (m) => {
      const { entry } = someResident(m, true);
      m.memory.writeEntry(entry, m.memory.readEntryLow(entry), 0);
    },
  ],
  ['an entry lies in an area', (m) => void (m.kernel.current!.space as unknown as { list: unknown[] }).list.splice(0)],
  [
    'a page is mapped somewhere',
    (m) => {
      const { frame, entry } = someResident(m, true);
      m.memory.writeEntry(entry, 0, 0);
      m.kernel.vm.frames.mappings[frame] = [];
    },
  ],
  ['a slot is owned as often as it knows', (m) => m.kernel.vm.swap.addOwner(0)],
  [
    'a slot is owned as often as it knows',
    (m) => m.memory.writeEntry(someResident(m, true).entry, swappedEntry(100), 0),
  ],
  ['slots in use are counted', (m) => void m.kernel.vm.swap.allocate()],
  [
    'a slot knows the frame that holds its content',
    (m) => {
      m.kernel.vm.frames.slot[someResident(m, true).frame] = 99;
    },
  ],
  ['every table belongs to a process', (m) => void tableOf(m).tableCount++],
  [
    'a private page that others have too is not writable',
    (m) => {
      const { frame, page } = someResident(m, true);
      m.kernel.vm.frames.addMapping(frame, tableOf(m), page + 1);
    },
  ],
  [
    'a translation in the TLB is present in the table',
    (m) => m.memory.writeEntry(m.memory.u32[firstValid(m, DTLB_BASE) + 5]!, 0, 0),
  ],
  ['a translation in the TLB names the frame of the table', (m) => void m.memory.u32[firstValid(m, ITLB_BASE) + 2]!++],
  ['the TLB gives no more right to write', (m) => setFlags(m, firstValid(m, ITLB_BASE), (flags) => flags | 2)],
  ['the TLB gives no more right to execute', (m) => setFlags(m, firstValid(m, DTLB_BASE), (flags) => flags & ~8)],
  [
    'a dirty translation has D in its entry',
    (m) => {
      const word = firstValid(m, DTLB_BASE);
      setFlags(m, word, (flags) => flags | 16);
      const leaf = m.memory.u32[word + 5]!;
      m.memory.writeEntry(leaf, m.memory.readEntryLow(leaf) & ~0x40, m.memory.readEntryHigh(leaf));
    },
  ],
];

describe('the invariants find what is wrong', () => {
  it.each(spoil)('%s', (rule, action) => {
    const machine = machineAtWork();
    action(machine);
    expect(violations(machine.kernel).map((violation) => violation.rule)).toContain(rule);
  });

  it('end the run as a defect of the machine', () => {
    const machine = new Machine({ ram: '96K', swap: '1M', check: true });
    machine.load(program(memorySource([])));
    machine.run(10);
    machine.kernel.vm.swap.addOwner(3);
    const result = machine.run();
    expect(result).toMatchObject({ reason: 'defect', status: 70 });
    expect(result.violations[0]?.rule).toBe('a slot is owned as often as it knows');
  });
});
