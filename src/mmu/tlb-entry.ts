import { TLB_ENTRY_BYTES, TLB_FLAG } from '../memory/layout.js';

/** Words (u32) of an entry, see memory/layout.ts. */
export const ENTRY_WORDS = TLB_ENTRY_BYTES >>> 2;
/** A size of what an array maps: an entry covers 2^shift pages, and its flags under `mask` are `want`. */
export interface EntrySize {
  readonly shift: number;
  readonly mask: number;
  readonly want: number;
}

/** Part of the buffer: byte offsets of its first byte and of the one behind it. */
export interface Region {
  readonly start: number;
  readonly end: number;
}

/** First of 2^shift page numbers that include one, as signed halves. */
export const firstLow = (low: number, shift: number) => (shift >= 32 ? 0 : low & (-1 << shift));
export const firstHigh = (high: number, shift: number) => (shift > 32 ? high & (-1 << (shift - 32)) : high);

/** What an entry says beside its page. `frame`: of the first page; `leaf`: physical address of the entry in RAM that it was read from. */
export interface EntryContent {
  readonly frame: number;
  readonly flags: number;
  readonly leaf: number;
}

/** The entry maps 4 KiB of a larger page. */
export function isPiece(flags: number): boolean {
  return (flags & TLB_FLAG.whole) === 0 && (flags & (TLB_FLAG.size2M | TLB_FLAG.size1G)) !== 0;
}
