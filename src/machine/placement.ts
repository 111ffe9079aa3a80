import { LD_PLACEMENT, type Placement } from '../asm/link/layout.js';
import { OS_BYTES } from '../kernel/unpaged/os-image.js';
import { unitOf } from '../kernel/unpaged/plain-memory.js';
import { layoutOf, mostStack } from '../kernel/vm/space-layout.js';
import type { Design } from '../mmu/design.js';
import type { RegistersDesign } from '../mmu/schemes/registers.js';

/** Spaces that leave a program this many bytes keep it where ld puts it. */
const ROOM_FOR_LD = 16 * 2 ** 20;

/** Where the linker should put a program that is to run under a design: as ld does if there is room, else from the first page on that it may use. */
export function placementOf(design: Design): Placement {
  if (design.kind !== 'paged' && design.kind !== 'x86-64') return withoutPages(design);
  const layout = layoutOf(design);
  const stack = mostStack(layout);
  if (stack === Number.POSITIVE_INFINITY || layout.end - stack - layout.stackGap >= ROOM_FOR_LD) return LD_PLACEMENT;
  return { base: layout.lowest, unit: layout.unit, headers: false };
}

/**
 * Above the kernel where addresses are those of RAM, else from 0 up. With segments code and constants are in the first, data in the second if there are more than two. For static
 * relocation the program is linked to 0 and keeps the records of its addresses.
 */
function withoutPages(design: RegistersDesign): Placement {
  const place = { base: design.kind === 'physical' ? OS_BYTES : 0, unit: unitOf(design), headers: false };
  if (design.kind === 'relocation') return { ...place, keepsRelocations: true };
  // Of two segments the second is the stack's.
  if (design.kind !== 'segments' || design.selectorBits === 1) return place;
  return { ...place, dataBase: 2 ** (design.virtualBits - design.selectorBits) };
}
