import { STATE } from '../../src/memory/layout.js';
import type { PhysicalMemory } from '../../src/memory/physical.js';

export const P = 1n;
export const W = 2n;
export const U = 4n;
export const A = 0x20n;
export const D = 0x40n;
export const PS = 0x80n;
export const G = 0x100n;
export const NX = 1n << 63n;

/** Page tables for tests, of four or five levels, built in RAM from frame `next` on; the root is made at once. */
export class PageTables {
  readonly root: number;
  private next: number;
  private readonly memory: PhysicalMemory;
  private readonly top: bigint;

  constructor(memory: PhysicalMemory, next = 1, levels = 4) {
    this.memory = memory;
    this.top = 12n + 9n * BigInt(levels - 1);
    this.next = next;
    this.root = this.table();
  }

  private table(): number {
    const frame = this.next++;
    this.memory.zeroFrame(frame);
    return frame * 4096;
  }

  read(address: number): bigint {
    return (BigInt(this.memory.readEntryHigh(address)) << 32n) | BigInt(this.memory.readEntryLow(address));
  }

  write(address: number, entry: bigint): void {
    this.memory.writeEntry(address, Number(entry & 0xffff_ffffn), Number(entry >> 32n));
  }

  /** Physical address of the entry of `virtual` that maps 2^shift bytes (12, 21, 30, 39, 48); tables above it are made with `upper` bits. */
  entry(virtual: bigint, shift = 12n, upper = P | W | U): number {
    let table = this.root;
    for (let level = this.top; level > shift; level -= 9n) {
      const address = table + 8 * Number((virtual >> level) & 511n);
      if ((this.read(address) & P) === 0n) this.write(address, BigInt(this.table()) | upper);
      table = Number(this.read(address) & 0x000f_ffff_ffff_f000n);
    }
    return table + 8 * Number((virtual >> shift) & 511n);
  }

  map(virtual: bigint, physical: number, bits = P | W | U, shift = 12n): number {
    const address = this.entry(virtual, shift);
    this.write(address, BigInt(physical) | bits);
    return address;
  }
}

/** Turns paging on as the kernel does: CR0 PG and WP, NXE, CPL 3, CR3 at the tables. */
export function enterPaging(memory: PhysicalMemory, root: number): void {
  memory.view.setBigUint64(STATE.cr0, 0x8001_0001n, true);
  memory.view.setBigUint64(STATE.cr3, BigInt(root), true);
  memory.view.setBigUint64(STATE.cr4, 0xa0n, true);
  memory.view.setBigUint64(STATE.efer, 0xd01n, true);
  memory.view.setBigUint64(STATE.rflags, 2n, true);
  memory.u32[STATE.cpl >>> 2] = 3;
}

/** The halves of an address, as the MMU takes them: unsigned low, high. */
export function halves(address: bigint): [low: number, high: number] {
  return [Number(address & 0xffff_ffffn), Number((address >> 32n) & 0xffff_ffffn)];
}
