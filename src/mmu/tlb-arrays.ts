import { COUNTER, DTLB_BASE, ITLB_BASE, TLB_ENTRY_BYTES, TLB_FLAG, TLB_POOL_BASE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { RandomSource } from './random-source.js';
import type { Scheme } from './schemes/scheme.js';
import { TlbArray } from './tlb-array.js';
import { firstLevel, PAGE_SIZES, type PageSize, type TlbConfig, type TlbShape } from './tlb-config.js';
import type { EntrySize } from './tlb-entry.js';
import { TlbLevel } from './tlb-level.js';
import { WalkCaches } from './walk-caches.js';

const { valid, whole, size2M, size1G } = TLB_FLAG;
const SIZES: Record<PageSize, EntrySize> = {
  '4K': { shift: 0, mask: valid | whole, want: valid },
  '2M': { shift: 9, mask: valid | whole | size2M, want: valid | whole | size2M },
  '1G': { shift: 18, mask: valid | whole | size1G, want: valid | whole | size1G },
};

/** The levels that fetches, or data accesses, are looked up in, and what is counted. Without a first level there is no second. */
export interface TlbSide extends TlbCounters {
  readonly first: TlbLevel | null;
  readonly second: TlbLevel | null;
}

/** Counters of lookups of the first level by kind of access. */
interface TlbCounters {
  readonly hits: number;
  readonly misses: number;
  readonly evictions: number;
}
const FETCH_COUNTERS = { hits: COUNTER.itlbHits, misses: COUNTER.itlbMisses, evictions: COUNTER.itlbEvictions };
const DATA_COUNTERS = { hits: COUNTER.dtlbHits, misses: COUNTER.dtlbMisses, evictions: COUNTER.dtlbEvictions };

/**
 * Every array of a TLB in its place in the buffer: `itlb` and `dtlb` at ITLB_BASE and DTLB_BASE, then from TLB_POOL_BASE on `itlbMore`, `dtlbMore`, the second
 * level (instruction, data) and the paging-structure caches, one behind the other.
 */
export class TlbArrays {
  readonly fetch: TlbSide;
  readonly data: TlbSide;
  /** null: there are none. */
  readonly walkCaches: WalkCaches | null;
  /** Arrays of both levels, each once; and all arrays, paging-structure caches included. */
  readonly translations: readonly TlbArray[];
  readonly all: readonly TlbArray[];
  private readonly memory: PhysicalMemory;
  private readonly config: TlbConfig;
  private readonly random: RandomSource;
  private next = TLB_POOL_BASE;

  /** `dropped`: is told before a valid entry of the first level changes or goes, but for flushes. */
  constructor(
    memory: PhysicalMemory,
    config: TlbConfig,
    scheme: Scheme,
    random: RandomSource,
    dropped: (entryAddress: number) => void,
  ) {
    this.memory = memory;
    this.config = config;
    this.random = random;
    const first = (base: number, shapes: readonly TlbShape[]) =>
      shapes.map((shape, index) => this.array(index === 0 ? base : null, shape, dropped));
    const second = (shapes: readonly TlbShape[]) => shapes.map((shape) => this.array(null, shape, () => {}));
    const frames = Math.floor(memory.ramBytes / 2 ** scheme.pageShift);
    const level = (arrays: readonly TlbArray[]) => (arrays.length === 0 ? null : new TlbLevel(arrays, frames));

    const itlb = first(ITLB_BASE, firstLevel(config.itlb, config.itlbMore));
    const dtlb = config.unified ? itlb : first(DTLB_BASE, firstLevel(config.dtlb, config.dtlbMore));
    const below = config.second ?? { instruction: [], data: [], unified: false };
    const instruction = below.unified ? [] : second(below.instruction);
    const data = second(below.data);
    const behind = (first: readonly TlbArray[], arrays: readonly TlbArray[]) =>
      first.length === 0 ? null : level(arrays);
    this.fetch = { ...FETCH_COUNTERS, first: level(itlb), second: behind(itlb, below.unified ? data : instruction) };
    this.data = { ...DATA_COUNTERS, first: level(dtlb), second: behind(dtlb, data) };
    const upper = this.upperLevels(config.walkCaches ?? [], scheme);
    this.walkCaches = upper.some((array) => array !== null) ? new WalkCaches(memory, scheme, upper) : null;
    this.translations = [...new Set([...itlb, ...dtlb, ...instruction, ...data])];
    this.all = [...this.translations, ...upper.filter((array) => array !== null)];
  }

  private array(
    base: number | null,
    shape: TlbShape,
    dropped: (entryAddress: number) => void,
    sizes?: readonly EntrySize[],
  ): TlbArray {
    const { pages = ['4K'], policy = this.config.policy } = shape;
    return new TlbArray(this.memory, {
      base: base ?? this.reserve(shape),
      geometry: shape,
      sizes: sizes ?? PAGE_SIZES.filter((size) => pages.includes(size)).map((size) => SIZES[size]),
      policy,
      random: this.random,
      dropped,
    });
  }

  private reserve({ sets, ways }: TlbShape): number {
    const base = this.next;
    this.next += sets * ways * TLB_ENTRY_BYTES;
    return base;
  }

  /** Caches for levels that the scheme has not stay away. */
  private upperLevels(shapes: readonly (TlbShape | null)[], { shifts, pageShift }: Scheme): (TlbArray | null)[] {
    return shapes.map((shape, above) => {
      const level = shifts.length - 2 - above;
      if (shape === null || level < 0) return null;
      const sizes = [{ shift: shifts[level]! - pageShift, mask: valid, want: valid }];
      return this.array(null, shape, () => {}, sizes);
    });
  }
}
