import { TLB_FLAG, TLB_INDEX_BYTES } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { ENTRY_WORDS } from './tlb-entry.js';

const TWO32 = 0x1_0000_0000;
/** Space of a global entry, for the hash: it serves all of them. */
const EVERY_SPACE = -1;

/**
 * Finds the entries and victims of an array with many ways without looking through a set. A hash table (open addressing, linear probing, two
 * places an entry) leads from page number and space to the entry. A heap for each set holds its ways by the stamps that they had when last looked at;
 * stamps only grow, so the top is put right when a victim is wanted, at a cost that the hits since then have paid for. Entries that are invalid
 * count as older than all others, so that the top is also the first way to fill. All of it follows from the entries: `rebuild`.
 */
export class TlbIndex {
  private readonly u32: Uint32Array;
  private readonly i32: Int32Array;
  private readonly start: number;
  private readonly entries: number;
  private readonly ways: number;
  /** Words: entry found at a place of the hash table, or 0. */
  private readonly places: Uint32Array;
  /** By entry of the array: the stamp, plus one, that the heap knows; 0: invalid. */
  private readonly keys: Float64Array;
  /** Ways of each set in heap order, and where each entry is in it; both as indexes of entries. */
  private readonly heap: Uint32Array;
  private readonly position: Uint32Array;

  /** `at`: byte offset of the array's part of TLB_INDEX; `start`: first word of the array. */
  constructor(memory: PhysicalMemory, at: number, start: number, entries: number, ways: number) {
    this.u32 = memory.u32;
    this.i32 = memory.i32;
    this.start = start;
    this.entries = entries;
    this.ways = ways;
    const buffer = memory.memory.buffer;
    this.keys = new Float64Array(buffer, at, entries);
    this.heap = new Uint32Array(buffer, at + 8 * entries, entries);
    this.position = new Uint32Array(buffer, at + 12 * entries, entries);
    this.places = new Uint32Array(buffer, at + 16 * entries, (TLB_INDEX_BYTES / 4 - 4) * entries);
    this.rebuild();
  }

  /** Makes everything anew from the entries. */
  rebuild(): void {
    this.places.fill(0);
    for (let entry = 0; entry < this.entries; entry++) {
      this.heap[entry] = entry;
      this.position[entry] = entry;
      this.keys[entry] = 0;
      const word = this.start + entry * ENTRY_WORDS;
      if ((this.u32[word + 3]! & TLB_FLAG.valid) !== 0) this.insert(word);
    }
  }

  private place(low: number, high: number, space: number): number {
    let hash = low ^ Math.imul(high, 0x85eb_ca6b) ^ Math.imul(space + 1, 0xc2b2_ae35);
    hash = Math.imul(hash ^ (hash >>> 15), 0x9e37_79b1);
    return ((hash >>> 16) * this.places.length) >>> 16;
  }

  private placeOf(word: number): number {
    const { i32 } = this;
    const space = (i32[word + 3]! & TLB_FLAG.global) !== 0 ? EVERY_SPACE : i32[word + 4]!;
    return this.place(i32[word]!, i32[word + 1]!, space);
  }

  /**
   * The valid entry of a page (first page number, signed halves) whose flags under `mask` are `want`: one of the space first, then a global one;
   * the lowest of equals. 0: none.
   */
  find(low: number, high: number, mask: number, want: number, space: number, globals: boolean): number {
    const own = this.search(low, high, mask, want, space, space);
    if (own !== 0 || !globals) return own;
    return this.search(low, high, mask, want, space, EVERY_SPACE);
  }

  private search(low: number, high: number, mask: number, want: number, space: number, key: number): number {
    const { places, i32 } = this;
    const global = key === EVERY_SPACE ? TLB_FLAG.global : 0;
    let found = 0;
    for (let place = this.place(low, high, key); ; ) {
      const word = places[place]!;
      if (word === 0) return found;
      const flags = i32[word + 3]!;
      const same =
        i32[word] === low && i32[word + 1] === high && (flags & (mask | TLB_FLAG.global)) === (want | global);
      if (same) {
        if (i32[word + 4] === space) return word;
        if (global !== 0 && (found === 0 || word < found)) found = word;
      }
      if (++place === places.length) place = 0;
    }
  }

  /** An entry has been written. */
  insert(word: number): void {
    const { places } = this;
    let place = this.placeOf(word);
    while (places[place] !== 0) if (++place === places.length) place = 0;
    places[place] = word;
  }

  /** An entry is about to be made invalid. */
  remove(word: number): void {
    this.release(word);
    this.lower((word - this.start) / ENTRY_WORDS);
  }

  /** An entry is about to be written anew: its place in the hash table becomes free. */
  release(word: number): void {
    const { places } = this;
    const { length } = places;
    let hole = this.placeOf(word);
    while (places[hole] !== word) if (++hole === length) hole = 0;
    for (let place = hole; ; ) {
      if (++place === length) place = 0;
      const other = places[place]!;
      if (other === 0) break;
      // It may move up if the hole is not before the place that it wants.
      const fromWanted = place - this.placeOf(other);
      const fromHole = place - hole;
      if ((fromWanted < 0 ? fromWanted + length : fromWanted) < (fromHole < 0 ? fromHole + length : fromHole)) continue;
      places[hole] = other;
      hole = place;
    }
    places[hole] = 0;
  }

  /** The entry's key falls to that of an invalid one. */
  private lower(entry: number): void {
    const { keys, heap, position, ways } = this;
    const set = entry - (entry % ways);
    keys[entry] = 0;
    let at = position[entry]! - set;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      const above = heap[set + parent]!;
      if (keys[above]! === 0 && above < entry) break;
      this.put(set, at, above);
      at = parent;
    }
    this.put(set, at, entry);
  }

  private put(set: number, at: number, entry: number): void {
    this.heap[set + at] = entry;
    this.position[entry] = set + at;
  }

  /** Of the set that starts at the word `first`: the first invalid entry, else the one with the smallest stamp, the lowest of equals. */
  oldest(first: number): number {
    const { u32, heap, keys, start } = this;
    const set = (first - start) / ENTRY_WORDS;
    for (;;) {
      const entry = heap[set]!;
      const word = start + entry * ENTRY_WORDS;
      const valid = (u32[word + 3]! & TLB_FLAG.valid) !== 0;
      const key = valid ? u32[word + 7]! * TWO32 + u32[word + 6]! + 1 : 0;
      if (key === keys[entry]) return word;
      keys[entry] = key;
      this.sink(set, entry);
    }
  }

  /** The top's key has grown. */
  private sink(set: number, entry: number): void {
    const { keys, heap, ways } = this;
    const key = keys[entry]!;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= ways) break;
      const right = child + 1;
      if (right < ways && this.before(heap[set + right]!, heap[set + child]!)) child = right;
      const below = heap[set + child]!;
      if (keys[below]! > key || (keys[below]! === key && below > entry)) break;
      this.put(set, at, below);
      at = child;
    }
    this.put(set, at, entry);
  }

  private before(a: number, b: number): boolean {
    const { keys } = this;
    return keys[a]! < keys[b]! || (keys[a] === keys[b] && a < b);
  }
}
