import type { TlbPolicy, TlbShape } from '../../src/mmu/tlb-config.js';

/** Sizes of pages: 0 the smallest, 1 the large and 2 the huge pages of x86-64; and their binary logarithms, in smallest pages. */
export type Size = 0 | 1 | 2;
export const SHIFT = [0, 9, 18];
export const NAMES = ['4K', '2M', '1G'] as const;
export const SIZES: readonly Size[] = [0, 1, 2];

/** Number of the page of some size that a smallest page lies in. */
export const pageOfSize = (page: number, size: Size) => Math.floor(page / 2 ** SHIFT[size]!);

/** What a translation says: of a page in a TLB, of a table in a paging-structure cache. */
export interface Held {
  /** Number of the page in units of `size`, or of what lies below one entry of a table. */
  page: number;
  space: number;
  /** Frame, in smallest pages, of the first of them. */
  frame: number;
  write: boolean;
  user: boolean;
  execute: boolean;
  dirty: boolean;
  /** Size of what is held. */
  size: Size;
  /** Size of the page that it is, or is a piece of. */
  of: Size;
  stamp: number;
}

/** What an entry says of one smallest page: `size` 0, `page` and `frame` its own; `piece`: it must be held as that. */
export interface Translation extends Held {
  readonly piece: boolean;
}

/** Random numbers of all arrays together: Marsaglia's xorshift32 with shifts 13, 17, 5. */
export class Xorshift {
  private state: number;

  constructor(seed: number) {
    this.state = seed === 0 ? 1 : seed;
  }

  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return this.state;
  }
}

/** The tree of pseudo-LRU over a list of ways, as the halves see it: `true` means that the next victim is in the right half. */
export class HalvesTree {
  private readonly toRight: boolean[];
  private readonly ways: number;

  constructor(ways: number) {
    this.ways = ways;
    this.toRight = Array.from({ length: 2 * ways }, () => false);
  }

  touch(way: number): void {
    for (let node = 1, first = 0, count = this.ways; count > 1; count /= 2) {
      const right = way >= first + count / 2;
      this.toRight[node] = !right;
      node = 2 * node + (right ? 1 : 0);
      if (right) first += count / 2;
    }
  }

  victim(): number {
    let [node, first] = [1, 0];
    for (let count = this.ways; count > 1; count /= 2) {
      const right = this.toRight[node]!;
      node = 2 * node + (right ? 1 : 0);
      if (right) first += count / 2;
    }
    return first;
  }
}

/** One array: a list of sets, a set is a list of ways. */
export class TraceArray {
  private readonly sets: (Held | null)[][];
  private readonly trees: HalvesTree[];
  private readonly policy: TlbPolicy;
  private readonly random: Xorshift;

  constructor(shape: TlbShape, otherwise: TlbPolicy, random: Xorshift) {
    const { sets, ways, policy = otherwise } = shape;
    this.policy = policy;
    this.random = random;
    this.sets = Array.from({ length: sets }, () => Array.from({ length: ways }, () => null));
    this.trees = Array.from({ length: policy === 'plru' ? sets : 0 }, () => new HalvesTree(ways));
  }

  find(page: number, space: number, size: Size = 0): Held | null {
    for (const held of this.sets[page % this.sets.length]!)
      if (held !== null && held.page === page && held.space === space && held.size === size) return held;
    return null;
  }

  /** An entry served a lookup, or was made anew. */
  use(held: Held, time: number): void {
    if (this.policy === 'lru') held.stamp = time;
    if (this.policy === 'lfu') held.stamp++;
    if (this.policy === 'plru') this.touch(held);
  }

  private touch(held: Held): void {
    const set = held.page % this.sets.length;
    this.trees[set]!.touch(this.sets[set]!.indexOf(held));
  }

  /** Enters a translation that is not there. True: another one had to go. */
  fill(held: Held, time: number): boolean {
    const set = this.sets[held.page % this.sets.length]!;
    const free = set.indexOf(null);
    const way = free < 0 ? this.victim(held.page % this.sets.length) : free;
    held.stamp = this.policy === 'lfu' ? 1 : time;
    set[way] = held;
    if (this.policy === 'plru') this.touch(held);
    return free < 0;
  }

  private victim(index: number): number {
    const set = this.sets[index]!;
    if (this.policy === 'random') return this.random.next() % set.length;
    if (this.policy === 'plru') return this.trees[index]!.victim();
    let oldest = 0;
    for (let way = 1; way < set.length; way++) if (set[way]!.stamp < set[oldest]!.stamp) oldest = way;
    return oldest;
  }

  /** Drops what is unwanted; says how many that were. */
  drop(unwanted: (held: Held) => boolean): number {
    let dropped = 0;
    for (const set of this.sets)
      for (let way = 0; way < set.length; way++) {
        const held = set[way];
        if (held == null || !unwanted(held)) continue;
        set[way] = null;
        dropped++;
      }
    return dropped;
  }
}
