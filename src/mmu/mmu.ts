import { COUNTER, DTLB_BASE, ITLB_BASE, STATE, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { MemoryHierarchy } from './caches/hierarchy.js';
import { geometryProblem, type MmuConfig } from './config.js';
import { CR0_PG, CR4_PGE, EFER_NXE } from './entry-bits.js';
import { type Access, accessErrorBits, allowed, ERROR, GENERAL_PROTECTION, PAGE_FAULT, WRITE } from './fault.js';
import { inspectWalk } from './inspect.js';
import { physicalAddress } from './schemes/physical.js';
import { SegmentRegisters } from './schemes/registers.js';
import type { Scheme } from './schemes/scheme.js';
import { TableWalker } from './schemes/tables.js';
import { DATA_COUNTERS, ENTRY_WORDS, FETCH_COUNTERS, TlbArray, type TlbCounters } from './tlb.js';
import { PageWalker } from './walker.js';

export type { MmuConfig, TlbConfig, TlbGeometry, TlbPolicy } from './config.js';

const CPL = STATE.cpl >>> 2;
const CR0 = STATE.cr0 >>> 2;
const CR3 = STATE.cr3 >>> 2;
const CR4 = STATE.cr4 >>> 2;
const EFER = STATE.efer >>> 2;
const RFLAGS = STATE.rflags >>> 2;
/** CR4 bits whose change empties the TLB: PSE, PAE, PGE, LA57 (Intel SDM vol. 3, 4.10.4.1), and SMEP. */
const CR4_FLUSHING = 0x10 | 0x20 | 0x80 | 0x1000 | 0x0010_0000;

/**
 * The memory management unit: turns virtual addresses into physical ones, through a modelled TLB and a walk of the page
 * tables in RAM, and says why it cannot. mmu/README.md is its specification. All its state but the random number is in
 * the one buffer; it reads mode and control registers there at each call, and counts in `COUNTER`.
 */
export class Mmu {
  readonly config: MmuConfig;
  /** After a `translate` that returned -1: exception vector, error code, and the address (CR2 of a page fault) in halves. */
  faultVector = 0;
  faultErrorCode = 0;
  faultLow = 0;
  faultHigh = 0;
  /** Byte offset in the buffer of the TLB entry that the last successful translation used or filled; 0 without a TLB. */
  entryAddress = 0;
  /** Called before a valid TLB entry (byte offset) is changed, overwritten or made invalid; not for a new stamp. */
  onEntryDropped: (entryAddress: number) => void = () => {};
  /** Called after one or both TLBs were emptied, wholly or but for global entries. */
  onFlushed: () => void = () => {};
  /** Time of the last translation of each frame made without a TLB; null: nobody wants to know. Not part of the machine's state. */
  useTimes: Float64Array | null = null;
  /** Caches between the processor and RAM; null: none. Whoever makes an access asks them after the translation. */
  readonly caches: MemoryHierarchy | null;
  /** State of the generator of random replacement (xorshift32), never 0: part of a snapshot. */
  randomState: number;
  /** What translates in the designs without page tables; null: page tables do. */
  readonly registers: SegmentRegisters | null;
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  private readonly itlb: TlbArray | null;
  private readonly dtlb: TlbArray | null;
  private readonly scheme: Scheme;
  /** Pages and frames are numbered in units of 2^shift bytes. */
  private readonly shift: number;
  private readonly offsetMask: number;
  private readonly lru: boolean;
  private readonly random: boolean;

  /** Throws a RangeError on a geometry that cannot be built. */
  constructor(memory: PhysicalMemory, config: MmuConfig) {
    const { itlb, dtlb, unified, policy, seed } = config.tlb;
    for (const geometry of unified ? [itlb] : [itlb, dtlb]) {
      const problem = geometry && geometryProblem(geometry);
      if (problem) throw new RangeError(`the TLB ${problem}`);
    }
    this.config = config;
    this.caches = config.caches ? new MemoryHierarchy(memory, config.caches) : null;
    this.memory = memory;
    this.u32 = memory.u32;
    this.scheme = config.design.kind === 'paged' ? new TableWalker(memory, config.design) : new PageWalker(memory);
    this.shift = this.scheme.pageShift;
    this.offsetMask = 2 ** this.shift - 1;
    const { design } = config;
    const paged = design.kind === 'paged' || design.kind === 'x86-64';
    this.registers = paged ? null : new SegmentRegisters(memory, design, () => this.onFlushed());
    this.itlb = paged && itlb ? new TlbArray(memory, ITLB_BASE, itlb) : null;
    this.dtlb = unified ? this.itlb : paged && dtlb ? new TlbArray(memory, DTLB_BASE, dtlb) : null;
    this.lru = policy === 'lru';
    this.random = policy === 'random';
    this.randomState = seed >>> 0 || 1;
  }

  /**
   * Physical address of an access that lies within one page, or -1: see the fault fields. `low` and `high` are the halves of
   * the virtual address, `time` the moment of the lookup (cpu/step-time.ts). Counts exactly one hit or miss.
   */
  translate(low: number, high: number, access: Access, time: number): number {
    const { registers } = this;
    const tlb = access === 2 ? this.itlb : this.dtlb;
    if (registers?.translate(low, high, access)) return registers.physical;
    if (registers !== null) return this.fault(GENERAL_PROTECTION, registers.errorCode(access), low, high);
    if (tlb === null) return this.translateWithoutTlb(low, high, access, time);
    const u32 = this.u32;
    const word = tlb.find(this.pageLow(low, high), high >> this.shift);
    if (word === 0) return this.miss(tlb, low, high, access, time);
    const flags = u32[word + 3]!;
    const counters = access === 2 ? FETCH_COUNTERS : DATA_COUNTERS;
    if (!allowed(flags, access, u32[CPL]!, u32[CR0]!, u32[CR4]!, u32[RFLAGS]!)) {
      this.memory.count(counters.hits);
      this.drop(tlb, word);
      return this.pageFault(low, high, access, ERROR.present);
    }
    if (access === WRITE && (flags & TLB_FLAG.dirty) === 0) return this.renew(tlb, word, low, high, time);
    this.memory.count(counters.hits);
    if (this.lru) tlb.stamp(word, time);
    this.entryAddress = word << 2;
    return u32[word + 2]! * (this.offsetMask + 1) + (low & this.offsetMask);
  }

  private translateWithoutTlb(low: number, high: number, access: Access, time: number): number {
    this.memory.count(access === 2 ? COUNTER.itlbMisses : COUNTER.dtlbMisses);
    this.entryAddress = 0;
    if (!this.paging()) return this.untranslated(low, high);
    if (!this.walk(low, high, access)) return -1;
    if (this.useTimes !== null) this.useTimes[this.scheme.frame] = time;
    return this.scheme.frame * (this.offsetMask + 1) + (low & this.offsetMask);
  }

  private miss(tlb: TlbArray, low: number, high: number, access: Access, time: number): number {
    const counters = access === 2 ? FETCH_COUNTERS : DATA_COUNTERS;
    this.memory.count(counters.misses);
    this.entryAddress = 0;
    if (!this.paging()) return this.untranslated(low, high);
    if (!this.walk(low, high, access)) return -1;
    const word = this.claim(tlb, low >>> this.shift, counters);
    this.u32[word] = this.pageLow(low, high);
    this.u32[word + 1] = high >> this.shift;
    this.store(word);
    tlb.stamp(word, time);
    return this.scheme.frame * (this.offsetMask + 1) + (low & this.offsetMask);
  }

  /** The first write through an entry without D: a miss whose walk sets D; the entry is refreshed where it is. */
  private renew(tlb: TlbArray, word: number, low: number, high: number, time: number): number {
    this.memory.count(COUNTER.dtlbMisses);
    this.entryAddress = 0;
    if (!this.walk(low, high, WRITE)) {
      this.drop(tlb, word);
      return -1;
    }
    this.onEntryDropped(word << 2);
    this.store(word);
    if (this.lru) tlb.stamp(word, time);
    return this.scheme.frame * (this.offsetMask + 1) + (low & this.offsetMask);
  }

  /** Writes the result of the walk into an entry. */
  private store(word: number): void {
    const u32 = this.u32;
    u32[word + 2] = this.scheme.frame;
    u32[word + 3] = this.scheme.flags;
    u32[word + 4] = 0;
    u32[word + 5] = this.scheme.leaf;
    this.entryAddress = word << 2;
  }

  /** An entry of the page's set to fill: the first invalid one, else the victim of the policy. */
  private claim(tlb: TlbArray, pageLow: number, counters: TlbCounters): number {
    const set = tlb.setOf(pageLow);
    let victim = tlb.oldest(set);
    if ((this.u32[victim + 3]! & TLB_FLAG.valid) === 0) return victim;
    if (this.random) victim = set + (this.draw() % tlb.ways) * ENTRY_WORDS;
    this.memory.count(counters.evictions);
    this.onEntryDropped(victim << 2);
    return victim;
  }

  private draw(): number {
    let x = this.randomState;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.randomState = x >>> 0;
    return this.randomState;
  }

  /** Whether the design has the address, walk, rights, then A and D. False: the fault fields are set. */
  private walk(low: number, high: number, access: Access): boolean {
    const { u32, scheme } = this;
    const refusal = scheme.refusal(low, high);
    if (refusal !== 0) {
      if (refusal === PAGE_FAULT) this.pageFault(low, high, access, 0);
      else this.fault(refusal, 0, low, high);
      return false;
    }
    const end = scheme.walk(low, high, null);
    if (end >= 0) {
      this.pageFault(low, high, access, end);
      return false;
    }
    if (!allowed(scheme.flags, access, u32[CPL]!, u32[CR0]!, u32[CR4]!, u32[RFLAGS]!)) {
      this.pageFault(low, high, access, ERROR.present);
      return false;
    }
    scheme.setAccessed(access === WRITE);
    return true;
  }

  /** Low half of the page number of an address. */
  private pageLow(low: number, high: number): number {
    return (low >>> this.shift) | (high << (32 - this.shift));
  }

  /** Physical address of a virtual one by the tables as they are now, without a lookup and without counting; -1: none. */
  peek(low: number, high: number): number {
    const { u32 } = this;
    if (this.registers !== null) return this.registers.peek(low, high);
    if (!this.paging()) return low >>> 0;
    const root = (u32[CR3 + 1]! & 0xf_ffff) * 0x1_0000_0000 + u32[CR3]!;
    const noExecute = (u32[EFER]! & EFER_NXE) !== 0;
    return inspectWalk(this.memory, this.config.design, root, low, high, noExecute).physical;
  }

  /** Bytes from an address (low half) that has just been translated up to where another translation begins. */
  span(low: number): number {
    return this.registers === null ? this.offsetMask + 1 - (low & this.offsetMask) : this.registers.reach;
  }

  private paging(): boolean {
    return (this.u32[CR0]! & CR0_PG) !== 0;
  }

  private untranslated(low: number, high: number): number {
    const address = physicalAddress(low, high, this.memory.ramBytes);
    return address < 0 ? this.fault(GENERAL_PROTECTION, 0, low, high) : address;
  }

  private pageFault(low: number, high: number, access: Access, cause: number): number {
    const u32 = this.u32;
    return this.fault(PAGE_FAULT, cause | accessErrorBits(access, u32[CPL]!, u32[CR4]!, u32[EFER]!), low, high);
  }

  private fault(vector: number, errorCode: number, low: number, high: number): -1 {
    this.faultVector = vector;
    this.faultErrorCode = errorCode;
    this.faultLow = low >>> 0;
    this.faultHigh = high >>> 0;
    return -1;
  }

  private drop(tlb: TlbArray, word: number): void {
    this.onEntryDropped(word << 2);
    tlb.clear(word);
  }

  /** Empties the TLBs as MOV CR3 does: all but global entries, or really all. Counted as one flush. */
  flush(includeGlobal = false): void {
    this.memory.count(COUNTER.tlbFlushes);
    for (const tlb of this.arrays()) this.memory.count(COUNTER.tlbFlushed, this.empty(tlb, includeGlobal));
    this.onFlushed();
  }

  private empty(tlb: TlbArray, includeGlobal: boolean): number {
    let dropped = 0;
    for (let word = tlb.start; word < tlb.end; word += ENTRY_WORDS) {
      const flags = this.u32[word + 3]!;
      if ((flags & TLB_FLAG.valid) === 0 || ((flags & TLB_FLAG.global) !== 0 && !includeGlobal)) continue;
      tlb.clear(word);
      dropped++;
    }
    return dropped;
  }

  /** Drops what is cached for the page of an address, global or not, as INVLPG does; of a large page every piece. */
  invalidatePage(low: number, high: number): void {
    this.memory.count(COUNTER.invalidations);
    for (const tlb of this.arrays()) {
      for (let word = tlb.start; word < tlb.end; word += ENTRY_WORDS) {
        if (this.maps(word, low, high)) this.drop(tlb, word);
      }
    }
  }

  private maps(word: number, low: number, high: number): boolean {
    const flags = this.u32[word + 3]!;
    if ((flags & TLB_FLAG.valid) === 0) return false;
    const shift = (flags & TLB_FLAG.size1G) !== 0 ? 18 : (flags & TLB_FLAG.size2M) !== 0 ? 9 : 0;
    const page = this.pageLow(low, high);
    return this.u32[word + 1] === (high >> this.shift) >>> 0 && (this.u32[word]! ^ page) >>> shift === 0;
  }

  /**
   * Writes CR0, CR3 or CR4 (halves) and drops what the change makes stale (Intel SDM vol. 3, 4.10.4.1): MOV CR3 all but global
   * entries; a change of CR0.PG or of CR4.PGE, PSE, PAE, LA57, SMEP everything.
   */
  writeControlRegister(number: 0 | 3 | 4, low: number, high: number): void {
    const word = number === 0 ? CR0 : number === 3 ? CR3 : CR4;
    const changed = this.u32[word]! ^ low;
    this.u32[word] = low;
    this.u32[word + 1] = high;
    if (number === 3) this.flush((this.u32[CR4]! & CR4_PGE) === 0);
    else if ((changed & (number === 0 ? CR0_PG : CR4_FLUSHING)) !== 0) this.flush(true);
  }

  private arrays(): TlbArray[] {
    return [this.itlb, this.dtlb === this.itlb ? null : this.dtlb].filter((tlb) => tlb !== null);
  }
}
