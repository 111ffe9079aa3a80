import { FLAGS_FIXED } from '../isa/flags.js';
import { COUNTER, INITIAL_MXCSR, STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import { VECTOR } from './trap.js';

/** The part of the CPU that belongs to a process: what a context switch saves and restores. */
export interface SavedState {
  /** Sixteen general registers in encoding order. */
  readonly registers: readonly bigint[];
  readonly rip: bigint;
  readonly rflags: bigint;
  readonly fsBase: bigint;
  readonly gsBase: bigint;
  /** Selectors of ES, DS, FS, GS, 16 bits each, lowest first. */
  readonly selectors: bigint;
  /** Sixteen XMM registers, 16 bytes each, in encoding order. */
  readonly xmm: Uint8Array;
  readonly mxcsr: number;
}

const XMM_BYTES = 256;

/** The vector state of a process that has just started. */
export function initialVectors(): Pick<SavedState, 'xmm' | 'mxcsr'> {
  return { xmm: new Uint8Array(XMM_BYTES), mxcsr: INITIAL_MXCSR };
}

const GPR = STATE.gpr >>> 3;

/** The CPU's registers in the one buffer, as accessors: for kernels, tests and explanations. All values are unsigned. */
export class CpuState {
  readonly memory: PhysicalMemory;
  private readonly u64: BigUint64Array;
  private readonly u32: Uint32Array;

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
    this.u64 = memory.u64;
    this.u32 = memory.u32;
  }

  /** A general register, 64 bits; numbers as in isa/registers.ts. */
  register(number: number): bigint {
    return this.u64[GPR + number]!;
  }

  setRegister(number: number, value: bigint): void {
    this.u64[GPR + number] = value;
  }

  get rip(): bigint {
    return this.u64[STATE.rip >>> 3]!;
  }

  /** Continues elsewhere: a repeating instruction is abandoned. */
  set rip(value: bigint) {
    this.abandonRepeat();
    this.u64[STATE.rip >>> 3] = value;
  }

  get rflags(): bigint {
    return this.u64[STATE.rflags >>> 3]!;
  }

  /** Bit 1 always reads one. */
  set rflags(value: bigint) {
    this.u64[STATE.rflags >>> 3] = value | BigInt(FLAGS_FIXED);
  }

  get fsBase(): bigint {
    return this.u64[STATE.fsBase >>> 3]!;
  }

  set fsBase(value: bigint) {
    this.u64[STATE.fsBase >>> 3] = value;
  }

  get gsBase(): bigint {
    return this.u64[STATE.gsBase >>> 3]!;
  }

  set gsBase(value: bigint) {
    this.u64[STATE.gsBase >>> 3] = value;
  }

  /** An XMM register, 128 bits. */
  xmm(number: number): bigint {
    const at = (STATE.xmm >>> 3) + 2 * number;
    return (this.u64[at + 1]! << 64n) | this.u64[at]!;
  }

  setXmm(number: number, value: bigint): void {
    const at = (STATE.xmm >>> 3) + 2 * number;
    this.u64[at] = value;
    this.u64[at + 1] = value >> 64n;
  }

  get mxcsr(): number {
    return this.u32[STATE.mxcsr >>> 2]!;
  }

  set mxcsr(value: number) {
    this.u32[STATE.mxcsr >>> 2] = value;
  }

  get cr0(): bigint {
    return this.u64[STATE.cr0 >>> 3]!;
  }

  /** Control registers: whoever changes them tells the MMU (Mmu.writeControlRegister does both). */
  set cr0(value: bigint) {
    this.u64[STATE.cr0 >>> 3] = value;
  }

  get cr2(): bigint {
    return this.u64[STATE.cr2 >>> 3]!;
  }

  set cr2(value: bigint) {
    this.u64[STATE.cr2 >>> 3] = value;
  }

  get cr3(): bigint {
    return this.u64[STATE.cr3 >>> 3]!;
  }

  set cr3(value: bigint) {
    this.u64[STATE.cr3 >>> 3] = value;
  }

  get cr4(): bigint {
    return this.u64[STATE.cr4 >>> 3]!;
  }

  set cr4(value: bigint) {
    this.u64[STATE.cr4 >>> 3] = value;
  }

  get efer(): bigint {
    return this.u64[STATE.efer >>> 3]!;
  }

  set efer(value: bigint) {
    this.u64[STATE.efer >>> 3] = value;
  }

  /** Current privilege level: 0 kernel, 3 user. */
  get cpl(): number {
    return this.u32[STATE.cpl >>> 2]!;
  }

  set cpl(value: number) {
    this.u32[STATE.cpl >>> 2] = value;
  }

  /** Fetch lookups made for a string instruction that is between two elements; 0 otherwise. */
  get repeating(): number {
    return this.u32[STATE.repeating >>> 2]!;
  }

  /** Makes of the present trap a page fault, as the processor does (Intel SDM vol. 3, 4.7). */
  raisePageFault(address: bigint, errorCode: number): void {
    this.u32[STATE.trapVector >>> 2] = VECTOR.pageFault;
    this.u32[STATE.trapErrorCode >>> 2] = errorCode;
    this.u64[STATE.trapAddress >>> 3] = address;
    this.cr2 = address;
  }

  /** The last trap (cpu/trap.ts): vector, error code, and the address of a memory fault (CR2 for a page fault). */
  get trapVector(): number {
    return this.u32[STATE.trapVector >>> 2]!;
  }

  get trapErrorCode(): number {
    return this.u32[STATE.trapErrorCode >>> 2]!;
  }

  get trapAddress(): bigint {
    return this.u64[STATE.trapAddress >>> 3]!;
  }

  /**
   * Gives up a string instruction between two elements, as an interrupt does: when it continues it is fetched anew, so the fetch made
   * so far counts as aborted.
   */
  abandonRepeat(): void {
    const lookups = this.repeating;
    if (lookups === 0) return;
    this.memory.count(COUNTER.abortedFetches, lookups);
    this.memory.count(COUNTER.abandonedRepeats);
    this.u32[STATE.repeating >>> 2] = 0;
  }

  /** What a context switch keeps. Abandons a repeating instruction. */
  save(): SavedState {
    this.abandonRepeat();
    return {
      registers: Array.from(this.u64.subarray(GPR, GPR + 16)),
      rip: this.rip,
      rflags: this.rflags,
      fsBase: this.fsBase,
      gsBase: this.gsBase,
      selectors: this.u64[STATE.selectors >>> 3]!,
      xmm: this.memory.u8.slice(STATE.xmm, STATE.xmm + XMM_BYTES),
      mxcsr: this.mxcsr,
    };
  }

  restore(saved: SavedState): void {
    saved.registers.forEach((value, number) => {
      this.setRegister(number, value);
    });
    this.rip = saved.rip;
    this.rflags = saved.rflags;
    this.fsBase = saved.fsBase;
    this.gsBase = saved.gsBase;
    this.u64[STATE.selectors >>> 3] = saved.selectors;
    this.memory.u8.set(saved.xmm, STATE.xmm);
    this.mxcsr = saved.mxcsr;
  }
}
