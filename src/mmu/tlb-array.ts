import { TLB_BASE, TLB_ENTRY_BYTES, TLB_FLAG, TLB_INDEX, TLB_INDEX_BYTES, TLB_TREES } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { RandomSource } from './random-source.js';
import type { TlbGeometry, TlbPolicy } from './tlb-config.js';
import {
  ENTRY_WORDS,
  type EntryContent,
  type EntrySize,
  firstHigh,
  firstLow,
  isPiece,
  type Region,
} from './tlb-entry.js';
import { TlbIndex } from './tlb-index.js';
import { leafOf, turnAway } from './tree-plru.js';

/** Sets of more ways than this are found through an index; the others are looked through. */
export const SCANNED_WAYS = 8;
const TWO32 = 0x1_0000_0000;

/** What an array is made of. `dropped`: is told before a valid entry changes or goes. */
export interface ArrayParts {
  readonly base: number;
  readonly geometry: TlbGeometry;
  readonly sizes: readonly EntrySize[];
  readonly policy: TlbPolicy;
  readonly random: RandomSource;
  readonly dropped: (entryAddress: number) => void;
}

/**
 * One set-associative array of translations in the one buffer, with its replacement policy (mmu/README.md, section 4). An entry is named by the
 * index of its first u32 word; 0 is no entry. An invalid entry is all zeros. Page numbers are signed halves.
 */
export class TlbArray {
  /** First word, and the word behind the last entry. */
  readonly start: number;
  readonly end: number;
  readonly ways: number;
  readonly sizes: readonly EntrySize[];
  readonly policy: TlbPolicy;
  /** Whether there may be valid global entries, and pieces of large pages. */
  private mayHaveGlobals = false;
  private mayHavePieces = false;
  private readonly index: TlbIndex | null;
  private readonly setMask: number;
  private readonly setWords: number;
  private readonly random: RandomSource;
  private readonly dropped: (entryAddress: number) => void;
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  private readonly i32: Int32Array;

  constructor(memory: PhysicalMemory, { base, geometry, sizes, policy, random, dropped }: ArrayParts) {
    const { sets, ways } = geometry;
    this.memory = memory;
    this.u32 = memory.u32;
    this.i32 = memory.i32;
    this.ways = ways;
    this.sizes = sizes;
    this.policy = policy;
    this.random = random;
    this.dropped = dropped;
    this.setMask = sets - 1;
    this.setWords = ways * ENTRY_WORDS;
    this.start = base >>> 2;
    this.end = this.start + sets * this.setWords;
    const at = TLB_INDEX + ((base - TLB_BASE) / TLB_ENTRY_BYTES) * TLB_INDEX_BYTES;
    this.index = ways > SCANNED_WAYS ? new TlbIndex(memory, at, this.start, sets * ways, ways) : null;
  }

  /** The entries were changed by somebody else: a snapshot was restored. */
  rebuild(): void {
    this.index?.rebuild();
    this.mayHaveGlobals = this.mayHavePieces = true;
  }

  /** Its parts of the buffer that are state of the machine, as byte offsets. */
  regions(): readonly Region[] {
    const entries = { start: this.start << 2, end: this.end << 2 };
    if (this.policy !== 'plru') return [entries];
    return [entries, { start: this.treeOf(this.start), end: this.treeOf(this.end) }];
  }

  /** First entry of the set of a page. */
  private setOf(low: number, high: number, shift: number): number {
    const number = shift === 0 ? low : shift >= 32 ? high >> (shift - 32) : (low >>> shift) | (high << (32 - shift));
    return this.start + (number & this.setMask) * this.setWords;
  }

  /** The valid entry of a page for a space, or 0: by the sizes of the array in their order; one of the space before a global one. */
  find(low: number, high: number, space: number): number {
    for (let index = 0; index < this.sizes.length; index++) {
      const word = this.findSize(this.sizes[index]!, low, high, space);
      if (word !== 0) return word;
    }
    return 0;
  }

  findSize(size: EntrySize, pageLow: number, pageHigh: number, space: number): number {
    const { shift, mask, want } = size;
    const low = shift === 0 ? pageLow : firstLow(pageLow, shift);
    const high = shift === 0 ? pageHigh : firstHigh(pageHigh, shift);
    if (this.index !== null) return this.index.find(low, high, mask, want, space, this.mayHaveGlobals);
    const { i32 } = this;
    const first = this.setOf(low, high, shift);
    const end = first + this.setWords;
    let shared = 0;
    for (let word = first; word < end; word += ENTRY_WORDS) {
      if (i32[word] !== low || i32[word + 1] !== high) continue;
      const flags = i32[word + 3]!;
      if ((flags & mask) !== want) continue;
      if (i32[word + 4] === space) return word;
      if (shared === 0 && (flags & TLB_FLAG.global) !== 0) shared = word;
    }
    return shared;
  }

  /**
   * The entry of the set of a page to fill: the first invalid one, else the victim of the policy, which is evicted and counted (`counter`; -1: not
   * counted). It must be entered at once.
   */
  claim(low: number, high: number, shift: number, counter: number): number {
    const set = this.setOf(low, high, shift);
    let word = this.index === null ? this.oldest(set) : this.index.oldest(set);
    if ((this.u32[word + 3]! & TLB_FLAG.valid) === 0) return word;
    if (this.policy === 'random') word = set + (this.random.draw() % this.ways) * ENTRY_WORDS;
    else if (this.policy === 'plru') word = set + leafOf(this.memory.u8, this.treeOf(set), this.ways) * ENTRY_WORDS;
    if (counter >= 0) this.memory.count(counter);
    this.dropped(word << 2);
    this.index?.release(word);
    return word;
  }

  /** The first invalid entry of a set, else the one with the smallest stamp, the lowest of equals. */
  private oldest(first: number): number {
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

  /** Writes a claimed entry. `low` and `high`: the first page that it covers. */
  enter(word: number, low: number, high: number, space: number, content: EntryContent): void {
    const { u32 } = this;
    const { frame, flags, leaf } = content;
    u32[word] = low;
    u32[word + 1] = high;
    u32[word + 2] = frame;
    u32[word + 3] = flags;
    u32[word + 4] = space;
    u32[word + 5] = leaf;
    if ((flags & TLB_FLAG.global) !== 0) this.mayHaveGlobals = true;
    if (isPiece(flags)) this.mayHavePieces = true;
    this.index?.insert(word);
  }

  /** A valid entry is that of a page (its first page number), and of the same size as `flags` tell. */
  holds(word: number, low: number, high: number, flags: number): boolean {
    const { i32 } = this;
    return i32[word] === low && i32[word + 1] === high && ((i32[word + 3]! ^ flags) & TLB_FLAG.whole) === 0;
  }

  /** Writes a valid entry anew, where it is. */
  refresh(word: number, space: number, content: EntryContent): void {
    const { i32, u32 } = this;
    this.dropped(word << 2);
    const [low, high, stampLow, stampHigh] = [i32[word]!, i32[word + 1]!, u32[word + 6]!, u32[word + 7]!];
    this.index?.release(word);
    this.enter(word, low, high, space, content);
    u32[word + 6] = stampLow;
    u32[word + 7] = stampHigh;
  }

  /** An entry has been filled. */
  filled(word: number, time: number): void {
    if (this.policy === 'lfu') this.stamp(word, 1);
    else {
      this.stamp(word, time);
      if (this.policy === 'plru') this.turnAway(word);
    }
  }

  /** An entry has been used, or refreshed by a use. */
  used(word: number, time: number): void {
    if (this.policy === 'lru') this.stamp(word, time);
    else if (this.policy === 'lfu') this.stamp(word, this.u32[word + 7]! * TWO32 + this.u32[word + 6]! + 1);
    else if (this.policy === 'plru') this.turnAway(word);
  }

  private stamp(word: number, value: number): void {
    this.u32[word + 6] = value;
    this.u32[word + 7] = value / TWO32;
  }

  /** Byte of the buffer where the tree of a set begins. */
  private treeOf(set: number): number {
    return TLB_TREES + ((set << 2) - TLB_BASE) / TLB_ENTRY_BYTES;
  }

  private turnAway(word: number): void {
    const offset = (word - this.start) % this.setWords;
    turnAway(this.memory.u8, this.treeOf(word - offset), this.ways, offset / ENTRY_WORDS);
  }

  /** Makes a valid entry invalid, and says so first. */
  drop(word: number): void {
    this.dropped(word << 2);
    this.clear(word);
  }

  private clear(word: number): void {
    this.index?.remove(word);
    this.erase(word);
  }

  private erase(word: number): void {
    const { u32 } = this;
    for (let at = word; at < word + ENTRY_WORDS; at++) u32[at] = 0;
  }

  /** Makes the entries invalid that `unwanted` names, without saying so. How many there were. */
  empty(unwanted: (flags: number, space: number) => boolean): number {
    const { u32 } = this;
    let dropped = 0;
    for (let word = this.start; word < this.end; word += ENTRY_WORDS) {
      const flags = u32[word + 3]!;
      if ((flags & TLB_FLAG.valid) === 0 || !unwanted(flags, u32[word + 4]!)) continue;
      this.erase(word);
      dropped++;
    }
    if (dropped > 0) this.index?.rebuild();
    return dropped;
  }

  /** Drops what it has for a page: entries of the space and, if wanted, global ones of any; of a large page every piece. */
  dropPage(low: number, high: number, space: number, globals: boolean): void {
    if (this.mayHavePieces || (globals && this.mayHaveGlobals)) this.dropBySearch(low, high, space, globals);
    else
      for (const size of this.sizes)
        for (;;) {
          const word = this.findSize(size, low, high, space);
          if (word === 0 || (!globals && (this.u32[word + 3]! & TLB_FLAG.global) !== 0)) break;
          this.drop(word);
        }
  }

  private dropBySearch(low: number, high: number, space: number, globals: boolean): void {
    const { i32 } = this;
    let pieces = false;
    let shared = false;
    for (let word = this.start; word < this.end; word += ENTRY_WORDS) {
      const flags = i32[word + 3]!;
      if ((flags & TLB_FLAG.valid) === 0) continue;
      const global = (flags & TLB_FLAG.global) !== 0;
      const shift = (flags & TLB_FLAG.size1G) !== 0 ? 18 : (flags & TLB_FLAG.size2M) !== 0 ? 9 : 0;
      const mine = global ? globals : i32[word + 4] === space;
      if (mine && i32[word + 1] === high && (i32[word]! ^ low) >>> shift === 0) this.drop(word);
      else {
        pieces ||= isPiece(flags);
        shared ||= global;
      }
    }
    this.mayHavePieces = pieces;
    this.mayHaveGlobals = shared;
  }
}
