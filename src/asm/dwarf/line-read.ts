import { Malformed } from '../elf/reader.js';
import { ByteReader } from './byte-reader.js';
import { LINE_EXTENDED, LINE_OPCODE } from './format.js';
import { fileEntry, type LineHeader, type LineSections, readHeader, TextBudget } from './line-header.js';

/** From here on, up to the next position of the section, the code comes from this line. */
export interface Position {
  /** The section in an object; -1 where addresses are virtual ones. */
  readonly section: number;
  readonly address: number;
  /** Empty where nothing is known. */
  readonly file: string;
  /** 1-based; 0: from here on nothing is known. */
  readonly line: number;
}

/** What line tables say: sequence by sequence as they stand in the file, and the first thing that was wrong with them. */
export interface ReadLines {
  readonly positions: readonly Position[];
  readonly problem: string | null;
}

/** Most positions that are kept: 160 bytes each at most. */
const MOST_POSITIONS = 2 ** 22;
/** A length that says that the lengths are of 64 bits (DWARF 5, 7.4). */
const ESCAPE_64 = 0xffffffff;

/**
 * Reads `.debug_line`, versions 2 to 5 of DWARF (6.2). Never throws: of tables that make no sense what could be read is given, and why the
 * rest could not. Of rows with one address the last counts, as for addr2line; code that comes from no line (line 0) is unknown.
 */
export function readLines(sections: LineSections): ReadLines {
  const positions: Position[] = [];
  const budget = new TextBudget();
  const whole = new ByteReader(sections.line, 0, sections.line.length);
  let problem: string | null = null;
  while (!whole.done) {
    let next = whole;
    try {
      const short = whole.u32();
      const offsetBytes = short === ESCAPE_64 ? 8 : 4;
      next = whole.part(offsetBytes === 8 ? whole.u64() : short);
      readUnit(next, offsetBytes, sections, budget, positions);
    } catch (error) {
      if (!(error instanceof Malformed)) throw error;
      problem ??= error.message;
      // Where a length is wrong, nobody knows where the next unit begins.
      if (next === whole || error instanceof Exhausted) break;
    }
  }
  return { positions, problem };
}

/** There is more than is kept. */
class Exhausted extends Malformed {}

function readUnit(
  unit: ByteReader,
  offsetBytes: 4 | 8,
  sections: LineSections,
  budget: TextBudget,
  positions: Position[],
): void {
  const { header, program } = readHeader(unit, offsetBytes, sections, budget);
  const machine = new LineMachine(header, sections, budget, positions);
  try {
    while (!program.done) machine.step(program);
  } finally {
    machine.finish();
  }
}

/** The state machine of line number programs (DWARF 5, 6.2.2), as far as file and line are concerned. */
class LineMachine {
  readonly #header: LineHeader;
  readonly #sections: LineSections;
  readonly #budget: TextBudget;
  readonly #positions: Position[];
  #section = -1;
  #address = 0;
  #file = 1;
  #line = 1;
  /** Where the sequence began in `#positions`. */
  #start: number;

  constructor(header: LineHeader, sections: LineSections, budget: TextBudget, positions: Position[]) {
    this.#header = header;
    this.#sections = sections;
    this.#budget = budget;
    this.#positions = positions;
    this.#start = positions.length;
  }

  step(program: ByteReader): void {
    const { opcodeBase, lineBase, lineRange } = this.#header;
    const opcode = program.u8();
    if (opcode >= opcodeBase) {
      const special = opcode - opcodeBase;
      this.#advance(Math.floor(special / lineRange));
      this.#line = (this.#line + lineBase + (special % lineRange)) >>> 0;
      this.#row();
    } else if (opcode === LINE_OPCODE.extended) this.#extended(program.part(program.uleb()));
    else this.#standard(opcode, program);
  }

  /** A sequence without an end is no sequence. */
  finish(): void {
    this.#positions.length = this.#start;
  }

  #advance(operations: number): void {
    this.#address += operations * this.#header.step;
  }

  #standard(opcode: number, program: ByteReader): void {
    const { operands, opcodeBase, lineRange } = this.#header;
    switch (opcode) {
      case LINE_OPCODE.copy:
        this.#row();
        break;
      case LINE_OPCODE.advancePc:
        this.#advance(program.uleb());
        break;
      case LINE_OPCODE.advanceLine:
        this.#line = (this.#line + program.sleb()) >>> 0;
        break;
      case LINE_OPCODE.setFile:
        this.#file = program.uleb();
        break;
      case LINE_OPCODE.constAddPc:
        this.#advance(Math.floor((255 - opcodeBase) / lineRange));
        break;
      case LINE_OPCODE.fixedAdvancePc:
        this.#address += program.u16();
        break;
      default:
        for (let i = operands[opcode] ?? 0; i > 0; i--) program.uleb();
    }
  }

  #extended(operation: ByteReader): void {
    if (operation.done) return;
    switch (operation.u8()) {
      case LINE_EXTENDED.endSequence:
        this.#end();
        break;
      case LINE_EXTENDED.setAddress:
        this.#setAddress(operation);
        break;
      case LINE_EXTENDED.defineFile:
        this.#header.files.push(fileEntry(operation, operation.text(), this.#header.folders, this.#budget));
        break;
    }
  }

  #setAddress(operation: ByteReader): void {
    const at = operation.position;
    this.#address = operation.u64();
    const { reference } = this.#sections;
    if (reference === undefined) return;
    const place = reference(at);
    this.#section = place?.section ?? -1;
    this.#address = place?.value ?? this.#address;
  }

  #row(): void {
    const file = this.#line === 0 ? undefined : this.#header.files[this.#file];
    this.#add(file === undefined ? NOWHERE : { file, line: this.#line });
  }

  #add({ file, line }: { readonly file: string; readonly line: number }): void {
    const positions = this.#positions;
    const before = positions.length > this.#start ? positions.at(-1)! : null;
    if (before?.address === this.#address && before.section === this.#section) positions.pop();
    const last = positions.length > this.#start ? positions.at(-1)! : null;
    if (last !== null && last.file === file && last.line === line) return;
    if (positions.length >= MOST_POSITIONS)
      throw new Exhausted(`the line tables have more than ${MOST_POSITIONS} positions`);
    positions.push({ section: this.#section, address: this.#address, file, line });
  }

  #end(): void {
    this.#add(NOWHERE);
    this.#start = this.#positions.length;
    [this.#section, this.#address, this.#file, this.#line] = [-1, 0, 1, 1];
  }
}

const NOWHERE = { file: '', line: 0 };
