import type { OperandWidth, Width } from '../isa/registers.js';
import type { ValueWidth } from '../isa/semantics.js';
import { VectorEmitter } from './emit-vector.js';
import { type Expression, Graph, typeOf } from './expression.js';
import type { Opcode } from './wasm.js';

/** Wasm functions that values need: high half of a 64-bit product. */
export interface ValueFunctions {
  readonly mulHighSigned: number;
  readonly mulHighUnsigned: number;
}

/** The arithmetic of `Semantics` as WebAssembly expressions. */
export abstract class Values {
  readonly graph = new Graph();
  readonly vector = new VectorEmitter(this.graph);
  private readonly products: ValueFunctions;
  /** Shifts that had to be protected against large counts: the select, and the plain shift that is right for smaller ones. */
  protected readonly protectedShifts = new Map<Expression, { plain: Expression; count: Expression }>();

  constructor(products: ValueFunctions) {
    this.products = products;
  }

  protected op(name: string, width: ValueWidth, args: readonly Expression[], clean = width >= 32): Expression {
    return this.graph.op(`${typeOf(width)}.${name}` as Opcode, width, args, { clean });
  }

  constant(value: number | bigint, width: ValueWidth): Expression {
    return this.graph.constant(BigInt(value), width);
  }

  /** The value with zeros above its width. */
  clean(a: Expression): Expression {
    if (a.clean) return a;
    const mask = this.graph.constant((1n << BigInt(a.width)) - 1n, 32);
    const masked = this.graph.op('i32.and', 32, [a, mask], { clean: true, max: 2 ** a.width - 1 });
    return this.graph.same(masked, a.width, true);
  }

  /** The value sign-extended in an i32. */
  private signed32(a: Expression): Expression {
    if (a.width === 8) return this.graph.op('i32.extend8_s', 32, [a]);
    return a.width === 16 ? this.graph.op('i32.extend16_s', 32, [a]) : a;
  }

  /** The value sign-extended to 64 bits. */
  signed64(a: Expression): Expression {
    if (a.width === 64) return a;
    if (a.op === 'const') return this.graph.constant(BigInt.asIntN(a.width, a.immediate), 64);
    if (a.op === 'i32.load') return this.graph.load('i64.load32_s', 64, a.args[0]!, Number(a.immediate));
    if (a.op === 'i32.load8_u') return this.graph.load('i64.load8_s', 64, a.args[0]!, Number(a.immediate));
    if (a.op === 'i32.load16_u') return this.graph.load('i64.load16_s', 64, a.args[0]!, Number(a.immediate));
    return this.graph.op('i64.extend_i32_s', 64, [this.signed32(a)]);
  }

  /** The value zero-extended to 64 bits. */
  unsigned64(a: Expression): Expression {
    if (a.width === 64) return a;
    if (a.op === 'const') return this.graph.constant(a.immediate, 64);
    return this.graph.op('i64.extend_i32_u', 64, [this.clean(a)], { max: a.max });
  }

  add(a: Expression, b: Expression): Expression {
    if (b.op === 'const' && b.immediate === 0n) return a;
    return this.op('add', a.width, [a, b]);
  }

  sub(a: Expression, b: Expression): Expression {
    return this.op('sub', a.width, [a, b]);
  }

  mul(a: Expression, b: Expression): Expression {
    return this.op('mul', a.width, [a, b]);
  }

  mulHigh(a: Expression, b: Expression, signed: boolean): Expression {
    const width = a.width;
    if (width === 64) {
      const index = signed ? this.products.mulHighSigned : this.products.mulHighUnsigned;
      return this.graph.call(index, 64, [a, b]);
    }
    const extend = (v: Expression) => (signed ? this.signed64(v) : this.unsigned64(v));
    const product = this.graph.op('i64.mul', 64, [extend(a), extend(b)]);
    const high = this.graph.op('i64.shr_u', 64, [product, this.constant(width, 64)]);
    return this.truncate(high, width as Width);
  }

  and(a: Expression, b: Expression): Expression {
    const max = Math.min(a.clean ? a.max : Number.POSITIVE_INFINITY, b.clean ? b.max : Number.POSITIVE_INFINITY);
    const clean = a.clean || b.clean;
    const traits = Number.isFinite(max) ? { clean, max } : { clean };
    return this.graph.op(`${typeOf(a.width)}.and` as Opcode, a.width, [a, b], traits);
  }

  or(a: Expression, b: Expression): Expression {
    return this.op('or', a.width, [a, b], a.clean && b.clean);
  }

  xor(a: Expression, b: Expression): Expression {
    if (a.width === 1 && b.op === 'const') return b.immediate === 1n ? this.graph.truth('i32.eqz', [a]) : a;
    return this.op('xor', a.width, [a, b], a.clean && b.clean);
  }

  not(a: Expression): Expression {
    if (a.width === 128) return this.op('not', 128, [a]);
    return this.op('xor', a.width, [a, this.graph.constant(-1n, a.width === 64 ? 64 : 32)]);
  }

  neg(a: Expression): Expression {
    return this.op('sub', a.width, [this.constant(0, a.width), a]);
  }

  /** A shift right for counts below the size of the wasm type, protected if the count may be larger. */
  private protect(plain: Expression, count: Expression, otherwise: Expression): Expression {
    const limit = plain.width === 64 ? 64 : 32;
    if (count.max < limit) return plain;
    const small = this.graph.truth(plain.width === 64 ? 'i64.lt_u' : 'i32.lt_u', [
      this.clean(count),
      this.graph.constant(BigInt(limit), plain.width === 64 ? 64 : 32),
    ]);
    const result = this.select(small, plain, otherwise);
    this.protectedShifts.set(result, { plain, count });
    return result;
  }

  shl(a: Expression, count: Expression): Expression {
    const plain = this.op('shl', a.width, [a, this.clean(count)]);
    return this.protect(plain, count, this.constant(0, a.width));
  }

  shr(a: Expression, count: Expression): Expression {
    const plain = this.op('shr_u', a.width, [this.clean(a), this.clean(count)], true);
    return this.protect(plain, count, this.constant(0, a.width));
  }

  sar(a: Expression, count: Expression): Expression {
    const value = this.signed32(a);
    const plain = this.op('shr_s', a.width, [value, this.clean(count)]);
    const sign = this.op('shr_s', a.width, [value, this.constant(a.width === 64 ? 63 : 31, a.width)]);
    return this.protect(plain, count, sign);
  }

  rotateLeft(a: Expression, count: Expression): Expression {
    if (a.width >= 32) return this.op('rotl', a.width, [a, count]);
    return this.rotateSmall(a, count, this.neg(count));
  }

  rotateRight(a: Expression, count: Expression): Expression {
    if (a.width >= 32) return this.op('rotr', a.width, [a, count]);
    return this.rotateSmall(a, this.neg(count), count);
  }

  private rotateSmall(a: Expression, left: Expression, right: Expression): Expression {
    const inside = this.constant(a.width - 1, a.width);
    const up = this.op('shl', a.width, [this.clean(a), this.and(left, inside)]);
    const down = this.op('shr_u', a.width, [this.clean(a), this.and(right, inside)]);
    return this.or(up, down);
  }

  countTrailingZeros(a: Expression): Expression {
    return this.op('ctz', a.width, [a], true);
  }

  highestBit(a: Expression): Expression {
    const top = this.constant(a.width === 64 ? 63 : 31, a.width);
    return this.op('xor', a.width, [this.op('clz', a.width, [this.clean(a)], true), top], true);
  }

  byteSwap(a: Expression): Expression {
    if (a.width === 32) return this.swap32(a);
    const low = this.swap32(this.truncate(a, 32));
    const high = this.swap32(this.truncate(this.shr(a, this.constant(32, 64)), 32));
    return this.or(this.shl(this.unsigned64(low), this.constant(32, 64)), this.unsigned64(high));
  }

  private swap32(a: Expression): Expression {
    const even = this.and(this.op('rotl', 32, [a, this.constant(8, 32)]), this.constant(0x00ff00ff, 32));
    const odd = this.and(this.op('rotr', 32, [a, this.constant(8, 32)]), this.constant(0xff00ff00, 32));
    return this.or(even, odd);
  }

  zeroExtend(a: Expression, width: OperandWidth): Expression {
    if (width === 128) return a.width === 128 ? a : this.vector.alone(a);
    if (width === 64) return this.unsigned64(a);
    return this.graph.same(this.clean(a), width, true);
  }

  signExtend(a: Expression, width: Width): Expression {
    if (width === 64) return this.signed64(a);
    return this.graph.same(this.signed32(a), width, false);
  }

  truncate(a: Expression, width: Width): Expression {
    if (a.width === width) return a;
    if (a.width === 128) return this.vector.lane(a, width, 0);
    const low = a.type === 'i64' ? this.graph.op('i32.wrap_i64', 32, [a], { max: a.max }) : a;
    return this.graph.same(low, width, low.max < 2 ** width);
  }

  isZero(a: Expression): Expression {
    const op = a.type === 'i64' ? 'i64.eqz' : 'i32.eqz';
    return this.graph.truth(op, [this.clean(a)], { kind: 'zero', of: a });
  }

  equal(a: Expression, b: Expression): Expression {
    return this.compare('eq', this.clean(a), this.clean(b));
  }

  below(a: Expression, b: Expression): Expression {
    return this.compare('lt_u', this.clean(a), this.clean(b));
  }

  less(a: Expression, b: Expression): Expression {
    return this.compare('lt_s', this.signed32(a), this.signed32(b));
  }

  private compare(name: string, a: Expression, b: Expression): Expression {
    return this.graph.truth(`${a.type}.${name}` as Opcode, [a, b]);
  }

  signBit(a: Expression): Expression {
    return this.topBit(a, a.width - 1, { kind: 'sign', of: a });
  }

  bit(a: Expression, index: number): Expression {
    return this.topBit(a, index, null);
  }

  private topBit(a: Expression, index: number, says: Expression['says']): Expression {
    const size = a.type === 'i64' ? 64 : 32;
    const distance = this.constant(index, size);
    if (index === 31 && size === 32) return this.graph.truth('i32.shr_u', [a, distance], says);
    const shifted = index === 0 ? a : this.op('shr_u', size, [a, distance]);
    const narrow = size === 64 ? this.graph.op('i32.wrap_i64', 32, [shifted]) : shifted;
    return this.graph.truth('i32.and', [narrow, this.constant(1, 32)], says);
  }

  parity(a: Expression): Expression {
    const low = a.type === 'i64' ? this.graph.op('i32.wrap_i64', 32, [a]) : a;
    const ones = this.graph.op('i32.popcnt', 32, [this.and(this.graph.same(low, 32, true), this.constant(0xff, 32))]);
    const odd = this.and(ones, this.constant(1, 32));
    return this.graph.truth('i32.eqz', [odd], { kind: 'parity', of: a });
  }

  select(condition: Expression, a: Expression, b: Expression): Expression {
    const clean = a.clean && b.clean;
    return this.graph.make('select', a.type, a.width, [a, b, condition], 0n, { clean });
  }
}
