import { closestName } from '../codec/edit-distance.js';
import { isMnemonic } from '../codec/encode.js';
import type { AsmOperand, Encoded, EncodeError, MemorySource, Value } from '../codec/operand.js';
import { type Register, registers, type SegmentRegister, segmentRegisters, xmmRegisters } from '../isa/registers.js';
import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import type { Diagnostics } from './diagnostics.js';
import { numberOf } from './directive.js';
import type { Expression, InstructionNode, MemoryNode, Operand, RegisterNode } from './syntax.js';

/**
 * Assembles an instruction at the current place. Throws a Complaint. Returns its encoding if it is always the same for the same text, else
 * null.
 */
export function assembleInstruction(assembler: Assembler, node: InstructionNode): Encoded | null {
  const { mnemonic } = node;
  const name = mnemonic?.text ?? '';
  const branch = /^(?:j|call|loop)/.test(name);
  // Finding the closest name takes long: only for what will be printed.
  if (!assembler.diagnostics.open && mnemonic !== null && !isMnemonic(name)) {
    throw new Complaint(mnemonic, `no such instruction: \`${name}'`);
  }
  const operands: AsmOperand[] = [];
  for (const operand of node.operands) operands.push(operandOf(assembler, operand, branch));
  const prefixes = node.prefixes.map((word) => word.text);
  const result = assembler.encodings.encode(name, prefixes, operands);
  if ('error' in result) throw refused(node, result);
  const { encoded, fields } = result;
  for (const warning of encoded.warnings) assembler.diagnostics.warning(mnemonic ?? node, warning);
  assembler.emitInstruction(encoded, fields, node);
  const same = encoded.warnings.length === 0 && fields.length === 0 && node.operands.every(isFixed);
  return same ? encoded : null;
}

function refused(node: InstructionNode, { error, operand, suggestion }: EncodeError): Complaint {
  const bare = bareRegister(node);
  if (bare !== null) return new Complaint(bare, error, `a register is written %${bare.name}`);
  return new Complaint(operand >= 0 ? node.operands[operand]! : (node.mnemonic ?? node), error, suggestion);
}

/** No symbol and no place in it. */
function isFixed(operand: Operand): boolean {
  switch (operand.kind) {
    case 'immediate':
      return isNumber(operand.value);
    case 'indirect':
      return isFixed(operand.operand);
    case 'memory':
      return (
        (operand.displacement === null || isNumber(operand.displacement)) &&
        (operand.scale === null || isNumber(operand.scale))
      );
    default:
      return true;
  }
}

function isNumber(expression: Expression): boolean {
  return expression.kind === 'number' || (expression.kind === 'unary' && expression.operand.kind === 'number');
}

function operandOf(assembler: Assembler, operand: Operand, branch: boolean): AsmOperand {
  switch (operand.kind) {
    case 'register':
      return registerOperand(operand, assembler.diagnostics);
    case 'immediate':
      return { kind: 'immediate', value: operandValue(assembler, operand.value) };
    case 'indirect':
      return { kind: 'indirect', operand: operandOf(assembler, operand.operand, false) };
    case 'memory':
      return memoryOperand(assembler, operand, branch);
    case 'stackRegister':
      throw new Complaint(operand, `floating-point register '%${operand.name}' is not supported`);
  }
}

const segments: ReadonlySet<string> = new Set(segmentRegisters);
const unsupported = /^(?:st|[xyz]?mm\d+|k[0-7]|bnd[0-3]|tr\d|cr\d+|tmm\d)$/;

function registerOperand(operand: RegisterNode, diagnostics: Diagnostics): AsmOperand {
  const name = operand.name.toLowerCase();
  const register = registers.get(name);
  if (register !== undefined) return { kind: 'register', register };
  if (segments.has(name)) return { kind: 'segmentRegister', name: name as SegmentRegister };
  const xmm = xmmRegisters.indexOf(name);
  if (xmm >= 0) return { kind: 'xmmRegister', number: xmm };
  const control = /^cr([02348])$/.exec(name);
  if (control !== null) return { kind: 'controlRegister', number: Number(control[1]) };
  const debug = /^d[br](\d|1[0-5])$/.exec(name);
  if (debug !== null) return { kind: 'debugRegister', number: Number(debug[1]) };
  throw badRegister(operand, diagnostics);
}

function badRegister(operand: RegisterNode, diagnostics: Diagnostics): Complaint {
  const name = operand.name.toLowerCase();
  if (unsupported.test(name)) return new Complaint(operand, `register '%${name}' is not supported`);
  const close = diagnostics.open ? closestName(name, [...registers.keys(), ...segmentRegisters]) : null;
  return new Complaint(
    operand,
    `bad register name '%${operand.name}'`,
    close === null ? null : `did you mean '%${close}'?`,
  );
}

function operandValue(assembler: Assembler, expression: Expression): Value {
  if (expression.kind === 'number' && expression.value >> 63n === 0n) return { constant: expression.value };
  refuseComparison(expression);
  const field = assembler.field(expression);
  return field.value.op === 'constant' ? { constant: field.value.value } : { symbolic: field };
}

/** GNU as reads these three only in directives. */
function refuseComparison(expression: Expression): void {
  if (expression.kind === 'unary') refuseComparison(expression.operand);
  if (expression.kind !== 'binary') return;
  if (['==', '!=', '>='].includes(expression.operator)) {
    throw new Complaint(expression, `'${expression.operator}' cannot be used in an operand`);
  }
  refuseComparison(expression.left);
  refuseComparison(expression.right);
}

function memoryOperand(assembler: Assembler, operand: MemoryNode, branch: boolean): MemorySource | AsmOperand {
  const { displacement, segment } = operand;
  const target = branch && operand.plain && segment === null;
  if (target && displacement !== null) return { kind: 'target', value: { symbolic: assembler.field(displacement) } };
  return {
    kind: 'memory',
    segment: segment === null ? null : segmentOf(segment),
    base: operand.base === null ? null : baseOf(operand.base, assembler.diagnostics),
    index: operand.index === null ? null : indexOf(operand.index, assembler.diagnostics),
    scale: scaleOf(assembler, operand),
    displacement: displacement === null ? null : operandValue(assembler, displacement),
  };
}

function segmentOf(operand: RegisterNode): SegmentRegister {
  const name = operand.name.toLowerCase();
  if (segments.has(name)) return name as SegmentRegister;
  throw new Complaint(
    operand,
    `'%${operand.name}' is not a segment register`,
    'before a : stands one of %fs, %gs, %cs, %ds, %es, %ss',
  );
}

function baseOf(operand: RegisterNode, diagnostics: Diagnostics): Register | 'rip' | 'eip' {
  const name = operand.name.toLowerCase();
  if (name === 'rip' || name === 'eip') return name;
  return registers.get(name) ?? raise(badRegister(operand, diagnostics));
}

/** `%riz` is GNU's name for "no index". */
function indexOf(operand: RegisterNode, diagnostics: Diagnostics): Register | null {
  const name = operand.name.toLowerCase();
  if (name === 'riz' || name === 'eiz') return null;
  return registers.get(name) ?? raise(badRegister(operand, diagnostics));
}

function raise(complaint: Complaint): never {
  throw complaint;
}

function scaleOf(assembler: Assembler, { scale, index }: MemoryNode): 1 | 2 | 4 | 8 {
  if (scale === null) return 1;
  const factor = numberOf(assembler, scale);
  if (factor !== 1n && factor !== 2n && factor !== 4n && factor !== 8n) {
    throw new Complaint(scale, `expecting scale factor of 1, 2, 4, or 8: got '${factor}'`);
  }
  if (index !== null || factor === 1n) return Number(factor) as 1 | 2 | 4 | 8;
  assembler.diagnostics.warning(scale, `scale factor of ${factor} without an index register`);
  return 1;
}

/** An operand that is the name of a register without its `%`, as in Intel syntax. */
function bareRegister(node: InstructionNode): { start: number; end: number; name: string } | null {
  for (const operand of node.operands) {
    if (operand.kind !== 'memory' || !operand.plain || operand.displacement?.kind !== 'symbol') continue;
    const { start, end, name } = operand.displacement;
    if (registers.has(name.toLowerCase())) return { start, end, name };
  }
  return null;
}
