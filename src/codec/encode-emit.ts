import type { Form, OperandKind } from '../isa/form.js';
import type { Register } from '../isa/registers.js';
import {
  type Address,
  encodeAddress,
  segmentByte,
  segmentNumber,
  segmentPrefix,
  shortening,
} from './encode-address.js';
import { type Attempt, isNarrowLea, isShortOnly, truncatedTo } from './encode-match.js';
import type { AsmOperand, Fixup, MemorySource, Value } from './operand.js';
import { kindTraits } from './operand-kinds.js';
import { PREFIX_ORDER, type PrefixSlot, prefixOf } from './prefixes.js';

/** The bytes of one encoding, or GNU's refusal. */
export type Emission =
  | { readonly bytes: Uint8Array; readonly fixups: readonly Fixup[]; readonly warnings: readonly string[] }
  | { readonly error: string };

interface Field {
  readonly size: 1 | 2 | 4 | 8;
  readonly number: bigint;
  readonly fixup: { readonly kind: Fixup['kind']; readonly symbolic: unknown } | null;
}

/** Parts of an instruction, collected from its operands before they are laid out. */
interface Parts {
  reg: number;
  rm: number;
  opcodeRegister: number;
  address: Address | null;
  fields: Field[];
  /** REX bits W R X B. */
  rex: number;
  /** A REX prefix is needed even if its bits are clear (spl, bpl, sil, dil), or impossible (ah..bh). */
  byteRex: boolean;
  highByte: string | null;
  warnings: string[];
}

/** Lays out an attempt whose kinds and numbers have been checked, under explicit prefix words. */
export function emit(attempt: Attempt, words: readonly string[]): Emission {
  const { form } = attempt;
  const parts = collect(attempt, words.includes('addr32'));
  const slots = new Map<PrefixSlot, number>();
  const twice = placePrefixes(attempt, parts, words, slots);
  if (twice !== null) return { error: twice };
  const needsRex = parts.rex !== 0 || parts.byteRex;
  if (needsRex && parts.highByte !== null) {
    return { error: `can't encode register '%${parts.highByte}' in an instruction requiring REX prefix.` };
  }
  const written = slots.get('rex');
  if (written !== undefined && written & parts.rex) return { error: 'same type of prefix used twice' };
  if (needsRex) slots.set('rex', 0x40 | parts.rex | (written ?? 0));
  const bytes = prefixOrder(form)
    .filter((slot) => slots.has(slot))
    .map((slot) => slots.get(slot)!);
  if (form.map > 0) bytes.push(0x0f);
  if (form.map > 1) bytes.push(form.map === 2 ? 0x38 : 0x3a);
  bytes.push(form.opcode | (parts.opcodeRegister & 7));
  if (form.fixedModrm >= 0) bytes.push(form.fixedModrm);
  else if (form.modrm) pushModrm(parts, form.digit >= 0 ? form.digit : parts.reg & 7, bytes);
  return layFields(parts, bytes);
}

/** GNU as puts the branch hint of loop and jrcxz behind the address size. */
function prefixOrder(form: Form): readonly PrefixSlot[] {
  return isShortOnly(form) ? ['address', 'segment', ...PREFIX_ORDER.slice(2)] : PREFIX_ORDER;
}

function collect(attempt: Attempt, addressPrefix: boolean): Parts {
  const { form, width, operands } = attempt;
  const parts: Parts = {
    reg: 0,
    rm: 0,
    opcodeRegister: 0,
    address: null,
    fields: [],
    rex: 0,
    byteRex: false,
    highByte: null,
    warnings: [],
  };
  if (width === 64 && !form.default64 && !isPlainNop(attempt)) parts.rex |= 8;
  for (let i = 0; i < operands.length; i++) addOperand(parts, attempt, form.operands[i]!, operands[i]!, addressPrefix);
  return parts;
}

/** `xchg %rax,%rax` is 90 without a REX prefix. */
function isPlainNop({ form, operands }: Attempt): boolean {
  if (form.map !== 0 || form.opcode !== 0x90) return false;
  return operands.every((one) => one.kind === 'register' && one.register.number === 0);
}

function addOperand(
  parts: Parts,
  attempt: Attempt,
  kind: OperandKind,
  operand: AsmOperand,
  addressPrefix: boolean,
): void {
  switch (operand.kind) {
    case 'register':
      addRegister(parts, attempt, kind, operand.register);
      return;
    case 'xmmRegister':
      placeRegister(parts, attempt.form, kind, operand.number, operand.number > 7);
      return;
    case 'memory':
      if (kind.startsWith('moffs'))
        parts.fields.push(numberField(operand.displacement ?? { constant: 0n }, 8, 'absolute'));
      else addMemory(parts, attempt, operand, addressPrefix);
      return;
    case 'immediate':
      if (kind !== '1') addImmediate(parts, attempt, kind, operand.value);
      return;
    case 'target':
      parts.fields.push(targetField(operand.value, kind === 'rel8' ? 1 : kind === 'rel16' ? 2 : 4));
      return;
    case 'segmentRegister':
      parts.reg = segmentNumber(operand.name);
      return;
    case 'controlRegister':
    case 'debugRegister':
      parts.reg = operand.number;
      if (operand.number > 7) parts.rex |= 4;
      return;
    case 'indirect':
      return;
  }
}

function addRegister(parts: Parts, { form }: Attempt, kind: OperandKind, register: Register): void {
  const number = register.high ? register.number + 4 : register.number;
  const extended = register.number > 7;
  if (!kindTraits(kind).general) return;
  placeRegister(parts, form, kind, number, extended);
  if (register.rex) parts.byteRex = true;
  if (register.high) parts.highByte = register.name;
}

function placeRegister(parts: Parts, form: Form, kind: OperandKind, number: number, extended: boolean): void {
  if (kindTraits(kind).rm) {
    parts.rm = number;
    if (extended) parts.rex |= 1;
  } else if (form.registerInOpcode) {
    parts.opcodeRegister = number;
    if (extended) parts.rex |= 1;
  } else {
    parts.reg = number;
    if (extended) parts.rex |= 4;
  }
}

function addMemory(parts: Parts, { form, width }: Attempt, memory: MemorySource, addressPrefix: boolean): void {
  const address = encodeAddress(memory, addressPrefix, isNarrowLea(form, width));
  if ('error' in address) throw new Error(`address was not checked: ${address.error}`);
  parts.address = address;
  if (address.rexX) parts.rex |= 2;
  if (address.rexB) parts.rex |= 1;
  parts.warnings.push(...address.warnings);
}

function addImmediate(parts: Parts, { form, width, immediateWidth }: Attempt, kind: OperandKind, value: Value): void {
  const size = kind === 'i64' ? 8 : kind === 'i' ? (width === 16 ? 2 : 4) : kind === 'i16' ? 2 : 1;
  const code = form.immediates[parts.fields.length];
  if (code === 'iz' || code === 'iq' || code === 'iw' || code === 'ib') {
    const field = numberField(value, size, kind === 'i' && width === 64 ? 'signed' : 'absolute');
    // A byte that is sign-extended has been truncated knowingly: no warning.
    const warning =
      kind === 's8' || 'symbolic' in value ? null : shortening(truncatedTo(value.constant, immediateWidth), size);
    if (warning) parts.warnings.push(warning);
    parts.fields.push(field);
  }
}

function numberField(value: Value, size: Field['size'], kind: Fixup['kind']): Field {
  if ('symbolic' in value) return { size, number: 0n, fixup: { kind, symbolic: value.symbolic } };
  return { size, number: value.constant, fixup: null };
}

/** A branch target is always a fixup; a constant one carries the constant (a bigint) as its symbol. */
function targetField(value: Value, size: 1 | 2 | 4): Field {
  const symbolic = 'symbolic' in value ? value.symbolic : value.constant;
  return { size, number: 0n, fixup: { kind: 'branch', symbolic } };
}

/** Fills the prefix slots; GNU's complaint if two prefixes want one slot. */
function placePrefixes(
  { form, width, operands, string }: Attempt,
  parts: Parts,
  words: readonly string[],
  slots: Map<PrefixSlot, number>,
): string | null {
  const twice = 'same type of prefix used twice';
  for (const word of words) {
    const { slot, byte } = prefixOf(word)!;
    if (slots.has(slot)) return twice;
    slots.set(slot, byte);
  }
  const memory = operands.find((one): one is MemorySource => one.kind === 'memory');
  if (form.mnemonic === 'lea' && (memory?.segment != null || slots.has('segment'))) {
    parts.warnings.push("segment override on `lea' is ineffectual");
  }
  const override = string ? stringSegment(string.segment) : memory ? segmentByte(memory) : 0;
  if (override !== 0) {
    if (slots.has('segment') && slots.get('segment') !== override) return twice;
    slots.set('segment', override);
  }
  if (parts.address?.address32 || string?.address32) slots.set('address', 0x67);
  if (form.prefix === 0x66 || (width === 16 && form.sized)) {
    if (slots.has('operand')) return twice;
    slots.set('operand', 0x66);
  }
  if (form.prefix === 0xf2 || form.prefix === 0xf3) {
    if (slots.has('repeat')) return twice;
    slots.set('repeat', form.prefix);
  }
  return null;
}

function stringSegment(segment: NonNullable<Attempt['string']>['segment']): number {
  return segment === null || segment === 'ds' ? 0 : segmentPrefix(segment);
}

function pushModrm({ address, rm }: Parts, reg: number, bytes: number[]): void {
  if (address === null) {
    bytes.push(0xc0 | (reg << 3) | (rm & 7));
    return;
  }
  bytes.push(address.modrm | (reg << 3));
  if (address.sib >= 0) bytes.push(address.sib);
}

/** Displacement, then immediates; the offsets of the fixups follow from the length. */
function layFields(parts: Parts, bytes: number[]): Emission {
  const fields = [...parts.fields];
  const address = parts.address;
  if (address !== null && address.displacementBytes !== 0) {
    fields.unshift({
      size: address.displacementBytes,
      number: address.displacement,
      fixup: address.symbolic && { kind: address.symbolic.kind, symbolic: address.symbolic.value },
    });
  }
  const places: { field: Field; offset: number }[] = [];
  for (const field of fields) {
    places.push({ field, offset: bytes.length });
    for (let i = 0; i < field.size; i++) bytes.push(Number((field.number >> BigInt(8 * i)) & 0xffn));
  }
  const fixups = places.flatMap(({ field, offset }): Fixup[] =>
    field.fixup === null ? [] : [{ offset, size: field.size, toEnd: bytes.length - offset, ...field.fixup }],
  );
  return { bytes: Uint8Array.from(bytes), fixups, warnings: parts.warnings };
}
