import type { Lookup } from '../../src/cpu/probe.js';
import { ReferenceCpu } from '../../src/cpu/reference.js';
import { CpuState } from '../../src/cpu/state.js';
import type { Engine } from '../../src/cpu/trap.js';
import { assemble } from '../../src/machine/assemble.js';
import { engines } from '../../src/machine/engines.js';
import { STATE } from '../../src/memory/layout.js';
import { PhysicalMemory } from '../../src/memory/physical.js';
import type { HierarchyConfig } from '../../src/mmu/caches/config.js';
import { type PagedDesign, pageShiftOf } from '../../src/mmu/design.js';
import { EntryFormat } from '../../src/mmu/entry-layouts.js';
import { Mmu, type TlbConfig } from '../../src/mmu/mmu.js';
import { type Counters, readCounters } from '../../src/observe/counters.js';

export const NO_TLB: TlbConfig = { itlb: null, dtlb: null, unified: false, policy: 'lru', seed: 1 };

/** A machine without a kernel, set up as a textbook draws it: one table at a physical address, frames for pages, code where it is linked. */
export class TextbookMachine {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly cpu: CpuState;
  /** Every lookup of the reference engine, in order. */
  readonly lookups: Lookup[] = [];
  private readonly engine: Engine;
  private readonly shift: number;
  private readonly pages: Readonly<Record<number, number>>;
  private readonly design: PagedDesign;

  /** `pages`: frames by page. `caches`: none if left out. */
  constructor(
    engine: string,
    design: PagedDesign,
    tlb: TlbConfig,
    table: number,
    pages: Readonly<Record<number, number>>,
    caches: HierarchyConfig | null = null,
  ) {
    const choice = engines.get(engine)!;
    this.memory = new PhysicalMemory(2 ** design.physicalBits, choice.bytes);
    this.mmu = new Mmu(this.memory, { design, tlb, caches });
    this.cpu = new CpuState(this.memory);
    const reference = new ReferenceCpu(this.memory, this.mmu);
    this.engine = choice.create(this.memory, this.mmu, reference);
    if (engine === 'reference') reference.probe = { lookup: (lookup) => void this.lookups.push(lookup) };
    const format = new EntryFormat(this.memory, design.entry);
    const all = { valid: true, write: true, user: true, execute: true, accessed: true, dirty: true };
    for (const [page, frame] of Object.entries(pages))
      format.write(table + Number(page) * format.bytes, ...format.encode({ ...all, frame }));
    this.memory.view.setBigUint64(STATE.cr3, BigInt(table), true);
    this.cpu.cr0 = 0x8000_0011n;
    this.cpu.cr4 = 0x20n;
    this.cpu.efer = 0xd01n;
    this.cpu.cpl = 3;
    this.shift = pageShiftOf(design);
    this.pages = pages;
    this.design = design;
  }

  /** Assembles a source, puts its bytes where the pages say, and points rip at it. */
  load(source: string): void {
    const image = assemble(`.globl _start\n_start:\n${source}\n`, 'textbook.s', this.design);
    for (const { address, bytes } of image.segments)
      bytes.forEach((byte, i) => {
        this.memory.writeBytes(this.physical(Number(address) + i), Uint8Array.of(byte));
      });
    this.cpu.rip = image.entry;
  }

  /** Where the pages say that an address is. */
  physical(address: number): number {
    const frame = this.pages[address >> this.shift];
    if (frame === undefined) throw new Error(`no page for ${address}`);
    return frame * 2 ** this.shift + (address % 2 ** this.shift);
  }

  /** Runs so many steps; none of them may end in a trap. */
  run(steps: number): Counters {
    this.engine.stateChanged();
    const stop = this.engine.run(steps);
    if (stop !== 'budget')
      throw new Error(`trap ${this.cpu.trapVector} at ${this.cpu.rip}, address ${this.cpu.trapAddress}`);
    return readCounters(this.memory);
  }
}
