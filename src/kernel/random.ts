/** Pseudo-random numbers from a seed: xorshift32 (Marsaglia 2003). The same seed gives the same run. */
export class Random {
  /** Never 0; part of a snapshot. */
  state: number;

  constructor(seed: number) {
    this.state = seed >>> 0 || 1;
  }

  next(): number {
    let x = this.state;
    x ^= x << 13;
    x ^= x >>> 17;
    x ^= x << 5;
    this.state = x >>> 0;
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
