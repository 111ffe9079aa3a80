import { describe, expect, it } from 'vitest';
import {
  addFloats,
  divideFloats,
  double,
  extreme,
  floatToInteger,
  integerRoot,
  integerToFloat,
  multiplyFloats,
  relate,
  resizeFloat,
  rootOfFloat,
  single,
} from '../../../src/cpu/float-arithmetic.js';
import {
  bitLength,
  DOUBLE,
  EXTENDED,
  FLOAT,
  type FloatEnvironment,
  FloatKind,
  ROUND,
  SINGLE,
} from '../../../src/cpu/soft-float.js';
import { Random } from '../../support/silicon/random.js';

const view = new DataView(new ArrayBuffer(8));

/** Bits of a double; every NaN is the same. */
function bitsOf(value: number): bigint {
  if (Number.isNaN(value)) return 0x7ff8_0000_0000_0000n;
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}

function numberOf(bits: bigint): number {
  view.setBigUint64(0, bits);
  return view.getFloat64(0);
}

function single32(value: number): bigint {
  view.setFloat32(0, value);
  return BigInt(view.getUint32(0));
}

function float32(bits: bigint): number {
  view.setUint32(0, Number(bits));
  return view.getFloat32(0);
}

const masked = (rounding: number = ROUND.nearest): FloatEnvironment => ({
  rounding,
  denormalsAreZero: false,
  flushToZero: false,
  underflowMasked: true,
  overflowMasked: true,
  raised: 0,
});

/** Pairs of doubles of every kind, as bits. */
function pairs(count: number, seed: number): [bigint, bigint][] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => [random.float(64), random.float(64)]);
}

const same = (a: bigint, b: number) => bitsOf(numberOf(a)) === bitsOf(b);

const operations = [
  ['add', (a: number, b: number) => a + b, (e: FloatEnvironment, k: FloatKind, a: bigint, b: bigint) => addFloats(e, k, a, b, false)],
  ['subtract', (a: number, b: number) => a - b, (e: FloatEnvironment, k: FloatKind, a: bigint, b: bigint) => addFloats(e, k, a, b, true)],
  ['multiply', (a: number, b: number) => a * b, multiplyFloats],
  ['divide', (a: number, b: number) => a / b, divideFloats],
  ['square root', (a: number) => Math.sqrt(a), (e: FloatEnvironment, k: FloatKind, a: bigint) => rootOfFloat(e, k, a)],
] as const; // biome-ignore format: a table

describe('soft-float against the host, rounding to nearest', () => {
  it.each(operations)('%s doubles', (_, host, soft) => {
    const wrong = pairs(8_000, 1).filter(
      ([a, b]) => !same(soft(masked(), double, a, b), host(numberOf(a), numberOf(b))),
    );
    expect(wrong).toEqual([]);
  });

  // A double has more than twice the bits of a single, so that rounding twice is rounding once.
  it.each(operations)('%s singles', (_, host, soft) => {
    const wrong = pairs(8_000, 2).filter(([x, y]) => {
      const [a, b] = [BigInt.asUintN(32, x), BigInt.asUintN(32, y)];
      const result = float32(soft(masked(), single, a, b));
      return !Object.is(result, Math.fround(host(float32(a), float32(b))));
    });
    expect(wrong).toEqual([]);
  });

  it('converts between the widths', () => {
    for (const [a, b] of pairs(8_000, 3)) {
      const narrow = BigInt.asUintN(32, b);
      expect(float32(resizeFloat(masked(), double, single, a))).toBe(Math.fround(numberOf(a)));
      expect(numberOf(resizeFloat(masked(), single, double, narrow))).toBe(float32(narrow));
    }
  });

  it('converts integers', () => {
    const random = new Random(4);
    for (let i = 0; i < 8_000; i++) {
      const integer = BigInt.asIntN(64, random.value());
      expect(numberOf(integerToFloat(masked(), double, integer))).toBe(Number(integer));
      const number = numberOf(random.float(64));
      const result = BigInt.asIntN(64, floatToInteger(masked(), double, bitsOf(number), 64, true));
      const fits = number >= -(2 ** 63) && number < 2 ** 63;
      expect(result).toBe(fits ? BigInt(Math.trunc(number)) : -(1n << 63n));
    }
  });

  it('compares', () => {
    for (const [x, y] of pairs(8_000, 5)) {
      const [a, b] = [numberOf(x), numberOf(y)];
      const expected = a < b ? 'less' : a > b ? 'greater' : a === b ? 'equal' : 'unordered';
      expect(relate(masked(), double, x, y, false)).toBe(expected);
      expect(numberOf(extreme(masked(), double, x, y, false))).toBe([b, a][Number(a < b)]);
      expect(numberOf(extreme(masked(), double, x, y, true))).toBe([b, a][Number(a > b)]);
    }
  });
});

describe('directed rounding', () => {
  it.each(operations)('%s: down and up enclose the exact result, as near as can be', (_, __, soft) => {
    let inexact = 0;
    for (const [a, b] of pairs(4_000, 6)) {
      const environment = masked(ROUND.down);
      const down = numberOf(soft(environment, double, a, b));
      const up = numberOf(soft(masked(ROUND.up), double, a, b));
      const nearest = numberOf(soft(masked(), double, a, b));
      const zero = numberOf(soft(masked(ROUND.zero), double, a, b));
      if (Number.isNaN(nearest)) continue;
      expect(nearest === down || nearest === up).toBe(true);
      expect(Math.abs(zero)).toBe(Math.min(Math.abs(down), Math.abs(up)));
      if ((environment.raised & FLOAT.precision) === 0) expect(down === up).toBe(true);
      else {
        inexact++;
        expect(ordinalOf(up) - ordinalOf(down)).toBe(1n);
      }
    }
    expect(inexact).toBeGreaterThan(500);
  });
});

/** Neighbouring doubles have neighbouring integers. */
function ordinalOf(value: number): bigint {
  const bits = bitsOf(value);
  const magnitude = BigInt.asUintN(63, bits);
  return bits >> 63n === 0n ? magnitude : -magnitude;
}

describe('exceptions', () => {
  const tiny = 1n;
  const smallest = 0x0010_0000_0000_0000n;
  const one = bitsOf(1);
  const raisedBy = (environment: FloatEnvironment, compute: (e: FloatEnvironment) => bigint) => {
    const result = compute(environment);
    return { result, raised: environment.raised };
  };

  it('name the smallest exact denormal no underflow, and an inexact one underflow', () => {
    const half = bitsOf(0.5);
    expect(raisedBy(masked(), (e) => multiplyFloats(e, double, smallest, half))).toEqual({
      result: smallest >> 1n,
      raised: 0,
    });
    const { raised } = raisedBy(masked(), (e) => multiplyFloats(e, double, smallest + 1n, half));
    expect(raised).toBe(FLOAT.underflow | FLOAT.precision);
  });

  it('detect tininess after rounding: what rounds up to a normal number does not underflow', () => {
    const below = bitsOf(1) - 1n;
    const { result, raised } = raisedBy(masked(), (e) => multiplyFloats(e, double, smallest, below));
    expect(result).toBe(smallest);
    expect(raised).toBe(FLOAT.underflow | FLOAT.precision);
    const almost = raisedBy(masked(ROUND.up), (e) => multiplyFloats(e, double, smallest + 1n, below));
    expect(almost).toEqual({ result: smallest + 1n, raised: FLOAT.precision });
  });

  it('flush to zero, and take denormals for zeros', () => {
    const flush = { ...masked(), flushToZero: true };
    expect(raisedBy(flush, (e) => multiplyFloats(e, double, smallest, bitsOf(-0.5)))).toEqual({
      result: bitsOf(-0),
      raised: FLOAT.underflow | FLOAT.precision,
    });
    const zeros = { ...masked(), denormalsAreZero: true };
    expect(raisedBy(zeros, (e) => addFloats(e, double, tiny, 0n, false))).toEqual({ result: 0n, raised: 0 });
    expect(raisedBy(masked(), (e) => addFloats(e, double, tiny, one, false))).toEqual({
      result: one,
      raised: FLOAT.denormal | FLOAT.precision,
    });
  });

  it('keep the payload of the first NaN, quieted, and give the default NaN otherwise', () => {
    const signalling = 0x7ff0_0000_0000_0123n;
    const quiet = 0xfff8_0000_0000_0456n;
    expect(raisedBy(masked(), (e) => addFloats(e, double, signalling, quiet, false))).toEqual({
      result: signalling | 0x0008_0000_0000_0000n,
      raised: FLOAT.invalid,
    });
    expect(raisedBy(masked(), (e) => addFloats(e, double, one, quiet, false))).toEqual({ result: quiet, raised: 0 });
    const infinity = bitsOf(Number.POSITIVE_INFINITY);
    expect(raisedBy(masked(), (e) => addFloats(e, double, infinity, infinity, true))).toEqual({
      result: 0xfff8_0000_0000_0000n,
      raised: FLOAT.invalid,
    });
    expect(raisedBy(masked(), (e) => divideFloats(e, double, one, 0n))).toEqual({
      result: infinity,
      raised: FLOAT.divideByZero,
    });
  });

  it('leave the largest number where rounding goes inward', () => {
    const largest = bitsOf(Number.MAX_VALUE);
    const twice = (rounding: number) => addFloats(masked(rounding), double, largest, largest, false);
    expect(twice(ROUND.nearest)).toBe(bitsOf(Number.POSITIVE_INFINITY));
    expect(twice(ROUND.up)).toBe(bitsOf(Number.POSITIVE_INFINITY));
    expect(twice(ROUND.down)).toBe(largest);
    expect(twice(ROUND.zero)).toBe(largest);
  });
});

describe('the formats', () => {
  const extended = new FloatKind(EXTENDED);

  it('unpack and round back to the same bits', () => {
    const random = new Random(7);
    for (const [kind, width] of [
      [new FloatKind(SINGLE), 32],
      [new FloatKind(DOUBLE), 64],
    ] as const) {
      for (let i = 0; i < 3_000; i++) {
        const bits = BigInt.asUintN(width, random.float(width));
        const { kind: what, negative, significand, exponent } = kind.unpack(bits);
        if (what !== 'finite') continue;
        expect(kind.round(masked(), negative, significand, exponent, false)).toBe(bits);
      }
    }
  });

  it('compute with 64 bits of precision: 80-bit results are exact where doubles are not', () => {
    const random = new Random(8);
    for (let i = 0; i < 3_000; i++) {
      const [a, b] = [BigInt(random.next()) + 1n, BigInt(random.next()) + 1n];
      const environment = masked();
      const product = multiplyFloats(
        environment,
        extended,
        integerToFloat(environment, extended, a),
        integerToFloat(environment, extended, b),
      );
      expect(environment.raised).toBe(0);
      expect(floatToInteger(environment, extended, product, 128, false)).toBe(a * b);
    }
    expect(extended.infinity(true)).toBe(0xffff_8000_0000_0000_0000n);
    expect(extended.defaultNan).toBe(0xffff_c000_0000_0000_0000n);
    expect(integerToFloat(masked(), extended, 1n)).toBe(0x3fff_8000_0000_0000_0000n);
  });

  it('round to fewer bits where precision control asks for it', () => {
    const third = (precision: number) => extended.round(masked(), false, (1n << 200n) / 3n, -200, true, precision);
    expect(third(64)).toBe(0x3ffd_aaaa_aaaa_aaaa_aaabn);
    expect(third(53)).toBe(0x3ffd_aaaa_aaaa_aaaa_a800n);
    expect(third(24)).toBe(0x3ffd_aaaa_ab00_0000_0000n);
  });

  it('take integer roots and lengths', () => {
    for (let n = 0n; n < 2_000n; n++) {
      const root = integerRoot(n === 0n ? 1n : n);
      expect(root * root <= (n === 0n ? 1n : n) && (root + 1n) ** 2n > n).toBe(true);
    }
    expect([0n, 1n, 255n, 256n].map(bitLength)).toEqual([0, 1, 8, 9]);
    expect(single32(1.5)).toBe(0x3fc0_0000n);
  });
});
