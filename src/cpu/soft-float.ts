/** A binary floating-point format (IEEE 754). `explicit`: the integer bit is stored (the 80-bit format of the x87). */
export interface FloatFormat {
  readonly exponentBits: number;
  /** Bits behind the binary point of a normal number. */
  readonly fractionBits: number;
  readonly explicit: boolean;
}

export const SINGLE: FloatFormat = { exponentBits: 8, fractionBits: 23, explicit: false };
export const DOUBLE: FloatFormat = { exponentBits: 11, fractionBits: 52, explicit: false };
export const EXTENDED: FloatFormat = { exponentBits: 15, fractionBits: 63, explicit: true };

/** Exceptions, as bits of MXCSR and of the x87 status word. */
export const FLOAT = { invalid: 1, denormal: 2, divideByZero: 4, overflow: 8, underflow: 16, precision: 32 } as const;

/** Rounding modes, as in MXCSR and the x87 control word. */
export const ROUND = { nearest: 0, down: 1, up: 2, zero: 3 } as const;

/** How to compute, and what has happened: operations add the exceptions that they raise to `raised`. */
export interface FloatEnvironment {
  rounding: number;
  denormalsAreZero: boolean;
  /** A tiny result becomes zero. Only with underflow masked. */
  flushToZero: boolean;
  /**
   * Underflow is masked: a tiny result that is exact raises nothing. Not masked, what counts as inexact is the result with an unlimited
   * exponent; so it does for overflow.
   */
  underflowMasked: boolean;
  overflowMasked: boolean;
  raised: number;
}

/** A number taken apart: its value is significand * 2^exponent. A NaN keeps its bits. */
export interface Unpacked {
  readonly kind: 'zero' | 'finite' | 'infinity' | 'quiet' | 'signalling';
  readonly negative: boolean;
  readonly significand: bigint;
  readonly exponent: number;
  /** Below the smallest normal number. */
  readonly denormal: boolean;
  readonly bits: bigint;
}

/** How many bits a positive integer has. */
export function bitLength(value: bigint): number {
  return value === 0n ? 0 : value.toString(2).length;
}

const bitOf = (index: number) => 1n << BigInt(index);

/** A format with everything that follows from it. */
export class FloatKind {
  readonly format: FloatFormat;
  /** Bits of the significand, the integer bit included. */
  readonly precision: number;
  /** Exponent of the smallest and the largest normal number, as the power of their leading bit. */
  readonly lowest: number;
  readonly highest: number;
  private readonly signPlace: number;
  private readonly exponentPlace: number;

  constructor(format: FloatFormat) {
    this.format = format;
    this.precision = format.fractionBits + 1;
    this.highest = 2 ** (format.exponentBits - 1) - 1;
    this.lowest = 1 - this.highest;
    this.exponentPlace = format.fractionBits + (format.explicit ? 1 : 0);
    this.signPlace = this.exponentPlace + format.exponentBits;
  }

  /** The bits of a number from its parts; `significand` has the integer bit, `biased` is the stored exponent. */
  private assemble(negative: boolean, biased: number, significand: bigint): bigint {
    const field = this.format.explicit ? significand : BigInt.asUintN(this.format.fractionBits, significand);
    return (negative ? bitOf(this.signPlace) : 0n) | (BigInt(biased) << BigInt(this.exponentPlace)) | field;
  }

  zero(negative: boolean): bigint {
    return negative ? bitOf(this.signPlace) : 0n;
  }

  infinity(negative: boolean): bigint {
    return this.assemble(negative, 2 * this.highest + 1, bitOf(this.precision - 1));
  }

  largest(negative: boolean): bigint {
    return this.assemble(negative, 2 * this.highest, bitOf(this.precision) - 1n);
  }

  /** The NaN that comes out of numbers: negative, quiet, without payload. */
  get defaultNan(): bigint {
    return this.nan(true, 0n);
  }

  /** A quiet NaN; `payload` are the bits below the quiet bit. */
  nan(negative: boolean, payload: bigint): bigint {
    return this.assemble(
      negative,
      2 * this.highest + 1,
      bitOf(this.precision - 1) | bitOf(this.precision - 2) | payload,
    );
  }

  /** A NaN's bits with the quiet bit set. */
  quieted(bits: bigint): bigint {
    return bits | bitOf(this.precision - 2);
  }

  unpack(bits: bigint): Unpacked {
    const { fractionBits, exponentBits, explicit } = this.format;
    const negative = ((bits >> BigInt(this.signPlace)) & 1n) !== 0n;
    const biased = Number((bits >> BigInt(this.exponentPlace)) & (bitOf(exponentBits) - 1n));
    const fraction = BigInt.asUintN(fractionBits, bits);
    if (biased === 2 * this.highest + 1) {
      const quiet = (fraction & bitOf(fractionBits - 1)) !== 0n;
      const kind = fraction === 0n ? 'infinity' : quiet ? 'quiet' : 'signalling';
      return { kind, negative, significand: fraction, exponent: 0, denormal: false, bits };
    }
    const integer = explicit ? (bits >> BigInt(fractionBits)) & 1n : biased === 0 ? 0n : 1n;
    const significand = (integer << BigInt(fractionBits)) | fraction;
    const exponent = Math.max(biased, 1) - this.highest - fractionBits;
    const denormal = biased === 0 && significand !== 0n;
    return { kind: significand === 0n ? 'zero' : 'finite', negative, significand, exponent, denormal, bits };
  }

  /**
   * The nearest number to significand * 2^exponent in the rounding mode; `sticky`: the exact value is a little larger in magnitude, by less
   * than one unit of the significand, which then has at least two bits more than the precision. Tininess is detected after rounding.
   * `precision`: bits of the significand that are kept (the x87's precision control).
   */
  round(
    environment: FloatEnvironment,
    negative: boolean,
    significand: bigint,
    exponent: number,
    sticky: boolean,
    precision = this.precision,
  ): bigint {
    const top = exponent + bitLength(significand) - 1;
    const quantum = top - precision + 1;
    const rounded = roundTo(environment.rounding, negative, significand, quantum - exponent, sticky);
    const grown = bitLength(rounded.value) > precision;
    const leading = grown ? top + 1 : top;
    const small = leading < this.lowest;
    if (small && environment.underflowMasked)
      return this.tiny(environment, negative, significand, exponent, sticky, precision);
    if (rounded.inexact) environment.raised |= FLOAT.precision;
    if (small) {
      environment.raised |= FLOAT.underflow;
      return this.zero(negative);
    }
    if (leading > this.highest) return this.tooLarge(environment, negative);
    const spare = BigInt(this.precision - precision);
    return this.assemble(negative, leading + this.highest, (grown ? rounded.value >> 1n : rounded.value) << spare);
  }

  /** With underflow masked: zero or a denormal number. Not masked, there is no result (SSE). */
  private tiny(
    environment: FloatEnvironment,
    negative: boolean,
    significand: bigint,
    exponent: number,
    sticky: boolean,
    precision: number,
  ): bigint {
    if (environment.flushToZero) {
      environment.raised |= FLOAT.underflow | FLOAT.precision;
      return this.zero(negative);
    }
    const quantum = this.lowest - precision + 1;
    const { value, inexact } = roundTo(environment.rounding, negative, significand, quantum - exponent, sticky);
    if (inexact) environment.raised |= FLOAT.underflow | FLOAT.precision;
    const placed = value << BigInt(this.precision - precision);
    return this.assemble(negative, bitLength(placed) === this.precision ? 1 : 0, placed);
  }

  private tooLarge(environment: FloatEnvironment, negative: boolean): bigint {
    environment.raised |= FLOAT.overflow | (environment.overflowMasked ? FLOAT.precision : 0);
    const { rounding } = environment;
    const inward = rounding === ROUND.zero || rounding === (negative ? ROUND.up : ROUND.down);
    return inward ? this.largest(negative) : this.infinity(negative);
  }
}

/** A magnitude rounded to a multiple of 2^shift, in those units. */
export function roundTo(
  rounding: number,
  negative: boolean,
  significand: bigint,
  shift: number,
  sticky: boolean,
): { value: bigint; inexact: boolean } {
  if (shift <= 0) return { value: significand << BigInt(-shift), inexact: sticky };
  const value = significand >> BigInt(shift);
  const rest = significand - (value << BigInt(shift));
  const inexact = rest !== 0n || sticky;
  if (!inexact) return { value, inexact };
  const half = bitOf(shift - 1);
  const away =
    rounding === ROUND.nearest
      ? rest > half || (rest === half && (sticky || (value & 1n) === 1n))
      : rounding === (negative ? ROUND.down : ROUND.up);
  return { value: away ? value + 1n : value, inexact };
}
