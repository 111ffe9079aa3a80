import type { Form, OperandKind } from '../isa/form.js';
import { operandWidth } from '../isa/form.js';
import { register, type Width } from '../isa/registers.js';
import { emit } from './encode-emit.js';
import { impliesOperands } from './encode-string.js';
import type { AsmOperand, MemorySource } from './operand.js';

/** A memory operand with everything that an address can have: `0x10(%rbx,%r12,4)`. */
const ADDRESS: MemorySource = {
  kind: 'memory',
  segment: null,
  base: register(3, 64),
  index: register(12, 64),
  scale: 4,
  displacement: { constant: 0x10n },
};

const constant = (value: bigint): AsmOperand => ({ kind: 'immediate', value: { constant: value } });

/** Some operand of a kind: memory where it may be, else registers that differ. */
function exampleOperand(kind: OperandKind, width: Width): AsmOperand {
  if (/^(rm|xm|m)\d*$/.test(kind)) return ADDRESS;
  if (/^xr?\d*$/.test(kind)) return { kind: 'xmmRegister', number: kind.startsWith('xr') ? 2 : 1 };
  if (kind.startsWith('rel')) return { kind: 'target', value: { symbolic: kind } };
  if (kind.startsWith('moffs'))
    return { ...ADDRESS, base: null, index: null, displacement: { constant: 0x123456789an } };
  if (/^(i\d*|s8)$/.test(kind)) return constant(exampleNumber(kind, width));
  if (kind === '1') return constant(1n);
  if (kind === 'creg') return { kind: 'controlRegister', number: 3 };
  if (kind === 'dreg') return { kind: 'debugRegister', number: 7 };
  if (kind === 'sreg') return { kind: 'segmentRegister', name: 'ds' };
  if (kind === 'fs' || kind === 'gs') return { kind: 'segmentRegister', name: kind };
  const own = operandWidth(kind, width) as Width;
  if (/^(al|ax|acc)$/.test(kind)) return { kind: 'register', register: register(0, own) };
  if (kind === 'cl' || kind === 'dx') return { kind: 'register', register: register(kind === 'cl' ? 1 : 2, own) };
  return { kind: 'register', register: register(kind.startsWith('rr') ? 2 : 1, own) };
}

function exampleNumber(kind: OperandKind, width: Width): bigint {
  if (kind === 'i64') return 0x123456789abcdef0n;
  if (kind === 'i16') return 0x20n;
  if (kind === 'i') return width === 16 ? 0x1234n : 0x12345678n;
  return 2n;
}

/** Bytes of an example of a form at an operand size, of a comparison with its predicate. A branch goes sixteen bytes ahead. */
export function exampleOf(form: Form, width: Width, predicate: number | null = null): Uint8Array {
  const implied = impliesOperands(form);
  const emission = emit(
    {
      form,
      width,
      operands: implied ? [] : form.operands.map((kind) => exampleOperand(kind, width)),
      immediateWidth: width,
      string: implied ? { segment: null, address32: false, warnings: [], error: null } : null,
    },
    [],
  );
  if ('error' in emission) throw new Error(`no example of ${form.mnemonic} '${form.text}': ${emission.error}`);
  const bytes = Uint8Array.from(emission.bytes);
  for (const { offset } of emission.fixups) bytes[offset] = 0x10;
  if (predicate !== null) bytes[bytes.length - 1] = predicate;
  return bytes;
}
