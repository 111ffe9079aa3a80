import { type OperandWidth, RAX, type RegisterNumber, type Width } from '../isa/registers.js';
import type { MemorySegment, Operand, Semantics, TrapKind, ValueWidth } from '../isa/semantics.js';
import { STATE } from '../memory/layout.js';
import { FlagValues } from './emit-flags.js';
import { FloatEmitter } from './emit-float.js';
import { type Expression, typeOf } from './expression.js';
import type { FlagFunctions } from './flag-functions.js';
import { LOAD_OP } from './handler.js';
import { ACCESS, PRIVATE, RECORD } from './layout.js';
import {
  type AccessPlan,
  type FloatPlan,
  type Plan,
  type RegisterPlan,
  type Statement,
  type StorePlan,
  type Surroundings,
  type Target,
  Unsupported,
} from './plan.js';
import type { HandlerShape, OperandShape } from './shapes.js';
import type { ValueFunctions } from './values.js';
import type { MemoryOpcode } from './wasm.js';

/** Runs a meaning once and collects WebAssembly expressions instead of effects. */
export class Emitter extends FlagValues implements Semantics<Expression> {
  readonly width: Width;
  readonly addressWidth = 64;
  private readonly shape: HandlerShape;
  readonly float: FloatEmitter;
  private readonly statements: Statement[] = [];
  private readonly stores: StorePlan[] = [];
  private readonly registers: RegisterPlan[] = [];
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
    super(here, functions);
    this.shape = shape;
    this.width = shape.width;
    this.float = new FloatEmitter(this);
    this.near = this.graph.make('const', 'i64', 64, [], -1n, { says: null, max: 0 });
  }

  plan(): Plan {
    const { statements, stores, registers, guards, flagsWhen, loads, storeCount, modifies, accesses } = this;
    const { flagPlan: flags, jumpPlan: jump, faultVector: fault } = this;
    const counts = { loads, storeCount, modifies, accesses };
    return { statements, stores, flags, flagsWhen, registers, jump, fault, guards, ...counts };
  }

  get system(): never {
    throw new Unsupported('a system register');
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
    switch (place) {
      case 'one':
        return this.constant(1, width);
      case 'immediate':
        return this.graph.load(LOAD_OP[width], width, this.here.record, RECORD.immediate);
      case 'near':
        return this.near;
      case 'far':
        return this.add(this.state('i64.load', PRIVATE.pageBase, 64), this.field('i64.load', RECORD.immediate, 64));
    }
    if (!this.isMemory(operand)) return this.graph.load(LOAD_OP[width], width, this.registerAddress(operand), 0);
    const address = this.operandAddress(operand, width);
    return modified ? this.loadForStore(address, width) : this.load(address, width);
  }

  put(operand: Operand, value: Expression, when: Expression | null = null): void {
    if (this.isMemory(operand)) this.store(this.operandAddress(operand, value.width), value);
    else this.write(this.registerAddress(operand), value, when, this.operand(operand).place === 'xmm');
  }

  private write(address: Expression, value: Expression, when: Expression | null = null, keeps = false): void {
    this.registers.push({ address, value, when, keeps });
  }

  /** The address of a memory operand that is accessed as one: of 128 bits it must be aligned. */
  private operandAddress(operand: Operand, width: ValueWidth): Expression {
    const address = this.address(operand);
    if (width === 128) {
      const low = this.truncate(this.linear(address, 'data'), 32);
      this.protectIf(this.graph.op('i32.and', 32, [low, this.constant(15, 32)]));
    }
    return address;
  }

  /** #GP(0) if the value is not zero. */
  protectIf(bad: Expression): void {
    this.statements.push({ kind: 'protect', bad, accesses: this.accesses });
  }

  /** A floating-point operation, as a statement: its result, as it lies in a local. */
  floated(plan: Omit<FloatPlan, 'result' | 'accesses'>): Expression {
    const { type, width } = plan.value;
    const result = this.here.local(type);
    this.statements.push({ kind: 'float', float: { ...plan, result, accesses: this.accesses } });
    return this.graph.make('local', type, width, [], BigInt(result), { clean: true });
  }

  get short(): boolean {
    return this.here.hot;
  }

  mxcsr(): Expression {
    return this.state('i32.load', STATE.mxcsr, 32);
  }

  setMxcsr(value: Expression): void {
    this.write(this.constant(STATE.mxcsr, 32), value, null, true);
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
    return this.state(LOAD_OP[width], STATE.gpr + 8 * number, width);
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

  private linear(address: Expression, segment: MemorySegment): Expression {
    if (segment !== 'data' || !this.shape.segmented) return address;
    return this.graph.op('i64.add', 64, [address, this.graph.load('i64.load', 64, this.pointer(RECORD.segment), 0)]);
  }

  private plannedAccess(address: Expression, width: OperandWidth, segment: MemorySegment, flags: number): AccessPlan {
    const linear = this.linear(address, segment);
    const second = this.accesses++ === 0 ? 0 : ACCESS.second;
    if (this.accesses > 2) throw new Unsupported('more than two accesses');
    const kind = segment === 'stack' ? ACCESS.stack : segment === 'es' ? ACCESS.es : 0;
    return { address: linear, bytes: width / 8, flags: flags | second | kind, place: this.here.local('i32') };
  }

  private loaded(access: AccessPlan, width: OperandWidth): Expression {
    const result = this.here.local(typeOf(width));
    this.statements.push({ kind: 'load', access, result, width });
    this.loads++;
    return this.graph.local(result, width);
  }

  load(address: Expression, width: OperandWidth, segment: MemorySegment = 'data'): Expression {
    return this.loaded(this.plannedAccess(address, width, segment, ACCESS.loads), width);
  }

  loadForStore(address: Expression, width: OperandWidth, segment: MemorySegment = 'data'): Expression {
    const access = this.plannedAccess(address, width, segment, ACCESS.loads | ACCESS.write);
    this.modified = { address, place: access.place };
    this.modifies++;
    return this.loaded(access, width);
  }

  probe(): void {
    throw new Unsupported('probes memory');
  }

  store(address: Expression, value: Expression, segment: MemorySegment = 'data'): void {
    this.storeCount++;
    if (this.modified?.address === address) {
      this.stores.push({ value, access: null, place: this.modified.place });
      return;
    }
    const access = this.plannedAccess(address, value.width as OperandWidth, segment, ACCESS.write);
    this.stores.push({ value, access, place: access.place });
  }

  // Flags

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

  /** Bits 63:47 (63:56) are not all equal: (target >> 47) + 1 is neither 0 nor 1. */
  private notCanonical(target: Expression, when?: Expression): Expression {
    const top = this.graph.op('i64.shr_s', 64, [target, this.state('i64.load', PRIVATE.signShift, 64)]);
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
