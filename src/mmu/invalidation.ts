import { COUNTER, STATE, TLB_FLAG } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { CR0_PG, CR4_PCIDE, CR4_PGE, CR4_SMEP } from './entry-bits.js';
import { PCID_MASK, spaceOf } from './space.js';
import type { TlbArrays } from './tlb-arrays.js';
import type { Page } from './tlb-level.js';

const CR0 = STATE.cr0 >>> 2;
const CR3 = STATE.cr3 >>> 2;
const CR4 = STATE.cr4 >>> 2;
/** CR4 bits whose change empties everything: PSE, PAE, PGE, LA57 (Intel SDM vol. 3, 4.10.4.1). */
const CR4_FLUSHING = 0x10 | 0x20 | 0x80 | 0x1000;
/** In the high half of a value written to CR3 with CR4.PCIDE set: bit 63, keep what is cached. */
const NO_FLUSH = 0x8000_0000;

/** What drops translations, and how much: the table of mmu/README.md, section 4. */
export class Invalidation {
  private readonly memory: PhysicalMemory;
  private readonly u32: Uint32Array;
  private readonly tlb: TlbArrays | null;
  private readonly flushed: () => void;

  /** `flushed`: is told after entries were dropped in bulk, or another address space became the current one. */
  constructor(memory: PhysicalMemory, tlb: TlbArrays | null, flushed: () => void) {
    this.memory = memory;
    this.u32 = memory.u32;
    this.tlb = tlb;
    this.flushed = flushed;
  }

  /** Of all spaces, all but global entries, or really all; and the structure caches. */
  flush(includeGlobal: boolean): void {
    this.empty((flags) => includeGlobal || (flags & TLB_FLAG.global) === 0, null);
  }

  /** What is cached for one space, global entries only if wanted. */
  flushSpace(space: number, includeGlobal: boolean): void {
    this.empty((flags, owner) => owner === space && (includeGlobal || (flags & TLB_FLAG.global) === 0), space);
  }

  private empty(unwanted: (flags: number, space: number) => boolean, space: number | null): void {
    this.memory.count(COUNTER.tlbFlushes);
    for (const array of this.tlb?.translations ?? []) this.memory.count(COUNTER.tlbFlushed, array.empty(unwanted));
    this.tlb?.walkCaches?.empty(space);
    this.flushed();
  }

  /** INVLPG: the page's entries of its space and global ones of any; all structure caches of the space. */
  invalidatePage({ low, high, space }: Page): void {
    this.memory.count(COUNTER.invalidations);
    for (const array of this.tlb?.translations ?? []) array.dropPage(low, high, space, true);
    this.tlb?.walkCaches?.empty(space);
  }

  /** INVPCID of type 0: the page's entries of a space that are not global, and what the structure caches have on the way to it. */
  invalidatePageIn(page: Page): void {
    this.memory.count(COUNTER.invalidations);
    for (const array of this.tlb?.translations ?? []) array.dropPage(page.low, page.high, page.space, false);
    this.tlb?.walkCaches?.dropPage(page);
  }

  /** Writes CR0, CR3 or CR4 (halves) and drops what the change makes stale. */
  writeControlRegister(number: 0 | 3 | 4, low: number, high: number): void {
    if (number === 3) this.writeCr3(low, high);
    else if (number === 4) this.writeCr4(low, high);
    else {
      const changed = this.u32[CR0]! ^ low;
      this.write(CR0, low, high);
      if ((changed & CR0_PG) !== 0) this.flush(true);
    }
  }

  private write(word: number, low: number, high: number): void {
    this.u32[word] = low;
    this.u32[word + 1] = high;
  }

  private writeCr3(low: number, high: number): void {
    const { u32 } = this;
    const tagged = (u32[CR4]! & CR4_PCIDE) !== 0;
    this.write(CR3, low, tagged ? high & ~NO_FLUSH : high);
    if (!tagged) this.flush((u32[CR4]! & CR4_PGE) === 0);
    else if ((high & NO_FLUSH) === 0) this.flushSpace(low & PCID_MASK, false);
    else this.flushed();
  }

  private writeCr4(low: number, high: number): void {
    const before = this.u32[CR4]!;
    const changed = before ^ low;
    this.write(CR4, low, high);
    const everything = (changed & CR4_FLUSHING) !== 0 || (changed & before & CR4_PCIDE) !== 0;
    if (everything) this.flush(true);
    else if ((changed & low & CR4_SMEP) !== 0) this.flushSpace(spaceOf(this.u32), true);
  }

  /** Makes another address space current, in designs that have its number in STATE.space. `keep`: what is cached stays. */
  writeSpace(root: number, space: number, keep: boolean): void {
    this.write(CR3, root, Math.floor(root / 0x1_0000_0000));
    this.u32[STATE.space >>> 2] = space;
    if (keep) this.flushed();
    else this.flushSpace(space, false);
  }
}
