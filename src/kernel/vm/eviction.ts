import { COUNTER } from '../../memory/layout.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import { swappedEntry } from './entry.js';
import type { Frames } from './frames.js';
import type { EvictionView, ReplacementPolicy } from './policies/policy.js';
import type { ShortageReason, VirtualMemory } from './virtual-memory.js';

type Failure = Extract<ShortageReason['cause'], 'outOfMemory' | 'swapFull' | 'swapWriteError'>;

/**
 * Makes room: asks the policy for a victim, writes its page to swap if that is the only copy, and turns the entries that name the
 * frame into absent ones that say where the page is now.
 *
 * `lastUse` is exact with an LRU TLB and without any: it is the latest of the stamps of live TLB entries for the frame, of the
 * stamps of those that left, of the fill, and of uses by the kernel. TLBs that replace by FIFO or at random stamp an entry only
 * when they fill it, and then that is what `lastUse` knows.
 */
export class Evictor implements EvictionView {
  readonly frameCount: number;
  candidates: Uint8Array;
  readonly filledAt: Float64Array;
  readonly lastUse: Float64Array;
  hand = 0;
  private readonly vm: VirtualMemory;
  private readonly policy: ReplacementPolicy;

  constructor(vm: VirtualMemory, policy: ReplacementPolicy) {
    this.vm = vm;
    this.policy = policy;
    this.frameCount = vm.frames.count;
    this.candidates = vm.frames.candidates;
    this.filledAt = vm.frames.filledAt;
    this.lastUse = vm.frames.usedAt;
  }

  private get frames(): Frames {
    return this.vm.frames;
  }

  /** Frees one frame. null: done; else why not. */
  evictOne(): Failure | null {
    this.vm.collectUse();
    const victim = this.policy.victim(this);
    if (victim < 0) return 'outOfMemory';
    const failure = this.evict(victim);
    if (failure !== 'swapFull') return failure;
    const clean = this.cleanVictim();
    if (clean >= 0) return this.evict(clean);
    return this.vm.swap.present ? 'swapFull' : 'outOfMemory';
  }

  /** Frees every frame of a run that holds a page. null: done; else why not. */
  evictRun(first: number, length: number): Failure | null {
    for (let frame = first; frame < first + length; frame++) {
      const failure = this.frames.candidates[frame] === 1 ? this.evict(frame) : null;
      if (failure !== null) return failure === 'swapFull' && !this.vm.swap.present ? 'outOfMemory' : failure;
    }
    return null;
  }

  /** The policy's choice among the pages that need not be written: there is no room in swap. */
  private cleanVictim(): number {
    this.candidates = this.frames.candidates.map((candidate, frame) => (candidate === 1 && !this.dirty(frame) ? 1 : 0));
    const victim = this.policy.victim(this);
    this.candidates = this.frames.candidates;
    return victim;
  }

  accessed(frame: number): boolean {
    return (this.entryBits(frame) & ENTRY.accessed) !== 0;
  }

  clearAccessed(frame: number): void {
    for (const { table, page } of this.frames.mappings[frame]!) {
      const entry = table.find(page);
      const low = table.low(entry);
      if ((low & ENTRY.accessed) === 0) continue;
      table.setLow(entry, (low & ~ENTRY.accessed) >>> 0);
      this.vm.invalidate(table, page);
    }
  }

  /** All bits of all entries that name the frame. */
  private entryBits(frame: number): number {
    let bits = 0;
    for (const { table, page } of this.frames.mappings[frame]!) bits |= table.low(table.find(page));
    return bits;
  }

  /** The frame holds the only copy of its page. */
  private dirty(frame: number): boolean {
    return this.frames.onlyCopy[frame] === 1 || (this.entryBits(frame) & ENTRY.dirty) !== 0;
  }

  private evict(frame: number): Failure | null {
    const { vm, frames } = this;
    const dirty = this.dirty(frame);
    if (dirty) {
      const failure = this.writeOut(frame);
      if (failure !== null) return failure;
    }
    const slot = frames.slot[frame]!;
    vm.memory.count(dirty ? COUNTER.swapOuts : COUNTER.cleanEvictions);
    for (const { table, page } of frames.mappings[frame]!) {
      table.set(table.find(page), slot < 0 ? 0 : swappedEntry(slot), 0);
      if (slot >= 0) vm.swap.addOwner(slot);
      vm.invalidate(table, page);
      vm.emit({ kind: dirty ? 'swapOut' : 'evict', pid: table.pid, page: page * vm.pageBytes, frame, slot });
    }
    vm.releaseSlot(frame);
    frames.release(frame);
    return null;
  }

  /** Gives the frame a slot of its own with its content. */
  private writeOut(frame: number): Failure | null {
    const { vm, frames } = this;
    const old = frames.slot[frame]!;
    // Others still need the old content of the slot, unless they share the page.
    if (old >= 0 && vm.swap.owners[old]! > 1 && frames.shared[frame] === 0) vm.releaseSlot(frame);
    if (frames.slot[frame]! < 0) {
      const slot = this.takeSlot();
      if (slot < 0) return 'swapFull';
      frames.slot[frame] = slot;
      vm.swap.setFrame(slot, frame);
    }
    vm.countPage(COUNTER.kernelReads);
    if (vm.swap.write(frames.slot[frame]!, vm.bytesOf(frame))) return null;
    frames.onlyCopy[frame] = 1;
    vm.releaseSlot(frame);
    return 'swapWriteError';
  }

  /** A free slot, or that of a page in memory which can do without its copy; -1 when swap is really full. */
  private takeSlot(): number {
    const { vm, frames } = this;
    const free = vm.swap.allocate();
    if (free >= 0 || vm.swap.slotCount === 0) return free;
    for (let frame = 0; frame < frames.count; frame++) {
      const slot = frames.slot[frame]!;
      if (slot < 0 || vm.swap.owners[slot] !== 1) continue;
      frames.slot[frame] = -1;
      frames.onlyCopy[frame] = 1;
      return slot;
    }
    return -1;
  }
}
