import type { Design, X86Design } from '../design.js';

/**
 * Geometry of x86-64 paging (Intel SDM vol. 3, 4.5): a 48-bit virtual address is four table indices and an offset, a 57-bit one (CR4.LA57) five.
 *
 *     63..57      56..48  47..39  38..30  29..21  20..12  11..0
 *     copy of 56  PML5    PML4    PDPT    PD      PT      offset
 */
export interface PagingLevel {
  /** Name of the table, and of its entries. */
  readonly table: string;
  readonly entry: string;
  /** Position of the index in the virtual address; an entry of this level maps 2^shift bytes. */
  readonly shift: number;
  /** What bit 7 of an entry means: `reserved`, this entry maps a page itself (`leaf`), or `ignored` since it always does. */
  readonly pageSizeBit: 'reserved' | 'leaf' | 'ignored';
}

/** Root first. */
export const X86_LEVELS: readonly PagingLevel[] = [
  { table: 'PML4', entry: 'PML4E', shift: 39, pageSizeBit: 'reserved' },
  { table: 'PDPT', entry: 'PDPTE', shift: 30, pageSizeBit: 'leaf' },
  { table: 'PD', entry: 'PDE', shift: 21, pageSizeBit: 'leaf' },
  { table: 'PT', entry: 'PTE', shift: 12, pageSizeBit: 'ignored' },
];

const X86_LEVELS_5: readonly PagingLevel[] = [
  { table: 'PML5', entry: 'PML5E', shift: 48, pageSizeBit: 'reserved' },
  ...X86_LEVELS,
];

/** The levels of four- or five-level paging, root first. */
export function x86Levels({ levels }: X86Design): readonly PagingLevel[] {
  return levels === 5 ? X86_LEVELS_5 : X86_LEVELS;
}

/** Bits of an address that are translated; the others repeat the highest of them. */
export function linearBits(design: Design): 48 | 57 {
  return design.kind === 'x86-64' && design.levels === 5 ? 57 : 48;
}

export const INDEX_MASK = 0x1ff;

/** Bits 63:47 (63:56 of 57-bit ones) of a virtual address are equal (Intel SDM vol. 1, 3.3.7.1). Only the high half decides. */
export function canonical(high: number, bits: 48 | 57 = 48): boolean {
  const top = high >> (bits - 33);
  return top === 0 || top === -1;
}

/** Nine-bit index of a virtual address (two halves) at a level. */
export function tableIndex(low: number, high: number, shift: number): number {
  if (shift >= 32) return (high >>> (shift - 32)) & INDEX_MASK;
  return ((low >>> shift) | ((high << 1) << (31 - shift))) & INDEX_MASK;
}
