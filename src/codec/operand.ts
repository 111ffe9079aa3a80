import type { Register, SegmentRegister } from '../isa/registers.js';

/**
 * A number in an operand. A symbolic one is not known when the instruction is encoded: it gets the widest field its place
 * allows, zero for now, and a `Fixup`. `id` is the assembler's, given back untouched.
 */
export type Value = { readonly constant: bigint } | { readonly symbolic: unknown };

/** An operand as written in AT&T source, in the order of the source (destination last). */
export type AsmOperand =
  | { readonly kind: 'register'; readonly register: Register }
  | { readonly kind: 'xmmRegister'; readonly number: number }
  | { readonly kind: 'segmentRegister'; readonly name: SegmentRegister }
  | { readonly kind: 'controlRegister'; readonly number: number }
  | { readonly kind: 'debugRegister'; readonly number: number }
  | { readonly kind: 'immediate'; readonly value: Value }
  | MemorySource
  /** A branch target without `*`. */
  | { readonly kind: 'target'; readonly value: Value }
  /** `*operand` of an indirect jump or call. */
  | { readonly kind: 'indirect'; readonly operand: AsmOperand };

export interface MemorySource {
  readonly kind: 'memory';
  readonly segment: SegmentRegister | null;
  readonly base: Register | 'rip' | 'eip' | null;
  readonly index: Register | null;
  readonly scale: 1 | 2 | 4 | 8;
  readonly displacement: Value | null;
}

/** A field to be filled when its symbol is known. */
export interface Fixup {
  /** Offset of the field in the instruction, and its size in bytes. */
  readonly offset: number;
  readonly size: 1 | 2 | 4 | 8;
  /**
   * `absolute` zero-extended or full, `signed` sign-extended to 64 bits, `relative` to the end of the instruction (rip-relative operand),
   * `branch` the same for jmp, jcc, call.
   */
  readonly kind: 'absolute' | 'signed' | 'relative' | 'branch';
  /** Bytes from the start of the field to the end of the instruction: the addend of a relative relocation is its negation. */
  readonly toEnd: number;
  readonly symbolic: unknown;
}

export interface Encoded {
  readonly bytes: Uint8Array;
  readonly fixups: readonly Fixup[];
  /**
   * For jmp and jcc to a symbolic target: the other, longer encoding. `bytes` is then the short one (rel8), and the assembler grows
   * it when the target is out of reach.
   */
  readonly near: { readonly bytes: Uint8Array; readonly fixups: readonly Fixup[] } | null;
  /** GNU's warnings, without position. */
  readonly warnings: readonly string[];
}

/** Why an instruction cannot be encoded: a sentence like GNU's, the operand (index in source order) at fault or -1 for the mnemonic, a way out. */
export interface EncodeError {
  readonly error: string;
  readonly operand: number;
  readonly suggestion: string | null;
}
