import type { FloatWidth } from '../isa/float-semantics.js';
import type { Expression, Graph } from './expression.js';
import type { Opcode, ValueType } from './wasm.js';

const bytes = new DataView(new ArrayBuffer(8));

function bitsOf(value: number, width: FloatWidth): bigint {
  if (width === 64) {
    bytes.setFloat64(0, value);
    return bytes.getBigUint64(0);
  }
  bytes.setFloat32(0, value);
  return BigInt(bytes.getUint32(0));
}

/** Numbers of one width, one or a vector of them, and conditions on them: a truth value, or a mask for every lane. */
export class FloatLanes {
  private readonly graph: Graph;
  private readonly width: FloatWidth;
  private readonly packed: boolean;
  private readonly prefix: string;
  private readonly type: ValueType;

  constructor(graph: Graph, width: FloatWidth, packed: boolean) {
    this.graph = graph;
    this.width = width;
    this.packed = packed;
    this.type = packed ? 'v128' : width === 64 ? 'f64' : 'f32';
    this.prefix = packed ? (width === 64 ? 'f64x2' : 'f32x4') : this.type;
  }

  /** Bits as numbers. */
  number(bits: Expression): Expression {
    if (this.packed) return bits;
    const { graph, width, type } = this;
    const source = width === 64 ? 'i64' : 'i32';
    if (bits.op === `${source}.reinterpret_${type}`) return bits.args[0]!;
    if (bits.op === `${source}.load`)
      return graph.load(width === 64 ? 'f64.load' : 'f32.load', width, bits.args[0]!, Number(bits.immediate));
    return graph.make(`${type}.reinterpret_${source}` as Opcode, type, width, [bits], 0n);
  }

  op(name: string, ...args: Expression[]): Expression {
    return this.graph.make(`${this.prefix}.${name}` as Opcode, this.type, this.packed ? 128 : this.width, args, 0n);
  }

  constant(value: number): Expression {
    const { graph, width, type } = this;
    const bits = bitsOf(value, width);
    if (!this.packed) return graph.make('const', type, width, [], bits);
    const lanes = Array.from({ length: 128 / width }, (_, lane) => bits << BigInt(width * lane));
    return graph.constant(
      lanes.reduce((all, lane) => all | lane),
      128,
    );
  }

  // Conditions

  test(name: 'eq' | 'lt' | 'gt' | 'ge', a: Expression, b: Expression): Expression {
    if (this.packed) return this.op(name, a, b);
    return this.graph.truth(`${this.prefix}.${name}` as Opcode, [a, b]);
  }

  private joined(name: 'and' | 'or' | 'xor', a: Expression, b: Expression): Expression {
    if (this.packed) return this.graph.op(`v128.${name}`, 128, [a, b]);
    return this.graph.truth(`i32.${name}`, [a, b]);
  }

  /** `b` may be missing: nothing more is asked. */
  and(a: Expression, b: Expression | null): Expression {
    return b === null ? a : this.joined('and', a, b);
  }

  or(a: Expression, b: Expression): Expression {
    return this.joined('or', a, b);
  }

  differs(a: Expression, b: Expression): Expression {
    return this.joined('xor', a, b);
  }

  /** A truth value for every lane. */
  everywhere(truth: Expression): Expression {
    if (!this.packed) return truth;
    const { graph } = this;
    const minus = graph.op('i32.sub', 32, [graph.constant(0n, 32), truth]);
    return graph.op('i32x4.splat', 128, [minus]);
  }

  /** All ones where the condition holds, else zero, as bits. */
  mask(condition: Expression): Expression {
    if (this.packed) return condition;
    const { graph, width } = this;
    const wide = width === 64 ? graph.op('i64.extend_i32_u', 64, [condition]) : condition;
    return graph.op(width === 64 ? 'i64.sub' : 'i32.sub', width, [graph.constant(0n, width), wide]);
  }

  /** It holds for all lanes: a truth value. */
  all(condition: Expression): Expression {
    return this.packed ? this.graph.truth('i32x4.all_true', [condition]) : condition;
  }

  // Conditions on the bits of all lanes, in few bytes of code

  /** The bits of each lane without the sign, shifted left by one, less `minus`, shifted right by `distance`. */
  private magnitude(bits: Expression, distance: number, minus = 0): Expression {
    const { graph, packed, width } = this;
    const shape = packed ? (width === 64 ? 'i64x2' : 'i32x4') : width === 64 ? 'i64' : 'i32';
    const made = (name: string, a: Expression, b: Expression) =>
      graph.op(`${shape}.${name}` as Opcode, packed ? 128 : width, [a, b]);
    const count = (value: number) => graph.constant(BigInt(value), packed ? 32 : width);
    let lanes = made('shl', bits, count(1));
    if (minus !== 0) {
      const number = graph.constant(BigInt(minus), width);
      lanes = made('sub', lanes, packed ? graph.op(`${shape}.splat` as Opcode, 128, [number]) : number);
    }
    return made('shr_u', lanes, count(distance));
  }

  private areNotZero(lanes: Expression): Expression {
    const { graph, packed, width } = this;
    if (packed) return graph.truth(width === 64 ? 'i64x2.all_true' : 'i32x4.all_true', [lanes]);
    const zero = graph.constant(0n, width);
    return graph.truth(width === 64 ? 'i64.ne' : 'i32.ne', [lanes, zero]);
  }

  private get fractionBits(): number {
    return this.width === 64 ? 52 : 23;
  }

  /** No denormal (nor the smallest normal number); given as bits. */
  areNotDenormal(bits: Expression): Expression {
    return this.areNotZero(this.magnitude(bits, this.fractionBits + 1, 1));
  }

  /** At least twice the smallest normal number. */
  areLarge(bits: Expression): Expression {
    return this.areNotZero(this.magnitude(bits, this.fractionBits + 2));
  }

  areFinite(bits: Expression): Expression {
    const { graph, packed, width } = this;
    const exponents = this.magnitude(bits, this.fractionBits + 1);
    const highest = graph.constant(width === 64 ? 0x7ffn : 0xffn, width);
    if (!packed) return graph.truth(width === 64 ? 'i64.ne' : 'i32.ne', [exponents, highest]);
    const shape = width === 64 ? 'i64x2' : 'i32x4';
    return this.areNotZero(graph.op(`${shape}.sub`, 128, [exponents, graph.op(`${shape}.splat`, 128, [highest])]));
  }

  /** No NaN; given as numbers. Not for vectors. */
  areOrdered(a: Expression, b: Expression): Expression {
    const { graph } = this;
    return graph.truth('i32.or', [this.test('lt', a, b), this.test('ge', a, b)]);
  }

  isZero(a: Expression): Expression {
    return this.test('eq', a, this.constant(0));
  }

  /** Neither NaN nor denormal. */
  isPlain(a: Expression): Expression {
    return this.or(this.test('ge', this.op('abs', a), this.smallest()), this.isZero(a));
  }

  isFinite(a: Expression): Expression {
    return this.test('lt', this.op('abs', a), this.constant(Number.POSITIVE_INFINITY));
  }

  /** Larger in magnitude than the smallest normal number. */
  isLarge(a: Expression): Expression {
    return this.test('gt', this.op('abs', a), this.smallest());
  }

  private smallest(): Expression {
    return this.constant(this.width === 64 ? 2 ** -1022 : 2 ** -126);
  }

  // Exactness

  /** The error of a sum or difference is a number, and can be computed (T. J. Dekker, 1971). */
  sumIsExact(operation: 'add' | 'sub', a: Expression, b: Expression, result: Expression): Expression {
    const other = this.op('sub', result, a);
    const first = this.op('sub', a, this.op('sub', result, other));
    const second = operation === 'add' ? this.op('sub', b, other) : this.op('add', b, other);
    return this.isZero(this.op(operation, first, second));
  }

  /** a * b is `product`: so is the rounded one, and its error zero, likewise. Numbers of very large or small magnitude are not looked at. */
  productIsExact(a: Expression, b: Expression, product: Expression): Expression {
    const [most, least] = this.width === 64 ? [2 ** 500, 2 ** -400] : [2 ** 60, 2 ** -60];
    const moderate = (x: Expression) => this.test('gt', this.constant(most), this.op('abs', x));
    const inside = this.and(
      this.and(moderate(a), moderate(b)),
      this.test('gt', this.op('abs', product), this.constant(least)),
    );
    const [a1, a2] = this.halves(a);
    const [b1, b2] = a === b ? [a1, a2] : this.halves(b);
    const first = this.op('sub', this.op('mul', a1, b1), product);
    const cross = this.op('add', this.op('add', first, this.op('mul', a1, b2)), this.op('mul', a2, b1));
    const error = this.op('add', cross, this.op('mul', a2, b2));
    const rounded = this.test('eq', this.op('mul', a, b), product);
    return this.and(this.and(inside, rounded), this.isZero(error));
  }

  /** A number as the sum of two with half as many bits. */
  private halves(a: Expression): [Expression, Expression] {
    const scaled = this.op('mul', a, this.constant(this.width === 64 ? 2 ** 27 + 1 : 2 ** 12 + 1));
    const high = this.op('sub', scaled, this.op('sub', scaled, a));
    return [high, this.op('sub', a, high)];
  }

  /** a < b ? a : b; a > b ? a : b. */
  smaller(a: Expression, b: Expression): Expression {
    if (this.packed) return this.op('pmin', b, a);
    return this.graph.make('select', this.type, this.width, [a, b, this.test('lt', a, b)], 0n);
  }

  larger(a: Expression, b: Expression): Expression {
    if (this.packed) return this.op('pmax', b, a);
    return this.graph.make('select', this.type, this.width, [a, b, this.test('gt', a, b)], 0n);
  }
}
