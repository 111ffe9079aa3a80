import type { Width } from './registers.js';

/** Operations on two lanes of one width that give a lane of that width. */
export type LaneOperation =
  | 'add'
  | 'sub'
  | 'addSaturateSigned'
  | 'addSaturateUnsigned'
  | 'subSaturateSigned'
  | 'subSaturateUnsigned'
  | 'mulLow'
  | 'mulHighSigned'
  | 'mulHighUnsigned'
  /** (a + b + 1) / 2, unsigned, without overflow. */
  | 'average'
  | 'minSigned'
  | 'minUnsigned'
  | 'maxSigned'
  | 'maxUnsigned'
  /** All ones where it holds, else zero; `greater` is signed. */
  | 'equal'
  | 'greater';

export type LaneShift = 'shl' | 'shr' | 'sar';
export type Half = 'low' | 'high';

/**
 * The part of the abstract machine that works on 128-bit values as lanes. Lane 0 is the lowest. `and`, `or`, `xor` and `not` of
 * `Semantics` take 128-bit values too; its `zeroExtend` makes one, its `truncate` takes the low lane.
 */
export interface VectorSemantics<V> {
  /** One lane of a 128-bit value, and the value with that lane replaced (`value` has the lane's width). */
  lane(a: V, width: Width, index: number): V;
  withLane(a: V, index: number, value: V): V;
  /** A 128-bit value from lanes of 32 or 64 bits, the lowest first. */
  fromLanes(lanes: readonly V[]): V;
  /**
   * Lane by lane. The instruction set needs: add, sub at every width; saturating ones at 8 and 16; the products at 16; average at 8 and 16;
   * signed minimum and maximum at 16, unsigned at 8; comparisons at 8, 16, 32.
   */
  packed(operation: LaneOperation, width: Width, a: V, b: V): V;
  /** Every lane by one count of 64 bits; a count of the width or more gives 0, with `sar` the sign. Widths 16, 32, 64; `sar` 16, 32. */
  packedShift(operation: LaneShift, width: Width, a: V, count: V): V;
  /** The 128 bits moved by whole bytes, zeros following; `count` has 8 bits, 16 and more give 0. */
  shiftBytes(direction: 'left' | 'right', a: V, count: V): V;
  /** The lanes of one half of `a` and `b` in turn, a first. */
  interleave(half: Half, width: Width, a: V, b: V): V;
  /** The lanes of `a`, then of `b`, signed, saturated to half their width (16 or 32) as signed or unsigned numbers. */
  pack(width: 16 | 32, signedResult: boolean, a: V, b: V): V;
  /**
   * Lanes chosen by `selector` (8 bits, known when the instruction executes): the lower half of the result from `low`, the upper from `high`.
   * Width 32: two bits for each of four lanes; 64: one bit for each of two.
   */
  shuffle(width: 32 | 64, low: V, high: V, selector: V): V;
  /** The four 16-bit lanes of one half chosen from that half, two bits of `selector` each; the other half stays. */
  shuffleWords(half: Half, a: V, selector: V): V;
  /** The 16-bit lane with the number in the low three bits of `selector` (8 bits), and `a` with that lane replaced by `value`. */
  selectWord(a: V, selector: V): V;
  insertWord(a: V, selector: V, value: V): V;
  /** Bit i = sign of lane i; 32 bits. */
  signMask(a: V, width: 8 | 32 | 64): V;
  /** 32-bit sums of the products of neighbouring signed 16-bit lanes. */
  multiplyAdd(a: V, b: V): V;
  /** Full products of the unsigned 32-bit lanes 0 and 2. */
  multiplyEven(a: V, b: V): V;
  /** In each 64-bit lane the sum of the absolute differences of its unsigned bytes. */
  sumOfDifferences(a: V, b: V): V;
}
