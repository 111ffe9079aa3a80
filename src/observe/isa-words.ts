import { effectsOf, hasMemoryOperand } from '../isa/effects.js';
import type { Flag } from '../isa/flags.js';
import type { Form, OperandKind } from '../isa/form.js';
import type { Instruction } from '../isa/instruction.js';
import type { Width } from '../isa/registers.js';

/** Kinds of operand in words, as source has them; what is not here is a register of that name. */
const KIND_WORDS: Partial<Record<OperandKind, string>> = {
  acc: '%rax', '1': '$1', cl: '%cl', dx: '(%dx)', i8: '$imm8', i16: '$imm16', i: '$imm', i64: '$imm64', s8: '$imm8',
  rel8: 'label', rel16: 'label', rel32: 'label', moffs8: 'address', moffs: 'address', creg: '%cr', dreg: '%db', sreg: '%seg', rr: 'r', rr16: 'r16', rr32: 'r32', rr64: 'r64',
}; // biome-ignore format: a table

/** An operand kind as source has it: `r/m32`, `xmm/m64`, `$imm8`. */
function kindWord(kind: OperandKind): string {
  const known = KIND_WORDS[kind];
  if (known !== undefined) return known;
  const [, letters = '', size = ''] = /^([a-z]+)(\d*)$/.exec(kind)!;
  if (letters === 'rm') return `r/m${size}`;
  if (letters === 'xm') return `xmm/m${size === '' ? '128' : size}`;
  if (letters === 'x' || letters === 'xr') return 'xmm';
  if (letters === 'r' || letters === 'm') return kind;
  return `%${kind}`;
}

/** The operands of a form in the order of AT&T source. */
export function operandWords(form: Form): string {
  const words = form.operands.map(kindWord);
  return (form.mnemonic === 'enter' ? words : words.reverse()).join(', ');
}

/** The encoding of a form in the notation of the manual: `83 /0 ib`, with REX.W where only that selects the size. */
export function encodingWords(form: Form): string {
  const code = form.text.split(';')[0]!.split('=')[1]!.trim();
  return form.widths.length === 1 && form.widths[0] === 64 && !form.default64 ? `REX.W ${code}` : code;
}

/** `8` or `16 32 64`; nothing for an instruction that knows no operand size. */
export function sizeWords(form: Form): string {
  const fixed =
    form.plain || form.operands[0]?.startsWith('rel') || (form.operands.length === 0 && form.widths.length === 1);
  return fixed ? '' : form.widths.join(' ');
}

const count = (number: number, word: string) => `${number} ${word}${number === 1 ? '' : 's'}`;

function referenceCounts(form: Form, width: Width, memory: boolean): string {
  const { loads, stores, modifies } = effectsOf(form, width, memory);
  if (loads + stores === 0) return '';
  if (modifies > 0 && loads === modifies && stores === modifies) {
    return `${count(loads, 'load')} + ${count(stores, 'store')} (modify)`;
  }
  return [loads > 0 ? count(loads, 'load') : '', stores > 0 ? count(stores, 'store') : ''].filter(Boolean).join(' + ');
}

/** Program references of a form besides its fetch; `if memory` where its operand may be a register too. */
export function referenceWords(form: Form): string {
  // What is only another way to write a form is never executed.
  if (form.encodeOnly) return '';
  const width = form.widths.at(-1)!;
  if (!hasMemoryOperand(form)) return referenceCounts(form, width, false);
  const inMemory = referenceCounts(form, width, true);
  if (form.operands.some((kind) => kind.startsWith('m'))) return inMemory;
  const own = referenceCounts(form, width, false);
  if (inMemory === own) return inMemory;
  return own === '' ? `${inMemory}, if memory` : `${own}; ${inMemory}, if memory`;
}

const FLAG_ORDER: readonly Flag[] = ['cf', 'pf', 'af', 'zf', 'sf', 'of', 'df', 'if', 'tf'];

function flagNames(flags: ReadonlySet<Flag>): string {
  return FLAG_ORDER.filter((flag) => flags.has(flag))
    .map((flag) => flag.toUpperCase())
    .join(' ');
}

/** Flags that an instruction reads, writes and leaves undefined; empty where there are none. */
export function flagWords(entry: Instruction): {
  readonly reads: string;
  readonly writes: string;
  readonly undefined: string;
} {
  const reads = new Set<Flag>();
  const writes = new Set<Flag>();
  for (const form of entry.forms.filter((one) => !one.encodeOnly)) {
    for (const width of form.widths) {
      const effects = effectsOf(form, width);
      for (const flag of effects.flagsRead) reads.add(flag);
      for (const flag of effects.flagsWritten) writes.add(flag);
    }
  }
  const open = entry.undefinedFlags;
  const undefinedFlags = typeof open === 'function' ? 'by count' : flagNames(new Set(open));
  return { reads: flagNames(reads), writes: flagNames(writes), undefined: undefinedFlags };
}

/** What an engine checks before it executes a form. */
export function attributeWords(form: Form): string {
  const words = [
    form.privileged ? 'CPL 0' : '',
    form.lockable ? 'LOCK' : '',
    form.repeat === 'none' ? '' : form.repeat === 'rep' ? 'REP' : 'REPE/REPNE',
    form.decodeOnly ? 'decoded only' : '',
    form.encodeOnly ? 'assembled only' : '',
  ];
  return words.filter(Boolean).join(', ');
}

/** Names in AT&T source: the mnemonic, and what stands for it. */
export function attNames(entry: Instruction): string {
  const names = new Set<string>();
  for (const form of entry.forms) {
    for (const name of form.att.length > 0 ? form.att : [form.mnemonic]) names.add(name);
  }
  return [...names].join(' ');
}

/** Rows in columns, two spaces apart, without trailing blanks. */
export function columns(rows: readonly (readonly string[])[], indent: string): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows
    .map((row) => `${indent}${row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')}`.trimEnd())
    .map((line) => `${line}\n`)
    .join('');
}
