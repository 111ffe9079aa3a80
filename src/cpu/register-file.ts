import type { OperandWidth } from '../isa/registers.js';
import type { ValueWidth } from '../isa/semantics.js';
import { STATE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';
import type { Value } from './values.js';

const GPR = STATE.gpr;

/** The general and the XMM registers at every width, over the one buffer. */
export class RegisterFile {
  private readonly memory: PhysicalMemory;

  constructor(memory: PhysicalMemory) {
    this.memory = memory;
  }

  read(number: number, width: ValueWidth): Value {
    const { u8, u16, u32, u64 } = this.memory;
    const at = GPR + 8 * number;
    if (width === 64) return { width, bits: u64[at >>> 3]! };
    return { width, bits: BigInt(width === 32 ? u32[at >>> 2]! : width === 16 ? u16[at >>> 1]! : u8[at]!) };
  }

  /** ah, ch, dh, bh: bits 15:8 of registers 0..3. */
  readHigh(number: number): Value {
    return { width: 8, bits: BigInt(this.memory.u8[GPR + 8 * number + 1]!) };
  }

  /** Writes the low bits of a register: 32 clear the upper half, 16 and 8 keep the rest. `high`: bits 15:8. */
  write(number: number, high: boolean, { width, bits }: Value): void {
    const { u8, u16, u64 } = this.memory;
    const at = GPR + 8 * number;
    if (width >= 32) u64[at >>> 3] = bits;
    else if (width === 16) u16[at >>> 1] = Number(bits);
    else u8[high ? at + 1 : at] = Number(bits);
  }

  /** The low `width` bits (32 and more) of an XMM register. */
  readXmm(number: number, width: OperandWidth): Value {
    const { u32, u64 } = this.memory;
    const at = STATE.xmm + 16 * number;
    if (width < 64) return { width, bits: BigInt(u32[at >>> 2]!) };
    const low = u64[at >>> 3]!;
    return { width, bits: width === 64 ? low : (u64[(at >>> 3) + 1]! << 64n) | low };
  }

  /** Writes the low bits of an XMM register; the others stay. */
  writeXmm(number: number, { width, bits }: Value): void {
    const { u32, u64 } = this.memory;
    const at = STATE.xmm + 16 * number;
    if (width < 64) u32[at >>> 2] = Number(bits);
    else u64[at >>> 3] = bits;
    if (width === 128) u64[(at >>> 3) + 1] = bits >> 64n;
  }
}

/** A register write that waits for the end of its instruction. */
export interface RegisterWrite {
  readonly bank: 'general' | 'xmm';
  readonly number: number;
  readonly high: boolean;
  readonly value: Value;
}

/**
 * The register that an encoding names: without REX, numbers 4..7 at width 8 are ah, ch, dh, bh (Intel SDM vol. 2, 2.2.1.2).
 */
export function namedRegister(number: number, width: ValueWidth, rex: boolean): { number: number; high: boolean } {
  const high = width === 8 && number >= 4 && number < 8 && !rex;
  return { number: high ? number - 4 : number, high };
}
