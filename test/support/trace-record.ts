import type { Machine } from '../../src/machine/machine.js';
import { STATE } from '../../src/memory/layout.js';
import type { LineUse, MemoryHierarchy } from '../../src/mmu/caches/hierarchy.js';
import type { Access } from '../../src/mmu/fault.js';
import { inspectWalk } from '../../src/mmu/inspect.js';
import type { Mmu } from '../../src/mmu/mmu.js';

/** What a trace consists of; the numbers that follow each code are listed. Addresses are bytes. */
export const OP = {
  /** An attempt at an instruction or rep element begins. */
  begin: 0,
  /** Access (0 read, 1 write, 2 fetch), virtual address, time, physical address or -1. */
  lookup: 1,
  /** A page-table entry has changed by other hands than the processor's: physical address, low half, high half. */
  entry: 2,
  /** Flush; 1: global entries too. */
  flush: 3,
  /** What is cached for an address space goes: its number. */
  flushSpace: 4,
  /** INVLPG: virtual address. */
  page: 5,
  /** INVPCID 0: space, virtual address. */
  pageIn: 6,
  /** Another address space: physical address of the root table, number of the space, 1 if what is cached for it stays. */
  root: 7,
  /** First byte of a fetch: physical address. */
  fetch: 8,
  /** Fetched and decoded: physical address, bytes, physical address on the second page or -1, bytes on the first page. */
  decoded: 9,
  /** Load (1), store (2) or both (3): as `decoded`, and which. */
  access: 10,
  /** The attempt has faulted. */
  abort: 11,
} as const;

/** How many numbers follow each code. */
export const OP_LENGTH: readonly number[] = [0, 4, 3, 1, 1, 1, 2, 3, 1, 4, 5, 0];

/** All that happened to an MMU and its caches in a run, as numbers. */
export type Trace = Float64Array;

interface SeenEntry {
  readonly address: number;
  readonly low: number;
  readonly high: number;
}

const joined = (low: number, high: number) => (high >>> 0) * 2 ** 32 + (low >>> 0);

/** Writes down what a machine on the reference CPU asks its MMU and its caches, and which entries its kernel changes. The machine needs caches. */
export class TraceRecorder {
  /** Number of lookups. */
  lookups = 0;
  private readonly numbers: number[] = [];
  private readonly machine: Machine;
  /** Entries as they were when the processor had used them. */
  private readonly seen = new Map<number, SeenEntry>();

  constructor(machine: Machine) {
    this.machine = machine;
    this.watchTranslations(machine.mmu);
    this.watchInvalidations(machine.mmu);
    this.watchCaches(machine.mmu.caches!);
  }

  get trace(): Trace {
    return Float64Array.from(this.numbers);
  }

  private note(...numbers: number[]): void {
    this.numbers.push(...numbers);
  }

  /** Entries on the way to an address as they are now. */
  private entries(low: number, high: number): readonly SeenEntry[] {
    const { memory, config } = this.machine;
    const cr3 = memory.view.getBigUint64(STATE.cr3, true);
    const root = Number(config.design.kind === 'x86-64' ? cr3 & 0x000f_ffff_ffff_f000n : cr3);
    return inspectWalk(memory, config.design, root, low, high).levels.map((level) => ({
      address: level.address,
      low: level.low >>> 0,
      high: level.high >>> 0,
    }));
  }

  private watchTranslations(mmu: Mmu): void {
    const { seen } = this;
    const translate = mmu.translate.bind(mmu);
    mmu.translate = (low: number, high: number, access: Access, time: number) => {
      for (const entry of this.entries(low, high)) {
        const before = seen.get(entry.address);
        if (before?.low === entry.low && before.high === entry.high) continue;
        this.note(OP.entry, entry.address, entry.low, entry.high);
      }
      const physical = translate(low, high, access, time);
      for (const entry of this.entries(low, high)) seen.set(entry.address, entry);
      this.lookups++;
      this.note(OP.lookup, access, joined(low, high), time, physical);
      return physical;
    };
  }

  /** What the kernel tells the MMU. None of these calls another one from outside. */
  private watchInvalidations(mmu: Mmu): void {
    const { flush, flushSpace, invalidatePage, invalidatePageIn, switchSpace } = mmu;
    mmu.flush = (globalToo = false) => {
      this.note(OP.flush, globalToo ? 1 : 0);
      flush.call(mmu, globalToo);
    };
    mmu.flushSpace = (space) => {
      this.note(OP.flushSpace, space);
      flushSpace.call(mmu, space);
    };
    mmu.invalidatePage = (low, high) => {
      this.note(OP.page, joined(low, high));
      invalidatePage.call(mmu, low, high);
    };
    mmu.invalidatePageIn = (space, low, high) => {
      this.note(OP.pageIn, space, joined(low, high));
      invalidatePageIn.call(mmu, space, low, high);
    };
    mmu.switchSpace = (root, space, keep) => {
      this.note(OP.root, root, space, keep ? 1 : 0);
      switchSpace.call(mmu, root, space, keep);
    };
  }

  private watchCaches(caches: MemoryHierarchy): void {
    const { beginStep, fetch, fetchRest, access, abort } = caches;
    caches.beginStep = () => {
      this.note(OP.begin);
      beginStep.call(caches);
    };
    caches.fetch = (first) => {
      this.note(OP.fetch, first);
      fetch.call(caches, first);
    };
    caches.fetchRest = (first, bytes, second, onFirst) => {
      this.note(OP.decoded, first, bytes, second, onFirst);
      fetchRest.call(caches, first, bytes, second, onFirst);
    };
    caches.access = (first, bytes, second, onFirst, use: LineUse) => {
      this.note(OP.access, first, bytes, second, onFirst, use);
      access.call(caches, first, bytes, second, onFirst, use);
    };
    caches.abort = (repeating) => {
      this.note(OP.abort);
      abort.call(caches, repeating);
    };
  }
}
