import { COUNTER_NAMES, COUNTERS, PAGE_BYTES, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Mmu } from '../mmu/mmu.js';

/** A state of one machine. It holds references into that machine, so it is good for no other one. */
export class Snapshot {
  private readonly machine: object;
  private readonly restoreAll: () => boolean;

  constructor(machine: object, restoreAll: () => boolean) {
    this.machine = machine;
    this.restoreAll = restoreAll;
  }

  restoreTo(machine: object): boolean {
    if (machine !== this.machine)
      throw new Error('a snapshot can only be restored to the machine that it was taken of');
    return this.restoreAll();
  }
}

/** Parts of the buffer below the RAM that are state of the machine, beside TLBs: registers, counters. */
const REGIONS = [
  { start: 0, end: STATE.enginePrivate },
  { start: COUNTERS, end: COUNTERS + 8 * COUNTER_NAMES.length },
];

/** Remembers the machine's part of the buffer, and the frames that are in use: the function given back restores them. */
export function rememberBuffer(memory: PhysicalMemory, mmu: Mmu, inUse: (frame: number) => boolean): () => void {
  const regions = [...REGIONS, ...mmu.regions].map(({ start, end }) => ({ start, bytes: memory.u8.slice(start, end) }));
  const frames = Array.from({ length: memory.frameCount }, (_, frame) => frame).filter(inUse);
  const pages = frames.map((frame) => memory.frameBytes(frame).slice());
  return () => {
    for (const { start, bytes } of regions) memory.u8.set(bytes, start);
    mmu.stateChanged();
    frames.forEach((frame, i) => {
      memory.writeBytes(frame * PAGE_BYTES, pages[i]!);
    });
  };
}
