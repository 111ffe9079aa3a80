import type { OperandKind } from '../isa/form.js';
import { segmentRegisters } from '../isa/registers.js';
import type { SegmentName, SystemSegment, SystemSemantics, TableRegister } from '../isa/system-semantics.js';
import { COUNTER, COUNTERS, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { Fault } from './fault.js';
import type { MemoryPort } from './port.js';
import { checkCode, checkSegment, selectorPlace, visibleDescriptor } from './segments.js';
import { VECTOR } from './trap.js';
import { sized, type Value } from './values.js';

/** Control registers that exist. */
export type ControlNumber = 0 | 2 | 3 | 4 | 8;

const controlPlaces: Record<ControlNumber, number> = {
  0: STATE.cr0,
  2: STATE.cr2,
  3: STATE.cr3,
  4: STATE.cr4,
  8: STATE.cr8,
};

/** Bits of CR0: protection and paging stay on in 64-bit mode; not write-through needs caching disabled. */
const CR0 = { needed: 0x8000_0001n, writable: 0xe005_003fn, notWriteThrough: 0x2000_0000n, cacheDisable: 0x4000_0000n };
/** Bits of CR4: TSD, DE, PSE, PAE, MCE, PGE, PCE, OSFXSR, OSXMMEXCPT, PCIDE, SMEP, SMAP; LA57, which cannot be changed in 64-bit mode. */
const CR4 = { needed: 0x20n, writable: 0x32_07fcn, timestampDisable: 4n, spaceNumbers: 0x2_0000n, fiveLevels: 0x1000n };
/** Bits of CR3: the number of the address space with CR4.PCIDE, and then, when it is written: keep what is cached. */
const CR3 = { number: 0xfffn, keep: 1n << 63n };
/** Bits of EFER: SCE, LME, LMA, NXE. */
const EFER = { writable: 0xd01n, longMode: 0x500n, syscall: 1n };

const MSR_EFER = 0xc000_0080;
const MSR_TIMESTAMP = 0x10;
/** Model-specific registers that are plain storage (Intel SDM vol. 4), and whether they hold an address. */
const modelPlaces = new Map<number, { readonly at: number; readonly address: boolean }>([
  [0xc000_0081, { at: STATE.star, address: false }],
  [0xc000_0082, { at: STATE.lstar, address: true }],
  [0xc000_0083, { at: STATE.cstar, address: true }],
  [0xc000_0084, { at: STATE.syscallMask, address: false }],
  [0xc000_0100, { at: STATE.fsBase, address: true }],
  [0xc000_0101, { at: STATE.gsBase, address: true }],
  [0xc000_0102, { at: STATE.kernelGsBase, address: true }],
]);

function refuse(errorCode = 0): never {
  throw new Fault(VECTOR.generalProtection, errorCode, 0n);
}

/** The system part of `Semantics` on the state in the one buffer. Writes wait in a list until `commit`. */
export class SystemUnit implements SystemSemantics<Value> {
  private readonly memory: PhysicalMemory;
  private readonly port: MemoryPort;
  private effects: (() => void)[] = [];

  constructor(memory: PhysicalMemory, port: MemoryPort) {
    this.memory = memory;
    this.port = port;
  }

  begin(): void {
    if (this.effects.length > 0) this.effects = [];
  }

  commit(): void {
    for (const effect of this.effects) effect();
  }

  private read(at: number): bigint {
    return this.memory.u64[at >>> 3]!;
  }

  private write(at: number, value: bigint): void {
    this.effects.push(() => {
      this.memory.u64[at >>> 3] = value;
    });
  }

  private get level(): number {
    return this.memory.u32[STATE.cpl >>> 2]!;
  }

  privilege(): Value {
    return sized(BigInt(this.level), 16);
  }

  setPrivilege(code: Value, stack: Value): void {
    const level = Number(code.bits & 3n);
    if (level < this.level || level === 1 || level === 2) refuse(Number(code.bits & 0xfffcn));
    if (Number(stack.bits & 3n) !== level) refuse(Number(stack.bits & 0xfffcn));
    this.effects.push(() => {
      this.memory.u32[STATE.cpl >>> 2] = level;
    });
  }

  /** An operand that is a control, debug or segment register. */
  special(kind: OperandKind, number: number): Value {
    if (kind === 'creg') return this.control(number as ControlNumber);
    if (kind === 'dreg') return sized(this.read(debugPlace(number)), 64);
    return this.segment(kind === 'sreg' ? segmentRegisters[number]! : (kind as 'fs' | 'gs'));
  }

  setSpecial(kind: OperandKind, number: number, value: Value): void {
    if (kind === 'creg') this.setControl(number as ControlNumber, value);
    else if (kind === 'dreg') this.setDebug(number, value);
    else this.setSegment(kind === 'sreg' ? (segmentRegisters[number] as SegmentName) : (kind as 'fs' | 'gs'), value);
  }

  /** DR6 and DR7 have 32 bits that can be written. */
  private setDebug(number: number, { bits }: Value): void {
    if (number >= 4 && bits >> 32n !== 0n) refuse();
    this.write(debugPlace(number), bits);
  }

  segment(name: SegmentName | SystemSegment | 'cs'): Value {
    const place = selectorPlace(name, this.level);
    return sized(BigInt('is' in place ? place.is : this.memory.u16[place.at >>> 1]!), 16);
  }

  setSegment(name: SegmentName | SystemSegment, { bits }: Value): void {
    const selector = Number(bits);
    if (name !== 'ldt' && name !== 'task') checkSegment(name, selector, this.level);
    const place = selectorPlace(name, this.level);
    if ('is' in place) return;
    this.effects.push(() => {
      this.memory.u16[place.at >>> 1] = selector;
    });
    if (name === 'fs' || name === 'gs') this.write(name === 'fs' ? STATE.fsBase : STATE.gsBase, 0n);
  }

  enterCode(selector: Value, returning: boolean): void {
    checkCode(Number(selector.bits), this.level, returning);
  }

  descriptor(selector: Value) {
    const found = visibleDescriptor(Number(selector.bits), this.level);
    return {
      visible: { width: 1, bits: found === null ? 0n : 1n },
      writable: { width: 1, bits: found?.kind === 'data' ? 1n : 0n },
      rights: sized(BigInt(found?.rights ?? 0), 32),
      limit: sized(0xffff_ffffn, 32),
    } as const;
  }

  vectorRegister(number: number): Value {
    const at = STATE.xmm + 16 * number;
    return { width: 128, bits: this.read(at) | (this.read(at + 8) << 64n) };
  }

  setVectorRegister(number: number, { bits }: Value): void {
    const at = STATE.xmm + 16 * number;
    this.write(at, BigInt.asUintN(64, bits));
    this.write(at + 8, bits >> 64n);
  }

  control(number: ControlNumber): Value {
    return sized(this.read(controlPlaces[number]), 64);
  }

  setControl(number: ControlNumber, { bits }: Value): void {
    if (number === 2 || number === 8) {
      if (number === 8 && bits > 15n) refuse();
      this.write(controlPlaces[number], bits);
    } else {
      const value = number === 0 ? checkedCr0(bits) : number === 4 ? this.checkedCr4(bits) : this.checkedCr3(bits);
      this.effects.push(() => this.port.writeControlRegister(number, value));
    }
  }

  modelRegister(number: Value): Value {
    const index = Number(number.bits);
    if (index === MSR_EFER) return sized(this.read(STATE.efer), 64);
    if (index === MSR_TIMESTAMP) return sized(this.steps(), 64);
    const place = modelPlaces.get(index);
    return sized(this.read(place === undefined ? refuse() : place.at), 64);
  }

  setModelRegister(number: Value, { bits }: Value): void {
    const index = Number(number.bits);
    if (index === MSR_EFER) {
      this.setEfer(bits);
      return;
    }
    const place = modelPlaces.get(index);
    if (place === undefined || (place.address && !this.port.isCanonical(bits))) refuse();
    this.write(place.at, bits);
  }

  /** Long mode cannot be left while paging is on. */
  private setEfer(bits: bigint): void {
    const changed = bits ^ this.read(STATE.efer);
    if ((bits & ~EFER.writable) !== 0n || (changed & EFER.longMode) !== 0n) refuse();
    this.write(STATE.efer, bits);
  }

  exchangeGsBases(): void {
    const own = this.read(STATE.gsBase);
    this.write(STATE.gsBase, this.read(STATE.kernelGsBase));
    this.write(STATE.kernelGsBase, own);
  }

  table(register: TableRegister): { base: Value; limit: Value } {
    const [base, limit] = tablePlaces(register);
    return { base: sized(this.read(base), 64), limit: sized(this.read(limit), 16) };
  }

  setTable(register: TableRegister, base: Value, limit: Value): void {
    if (!this.port.isCanonical(base.bits)) refuse();
    const places = tablePlaces(register);
    this.write(places[0], base.bits);
    this.write(places[1], limit.bits);
  }

  private steps(): bigint {
    return this.memory.u64[(COUNTERS + 8 * COUNTER.steps) >>> 3]!;
  }

  timestamp(): Value {
    if (this.level !== 0 && (this.read(STATE.cr4) & CR4.timestampDisable) !== 0n) refuse();
    return sized(this.steps(), 64);
  }

  invalidatePage(address: Value): void {
    this.effects.push(() => this.port.invalidatePage(address.bits));
  }

  invalidate(type: Value, descriptor: Value): void {
    const address = descriptor.bits >> 64n;
    const identifier = BigInt.asUintN(64, descriptor.bits);
    if (type.bits > 3n || identifier >> 12n !== 0n) refuse();
    // Without CR4.PCIDE address spaces have no numbers: only 0 may be named.
    if (type.bits < 2n && identifier !== 0n && !this.numbered) refuse();
    if (type.bits === 0n && !this.port.isCanonical(address)) refuse();
    const { port } = this;
    if (type.bits === 0n) this.effects.push(() => port.invalidatePageIn(Number(identifier), address));
    else if (type.bits === 1n) this.effects.push(() => port.invalidateSpace(Number(identifier)));
    else this.effects.push(() => port.invalidateAll(type.bits === 2n));
  }

  /** Address spaces have numbers. */
  private get numbered(): boolean {
    return (this.read(STATE.cr4) & CR4.spaceNumbers) !== 0n;
  }

  /** Bits from MAXPHYADDR on are reserved; bit 63 is none of CR3's. */
  private checkedCr3(bits: bigint): bigint {
    const address = this.numbered ? bits & ~CR3.keep : bits;
    if (address >> BigInt(this.port.physicalBits) !== 0n) refuse();
    return bits;
  }

  /** Numbers come into use in space 0 only (Intel SDM vol. 3, 4.10.1). */
  private checkedCr4(bits: bigint): bigint {
    const levels = this.read(STATE.cr4) & CR4.fiveLevels;
    if ((bits & ~CR4.writable) !== levels || (bits & CR4.needed) === 0n) refuse();
    const begins = (bits & CR4.spaceNumbers) !== 0n && !this.numbered;
    if (begins && (this.read(STATE.cr3) & CR3.number) !== 0n) refuse();
    return bits;
  }
}

/** DR4 and DR5 stand for DR6 and DR7 (Intel SDM vol. 3, 18.2.2). */
function debugPlace(number: number): number {
  return STATE.debug + 8 * (number < 4 ? number : 4 + (number & 1));
}

function tablePlaces(register: TableRegister): [base: number, limit: number] {
  return register === 'gdt' ? [STATE.gdtBase, STATE.gdtLimit] : [STATE.idtBase, STATE.idtLimit];
}

function checkedCr0(bits: bigint): bigint {
  if (bits >> 32n !== 0n || (bits & CR0.needed) !== CR0.needed) refuse();
  if ((bits & CR0.notWriteThrough) !== 0n && (bits & CR0.cacheDisable) === 0n) refuse();
  return bits & CR0.writable;
}
