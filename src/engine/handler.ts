import type { OperandWidth } from '../isa/registers.js';
import type { Expression, Writer } from './expression.js';
import { ONE_LOAD, ONE_MODIFY, ONE_STORE } from './layout.js';
import type { AccessPlan, Division, FlagPlan, FloatPlan, Plan, RegisterPlan, Statement, StorePlan } from './plan.js';
import type { MemoryOpcode } from './wasm.js';

export const LOAD_OP: Record<OperandWidth, MemoryOpcode> = {
  8: 'i32.load8_u',
  16: 'i32.load16_u',
  32: 'i32.load',
  64: 'i64.load',
  128: 'v128.load',
};
const STORE_OP: Record<OperandWidth, MemoryOpcode> = {
  8: 'i32.store8',
  16: 'i32.store16',
  32: 'i32.store',
  64: 'i64.store',
  128: 'v128.store',
};

export type OverridePlan = FlagPlan & { readonly kind: 'carry' | 'overflow' };
export type BitsPlan = FlagPlan & { readonly kind: 'bits' };
export type SetPlan = FlagPlan & { readonly kind: 'set' };

/** What a handler does in its own way, depending on whether it is in the loop or outside. */
export interface Style {
  /** Leaves the place in the buffer of the first byte in `access.place`. */
  resolve(access: AccessPlan): void;
  /** After a store: bytes in the scratch area are brought to where they belong. */
  settle(store: StorePlan): void;
  setFlags(plan: SetPlan): void;
  overrideFlags(plan: OverridePlan): void;
  writeFlagBits(plan: BitsPlan): void;
  /** Pushes RFLAGS (i64). */
  pushFlags(): void;
  divide(division: Division): void;
  /** Leaves the result of an operation in its local. */
  float(plan: FloatPlan): void;
  /** After the last of them: what they have raised counts. */
  settleFloats(accesses: number): void;
  /** Leaves the loop, with nothing done, when the value is not zero. */
  guard(value: Expression): void;
  /** Raises #GP(0), after so many accesses, when the value is not zero. */
  protect(bad: Expression, accesses: number): void;
  /** Adds to the packed reference counters. */
  countReferences(amount: bigint): void;
  fault(vector: number): void;
  /** The ends: the next record, the record of a near target, the address on the stack. */
  goNext(): void;
  goNear(): void;
  goTo(): void;
}

/** Writes a plan as code: loads, then every value, then stores, flags, registers, and the way on. */
export function writeHandler(plan: Plan, writer: Writer, style: Style): void {
  countUses(plan, writer);
  for (const guard of plan.guards) style.guard(guard);
  writeStatements(plan, writer, style);
  if (plan.fault !== null) {
    style.fault(plan.fault);
    return;
  }
  for (const store of plan.stores) if (store.access) style.resolve(store.access);
  if (plan.jump?.target.kind === 'address') style.protect(plan.jump.target.bad, plan.accesses);
  forceValues(plan, writer);
  for (const store of plan.stores) writeStore(store, writer, style);
  writeFlags(plan, writer, style);
  for (const register of plan.registers) writeRegister(register, writer);
  const { loads, storeCount, modifies } = plan;
  const references = BigInt(loads) * ONE_LOAD + BigInt(storeCount) * ONE_STORE + BigInt(modifies) * ONE_MODIFY;
  if (references !== 0n) style.countReferences(references);
  writeEnd(plan, writer, style);
}

function flagExpressions(flags: FlagPlan): Expression[] {
  switch (flags.kind) {
    case 'set':
      return [flags.x, flags.y, flags.r, flags.tag];
    case 'carry':
      return [flags.cf];
    case 'overflow':
      return [flags.cf, flags.of];
    case 'bits':
      return Object.values(flags.flags);
  }
}

function statementExpressions(statement: Statement): readonly Expression[] {
  switch (statement.kind) {
    case 'load':
      return [statement.access.address];
    case 'divide':
      return [statement.division.high, statement.division.low, statement.division.divisor];
    case 'protect':
      return [statement.bad];
    case 'float':
      return floatExpressions(statement.float);
    case 'flags':
      return [];
  }
}

function floatExpressions({ operands, value, fine, exact, fresh }: FloatPlan): readonly Expression[] {
  return [...operands, value, fine, ...[exact, fresh].filter((expression) => expression !== null)];
}

function countUses(plan: Plan, writer: Writer): void {
  for (const statement of plan.statements) {
    for (const value of statementExpressions(statement)) writer.count(value);
  }
  for (const { value, access } of plan.stores) {
    writer.count(value);
    if (access) writer.count(access.address);
  }
  for (const guard of plan.guards) writer.count(guard);
  if (plan.flags) for (const value of flagExpressions(plan.flags)) writer.count(value);
  if (plan.flagsWhen) writer.count(plan.flagsWhen);
  for (const { address, value, when } of plan.registers) {
    for (const expression of when ? [address, value, when] : [address, value]) writer.count(expression);
  }
  if (plan.jump?.when) writer.count(plan.jump.when);
  if (plan.jump?.target.kind !== 'address') return;
  writer.count(plan.jump.target.value);
  writer.count(plan.jump.target.bad);
}

function writeStatements(plan: Plan, writer: Writer, style: Style): void {
  for (const statement of plan.statements) writeStatement(statement, writer, style);
  if (plan.statements.some(({ kind }) => kind === 'float')) style.settleFloats(plan.accesses);
}

function writeStatement(statement: Statement, writer: Writer, style: Style): void {
  const { body } = writer;
  switch (statement.kind) {
    case 'divide':
      style.divide(statement.division);
      return;
    case 'flags':
      style.pushFlags();
      body.set(statement.result);
      return;
    case 'protect':
      style.protect(statement.bad, statement.accesses);
      return;
    case 'float':
      style.float(statement.float);
      return;
    case 'load':
      style.resolve(statement.access);
      body.get(statement.access.place);
      body.memory(LOAD_OP[statement.width], 0);
      body.set(statement.result);
  }
}

/**
 * Values that are written after something that they read has been overwritten: all of them, unless there is one effect only or the value
 * is written before any register.
 */
function forceValues(plan: Plan, writer: Writer): void {
  const { registers, flags, stores, jump } = plan;
  if (plan.flagsWhen) {
    writer.force(plan.flagsWhen);
    for (const { value } of stores) writer.force(value);
  }
  const several = registers.length > 1 || (registers.length === 1 && flags !== null);
  for (const { value, when } of registers) {
    if (several || when) writer.force(value);
    if (when) writer.force(when);
  }
  if (jump === null || registers.length === 0) return;
  if (jump.when) writer.force(jump.when);
  if (jump.target.kind === 'address') writer.force(jump.target.value);
}

function writeStore(store: StorePlan, writer: Writer, style: Style): void {
  writer.body.get(store.place);
  writeValue(store.value, writer);
  style.settle(store);
}

function writeFlags(plan: Plan, writer: Writer, style: Style): void {
  const { flags, flagsWhen } = plan;
  if (flags === null) return;
  if (flagsWhen) {
    writer.emit(flagsWhen);
    writer.body.if();
  }
  if (flags.kind === 'set') style.setFlags(flags);
  else if (flags.kind === 'bits') style.writeFlagBits(flags);
  else style.overrideFlags(flags);
  if (flagsWhen) writer.body.end();
}

/** Bits of these, stored, are the bits of their argument. */
const SAME_BITS: Partial<Record<Expression['op'], MemoryOpcode>> = {
  'i64.reinterpret_f64': 'f64.store',
  'i32.reinterpret_f32': 'f32.store',
};

/** Stores a value at the address on the stack. */
function writeValue(value: Expression, writer: Writer): void {
  const direct = writer.isKept(value) ? undefined : SAME_BITS[value.op];
  writer.emit(direct === undefined ? value : value.args[0]!);
  writer.body.memory(direct ?? STORE_OP[value.width as OperandWidth], 0);
}

/** A 32-bit value clears the upper half of a general register. */
function writeRegister({ address, value, when, keeps }: RegisterPlan, writer: Writer): void {
  const { body } = writer;
  if (when) {
    writer.emit(when);
    body.if();
  }
  writer.emit(address);
  if (value.width === 32 && !keeps) {
    writer.emit(value);
    body.op('i64.extend_i32_u');
    body.memory('i64.store', 0);
  } else writeValue(value, writer);
  if (when) body.end();
}

function writeEnd(plan: Plan, writer: Writer, style: Style): void {
  const { jump } = plan;
  if (jump === null) {
    style.goNext();
    return;
  }
  const { target, when } = jump;
  const go = () => {
    if (target.kind === 'near') style.goNear();
    else {
      writer.emit(target.value);
      style.goTo();
    }
  };
  if (when === null) {
    go();
    return;
  }
  writer.emit(when);
  writer.body.if();
  go();
  writer.body.end();
  style.goNext();
}
