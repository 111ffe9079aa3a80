import type { Image } from '../../asm/image.js';
import type { InspectedWalk } from '../../mmu/walker.js';
import { type Area, mergeable } from './area.js';
import type { Rights } from './entry.js';
import type { LoadProblem } from './load-problem.js';
import type { AccessKind, FaultOutcome } from './page-fault.js';
import type { VirtualMemory } from './virtual-memory.js';

/** Where things may be in an address space. Virtual addresses and sizes in bytes. */
export interface SpaceLayout {
  /** Areas start and end at multiples of it. */
  readonly unit: number;
  /** No mapping lies below this address. */
  readonly lowest: number;
  /** End of the addresses that a program gets unasked, exclusive: the top of its stack. */
  readonly end: number;
  /** End of a program's addresses, exclusive; absent: `end`. What lies between is for mappings that ask for it. */
  readonly limit?: number;
  /** Where mmap looks first, going down. */
  readonly mmapTop: number;
  /** A growing stack keeps this far from the area below it. */
  readonly stackGap: number;
  /** Bytes of a new stack; absent: as on Linux. */
  readonly firstStack?: number;
}

/** Where a mapping may go: at a multiple of `alignment` bytes; `high`: above `layout.end` too. */
export interface HoleWish {
  readonly alignment?: number;
  readonly high?: boolean;
}

/**
 * One address space: sorted areas, which the hardware does not know, and whatever the hardware goes by: page tables, or registers for pieces of
 * RAM. Addresses are virtual, in bytes, at multiples of `layout.unit` where areas are concerned.
 */
export abstract class Space {
  readonly vm: VirtualMemory;
  /** Process whose space it is, for events. */
  readonly pid: number;
  readonly layout: SpaceLayout;
  /** Bytes that a stack may have (RLIMIT_STACK). */
  readonly stackLimit: number;
  /** The heap reaches from `heapStart` to `heapEnd`, the break. */
  heapStart = 0;
  heapEnd = 0;
  /** What became of the last fault that the kernel itself ran into here. */
  lastOutcome: FaultOutcome = 'resolved';
  /** Sorted, not overlapping. */
  protected list: Area[] = [];

  constructor(vm: VirtualMemory, pid: number, layout: SpaceLayout, stackLimit: number) {
    this.vm = vm;
    this.pid = pid;
    this.layout = layout;
    this.stackLimit = stackLimit;
  }

  /** Makes room for a program before its areas are mapped. Gives the program as it is to be loaded here, or why it cannot be. */
  abstract admit(image: Image): Image | LoadProblem;
  /** MAP_SHARED is offered. */
  get sharesMappings(): boolean {
    return true;
  }

  /** Mappings of 2 MiB and 1 GiB pages are offered. */
  get hasLargePages(): boolean {
    return false;
  }

  /** The start or the end of a range lies within a large page. */
  splitsLargePage(start: number, end: number): boolean {
    return [start, end].some((address) => address % (this.areaAt(address)?.pageBytes ?? 1) !== 0);
  }

  /** Adds an area, in place of whatever is there. False: there is no memory for it, and nothing has changed. */
  abstract map(area: Area): boolean;
  /** Removes everything in a range: areas and the memory behind them. */
  abstract unmap(start: number, end: number): void;
  /** Takes away the content of private areas in a range; the areas stay, and the next touch finds zeros or the image (MADV_DONTNEED). */
  abstract forget(start: number, end: number): void;
  /** Gives a range other rights, up to the first hole. False: there was one. */
  abstract protect(start: number, end: number, rights: Rights): boolean;
  /** Moves a range of one area of anonymous memory to a free place. False: no memory; nothing is lost. */
  abstract move(start: number, end: number, to: number): boolean;
  /** Start of a hole of `length` bytes for a mapping as it is wished; -1 when there is none. */
  abstract findHole(length: number, wish?: HoleWish): number;
  /** Moves the break (brk). Gives the break that is then in force: the old one when the new one cannot be had. */
  abstract setBreak(end: number): number;
  /** Extends the stack above an address down to it; null when that cannot be. */
  abstract growStack(address: number): Area | null;
  /** A second space like this one for a child. null: no memory. */
  abstract fork(pid: number): Space | null;
  /** Answers a fault of the hardware: makes the address usable for an access, or says why not. */
  abstract resolve(address: number, access: AccessKind): FaultOutcome;
  /**
   * Physical address of a byte that the kernel reads or writes on behalf of the program, as the processor would. All bytes up to the next
   * multiple of `layout.unit` follow it. -1 with the outcome in `lastOutcome`.
   */
  abstract reach(address: number, access: 'read' | 'write'): number;
  /** Physical address of a byte, without counting and changing anything; -1: it is not in RAM. For explanations. */
  abstract locate(address: bigint): number;
  /** The walk of an address as far as it comes, for explanations; null where there are no page tables. */
  abstract walk(address: number): InspectedWalk | null;
  /** How many bytes from `address` on, at most `length`, a program may write; touches none. */
  writable(address: number, length: number): number {
    let end = address;
    const limit = Math.min(address + length, this.limit);
    while (end < limit) {
      const area = this.areaAt(end) ?? this.growStack(end);
      if (area === null || !area.rights.write) break;
      end = Math.min(limit, area.end);
    }
    return Math.max(0, end - address);
  }

  /** A byte of RAM (physical address) is the space's own. Only asked where there are no pages. */
  occupies(_physical: number): boolean {
    return false;
  }

  /** Registers and RAM are those of this space again, if the kernel has worked on another one since `activate`. */
  resume(): void {}

  /** Loads the registers of the MMU: from now on programs run in this space. */
  abstract activate(): void;
  /** The process has ended: nothing of its memory is needed any more, although the space may still be the active one. */
  retire(): void {}

  /** Gives everything back. The space must not be the active one. */
  abstract destroy(): void;
  /** Remembers the present state but for what is in RAM: the function given back restores it. */
  abstract remember(): () => void;

  /** End of all addresses that the program may use, exclusive. */
  get limit(): number {
    return this.layout.limit ?? this.layout.end;
  }

  get areas(): readonly Area[] {
    return this.list;
  }

  /** Whether the kernel ran out of memory or swap on behalf of the program since it was last asked. */
  takeShortage(): boolean {
    const shortage = this.lastOutcome === 'shortage';
    this.lastOutcome = 'resolved';
    return shortage;
  }

  /** Index of the first area that ends above `address`. */
  protected indexAbove(address: number): number {
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

  /** Enters an area where none is. */
  protected insert(area: Area): void {
    this.list.splice(this.indexAbove(area.start), 0, area);
    this.mergeAround(area.start, area.end);
  }

  /** Replaces the parts of areas in a range by what `change` makes of each. */
  protected replace(start: number, end: number, change: (part: Area) => Area[]): void {
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
  protected mergeAround(start: number, end: number): void {
    let index = Math.max(1, this.indexAbove(start - 1));
    while (index < this.list.length && this.list[index]!.start <= end) {
      const left = this.list[index - 1]!;
      const right = this.list[index]!;
      if (mergeable(left, right)) this.list.splice(index - 1, 2, { ...left, end: right.end });
      else index++;
    }
  }
}
