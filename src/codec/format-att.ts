import type { Form, OperandKind } from '../isa/form.js';
import type { Width } from '../isa/registers.js';
import type { Decoded } from './decoded.js';
import { impliesOperands } from './encode-string.js';
import { addressText, operandTexts, type Symbolize, saysPredicate } from './format-operands.js';
import { fixedAttName, PREDICATES, SUFFIX } from './mnemonics.js';

/** What objdump prints for bytes that are no instruction. */
export const BAD = '(bad)';

/** An instruction as text: the mnemonic with its prefixes, the operands, and the target of a rip-relative operand. */
export interface AttText {
  readonly mnemonic: string;
  readonly operands: string;
  /** `        # 401020 <x>`, or empty. */
  readonly comment: string;
}

/**
 * An instruction at `address` as GNU objdump -d (binutils 2.40, AT&T) prints it, with one space between mnemonic and operands.
 * `symbolize` names addresses (`main+0x5`); without it, or where it knows no name, they are plain numbers.
 */
export function formatAtt(decoded: Decoded, address: bigint, symbolize?: Symbolize): string {
  const { mnemonic, operands, comment } = attText(decoded, address, symbolize);
  return operands === '' ? mnemonic : `${mnemonic} ${operands}${comment}`;
}

/** As `formatAtt`, with the mnemonic padded to objdump's column. */
export function formatObjdump(decoded: Decoded, address: bigint, symbolize?: Symbolize): string {
  const { mnemonic, operands, comment } = attText(decoded, address, symbolize);
  return operands === '' ? mnemonic : `${mnemonic.padEnd(6)} ${operands}${comment}`;
}

/** The parts of an instruction's text. */
export function attText(decoded: Decoded, address: bigint, symbolize?: Symbolize): AttText {
  const words = prefixWords(decoded);
  if (isPaddedNop(decoded)) {
    const rax = rexW(decoded.prefixes) ? '%rax' : '%ax';
    return { mnemonic: [...words, 'xchg'].join(' '), operands: `${rax},${rax}`, comment: '' };
  }
  const { texts, comment } = operandTexts(decoded, address, symbolize);
  return {
    mnemonic: [...words, mnemonicText(decoded)].join(' '),
    operands: texts.join(','),
    comment: comment === null ? '' : `        # ${addressText(comment, symbolize)}`,
  };
}

const OPERAND_SIZE = 0x66;
const ADDRESS_SIZE = 0x67;

/** 66 90 is named after the encoding it shares: `xchg %ax,%ax`, and 66 48 90 `xchg %rax,%rax`. */
function isPaddedNop({ form, prefixes }: Decoded): boolean {
  return form.mnemonic === 'nop' && !form.modrm && prefixes.includes(OPERAND_SIZE);
}

function rexW(prefixes: readonly number[]): boolean {
  return (rexOf(prefixes) & 8) !== 0;
}

/** The REX prefix in force: the last byte, if it is one; else 0. */
function rexOf(prefixes: readonly number[]): number {
  const last = prefixes.at(-1) ?? 0;
  return last >> 4 === 4 ? last : 0;
}

const isBranch = (form: Form) => /^(j|call|ret)/.test(form.mnemonic);
const isConditional = (form: Form) => /^(j|loop)/.test(form.mnemonic) && form.mnemonic !== 'jmp';
const isIndirect = (form: Form) => isBranch(form) && form.operands[0] === 'rm64';

function mnemonicText(decoded: Decoded): string {
  const { form, width } = decoded;
  if (isConditional(form)) return countingName(decoded) + hintText(decoded);
  const fixed = fixedAttName(form, width);
  if (fixed !== null) return fixed;
  if (saysPredicate(decoded)) {
    return `cmp${PREDICATES[Number(decoded.immediate)]!}${form.mnemonic.slice(3)}`;
  }
  // A 32-bit address under a 67 prefix is no movabs any more.
  const name = decoded.address32 ? form.mnemonic : (form.att[0] ?? form.mnemonic);
  return name + suffixText(decoded);
}

/** loop and jrcxz say in their names that they count with ecx. */
function countingName({ form, address32 }: Decoded): string {
  if (!address32) return form.mnemonic;
  if (form.mnemonic === 'jrcxz') return 'jecxz';
  return form.mnemonic.startsWith('loop') ? `${form.mnemonic}l` : form.mnemonic;
}

/** Far transfers are 32 bits wide unless they say otherwise. */
const FAR_SUFFIX: Readonly<Partial<Record<Width, string>>> = { 16: 'w', 32: '', 64: 'q' };

/** The suffix is printed when no register operand shows the operand size. */
function suffixText({ form, width, memory }: Decoded): string {
  if (form.plain) return '';
  if (form.repeat !== 'none') return /^(movs|cmps|ins|outs)$/.test(form.mnemonic) ? SUFFIX[width] : '';
  if (/^(lret|iret|ljmp|lcall)$/.test(form.mnemonic)) return FAR_SUFFIX[width]!;
  if (/^(sysret|sysexit)$/.test(form.mnemonic)) return SUFFIX[width];
  if (/^([ls]ldt|ltr|str|ver[rw]|[ls]msw)$/.test(form.mnemonic)) return '';
  if (form.operands.some((kind) => showsSize(kind, memory !== null))) return '';
  if (form.default64) return width === 16 && form.operands[0] !== 'rel8' ? 'w' : '';
  if (memory === null || form.mnemonic.startsWith('set') || form.mnemonic.startsWith('prefetch')) return '';
  return SUFFIX[width];
}

function showsSize(kind: OperandKind, inMemory: boolean): boolean {
  if (kind.startsWith('rm')) return !inMemory;
  return /^(r\d*|al|ax|acc|creg|sreg)$/.test(kind);
}

const CS = 0x2e;
const DS = 0x3e;

/** One of DS and CS anywhere among the prefixes is a branch hint; both are none. */
function hintText({ prefixes }: Decoded): string {
  const taken = prefixes.includes(DS);
  if (taken === prefixes.includes(CS)) return '';
  return taken ? ',pt' : ',pn';
}

/** Words for the prefixes that the text does not show otherwise, in their order. */
function prefixWords(decoded: Decoded): string[] {
  const { prefixes } = decoded;
  const lastOf = (bytes: readonly number[]) => prefixes.findLastIndex((byte) => bytes.includes(byte));
  const lastData = lastOf([OPERAND_SIZE]);
  const lastAddress = lastOf([ADDRESS_SIZE]);
  const lastSegment = lastOf([0x26, 0x2e, 0x36, 0x3e, 0x64, 0x65]);
  const lastRepeat = lastOf([0xf2, 0xf3]);
  const words: string[] = [];
  prefixes.forEach((byte, i) => {
    if (byte >> 4 === 4) {
      if (i !== prefixes.length - 1 || !isRexUsed(decoded, byte)) words.push(rexName(byte));
    } else if (byte === OPERAND_SIZE) {
      if (i !== lastData || !isOperandSizeUsed(decoded)) words.push('data16');
    } else if (byte === ADDRESS_SIZE) {
      if (i !== lastAddress || !isAddressSizeUsed(decoded)) words.push('addr32');
    } else if (byte === 0xf0) words.push('lock');
    else if (byte === 0xf2 || byte === 0xf3) {
      if (i !== lastRepeat || decoded.form.prefix !== byte) words.push(repeatName(decoded, byte, i === lastOf([byte])));
    } else if (i !== lastSegment || !isSegmentUsed(decoded)) words.push(segmentName(decoded, byte, i === lastSegment));
  });
  return words;
}

function rexName(byte: number): string {
  const letters = ['W', 'R', 'X', 'B'].filter((_, i) => byte & (8 >> i)).join('');
  return letters === '' ? 'rex' : `rex.${letters}`;
}

/** A REX prefix is used when each of its bits has an effect; a bare 40 when it renames a byte register (spl, bpl, sil, dil). */
function isRexUsed(decoded: Decoded, byte: number): boolean {
  const { form, width, memory } = decoded;
  const inReg = form.modrm && form.operands.some((kind) => /^([rx]\d*|creg)$/.test(kind));
  const addressed = memory !== null && form.modrm;
  const inRm = form.operands.some((kind) => /^[rx][mr]/.test(kind)) || addressed || form.registerInOpcode;
  let used = 0;
  if ((width === 64 && !form.default64) || isPaddedNop(decoded)) used |= 8;
  if (inReg) used |= 4;
  if (memory?.sib) used |= 2;
  if (inRm) used |= 1;
  const bits = byte & 0xf;
  if ((bits & ~used) !== 0) return false;
  if (bits !== 0) return true;
  return (
    (form.operands.includes('r8') && renamed(decoded.reg)) || (form.operands.includes('rm8') && renamed(decoded.rm))
  );
}

const renamed = (number: number) => number >= 4 && number < 8;

function isOperandSizeUsed(decoded: Decoded): boolean {
  const { form, width } = decoded;
  if (form.prefix === OPERAND_SIZE || isPaddedNop(decoded)) return true;
  // objdump looks these up by their prefixes, and counts 66 as used even where REX.W overrules it.
  if (/^bs[fr]$/.test(form.mnemonic)) return true;
  if (form.mnemonic === 'movsxd' && decoded.memory === null) return true;
  if (form.map === 0 && form.opcode === 0x90 && decoded.reg % 8 === 0) return true;
  return width === 16 && form.sized && form.operands[0] !== 'rel8';
}

function isAddressSizeUsed({ form, memory }: Decoded): boolean {
  if (impliesOperands(form) || form.mnemonic === 'jrcxz' || form.mnemonic.startsWith('loop')) return true;
  return memory !== null && (memory.base >= 0 || memory.index >= 0 || memory.ripRelative || memory.sibIndexNone);
}

function isSegmentUsed(decoded: Decoded): boolean {
  const { form, segment, memory } = decoded;
  if (isConditional(form) && hintText(decoded) !== '') return true;
  if (/^(movs|cmps|lods|xlat|outs)$/.test(form.mnemonic)) return true;
  return memory !== null && (segment === 'fs' || segment === 'gs');
}

function repeatName(decoded: Decoded, byte: number, last: boolean): string {
  const { form } = decoded;
  if (last && isElidable(decoded, byte)) return byte === 0xf2 ? 'xacquire' : 'xrelease';
  if (byte === 0xf2) return last && isBranch(form) && form.mnemonic !== 'jrcxz' ? 'bnd' : 'repnz';
  return last && form.repeat === 'rep' ? 'rep' : 'repz';
}

/** A store that starts or ends a lock which processors with TSX may elide. */
function isElidable({ form, lock, memory, prefixes }: Decoded, byte: number): boolean {
  if (memory === null || form.modrm === false) return false;
  if (form.mnemonic === 'mov')
    return (
      byte === 0xf3 &&
      prefixes.lastIndexOf(0xf2) < prefixes.lastIndexOf(0xf3) &&
      /^(rm8?,(r8?|i8?))$/.test(form.operands.join())
    );
  return form.lockable && (lock || form.mnemonic === 'xchg');
}

function segmentName({ form, prefixes }: Decoded, byte: number, last: boolean): string {
  if (last && isIndirect(form) && prefixes.includes(DS)) return 'notrack';
  const names: Record<number, string> = { 38: 'es', 46: 'cs', 54: 'ss', 62: 'ds', 100: 'fs', 101: 'gs' };
  return names[byte]!;
}
