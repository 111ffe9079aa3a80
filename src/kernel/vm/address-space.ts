import type { Image } from '../../asm/image.js';
import { inspectWalk } from '../../mmu/inspect.js';
import type { InspectedWalk } from '../../mmu/schemes/scheme.js';
import type { Area } from './area.js';
import { entryNumber, isResident, type Rights } from './entry.js';
import type { LoadProblem } from './load-problem.js';
import { type AccessKind, type FaultOutcome, resolveFault, userFrame } from './page-fault.js';
import type { PageTable } from './page-table.js';
import { forkSpace } from './share.js';
import { type HoleWish, Space } from './space.js';
import { layoutOf, mostStack } from './space-layout.js';
import type { VirtualMemory } from './virtual-memory.js';

/** An address space of pages: a page table whose entries are made from the areas on demand. */
export class AddressSpace extends Space {
  readonly table: PageTable;

  constructor(vm: VirtualMemory, table: PageTable, stackLimit: number) {
    const layout = layoutOf(vm.mmu.config.design);
    super(vm, table.pid, layout, Math.min(stackLimit, mostStack(layout)));
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
      const last = start + memoryBytes;
      const room = { start: lowest, end: end - this.stackLimit - stackGap };
      if (start < room.start || last > room.end)
        return { problem: 'segmentOutsideUserSpace', segment: name, address, end: BigInt(last), room };
    }
    return image;
  }

  override get hasLargePages(): boolean {
    return this.vm.mmu.config.design.kind === 'x86-64';
  }

  map(area: Area): boolean {
    const { pageBytes } = area;
    const { largePages } = this.vm;
    if (pageBytes !== undefined && !largePages.promise(this.table, area, (area.end - area.start) / pageBytes))
      return false;
    if (!this.isFree(area.start, area.end)) this.unmap(area.start, area.end);
    this.insert(area);
    return true;
  }

  unmap(start: number, end: number): void {
    if (this.isFree(start, end)) return;
    const { vm, table } = this;
    const { unit } = this.layout;
    for (const area of this.list)
      if (area.pageBytes !== undefined && area.start < end && area.end > start)
        vm.largePages.abandon(table, area, Math.max(start, area.start), Math.min(end, area.end));
    table.forEach(start / unit, end / unit, (page, entry, low) => vm.drop(table, page, entry, low));
    this.replace(start, end, () => []);
    table.prune(start / unit, end / unit);
  }

  forget(start: number, end: number): void {
    const { vm, table } = this;
    const { unit } = this.layout;
    for (const area of this.list) {
      if (area.shared || area.end <= start || area.start >= end) continue;
      const [first, last] = [Math.max(start, area.start), Math.min(end, area.end)];
      table.forEach(first / unit, last / unit, (page, entry, low) => vm.drop(table, page, entry, low));
    }
  }

  /**
   * Moves a range of one area of anonymous memory to a free place (mremap): entries go along with what they name, no page is copied. False: no
   * memory for a table; some of the pages have moved then, and none is lost: the rest has stayed.
   */
  move(start: number, end: number, to: number): boolean {
    const { vm, table } = this;
    const { unit } = this.layout;
    const area = this.areaAt(start)!;
    const pages: number[] = [];
    table.forEach(start / unit, end / unit, (page) => pages.push(page));
    this.map({ ...area, start: to, end: to + end - start });
    for (const page of pages) {
      const target = table.ensure(page + (to - start) / unit);
      if (target === 0) return false;
      // Making a table may have evicted the very page, so its entry is looked up only now.
      vm.move(table, page, table.ensure(page), page + (to - start) / unit, target, area.rights);
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
    const { unit } = this.layout;
    table.forEach(start / unit, end / unit, (page, entry, low) => {
      if (!isResident(low)) return;
      const frame = entryNumber(low);
      const writable = rights.write && (vm.frames.shared[frame] === 1 || vm.exclusive(frame));
      vm.remap(table, page, entry, low, { ...rights, write: writable });
    });
  }

  /** Start of the highest hole of `length` bytes below `layout.mmapTop`, or as much below the limit, else below the end of the space; -1 when there is none. */
  findHole(length: number, { alignment = this.layout.unit, high = false }: HoleWish = {}): number {
    const { mmapTop, end: last, lowest, stackGap } = this.layout;
    const tops = high ? [mmapTop + this.limit - last, mmapTop, last] : [mmapTop, last];
    for (const top of tops) {
      let end = top;
      for (let i = this.indexAbove(top - 1); i >= -1; i--) {
        const area = this.list[i];
        const start = Math.floor((end - length) / alignment) * alignment;
        if (area !== undefined && area.start < end) {
          if (area.end <= start) return start;
          end = Math.min(end, area.growsDown ? area.start - stackGap : area.start);
        } else if (i === -1 && start >= lowest) return start;
      }
    }
    return -1;
  }

  /** Extends the stack above an address down to it, within its limit and clear of what lies below; null when that cannot be. */
  growStack(address: number): Area | null {
    const index = this.indexAbove(address);
    const stack = this.list[index];
    if (!stack?.growsDown) return null;
    const { unit, lowest, stackGap } = this.layout;
    const start = Math.floor(address / unit) * unit;
    if (stack.end - start > this.stackLimit) return null;
    const below = this.list[index - 1];
    const gap = below && (below.rights.read || below.rights.write || below.rights.execute) ? stackGap : 0;
    if (below && start - below.end < gap) return null;
    if (start < lowest) return null;
    const grown = { ...stack, start };
    this.list[index] = grown;
    this.vm.emit({ kind: 'stackGrowth', pid: this.table.pid, from: stack.start, to: start });
    return grown;
  }

  setBreak(end: number): number {
    const { unit } = this.layout;
    if (end < this.heapStart || end > this.layout.end) return this.heapEnd;
    const from = Math.ceil(this.heapEnd / unit) * unit;
    const to = Math.ceil(end / unit) * unit;
    if (to < from) this.unmap(to, from);
    if (to > from) {
      if (!this.isFree(from, to + unit)) return this.heapEnd;
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
    return frame < 0 ? -1 : frame * this.layout.unit + (address % this.layout.unit);
  }

  locate(address: bigint): number {
    return address < BigInt(this.limit) ? this.walk(Number(address)).physical : -1;
  }

  walk(address: number): InspectedWalk {
    const { memory, mmu } = this.vm;
    const root = this.table.root * this.layout.unit;
    return inspectWalk(memory, mmu.config.design, root, address >>> 0, Math.floor(address / 2 ** 32));
  }

  activate(): void {
    this.vm.activate(this.table);
  }

  destroy(): void {
    this.vm.translations.retire(this.table.root);
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
