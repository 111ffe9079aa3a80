import { DTLB_BASE, PAGE_BYTES, PAGE_SHIFT, RAM_BASE, STATE, TLB_ENTRY_BYTES } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { LINE_MODIFY, LINE_READ, LINE_WRITE, type LineUse } from '../mmu/caches/hierarchy.js';
import { hasPagesOfRam } from '../mmu/design.js';
import { CR0_PG, CR4_PCIDE, EFER_NXE, ENTRY_HIGH_ADDRESS, ENTRY_HIGH_NO_EXECUTE } from '../mmu/entry-bits.js';
import { type Access, READ, WRITE } from '../mmu/fault.js';
import type { Mmu } from '../mmu/mmu.js';
import type { SegmentRegisters } from '../mmu/schemes/registers.js';
import { SCANNED_WAYS } from '../mmu/tlb-array.js';
import type { TlbPolicy } from '../mmu/tlb-config.js';
import type { CodePages } from './code-pages.js';
import type { FastTables } from './fast-tables.js';
import { ACCESS, PRIVATE, RECORD } from './layout.js';
import { hasStackBase } from './records.js';

const GENERAL_PROTECTION = 13;
const STACK_FAULT = 12;

const lineUse = (access: number): LineUse =>
  (access & ACCESS.write) === 0 ? LINE_READ : (access & ACCESS.loads) === 0 ? LINE_WRITE : LINE_MODIFY;

/** Bytes of a scratch area, and the physical addresses they belong to. */
interface Piece {
  first: number;
  second: number;
  onFirst: number;
  bytes: number;
}

/**
 * Data accesses that the fast table does not have: asks the MMU, counts, fills the table. Accesses that cross pages and writes to frames
 * with decoded code go through a scratch area.
 */
export class MissPath {
  /** Lookups made by the MMU, which has counted them as hits or misses, not yet accounted. */
  lookups = 0;
  /** Second pages of accesses, not yet accounted; and those of the current step. */
  splits = 0;
  private stepSplits = 0;
  /** After a fault: its vector, and the lookups of this step. */
  faultVector = 0;
  stepLookups = 0;
  private stepLow = -1;
  private stepHigh = -1;
  private readonly pieces: readonly Piece[] = [0, 1].map(() => ({ first: 0, second: 0, onFirst: 0, bytes: 0 }));
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly tables: FastTables;
  private readonly code: CodePages;
  private readonly unified: boolean;
  private readonly aligned: boolean;

  constructor(memory: PhysicalMemory, mmu: Mmu, tables: FastTables, code: CodePages) {
    this.memory = memory;
    this.mmu = mmu;
    this.tables = tables;
    this.code = code;
    this.unified = mmu.config.tlb.unified;
    this.aligned = hasPagesOfRam(mmu.config.design);
  }

  /** Says whether and how the miss function may take misses; for the present mode. */
  configure(): void {
    const { u32 } = this.memory;
    const { dtlb, policy: otherwise } = this.mmu.config.tlb;
    const policy = dtlb?.policy ?? otherwise;
    u32[PRIVATE.missEnabled >>> 2] = this.isUsual(policy) ? 1 : 0;
    u32[PRIVATE.dataTlb >>> 2] = DTLB_BASE;
    u32[PRIVATE.setMask >>> 2] = (dtlb?.sets ?? 1) - 1;
    u32[PRIVATE.setBytes >>> 2] = (dtlb?.ways ?? 1) * TLB_ENTRY_BYTES;
    u32[PRIVATE.lru >>> 2] = policy === 'lru' ? 1 : 0;
    u32[PRIVATE.ramBytes >>> 2] = this.memory.ramBytes;
    const { frameTimes } = this.memory;
    u32[PRIVATE.frameTimes >>> 2] = this.mmu.useTimes === frameTimes ? frameTimes.byteOffset : 0;
    u32[PRIVATE.signShift >>> 2] = this.mmu.linearBits - 1;
    const noExecute = (u32[STATE.efer >>> 2]! & EFER_NXE) !== 0;
    u32[PRIVATE.reservedHigh >>> 2] = noExecute ? ENTRY_HIGH_ADDRESS : ENTRY_HIGH_ADDRESS | ENTRY_HIGH_NO_EXECUTE;
  }

  /** Paging of x86-64 in user mode; one data TLB for 4 KiB pages, without an index, tags or a second level; nothing else in the way. */
  private isUsual(policy: TlbPolicy): boolean {
    const { u32 } = this.memory;
    const { design, tlb, caches } = this.mmu.config;
    if (this.mmu.useTimes !== null && this.mmu.useTimes !== this.memory.frameTimes) return false;
    const cr0 = u32[STATE.cr0 >>> 2]!;
    const cr4 = u32[STATE.cr4 >>> 2]!;
    if (design.kind !== 'x86-64' || design.levels !== 4 || (cr0 & CR0_PG) === 0) return false;
    if (u32[STATE.cpl >>> 2] !== 3 || (cr4 & CR4_PCIDE) !== 0) return false;
    if (caches || tlb.unified || tlb.dtlb === null || tlb.refill === 'software') return false;
    if (tlb.second || tlb.dtlbMore?.length || tlb.walkCaches?.some((shape) => shape !== null)) return false;
    const pages = tlb.dtlb.pages ?? ['4K'];
    return tlb.dtlb.ways <= SCANNED_WAYS && pages.length === 1 && pages[0] === '4K' && (policy === 'lru' || policy === 'fifo');
  } // biome-ignore format: one line

  /** Second pages that the step at the current clock has touched. */
  splitsOfStep(): number {
    this.time();
    return this.stepSplits;
  }

  /** Clock of the current step. */
  private time(): number {
    const { u32 } = this.memory;
    const [low, high] = [u32[PRIVATE.clock >>> 2]!, u32[(PRIVATE.clock >>> 2) + 1]!];
    if (low !== this.stepLow || high !== this.stepHigh) {
      this.stepLow = low;
      this.stepHigh = high;
      this.stepSplits = 0;
      this.mmu.caches?.nextElement();
    }
    return high * 0x1_0000_0000 + low;
  }

  /** Place in the buffer of an access (address in halves, ACCESS bits, record), or 0: a fault. */
  readonly miss = (low: number, high: number, access: number, record: number): number => {
    const clock = this.time();
    const second = (access & ACCESS.second) !== 0 ? 1 : 0;
    const time = clock + 2 + 2 * second;
    const bytes = access & ACCESS.sizeMask;
    const kind = (access & ACCESS.write) !== 0 ? WRITE : READ;
    const { mmu } = this;
    if (this.unified) this.stampCodePage(clock);
    this.lookups++;
    const refused = (low & (PAGE_BYTES - 1)) + bytes > PAGE_BYTES && this.straddles(low, high, kind, time);
    const first = refused ? -1 : mmu.translate(low >>> 0, high >>> 0, kind, time);
    if (first < 0) return this.fault(access, record, second + this.stepSplits + 1);
    const onFirst = mmu.span(low);
    this.remember(low, high);
    if (bytes <= onFirst) {
      mmu.caches?.access(first, bytes, -1, onFirst, lineUse(access));
      if ((first & (PAGE_BYTES - 1)) + bytes > PAGE_BYTES) return this.overFrames(access, second, first);
      if (kind === READ || this.memory.hasCode[first >>> PAGE_SHIFT] === 0) return RAM_BASE + first;
      return this.scratch(access, second, first, -1, onFirst);
    }
    const nextLow = (low + onFirst) >>> 0;
    const nextHigh = nextLow < low >>> 0 ? high + 1 : high;
    this.lookups++;
    const next = mmu.translate(nextLow, nextHigh >>> 0, kind, time + 1);
    if (next < 0) return this.fault(access, record, second + this.stepSplits + 2);
    this.remember(nextLow, nextHigh);
    mmu.caches?.access(first, bytes, next, onFirst, lineUse(access));
    this.splits++;
    this.stepSplits++;
    return this.scratch(access, second, first, next, onFirst);
  };

  /** The second page is not canonical: the access fails there before its first page is looked up. */
  private straddles(low: number, high: number, kind: Access, time: number): boolean {
    const { mmu } = this;
    const nextLow = ((low | (PAGE_BYTES - 1)) + 1) >>> 0;
    const nextHigh = (high + (nextLow === 0 ? 1 : 0)) >>> 0;
    return !mmu.isCanonical(nextHigh) && mmu.translate(nextLow, nextHigh, kind, time) < 0;
  }

  /** Keeps the translation just made for the loop, unless every reference is to be made here. */
  private remember(low: number, high: number): void {
    const { mmu } = this;
    if (mmu.registers !== null) this.rememberPlain(mmu.registers, low, high);
    if (this.aligned && mmu.entryAddress !== 0 && mmu.caches === null && !mmu.everyHitCounts)
      this.tables.fillData(low, high, mmu.entryAddress);
  }

  private rememberPlain(registers: SegmentRegisters, low: number, high: number): void {
    if (this.mmu.caches !== null) return;
    const writable = registers.isWholePage(low, high >>> 0, WRITE);
    const readable = registers.isWholePage(low, high >>> 0, READ);
    if (readable) this.tables.fillPlain(low, high, registers.physical >>> PAGE_SHIFT, readable, writable);
  }

  /** One piece of RAM that goes over the border of a frame, as only registers make it: no second lookup. */
  private overFrames(access: number, index: number, first: number): number {
    const onFirst = PAGE_BYTES - (first & (PAGE_BYTES - 1));
    return this.scratch(access, index, first, first + onFirst, onFirst);
  }

  /** A unified TLB: the code page was used by this step's fetch, which the choice of a victim must know. */
  private stampCodePage(clock: number): void {
    const { u32 } = this.memory;
    if (u32[STATE.repeating >>> 2] === 0) this.stamp(clock);
    else this.stamp(u32[(PRIVATE.repeatStart >>> 2) + 1]! * 0x1_0000_0000 + u32[PRIVATE.repeatStart >>> 2]!);
  }

  /** Stamps the TLB entry of the current code page, unless a data access has used it later. */
  stamp(time: number): void {
    const { u32 } = this.memory;
    const word = (u32[PRIVATE.pageEntry >>> 2]! + 24) >>> 2;
    if (u32[word + 1]! * 0x1_0000_0000 + u32[word]! >= time) return;
    u32[word] = time;
    u32[word + 1] = time / 0x1_0000_0000;
  }

  private scratch(access: number, index: number, first: number, second: number, onFirst: number): number {
    const { u8 } = this.memory;
    const piece = this.pieces[index]!;
    piece.first = first;
    piece.second = second;
    piece.onFirst = onFirst;
    piece.bytes = access & ACCESS.sizeMask;
    const place = PRIVATE.scratch + 16 * index;
    if ((access & ACCESS.loads) === 0) return place;
    for (let byte = 0; byte < piece.bytes; byte++)
      u8[place + byte] = u8[RAM_BASE + (byte < onFirst ? first + byte : second + byte - onFirst)]!;
    return place;
  }

  /** Brings the bytes of a scratch area home, and forgets the decoded code that they change. */
  readonly commit = (index: number): void => {
    const { u8 } = this.memory;
    const { first, second, onFirst, bytes } = this.pieces[index]!;
    const place = PRIVATE.scratch + 16 * index;
    this.code.clear(first >>> PAGE_SHIFT, first & (PAGE_BYTES - 1), Math.min(bytes, onFirst));
    if (second >= 0) this.code.clear(second >>> PAGE_SHIFT, second & (PAGE_BYTES - 1), bytes - onFirst);
    for (let byte = 0; byte < bytes; byte++)
      u8[RAM_BASE + (byte < onFirst ? first + byte : second + byte - onFirst)] = u8[place + byte]!;
  };

  private fault(access: number, record: number, lookups: number): 0 {
    const { u16 } = this.memory;
    const { mmu } = this;
    const data = (access & (ACCESS.stack | ACCESS.es)) === 0;
    const stack =
      (access & ACCESS.stack) !== 0 ||
      (data && hasStackBase(u16[(record + RECORD.base) >>> 1]!, u16[(record + RECORD.segment) >>> 1]!));
    this.faultVector = mmu.faultVector === GENERAL_PROTECTION && stack ? STACK_FAULT : mmu.faultVector;
    this.stepLookups = lookups;
    return 0;
  }

  /** The step at the current clock has faulted. */
  abortLines(repeating: boolean): void {
    this.time();
    this.mmu.caches?.abort(repeating);
  }

  /** Second pages of the step at the current clock, which has faulted. */
  takeStepSplits(): number {
    this.time();
    const splits = this.stepSplits;
    this.stepSplits = 0;
    return splits;
  }
}
