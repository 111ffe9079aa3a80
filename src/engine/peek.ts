import { STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { CR0_PG } from '../mmu/entry-bits.js';
import type { Mmu } from '../mmu/mmu.js';
import { inspect } from '../mmu/walker.js';

const TWO32 = 0x1_0000_0000;

/** Physical address of a virtual one (unsigned halves) by the page tables, without a lookup; -1: it is not mapped. */
export function peek(memory: PhysicalMemory, mmu: Mmu, low: number, high: number): number {
  const { u32 } = memory;
  const paging = mmu.config.kind !== 'physical' && (u32[STATE.cr0 >>> 2]! & CR0_PG) !== 0;
  if (!paging) return low;
  const word = STATE.cr3 >>> 2;
  return inspect(memory, (u32[word + 1]! & 0xfffff) * TWO32 + u32[word]!, low, high).physical;
}
