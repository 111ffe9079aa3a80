import { COUNTER, STATE, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { X86_64, type X86Design } from './design.js';
import {
  CR4_PGE,
  EFER_NXE,
  ENTRY,
  ENTRY_HIGH_ADDRESS,
  ENTRY_HIGH_NO_EXECUTE,
  ENTRY_LOW_ADDRESS,
  entryBits,
} from './entry-bits.js';
import { ERROR, GENERAL_PROTECTION } from './fault.js';
import { canonical, linearBits, tableIndex, x86Levels } from './schemes/paging.js';
import type { InspectedWalk, Scheme, Stop, WalkLevel, WalkStart } from './schemes/scheme.js';

export type { InspectedWalk, WalkLevel } from './schemes/scheme.js';

const CR3 = STATE.cr3 >>> 2;
const CR4 = STATE.cr4 >>> 2;
const EFER = STATE.efer >>> 2;

const RIGHTS = TLB_FLAG.write | TLB_FLAG.user;

/**
 * The page walker: reads real entries in RAM from CR3 down. A walk leaves its result in the fields and allocates nothing. Entries are
 * checked level by level, P first, then reserved bits; rights only add up, deciding on them is the caller's.
 */
export class PageWalker implements Scheme {
  readonly pageShift = 12;
  readonly shifts: readonly number[];
  frame = 0;
  flags = 0;
  leaf = 0;
  last = 0;
  /** Level that the last walk began at, and how many levels it read. */
  private from = 0;
  private reads = 0;
  /** Low halves of all entries ANDed; high halves ORed. */
  private common = 0;
  private noExecute = 0;
  private readonly addresses: Int32Array;
  private readonly lows: Int32Array;
  private readonly highs: Int32Array;
  /** Rights of the levels above the first that was read. */
  private above = -1;
  private aboveNoExecute = 0;
  private readonly memory: PhysicalMemory;
  private readonly depth: number;
  private readonly bits: 48 | 57;
  private readonly limit: number;
  private readonly upperAccessed: boolean;
  /** Level that the last walk came to. */
  private end = 0;

  constructor(memory: PhysicalMemory, design: X86Design) {
    this.memory = memory;
    this.shifts = x86Levels(design).map((level) => level.shift);
    this.depth = design.levels;
    this.bits = linearBits(design);
    this.limit = addressLimit(memory, design);
    this.upperAccessed = design.upperAccessed === true;
    this.addresses = new Int32Array(this.depth);
    this.lows = new Int32Array(this.depth);
    this.highs = new Int32Array(this.depth);
  }

  /** An address that is not canonical raises #GP(0) (Intel SDM vol. 1, 3.3.7.1). */
  refusal(_low: number, high: number): number {
    return canonical(high, this.bits) ? 0 : GENERAL_PROTECTION;
  }

  walk(low: number, high: number, start: WalkStart | null): number {
    const memory = this.memory;
    const { u32 } = memory;
    this.from = start === null ? 0 : start.level;
    const level = start === null ? this.fromRoot(low, high) : this.below(low, high, start);
    memory.count(COUNTER.walks);
    memory.count(COUNTER.walkReads, this.reads);
    for (let read = 0; read < this.reads; read++) memory.count(COUNTER.walkReads1 + this.depth - 1 - this.from - read);
    if (level < 0) return ~level;
    return this.complete(low, level, u32[CR4]!);
  }

  private fromRoot(low: number, high: number): number {
    const { memory } = this;
    const [cr3, cr3High] = [memory.u32[CR3]!, memory.u32[CR3 + 1]!];
    const table = (cr3High & ENTRY_HIGH_ADDRESS) === 0 ? (cr3 & ENTRY_LOW_ADDRESS) >>> 0 : memory.ramBytes;
    return this.read(low, high, 0, table, -1, 0);
  }

  private below(low: number, high: number, { level, table, flags }: WalkStart): number {
    const common = (flags & RIGHTS) | ~RIGHTS;
    return this.read(low, high, level, table, common, (flags & TLB_FLAG.noExecute) !== 0 ? ENTRY_HIGH_NO_EXECUTE : 0);
  }

  /**
   * Reads entries from a level down to the leaf and returns its level, or the complement of the error code that ended the walk. `common` and
   * `noExecute`: the rights of the levels above.
   */
  private read(low: number, high: number, from: number, root: number, common: number, noExecute: number): number {
    const { memory, depth, limit } = this;
    const efer = memory.u32[EFER]!;
    this.above = common;
    this.aboveNoExecute = noExecute;
    let table = root;
    for (let level = from; ; level++) {
      this.reads = level + 1 - from;
      this.end = level;
      const address = table + 8 * tableIndex(low, high, this.shifts[level]!);
      if (memory.onWalk !== null) memory.onWalk(address, false);
      // There is nothing beyond RAM: the bus reads as all ones.
      if (address >= memory.ramBytes) return ~(ERROR.present | ERROR.reserved);
      const entry = memory.readEntryLow(address) | 0;
      const entryHigh = memory.readEntryHigh(address) | 0;
      if ((entry & ENTRY.present) === 0) return ~0;
      const above = depth - 1 - level;
      const isLeaf = above === 0 || (above < 3 && (entry & ENTRY.pageSize) !== 0);
      if (reserved(entry, entryHigh, above, isLeaf, efer, limit)) return ~(ERROR.present | ERROR.reserved);
      common &= entry;
      noExecute |= entryHigh;
      this.addresses[level] = address;
      this.lows[level] = entry;
      this.highs[level] = entryHigh;
      table = tableOf(entry, entryHigh);
      if (!isLeaf) continue;
      this.common = common;
      this.noExecute = noExecute;
      return level;
    }
  }

  private complete(low: number, level: number, cr4: number): number {
    const entry = this.lows[level]!;
    const within = (1 << (this.shifts[level]! - 12)) - 1;
    this.frame = ((entry >>> 12) & ~within) | ((low >>> 12) & within);
    const inRam = this.frame < this.memory.frameCount && (this.highs[level]! & ENTRY_HIGH_ADDRESS) === 0;
    if (!inRam) return ERROR.present | ERROR.reserved;
    this.leaf = this.addresses[level]! >>> 0;
    this.last = level;
    let flags = TLB_FLAG.valid | (this.common & (TLB_FLAG.write | TLB_FLAG.user));
    if ((this.noExecute & ENTRY_HIGH_NO_EXECUTE) !== 0) flags |= TLB_FLAG.noExecute;
    if ((entry & ENTRY.dirty) !== 0) flags |= TLB_FLAG.dirty;
    if ((entry & ENTRY.global) !== 0 && (cr4 & CR4_PGE) !== 0) flags |= TLB_FLAG.global;
    if (level === this.depth - 2) flags |= TLB_FLAG.size2M;
    if (level === this.depth - 3) flags |= TLB_FLAG.size1G;
    this.flags = flags;
    return -1;
  }

  setAccessed(write: boolean): void {
    const { last } = this;
    if (write) this.flags |= TLB_FLAG.dirty;
    const leafDirty = !write || (this.lows[last]! & ENTRY.dirty) !== 0;
    if (leafDirty && (this.common & ENTRY.accessed) !== 0) return;
    for (let level = this.from; level <= last; level++)
      this.mark(level, ENTRY.accessed | (write && level === last ? ENTRY.dirty : 0));
  }

  private mark(level: number, bits: number): void {
    const { memory } = this;
    const entry = this.lows[level]!;
    if ((entry & bits) === bits) return;
    const address = this.addresses[level]! >>> 0;
    memory.writeEntry(address, entry | bits, memory.readEntryHigh(address));
    memory.count(COUNTER.adWrites);
    if (memory.onWalk !== null) memory.onWalk(address, true);
  }

  faulted(): void {
    if (!this.upperAccessed) return;
    for (let level = this.from; level < this.end; level++) this.mark(level, ENTRY.accessed);
  }

  entryAt(level: number): number {
    return this.addresses[level]! >>> 0;
  }

  tableAt(level: number): number {
    return (this.lows[level]! & ENTRY_LOW_ADDRESS) >>> 0;
  }

  flagsAt(level: number): number {
    let common = this.above;
    let noExecute = this.aboveNoExecute;
    for (let read = this.from; read <= level; read++) {
      common &= this.lows[read]!;
      noExecute |= this.highs[read]!;
    }
    return (common & RIGHTS) | ((noExecute & ENTRY_HIGH_NO_EXECUTE) !== 0 ? TLB_FLAG.noExecute : 0);
  }
}

/** Entries may name addresses below this one: 2^MAXPHYADDR, or the end of RAM where the design leaves that to the machine. */
function addressLimit(memory: PhysicalMemory, { physicalBits }: X86Design): number {
  return physicalBits === null ? memory.ramBytes : 2 ** physicalBits;
}

/** Address of the table that an entry names. */
function tableOf(low: number, high: number): number {
  return (high & ENTRY_HIGH_ADDRESS) * 0x1_0000_0000 + ((low & ENTRY_LOW_ADDRESS) >>> 0);
}

/** A present entry, `above` levels above the lowest, has a bit set that must be zero, or names an address from `limit` on. */
function reserved(low: number, high: number, above: number, isLeaf: boolean, efer: number, limit: number): boolean {
  if ((high & ENTRY_HIGH_NO_EXECUTE) !== 0 && (efer & EFER_NXE) === 0) return true;
  // Bit 12 of a large page's entry is PAT, not address.
  const addressMask = isLeaf && above > 0 ? ENTRY_LOW_ADDRESS << 1 : ENTRY_LOW_ADDRESS;
  if (tableOf(low & addressMask, high) >= limit) return true;
  if (above >= 3) return (low & ENTRY.pageSize) !== 0;
  if (!isLeaf || above === 0) return false;
  return (low & (above === 2 ? 0x3fffe000 : 0x001fe000)) !== 0;
}

/**
 * Walks a canonical address from `cr3` (a physical address; its low 12 bits are ignored) and reports every entry read.
 * `noExecuteEnabled` is EFER.NXE.
 */
export function inspect(
  memory: PhysicalMemory,
  cr3: number,
  low: number,
  high: number,
  noExecuteEnabled = true,
  design: X86Design = X86_64,
): InspectedWalk {
  const levels: WalkLevel[] = [];
  const all = x86Levels(design);
  const limit = addressLimit(memory, design);
  const efer = noExecuteEnabled ? EFER_NXE : 0;
  let table = Math.floor(cr3 / 4096) * 4096;
  let write = true;
  let user = true;
  let execute = true;
  for (let level = 0; level < all.length && table < memory.ramBytes; level++) {
    const shift = all[level]!.shift;
    const index = tableIndex(low, high, shift);
    const address = table + 8 * index;
    const entry = memory.readEntryLow(address);
    const entryHigh = memory.readEntryHigh(address);
    const bits = entryBits(entry, entryHigh);
    const above = all.length - 1 - level;
    const isLeaf = above === 0 || (above < 3 && bits.pageSize);
    const pageBytes = 2 ** shift;
    let physical = -1;
    let stop: Stop | null = null;
    if (!bits.present) stop = 'not-present';
    else if (reserved(entry, entryHigh, above, isLeaf, efer, limit)) stop = 'reserved';
    else if (isLeaf) {
      physical = Math.floor(bits.address / pageBytes) * pageBytes + ((low >>> 0) % pageBytes);
      if (physical >= memory.ramBytes) stop = 'reserved';
    }
    levels.push({ level: all[level]!, index, table, address, low: entry, high: entryHigh, bits, stop });
    if (stop !== null) break;
    write &&= bits.write;
    user &&= bits.user;
    execute &&= !bits.noExecute;
    if (isLeaf) return { levels, physical, leaf: address, pageBytes, write, user, execute };
    table = bits.address;
  }
  return { levels, physical: -1, leaf: -1, pageBytes: 0, write, user, execute };
}
