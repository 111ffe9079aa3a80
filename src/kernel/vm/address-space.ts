import { type Area, mergeable, PAGE, pageUp, USER_END } from './area.js';
import { entryNumber, isResident, type Rights } from './entry.js';
import type { FaultOutcome } from './page-fault.js';
import type { PageTable } from './page-table.js';
import type { VirtualMemory } from './virtual-memory.js';

/** A growing stack keeps this far from the area below it (Linux: stack_guard_gap, 256 pages). */
export const STACK_GUARD_GAP = 256 * PAGE;
/** Where mmap looks first, going down: 128 MiB below the top of the stack, as Linux does without randomisation. */
export const MMAP_TOP = 2 ** 47 - PAGE - 128 * 2 ** 20;
/** No mapping below this address (Linux: vm.mmap_min_addr). */
export const LOWEST_ADDRESS = 65536;

/**
 * One address space: sorted areas, which the hardware does not know, and the page table, whose entries are made from them on
 * demand. Addresses are virtual, in bytes, and page-aligned where areas are concerned.
 */
export class AddressSpace {
  readonly vm: VirtualMemory;
  readonly table: PageTable;
  /** Sorted, not overlapping. */
  private list: Area[] = [];
  /** The heap reaches from `heapStart` to `heapEnd`, the break; its area to the end of that page. */
  heapStart = 0;
  heapEnd = 0;
  /** Bytes that a stack may have (RLIMIT_STACK). */
  stackLimit: number;
  /** What became of the last fault that the kernel itself ran into here. */
  lastOutcome: FaultOutcome = 'resolved';

  constructor(vm: VirtualMemory, table: PageTable, stackLimit: number) {
    this.vm = vm;
    this.table = table;
    this.stackLimit = stackLimit;
  }

  /** Whether the kernel ran out of memory or swap on behalf of the program since it was last asked. */
  takeShortage(): boolean {
    const shortage = this.lastOutcome === 'shortage';
    this.lastOutcome = 'resolved';
    return shortage;
  }

  get areas(): readonly Area[] {
    return this.list;
  }

  /** Remembers the present state but for the entries, which are in RAM: the function given back restores it. */
  remember(): () => void {
    const areas = [...this.list];
    const { heapStart, heapEnd, lastOutcome } = this;
    const { tableCount } = this.table;
    return () => {
      this.list = [...areas];
      Object.assign(this, { heapStart, heapEnd, lastOutcome });
      this.table.tableCount = tableCount;
    };
  }

  /** Index of the first area that ends above `address`. */
  private indexAbove(address: number): number {
    let low = 0;
    let high = this.list.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.list[middle]!.end > address) high = middle;
      else low = middle + 1;
    }
    return low;
  }

  areaAt(address: number): Area | null {
    const area = this.list[this.indexAbove(address)];
    return area !== undefined && area.start <= address ? area : null;
  }

  /** The nearest areas that lie wholly below and wholly above an address. */
  neighbours(address: number): { below: Area | null; above: Area | null } {
    const index = this.indexAbove(address);
    const above = (this.list[index]?.start ?? 0) > address ? index : index + 1;
    return { below: this.list[index - 1] ?? null, above: this.list[above] ?? null };
  }

  isFree(start: number, end: number): boolean {
    const next = this.list[this.indexAbove(start)];
    return next === undefined || next.start >= end;
  }

  /** Adds an area, in place of whatever is there. */
  map(area: Area): void {
    if (!this.isFree(area.start, area.end)) this.unmap(area.start, area.end);
    this.list.splice(this.indexAbove(area.start), 0, area);
    this.mergeAround(area.start, area.end);
  }

  /** Removes everything in a range: areas, entries, frames, slots. */
  unmap(start: number, end: number): void {
    if (this.isFree(start, end)) return;
    const { vm, table } = this;
    table.forEach(start / PAGE, end / PAGE, (page, entry, low) => vm.drop(table, page, entry, low));
    this.replace(start, end, () => []);
    table.prune(start / PAGE, end / PAGE);
  }

  /** Takes away the content of private areas in a range; the areas stay, and the next touch is a first one (MADV_DONTNEED). */
  forget(start: number, end: number): void {
    const { vm, table } = this;
    for (const area of this.list) {
      if (area.shared || area.end <= start || area.start >= end) continue;
      const [first, last] = [Math.max(start, area.start), Math.min(end, area.end)];
      table.forEach(first / PAGE, last / PAGE, (page, entry, low) => vm.drop(table, page, entry, low));
    }
  }

  /**
   * Moves a range of one area of anonymous memory to a free place (mremap): entries go along with what they name, no page is copied. False: no
   * memory for a table; some of the pages have moved then, and none is lost: the rest has stayed.
   */
  move(start: number, end: number, to: number): boolean {
    const { vm, table } = this;
    const area = this.areaAt(start)!;
    const pages: number[] = [];
    table.forEach(start / PAGE, end / PAGE, (page) => pages.push(page));
    this.map({ ...area, start: to, end: to + end - start });
    for (const page of pages) {
      const target = table.ensure(page + (to - start) / PAGE);
      if (target === 0) return false;
      // Making a table may have evicted the very page, so its entry is looked up only now.
      vm.move(table, page, table.ensure(page), page + (to - start) / PAGE, target, area.rights);
    }
    this.unmap(start, end);
    return true;
  }

  /** A space with the same areas over another, empty table. */
  likeness(table: PageTable): AddressSpace {
    const space = new AddressSpace(this.vm, table, this.stackLimit);
    space.list = [...this.list];
    space.heapStart = this.heapStart;
    space.heapEnd = this.heapEnd;
    return space;
  }

  /** Gives a range other rights, up to the first hole. False: there was one. */
  protect(start: number, end: number, rights: Rights): boolean {
    const hole = this.firstHole(start, end);
    const last = hole ?? end;
    if (last > start) {
      this.replace(start, last, (area) => [{ ...area, rights }]);
      this.rewriteEntries(start, last, rights);
      this.mergeAround(start, last);
    }
    return hole === null;
  }

  private rewriteEntries(start: number, end: number, rights: Rights): void {
    const { vm, table } = this;
    table.forEach(start / PAGE, end / PAGE, (page, entry, low) => {
      if (!isResident(low)) return;
      const frame = entryNumber(low);
      const writable = rights.write && (vm.frames.shared[frame] === 1 || vm.exclusive(frame));
      vm.remap(table, page, entry, low, { ...rights, write: writable });
    });
  }

  /** First address of the range that no area holds; null when all is mapped. */
  firstHole(start: number, end: number): number | null {
    let address = start;
    for (let i = this.indexAbove(start); address < end; i++) {
      const area = this.list[i];
      if (area === undefined || area.start > address) return address;
      address = area.end;
    }
    return null;
  }

  /** Replaces the parts of areas in a range by what `change` makes of each. */
  private replace(start: number, end: number, change: (part: Area) => Area[]): void {
    const first = this.indexAbove(start);
    let last = first;
    const parts: Area[] = [];
    for (; last < this.list.length && this.list[last]!.start < end; last++) {
      const area = this.list[last]!;
      if (area.start < start) parts.push({ ...area, end: start });
      parts.push(...change({ ...area, start: Math.max(start, area.start), end: Math.min(end, area.end) }));
      if (area.end > end) parts.push({ ...area, start: end });
    }
    this.list.splice(first, last - first, ...parts);
  }

  /** Joins equal neighbours in and at the edges of a range. */
  private mergeAround(start: number, end: number): void {
    let index = Math.max(1, this.indexAbove(start - 1));
    while (index < this.list.length && this.list[index]!.start <= end) {
      const left = this.list[index - 1]!;
      const right = this.list[index]!;
      if (mergeable(left, right)) this.list.splice(index - 1, 2, { ...left, end: right.end });
      else index++;
    }
  }

  /** Start of the highest hole of `length` bytes below `MMAP_TOP`, else below the end of user space; -1 when there is none. */
  findHole(length: number): number {
    for (const top of [MMAP_TOP, USER_END]) {
      let end = top;
      for (let i = this.indexAbove(top - 1); i >= -1; i--) {
        const area = this.list[i];
        if (area !== undefined && area.start < end) {
          if (area.end <= end - length) return end - length;
          end = Math.min(end, area.growsDown ? area.start - STACK_GUARD_GAP : area.start);
        } else if (i === -1 && end - length >= LOWEST_ADDRESS) return end - length;
      }
    }
    return -1;
  }

  /** Extends the stack above an address down to it, within its limit and clear of what lies below; null when that cannot be. */
  growStack(address: number): Area | null {
    const index = this.indexAbove(address);
    const stack = this.list[index];
    if (!stack?.growsDown) return null;
    const start = Math.floor(address / PAGE) * PAGE;
    if (stack.end - start > this.stackLimit) return null;
    const below = this.list[index - 1];
    const gap = below && (below.rights.read || below.rights.write || below.rights.execute) ? STACK_GUARD_GAP : 0;
    if (below && start - below.end < gap) return null;
    if (start < LOWEST_ADDRESS) return null;
    const grown = { ...stack, start };
    this.list[index] = grown;
    this.vm.emit({ kind: 'stackGrowth', pid: this.table.pid, from: stack.start, to: start });
    return grown;
  }

  /** Moves the break (brk). Gives the break that is then in force: the old one when the new one cannot be had. */
  setBreak(end: number): number {
    if (end < this.heapStart || end > USER_END) return this.heapEnd;
    const from = pageUp(this.heapEnd);
    const to = pageUp(end);
    if (to < from) this.unmap(to, from);
    if (to > from) {
      if (!this.isFree(from, to + PAGE)) return this.heapEnd;
      this.map(heapArea(from, to));
    }
    this.heapEnd = end;
    return end;
  }

  /** Gives everything back. The space must not be the active one. */
  destroy(): void {
    for (const { start, end } of [...this.list]) this.unmap(start, end);
    this.table.destroy();
  }
}

function heapArea(start: number, end: number): Area {
  return {
    start,
    end,
    rights: { read: true, write: true, execute: false },
    kind: 'heap',
    name: '[heap]',
    image: null,
    growsDown: false,
    shared: false,
  };
}
