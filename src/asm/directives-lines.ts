import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { type Directive, textOf } from './directive.js';
import type { LineFile, LineState } from './dwarf/line-recorder.js';
import { type Bound, constant, fold, symbolic } from './expression.js';
import { fixedDistance } from './layout.js';
import type { DirectiveNode } from './syntax.js';

/** Directives that say which source the code comes from. */
export const lineDirectives: Readonly<Record<string, Directive>> = { '.file': file, '.loc': loc };

/** The most files that may be numbered: numbers are indices of a table. */
const MOST_FILES = 0x10000;

/** `.file "name"` names the source; `.file number ["folder"] "name" [md5 sum]` one of those that `.loc` refers to. */
function file(assembler: Assembler, node: DirectiveNode): void {
  const [first, ...rest] = node.arguments;
  if (first === undefined) throw new Complaint(node, '.file expects a name');
  if (first.kind === 'strings') {
    assembler.fileSymbols.push(textOf(first)!);
    return;
  }
  const number = first.kind === 'symbol' ? Number(first.name) : Number.NaN;
  const names = rest
    .filter((argument) => argument.kind === 'strings')
    .slice(0, 2)
    .map((argument) => textOf(argument)!);
  if (!Number.isInteger(number) || number < 0 || names.length === 0)
    throw new Complaint(node, '.file expects a number and a name');
  if (number > MOST_FILES) throw new Complaint(first, `file numbers over ${MOST_FILES} are not supported`);
  if (number === 0 && names.length === 2) assembler.lines.directory = names[0]!;
  const place = number === 0 ? placeOfFile(names.slice(-1)) : placeOfFile(names);
  assembler.lines.nameFile(number, { ...place, md5: checksum(node) });
}

/** Folder and name. Where only one text is given, the folder is what stands before its last slash. */
function placeOfFile(names: readonly string[]): Pick<LineFile, 'folder' | 'name'> {
  const [first, second] = names as [string, string?];
  if (second !== undefined) return { folder: second.startsWith('/') ? '' : first, name: second };
  const slash = first.lastIndexOf('/');
  return { folder: slash === 0 ? '/' : first.slice(0, Math.max(0, slash)), name: first.slice(slash + 1) };
}

/** `md5 0x...`: the checksum of the source, or null. */
function checksum(node: DirectiveNode): Uint8Array | null {
  const at = node.arguments.findIndex((argument) => textOf(argument) === 'md5');
  if (at < 0) return null;
  const digits = /^0x([\da-f]{1,32})$/i.exec(textOf(node.arguments[at + 1]) ?? '')?.[1];
  if (digits === undefined) throw new Complaint(node, 'md5 expects a number of 128 bits in hexadecimal');
  // As GNU as writes it: a little-endian number.
  return Uint8Array.from(digits.padStart(32, '0').match(/../g)!, (pair) => Number.parseInt(pair, 16)).reverse();
}

/** `.loc file line [column] [options]`: the source line of what follows. */
function loc(assembler: Assembler, node: DirectiveNode): void {
  const words = node.arguments.map((argument) => textOf(argument));
  const [file, line] = words.slice(0, 2).map(Number);
  if (file === undefined || line === undefined || !Number.isInteger(file) || !Number.isInteger(line) || line < 0)
    throw new Complaint(node, '.loc expects a file number and a line number');
  const source = assembler.lines.files[file];
  if (source === undefined) throw new Complaint(node, `.loc before .file ${file}`);
  const hasColumn = /^\d+$/.test(words[2] ?? '');
  const change = options(node, words.slice(hasColumn ? 3 : 2));
  const { folder, name } = source;
  const path = folder === '' ? name : `${folder === '/' ? '' : folder}/${name}`;
  const column = hasColumn ? { column: Number(words[2]) } : {};
  const view = words.indexOf('view');
  assembler.announceLine(path, { ...change, ...column, file, line }, view >= 0);
  setView(assembler, view < 0 ? null : (words[view + 1] ?? null));
}

const flags: Readonly<Record<string, Partial<LineState>>> = {
  basic_block: { basicBlock: true },
  prologue_end: { prologueEnd: true },
  epilogue_begin: { epilogueBegin: true },
};

/** What follows the column: words, some of them with a value. */
function options(node: DirectiveNode, words: readonly (string | null)[]): Partial<LineState> {
  let change: Partial<LineState> = {};
  for (let i = 0; i < words.length; i++) {
    const word = words[i] ?? '';
    if (word in flags) {
      change = { ...change, ...flags[word] };
      continue;
    }
    const value = words[++i] ?? '';
    if (word === 'view') change = { ...change, resetView: value === '-0' };
    else if (/^\d+$/.test(value) && Number(value) <= 0xffffffff) change = { ...change, ...numbered(node, word, value) };
    else throw new Complaint(node, unknownOption(word));
  }
  return change;
}

function numbered(node: DirectiveNode, word: string, value: string): Partial<LineState> {
  const number = Number(value);
  switch (word) {
    case 'is_stmt':
      if (number > 1) throw new Complaint(node, 'is_stmt value not 0 or 1');
      return { isStatement: number === 1 };
    case 'isa':
      return { isa: number };
    case 'discriminator':
      return { discriminator: number };
    default:
      throw new Complaint(node, unknownOption(word));
  }
}

function unknownOption(word: string): string {
  return `unknown .loc sub-directive '${word}', or its value is missing`;
}

/**
 * The view number of a `.loc`: 0 at a new address, else one more than that of the `.loc` before at the same address. `view NAME` gives it to
 * a symbol, `view -0` starts again from 0.
 */
function setView(assembler: Assembler, name: string | null): void {
  const { lastLoc, current } = assembler;
  const here = symbolic(assembler.here());
  let view = constant(0n);
  if (lastLoc?.section === current && name !== '-0') {
    const same: Bound = { op: 'binary', operator: '==', left: here, right: lastLoc.place };
    const next: Bound = { op: 'binary', operator: '-', left: constant(-1n), right: lastLoc.view };
    view = fold({ op: 'binary', operator: '*', left: same, right: next }, fixedDistance);
  }
  assembler.lastLoc = { section: current, place: here, view };
  if (name === null || /^-?\d/.test(name)) return;
  const symbol = assembler.symbols.named(name);
  symbol.value = view;
}
