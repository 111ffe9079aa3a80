import type { PagedDesign } from '../../src/mmu/design.js';

/** What a translation comes to in the model. `code`: of the page fault, without the bits of the access; null: no fault. */
export interface ModelOutcome {
  readonly physical: bigint | null;
  readonly present: boolean;
  readonly reserved: boolean;
  readonly allowed: boolean;
  readonly entriesRead: number;
  readonly entriesWritten: number;
}

export interface ModelAccess {
  readonly address: bigint;
  readonly write: boolean;
  readonly fetch: boolean;
}

const field = (value: bigint, low: number, bits: number): bigint =>
  (value >> BigInt(low)) & ((1n << BigInt(bits)) - 1n);
const has = (value: bigint, bit: number | null): boolean => bit !== null && field(value, bit, 1) === 1n;

/**
 * Tables of any geometry by the book, on whole entries as big integers: written apart from the product, and without a thought of speed. User
 * mode. `ram` is changed: accessed and dirty bits.
 */
export function modelTranslate(ram: DataView, root: bigint, design: PagedDesign, access: ModelAccess): ModelOutcome {
  const { entry, virtualBits, indexBits } = design;
  const offsetBits = virtualBits - indexBits.reduce((a, b) => a + b, 0);
  const nothing = {
    physical: null,
    reserved: false,
    allowed: false,
    present: false,
    entriesRead: 0,
    entriesWritten: 0,
  };
  if (access.address >> BigInt(virtualBits) !== 0n) return nothing;
  const used: { at: number; value: bigint }[] = [];
  let table = root;
  let above = virtualBits;
  for (const bits of indexBits) {
    above -= bits;
    const at = Number(table + field(access.address, above, bits) * BigInt(entry.bytes));
    const entriesRead = used.length + 1;
    if (at + entry.bytes > ram.byteLength) return { ...nothing, present: true, reserved: true, entriesRead };
    const value = read(ram, at, entry.bytes);
    if (!has(value, entry.valid)) return { ...nothing, entriesRead };
    table = field(value, entry.frame.low, entry.frame.bits) << BigInt(offsetBits);
    used.push({ at, value });
    if (table + (1n << BigInt(offsetBits)) > BigInt(ram.byteLength))
      return { ...nothing, present: true, reserved: true, entriesRead };
  }
  const every = (bit: number | null) => bit === null || used.every(({ value }) => has(value, bit));
  const executable =
    entry.execute !== null ? every(entry.execute) : !used.some(({ value }) => has(value, entry.noExecute));
  const allowed = every(entry.user) && (!access.write || every(entry.write)) && (!access.fetch || executable);
  if (!allowed) return { ...nothing, present: true, entriesRead: used.length };
  let entriesWritten = 0;
  used.forEach(({ at, value }, level) => {
    let marked = value;
    if (entry.accessed !== null) marked |= 1n << BigInt(entry.accessed);
    if (entry.dirty !== null && access.write && level === used.length - 1) marked |= 1n << BigInt(entry.dirty);
    if (marked === value) return;
    entriesWritten++;
    writeEntry(ram, at, entry.bytes, marked);
  });
  const physical = table + field(access.address, 0, offsetBits);
  return { physical, present: true, reserved: false, allowed, entriesRead: used.length, entriesWritten };
}

function read(ram: DataView, at: number, bytes: number): bigint {
  let value = 0n;
  for (let i = bytes - 1; i >= 0; i--) value = (value << 8n) | BigInt(ram.getUint8(at + i));
  return value;
}

function writeEntry(ram: DataView, at: number, bytes: number, value: bigint): void {
  for (let i = 0; i < bytes; i++) ram.setUint8(at + i, Number((value >> BigInt(8 * i)) & 0xffn));
}
