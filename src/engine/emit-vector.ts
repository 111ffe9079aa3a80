import type { Width } from '../isa/registers.js';
import type { Half, LaneOperation, LaneShift, VectorSemantics } from '../isa/vector-semantics.js';
import type { Expression, Graph, Traits } from './expression.js';
import type { LaneOpcode, MemoryOpcode, Opcode } from './wasm.js';

const LANES: Record<Width, string> = { 8: 'i8x16', 16: 'i16x8', 32: 'i32x4', 64: 'i64x2' };

/** WebAssembly's names of the operations that it has. */
const PACKED: Partial<Record<LaneOperation, string>> = {
  add: 'add',
  sub: 'sub',
  addSaturateSigned: 'add_sat_s',
  addSaturateUnsigned: 'add_sat_u',
  subSaturateSigned: 'sub_sat_s',
  subSaturateUnsigned: 'sub_sat_u',
  mulLow: 'mul',
  average: 'avgr_u',
  minSigned: 'min_s',
  minUnsigned: 'min_u',
  maxSigned: 'max_s',
  maxUnsigned: 'max_u',
  equal: 'eq',
  greater: 'gt_s',
};

const SHIFTS: Record<LaneShift, string> = { shl: 'shl', shr: 'shr_u', sar: 'shr_s' };

/** Loads of a register's low bits, where the whole of it would be loaded. */
const NARROW: Record<Width, MemoryOpcode> = { 8: 'i32.load8_u', 16: 'i32.load16_u', 32: 'i32.load', 64: 'i64.load' };

const BYTES = Array.from({ length: 16 }, (_, index) => index);

/** A vector of lanes, the lowest first. */
function vectorOf(lanes: readonly number[], width: number): bigint {
  return lanes.reduceRight((bits, lane) => (bits << BigInt(width)) | BigInt(lane), 0n);
}

/** The vector part of `Semantics` as WebAssembly's 128-bit instructions. */
export class VectorEmitter implements VectorSemantics<Expression> {
  private readonly graph: Graph;

  constructor(graph: Graph) {
    this.graph = graph;
  }

  private op(name: string, ...args: Expression[]): Expression {
    return this.graph.op(name as Opcode, 128, args);
  }

  private constant(bits: bigint): Expression {
    return this.graph.constant(bits, 128);
  }

  private number(value: number, width: 32 | 64 = 32): Expression {
    return this.graph.constant(BigInt(value), width);
  }

  private i32(name: Opcode, a: Expression, b: Expression, traits: Traits = {}): Expression {
    return this.graph.op(name, 32, [a, b], traits);
  }

  /** Bytes of `a` (0..15) and `b` (16..31) by their numbers. */
  private bytes(a: Expression, b: Expression, places: readonly number[]): Expression {
    return this.graph.make('shuffle', 'v128', 128, [a, b], vectorOf(places, 8));
  }

  lane(a: Expression, width: Width, index: number): Expression {
    const offset = Number(a.immediate) + (index * width) / 8;
    if (a.op === 'v128.load') return this.graph.load(NARROW[width], width, a.args[0]!, offset);
    const name = `${LANES[width]}.extract_lane${width < 32 ? '_u' : ''}` as LaneOpcode;
    return this.graph.make(name, width === 64 ? 'i64' : 'i32', width, [a], BigInt(index), { clean: true });
  }

  withLane(a: Expression, index: number, value: Expression): Expression {
    const name = `${LANES[value.width as Width]}.replace_lane` as LaneOpcode;
    return this.graph.make(name, 'v128', 128, [a, value], BigInt(index));
  }

  /** A lane above which all is zero. */
  alone(value: Expression): Expression {
    return this.withLane(this.constant(0n), 0, value);
  }

  fromLanes(lanes: readonly Expression[]): Expression {
    return lanes.reduce<Expression>((vector, lane, index) => {
      const isZero = lane.op === 'const' && lane.immediate === 0n;
      return isZero ? vector : this.withLane(vector, index, lane);
    }, this.constant(0n));
  }

  packed(operation: LaneOperation, width: Width, a: Expression, b: Expression): Expression {
    if (operation === 'mulHighSigned') return this.highProducts('s', a, b);
    if (operation === 'mulHighUnsigned') return this.highProducts('u', a, b);
    return this.op(`${LANES[width]}.${PACKED[operation]!}`, a, b);
  }

  /** The upper words of 32-bit products. */
  private highProducts(sign: 's' | 'u', a: Expression, b: Expression): Expression {
    const low = this.op(`i32x4.extmul_low_i16x8_${sign}`, a, b);
    const high = this.op(`i32x4.extmul_high_i16x8_${sign}`, a, b);
    const upper = [2, 3, 6, 7, 10, 11, 14, 15];
    return this.bytes(low, high, [...upper, ...upper.map((place) => 16 + place)]);
  }

  packedShift(operation: LaneShift, width: Width, a: Expression, count: Expression): Expression {
    const { graph } = this;
    const small = graph.truth('i64.lt_u', [count, this.number(width, 64)]);
    const low = graph.op('i32.wrap_i64', 32, [count]);
    const name = `${LANES[width]}.${SHIFTS[operation]}`;
    if (operation === 'sar') {
      const most = this.number(width - 1);
      return this.op(name, a, graph.make('select', 'i32', 32, [low, most, small], 0n));
    }
    return this.op('select', this.op(name, a, low), this.constant(0n), small);
  }

  /** WebAssembly's swizzle gives zero for every index above 15. */
  shiftBytes(direction: 'left' | 'right', a: Expression, count: Expression): Expression {
    const few = this.graph.truth('i32.lt_u', [count, this.number(16)]);
    const by = this.graph.make('select', 'i32', 32, [count, this.number(16), few], 0n);
    const moved = direction === 'left' ? 'i8x16.sub' : 'i8x16.add';
    const places = this.op(moved, this.constant(vectorOf(BYTES, 8)), this.op('i8x16.splat', by));
    return this.op('i8x16.swizzle', a, places);
  }

  interleave(half: Half, width: Width, a: Expression, b: Expression): Expression {
    const size = width / 8;
    const first = half === 'low' ? 0 : 8;
    const places = BYTES.map((place) => {
      const lane = Math.floor(place / (2 * size));
      const fromB = Math.floor(place / size) % 2;
      return first + lane * size + (place % size) + 16 * fromB;
    });
    return this.bytes(a, b, places);
  }

  pack(width: 16 | 32, signedResult: boolean, a: Expression, b: Expression): Expression {
    const half = (width / 2) as 8 | 16;
    return this.op(`${LANES[half]}.narrow_${LANES[width]}_${signedResult ? 's' : 'u'}`, a, b);
  }

  /**
   * Places of bytes for a swizzle. `fields[i]`: which bits of the selector choose for word i, by their lowest bit and their number, as a
   * multiple of `size` bytes, counted from `from[i]`; without a field the word stays.
   */
  private chosen(selector: Expression, fields: readonly ([number, number] | null)[], size: number, from: number[]) {
    // The field moves to bits 7:6 of its word, the bits below it are masked away before.
    const masks = fields.map((field) => (field === null ? 0 : ((1 << field[1]) - 1) << field[0]));
    const factors = fields.map((field) => (field === null ? 0 : 1 << (6 - field[0])));
    const spread = this.op('v128.and', this.op('i16x8.splat', selector), this.constant(vectorOf(masks, 16)));
    const aligned = this.op('i16x8.mul', spread, this.constant(vectorOf(factors, 16)));
    const numbers = this.op('i16x8.shr_u', aligned, this.number(6));
    const sized = this.op('i16x8.mul', numbers, this.constant(vectorOf(Array(8).fill(size * 0x0101), 16)));
    const starts = from.map((start) => start | ((start + 1) << 8));
    return this.op('i16x8.add', sized, this.constant(vectorOf(starts, 16)));
  }

  shuffle(width: 32 | 64, low: Expression, high: Expression, selector: Expression): Expression {
    const words = width / 16;
    const bits = width === 32 ? 2 : 1;
    const fields = Array.from({ length: 8 }, (_, word) => [bits * Math.floor(word / words), bits] as [number, number]);
    const from = Array.from({ length: 8 }, (_, word) => 2 * (word % words));
    const places = this.chosen(selector, fields, width / 8, from);
    const lower = this.op('i8x16.swizzle', low, places);
    if (low === high) return lower;
    return this.bytes(lower, this.op('i8x16.swizzle', high, places), [...BYTES.slice(0, 8), ...BYTES.slice(8).map((at) => at + 16)]); // biome-ignore format: one line
  }

  shuffleWords(half: Half, a: Expression, selector: Expression): Expression {
    const first = half === 'low' ? 0 : 4;
    const inHalf = (word: number) => word >= first && word < first + 4;
    const fields = Array.from({ length: 8 }, (_, word) =>
      inHalf(word) ? ([2 * (word - first), 2] as [number, number]) : null,
    );
    const from = Array.from({ length: 8 }, (_, word) => (inHalf(word) ? 2 * first : 2 * word));
    return this.op('i8x16.swizzle', a, this.chosen(selector, fields, 2, from));
  }

  selectWord(a: Expression, selector: Expression): Expression {
    const number = this.i32('i32.and', selector, this.number(7));
    const places = this.i32('i32.add', this.i32('i32.mul', number, this.number(0x0202)), this.number(0x0100));
    return this.lane(this.op('i8x16.swizzle', a, this.op('i16x8.splat', places)), 16, 0);
  }

  insertWord(a: Expression, selector: Expression, value: Expression): Expression {
    const number = this.i32('i32.and', selector, this.number(7));
    const words = this.constant(vectorOf(BYTES.slice(0, 8), 16));
    const there = this.op('i16x8.eq', words, this.op('i16x8.splat', number));
    return this.op('v128.bitselect', this.op('i16x8.splat', value), a, there);
  }

  signMask(a: Expression, width: 8 | 32 | 64): Expression {
    return this.graph.op(`${LANES[width]}.bitmask` as Opcode, 32, [a]);
  }

  multiplyAdd(a: Expression, b: Expression): Expression {
    return this.op('i32x4.dot_i16x8_s', a, b);
  }

  multiplyEven(a: Expression, b: Expression): Expression {
    const even = (vector: Expression) =>
      this.bytes(vector, vector, [0, 1, 2, 3, 8, 9, 10, 11, 0, 1, 2, 3, 8, 9, 10, 11]);
    return this.op('i64x2.extmul_low_i32x4_u', even(a), even(b));
  }

  sumOfDifferences(a: Expression, b: Expression): Expression {
    const differences = this.op('v128.or', this.op('i8x16.sub_sat_u', a, b), this.op('i8x16.sub_sat_u', b, a));
    const quarters = this.op('i32x4.extadd_pairwise_i16x8_u', this.op('i16x8.extadd_pairwise_i8x16_u', differences));
    const sums = this.op('i32x4.add', quarters, this.op('i64x2.shr_u', quarters, this.number(32)));
    return this.op('v128.and', sums, this.constant(0xffff_ffff_0000_0000_ffff_ffffn));
  }
}
