import type { EntryLayout } from '../design.js';
import type { EntryBits } from '../entry-bits.js';
import type { PagingLevel } from './paging.js';

/** Where a walk begins that need not begin at the root: at a level (0 is the root's), in a table, with the rights of the levels above. */
export interface WalkStart {
  readonly level: number;
  /** Physical address of the table. */
  readonly table: number;
  /** TLB_FLAG write, user and noExecute as the levels above combine. */
  readonly flags: number;
}

/**
 * Translation by tables in RAM, whatever their geometry. A walk leaves its result in the fields and allocates nothing; deciding on rights is
 * the caller's. Pages and frames are numbered in units of 2^pageShift bytes.
 */
export interface Scheme {
  readonly pageShift: number;
  /** Where the index of each level begins in the address, root first. */
  readonly shifts: readonly number[];
  /** After a complete walk: the frame, and the combined rights as TLB_FLAG bits (valid, dirty and size included). */
  readonly frame: number;
  readonly flags: number;
  /** Physical address of the leaf entry. */
  readonly leaf: number;
  /** Level of the leaf entry. */
  readonly last: number;
  /** The exception for an address that this design has not, which no walk is made for; 0: it may be walked. */
  refusal(low: number, high: number): number;
  /**
   * Walks an address (halves) from CR3, or from `start`. Returns -1 when the walk is complete, else the error-code bits P and RSVD that ended it. Counts the
   * walk and its reads; changes no entry.
   */
  walk(low: number, high: number, start: WalkStart | null): number;
  /** Sets A in every entry of the last complete walk that lacks it, and D in the leaf for a write, where there are such bits. Counts. */
  setAccessed(write: boolean): void;
  /** The access of the last walk faults, complete or not. */
  faulted(): void;
  /** What the last complete walk read at a level above the leaf: address of the entry and of the table that it names; rights so far. */
  entryAt(level: number): number;
  tableAt(level: number): number;
  flagsAt(level: number): number;
}

/** Why an entry stops a walk. */
export type Stop = 'not-present' | 'reserved';

/** One level of an inspected walk. */
export interface WalkLevel {
  readonly level: PagingLevel;
  readonly index: number;
  /** Physical address of the table and of the entry read. */
  readonly table: number;
  readonly address: number;
  readonly low: number;
  readonly high: number;
  readonly bits: EntryBits;
  /** Where the bits of the entry are; absent: as x86-64 has them. */
  readonly layout?: EntryLayout;
  /** Why the walk cannot go on here, or null. */
  readonly stop: Stop | null;
}

/** A walk read without counting and without changing anything: for kernels and explanations. */
export interface InspectedWalk {
  readonly levels: readonly WalkLevel[];
  /** Physical address of the byte, or -1 when the walk does not reach a page. */
  readonly physical: number;
  /** Physical address of the leaf entry, or -1, and the bytes that it maps. */
  readonly leaf: number;
  readonly pageBytes: number;
  /** Rights over all levels read. */
  readonly write: boolean;
  readonly user: boolean;
  readonly execute: boolean;
}
