import {
  bitLength,
  DOUBLE,
  FLOAT,
  type FloatEnvironment,
  FloatKind,
  ROUND,
  roundTo,
  SINGLE,
  type Unpacked,
} from './soft-float.js';

export const single = new FloatKind(SINGLE);
export const double = new FloatKind(DOUBLE);

const isNan = ({ kind }: Unpacked) => kind === 'quiet' || kind === 'signalling';

/** An operand as MXCSR.DAZ wants it: denormals are zeros of their sign. */
export function operand(environment: FloatEnvironment, kind: FloatKind, bits: bigint): Unpacked {
  const number = kind.unpack(bits);
  if (!number.denormal || !environment.denormalsAreZero) return number;
  return { ...number, kind: 'zero', significand: 0n, denormal: false, bits: kind.zero(number.negative) };
}

function invalid(environment: FloatEnvironment, kind: FloatKind): bigint {
  environment.raised |= FLOAT.invalid;
  return kind.defaultNan;
}

/** If one of two operands is a NaN, the result of an SSE operation: the first NaN, quieted. */
function propagated(environment: FloatEnvironment, kind: FloatKind, a: Unpacked, b: Unpacked): bigint | null {
  if (!isNan(a) && !isNan(b)) return null;
  if (a.kind === 'signalling' || b.kind === 'signalling') environment.raised |= FLOAT.invalid;
  return kind.quieted(isNan(a) ? a.bits : b.bits);
}

function noteDenormals(environment: FloatEnvironment, ...operands: readonly Unpacked[]): void {
  if (operands.some(({ denormal }) => denormal)) environment.raised |= FLOAT.denormal;
}

/** a + b, or with `subtract` a - b. */
export function addFloats(
  environment: FloatEnvironment,
  kind: FloatKind,
  x: bigint,
  y: bigint,
  subtract: boolean,
): bigint {
  const a = operand(environment, kind, x);
  const b = operand(environment, kind, y);
  const nan = propagated(environment, kind, a, b);
  if (nan !== null) return nan;
  const negative = b.negative !== subtract;
  if (a.kind === 'infinity' && b.kind === 'infinity' && a.negative !== negative) return invalid(environment, kind);
  noteDenormals(environment, a, b);
  if (a.kind === 'infinity') return a.bits;
  if (b.kind === 'infinity') return kind.infinity(negative);
  const exponent = Math.min(a.exponent, b.exponent);
  const left = a.significand << BigInt(a.exponent - exponent);
  const right = b.significand << BigInt(b.exponent - exponent);
  const sum = (a.negative ? -left : left) + (negative ? -right : right);
  if (sum === 0n) {
    const bothNegative = a.negative && negative;
    return kind.zero(bothNegative || (a.negative !== negative && environment.rounding === ROUND.down));
  }
  return kind.round(environment, sum < 0n, sum < 0n ? -sum : sum, exponent, false);
}

export function multiplyFloats(environment: FloatEnvironment, kind: FloatKind, x: bigint, y: bigint): bigint {
  const a = operand(environment, kind, x);
  const b = operand(environment, kind, y);
  const nan = propagated(environment, kind, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  const infinite = a.kind === 'infinity' || b.kind === 'infinity';
  const zero = a.kind === 'zero' || b.kind === 'zero';
  if (infinite && zero) return invalid(environment, kind);
  noteDenormals(environment, a, b);
  if (infinite) return kind.infinity(negative);
  if (zero) return kind.zero(negative);
  return kind.round(environment, negative, a.significand * b.significand, a.exponent + b.exponent, false);
}

export function divideFloats(environment: FloatEnvironment, kind: FloatKind, x: bigint, y: bigint): bigint {
  const a = operand(environment, kind, x);
  const b = operand(environment, kind, y);
  const nan = propagated(environment, kind, a, b);
  if (nan !== null) return nan;
  const negative = a.negative !== b.negative;
  if (a.kind === b.kind && a.kind !== 'finite') return invalid(environment, kind);
  if (b.kind === 'zero' && a.kind === 'finite') {
    environment.raised |= FLOAT.divideByZero;
    return kind.infinity(negative);
  }
  noteDenormals(environment, a, b);
  if (a.kind === 'infinity') return kind.infinity(negative);
  if (a.kind === 'zero' || b.kind === 'infinity') return kind.zero(negative);
  const shift = Math.max(0, kind.precision + 3 + bitLength(b.significand) - bitLength(a.significand));
  const dividend = a.significand << BigInt(shift);
  const quotient = dividend / b.significand;
  const sticky = quotient * b.significand !== dividend;
  return kind.round(environment, negative, quotient, a.exponent - b.exponent - shift, sticky);
}

/** Largest integer whose square is at most `value`. */
export function integerRoot(value: bigint): bigint {
  let root = 1n << BigInt((bitLength(value) + 1) >> 1);
  for (;;) {
    const next = (root + value / root) >> 1n;
    if (next >= root) return root;
    root = next;
  }
}

export function rootOfFloat(environment: FloatEnvironment, kind: FloatKind, x: bigint): bigint {
  const a = operand(environment, kind, x);
  const nan = propagated(environment, kind, a, a);
  if (nan !== null) return nan;
  if (a.kind === 'zero') return a.bits;
  if (a.negative) return invalid(environment, kind);
  noteDenormals(environment, a);
  if (a.kind === 'infinity') return a.bits;
  let shift = Math.max(0, 2 * kind.precision + 6 - bitLength(a.significand));
  if ((a.exponent - shift) & 1) shift++;
  const scaled = a.significand << BigInt(shift);
  const root = integerRoot(scaled);
  return kind.round(environment, false, root, (a.exponent - shift) / 2, root * root !== scaled);
}

export type Relation = 'less' | 'equal' | 'greater' | 'unordered';

/** How two numbers compare. `signalling`: a quiet NaN is invalid too. */
export function relate(
  environment: FloatEnvironment,
  kind: FloatKind,
  x: bigint,
  y: bigint,
  signalling: boolean,
): Relation {
  const a = operand(environment, kind, x);
  const b = operand(environment, kind, y);
  if (isNan(a) || isNan(b)) {
    if (signalling || a.kind === 'signalling' || b.kind === 'signalling') environment.raised |= FLOAT.invalid;
    return 'unordered';
  }
  noteDenormals(environment, a, b);
  const [left, right] = [ordinal(kind, a), ordinal(kind, b)];
  return left < right ? 'less' : left > right ? 'greater' : 'equal';
}

/** An integer that orders numbers as their values do: the bits of the magnitude, with the sign. */
function ordinal(kind: FloatKind, { bits, negative }: Unpacked): bigint {
  const magnitude = bits & ~kind.zero(true);
  return negative ? -magnitude : magnitude;
}

/** MINSS, MAXSS and their like: the second operand when either is a NaN, and of two zeros. */
export function extreme(
  environment: FloatEnvironment,
  kind: FloatKind,
  x: bigint,
  y: bigint,
  greatest: boolean,
): bigint {
  const relation = relate(environment, kind, x, y, true);
  const first = relation === (greatest ? 'greater' : 'less');
  return operand(environment, kind, first ? x : y).bits;
}

/** To a signed integer of `width` bits; what does not fit gives the lowest one and is invalid. */
export function floatToInteger(
  environment: FloatEnvironment,
  kind: FloatKind,
  x: bigint,
  width: number,
  truncate: boolean,
): bigint {
  const a = operand(environment, kind, x);
  const indefinite = 1n << BigInt(width - 1);
  if (a.kind === 'zero') return 0n;
  if (a.kind === 'finite' && a.exponent + bitLength(a.significand) <= width) {
    const rounding = truncate ? ROUND.zero : environment.rounding;
    const { value, inexact } = roundTo(rounding, a.negative, a.significand, -a.exponent, false);
    const result = a.negative ? -value : value;
    if (BigInt.asIntN(width, result) === result) {
      if (inexact) environment.raised |= FLOAT.precision;
      return BigInt.asUintN(width, result);
    }
  }
  environment.raised |= FLOAT.invalid;
  return indefinite;
}

/** A signed integer to the nearest number. */
export function integerToFloat(environment: FloatEnvironment, kind: FloatKind, value: bigint): bigint {
  if (value === 0n) return kind.zero(false);
  return kind.round(environment, value < 0n, value < 0n ? -value : value, 0, false);
}

/** A number of one format in another; a NaN keeps the upper bits of its payload. */
export function resizeFloat(environment: FloatEnvironment, from: FloatKind, to: FloatKind, x: bigint): bigint {
  const a = operand(environment, from, x);
  if (isNan(a)) {
    if (a.kind === 'signalling') environment.raised |= FLOAT.invalid;
    const payload = BigInt.asUintN(from.precision - 2, a.significand);
    const shift = BigInt(Math.abs(to.precision - from.precision));
    return to.nan(a.negative, to.precision > from.precision ? payload << shift : payload >> shift);
  }
  noteDenormals(environment, a);
  if (a.kind === 'infinity') return to.infinity(a.negative);
  if (a.kind === 'zero') return to.zero(a.negative);
  return to.round(environment, a.negative, a.significand, a.exponent, false);
}
