/** A small seeded generator (xorshift32), so that every run makes the same cases. */
export class Random {
  private state: number;

  constructor(seed: number) {
    this.state = (Math.imul(seed, 0x9e3779b1) ^ 0x5bd1e995) >>> 0 || 1;
    for (let i = 0; i < 8; i++) this.next();
  }

  /** 32 random bits. */
  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return this.state;
  }

  /** An integer from 0 to below `limit`. */
  below(limit: number): number {
    return Math.floor((this.next() / 0x1_0000_0000) * limit);
  }

  chance(percent: number): boolean {
    return this.below(100) < percent;
  }

  pick<T>(choices: readonly T[]): T {
    return choices[this.below(choices.length)]!;
  }

  bits64(): bigint {
    return (BigInt(this.next()) << 32n) | BigInt(this.next());
  }

  /** The bits of a floating-point number that is likely to matter; a single stands in the low half, another above it. */
  float(width: 32 | 64): bigint {
    if (width === 32) return (this.floatBits(8, 23) << 32n) | this.floatBits(8, 23);
    return this.floatBits(11, 52);
  }

  private floatBits(exponentBits: number, fractionBits: number): bigint {
    const highest = 2 ** exponentBits - 1;
    const bias = 2 ** (exponentBits - 1) - 1;
    const near = bias + this.below(2 * fractionBits + 10) - fractionBits;
    const exponents = [0, 0, 1, 2, bias, bias, near, near, near, bias + 31 - this.below(3), bias + 63 - this.below(3)];
    const edge = [
      highest - 1,
      highest,
      this.below(fractionBits + 2),
      this.below(highest + 1),
      this.below(bias) + (bias >> 1),
    ];
    const exponent = this.pick([...exponents, ...edge]);
    const sign = BigInt(this.below(2)) << BigInt(exponentBits + fractionBits);
    return sign | (BigInt(exponent) << BigInt(fractionBits)) | this.fraction(fractionBits);
  }

  /** Few bits at either end, all, none, or anything: sums and products then lie near ties. */
  private fraction(bits: number): bigint {
    const all = (1n << BigInt(bits)) - 1n;
    switch (this.below(8)) {
      case 0:
      case 1:
        return 0n;
      case 2:
        return 1n << BigInt(this.below(bits));
      case 3:
        return all - BigInt(this.below(4));
      case 4:
        return BigInt(this.below(4));
      case 5:
        return (this.bits64() << BigInt(this.below(bits))) & all;
      default:
        return this.bits64() & all;
    }
  }

  /** A number that is likely to matter: at the edge of a width, with few or many ones, or anything. */
  value(): bigint {
    switch (this.below(8)) {
      case 0:
        return BigInt(this.below(4));
      case 1:
        return BigInt.asUintN(64, -BigInt(this.below(4)));
      case 2:
        return BigInt.asUintN(64, (1n << BigInt(this.pick([7, 8, 15, 16, 31, 32, 63, 64]))) - BigInt(this.below(3)));
      case 3:
        return 1n << BigInt(this.below(64));
      case 4:
        return this.bits64() >> BigInt(this.below(64));
      case 5:
        return BigInt(this.next());
      default:
        return this.bits64();
    }
  }
}
