import type { FlagRecipe } from '../flags.js';
import { resultFlags } from '../flags.js';
import { instruction } from '../instruction.js';
import { RAX, RDX } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';

/** The nine encodings that add, or, adc, sbb, and, sub, xor, cmp share (Intel SDM vol. 2, opcode map: 00-3f, 80-83). */
export function groupOne(digit: number, lock: boolean): string[] {
  const row = (column: number) => (digit * 8 + column).toString(16).padStart(2, '0');
  const attribute = lock ? ' ; lock' : '';
  return [
    `rm8,r8 = ${row(0)} /r${attribute}`,
    `rm,r = ${row(1)} /r${attribute}`,
    `r8,rm8 = ${row(2)} /r`,
    `r,rm = ${row(3)} /r`,
    `rm,s8 = 83 /${digit} ib${attribute}`,
    `al,i8 = ${row(4)} ib`,
    `acc,i = ${row(5)} iz`,
    `rm8,i8 = 80 /${digit} ib${attribute}`,
    `rm,i = 81 /${digit} iz${attribute}`,
  ];
}

function binary(operation: 'add' | 'sub', recipe: FlagRecipe): Meaning {
  return (s, destination, source) => {
    const a = s.get(destination);
    const b = s.get(source);
    const result = s[operation](a, b);
    s.setFlags(recipe, a, b, result);
    s.put(destination, result);
  };
}

export const add = instruction('add', 'destination += source', groupOne(0, true), binary('add', 'add'));
export const sub = instruction('sub', 'destination -= source', groupOne(5, true), binary('sub', 'sub'));

export const cmp = instruction('cmp', 'flags of destination - source', groupOne(7, false), (s, left, right) => {
  const a = s.get(left);
  const b = s.get(right);
  s.setFlags('sub', a, b, s.sub(a, b));
});

export const adc = instruction('adc', 'destination += source + CF', groupOne(2, true), (s, destination, source) => {
  const a = s.get(destination);
  const b = s.get(source);
  const result = s.add(s.add(a, b), s.zeroExtend(s.flag('cf'), s.width));
  s.setFlagValues({
    ...resultFlags(s, result),
    cf: s.signBit(s.or(s.and(a, b), s.and(s.or(a, b), s.not(result)))),
    of: s.signBit(s.and(s.xor(a, result), s.xor(b, result))),
    af: s.bit(s.xor(s.xor(a, b), result), 4),
  });
  s.put(destination, result);
});

export const sbb = instruction('sbb', 'destination -= source + CF', groupOne(3, true), (s, destination, source) => {
  const a = s.get(destination);
  const b = s.get(source);
  const result = s.sub(s.sub(a, b), s.zeroExtend(s.flag('cf'), s.width));
  s.setFlagValues({
    ...resultFlags(s, result),
    cf: s.signBit(s.or(s.and(s.not(a), b), s.and(s.or(s.not(a), b), result))),
    of: s.signBit(s.and(s.xor(a, b), s.xor(a, result))),
    af: s.bit(s.xor(s.xor(a, b), result), 4),
  });
  s.put(destination, result);
});

function step(operation: 'add' | 'sub', recipe: 'inc' | 'dec'): Meaning {
  return (s, destination) => {
    const a = s.get(destination);
    const one = s.constant(1, s.width);
    const result = s[operation](a, one);
    s.setFlags(recipe, a, one, result);
    s.put(destination, result);
  };
}

export const inc = instruction(
  'inc',
  'destination += 1',
  ['rm8 = fe /0 ; lock', 'rm = ff /0 ; lock'],
  step('add', 'inc'),
);
export const dec = instruction(
  'dec',
  'destination -= 1',
  ['rm8 = fe /1 ; lock', 'rm = ff /1 ; lock'],
  step('sub', 'dec'),
);

export const neg = instruction(
  'neg',
  'destination = -destination',
  ['rm8 = f6 /3 ; lock', 'rm = f7 /3 ; lock'],
  (s, destination) => {
    const a = s.get(destination);
    const zero = s.constant(0, s.width);
    const result = s.sub(zero, a);
    s.setFlags('sub', zero, a, result);
    s.put(destination, result);
  },
);

/** CF and OF say whether the high half of a product matters; the other flags are undefined and kept. */
function multiplyFlags<V>(s: Semantics<V>, low: V, high: V, signed: boolean): void {
  const implied = signed ? s.sar(low, s.constant(s.width - 1, s.width)) : s.constant(0, s.width);
  const overflow = s.xor(s.equal(high, implied), s.constant(1, 1));
  s.setFlagValues({ cf: overflow, of: overflow });
}

/** Puts a double-width value where mul and div keep it: AX at width 8, else (r)dx:(r)ax. */
function setPair<V>(s: Semantics<V>, high: V, low: V): void {
  if (s.width === 8) {
    const shifted = s.shl(s.zeroExtend(high, 16), s.constant(8, 16));
    s.setRegister(RAX, s.or(shifted, s.zeroExtend(low, 16)));
    return;
  }
  s.setRegister(RAX, low);
  s.setRegister(RDX, high);
}

function multiply(signed: boolean): Meaning {
  return (s, source) => {
    const a = s.register(RAX, s.width);
    const b = s.get(source);
    const low = s.mul(a, b);
    const high = s.mulHigh(a, b, signed);
    multiplyFlags(s, low, high, signed);
    setPair(s, high, low);
  };
}

const keptByMultiply = { undefinedFlags: ['sf', 'zf', 'af', 'pf'] } as const;

export const mul = instruction(
  'mul',
  'unsigned product of the accumulator and the operand, double width',
  ['rm8 = f6 /4', 'rm = f7 /4'],
  multiply(false),
  keptByMultiply,
);

export const imul1 = instruction(
  'imul',
  'signed product of the accumulator and the operand, double width',
  ['rm8 = f6 /5', 'rm = f7 /5'],
  multiply(true),
  keptByMultiply,
);

export const imul2 = instruction(
  'imul',
  'destination *= source, signed',
  ['r,rm = 0f af /r'],
  (s, destination, source) => {
    const a = s.get(destination);
    const b = s.get(source);
    const low = s.mul(a, b);
    multiplyFlags(s, low, s.mulHigh(a, b, true), true);
    s.put(destination, low);
  },
  keptByMultiply,
);

export const imul3 = instruction(
  'imul',
  'destination = source * immediate, signed',
  ['r,rm,s8 = 6b /r ib', 'r,rm,i = 69 /r iz'],
  (s, destination, source, factor) => {
    const a = s.get(source);
    const b = s.get(factor);
    const low = s.mul(a, b);
    multiplyFlags(s, low, s.mulHigh(a, b, true), true);
    s.put(destination, low);
  },
  keptByMultiply,
);

/** All status flags are undefined after a division; they are kept. */
function divide(signed: boolean): Meaning {
  return (s, source) => {
    const divisor = s.get(source);
    const low = s.register(RAX, s.width);
    const high = s.width === 8 ? s.high8() : s.register(RDX, s.width);
    const { quotient, remainder } = s.divide(signed, high, low, divisor);
    setPair(s, remainder, quotient);
  };
}

const keptByDivide = { undefinedFlags: ['cf', 'of', 'sf', 'zf', 'af', 'pf'] } as const;

export const div = instruction(
  'div',
  'unsigned quotient and remainder of the double-width accumulator',
  ['rm8 = f6 /6', 'rm = f7 /6'],
  divide(false),
  keptByDivide,
);

export const idiv = instruction(
  'idiv',
  'signed quotient and remainder of the double-width accumulator',
  ['rm8 = f6 /7', 'rm = f7 /7'],
  divide(true),
  keptByDivide,
);
