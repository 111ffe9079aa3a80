import type { Form, OperandKind } from './form.js';
import { operandWidth } from './form.js';
import type { OperandWidth, Width } from './registers.js';

/**
 * Where an instruction finds an operand: `reg` ModRM.reg or the opcode, `rm` ModRM.rm or moffs (a register or memory), a fixed
 * register, the constant one, the first or second immediate, a branch target; `control`: a control, debug or
 * segment register.
 */
export type OperandPlace =
  | 'reg'
  | 'rm'
  | 'rax'
  | 'rcx'
  | 'rdx'
  | 'one'
  | 'immediate'
  | 'immediate2'
  | 'target'
  | 'control';

export interface OperandSlot {
  readonly place: OperandPlace;
  /** Width of the operand in bits. */
  readonly width: OperandWidth;
  /** Registers of the place: `xmm` for an operand in an XMM register or memory. */
  readonly bank: 'general' | 'xmm';
}

const slots: (readonly OperandSlot[])[] = [];
const widthIndex: Record<Width, number> = { 8: 0, 16: 1, 32: 2, 64: 3 };

/** The operands of a form when it executes at a width, in the order of the form string. */
export function operandSlots(form: Form, width: Width): readonly OperandSlot[] {
  const key = form.id * 4 + widthIndex[width];
  slots[key] ??= describe(form, width);
  return slots[key];
}

function describe(form: Form, width: Width): OperandSlot[] {
  let immediates = 0;
  return form.operands.map((kind) => {
    const fixed = placeOf(kind);
    const place = fixed ?? (immediates++ === 0 ? 'immediate' : 'immediate2');
    return { place, width: operandWidth(kind, width), bank: kind.startsWith('x') ? 'xmm' : 'general' };
  });
}

/** The place of an operand kind; null for an immediate, whose place depends on its position. */
function placeOf(kind: OperandKind): OperandPlace | null {
  if (kind.startsWith('rel')) return 'target';
  if (/^(m|rm|xm|xr|rr)/.test(kind)) return 'rm';
  if (/^[rx]\d*$/.test(kind)) return 'reg';
  if (kind === 'al' || kind === 'ax' || kind === 'acc') return 'rax';
  if (kind === 'cl') return 'rcx';
  if (kind === 'dx') return 'rdx';
  if (kind === '1') return 'one';
  if (/^(creg|dreg|sreg|fs|gs)$/.test(kind)) return 'control';
  if (kind.startsWith('i') || kind === 's8') return null;
  throw new Error(`no place for operand kind '${kind}'`);
}
