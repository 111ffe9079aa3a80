import { COUNTER, PAGE_BYTES, RAM_BASE } from '../../memory/layout.js';
import type { Extent } from './extents.js';
import type { PlainMemory } from './plain-memory.js';
import type { RegisterSpace } from './register-space.js';

/** A stretch of a place that belongs to a program. Physical addresses. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/**
 * A piece of RAM that several processes take turns in, because their addresses are those of RAM: the whole image of who had it goes to the
 * disk when another one gets it.
 */
export class Place {
  readonly extent: Extent;
  /** Whose image is in RAM. */
  resident: RegisterSpace | null = null;
  private readonly plain: PlainMemory;

  constructor(plain: PlainMemory, extent: Extent) {
    this.plain = plain;
    this.extent = extent;
  }

  /** Brings the image of a space in, and that of the other one out. False: the disk is full or fails; see `vm.shortage`. */
  bringIn(space: RegisterSpace): boolean {
    const { resident } = this;
    if (resident === space) return true;
    if (resident !== null && !this.save(resident)) resident.lost = true;
    this.resident = space;
    return space.saved.size === 0 || this.restore(space);
  }

  /** Writes what is in RAM to the disk as the image of a space. */
  save(space: RegisterSpace): boolean {
    const { vm, memory } = this.plain;
    for (const page of this.pages(space)) {
      const slot = vm.swap.allocate();
      if (slot < 0) {
        vm.shortage = vm.swapFailed('swapFull');
        return false;
      }
      space.saved.set(page, slot);
      if (!vm.swap.write(slot, this.bytesAt(page))) {
        vm.shortage = vm.swapFailed('swapWriteError');
        return false;
      }
      memory.count(COUNTER.swapOuts);
      memory.count(COUNTER.kernelReads, PAGE_BYTES / 8);
    }
    this.note(space, 'out');
    return true;
  }

  private restore(space: RegisterSpace): boolean {
    const { vm, memory } = this.plain;
    const bytes = new Uint8Array(PAGE_BYTES);
    for (const [page, slot] of space.saved) {
      if (!vm.swap.read(slot, bytes)) {
        vm.shortage = vm.swapReadFailed();
        return false;
      }
      memory.writeBytes(page, bytes.subarray(0, this.bytesIn(page)));
      memory.count(COUNTER.swapIns);
      memory.count(COUNTER.kernelWrites, PAGE_BYTES / 8);
    }
    this.forget(space);
    this.note(space, 'in');
    return true;
  }

  /** Gives up the image of a space on the disk. */
  forget(space: RegisterSpace): void {
    for (const slot of space.saved.values()) this.plain.vm.swap.removeOwner(slot);
    space.saved.clear();
  }

  private note(space: RegisterSpace, direction: 'in' | 'out'): void {
    this.plain.memory.count(COUNTER.imageSwaps);
    this.plain.vm.emit({ kind: 'imageSwap', pid: space.pid, direction, pages: this.pages(space).length });
  }

  /** Physical addresses of the pages that a space uses, from the start of the place on. */
  private pages(space: RegisterSpace): number[] {
    const { base } = this.extent;
    const pages = new Set<number>();
    for (const { start, end } of space.stretches()) {
      for (let at = start - ((start - base) % PAGE_BYTES); at < end; at += PAGE_BYTES) pages.add(at);
    }
    return [...pages].sort((a, b) => a - b);
  }

  /** Bytes of a page that lie in the place. */
  private bytesIn(page: number): number {
    return Math.min(PAGE_BYTES, this.extent.base + this.extent.size - page);
  }

  private bytesAt(page: number): Uint8Array {
    const whole = new Uint8Array(PAGE_BYTES);
    whole.set(this.plain.memory.u8.subarray(RAM_BASE + page, RAM_BASE + page + this.bytesIn(page)));
    return whole;
  }
}
