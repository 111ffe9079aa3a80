import { decode } from '../codec/decode.js';
import { exampleOf } from '../codec/example.js';
import { formatAtt } from '../codec/format-att.js';
import { type Spelling, spellingsOf, withoutHint } from '../codec/mnemonics.js';
import { takeApart } from '../codec/take-apart.js';
import type { Form } from '../isa/form.js';
import type { Instruction } from '../isa/instruction.js';
import type { Width } from '../isa/registers.js';
import { instructionOf } from '../isa/table.js';
import { flagLine, formRows } from './isa-list.js';
import { columns } from './isa-words.js';

/** Everything about the instructions that an AT&T mnemonic names, each with an encoding taken apart; null if it names none. */
export function isaPage(name: string): string | null {
  const spellings = spellingsOf(withoutHint(name).name);
  if (spellings.length === 0) return null;
  const entries = [...new Set(spellings.map(({ form }) => instructionOf[form.id]!))];
  return entries.map((entry) => instructionPage(name, entry, spellings)).join('\n');
}

function instructionPage(name: string, entry: Instruction, spellings: readonly Spelling[]): string {
  const own = spellings.filter(({ form }) => instructionOf[form.id] === entry);
  const { width } = own[0]!;
  const examples = own.map((spelling) => exampleText(spelling));
  const rows = formRows(own.map(({ form }) => form)).map((row, index) => {
    const [encoding, operands, sizes, references, attributes] = row as [string, string, string, string, string];
    const example = examples[index]!;
    return [
      encoding,
      operands,
      sizes,
      example === null ? '' : `${example.hex}: ${example.text}`,
      references,
      attributes,
    ];
  });
  const header = ['encoding', 'operands', 'sizes', 'for example', 'references', ''];
  const sized = width === null ? '' : ` (${width} bits)`;
  return `${name}${sized}: ${entry.summary}\n${flagLine(entry)}\n${columns([header, ...rows], '  ')}\n${apart(examples)}`;
}

/** The size that a suffix asks for, if the form has it; else the form's own of 32 bits, or the widest. */
function widthFor(form: Form, wanted: Width | null): Width {
  if (wanted !== null && form.widths.includes(wanted)) return wanted;
  return form.widths.includes(32) ? 32 : form.widths.at(-1)!;
}

interface Example {
  readonly bytes: Uint8Array;
  readonly hex: string;
  readonly text: string;
}

/** An example of a form; null for one that only stands beside another in the table. */
function exampleText({ form, width, predicate }: Spelling): Example | null {
  if (form.decodeOnly || form.encodeOnly) return null;
  const bytes = exampleOf(form, widthFor(form, width), predicate);
  const hex = hexOf(bytes);
  const decoded = decode(bytes, 0, bytes.length);
  if (typeof decoded === 'string')
    throw new Error(`the example ${hex} of ${form.mnemonic} '${form.text}' is ${decoded}`);
  return { bytes, hex, text: formatAtt(decoded, 0n) };
}

function hexOf(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join(' ');
}

/** The example with the most parts, taken apart. */
function apart(examples: readonly (Example | null)[]): string {
  const parts = examples.flatMap((example) => (example === null ? [] : [partsOf(example.bytes)]));
  return parts.sort((a, b) => b.count - a.count)[0]?.text ?? '';
}

/** The first instruction of some bytes taken apart: its text, then a line for each part. `length` is in bytes, 0 if it is none. */
export function partsOf(bytes: Uint8Array): { readonly count: number; readonly length: number; readonly text: string } {
  const decoded = decode(bytes, 0, bytes.length);
  if (typeof decoded === 'string') return { count: 0, length: 0, text: `  ${hexOf(bytes)} is ${decoded}\n` };
  const parts = takeApart(decoded, bytes);
  const rows = parts.map((part) => [hexOf(part.bytes), part.name, part.meaning]);
  const text = `  ${formatAtt(decoded, 0n)}\n${columns(rows, '    ')}`;
  return { count: parts.length, length: decoded.length, text };
}
