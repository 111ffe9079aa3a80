/**
 * An x86-64 paging-structure entry, 8 bytes (Intel SDM vol. 3, 4.5, figure 4-11), read as two 32-bit halves:
 *
 *     63  62..52   51..32        31..12        11..9  8 7  6 5 4   3   2   1   0
 *     NX  ignored  address high  address low   avail  G PS D A PCD PWT U/S R/W P
 *
 * PS (bit 7) makes a PDPTE or PDE the leaf of a 1 GiB or 2 MiB page; in a PTE the bit is PAT, in a PML4E it is reserved. G and D count
 * in a leaf only. With P=0 every other bit is the kernel's own.
 */
export const ENTRY = {
  present: 1,
  write: 2,
  user: 4,
  accessed: 0x20,
  dirty: 0x40,
  pageSize: 0x80,
  global: 0x100,
} as const;

/** In the high half: bit 63, no execution. Reserved (must be 0) while EFER.NXE is 0. */
export const ENTRY_HIGH_NO_EXECUTE = 0x8000_0000;
/** In the high half: address bits 51:32. */
export const ENTRY_HIGH_ADDRESS = 0x000f_ffff;
/** In the low half: address bits 31:12. */
export const ENTRY_LOW_ADDRESS = 0xffff_f000;

/** Control-register bits that the MMU looks at, as masks of the low half. */
export const CR0_WP = 0x0001_0000;
/** With RFLAGS.AC at CPL 3: data accesses must be aligned. */
export const CR0_AM = 0x0004_0000;
export const CR0_PG = 0x8000_0000;
export const CR4_PGE = 0x80;
export const CR4_LA57 = 0x1000;
export const CR4_PCIDE = 0x0002_0000;
export const CR4_SMEP = 0x0010_0000;
export const CR4_SMAP = 0x0020_0000;
export const EFER_NXE = 0x800;
export const RFLAGS_AC = 0x0004_0000;

/** The bits of one entry by name, for kernels and for explanations. `address` is that of the next table or of the page. */
export interface EntryBits {
  readonly present: boolean;
  readonly write: boolean;
  readonly user: boolean;
  readonly accessed: boolean;
  readonly dirty: boolean;
  readonly pageSize: boolean;
  readonly global: boolean;
  readonly noExecute: boolean;
  /** Bits 51:12 as an address; exact, since it is below 2^52. */
  readonly address: number;
}

export function entryBits(low: number, high: number): EntryBits {
  return {
    present: (low & ENTRY.present) !== 0,
    write: (low & ENTRY.write) !== 0,
    user: (low & ENTRY.user) !== 0,
    accessed: (low & ENTRY.accessed) !== 0,
    dirty: (low & ENTRY.dirty) !== 0,
    pageSize: (low & ENTRY.pageSize) !== 0,
    global: (low & ENTRY.global) !== 0,
    noExecute: (high & ENTRY_HIGH_NO_EXECUTE) !== 0,
    address: (high & ENTRY_HIGH_ADDRESS) * 0x1_0000_0000 + ((low & ENTRY_LOW_ADDRESS) >>> 0),
  };
}
