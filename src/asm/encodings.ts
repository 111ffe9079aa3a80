import { encode } from '../codec/encode.js';
import type { AsmOperand, Encoded, EncodeError, Fixup, Value } from '../codec/operand.js';
import type { FieldValue } from './sections.js';

/** An encoding with the values of its fixups, in their order. A branch that may be short has one. */
export interface EncodedInstruction {
  readonly encoded: Encoded;
  readonly fields: readonly FieldValue[];
}

interface Known {
  readonly encoded: Encoded;
  /** Of each fixup the operand that its value comes from. */
  readonly sources: readonly number[];
}

/**
 * Encodings of one source by what they depend on: `jne .L3` and `jne .L5` differ only in what the linker or the layout puts into the
 * field. Compiled code has a hundred times more instructions than encodings.
 */
export class Encodings {
  readonly #known = new Map<string, Known>();

  /** As `encode` of the codec. */
  encode(name: string, prefixes: readonly string[], operands: readonly AsmOperand[]): EncodedInstruction | EncodeError {
    const key = keyOf(name, prefixes, operands);
    const known = key === null ? undefined : this.#known.get(key);
    if (known !== undefined)
      return { encoded: known.encoded, fields: known.sources.map((i) => fieldOf(operands[i]!)!) };
    const encoded = encode(name, prefixes, operands);
    if ('error' in encoded) return encoded;
    const fields = (encoded.near ?? encoded).fixups.map(({ symbolic }: Fixup) => symbolic as FieldValue);
    if (key !== null && encoded.warnings.length === 0) {
      const values = operands.map(fieldOf);
      this.#known.set(key, { encoded, sources: fields.map((field) => values.indexOf(field)) });
    }
    return { encoded, fields };
  }
}

/** What the encoding depends on, as text; null where that is not worth the while: no operand is left to the linker or the layout. */
function keyOf(name: string, prefixes: readonly string[], operands: readonly AsmOperand[]): string | null {
  if (prefixes.length > 0) return null;
  let key = name;
  let symbolic = false;
  for (const operand of operands) {
    const text = operandKey(operand);
    if (text === null) return null;
    key += text;
    symbolic ||= fieldOf(operand) !== null;
  }
  return symbolic ? key : null;
}

function operandKey(operand: AsmOperand): string | null {
  switch (operand.kind) {
    case 'register':
      return ` %${operand.register.name}`;
    case 'xmmRegister':
      return ` %xmm${operand.number}`;
    case 'immediate':
      return ` $${valueKey(operand.value)}`;
    case 'target':
      return ` ${valueKey(operand.value)}`;
    case 'memory': {
      const { segment, base, index, scale, displacement } = operand;
      const from = typeof base === 'string' ? base : base?.name;
      return ` ${segment}:${displacement && valueKey(displacement)}(${from},${index?.name},${scale})`;
    }
    default:
      return null;
  }
}

const valueKey = (value: Value) => ('symbolic' in value ? '@' : String(value.constant));

/** The value that an operand leaves to a fixup, or null. */
function fieldOf(operand: AsmOperand): FieldValue | null {
  if (operand.kind === 'memory') return operand.displacement === null ? null : symbolicOf(operand.displacement);
  return operand.kind === 'immediate' || operand.kind === 'target' ? symbolicOf(operand.value) : null;
}

const symbolicOf = (value: Value) => ('symbolic' in value ? (value.symbolic as FieldValue) : null);
