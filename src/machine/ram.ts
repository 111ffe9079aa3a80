import { type Design, pageShiftOf } from '../mmu/design.js';

/** What RAM a design can have, in bytes: a multiple of `unit`. */
export interface RamLimits {
  readonly least: number;
  readonly most: number;
  readonly unit: number;
}

const MOST_RAM = 2 * 2 ** 30;
/** The kernel numbers frames with 20 bits. */
const MOST_FRAMES = 2 ** 20;

/** Limits of the RAM of a machine. The least is what the kernel needs to start anything at all. */
export function ramLimits(design: Design): RamLimits {
  if (design.kind === 'x86-64')
    return { least: 64 * 1024, most: Math.min(MOST_RAM, 2 ** (design.physicalBits ?? 52)), unit: 4096 };
  const addressable = Math.min(MOST_RAM, 2 ** design.physicalBits);
  if (design.kind !== 'paged') return { least: 32 * 1024, most: addressable, unit: 4096 };
  const unit = 2 ** pageShiftOf(design);
  return { least: Math.min(4 * unit, addressable), most: Math.min(addressable, MOST_FRAMES * unit), unit };
}
