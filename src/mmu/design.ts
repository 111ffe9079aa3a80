/**
 * A memory design: how the addresses of a program become addresses of RAM, with all its numbers. One unchanged program runs under each.
 * Addresses number bytes.
 */
export type Design = UnpagedDesign | SegmentsDesign | PagedDesign | X86Design;

/** Widths of addresses in bits: 2^virtualBits bytes of address space, 2^physicalBits bytes of RAM at most. */
export interface AddressWidths {
  readonly virtualBits: number;
  readonly physicalBits: number;
}

/**
 * One piece of RAM for a process, at most one register pair. `physical`: no translation, no protection. `relocation`: the same, the loader
 * having rewritten the program for its place. `base`: the base register is added to every address. `base-bounds`: and compared first.
 */
export interface UnpagedDesign extends AddressWidths {
  readonly kind: 'physical' | 'relocation' | 'base' | 'base-bounds';
}

/** The top `selectorBits` of an address choose a segment register: base, size, direction of growth, rights. */
export interface SegmentsDesign extends AddressWidths {
  readonly kind: 'segments';
  readonly selectorBits: number;
}

/** Page tables in RAM with any widths of indexes, root first; one index is a linear table. The offset is the rest of the address. */
export interface PagedDesign extends AddressWidths {
  readonly kind: 'paged';
  readonly indexBits: readonly number[];
  readonly entry: EntryLayout;
}

/** Paging of 64-bit x86 (Intel SDM vol. 3, 4.5): four or five levels, 4 KiB, 2 MiB and 1 GiB pages. */
export interface X86Design {
  readonly kind: 'x86-64';
  readonly levels: 4 | 5;
  /** MAXPHYADDR: address bits above it are reserved. null: they end with the RAM of the machine. */
  readonly physicalBits: number | null;
  /** A walk that faults sets A in the entries above the one that it ends at, which the manual leaves open. Absent: it changes nothing. */
  readonly upperAccessed?: boolean;
}

/** Where the fields of a page-table entry are. Bits are numbered from 0, the lowest; null: there is no such bit. */
export interface EntryLayout {
  readonly bytes: 1 | 2 | 4 | 8;
  /** The frame number: its lowest bit and its width. */
  readonly frame: { readonly low: number; readonly bits: number };
  readonly valid: number;
  readonly write: number | null;
  readonly user: number | null;
  /** 1 allows execution; or, in `noExecute`, forbids it. At most one of them. */
  readonly execute: number | null;
  readonly noExecute: number | null;
  readonly accessed: number | null;
  readonly dirty: number | null;
}

/** The design of every machine where nobody says otherwise. */
export const X86_64: X86Design = { kind: 'x86-64', levels: 4, physicalBits: null };

/** Addresses of RAM as they are. */
export const PHYSICAL: UnpagedDesign = { kind: 'physical', virtualBits: 32, physicalBits: 32 };

/** Pages are the 4 KiB pieces of RAM that engines keep code by. */
export function hasPagesOfRam(design: Design): boolean {
  return design.kind === 'x86-64' || (design.kind === 'paged' && pageShiftOf(design) === 12);
}

/** Levels of page tables; 0: there are none. */
export function tableLevels(design: Design): number {
  if (design.kind === 'x86-64') return design.levels;
  return design.kind === 'paged' ? design.indexBits.length : 0;
}

/** Binary logarithm of the page size of a design with page tables; 12, the unit of frames, for the others. */
export function pageShiftOf(design: Design): number {
  if (design.kind !== 'paged') return 12;
  return design.virtualBits - design.indexBits.reduce((sum, bits) => sum + bits, 0);
}
