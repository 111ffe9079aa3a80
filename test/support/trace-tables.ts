import type { Design, EntryLayout } from '../../src/mmu/design.js';
import { type Held, SHIFT, type Size, type Translation } from './trace-tlb.js';

/** A page-table entry taken apart. Bits that its layout does not have are given. */
interface Entry {
  readonly valid: boolean;
  readonly frame: number;
  readonly write: boolean;
  readonly user: boolean;
  readonly execute: boolean;
  readonly large: boolean;
  accessed: boolean;
  dirty: boolean;
}

/** The fields of an x86-64 entry that a kernel with pages of 4 KiB uses (Intel SDM vol. 3, table 4-20). */
const X86_ENTRY: EntryLayout = {
  bytes: 8,
  frame: { low: 12, bits: 40 },
  valid: 0,
  write: 1,
  user: 2,
  execute: null,
  noExecute: 63,
  accessed: 5,
  dirty: 6,
};
const X86_INDEX_BITS = 9;
/** PS: with it an entry one or two levels above the leaf tables is the leaf. */
const X86_LARGE = 7;
/** Where a walk begins: so many levels above the pages, at the root or at a table that a structure cache knows. */
export interface Begin {
  readonly above: number;
  readonly held: Held | null;
}

export interface Walked {
  /** Addresses of the entries read. */
  readonly used: readonly number[];
  readonly found: Translation;
  /** What a structure cache, by its index, may keep of it; from the root down. */
  readonly steps: readonly { readonly index: number; readonly held: Held }[];
}

/** Page tables as a trace tells of them, and how they are read. */
export class TraceTables {
  /** Bytes of a page. */
  readonly pageBytes: number;
  readonly levels: number;
  /** Physical address of the root. */
  root = 0;
  readonly entries = new Map<number, Entry>();
  private readonly layout: EntryLayout;
  private readonly indexBits: readonly number[];
  private readonly hasLarge: boolean;
  /** Told of each entry that a counted walk reads: its physical address and how many levels above the pages it is. */
  private readonly onRead: (address: number, above: number) => void;

  constructor(design: Design, onRead: (address: number, above: number) => void) {
    if (design.kind !== 'paged' && design.kind !== 'x86-64') throw new Error('there are no tables to walk');
    this.layout = design.kind === 'paged' ? design.entry : X86_ENTRY;
    this.indexBits =
      design.kind === 'paged' ? design.indexBits : Array.from({ length: design.levels }, () => X86_INDEX_BITS);
    this.hasLarge = design.kind === 'x86-64';
    this.levels = this.indexBits.length;
    const virtualBits = design.kind === 'paged' ? design.virtualBits : 12 + X86_INDEX_BITS * design.levels;
    this.pageBytes = 2 ** (virtualBits - this.indexBits.reduce((sum, bits) => sum + bits, 0));
    this.onRead = onRead;
  }

  /** An entry has a new value. */
  write(address: number, low: number, high: number): void {
    this.entries.set(address, this.decode(low, high));
  }

  private decode(low: number, high: number): Entry {
    const bits = (BigInt(high) << 32n) | BigInt(low);
    const bit = (position: number | null, otherwise: boolean) =>
      position === null ? otherwise : ((bits >> BigInt(position)) & 1n) === 1n;
    const { frame, valid, write, user, execute, noExecute, accessed, dirty } = this.layout;
    return {
      valid: bit(valid, true),
      frame: Number((bits >> BigInt(frame.low)) & ((1n << BigInt(frame.bits)) - 1n)),
      write: bit(write, true),
      user: bit(user, true),
      execute: noExecute === null ? bit(execute, true) : !bit(noExecute, false),
      large: this.hasLarge && bit(X86_LARGE, false),
      accessed: bit(accessed, true),
      dirty: bit(dirty, true),
    };
  }

  /** Number of what lies below one entry, `index + 1` levels above the leaf tables. */
  prefix(page: number, index: number): number {
    const bits = this.indexBits.slice(this.indexBits.length - 1 - index).reduce((sum, width) => sum + width, 0);
    return Math.floor(page / 2 ** bits);
  }

  /** Reads entries from the tables at `above` levels above the pages down to the leaf. null: one of them is not valid. */
  read(page: number, space: number, from: Begin, counted: boolean): Walked | null {
    const { layout, indexBits, pageBytes } = this;
    const used: number[] = [];
    const steps: { index: number; held: Held }[] = [];
    const rights = from.held ?? { write: true, user: true, execute: true };
    let { write, user, execute } = rights;
    let table = from.held === null ? this.root : from.held.frame * pageBytes;
    for (let above = from.above; above >= 1; above--) {
      const level = indexBits.length - above;
      const below = above >= 2 ? this.prefix(page, above - 2) : page;
      const address = table + layout.bytes * (below % 2 ** indexBits[level]!);
      if (counted) this.onRead(address, above);
      const entry = this.entries.get(address);
      if (entry === undefined) throw new Error(`the entry at ${address} is not in the trace`);
      if (!entry.valid) return null;
      write &&= entry.write;
      user &&= entry.user;
      execute &&= entry.execute;
      used.push(address);
      table = entry.frame * pageBytes;
      const held = { space, write, user, execute, dirty: entry.dirty, size: 0, of: 0, stamp: 0 } as const;
      if (above === 1 || (entry.large && above <= 3)) {
        const of = (above - 1) as Size;
        const within = page % 2 ** SHIFT[of]!;
        const frame = entry.frame - (entry.frame % 2 ** SHIFT[of]!) + within;
        return { used, found: { ...held, page, frame, of, piece: false }, steps };
      }
      steps.push({ index: above - 2, held: { ...held, page: below, frame: entry.frame } });
    }
    throw new Error('the last level is always a leaf');
  }
}
