import { COUNTER, STATE, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
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
import { canonical, tableIndex, X86_LEVELS } from './schemes/paging.js';
import type { InspectedWalk, Scheme, Stop, WalkLevel, WalkStart } from './schemes/scheme.js';

export type { InspectedWalk, WalkLevel } from './schemes/scheme.js';

const CR3 = STATE.cr3 >>> 2;
const CR4 = STATE.cr4 >>> 2;
const EFER = STATE.efer >>> 2;

const DEPTH = X86_LEVELS.length;
const SHIFTS = X86_LEVELS.map((level) => level.shift);
const RIGHTS = TLB_FLAG.write | TLB_FLAG.user;

/**
 * The page walker: reads real entries in RAM from CR3 down. A walk leaves its result in the fields and allocates nothing. Entries are
 * checked level by level, P first, then reserved bits; rights only add up, deciding on them is the caller's.
 */
export class PageWalker implements Scheme {
  readonly pageShift = 12;
  readonly shifts = SHIFTS;
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
  private readonly addresses = new Int32Array(DEPTH);
  private readonly lows = new Int32Array(DEPTH);
  private readonly highs = new Int32Array(DEPTH);
  /** Rights of the levels above the first that was read. */
  private above = -1;
  private aboveNoExecute = 0;
  private readonly memory: PhysicalMemory;

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
  }

  /** An address that is not canonical raises #GP(0) (Intel SDM vol. 1, 3.3.7.1). */
  refusal(_low: number, high: number): number {
    return canonical(high) ? 0 : GENERAL_PROTECTION;
  }

  walk(low: number, high: number, start: WalkStart | null): number {
    const memory = this.memory;
    const { u32 } = memory;
    this.from = start === null ? 0 : start.level;
    const level = start === null ? this.fromRoot(low, high) : this.below(low, high, start);
    memory.count(COUNTER.walks);
    memory.count(COUNTER.walkReads, this.reads);
    for (let read = 0; read < this.reads; read++) memory.count(COUNTER.walkReads1 + DEPTH - 1 - this.from - read);
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
    const memory = this.memory;
    const efer = memory.u32[EFER]!;
    this.above = common;
    this.aboveNoExecute = noExecute;
    let table = root;
    for (let level = from; ; level++) {
      this.reads = level + 1 - from;
      const address = table + 8 * tableIndex(low, high, SHIFTS[level]!);
      if (memory.onWalk !== null) memory.onWalk(address, false);
      // There is nothing beyond RAM: the bus reads as all ones.
      if (address >= memory.ramBytes) return ~(ERROR.present | ERROR.reserved);
      const entry = memory.readEntryLow(address) | 0;
      const entryHigh = memory.readEntryHigh(address) | 0;
      if ((entry & ENTRY.present) === 0) return ~0;
      const isLeaf = level === 3 || (level > 0 && (entry & ENTRY.pageSize) !== 0);
      if (reserved(entry, entryHigh, level, isLeaf, efer, memory.ramBytes)) return ~(ERROR.present | ERROR.reserved);
      common &= entry;
      noExecute |= entryHigh;
      this.addresses[level] = address;
      this.lows[level] = entry;
      this.highs[level] = entryHigh;
      table = (entry & ENTRY_LOW_ADDRESS) >>> 0;
      if (!isLeaf) continue;
      this.common = common;
      this.noExecute = noExecute;
      return level;
    }
  }

  private complete(low: number, level: number, cr4: number): number {
    const entry = this.lows[level]!;
    const within = (1 << (SHIFTS[level]! - 12)) - 1;
    this.frame = ((entry >>> 12) & ~within) | ((low >>> 12) & within);
    if (this.frame >= this.memory.frameCount) return ERROR.present | ERROR.reserved;
    this.leaf = this.addresses[level]! >>> 0;
    this.last = level;
    let flags = TLB_FLAG.valid | (this.common & (TLB_FLAG.write | TLB_FLAG.user));
    if ((this.noExecute & ENTRY_HIGH_NO_EXECUTE) !== 0) flags |= TLB_FLAG.noExecute;
    if ((entry & ENTRY.dirty) !== 0) flags |= TLB_FLAG.dirty;
    if ((entry & ENTRY.global) !== 0 && (cr4 & CR4_PGE) !== 0) flags |= TLB_FLAG.global;
    if (level === 2) flags |= TLB_FLAG.size2M;
    if (level === 1) flags |= TLB_FLAG.size1G;
    this.flags = flags;
    return -1;
  }

  setAccessed(write: boolean): void {
    const { memory, last } = this;
    if (write) this.flags |= TLB_FLAG.dirty;
    const leafDirty = !write || (this.lows[last]! & ENTRY.dirty) !== 0;
    if (leafDirty && (this.common & ENTRY.accessed) !== 0) return;
    for (let level = this.from; level <= last; level++) {
      const entry = this.lows[level]!;
      const updated = entry | ENTRY.accessed | (write && level === last ? ENTRY.dirty : 0);
      if (updated === entry) continue;
      const address = this.addresses[level]! >>> 0;
      memory.writeEntry(address, updated, memory.readEntryHigh(address));
      memory.count(COUNTER.adWrites);
      if (memory.onWalk !== null) memory.onWalk(address, true);
    }
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

/** A present entry has a bit set that must be zero, or names memory that the machine does not have. */
function reserved(low: number, high: number, level: number, isLeaf: boolean, efer: number, ramBytes: number): boolean {
  if ((high & ENTRY_HIGH_NO_EXECUTE) !== 0 && (efer & EFER_NXE) === 0) return true;
  if ((high & ENTRY_HIGH_ADDRESS) !== 0) return true;
  // Bit 12 of a large page's entry is PAT, not address.
  const addressMask = isLeaf && level < 3 ? ENTRY_LOW_ADDRESS << 1 : ENTRY_LOW_ADDRESS;
  if ((low & addressMask) >>> 0 >= ramBytes) return true;
  if (level === 0) return (low & ENTRY.pageSize) !== 0;
  if (!isLeaf || level === 3) return false;
  return (low & (level === 1 ? 0x3fffe000 : 0x001fe000)) !== 0;
}

/**
 * Walks a canonical address from `cr3` (a physical address; its low 12 bits are ignored) and reports every entry read. `noExecuteEnabled`
 * is EFER.NXE.
 */
export function inspect(
  memory: PhysicalMemory,
  cr3: number,
  low: number,
  high: number,
  noExecuteEnabled = true,
): InspectedWalk {
  const levels: WalkLevel[] = [];
  let table = Math.floor(cr3 / 4096) * 4096;
  let write = true;
  let user = true;
  let execute = true;
  for (let level = 0; level < DEPTH && table < memory.ramBytes; level++) {
    const index = tableIndex(low, high, SHIFTS[level]!);
    const address = table + 8 * index;
    const entry = memory.readEntryLow(address);
    const entryHigh = memory.readEntryHigh(address);
    const bits = entryBits(entry, entryHigh);
    const isLeaf = level === 3 || (level > 0 && bits.pageSize);
    const efer = noExecuteEnabled ? EFER_NXE : 0;
    let physical = -1;
    let stop: Stop | null = null;
    if (!bits.present) stop = 'not-present';
    else if (reserved(entry, entryHigh, level, isLeaf, efer, memory.ramBytes)) stop = 'reserved';
    else if (isLeaf) {
      const pageBytes = 2 ** SHIFTS[level]!;
      physical = Math.floor(bits.address / pageBytes) * pageBytes + ((low >>> 0) % pageBytes);
      if (physical >= memory.ramBytes) stop = 'reserved';
    }
    levels.push({ level: X86_LEVELS[level]!, index, table, address, low: entry, high: entryHigh, bits, stop });
    if (stop !== null) break;
    write &&= bits.write;
    user &&= bits.user;
    execute &&= !bits.noExecute;
    if (isLeaf) return { levels, physical, leaf: address, pageBytes: 2 ** SHIFTS[level]!, write, user, execute };
    table = bits.address;
  }
  return { levels, physical: -1, leaf: -1, pageBytes: 0, write, user, execute };
}
