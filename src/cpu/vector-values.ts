import type { Width } from '../isa/registers.js';
import type { Half, LaneOperation, LaneShift, VectorSemantics } from '../isa/vector-semantics.js';
import { sized, type Value } from './values.js';

/** A 128-bit value as its lanes, the lowest first, unsigned. */
export function lanesOf(a: Value, width: Width): bigint[] {
  return Array.from({ length: 128 / width }, (_, index) => BigInt.asUintN(width, a.bits >> BigInt(width * index)));
}

/** The 128-bit value of lanes, the lowest first; each is truncated to `width`. */
export function vectorOf(lanes: readonly bigint[], width: Width): Value {
  const bits = lanes.reduceRight((value, lane) => (value << BigInt(width)) | BigInt.asUintN(width, lane), 0n);
  return { width: 128, bits };
}

function clamp(value: bigint, width: number, isSigned: boolean): bigint {
  const lowest = isSigned ? -(1n << BigInt(width - 1)) : 0n;
  const highest = (1n << BigInt(isSigned ? width - 1 : width)) - 1n;
  return value < lowest ? lowest : value > highest ? highest : value;
}

const smaller = (a: bigint, b: bigint) => (a < b ? a : b);
const larger = (a: bigint, b: bigint) => (a > b ? a : b);

/** What an operation makes of two lanes, unsigned in `a`, `b` and signed in `s`, `t`. The result is truncated by the caller. */
type LaneFunction = (a: bigint, b: bigint, s: bigint, t: bigint, width: number) => bigint;

const laneFunctions: Record<LaneOperation, LaneFunction> = {
  add: (a, b) => a + b,
  sub: (a, b) => a - b,
  addSaturateSigned: (_a, _b, s, t, width) => clamp(s + t, width, true),
  addSaturateUnsigned: (a, b, _s, _t, width) => clamp(a + b, width, false),
  subSaturateSigned: (_a, _b, s, t, width) => clamp(s - t, width, true),
  subSaturateUnsigned: (a, b, _s, _t, width) => clamp(a - b, width, false),
  mulLow: (a, b) => a * b,
  mulHighSigned: (_a, _b, s, t, width) => (s * t) >> BigInt(width),
  mulHighUnsigned: (a, b, _s, _t, width) => (a * b) >> BigInt(width),
  average: (a, b) => (a + b + 1n) >> 1n,
  minSigned: (_a, _b, s, t) => smaller(s, t),
  minUnsigned: (a, b) => smaller(a, b),
  maxSigned: (_a, _b, s, t) => larger(s, t),
  maxUnsigned: (a, b) => larger(a, b),
  equal: (a, b) => (a === b ? -1n : 0n),
  greater: (_a, _b, s, t) => (s > t ? -1n : 0n),
};

/** The vector arithmetic of `Semantics` on big integers, to read next to its contract in isa/vector-semantics.ts. */
export class VectorArithmetic implements VectorSemantics<Value> {
  lane(a: Value, width: Width, index: number): Value {
    return sized(a.bits >> BigInt(width * index), width);
  }

  withLane(a: Value, index: number, value: Value): Value {
    const width = value.width as Width;
    return vectorOf(lanesOf(a, width).with(index, value.bits), width);
  }

  fromLanes(lanes: readonly Value[]): Value {
    return vectorOf(
      lanes.map((lane) => lane.bits),
      lanes[0]!.width as Width,
    );
  }

  packed(operation: LaneOperation, width: Width, a: Value, b: Value): Value {
    const compute = laneFunctions[operation];
    const right = lanesOf(b, width);
    const lanes = lanesOf(a, width).map((left, index) => {
      const other = right[index]!;
      return compute(left, other, BigInt.asIntN(width, left), BigInt.asIntN(width, other), width);
    });
    return vectorOf(lanes, width);
  }

  packedShift(operation: LaneShift, width: Width, a: Value, count: Value): Value {
    const by = count.bits < BigInt(width) ? count.bits : BigInt(width);
    const shift = (lane: bigint) => {
      if (operation === 'shl') return lane << by;
      return (operation === 'sar' ? BigInt.asIntN(width, lane) : lane) >> by;
    };
    return vectorOf(lanesOf(a, width).map(shift), width);
  }

  shiftBytes(direction: 'left' | 'right', a: Value, count: Value): Value {
    const bits = 8n * (count.bits < 16n ? count.bits : 16n);
    return sized(direction === 'left' ? a.bits << bits : a.bits >> bits, 128);
  }

  interleave(half: Half, width: Width, a: Value, b: Value): Value {
    const count = 64 / width;
    const from = half === 'low' ? 0 : count;
    const left = lanesOf(a, width).slice(from, from + count);
    const right = lanesOf(b, width).slice(from, from + count);
    return vectorOf(
      left.flatMap((lane, index) => [lane, right[index]!]),
      width,
    );
  }

  pack(width: 16 | 32, signedResult: boolean, a: Value, b: Value): Value {
    const half = width === 16 ? 8 : 16;
    const lanes = [...lanesOf(a, width), ...lanesOf(b, width)];
    return vectorOf(
      lanes.map((lane) => clamp(BigInt.asIntN(width, lane), half, signedResult)),
      half,
    );
  }

  shuffle(width: 32 | 64, low: Value, high: Value, selector: Value): Value {
    const count = 128 / width;
    const bits = width === 32 ? 2 : 1;
    const sources = [lanesOf(low, width), lanesOf(high, width)];
    const lanes = Array.from({ length: count }, (_, index) => {
      const chosen = Number(selector.bits >> BigInt(bits * index)) & (count - 1);
      return sources[index < count / 2 ? 0 : 1]![chosen]!;
    });
    return vectorOf(lanes, width);
  }

  shuffleWords(half: Half, a: Value, selector: Value): Value {
    const words = lanesOf(a, 16);
    const from = half === 'low' ? 0 : 4;
    const lanes = words.map((word, index) => {
      const place = index - from;
      if (place < 0 || place > 3) return word;
      return words[from + (Number(selector.bits >> BigInt(2 * place)) & 3)]!;
    });
    return vectorOf(lanes, 16);
  }

  selectWord(a: Value, selector: Value): Value {
    return this.lane(a, 16, Number(selector.bits & 7n));
  }

  insertWord(a: Value, selector: Value, value: Value): Value {
    return this.withLane(a, Number(selector.bits & 7n), value);
  }

  signMask(a: Value, width: 8 | 32 | 64): Value {
    const signs = lanesOf(a, width).map((lane) => lane >> BigInt(width - 1));
    return sized(
      signs.reduceRight((mask, sign) => (mask << 1n) | sign, 0n),
      32,
    );
  }

  multiplyAdd(a: Value, b: Value): Value {
    const right = lanesOf(b, 16);
    const products = lanesOf(a, 16).map((lane, i) => BigInt.asIntN(16, lane) * BigInt.asIntN(16, right[i]!));
    return vectorOf(
      [0, 2, 4, 6].map((i) => products[i]! + products[i + 1]!),
      32,
    );
  }

  multiplyEven(a: Value, b: Value): Value {
    const [left, right] = [lanesOf(a, 32), lanesOf(b, 32)];
    return vectorOf([left[0]! * right[0]!, left[2]! * right[2]!], 64);
  }

  sumOfDifferences(a: Value, b: Value): Value {
    const right = lanesOf(b, 8);
    const differences = lanesOf(a, 8).map((lane, i) => larger(lane, right[i]!) - smaller(lane, right[i]!));
    const sum = (from: number) => differences.slice(from, from + 8).reduce((total, one) => total + one, 0n);
    return vectorOf([sum(0), sum(8)], 64);
  }
}
