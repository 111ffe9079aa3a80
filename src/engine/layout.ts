import { ENGINE_TABLES, ENGINE_TABLES_BYTES, STATE } from '../memory/layout.js';

/**
 * Where the interpreter keeps what is its own: variables in the free part of the CPU state, the code fast table between
 * the counters and the TLB, that for data behind the TLB, records behind the RAM. Byte offsets in the buffer.
 */
const base = STATE.enginePrivate;

export const PRIVATE = {
  /** Lazy flags, see lazy-flags.ts: three u64, u32 kind; and the ones below an override. */
  x: base,
  y: base + 0x08,
  r: base + 0x10,
  kind: base + 0x18,
  /** u32: why the last handler left the loop (EXIT). */
  exit: base + 0x1c,
  savedX: base + 0x20,
  savedY: base + 0x28,
  savedKind: base + 0x30,
  /** u32: string elements completed that did not complete their instruction; fetches of a second page. */
  unfinished: base + 0x34,
  crossings: base + 0x38,
  /** u32: the record to go on with, 0: find the one of `target`. */
  record: base + 0x3c,
  /** u64: steps * 8, and where to stop. */
  clock: base + 0x40,
  limit: base + 0x48,
  /** u64: loads + stores * 2^21 + modifies * 2^42 of completed steps. */
  references: base + 0x50,
  /** u64: where to continue. */
  target: base + 0x58,
  /** u64 virtual address of the current code page; the same, or 1 when the page must be looked up before the next fetch. */
  pageBase: base + 0x60,
  pageTag: base + 0x68,
  /** u32: records of the current code page; its TLB entry. */
  pageTable: base + 0x70,
  pageEntry: base + 0x74,
  /** u64: clock of the fetch of the last string instruction with several elements, and its clock after the last of them. */
  repeatStart: base + 0x78,
  repeatEnd: base + 0x80,
  /** u32: handler of the string instruction that is between two elements. */
  repeatHandler: base + 0x88,
  /** A TLB entry that does not exist: takes the stamps of policies that have none. */
  noEntry: base + 0x90,
  /** 16 bytes for each access of an instruction: bytes that do not lie in one writable piece of RAM. */
  scratch: base + 0xb0,
  /** A copy of the record of the string instruction between two elements, for when the engine is entered again. */
  repeatRecord: base + 0xe0,
  /** The record behind that copy. */
  repeatNext: base + 0x100,
  /** u32, for the miss function: it may be used; lookups it has counted as misses; the data TLB; its geometry; LRU; see miss-function.ts. */
  missEnabled: base + 0x120,
  missLookups: base + 0x124,
  dataTlb: base + 0x128,
  setMask: base + 0x12c,
  setBytes: base + 0x130,
  lru: base + 0x134,
  ramBytes: base + 0x138,
  /** u32: bits of an entry's high half that must be zero; where there is a byte for each frame: it has decoded code. */
  reservedHigh: base + 0x13c,
  codeMap: base + 0x140,
  /** u32: `PhysicalMemory.frameTimes`, if somebody wants to know when entries that leave the TLB were last used; else 0. */
  frameTimes: base + 0x144,
  /** u64: canonical addresses are equal in all bits from this one on. */
  signShift: base + 0x148,
  /** What the reference's floating-point arithmetic is asked: three operands of 16 bytes, and its answer. */
  floatOperands: base + 0x150,
  floatResult: base + 0x180,
} as const;

/** Everything below this is not RAM: an address there is in `scratch`. */
export const SCRATCH_LIMIT = 0x1_0000;

/**
 * Data fast table, direct-mapped by page: 32 bytes a slot, u64 tag for reads, u64 tag for writes, u32 what to add to the low half of an
 * address to get to its byte in the buffer, u32 TLB entry to stamp, u32 TLB entry that it stands for (PRIVATE.noEntry: segment registers). A tag is the address of a page; 1 matches
 * nothing.
 */
export const FAST_SLOT = { read: 0, write: 8, addend: 16, entry: 20, owner: 24, bytes: 32 } as const;
export const FAST = ENGINE_TABLES;
export const FAST_SLOTS = ENGINE_TABLES_BYTES / FAST_SLOT.bytes;

/** Code fast table: 16 bytes a slot, u64 tag, u32 records of the page, u32 TLB entry. */
export const CODE_FAST = 0xc000;
export const CODE_FAST_SLOTS = 256;
export const CODE_FAST_SLOT = { tag: 0, table: 8, entry: 12, bytes: 16 } as const;

/** A tag that no page has. */
export const NO_TAG = 1;

/**
 * A decoded instruction, 32 bytes. Register operands are byte addresses in the CPU state; absent parts of an address point to
 * STATE.zero. The record of the next instruction follows.
 *
 *     0 u16 handler     2 u16 register of operand 0   4 u16 register of operand 1
 *     6 u16 base        8 u16 index                  10 u16 segment base           12 u8 scale   13 u8 length
 *     14 u16 offset of the next instruction from the start of the page
 *     16 i32 displacement; for a branch within the page, and a link, the record of its target
 *     20 u32 of a crossing instruction at its place: its own record
 *     24 i64 immediate; for other branches the target from the start of the page
 *
 * What is not an instruction has length 0, and its offset is that of the instruction that it stands before.
 */
export const RECORD = {
  handler: 0,
  registerA: 2,
  registerB: 4,
  base: 6,
  index: 8,
  segment: 10,
  scale: 12,
  length: 13,
  nextOffset: 14,
  displacement: 16,
  own: 20,
  immediate: 24,
  bytes: 32,
} as const;

/**
 * The table of a code page: for each byte offset a u32, the record of the instruction there or 0; then the records, in the order in which
 * they are made: chains of instructions that follow each other.
 */
export const MAP_BYTES = 4096 * 4;
export const TABLE_RECORDS = 4608;
export const TABLE_BYTES = MAP_BYTES + TABLE_RECORDS * RECORD.bytes;

/** Why the loop was left. */
export const EXIT = {
  budget: 0,
  /** `target` lies in a page that is not in the code fast table. */
  fetch: 1,
  /** The record is empty. */
  decode: 2,
  /** The instruction is for the reference CPU. */
  fallback: 3,
  /** A data access faulted; the MMU has the details. */
  dataFault: 4,
  /** The instruction lies in two pages and the second is not known. */
  crossing: 5,
  divideError: 6,
  invalidOpcode: 7,
  /** #GP(0): the target of a jump is not canonical, an operand is misaligned, a reserved bit set. Bits 8 and up: the accesses made before it. */
  protection: 8,
  /** #XM, likewise. */
  floatingPoint: 9,
} as const;

/**
 * Handlers with a fixed number; those of instructions follow. `empty`: not decoded yet; `fallOff`: on to the next page; `crossing`: check
 * the second page first; `fallback`: for the reference CPU; `link`: on at another record.
 */
export const HANDLER = { empty: 0, fallOff: 1, crossing: 2, fallback: 3, link: 4, first: 5 } as const;

/** What a handler passes to the miss path: size in bytes and these bits. */
export const ACCESS = { sizeMask: 31, write: 32, loads: 64, second: 128, stack: 256, es: 512 } as const;

/** Fields of PRIVATE.references. */
export const ONE_LOAD = 1n;
export const ONE_STORE = 1n << 21n;
export const ONE_MODIFY = 1n << 42n;
/** Most steps from one look at the limit to the next: a page of one-byte instructions, and a crossing one. */
export const STRAIGHT = 4096 + 1;
/** Most steps in one entry of the loop, so that the fields do not overflow (an instruction makes at most two loads). */
export const SLICE = 1 << 19;
