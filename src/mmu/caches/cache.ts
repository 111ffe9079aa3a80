import type { CacheShape } from './config.js';
import { type Replacement, replacement } from './replacement.js';

const NONE = -1;
/** Knuth's multiplicative hash: 2^32 divided by the golden ratio. */
const GOLDEN = 0x9e37_79b1;

/**
 * The tags of one cache: which lines it holds and which of them differ from the level below. It holds no data: the bytes are in RAM. A line
 * is named by its number, physical address / line bytes; a slot is set x ways + way. Looking up takes the same time at any number of ways.
 */
export class Cache {
  readonly dirty: Uint8Array;
  /** Everything that a later lookup can depend on. */
  readonly state: readonly (Int32Array | Uint32Array | Uint8Array)[];
  private readonly lines: Int32Array;
  /** First slot of a hash bucket, and the next one of the same bucket. */
  private readonly heads: Int32Array;
  private readonly chain: Int32Array;
  private readonly bucketShift: number;
  /** No way of the set below this one is free. */
  private readonly free: Int32Array;
  private readonly setMask: number;
  private readonly ways: number;
  private readonly replacement: Replacement;

  constructor({ sets, ways, policy }: CacheShape, seed: number) {
    const slots = sets * ways;
    this.ways = ways;
    this.setMask = sets - 1;
    this.replacement = replacement(policy, sets, ways, seed);
    this.lines = new Int32Array(slots).fill(NONE);
    this.dirty = new Uint8Array(slots);
    this.chain = new Int32Array(slots).fill(NONE);
    const bits = Math.max(1, Math.ceil(Math.log2(slots)));
    this.bucketShift = 32 - bits;
    this.heads = new Int32Array(2 ** bits).fill(NONE);
    this.free = new Int32Array(sets);
    this.state = [this.lines, this.dirty, this.chain, this.heads, this.free, ...this.replacement.state];
  }

  /** The slot of a line, or -1. Changes nothing. */
  find(line: number): number {
    const { lines, chain } = this;
    let slot = this.heads[Math.imul(line, GOLDEN) >>> this.bucketShift]!;
    while (slot !== NONE && lines[slot] !== line) slot = chain[slot]!;
    return slot;
  }

  /** A lookup has found the slot. */
  used(slot: number): void {
    this.replacement.used(slot);
  }

  /** The slot that a line not here will get: the first free way of its set, else that of the victim. */
  place(line: number): number {
    const set = line & this.setMask;
    const { lines, free, ways } = this;
    let way = free[set]!;
    while (way < ways && lines[set * ways + way] !== NONE) way++;
    free[set] = way;
    return way < ways ? set * ways + way : this.replacement.victim(set);
  }

  /** The line of a slot, or -1. */
  lineOf(slot: number): number {
    return this.lines[slot]!;
  }

  /** Puts a line into an empty slot of its set. */
  fill(slot: number, line: number): void {
    const bucket = Math.imul(line, GOLDEN) >>> this.bucketShift;
    this.lines[slot] = line;
    this.dirty[slot] = 0;
    this.chain[slot] = this.heads[bucket]!;
    this.heads[bucket] = slot;
    this.replacement.filled(slot);
  }

  /** Empties a slot in use. */
  drop(slot: number): void {
    const { chain, heads, free, ways } = this;
    const bucket = Math.imul(this.lines[slot]!, GOLDEN) >>> this.bucketShift;
    if (heads[bucket] === slot) heads[bucket] = chain[slot]!;
    else {
      let before = heads[bucket]!;
      while (chain[before] !== slot) before = chain[before]!;
      chain[before] = chain[slot]!;
    }
    this.lines[slot] = NONE;
    this.dirty[slot] = 0;
    const set = Math.floor(slot / ways);
    free[set] = Math.min(free[set]!, slot - set * ways);
  }
}
