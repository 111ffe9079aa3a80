import type { FloatOperation, FloatWidth } from '../float-semantics.js';
import { instruction } from '../instruction.js';
import type { Meaning, Semantics } from '../semantics.js';
import { sse } from './sse.js';

/** The four kinds of operands: packed and scalar, single and double. */
interface Variant {
  readonly suffix: string;
  readonly width: FloatWidth;
  readonly prefix: string;
  readonly operands: string;
}

const packedSingle: Variant = { suffix: 'ps', width: 32, prefix: '', operands: 'x,xm' };
const packedDouble: Variant = { suffix: 'pd', width: 64, prefix: '66 ', operands: 'x,xm' };
const scalarSingle: Variant = { suffix: 'ss', width: 32, prefix: 'f3 ', operands: 'x32,xm32' };
const scalarDouble: Variant = { suffix: 'sd', width: 64, prefix: 'f2 ', operands: 'x64,xm64' };
const variants = [packedSingle, packedDouble, scalarSingle, scalarDouble];

function binary(mnemonic: string, operation: FloatOperation, opcode: string, summary: string) {
  return variants.map(({ suffix, width, prefix, operands }) =>
    sse(mnemonic + suffix, summary, [`${operands} = ${prefix}0f ${opcode} /r`], (s, destination, source) =>
      s.put(destination, s.float.binary(operation, width, s.get(destination), s.get(source))),
    ),
  );
}

export const arithmetic = [
  ...binary('add', 'add', '58', 'destination += source'),
  ...binary('mul', 'mul', '59', 'destination *= source'),
  ...binary('sub', 'sub', '5c', 'destination -= source'),
  ...binary('min', 'min', '5d', 'the smaller of both; source if one is a NaN or both are zero'),
  ...binary('div', 'div', '5e', 'destination /= source'),
  ...binary('max', 'max', '5f', 'the larger of both; source if one is a NaN or both are zero'),
];

export const sqrt = variants.map(({ suffix, width, prefix, operands }) =>
  sse(
    `sqrt${suffix}`,
    'destination = square root of source',
    [`${operands} = ${prefix}0f 51 /r`],
    (s, destination, source) => s.put(destination, s.float.squareRoot(width, s.get(source))),
  ),
);

/** Processors differ in the bits that are not right; here all are. */
function estimate(mnemonic: string, operation: 'reciprocal' | 'reciprocalRoot', opcode: string, summary: string) {
  return [packedSingle, scalarSingle].map(({ suffix, prefix, operands }) =>
    sse(mnemonic + suffix, summary, [`${operands} = ${prefix}0f ${opcode} /r`], (s, destination, source) =>
      s.put(destination, s.float.estimate(operation, s.get(source))),
    ),
  );
}

export const estimates = [
  ...estimate('rsqrt', 'reciprocalRoot', '52', 'destination = about 1 / square root of source'),
  ...estimate('rcp', 'reciprocal', '53', 'destination = about 1 / source'),
];

export const cmp = variants.map(({ suffix, width, prefix, operands }) =>
  sse(
    `cmp${suffix}`,
    'all ones where the predicate holds, else zero: eq lt le unord neq nlt nle ord',
    [`${operands},i8 = ${prefix}0f c2 /r ib`],
    (s, destination, source, predicate) =>
      s.put(destination, s.float.compare(width, s.get(predicate), s.get(destination), s.get(source))),
  ),
);

/** ZF, PF, CF: 000 greater, 001 less, 100 equal, 111 unordered (Intel SDM vol. 2, COMISS). */
function ordering(width: FloatWidth, signalling: boolean): Meaning {
  return (s, left, right) => {
    const { less, equal, unordered } = s.float.order(width, s.get(left), s.get(right), signalling);
    const zero = s.constant(0, 1);
    const flags = { zf: s.or(equal, unordered), pf: unordered, cf: s.or(less, unordered) };
    s.setFlagValues({ ...flags, of: zero, sf: zero, af: zero });
  };
}

export const ordered = [
  sse('ucomiss', 'flags of a comparison; invalid for signalling NaNs', ['x32,xm32 = 0f 2e /r'], ordering(32, false)),
  sse('ucomisd', 'flags of a comparison; invalid for signalling NaNs', ['x64,xm64 = 66 0f 2e /r'], ordering(64, false)),
  sse('comiss', 'flags of a comparison; invalid for NaNs', ['x32,xm32 = 0f 2f /r'], ordering(32, true)),
  sse('comisd', 'flags of a comparison; invalid for NaNs', ['x64,xm64 = 66 0f 2f /r'], ordering(64, true)),
];

// Conversions

/** The lanes of 32 bits of a value of 64 or 128 bits; only the lower ones of a longer value, `count` of them. */
function singles<V>(s: Semantics<V>, value: V, count: number): V[] {
  return Array.from({ length: count }, (_, index) => s.vector.lane(value, 32, index));
}

function doubles<V>(s: Semantics<V>, value: V): V[] {
  return [s.vector.lane(value, 64, 0), s.vector.lane(value, 64, 1)];
}

/** Two results of 32 bits below two zeros. */
function lowerHalf<V>(s: Semantics<V>, results: readonly V[]): V {
  const zero = s.constant(0, 32);
  return s.vector.fromLanes([...results, zero, zero]);
}

/** Two lanes of 32 bits, in a register or 64 bits of memory, to two of 64. */
function widened(convert: <V>(s: Semantics<V>, lane: V) => V): Meaning {
  return (s, destination, source) => {
    const value = s.zeroExtend(s.get(source), 128);
    s.put(destination, s.vector.fromLanes(singles(s, value, 2).map((lane) => convert(s, lane))));
  };
}

/** Two lanes of 64 bits to two of 32, the upper half of the register zero. */
function narrowed(convert: <V>(s: Semantics<V>, lane: V) => V): Meaning {
  return (s, destination, source) => {
    const lanes = doubles(s, s.get(source));
    s.put(
      destination,
      lowerHalf(
        s,
        lanes.map((lane) => convert(s, lane)),
      ),
    );
  };
}

/** Four lanes of 32 bits. */
function kept(convert: <V>(s: Semantics<V>, lane: V) => V): Meaning {
  return (s, destination, source) => {
    const lanes = singles(s, s.get(source), 4);
    s.put(destination, s.vector.fromLanes(lanes.map((lane) => convert(s, lane))));
  };
}

export const packedConversions = [
  sse(
    'cvtps2pd',
    'two singles as doubles',
    ['x,xm64 = 0f 5a /r'],
    widened((s, lane) => s.float.resize(lane, 64)),
  ),
  sse(
    'cvtpd2ps',
    'two doubles as singles',
    ['x,xm = 66 0f 5a /r'],
    narrowed((s, lane) => s.float.resize(lane, 32)),
  ),
  sse(
    'cvtdq2ps',
    'four integers as singles',
    ['x,xm = 0f 5b /r'],
    kept((s, lane) => s.float.fromInteger(lane, 32)),
  ),
  sse(
    'cvtps2dq',
    'four singles as integers, rounded',
    ['x,xm = 66 0f 5b /r'],
    kept((s, lane) => s.float.toInteger(32, lane, 32, false)),
  ),
  sse(
    'cvttps2dq',
    'four singles as integers, truncated',
    ['x,xm = f3 0f 5b /r'],
    kept((s, lane) => s.float.toInteger(32, lane, 32, true)),
  ),
  sse(
    'cvtdq2pd',
    'two integers as doubles',
    ['x,xm64 = f3 0f e6 /r'],
    widened((s, lane) => s.float.fromInteger(lane, 64)),
  ),
  sse(
    'cvtpd2dq',
    'two doubles as integers, rounded',
    ['x,xm = f2 0f e6 /r'],
    narrowed((s, lane) => s.float.toInteger(64, lane, 32, false)),
  ),
  sse(
    'cvttpd2dq',
    'two doubles as integers, truncated',
    ['x,xm = 66 0f e6 /r'],
    narrowed((s, lane) => s.float.toInteger(64, lane, 32, true)),
  ),
];

function fromInteger(width: FloatWidth): Meaning {
  return (s, destination, source) => s.put(destination, s.float.fromInteger(s.get(source), width));
}

function toInteger(width: FloatWidth, truncate: boolean): Meaning {
  return (s, destination, source) =>
    s.put(destination, s.float.toInteger(width, s.get(source), s.width === 64 ? 64 : 32, truncate));
}

export const scalarConversions = [
  sse('cvtss2sd', 'a single as a double', ['x64,xm32 = f3 0f 5a /r'], (s, destination, source) =>
    s.put(destination, s.float.resize(s.get(source), 64)),
  ),
  sse('cvtsd2ss', 'a double as a single', ['x32,xm64 = f2 0f 5a /r'], (s, destination, source) =>
    s.put(destination, s.float.resize(s.get(source), 32)),
  ),
  sse('cvtsi2ss', 'an integer as a single', ['x32,rm = f3 0f 2a /r ; 32 64'], fromInteger(32)),
  sse('cvtsi2sd', 'an integer as a double', ['x64,rm = f2 0f 2a /r ; 32 64'], fromInteger(64)),
  sse('cvttss2si', 'a single as an integer, truncated', ['r,xm32 = f3 0f 2c /r ; 32 64'], toInteger(32, true)),
  sse('cvttsd2si', 'a double as an integer, truncated', ['r,xm64 = f2 0f 2c /r ; 32 64'], toInteger(64, true)),
  sse('cvtss2si', 'a single as an integer, rounded', ['r,xm32 = f3 0f 2d /r ; 32 64'], toInteger(32, false)),
  sse('cvtsd2si', 'a double as an integer, rounded', ['r,xm64 = f2 0f 2d /r ; 32 64'], toInteger(64, false)),
];

export const ldmxcsr = sse('ldmxcsr', 'MXCSR = source', ['m32 = 0f ae /2 ; sse plain'], (s, source) =>
  s.float.setControl(s.get(source)),
);
export const stmxcsr = sse('stmxcsr', 'destination = MXCSR', ['m32 = 0f ae /3 ; sse plain'], (s, destination) =>
  s.put(destination, s.float.control()),
);

const nothing: Meaning = () => {};

/** The encoder writes ModRM e8, f0, f8; the low bits mean nothing. */
function fence(mnemonic: string, first: number, summary: string) {
  const forms = Array.from(
    { length: 8 },
    (_, low) => `= 0f ae ${(first + low).toString(16)} ; sse plain${low === 0 ? '' : ' decode'}`,
  );
  return instruction(mnemonic, summary, forms, nothing);
}

export const fences = [
  fence('lfence', 0xe8, 'nothing; memory is always ordered'),
  fence('mfence', 0xf0, 'nothing; memory is always ordered'),
  fence('sfence', 0xf8, 'nothing; memory is always ordered'),
];

/** Checked as a load of one byte, and counted as one. */
export const clflush = sse('clflush', 'nothing; reads one byte', ['m8 = 0f ae /7 ; sse plain'], (s, operand) => {
  s.get(operand);
});
export const prefetchForWriting = ['prefetch', 'prefetchw'].map((mnemonic, digit) =>
  instruction(mnemonic, 'nothing; a hint', [`m8 = 0f 0d /${digit} ; plain`], nothing),
);
