import { FLAG_BIT } from '../isa/flags.js';
import { addressLocal, momentOf, pushMismatch, stampAndPlace } from './access.js';
import type { Expression, Writer } from './expression.js';
import type { OverridePlan, SetPlan, Style } from './handler.js';
import { PRIVATE, RECORD } from './layout.js';
import { KIND, KIND_FLAG_SHIFT, KIND_MASK } from './lazy-flags.js';
import type { AccessPlan, FloatPlan } from './plan.js';
import { Unsupported } from './plan.js';
import type { Label } from './wasm.js';

/** Locals of the loop function. */
export interface LoopLocals {
  readonly record: number;
  readonly clock: number;
  readonly target: number;
}

/** Labels of the loop function: the next dispatch, going to `target`, the twin outside. */
export interface LoopLabels {
  readonly next: Label;
  readonly go: Label;
  readonly outside: Label;
  readonly limit: Label;
}

/** A step takes 8 units of the clock, which has been advanced when a handler runs. */
const STEP = 8n;

/** Handlers inside the loop: state in locals, no calls; everything unusual goes to the twin outside, before any effect. */
export class HotStyle implements Style {
  private readonly writer: Writer;
  private readonly locals: LoopLocals;
  private readonly labels: LoopLabels;
  private readonly exact: boolean;

  constructor(writer: Writer, locals: LoopLocals, labels: LoopLabels, exact: boolean) {
    this.exact = exact;
    this.writer = writer;
    this.locals = locals;
    this.labels = labels;
  }

  resolve(access: AccessPlan): void {
    const { body } = this.writer;
    const address = addressLocal(this.writer, access);
    const slot = this.writer.temporary('i32');
    pushMismatch(body, access, address, slot);
    body.brIf(this.labels.outside);
    stampAndPlace(body, access, slot, () => {
      body.get(this.locals.clock);
      body.i64(momentOf(access) - STEP);
      body.op('i64.add');
    });
  }

  settle(): void {}

  setFlags({ x, y, r, tag }: SetPlan): void {
    const { body } = this.writer;
    for (const value of [x, y, r]) this.writer.force(value);
    for (const [offset, value] of [
      [PRIVATE.x, x],
      [PRIVATE.y, y],
      [PRIVATE.r, r],
    ] as const) {
      body.i32(0);
      this.writer.emit(value);
      body.memory('i64.store', offset);
    }
    body.i32(0);
    this.writer.emit(tag);
    body.memory('i32.store', PRIVATE.kind);
  }

  overrideFlags(plan: OverridePlan): void {
    const { writer } = this;
    const { body } = writer;
    writer.force(plan.cf);
    if (plan.kind === 'overflow') writer.force(plan.of);
    const kind = writer.temporary('i32');
    body.i32(0);
    body.memory('i32.load', PRIVATE.kind);
    body.tee(kind);
    body.i32(KIND_MASK);
    body.op('i32.and');
    body.i32(KIND.carry);
    body.op('i32.lt_u');
    body.if();
    this.copy('i64', PRIVATE.savedX, PRIVATE.x);
    this.copy('i64', PRIVATE.savedY, PRIVATE.y);
    body.i32(0);
    body.get(kind);
    body.memory('i32.store', PRIVATE.savedKind);
    if (plan.kind === 'carry') {
      body.i32(0);
      body.i32(KIND.carry);
      body.memory('i32.store', PRIVATE.kind);
    }
    body.end();
    if (plan.kind === 'overflow') {
      body.i32(0);
      writer.emit(plan.of);
      body.i32(KIND_FLAG_SHIFT + FLAG_BIT.of);
      body.op('i32.shl');
      body.i32(KIND.overflow);
      body.op('i32.or');
      body.memory('i32.store', PRIVATE.kind);
    }
    body.i32(0);
    body.i64(0n);
    body.memory('i64.store', PRIVATE.x);
    body.i32(0);
    writer.emit(plan.cf);
    body.op('i64.extend_i32_u');
    body.memory('i64.store', PRIVATE.y);
  }

  private copy(type: 'i64', to: number, from: number): void {
    const { body } = this.writer;
    body.i32(0);
    body.i32(0);
    body.memory(`${type}.load`, from);
    body.memory(`${type}.store`, to);
  }

  writeFlagBits(): void {
    throw new Unsupported('materializes');
  }

  pushFlags(): void {
    throw new Unsupported('materializes');
  }

  divide(): void {
    throw new Unsupported('divides');
  }

  float({ value, fine, result }: FloatPlan): void {
    this.writer.emit(fine);
    this.writer.body.op('i32.eqz');
    this.writer.body.brIf(this.labels.outside);
    this.writer.emit(value);
    this.writer.body.set(result);
  }

  settleFloats(): void {}

  guard(value: Expression): void {
    this.writer.emit(value);
    this.writer.body.brIf(this.labels.outside);
  }

  protect(bad: Expression): void {
    this.guard(bad);
  }

  countReferences(amount: bigint): void {
    const { body } = this.writer;
    body.i32(0);
    body.i32(0);
    body.memory('i64.load', PRIVATE.references);
    body.i64(amount);
    body.op('i64.add');
    body.memory('i64.store', PRIVATE.references);
  }

  fault(): void {
    throw new Unsupported('faults');
  }

  goNext(): void {
    const { body } = this.writer;
    body.get(this.locals.record);
    body.i32(RECORD.bytes);
    body.op('i32.add');
    body.set(this.locals.record);
    body.br(this.labels.next);
  }

  /** A branch looks at the limit, unless every step does. */
  goNear(): void {
    const { body } = this.writer;
    body.get(this.locals.record);
    body.memory('i32.load', RECORD.displacement);
    body.set(this.locals.record);
    if (!this.exact) {
      body.get(this.locals.clock);
      body.i32(0);
      body.memory('i64.load', PRIVATE.limit);
      body.op('i64.ge_u');
      body.brIf(this.labels.limit);
    }
    body.br(this.labels.next);
  }

  goTo(): void {
    const { body } = this.writer;
    body.set(this.locals.target);
    body.br(this.labels.go);
  }
}
