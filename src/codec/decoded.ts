import type { Form } from '../isa/form.js';
import type { SegmentRegister, Width } from '../isa/registers.js';

/** A memory operand as encoded. Numbers are register numbers, -1 for none. */
export interface MemoryOperand {
  readonly base: number;
  readonly index: number;
  /** 0..3: the index is shifted left by this. */
  readonly scale: number;
  /** Sign-extended displacement. For a rip-relative operand it counts from the next instruction. For moffs: the 64-bit address. */
  readonly displacement: bigint;
  /** Bytes of the displacement in the encoding: 0, 1, 4 or 8. Only the disassembler cares. */
  readonly displacementBytes: number;
  /** A SIB byte is there; and it could have been left out (`(%rax,%riz,1)`). Only the disassembler cares. */
  readonly sib: boolean;
  readonly sibIndexNone: boolean;
  readonly ripRelative: boolean;
  /** Segment override in force: 'fs' or 'gs' change the address; others are only remembered for the disassembler. */
  readonly segment: SegmentRegister | null;
  /** 32-bit addressing (67 prefix): the effective address is truncated to 32 bits. */
  readonly address32: boolean;
}

/** One decoded instruction: everything that execution, disassembly and packing into a record need. */
export interface Decoded {
  readonly form: Form;
  /** Operand size in bits. */
  readonly width: Width;
  /** Length in bytes, prefixes included; 1..15. */
  readonly length: number;
  /** ModRM.reg with REX.R, or the register in the opcode with REX.B; -1 when the form has neither. */
  readonly reg: number;
  /** ModRM.rm with REX.B when it names a register; -1 when it is memory or absent. */
  readonly rm: number;
  /** A REX prefix is present: register numbers 4..7 at width 8 are spl, bpl, sil, dil and not ah, ch, dh, bh. */
  readonly rex: boolean;
  readonly memory: MemoryOperand | null;
  /** First immediate, or the branch displacement from the next instruction, sign-extended; 0n when absent. */
  readonly immediate: bigint;
  /** Second immediate (enter). */
  readonly immediate2: bigint;
  readonly lock: boolean;
  /** Meaningful for forms that can repeat: F3 is `rep`, F2 is `repne`. Where F3 or F2 is part of the opcode: `none`. */
  readonly repeat: 'none' | 'rep' | 'repne';
  /** Segment override and address-size prefix, also for forms without a memory operand (string instructions, jrcxz). */
  readonly segment: SegmentRegister | null;
  readonly address32: boolean;
  /** All prefix bytes in their order, REX included: what the disassembler prints of the ones without effect. */
  readonly prefixes: readonly number[];
}

/** What is wrong with bytes that do not decode. `truncated`: more bytes are needed; `tooLong`: over 15 bytes (#GP). */
export type DecodeError = 'truncated' | 'undefined' | 'tooLong';
