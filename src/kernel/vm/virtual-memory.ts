import { TIME_PER_STEP } from '../../cpu/step-time.js';
import { COUNTER, DTLB_BASE, ITLB_BASE, PAGE_BYTES, TLB_ENTRY_BYTES, TLB_FLAG } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { Mmu, TlbGeometry } from '../../mmu/mmu.js';
import type { KernelHappening } from '../events.js';
import { entryKind, entryNumber, isResident, type Rights, residentEntry, residentEntryHigh } from './entry.js';
import { Evictor } from './eviction.js';
import { FRAME_USE, Frames, type FrameUse } from './frames.js';
import { PageTable } from './page-table.js';
import type { ReplacementPolicy } from './policies/policy.js';
import type { Swap } from './swap.js';

/** Why no frame could be had, or a page not be brought back. */
export interface ShortageReason {
  readonly cause: 'outOfMemory' | 'swapFull' | 'swapWriteError' | 'swapReadError';
  readonly frames: number;
  readonly tableFrames: number;
  readonly swapSlots: number;
  readonly swapUsed: number;
}

const WORDS_PER_PAGE = PAGE_BYTES / 8;

/**
 * The memory of the machine as all address spaces share it: frames, swap, the TLB that has to be told. Whoever changes an
 * entry does it here, so that the reverse map, the owners of swap slots and the TLB stay true.
 */
export class VirtualMemory {
  readonly memory: PhysicalMemory;
  readonly mmu: Mmu;
  readonly frames: Frames;
  readonly swap: Swap;
  readonly emit: (event: KernelHappening) => void;
  /** Why the last `takeFrame` or swap-in failed. */
  shortage: ShortageReason | null = null;
  /** Root frame that CR3 names: only translations of that space can be in the TLB. 0: the empty table in frame 0. */
  private activeRoot = 0;
  private readonly evictor: Evictor;
  private readonly tracksUse: boolean;

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
    this.frames = new Frames(memory.frameCount);
    this.evictor = new Evictor(this, policy);
    this.tracksUse = policy.needsUseTimes === true;
    if (this.tracksUse) this.watchTlb();
  }

  /** The moment before the next step, on the scale of TLB stamps. */
  get time(): number {
    return this.memory.counter(COUNTER.steps) * TIME_PER_STEP;
  }

  /** Remembers the present state but for the content of frames: the function given back restores it. */
  remember(): () => boolean {
    const frames = this.frames.remember();
    const swap = this.swap.remember();
    const { shortage, activeRoot } = this;
    const { hand } = this.evictor;
    return () => {
      frames();
      this.shortage = shortage;
      this.activeRoot = activeRoot;
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
    const root = this.takeTableFrame();
    return root < 0 ? null : new PageTable(this.memory, this.frames, () => this.takeTableFrame(), root, pid);
  }

  private takeTableFrame(): number {
    const frame = this.takeFrame(FRAME_USE.table);
    if (frame < 0) return -1;
    this.zero(frame);
    return frame;
  }

  /** Clears a frame. */
  zero(frame: number): void {
    this.memory.zeroFrame(frame);
    this.memory.count(COUNTER.kernelWrites, WORDS_PER_PAGE);
  }

  /** Enters a page that has just been brought into a frame. `flags`: accessed and dirty bits. */
  map(table: PageTable, page: number, entry: number, frame: number, rights: Rights, flags = 0): void {
    table.set(entry, residentEntry(frame, rights, flags), residentEntryHigh(rights));
    this.frames.addMapping(frame, table, page);
  }

  /** Changes the rights of an entry that names a frame. */
  remap(table: PageTable, page: number, entry: number, low: number, rights: Rights): void {
    const frame = entryNumber(low);
    table.set(entry, residentEntry(frame, rights, low & (ENTRY.accessed | ENTRY.dirty)), residentEntryHigh(rights));
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
    if (isResident(low)) {
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

  /** Drops the translation of a page after its entry changed. Only the active space can be in the TLB. */
  invalidate(table: PageTable, page: number): void {
    if (table.root === this.activeRoot)
      this.mmu.invalidatePage((page * PAGE_BYTES) >>> 0, Math.floor(page / 0x10_0000));
  }

  /** Writes CR3, which empties the TLB. `null`: the empty table of frame 0, while no process runs. */
  activate(table: PageTable | null): void {
    this.collectUse();
    this.activeRoot = table?.root ?? 0;
    this.mmu.writeControlRegister(3, (this.activeRoot * PAGE_BYTES) >>> 0, 0);
  }

  /** Records that the kernel itself used a page. */
  used(frame: number): void {
    this.frames.used(frame, this.time);
  }

  /** Brings the frames' times of last use up to date with the TLB. */
  collectUse(): void {
    if (!this.tracksUse) return;
    const { itlb, dtlb, unified } = this.mmu.config.tlb;
    if (itlb) this.collectFrom(ITLB_BASE, itlb);
    if (dtlb && !unified) this.collectFrom(DTLB_BASE, dtlb);
  }

  private collectFrom(base: number, geometry: TlbGeometry): void {
    const end = base + geometry.sets * geometry.ways * TLB_ENTRY_BYTES;
    for (let entry = base; entry < end; entry += TLB_ENTRY_BYTES) this.recordUse(entry);
  }

  private recordUse(entry: number): void {
    const { u32 } = this.memory;
    const word = entry >>> 2;
    if ((u32[word + 3]! & TLB_FLAG.valid) === 0) return;
    this.frames.used(u32[word + 2]!, u32[word + 6]! + u32[word + 7]! * 0x1_0000_0000);
  }

  /** Before a translation leaves the TLB, its time of last use is taken over; without a TLB the MMU notes every use itself. */
  private watchTlb(): void {
    this.mmu.useTimes = this.frames.usedAt;
    const next = this.mmu.onEntryDropped;
    this.mmu.onEntryDropped = (entry) => {
      this.recordUse(entry);
      next(entry);
    };
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

  swapReadFailed(): ShortageReason {
    return this.describeShortage('swapReadError');
  }

  /** Counts the words of one page, read or written by the kernel. */
  countPage(counter: number): void {
    this.memory.count(counter, WORDS_PER_PAGE);
  }
}
