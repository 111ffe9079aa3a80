import { layoutOf } from '../kernel/vm/space-layout.js';
import { type Design, pageShiftOf, X86_64 } from '../mmu/design.js';
import { linearBits } from '../mmu/schemes/paging.js';

/** What an explanation has to know of an address space. Addresses and sizes in bytes. */
export interface ReportSpace {
  /** Bits of the offset in a page. */
  readonly pageShift: number;
  /** Width of addresses; null: 64 bits, of which canonical ones can be used. */
  readonly virtualBits: number | null;
  /** Bits of a canonical address that count, see mmu/schemes/paging.ts. */
  readonly linearBits: 48 | 57;
  /** Nothing is ever mapped below this address: what a null pointer reaches. */
  readonly nullReach: bigint;
  /** Addresses no further than this from something belong to it. */
  readonly near: bigint;
}

export const X86_SPACE: ReportSpace = spaceOf(X86_64);

/** The same for the programs of a design. */
export function spaceOf(design: Design): ReportSpace {
  const pageShift = pageShiftOf(design);
  const { lowest, end } = layoutOf(design);
  return {
    pageShift,
    virtualBits: design.kind === 'paged' ? design.virtualBits : null,
    linearBits: linearBits(design),
    nullReach: BigInt(lowest),
    near: BigInt(Math.min(16 * 2 ** pageShift, end / 16)),
  };
}
