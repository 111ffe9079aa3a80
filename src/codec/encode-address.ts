import { type Register, type SegmentRegister, segmentRegisters } from '../isa/registers.js';
import type { MemorySource, Value } from './operand.js';

/** The bytes of a memory operand behind the opcode (Intel SDM vol. 2, 2.1.5), and what it asks of the prefixes. */
export interface Address {
  /** ModRM without its reg field. */
  readonly modrm: number;
  /** -1 when there is none. */
  readonly sib: number;
  readonly rexX: boolean;
  readonly rexB: boolean;
  readonly displacementBytes: 0 | 1 | 4;
  /** The number to write; 0n with a fixup when symbolic. */
  readonly displacement: bigint;
  readonly symbolic: { readonly value: unknown; readonly kind: 'absolute' | 'signed' | 'relative' } | null;
  readonly address32: boolean;
  readonly warnings: readonly string[];
}

/** A refusal: GNU's sentence. */
export interface AddressError {
  readonly error: string;
}

const SEGMENT_PREFIX: Readonly<Record<SegmentRegister, number>> = {
  es: 0x26,
  cs: 0x2e,
  ss: 0x36,
  ds: 0x3e,
  fs: 0x64,
  gs: 0x65,
};

/** The override byte that a written segment needs, or 0: the default segment (SS with rsp and rbp, else DS) needs none. */
export function segmentByte(memory: MemorySource): number {
  if (memory.segment === null) return 0;
  const base = memory.base;
  const stack = base !== null && typeof base !== 'string' && (base.number === 4 || base.number === 5);
  return memory.segment === (stack ? 'ss' : 'ds') ? 0 : SEGMENT_PREFIX[memory.segment];
}

/** The prefix byte of a segment register, by name. */
export function segmentPrefix(name: SegmentRegister): number {
  return SEGMENT_PREFIX[name];
}

/** True if the operand is a bare displacement. */
export function isAbsolute(memory: MemorySource): boolean {
  return memory.base === null && memory.index === null;
}

/** True if the registers of the operand are 32 bits wide. */
export function hasAddress32(memory: MemorySource): boolean {
  if (memory.base === 'eip') return true;
  return memory.base !== 'rip' && (memory.base ?? memory.index)?.width === 32;
}

/** GNU's complaint about the registers between the parentheses, or null. `address32`: an explicit address-size prefix. */
export function addressComplaint(memory: MemorySource, address32: boolean): string | null {
  const { base, index } = memory;
  const registers = [base, index].filter((one): one is Register => one !== null && typeof one !== 'string');
  const mixed = new Set(registers.map((one) => one.width)).size > 1;
  const narrow = registers.some((one) => one.width < 32);
  const withIp = typeof base === 'string' && index !== null;
  const stackIndex = index !== null && index.number === 4;
  const prefixed = address32 && registers.some((one) => one.width === 64);
  if (!(mixed || narrow || withIp || stackIndex || prefixed)) return null;
  return `\`${addressText(memory)}' is not a valid base/index expression`;
}

/** The operand as text, for messages. A symbol is left out: only the assembler knows its name. */
export function addressText(memory: MemorySource): string {
  const { displacement, base, index, scale } = memory;
  const segment = memory.segment === null ? '' : `%${memory.segment}:`;
  const number = displacement !== null && 'constant' in displacement ? String(displacement.constant) : '';
  const baseName = base === null ? '' : `%${typeof base === 'string' ? base : base.name}`;
  const indexName = index === null ? '' : `,%${index.name}${scale === 1 ? '' : `,${scale}`}`;
  const registers = base === null && index === null ? '' : `(${baseName}${indexName})`;
  return `${segment}${number === '0' ? '' : number}${registers}`;
}

/** Encodes a memory operand. Its registers must have passed `addressComplaint`. */
export function encodeAddress(
  memory: MemorySource,
  addressPrefix: boolean,
  truncated: boolean,
): Address | AddressError {
  const address32 = addressPrefix || hasAddress32(memory);
  const displacement = displacementOf(memory, address32, truncated);
  if ('error' in displacement) return displacement;
  const warnings = [...displacement.warnings];
  const { base, index } = memory;
  if (index === null && memory.scale !== 1) {
    warnings.push(`scale factor of ${memory.scale} without an index register`);
  }
  const common = { ...displacement, address32, warnings };
  if (typeof base === 'string') return { ...common, modrm: 5, sib: -1, rexX: false, rexB: false };
  const rexX = index !== null && index.number > 7;
  const rexB = base !== null && base.number > 7;
  const scaleBits = { 1: 0, 2: 1, 4: 2, 8: 3 }[memory.scale] << 6;
  const indexBits = index === null ? 4 << 3 : scaleBits | ((index.number & 7) << 3);
  if (base === null) return { ...common, modrm: 4, sib: indexBits | 5, rexX, rexB };
  const mode = displacement.displacementBytes === 0 ? 0 : displacement.displacementBytes === 1 ? 0x40 : 0x80;
  const low = base.number & 7;
  if (index === null && low !== 4) return { ...common, modrm: mode | low, sib: -1, rexX, rexB };
  return { ...common, modrm: mode | 4, sib: indexBits | low, rexX, rexB };
}

type Displacement = Pick<Address, 'displacementBytes' | 'displacement' | 'symbolic' | 'warnings'>;

function displacementOf(memory: MemorySource, address32: boolean, truncated: boolean): Displacement | AddressError {
  const value: Value = memory.displacement ?? { constant: 0n };
  const ipRelative = typeof memory.base === 'string';
  if ('symbolic' in value) {
    const kind = ipRelative ? 'relative' : address32 || truncated ? 'absolute' : 'signed';
    return { displacementBytes: 4, displacement: 0n, symbolic: { value: value.symbolic, kind }, warnings: [] };
  }
  const warnings: string[] = [];
  let number = BigInt.asIntN(64, value.constant);
  if (address32 || truncated) {
    const unsigned = BigInt.asUintN(64, number);
    const shortened = shortening(unsigned, 4);
    if (shortened) warnings.push(shortened);
    // A number that does not fit keeps its four bytes, as in GNU as.
    if (shortened) return { displacementBytes: 4, displacement: BigInt.asIntN(32, number), symbolic: null, warnings };
    number = BigInt.asIntN(32, number);
  } else if (BigInt.asIntN(32, number) !== number) {
    return { error: `${hex(number)} out of range of signed 32bit displacement` };
  }
  return { displacementBytes: displacementSize(memory, number), displacement: number, symbolic: null, warnings };
}

function displacementSize(memory: MemorySource, number: bigint): 0 | 1 | 4 {
  const { base } = memory;
  if (base === null || typeof base === 'string') return 4;
  if (number === 0n) return (base.number & 7) === 5 ? 1 : 0;
  return BigInt.asIntN(8, number) === number ? 1 : 4;
}

/** A number as GNU as prints it in messages: 64 bits, unsigned, hexadecimal. */
export function hex(number: bigint): string {
  return `0x${BigInt.asUintN(64, number).toString(16)}`;
}

/** GNU's warning for a number that loses bits in a field of `size` bytes, or null. */
export function shortening(number: bigint, size: number): string | null {
  if (size >= 8) return null;
  const unsigned = BigInt.asUintN(64, number);
  const bits = size * 8;
  const fits = unsigned >> BigInt(bits) === 0n || BigInt.asUintN(64, -unsigned) >> BigInt(bits) === 0n;
  return fits ? null : `${hex(unsigned)} shortened to ${hex(BigInt.asUintN(bits, unsigned))}`;
}

/** Number of a segment register in ModRM.reg. */
export function segmentNumber(name: SegmentRegister): number {
  return segmentRegisters.indexOf(name);
}
