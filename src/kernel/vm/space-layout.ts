import { type Design, pageShiftOf } from '../../mmu/design.js';
import { PAGE, USER_END } from './area.js';
import type { SpaceLayout } from './space.js';

/** A growing stack keeps this far from the area below it (Linux: stack_guard_gap, 256 pages). */
export const STACK_GUARD_GAP = 256 * PAGE;
/** Where mmap looks first, going down: 128 MiB below the top of the stack, as Linux does without randomisation. */
export const MMAP_TOP = USER_END - 128 * 2 ** 20;
/** No mapping below this address (Linux: vm.mmap_min_addr). */
export const LOWEST_ADDRESS = 65536;

/** Linux's addresses without randomisation. */
export const LINUX_LAYOUT: SpaceLayout = {
  unit: PAGE,
  lowest: LOWEST_ADDRESS,
  end: USER_END,
  mmapTop: MMAP_TOP,
  stackGap: STACK_GUARD_GAP,
};

/**
 * End of a program's addresses with five levels: programs get none above LINUX_LAYOUT.end unless they ask for it, as on Linux, which
 * ends them at 2^56. Here a number holds every address.
 */
const FIVE_LEVEL_LIMIT = 2 ** 53 - PAGE;

/** Address spaces below this size are laid out in proportion, the others as Linux does. */
const SMALL_SPACE = 2 ** 32;

/**
 * Where things are under a design with pages. A small space has page 0 empty, the stack in the highest eighth (at least a page), a gap of a 64th
 * below it, and mappings below that.
 */
export function layoutOf(design: Design): SpaceLayout {
  if (design.kind === 'x86-64' && design.levels === 5) return { ...LINUX_LAYOUT, limit: FIVE_LEVEL_LIMIT };
  if (design.kind !== 'paged') return LINUX_LAYOUT;
  const unit = 2 ** pageShiftOf(design);
  const end = Math.min(2 ** design.virtualBits, USER_END);
  if (end >= SMALL_SPACE) return { ...LINUX_LAYOUT, unit, end, mmapTop: end - 128 * 2 ** 20 };
  const stackGap = Math.min(STACK_GUARD_GAP, Math.floor(end / 64 / unit) * unit);
  return { unit, lowest: unit, end, mmapTop: end - mostStack({ unit, end }) - stackGap, stackGap };
}

/** Bytes that the stack of a space may have at most. */
export function mostStack({ unit, end }: Pick<SpaceLayout, 'unit' | 'end'>): number {
  return end >= SMALL_SPACE ? Number.POSITIVE_INFINITY : Math.max(unit, Math.floor(end / 8 / unit) * unit);
}
