import { type Condition, conditionFlags } from './conditions.js';
import { FLAG_BIT, type Flag, STATUS_FLAGS } from './flags.js';
import type { Form } from './form.js';
import { operandSlots } from './operands.js';
import type { OperandWidth, Width } from './registers.js';
import type { Operand, Semantics, TrapKind, ValueWidth } from './semantics.js';
import { SystemRecorder } from './system-effects.js';
import { instructionOf } from './table.js';
import { type Recorded, VectorRecorder } from './vector-effects.js';

/** What a meaning does with one explicit operand. An operand that is got and put is read-modify-write. */
export interface OperandAccess {
  readonly get: boolean;
  readonly put: boolean;
  /** Its address is formed (lea, bit tests). */
  readonly address: boolean;
}

/** What one form does at one width, whatever the values: derived by running its meaning once. */
export interface Effects {
  readonly operands: readonly OperandAccess[];
  readonly flagsRead: ReadonlySet<Flag>;
  /** Flags that may be written; a shift by zero writes none of them. */
  readonly flagsWritten: ReadonlySet<Flag>;
  /** Implicit registers by number; explicit operands are not among them. */
  readonly registersRead: ReadonlySet<number>;
  readonly registersWritten: ReadonlySet<number>;
  /** Accesses, explicit memory operands included. A modify is counted as a load and as a store too. */
  readonly loads: number;
  readonly stores: number;
  readonly modifies: number;
  readonly jumps: boolean;
  readonly trap: TrapKind | null;
  /** An access, a division or `fault` can raise an exception. */
  readonly mayFault: boolean;
}

const known: Effects[] = [];
const widthIndex: Record<Width, number> = { 8: 0, 16: 1, 32: 2, 64: 3 };

/** Effects of a form at a width; `memory` says that its rm operand is in memory (default: if the form allows it). */
export function effectsOf(form: Form, width: Width, memory = hasMemoryOperand(form)): Effects {
  const key = form.id * 8 + widthIndex[width] * 2 + (memory ? 1 : 0);
  known[key] ??= derive(form, width, memory);
  return known[key];
}

/** The form has an operand that is or may be in memory. */
export function hasMemoryOperand(form: Form): boolean {
  return form.operands.some((kind) => /^(m|rm|xm)/.test(kind));
}

function derive(form: Form, width: Width, memory: boolean): Effects {
  const recorder = new Recorder(form, width, memory);
  instructionOf[form.id]!.meaning(recorder, ...form.operands.keys());
  return recorder.effects();
}

/** The abstract machine that computes nothing and writes down what it is asked. */
class Recorder implements Semantics<Recorded> {
  readonly width: Width;
  readonly addressWidth = 64;
  readonly vector: VectorRecorder;
  readonly float: VectorRecorder;
  readonly system: SystemRecorder;
  private readonly form: Form;
  private readonly memory: boolean;
  private readonly operands: { get: boolean; put: boolean; address: boolean }[];
  private readonly flagsRead = new Set<Flag>();
  private readonly flagsWritten = new Set<Flag>();
  private readonly registersRead = new Set<number>();
  private readonly registersWritten = new Set<number>();
  private loads = 0;
  private stores = 0;
  private modifies = 0;
  private jumps = false;
  private kind: TrapKind | null = null;
  private faults = false;

  constructor(form: Form, width: Width, memory: boolean) {
    this.form = form;
    this.width = width;
    this.memory = memory;
    this.operands = form.operands.map(() => ({ get: false, put: false, address: false }));
    this.system = new SystemRecorder(`${form.mnemonic} '${form.text}'`);
    this.vector = this.float = new VectorRecorder(`${form.mnemonic} '${form.text}'`);
  }

  effects(): Effects {
    const { flagsRead, flagsWritten, registersRead, registersWritten, operands } = this;
    let { loads, stores, modifies } = this;
    operands.forEach((access, operand) => {
      if (!this.isMemory(operand)) return;
      if (access.get) loads++;
      if (access.put) stores++;
      if (access.get && access.put) modifies++;
    });
    const mayFault = this.faults || this.float.raises || this.system.raises || loads + stores > 0;
    const counts = { loads, stores, modifies, jumps: this.jumps, trap: this.kind, mayFault };
    return { operands, flagsRead, flagsWritten, registersRead, registersWritten, ...counts };
  }

  isMemory(operand: Operand): boolean {
    return this.memory && operandSlots(this.form, this.width)[operand]!.place === 'rm';
  }

  immediateValue(): number {
    return 0;
  }

  private widthOf(operand: Operand): OperandWidth {
    return operandSlots(this.form, this.width)[operand]!.width;
  }

  get(operand: Operand): Recorded {
    this.operands[operand]!.get = true;
    return this.widthOf(operand);
  }

  put(operand: Operand, value: Recorded, when: Recorded = 1): void {
    this.same(value, this.widthOf(operand));
    this.same(when, 1);
    this.operands[operand]!.put = true;
  }

  address(operand: Operand): Recorded {
    this.operands[operand]!.address = true;
    return 64;
  }

  register(number: number, width: Width): Recorded {
    this.registersRead.add(number);
    return width;
  }

  setRegister(number: number): void {
    this.registersWritten.add(number);
  }

  high8(): Recorded {
    return this.register(0, 8);
  }

  setHigh8(value: Recorded): void {
    this.same(value, 8);
    this.setRegister(0);
  }

  constant(_: number | bigint, width: ValueWidth): Recorded {
    return width;
  }

  /** Throws if a meaning mixes widths: a defect of the table. */
  private same(a: Recorded, b: Recorded): Recorded {
    if (a !== b)
      throw new Error(`${this.form.mnemonic} '${this.form.text}' at ${this.width}: widths ${a} and ${b} mixed`);
    return a;
  }

  private readonly binary = (a: Recorded, b: Recorded): Recorded => this.same(a, b);
  private readonly unary = (a: Recorded): Recorded => a;
  private readonly truth = (): Recorded => 1;
  private readonly comparison = (a: Recorded, b: Recorded): Recorded => {
    this.same(a, b);
    return 1;
  };

  readonly add = this.binary;
  readonly sub = this.binary;
  readonly mul = this.binary;
  readonly mulHigh = this.binary;
  readonly and = this.binary;
  readonly or = this.binary;
  readonly xor = this.binary;
  readonly shl = this.binary;
  readonly shr = this.binary;
  readonly sar = this.binary;
  readonly rotateLeft = this.binary;
  readonly rotateRight = this.binary;
  readonly not = this.unary;
  readonly neg = this.unary;
  readonly countTrailingZeros = this.unary;
  readonly highestBit = this.unary;
  readonly byteSwap = this.unary;
  readonly isZero = this.truth;
  readonly signBit = this.truth;
  readonly bit = this.truth;
  readonly parity = this.truth;
  readonly equal = this.comparison;
  readonly below = this.comparison;
  readonly less = this.comparison;

  private resized(a: Recorded, width: OperandWidth, grows: boolean): Recorded {
    if (grows ? a > width : a < width)
      throw new Error(`${this.form.mnemonic} '${this.form.text}': width ${a} cannot become ${width} that way`);
    return width;
  }

  zeroExtend(a: Recorded, width: OperandWidth): Recorded {
    return this.resized(a, width, true);
  }

  signExtend(a: Recorded, width: Width): Recorded {
    return this.resized(a, width, true);
  }

  truncate(a: Recorded, width: Width): Recorded {
    return this.resized(a, width, false);
  }

  select(condition: Recorded, a: Recorded, b: Recorded): Recorded {
    this.same(condition, 1);
    return this.same(a, b);
  }

  divide(_: boolean, high: Recorded, low: Recorded, divisor: Recorded) {
    this.faults = true;
    this.same(high, low);
    return { quotient: this.same(low, divisor), remainder: divisor };
  }

  flag(flag: Flag): Recorded {
    this.flagsRead.add(flag);
    return 1;
  }

  condition(condition: Condition): Recorded {
    for (const flag of conditionFlags(condition)) this.flagsRead.add(flag);
    return 1;
  }

  setFlags(recipe: string, a: Recorded, b: Recorded, result: Recorded): void {
    this.same(this.same(a, b), result);
    for (const flag of STATUS_FLAGS) {
      if (flag !== 'cf' || (recipe !== 'inc' && recipe !== 'dec')) this.flagsWritten.add(flag);
    }
  }

  setFlagValues(flags: Partial<Record<Flag, Recorded>>): void {
    for (const [flag, value] of Object.entries(flags)) {
      this.same(value, 1);
      this.flagsWritten.add(flag as Flag);
    }
  }

  readFlags(): Recorded {
    for (const flag of Object.keys(FLAG_BIT)) this.flagsRead.add(flag as Flag);
    return 64;
  }

  writeFlags(value: Recorded, mask: number): void {
    this.same(value, 64);
    for (const [flag, bit] of Object.entries(FLAG_BIT)) if ((mask >> bit) & 1) this.flagsWritten.add(flag as Flag);
  }

  load(address: Recorded, width: OperandWidth): Recorded {
    this.same(address, 64);
    this.loads++;
    return width;
  }

  loadForStore(address: Recorded, width: OperandWidth): Recorded {
    this.modifies++;
    return this.load(address, width);
  }

  probe(address: Recorded): void {
    this.same(address, 64);
  }

  store(address: Recorded): void {
    this.same(address, 64);
    this.stores++;
  }

  next(): Recorded {
    return 64;
  }

  jump(target: Recorded, when: Recorded = 1): void {
    this.same(target, 64);
    this.same(when, 1);
    this.jumps = true;
  }

  fault(): void {
    this.faults = true;
  }

  trap(kind: TrapKind): void {
    this.kind = kind;
  }
}
