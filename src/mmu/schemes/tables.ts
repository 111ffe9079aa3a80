import { COUNTER, STATE, TLB_FLAG } from '../../memory/layout.js';
import type { PhysicalMemory } from '../../memory/physical.js';
import { type PagedDesign, pageShiftOf } from '../design.js';
import { type BitMask, bitMask, EntryFormat } from '../entry-layouts.js';
import { ERROR, PAGE_FAULT } from '../fault.js';
import type { PagingLevel } from './paging.js';
import type { InspectedWalk, Scheme, WalkLevel, WalkStart } from './scheme.js';

const CR3 = STATE.cr3 >>> 2;
const RIGHTS = TLB_FLAG.write | TLB_FLAG.user;
/** Levels beyond the fifth are counted as the fifth. */
const DEEPEST = 4;
const BUS_ERROR = ERROR.present | ERROR.reserved;

/** A level of tables: its index is `bits` wide and starts at bit `shift` of the address. */
export interface TableLevel extends PagingLevel {
  readonly bits: number;
  /** So many ones. */
  readonly mask: number;
}

/** Levels of a design, root first, with the names that people use for so many of them. */
export function levelsOf({ virtualBits, indexBits }: PagedDesign): readonly TableLevel[] {
  let shift = virtualBits;
  return indexBits.map((bits, level) => {
    shift -= bits;
    const last = level === indexBits.length - 1;
    const names =
      last ? { table: 'table', entry: 'PTE' }
      : indexBits.length === 2 ? { table: 'directory', entry: 'PDE' }
      : { table: `level ${level + 1}`, entry: `L${level + 1}E` }; // biome-ignore format: a table
    return { ...names, shift, bits, mask: 2 ** bits - 1, pageSizeBit: last ? 'ignored' : 'reserved' };
  });
}

/** Index of an address (two halves) at a level. */
export function indexOf(low: number, high: number, { shift, mask }: TableLevel): number {
  if (shift >= 32) return (high >>> (shift - 32)) & mask;
  return ((low >>> shift) | ((high << 1) << (31 - shift))) & mask;
}

/** An address has no bit above the virtual addresses of a design. */
export function fits(low: number, high: number, virtualBits: number): boolean {
  if (virtualBits < 32) return high === 0 && low >>> virtualBits === 0;
  return high >>> (virtualBits - 32) === 0;
}

/** The bit of a mask is set, or the mask is of no bit. */
const hasAll = (mask: BitMask, low: number, high: number): boolean =>
  (low & mask.low) === mask.low && (high & mask.high) === mask.high;

/** The bit of a mask is set. */
const hasAny = (mask: BitMask, low: number, high: number): boolean =>
  (low & mask.low) !== 0 || (high & mask.high) !== 0;

/**
 * The walker of linear and radix tables with any geometry: real entries in RAM, from the address in CR3 down. An entry that names a frame
 * that the machine has not ends the walk as a reserved bit does.
 */
export class TableWalker implements Scheme {
  readonly pageShift: number;
  frame = 0;
  flags = 0;
  leaf = 0;
  readonly shifts: readonly number[];
  readonly last: number;
  /** Level that the last walk began at, and the rights of those above. */
  private from = 0;
  private above = RIGHTS;
  private readonly memory: PhysicalMemory;
  private readonly design: PagedDesign;
  private readonly levels: readonly TableLevel[];
  private readonly format: EntryFormat;
  private readonly frameCount: number;
  private readonly pageBytes: number;
  private readonly addresses: Float64Array;
  private readonly lows: Int32Array;
  private readonly highs: Int32Array;
  private readonly valid: BitMask;
  private readonly write: BitMask;
  private readonly user: BitMask;
  private readonly execute: BitMask;
  private readonly noExecute: BitMask;
  private readonly accessed: BitMask;
  private readonly dirty: BitMask;

  constructor(memory: PhysicalMemory, design: PagedDesign) {
    this.memory = memory;
    this.design = design;
    this.pageShift = pageShiftOf(design);
    this.levels = levelsOf(design);
    this.shifts = this.levels.map(({ shift }) => shift);
    this.last = this.levels.length - 1;
    this.format = new EntryFormat(memory, design.entry);
    this.pageBytes = 2 ** this.pageShift;
    this.frameCount = Math.floor(memory.ramBytes / this.pageBytes);
    this.addresses = new Float64Array(this.levels.length);
    this.lows = new Int32Array(this.levels.length);
    this.highs = new Int32Array(this.levels.length);
    this.valid = bitMask(design.entry.valid);
    this.write = bitMask(design.entry.write);
    this.user = bitMask(design.entry.user);
    this.execute = bitMask(design.entry.execute);
    this.noExecute = bitMask(design.entry.noExecute);
    this.accessed = bitMask(design.entry.accessed);
    this.dirty = bitMask(design.entry.dirty);
  }

  /** An address that is too wide is a page that no entry maps. */
  refusal(low: number, high: number): number {
    return fits(low, high, this.design.virtualBits) ? 0 : PAGE_FAULT;
  }

  walk(low: number, high: number, start: WalkStart | null): number {
    const { memory, levels } = this;
    const { u32 } = memory;
    this.from = start === null ? 0 : start.level;
    this.above = start === null ? RIGHTS : start.flags;
    let table = start === null ? u32[CR3]! + u32[CR3 + 1]! * 2 ** 32 : start.table;
    let end = -1;
    let level = this.from;
    memory.count(COUNTER.walks);
    for (; level < levels.length && end < 0; level++) {
      memory.count(COUNTER.walkReads1 + Math.min(this.last - level, DEEPEST));
      end = this.read(level, table + indexOf(low, high, levels[level]!) * this.format.bytes);
      table = this.frame * this.pageBytes;
    }
    memory.count(COUNTER.walkReads, level - this.from);
    if (end < 0) this.complete();
    return end;
  }

  /** Reads one entry; leaves its frame. */
  private read(level: number, address: number): number {
    const { format, memory } = this;
    if (memory.onWalk !== null) memory.onWalk(address, false);
    if (address + format.bytes > memory.ramBytes) return BUS_ERROR;
    const low = format.low(address);
    const high = format.high(address);
    if (!hasAny(this.valid, low, high)) return 0;
    this.addresses[level] = address;
    this.lows[level] = low;
    this.highs[level] = high;
    this.frame = format.frame(low, high);
    return this.frame >= this.frameCount ? BUS_ERROR : -1;
  }

  private complete(): void {
    const { last } = this;
    this.flags = TLB_FLAG.valid | this.flagsAt(last);
    // Where there is no dirty bit a first write has nothing to set.
    if (this.design.entry.dirty === null || this.isDirty(last)) this.flags |= TLB_FLAG.dirty;
    this.leaf = this.addresses[last]!;
  }

  entryAt(level: number): number {
    return this.addresses[level]!;
  }

  tableAt(level: number): number {
    return this.format.frame(this.lows[level]!, this.highs[level]!) * this.pageBytes;
  }

  flagsAt(level: number): number {
    let flags = this.above;
    for (let read = this.from; read <= level; read++) {
      const low = this.lows[read]!;
      const high = this.highs[read]!;
      if (!hasAll(this.write, low, high)) flags &= ~TLB_FLAG.write;
      if (!hasAll(this.user, low, high)) flags &= ~TLB_FLAG.user;
      if (!hasAll(this.execute, low, high) || hasAny(this.noExecute, low, high)) flags |= TLB_FLAG.noExecute;
    }
    return flags;
  }

  private isDirty(level: number): boolean {
    return hasAny(this.dirty, this.lows[level]!, this.highs[level]!);
  }

  faulted(): void {}

  setAccessed(write: boolean): void {
    const { levels, accessed, dirty, format, memory } = this;
    if (write) this.flags |= TLB_FLAG.dirty;
    for (let level = this.from; level < levels.length; level++) {
      const leaf = write && level === levels.length - 1;
      const low = this.lows[level]! | accessed.low | (leaf ? dirty.low : 0);
      const high = this.highs[level]! | accessed.high | (leaf ? dirty.high : 0);
      if (low === this.lows[level] && high === this.highs[level]) continue;
      format.write(this.addresses[level]!, low, high);
      memory.count(COUNTER.adWrites);
      if (memory.onWalk !== null) memory.onWalk(this.addresses[level]!, true);
    }
  }
}

/** A walk read without counting and without changing anything. `root`: address of the root table. */
export function inspectTables(
  memory: PhysicalMemory,
  design: PagedDesign,
  root: number,
  low: number,
  high: number,
): InspectedWalk {
  const format = new EntryFormat(memory, design.entry);
  const pageBytes = 2 ** pageShiftOf(design);
  const levels: WalkLevel[] = [];
  const rights = { write: true, user: true, execute: true };
  const unmapped = () => ({ levels, physical: -1, leaf: -1, pageBytes: 0, ...rights });
  if (!fits(low, high, design.virtualBits)) return unmapped();
  let table = root;
  let leaf = -1;
  for (const level of levelsOf(design)) {
    const index = indexOf(low, high, level);
    leaf = table + index * format.bytes;
    if (leaf + format.bytes > memory.ramBytes) return unmapped();
    const [entryLow, entryHigh] = [format.low(leaf), format.high(leaf)];
    const bits = format.bits(entryLow, entryHigh, pageBytes);
    const stop = !bits.present ? 'not-present' : bits.address + pageBytes > memory.ramBytes ? 'reserved' : null;
    levels.push({
      level,
      index,
      table,
      address: leaf,
      low: entryLow,
      high: entryHigh,
      bits,
      layout: format.layout,
      stop,
    });
    if (stop !== null) return unmapped();
    rights.write &&= bits.write;
    rights.user &&= bits.user;
    rights.execute &&= !bits.noExecute;
    table = bits.address;
  }
  return { levels, physical: table + ((low >>> 0) % pageBytes), leaf, pageBytes, ...rights };
}
