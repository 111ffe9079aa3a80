/** The kinds of access of rmw-cases.c and boot.s, in the same order; the first has number 3, which is in eax. */
export const ACCESSES = [
  'movb (%rdi), %al',
  'movb %al, (%rdi)',
  'addb %al, (%rdi)',
  'cmpb %al, (%rdi)',
  'testb %al, (%rdi)',
  'cmpxchgb %cl, (%rdi)',
  'lock cmpxchgb %cl, (%rdi)',
  'xchgb %al, (%rdi)',
  'xaddb %al, (%rdi)',
  'shlb $0, (%rdi)',
  'rolb $3, (%rdi)',
  'notb (%rdi)',
  'incb (%rdi)',
  'btw $0, (%rdi)',
  'btsw $0, (%rdi)',
  'cmovnzl (%rdi), %ebx',
  'setz (%rdi)',
  'cmpxchg8b (%rdi)',
] as const;
export const FIRST_KIND = 3;
export const ADDRESS = (2n << 39n) | 0x75120n;

export interface RmwCase {
  readonly access: (typeof ACCESSES)[number];
  readonly kind: number;
  readonly wp: boolean;
  readonly user: boolean;
  /** Memory holds the kind, so that a comparison with eax finds it equal. */
  readonly equal: boolean;
  /** P, W, U, A, D of the leaf. */
  readonly leaf: bigint;
}

/** Every case, in the order of the recording. */
export function* rmwCases(): Generator<RmwCase> {
  for (const wp of [false, true])
    for (const [number, access] of ACCESSES.entries())
      for (const user of [false, true])
        for (const equal of [false, true])
          for (let leaf = 0; leaf < 32; leaf++) {
            const bits = BigInt((leaf & 7) | ((leaf & 24) << 2));
            yield { access, kind: FIRST_KIND + number, wp, user, equal, leaf: bits };
          }
}
