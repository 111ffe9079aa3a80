import type { Condition } from '../isa/conditions.js';
import { CONDITIONS } from '../isa/conditions.js';
import type { Flag, FlagRecipe, StatusFlag } from '../isa/flags.js';
import { FLAG_BIT } from '../isa/flags.js';
import { RAX, type RegisterNumber, type Width } from '../isa/registers.js';
import type { MemorySegment, Operand, Semantics, TrapKind, ValueWidth } from '../isa/semantics.js';
import { STATE } from '../memory/layout.js';
import type { Expression } from './expression.js';
import type { FlagFunctions } from './flag-functions.js';
import { ACCESS, PRIVATE, RECORD } from './layout.js';
import { KIND, KIND_FLAG_SHIFT, kindOf } from './lazy-flags.js';
import {
  type AccessPlan,
  type FlagPlan,
  type Plan,
  type RegisterPlan,
  type Statement,
  type StorePlan,
  type Surroundings,
  type Target,
  Unsupported,
} from './plan.js';
import type { HandlerShape, OperandShape } from './shapes.js';
import { type ValueFunctions, Values } from './values.js';
import type { MemoryOpcode } from './wasm.js';

const LOAD: Record<Width, MemoryOpcode> = { 8: 'i32.load8_u', 16: 'i32.load16_u', 32: 'i32.load', 64: 'i64.load' };

/** Runs a meaning once and collects WebAssembly expressions instead of effects. */
export class Emitter extends Values implements Semantics<Expression> {
  readonly width: Width;
  readonly addressWidth = 64;
  private readonly shape: HandlerShape;
  private readonly here: Surroundings;
  private readonly functions: FlagFunctions;
  private readonly statements: Statement[] = [];
  private readonly stores: StorePlan[] = [];
  private readonly registers: RegisterPlan[] = [];
  private readonly guards: Expression[] = [];
  private flagPlan: FlagPlan | null = null;
  private flagsWhen: Expression | null = null;
  private jumpPlan: Plan['jump'] = null;
  private faultVector: number | null = null;
  private accesses = 0;
  private loads = 0;
  private storeCount = 0;
  private modifies = 0;
  private modified: { address: Expression; place: number } | null = null;
  private readonly gotten = new Map<Operand, Expression>();
  private readonly near: Expression;

  constructor(shape: HandlerShape, here: Surroundings, functions: FlagFunctions & ValueFunctions) {
    super(functions);
    this.shape = shape;
    this.width = shape.width;
    this.here = here;
    this.functions = functions;
    this.near = this.graph.make('const', 'i64', 64, [], -1n, { says: null, max: 0 });
  }

  plan(): Plan {
    const { statements, stores, registers, guards, flagsWhen, loads, storeCount, modifies, accesses } = this;
    const { flagPlan: flags, jumpPlan: jump, faultVector: fault } = this;
    const counts = { loads, storeCount, modifies, accesses };
    return { statements, stores, flags, flagsWhen, registers, jump, fault, guards, ...counts };
  }

  /** Vectors and floating point are the reference CPU's. */
  get vector(): never {
    throw new Unsupported('a vector');
  }

  get system(): never {
    throw new Unsupported('a system register');
  }
  get float(): never {
    throw new Unsupported('a floating-point number');
  }

  // Operands

  private operand(operand: Operand): OperandShape {
    return this.shape.operands[operand]!;
  }

  private field(op: MemoryOpcode, offset: number, width: ValueWidth, max?: number): Expression {
    return this.graph.load(op, width, this.here.record, offset, max === undefined ? {} : { max });
  }

  private pointer(offset: number): Expression {
    return this.field('i32.load16_u', offset, 32, 0xffff);
  }

  /** Address in the CPU state of a register operand. */
  private registerAddress(operand: Operand): Expression {
    const { place } = this.operand(operand);
    if (place === 'rcx') return this.constant(STATE.gpr + 8, 32);
    if (place === 'rdx') return this.constant(STATE.gpr + 16, 32);
    return this.pointer(operand === 0 ? RECORD.registerA : RECORD.registerB);
  }

  isMemory(operand: Operand): boolean {
    const { place } = this.operand(operand);
    return place === 'memory' || place === 'indexed' || place === 'simple' || place === 'absolute';
  }

  immediateValue(): number {
    throw new Unsupported('an immediate decides');
  }

  get(operand: Operand): Expression {
    const known = this.gotten.get(operand);
    if (known) return known;
    const value = this.fetchOperand(operand);
    this.gotten.set(operand, value);
    return value;
  }

  private fetchOperand(operand: Operand): Expression {
    const { place, width, modified } = this.operand(operand);
    if (width === 128) throw new Unsupported('a vector operand');
    switch (place) {
      case 'one':
        return this.constant(1, width);
      case 'immediate':
        return this.graph.load(LOAD[width], width, this.here.record, RECORD.immediate);
      case 'near':
        return this.near;
      case 'far':
        return this.add(this.state('i64.load', PRIVATE.pageBase, 64), this.field('i64.load', RECORD.immediate, 64));
    }
    if (!this.isMemory(operand)) return this.graph.load(LOAD[width], width, this.registerAddress(operand), 0);
    const address = this.address(operand);
    return modified ? this.loadForStore(address, width) : this.load(address, width);
  }

  put(operand: Operand, value: Expression, when: Expression | null = null): void {
    if (this.isMemory(operand)) this.store(this.address(operand), value);
    else this.write(this.registerAddress(operand), value, when);
  }

  private write(address: Expression, value: Expression, when: Expression | null = null): void {
    this.registers.push({ address, value, when });
  }

  address(operand: Operand): Expression {
    const { place } = this.operand(operand);
    if (place === 'absolute') return this.field('i64.load', RECORD.immediate, 64);
    const displacement = this.field('i64.load32_s', RECORD.displacement, 64);
    const base = this.graph.load('i64.load', 64, this.pointer(RECORD.base), 0);
    const sum = this.add(base, displacement);
    if (place === 'simple') return sum;
    const index = this.graph.load('i64.load', 64, this.pointer(RECORD.index), 0);
    const scale = this.field('i64.load8_u', RECORD.scale, 64, 3);
    return this.add(sum, this.shl(index, scale));
  }

  // Registers

  private state(op: MemoryOpcode, offset: number, width: ValueWidth): Expression {
    return this.graph.load(op, width, this.constant(0, 32), offset);
  }

  register(number: RegisterNumber, width: Width): Expression {
    return this.state(LOAD[width], STATE.gpr + 8 * number, width);
  }

  setRegister(number: RegisterNumber, value: Expression): void {
    this.write(this.constant(STATE.gpr + 8 * number, 32), value);
  }

  high8(): Expression {
    return this.state('i32.load8_u', STATE.gpr + 8 * RAX + 1, 8);
  }

  setHigh8(value: Expression): void {
    this.write(this.constant(STATE.gpr + 8 * RAX + 1, 32), value);
  }

  // Memory

  private plannedAccess(address: Expression, width: Width, segment: MemorySegment, flags: number): AccessPlan {
    const hasBase = segment === 'data' && this.shape.segmented;
    const base = hasBase ? this.graph.load('i64.load', 64, this.pointer(RECORD.segment), 0) : null;
    const linear = base === null ? address : this.graph.op('i64.add', 64, [address, base]);
    const second = this.accesses++ === 0 ? 0 : ACCESS.second;
    if (this.accesses > 2) throw new Unsupported('more than two accesses');
    const kind = segment === 'stack' ? ACCESS.stack : segment === 'es' ? ACCESS.es : 0;
    return { address: linear, bytes: width / 8, flags: flags | second | kind, place: this.here.local('i32') };
  }

  private loaded(access: AccessPlan, width: Width): Expression {
    const result = this.here.local(width === 64 ? 'i64' : 'i32');
    this.statements.push({ kind: 'load', access, result, width });
    this.loads++;
    return this.graph.local(result, width);
  }

  load(address: Expression, width: Width, segment: MemorySegment = 'data'): Expression {
    return this.loaded(this.plannedAccess(address, width, segment, ACCESS.loads), width);
  }

  loadForStore(address: Expression, width: Width, segment: MemorySegment = 'data'): Expression {
    const access = this.plannedAccess(address, width, segment, ACCESS.loads | ACCESS.write);
    this.modified = { address, place: access.place };
    this.modifies++;
    return this.loaded(access, width);
  }

  store(address: Expression, value: Expression, segment: MemorySegment = 'data'): void {
    this.storeCount++;
    if (this.modified?.address === address) {
      this.stores.push({ value, access: null, place: this.modified.place });
      return;
    }
    const access = this.plannedAccess(address, value.width as Width, segment, ACCESS.write);
    this.stores.push({ value, access, place: access.place });
  }

  // Flags

  flag(flag: Flag): Expression {
    switch (flag) {
      case 'cf':
        return this.condition('b');
      case 'zf':
        return this.condition('e');
      case 'sf':
        return this.condition('s');
      case 'of':
        return this.condition('o');
      case 'pf':
        return this.condition('p');
      case 'df':
        return this.bit(this.state('i32.load', STATE.rflags, 32), FLAG_BIT.df);
      default:
        throw new Unsupported(`reads ${flag}`);
    }
  }

  condition(condition: Condition): Expression {
    const number = CONDITIONS.indexOf(condition);
    const value = this.evenCondition(CONDITIONS[number & ~1]!);
    return number & 1 ? this.graph.truth('i32.eqz', [value]) : value;
  }

  private evenCondition(condition: Condition): Expression {
    const { x, y, r, hot } = this.here;
    switch (condition) {
      case 'b':
        return this.graph.truth('i64.lt_u', [x, y]);
      case 'e':
        return this.graph.truth('i64.eqz', [r]);
      case 'be':
        return this.graph.truth('i32.or', [this.graph.truth('i64.lt_u', [x, y]), this.graph.truth('i64.eqz', [r])]);
      case 's':
        return this.graph.truth('i64.lt_s', [r, this.constant(0, 64)]);
      case 'l':
        return hot ? this.signedCompare('i64.lt_s') : this.called(this.functions.less);
      case 'le':
        if (hot) return this.signedCompare('i64.le_s');
        return this.graph.truth('i32.or', [this.called(this.functions.less), this.graph.truth('i64.eqz', [r])]);
      case 'o':
        return this.called(this.functions.overflow);
      default:
        return this.called(this.functions.parity);
    }
  }

  private called(index: number): Expression {
    if (this.here.hot) throw new Unsupported('calls');
    return this.graph.make('call', 'i32', 1, [], BigInt(index), { clean: true, max: 1 });
  }

  /** Right after a comparison; otherwise the twin outside the loop finds the flags. */
  private signedCompare(op: 'i64.lt_s' | 'i64.le_s'): Expression {
    this.guards.push(this.here.kind);
    return this.graph.truth(op, [this.here.x, this.here.y]);
  }

  setFlags(recipe: FlagRecipe, a: Expression, b: Expression, result: Expression): void {
    this.flagPlan = this.recipePlan(recipe, a, b, result);
  }

  private recipePlan(recipe: FlagRecipe, a: Expression, b: Expression, result: Expression): FlagPlan {
    const r = this.signed64(result);
    const zero = this.constant(0, 64);
    const tag = (kind: number) => this.constant(kind, 32);
    switch (recipe) {
      case 'sub':
        return { kind: 'set', x: this.signed64(a), y: this.signed64(b), r, tag: tag(KIND.compare) };
      case 'logic':
        return { kind: 'set', x: r, y: zero, r, tag: tag(KIND.compare) };
      case 'add':
        return { kind: 'set', x: r, y: this.signed64(a), r, tag: tag(kindOf(KIND.add, a.width)) };
      default: {
        const cf = this.unsigned64(this.condition('b'));
        return { kind: 'set', x: zero, y: cf, r, tag: tag(kindOf(KIND[recipe], a.width)) };
      }
    }
  }

  setFlagValues(flags: Partial<Record<StatusFlag | 'df', Expression>>, when?: Expression): void {
    if (when) this.flagsWhen = when;
    const trusted = when ? this.withoutProtection(flags, when) : flags;
    this.flagPlan = this.valuesPlan(trusted);
  }

  private valuesPlan(flags: Partial<Record<StatusFlag | 'df', Expression>>): FlagPlan {
    const { cf, of, af, zf, sf, pf, df } = flags;
    if (cf && !of && !af && !zf && !sf && !pf && !df) return { kind: 'carry', cf };
    if (cf && of && !af && !zf && !sf && !pf && !df) return { kind: 'overflow', cf, of };
    const result = zf?.says?.of;
    const one = result && sf?.says?.of === result && pf?.says?.of === result;
    if (!one || !cf || !of || !af || df) return { kind: 'bits', flags };
    const placed = (flag: Expression, bit: number) =>
      this.shl(this.graph.same(flag, 32, true), this.constant(KIND_FLAG_SHIFT + bit, 32));
    let tag = this.constant(KIND.given, 32);
    for (const [flag, bit] of [[of, FLAG_BIT.of], [af, FLAG_BIT.af]] as const) {
      if (flag.op !== 'const' || flag.immediate !== 0n) tag = this.or(tag, placed(flag, bit));
    } // biome-ignore format: pairs
    return { kind: 'set', x: this.constant(0, 64), y: this.unsigned64(cf), r: this.signed64(result), tag };
  }

  /**
   * Flags that are written only if a count is not zero need no protection against count - 1 being below zero: plain shifts give them.
   */
  private withoutProtection<T extends Partial<Record<string, Expression>>>(flags: T, when: Expression): T {
    const zero = when.op === 'i32.eqz' ? when.args[0]!.says : null;
    if (zero?.kind !== 'zero') return flags;
    const plain = new Map<Expression, Expression>();
    for (const [shift, { plain: replacement, count }] of this.protectedShifts) {
      const [from, one] = count.args;
      const isBefore = count.op.endsWith('.sub') && from === zero.of && one?.op === 'const' && one.immediate === 1n;
      if (isBefore && from.max <= (replacement.width === 64 ? 64 : 32)) plain.set(shift, replacement);
    }
    const entries = Object.entries(flags).map(([flag, value]) => [flag, this.replaced(value!, plain)]);
    return Object.fromEntries(entries) as T;
  }

  private replaced(node: Expression, by: ReadonlyMap<Expression, Expression>): Expression {
    const replacement = by.get(node);
    if (replacement) return replacement;
    const args = node.args.map((arg) => this.replaced(arg, by));
    if (args.every((arg, index) => arg === node.args[index])) return node;
    return this.graph.make(node.op, node.type, node.width, args, node.immediate, node);
  }

  readFlags(): Expression {
    if (this.here.hot) throw new Unsupported('materializes');
    const flags = this.here.local('i64');
    this.statements.push({ kind: 'flags', result: flags });
    return this.graph.local(flags, 64);
  }

  writeFlags(): void {
    throw new Unsupported('writes RFLAGS');
  }

  // Control

  next(): Expression {
    const offset = this.field('i64.load16_u', RECORD.nextOffset, 64, 0xffff);
    return this.add(this.state('i64.load', PRIVATE.pageBase, 64), offset);
  }

  jump(target: Expression, when?: Expression): void {
    const place: Target =
      target === this.near
        ? { kind: 'near' }
        : { kind: 'address', value: target, bad: this.notCanonical(target, when) };
    this.jumpPlan = { target: place, when: when ?? null };
  }

  /** Bits 63:47 are not all equal: (target >> 47) + 1 is neither 0 nor 1. */
  private notCanonical(target: Expression, when?: Expression): Expression {
    const top = this.graph.op('i64.shr_s', 64, [target, this.constant(47, 64)]);
    const one = this.constant(1, 64);
    const bad = this.graph.truth('i64.gt_u', [this.graph.op('i64.add', 64, [top, one]), one]);
    return when ? this.graph.truth('i32.and', [when, bad]) : bad;
  }

  divide(signed: boolean, high: Expression, low: Expression, divisor: Expression) {
    if (this.here.hot) throw new Unsupported('divides');
    const type = low.type;
    const [quotient, remainder] = [this.here.local(type), this.here.local(type)];
    const division = { signed, high, low, divisor, quotient, remainder, accesses: this.accesses };
    this.statements.push({ kind: 'divide', division });
    const traits = { clean: low.width >= 32 };
    return {
      quotient: this.graph.local(quotient, low.width, traits),
      remainder: this.graph.local(remainder, low.width, traits),
    };
  }

  fault(vector: number): void {
    this.faultVector = vector;
  }

  trap(kind: TrapKind): void {
    throw new Unsupported(kind);
  }
}
