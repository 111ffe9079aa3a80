import { type FloatOperation, type FloatSemantics, type FloatWidth, MXCSR } from '../isa/float-semantics.js';
import { STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { Fault } from './fault.js';
import {
  addFloats,
  divideFloats,
  double,
  extreme,
  floatToInteger,
  integerToFloat,
  multiplyFloats,
  type Relation,
  relate,
  resizeFloat,
  rootOfFloat,
  single,
} from './float-arithmetic.js';
import { FLOAT, type FloatEnvironment, type FloatKind } from './soft-float.js';
import { VECTOR } from './trap.js';
import { sized, type Value } from './values.js';
import { lanesOf, vectorOf } from './vector-values.js';

const AT = STATE.mxcsr >>> 2;

/** Exceptions that are found before the result is computed: with one of them unmasked the others are not looked for. */
const BEFORE = FLOAT.invalid | FLOAT.denormal | FLOAT.divideByZero;

const kindOf = (width: FloatWidth): FloatKind => (width === 32 ? single : double);

const binaries: Record<FloatOperation, (e: FloatEnvironment, kind: FloatKind, a: bigint, b: bigint) => bigint> = {
  add: (e, kind, a, b) => addFloats(e, kind, a, b, false),
  sub: (e, kind, a, b) => addFloats(e, kind, a, b, true),
  mul: multiplyFloats,
  div: divideFloats,
  min: (e, kind, a, b) => extreme(e, kind, a, b, false),
  max: (e, kind, a, b) => extreme(e, kind, a, b, true),
};

/** The lowest two bits of a predicate, as what must hold; bit 2 negates it. */
const predicates: readonly ((relation: Relation) => boolean)[] = [
  (relation) => relation === 'equal',
  (relation) => relation === 'less',
  (relation) => relation === 'less' || relation === 'equal',
  (relation) => relation === 'unordered',
];

/** The floating-point part of `Semantics` on big integers, with MXCSR. Exceptions gather until `settle`. */
export class FloatUnit implements FloatSemantics<Value>, FloatEnvironment {
  rounding = 0;
  denormalsAreZero = false;
  flushToZero = false;
  underflowMasked = true;
  overflowMasked = true;
  raised = 0;
  /** The value that the fields above follow from; -1: none yet. */
  private mxcsr = -1;
  private written: number | null = null;
  private readonly memory: PhysicalMemory;

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
  }

  /** Starts an instruction. */
  begin(): void {
    const mxcsr = this.memory.u32[AT]!;
    this.raised = 0;
    this.written = null;
    if (mxcsr === this.mxcsr) return;
    this.mxcsr = mxcsr;
    this.rounding = (mxcsr >>> MXCSR.roundingShift) & 3;
    this.denormalsAreZero = (mxcsr & MXCSR.denormalsAreZero) !== 0;
    this.flushToZero = (mxcsr & MXCSR.flushToZero) !== 0;
    const masks = mxcsr >>> MXCSR.maskShift;
    this.underflowMasked = (masks & MXCSR.underflow) !== 0;
    this.overflowMasked = (masks & MXCSR.overflow) !== 0;
  }

  /** Sets the flags of what has been raised. Throws #XM, with the flags set, if something of it is not masked. */
  settle(): void {
    if (this.raised === 0) return;
    const unmasked = this.raised & ~(this.mxcsr >>> MXCSR.maskShift);
    const flags = (unmasked & BEFORE) !== 0 ? this.raised & BEFORE : this.raised;
    this.memory.u32[AT] = this.mxcsr | flags;
    if (unmasked !== 0) throw new Fault(VECTOR.simdFloatingPoint, 0, 0n);
  }

  /** Makes a write of MXCSR real. */
  commit(): void {
    if (this.written !== null) this.memory.u32[AT] = this.written;
  }

  /** An operation on a number, or on every lane of a vector. */
  private each(width: FloatWidth, operands: readonly Value[], compute: (...lanes: bigint[]) => bigint): Value {
    if (operands[0]!.width !== 128) return sized(compute(...operands.map(({ bits }) => bits)), width);
    const columns = operands.map((value) => lanesOf(value, width));
    return vectorOf(
      columns[0]!.map((_, lane) => compute(...columns.map((column) => column[lane]!))),
      width,
    );
  }

  binary(operation: FloatOperation, width: FloatWidth, a: Value, b: Value): Value {
    const compute = binaries[operation];
    return this.each(width, [a, b], (x, y) => compute(this, kindOf(width), x!, y!));
  }

  squareRoot(width: FloatWidth, a: Value): Value {
    return this.each(width, [a], (x) => rootOfFloat(this, kindOf(width), x!));
  }

  compare(width: FloatWidth, predicate: Value, a: Value, b: Value): Value {
    const number = Number(predicate.bits & 7n);
    const holds = predicates[number & 3]!;
    const signalling = (number & 3) === 1 || (number & 3) === 2;
    return this.each(width, [a, b], (x, y) => {
      const relation = relate(this, kindOf(width), x!, y!, signalling);
      return holds(relation) !== number > 3 ? (1n << BigInt(width)) - 1n : 0n;
    });
  }

  order(width: FloatWidth, a: Value, b: Value, signalling: boolean) {
    const relation = relate(this, kindOf(width), a.bits, b.bits, signalling);
    const truth = (which: Relation): Value => ({ width: 1, bits: relation === which ? 1n : 0n });
    return { less: truth('less'), equal: truth('equal'), unordered: truth('unordered') };
  }

  estimate(operation: 'reciprocal' | 'reciprocalRoot', a: Value): Value {
    return this.each(32, [a], (x) => estimateSingle(operation, x!));
  }

  toInteger(width: FloatWidth, a: Value, integer: 32 | 64, truncate: boolean): Value {
    return { width: integer, bits: floatToInteger(this, kindOf(width), a.bits, integer, truncate) };
  }

  fromInteger(a: Value, width: FloatWidth): Value {
    return { width, bits: integerToFloat(this, kindOf(width), BigInt.asIntN(a.width, a.bits)) };
  }

  resize(a: Value, width: FloatWidth): Value {
    const from = width === 32 ? double : single;
    return { width, bits: resizeFloat(this, from, kindOf(width), a.bits) };
  }

  control(): Value {
    return { width: 32, bits: BigInt(this.mxcsr) };
  }

  setControl(value: Value): void {
    const written = Number(value.bits);
    if ((written & ~MXCSR.writable) !== 0) throw new Fault(VECTOR.generalProtection, 0, 0n);
    this.written = written;
  }
}

/** 1/x and 1/sqrt(x), rounded to nearest: nothing is raised, denormals are zeros on both sides. */
function estimateSingle(operation: 'reciprocal' | 'reciprocalRoot', bits: bigint): bigint {
  const masked = { underflowMasked: true, overflowMasked: true };
  const quietly = { rounding: 0, denormalsAreZero: true, flushToZero: true, ...masked, raised: 0 };
  const root = operation === 'reciprocal' ? bits : rootOfFloat(quietly, single, bits);
  const one = 0x3f80_0000n;
  return divideFloats(quietly, single, one, root);
}
