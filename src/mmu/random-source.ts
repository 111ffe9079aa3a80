import { xorshift32 } from '../util/xorshift.js';

/** The generator of random replacement. Its state is never 0. */
export class RandomSource {
  state: number;

  /** A seed of 0 stands for 1. */
  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  /** The next number, of 32 bits. */
  draw(): number {
    this.state = xorshift32(this.state);
    return this.state;
  }
}
