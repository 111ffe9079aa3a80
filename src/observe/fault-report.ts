import type { SourceLine } from '../asm/image.js';
import type { Decoded } from '../codec/decoded.js';
import type { Damage } from '../kernel/unpaged/os-image.js';
import type { InspectedSegment, RegistersDesign } from '../mmu/schemes/registers.js';
import type { WalkLevel } from '../mmu/schemes/scheme.js';
import type { ReportSpace } from './report-space.js';

/** An area of an address space as an explanation shows it. Addresses are virtual, `end` is exclusive. */
export interface AreaView {
  readonly start: bigint;
  readonly end: bigint;
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
  /** `.text`, `[heap]`, `[stack]`, `mmap`: what a person calls it. */
  readonly name: string;
}

/** The stack of the process: from `top` (exclusive) it may grow down to `limit`. */
export interface StackView {
  readonly top: bigint;
  readonly limit: bigint;
}

/** A place in the program. */
export interface CodePlace {
  readonly address: bigint;
  /** AT&T text, or null when the bytes are no instruction (or cannot be fetched). */
  readonly text: string | null;
  readonly bytes: Uint8Array;
  /** `_start+0x4`, or null. */
  readonly symbol: string | null;
  readonly source: SourceLine | null;
}

/** Who last wrote a register before the fault: an instruction, or the kernel when a system call returned. */
export interface LastWrite {
  /** `%rbx`. */
  readonly register: string;
  readonly value: bigint;
  /** How many instructions of this process lie between the write and the fault; 1 is the one directly before. */
  readonly stepsAgo: number;
  readonly by: CodePlace;
  /** The value is the result of the system call at `by`. */
  readonly systemCall: string | null;
  /** When the instruction only copied another register: who had written that one. */
  readonly from: LastWrite | null;
}

/** An address taken through the segment registers of a design. */
export interface RegisterView {
  readonly design: RegistersDesign;
  readonly inspected: InspectedSegment;
}

/** Everything that is known about a fault that ended a process. Text is made of it in `explain-fault.ts`. */
export interface FaultReport {
  readonly program: string;
  /** `SIGSEGV`. */
  readonly signal: string;
  /** Exception vector and error code (Intel SDM vol. 3, table 6-1). */
  readonly vector: number;
  readonly errorCode: number;
  /** CR2 of a page fault; for a general protection fault through memory the address computed, else null. */
  readonly address: bigint | null;
  readonly at: CodePlace;
  readonly decoded: Decoded | null;
  /** Sixteen general registers in encoding order. */
  readonly registers: readonly bigint[];
  readonly rflags: bigint;
  readonly mxcsr: number;
  readonly segmentBase: bigint;
  readonly areas: readonly AreaView[];
  readonly stack: StackView | null;
  /** The address space that it died in; absent: that of x86-64. */
  readonly space?: ReportSpace;
  /** The entries that the walk of `address` read when the process died, root first; null where there was no walk. */
  readonly walk: readonly WalkLevel[] | null;
  /** Where registers translate: what they made of `address`; absent where they had no part. */
  readonly register?: RegisterView | null;
  /** What of the kernel's own memory was overwritten; absent or empty: nothing. */
  readonly damage?: readonly Damage[];
  /** Divisor of a divide error; null when it is not one. */
  readonly divisor: bigint | null;
  /** Where the jump, call or ret stood that led to an address that cannot be executed; null when unknown. */
  readonly cameFrom: CodePlace | null;
  /** The instruction before was no jump: the code simply went on. */
  readonly fellThrough: boolean;
  /** Last writers of the registers that the bad address was computed from; empty when unknown. */
  readonly lastWrites: readonly LastWrite[];
  /** Symbols by address, for words like `counter + 4`. */
  readonly symbolAt: (address: bigint) => string | null;
  /** What the kernel knows beyond this, such as a failing swap device; null when nothing. */
  readonly note: string | null;
}
