import { type FloatOperation, type FloatSemantics, type FloatWidth, MXCSR } from '../isa/float-semantics.js';
import type { Expression, Graph } from './expression.js';
import { type FloatCall, floatCall } from './float-calls.js';
import { FloatLanes } from './float-lanes.js';
import type { FloatPlan } from './plan.js';
import type { Opcode } from './wasm.js';

/** What the floating-point part asks of the handler that it is in. */
export interface FloatSurroundings {
  readonly graph: Graph;
  /** In the loop code must be short: a condition may be false where it could be true, for the handler outside looks again. */
  readonly short: boolean;
  mxcsr(): Expression;
  setMxcsr(value: Expression): void;
  /** #GP(0) if the value is not zero. */
  protectIf(bad: Expression): void;
  floated(plan: Omit<FloatPlan, 'result' | 'accesses'>): Expression;
}

/** All exceptions masked, precision raised already; the bits that must be like that: also the modes and the rounding. */
const USUAL = (MXCSR.flags << MXCSR.maskShift) | MXCSR.precision;
const DECIDING = MXCSR.writable & ~(MXCSR.flags & ~MXCSR.precision);

/**
 * The floating-point part of `Semantics`: the host's arithmetic, and the condition under which it is right and raises nothing new
 * (isa/README.md). Otherwise the handler asks the reference's arithmetic.
 */
export class FloatEmitter implements FloatSemantics<Expression> {
  private readonly here: FloatSurroundings;

  constructor(here: FloatSurroundings) {
    this.here = here;
  }

  private get graph(): Graph {
    return this.here.graph;
  }

  private number(value: bigint, width: 32 | 64): Expression {
    return this.graph.constant(value, width);
  }

  /** MXCSR is as it mostly is: the host rounds as it says, and an inexact result changes nothing. */
  private usual(): Expression {
    const { graph } = this;
    const relevant = graph.op('i32.and', 32, [this.here.mxcsr(), this.number(BigInt(DECIDING), 32)]);
    return graph.truth('i32.eq', [relevant, this.number(BigInt(USUAL), 32)]);
  }

  /** MXCSR is as it is at first: the host rounds as it says, and an exact result changes nothing. */
  private fresh(): Expression {
    const { graph } = this;
    const relevant = graph.op('i32.and', 32, [this.here.mxcsr(), this.number(BigInt(DECIDING), 32)]);
    return graph.truth('i32.eq', [relevant, this.number(BigInt(USUAL & ~MXCSR.precision), 32)]);
  }

  private both(...conditions: Expression[]): Expression {
    return conditions.reduce((a, b) => this.graph.truth('i32.and', [a, b]));
  }

  /** The statement of an operation on numbers of `width` bits; the result as bits. */
  private made(
    call: FloatCall,
    width: FloatWidth,
    operands: readonly Expression[],
    value: Expression,
    fine: Expression,
    exactly: { readonly fresh: Expression; readonly exact: Expression } | null = null,
  ) {
    const number = floatCall(call, width, operands[0]!.width === 128);
    const { fresh = null, exact = null } = exactly ?? {};
    return this.bitsOf(this.here.floated({ call: number, operands, value, fine, fresh, exact }));
  }

  /** An operation that rounds: `sound` says that it does nothing else. */
  private rounded(
    call: FloatCall,
    width: FloatWidth,
    operands: readonly Expression[],
    value: Expression,
    sound: Expression,
    isExact: Expression,
  ) {
    const fresh = this.fresh();
    const exact = this.both(fresh, sound, isExact);
    return this.made(call, width, operands, value, this.both(this.usual(), sound), { fresh, exact });
  }

  private bitsOf(value: Expression): Expression {
    if (value.type === 'f64') return this.graph.make('i64.reinterpret_f64', 'i64', 64, [value], 0n, { clean: true });
    if (value.type === 'f32') return this.graph.make('i32.reinterpret_f32', 'i32', 32, [value], 0n, { clean: true });
    return value;
  }

  private lanes(width: FloatWidth, a: Expression): FloatLanes {
    return new FloatLanes(this.graph, width, a.width === 128);
  }

  binary(operation: FloatOperation, width: FloatWidth, x: Expression, y: Expression): Expression {
    const lanes = this.lanes(width, x);
    const [a, b] = [lanes.number(x), lanes.number(y)];
    if (this.here.short && operation !== 'min' && operation !== 'max') return this.shortBinary(operation, width, x, y);
    const operands = lanes.and(lanes.isPlain(a), lanes.isPlain(b));
    if (operation === 'min' || operation === 'max') {
      const value = operation === 'min' ? lanes.smaller(a, b) : lanes.larger(a, b);
      return this.made(operation, width, [x, y], value, lanes.all(operands));
    }
    const value = lanes.op(operation, a, b);
    const fine = lanes.and(lanes.and(operands, lanes.isFinite(value)), this.notTiny(lanes, operation, a, b, value));
    return this.rounded(
      operation,
      width,
      [x, y],
      value,
      lanes.all(fine),
      lanes.all(this.isExact(lanes, operation, a, b, value)),
    );
  }

  /** For results that are finite. */
  private isExact(
    lanes: FloatLanes,
    operation: Exclude<FloatOperation, 'min' | 'max'>,
    a: Expression,
    b: Expression,
    value: Expression,
  ): Expression {
    switch (operation) {
      case 'add':
      case 'sub':
        return lanes.sumIsExact(operation, a, b, value);
      case 'mul':
        return lanes.or(lanes.or(lanes.isZero(a), lanes.isZero(b)), lanes.productIsExact(a, b, value));
      case 'div':
        return lanes.or(lanes.isZero(a), lanes.productIsExact(value, b, a));
    }
  }

  /** As `binary`, with a condition of few bytes: no operand is denormal, and the result finite; if it is a product, also not zero. */
  private shortBinary(operation: FloatOperation, width: FloatWidth, x: Expression, y: Expression): Expression {
    const lanes = this.lanes(width, x);
    const value = lanes.op(operation, lanes.number(x), lanes.number(y));
    const conditions = [lanes.areNotDenormal(x), lanes.areNotDenormal(y), lanes.areFinite(this.bitsOf(value))];
    if (operation === 'mul' || operation === 'div') conditions.push(lanes.areLarge(this.bitsOf(value)));
    return this.made(operation, width, [x, y], value, this.both(this.usual(), ...conditions));
  }

  /** No underflow: sums that are tiny are exact, products and quotients are zero only out of zero. */
  private notTiny(lanes: FloatLanes, operation: FloatOperation, a: Expression, b: Expression, value: Expression) {
    if (operation === 'add' || operation === 'sub') return null;
    const large = lanes.or(lanes.isLarge(value), lanes.isZero(a));
    return operation === 'div' ? large : lanes.or(large, lanes.isZero(b));
  }

  squareRoot(width: FloatWidth, x: Expression): Expression {
    const lanes = this.lanes(width, x);
    const a = lanes.number(x);
    const value = lanes.op('sqrt', a);
    const fine = lanes.and(lanes.isPlain(a), lanes.isFinite(value));
    const exact = lanes.or(lanes.isZero(a), lanes.productIsExact(value, value, a));
    return this.rounded('squareRoot', width, [x], value, lanes.all(fine), lanes.all(exact));
  }

  /** Without NaNs the predicates are equal, less, both, none, and their negations. */
  compare(width: FloatWidth, predicate: Expression, x: Expression, y: Expression): Expression {
    const lanes = this.lanes(width, x);
    const [a, b] = [lanes.number(x), lanes.number(y)];
    const { graph } = this;
    const bit = (index: bigint) =>
      graph.op('i32.and', 32, [graph.op('i32.shr_u', 32, [predicate, this.number(index, 32)]), this.number(1n, 32)]);
    const [low, middle, negated] = [bit(0n), bit(1n), bit(2n)];
    const asksEqual = graph.truth('i32.eqz', [low]);
    const asksLess = graph.op('i32.xor', 32, [low, middle]);
    const holds = lanes.or(
      lanes.and(lanes.test('eq', a, b), lanes.everywhere(asksEqual)),
      lanes.and(lanes.test('lt', a, b), lanes.everywhere(asksLess)),
    );
    const value = lanes.mask(lanes.differs(holds, lanes.everywhere(negated)));
    const fine = lanes.all(lanes.and(lanes.isPlain(a), lanes.isPlain(b)));
    return this.made('compare', width, [x, y, predicate], value, fine);
  }

  order(width: FloatWidth, x: Expression, y: Expression, signalling: boolean) {
    const { graph } = this;
    const lanes = this.lanes(width, x);
    const [a, b] = [lanes.number(x), lanes.number(y)];
    const equal = graph.op('i32.shl', 32, [lanes.test('eq', a, b), this.number(1n, 32)]);
    const value = graph.op('i32.or', 32, [lanes.test('lt', a, b), equal]);
    const fine = this.here.short
      ? this.both(lanes.areNotDenormal(x), lanes.areNotDenormal(y), lanes.areOrdered(a, b))
      : lanes.and(lanes.isPlain(a), lanes.isPlain(b));
    const result = this.made(signalling ? 'order' : 'quietOrder', width, [x, y], value, fine);
    const bit = (index: bigint) => {
      const shifted = index === 0n ? result : graph.op('i32.shr_u', 32, [result, this.number(index, 32)]);
      return graph.truth('i32.and', [shifted, this.number(1n, 32)]);
    };
    return { less: bit(0n), equal: bit(1n), unordered: bit(2n) };
  }

  estimate(operation: 'reciprocal' | 'reciprocalRoot', x: Expression): Expression {
    const lanes = this.lanes(32, x);
    const a = lanes.number(x);
    const divisor = operation === 'reciprocal' ? a : lanes.op('sqrt', a);
    const value = lanes.op('div', lanes.constant(1), divisor);
    const fine = lanes.and(lanes.and(lanes.isPlain(a), lanes.isFinite(value)), lanes.isLarge(value));
    return this.made(operation, 32, [x], value, lanes.all(fine));
  }

  toInteger(width: FloatWidth, x: Expression, integer: 32 | 64, truncate: boolean): Expression {
    const { graph } = this;
    const lanes = this.lanes(width, x);
    const a = lanes.number(x);
    const whole = lanes.op(truncate ? 'trunc' : 'nearest', a);
    const bound = lanes.constant(2 ** (integer - 1));
    const inside = this.both(
      lanes.test('ge', whole, lanes.constant(-(2 ** (integer - 1)))),
      lanes.test('lt', whole, bound),
    );
    const value = graph.op(`i${integer}.trunc_sat_f${width}_s` as Opcode, integer, [whole]);
    const exact = graph.truth('i32.or', [this.usual(), lanes.test('eq', whole, a)]);
    const call = `${truncate ? 'truncate' : 'round'}${integer}` as const;
    return this.made(call, width, [x], value, this.both(inside, exact));
  }

  fromInteger(a: Expression, width: FloatWidth): Expression {
    const { graph } = this;
    const from = a.width as 32 | 64;
    const type = width === 64 ? 'f64' : 'f32';
    const value = graph.make(`${type}.convert_i${from}_s` as Opcode, type, width, [a], 0n);
    if (from < width) return this.bitsOf(value);
    // Up to 2^24 or 2^53 every integer is a number.
    const exact = width === 64 ? 53n : 24n;
    const moved = graph.op(`i${from}.add` as Opcode, from, [a, this.number(1n << exact, from)]);
    const small = graph.truth(`i${from}.le_u` as Opcode, [moved, this.number(2n << exact, from)]);
    const call = from === 32 ? 'fromInteger32' : 'fromInteger64';
    return this.made(call, width, [a], value, graph.truth('i32.or', [this.usual(), small]));
  }

  resize(x: Expression, width: FloatWidth): Expression {
    const from = width === 32 ? 64 : 32;
    const lanes = this.lanes(from, x);
    const results = new FloatLanes(this.graph, width, false);
    const a = lanes.number(x);
    if (width === 64) {
      const value = this.graph.make('f64.promote_f32', 'f64', 64, [a], 0n);
      return this.made('resize', 64, [x], value, lanes.isPlain(a));
    }
    const value = this.graph.make('f32.demote_f64', 'f32', 32, [a], 0n);
    const result = results.and(results.isFinite(value), results.or(results.isLarge(value), lanes.isZero(a)));
    const back = this.graph.make('f64.promote_f32', 'f64', 64, [value], 0n);
    return this.rounded('resize', 32, [x], value, this.both(lanes.isPlain(a), result), lanes.test('eq', back, a));
  }

  control(): Expression {
    return this.here.mxcsr();
  }

  setControl(value: Expression): void {
    this.here.protectIf(this.graph.op('i32.and', 32, [value, this.number(BigInt(~MXCSR.writable), 32)]));
    this.here.setMxcsr(value);
  }
}
