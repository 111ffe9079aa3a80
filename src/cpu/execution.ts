import type { Decoded } from '../codec/decoded.js';
import { type Condition, conditionHolds } from '../isa/conditions.js';
import { effectsOf } from '../isa/effects.js';
import {
  FLAG_BIT,
  FLAGS_FIXED,
  type Flag,
  type FlagRecipe,
  flagsOf,
  STATUS_FLAGS,
  type StatusFlag,
} from '../isa/flags.js';
import { type OperandSlot, operandSlots } from '../isa/operands.js';
import { type OperandWidth, RAX, RCX, RDX, type Width } from '../isa/registers.js';
import type { MemorySegment, Operand, Semantics, TrapKind, ValueWidth } from '../isa/semantics.js';
import { instructionOf } from '../isa/table.js';
import { STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { DataAccesses } from './accesses.js';
import { addressConstant, usesStackSegment } from './address.js';
import { Fault } from './fault.js';
import { FloatUnit } from './float-unit.js';
import type { MemoryPort } from './port.js';
import { namedRegister, RegisterFile, type RegisterWrite } from './register-file.js';
import { SystemUnit } from './system-unit.js';
import { VECTOR } from './trap.js';
import { Arithmetic, dividePair, sized, type Value } from './values.js';
import { VectorArithmetic } from './vector-values.js';

const WRITTEN_FLAGS: readonly (StatusFlag | 'df')[] = [...STATUS_FLAGS, 'df'];

/**
 * One run of one meaning on the machine's state: the abstract machine with numbers. Loads happen at once; everything else
 * waits in lists until `commit`, in the order stores, flags, registers, rip.
 */
export class Execution extends Arithmetic implements Semantics<Value> {
  width: Width = 64;
  addressWidth: 32 | 64 = 64;
  /** What the run has read and will write. */
  readonly accesses: DataAccesses;
  readonly vector = new VectorArithmetic();
  readonly float: FloatUnit;
  readonly system: SystemUnit;
  trapKind: TrapKind | null = null;
  private decoded!: Decoded;
  private slots: readonly OperandSlot[] = [];
  private rip = 0n;
  private nextRip = 0n;
  private jumped = false;
  private rflags = 0;
  private newFlags = 0;
  private registerWrites: RegisterWrite[] = [];
  private readonly memory: PhysicalMemory;
  private readonly registers: RegisterFile;
  private readonly port: MemoryPort;

  constructor(memory: PhysicalMemory, port: MemoryPort) {
    super();
    this.memory = memory;
    this.port = port;
    this.registers = new RegisterFile(memory);
    this.accesses = new DataAccesses(port);
    this.float = new FloatUnit(memory);
    this.system = new SystemUnit(memory, port);
  }

  /** Runs the meaning of an instruction at `rip` up to, not including, its effects. Throws a `Fault`. */
  run(decoded: Decoded, rip: bigint): void {
    this.begin(decoded, rip);
    // Operand handles are positions; a meaning takes as many as its forms have.
    instructionOf[decoded.form.id]!.meaning(this, 0, 1, 2);
  }

  /** Prepares the run of an instruction; alone, it has no effect but to go on: a repeated one whose count is zero. */
  begin(decoded: Decoded, rip: bigint): void {
    this.decoded = decoded;
    this.width = decoded.width;
    this.addressWidth = decoded.address32 ? 32 : 64;
    this.slots = operandSlots(decoded.form, decoded.width);
    this.rip = rip;
    this.nextRip = BigInt.asUintN(64, rip + BigInt(decoded.length));
    this.rflags = this.newFlags = this.memory.u32[STATE.rflags >>> 2]!;
    this.registerWrites = [];
    this.jumped = false;
    this.accesses.begin();
    this.float.begin();
    this.system.begin();
    this.trapKind = null;
  }

  /** Makes the effects real: all stores are translated before the first byte is written. Throws a `Fault`, with nothing written. */
  commit(): void {
    this.float.settle();
    const translations = this.accesses.translateStores();
    if (this.jumped && !this.port.isCanonical(this.nextRip)) throw new Fault(VECTOR.generalProtection, 0, 0n);
    this.accesses.writeStores(translations);
    this.memory.u32[STATE.rflags >>> 2] = this.newFlags;
    this.float.commit();
    for (const { bank, number, high, value } of this.registerWrites) {
      if (bank === 'xmm') this.registers.writeXmm(number, value);
      else this.registers.write(number, high, value);
    }
    this.system.commit();
    this.memory.u64[STATE.rip >>> 3] = this.nextRip;
  }

  // Operands

  isMemory(operand: Operand): boolean {
    return this.slots[operand]!.place === 'rm' && this.decoded.memory !== null;
  }

  immediateValue(operand: Operand): number {
    return Number(this.get(operand).bits);
  }

  get(operand: Operand): Value {
    const slot = this.slots[operand]!;
    const { place, width } = slot;
    switch (place) {
      case 'reg':
        return this.encodedRegister(this.decoded.reg, slot);
      case 'rm':
        return this.decoded.memory === null
          ? this.encodedRegister(this.decoded.rm, slot)
          : this.loadOperand(operand, width);
      case 'rax':
        return this.registers.read(RAX, width);
      case 'rcx':
        return this.registers.read(RCX, width);
      case 'rdx':
        return this.registers.read(RDX, width);
      case 'one':
        return sized(1n, width);
      case 'immediate':
        return sized(this.decoded.immediate, width);
      case 'immediate2':
        return sized(this.decoded.immediate2, width);
      case 'control':
        return this.system.special(this.decoded.form.operands[operand]!, this.decoded.reg);
      case 'target':
        return sized(this.rip + BigInt(this.decoded.length) + this.decoded.immediate, 64);
    }
  }

  put(operand: Operand, value: Value, when?: Value): void {
    if (when !== undefined && when.bits === 0n) return;
    const { place, bank } = this.slots[operand]!;
    if (place === 'rax') this.setRegister(RAX, value);
    else if (place === 'control') this.system.setSpecial(this.decoded.form.operands[operand]!, this.decoded.reg, value);
    else if (place === 'reg') this.putEncoded(this.decoded.reg, bank, value);
    else if (this.decoded.memory === null) this.putEncoded(this.decoded.rm, bank, value);
    else this.store(this.operandAddress(operand, value.width), value);
  }

  /** The address of a memory operand that is accessed as one: of 128 bits it must be aligned. */
  private operandAddress(operand: Operand, width: ValueWidth): Value {
    const address = this.address(operand);
    if (width === 128 && (this.linear(address, 'data') & 15n) !== 0n) throw new Fault(VECTOR.generalProtection, 0, 0n);
    return address;
  }

  private loadOperand(operand: Operand, width: OperandWidth): Value {
    const { form } = this.decoded;
    const modifies = effectsOf(form, this.width, true).operands[operand]!.put;
    const address = this.operandAddress(operand, width);
    return modifies ? this.loadForStore(address, width) : this.load(address, width);
  }

  address(_operand: Operand): Value {
    const memory = this.decoded.memory!;
    let address = addressConstant(this.decoded, this.rip + BigInt(this.decoded.length));
    if (memory.base >= 0) address += this.register(memory.base, 64).bits;
    if (memory.index >= 0) address += this.register(memory.index, 64).bits << BigInt(memory.scale);
    return sized(BigInt.asUintN(this.addressWidth, address), 64);
  }

  // Registers

  private encodedRegister(encoded: number, { width, bank }: OperandSlot): Value {
    if (bank === 'xmm') return this.registers.readXmm(encoded, width);
    const { number, high } = namedRegister(encoded, width, this.decoded.rex);
    return high ? this.registers.readHigh(number) : this.registers.read(number, width);
  }

  private putEncoded(encoded: number, bank: OperandSlot['bank'], value: Value): void {
    const xmm = { number: encoded, high: false };
    const { number, high } = bank === 'xmm' ? xmm : namedRegister(encoded, value.width, this.decoded.rex);
    this.registerWrites.push({ bank, number, high, value });
  }

  register(number: number, width: Width): Value {
    return this.registers.read(number, width);
  }

  setRegister(number: number, value: Value): void {
    this.registerWrites.push({ bank: 'general', number, high: false, value });
  }

  high8(): Value {
    return this.registers.readHigh(RAX);
  }

  setHigh8(value: Value): void {
    this.registerWrites.push({ bank: 'general', number: RAX, high: true, value });
  }

  // Flags

  flag(flag: Flag): Value {
    return { width: 1, bits: (this.rflags >>> FLAG_BIT[flag]) & 1 ? 1n : 0n };
  }

  condition(condition: Condition): Value {
    return { width: 1, bits: conditionHolds(condition, this.rflags) ? 1n : 0n };
  }

  setFlags(recipe: FlagRecipe, a: Value, b: Value, result: Value): void {
    this.setFlagValues(flagsOf(this, recipe, a, b, result));
  }

  setFlagValues(flags: Partial<Record<StatusFlag | 'df', Value>>, when?: Value): void {
    if (when !== undefined && when.bits === 0n) return;
    for (const flag of WRITTEN_FLAGS) {
      const value = flags[flag];
      if (value === undefined) continue;
      const bit = 1 << FLAG_BIT[flag];
      if (value.bits === 1n) this.newFlags |= bit;
      else this.newFlags &= ~bit;
    }
  }

  readFlags(): Value {
    return { width: 64, bits: BigInt(this.rflags | FLAGS_FIXED) };
  }

  writeFlags(value: Value, mask: number): void {
    this.newFlags = (this.newFlags & ~mask) | (Number(value.bits & 0xffff_ffffn) & mask);
  }

  // Memory

  /** Adds the base of the segment, where it has one. */
  private linear(address: Value, segment: MemorySegment): bigint {
    if (segment !== 'data') return address.bits;
    const offset = this.addressWidth === 32 ? address.bits & 0xffff_ffffn : address.bits;
    const override = this.decoded.segment;
    if (override === 'fs') return BigInt.asUintN(64, offset + this.memory.u64[STATE.fsBase >>> 3]!);
    if (override === 'gs') return BigInt.asUintN(64, offset + this.memory.u64[STATE.gsBase >>> 3]!);
    return offset;
  }

  private isStack(segment: MemorySegment): boolean {
    return segment === 'stack' || (segment === 'data' && usesStackSegment(this.decoded));
  }

  load(address: Value, width: OperandWidth, segment: MemorySegment = 'data'): Value {
    return { width, bits: this.accesses.load(this.linear(address, segment), width, this.isStack(segment)) };
  }

  loadForStore(address: Value, width: OperandWidth, segment: MemorySegment = 'data'): Value {
    return { width, bits: this.accesses.loadForStore(this.linear(address, segment), width, this.isStack(segment)) };
  }

  store(address: Value, value: Value, segment: MemorySegment = 'data'): void {
    this.accesses.store(this.linear(address, segment), value, this.isStack(segment));
  }

  probe(address: Value, width: OperandWidth, segment: MemorySegment = 'data'): void {
    this.accesses.probe(this.linear(address, segment), width / 8, this.isStack(segment));
  }

  // Control

  next(): Value {
    return sized(this.rip + BigInt(this.decoded.length), 64);
  }

  jump(target: Value, when?: Value): void {
    if (when !== undefined && when.bits === 0n) return;
    this.nextRip = target.bits;
    this.jumped = true;
  }

  divide(isSigned: boolean, high: Value, low: Value, divisor: Value) {
    const result = dividePair(isSigned, high, low, divisor);
    if (result === null) throw new Fault(VECTOR.divideError, 0, 0n);
    return result;
  }

  fault(vector: number, errorCode = 0): void {
    throw new Fault(vector, errorCode, 0n);
  }

  trap(kind: TrapKind): void {
    this.trapKind = kind;
  }
}
