/** Bits of a floating-point number: IEEE 754 single or double. */
export type FloatWidth = 32 | 64;

export type FloatOperation = 'add' | 'sub' | 'mul' | 'div' | 'min' | 'max';

/** Bits of MXCSR (Intel SDM vol. 1, 10.2.3). The masks of the exceptions lie 7 bits above their flags. */
export const MXCSR = {
  invalid: 0x01,
  denormal: 0x02,
  divideByZero: 0x04,
  overflow: 0x08,
  underflow: 0x10,
  precision: 0x20,
  flags: 0x3f,
  denormalsAreZero: 0x40,
  maskShift: 7,
  /** 0 nearest even, 1 down, 2 up, 3 towards zero. */
  roundingShift: 13,
  flushToZero: 0x8000,
  /** Higher bits are reserved. */
  writable: 0xffff,
} as const;

/**
 * The part of the abstract machine that works on floating-point numbers, as MXCSR says: rounding, denormals as zeros, flush to zero.
 *
 * Operands have `width` bits, or 128: then the operation is made on every lane of that width. Exceptions set their flags in MXCSR; one that is
 * not masked is #XM at this instruction, which then changes nothing but those flags. The flags of all lanes and of all operations of an
 * instruction count together.
 *
 * A NaN operand gives itself, quieted; of two the first. min and max give the second operand if either is a NaN or both are zero. A
 * NaN out of numbers is the default one: negative, quiet, no payload.
 */
export interface FloatSemantics<V> {
  binary(operation: FloatOperation, width: FloatWidth, a: V, b: V): V;
  squareRoot(width: FloatWidth, a: V): V;
  /**
   * All ones where the predicate in the low three bits of `predicate` (8 bits) holds, else zero: 0 equal, 1 less, 2 less or equal,
   * 3 unordered; 4..7 their negations. Less and less-or-equal raise invalid for every NaN, the others for signalling ones.
   */
  compare(width: FloatWidth, predicate: V, a: V, b: V): V;
  /** Truth values of one comparison. `signalling`: invalid for every NaN. */
  order(width: FloatWidth, a: V, b: V, signalling: boolean): { less: V; equal: V; unordered: V };
  /** 1/a or 1/sqrt(a) of singles, about: 12 bits are right. Raises nothing, takes denormals for zeros. */
  estimate(operation: 'reciprocal' | 'reciprocalRoot', a: V): V;
  /** A number to a signed integer of `integer` bits; out of range and NaN: invalid, and the lowest integer. Not for 128 bits. */
  toInteger(width: FloatWidth, a: V, integer: 32 | 64, truncate: boolean): V;
  /** A signed integer of 32 or 64 bits to a number. Not for 128 bits. */
  fromInteger(a: V, width: FloatWidth): V;
  /** A number of one width to the other. Not for 128 bits. */
  resize(a: V, width: FloatWidth): V;
  /** MXCSR (32 bits) before the instruction, and writing it: #GP(0) if reserved bits are set. */
  control(): V;
  setControl(value: V): void;
}
