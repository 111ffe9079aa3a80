import type { Form, OperandKind } from '../isa/form.js';
import { type Register, register, type Width } from '../isa/registers.js';
import { encodeAddress, isAbsolute } from './encode-address.js';
import { arrangeStrings, impliesOperands, type StringAccess } from './encode-string.js';
import { hasFreeRegister, type Spelling } from './mnemonics.js';
import type { AsmOperand, MemorySource, Value } from './operand.js';
import { type KindTraits, kindTraits, widthOf } from './operand-kinds.js';

const between = (number: bigint, low: bigint, high: bigint) => low <= number && number <= high;

/** A form that the operands fit in kind and width, at one operand size. `operands` are in the order of the form. */
export interface Attempt {
  readonly form: Form;
  readonly width: Width;
  readonly operands: readonly AsmOperand[];
  /** Operand size that decides how immediates are truncated: the suffix, else the last register; null without both. */
  readonly immediateWidth: Width | null;
  /** What a string instruction's written operands say; null for others. */
  readonly string: StringAccess | null;
}

/** Every way to read the operands (in source order) as a form of a spelling, in the order of the table. */
export function attemptsOf(spellings: readonly Spelling[], operands: readonly AsmOperand[]): Attempt[] {
  const attempts: Attempt[] = [];
  const last = lastRegisterWidth(operands);
  for (const spelling of spellings) {
    const { form, width: fixed } = spelling;
    if (!countsMatch(form, operands.length)) continue;
    for (const width of fixed === null ? form.widths : [fixed]) {
      const attempt = attemptAt(spelling, width, operands, last);
      if (attempt) attempts.push(attempt);
    }
  }
  return attempts;
}

/** Forms with another number of operands need no look at them; some spellings leave one out or add one. */
function countsMatch(form: Form, count: number): boolean {
  const own = form.operands.length;
  if (own === count || impliesOperands(form)) return true;
  return (count === 2 && (own === 3 || own === 1)) || (count === 1 && isPortForm(form));
}

function attemptAt(
  spelling: Spelling,
  width: Width,
  written: readonly AsmOperand[],
  last: Width | null,
): Attempt | null {
  const { form, width: fixed } = spelling;
  if (impliesOperands(form)) {
    const string = arrangeStrings(form, width, written);
    return string && { form, width, operands: [], immediateWidth: fixed ?? last, string };
  }
  const operands = arrange(spelling, width, written);
  if (operands === null) return null;
  for (let i = 0; i < operands.length; i++) {
    if (!operandFits(spelling, form.operands[i]!, width, operands[i]!)) return null;
    if (form.operands[i] === 'cl' && !countFits(operands[i]!, fixed)) return null;
  }
  if (isNopAlias(form, width, operands)) return null;
  return { form, width, operands, immediateWidth: fixed ?? last, string: null };
}

/** GNU as takes %ecx and %rcx for the shift count %cl, unless the suffix is of a smaller size. */
function countFits(operand: AsmOperand, fixed: Width | null): boolean {
  if (operand.kind !== 'register') return false;
  return operand.register.width === 8 || fixed === null || (fixed > 8 && operand.register.width <= Math.max(fixed, 32));
}

/** Reads or writes a port: in and out. */
export function isPortForm(form: Form): boolean {
  return form.mnemonic === 'in' || form.mnemonic === 'out';
}

/** 90 is nop and not `xchg %eax,%eax`, which would clear the upper half of rax. */
function isNopAlias(form: Form, width: Width, operands: readonly AsmOperand[]): boolean {
  if (form.map !== 0 || form.opcode !== 0x90 || width !== 32) return false;
  return operands.length === 2 && operands.every((one) => one.kind === 'register' && one.register.number === 0);
}

/**
 * As `kindFits`. Where SSE names a 32-bit register that it only fills or takes the low bits of, GNU as takes the 64-bit name for it too; a
 * suffix tells which.
 */
function operandFits({ form, register }: Spelling, kind: OperandKind, width: Width, operand: AsmOperand): boolean {
  if (!hasFreeRegister(form) || (kind !== 'r32' && kind !== 'rr32')) return kindFits(kind, width, operand);
  if (operand.kind !== 'register' || operand.register.width < 32) return false;
  return register === null || operand.register.width === register;
}

/** Source order to the order of the form; null if their number differs. */
function arrange(
  { form, predicate }: Spelling,
  width: Width,
  written: readonly AsmOperand[],
): readonly AsmOperand[] | null {
  if (predicate !== null) {
    // `cmpltsd` says the constant in its name.
    const constant = { kind: 'immediate', value: { constant: BigInt(predicate) } } as const;
    return written.length === 2 ? [written[1]!, written[0]!, constant] : null;
  }
  const count = form.operands.length;
  const [first, second] = written;
  if (written.length === 2 && count === 3 && form.mnemonic === 'imul' && first!.kind === 'immediate') {
    // `imul $3,%eax` multiplies the register by the constant into itself.
    return [second!, second!, first!];
  }
  if (written.length === 2 && count === 1 && /^i?div$/.test(form.mnemonic)) {
    // GNU as lets the dividend be named: `div %ebx,%eax`.
    return kindFits(width === 8 ? 'al' : 'acc', width, second!) ? [first!] : null;
  }
  if (written.length === 1 && isPortForm(form)) {
    // The accumulator may be left out.
    const accumulator = { kind: 'register', register: register(0, width) } as const;
    return form.mnemonic === 'in' ? [accumulator, first!] : [first!, accumulator];
  }
  if (written.length !== count) return null;
  // Two immediates (enter) are written in Intel's order in both syntaxes.
  return written.every((one) => one.kind === 'immediate') ? written : [...written].reverse();
}

/** True if an operand is of a kind and, when it is a register, of its width. Numbers are checked later. */
export function kindFits(kind: OperandKind, width: Width, operand: AsmOperand): boolean {
  const traits = kindTraits(kind);
  switch (operand.kind) {
    case 'register':
      return registerFits(traits, width, operand.register);
    case 'memory':
      return traits.memory || (traits.moffs && isAbsolute(operand));
    case 'immediate':
      return traits.immediate;
    case 'target':
      return traits.target;
    case 'xmmRegister':
      return traits.xmm;
    case 'segmentRegister':
      return kind === 'sreg' || kind === operand.name;
    case 'controlRegister':
      return kind === 'creg';
    case 'debugRegister':
      return kind === 'dreg';
    case 'indirect':
      return false;
  }
}

function registerFits(traits: KindTraits, width: Width, { number, width: own, high }: Register): boolean {
  if (traits.general) return own === widthOf(traits, width);
  if (traits.count) return number === 1 && !high && own !== 16;
  return number === traits.fixed && !high && own === widthOf(traits, width);
}

/** Width of the last register in source order, as GNU as looks for it; null if there is none. */
function lastRegisterWidth(operands: readonly AsmOperand[]): Width | null {
  const last = operands.findLast((one) => one.kind === 'register');
  return last?.kind === 'register' ? last.register.width : null;
}

/** Null if all numbers of an attempt fit its fields; else what is wrong, and with which operand (index in the form). */
export function numbersComplaint(attempt: Attempt, name: string): { error: string; index: number } | null {
  const { form, operands } = attempt;
  for (let i = 0; i < operands.length; i++) {
    const operand = operands[i]!;
    const kind = form.operands[i]!;
    if (operand.kind === 'immediate' && !immediateFits(kind, attempt, operand.value)) {
      return { error: `operand type mismatch for \`${name}'`, index: i };
    }
    if (operand.kind === 'target' && isShortOnly(form) && !reachable(operand.value)) {
      return { error: `operand size mismatch for \`${name}'`, index: i };
    }
    if (operand.kind === 'memory' && !kind.startsWith('moffs')) {
      const error = displacementComplaint(attempt, operand);
      if (error !== null) return { error, index: i };
    }
  }
  return null;
}

/** lea to less than 64 bits needs only the low bits of an address: GNU as then truncates displacements to 32 bits. */
export function isNarrowLea(form: Form, width: Width): boolean {
  return form.mnemonic === 'lea' && width !== 64;
}

/** loop and jrcxz have no long form: GNU as takes only a number of one byte for an absolute target. */
export function isShortOnly(form: Form): boolean {
  return /^(loop|jrcxz)/.test(form.mnemonic);
}

const reachable = (value: Value) => 'symbolic' in value || between(value.constant, -128n, 127n);

function displacementComplaint({ form, width }: Attempt, memory: MemorySource): string | null {
  const address = encodeAddress(memory, false, isNarrowLea(form, width));
  return 'error' in address ? address.error : null;
}

/**
 * Whether a number may stand in an immediate field. Where the operand size is known, GNU as truncates to it (and warns
 * when the field is written); elsewhere the number must fit.
 */
function immediateFits(kind: OperandKind, { width, immediateWidth }: Attempt, value: Value): boolean {
  if ('symbolic' in value) return kind !== 's8' && kind !== '1';
  const number = BigInt.asIntN(64, value.constant);
  switch (kind) {
    case '1':
      return number === 1n;
    case 's8':
      return between(truncatedTo(number, immediateWidth), -128n, 127n);
    case 'i8':
      return immediateWidth === 8 || between(truncatedTo(number, immediateWidth), -128n, 255n);
    case 'i16':
      return immediateWidth === 16 || between(truncatedTo(number, immediateWidth), -0x8000n, 0xffffn);
    case 'i64':
      return true;
    default:
      if (width === 64) return BigInt.asIntN(32, number) === number;
      return immediateWidth !== null || between(number, -0x80000000n, 0xffffffffn);
  }
}

/** A number as an operand of this width holds it, if the bits above it are clear: 0xffffffff is -1 at 32 bits. */
export function truncatedTo(number: bigint, width: Width | null): bigint {
  let result = number;
  if (width !== null && width <= 16 && BigInt.asUintN(64, result) >> 16n === 0n) result = BigInt.asIntN(16, result);
  if (width !== null && width <= 32 && BigInt.asUintN(64, result) >> 32n === 0n) result = BigInt.asIntN(32, result);
  return result;
}
