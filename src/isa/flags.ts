import type { Semantics } from './semantics.js';

/** Bit positions in RFLAGS (Intel SDM vol. 1, 3.4.3). */
export const FLAG_BIT = { cf: 0, pf: 2, af: 4, zf: 6, sf: 7, tf: 8, if: 9, df: 10, of: 11 } as const;
export type Flag = keyof typeof FLAG_BIT;
/** The six flags that arithmetic writes. */
export type StatusFlag = 'cf' | 'pf' | 'af' | 'zf' | 'sf' | 'of';
export const STATUS_FLAGS: readonly StatusFlag[] = ['cf', 'pf', 'af', 'zf', 'sf', 'of'];

/** RFLAGS bits of the status flags together. */
export const STATUS_MASK = 0x8d5;
/** Bit 1 of RFLAGS always reads one. */
export const FLAGS_FIXED = 0x2;
/** RFLAGS bits that `popf` may change at CPL 3: status, TF, DF, NT, AC, ID. */
export const FLAGS_USER = 0x244dd5;

/**
 * How the status flags follow from a computation `result = a op b`. Engines that keep flags lazily store (recipe, a, b,
 * result) and compute a flag when somebody reads it; the others compute all of them at once with `flagsOf`.
 *
 * - `add`: result = a + b.
 * - `sub`: result = a - b (also cmp, neg with a = 0).
 * - `logic`: CF = OF = 0, AF = 0; only `result` matters.
 * - `inc`, `dec`: as add/sub with b = 1, CF kept.
 */
export type FlagRecipe = 'add' | 'sub' | 'logic' | 'inc' | 'dec';

/** The status flags of a recipe as values of width 1; `cf` is absent where the recipe keeps it. */
export function flagsOf<V>(s: Semantics<V>, recipe: FlagRecipe, a: V, b: V, result: V): Partial<Record<StatusFlag, V>> {
  const flags: Partial<Record<StatusFlag, V>> = resultFlags(s, result);
  const zero = s.constant(0, 1);
  switch (recipe) {
    case 'logic':
      return { ...flags, cf: zero, of: zero, af: zero };
    case 'add':
    case 'inc':
      flags.of = s.signBit(s.and(s.xor(a, result), s.xor(b, result)));
      break;
    case 'sub':
    case 'dec':
      flags.of = s.signBit(s.and(s.xor(a, b), s.xor(a, result)));
      break;
  }
  flags.af = s.bit(s.xor(s.xor(a, b), result), 4);
  if (recipe === 'add') flags.cf = s.below(result, a);
  if (recipe === 'sub') flags.cf = s.below(a, b);
  return flags;
}

/** ZF, SF and PF of a result. */
export function resultFlags<V>(s: Semantics<V>, result: V): Record<'zf' | 'sf' | 'pf', V> {
  return { zf: s.isZero(result), sf: s.signBit(result), pf: s.parity(result) };
}
