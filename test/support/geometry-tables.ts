import type { PhysicalMemory } from '../../src/memory/physical.js';
import { type PagedDesign, pageShiftOf } from '../../src/mmu/design.js';
import { EntryFormat } from '../../src/mmu/entry-layouts.js';
import { NX, P, PageTables, U, W } from './page-tables.js';

/** Tables begin here, behind everything else that tests have in their RAM of 1 MiB. */
const FIRST_TABLE = 0x6_0000;
const PIECE = 4096;

/** The tables of a design do not fit in RAM. */
export class NoRoom extends Error {}

/**
 * Tables of any geometry with the interface of `PageTables`: a page of 4 KiB is mapped by as many entries as it has pages of the design, in
 * frames that lie in another order than the pages, so that nothing is behind itself by chance. Entries are named by virtual address.
 */
export class GeometryTables extends PageTables {
  private readonly design: PagedDesign;
  private readonly format: EntryFormat;
  private readonly ram: PhysicalMemory;
  private readonly written = new Map<number, bigint>();
  private free = FIRST_TABLE;
  /** Physical address of the root table. */
  readonly place: number;

  constructor(memory: PhysicalMemory, design: PagedDesign) {
    super(memory);
    this.design = design;
    this.ram = memory;
    this.format = new EntryFormat(memory, design.entry);
    this.place = this.newTable(design.indexBits[0]!);
  }

  private newTable(bits: number): number {
    const page = 2 ** pageShiftOf(this.design);
    const table = Math.ceil(this.free / page) * page;
    this.free = table + 2 ** bits * this.format.bytes;
    if (this.free > this.ram.ramBytes) throw new NoRoom('no room for tables');
    return table;
  }

  override entry(virtual: bigint): number {
    return Number(virtual);
  }

  override read(address: number): bigint {
    return this.written.get(address) ?? 0n;
  }

  override write(address: number, entry: bigint): void {
    this.written.set(address, entry);
    const page = 2 ** pageShiftOf(this.design);
    const pieces = PIECE / page;
    const start = Number(entry & 0xffff_f000n);
    for (let i = 0; i < pieces; i++) {
      const physical = start + ((i * 5 + 3) % pieces) * page;
      this.writePiece(address + i * page, physical / page, entry);
    }
  }

  private writePiece(virtual: number, frame: number, entry: bigint): void {
    const flags = { write: (entry & W) !== 0n, user: (entry & U) !== 0n, execute: (entry & NX) === 0n };
    const marks = { accessed: (entry & 0x20n) !== 0n, dirty: (entry & 0x40n) !== 0n };
    const leaf = this.leafOf(virtual);
    this.format.write(leaf, ...this.format.encode({ valid: (entry & P) !== 0n, frame, ...flags, ...marks }));
  }

  private leafOf(virtual: number): number {
    const { indexBits, virtualBits } = this.design;
    const { format } = this;
    const all = { valid: true, write: true, user: true, execute: true, accessed: false, dirty: false };
    let table = this.place;
    let shift = virtualBits;
    for (let level = 0; ; level++) {
      shift -= indexBits[level]!;
      const index = Math.floor(virtual / 2 ** shift) % 2 ** indexBits[level]!;
      const entry = table + index * format.bytes;
      if (level === indexBits.length - 1) return entry;
      const content = format.content(format.low(entry), format.high(entry));
      const page = 2 ** pageShiftOf(this.design);
      table = content.frame * page;
      if (content.valid) continue;
      table = this.newTable(indexBits[level + 1]!);
      format.write(entry, ...format.encode({ ...all, frame: table / page }));
    }
  }
}
