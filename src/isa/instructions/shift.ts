import { resultFlags, type StatusFlag } from '../flags.js';
import { instruction } from '../instruction.js';
import type { Width } from '../registers.js';
import type { Meaning, Operand, Semantics } from '../semantics.js';

/** The encodings that rotates and shifts share (Intel SDM vol. 2, opcode map: c0, c1, d0-d3); `digit` selects the operation. */
function groupTwo(digit: number): string[] {
  return [
    `rm8,1 = d0 /${digit}`,
    `rm,1 = d1 /${digit}`,
    `rm8 = d0 /${digit} ; encode`,
    `rm = d1 /${digit} ; encode`,
    `rm8,i8 = c0 /${digit} ib`,
    `rm,i8 = c1 /${digit} ib`,
    `rm8,cl = d2 /${digit}`,
    `rm,cl = d3 /${digit}`,
  ];
}

/** The count that the processor uses: the low 5 bits, 6 at width 64; at the operand's width. */
function maskedCount<V>(s: Semantics<V>, operand: Operand): V {
  const count = s.and(s.get(operand), s.constant(s.width === 64 ? 63 : 31, 8));
  return s.width === 8 ? count : s.zeroExtend(count, s.width);
}

function nonZero<V>(s: Semantics<V>, a: V): V {
  return s.xor(s.isZero(a), s.constant(1, 1));
}

/** Bit `count` of `a` for a computed count; 0 beyond the width. */
function bitAt<V>(s: Semantics<V>, a: V, count: V): V {
  return s.bit(s.shr(a, count), 0);
}

/**
 * A count of zero changes no flag. Undefined and chosen: AF = 1, as AMD processors do; OF for counts above one follows the same formula as for one; CF
 * for counts above the width is the bit that a longer operand would have lost.
 */
const shiftFlags = (width: Width, count: number): readonly StatusFlag[] => {
  if (count === 0) return [];
  if (count === 1) return ['af'];
  return count >= width ? ['af', 'of', 'cf'] : ['af', 'of'];
};

const rotateFlags = (_: Width, count: number): readonly StatusFlag[] => (count <= 1 ? [] : ['of']);

function shift(kind: 'shl' | 'shr' | 'sar'): Meaning {
  return (s, destination, operand) => {
    const a = s.get(destination);
    const count = maskedCount(s, operand);
    const result = s[kind](a, count);
    const before = s.sub(count, s.constant(1, s.width));
    const cf = kind === 'shl' ? s.signBit(s.shl(a, before)) : s.bit(s[kind](a, before), 0);
    const of = kind === 'shl' ? s.xor(cf, s.signBit(result)) : kind === 'shr' ? s.signBit(a) : s.constant(0, 1);
    s.setFlagValues({ ...resultFlags(s, result), cf, of, af: s.constant(1, 1) }, nonZero(s, count));
    s.put(destination, result);
  };
}

const shiftLeft = shift('shl');

export const shl = instruction('shl', 'destination <<= count', groupTwo(4), shiftLeft, {
  undefinedFlags: shiftFlags,
});
/** Digit 6 is no instruction of its own in any manual, and shl in all processors. */
export const shlAgain = instruction(
  'shl',
  'destination <<= count; an encoding that assemblers do not use',
  groupTwo(6)
    .filter((text) => !text.includes('encode'))
    .map((text) => `${text} ; decode`),
  shiftLeft,
  { undefinedFlags: shiftFlags },
);
export const shr = instruction('shr', 'destination >>= count, unsigned', groupTwo(5), shift('shr'), {
  undefinedFlags: shiftFlags,
});
export const sar = instruction('sar', 'destination >>= count, signed', groupTwo(7), shift('sar'), {
  undefinedFlags: shiftFlags,
});

export const rol = instruction(
  'rol',
  'destination rotated left',
  groupTwo(0),
  (s, destination, operand) => {
    const count = maskedCount(s, operand);
    const result = s.rotateLeft(s.get(destination), count);
    const cf = s.bit(result, 0);
    s.setFlagValues({ cf, of: s.xor(cf, s.signBit(result)) }, nonZero(s, count));
    s.put(destination, result);
  },
  { undefinedFlags: rotateFlags },
);

export const ror = instruction(
  'ror',
  'destination rotated right',
  groupTwo(1),
  (s, destination, operand) => {
    const count = maskedCount(s, operand);
    const result = s.rotateRight(s.get(destination), count);
    const cf = s.signBit(result);
    s.setFlagValues({ cf, of: s.xor(cf, s.bit(result, s.width - 2)) }, nonZero(s, count));
    s.put(destination, result);
  },
  { undefinedFlags: rotateFlags },
);

/** The count of a rotate through carry: modulo width + 1, which only matters below width 32. */
function carryCount<V>(s: Semantics<V>, operand: Operand): V {
  let count = maskedCount(s, operand);
  const steps = s.width === 8 ? [18, 9] : s.width === 16 ? [17] : [];
  for (const step of steps) {
    const limit = s.constant(step, s.width);
    count = s.select(s.below(count, limit), count, s.sub(count, limit));
  }
  return count;
}

export const rcl = instruction(
  'rcl',
  'destination and CF rotated left',
  groupTwo(2),
  (s, destination, operand) => {
    const a = s.get(destination);
    const count = carryCount(s, operand);
    const one = s.constant(1, s.width);
    const width = s.constant(s.width, s.width);
    const carry = s.zeroExtend(s.flag('cf'), s.width);
    const wrapped = s.shr(a, s.sub(s.add(width, one), count));
    const result = s.or(s.or(s.shl(a, count), s.shl(carry, s.sub(count, one))), wrapped);
    const cf = bitAt(s, a, s.sub(width, count));
    s.setFlagValues({ cf, of: s.xor(cf, s.signBit(result)) }, nonZero(s, count));
    s.put(destination, result);
  },
  { undefinedFlags: rotateFlags },
);

export const rcr = instruction(
  'rcr',
  'destination and CF rotated right',
  groupTwo(3),
  (s, destination, operand) => {
    const a = s.get(destination);
    const count = carryCount(s, operand);
    const one = s.constant(1, s.width);
    const width = s.constant(s.width, s.width);
    const carry = s.zeroExtend(s.flag('cf'), s.width);
    const wrapped = s.shl(a, s.sub(s.add(width, one), count));
    const result = s.or(s.or(s.shr(a, count), s.shl(carry, s.sub(width, count))), wrapped);
    const cf = bitAt(s, a, s.sub(count, one));
    s.setFlagValues({ cf, of: s.xor(s.signBit(result), s.bit(result, s.width - 2)) }, nonZero(s, count));
    s.put(destination, result);
  },
  { undefinedFlags: rotateFlags },
);

/** Double shifts: at width 16 a count above 16 leaves result and flags undefined. */
const doubleFlags = (width: Width, count: number): readonly StatusFlag[] => {
  if (count > width) return ['cf', 'of', 'sf', 'zf', 'af', 'pf'];
  return count === 0 ? [] : count === 1 ? ['af'] : ['af', 'of'];
};

export const shld = instruction(
  'shld',
  'destination <<= count, filled from the top of source',
  ['rm,r,i8 = 0f a4 /r ib', 'rm,r,cl = 0f a5 /r', 'rm,r = 0f a5 /r ; encode'],
  (s, destination, source, operand) => {
    const a = s.get(destination);
    const count = maskedCount(s, operand);
    const rest = s.sub(s.constant(s.width, s.width), count);
    const result = s.or(s.shl(a, count), s.shr(s.get(source), rest));
    const flags = { cf: bitAt(s, a, rest), of: s.signBit(s.xor(a, result)), af: s.constant(1, 1) };
    s.setFlagValues({ ...resultFlags(s, result), ...flags }, nonZero(s, count));
    s.put(destination, result);
  },
  { undefinedFlags: doubleFlags },
);

export const shrd = instruction(
  'shrd',
  'destination >>= count, filled from the bottom of source',
  ['rm,r,i8 = 0f ac /r ib', 'rm,r,cl = 0f ad /r', 'rm,r = 0f ad /r ; encode'],
  (s, destination, source, operand) => {
    const a = s.get(destination);
    const count = maskedCount(s, operand);
    const rest = s.sub(s.constant(s.width, s.width), count);
    const result = s.or(s.shr(a, count), s.shl(s.get(source), rest));
    const cf = bitAt(s, a, s.sub(count, s.constant(1, s.width)));
    const flags = { cf, of: s.signBit(s.xor(a, result)), af: s.constant(1, 1) };
    s.setFlagValues({ ...resultFlags(s, result), ...flags }, nonZero(s, count));
    s.put(destination, result);
  },
  { undefinedFlags: doubleFlags },
);
