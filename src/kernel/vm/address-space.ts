import type { Image } from '../../asm/image.js';
import { type InspectedWalk, inspect } from '../../mmu/walker.js';
import { type Area, PAGE, pageUp, USER_END } from './area.js';
import { entryNumber, isResident, type Rights } from './entry.js';
import type { LoadProblem } from './load-problem.js';
import { type AccessKind, type FaultOutcome, resolveFault, userFrame } from './page-fault.js';
import type { PageTable } from './page-table.js';
import { forkSpace } from './share.js';
import { Space, type SpaceLayout } from './space.js';
import type { VirtualMemory } from './virtual-memory.js';

/** A growing stack keeps this far from the area below it (Linux: stack_guard_gap, 256 pages). */
export const STACK_GUARD_GAP = 256 * PAGE;
/** Where mmap looks first, going down: 128 MiB below the top of the stack, as Linux does without randomisation. */
export const MMAP_TOP = 2 ** 47 - PAGE - 128 * 2 ** 20;
/** No mapping below this address (Linux: vm.mmap_min_addr). */
export const LOWEST_ADDRESS = 65536;

/** Linux's addresses without randomisation. */
export const LINUX_LAYOUT: SpaceLayout = {
  unit: PAGE,
  lowest: LOWEST_ADDRESS,
  end: USER_END,
  mmapTop: MMAP_TOP,
  stackGap: STACK_GUARD_GAP,
};

/** An address space of pages: a page table whose entries are made from the areas on demand. */
export class AddressSpace extends Space {
  readonly table: PageTable;

  constructor(vm: VirtualMemory, table: PageTable, stackLimit: number) {
    super(vm, table.pid, LINUX_LAYOUT, stackLimit);
    this.table = table;
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

  admit(image: Image): Image | LoadProblem {
    for (const { name, address, memoryBytes } of image.segments) {
      const start = Number(address);
      const { lowest, end, stackGap } = this.layout;
      if (start < lowest || start + memoryBytes > end - this.stackLimit - stackGap)
        return { problem: 'segmentOutsideUserSpace', segment: name, address };
    }
    return image;
  }

  map(area: Area): boolean {
    if (!this.isFree(area.start, area.end)) this.unmap(area.start, area.end);
    this.insert(area);
    return true;
  }

  unmap(start: number, end: number): void {
    if (this.isFree(start, end)) return;
    const { vm, table } = this;
    table.forEach(start / PAGE, end / PAGE, (page, entry, low) => vm.drop(table, page, entry, low));
    this.replace(start, end, () => []);
    table.prune(start / PAGE, end / PAGE);
  }

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

  fork(pid: number): AddressSpace | null {
    return forkSpace(this.vm, this, pid);
  }

  resolve(address: number, access: AccessKind): FaultOutcome {
    return resolveFault(this, address, access);
  }

  reach(address: number, access: 'read' | 'write'): number {
    const frame = userFrame(this, address, access);
    return frame < 0 ? -1 : frame * PAGE + (address % PAGE);
  }

  locate(address: bigint): number {
    return address < BigInt(this.layout.end) ? this.walk(Number(address)).physical : -1;
  }

  walk(address: number): InspectedWalk {
    return inspect(this.vm.memory, this.table.root * PAGE, address >>> 0, Math.floor(address / 2 ** 32));
  }

  activate(): void {
    this.vm.activate(this.table);
  }

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
