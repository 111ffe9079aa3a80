import { COUNTER } from '../../memory/layout.js';
import { ENTRY } from '../../mmu/entry-bits.js';
import type { Area } from './area.js';
import { entryKind, entryNumber } from './entry.js';
import { FRAME_USE } from './frames.js';
import type { AccessKind, FaultOutcome } from './page-fault.js';
import type { PageTable } from './page-table.js';
import type { VirtualMemory } from './virtual-memory.js';

/**
 * Pages of 2 MiB and 1 GiB, each one entry above the leaf tables (PS) and adjacent frames from a multiple of its size on, whose first frame has the
 * books. As with Linux's hugetlb they are promised when they are mapped: for every page that an area has and nobody has touched there is a run of
 * frames kept. They are filled at the first touch, never swapped, and copied whole on the first store after a fork.
 */
export class LargePages {
  private readonly vm: VirtualMemory;
  /** First frames of the runs that are kept for a space, by the number of their frames. */
  private readonly kept = new Map<PageTable, Map<number, number[]>>();
  /** Frames of every run that is kept or mapped, by its first. */
  private readonly sizes = new Map<number, number>();

  constructor(vm: VirtualMemory) {
    this.vm = vm;
  }

  /** Frames of a page of an area. */
  private framesOf({ pageBytes }: Area): number {
    return pageBytes! / this.vm.pageBytes;
  }

  private runs(table: PageTable, frames: number): number[] {
    const sizes = this.kept.get(table) ?? new Map<number, number[]>();
    const runs = sizes.get(frames) ?? [];
    this.kept.set(table, sizes.set(frames, runs));
    return runs;
  }

  /** Number of pages of so many bytes that a space has been promised and has not touched. */
  promised(table: PageTable, pageBytes: number): number {
    return this.kept.get(table)?.get(pageBytes / this.vm.pageBytes)?.length ?? 0;
  }

  /** Keeps frames for so many pages of an area. False: there are not enough, and nothing has changed. */
  promise(table: PageTable, area: Area, pages: number): boolean {
    const frames = this.framesOf(area);
    for (let taken = 0; taken < pages; taken++) {
      const first = this.take(frames);
      if (first < 0) {
        this.giveBack(table, frames, taken);
        return false;
      }
      this.runs(table, frames).push(first);
    }
    return true;
  }

  private take(frames: number): number {
    const first = this.vm.takeRun(FRAME_USE.large, frames, frames);
    if (first >= 0) this.sizes.set(first, frames);
    return first;
  }

  /** The pages of a range of an area that nobody has touched go. */
  abandon(table: PageTable, area: Area, start: number, end: number): void {
    this.giveBack(table, this.framesOf(area), this.untouched(table, area, start, end).length);
  }

  /** A child that could not be completed has fewer promises than untouched pages. */
  private giveBack(table: PageTable, frames: number, pages: number): void {
    const runs = this.runs(table, frames);
    for (let page = Math.min(pages, runs.length); page > 0; page--) this.release(runs.pop()!);
    if (runs.length === 0) this.kept.get(table)!.delete(frames);
    if (this.kept.get(table)!.size === 0) this.kept.delete(table);
  }

  private release(first: number): void {
    const size = this.sizes.get(first)!;
    for (let frame = first + size - 1; frame >= first; frame--) this.vm.frames.release(frame);
    this.sizes.delete(first);
  }

  /** First pages of the large pages of a range that have no entry. */
  private untouched(table: PageTable, area: Area, start: number, end: number): number[] {
    const pages: number[] = [];
    for (let address = start; address < end; address += area.pageBytes!) {
      const page = address / this.vm.pageBytes;
      if (table.find(page) === 0) pages.push(page);
    }
    return pages;
  }

  /** Answers a fault in an area of large pages that gives the right. */
  resolve(table: PageTable, area: Area, address: number, access: AccessKind): FaultOutcome {
    const frames = this.framesOf(area);
    const page = Math.floor(address / area.pageBytes!) * frames;
    const entry = table.ensure(page, Math.log2(frames));
    if (entry === 0) return 'shortage';
    const low = table.low(entry);
    if (entryKind(low) === 'empty') this.fill(table, area, page, entry);
    else if (access === 'write' && (low & ENTRY.write) === 0 && !this.makeWritable(table, area, page, entry))
      return 'shortage';
    return 'resolved';
  }

  /** First touch: one of the runs that are kept, cleared. */
  private fill(table: PageTable, area: Area, page: number, entry: number): void {
    const { vm } = this;
    const frames = this.framesOf(area);
    const first = this.runs(table, frames).pop()!;
    for (let frame = first; frame < first + frames; frame++) vm.zero(frame);
    vm.memory.count(COUNTER.zeroFills);
    vm.map(table, page, entry, first, area.rights, ENTRY.pageSize);
    vm.frames.shared[first] = area.shared ? 1 : 0;
    vm.emit({ kind: 'fill', pid: table.pid, page: page * vm.pageBytes, frame: first, content: 'zero' });
  }

  /** Copy-on-write. False: no frames, see `vm.shortage`. */
  private makeWritable(table: PageTable, area: Area, page: number, entry: number): boolean {
    const { vm } = this;
    const low = table.low(entry);
    const from = entryNumber(low);
    if (vm.frames.mappings[from]!.length === 1) {
      vm.remap(table, page, entry, low, area.rights);
      return true;
    }
    const frames = this.framesOf(area);
    const to = this.take(frames);
    if (to < 0) return false;
    for (let frame = 0; frame < frames; frame++) vm.copy(from + frame, to + frame);
    vm.memory.count(COUNTER.pageCopies);
    vm.drop(table, page, entry, low);
    vm.map(table, page, entry, to, area.rights, (low & ENTRY.accessed) | ENTRY.pageSize);
    vm.emit({ kind: 'copy', pid: table.pid, page: page * vm.pageBytes, from, to });
    return true;
  }

  /** An entry no longer names the large page that starts at a frame. */
  drop(table: PageTable, page: number, first: number): void {
    const { frames } = this.vm;
    frames.removeMapping(first, table, page);
    if (frames.mappings[first]!.length === 0) this.release(first);
  }

  /** Enters in a child what its parent has of an area (fork). False: no memory. */
  share(area: Area, parent: PageTable, child: PageTable): boolean {
    const { vm } = this;
    const untouched = this.untouched(parent, area, area.start, area.end);
    if (area.shared)
      for (const page of untouched) {
        if (this.resolve(parent, area, page * vm.pageBytes, 'read') !== 'resolved') return false;
      }
    else if (!this.promise(child, area, untouched.length)) return false;
    const rights = area.shared ? area.rights : { ...area.rights, write: false };
    let complete = true;
    parent.forEach(area.start / vm.pageBytes, area.end / vm.pageBytes, (page, entry, low) => {
      const own = complete ? child.ensure(page, Math.log2(this.framesOf(area))) : 0;
      complete = own !== 0;
      if (!complete) return;
      if ((low & ENTRY.write) !== 0 && !area.shared) vm.remap(parent, page, entry, low, rights);
      vm.map(child, page, own, entryNumber(low), rights, low & (ENTRY.accessed | ENTRY.pageSize));
    });
    return complete;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const copy = (kept: ReadonlyMap<number, number[]>) =>
      new Map([...kept].map(([frames, runs]) => [frames, [...runs]]));
    const spaces = [...this.kept].map(([table, kept]) => [table, copy(kept)] as const);
    const sizes = [...this.sizes];
    return () => {
      this.kept.clear();
      for (const [table, kept] of spaces) this.kept.set(table, copy(kept));
      this.sizes.clear();
      for (const [first, frames] of sizes) this.sizes.set(first, frames);
    };
  }
}
