import type { PhysicalMemory } from '../memory/physical.js';
import { PRIVATE } from './layout.js';

const MASK = 0xffff_ffff_ffff_ffffn;

/**
 * Division of a 128-bit pair for the rare case that needs it: leaves quotient and remainder in the scratch area. 0: #DE, the
 * quotient does not fit. The divisor is not zero.
 */
export function divideWide(memory: PhysicalMemory) {
  return (signed: number, high: bigint, low: bigint, divisor: bigint): number => {
    const pair = (high << 64n) | (low & MASK);
    const dividend = signed === 1 ? pair : BigInt.asUintN(128, pair);
    const by = signed === 1 ? divisor : divisor & MASK;
    const quotient = dividend / by;
    const fits = signed === 1 ? BigInt.asIntN(64, quotient) === quotient : quotient <= MASK;
    if (!fits) return 0;
    memory.u64[PRIVATE.scratch >>> 3] = quotient;
    memory.u64[(PRIVATE.scratch >>> 3) + 1] = dividend % by;
    return 1;
  };
}
