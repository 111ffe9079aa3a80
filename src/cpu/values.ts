import type { OperandWidth, Width } from '../isa/registers.js';
import type { ValueWidth } from '../isa/semantics.js';

/** A value of the reference CPU: `bits` is unsigned and below 2^width. */
export interface Value {
  readonly width: ValueWidth;
  readonly bits: bigint;
}

const TRUE: Value = { width: 1, bits: 1n };
const FALSE: Value = { width: 1, bits: 0n };

const masks: Record<ValueWidth, bigint> = {
  1: 1n,
  8: 0xffn,
  16: 0xffffn,
  32: 0xffff_ffffn,
  64: 0xffff_ffff_ffff_ffffn,
  128: (1n << 128n) - 1n,
};

/** PF of every byte: even number of ones. */
const evenParity = Array.from({ length: 256 }, (_, byte) => {
  let ones = 0;
  for (let rest = byte; rest !== 0; rest >>= 1) ones += rest & 1;
  return ones % 2 === 0;
});

function truth(condition: boolean): Value {
  return condition ? TRUE : FALSE;
}

/** A value of `width` from any integer, truncated. */
export function sized(bits: bigint, width: ValueWidth): Value {
  return { width, bits: bits & masks[width] };
}

/** The value as a signed number. */
function signed(a: Value): bigint {
  return BigInt.asIntN(a.width, a.bits);
}

/**
 * The arithmetic of `Semantics` on numbers, to read next to its contract there: every operation is one line of big integers.
 */
export abstract class Arithmetic {
  constant(value: number | bigint, width: ValueWidth): Value {
    return sized(BigInt(value), width);
  }

  add(a: Value, b: Value): Value {
    return sized(a.bits + b.bits, a.width);
  }

  sub(a: Value, b: Value): Value {
    return sized(a.bits - b.bits, a.width);
  }

  mul(a: Value, b: Value): Value {
    return sized(a.bits * b.bits, a.width);
  }

  mulHigh(a: Value, b: Value, isSigned: boolean): Value {
    const product = isSigned ? signed(a) * signed(b) : a.bits * b.bits;
    return sized(product >> BigInt(a.width), a.width);
  }

  and(a: Value, b: Value): Value {
    return { width: a.width, bits: a.bits & b.bits };
  }

  or(a: Value, b: Value): Value {
    return { width: a.width, bits: a.bits | b.bits };
  }

  xor(a: Value, b: Value): Value {
    return { width: a.width, bits: a.bits ^ b.bits };
  }

  not(a: Value): Value {
    return { width: a.width, bits: a.bits ^ masks[a.width] };
  }

  neg(a: Value): Value {
    return sized(-a.bits, a.width);
  }

  shl(a: Value, count: Value): Value {
    return count.bits >= a.width ? sized(0n, a.width) : sized(a.bits << count.bits, a.width);
  }

  shr(a: Value, count: Value): Value {
    return count.bits >= a.width ? sized(0n, a.width) : { width: a.width, bits: a.bits >> count.bits };
  }

  sar(a: Value, count: Value): Value {
    return sized(signed(a) >> (count.bits >= a.width ? BigInt(a.width) : count.bits), a.width);
  }

  rotateLeft(a: Value, count: Value): Value {
    const by = count.bits % BigInt(a.width);
    return sized((a.bits << by) | (a.bits >> (BigInt(a.width) - by)), a.width);
  }

  rotateRight(a: Value, count: Value): Value {
    const by = count.bits % BigInt(a.width);
    return sized((a.bits >> by) | (a.bits << (BigInt(a.width) - by)), a.width);
  }

  countTrailingZeros(a: Value): Value {
    const lowest = a.bits & -a.bits;
    return sized(BigInt(Math.max(0, lowest.toString(2).length - 1)), a.width);
  }

  highestBit(a: Value): Value {
    return sized(BigInt(a.bits.toString(2).length - 1), a.width);
  }

  byteSwap(a: Value): Value {
    const digits = a.bits.toString(16).padStart(a.width / 4, '0');
    return sized(BigInt(`0x${digits.match(/../g)!.reverse().join('')}`), a.width);
  }

  zeroExtend(a: Value, width: OperandWidth): Value {
    return { width, bits: a.bits };
  }

  signExtend(a: Value, width: Width): Value {
    return sized(signed(a), width);
  }

  truncate(a: Value, width: Width): Value {
    return sized(a.bits, width);
  }

  isZero(a: Value): Value {
    return truth(a.bits === 0n);
  }

  equal(a: Value, b: Value): Value {
    return truth(a.bits === b.bits);
  }

  below(a: Value, b: Value): Value {
    return truth(a.bits < b.bits);
  }

  less(a: Value, b: Value): Value {
    return truth(signed(a) < signed(b));
  }

  signBit(a: Value): Value {
    return truth(a.bits > masks[a.width] >> 1n);
  }

  bit(a: Value, index: number): Value {
    return truth(((a.bits >> BigInt(index)) & 1n) === 1n);
  }

  parity(a: Value): Value {
    return truth(evenParity[Number(a.bits & 0xffn)]!);
  }

  select(condition: Value, a: Value, b: Value): Value {
    return condition.bits === 1n ? a : b;
  }
}

/** (high:low) / divisor (Intel SDM vol. 2, DIV and IDIV); null where the processor raises #DE. */
export function dividePair(
  isSigned: boolean,
  high: Value,
  low: Value,
  divisor: Value,
): { quotient: Value; remainder: Value } | null {
  if (divisor.bits === 0n) return null;
  const width = divisor.width;
  const unsignedPair = (high.bits << BigInt(width)) | low.bits;
  const dividend = isSigned ? BigInt.asIntN(2 * width, unsignedPair) : unsignedPair;
  const by = isSigned ? signed(divisor) : divisor.bits;
  const quotient = dividend / by;
  const fits = isSigned ? BigInt.asIntN(width, quotient) === quotient : quotient <= masks[width];
  if (!fits) return null;
  return { quotient: sized(quotient, width), remainder: sized(dividend % by, width) };
}
