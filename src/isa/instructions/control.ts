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

export const jmp = instruction(
  'jmp',
  'continues at the target',
  ['rel8 = eb cb ; 64 d64', 'rel32 = e9 cd ; 64 d64', 'rm64 = ff /4 ; 64 d64'],
  (s, target) => s.jump(s.get(target)),
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
