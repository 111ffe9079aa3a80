import { Fault } from '../cpu/fault.js';
import { FloatUnit } from '../cpu/float-unit.js';
import type { Value } from '../cpu/values.js';
import type { FloatOperation, FloatWidth } from '../isa/float-semantics.js';
import type { OperandWidth } from '../isa/registers.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { PRIVATE } from './layout.js';

/** An operation with the widths of its operands: `float` is the width of a number, or 128; the result is what the operation makes. */
interface Call {
  readonly operands: readonly ('float' | OperandWidth)[];
  readonly run: (unit: FloatUnit, width: FloatWidth, operands: readonly Value[]) => Value;
}

function binary(operation: FloatOperation): Call {
  return { operands: ['float', 'float'], run: (unit, width, [a, b]) => unit.binary(operation, width, a!, b!) };
}

/** The three truth values of an order as bits 0, 1, 2. */
function order(signalling: boolean): Call {
  return {
    operands: ['float', 'float'],
    run: (unit, width, [a, b]) => {
      const { less, equal, unordered } = unit.order(width, a!, b!, signalling);
      return { width: 32, bits: less.bits | (equal.bits << 1n) | (unordered.bits << 2n) };
    },
  };
}

function estimate(operation: 'reciprocal' | 'reciprocalRoot'): Call {
  return { operands: ['float'], run: (unit, _width, [a]) => unit.estimate(operation, a!) };
}

function toInteger(integer: 32 | 64, truncate: boolean): Call {
  return { operands: ['float'], run: (unit, width, [a]) => unit.toInteger(width, a!, integer, truncate) };
}

function fromInteger(integer: 32 | 64): Call {
  return { operands: [integer], run: (unit, width, [a]) => unit.fromInteger(a!, width) };
}

const CALLS = {
  add: binary('add'),
  sub: binary('sub'),
  mul: binary('mul'),
  div: binary('div'),
  min: binary('min'),
  max: binary('max'),
  squareRoot: { operands: ['float'], run: (unit, width, [a]) => unit.squareRoot(width, a!) },
  compare: { operands: ['float', 'float', 8], run: (unit, width, [a, b, p]) => unit.compare(width, p!, a!, b!) },
  order: order(true),
  quietOrder: order(false),
  reciprocal: estimate('reciprocal'),
  reciprocalRoot: estimate('reciprocalRoot'),
  truncate32: toInteger(32, true),
  truncate64: toInteger(64, true),
  round32: toInteger(32, false),
  round64: toInteger(64, false),
  fromInteger32: fromInteger(32),
  fromInteger64: fromInteger(64),
  resize: { operands: ['float'], run: (unit, width, [a]) => unit.resize(a!, width) },
} satisfies Record<string, Call>;

/** An operation of floating-point arithmetic. */
export type FloatCall = keyof typeof CALLS;

const names = Object.keys(CALLS) as FloatCall[];
const WIDE = 0x100;
const PACKED = 0x200;

/** The number by which generated code asks for an operation on numbers (of `resize` the result is one) of a width, or on vectors of them. */
export function floatCall(call: FloatCall, width: FloatWidth, packed: boolean): number {
  return names.indexOf(call) | (width === 64 ? WIDE : 0) | (packed ? PACKED : 0);
}

/**
 * The imported functions with which generated code has the rare cases of floating-point arithmetic computed as the reference does: NaNs,
 * denormals, overflow, unusual MXCSR. `float` takes operands from and leaves the result in PRIVATE. After the last operation of an
 * instruction `settleFloats` sets the flags of all of them in MXCSR; 0: one is not masked, #XM.
 */
export function floatCalls(memory: PhysicalMemory) {
  const { u64 } = memory;
  const unit = new FloatUnit(memory);
  let begun = false;
  const read = (index: number, width: OperandWidth): Value => {
    const word = (PRIVATE.floatOperands >>> 3) + 2 * index;
    const bits = width === 128 ? (u64[word + 1]! << 64n) | u64[word]! : BigInt.asUintN(width, u64[word]!);
    return { width, bits };
  };
  const float = (number: number): void => {
    if (!begun) unit.begin();
    begun = true;
    const name = names[number & 0xff]!;
    const { operands, run }: Call = CALLS[name];
    const width = (number & WIDE) !== 0 ? 64 : 32;
    const own = (number & PACKED) !== 0 ? 128 : name === 'resize' ? ((96 - width) as FloatWidth) : width;
    const { bits } = run(
      unit,
      width,
      operands.map((size, index) => read(index, size === 'float' ? own : size)),
    );
    u64[PRIVATE.floatResult >>> 3] = bits;
    u64[(PRIVATE.floatResult >>> 3) + 1] = bits >> 64n;
  };
  const settleFloats = (): number => {
    begun = false;
    try {
      unit.settle();
      return 1;
    } catch (thrown) {
      if (thrown instanceof Fault) return 0;
      throw thrown;
    }
  };
  return { float, settleFloats };
}
