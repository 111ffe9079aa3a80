import { type Form, operandWidth } from '../isa/form.js';
import type { SegmentRegister, Width } from '../isa/registers.js';
import { addressText, hasAddress32, isAbsolute } from './encode-address.js';
import type { AsmOperand, MemorySource } from './operand.js';

/** What the written operands of a string instruction add to its opcode. */
export interface StringAccess {
  readonly segment: SegmentRegister | null;
  readonly address32: boolean;
  readonly warnings: readonly string[];
  /** GNU's refusal and the operand at fault (source order), or null. */
  readonly error: { readonly message: string; readonly operand: number } | null;
}

type Place = 'si' | 'di' | 'bx' | 'acc' | 'dx';

/** Operands of the string instructions in source order; the accumulator may be left out, and so may all of them. */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  movs: ['si', 'di'],
  cmps: ['di', 'si'],
  stos: ['acc', 'di'],
  lods: ['si', 'acc'],
  scas: ['di', 'acc'],
  xlat: ['bx'],
  ins: ['dx', 'di'],
  outs: ['si', 'dx'],
};

/** True if the operands are implied: what is written only says segment and address size. */
export function impliesOperands(form: Form): boolean {
  return stringPlaces(form.mnemonic).length > 0;
}

/** Operand places of a string instruction in source order. */
export function stringPlaces(mnemonic: string): readonly Place[] {
  return PLACES[mnemonic] ?? [];
}

/** Reads the written operands of a string instruction; null if they are not operands of it at this operand size. */
export function arrangeStrings(form: Form, width: Width, written: readonly AsmOperand[]): StringAccess | null {
  const places = stringPlaces(form.mnemonic);
  const expected = written.length === places.length ? places : places.filter((place) => place !== 'acc');
  if (written.length !== 0 && written.length !== expected.length) return null;
  const access = { segment: null as SegmentRegister | null, address32: false, warnings: [] as string[] };
  let error: StringAccess['error'] = null;
  for (let i = 0; i < written.length; i++) {
    const operand = written[i]!;
    const place = expected[i]!;
    if (place === 'acc') {
      if (!isAccumulator(operand, width)) return null;
      continue;
    }
    if (place === 'dx') {
      if (!isPort(operand)) return null;
      continue;
    }
    if (operand.kind !== 'memory') return null;
    if (
      isAbsolute(operand) ||
      (i > 0 && expected[i - 1] !== 'dx' && addressWidth(written[i - 1]!, operand) !== hasAddress32(operand))
    ) {
      error = { message: `\`${addressText(operand)}' is not a valid string address expression`, operand: i };
    }
    access.address32 ||= hasAddress32(operand);
    noteUnexpected(operand, place, access.warnings);
    if (place !== 'di') access.segment = operand.segment;
    else if (operand.segment !== null && operand.segment !== 'es') {
      error = { message: `\`${form.mnemonic}' operand ${i + 1} must use \`%es' segment`, operand: i };
    }
  }
  return { ...access, error };
}

/** Address size that the operand before asks for, if it is in memory; both must agree. */
function addressWidth(before: AsmOperand, own: MemorySource): boolean {
  return before.kind === 'memory' ? hasAddress32(before) : hasAddress32(own);
}

/** `(%dx)`, or the register itself. */
function isPort(operand: AsmOperand): boolean {
  if (operand.kind === 'register') return operand.register.name === 'dx';
  if (operand.kind !== 'memory' || operand.index !== null || operand.displacement !== null) return false;
  const { base } = operand;
  return base !== null && typeof base !== 'string' && base.name === 'dx';
}

function isAccumulator(operand: AsmOperand, width: Width): boolean {
  if (operand.kind !== 'register') return false;
  const { number, high, width: own } = operand.register;
  return number === 0 && !high && own === operandWidth(width === 8 ? 'al' : 'acc', width);
}

/** Base registers of the places in memory, by number. */
const BASES = { bx: 3, si: 6, di: 7 } as const;

/** Only the size of the written memory operand counts; GNU as warns if it is not the register that will be used. */
function noteUnexpected(memory: MemorySource, place: keyof typeof BASES, warnings: string[]): void {
  const base = memory.base;
  const number = BASES[place];
  const zero = memory.displacement === null || ('constant' in memory.displacement && !memory.displacement.constant);
  if (base !== null && typeof base !== 'string' && base.number === number && memory.index === null && zero) return;
  const expected = `(%${hasAddress32(memory) ? 'e' : 'r'}${place})`;
  warnings.push(`\`${addressText(memory)}' is not valid here (expected \`${expected}')`);
}
