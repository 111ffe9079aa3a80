import { FLAG_BIT, type StatusFlag } from '../isa/flags.js';
import { STATE } from '../memory/layout.js';
import { addressLocal, momentOf, pushMismatch, stampAndPlace } from './access.js';
import { writeDivision } from './division.js';
import type { Expression, Writer } from './expression.js';
import type { FlagFunctions } from './flag-functions.js';
import type { BitsPlan, OverridePlan, SetPlan, Style } from './handler.js';
import { ACCESS, EXIT, PRIVATE, RECORD, SCRATCH_LIMIT } from './layout.js';
import { KIND, KIND_FLAG_SHIFT, KIND_MASK } from './lazy-flags.js';
import type { AccessPlan, Division, FloatPlan, StorePlan } from './plan.js';
import { Unsupported } from './plan.js';
import type { MemoryOpcode } from './wasm.js';

/** Imported functions: the miss path, and bringing scratch bytes home. */
export interface Imports {
  readonly miss: number;
  readonly commit: number;
  readonly divideWide: number;
  /** Floating-point arithmetic as the reference has it (float-calls.ts), and the end of an instruction's. */
  readonly float: number;
  readonly settleFloats: number;
}

/** Where a handler outside the loop has its record. */
const RECORD_PARAMETER = 0;
const INVALID_OPCODE = 6;

/**
 * Handlers outside the loop: functions from a record to the next one, 0 to leave the loop for the reason in PRIVATE.exit, or 1 to
 * go to PRIVATE.target. State is in memory.
 */
export class ColdStyle implements Style {
  protected readonly writer: Writer;
  private readonly imports: Imports;
  private readonly flags: FlagFunctions;
  /** Local: the reference's arithmetic has been asked. */
  private floated: number | null = null;

  constructor(writer: Writer, imports: Imports, flags: FlagFunctions) {
    this.writer = writer;
    this.imports = imports;
    this.flags = flags;
  }

  protected load(op: MemoryOpcode, offset: number): void {
    this.writer.body.i32(0);
    this.writer.body.memory(op, offset);
  }

  protected store(op: MemoryOpcode, offset: number, push: () => void): void {
    this.writer.body.i32(0);
    push();
    this.writer.body.memory(op, offset);
  }

  resolve(access: AccessPlan): void {
    const { body } = this.writer;
    const address = addressLocal(this.writer, access);
    const slot = this.writer.temporary('i32');
    pushMismatch(body, access, address, slot);
    body.if();
    body.get(address);
    body.op('i32.wrap_i64');
    body.get(address);
    body.i64(32n);
    body.op('i64.shr_u');
    body.op('i32.wrap_i64');
    body.i32(access.bytes | access.flags);
    body.get(RECORD_PARAMETER);
    body.call(this.imports.miss);
    body.tee(access.place);
    body.op('i32.eqz');
    body.if();
    this.leave(EXIT.dataFault);
    body.end();
    body.else();
    stampAndPlace(body, access, slot, () => {
      this.load('i64.load', PRIVATE.clock);
      body.i64(momentOf(access));
      body.op('i64.add');
    });
    body.end();
  }

  /** Leaves the loop with nothing done. */
  leave(exit: number): void {
    const { body } = this.writer;
    this.store('i32.store', PRIVATE.exit, () => body.i32(exit));
    body.i32(0);
    body.return();
  }

  settle({ place, access }: StorePlan): void {
    const { body } = this.writer;
    body.get(place);
    body.i32(SCRATCH_LIMIT);
    body.op('i32.lt_u');
    body.if();
    body.i32(access !== null && (access.flags & ACCESS.second) !== 0 ? 1 : 0);
    body.call(this.imports.commit);
    body.end();
  }

  setFlags({ x, y, r, tag }: SetPlan): void {
    for (const value of [x, y, r, tag]) this.writer.force(value);
    for (const [offset, value] of [[PRIVATE.x, x], [PRIVATE.y, y], [PRIVATE.r, r]] as const) {
      this.store('i64.store', offset, () => this.writer.emit(value));
    } // biome-ignore format: pairs
    this.store('i32.store', PRIVATE.kind, () => this.writer.emit(tag));
  }

  overrideFlags(plan: OverridePlan): void {
    const { writer } = this;
    const { body } = writer;
    writer.force(plan.cf);
    if (plan.kind === 'overflow') writer.force(plan.of);
    this.load('i32.load', PRIVATE.kind);
    body.i32(KIND_MASK);
    body.op('i32.and');
    body.i32(KIND.carry);
    body.op('i32.lt_u');
    body.if();
    this.store('i64.store', PRIVATE.savedX, () => this.load('i64.load', PRIVATE.x));
    this.store('i64.store', PRIVATE.savedY, () => this.load('i64.load', PRIVATE.y));
    this.store('i32.store', PRIVATE.savedKind, () => this.load('i32.load', PRIVATE.kind));
    if (plan.kind === 'carry') this.store('i32.store', PRIVATE.kind, () => body.i32(KIND.carry));
    body.end();
    if (plan.kind === 'overflow') {
      this.store('i32.store', PRIVATE.kind, () => {
        writer.emit(plan.of);
        body.i32(KIND_FLAG_SHIFT + FLAG_BIT.of);
        body.op('i32.shl');
        body.i32(KIND.overflow);
        body.op('i32.or');
      });
    }
    this.store('i64.store', PRIVATE.x, () => body.i64(0n));
    this.store('i64.store', PRIVATE.y, () => {
      writer.emit(plan.cf);
      body.op('i64.extend_i32_u');
    });
  }

  writeFlagBits({ flags }: BitsPlan): void {
    const { writer } = this;
    const { body } = writer;
    const entries = Object.entries(flags) as [StatusFlag | 'df', NonNullable<BitsPlan['flags']['cf']>][];
    for (const [, value] of entries) writer.force(value);
    const lazy = entries.some(([flag]) => flag !== 'df');
    if (lazy) body.call(this.flags.materialize);
    const mask = entries.reduce((bits, [flag]) => bits | (1 << FLAG_BIT[flag]), 0);
    this.store('i32.store', STATE.rflags, () => {
      this.load('i32.load', STATE.rflags);
      body.i32(~mask);
      body.op('i32.and');
      for (const [flag, value] of entries) {
        writer.emit(value);
        body.i32(FLAG_BIT[flag]);
        body.op('i32.shl');
        body.op('i32.or');
      }
    });
    if (lazy) body.call(this.flags.adopt);
  }

  pushFlags(): void {
    const { body } = this.writer;
    body.call(this.flags.materialize);
    this.load('i64.load32_u', STATE.rflags);
  }

  divide(division: Division): void {
    const exit = (reason: number) => this.leave(reason | (division.accesses << 8));
    writeDivision(this.writer, division, this.imports.divideWide, exit);
  }

  /** The host's result first; over it, if need be, the one of the reference's arithmetic. */
  float({ call, operands, value, fine, exact, fresh, result }: FloatPlan): void {
    const { writer } = this;
    const { body } = writer;
    for (const operand of operands) writer.force(operand);
    writer.emit(value);
    body.set(result);
    this.floated ??= writer.temporary('i32');
    // Nothing that is kept in a local may be computed first in a branch.
    if (fresh !== null) writer.force(fresh);
    writer.emit(fine);
    body.op('i32.eqz');
    body.if();
    if (exact === null) body.i32(0);
    else writer.emit(exact);
    body.op('i32.eqz');
    body.if();
    operands.forEach((operand, index) => {
      this.store(`${operand.type}.store` as MemoryOpcode, PRIVATE.floatOperands + 16 * index, () =>
        writer.emit(operand),
      );
    });
    body.i32(call);
    body.call(this.imports.float);
    this.load(`${value.type}.load` as MemoryOpcode, PRIVATE.floatResult);
    body.set(result);
    body.i32(1);
    body.set(this.floated);
    body.end();
    body.end();
  }

  settleFloats(accesses: number): void {
    const { body } = this.writer;
    body.get(this.floated!);
    body.if();
    body.call(this.imports.settleFloats);
    body.op('i32.eqz');
    body.if();
    this.leave(EXIT.floatingPoint | (accesses << 8));
    body.end();
    body.end();
  }

  guard(): void {
    throw new Unsupported('guards are for the loop');
  }

  protect(bad: Expression, accesses: number): void {
    const { body } = this.writer;
    this.writer.emit(bad);
    body.if();
    this.leave(EXIT.protection | (accesses << 8));
    body.end();
  }

  countReferences(amount: bigint): void {
    this.store('i64.store', PRIVATE.references, () => {
      this.load('i64.load', PRIVATE.references);
      this.writer.body.i64(amount);
      this.writer.body.op('i64.add');
    });
  }

  fault(vector: number): void {
    if (vector !== INVALID_OPCODE) throw new Unsupported(`raises vector ${vector}`);
    this.leave(EXIT.invalidOpcode);
  }

  protected advanceClock(): void {
    this.store('i64.store', PRIVATE.clock, () => {
      this.load('i64.load', PRIVATE.clock);
      this.writer.body.i64(8n);
      this.writer.body.op('i64.add');
    });
  }

  goNext(): void {
    this.advanceClock();
    this.pushNext();
    this.writer.body.return();
  }

  /** The record behind this one. */
  protected pushNext(): void {
    const { body } = this.writer;
    body.get(RECORD_PARAMETER);
    body.i32(RECORD.bytes);
    body.op('i32.add');
  }

  goNear(): void {
    const { body } = this.writer;
    this.advanceClock();
    body.get(RECORD_PARAMETER);
    body.memory('i32.load', RECORD.displacement);
    body.return();
  }

  goTo(): void {
    const { body } = this.writer;
    const target = this.writer.temporary('i64');
    body.set(target);
    this.store('i64.store', PRIVATE.target, () => body.get(target));
    this.advanceClock();
    body.i32(1);
    body.return();
  }
}
