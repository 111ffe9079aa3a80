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
