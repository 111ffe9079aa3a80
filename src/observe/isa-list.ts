import type { Form } from '../isa/form.js';
import type { Instruction } from '../isa/instruction.js';
import { forms, instructions } from '../isa/table.js';
import {
  attNames,
  attributeWords,
  columns,
  encodingWords,
  flagWords,
  operandWords,
  referenceWords,
  sizeWords,
} from './isa-words.js';

/** Rows of forms: encoding, operands, sizes, references, conditions. */
export function formRows(forms: readonly Form[]): string[][] {
  return forms.map((form) => [
    encodingWords(form),
    operandWords(form),
    sizeWords(form),
    referenceWords(form),
    attributeWords(form),
  ]);
}

/** One line on the flags, or nothing if it neither reads nor writes any. */
export function flagLine(entry: Instruction): string {
  const { reads, writes, undefined: open } = flagWords(entry);
  const parts = [
    reads === '' ? '' : `reads ${reads}`,
    writes === '' ? '' : `writes ${writes}`,
    open === '' ? '' : `undefined ${open}`,
  ];
  const said = parts.filter(Boolean).join('; ');
  return said === '' ? '' : `  flags: ${said}\n`;
}

/** Every instruction with what it does, its flags, and of each form encoding, operands, sizes, references and conditions. */
export function isaList(): string {
  const entries = instructions.map(
    (entry) => `${attNames(entry)}: ${entry.summary}\n${flagLine(entry)}${columns(formRows(entry.forms), '  ')}`,
  );
  const sized = forms.reduce((sum, form) => sum + form.widths.length, 0);
  return `${entries.join('\n')}\n${instructions.length} instructions, ${forms.length} forms, ${sized} with their operand sizes\n`;
}
