import { FLAG_BIT, type Flag } from './flags.js';

/**
 * The sixteen conditions in encoding order (Intel SDM vol. 2, appendix B, table B-10), by their first GNU spelling.
 * An odd condition is the negation of the even one before it.
 */
export const CONDITIONS = [
  'o',
  'no',
  'b',
  'ae',
  'e',
  'ne',
  'be',
  'a',
  's',
  'ns',
  'p',
  'np',
  'l',
  'ge',
  'le',
  'g',
] as const;
export type Condition = (typeof CONDITIONS)[number];

/** Other spellings of the conditions, accepted by the assembler and never printed. */
export const CONDITION_ALIASES: Readonly<Record<string, Condition>> = {
  c: 'b',
  nae: 'b',
  nb: 'ae',
  nc: 'ae',
  z: 'e',
  nz: 'ne',
  na: 'be',
  nbe: 'a',
  pe: 'p',
  po: 'np',
  nge: 'l',
  nl: 'ge',
  ng: 'le',
  nle: 'g',
};

/** Whether a condition holds in RFLAGS (Intel SDM vol. 2, table B-10). */
export function conditionHolds(condition: Condition, rflags: number): boolean {
  const index = CONDITIONS.indexOf(condition);
  return evaluations[index >> 1]!(rflags) !== ((index & 1) === 1);
}

const CF = 1 << FLAG_BIT.cf;
const ZF = 1 << FLAG_BIT.zf;
const SF = 1 << FLAG_BIT.sf;
const OF = 1 << FLAG_BIT.of;
const PF = 1 << FLAG_BIT.pf;

/** The even conditions, in encoding order. */
const evaluations: readonly ((rflags: number) => boolean)[] = [
  (f) => (f & OF) !== 0,
  (f) => (f & CF) !== 0,
  (f) => (f & ZF) !== 0,
  (f) => (f & (CF | ZF)) !== 0,
  (f) => (f & SF) !== 0,
  (f) => (f & PF) !== 0,
  (f) => ((f & SF) !== 0) !== ((f & OF) !== 0),
  (f) => (f & ZF) !== 0 || ((f & SF) !== 0) !== ((f & OF) !== 0),
];

/** The flags that each condition reads (Intel SDM vol. 2, table B-10). */
export function conditionFlags(condition: Condition): readonly Flag[] {
  const pairs: readonly (readonly Flag[])[] = [
    ['of'],
    ['cf'],
    ['zf'],
    ['cf', 'zf'],
    ['sf'],
    ['pf'],
    ['sf', 'of'],
    ['zf', 'sf', 'of'],
  ];
  return pairs[CONDITIONS.indexOf(condition) >> 1]!;
}
