import { ENTRY, ENTRY_HIGH_NO_EXECUTE } from '../../mmu/entry-bits.js';

/**
 * What the kernel writes into a leaf entry of a page table. Hardware bits as in the Intel SDM vol. 3, table 4-20; with P = 0 the
 * processor ignores all other bits, so they are the kernel's.
 *
 *     63  62..32     31..12   11  10       9       8..7  6  5  4..3  2  1  0
 *     NX  0          frame    0   0        0       0     D  A  0     U  W  1    present
 *     NX  0          frame    0   0        PARKED  0     D  A  0     U  W  0    resident, but its area allows nothing (PROT_NONE)
 *     0              slot     0   SWAPPED  0       0     0  0  0     0  0  0    on the swap device, in this slot
 *     0              0        0   0        0       0     0  0  0     0  0  0    never touched, or dropped: its backing has it
 */
export const PARKED = 1 << 9;
export const SWAPPED = 1 << 10;

export type EntryKind = 'empty' | 'present' | 'parked' | 'swapped';

/** Kind of a leaf entry, from its low half. */
export function entryKind(low: number): EntryKind {
  if ((low & ENTRY.present) !== 0) return 'present';
  if ((low & PARKED) !== 0) return 'parked';
  return (low & SWAPPED) !== 0 ? 'swapped' : 'empty';
}

/** The entry names a frame. */
export function isResident(low: number): boolean {
  return (low & (ENTRY.present | PARKED)) !== 0;
}

/** Frame of a resident entry, slot of a swapped one. */
export function entryNumber(low: number): number {
  return low >>> 12;
}

export function swappedEntry(slot: number): number {
  return ((slot << 12) | SWAPPED) >>> 0;
}

/** Low half of an entry for `frame` with the rights of an area; `flags` are accessed and dirty bits to keep. */
export function residentEntry(frame: number, rights: Rights, flags: number): number {
  const accessible = rights.read || rights.write || rights.execute;
  const low = (frame << 12) | ENTRY.user | (accessible ? ENTRY.present : PARKED) | flags;
  return (rights.write ? low | ENTRY.write : low) >>> 0;
}

export function residentEntryHigh(rights: Rights): number {
  return rights.execute ? 0 : ENTRY_HIGH_NO_EXECUTE;
}

/** What a program may do with a page. On x86 whatever is accessible is readable. */
export interface Rights {
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
}
