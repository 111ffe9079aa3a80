import { hasMemoryOperand } from '../../../src/isa/effects.js';
import type { Form } from '../../../src/isa/form.js';
import { RBP, RBX, RCX, RDI, RDX, RSI, RSP, type Width } from '../../../src/isa/registers.js';
import { forms } from '../../../src/isa/table.js';
import {
  type Batch,
  type Case,
  CODE,
  CODE_BYTES,
  DATA,
  DATA_BYTES,
  FS_BASE,
  GS_BASE,
  LANDING_BYTES,
  type Vectors,
  WRITABLE_BYTES,
} from './layout.js';
import { Random } from './random.js';
import { randomVectors } from './vectors.js';

/** One thing to test: a form at a width, with its rm operand in a register or in memory. */
export interface Shape {
  readonly form: Form;
  readonly width: Width;
  readonly memory: boolean;
}

/**
 * Not compared with the processor: what the kernel answers (syscall, int), what the model answers differently by design (cpuid, rdtsc,
 * the tables that sgdt and sidt show, CR0, TR and LDTR, which Linux makes up, the selectors that iret checks, x87 in fxsave and bit 17 of
 * MXCSR in fxrstor, the shadow stacks of rdssp), control registers, int1, after which rip differs under hypervisors, and the breakpoint that ends a case.
 */
const excluded = new Set([
  ...['syscall', 'int', 'cpuid', 'rdtsc', 'sgdt', 'sidt', 'smsw', 'sldt', 'str', 'iret', 'int1', 'int3'],
  ...['fxsave', 'fxsave64', 'fxrstor', 'fxrstor64', 'rdsspd', 'rdsspq'],
]);

/** Selectors that Linux has, and some that it has not. 0x20 would lead to 32-bit mode. */
const SELECTORS = [0, 3, 0x10, 0x13, 0x18, 0x28, 0x2b, 0x30, 0x31, 0x33, 0x2c, 0x37, 0x6b, 0xfff8];
const SEGMENTED = /^(lar|lsl|ver[rw]|l[sfg]s)$/;
const isSegmented = (form: Form) => SEGMENTED.test(form.mnemonic) || form.operands.includes('sreg');
const isFar = (form: Form) => /^l(ret|jmp|call)$/.test(form.mnemonic);

/** Every form, width and operand shape that is compared. */
export const shapes: readonly Shape[] = forms
  .filter((form) => !form.encodeOnly && !excluded.has(form.mnemonic) && !form.operands.includes('creg'))
  .flatMap((form) => form.widths.map((width) => ({ form, width })))
  .flatMap(({ form, width }) => {
    const memoryOnly = form.operands.some((kind) => /^m(\d|$|offs)/.test(kind));
    const choices = memoryOnly ? [true] : hasMemoryOperand(form) ? [false, true] : [false];
    return choices.map((memory) => ({ form, width, memory }));
  });

/** A batch of `count` cases, one shape of the pool after the other from `first` on. */
export function generateBatch(seed: number, first: number, count: number, pool = shapes): Batch {
  const random = new Random(seed);
  const memory = memoryContent(random);
  const cases = Array.from({ length: count }, (_, index) => {
    const shape = pool[(first + index) % pool.length]!;
    for (;;) {
      const made = new Maker(random, shape).make();
      if (made !== null) return made;
    }
  });
  return { memory, cases };
}

/** Words of every kind: numbers, pointers into the landing zone and the data pages, runs of equal bytes. */
function memoryContent(random: Random): Uint8Array {
  const bytes = new Uint8Array(DATA_BYTES);
  const words = new BigUint64Array(bytes.buffer);
  for (let index = 0; index < words.length; index++) {
    const kind = random.below(6);
    if (kind === 0) words[index] = CODE + BigInt(random.below(LANDING_BYTES));
    else if (kind === 1) words[index] = DATA + BigInt(random.below(DATA_BYTES));
    else if (kind === 2 && index > 0) words[index] = words[index - 1]!;
    else if (random.chance(8)) words[index] = farPointer(random);
    else if (kind === 3) words[index] = random.float(random.chance(50) ? 32 : 64);
    else if (kind === 4 && random.chance(30)) words[index] = (BigInt(random.next() & 0xffff) << 32n) | 0x1f80n;
    else words[index] = random.value();
  }
  return bytes;
}

/** An offset in the landing zone with a selector behind it, or a selector alone. */
function farPointer(random: Random): bigint {
  const selector = BigInt(random.chance(60) ? 0x33 : random.pick(SELECTORS));
  if (random.chance(30)) return selector;
  return (selector << 32n) | (CODE + BigInt(random.below(LANDING_BYTES)));
}

const signed = (value: bigint, bits: number) => BigInt.asIntN(bits, value);
const fits = (value: bigint, bits: number) => signed(value, bits) === value;

/** Makes one case of a shape; `make` returns null when its choices contradict each other. */
class Maker {
  private readonly random: Random;
  private readonly form: Form;
  private readonly width: Width;
  private readonly memory: boolean;
  private readonly registers: bigint[];
  private readonly address32: boolean;
  private readonly segment: number;
  private readonly lock: boolean;
  private readonly repeat: number;
  private readonly vectors: Vectors | null;
  private rexBits = 0;
  private needsRex = false;

  constructor(random: Random, { form, width, memory }: Shape) {
    this.random = random;
    this.form = form;
    this.width = width;
    this.memory = memory;
    const addressed = memory || form.repeat !== 'none' || form.mnemonic === 'maskmovdqu';
    this.address32 = (addressed || /^(loop|jrcxz)/.test(form.mnemonic)) && random.chance(8);
    this.segment = addressed && random.chance(12) ? random.pick([0x64, 0x65, 0x64, 0x65, 0x2e, 0x36, 0x3e, 0x26]) : 0;
    this.lock = memory && form.lockable && random.chance(25);
    this.repeat = form.repeat === 'none' ? 0 : random.pick([0, 0xf2, 0xf3, 0xf3]);
    this.registers = Array.from({ length: 16 }, () => random.value());
    this.vectors = form.sse ? randomVectors(random, form.mnemonic) : null;
  }

  make(): Case | null {
    this.prepareRegisters();
    const offset = this.chooseOffset();
    const operandBytes = this.operandBytes();
    if (operandBytes === null) return null;
    const head = [...this.prefixBytes(), ...this.opcodeBytes()];
    const immediateBytes = this.form.immediates.map((code) => this.immediateSize(code));
    const length = head.length + operandBytes.bytes.length + immediateBytes.reduce((sum, size) => sum + size, 0);
    if (length > 15) return null;
    const next = CODE + BigInt(offset + length);
    if (operandBytes.target !== null && !this.patchRipRelative(operandBytes, next)) return null;
    const immediates = this.form.immediates.flatMap((code) => this.immediate(code, next));
    const code = Uint8Array.from([...head, ...operandBytes.bytes, ...immediates]);
    if (this.undefinedResult(immediates)) return null;
    const { registers, form, width, vectors } = this;
    return { form: form.id, width, code, offset, registers, flags: this.flags(), vectors };
  }

  /** At width 16 a double shift by more than the width has no defined result. */
  private undefinedResult(immediates: readonly number[]): boolean {
    if (!/^sh[lr]d$/.test(this.form.mnemonic) || this.width !== 16) return false;
    const count = immediates.length > 0 ? immediates[0]! : Number(this.registers[RCX]! & 31n);
    return (count & 31) > 16;
  }

  /** Mostly inside a page; sometimes across the two code pages, or across their end. */
  private chooseOffset(): number {
    const { random } = this;
    if (random.chance(4)) return 0x1000 - 1 - random.below(14);
    if (random.chance(3)) return CODE_BYTES - 1 - random.below(14);
    return LANDING_BYTES + 0x100 + random.below(CODE_BYTES - LANDING_BYTES - 0x200);
  }

  private flags(): number {
    const status = this.random.next() & 0x8d5;
    return 0x202 | status | (this.random.chance(40) ? 0x400 : 0);
  }

  // Registers

  private prepareRegisters(): void {
    const { random, registers, form } = this;
    registers[RSP] = this.stackAddress();
    // Enter probes the end of the frame it reserves: keep that inside the pages.
    if (form.mnemonic === 'enter') registers[RSP] = DATA + BigInt(0x600 + random.below(WRITABLE_BYTES - 0x800));
    if (form.mnemonic === 'leave' || form.mnemonic === 'enter') registers[RBP] = this.stackAddress();
    if (form.repeat !== 'none') {
      registers[RSI] = this.pointer(this.dataAddress(), 'rsi');
      registers[RDI] = this.pointer(this.dataAddress(), 'rdi');
      if (this.repeat !== 0) registers[RCX] = this.count();
    }
    if (form.mnemonic === 'xlat') registers[RBX] = this.pointer(this.dataAddress(), 'rsi');
    if (form.mnemonic === 'maskmovdqu') registers[RDI] = this.pointer(this.dataAddress(), 'rsi');
    if (/^loop|^jrcxz/.test(form.mnemonic) && random.chance(60)) registers[RCX] = BigInt(random.below(3));
    if (/div$/.test(form.mnemonic) && random.chance(70)) {
      const sign = signed(registers[0]!, this.width) < 0n && form.mnemonic === 'idiv';
      registers[RDX] = random.chance(80) ? (sign ? 0xffff_ffff_ffff_ffffn : 0n) : BigInt(random.below(64));
      if (this.width === 8) registers[0] = BigInt(random.below(0x4000));
    }
  }

  private count(): bigint {
    const count = BigInt(this.random.below(9));
    return this.address32 ? count | (BigInt(this.random.next()) << 32n) : count;
  }

  private stackAddress(): bigint {
    const { random } = this;
    if (random.chance(2)) return 0x8000_0000_0000_0000n + BigInt(random.below(0x1000));
    if (random.chance(8)) return DATA + BigInt(random.pick([0, 2, 4, 8, 0x2ff8, 0x2ffc, 0x3000, 0x3ffc, 0x4000]));
    const address = DATA + BigInt(0x200 + random.below(WRITABLE_BYTES - 0x400));
    return random.chance(85) ? address & ~7n : address;
  }

  /** Where an operand is to lie: anywhere in the data pages, across two of them, or where it must fault. */
  private dataAddress(): bigint {
    const linear = this.anyAddress();
    // Most vectors in memory must be aligned.
    // A far pointer lies where its words were put.
    if ((isFar(this.form) || isSegmented(this.form)) && this.random.chance(60))
      return DATA + BigInt(this.random.below(WRITABLE_BYTES / 8 - 8) * 8);
    const aligned = this.form.operands.some((kind) => kind === 'xm' || kind === 'm128');
    return aligned && this.random.chance(85) ? linear & ~15n : linear;
  }

  private anyAddress(): bigint {
    const { random } = this;
    const kind = random.below(100);
    const near = BigInt(1 + random.below(this.form.sse ? 15 : 7));
    if (this.lock || this.form.mnemonic === 'xchg') return DATA + BigInt(random.below(0x900) * 8);
    if (kind < 68) return DATA + BigInt(random.below(WRITABLE_BYTES - 8));
    if (kind < 80) return DATA + BigInt(random.pick([0x1000, 0x2000])) - near;
    if (kind < 86) return DATA + BigInt(WRITABLE_BYTES + random.below(0xff8));
    if (kind < 90) return DATA + BigInt(WRITABLE_BYTES) - near;
    if (kind < 93) return DATA + BigInt(DATA_BYTES) - near;
    if (kind < 95) return DATA + BigInt(DATA_BYTES + random.below(0x1000));
    if (kind < 97) return DATA - near;
    if (kind < 98) return BigInt(random.below(0x100));
    if (this.address32) return DATA;
    return random.pick([0x8000_0000_0000n, 0xffff_7fff_ffff_fff0n, 0x1234_5678_9abc_def0n]) + near;
  }

  private segmentBase(): bigint {
    return this.segment === 0x64 ? FS_BASE : this.segment === 0x65 ? GS_BASE : 0n;
  }

  /** A register value that points at a linear address; what 32-bit addressing ignores is filled with noise. */
  private pointer(linear: bigint, register: 'rsi' | 'rdi' | 'base'): bigint {
    const base = register === 'rdi' ? 0n : this.segmentBase();
    const address = BigInt.asUintN(64, linear - base);
    if (!this.address32) return address;
    return (address & 0xffff_ffffn) | (BigInt(this.random.next()) << 32n);
  }

  // Encoding

  private prefixBytes(): number[] {
    const { form, width } = this;
    const bytes = this.random.chance(15) ? this.idlePrefixes() : [];
    if (this.segment !== 0) bytes.push(this.segment);
    if (this.address32) bytes.push(0x67);
    if (width === 16 && form.sized) bytes.push(0x66);
    if (this.repeat !== 0) bytes.push(this.repeat);
    if (this.lock) bytes.push(0xf0);
    if (form.prefix !== 0) bytes.push(form.prefix);
    const ignored = form.sse && form.widths.length === 1 && this.random.chance(5);
    const wide = (width === 64 && !form.default64) || ignored;
    if (wide || this.needsRex || this.rexBits !== 0 || this.random.chance(10)) {
      bytes.push(0x40 | (wide ? 8 : 0) | this.rexBits);
    }
    return bytes;
  }

  /** Prefixes that change nothing: repeated, overruled, without meaning for the instruction, or a REX that is not the last prefix. */
  private idlePrefixes(): number[] {
    const { random, form, width } = this;
    const idle = [0x26, 0x2e, 0x36, 0x3e];
    // F3 in front of bsf, bsr and 90 selects other instructions; AMD's loope and loopne mind F2 and F3.
    const minds = /^(bs[fr]|nop|xchg|loop.*)$/.test(form.mnemonic);
    if (form.repeat === 'none' && form.prefix === 0 && !minds && !form.sse) idle.push(0xf2, 0xf3);
    if (width === 16 && form.sized) idle.push(0x66);
    if (form.widths.length === 1 && width === 8 && !form.sse) idle.push(0x66);
    if (form.sse && form.prefix !== 0) idle.push(0x66);
    if (width === 64 && !form.default64 && form.widths.length > 1 && !form.sse) idle.push(0x66);
    if (this.address32) idle.push(0x67);
    const some = Array.from({ length: 1 + random.below(3) }, () => random.pick(idle));
    return random.chance(25) ? [0x40 | random.below(16), 0x2e, ...some] : some;
  }

  private opcodeBytes(): number[] {
    const { map, opcode, fixedModrm } = this.form;
    const bytes = [[], [0x0f], [0x0f, 0x38], [0x0f, 0x3a]][map]!.slice();
    bytes.push(opcode + this.lowBits);
    if (fixedModrm >= 0) bytes.push(fixedModrm);
    return bytes;
  }

  private lowBits = 0;

  /** ModRM, SIB and displacement. `target` is the linear address of a rip-relative operand, patched in later. */
  private operandBytes(): { bytes: number[]; target: bigint | null } | null {
    const { random, form } = this;
    if (form.registerInOpcode) {
      const number = random.below(16);
      this.lowBits = number & 7;
      this.rexBits |= number >> 3;
      this.prepareTarget(number);
    }
    if (!form.modrm || form.fixedModrm >= 0) return { bytes: [], target: null };
    let reg = form.digit;
    let number = -1;
    if (reg < 0) {
      number = this.regNumber();
      reg = number & 7;
      this.rexBits |= (number >> 3) << 2;
    }
    if (this.memory) return this.memoryBytes(reg, number);
    return this.registerBytes(reg);
  }

  /** CS cannot be loaded. */
  private regNumber(): number {
    const { random, form } = this;
    if (form.operands[0] === 'sreg') return random.pick([0, 2, 3, 4, 5]);
    if (form.operands.includes('sreg')) return random.below(6);
    return random.below(form.operands.includes('dreg') ? 8 : 16);
  }

  private registerBytes(reg: number): { bytes: number[]; target: null } | null {
    const { random } = this;
    const rm = random.below(16);
    this.rexBits |= rm >> 3;
    if (isSegmented(this.form) && random.chance(90)) {
      const noise = this.registers[rm]! & ~0xffffn;
      this.registers[rm] = noise | BigInt(random.pick(SELECTORS));
    }
    // A call through rsp would push onto the code pages.
    if (rm === RSP && this.form.mnemonic === 'call') return null;
    this.prepareTarget(rm);
    return { bytes: [0xc0 | (reg << 3) | (rm & 7)], target: null };
  }

  /** An indirect jump goes somewhere that ends the case. */
  private prepareTarget(number: number): void {
    if (/^(jmp|call)$/.test(this.form.mnemonic)) this.registers[number] = this.jumpTarget();
  }

  private jumpTarget(): bigint {
    const { random } = this;
    if (random.chance(70)) return CODE + BigInt(random.below(LANDING_BYTES));
    return random.pick([DATA + BigInt(random.below(DATA_BYTES)), DATA + BigInt(DATA_BYTES) + 8n, 0x8000_0000_0000n]);
  }

  /** Registers whose value is fixed before an address is made of them. */
  private isFixed(number: number): boolean {
    if (number === RSP) return true;
    if (number === RBP) return this.form.mnemonic === 'enter' || this.form.mnemonic === 'leave';
    return number === RCX && this.form.operands.includes('cl');
  }

  private memoryBytes(reg: number, regNumber: number): { bytes: number[]; target: bigint | null } | null {
    const { random } = this;
    if (regNumber === RSP && /^bt/.test(this.form.mnemonic)) return null;
    const linear = this.dataAddress() - this.bitOffset(regNumber);
    const kind = random.below(10);
    if (kind === 0) return { bytes: [(reg << 3) | 5, 0, 0, 0, 0], target: linear };
    if (kind === 1) return this.absoluteBytes(reg, linear);
    if (kind < 6) return this.baseBytes(reg, regNumber, linear);
    return this.baseIndexBytes(reg, regNumber, linear);
  }

  /** Bytes by which a bit test with a register index leaves its operand. Makes the index reach a bit near. */
  private bitOffset(regNumber: number): bigint {
    if (!/^bt.?$/.test(this.form.mnemonic) || this.form.operands[1] !== 'r') return 0n;
    const { random, registers, width } = this;
    const index = BigInt(random.below(4000) - 2000);
    registers[regNumber] = BigInt.asUintN(64, index);
    if (width < 64 && random.chance(50)) registers[regNumber] ^= BigInt(random.next()) << 32n;
    const value = signed(registers[regNumber]!, width);
    const size = BigInt(width);
    return ((value - (((value % size) + size) % size)) / size) * (size / 8n);
  }

  private absoluteBytes(reg: number, linear: bigint): { bytes: number[]; target: null } | null {
    const address = signed(linear - this.segmentBase(), 64);
    if (!fits(address, 32)) return null;
    return { bytes: [(reg << 3) | 4, 0x25, ...little(address, 4)], target: null };
  }

  private baseBytes(reg: number, regNumber: number, linear: bigint): { bytes: number[]; target: null } | null {
    const base = this.random.below(16);
    if (base === regNumber && /^bt/.test(this.form.mnemonic)) return null;
    this.rexBits |= base >> 3;
    const displacement = this.displacement(base, 0n, linear, base === regNumber);
    if (displacement === null) return null;
    const sib = (base & 7) === 4 ? [0x24] : [];
    return { bytes: [(displacement.mode << 6) | (reg << 3) | (base & 7), ...sib, ...displacement.bytes], target: null };
  }

  private baseIndexBytes(reg: number, regNumber: number, linear: bigint): { bytes: number[]; target: null } | null {
    const { random, registers } = this;
    const base = random.below(16);
    const index = random.pick([0, 1, 2, 3, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15]);
    if (base === index) return null;
    if (/^bt/.test(this.form.mnemonic) && (base === regNumber || index === regNumber)) return null;
    this.rexBits |= (base >> 3) | ((index >> 3) << 1);
    const scale = random.below(4);
    if (!this.isFixed(index) && random.chance(60))
      registers[index] = BigInt.asUintN(64, BigInt(random.below(4000) - 2000));
    const displacement = this.displacement(base, registers[index]! << BigInt(scale), linear, base === regNumber);
    if (displacement === null) return null;
    const sib = (scale << 6) | ((index & 7) << 3) | (base & 7);
    return { bytes: [(displacement.mode << 6) | (reg << 3) | 4, sib, ...displacement.bytes], target: null };
  }

  /** Displacement (and the base register's value) such that the operand lies at `linear`. */
  private displacement(base: number, indexed: bigint, linear: bigint, keep: boolean) {
    const { random, registers, form } = this;
    const wanted = linear - this.segmentBase() - indexed;
    const fixed = this.isFixed(base) || (keep && random.chance(50) && /^(x|cmp|bt)/.test(form.mnemonic));
    const modes = (base & 7) === 5 ? [1, 2] : [0, 1, 2];
    if (!fixed) {
      const mode = random.pick(modes);
      const value = mode === 0 ? 0n : BigInt(mode === 1 ? random.below(256) - 128 : random.next() | 0);
      registers[base] = this.pointerTo(wanted - value);
      return { mode, bytes: mode === 0 ? [] : little(value, mode === 1 ? 1 : 4) };
    }
    const moved = base === RSP && form.mnemonic === 'pop' ? BigInt(this.width / 8) : 0n;
    const value = signed(wanted - registers[base]! - moved, this.address32 ? 32 : 64);
    if (fits(value, 8) && random.chance(50)) return { mode: 1, bytes: little(value, 1) };
    return fits(value, 32) ? { mode: 2, bytes: little(value, 4) } : null;
  }

  private pointerTo(address: bigint): bigint {
    const value = BigInt.asUintN(64, address);
    return this.address32 ? (value & 0xffff_ffffn) | (BigInt(this.random.next()) << 32n) : value;
  }

  private patchRipRelative(operand: { bytes: number[]; target: bigint | null }, next: bigint): boolean {
    const displacement = signed(operand.target! - this.segmentBase() - next, 64);
    if (!fits(displacement, 32)) return false;
    operand.bytes.splice(1, 4, ...little(displacement, 4));
    return true;
  }

  // Immediates

  private immediateSize(code: Form['immediates'][number]): number {
    const sizes = {
      ib: 1,
      iw: 2,
      iq: 8,
      cb: 1,
      cw: 2,
      cd: 4,
      mo: this.address32 ? 4 : 8,
      iz: this.width === 16 ? 2 : 4,
    };
    return sizes[code];
  }

  private immediate(code: Form['immediates'][number], next: bigint): number[] {
    const size = this.immediateSize(code);
    if (code === 'mo') return little(this.dataAddress() - this.segmentBase(), size);
    if (code === 'cb' || code === 'cw' || code === 'cd') return this.branch(size, next);
    if (code === 'iw') return little(BigInt(this.random.below(0x200)), 2);
    if (this.form.mnemonic === 'enter') return [this.random.chance(60) ? 0 : this.random.below(8)];
    return little(this.random.value(), size);
  }

  private branch(size: number, next: bigint): number[] {
    const { random } = this;
    if (size === 4) return little(this.near(next) - next, 4);
    if (size === 2) return little(random.value(), 2);
    // Forward, or backward over the whole instruction.
    return [random.chance(50) ? random.below(128) : 0x80 + random.below(100)];
  }

  private near(next: bigint): bigint {
    const target = this.jumpTarget();
    return fits(target - next, 32) ? target : CODE;
  }
}

function little(value: bigint, size: number): number[] {
  return Array.from({ length: size }, (_, index) => Number((value >> BigInt(8 * index)) & 0xffn));
}
