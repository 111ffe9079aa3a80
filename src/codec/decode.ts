import type { Form } from '../isa/form.js';
import { opcodeEntry, SELECT, type Selection, select } from '../isa/opcode-map.js';
import { type SegmentRegister, segmentRegisters } from '../isa/registers.js';
import type { Decoded, DecodeError, MemoryOperand } from './decoded.js';

/** Longest instruction in bytes (Intel SDM vol. 2, 2.3.11). */
export const MAX_LENGTH = 15;

const REX_W = 8;
const REX_R = 4;
const REX_X = 2;
const REX_B = 1;

/** Segment register that a prefix byte names, as an index into `segmentRegisters`; -1 for other bytes. */
const segmentOfPrefix = new Int8Array(256).fill(-1);
[0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65].forEach((byte, number) => {
  segmentOfPrefix[byte] = number;
});

/** 1 for legacy prefixes, 2 for REX (Intel SDM vol. 2, 2.1.1 and 2.2.1). */
const prefixKind = new Uint8Array(256);
for (const byte of [0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65, 0x66, 0x67, 0xf0, 0xf2, 0xf3]) prefixKind[byte] = 1;
prefixKind.fill(2, 0x40, 0x50);

const noPrefixes: readonly number[] = [];

// The cursor of the running decode: module variables, because an object for each call would cost as much as the decode.
let code: Uint8Array = new Uint8Array(0);
let view: DataView = new DataView(code.buffer);
let at = 0;
let limit = 0;

// Prefixes of the running decode.
let rex = 0;
let segment = -1;
let operandSize = false;
let address32 = false;
let repeatByte = 0;
let lock = false;

/**
 * Decodes one instruction from `bytes[start..end)`. Total: any bytes give an instruction or the reason why not. Prefixes
 * without effect are accepted, as hardware does. LOCK and privilege are the processor's to check.
 *
 * `truncated` means that the bytes up to `end` are a proper beginning: fetch more and try again.
 */
export function decode(bytes: Uint8Array, start: number, end: number): Decoded | DecodeError {
  if (bytes !== code) {
    code = bytes;
    view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  }
  const cap = start + MAX_LENGTH;
  const short: DecodeError = end >= cap ? 'tooLong' : 'truncated';
  limit = Math.min(end, cap);
  at = start;
  const prefixes = readPrefixes();
  if (at >= limit) return short;
  const opcode = readOpcode();
  if (opcode < 0) return short;
  const entry = opcodeEntry(opcode >> 8, opcode & 0xff);
  if (entry === null) return 'undefined';
  let modrm = 0;
  if (entry.modrm) {
    if (at >= limit) return short;
    modrm = code[at++]!;
  }
  const selection = select(entry, selectBits(), modrm);
  if (selection === null) return 'undefined';
  return readOperands(start, selection, opcode & 7, modrm, prefixes) ?? short;
}

/** Reads legacy prefixes and REX. REX counts only right before the opcode: a legacy prefix after it cancels it. */
function readPrefixes(): readonly number[] {
  rex = 0;
  segment = -1;
  operandSize = address32 = lock = false;
  repeatByte = 0;
  let prefixes: number[] | null = null;
  while (at < limit) {
    const byte = code[at]!;
    const kind = prefixKind[byte]!;
    if (kind === 0) break;
    rex = kind === 2 ? byte : 0;
    if (kind === 1) applyLegacy(byte);
    if (prefixes === null) prefixes = [byte];
    else prefixes.push(byte);
    at++;
  }
  return prefixes ?? noPrefixes;
}

function applyLegacy(byte: number): void {
  if (byte === 0x66) operandSize = true;
  else if (byte === 0x67) address32 = true;
  else if (byte === 0xf0) lock = true;
  else if (byte === 0xf2 || byte === 0xf3) repeatByte = byte;
  // In 64-bit mode CS, DS, ES and SS overrides do nothing; a later one of them leaves an FS or GS override in force.
  else if (byte === 0x64 || byte === 0x65 || segment < 4) segment = segmentOfPrefix[byte]!;
}

/** Opcode map in bits 9:8, opcode byte in 7:0; -1 if bytes are missing. */
function readOpcode(): number {
  const first = code[at++]!;
  if (first !== 0x0f) return first;
  if (at >= limit) return -1;
  const second = code[at++]!;
  if (second !== 0x38 && second !== 0x3a) return 0x100 | second;
  if (at >= limit) return -1;
  return (second === 0x38 ? 0x200 : 0x300) | code[at++]!;
}

function selectBits(): number {
  let bits = operandSize ? SELECT.operandSize : 0;
  if (rex & REX_W) bits |= SELECT.rexW;
  if (rex & REX_B) bits |= SELECT.rexB;
  if (repeatByte === 0xf3) bits |= SELECT.rep;
  else if (repeatByte === 0xf2) bits |= SELECT.repne;
  return bits;
}

/** Everything behind the opcode; null if bytes are missing. Control and segment registers that do not exist: 'undefined'. */
function readOperands(
  start: number,
  { form, width }: Selection,
  low: number,
  modrm: number,
  prefixes: readonly number[],
): Decoded | 'undefined' | null {
  let reg = -1;
  let rm = -1;
  let memory: MemoryOperand | null = null;
  if (form.modrm) {
    reg = ((modrm >> 3) & 7) | ((rex & REX_R) << 1);
    if (modrm >= 0xc0 || registerForced(form)) rm = (modrm & 7) | ((rex & REX_B) << 3);
    else {
      memory = readMemory(modrm);
      if (memory === null) return null;
    }
    if (!registerExists(form, reg)) return 'undefined';
    if (form.operands.includes('sreg')) reg &= 7;
  } else if (form.registerInOpcode) reg = low | ((rex & REX_B) << 3);
  let immediate = 0n;
  let immediate2 = 0n;
  const codes = form.immediates;
  if (codes.length > 0) {
    if (codes[0] === 'mo') memory = readOffset();
    else immediate = readImmediate(codes[0]!, width);
    if (codes.length > 1) immediate2 = readImmediate(codes[1]!, width);
    if (at > limit) return null;
  }
  return {
    form,
    width,
    length: at - start,
    reg,
    rm,
    rex: rex !== 0,
    memory,
    immediate,
    immediate2,
    lock,
    repeat: repeatByte === 0 || form.prefix === repeatByte ? 'none' : repeatByte === 0xf3 ? 'rep' : 'repne',
    segment: segmentName(),
    address32,
    prefixes,
  };
}

/** ModRM.mod is ignored where ModRM.rm can only be a register (MOV to and from control registers). */
const forced: boolean[] = [];
function registerForced(form: Form): boolean {
  const known = forced[form.id];
  if (known !== undefined) return known;
  const answer = form.operands.includes('creg') || form.operands.includes('dreg');
  forced[form.id] = answer;
  return answer;
}

function registerExists(form: Form, reg: number): boolean {
  for (const kind of form.operands) {
    if (kind === 'dreg') return reg < 8;
    if (kind === 'creg') return reg === 0 || reg === 2 || reg === 3 || reg === 4 || reg === 8;
    // REX.R is ignored for segment registers; cs cannot be loaded.
    if (kind === 'sreg') return (reg & 7) < 6 && !(form.operands[0] === 'sreg' && (reg & 7) === 1);
  }
  return true;
}

function segmentName(): SegmentRegister | null {
  return segment < 0 ? null : segmentRegisters[segment]!;
}

/** ModRM.rm, SIB and displacement of a memory operand (Intel SDM vol. 2, tables 2-2 and 2-3); null if bytes are missing. */
function readMemory(modrm: number): MemoryOperand | null {
  const mode = modrm >> 6;
  let base = (modrm & 7) | ((rex & REX_B) << 3);
  let index = -1;
  let scale = 0;
  let ripRelative = false;
  let withSib = false;
  let displacementBytes = mode === 1 ? 1 : mode === 2 ? 4 : 0;
  if ((modrm & 7) === 4) {
    if (at >= limit) return null;
    const sib = code[at++]!;
    withSib = true;
    scale = sib >> 6;
    index = ((sib >> 3) & 7) | ((rex & REX_X) << 2);
    if (index === 4) index = -1;
    base = (sib & 7) | ((rex & REX_B) << 3);
    if ((sib & 7) === 5 && mode === 0) {
      base = -1;
      displacementBytes = 4;
    }
  } else if ((modrm & 7) === 5 && mode === 0) {
    ripRelative = true;
    base = -1;
    displacementBytes = 4;
  }
  let displacement = 0n;
  if (displacementBytes !== 0) {
    if (at + displacementBytes > limit) return null;
    displacement = BigInt(displacementBytes === 1 ? view.getInt8(at) : view.getInt32(at, true));
    at += displacementBytes;
  }
  const sibIndexNone = withSib && index < 0 && (scale !== 0 || (base < 0 ? address32 : (base & 7) !== 4));
  return {
    base,
    index,
    scale,
    displacement,
    displacementBytes,
    sib: withSib,
    sibIndexNone,
    ripRelative,
    segment: segmentName(),
    address32,
  };
}

/** The absolute address of MOV A0..A3: 8 bytes, 4 under an address-size prefix. */
function readOffset(): MemoryOperand {
  const displacementBytes = address32 ? 4 : 8;
  let displacement = 0n;
  if (at + displacementBytes <= limit)
    displacement = address32 ? BigInt(view.getUint32(at, true)) : view.getBigUint64(at, true);
  at += displacementBytes;
  return {
    base: -1,
    index: -1,
    scale: 0,
    displacement,
    displacementBytes,
    sib: false,
    sibIndexNone: false,
    ripRelative: false,
    segment: segmentName(),
    address32,
  };
}

/** Reads an immediate, sign-extended; `iw` is unsigned by its uses (ret, enter). Past the end: 0 with the cursor beyond the limit. */
function readImmediate(kind: Form['immediates'][number], width: number): bigint {
  const size =
    kind === 'ib' || kind === 'cb'
      ? 1
      : kind === 'iw' || kind === 'cw'
        ? 2
        : kind === 'iq'
          ? 8
          : kind === 'iz' && width === 16
            ? 2
            : 4;
  const here = at;
  at += size;
  if (at > limit) return 0n;
  switch (size) {
    case 1:
      return BigInt(view.getInt8(here));
    case 2:
      return BigInt(kind === 'iw' ? view.getUint16(here, true) : view.getInt16(here, true));
    case 4:
      return BigInt(view.getInt32(here, true));
    default:
      return view.getBigInt64(here, true);
  }
}
