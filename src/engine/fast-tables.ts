import {
  PAGE_BYTES,
  PAGE_SHIFT,
  RAM_BASE,
  STATE,
  TLB_BASE,
  TLB_ENTRY_BYTES,
  TLB_FLAG,
  TLB_TREES,
} from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { type Access, allowed, READ, WRITE } from '../mmu/fault.js';
import type { Mmu } from '../mmu/mmu.js';
import type { Region } from '../mmu/tlb-entry.js';
import { slotOf } from './access.js';
import { codeSlotOf } from './code-slot.js';
import { CODE_FAST, CODE_FAST_SLOT, CODE_FAST_SLOTS, FAST, FAST_SLOT, FAST_SLOTS, NO_TAG, PRIVATE } from './layout.js';

const ENTRIES = (TLB_TREES - TLB_BASE) / TLB_ENTRY_BYTES;
const NONE = -1;
/** In place of a TLB entry: segment registers translate the page. */
const REGISTERS = -2;
const PAGES_OF_2M = 512;
/** Page numbers within the largest page. */
const LARGEST_PAGE = 0x3_ffff;
const FAST_BYTES = FAST_SLOTS * FAST_SLOT.bytes;

/**
 * The fast tables over the modelled TLB. A slot is valid only while its TLB entry is; what a slot allows, the entry allows in the present
 * mode (CPL, control registers, AC), so that a match is a TLB hit without a fault. A slot that is missing costs time and never a count.
 */
export class FastTables {
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  /** Arrays whose hits leave a stamp, as byte offsets of their entries. */
  private readonly stamped: readonly Region[];
  /** TLB entry of a code slot, and code slot of a TLB entry, as indexes; NONE. */
  private readonly codeEntry = new Int32Array(CODE_FAST_SLOTS).fill(NONE);
  private readonly codeSlot = new Int32Array(ENTRIES).fill(NONE);

  constructor(memory: PhysicalMemory, mmu: Mmu) {
    this.memory = memory;
    this.u32 = memory.u32;
    this.stamped = mmu.firstArrays.filter(({ policy }) => policy === 'lru').flatMap((array) => array.regions());
    for (let place = 0; place < FAST_BYTES; place += FAST_SLOT.bytes) this.clearData(place);
    for (let slot = 0; slot < CODE_FAST_SLOTS; slot++) this.clearCode(slot);
  }

  /** Where a lookup that hits an entry leaves its stamp. */
  stampPlace(entryAddress: number): number {
    const { stamped } = this;
    for (let index = 0; index < stamped.length; index++)
      if (entryAddress >= stamped[index]!.start && entryAddress < stamped[index]!.end) return entryAddress;
    return PRIVATE.noEntry;
  }

  /** Enters a data page after a successful lookup. */
  fillData(low: number, high: number, entryAddress: number): void {
    const page = (low & ~(PAGE_BYTES - 1)) >>> 0;
    const place = slotOf(page);
    // An access from the page before into this one must not find it.
    if (place === slotOf(page - 1)) return;
    const { u32 } = this;
    const flags = u32[(entryAddress + 12) >>> 2]!;
    const frame = this.frameOf(entryAddress, flags, page);
    this.clearData(place);
    const word = (FAST + place) >>> 2;
    if (this.allows(flags, READ)) this.tag(word + (FAST_SLOT.read >>> 2), page, high);
    const writable = (flags & TLB_FLAG.dirty) !== 0 && this.memory.hasCode[frame] === 0 && this.allows(flags, WRITE);
    if (writable) this.tag(word + (FAST_SLOT.write >>> 2), page, high);
    u32[word + (FAST_SLOT.addend >>> 2)] = RAM_BASE + frame * PAGE_BYTES - page;
    u32[word + (FAST_SLOT.entry >>> 2)] = this.stampPlace(entryAddress);
    u32[word + (FAST_SLOT.owner >>> 2)] = entryAddress;
  }

  /** Enters a data page that registers translate as one; it stands until they are loaded. */
  fillPlain(low: number, high: number, frame: number, readable: boolean, writable: boolean): void {
    const page = (low & ~(PAGE_BYTES - 1)) >>> 0;
    const place = slotOf(page);
    if (place === slotOf(page - 1)) return;
    const { u32 } = this;
    this.clearData(place);
    const word = (FAST + place) >>> 2;
    if (readable) this.tag(word + (FAST_SLOT.read >>> 2), page, high);
    if (writable && this.memory.hasCode[frame] === 0) this.tag(word + (FAST_SLOT.write >>> 2), page, high);
    u32[word + (FAST_SLOT.addend >>> 2)] = RAM_BASE + frame * PAGE_BYTES - page;
    u32[word + (FAST_SLOT.entry >>> 2)] = PRIVATE.noEntry;
    u32[word + (FAST_SLOT.owner >>> 2)] = PRIVATE.noEntry;
  }

  /** Enters a code page that registers translate as one. */
  fillPlainCode(low: number, high: number, table: number): void {
    const page = (low & ~(PAGE_BYTES - 1)) >>> 0;
    const place = codeSlotOf(page);
    const slot = place / CODE_FAST_SLOT.bytes;
    this.dropCode(slot);
    this.codeEntry[slot] = REGISTERS;
    const word = (CODE_FAST + place) >>> 2;
    this.tag(word, page, high);
    this.u32[word + (CODE_FAST_SLOT.table >>> 2)] = table;
    this.u32[word + (CODE_FAST_SLOT.entry >>> 2)] = PRIVATE.noEntry;
  }

  /** Frame of a page that an entry maps. */
  private frameOf(entryAddress: number, flags: number, page: number): number {
    const first = this.u32[(entryAddress + 8) >>> 2]!;
    if ((flags & TLB_FLAG.whole) === 0) return first;
    return first + (((page >>> PAGE_SHIFT) - this.u32[entryAddress >>> 2]!) & LARGEST_PAGE);
  }

  private allows(flags: number, access: Access): boolean {
    const { u32 } = this;
    const [cpl, cr0, cr4] = [u32[STATE.cpl >>> 2]!, u32[STATE.cr0 >>> 2]!, u32[STATE.cr4 >>> 2]!];
    return allowed(flags, access, cpl, cr0, cr4, u32[STATE.rflags >>> 2]!);
  }

  private tag(word: number, low: number, high: number): void {
    this.u32[word] = low;
    this.u32[word + 1] = high;
  }

  /** Enters a code page. */
  fillCode(low: number, high: number, entryAddress: number, table: number): void {
    const page = (low & ~(PAGE_BYTES - 1)) >>> 0;
    const place = codeSlotOf(page);
    const slot = place / CODE_FAST_SLOT.bytes;
    this.dropCode(slot);
    const entry = (entryAddress - TLB_BASE) / TLB_ENTRY_BYTES;
    if (this.codeSlot[entry] !== NONE) this.dropCode(this.codeSlot[entry]!);
    this.codeEntry[slot] = entry;
    this.codeSlot[entry] = slot;
    const word = (CODE_FAST + place) >>> 2;
    this.tag(word, page, high);
    this.u32[word + (CODE_FAST_SLOT.table >>> 2)] = table;
    this.u32[word + (CODE_FAST_SLOT.entry >>> 2)] = this.stampPlace(entryAddress);
  }

  /** A TLB entry changes or goes. */
  dropEntry(entryAddress: number): void {
    const first = this.u32[entryAddress >>> 2]! << PAGE_SHIFT;
    const flags = this.u32[(entryAddress + 12) >>> 2]!;
    if ((flags & TLB_FLAG.whole) === 0) this.disown(slotOf(first), entryAddress);
    else if ((flags & TLB_FLAG.size2M) !== 0)
      for (let page = 0; page < PAGES_OF_2M; page++) this.disown(slotOf(first + page * PAGE_BYTES), entryAddress);
    else for (let place = 0; place < FAST_BYTES; place += FAST_SLOT.bytes) this.disown(place, entryAddress);
    const code = this.codeSlot[(entryAddress - TLB_BASE) / TLB_ENTRY_BYTES]!;
    if (code !== NONE) this.dropCode(code);
  }

  /** Empties a slot if it stands for an entry. */
  private disown(place: number, entryAddress: number): void {
    if (this.u32[(FAST + place + FAST_SLOT.owner) >>> 2] === entryAddress) this.clearData(place);
  }

  /** Empties a slot, given by its offset. */
  private clearData(place: number): void {
    const word = (FAST + place) >>> 2;
    this.tag(word + (FAST_SLOT.read >>> 2), NO_TAG, 0);
    this.tag(word + (FAST_SLOT.write >>> 2), NO_TAG, 0);
    this.u32[word + (FAST_SLOT.owner >>> 2)] = 0;
  }

  private clearCode(slot: number): void {
    const entry = this.codeEntry[slot]!;
    if (entry >= 0) this.codeSlot[entry] = NONE;
    this.codeEntry[slot] = NONE;
    this.tag((CODE_FAST + slot * CODE_FAST_SLOT.bytes) >>> 2, NO_TAG, 0);
  }

  /** Clears a code slot; if it was that of the current page, the page must be looked up before the next fetch. */
  private dropCode(slot: number): void {
    const { u32 } = this;
    const word = (CODE_FAST + slot * CODE_FAST_SLOT.bytes) >>> 2;
    const tag = PRIVATE.pageTag >>> 2;
    if (this.codeEntry[slot] !== NONE && u32[word] === u32[tag] && u32[word + 1] === u32[tag + 1]) this.leavePage();
    this.clearCode(slot);
  }

  /** The current code page is no longer known to be in the TLB: the loop ends with the current step. */
  leavePage(): void {
    const { u32 } = this;
    this.tag(PRIVATE.pageTag >>> 2, NO_TAG, 0);
    u32[PRIVATE.pageEntry >>> 2] = PRIVATE.noEntry;
    u32[PRIVATE.limit >>> 2] = 0;
    u32[(PRIVATE.limit >>> 2) + 1] = 0;
  }

  /** A table of records is given up. */
  dropTable(table: number): void {
    const { u32 } = this;
    for (let slot = 0; slot < CODE_FAST_SLOTS; slot++) {
      const word = (CODE_FAST + slot * CODE_FAST_SLOT.bytes + CODE_FAST_SLOT.table) >>> 2;
      if (this.codeEntry[slot] !== NONE && u32[word] === table) this.dropCode(slot);
    }
    if (u32[PRIVATE.pageTable >>> 2] === table) this.leavePage();
  }

  /** A frame now holds decoded code: writes to it must be seen. */
  protectFrame(frame: number): void {
    const { u32 } = this;
    for (let place = 0; place < FAST_BYTES; place += FAST_SLOT.bytes) {
      const word = (FAST + place) >>> 2;
      const page = u32[word + (FAST_SLOT.write >>> 2)]!;
      if (page === NO_TAG) continue;
      const start = (page + u32[word + (FAST_SLOT.addend >>> 2)]! - RAM_BASE) >>> 0;
      if (start >>> PAGE_SHIFT === frame) this.tag(word + (FAST_SLOT.write >>> 2), NO_TAG, 0);
    }
  }

  /** Forgets everything. */
  clear(): void {
    for (let place = 0; place < FAST_BYTES; place += FAST_SLOT.bytes)
      if (this.u32[(FAST + place + FAST_SLOT.owner) >>> 2] !== 0) this.clearData(place);
    for (let slot = 0; slot < CODE_FAST_SLOTS; slot++) if (this.codeEntry[slot] !== NONE) this.dropCode(slot);
    this.leavePage();
  }
}
