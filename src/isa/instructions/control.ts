import { CONDITIONS } from '../conditions.js';
import { instruction } from '../instruction.js';
import { RCX, RSP } from '../registers.js';
import type { Semantics } from '../semantics.js';
import { popValue, pushValue } from './stack.js';

export const jcc = CONDITIONS.map((condition, index) =>
  instruction(
    `j${condition}`,
    `continues at the target if ${condition}`,
    [`rel8 = ${(0x70 + index).toString(16)} cb ; 64 d64`, `rel32 = 0f ${(0x80 + index).toString(16)} cd ; 64 d64`],
    (s, target) => s.jump(s.get(target), s.condition(condition)),
  ),
);

/*
 * Under an operand-size prefix near branches truncate the new rip to 16 bits: on AMD's processors, which the model follows; Intel's ignore
 * the prefix in 64-bit mode.
 */

const referenceOnly = { referenceOnly: true };

function narrow<V>(s: Semantics<V>, target: V): V {
  return s.zeroExtend(s.truncate(target, 16), 64);
}

export const jccNarrow = CONDITIONS.map((condition, index) =>
  instruction(
    `j${condition}`,
    `continues at the low 16 bits of the target if ${condition}`,
    [
      `rel8 = ${(0x70 + index).toString(16)} cb ; 16 d64 decode`,
      `rel16 = 0f ${(0x80 + index).toString(16)} cw ; 16 d64`,
    ],
    (s, target) => s.jump(narrow(s, s.get(target)), s.condition(condition)),
    referenceOnly,
  ),
);

export const jmp = instruction(
  'jmp',
  'continues at the target',
  ['rel8 = eb cb ; 64 d64', 'rel32 = e9 cd ; 64 d64', 'rm64 = ff /4 ; 64 d64'],
  (s, target) => s.jump(s.get(target)),
);

export const jmpNarrow = instruction(
  'jmp',
  'continues at the low 16 bits of the target',
  ['rel8 = eb cb ; 16 d64 decode', 'rel16 = e9 cw ; 16 d64'],
  (s, target) => s.jump(narrow(s, s.get(target))),
  referenceOnly,
);

export const jmpWord = instruction(
  'jmp',
  'continues at an address of 16 bits',
  ['rm16 = ff /4 ; 16 d64'],
  (s, target) => s.jump(s.zeroExtend(s.get(target), 64)),
  referenceOnly,
);

export const call = instruction(
  'call',
  'pushes the address of the next instruction, continues at the target',
  ['rel32 = e8 cd ; 64 d64', 'rm64 = ff /2 ; 64 d64'],
  (s, target) => {
    const destination = s.get(target);
    pushValue(s, s.next());
    s.jump(destination);
  },
);

export const callNarrow = [
  instruction(
    'call',
    'pushes the low 16 bits of the next address, continues at those of the target',
    ['rel16 = e8 cw ; 16 d64'],
    (s, target) => {
      pushValue(s, s.truncate(s.next(), 16));
      s.jump(narrow(s, s.get(target)));
    },
    referenceOnly,
  ),
  instruction(
    'call',
    'pushes the low 16 bits of the next address, continues at an address of 16 bits',
    ['rm16 = ff /2 ; 16 d64'],
    (s, target) => {
      const destination = s.get(target);
      pushValue(s, s.truncate(s.next(), 16));
      s.jump(s.zeroExtend(destination, 64));
    },
    referenceOnly,
  ),
];

export const ret = instruction('ret', 'pops the address to continue at', ['= c3 ; 64 d64'], (s) => s.jump(popValue(s)));

export const retDropping = instruction(
  'ret',
  'pops the address to continue at, then drops bytes from the stack',
  ['i16 = c2 iw ; 64 d64'],
  (s, bytes) => {
    const stack = s.register(RSP, 64);
    s.jump(s.load(stack, 64, 'stack'));
    s.setRegister(RSP, s.add(s.add(stack, s.constant(8, 64)), s.zeroExtend(s.get(bytes), 64)));
  },
);

export const retNarrow = instruction(
  'ret',
  'pops an address of 16 bits to continue at',
  ['= c3 ; 16 d64'],
  (s) => s.jump(s.zeroExtend(popValue(s), 64)),
  referenceOnly,
);

export const retDroppingNarrow = instruction(
  'ret',
  'pops an address of 16 bits to continue at, then drops bytes from the stack',
  ['i16 = c2 iw ; 16 d64'],
  (s, bytes) => {
    const stack = s.register(RSP, 64);
    s.jump(s.zeroExtend(s.load(stack, 16, 'stack'), 64));
    s.setRegister(RSP, s.add(s.add(stack, s.constant(2, 64)), s.zeroExtend(s.get(bytes), 64)));
  },
  referenceOnly,
);

/** Counts rcx (ecx under an address-size prefix) down; true while it is not zero. */
function countDown<V>(s: Semantics<V>): V {
  const count = s.sub(s.register(RCX, s.addressWidth), s.constant(1, s.addressWidth));
  s.setRegister(RCX, count);
  return s.xor(s.isZero(count), s.constant(1, 1));
}

export const loop = instruction(
  'loop',
  'rcx -= 1; continues at the target while rcx is not 0',
  ['rel8 = e2 cb ; 64 d64'],
  (s, target) => s.jump(s.get(target), countDown(s)),
);

export const loope = instruction(
  'loope',
  'rcx -= 1; continues at the target while rcx is not 0 and ZF is set',
  ['rel8 = e1 cb ; 64 d64'],
  (s, target) => s.jump(s.get(target), s.and(countDown(s), s.condition('e'))),
);

export const loopne = instruction(
  'loopne',
  'rcx -= 1; continues at the target while rcx is not 0 and ZF is clear',
  ['rel8 = e0 cb ; 64 d64'],
  (s, target) => s.jump(s.get(target), s.and(countDown(s), s.condition('ne'))),
);

export const jrcxz = instruction(
  'jrcxz',
  'continues at the target if rcx is 0',
  ['rel8 = e3 cb ; 64 d64'],
  (s, target) => s.jump(s.get(target), s.isZero(s.register(RCX, s.addressWidth))),
);

/** loop and jrcxz under an operand-size prefix. */
export const loopsNarrow = [
  instruction(
    'loop',
    'rcx -= 1; continues at the low 16 bits of the target while rcx is not 0',
    ['rel8 = e2 cb ; 16 d64 decode'],
    (s, target) => s.jump(narrow(s, s.get(target)), countDown(s)),
    referenceOnly,
  ),
  instruction(
    'loope',
    'rcx -= 1; continues at the low 16 bits of the target while rcx is not 0 and ZF is set',
    ['rel8 = e1 cb ; 16 d64 decode'],
    (s, target) => s.jump(narrow(s, s.get(target)), s.and(countDown(s), s.condition('e'))),
    referenceOnly,
  ),
  instruction(
    'loopne',
    'rcx -= 1; continues at the low 16 bits of the target while rcx is not 0 and ZF is clear',
    ['rel8 = e0 cb ; 16 d64 decode'],
    (s, target) => s.jump(narrow(s, s.get(target)), s.and(countDown(s), s.condition('ne'))),
    referenceOnly,
  ),
  instruction(
    'jrcxz',
    'continues at the low 16 bits of the target if rcx is 0',
    ['rel8 = e3 cb ; 16 d64 decode'],
    (s, target) => s.jump(narrow(s, s.get(target)), s.isZero(s.register(RCX, s.addressWidth))),
    referenceOnly,
  ),
];
