import type { PhysicalMemory } from '../../memory/physical.js';
import { type Design, type EntryLayout, type PagedDesign, pageShiftOf } from '../../mmu/design.js';
import { ENTRY, ENTRY_HIGH_NO_EXECUTE, type EntryBits, entryBits } from '../../mmu/entry-bits.js';
import { EntryFormat } from '../../mmu/entry-layouts.js';

/**
 * How the entries of the kernel (entry.ts) stand in the tables of a design. Entries are named by their physical address and read and
 * written as two halves; nothing is counted here.
 */
export interface EntryBook {
  /** Bytes of an entry. */
  readonly bytes: number;
  /** A right to write can be taken away. Where it cannot, nothing is shared until a store, and every page may have been written. */
  readonly protects: boolean;
  low(entry: number): number;
  high(entry: number): number;
  write(entry: number, low: number, high: number): void;
  /** What the hardware sees there; dirty, where there is no such bit. */
  hardware(entry: number): EntryBits;
  /** Remembers what is not in RAM: the function given back restores it. */
  remember(): () => void;
}

export function entryBookOf(memory: PhysicalMemory, design: Design): EntryBook {
  return design.kind === 'paged' ? new LayoutBook(memory, design) : new X86Book(memory);
}

/** x86-64: the kernel's entries are the processor's. */
class X86Book implements EntryBook {
  readonly bytes = 8;
  readonly protects = true;
  private readonly memory: PhysicalMemory;

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
  }

  low(entry: number): number {
    return this.memory.readEntryLow(entry);
  }

  high(entry: number): number {
    return this.memory.readEntryHigh(entry);
  }

  write(entry: number, low: number, high: number): void {
    this.memory.writeEntry(entry, low, high);
  }

  hardware(entry: number): EntryBits {
    return entryBits(this.low(entry), this.high(entry));
  }

  remember(): () => void {
    return () => {};
  }
}

const HIGH = 2 ** 32;

/**
 * Any other layout. The entry in RAM has what the hardware needs; the whole of what the kernel has entered, rights that the layout has no
 * bit for and slots of swapped pages included, is kept on the side (the supplementary page table of a real kernel). Accessed and dirty come
 * from RAM where they have a bit. Where they have none no page counts as accessed, and every page that can be written as dirty.
 */
class LayoutBook implements EntryBook {
  readonly bytes: number;
  readonly protects: boolean;
  private readonly layout: EntryLayout;
  private readonly pageBytes: number;
  private readonly format: EntryFormat;
  /** By address: the low half, plus 2^32 when execution is forbidden. */
  private readonly entered = new Map<number, number>();

  constructor(memory: PhysicalMemory, design: PagedDesign) {
    this.layout = design.entry;
    this.format = new EntryFormat(memory, design.entry);
    this.bytes = design.entry.bytes;
    this.protects = design.entry.write !== null;
    this.pageBytes = 2 ** pageShiftOf(design);
  }

  low(entry: number): number {
    const entered = this.entered.get(entry);
    if (entered === undefined) return 0;
    const low = (entered % HIGH) >>> 0;
    if ((low & ENTRY.present) === 0) return low;
    const { layout, format } = this;
    const { accessed, dirty } = format.content(format.low(entry), format.high(entry));
    let bits = low & ~(ENTRY.accessed | ENTRY.dirty);
    if (layout.accessed === null ? (low & ENTRY.accessed) !== 0 : accessed) bits |= ENTRY.accessed;
    const written = layout.dirty === null ? !this.protects || (low & ENTRY.write) !== 0 : dirty;
    if (written || (low & ENTRY.dirty) !== 0) bits |= ENTRY.dirty;
    return bits >>> 0;
  }

  high(entry: number): number {
    return (this.entered.get(entry) ?? 0) >= HIGH ? ENTRY_HIGH_NO_EXECUTE : 0;
  }

  write(entry: number, low: number, high: number): void {
    const executes = (high & ENTRY_HIGH_NO_EXECUTE) === 0;
    if (low === 0) this.entered.delete(entry);
    else this.entered.set(entry, (low >>> 0) + (executes ? 0 : HIGH));
    const has = (bit: number) => (low & bit) !== 0;
    const halves = has(ENTRY.present)
      ? this.format.encode({
          valid: true,
          frame: low >>> 12,
          write: has(ENTRY.write),
          user: has(ENTRY.user),
          execute: executes,
          accessed: has(ENTRY.accessed),
          dirty: has(ENTRY.dirty),
        })
      : ([0, 0] as const);
    this.format.write(entry, halves[0], halves[1]);
  }

  hardware(entry: number): EntryBits {
    const { format, layout } = this;
    const bits = format.bits(format.low(entry), format.high(entry), this.pageBytes);
    return { ...bits, dirty: bits.dirty || layout.dirty === null };
  }

  remember(): () => void {
    const copy = new Map(this.entered);
    return () => {
      this.entered.clear();
      for (const [entry, low] of copy) this.entered.set(entry, low);
    };
  }
}
