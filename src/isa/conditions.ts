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
