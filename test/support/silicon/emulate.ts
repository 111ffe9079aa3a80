import { CpuState } from '../../../src/cpu/state.js';
import type { Engine } from '../../../src/cpu/trap.js';
import { STATE } from '../../../src/memory/layout.js';
import { PhysicalMemory } from '../../../src/memory/physical.js';
import { X86_64 } from '../../../src/mmu/design.js';
import { Mmu, type MmuConfig } from '../../../src/mmu/mmu.js';
import {
  type Batch,
  type Case,
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  FS_BASE,
  GS_BASE,
  type Outcome,
  WRITABLE_BYTES,
} from './layout.js';

/** Makes the engine under test. */
export type EngineFactory = (memory: PhysicalMemory, mmu: Mmu) => Engine;

const PRESENT = 1;
const WRITE = 2;
const USER = 4;
const NO_EXECUTE = 0x8000_0000;
const PAGE = 0x1000;

/** Frames in an order of their own, so that neighbouring pages are not neighbouring frames. */
const CODE_FRAMES = [40, 33];
const DATA_FRAMES = [50, 47, 61, 44];
const TABLES = { pml4: 1, pdpt: 2, directory: 3, code: 4, data: 5 };

const mmuConfig: MmuConfig = {
  design: X86_64,
  tlb: { itlb: { sets: 4, ways: 4 }, dtlb: { sets: 4, ways: 4 }, unified: false, policy: 'lru', seed: 1 },
};

/** The machine on which cases run: the address space of harness.c, in user mode. */
export class CaseMachine {
  private readonly memory: PhysicalMemory;
  private readonly cpu: CpuState;
  private readonly engine: Engine;
  private pristine: Uint8Array = new Uint8Array(DATA_BYTES);

  constructor(factory: EngineFactory, engineBytes = 0) {
    this.memory = new PhysicalMemory(0x10_0000, engineBytes);
    const mmu = new Mmu(this.memory, mmuConfig);
    this.cpu = new CpuState(this.memory);
    this.engine = factory(this.memory, mmu);
    this.mapPages();
    this.cpu.cpl = 3;
    this.cpu.cr0 = 0x8001_0033n;
    this.cpu.cr3 = BigInt(TABLES.pml4 * PAGE);
    this.cpu.cr4 = 0x620n;
    this.cpu.efer = 0xd01n;
    for (const frame of CODE_FRAMES) this.memory.writeBytes(frame * PAGE, new Uint8Array(PAGE).fill(0xcc));
  }

  private mapPages(): void {
    const entry = (table: number, index: number, frame: number, low: number, high = 0) =>
      this.memory.writeEntry(table * PAGE + 8 * index, (frame * PAGE) | low | PRESENT | USER, high);
    entry(TABLES.pml4, 0, TABLES.pdpt, WRITE);
    entry(TABLES.pdpt, 0, TABLES.directory, WRITE);
    entry(TABLES.directory, Number(CODE >> 21n), TABLES.code, WRITE);
    entry(TABLES.directory, Number(DATA >> 21n), TABLES.data, WRITE);
    CODE_FRAMES.forEach((frame, page) => {
      entry(TABLES.code, page, frame, 0);
    });
    DATA_FRAMES.forEach((frame, page) => {
      entry(TABLES.data, page, frame, page * PAGE < WRITABLE_BYTES ? WRITE : 0, NO_EXECUTE);
    });
  }

  run(batch: Batch): Outcome[] {
    this.pristine = batch.memory;
    DATA_FRAMES.forEach((frame, page) => {
      this.memory.writeBytes(frame * PAGE, batch.memory.subarray(page * PAGE, (page + 1) * PAGE));
    });
    return batch.cases.map((test) => this.runCase(test));
  }

  private runCase(test: Case): Outcome {
    this.writeCode(test.offset, test.code);
    test.registers.forEach((value, number) => {
      this.cpu.setRegister(number, value);
    });
    test.vectors?.xmm.forEach((value, number) => {
      this.cpu.setXmm(number, value);
    });
    if (test.vectors !== null) this.cpu.mxcsr = test.vectors.mxcsr;
    this.cpu.fsBase = FS_BASE;
    this.cpu.gsBase = GS_BASE;
    this.memory.u64[STATE.selectors >>> 3] = 0n;
    this.cpu.rip = CODE + BigInt(test.offset);
    this.cpu.rflags = BigInt(test.flags);
    this.engine.stateChanged();
    let stop = this.engine.run(1);
    while (stop === 'budget' && this.cpu.repeating !== 0) stop = this.engine.run(1);
    const { cpu } = this;
    const vector = stop === 'trap' ? cpu.trapVector : -1;
    const outcome: Outcome = {
      rip: cpu.rip,
      flags: Number(cpu.rflags),
      vector,
      errorCode: vector >= 0 ? cpu.trapErrorCode : 0,
      address: vector === 14 ? this.memory.u64[STATE.cr2 >>> 3]! : 0n,
      registers: Array.from({ length: 16 }, (_, number) => cpu.register(number)),
      vectors: test.vectors && { xmm: Array.from({ length: 16 }, (_, number) => cpu.xmm(number)), mxcsr: cpu.mxcsr },
      changes: this.takeChanges(),
    };
    this.writeCode(test.offset, new Uint8Array(test.code.length).fill(0xcc));
    return outcome;
  }

  private writeCode(offset: number, bytes: Uint8Array): void {
    bytes.forEach((_, index) => {
      const at = offset + index;
      if (at >= CODE_BYTES) return;
      this.memory.writeBytes(CODE_FRAMES[at >> 12]! * PAGE + (at % PAGE), bytes.subarray(index, index + 1));
    });
  }

  /** Finds the words that the case has changed, and puts the old ones back. */
  private takeChanges(): [number, bigint][] {
    const changes: [number, bigint][] = [];
    DATA_FRAMES.forEach((frame, page) => {
      const live = this.memory.frameBytes(frame);
      const before = this.pristine.subarray(page * PAGE, (page + 1) * PAGE);
      if (Buffer.compare(live, before) === 0) return;
      for (let at = 0; at < PAGE; at += 8) {
        const word = live.subarray(at, at + 8);
        if (Buffer.compare(word, before.subarray(at, at + 8)) === 0) continue;
        changes.push([page * PAGE + at, new DataView(word.buffer, word.byteOffset).getBigUint64(0, true)]);
      }
      this.memory.writeBytes(frame * PAGE, before);
    });
    return changes;
  }
}
