import { COUNTER } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Scheme, WalkStart } from './schemes/scheme.js';
import type { TlbArray } from './tlb-array.js';
import { firstHigh, firstLow } from './tlb-entry.js';
import type { Page } from './tlb-level.js';

/** Counter of the walks that began below an entry so many levels above the tables of leaves, less one. */
const HITS = [COUNTER.pdeCacheHits, COUNTER.pdpteCacheHits, COUNTER.pml4eCacheHits, COUNTER.pml5eCacheHits] as const;

/**
 * The paging-structure caches (Intel SDM vol. 3, 4.10.3): entries of upper levels that completed walks have used, each with the rights of the
 * levels down to it. `arrays[i]` is for the entries i + 1 levels above the leaf tables, or null.
 */
export class WalkCaches {
  readonly arrays: readonly (TlbArray | null)[];
  private readonly memory: PhysicalMemory;
  private readonly scheme: Scheme;
  private readonly u32: Uint32Array;
  private readonly start = { level: 0, table: 0, flags: 0 };

  constructor(memory: PhysicalMemory, scheme: Scheme, arrays: readonly (TlbArray | null)[]) {
    this.memory = memory;
    this.u32 = memory.u32;
    this.scheme = scheme;
    this.arrays = arrays;
  }

  /** Level of the entries of `arrays[above]`, root 0. */
  private levelOf(above: number): number {
    return this.scheme.shifts.length - 2 - above;
  }

  /** Where a walk may begin: below the deepest entry that is cached for a page; null: at the root. */
  begin({ low, high, space }: Page, time: number): WalkStart | null {
    for (let above = 0; above < this.arrays.length; above++) {
      const array = this.arrays[above];
      const word = array ? array.find(low, high, space) : 0;
      if (word === 0) continue;
      array!.used(word, time);
      this.memory.count(HITS[above]!);
      this.start.level = this.levelOf(above) + 1;
      this.start.table = this.u32[word + 2]! * 2 ** this.scheme.pageShift;
      this.start.flags = this.u32[word + 3]!;
      return this.start;
    }
    return null;
  }

  /** Keeps what a completed and allowed walk has read above its leaf, from the root down. */
  keep({ low, high, space }: Page, start: WalkStart | null, time: number): void {
    const { scheme } = this;
    const from = start === null ? 0 : start.level;
    for (let above = this.arrays.length - 1; above >= 0; above--) {
      const array = this.arrays[above];
      const level = this.levelOf(above);
      if (!array || level < from || level >= scheme.last) continue;
      const shift = array.sizes[0]!.shift;
      const [firstL, firstH] = [firstLow(low, shift), firstHigh(high, shift)];
      const word = array.claim(firstL, firstH, shift, -1);
      const frame = scheme.tableAt(level) / 2 ** scheme.pageShift;
      const flags = scheme.flagsAt(level) | array.sizes[0]!.want;
      array.enter(word, firstL, firstH, space, { frame, flags, leaf: scheme.entryAt(level) });
      array.filled(word, time);
    }
  }

  /** Drops what is cached on the way to a page. */
  dropPage({ low, high, space }: Page): void {
    for (const array of this.arrays) {
      const word = array ? array.find(low, high, space) : 0;
      if (word !== 0) array!.drop(word);
    }
  }

  /** Drops everything, or everything of a space. */
  empty(space: number | null): void {
    for (const array of this.arrays) array?.empty((_flags, owner) => space === null || owner === space);
  }
}
