import type { FloatOperation, FloatSemantics, FloatWidth } from './float-semantics.js';
import type { Width } from './registers.js';
import type { ValueWidth } from './semantics.js';
import type { Half, LaneOperation, LaneShift, VectorSemantics } from './vector-semantics.js';

/** A value to the recorder is its width. */
export type Recorded = ValueWidth;

/** The vector part of the machine that computes nothing: it checks widths, and knows whether an exception is possible. */
export class VectorRecorder implements VectorSemantics<Recorded>, FloatSemantics<Recorded> {
  raises = false;
  private readonly name: string;

  constructor(name: string) {
    this.name = name;
  }

  /** Throws if a meaning mixes widths: a defect of the table. */
  private check(a: Recorded, ...allowed: readonly Recorded[]): Recorded {
    if (!allowed.includes(a)) throw new Error(`${this.name}: width ${a} where ${allowed.join(' or ')} belongs`);
    return a;
  }

  private both(a: Recorded, b: Recorded): Recorded {
    this.check(a, 128);
    return this.check(b, 128);
  }

  lane(a: Recorded, width: Width, _index: number): Recorded {
    this.check(a, 128);
    return width;
  }

  withLane(a: Recorded, _index: number, value: Recorded): Recorded {
    this.check(value, 8, 16, 32, 64);
    return this.check(a, 128);
  }

  fromLanes(lanes: readonly Recorded[]): Recorded {
    const width = lanes[0]!;
    this.check(width, 32, 64);
    for (const lane of lanes) this.check(lane, width);
    if (lanes.length * width !== 128) throw new Error(`${this.name}: ${lanes.length} lanes of ${width} bits`);
    return 128;
  }

  packed(_operation: LaneOperation, _width: Width, a: Recorded, b: Recorded): Recorded {
    return this.both(a, b);
  }

  packedShift(_operation: LaneShift, _width: Width, a: Recorded, count: Recorded): Recorded {
    this.check(count, 64);
    return this.check(a, 128);
  }

  shiftBytes(_direction: 'left' | 'right', a: Recorded, count: Recorded): Recorded {
    this.check(count, 8);
    return this.check(a, 128);
  }

  interleave(_half: Half, _width: Width, a: Recorded, b: Recorded): Recorded {
    return this.both(a, b);
  }

  pack(_width: 16 | 32, _signedResult: boolean, a: Recorded, b: Recorded): Recorded {
    return this.both(a, b);
  }

  shuffle(_width: 32 | 64, low: Recorded, high: Recorded, selector: Recorded): Recorded {
    this.check(selector, 8);
    return this.both(low, high);
  }

  shuffleWords(_half: Half, a: Recorded, selector: Recorded): Recorded {
    this.check(selector, 8);
    return this.check(a, 128);
  }

  selectWord(a: Recorded, selector: Recorded): Recorded {
    this.check(a, 128);
    this.check(selector, 8);
    return 16;
  }

  insertWord(a: Recorded, selector: Recorded, value: Recorded): Recorded {
    this.check(selector, 8);
    this.check(value, 16);
    return this.check(a, 128);
  }

  signMask(a: Recorded): Recorded {
    this.check(a, 128);
    return 32;
  }

  multiplyAdd(a: Recorded, b: Recorded): Recorded {
    return this.both(a, b);
  }

  multiplyEven(a: Recorded, b: Recorded): Recorded {
    return this.both(a, b);
  }

  sumOfDifferences(a: Recorded, b: Recorded): Recorded {
    return this.both(a, b);
  }

  // Floating point

  private raising(a: Recorded, ...allowed: readonly Recorded[]): Recorded {
    this.raises = true;
    return this.check(a, ...allowed);
  }

  binary(_operation: FloatOperation, width: FloatWidth, a: Recorded, b: Recorded): Recorded {
    this.check(b, a);
    return this.raising(a, width, 128);
  }

  squareRoot(width: FloatWidth, a: Recorded): Recorded {
    return this.raising(a, width, 128);
  }

  compare(width: FloatWidth, predicate: Recorded, a: Recorded, b: Recorded): Recorded {
    this.check(predicate, 8);
    this.check(b, a);
    return this.raising(a, width, 128);
  }

  order(width: FloatWidth, a: Recorded, b: Recorded) {
    this.check(b, a);
    this.raising(a, width);
    return { less: 1 as Recorded, equal: 1 as Recorded, unordered: 1 as Recorded };
  }

  estimate(_operation: 'reciprocal' | 'reciprocalRoot', a: Recorded): Recorded {
    return this.check(a, 32, 128);
  }

  toInteger(width: FloatWidth, a: Recorded, integer: 32 | 64): Recorded {
    this.raising(a, width);
    return integer;
  }

  fromInteger(a: Recorded, width: FloatWidth): Recorded {
    this.raising(a, 32, 64);
    return width;
  }

  resize(a: Recorded, width: FloatWidth): Recorded {
    this.raising(a, width === 32 ? 64 : 32);
    return width;
  }

  control(): Recorded {
    return 32;
  }

  setControl(value: Recorded): void {
    this.raising(value, 32);
  }
}
