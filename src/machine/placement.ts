import { LD_PLACEMENT, type Placement } from '../asm/link/layout.js';
import { layoutOf, mostStack } from '../kernel/vm/space-layout.js';
import type { Design } from '../mmu/design.js';

/** Spaces that leave a program this many bytes keep it where ld puts it. */
const ROOM_FOR_LD = 16 * 2 ** 20;

/** Where the linker should put a program that is to run under a design: as ld does if there is room, else from the first page on that it may use. */
export function placementOf(design: Design): Placement {
  const layout = layoutOf(design);
  const stack = mostStack(layout);
  if (stack === Number.POSITIVE_INFINITY || layout.end - stack - layout.stackGap >= ROOM_FOR_LD) return LD_PLACEMENT;
  return { base: layout.lowest, unit: layout.unit, headers: false };
}
