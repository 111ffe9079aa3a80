import type { ValueWidth } from '../isa/semantics.js';
import type { FunctionBody, MemoryOpcode, Opcode, ValueType } from './wasm.js';

/**
 * A value as a node of an expression graph. Values of up to 32 bits are i32, of 64 bits i64. Bits of an i32 above the value's
 * width are zero when `clean`, else anything.
 */
export interface Expression {
  readonly id: number;
  readonly type: ValueType;
  readonly width: ValueWidth;
  /**
   * Beside numeric instructions and loads: a constant, a local that keeps its value (`local`) or one that the commit overwrites
   * (`variable`), a call, the same bits at another width.
   */
  readonly op: Opcode | MemoryOpcode | 'const' | 'local' | 'variable' | 'call' | 'same';
  readonly args: readonly Expression[];
  /** Constant, local index, function index, or memory offset. */
  readonly immediate: bigint;
  readonly clean: boolean;
  /** The value, zero-extended, is at most this. */
  readonly max: number;
  /** What this truth value says about another value: it is zero, its sign, its parity. */
  readonly says: { readonly kind: 'zero' | 'sign' | 'parity'; readonly of: Expression } | null;
}

export type Traits = Partial<Pick<Expression, 'clean' | 'max' | 'says'>>;

const LOADS = /^i(32|64)\.load/;

/** Locals of one function, handed out again to every handler in it. */
export class Temporaries {
  private readonly pools: Record<ValueType, number[]> = { i32: [], i64: [] };
  private readonly used: Record<ValueType, number> = { i32: 0, i64: 0 };
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
    this.used.i32 = this.used.i64 = 0;
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
    const key = `${op} ${width} ${immediate} ${args.map((arg) => arg.id)} ${traits.says ? `${traits.says.kind}${traits.says.of.id}` : ''}`;
    const known = this.known.get(key);
    if (known) return known;
    const max = traits.max ?? (width < 32 ? 2 ** width - 1 : Number.POSITIVE_INFINITY);
    const { clean = width >= 32, says = null } = traits;
    const node = { id: this.known.size, type, width, op, args, immediate, clean, max, says };
    this.known.set(key, node);
    return node;
  }

  op(op: Opcode, width: ValueWidth, args: readonly Expression[], traits: Traits = {}): Expression {
    const type = width === 64 ? 'i64' : 'i32';
    return this.make(op, type, width, args, 0n, traits);
  }

  /** A truth value: 0 or 1. */
  truth(op: Opcode, args: readonly Expression[], says: Expression['says'] = null): Expression {
    return this.make(op, 'i32', 1, args, 0n, { clean: true, max: 1, says });
  }

  constant(value: bigint, width: ValueWidth): Expression {
    const bits = BigInt.asUintN(width, value);
    return this.make('const', width === 64 ? 'i64' : 'i32', width, [], bits, { clean: true, max: Number(bits) });
  }

  local(index: number, width: ValueWidth, traits: Traits = {}): Expression {
    return this.make('local', width === 64 ? 'i64' : 'i32', width, [], BigInt(index), { clean: true, ...traits });
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
    return this.make(op, width === 64 ? 'i64' : 'i32', width, [address], BigInt(offset), { clean: true, ...traits });
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

  /** A fresh local. */
  temporary(type: ValueType): number {
    return this.temporaries.take(type);
  }

  private compute(expression: Expression): void {
    const { op, args, immediate, type } = expression;
    const body = this.body;
    if (op === 'const') {
      if (type === 'i64') body.i64(immediate);
      else body.i32(Number(BigInt.asIntN(32, immediate)));
      return;
    }
    if (op === 'local' || op === 'variable') {
      body.get(Number(immediate));
      return;
    }
    for (const arg of args) this.emit(arg);
    if (op === 'same') return;
    if (op === 'call') body.call(Number(immediate));
    else if (LOADS.test(op)) body.memory(op as MemoryOpcode, Number(immediate));
    else body.op(op as Opcode);
  }
}

/** Not worth a local. */
function trivial(expression: Expression): boolean {
  return expression.op === 'const' || expression.op === 'local';
}
