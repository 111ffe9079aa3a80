import { readFileSync } from 'node:fs';
import { brotliDecompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { STATE } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import { X86_64 } from '../../src/mmu/design.js';
import { Mmu } from '../../src/mmu/mmu.js';
import {
  ADDRESS,
  type Control,
  ENTRIES,
  marksOf,
  type PagingCase,
  pagingCases,
  TABLES,
} from '../support/bochs/cases.js';

const NO_TLB = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 } as const;
const results = brotliDecompressSync(readFileSync(new URL('../golden/paging-bochs.br', import.meta.url)));

/** pagewalk's MMU over the tables of the cases. */
class Machine {
  private readonly memory = new PhysicalMemory(32 * 2 ** 20, 0);
  private readonly mmu = new Mmu(this.memory, { design: X86_64, tlb: NO_TLB });
  private control: Control | null = null;

  constructor() {
    this.memory.view.setBigUint64(STATE.cr3, BigInt(TABLES[0]), true);
  }

  private enter({ control, user }: PagingCase): void {
    const { u32, view } = this.memory;
    u32[STATE.cpl >>> 2] = user ? 3 : 0;
    if (control === this.control) return;
    this.control = control;
    u32[STATE.cr0 >>> 2] = 0x8000_0011 | (control.wp ? 0x1_0000 : 0);
    u32[STATE.cr4 >>> 2] = 0x20 | (control.smep ? 0x10_0000 : 0) | (control.smap ? 0x20_0000 : 0);
    u32[STATE.efer >>> 2] = 0x500 | (control.nxe ? 0x800 : 0);
    view.setBigUint64(STATE.rflags, control.ac ? 0x4_0002n : 2n, true);
  }

  /** The two bytes that the case comes to. */
  outcome(test: PagingCase): number {
    this.enter(test);
    const { entries, leaf, access } = test;
    entries.forEach((entry, level) => {
      this.memory.writeEntry(ENTRIES[level]!, Number(entry & 0xffff_ffffn), Number(entry >> 32n));
    });
    const address = ADDRESS + (access === 2 ? 0x200n : 0x123n);
    const [low, high] = [Number(address & 0xffff_ffffn), Number(address >> 32n)];
    const { mmu } = this;
    const physical = mmu.translate(low, high, access, 0);
    const failed = physical < 0;
    if (!failed && physical !== 0x75000 + (low & 0xfff)) throw new Error(`translated to ${physical.toString(16)}`);
    const wrong = failed && (mmu.faultLow !== low || mmu.faultHigh !== high);
    const after = ENTRIES.map(
      (at) => (BigInt(this.memory.readEntryHigh(at)) << 32n) | BigInt(this.memory.readEntryLow(at)),
    );
    const end = failed ? (mmu.faultVector === 14 ? mmu.faultErrorCode : 0xfe) : 0xff;
    return end | (marksOf(after, leaf, wrong) << 8);
  }
}

describe('page walks against Bochs', () => {
  it('agree in fault, error code, CR2, accessed and dirty bits, in every combination of entry bits, access, mode and control bits', () => {
    const machine = new Machine();
    const differences: string[] = [];
    let number = 0;
    for (const test of pagingCases()) {
      const expected = results.readUInt16LE(2 * number++);
      const found = machine.outcome(test);
      if (found === expected) continue;
      const told = { ...test, entries: test.entries.map((entry) => entry.toString(16)) };
      differences.push(`${JSON.stringify(told)}: Bochs ${expected.toString(16)}, pagewalk ${found.toString(16)}`);
    }
    expect(number).toBe(results.length / 2);
    expect(number).toBeGreaterThan(1_000_000);
    expect(differences.length, differences.slice(0, 10).join('\n')).toBe(0);
  });
});
