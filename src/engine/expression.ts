import type { ValueWidth } from '../isa/semantics.js';
import type { FunctionBody, LaneOpcode, MemoryOpcode, Opcode, ValueType } from './wasm.js';

/**
 * A value as a node of an expression graph. Values of up to 32 bits are i32, of 64 bits i64, of 128 bits v128; within one operation also f32 and
 * f64. Bits of an i32 above the value's
 * width are zero when `clean`, else anything.
 */
export interface Expression {
  readonly id: number;
  readonly type: ValueType;
  readonly width: ValueWidth;
  /**
   * Beside numeric instructions and loads: a constant, a local that keeps its value (`local`) or one that the commit overwrites
   * (`variable`), a call, the same bits at another width, bytes of two vectors.
   */
  readonly op: Opcode | LaneOpcode | MemoryOpcode | 'const' | 'local' | 'variable' | 'call' | 'same' | 'shuffle';
  readonly args: readonly Expression[];
  /** Constant, local index, function index, memory offset, lane, or sixteen places of bytes. */
  readonly immediate: bigint;
  readonly clean: boolean;
  /** The value, zero-extended, is at most this. */
  readonly max: number;
  /** What this truth value says about another value: it is zero, its sign, its parity. */
  readonly says: { readonly kind: 'zero' | 'sign' | 'parity'; readonly of: Expression } | null;
}

export type Traits = Partial<Pick<Expression, 'clean' | 'max' | 'says'>>;

const LOADS = /^(i32|i64|f32|f64|v128)\.load/;
const LANES = /_lane(_u)?$/;

/** Type of a value of a width, as long as it is not in floating-point arithmetic. */
export function typeOf(width: ValueWidth): ValueType {
  return width === 128 ? 'v128' : width === 64 ? 'i64' : 'i32';
}

/** Locals of one function, handed out again to every handler in it. */
export class Temporaries {
  private readonly pools: Record<ValueType, number[]> = { i32: [], i64: [], f32: [], f64: [], v128: [] };
  private readonly used: Record<ValueType, number> = { i32: 0, i64: 0, f32: 0, f64: 0, v128: 0 };
  private readonly body: FunctionBody;

  constructor(body: FunctionBody) {
    this.body = body;
  }

  take(type: ValueType): number {
    const index = this.used[type]++;
    this.pools[type][index] ??= this.body.local(type);
    return this.pools[type][index];
  }

  reset(): void {
    for (const type of Object.keys(this.used) as ValueType[]) this.used[type] = 0;
  }
}

/** Builds expressions, each distinct one once. */
export class Graph {
  private readonly known = new Map<string, Expression>();

  make(
    op: Expression['op'],
    type: ValueType,
    width: ValueWidth,
    args: readonly Expression[],
    immediate: bigint,
    traits: Traits = {},
  ): Expression {
    const key = `${op} ${type} ${width} ${immediate} ${args.map((arg) => arg.id)} ${traits.says ? `${traits.says.kind}${traits.says.of.id}` : ''}`;
    const known = this.known.get(key);
    if (known) return known;
    const max = traits.max ?? (width < 32 ? 2 ** width - 1 : Number.POSITIVE_INFINITY);
    const { clean = width >= 32, says = null } = traits;
    const node = { id: this.known.size, type, width, op, args, immediate, clean, max, says };
    this.known.set(key, node);
    return node;
  }

  op(op: Opcode, width: ValueWidth, args: readonly Expression[], traits: Traits = {}): Expression {
    return this.make(op, typeOf(width), width, args, 0n, traits);
  }

  /** A truth value: 0 or 1. */
  truth(op: Opcode, args: readonly Expression[], says: Expression['says'] = null): Expression {
    return this.make(op, 'i32', 1, args, 0n, { clean: true, max: 1, says });
  }

  constant(value: bigint, width: ValueWidth): Expression {
    const bits = BigInt.asUintN(width, value);
    return this.make('const', typeOf(width), width, [], bits, { clean: true, max: Number(bits) });
  }

  local(index: number, width: ValueWidth, traits: Traits = {}): Expression {
    return this.make('local', typeOf(width), width, [], BigInt(index), { clean: true, ...traits });
  }

  variable(index: number, width: ValueWidth): Expression {
    return this.make('variable', width === 64 ? 'i64' : 'i32', width, [], BigInt(index));
  }

  /** The low bits of an i32 at another width up to 32. */
  same(value: Expression, width: ValueWidth, clean: boolean): Expression {
    if (value.width === width) return value;
    return this.make('same', 'i32', width, [value], 0n, { clean, max: clean ? value.max : 2 ** width - 1 });
  }

  load(op: MemoryOpcode, width: ValueWidth, address: Expression, offset: number, traits: Traits = {}): Expression {
    const type = op.slice(0, op.indexOf('.')) as ValueType;
    return this.make(op, type, width, [address], BigInt(offset), { clean: true, ...traits });
  }

  call(index: number, width: ValueWidth, args: readonly Expression[]): Expression {
    return this.make('call', width === 64 ? 'i64' : 'i32', width, args, BigInt(index), { clean: true });
  }
}

/** Writes expressions into a function, shared ones once. */
export class Writer {
  readonly body: FunctionBody;
  private readonly temporaries: Temporaries;
  private readonly uses = new Map<Expression, number>();
  private readonly places = new Map<Expression, number>();

  constructor(body: FunctionBody, temporaries: Temporaries) {
    this.body = body;
    this.temporaries = temporaries;
  }

  /** Announces that an expression will be emitted once more. */
  count(expression: Expression): void {
    const uses = (this.uses.get(expression) ?? 0) + 1;
    this.uses.set(expression, uses);
    if (uses === 1) for (const arg of expression.args) this.count(arg);
  }

  /** Pushes the value. */
  emit(expression: Expression): void {
    const place = this.places.get(expression);
    if (place !== undefined) {
      this.body.get(place);
      return;
    }
    this.compute(expression);
    if ((this.uses.get(expression) ?? 0) > 1 && !trivial(expression)) {
      const local = this.temporaries.take(expression.type);
      this.places.set(expression, local);
      this.body.tee(local);
    }
  }

  /** Computes the value now, into a local; later uses read that. */
  force(expression: Expression): void {
    if (this.places.has(expression) || trivial(expression)) return;
    this.compute(expression);
    const local = this.temporaries.take(expression.type);
    this.places.set(expression, local);
    this.body.set(local);
  }

  /** Whether the value is in a local already. */
  isKept(expression: Expression): boolean {
    return this.places.has(expression);
  }

  /** A fresh local. */
  temporary(type: ValueType): number {
    return this.temporaries.take(type);
  }

  private compute(expression: Expression): void {
    const { op, args, immediate, type } = expression;
    const body = this.body;
    if (op === 'const') {
      if (type === 'i64') body.i64(immediate);
      else if (type === 'i32') body.i32(Number(BigInt.asIntN(32, immediate)));
      else body.bits(type, immediate);
      return;
    }
    if (op === 'local' || op === 'variable') {
      body.get(Number(immediate));
      return;
    }
    for (const arg of args) this.emit(arg);
    if (op === 'same') return;
    if (op === 'call') body.call(Number(immediate));
    else if (op === 'shuffle') body.shuffle(immediate);
    else if (LANES.test(op)) body.lane(op as LaneOpcode, Number(immediate));
    else if (LOADS.test(op)) body.memory(op as MemoryOpcode, Number(immediate));
    else body.op(op as Opcode);
  }
}

/** Not worth a local. */
function trivial(expression: Expression): boolean {
  return expression.op === 'const' || expression.op === 'local';
}
