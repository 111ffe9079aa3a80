import type { CounterName } from '../memory/layout.js';
import { COUNTER, TLB_ENTRY_BYTES, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { TlbGeometry } from './config.js';

/** Words (u32) of an entry, see memory/layout.ts. */
export const ENTRY_WORDS = TLB_ENTRY_BYTES >>> 2;
export const WORD = {
  pageLow: 0,
  pageHigh: 1,
  frame: 2,
  flags: 3,
  space: 4,
  leaf: 5,
  stampLow: 6,
  stampHigh: 7,
} as const;

/**
 * One set-associative array of translations in the one buffer. An entry is named by the index of its first u32 word; 0 is
 * no entry. An invalid entry is all zeros.
 */
export class TlbArray {
  /** First word, and the word behind the last entry. */
  readonly start: number;
  readonly end: number;
  readonly ways: number;
  private readonly setMask: number;
  private readonly setWords: number;
  private readonly u32: Uint32Array;
  private readonly i32: Int32Array;

  /** `base` is the byte offset of the array in the buffer. */
  constructor(memory: PhysicalMemory, base: number, geometry: TlbGeometry) {
    this.u32 = memory.u32;
    this.i32 = memory.i32;
    this.ways = geometry.ways;
    this.setMask = geometry.sets - 1;
    this.setWords = geometry.ways * ENTRY_WORDS;
    this.start = base >>> 2;
    this.end = this.start + geometry.sets * this.setWords;
  }

  /** The valid entry of a page number (two signed halves), or 0. */
  find(pageLow: number, pageHigh: number): number {
    const i32 = this.i32;
    const first = this.start + (pageLow & this.setMask) * this.setWords;
    const end = first + this.setWords;
    for (let word = first; word < end; word += ENTRY_WORDS) {
      if (i32[word] === pageLow && i32[word + 1] === pageHigh && (i32[word + 3]! & TLB_FLAG.valid) !== 0) return word;
    }
    return 0;
  }

  /** First entry of the set that a page number belongs to. */
  setOf(pageLow: number): number {
    return this.start + (pageLow & this.setMask) * this.setWords;
  }

  /**
   * The entry of the set starting at `first` to fill next: the first invalid one, else the one with the smallest stamp, the
   * lowest of equals.
   */
  oldest(first: number): number {
    const u32 = this.u32;
    const end = first + this.setWords;
    let oldest = first;
    let oldestLow = 0xffff_ffff;
    let oldestHigh = 0xffff_ffff;
    for (let word = first; word < end; word += ENTRY_WORDS) {
      if ((u32[word + 3]! & TLB_FLAG.valid) === 0) return word;
      const high = u32[word + 7]!;
      const low = u32[word + 6]!;
      if (high > oldestHigh || (high === oldestHigh && low >= oldestLow)) continue;
      oldest = word;
      oldestLow = low;
      oldestHigh = high;
    }
    return oldest;
  }

  stamp(word: number, time: number): void {
    this.u32[word + 6] = time;
    this.u32[word + 7] = time / 0x1_0000_0000;
  }

  /** Makes an entry invalid. */
  clear(word: number): void {
    this.u32.fill(0, word, word + ENTRY_WORDS);
  }
}

/** Counters of lookups by kind of access: fetches, and data. */
export interface TlbCounters {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}

const counters = (side: 'itlb' | 'dtlb'): TlbCounters => ({
  hits: COUNTER[`${side}Hits` satisfies CounterName],
  misses: COUNTER[`${side}Misses` satisfies CounterName],
  evictions: COUNTER[`${side}Evictions` satisfies CounterName],
});
export const FETCH_COUNTERS = counters('itlb');
export const DATA_COUNTERS = counters('dtlb');
