import type { Encoded } from '../codec/operand.js';
import { bind } from './bind.js';
import { Complaint } from './complaint.js';
import type { Diagnostics } from './diagnostics.js';
import { LineRecorder, type LineState } from './dwarf/line-recorder.js';
import { Encodings } from './encodings.js';
import { type Bound, isUndefined } from './expression.js';
import { Frames } from './frames.js';
import type { OriginPlace } from './origins.js';
import { standardSection } from './section-names.js';
import {
  type FieldValue,
  type Fragment,
  newFragment,
  Section,
  type Subsection,
  sectionKey,
  type Tail,
} from './sections.js';
import { AsmSymbol, type Location, SymbolTable } from './symbols.js';
import type { Expression, Span } from './syntax.js';

/** Where statements put what they make. */
interface Position {
  readonly section: Section;
  readonly subsection: Subsection;
}

/** The most bytes that one directive may write out; larger runs are kept as a size. */
const WRITTEN_AT_ONCE = 0x10000;

/**
 * The state while one source file is read: sections, symbols, and the place where the next byte goes. Instructions and directives work on
 * it; nothing of it is final before the layout.
 */
export class Assembler {
  readonly symbols = new SymbolTable();
  readonly sections: Section[] = [];
  /** The first section of each name in each group. */
  readonly #byName = new Map<string, Section>();
  readonly diagnostics: Diagnostics;
  /** Name of the source file. */
  readonly file: string;
  /** Of the statement being read: the line, and where that is. */
  line = 0;
  #origin: OriginPlace;
  /** The line that debuggers are told: of a macro that of the call, of a repetition one of its body. */
  shown = () => ({ file: this.file, line: this.line });
  /** The last `.loc`: its place and its view number. */
  lastLoc: { section: Section; place: Bound; view: Bound } | null = null;
  /** The rows of the line table. */
  readonly lines: LineRecorder;
  /** The names in `.file "name"`. */
  readonly fileSymbols: string[] = [];
  /** Instructions without symbols by their text. */
  readonly remembered = new Map<string, Encoded>();
  /** Those with symbols, by what else they say. */
  readonly encodings = new Encodings();
  /** Set once `.ident` has begun its section. */
  identified = false;
  /** What `.cfi_*` says. */
  readonly frames = new Frames();
  /** Fragments of all sections so far. */
  fragments = 0;
  #position: Position;
  #previous: Position | null = null;
  readonly #stack: { position: Position; previous: Position | null }[] = [];
  #fragment: Fragment;
  #here: { symbol: AsmSymbol; fragment: Fragment; offset: number } | null = null;

  /** `debug`: the line table says which line of the assembly source each instruction comes from. */
  constructor(file: string, diagnostics: Diagnostics, debug = false) {
    this.lines = new LineRecorder(debug);
    this.file = file;
    this.#origin = { source: file, file: null, fileLine: 0 };
    this.diagnostics = diagnostics;
    const text = this.section('.text');
    this.section('.data');
    this.section('.bss');
    this.#position = { section: text, subsection: text.subsection(0) };
    this.#fragment = this.#openFragment();
  }

  /** The file that the statement being read stands in. */
  set source(source: string) {
    if (source !== this.#origin.source) this.#origin = { ...this.#origin, source };
  }

  get current(): Section {
    return this.#position.section;
  }

  get subsection(): Subsection {
    return this.#position.subsection;
  }

  /** The section of a name, made with its usual attributes when it is new. */
  section(name: string): Section {
    return this.findSection(name) ?? this.addSection(new Section(name, standardSection(name)));
  }

  /** The section of a name in the group with a signature, or in none. */
  findSection(name: string, group: string | null = null): Section | undefined {
    return this.#byName.get(sectionKey(name, group));
  }

  addSection(section: Section): Section {
    section.index = this.sections.length;
    this.sections.push(section);
    const key = sectionKey(section.name, section.group?.signature ?? null);
    if (!this.#byName.has(key)) this.#byName.set(key, section);
    return section;
  }

  // Moving between sections.

  switchTo(section: Section, number = 0): void {
    this.#previous = this.#position;
    this.#move({ section, subsection: section.subsection(number) });
  }

  /** `.previous`: back to where the last change came from. */
  switchBack(span: Span): void {
    if (this.#previous === null) {
      this.diagnostics.warning(span, '.previous without corresponding .section; ignored');
      return;
    }
    const target = this.#previous;
    this.#previous = this.#position;
    this.#move(target);
  }

  push(): void {
    this.#stack.push({ position: this.#position, previous: this.#previous });
  }

  pop(span: Span): void {
    const saved = this.#stack.pop();
    if (saved === undefined) {
      this.diagnostics.warning(span, '.popsection without corresponding .pushsection; ignored');
      return;
    }
    this.#previous = saved.previous;
    this.#move(saved.position);
  }

  #move(position: Position): void {
    this.#position = position;
    this.#fragment = position.subsection.fragments.at(-1) ?? this.#openFragment();
    // The buffer holds the fixed bytes of one fragment in one piece.
    const { start, size } = this.#fragment;
    if (start + size !== position.section.used) this.#fragment = this.#openFragment();
  }

  #openFragment(): Fragment {
    const { section, subsection } = this.#position;
    const fragment = newFragment(section, subsection.fragments.length);
    subsection.fragments.push(fragment);
    this.fragments++;
    return fragment;
  }

  // Symbols.

  here(): AsmSymbol {
    const fragment = this.#fragment;
    if (this.#here?.fragment === fragment && this.#here.offset === fragment.size) return this.#here.symbol;
    const symbol = new AsmSymbol('.');
    symbol.location = this.location();
    this.#here = { symbol, fragment, offset: fragment.size };
    return symbol;
  }

  location(): Location {
    return { section: this.current, fragment: this.#fragment, offset: this.#fragment.size };
  }

  /** Defines `name:` here; `local` for `1:`. */
  label(name: string, local: boolean, span: Span): void {
    if (name === '.') throw new Complaint(span, "'.' cannot be a label");
    const { symbols } = this;
    this.#define(local ? symbols.defineLocal(Number(name)) : symbols.named(name), span);
  }

  #define(symbol: AsmSymbol, span: Span): void {
    if (symbol.isDefined && !this.#isHere(symbol)) {
      const first = symbol.defined === null ? '' : `; the first is in line ${this.diagnostics.lineOf(symbol.defined)}`;
      throw new Complaint(span, `symbol '${symbol.name}' is already defined${first}`);
    }
    symbol.location = this.location();
    symbol.defined = span;
  }

  #isHere(symbol: AsmSymbol): boolean {
    const { location } = symbol;
    return location !== null && location.fragment === this.#fragment && location.offset === this.#fragment.size;
  }

  bind(expression: Expression): Bound {
    return bind(expression, this);
  }

  /** A value with its place in the source. */
  field(expression: Expression): FieldValue {
    return { value: bind(expression, this), span: expression, bare: expression.kind === 'symbol' };
  }

  // Bytes.

  /** Fixed bytes at the current place. */
  emit(bytes: Uint8Array | readonly number[], span: Span): void {
    this.#mark();
    const { current } = this;
    const place = current.reserve(bytes.length);
    this.#fragment.size += bytes.length;
    if (!current.nobits) {
      // An instruction is copied faster byte by byte.
      if (bytes.length > 16) current.bytes.set(bytes, place);
      else for (let i = 0; i < bytes.length; i++) current.bytes[place + i] = bytes[i]!;
    } else if (bytes.some((byte) => byte !== 0)) {
      throw new Complaint(span, `attempt to store non-zero value in section '${current.name}'`);
    }
  }

  /** `count` times the byte `fill`. */
  emitFill(count: number, fill: number, span: Span): void {
    if (count <= WRITTEN_AT_ONCE) this.emit(new Uint8Array(count).fill(fill), span);
    else this.emitTail({ kind: 'space', size: { op: 'constant', value: BigInt(count) }, fill, span });
  }

  /** Zero bytes that are filled in when the value is known. */
  emitField(size: 1 | 2 | 4 | 8, field: FieldValue): void {
    this.emit(new Uint8Array(size), field.span);
    const fragment = this.#fragment;
    const offset = fragment.size - size;
    if (this.current.nobits) throw new Complaint(field.span, `section '${this.current.name}' holds no bytes`);
    this.current.fixes.push({
      fragment,
      offset,
      size,
      kind: 'data',
      toEnd: 0,
      field,
      inTail: false,
      opcode: 0,
      extension: 0,
      rex: false,
    });
  }

  /** Ends the fragment with something whose size is not known yet. */
  emitTail(tail: Tail): void {
    this.#mark();
    this.#fragment.tail = tail;
    this.#fragment = this.#openFragment();
  }

  /** `.loc`: says where the code from here on comes from; `file` is the name of the source that `change` has the number of. */
  announceLine(file: string, change: Partial<LineState> & { line: number }, atOnce: boolean): void {
    this.#origin = { ...this.#origin, file, fileLine: change.line };
    this.lines.announce({ subsection: this.#position.subsection, place: this.location() }, change, atOnce);
  }

  /** `fields`: the values of the fixups. */
  emitInstruction({ bytes, fixups, near }: Encoded, fields: readonly FieldValue[], span: Span): void {
    if (this.lines.active) this.lines.instruction(this.#position.subsection, this.location(), this.shown);
    if (near !== null) {
      this.emitTail({ kind: 'jump', short: { bytes, fixups }, near, grown: false, target: fields[0]!, place: null });
      return;
    }
    this.emit(bytes, span);
    const fragment = this.#fragment;
    const start = fragment.size - bytes.length;
    for (let i = 0; i < fixups.length; i++) {
      const { offset, size, kind, toEnd } = fixups[i]!;
      this.current.fixes.push({
        fragment,
        offset: start + offset,
        size,
        kind,
        toEnd,
        field: fields[i]!,
        inTail: false,
        opcode: bytes[offset - 2] ?? 0,
        extension: ((bytes[offset - 1] ?? 0) >> 3) & 7,
        rex: ((bytes[offset - 3] ?? 0) & 0xf0) === 0x40,
        forward: kind === 'branch' && isUndefined(fields[i]!.value),
      });
    }
  }

  /** Notes which source line what follows comes from. */
  #mark(): void {
    const fragment = this.#fragment;
    this.#position.subsection.origins.add(fragment, fragment.size, this.line, this.#origin);
  }
}
