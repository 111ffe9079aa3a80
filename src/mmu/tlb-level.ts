import { TLB_FLAG } from '../memory/layout.js';
import type { TlbArray } from './tlb-array.js';
import { type EntryContent, type EntrySize, firstHigh, firstLow } from './tlb-entry.js';

/** A translation on its way into a level. `frame`: of the page of the address itself, whatever the size of the page that it is in. */
export interface Translation extends EntryContent {
  /** It comes from an entry that held a piece of a large page: nobody knows the rest. */
  readonly piece: boolean;
}

/** A page number (signed halves), and the address space that looks it up. */
export interface Page {
  readonly low: number;
  readonly high: number;
  readonly space: number;
}

/** Flags that say what part of a page an entry maps. */
const SIZES = TLB_FLAG.size2M | TLB_FLAG.size1G;

/** log2 of the pages that a translation with these flags is one of. */
export function shiftOf(flags: number): number {
  return (flags & SIZES) === 0 ? 0 : (flags & TLB_FLAG.size2M) !== 0 ? 9 : 18;
}

/** One level of a TLB as one kind of access sees it: arrays that are looked up in their order. */
export class TlbLevel {
  readonly arrays: readonly TlbArray[];
  /** Frames of the machine: a page that reaches beyond them is held in pieces. */
  private readonly frames: number;
  private found: TlbArray;
  /** The first array for pages of each size. */
  private readonly small: TlbArray | null;
  private readonly large: TlbArray | null;
  private readonly huge: TlbArray | null;

  /** `arrays`: at least one. */
  constructor(arrays: readonly TlbArray[], frames: number) {
    this.arrays = arrays;
    this.frames = frames;
    this.found = arrays[0]!;
    const serving = (shift: number) =>
      arrays.find(({ sizes }) => sizes.some((size: EntrySize) => size.shift === shift)) ?? null;
    this.small = serving(0);
    this.large = serving(9);
    this.huge = serving(18);
  }

  /** The valid entry for a page number (signed halves) and a space, or 0. */
  find(low: number, high: number, space: number): number {
    const { arrays } = this;
    for (let index = 0; index < arrays.length; index++) {
      const word = arrays[index]!.find(low, high, space);
      if (word === 0) continue;
      this.found = arrays[index]!;
      return word;
    }
    return 0;
  }

  /** The entry that the last `find` found has been used. */
  used(word: number, time: number): void {
    this.found.used(word, time);
  }

  /** That entry is good for nothing any more. */
  drop(word: number): void {
    this.found.drop(word);
  }

  /**
   * Holds a translation of a page. `known`: the entry that the last `find` found for the page and that did not do, or 0: it is refreshed where it is
   * if that is where the translation belongs, else dropped. An eviction is counted in `counter`. The entry, or 0 if no array has a place for pages
   * of this size.
   */
  fill(page: Page, translation: Translation, known: number, time: number, counter: number): number {
    const { flags, leaf } = translation;
    const { low, high, space } = page;
    const shift = translation.piece ? 0 : shiftOf(flags);
    const whole = shift !== 0 && this.isInRam(translation.frame, shift) ? (shift === 9 ? this.large : this.huge) : null;
    const array = whole ?? this.small;
    const size = whole === null ? 0 : shift;
    const firstL = firstLow(low, size);
    const firstH = firstHigh(high, size);
    const frame = translation.frame & (-1 << size);
    const content = { frame, flags: whole === null ? flags : flags | TLB_FLAG.whole, leaf };
    if (known !== 0) {
      if (array === this.found && array.holds(known, firstL, firstH, content.flags)) {
        array.refresh(known, space, content);
        array.used(known, time);
        return known;
      }
      this.found.drop(known);
    }
    if (array === null) return 0;
    const word = array.claim(firstL, firstH, size, counter);
    array.enter(word, firstL, firstH, space, content);
    array.filled(word, time);
    return word;
  }

  private isInRam(frame: number, shift: number): boolean {
    return (frame & (-1 << shift)) + 2 ** shift <= this.frames;
  }
}
