import { MXCSR } from '../isa/float-semantics.js';
import { operandSlots } from '../isa/operands.js';
import type { Cause } from './explain-cause.js';
import type { FaultReport } from './fault-report.js';

/** A 128-bit operand that is not aligned, of an instruction that wants it to be; null when that is not what happened. */
export function misalignedVector({ decoded }: FaultReport, name: string, address: bigint | null): Cause | null {
  if (decoded === null || address === null || (address & 15n) === 0n) return null;
  const slots = operandSlots(decoded.form, decoded.width);
  if (!slots.some(({ place, width }) => place === 'rm' && width === 128)) return null;
  return {
    headline: `${name} wants its operand at a multiple of 16; this one is at 0x${address.toString(16)}`,
    because: [
      'Put .balign 16 (data) or and $-16,%rsp (stack) in front, or load it with movups or movdqu, which take any address.',
    ],
  };
}

const EXCEPTIONS: readonly (readonly [bit: number, words: string])[] = [
  [MXCSR.invalid, 'an invalid operation'],
  [MXCSR.divideByZero, 'a division by zero'],
  [MXCSR.denormal, 'a denormal operand'],
  [MXCSR.overflow, 'an overflow'],
  [MXCSR.underflow, 'an underflow'],
  [MXCSR.precision, 'a result that is not exact'],
];

/** #XM: which exception was not masked. */
export function floatException({ mxcsr, at }: FaultReport): Cause {
  const unmasked = mxcsr & ~(mxcsr >>> MXCSR.maskShift);
  const what = EXCEPTIONS.find(([bit]) => (unmasked & bit) !== 0)?.[1] ?? 'an exception';
  const name = (at.text ?? 'a floating-point instruction').split(/\s/)[0]!;
  return {
    headline: `${what} in ${name}`,
    because: [
      `MXCSR is 0x${mxcsr.toString(16)}: the program has cleared the mask of this exception (bits 7 to 12). With the mask set, as at the start, the result would be an infinity, a NaN or the nearest number.`,
    ],
  };
}
