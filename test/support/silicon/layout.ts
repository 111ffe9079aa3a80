/** The address space of a case, as harness.c maps it. */
export const CODE = 0x1000_0000n;
export const CODE_BYTES = 0x2000;
export const DATA = 0x2000_0000n;
/** Three writable pages, then one that may only be read. */
export const WRITABLE_BYTES = 0x3000;
export const DATA_BYTES = 0x4000;
export const FS_BASE = 0x2000_0108n;
export const GS_BASE = 0x1fff_fe00n;

/** Jumps go to the start of the code pages, cases lie behind it: no case is jumped into. */
export const LANDING_BYTES = 0x400;

/** RFLAGS bits that are compared: status, DF, NT, AC, ID. */
export const COMPARED_FLAGS = 0x244cd5;

/** One instruction to execute, and the registers and flags it starts with. */
export interface Case {
  readonly form: number;
  readonly width: 8 | 16 | 32 | 64;
  /** The instruction's bytes, 1..15, and their offset in the code pages. */
  readonly code: Uint8Array;
  readonly offset: number;
  readonly registers: readonly bigint[];
  readonly flags: number;
  /** null: an instruction that leaves them alone; they are not compared. */
  readonly vectors: Vectors | null;
}

/** The sixteen XMM registers, 128 bits each, and MXCSR. */
export interface Vectors {
  readonly xmm: readonly bigint[];
  readonly mxcsr: number;
}

/** Cases that share the initial content of the data pages. */
export interface Batch {
  readonly memory: Uint8Array;
  readonly cases: readonly Case[];
}

/** What one case did. */
export interface Outcome {
  readonly rip: bigint;
  readonly flags: number;
  /** Exception vector, or -1: the instruction completed. */
  readonly vector: number;
  readonly errorCode: number;
  /** CR2 of a page fault, else 0. */
  readonly address: bigint;
  readonly registers: readonly bigint[];
  readonly vectors: Vectors | null;
  /** Changed 8-byte words of the data pages: offset, value. */
  readonly changes: readonly (readonly [number, bigint])[];
}

const HEADER_BYTES = 24 + DATA_BYTES;
const CASE_BYTES = 432;
const MASKED = 0x1f80;

/** A batch as harness.c reads it. */
export function serialize(batch: Batch): Buffer {
  const buffer = Buffer.alloc(HEADER_BYTES + batch.cases.length * CASE_BYTES);
  buffer.writeBigUInt64LE(BigInt(batch.cases.length), 0);
  buffer.writeBigUInt64LE(FS_BASE, 8);
  buffer.writeBigUInt64LE(GS_BASE, 16);
  buffer.set(batch.memory, 24);
  batch.cases.forEach((test, index) => {
    const at = HEADER_BYTES + index * CASE_BYTES;
    test.registers.forEach((value, number) => {
      buffer.writeBigUInt64LE(value, at + 8 * number);
    });
    buffer.writeUInt32LE(test.flags, at + 128);
    buffer.writeUInt32LE(test.offset, at + 136);
    buffer.writeUInt32LE(test.code.length, at + 144);
    buffer.set(test.code, at + 152);
    buffer.writeUInt32LE(test.vectors?.mxcsr ?? MASKED, at + 168);
    test.vectors?.xmm.forEach((value, number) => {
      buffer.writeBigUInt64LE(BigInt.asUintN(64, value), at + 176 + 16 * number);
      buffer.writeBigUInt64LE(value >> 64n, at + 184 + 16 * number);
    });
  });
  return buffer;
}

/** What harness.c writes, read back and put into the terms of `Outcome`. */
export function deserialize(batch: Batch, output: Buffer): Outcome[] {
  let at = 0;
  const next = () => {
    at += 8;
    return output.readBigUInt64LE(at - 8);
  };
  return batch.cases.map((test) => {
    const rip = next();
    const flags = Number(next() & 0xffff_ffffn);
    const trap = next();
    const address = next();
    const registers = Array.from({ length: 16 }, next);
    const mxcsr = Number(next());
    const halves = Array.from({ length: 32 }, next);
    const xmm = Array.from({ length: 16 }, (_, number) => (halves[2 * number + 1]! << 64n) | halves[2 * number]!);
    const vectors = test.vectors === null ? null : { xmm, mxcsr };
    const count = Number(next());
    const changes = Array.from({ length: count }, () => [Number(next()), next()] as const);
    const vector = Number(trap & 0xffff_ffffn);
    const errorCode = Number(trap >> 32n);
    return normalize(test, { rip, flags, vector, errorCode, address, registers, vectors, changes });
  });
}

const BREAKPOINT = 3;
const PAGE_FAULT = 14;
const FETCH_ERROR = 16;

/**
 * A case has completed when the processor stopped at the next instruction: at the breakpoints around it, or because nothing
 * can be fetched there.
 */
function normalize(test: Case, outcome: Outcome): Outcome {
  const start = CODE + BigInt(test.offset);
  const completed = { vector: -1, errorCode: 0, address: 0n };
  if (outcome.vector === BREAKPOINT) return { ...outcome, ...completed, rip: outcome.rip - 1n };
  const fetchFault = outcome.vector === PAGE_FAULT && (outcome.errorCode & FETCH_ERROR) !== 0;
  if (fetchFault && outcome.rip !== start) return { ...outcome, ...completed };
  return outcome.vector === PAGE_FAULT ? outcome : { ...outcome, address: 0n };
}
