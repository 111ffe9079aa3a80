import { Malformed } from '../elf/reader.js';
import { ByteReader } from './byte-reader.js';
import { FORM, LINE_CONTENT } from './format.js';

/** The sections that line tables are in, and what the linker would put into their fields. */
export interface LineSections {
  readonly line: Uint8Array;
  /** `.debug_line_str` and `.debug_str`; empty without them. */
  readonly lineStrings: Uint8Array;
  readonly strings: Uint8Array;
  /** What a field of `line` refers to, in an object: a section and a place in it; absent where fields hold their values. */
  readonly reference?: (offset: number) => { readonly section: number; readonly value: number } | null;
}

/** What one unit of a line table says before its program (DWARF 5, 6.2.4). */
export interface LineHeader {
  readonly version: number;
  /** Bytes of the shortest instruction. */
  readonly step: number;
  readonly lineBase: number;
  readonly lineRange: number;
  readonly opcodeBase: number;
  /** Number of operands by standard opcode; 0 is not used. */
  readonly operands: readonly number[];
  /** Names of the files by number, with their folders where these are not that of the compilation. */
  readonly files: (string | undefined)[];
  readonly folders: readonly string[];
}

/** Most characters that the names of all files may come to: they may share their bytes in the file. */
const MOST_TEXT = 2 ** 24;

/** What all units of a section share: how much text they may still have. */
export class TextBudget {
  #left = MOST_TEXT;

  spend(text: string): string {
    this.#left -= text.length + 16;
    if (this.#left < 0) throw new Malformed('the line tables have more than 16 MiB of names');
    return text;
  }
}

/** Reads the header of a unit. The reader is behind its length; `offsetBytes` is 4, or 8 for 64-bit DWARF. Throws `Malformed`. */
export function readHeader(
  reader: ByteReader,
  offsetBytes: 4 | 8,
  sections: LineSections,
  budget: TextBudget,
): { header: LineHeader; program: ByteReader } {
  const version = reader.u16();
  if (version < 2 || version > 5) throw new Malformed(`version ${version} of line tables is unknown`);
  if (version === 5 && reader.u8() !== 8) throw new Malformed('a line table has addresses that are not of 64 bits');
  if (version === 5 && reader.u8() !== 0) throw new Malformed('a line table has segment selectors');
  const rest = reader.part(offsetBytes === 4 ? reader.u32() : reader.u64());
  const step = rest.u8();
  if (version >= 4 && rest.u8() > 1) throw new Malformed('a line table is for instructions with several operations');
  rest.u8();
  const [lineBase, lineRange, opcodeBase] = [rest.i8(), rest.u8(), rest.u8()];
  if (lineRange === 0 || opcodeBase === 0) throw new Malformed('a line table has no special opcodes');
  const operands = [0, ...Array.from({ length: opcodeBase - 1 }, () => rest.u8())];
  const tables = version === 5 ? readTables(rest, offsetBytes, sections, budget) : readOldTables(rest, budget);
  const header = { version, step, lineBase, lineRange, opcodeBase, operands, ...tables };
  return { header, program: new ByteReader(sections.line, reader.position, reader.end) };
}

type Tables = Pick<LineHeader, 'files' | 'folders'>;

/** Up to version 4: folders from 1 on, files from 1 on, each list with an empty text at its end. */
function readOldTables(reader: ByteReader, budget: TextBudget): Tables {
  const folders: string[] = [''];
  for (let name = reader.text(); name !== ''; name = reader.text()) folders.push(budget.spend(name));
  const files: (string | undefined)[] = [undefined];
  for (let name = reader.text(); name !== ''; name = reader.text())
    files.push(fileEntry(reader, name, folders, budget));
  return { files, folders };
}

/** An entry of a file table of the older form, behind its name: folder, time and size. Also what DW_LNE_define_file has. */
export function fileEntry(reader: ByteReader, name: string, folders: readonly string[], budget: TextBudget): string {
  const folder = folders[reader.uleb()] ?? '';
  reader.uleb();
  reader.uleb();
  return budget.spend(inFolder(folder, name));
}

function inFolder(folder: string, name: string): string {
  if (folder === '' || name.startsWith('/')) return name;
  return folder.endsWith('/') ? `${folder}${name}` : `${folder}/${name}`;
}

interface Entry {
  readonly path: string;
  readonly folder: number;
}

/** Version 5: both tables say of what their entries consist; the first folder is that of the compilation. */
function readTables(reader: ByteReader, offsetBytes: 4 | 8, sections: LineSections, budget: TextBudget): Tables {
  const folders = readEntries(reader, offsetBytes, sections, budget).map(({ path }) => path);
  const files = readEntries(reader, offsetBytes, sections, budget).map(({ path, folder }) => {
    const place = folders[folder] ?? '';
    return budget.spend(place === folders[0] ? path : inFolder(place, path));
  });
  return { files, folders: folders.map((folder, i) => (i === 0 ? '' : folder)) };
}

function readEntries(reader: ByteReader, offsetBytes: 4 | 8, sections: LineSections, budget: TextBudget): Entry[] {
  const format = Array.from({ length: reader.u8() }, () => ({ content: reader.uleb(), form: reader.uleb() }));
  const count = reader.uleb();
  // Every form takes a byte at least.
  if (count > 0 && (format.length === 0 || count > reader.end - reader.position))
    throw new Malformed('a line table has a list of names that is longer than the table');
  return Array.from({ length: count }, () => {
    let [path, folder] = ['', 0];
    for (const { content, form } of format) {
      const value = readForm(reader, form, offsetBytes, sections);
      if (typeof value === 'string') budget.spend(value);
      if (content === LINE_CONTENT.path && typeof value === 'string') path = value;
      if (content === LINE_CONTENT.directoryIndex && typeof value === 'number') folder = value;
    }
    return { path, folder };
  });
}

/** A value of a table: a text, a number, or null for what says nothing here. */
function readForm(
  reader: ByteReader,
  form: number,
  offsetBytes: 4 | 8,
  sections: LineSections,
): string | number | null {
  switch (form) {
    case FORM.string:
      return reader.text();
    case FORM.lineStrp:
      return textAt(sections.lineStrings, referredOffset(reader, offsetBytes, sections));
    case FORM.strp:
      return textAt(sections.strings, referredOffset(reader, offsetBytes, sections));
    case FORM.udata:
      return reader.uleb();
    case FORM.data1:
      return reader.u8();
    case FORM.data2:
      return reader.u16();
    case FORM.data4:
      return reader.u32();
    case FORM.data8:
      return reader.u64();
    case FORM.data16:
      reader.take(16);
      return null;
    case FORM.block:
      reader.take(reader.uleb());
      return null;
    case FORM.block1:
      reader.take(reader.u8());
      return null;
    case FORM.block2:
      reader.take(reader.u16());
      return null;
    case FORM.block4:
      reader.take(reader.u32());
      return null;
    default:
      throw new Malformed(`a line table has names in the unknown form 0x${form.toString(16)}`);
  }
}

function referredOffset(reader: ByteReader, offsetBytes: 4 | 8, { reference }: LineSections): number {
  const at = reader.position;
  const stored = offsetBytes === 4 ? reader.u32() : reader.u64();
  return reference?.(at)?.value ?? stored;
}

function textAt(section: Uint8Array, offset: number): string {
  if (!(offset >= 0 && offset < section.length)) throw new Malformed('a line table has a name outside of its section');
  return new ByteReader(section, offset, section.length).text();
}
