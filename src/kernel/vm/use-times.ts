import { TLB_FLAG } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import type { Mmu } from '../../mmu/mmu.js';
import { ENTRY_WORDS } from '../../mmu/tlb-entry.js';
import { shiftOf } from '../../mmu/tlb-level.js';
import type { Frames } from './frames.js';

/** Takes the times of last use of frames from the TLB, for policies that ask for them. */
export class UseTimes {
  private readonly memory: PhysicalMemory;
  private readonly mmu: Mmu;
  private readonly frames: Frames;

  /** Before a translation leaves the TLB, its time of last use is taken over; without a TLB the MMU notes every use itself. */
  constructor(memory: PhysicalMemory, mmu: Mmu, frames: Frames) {
    this.memory = memory;
    this.mmu = mmu;
    this.frames = frames;
    mmu.useTimes = frames.usedAt;
    const next = mmu.onEntryDropped;
    mmu.onEntryDropped = (entry) => {
      this.record(entry);
      next(entry);
    };
  }

  /** Brings the times up to date with what is in the TLB now. */
  collect(): void {
    for (const { start, end } of this.mmu.firstArrays)
      for (let word = start; word < end; word += ENTRY_WORDS) this.record(word << 2);
  }

  /** Where every hit counts the MMU notes the uses; a stamp may be something else than a time there. */
  private record(entry: number): void {
    if (this.mmu.everyHitCounts) return;
    const { u32 } = this.memory;
    const word = entry >>> 2;
    const flags = u32[word + 3]!;
    if ((flags & TLB_FLAG.valid) === 0) return;
    const first = u32[word + 2]!;
    const frames = (flags & TLB_FLAG.whole) === 0 ? 1 : 2 ** shiftOf(flags);
    const time = u32[word + 6]! + u32[word + 7]! * 0x1_0000_0000;
    for (let frame = first; frame < first + frames; frame++) this.frames.used(frame, time);
  }
}
