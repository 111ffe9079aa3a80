import type { PhysicalMemory } from '../memory/physical.js';
import type { EntryLayout } from './design.js';
import type { EntryBits } from './entry-bits.js';

const none = { write: null, user: null, execute: null, noExecute: null, accessed: null, dirty: null } as const;

/** Layouts by name, with where they come from. */
export const entryLayouts: ReadonlyMap<string, EntryLayout & { readonly title: string }> = new Map([
  ['x86', { title: '8 bytes: P R/W U/S A D at bits 0 1 2 5 6, frame 51:12, NX 63 (Intel SDM vol. 3, 4.5)', bytes: 8, frame: { low: 12, bits: 40 }, valid: 0, write: 1, user: 2, execute: null, noExecute: 63, accessed: 5, dirty: 6 }],
  ['ia32', { title: '4 bytes: P R/W U/S A D at bits 0 1 2 5 6, frame 31:12 (Intel SDM vol. 3, 4.3)', bytes: 4, frame: { low: 12, bits: 20 }, valid: 0, write: 1, user: 2, execute: null, noExecute: null, accessed: 5, dirty: 6 }],
  ['ostep-linear', { title: '4 bytes: bit 31 valid, frame 30:0 (Three Easy Pieces, chapter 18)', bytes: 4, frame: { low: 0, bits: 31 }, valid: 31, ...none }],
  ['ostep-multilevel', { title: '1 byte: bit 7 valid, frame 6:0 (Three Easy Pieces, chapter 20)', bytes: 1, frame: { low: 0, bits: 7 }, valid: 7, ...none }],
  ['plain-1', { title: '1 byte: bit 7 valid, frame 6:0', bytes: 1, frame: { low: 0, bits: 7 }, valid: 7, ...none }],
  ['plain-2', { title: '2 bytes: from bit 15 down valid, write, execute, dirty, accessed; frame 10:0', bytes: 2, frame: { low: 0, bits: 11 }, valid: 15, write: 14, user: null, execute: 13, noExecute: null, accessed: 11, dirty: 12 }],
  ['plain-4', { title: '4 bytes: from bit 31 down valid, write, execute, dirty, accessed; frame 26:0', bytes: 4, frame: { low: 0, bits: 27 }, valid: 31, write: 30, user: null, execute: 29, noExecute: null, accessed: 27, dirty: 28 }],
  ['plain-8', { title: '8 bytes: from bit 63 down valid, write, execute, dirty, accessed; frame 47:0', bytes: 8, frame: { low: 0, bits: 48 }, valid: 63, write: 62, user: null, execute: 61, noExecute: null, accessed: 59, dirty: 60 }],
] as const); // biome-ignore format: a table

/** What an entry says, with rights that the layout has no bit for: they are given. */
export interface EntryContent {
  readonly valid: boolean;
  /** Frame number, exact. */
  readonly frame: number;
  readonly write: boolean;
  readonly user: boolean;
  readonly execute: boolean;
  readonly accessed: boolean;
  readonly dirty: boolean;
}

/** The bit `position` (null: none) as masks of the two halves of an entry. */
export interface BitMask {
  readonly low: number;
  readonly high: number;
}

export function bitMask(position: number | null): BitMask {
  if (position === null) return { low: 0, high: 0 };
  return position < 32 ? { low: 1 << position, high: 0 } : { low: 0, high: 1 << (position - 32) };
}

/** A mask of so many ones, 32 at most. */
const onesOf = (bits: number): number => (bits >= 32 ? -1 : (1 << bits) - 1);

/** Reads and writes entries of a layout in RAM. The two halves of an entry are signed; the upper one is 0 below 8 bytes. */
export class EntryFormat {
  readonly layout: EntryLayout;
  readonly bytes: number;
  private readonly memory: PhysicalMemory;
  private readonly frameLow: number;
  /** A frame number is what these leave of the low half, plus `scale` times what they leave of the high half. */
  private readonly lowMask: number;
  private readonly highShift: number;
  private readonly highMask: number;
  private readonly scale: number;

  constructor(memory: PhysicalMemory, layout: EntryLayout) {
    this.memory = memory;
    this.layout = layout;
    this.bytes = layout.bytes;
    const { low, bits } = layout.frame;
    this.frameLow = low;
    this.lowMask = low >= 32 ? 0 : onesOf(bits);
    this.highShift = Math.max(0, low - 32);
    this.highMask = onesOf(Math.max(0, low >= 32 ? bits : bits - (32 - low)));
    this.scale = low >= 32 ? 1 : 2 ** (32 - low);
  }

  low(address: number): number {
    return this.memory.readEntry(address, this.bytes);
  }

  high(address: number): number {
    return this.bytes === 8 ? this.memory.readEntryHigh(address) | 0 : 0;
  }

  write(address: number, low: number, high: number): void {
    if (this.bytes === 8) this.memory.writeEntry(address, low, high);
    else this.memory.writeSmallEntry(address, this.bytes, low);
  }

  /** Frame number of an entry. */
  frame(low: number, high: number): number {
    const lower = ((low >>> this.frameLow) & this.lowMask) >>> 0;
    return lower + (((high >>> this.highShift) & this.highMask) >>> 0) * this.scale;
  }

  content(low: number, high: number): EntryContent {
    const { layout } = this;
    const has = (position: number | null): boolean => {
      const mask = bitMask(position);
      return (low & mask.low) !== 0 || (high & mask.high) !== 0;
    };
    return {
      valid: has(layout.valid),
      frame: this.frame(low, high),
      write: layout.write === null || has(layout.write),
      user: layout.user === null || has(layout.user),
      execute: layout.execute !== null ? has(layout.execute) : !has(layout.noExecute),
      accessed: has(layout.accessed),
      dirty: has(layout.dirty),
    };
  }

  /** The same as the bits of an x86-64 entry, for explanations; `address` in bytes of RAM. */
  bits(low: number, high: number, pageBytes: number): EntryBits {
    const { valid, frame, write, user, execute, accessed, dirty } = this.content(low, high);
    const flags = { write, user, accessed, dirty, pageSize: false, global: false, noExecute: !execute };
    return { present: valid, ...flags, address: frame * pageBytes };
  }

  /** Halves of the entry with this content; what the layout has no bit for is lost. */
  encode(content: EntryContent): readonly [low: number, high: number] {
    const { layout } = this;
    let [low, high] = this.placeFrame(content.frame);
    const put = (position: number | null, value: boolean) => {
      if (!value) return;
      const mask = bitMask(position);
      low |= mask.low;
      high |= mask.high;
    };
    put(layout.valid, content.valid);
    put(layout.write, content.write);
    put(layout.user, content.user);
    put(layout.execute, content.execute);
    put(layout.noExecute, !content.execute);
    put(layout.accessed, content.accessed);
    put(layout.dirty, content.dirty);
    return [low, high];
  }

  private placeFrame(frame: number): [low: number, high: number] {
    const at = this.frameLow;
    if (at >= 32) return [0, frame << (at - 32)];
    return [frame << at, Math.floor(frame / 2 ** (32 - at))];
  }
}
