import { TIME_PER_STEP } from '../../cpu/step-time.js';
import { COUNTER, PAGE_BYTES, RAM_BASE } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { pageShiftOf } from '../../mmu/design.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { Mmu } from '../../mmu/mmu.js';
import type { KernelHappening } from '../events.js';
import { entryKind, entryNumber, isResident, type Rights, residentEntry, residentEntryHigh } from './entry.js';
import { type EntryBook, entryBookOf } from './entry-book.js';
import { Evictor } from './eviction.js';
import { FRAME_USE, Frames, type FrameUse } from './frames.js';
import { LargePages } from './large-pages.js';
import { PageTable, type TableMaker, tableShapes } from './page-table.js';
import type { ReplacementPolicy } from './policies/policy.js';
import type { Swap } from './swap.js';
import { Translations } from './translations.js';
import { UseTimes } from './use-times.js';

/** Bits of an entry that outlast a change of rights. */
const KEPT = ENTRY.accessed | ENTRY.dirty | ENTRY.pageSize;

/** Why no frame could be had, or a page not be brought back. */
export interface ShortageReason {
  readonly cause: 'outOfMemory' | 'swapFull' | 'swapWriteError' | 'swapReadError';
  readonly frames: number;
  readonly tableFrames: number;
  readonly swapSlots: number;
  readonly swapUsed: number;
}

/**
 * The memory of the machine as all address spaces share it: frames, swap, the TLB that has to be told. Whoever changes an
 * entry does it here, so that the reverse map, the owners of swap slots and the TLB stay true.
 */
export class VirtualMemory {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly frames: Frames;
  readonly swap: Swap;
  /** Bytes of a page and of a frame. */
  readonly pageBytes: number;
  /** How entries stand in RAM. */
  readonly book: EntryBook;
  readonly emit: (event: KernelHappening) => void;
  /** Why the last `takeFrame` or swap-in failed. */
  shortage: ShortageReason | null = null;
  /** What the processor has cached of the tables. */
  readonly translations: Translations;
  readonly largePages: LargePages;
  private readonly evictor: Evictor;
  private readonly useTimes: UseTimes | null;
  private readonly maker: TableMaker;

  constructor(
    memory: PhysicalMemory,
    mmu: Mmu,
    swap: Swap,
    policy: ReplacementPolicy,
    emit: (event: KernelHappening) => void,
  ) {
    this.memory = memory;
    this.mmu = mmu;
    this.swap = swap;
    this.emit = emit;
    this.pageBytes = 2 ** pageShiftOf(mmu.config.design);
    this.book = entryBookOf(memory, mmu.config.design);
    this.frames = new Frames(Math.floor(memory.ramBytes / this.pageBytes), memory.frameTimes);
    this.maker = {
      book: this.book,
      frames: this.frames,
      pageBytes: this.pageBytes,
      shapes: tableShapes(mmu.config.design, this.book.bytes),
      take: (frames) => this.takeTable(frames),
      count: (counter) => memory.count(counter),
      released: (root) => this.translations.forgetTables(root),
    };
    this.translations = new Translations(mmu, this.pageBytes);
    this.evictor = new Evictor(this, policy);
    this.largePages = new LargePages(this);
    this.useTimes = policy.needsUseTimes === true ? new UseTimes(memory, mmu, this.frames) : null;
  }

  /** The moment before the next step, on the scale of TLB stamps. */
  get time(): number {
    return this.memory.counter(COUNTER.steps) * TIME_PER_STEP;
  }

  /** Remembers the present state but for the content of frames: the function given back restores it. */
  remember(): () => boolean {
    const frames = this.frames.remember();
    const swap = this.swap.remember();
    const book = this.book.remember();
    const largePages = this.largePages.remember();
    const translations = this.translations.remember();
    const { shortage } = this;
    const { hand } = this.evictor;
    return () => {
      frames();
      book();
      largePages();
      translations();
      this.shortage = shortage;
      this.evictor.hand = hand;
      return swap();
    };
  }

  /** A frame for the given use, its content undefined; evicts a page if need be. -1: `shortage` says why. */
  takeFrame(use: FrameUse): number {
    const frame = this.frames.allocate(use);
    if (frame >= 0) return frame;
    const cause = this.evictor.evictOne();
    if (cause === null) return this.frames.allocate(use);
    this.shortage = this.describeShortage(cause);
    return -1;
  }

  /** A new, empty page table for a process; null: `shortage` says why. */
  newTable(pid: number): PageTable | null {
    const root = this.takeTable(this.maker.shapes[0]!.frames);
    return root < 0 ? null : new PageTable(this.maker, root, pid);
  }

  /** So many adjacent zeroed frames for a table: the first of them, or -1 with `shortage`. */
  private takeTable(length: number): number {
    const first = length === 1 ? this.takeFrame(FRAME_USE.table) : this.takeRun(FRAME_USE.table, length);
    if (first < 0) return -1;
    for (let frame = first; frame < first + length; frame++) this.zero(frame);
    return first;
  }

  /** So many adjacent frames from a multiple of `alignment` on, for a table that does not fit in one or a large page; evicts what is in the way. -1: `shortage` says why. */
  takeRun(use: FrameUse, length: number, alignment = 1): number {
    const free = this.frames.allocateRun(use, length, alignment);
    if (free >= 0) return free;
    const first = this.frames.findMovable(length, alignment);
    const cause = first < 0 ? 'outOfMemory' : this.evictor.evictRun(first, length);
    if (cause === null) return this.frames.allocateRun(use, length, alignment);
    this.shortage = this.describeShortage(cause);
    return -1;
  }

  /** Whether a range of RAM, given by physical address and length, has a frame that is not free. */
  uses(start: number, length: number): boolean {
    // Without page tables nobody can be kept from any byte.
    if (this.mmu.registers !== null) return true;
    const last = Math.min(this.frames.count, (start + length) / this.pageBytes);
    for (let frame = start / this.pageBytes; frame < last; frame++) {
      if (this.frames.use[frame] !== FRAME_USE.free) return true;
    }
    return false;
  }

  /** The bytes of a frame, live. Whoever writes them says so (`PhysicalMemory.written`) first. */
  bytesOf(frame: number): Uint8Array {
    const start = RAM_BASE + frame * this.pageBytes;
    return this.memory.u8.subarray(start, start + this.pageBytes);
  }

  /** Says that bytes of a frame change. */
  written(frame: number): void {
    this.memory.written(Math.floor((frame * this.pageBytes) / PAGE_BYTES));
  }

  /** Clears a frame. */
  zero(frame: number): void {
    this.written(frame);
    this.bytesOf(frame).fill(0);
    this.countPage(COUNTER.kernelWrites);
  }

  copy(from: number, to: number): void {
    this.written(to);
    this.bytesOf(to).set(this.bytesOf(from));
    this.countPage(COUNTER.kernelReads);
    this.countPage(COUNTER.kernelWrites);
  }

  /** Enters a page that has just been brought into a frame. `flags`: accessed and dirty bits. */
  map(table: PageTable, page: number, entry: number, frame: number, rights: Rights, flags = 0): void {
    table.set(entry, residentEntry(frame, rights, flags), residentEntryHigh(rights));
    this.frames.addMapping(frame, table, page);
  }

  /** Changes the rights of an entry that names a frame. */
  remap(table: PageTable, page: number, entry: number, low: number, rights: Rights): void {
    const frame = entryNumber(low);
    table.set(entry, residentEntry(frame, rights, low & KEPT), residentEntryHigh(rights));
    this.invalidate(table, page);
  }

  /** Gives what an entry names, a frame or a slot, to another entry of the same table, which is empty. */
  move(table: PageTable, page: number, entry: number, toPage: number, toEntry: number, rights: Rights): void {
    const low = table.low(entry);
    table.set(toEntry, low, isResident(low) ? residentEntryHigh(rights) : 0);
    table.set(entry, 0, 0);
    if (!isResident(low)) return;
    this.invalidate(table, page);
    this.frames.addMapping(entryNumber(low), table, toPage);
    this.frames.removeMapping(entryNumber(low), table, page);
  }

  /** Takes an entry out for good: its frame, or its slot, has one owner less. */
  drop(table: PageTable, page: number, entry: number, low: number): void {
    table.set(entry, 0, 0);
    if ((low & ENTRY.pageSize) !== 0) {
      this.invalidate(table, page);
      this.largePages.drop(table, page, entryNumber(low));
    } else if (isResident(low)) {
      this.invalidate(table, page);
      this.dropFrame(entryNumber(low), table, page, (low & ENTRY.dirty) !== 0);
    } else if (entryKind(low) === 'swapped') this.swap.removeOwner(entryNumber(low));
  }

  private dropFrame(frame: number, table: PageTable, page: number, dirty: boolean): void {
    const { frames } = this;
    frames.removeMapping(frame, table, page);
    if (frames.mappings[frame]!.length > 0) {
      if (dirty) frames.onlyCopy[frame] = 1;
      return;
    }
    this.releaseSlot(frame);
    frames.release(frame);
  }

  /** The frame gives up its copy in swap. */
  releaseSlot(frame: number): void {
    const slot = this.frames.slot[frame]!;
    if (slot < 0) return;
    this.frames.slot[frame] = -1;
    this.swap.setFrame(slot, -1);
    this.swap.removeOwner(slot);
  }

  /** One entry names the frame, and nothing else its copy in swap: a store concerns nobody else. */
  exclusive(frame: number): boolean {
    const slot = this.frames.slot[frame]!;
    return this.frames.mappings[frame]!.length === 1 && (slot < 0 || this.swap.owners[slot] === 1);
  }

  /** Drops the translation of a page after its entry changed. */
  invalidate(table: PageTable, page: number): void {
    this.translations.invalidate(table.root, page * this.pageBytes);
  }

  /** Lets programs run by a page table. `null`: by the empty table of frame 0, while no process runs. */
  activate(table: PageTable | null): void {
    if (this.mmu.registers !== null) {
      this.mmu.registers.load([]);
      return;
    }
    this.collectUse();
    this.translations.activate(table?.root ?? 0);
  }

  /** Records that the kernel itself used a page. */
  used(frame: number): void {
    this.frames.used(frame, this.time);
  }

  /** Brings the frames' times of last use up to date with the TLB. */
  collectUse(): void {
    this.useTimes?.collect();
  }

  private describeShortage(cause: ShortageReason['cause']): ShortageReason {
    const { frames, swap } = this;
    let tableFrames = 0;
    for (let frame = 0; frame < frames.count; frame++) {
      if (frames.use[frame] === FRAME_USE.table) tableFrames++;
    }
    return {
      cause,
      frames: frames.count,
      tableFrames,
      swapSlots: swap.slotCount,
      swapUsed: swap.used,
    };
  }

  /** An instruction needs more pages at once than there are frames for. */
  tooFewFrames(): void {
    const full = this.swap.present && this.swap.used === this.swap.slotCount;
    this.shortage = this.describeShortage(full ? 'swapFull' : 'outOfMemory');
  }

  /** Writing to the swap device has failed. */
  swapFailed(cause: ShortageReason['cause']): ShortageReason {
    return this.describeShortage(cause);
  }

  swapReadFailed(): ShortageReason {
    return this.describeShortage('swapReadError');
  }

  /** Counts the words of one page, read or written by the kernel. */
  countPage(counter: number): void {
    this.memory.count(counter, this.pageBytes / 8);
  }
}
