import { xorshift32 } from '../../util/xorshift.js';
import type { CachePolicy } from './config.js';

/** Who goes when a set is full. A slot is the number of a line in its cache: set x ways + way. All state is in `state`. */
export interface Replacement {
  /** A lookup has found the line of a slot. */
  used(slot: number): void;
  /** A line has come into a slot. */
  filled(slot: number): void;
  /** The slot to empty in a set whose ways are all in use. */
  victim(set: number): number;
  readonly state: readonly (Int32Array | Uint32Array | Uint8Array)[];
}

/**
 * The slots of each set in a ring, oldest first: constant time for hits and victims at any number of ways. LRU moves a slot to the end when
 * it is used or filled, FIFO when it is filled.
 */
class Ring implements Replacement {
  readonly state: readonly Int32Array[];
  private readonly next: Int32Array;
  private readonly previous: Int32Array;
  private readonly oldest: Int32Array;
  private readonly ways: number;
  private readonly moves: boolean;

  constructor(sets: number, ways: number, moves: boolean) {
    this.ways = ways;
    this.moves = moves;
    this.next = new Int32Array(sets * ways);
    this.previous = new Int32Array(sets * ways);
    this.oldest = new Int32Array(sets);
    this.state = [this.next, this.previous, this.oldest];
    for (let set = 0; set < sets; set++) {
      const first = set * ways;
      this.oldest[set] = first;
      for (let way = 0; way < ways; way++) {
        this.next[first + way] = first + ((way + 1) % ways);
        this.previous[first + way] = first + ((way + ways - 1) % ways);
      }
    }
  }

  used(slot: number): void {
    if (this.moves) this.filled(slot);
  }

  filled(slot: number): void {
    const { next, previous, oldest } = this;
    const set = Math.floor(slot / this.ways);
    const first = oldest[set]!;
    const last = previous[first]!;
    if (slot === last) return;
    if (slot === first) {
      oldest[set] = next[first]!;
      return;
    }
    const [before, after] = [previous[slot]!, next[slot]!];
    next[before] = after;
    previous[after] = before;
    next[last] = slot;
    previous[slot] = last;
    next[slot] = first;
    previous[first] = slot;
  }

  victim(set: number): number {
    return this.oldest[set]!;
  }
}

/** xorshift32 (13, 17, 5) modulo ways, one draw for each victim. */
class Random implements Replacement {
  readonly state: readonly Uint32Array[];
  private readonly generator: Uint32Array;
  private readonly ways: number;

  constructor(ways: number, seed: number) {
    this.ways = ways;
    this.generator = Uint32Array.of(seed >>> 0 || 1);
    this.state = [this.generator];
  }

  used(): void {}
  filled(): void {}

  victim(set: number): number {
    const drawn = xorshift32(this.generator[0]!);
    this.generator[0] = drawn;
    return set * this.ways + (drawn % this.ways);
  }
}

/** A binary tree over the ways (a power of two): each node points to the half that was used longer ago. Node n has children 2n, 2n + 1. */
class Tree implements Replacement {
  readonly state: readonly Uint8Array[];
  private readonly nodes: Uint8Array;
  private readonly ways: number;

  constructor(sets: number, ways: number) {
    this.ways = ways;
    this.nodes = new Uint8Array(sets * ways);
    this.state = [this.nodes];
  }

  used(slot: number): void {
    const { ways, nodes } = this;
    const way = slot % ways;
    const root = slot - way;
    for (let node = ways + way; node > 1; node >>>= 1) nodes[root + (node >>> 1)] = (node & 1) ^ 1;
  }

  filled(slot: number): void {
    this.used(slot);
  }

  victim(set: number): number {
    const { ways, nodes } = this;
    let node = 1;
    while (node < ways) node = 2 * node + nodes[set * ways + node]!;
    return set * ways + node - ways;
  }
}

/** Counts uses since the fill, which is the first; the smallest count goes, the lowest way of equals. */
class Frequency implements Replacement {
  readonly state: readonly Uint32Array[];
  private readonly counts: Uint32Array;
  private readonly ways: number;

  constructor(sets: number, ways: number) {
    this.ways = ways;
    this.counts = new Uint32Array(sets * ways);
    this.state = [this.counts];
  }

  used(slot: number): void {
    if (this.counts[slot]! < 0xffff_ffff) this.counts[slot]!++;
  }

  filled(slot: number): void {
    this.counts[slot] = 1;
  }

  victim(set: number): number {
    const { ways, counts } = this;
    let least = set * ways;
    for (let slot = least + 1; slot < (set + 1) * ways; slot++) if (counts[slot]! < counts[least]!) least = slot;
    return least;
  }
}

/** Replacement of a cache, by the name of its policy. */
export function replacement(policy: CachePolicy, sets: number, ways: number, seed: number): Replacement {
  switch (policy) {
    case 'lru':
      return new Ring(sets, ways, true);
    case 'fifo':
      return new Ring(sets, ways, false);
    case 'random':
      return new Random(ways, seed);
    case 'plru':
      return new Tree(sets, ways);
    case 'lfu':
      return new Frequency(sets, ways);
  }
}
