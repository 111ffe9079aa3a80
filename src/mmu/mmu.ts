import { STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { MemoryHierarchy } from './caches/hierarchy.js';
import type { MmuConfig } from './config.js';
import { X86_64 } from './design.js';
import { CR0_PG, CR4_PCIDE, EFER_NXE } from './entry-bits.js';
import { type Access, GENERAL_PROTECTION } from './fault.js';
import { FaultRecord } from './fault-record.js';
import { inspectWalk } from './inspect.js';
import { Invalidation } from './invalidation.js';
import { PagingUnit } from './paging-unit.js';
import { RandomSource } from './random-source.js';
import { canonical, linearBits } from './schemes/paging.js';
import { SegmentRegisters } from './schemes/registers.js';
import { TableWalker } from './schemes/tables.js';
import { spaceOf } from './space.js';
import type { TlbArray } from './tlb-array.js';
import { TlbArrays } from './tlb-arrays.js';
import { tlbProblem } from './tlb-config.js';
import type { Region } from './tlb-entry.js';
import type { Page, Translation } from './tlb-level.js';
import { PageWalker } from './walker.js';

export type { MmuConfig, TlbConfig, TlbGeometry, TlbPolicy, TlbShape } from './config.js';

const CR0 = STATE.cr0 >>> 2;
const CR3 = STATE.cr3 >>> 2;
const CR4 = STATE.cr4 >>> 2;
const EFER = STATE.efer >>> 2;
const TWO32 = 0x1_0000_0000;
/** The widest physical addresses of the architecture. */
const MOST_PHYSICAL_BITS = 52;

/**
 * The memory management unit: turns virtual addresses into physical ones, through a modelled TLB and a walk of the page
 * tables in RAM, and says why it cannot. mmu/README.md is its specification. All its state but the random number is in
 * the one buffer; it reads mode and control registers there at each call, and counts in `COUNTER`.
 */
export class Mmu {
  readonly config: MmuConfig;
  /** Called before a valid entry (byte offset) of the first level is changed, overwritten or made invalid; not for a new stamp, not by flushes. */
  onEntryDropped: (entryAddress: number) => void = () => {};
  /** Called after entries were dropped in bulk, or another address space became the current one. */
  onFlushed: () => void = () => {};
  /** Caches between the processor and RAM; null: none. Whoever makes an access asks them after the translation. */
  readonly caches: MemoryHierarchy | null;
  /** Every hit leaves a mark that only `translate` can make (LFU, tree pseudo-LRU): engines may not remember translations. */
  readonly everyHitCounts: boolean;
  /** Bits of a canonical address that count, the others repeat the highest (57: CR4.LA57). */
  readonly linearBits: 48 | 57;
  /** Bits of a physical address that entries and CR3 may have: MAXPHYADDR. */
  readonly physicalBits: number;
  /** What translates in the designs without page tables; null: page tables do. */
  readonly registers: SegmentRegisters | null;
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  private readonly faults: FaultRecord;
  private readonly random: RandomSource;
  private readonly pageShift: number;
  private readonly tlb: TlbArrays | null;
  private readonly paging: PagingUnit | null;
  private readonly invalidation: Invalidation;

  /** Throws a RangeError on a TLB that cannot be built. */
  constructor(memory: PhysicalMemory, config: MmuConfig) {
    const { design, tlb } = config;
    const problem = tlbProblem(tlb);
    if (problem !== null) throw new RangeError(`the TLB ${problem}`);
    this.config = config;
    this.linearBits = linearBits(design);
    this.physicalBits = design.kind === 'x86-64' ? (design.physicalBits ?? MOST_PHYSICAL_BITS) : MOST_PHYSICAL_BITS;
    this.caches = config.caches ? new MemoryHierarchy(memory, config.caches) : null;
    this.memory = memory;
    this.u32 = memory.u32;
    this.faults = new FaultRecord(memory);
    this.random = new RandomSource(tlb.seed);
    const scheme =
      design.kind === 'paged'
        ? new TableWalker(memory, design)
        : new PageWalker(memory, design.kind === 'x86-64' ? design : X86_64);
    this.pageShift = scheme.pageShift;
    const paged = design.kind === 'paged' || design.kind === 'x86-64';
    this.registers = paged ? null : new SegmentRegisters(memory, design, () => this.onFlushed());
    const dropped = (entryAddress: number) => this.onEntryDropped(entryAddress);
    this.tlb = paged ? new TlbArrays(memory, tlb, scheme, this.random, dropped) : null;
    const marks = (array: TlbArray) => array.policy === 'lfu' || array.policy === 'plru';
    this.everyHitCounts = this.firstArrays.some(marks);
    const options = { bySoftware: tlb.refill === 'software', notesUses: this.everyHitCounts };
    this.paging = this.tlb && new PagingUnit(memory, this.faults, scheme, this.tlb, options);
    this.invalidation = new Invalidation(memory, this.tlb, () => this.onFlushed());
  }

  /** After a `translate` that returned -1: exception vector, error code, and the address (CR2 of a page fault) in halves. */
  get faultVector(): number {
    return this.faults.vector;
  }

  get faultErrorCode(): number {
    return this.faults.errorCode;
  }

  get faultLow(): number {
    return this.faults.low;
  }

  get faultHigh(): number {
    return this.faults.high;
  }

  /** Byte offset in the buffer of the entry of the first level that the last successful translation used or filled; 0: none. */
  get entryAddress(): number {
    return this.paging === null ? 0 : this.paging.entryAddress;
  }

  /**
   * Where the time of the last translation of each frame is noted, as far as no stamp of an entry tells it: without a TLB, and where
   * `everyHitCounts`. null: nobody wants to know. Not part of the machine's state.
   */
  get useTimes(): Float64Array | null {
    return this.paging === null ? null : this.paging.useTimes;
  }

  set useTimes(times: Float64Array | null) {
    if (this.paging !== null) this.paging.useTimes = times;
  }

  /** State of the generator of random replacement, never 0: part of a snapshot. */
  get randomState(): number {
    return this.random.state;
  }

  set randomState(state: number) {
    this.random.state = state;
  }

  /** The arrays of both levels, each once. */
  get arrays(): readonly TlbArray[] {
    return this.tlb?.translations ?? [];
  }

  /** The arrays of the first level, each once. */
  get firstArrays(): readonly TlbArray[] {
    const sides = this.tlb === null ? [] : [this.tlb.fetch, this.tlb.data];
    return [...new Set(sides.flatMap(({ first }) => first?.arrays ?? []))];
  }

  /** Parts of the buffer that hold state of the TLB and of the paging-structure caches. */
  get regions(): readonly Region[] {
    return (this.tlb?.all ?? []).flatMap((array) => array.regions());
  }

  /** The buffer was changed by other ways than the usual: a snapshot was restored. */
  stateChanged(): void {
    for (const array of this.tlb?.all ?? []) array.rebuild();
  }

  /** Number of the current address space, see space.ts. */
  get space(): number {
    return spaceOf(this.u32);
  }

  /**
   * Physical address of an access that lies within one page, or -1: see the fault fields. `low` and `high` are the halves of
   * the virtual address, `time` the moment of the lookup (cpu/step-time.ts). Counts exactly one hit or miss.
   */
  translate(low: number, high: number, access: Access, time: number): number {
    if (this.paging !== null) return this.paging.translate(low, high, access, time);
    const registers = this.registers!;
    if (registers.translate(low, high, access)) return registers.physical;
    return this.faults.raise(GENERAL_PROTECTION, registers.errorCode(access), low, high);
  }

  /** An address that no access may touch, whatever the tables say. */
  isCanonical(high: number): boolean {
    return this.registers !== null || this.config.design.kind === 'paged' || canonical(high | 0, this.linearBits);
  }

  /** Bytes from an address (low half) that has just been translated up to where another translation begins. */
  span(low: number): number {
    const bytes = 1 << this.pageShift;
    return this.registers === null ? bytes - (low & (bytes - 1)) : this.registers.reach;
  }

  /**
   * Enters a translation as the handler of a refill does, in every level that serves the access. `flags`: TLB_FLAG bits; `frame`: of the address's own
   * page; `leaf`: physical address of the entry it was read from. Counted as a refill. Only for designs with page tables.
   */
  insert(low: number, high: number, access: Access, translation: Omit<Translation, 'piece'>, time: number): void {
    this.paging!.insert(low, high, access, translation, time);
  }

  /** Physical address of a virtual one by the tables as they are now, without a lookup and without counting; -1: none. */
  peek(low: number, high: number): number {
    const { u32 } = this;
    if (this.registers !== null) return this.registers.peek(low, high);
    if ((u32[CR0]! & CR0_PG) === 0) return low >>> 0;
    const root = (u32[CR3 + 1]! & 0xf_ffff) * TWO32 + u32[CR3]!;
    const noExecute = (u32[EFER]! & EFER_NXE) !== 0;
    return inspectWalk(this.memory, this.config.design, root, low, high, noExecute).physical;
  }

  /** Drops all translations but global ones, or really all. Counted as one flush, as are those below. */
  flush(includeGlobal = false): void {
    this.invalidation.flush(includeGlobal);
  }

  /** Drops what is cached for one address space but for global entries (INVPCID, type 1). */
  flushSpace(space: number): void {
    this.invalidation.flushSpace(space, false);
  }

  private page(low: number, high: number, space: number): Page {
    const { pageShift } = this;
    return { low: (low >>> pageShift) | (high << (32 - pageShift)), high: high >> pageShift, space };
  }

  /** Drops what is cached for the page of an address, global or not, as INVLPG does; of a large page every piece. */
  invalidatePage(low: number, high: number): void {
    this.invalidation.invalidatePage(this.page(low, high, this.space));
  }

  /** Drops what is cached for the page of an address in some address space, but for global entries (INVPCID, type 0). */
  invalidatePageIn(space: number, low: number, high: number): void {
    this.invalidation.invalidatePageIn(this.page(low, high, space));
  }

  /** Writes CR0, CR3 or CR4 (halves) and drops what the change makes stale (Intel SDM vol. 3, 4.10.4.1). */
  writeControlRegister(number: 0 | 3 | 4, low: number, high: number): void {
    this.invalidation.writeControlRegister(number, low, high);
  }

  /**
   * What a kernel does at a switch: makes the tables at `root` and the address space of that number current. `keep`: what is cached for that number
   * is still true. With number 0 and without `keep` it is a write of CR3 as ever.
   */
  switchSpace(root: number, space: number, keep: boolean): void {
    if ((this.u32[CR4]! & CR4_PCIDE) !== 0)
      this.writeControlRegister(3, (root | space) >>> 0, keep ? 0x8000_0000 : Math.floor(root / TWO32));
    else if (this.config.design.kind === 'x86-64') this.writeControlRegister(3, root >>> 0, Math.floor(root / TWO32));
    else this.invalidation.writeSpace(root, space, keep);
  }
}
