import { COUNTER } from '../../memory/layout.js';
import { type Design, pageShiftOf, X86_64 } from '../../mmu/design.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import { x86Levels } from '../../mmu/schemes/paging.js';
import { levelsOf } from '../../mmu/schemes/tables.js';
import type { EntryBook } from './entry-book.js';
import type { Frames } from './frames.js';

const TABLE_ENTRY = ENTRY.present | ENTRY.write | ENTRY.user;

/** A level of page tables. Its index is `bits` wide and starts at bit `shift` of a page number; a table occupies `frames` frames. */
export interface TableShape {
  readonly shift: number;
  readonly bits: number;
  readonly frames: number;
}

/** The levels of a design, root first. `entryBytes`: bytes of an entry. */
export function tableShapes(design: Design, entryBytes: number): readonly TableShape[] {
  const pageShift = pageShiftOf(design);
  const x86 = x86Levels(design.kind === 'x86-64' ? design : X86_64);
  const levels = design.kind === 'paged' ? levelsOf(design) : x86.map(({ shift }) => ({ shift, bits: 9 }));
  return levels.map(({ shift, bits }) => ({
    shift: shift - pageShift,
    bits,
    frames: Math.ceil((entryBytes * 2 ** bits) / 2 ** pageShift),
  }));
}

/** An entry above the leaf tables names the next table; else it is empty, or that of a large page. */
function namesTable(low: number): boolean {
  return (low & (ENTRY.present | ENTRY.pageSize)) === ENTRY.present;
}

/** What all page tables of a machine have in common. */
export interface TableMaker {
  readonly book: EntryBook;
  readonly frames: Frames;
  /** Bytes of a frame. */
  readonly pageBytes: number;
  readonly shapes: readonly TableShape[];
  /** The first of so many adjacent zeroed frames for a table, or -1 when they are not to be had. */
  readonly take: (frames: number) => number;
  readonly count: (counter: number) => void;
  /** Tables below a root have been given back. */
  readonly released: (root: number) => void;
}

/** A table on the way to a leaf: its first frame, its level, and the address of the entry one level up that names it. */
interface Step {
  readonly frame: number;
  readonly level: number;
  readonly entry: number;
}

/** A leaf entry in use, read without counting. `pages`: how many it maps from `page` on; more than one: a large page. */
export interface LeafEntry {
  readonly page: number;
  readonly pages: number;
  readonly entry: number;
  readonly low: number;
  readonly high: number;
}

/**
 * The page table of one address space, of any number of levels: real entries in RAM, in frames of their own that are made when a page below
 * them is first entered and given back when their last entry goes. Pages are numbered by virtual address / page size. Entries have the form
 * of entry.ts, whatever they look like in RAM. Every entry read or written counts as a kernel reference.
 */
export class PageTable {
  /** First frame of the root table, which is where CR3 points. */
  readonly root: number;
  /** Process whose space it is, for events. */
  readonly pid: number;
  /** Frames that the tables occupy. */
  tableCount: number;
  private readonly maker: TableMaker;
  private readonly leafLevel: number;

  constructor(maker: TableMaker, root: number, pid: number) {
    this.maker = maker;
    this.root = root;
    this.pid = pid;
    this.leafLevel = maker.shapes.length - 1;
    this.tableCount = maker.shapes[0]!.frames;
  }

  /** Physical address of the leaf entry of a page, that of a large page if it is in one; 0 when no table covers it. */
  find(page: number): number {
    let frame = this.root;
    for (let level = 0; level < this.leafLevel; level++) {
      const entry = this.entryAddress(frame, page, level);
      const low = this.low(entry);
      if (!namesTable(low)) return low === 0 ? 0 : entry;
      frame = low >>> 12;
    }
    return this.entryAddress(frame, page, this.leafLevel);
  }

  /**
   * Physical address of the entry that maps the 2^shift pages from `page` on, making the tables that are missing. 0 when there is no frame for them.
   * The shift must be that of a level.
   */
  ensure(page: number, shift = 0): number {
    const { take, shapes } = this.maker;
    const last = shapes.findIndex((shape) => shape.shift === shift);
    let frame = this.root;
    for (let level = 0; level < last; level++) {
      const entry = this.entryAddress(frame, page, level);
      const low = this.low(entry);
      if ((low & ENTRY.present) !== 0) {
        frame = low >>> 12;
        continue;
      }
      const { frames } = shapes[level + 1]!;
      const table = take(frames);
      if (table < 0) return 0;
      this.tableCount += frames;
      this.set(entry, ((table << 12) | TABLE_ENTRY) >>> 0, 0);
      frame = table;
    }
    return this.entryAddress(frame, page, last);
  }

  /** Low half of the entry at a physical address. */
  low(entry: number): number {
    this.maker.count(COUNTER.kernelReads);
    return this.maker.book.low(entry);
  }

  /** Writes the entry at a physical address and keeps the number of entries in use of its table. */
  set(entry: number, low: number, high: number): void {
    const { book, frames, pageBytes, count } = this.maker;
    const table = Math.floor(entry / pageBytes);
    const before = book.low(entry) !== 0 ? 1 : 0;
    frames.liveEntries[table] = frames.liveEntries[table]! + (low !== 0 ? 1 : 0) - before;
    count(COUNTER.kernelWrites);
    book.write(entry, low, high);
  }

  /** Writes the low half of an entry. */
  setLow(entry: number, low: number): void {
    this.set(entry, low, this.maker.book.high(entry));
  }

  /** Calls `visit` for every leaf entry in use of the pages from `start` up to, not including, `end`, in order; no large page is only partly in the range. */
  forEach(start: number, end: number, visit: (page: number, entry: number, low: number) => void): void {
    const leaves = 2 ** this.maker.shapes[this.leafLevel]!.bits;
    for (let page = start; page < end; ) {
      let frame = this.root;
      let missing = 0;
      for (let level = 0; level < this.leafLevel; level++) {
        const entry = this.entryAddress(frame, page, level);
        const low = this.low(entry);
        if (!namesTable(low)) {
          missing = this.maker.shapes[level]!.shift;
          if (low !== 0) visit(page, entry, low);
          break;
        }
        frame = low >>> 12;
      }
      if (missing !== 0) {
        const span = 2 ** missing;
        page = (Math.floor(page / span) + 1) * span;
        continue;
      }
      const last = Math.min(end, (Math.floor(page / leaves) + 1) * leaves);
      for (; page < last; page++) {
        const entry = this.entryAddress(frame, page, this.leafLevel);
        const low = this.low(entry);
        if (low !== 0) visit(page, entry, low);
      }
    }
  }

  /** The leaf entries in use, in order. Looking is free: nothing is counted. */
  *entries(): Generator<LeafEntry> {
    yield* this.below(this.root, 0, 0);
  }

  private *below(frame: number, level: number, first: number): Generator<LeafEntry> {
    const { book, shapes, pageBytes } = this.maker;
    const { shift, bits } = shapes[level]!;
    for (let index = 0; index < 2 ** bits; index++) {
      const entry = frame * pageBytes + index * book.bytes;
      const low = book.low(entry);
      if (low === 0) continue;
      const page = first + index * 2 ** shift;
      const isLeaf = level === this.leafLevel || !namesTable(low);
      if (isLeaf) yield { page, pages: 2 ** shift, entry, low, high: book.high(entry) };
      else yield* this.below(low >>> 12, level + 1, page);
    }
  }

  /** Gives back the tables of the pages from `start` up to, not including, `end` that have no entry left. */
  prune(start: number, end: number): void {
    const { shapes } = this.maker;
    for (let page = start; page < end; ) {
      const path = this.path(page);
      const covered =
        path.length === this.leafLevel ? 2 ** shapes[this.leafLevel]!.bits : 2 ** shapes[path.length]!.shift;
      this.releaseEmpty(path);
      page = (Math.floor(page / covered) + 1) * covered;
    }
  }

  /** The tables below the root on the way to a page, as far as there are any. */
  private path(page: number): Step[] {
    const path: Step[] = [];
    let frame = this.root;
    for (let level = 0; level < this.leafLevel; level++) {
      const entry = this.entryAddress(frame, page, level);
      const low = this.low(entry);
      if (!namesTable(low)) break;
      frame = low >>> 12;
      path.push({ frame, level: level + 1, entry });
    }
    return path;
  }

  private releaseEmpty(path: Step[]): void {
    const before = this.tableCount;
    for (const { frame, level, entry } of path.reverse()) {
      if (this.isUsed(frame, level)) break;
      this.set(entry, 0, 0);
      this.releaseTable(frame, level);
    }
    if (this.tableCount !== before) this.maker.released(this.root);
  }

  private isUsed(table: number, level: number): boolean {
    const { frames, shapes } = this.maker;
    for (let frame = table; frame < table + shapes[level]!.frames; frame++) {
      if (frames.liveEntries[frame] !== 0) return true;
    }
    return false;
  }

  private releaseTable(table: number, level: number): void {
    const { frames, shapes } = this.maker;
    this.tableCount -= shapes[level]!.frames;
    for (let frame = table + shapes[level]!.frames - 1; frame >= table; frame--) {
      frames.liveEntries[frame] = 0;
      frames.release(frame);
    }
  }

  /** Gives back the root, once every page is out. */
  destroy(): void {
    this.releaseTable(this.root, 0);
  }

  /** Physical address of the entry of `page` in the table at `frame`, at a level. */
  private entryAddress(frame: number, page: number, level: number): number {
    const { book, pageBytes, shapes } = this.maker;
    const { shift, bits } = shapes[level]!;
    const index = Math.floor(page / 2 ** shift) & (2 ** bits - 1);
    return frame * pageBytes + index * book.bytes;
  }
}
