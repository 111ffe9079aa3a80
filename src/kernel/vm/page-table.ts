import { COUNTER, PAGE_SHIFT } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { Frames } from './frames.js';

/** Levels of x86-64 paging above the leaf, as the shift that isolates the index from a page number: PML4, PDPT, PD. */
const UPPER_SHIFTS = [27, 18, 9] as const;
const INDEX_MASK = 0x1ff;
const TABLE_ENTRY = ENTRY.present | ENTRY.write | ENTRY.user;

/** A table on the way to a leaf: its frame, and the address of the entry one level up that names it. */
interface Step {
  readonly frame: number;
  readonly entry: number;
}

/**
 * The four-level page table of one address space: real entries in RAM (Intel SDM vol. 3, 4.5), in frames of their own that are
 * made when a page below them is first entered and given back when their last entry goes. Pages are numbered by virtual
 * address / 4096. Every entry read or written counts as a kernel reference.
 */
export class PageTable {
  readonly memory: PhysicalMemory;
  private readonly frames: Frames;
  /** A zeroed frame for a table, or -1 when there is none to be had. */
  private readonly takeTableFrame: () => number;
  /** Frame of the PML4: CR3 is `root * 4096`. */
  readonly root: number;
  /** Process whose space it is, for events. */
  readonly pid: number;
  /** Frames that the tables occupy. */
  tableCount = 1;

  constructor(memory: PhysicalMemory, frames: Frames, takeTableFrame: () => number, root: number, pid: number) {
    this.memory = memory;
    this.frames = frames;
    this.takeTableFrame = takeTableFrame;
    this.root = root;
    this.pid = pid;
  }

  /** Physical address of the leaf entry of a page; 0 when no table covers it. */
  find(page: number): number {
    let frame = this.root;
    for (const shift of UPPER_SHIFTS) {
      const low = this.low(entryAddress(frame, page, shift));
      if ((low & ENTRY.present) === 0) return 0;
      frame = low >>> PAGE_SHIFT;
    }
    return entryAddress(frame, page, 0);
  }

  /** As `find`, making the tables that are missing. 0 when there is no frame for them. */
  ensure(page: number): number {
    let frame = this.root;
    for (const shift of UPPER_SHIFTS) {
      const entry = entryAddress(frame, page, shift);
      const low = this.low(entry);
      if ((low & ENTRY.present) !== 0) {
        frame = low >>> PAGE_SHIFT;
        continue;
      }
      const table = this.takeTableFrame();
      if (table < 0) return 0;
      this.tableCount++;
      this.set(entry, ((table << PAGE_SHIFT) | TABLE_ENTRY) >>> 0, 0);
      frame = table;
    }
    return entryAddress(frame, page, 0);
  }

  /** Low half of the entry at a physical address. */
  low(entry: number): number {
    this.memory.count(COUNTER.kernelReads);
    return this.memory.readEntryLow(entry);
  }

  /** Writes the entry at a physical address and keeps the number of entries in use of its table. */
  set(entry: number, low: number, high: number): void {
    const table = entry >>> PAGE_SHIFT;
    const before = this.memory.readEntryLow(entry) !== 0 ? 1 : 0;
    this.frames.liveEntries[table] = this.frames.liveEntries[table]! + (low !== 0 ? 1 : 0) - before;
    this.memory.count(COUNTER.kernelWrites);
    this.memory.writeEntry(entry, low, high);
  }

  /** Calls `visit` for every entry in use of the pages from `start` up to, not including, `end`, in order. */
  forEach(start: number, end: number, visit: (page: number, entry: number, low: number) => void): void {
    for (let page = start; page < end; ) {
      let frame = this.root;
      let missing = 0;
      for (const shift of UPPER_SHIFTS) {
        const low = this.low(entryAddress(frame, page, shift));
        if ((low & ENTRY.present) === 0) {
          missing = shift;
          break;
        }
        frame = low >>> PAGE_SHIFT;
      }
      if (missing !== 0) {
        const span = 2 ** missing;
        page = (Math.floor(page / span) + 1) * span;
        continue;
      }
      const last = Math.min(end, (Math.floor(page / 512) + 1) * 512);
      for (; page < last; page++) {
        const entry = entryAddress(frame, page, 0);
        const low = this.low(entry);
        if (low !== 0) visit(page, entry, low);
      }
    }
  }

  /** Gives back the tables of the pages from `start` up to, not including, `end` that have no entry left. */
  prune(start: number, end: number): void {
    for (let page = start; page < end; ) {
      const path = this.path(page);
      const covered = path.length === UPPER_SHIFTS.length ? 512 : 2 ** UPPER_SHIFTS[path.length]!;
      this.releaseEmpty(path);
      page = (Math.floor(page / covered) + 1) * covered;
    }
  }

  /** The tables below the root on the way to a page, as far as there are any. */
  private path(page: number): Step[] {
    const path: Step[] = [];
    let frame = this.root;
    for (const shift of UPPER_SHIFTS) {
      const entry = entryAddress(frame, page, shift);
      const low = this.low(entry);
      if ((low & ENTRY.present) === 0) break;
      frame = low >>> PAGE_SHIFT;
      path.push({ frame, entry });
    }
    return path;
  }

  private releaseEmpty(path: Step[]): void {
    for (const { frame, entry } of path.reverse()) {
      if (this.frames.liveEntries[frame] !== 0) return;
      this.set(entry, 0, 0);
      this.releaseTable(frame);
    }
  }

  private releaseTable(table: number): void {
    this.tableCount--;
    this.frames.liveEntries[table] = 0;
    this.frames.release(table);
  }

  /** Gives back the root, once every page is out. */
  destroy(): void {
    this.releaseTable(this.root);
  }
}

/** Physical address of the entry of `page` in the table in `frame`, at the level given by its shift. */
function entryAddress(frame: number, page: number, shift: number): number {
  const index = Math.floor(page / 2 ** shift) & INDEX_MASK;
  return frame * 4096 + index * 8;
}
