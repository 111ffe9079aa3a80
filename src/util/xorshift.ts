/**
 * The number after `state` in the sequence of xorshift32 with shifts 13, 17, 5 (Marsaglia, Xorshift RNGs, 2003): 32 bits, unsigned, never 0 unless
 * `state` is. It is the state to go on with as well.
 */
export function xorshift32(state: number): number {
  let x = state;
  x ^= x << 13;
  x ^= x >>> 17;
  x ^= x << 5;
  return x >>> 0;
}
