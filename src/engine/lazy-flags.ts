import { FLAG_BIT } from '../isa/flags.js';
import type { ValueWidth } from '../isa/semantics.js';

/**
 * Status flags are kept as three 64-bit numbers and a kind, so that the common conditions are one comparison:
 *
 *     CF = x <u y     ZF = r == 0     SF = r < 0     after cmp, sub, and, or, xor, test also: signed less = x < y
 *
 * x, y, r are sign-extended from the width of the operation. OF, AF and PF follow from the kind:
 *
 *     kind      x    y      OF, AF
 *     compare   a    b      of r = a - b; logic is compare with a = r, b = 0
 *     add       r    a      of r = a + b, with b = r - a
 *     inc, dec  0    CF     of r = a +- 1
 *     kept      0    CF     in the kind, PF too: flags that came from RFLAGS
 *     given     0    CF     in the kind; PF from r
 *     carry     0    CF     of what was there before, which is in savedX, savedY, savedKind (bt, stc: only CF was written)
 *     overflow  0    CF     OF in the kind, AF and PF of what was there before (rotates, mul: only CF and OF were written)
 *
 * ZF and SF both set (popf, sahf, bsf can do that) have no r: the kind (kept) also holds SF, so that nothing is lost, and the
 * interpreter leaves such stretches to the reference CPU.
 */
export const KIND = { compare: 0, add: 1, inc: 2, dec: 3, kept: 4, given: 5, carry: 6, overflow: 7 } as const;
export const KIND_MASK = 15;
/** Where a kind holds the index of the sign bit (add, inc, dec), and flags by their RFLAGS bit. */
export const KIND_SIGN_SHIFT = 8;
export const KIND_FLAG_SHIFT = 16;

/** A kind with the width of its operation. */
export function kindOf(kind: number, width: ValueWidth): number {
  return kind | ((width - 1) << KIND_SIGN_SHIFT);
}

/** Index of a flag's bit in a kind. */
export const kindBit = (flag: keyof typeof FLAG_BIT) => KIND_FLAG_SHIFT + FLAG_BIT[flag];
