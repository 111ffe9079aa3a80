import { CONDITIONS, type Condition } from '../conditions.js';
import { type Instruction, instruction } from '../instruction.js';
import { RAX, RDX } from '../registers.js';
import type { Meaning } from '../semantics.js';

const copy: Meaning = (s, destination, source) => s.put(destination, s.get(source));

export const mov = instruction(
  'mov',
  'destination = source',
  [
    'rm8,r8 = 88 /r',
    'rm,r = 89 /r',
    'r8,rm8 = 8a /r',
    'r,rm = 8b /r',
    'r8,i8 = b0+r ib',
    'r,i = b8+r iz ; 16 32',
    'rm8,i8 = c6 /0 ib',
    'rm,i = c7 /0 iz',
    'r,i64 = b8+r iq ; 64 att movabs/movabs/movabs',
    'al,moffs8 = a0 mo ; att movabs',
    'acc,moffs = a1 mo ; att movabs',
    'moffs8,al = a2 mo ; att movabs',
    'moffs,acc = a3 mo ; att movabs',
  ],
  copy,
);

export const lea = instruction(
  'lea',
  'destination = address of source; memory is not touched',
  ['r,m = 8d /r'],
  (s, destination, source) => {
    const address = s.address(source);
    s.put(destination, s.width === 64 ? address : s.truncate(address, s.width));
  },
);

export const movzx = instruction(
  'movzx',
  'destination = source, zero-extended',
  ['r,rm8 = 0f b6 /r ; att movzbw/movzbl/movzbq', 'r,rm16 = 0f b7 /r ; 32 64 att movzww/movzwl/movzwq'],
  (s, destination, source) => s.put(destination, s.zeroExtend(s.get(source), s.width)),
);

export const movsx = instruction(
  'movsx',
  'destination = source, sign-extended',
  ['r,rm8 = 0f be /r ; att movsbw/movsbl/movsbq', 'r,rm16 = 0f bf /r ; 32 64 att movsww/movswl/movswq'],
  (s, destination, source) => s.put(destination, s.signExtend(s.get(source), s.width)),
);

/** Between 16-bit operands nothing is extended. */
export const extendNothing = [
  instruction('movzx', 'destination = source', ['r,rm16 = 0f b7 /r ; 16 att movzww/movzwl/movzwq'], copy),
  instruction('movsx', 'destination = source', ['r,rm16 = 0f bf /r ; 16 att movsww/movswl/movswq'], copy),
];

export const movsxd = instruction(
  'movsxd',
  'destination = source, sign-extended from 32 bits',
  ['r,rm32 = 63 /r ; 64 att movslq/movslq/movslq'],
  (s, destination, source) => s.put(destination, s.signExtend(s.get(source), s.width)),
);

export const movsxdPlain = instruction(
  'movsxd',
  'destination = source; the encoding without REX.W extends nothing',
  ['r,rm32 = 63 /r ; 16 32 decode'],
  (s, destination, source) => s.put(destination, s.truncate(s.get(source), s.width)),
);

export const xchg = instruction(
  'xchg',
  'destination and source change places; with memory always locked',
  [
    'r,acc = 90+r',
    'acc,r = 90+r ; encode',
    'rm8,r8 = 86 /r ; lock',
    'rm,r = 87 /r ; lock',
    'r8,m8 = 86 /r ; encode lock',
    'r,m = 87 /r ; encode lock',
  ],
  (s, left, right) => {
    const a = s.get(left);
    const b = s.get(right);
    s.put(left, b);
    s.put(right, a);
  },
);

export const bswap = instruction(
  'bswap',
  'destination with its bytes in reverse',
  ['r = 0f c8+r ; 32 64'],
  (s, operand) => s.put(operand, s.byteSwap(s.get(operand))),
);

/** Undefined in the manuals; processors give zero. */
export const bswap16 = instruction(
  'bswap',
  'destination = 0: undefined at 16 bits, this is what processors give',
  ['r = 0f c8+r ; 16 decode'],
  (s, operand) => s.put(operand, s.constant(0, 16)),
  { referenceOnly: true },
);

/** The low opcode byte of a condition's family, in hexadecimal. */
function withCondition(base: number, index: number): string {
  return (base + index).toString(16).padStart(2, '0');
}

function perCondition(declare: (condition: Condition, index: number) => Instruction): Instruction[] {
  return CONDITIONS.map(declare);
}

/** A conditional move loads its source and clears the upper half of a 32-bit destination whatever the condition says. */
export const cmov = perCondition((condition, index) =>
  instruction(
    `cmov${condition}`,
    `destination = source if ${condition}`,
    [`r,rm = 0f ${withCondition(0x40, index)} /r`],
    (s, destination, source) => {
      const moved = s.get(source);
      s.put(destination, s.select(s.condition(condition), moved, s.get(destination)));
    },
  ),
);

export const set = perCondition((condition, index) =>
  instruction(
    `set${condition}`,
    `destination = 1 if ${condition}, else 0`,
    [`rm8 = 0f ${withCondition(0x90, index)} /r`],
    (s, destination) => s.put(destination, s.zeroExtend(s.condition(condition), 8)),
  ),
);

export const cbw = instruction(
  'cbw',
  'the accumulator, sign-extended from half its width',
  ['= 98 ; 16 32 64 att cbtw/cwtl/cltq'],
  (s) => {
    const half = s.width === 16 ? 8 : s.width === 32 ? 16 : 32;
    s.setRegister(RAX, s.signExtend(s.register(RAX, half), s.width));
  },
);

export const cwd = instruction(
  'cwd',
  '(r)dx = the sign of the accumulator in every bit',
  ['= 99 ; 16 32 64 att cwtd/cltd/cqto'],
  (s) => s.setRegister(RDX, s.sar(s.register(RAX, s.width), s.constant(s.width - 1, s.width))),
);

/**
 * Only one of accumulator and destination register is written: at width 32 the other keeps its upper half. A destination in memory
 * is always written.
 */
export const cmpxchg = instruction(
  'cmpxchg',
  'if the accumulator equals the destination, destination = source; else accumulator = destination',
  ['rm8,r8 = 0f b0 /r ; lock', 'rm,r = 0f b1 /r ; lock'],
  (s, destination, source) => {
    const old = s.get(destination);
    const accumulator = s.register(RAX, s.width);
    const same = s.equal(accumulator, old);
    s.setFlags('sub', accumulator, old, s.sub(accumulator, old));
    if (s.width === 32) {
      s.setRegister(RAX, s.select(same, s.register(RAX, 64), s.zeroExtend(old, 64)));
    } else s.setRegister(RAX, old);
    if (s.isMemory(destination)) s.put(destination, s.select(same, s.get(source), old));
    else s.put(destination, s.get(source), same);
  },
);

export const xadd = instruction(
  'xadd',
  'destination += source; source = the old destination',
  ['rm8,r8 = 0f c0 /r ; lock', 'rm,r = 0f c1 /r ; lock'],
  (s, destination, source) => {
    const a = s.get(destination);
    const b = s.get(source);
    const result = s.add(a, b);
    s.setFlags('add', a, b, result);
    s.put(source, a);
    s.put(destination, result);
  },
);
