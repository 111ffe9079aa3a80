import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { STATE } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import { X86_64 } from '../../src/mmu/design.js';
import { READ } from '../../src/mmu/fault.js';
import { Mmu, type TlbConfig } from '../../src/mmu/mmu.js';
import { AllowedReads, numberAt, type SteppedMachine, Steps } from '../support/bochs/tlb-cases.js';

const bochs = brotliDecompressSync(readFileSync(new URL('../golden/tlb-bochs.br', import.meta.url)));
const halves = (value: bigint): [number, number] => [
  Number(value & 0xffff_ffffn),
  Number((value >> 32n) & 0xffff_ffffn),
];

/** pagewalk's MMU in kernel mode. */
class Machine implements SteppedMachine {
  private readonly memory = new PhysicalMemory(32 * 2 ** 20, 0);
  private readonly mmu: Mmu;
  private time = 0;

  constructor(tlb: TlbConfig) {
    this.mmu = new Mmu(this.memory, { design: X86_64, tlb });
    this.memory.view.setBigUint64(STATE.cr0, 0x8001_0011n, true);
    this.memory.view.setBigUint64(STATE.efer, 0xd00n, true);
  }

  writeEntry(address: number, entry: number): void {
    this.memory.writeEntry(address, entry, 0);
  }

  writeCr3(value: bigint): void {
    this.mmu.writeControlRegister(3, ...halves(value));
  }

  writeCr4(value: number): void {
    this.mmu.writeControlRegister(4, value, 0);
  }

  /** Writes a control register without a word to the MMU. */
  change(register: 'cr3' | 'cr4', value: bigint | number): void {
    this.memory.view.setBigUint64(STATE[register], BigInt.asUintN(63, BigInt(value)), true);
  }

  invlpg(address: bigint): void {
    this.mmu.invalidatePage(...halves(address));
  }

  invpcid(type: number, space: number, address: bigint): void {
    if (type === 0) this.mmu.invalidatePageIn(space, ...halves(address));
    else if (type === 1) this.mmu.flushSpace(space);
    else this.mmu.flush(type === 2);
  }

  read(address: bigint): number {
    return numberAt(this.mmu.translate(...halves(address), READ, this.time++));
  }
}

const shape = (ways: number, ...pages: ('4K' | '2M' | '1G')[]) => ({ sets: 1, ways, pages });
const one = { itlb: null, dtlb: shape(64, '4K'), unified: false, policy: 'lru', seed: 1 } as const;
const walkCaches = [shape(32, '4K'), shape(32, '4K'), shape(32, '4K')];
const tlbs: Record<string, TlbConfig> = {
  'no TLB': { ...one, dtlb: null },
  'a TLB of pieces': one,
  'an array for each size': { ...one, dtlb: shape(64, '4K'), dtlbMore: [shape(32, '2M')] },
  'one array for all sizes, and walk caches': { ...one, dtlb: shape(64, '4K', '2M'), walkCaches },
  'two levels and walk caches': {
    ...one,
    dtlb: shape(4, '4K', '2M'),
    second: { instruction: [], data: [shape(64, '4K', '2M')], unified: false },
    walkCaches,
  },
};

/** What a machine has read, judged by the manual. */
function judge(reads: readonly number[], steps?: number): AllowedReads {
  const allowed = new AllowedReads(reads);
  for (const _ of new Steps(allowed).run(steps));
  return allowed;
}

const judged = judge([...bochs]);
const FIRST_STEPS = 15_000;

const EVENTS = ['writeCr3', 'writeCr4', 'invlpg', 'invpcid'] as const;

/** A machine that an event tells nothing. */
function deafTo(event: (typeof EVENTS)[number], machine: Machine): SteppedMachine {
  const after = event.startsWith('write')
    ? machine.change.bind(machine, event === 'writeCr3' ? 'cr3' : 'cr4')
    : () => {};
  return new Proxy(machine, {
    get: (target, name) => (name === event ? after : Reflect.get(target, name).bind(target)),
  });
}

describe('stale translations against the manual', () => {
  it('Bochs reads what it may', () => {
    const { wrong, reads, renewed, stale } = judged;
    expect(wrong).toEqual([]);
    expect(reads).toBe(bochs.length);
    expect(reads).toBeGreaterThan(20_000);
    // Accesses that must see a change, and those that saw what is no longer in the tables.
    expect(renewed).toBeGreaterThan(5000);
    expect(stale).toBeGreaterThan(500);
  });

  it.each(Object.entries(tlbs))(
    'so does pagewalk with %s, and what Bochs reads where one value only is allowed',
    (name, tlb) => {
      const reads = [...new Steps(new Machine(tlb)).run()];
      const { wrong, stale, single } = judge(reads);
      expect(wrong).toEqual([]);
      expect(stale > 1000).toBe(name !== 'no TLB');
      const bochsToo = judged.single;
      const both = [...single].filter((index) => bochsToo.has(index));
      expect(both.length).toBeGreaterThan(20_000);
      expect(both.filter((index) => reads[index] !== bochs[index])).toEqual([]);
    },
  );

  it.each(EVENTS)('a TLB that does not hear of %s is found out', (event) => {
    const reads = [...new Steps(deafTo(event, new Machine(tlbs['two levels and walk caches']!))).run(FIRST_STEPS)];
    expect(judge(reads, FIRST_STEPS).wrong.length).toBeGreaterThan(0);
  });
});
