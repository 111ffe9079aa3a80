import type { Form, OperandKind } from '../isa/form.js';
import { operandWidth } from '../isa/form.js';
import { isRegisterOnly, isRm } from '../isa/opcode-map.js';
import { register, segmentRegisters, type Width, xmmRegisters } from '../isa/registers.js';
import type { Decoded, MemoryOperand } from './decoded.js';
import { impliesOperands, stringPlaces } from './encode-string.js';
import { isComparison } from './mnemonics.js';

/** Text of an address: its symbol and offset (`x+0x5`), or null when it has none. */
export type Symbolize = (address: bigint) => string | null;

/** The operands of an instruction in source order, and the address that a comment gives for a rip-relative one. */
export interface OperandTexts {
  readonly texts: readonly string[];
  readonly comment: bigint | null;
}

const unsigned64 = (value: bigint) => BigInt.asUintN(64, value);

/** An address as objdump prints it: with its symbol, or as a plain number. */
export function addressText(address: bigint, symbolize: Symbolize | undefined): string {
  const value = unsigned64(address);
  const symbol = symbolize?.(value) ?? null;
  return symbol === null ? `0x${value.toString(16)}` : `${value.toString(16)} <${symbol}>`;
}

/** Operand texts of an instruction at `address`. */
export function operandTexts(decoded: Decoded, address: bigint, symbolize: Symbolize | undefined): OperandTexts {
  const { form, memory } = decoded;
  const next = address + BigInt(decoded.length);
  if (impliesOperands(form)) return { texts: stringTexts(decoded), comment: null };
  const texts: string[] = [];
  let immediates = 0;
  for (const kind of form.operands) {
    // A shift by one has no count in the text.
    if (kind === '1') continue;
    if (/^(i\d*|s8)$/.test(kind)) {
      if (saysPredicate(decoded)) continue;
      const value = immediates++ === 0 ? decoded.immediate : decoded.immediate2;
      texts.push(immediateText(kind, decoded.width, value));
    } else if (kind === 'rel16') texts.push(addressText(BigInt.asUintN(16, next + decoded.immediate), symbolize));
    else if (kind.startsWith('rel')) texts.push(addressText(next + decoded.immediate, symbolize));
    else texts.push(star(form) + placeText(decoded, kind));
  }
  if (form.mnemonic !== 'enter') texts.reverse();
  // objdump does not truncate the sum to 32 bits for %eip, though the processor does.
  return { texts, comment: memory?.ripRelative ? unsigned64(next + memory.displacement) : null };
}

/** An SSE comparison whose predicate is printed as part of its name. */
export function saysPredicate({ form, immediate }: Decoded): boolean {
  return isComparison(form) && immediate >= 0n && immediate < 8n;
}

function star(form: Form): string {
  return /^l?(jmp|call)$/.test(form.mnemonic) ? '*' : '';
}

function immediateText(kind: OperandKind, width: Width, value: bigint): string {
  const bits = kind === 'i8' ? 8 : kind === 'i16' ? 16 : width;
  return `$0x${BigInt.asUintN(bits, value).toString(16)}`;
}

function placeText(decoded: Decoded, kind: OperandKind): string {
  const { form, memory, reg, rm } = decoded;
  const inRm = isRm(kind) || isRegisterOnly(kind) || kind.startsWith('moffs');
  if (inRm && memory !== null) return memoryText(memory);
  const width = operandWidth(kind, decoded.width);
  if (kind.startsWith('x') || width === 128) return `%${xmmRegisters[inRm ? rm : reg]!}`;
  switch (kind) {
    case 'al':
    case 'ax':
    case 'acc':
      return registerText(0, width, true);
    case 'cl':
      return '%cl';
    case 'dx':
      return '(%dx)';
    case 'creg':
      return `%cr${reg}`;
    case 'dreg':
      return `%db${reg}`;
    case 'sreg':
      return `%${segmentRegisters[reg]!}`;
    case 'fs':
    case 'gs':
      return `%${kind}`;
  }
  if (inRm) return registerText(rm, width, decoded.rex);
  return registerText(reg, width, decoded.rex || (form.registerInOpcode && reg > 7));
}

function registerText(number: number, width: Width, rex: boolean): string {
  const high = width === 8 && !rex && number >= 4 && number < 8;
  return `%${register(high ? number - 4 : number, width, high).name}`;
}

/** A memory operand: `%fs:-0x8(%rbp,%rax,4)`. */
export function memoryText(memory: MemoryOperand): string {
  const segment = memory.segment === 'fs' || memory.segment === 'gs' ? `%${memory.segment}:` : '';
  return segment + displacementText(memory) + registersText(memory);
}

function displacementText(memory: MemoryOperand): string {
  const { base, index, displacement, displacementBytes, ripRelative, address32, sibIndexNone } = memory;
  if (displacementBytes === 0) return '';
  if (base < 0 && index < 0 && !ripRelative && (!sibIndexNone || address32)) {
    return `0x${BigInt.asUintN(address32 ? 32 : 64, displacement).toString(16)}`;
  }
  const sign = displacement < 0n ? '-' : '';
  return `${sign}0x${(displacement < 0n ? -displacement : displacement).toString(16)}`;
}

function registersText(memory: MemoryOperand): string {
  const { base, index, scale, ripRelative, address32 } = memory;
  const width = address32 ? 32 : 64;
  const letter = address32 ? 'e' : 'r';
  if (ripRelative) return `(%${letter}ip)`;
  const baseName = base < 0 ? '' : registerText(base, width, true);
  if (index >= 0) return `(${baseName},${registerText(index, width, true)},${1 << scale})`;
  if (memory.sibIndexNone) return `(${baseName},%${letter}iz,${1 << scale})`;
  return base < 0 ? '' : `(${baseName})`;
}

/** String instructions have no encoded operands; objdump prints the ones they imply, with their segments. */
function stringTexts(decoded: Decoded): string[] {
  const letter = decoded.address32 ? 'e' : 'r';
  const { segment } = decoded;
  const source = segment === 'fs' || segment === 'gs' ? segment : 'ds';
  return stringPlaces(decoded.form.mnemonic).map((place) => {
    if (place === 'dx') return '(%dx)';
    if (place === 'acc') return registerText(0, decoded.width, true);
    return place === 'di' ? `%es:(%${letter}di)` : `%${source}:(%${letter}${place})`;
  });
}
