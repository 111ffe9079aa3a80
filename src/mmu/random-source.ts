/** The generator of random replacement: xorshift32 with shifts 13, 17, 5 (Marsaglia, Xorshift RNGs, 2003). Its state is never 0. */
export class RandomSource {
  state: number;

  /** A seed of 0 stands for 1. */
  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  /** The next number, of 32 bits. */
  draw(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
    return this.state;
  }
}
