import { encode } from '../../src/codec/encode.js';
import type { Fixup } from '../../src/codec/operand.js';
import { parseAttLine } from './att-line.js';
import type { AsVector } from './gnu-as.js';

const ABSOLUTE = { 1: '8', 2: '16', 4: '32', 8: '64' } as const;

/** Our encoder's answer to a line, in the form of the recorded answers of GNU as. */
export function encodeVector(line: string): AsVector {
  const { mnemonic, prefixes, operands } = parseAttLine(line);
  const result = encode(mnemonic, prefixes, operands);
  if ('error' in result) return { line, bytes: null, relocations: [], warnings: [], error: result.error };
  // A jump to an undefined symbol is never short.
  const { bytes, fixups } = result.near ?? result;
  return {
    line,
    bytes: Buffer.from(bytes).toString('hex'),
    relocations: fixups.map(relocationText),
    warnings: result.warnings,
    error: null,
  };
}

function relocationText(fixup: Fixup): string {
  // A symbol may carry a number, as the assembler's expressions do: foo+4.
  const [name, offset = '0'] = String(fixup.symbolic).split('+') as [string, string?];
  const absolute = typeof fixup.symbolic === 'bigint';
  const symbol = absolute ? '*ABS*' : name;
  const constant = absolute ? (fixup.symbolic as bigint) : BigInt(offset);
  const relative = fixup.kind === 'relative' || fixup.kind === 'branch';
  const addend = relative ? constant - BigInt(fixup.toEnd) : constant;
  const sign = addend < 0n ? '-' : '+';
  const size = (addend < 0n ? -addend : addend).toString(16).padStart(16, '0');
  return `${fixup.offset} ${relocationType(fixup, constant)} ${symbol}${addend === 0n ? '' : `${sign}0x${size}`}`;
}

function relocationType({ kind, size }: Fixup, constant: bigint): string {
  if (kind === 'signed') return '32S';
  if (kind === 'absolute') return ABSOLUTE[size];
  if (kind === 'branch' && size === 2) return 'PC16';
  if (kind === 'branch') return size === 1 ? 'PC8' : constant !== 0n ? 'PC32' : 'PLT32';
  return 'PC32';
}

/** Null if two answers agree on acceptance, bytes, relocations and warnings; else a line that shows both. */
export function difference(expected: AsVector, actual: AsVector): string | null {
  const show = (vector: AsVector) =>
    vector.bytes === null
      ? 'refused'
      : [vector.bytes, vector.relocations.join('; '), [...vector.warnings].sort().join('; ')].join(' | ');
  const [left, right] = [show(expected), show(actual)];
  return left === right
    ? null
    : `${expected.line}: as ${left}${expected.error ?? ''}, we ${right} ${actual.error ?? ''}`;
}
