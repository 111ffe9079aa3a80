import type { Section, Subsection } from '../sections.js';
import type { Location } from '../symbols.js';

/** What a row of a line table says beside its address (DWARF 5, 6.2.2). */
export interface LineState {
  /** Number in the file table. */
  readonly file: number;
  /** 1-based; 0 for code that comes from no line. */
  readonly line: number;
  /** 1-based; 0 for none. */
  readonly column: number;
  readonly isStatement: boolean;
  readonly isa: number;
  readonly discriminator: number;
  readonly basicBlock: boolean;
  readonly prologueEnd: boolean;
  readonly epilogueBegin: boolean;
  /** The view number starts again from 0, which needs an address in the program. */
  readonly resetView: boolean;
}

/** A row at a place whose address the layout decides. */
export interface LineRow extends LineState {
  readonly place: Location;
}

/** A source file as line tables name it. */
export interface LineFile {
  /** Directory as `.file` gives it; empty: that of the compilation. */
  readonly folder: string;
  readonly name: string;
  readonly md5: Uint8Array | null;
}

export const FIRST_STATE: LineState = {
  file: 1,
  line: 1,
  column: 0,
  isStatement: true,
  isa: 0,
  discriminator: 0,
  basicBlock: false,
  prologueEnd: false,
  epilogueBegin: false,
  resetView: false,
};

/**
 * Collects the rows of the line table while a source is read, by the rules of GNU as (dwarf2dbg.c): a `.loc` with a view number makes a row at
 * once, another at the next instruction, or where the next `.loc` stands if there is none between; with `debug`, and as long as the source says nothing of files
 * itself, each instruction on another line than the one before makes one.
 */
export class LineRecorder {
  /** Of `.file NUMBER`. */
  readonly files: (LineFile | undefined)[] = [];
  /** Folder of the compilation, where the source says it: `.file 0 "folder" "name"`. */
  directory: string | null = null;
  /** DWARF 5 tables are asked for by `-g`, by `.file 0`, and by checksums. */
  version: 3 | 5 = 3;
  readonly #rows = new Map<Section, Map<Subsection, LineRow[]>>();
  #state: LineState = FIRST_STATE;
  #pending = false;
  #ofSource: boolean;
  readonly #numbers = new Map<string, number>();

  constructor(debug: boolean) {
    this.#ofSource = debug;
    if (debug) this.version = 5;
  }

  /** Whether an instruction may make a row. */
  get active(): boolean {
    return this.#pending || this.#ofSource;
  }

  /** The compiler describes its own source: nothing is said of the assembly source. */
  leaveToSource(): void {
    if (!this.#ofSource) return;
    this.#ofSource = false;
    this.#pending = false;
    this.#state = FIRST_STATE;
    this.#rows.clear();
    this.files.length = 0;
  }

  /** `.file NUMBER ...`. */
  nameFile(number: number, file: LineFile): void {
    this.leaveToSource();
    this.files[number] = file;
    if (number === 0 || file.md5 !== null) this.version = 5;
  }

  /** `.loc`: `here` is where it stands. What it does not mention stays as it was. With a view number its row is made `atOnce`. */
  announce(here: { subsection: Subsection; place: Location }, change: Partial<LineState>, atOnce: boolean): void {
    this.leaveToSource();
    if (this.#pending) this.#add(here.subsection, here.place);
    this.#state = { ...this.#state, ...change };
    this.#pending = true;
    if (atOnce) this.#add(here.subsection, here.place);
  }

  /** An instruction begins at `place`; `shown` says where it stands. */
  instruction(subsection: Subsection, place: Location, shown: () => { file: string; line: number }): void {
    if (this.#ofSource && !this.#moveTo(shown())) return;
    this.#add(subsection, place);
  }

  /** Whether the line is another one than the last instruction's. */
  #moveTo({ file: source, line }: { readonly file: string; readonly line: number }): boolean {
    let file = this.#numbers.get(source);
    if (file === undefined) {
      file = this.#numbers.size + 1;
      this.#numbers.set(source, file);
      const slash = source.lastIndexOf('/');
      this.files[file] = { folder: source.slice(0, Math.max(0, slash)), name: source.slice(slash + 1), md5: null };
    }
    if (this.#pending && this.#state.line === line && this.#state.file === file) return false;
    this.#state = { ...this.#state, file, line };
    this.#pending = true;
    return true;
  }

  #add(subsection: Subsection, place: Location): void {
    // GNU as says nothing of code that comes from no line.
    if (this.#state.line > 0) this.#rowsOf(subsection, place.section).push({ ...this.#state, place });
    const once = { discriminator: 0, basicBlock: false, prologueEnd: false, epilogueBegin: false, resetView: false };
    this.#state = { ...this.#state, ...once };
    // While rows are made of the source itself, the state stands for the line of the last one.
    this.#pending = this.#ofSource;
  }

  #rowsOf(subsection: Subsection, section: Section): LineRow[] {
    const bySubsection = this.#rows.get(section) ?? new Map<Subsection, LineRow[]>();
    this.#rows.set(section, bySubsection);
    const rows = bySubsection.get(subsection) ?? [];
    bySubsection.set(subsection, rows);
    return rows;
  }

  /** The rows of each section with code in the order of their places; sections in the order of their first rows. */
  sections(): { readonly section: Section; readonly rows: readonly LineRow[] }[] {
    const code = [...this.#rows].filter(([{ executable }]) => executable);
    return code.map(([section, parts]) => ({
      section,
      rows: [...parts].sort(([a], [b]) => a.number - b.number).flatMap(([, rows]) => rows),
    }));
  }
}
