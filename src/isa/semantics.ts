import type { Condition } from './conditions.js';
import type { Flag, FlagRecipe, StatusFlag } from './flags.js';
import type { FloatSemantics } from './float-semantics.js';
import type { OperandWidth, RegisterNumber, Width } from './registers.js';
import type { SystemSemantics } from './system-semantics.js';
import type { VectorSemantics } from './vector-semantics.js';

/** Handle of an explicit operand of the executing form: its position in the form string, 0 = destination. */
export type Operand = number;

/** Width of a value in bits; 1 is a truth value. */
export type ValueWidth = 1 | OperandWidth;

/**
 * The abstract machine in which every instruction states its meaning, once. `V` is what a back end computes with: a
 * number (cpu/reference), WebAssembly code (engine/emit-wasm), a set of effects (isa/effects).
 *
 * A value knows its width. Binary operations need equal widths; results keep it; `and`, `or`, `xor`, `select` also take truth
 * values. A meaning is straight-line: it may branch on `s.width`, `s.addressWidth`, `s.isMemory` and on nothing that the
 * guest computes (use `select`), so that it can be run once to generate code.
 *
 * Order of effects. Loads happen where they are written. Everything else is collected and committed after the
 * meaning returns, in the order stores, flags, registers, rip: a fault in any access leaves the instruction
 * restartable. Reads of registers and flags therefore always see the state before the instruction; of two writes of one register the
 * later one stays.
 *
 * An operand that is both `get` and `put` is read-modify-write: in memory it is one translation for writing, one load
 * and one store, and a fault reports a write.
 */
export interface Semantics<V> {
  /** Operand size of the executing form, in bits. */
  readonly width: Width;
  /** Address size of the executing instruction: 64, or 32 under a 67 prefix. Counts rcx, rsi, rdi of loops and strings. */
  readonly addressWidth: 32 | 64;
  /** Operations on 128-bit values as lanes, and on floating-point numbers. */
  readonly vector: VectorSemantics<V>;
  readonly float: FloatSemantics<V>;
  /** What only an operating system uses. */
  readonly system: SystemSemantics<V>;
  /** An operand of this instruction (not only of its form) is in memory. Known when it is decoded: a meaning may branch on it. */
  isMemory(operand: Operand): boolean;
  /** An immediate as a number. Only for meanings that are `referenceOnly`. */
  immediateValue(operand: Operand): number;

  /**
   * Value of an operand at the operand's own width; an immediate is extended as its kind says; `rel*` is the target's address. Got or
   * put, a 128-bit operand in memory must be aligned to 16 bytes, else #GP(0); `load` and `store` do not ask for it.
   */
  get(operand: Operand): V;
  /**
   * Writes an operand; `value` has the operand's width. A 32-bit register write clears the upper half. With `when` (default: true) false
   * all 64 bits of the register stay; only general register operands have a `when`. Of an XMM register the bits above the operand's width stay.
   */
  put(operand: Operand, value: V, when?: V): void;
  /** Effective address of a memory operand (64 bits; 32 under an address-size prefix, zero-extended), without segment base. */
  address(operand: Operand): V;

  register(number: RegisterNumber, width: Width): V;
  /** Writes the low bits of a register; the value's width decides (32 clears the upper half, 8 and 16 keep the rest). */
  setRegister(number: RegisterNumber, value: V): void;
  /** The byte register AH: bits 15:8 of rax. */
  high8(): V;
  setHigh8(value: V): void;

  /** A constant, truncated to `width`. */
  constant(value: number | bigint, width: ValueWidth): V;
  add(a: V, b: V): V;
  sub(a: V, b: V): V;
  /** Low half of the product. */
  mul(a: V, b: V): V;
  /** High half of the full product of two values of one width. */
  mulHigh(a: V, b: V, signed: boolean): V;
  and(a: V, b: V): V;
  or(a: V, b: V): V;
  xor(a: V, b: V): V;
  not(a: V): V;
  neg(a: V): V;
  /** Shifts; `count` has the width of `a`. A count of the width or more gives 0 (shl, shr) or the sign (sar). */
  shl(a: V, count: V): V;
  shr(a: V, count: V): V;
  sar(a: V, count: V): V;
  /** Rotates; the count is taken modulo the width. */
  rotateLeft(a: V, count: V): V;
  rotateRight(a: V, count: V): V;
  /** Index of the lowest / highest set bit; `a` must not be zero (the result is then unspecified, so `select` it away). */
  countTrailingZeros(a: V): V;
  highestBit(a: V): V;
  byteSwap(a: V): V;

  /** Widening and narrowing. `zeroExtend` accepts a truth value, and extends to 128 bits too. */
  zeroExtend(a: V, width: OperandWidth): V;
  signExtend(a: V, width: Width): V;
  truncate(a: V, width: Width): V;

  /** Truth values (width 1). `below` is unsigned, `less` signed. */
  isZero(a: V): V;
  equal(a: V, b: V): V;
  below(a: V, b: V): V;
  less(a: V, b: V): V;
  signBit(a: V): V;
  bit(a: V, index: number): V;
  /** PF: even number of ones in the low byte. */
  parity(a: V): V;
  /** `condition ? a : b`; both are evaluated. */
  select(condition: V, a: V, b: V): V;

  /**
   * (high:low) / divisor at the divisor's width. Raises #DE (fault, nothing committed) for a zero divisor or a quotient
   * that does not fit (Intel SDM vol. 2, DIV and IDIV).
   */
  divide(signed: boolean, high: V, low: V, divisor: V): { quotient: V; remainder: V };

  /** One flag / condition as a truth value, before the instruction. */
  flag(flag: Flag): V;
  condition(condition: Condition): V;
  /** Sets all status flags (inc, dec: all but CF) by a recipe; may be kept lazily. */
  setFlags(recipe: FlagRecipe, a: V, b: V, result: V): void;
  /** Sets the given flags, and only those, to truth values, if `when` (default: always) holds. */
  setFlagValues(flags: Partial<Record<StatusFlag | 'df', V>>, when?: V): void;
  /** RFLAGS as a 64-bit value, and writing it: bits outside `mask` are kept. */
  readFlags(): V;
  writeFlags(value: V, mask: number): void;

  /** Memory at a 64-bit effective address. `segment` is 'data' (DS or its override), 'stack' or 'es' (string destination). */
  load(address: V, width: OperandWidth, segment?: MemorySegment): V;
  /** As `load`, for a location that the same instruction then stores to: read-modify-write, translated once, for writing. */
  loadForStore(address: V, width: OperandWidth, segment?: MemorySegment): V;
  store(address: V, value: V, segment?: MemorySegment): void;
  /** Translates a place for a store that is not made, after all that are. */
  probe(address: V, width: OperandWidth, segment?: MemorySegment): void;

  /** Address of the next instruction (64 bits). */
  next(): V;
  /**
   * Continues at `target` (64 bits) instead of the next instruction, if `when` (default: always) holds. A target that is not canonical
   * is #GP(0) at this instruction, before its effects, but after loads and the translation of its stores.
   */
  jump(target: V, when?: V): void;

  /** Raises an exception *before* the instruction's effects: rip stays at the instruction. `errorCode` is 0 if left out. */
  fault(vector: number, errorCode?: number): void;
  /** Leaves for the kernel *after* the instruction's effects: rip is the next instruction. */
  trap(kind: TrapKind): void;
}

export type MemorySegment = 'data' | 'stack' | 'es';

/** What an instruction asks of the world outside user mode. `halt` needs CPL 0. */
export type TrapKind = 'syscall' | 'breakpoint' | 'debug' | 'halt';

/** The meaning of an instruction: called with one handle per explicit operand, in the order of the form string. */
export type Meaning = <V>(s: Semantics<V>, ...operands: Operand[]) => void;
