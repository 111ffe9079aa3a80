import { xorshift32 } from '../util/xorshift.js';

/** Pseudo-random numbers from a seed. The same seed gives the same run. */
export class Random {
  /** Never 0; part of a snapshot. */
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  next(): number {
    this.state = xorshift32(this.state);
    return this.state;
  }

  /** Remembers the present state: the function given back restores it. */
  remember(): () => void {
    const { state } = this;
    return () => {
      this.state = state;
    };
  }

  bytes(count: number): Uint8Array {
    return Uint8Array.from({ length: count }, () => this.next() >>> 24);
  }
}
