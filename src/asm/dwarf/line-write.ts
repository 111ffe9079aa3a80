import { addressOf } from '../layout.js';
import { RELOCATION } from '../object.js';
import type { Section } from '../sections.js';
import { ByteWriter } from './byte-writer.js';
import {
  FORM,
  LINE_BASE,
  LINE_CONTENT,
  LINE_EXTENDED,
  LINE_OPCODE,
  LINE_RANGE,
  OPCODE_BASE,
  OPCODE_OPERANDS,
} from './format.js';
import { FIRST_STATE, type LineFile, type LineRecorder, type LineRow, type LineState } from './line-recorder.js';

/** A field of a debugging section that the linker fills: with an address in `target`, or an offset if that is not loaded. */
export interface DebugReference {
  readonly offset: number;
  /** A value of `RELOCATION`. */
  readonly type: number;
  readonly target: Section;
  readonly addend: number;
}

/** Strings that debugging sections refer to, one behind the other; equal ones are not merged before the linker does. */
export class DebugStrings {
  readonly writer = new ByteWriter();

  /** Gives the offset of the text, counted from the first one. */
  add(text: string): number {
    const offset = this.writer.size;
    this.writer.text(text);
    return offset;
  }
}

/** Where the strings of a line table of version 5 go. */
export interface LineStrings {
  readonly section: Section;
  /** What stands in that section before the first of them, in bytes. */
  readonly start: number;
  readonly strings: DebugStrings;
}

export interface WrittenLines {
  readonly bytes: Uint8Array;
  readonly references: readonly DebugReference[];
}

/**
 * The line table of a source, as GNU as 2.40 writes it (dwarf2dbg.c; DWARF 5, 6.2): version 5 with its names in `lineStrings`, or
 * version 3. `directory` is the folder of the compilation. Offsets count from the first byte.
 */
export function writeLines(recorder: LineRecorder, directory: string, lineStrings: LineStrings | null): WrittenLines {
  const writer = new ByteWriter();
  const references: DebugReference[] = [];
  writer.u32(0).u16(lineStrings === null ? 3 : 5);
  // Size of an address, and of a segment selector.
  if (lineStrings !== null) writer.u8(8, 0);
  const headerLengthAt = writer.size;
  writer.u32(0).u8(1);
  // Operations of an instruction: one.
  if (lineStrings !== null) writer.u8(1);
  writer.u8(1, LINE_BASE, LINE_RANGE, OPCODE_BASE, ...OPCODE_OPERANDS);
  const tables = tablesOf(recorder.files, recorder.directory ?? directory, lineStrings !== null);
  if (lineStrings === null) writeOldTables(writer, tables);
  else writeTables(writer, tables, lineStrings, references);
  writer.patchU32(headerLengthAt, writer.size - headerLengthAt - 4);
  for (const { section, rows } of recorder.sections()) new Program(writer, section, references).write(rows);
  writer.patchU32(0, writer.size - 4);
  return { bytes: writer.bytes(), references };
}

interface Tables {
  readonly folders: readonly string[];
  /** By number; the folder as an index into `folders`. */
  readonly files: readonly { readonly name: string; readonly folder: number; readonly md5: Uint8Array | null }[];
}

/** Directories each once, the one of the compilation first. */
function tablesOf(files: readonly (LineFile | undefined)[], directory: string, named: boolean): Tables {
  const folders = [directory];
  const placed = Array.from(files, (file) => {
    const { folder, name, md5 } = file ?? { folder: '', name: '', md5: null };
    if (folder === '') return { name, folder: 0, md5 };
    // Before version 5 the directory of the compilation has no entry of its own.
    let index = folders.indexOf(folder, named ? 0 : 1);
    if (index < 0) index = folders.push(folder) - 1;
    return { name, folder: index, md5 };
  });
  // Nobody said what the main file is: the first one.
  if (files[0] === undefined && placed[1] !== undefined) placed[0] = placed[1];
  return { folders, files: placed };
}

function writeOldTables(writer: ByteWriter, { folders, files }: Tables): void {
  for (const folder of folders.slice(1)) writer.text(folder);
  writer.u8(0);
  for (const { name, folder } of files.slice(1)) writer.text(name).uleb(folder).u8(0, 0);
  writer.u8(0);
}

function writeTables(
  writer: ByteWriter,
  { folders, files }: Tables,
  { section, start, strings }: LineStrings,
  references: DebugReference[],
): void {
  const text = (addend: number) => {
    references.push({ offset: writer.size, type: RELOCATION.abs32, target: section, addend });
    writer.u32(0);
  };
  writer.u8(1).uleb(LINE_CONTENT.path).uleb(FORM.lineStrp).uleb(folders.length);
  for (const folder of folders) text(start + strings.add(folder));
  const sums = files.some(({ md5 }) => md5 !== null);
  writer
    .u8(sums ? 3 : 2)
    .uleb(LINE_CONTENT.path)
    .uleb(FORM.lineStrp);
  writer.uleb(LINE_CONTENT.directoryIndex).uleb(FORM.udata);
  if (sums) writer.uleb(LINE_CONTENT.md5).uleb(FORM.data16);
  writer.uleb(files.length);
  const added = new Map<object, number>();
  for (const file of files) {
    const { name, folder, md5 } = file;
    // An entry that is there twice has its name once.
    const place = added.get(file) ?? start + strings.add(name);
    added.set(file, place);
    text(place);
    writer.uleb(folder);
    if (sums) writer.copy(md5 ?? new Uint8Array(16));
  }
}

/** The largest advance of the address that a special opcode holds. */
const MOST_SPECIAL = Math.floor((255 - OPCODE_BASE) / LINE_RANGE);

/** The program of one section: one sequence of rows (DWARF 5, 6.2.5). */
class Program {
  readonly #writer: ByteWriter;
  readonly #section: Section;
  readonly #references: DebugReference[];

  constructor(writer: ByteWriter, section: Section, references: DebugReference[]) {
    this.#writer = writer;
    this.#section = section;
    this.#references = references;
  }

  write(rows: readonly LineRow[]): void {
    let state: LineState = FIRST_STATE;
    let last: LineRow | null = null;
    for (const row of rows) {
      this.#state(state, row);
      const address = addressOf(row.place);
      const lines = row.line - state.line;
      if (last === null || (row.resetView && mayStandStill(last, row))) {
        this.#setAddress(address);
        this.#advance(lines, 0);
      } else this.#advance(lines, address - addressOf(last.place));
      state = row;
      last = row;
    }
    this.#end(this.#section.size - (last === null ? 0 : addressOf(last.place)));
  }

  /** What changes but the address and the line. */
  #state(before: LineState, row: LineRow): void {
    const writer = this.#writer;
    if (before.file !== row.file) writer.u8(LINE_OPCODE.setFile).uleb(row.file);
    if (before.column !== row.column) writer.u8(LINE_OPCODE.setColumn).uleb(row.column);
    if (row.discriminator !== 0) {
      const operand = new ByteWriter().uleb(row.discriminator).bytes();
      writer.u8(LINE_OPCODE.extended).uleb(1 + operand.length);
      writer.u8(LINE_EXTENDED.setDiscriminator).copy(operand);
    }
    if (before.isa !== row.isa) writer.u8(LINE_OPCODE.setIsa).uleb(row.isa);
    if (before.isStatement !== row.isStatement) writer.u8(LINE_OPCODE.negateStatement);
    if (row.basicBlock) writer.u8(LINE_OPCODE.setBasicBlock);
    if (row.prologueEnd) writer.u8(LINE_OPCODE.setPrologueEnd);
    if (row.epilogueBegin) writer.u8(LINE_OPCODE.setEpilogueBegin);
  }

  #setAddress(address: number): void {
    const writer = this.#writer;
    writer.u8(LINE_OPCODE.extended).uleb(9).u8(LINE_EXTENDED.setAddress);
    const target = this.#section;
    this.#references.push({ offset: writer.size, type: RELOCATION.abs64, target, addend: address });
    writer.u64(0);
  }

  /** A row, after the line has moved by `lines` and the address by `bytes`. */
  #advance(lines: number, bytes: number): void {
    const writer = this.#writer;
    const far = lines < LINE_BASE || lines >= LINE_BASE + LINE_RANGE;
    if (far) writer.u8(LINE_OPCODE.advanceLine).sleb(lines);
    const rest = far ? 0 : lines;
    if (rest === 0 && bytes === 0) {
      writer.u8(LINE_OPCODE.copy);
      return;
    }
    const special = rest - LINE_BASE + OPCODE_BASE;
    const near = special + bytes * LINE_RANGE;
    const further = near - MOST_SPECIAL * LINE_RANGE;
    if (near <= 255) writer.u8(near);
    else if (further <= 255 && bytes >= MOST_SPECIAL) writer.u8(LINE_OPCODE.constAddPc, further);
    else
      writer
        .u8(LINE_OPCODE.advancePc)
        .uleb(bytes)
        .u8(far ? LINE_OPCODE.copy : special);
  }

  #end(bytes: number): void {
    if (bytes === MOST_SPECIAL) this.#writer.u8(LINE_OPCODE.constAddPc);
    else if (bytes > 0) this.#writer.u8(LINE_OPCODE.advancePc).uleb(bytes);
    this.#writer.u8(LINE_OPCODE.extended, 1, LINE_EXTENDED.endSequence);
  }
}

/** Whether two rows may have one address, as far as GNU as knows while it reads. */
function mayStandStill({ place: before }: LineRow, { place }: LineRow): boolean {
  if (before.fragment === place.fragment) return before.offset === place.offset;
  // Of a jump the first byte counts as fixed.
  const { size, tail } = before.fragment;
  return place.offset === 0 && before.offset >= size + (tail?.kind === 'jump' ? 1 : 0);
}
