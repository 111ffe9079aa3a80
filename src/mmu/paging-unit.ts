import { COUNTER, STATE, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { CR0_PG } from './entry-bits.js';
import { type Access, allowed, ERROR, FETCH, GENERAL_PROTECTION, PAGE_FAULT, WRITE } from './fault.js';
import type { FaultRecord } from './fault-record.js';
import { physicalAddress } from './schemes/physical.js';
import type { Scheme } from './schemes/scheme.js';
import { spaceOf } from './space.js';
import type { TlbArrays, TlbSide } from './tlb-arrays.js';
import { isPiece } from './tlb-entry.js';
import type { Page, Translation } from './tlb-level.js';

const CPL = STATE.cpl >>> 2;
const CR0 = STATE.cr0 >>> 2;
const CR4 = STATE.cr4 >>> 2;
const RFLAGS = STATE.rflags >>> 2;

/** Not an exception of the processor: a TLB that software refills has missed. */
export const TLB_REFILL = 258;

/** Translation by a TLB and by tables in RAM: lookup, rights, miss, walk, fill. */
export class PagingUnit {
  /** Byte offset in the buffer of the entry of the first level that the last successful translation used or filled; 0: none. */
  entryAddress = 0;
  /** See Mmu.useTimes. */
  useTimes: Float64Array | null = null;
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  private readonly i32: Int32Array;
  private readonly faults: FaultRecord;
  private readonly scheme: Scheme;
  private readonly tlb: TlbArrays;
  /** Pages and frames are numbered in units of 2^shift bytes. */
  private readonly shift: number;
  private readonly offsetMask: number;
  private readonly bySoftware: boolean;
  private readonly notesUses: boolean;

  /** `bySoftware`: misses trap. `notesUses`: stamps do not tell when an entry was used. */
  constructor(
    memory: PhysicalMemory,
    faults: FaultRecord,
    scheme: Scheme,
    tlb: TlbArrays,
    { bySoftware, notesUses }: { bySoftware: boolean; notesUses: boolean },
  ) {
    this.memory = memory;
    this.u32 = memory.u32;
    this.i32 = memory.i32;
    this.faults = faults;
    this.scheme = scheme;
    this.tlb = tlb;
    this.shift = scheme.pageShift;
    this.offsetMask = 2 ** this.shift - 1;
    this.bySoftware = bySoftware;
    this.notesUses = notesUses;
  }

  /** See Mmu.translate. */
  translate(low: number, high: number, access: Access, time: number): number {
    const side = access === FETCH ? this.tlb.fetch : this.tlb.data;
    if (side.first === null) return this.translateWithoutTlb(side, low, high, access, time);
    const u32 = this.u32;
    const page = this.pageLow(low, high);
    const word = side.first.find(page, high >> this.shift, spaceOf(u32));
    if (word === 0) return this.miss(side, 0, low, high, access, time);
    const flags = u32[word + 3]!;
    if (!this.allows(flags, access)) {
      this.memory.count(side.hits);
      return this.pageFault(low, high, access, ERROR.present);
    }
    if (access === WRITE && (flags & TLB_FLAG.dirty) === 0) return this.miss(side, word, low, high, access, time);
    this.memory.count(side.hits);
    side.first.used(word, time);
    this.entryAddress = word << 2;
    return this.physical(this.frameOf(word, flags, page), low, time);
  }

  private allows(flags: number, access: Access): boolean {
    const { u32 } = this;
    return allowed(flags, access, u32[CPL]!, u32[CR0]!, u32[CR4]!, u32[RFLAGS]!);
  }

  /** Low half of the page number of an address. */
  private pageLow(low: number, high: number): number {
    return (low >>> this.shift) | (high << (32 - this.shift));
  }

  private page(low: number, high: number): Page {
    return { low: this.pageLow(low, high), high: high >> this.shift, space: spaceOf(this.u32) };
  }

  /** Frame of a page that an entry maps. */
  private frameOf(word: number, flags: number, page: number): number {
    const first = this.u32[word + 2]!;
    return (flags & TLB_FLAG.whole) === 0 ? first : first + page - this.i32[word]!;
  }

  private physical(frame: number, low: number, time: number): number {
    if (this.useTimes !== null && (this.notesUses || this.entryAddress === 0)) this.useTimes[frame] = time;
    return frame * (this.offsetMask + 1) + (low & this.offsetMask);
  }

  private translateWithoutTlb(side: TlbSide, low: number, high: number, access: Access, time: number): number {
    this.memory.count(side.misses);
    this.entryAddress = 0;
    if (!this.paging()) return this.untranslated(low, high);
    if (!this.walk(low, high, access, time)) return -1;
    return this.physical(this.scheme.frame, low, time);
  }

  /**
   * The first level has no entry, or `known` is one that must be made anew: without D, for a write. What the second level or the walk finds is
   * entered on the way back.
   */
  private miss(side: TlbSide, known: number, low: number, high: number, access: Access, time: number): number {
    const { memory } = this;
    const page = this.page(low, high);
    memory.count(side.misses);
    this.entryAddress = 0;
    const below = side.second === null ? 0 : side.second.find(page.low, page.high, page.space);
    if (side.second !== null) {
      const flags = below === 0 ? 0 : this.u32[below + 3]!;
      const allows = this.allows(flags, access);
      const found = below !== 0 && !(allows && access === WRITE && (flags & TLB_FLAG.dirty) === 0);
      memory.count(found ? COUNTER.stlbHits : COUNTER.stlbMisses);
      if (found && !allows) return this.pageFault(low, high, access, ERROR.present);
      if (found) {
        side.second.used(below, time);
        return this.enter(side, page, this.translationOf(below, page.low), known, low, time);
      }
    }
    if (!this.paging()) return this.untranslated(low, high);
    if (this.bySoftware && this.scheme.refusal(low, high) === 0)
      return this.faults.raiseFor(access, 0, low, high, TLB_REFILL);
    if (!this.walk(low, high, access, time)) return -1;
    const { frame, flags, leaf } = this.scheme;
    const translation = { frame, flags, leaf, piece: false };
    side.second?.fill(page, translation, below, time, COUNTER.stlbEvictions);
    return this.enter(side, page, translation, known, low, time);
  }

  /** What an entry says of one of its pages. */
  private translationOf(word: number, page: number): Translation {
    const flags = this.u32[word + 3]!;
    const frame = this.frameOf(word, flags, page);
    return { frame, flags: flags & ~TLB_FLAG.whole, leaf: this.u32[word + 5]!, piece: isPiece(flags) };
  }

  private enter(side: TlbSide, page: Page, found: Translation, known: number, low: number, time: number): number {
    this.entryAddress = side.first!.fill(page, found, known, time, side.evictions) << 2;
    return this.physical(found.frame, low, time);
  }

  /** See Mmu.insert. */
  insert(low: number, high: number, access: Access, found: Omit<Translation, 'piece'>, time: number): void {
    const { first, second, evictions } = access === FETCH ? this.tlb.fetch : this.tlb.data;
    const page = this.page(low, high);
    const translation = { ...found, piece: false };
    this.memory.count(COUNTER.tlbRefills);
    const known = (level: typeof first) => (level === null ? 0 : level.find(page.low, page.high, page.space));
    second?.fill(page, translation, known(second), time, COUNTER.stlbEvictions);
    first?.fill(page, translation, known(first), time, evictions);
  }

  /** Whether the design has the address, walk, rights, then A and D. False: the fault is recorded. */
  private walk(low: number, high: number, access: Access, time: number): boolean {
    const { scheme } = this;
    const { walkCaches } = this.tlb;
    const refusal = scheme.refusal(low, high);
    if (refusal !== 0) {
      if (refusal === PAGE_FAULT) this.faults.raiseFor(access, 0, low, high);
      else this.faults.raise(refusal, 0, low, high);
      return false;
    }
    const page = walkCaches === null ? null : this.page(low, high);
    const start = page === null ? null : walkCaches!.begin(page, time);
    const end = scheme.walk(low, high, start);
    if (end >= 0 || !this.allows(scheme.flags, access)) {
      scheme.faulted();
      this.pageFault(low, high, access, end >= 0 ? end : ERROR.present);
      return false;
    }
    scheme.setAccessed(access === WRITE);
    if (page !== null) walkCaches!.keep(page, start, time);
    return true;
  }

  private paging(): boolean {
    return (this.u32[CR0]! & CR0_PG) !== 0;
  }

  private untranslated(low: number, high: number): number {
    const address = physicalAddress(low, high, this.memory.ramBytes);
    return address < 0 ? this.faults.raise(GENERAL_PROTECTION, 0, low, high) : address;
  }

  /** A page fault drops what was cached for the address on the side that asked (Intel SDM vol. 3, 4.10.4.1). */
  private pageFault(low: number, high: number, access: Access, cause: number): -1 {
    const { first, second } = access === FETCH ? this.tlb.fetch : this.tlb.data;
    const page = this.page(low, high);
    for (const level of [first, second]) {
      const word = level === null ? 0 : level.find(page.low, page.high, page.space);
      if (word !== 0) level!.drop(word);
    }
    this.tlb.walkCaches?.dropPage(page);
    return this.faults.raiseFor(access, cause, low, high);
  }
}
