import { decode, MAX_LENGTH } from '../codec/decode.js';
import type { Decoded } from '../codec/decoded.js';
import { VECTOR } from '../cpu/trap.js';
import { operandSlots } from '../isa/operands.js';
import { RSP } from '../isa/registers.js';
import type { FatalFault } from '../kernel/events.js';
import { RAM_BASE } from '../memory/layout.js';
import type { PhysicalMemory } from '../memory/physical.js';

/** What has to be read at the moment of a fault, before the kernel takes the address space apart. */
export interface FaultEvidence {
  /** Address of the instruction at fault: for a breakpoint the int3, not what follows it. */
  readonly address: bigint;
  /** Bytes at the instruction, as far as they can be read, 15 at most; cut to its length when it decodes. */
  readonly bytes: Uint8Array;
  readonly decoded: Decoded | null;
  /** Address that could not be used: CR2, or of a general protection fault what the processor could not access; null: none. */
  readonly target: bigint | null;
  /** Divisor of a divide error. */
  readonly divisor: bigint | null;
}

/** Physical address of a virtual one of a process while its memory still exists; -1: nothing is there. */
export type Locate = (address: bigint) => number;

/** Reads the evidence of a fault out of RAM. */
export function gatherEvidence(memory: PhysicalMemory, fault: FatalFault, locate: Locate): FaultEvidence {
  const address = fault.vector === VECTOR.breakpoint ? BigInt.asUintN(64, fault.rip - 1n) : fault.rip;
  const available = readVirtual(memory, address, MAX_LENGTH, locate);
  const result = decode(available, 0, available.length);
  const decoded = typeof result === 'string' ? null : result;
  const bytes = decoded === null ? available : available.slice(0, decoded.length);
  return {
    address,
    bytes,
    decoded,
    target: fault.address ?? (decoded === null ? null : jumpTarget(memory, fault, decoded, locate)),
    divisor: decoded !== null && fault.vector === VECTOR.divideError ? divisorOf(memory, fault, decoded, locate) : null,
  };
}

/** Where a jump, call or ret that raised a general protection fault wanted to go. */
function jumpTarget(memory: PhysicalMemory, fault: FatalFault, decoded: Decoded, locate: Locate): bigint | null {
  if (fault.vector !== VECTOR.generalProtection) return null;
  const { registers } = fault.registers;
  const { mnemonic } = decoded.form;
  const indirect = (mnemonic === 'jmp' || mnemonic === 'call') && (decoded.memory !== null || decoded.rm >= 0);
  if (indirect && decoded.memory === null) return registers[decoded.rm]!;
  const address =
    mnemonic === 'ret' ? registers[RSP]!
    : indirect ? effectiveAddress(decoded, fault.rip, registers, segmentBaseOf(decoded, fault))
    : null; // biome-ignore format: a table
  return address === null ? null : readWord(memory, address, 8, locate);
}

/** A little-endian number of `size` bytes at a virtual address; null where it cannot be read. */
function readWord(memory: PhysicalMemory, address: bigint, size: number, locate: Locate): bigint | null {
  const bytes = readVirtual(memory, address, size, locate);
  return bytes.length < size ? null : bytes.reduceRight((value, byte) => (value << 8n) | BigInt(byte), 0n);
}

/** Up to `length` bytes at a virtual address; fewer where a page is missing. Counts and changes nothing. */
export function readVirtual(memory: PhysicalMemory, address: bigint, length: number, locate: Locate): Uint8Array {
  const bytes = new Uint8Array(length);
  for (let at = 0; at < length; at++) {
    const byte = BigInt.asUintN(64, address + BigInt(at));
    const physical = locate(byte);
    if (physical < 0 || physical >= memory.ramBytes) return bytes.slice(0, at);
    bytes[at] = memory.u8[RAM_BASE + physical]!;
  }
  return bytes;
}

/** The operand of div and idiv: a register, or in memory. */
function divisorOf(memory: PhysicalMemory, fault: FatalFault, decoded: Decoded, locate: Locate): bigint | null {
  const slot = operandSlots(decoded.form, decoded.width)[0];
  if (slot === undefined || slot.place !== 'rm') return null;
  const { registers } = fault.registers;
  if (decoded.memory === null) {
    const high = slot.width === 8 && !decoded.rex && decoded.rm >= 4;
    const value = registers[high ? decoded.rm - 4 : decoded.rm]!;
    return BigInt.asUintN(slot.width, high ? value >> 8n : value);
  }
  const address = effectiveAddress(decoded, fault.rip, registers, segmentBaseOf(decoded, fault));
  return address === null ? null : readWord(memory, address, slot.width / 8, locate);
}

/** Base that the segment override of an instruction adds. */
export function segmentBaseOf(decoded: Decoded | null, fault: FatalFault): bigint {
  const segment = decoded?.memory?.segment;
  if (segment === 'fs') return fault.registers.fsBase;
  return segment === 'gs' ? fault.registers.gsBase : 0n;
}

/** Address of the memory operand of an instruction at `rip`; null when it has none. */
export function effectiveAddress(
  decoded: Decoded,
  rip: bigint,
  registers: readonly bigint[],
  segmentBase: bigint,
): bigint | null {
  const { memory } = decoded;
  if (memory === null) return null;
  const of = (register: number) => (register < 0 ? 0n : registers[register]!);
  const base = memory.ripRelative ? rip + BigInt(decoded.length) : of(memory.base);
  const sum = base + (of(memory.index) << BigInt(memory.scale)) + memory.displacement;
  return BigInt.asUintN(64, BigInt.asUintN(memory.address32 ? 32 : 64, sum) + segmentBase);
}
