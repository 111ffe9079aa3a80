import { opcodeEntry, SELECT, select } from '../isa/opcode-map.js';
import { forms, instructions } from '../isa/table.js';
import { EXECUTED_FORMS, type FormClass } from './executed-forms.js';

const CODE = /^(?:REPN?E? )?(?:(66|F2|F3) )?(0F )?([0-9A-F]{2})(?:\/([0-7])( mem)?)?(\+r)?(?: ([0-9A-F]{2}))? \D/;

/** True if the opcode map has a form as `EXECUTED_FORMS` writes it. Throws on text that is none. */
export function isExecutable(code: string): boolean {
  const match = CODE.exec(code);
  if (match === null) throw new Error(`not an opcode form: '${code}'`);
  const [, prefix, map, opcode, digit, memory, , modrm] = match;
  const entry = opcodeEntry(map === undefined ? 0 : 1, Number.parseInt(opcode!, 16));
  if (entry === null) return false;
  const mandatory = prefix === undefined ? 0 : Number.parseInt(prefix, 16);
  const bits = { 0: 0, 102: SELECT.operandSize, 242: SELECT.repne, 243: SELECT.rep }[mandatory]!;
  for (let byte = 0; byte < 0x100; byte++) {
    if (modrm !== undefined && byte !== Number.parseInt(modrm, 16)) continue;
    if (digit !== undefined && Number(digit) !== ((byte >> 3) & 7)) continue;
    if (memory !== undefined && byte >= 0xc0) continue;
    if (select(entry, bits, byte)?.form.prefix === mandatory) return true;
  }
  return false;
}

const TITLES: Readonly<Record<FormClass, string>> = { integer: 'integer', sse: 'SSE and SSE2', x87: 'x87' };

/** What of the forms that compiled programs execute is in the table, class by class: those that are, those that are missing. */
export function isaCoverage(): string {
  let present = 0;
  let all = 0;
  const parts = Object.entries(EXECUTED_FORMS).map(([key, codes]) => {
    const found = codes.filter(isExecutable);
    const missing = codes.filter((code) => !found.includes(code));
    present += found.length;
    all += codes.length;
    const title = `${TITLES[key as FormClass]}: ${found.length} of ${codes.length} forms`;
    return `${title}\n${listed('in', found)}${listed('missing', missing)}`;
  });
  const table = `${instructions.length} instructions in ${forms.length} forms are declared.`;
  return `${parts.join('\n')}\n${present} of ${all} forms that compiled programs execute. ${table}\n`;
}

const LINE = 100;

function listed(title: string, codes: readonly string[]): string {
  if (codes.length === 0) return '';
  const lines = [`  ${title}:`];
  for (const [index, code] of codes.entries()) {
    const word = ` ${code}${index < codes.length - 1 ? ',' : ''}`;
    if (lines.at(-1)!.length + word.length > LINE) lines.push('   ');
    lines[lines.length - 1] += word;
  }
  return `${lines.join('\n')}\n`;
}
