import { COUNTER_NAMES, COUNTERS, ITLB_BASE, PAGE_BYTES, RAM_BASE, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';

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

/** Parts of the buffer below the RAM that are state of the machine: registers, counters, TLBs. */
const REGIONS = [
  [0, STATE.enginePrivate],
  [COUNTERS, COUNTERS + 8 * COUNTER_NAMES.length],
  [ITLB_BASE, RAM_BASE],
] as const;

/** Remembers the machine's part of the buffer, and the frames that are in use: the function given back restores them. */
export function rememberBuffer(memory: PhysicalMemory, inUse: (frame: number) => boolean): () => void {
  const regions = REGIONS.map(([start, end]) => ({ start, bytes: memory.u8.slice(start, end) }));
  const frames = Array.from({ length: memory.frameCount }, (_, frame) => frame).filter(inUse);
  const pages = frames.map((frame) => memory.frameBytes(frame).slice());
  return () => {
    for (const { start, bytes } of regions) memory.u8.set(bytes, start);
    frames.forEach((frame, i) => {
      memory.writeBytes(frame * PAGE_BYTES, pages[i]!);
    });
  };
}
