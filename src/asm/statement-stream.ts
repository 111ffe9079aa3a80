import type { Encoded } from '../codec/operand.js';
import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { Conditionals } from './conditionals.js';
import { type ControlDirective, controlDirectives } from './control-directives.js';
import { type Lexemes, sliceOf } from './lexemes.js';
import { expandMacro, type Macro } from './macros.js';
import { Scanner } from './scanner.js';
import type { Sources } from './sources.js';
import type { Span } from './syntax.js';

/** Gives the text of a file that is included, or null. */
export type Include = (name: string) => string | null;

/** A text that statements are read from. */
interface Input {
  readonly scanner: Scanner;
  readonly kind: 'file' | 'macro' | 'repetition';
  /** Of a file its name; an expansion stands where it was asked for. */
  readonly file: string;
  /** Which line of the file a line of this text stands for: of a repetition one of its body. */
  readonly lineOf: (line: number) => number;
  /** What the line of a file is that asked for an expansion. */
  readonly call?: { readonly file: string; readonly line: number };
  /** The line of an expansion. */
  readonly line: number | null;
  /** Conditionals that were open when it began. */
  readonly conditionals: number;
}

const DEEPEST = 100;
/** Text that macros and repetitions may come to. */
const MOST_TEXT = 64 * 1024 * 1024;
/** What an expansion costs beside its text, in characters of text: short ones need time and memory, too. */
const EXPANSION_COST = 256;
/** The same of a statement in an expansion, and of a jump, alignment or another piece whose size the layout has to find: half a million statements. */
const STATEMENT_COST = 128;
const FRAGMENT_COST = 512;
const TOO_MUCH = 'macros and repetitions come to more than 64 MiB of text or half a million statements';
/** The longest list of arguments, in characters: the regular expressions that read it need a stack as deep. */
const LONGEST_ARGUMENTS = 1024 * 1024;

const itself = (line: number) => line;

/** The statements that are assembled: conditionals decided, macros, repetitions and included files in their places. */
export class StatementStream {
  readonly assembler: Assembler;
  readonly conditionals = new Conditionals();
  readonly macros = new Map<string, Macro>();
  readonly include: Include;
  readonly #sources: Sources;
  readonly #inputs: Input[] = [];
  /** Of the statement that was read last, in its own text. */
  #line = 0;
  /** Calls of macros: the numbers that `\@` stands for. */
  #expansions = 0;
  /** What was spent beside the text itself, in characters. */
  #spent = 0;
  /** Fragments that have been paid for. */
  #fragments = 0;

  /** `source` is the first text of `sources`. */
  constructor(assembler: Assembler, source: string, sources: Sources, include: Include) {
    this.assembler = assembler;
    this.include = include;
    this.#sources = sources;
    assembler.shown = () => this.#shown();
    const { file } = sources;
    this.#inputs.push({
      scanner: new Scanner(source),
      kind: 'file',
      file,
      line: null,
      lineOf: itself,
      conditionals: 0,
    });
  }

  /** Where debuggers are told that the statement stands: of macros in the call of the outermost, of repetitions in the body. */
  #shown(): { readonly file: string; readonly line: number } {
    const { file, lineOf } = this.#inputs.at(-1)!;
    const macro = this.#inputs.length > 1 ? this.#inputs.find(({ kind }) => kind === 'macro') : undefined;
    return macro?.call ?? { file, line: lineOf(this.#line) };
  }

  /** The next statement, or null. The assembler's line is that of the statement. */
  next(): Lexemes | null {
    for (;;) {
      const input = this.#inputs.at(-1)!;
      const lexemes = input.scanner.next();
      if (lexemes === null) {
        if (this.#inputs.length === 1) {
          this.conditionals.finish(this.assembler.diagnostics);
          return null;
        }
        this.#inputs.pop();
        continue;
      }
      this.assembler.line = input.line ?? lexemes.line;
      this.#line = lexemes.line;
      this.assembler.source = input.file;
      if (this.#inputs.length > 1 && !this.#affords(lexemes)) continue;
      if (lexemes.head >= 0 && this.#controls(lexemes)) continue;
      if (this.conditionals.active) return lexemes;
    }
  }

  /** Of the statement that was read last. */
  get lexemes(): Lexemes {
    return this.#inputs.at(-1)!.scanner.lexemes;
  }

  /** What is remembered of the next line if that is all there is to it; else undefined, and `next` has to read it. */
  nextRemembered(longest: number): Encoded | undefined {
    const { assembler, conditionals, macros } = this;
    // Expansions are counted, and a macro may have any name.
    if (this.#inputs.length > 1 || macros.size > 0 || !conditionals.active) return undefined;
    const { scanner, file } = this.#inputs[0]!;
    const encoded = scanner.takeKnown(assembler.remembered, longest);
    if (encoded === undefined) return undefined;
    assembler.line = scanner.lexemes.line;
    assembler.source = file;
    this.#line = scanner.lexemes.line;
    return encoded;
  }

  /** Carries out a statement that decides about others; false for one that is to be assembled. */
  #controls(lexemes: Lexemes): boolean {
    const { head, places, shape } = lexemes;
    const directive = shape.charCodeAt(places[head]!) === 0x2e;
    if (!directive && this.macros.size === 0) return false;
    const word = sliceOf(lexemes, lexemes.starts[head]!, lexemes.ends[head]!).toLowerCase();
    const macro = this.macros.get(word);
    const control = macro === undefined ? controlDirectives.get(word) : undefined;
    if (macro === undefined && control === undefined) return false;
    if (!this.conditionals.active && control?.always !== true) return true;
    const span = { start: lexemes.starts[head]!, end: lexemes.ends[lexemes.count - 1]! };
    try {
      this.#run(lexemes, span, macro, control);
    } catch (thrown) {
      if (!(thrown instanceof Complaint)) throw thrown;
      this.assembler.diagnostics.error(thrown.span, thrown.message, thrown.suggestion);
    }
    return true;
  }

  #run(lexemes: Lexemes, span: Span, macro: Macro | undefined, control: ControlDirective | undefined): void {
    if (lexemes.problem !== null) {
      const { message, offset, end } = lexemes.problem;
      throw new Complaint({ start: offset, end }, message);
    }
    if (this.conditionals.active) this.#defineLabels(lexemes);
    const text = sliceOf(lexemes, lexemes.ends[lexemes.head]!, span.end);
    if (text.length > LONGEST_ARGUMENTS) throw new Complaint(span, 'more than 1 MiB of arguments');
    if (macro === undefined) control!.run({ stream: this, lexemes, text, span });
    else this.expand(expandMacro(macro, text, this.#expansions++, span), macro.name, 'macro', span);
  }

  #defineLabels(lexemes: Lexemes): void {
    for (let i = 0; i + 1 < lexemes.head; i += 2) {
      const span = { start: lexemes.starts[i]!, end: lexemes.ends[i]! };
      this.assembler.label(
        sliceOf(lexemes, span.start, span.end),
        /^\d/.test(lexemes.shape.slice(lexemes.places[i])),
        span,
      );
    }
  }

  /** Reads a text next, before what comes after the current statement. A repetition says how many lines its body has. */
  expand(text: string, name: string, kind: 'macro' | 'repetition', span: Span, bodyLines = 1): void {
    const { file } = this.#inputs.at(-1)!;
    this.#check(text.length, span);
    const { base } = this.#sources.add(text, name, null, span);
    const [start, outer] = [this.#line, this.#inputs.at(-1)!.lineOf];
    const lineOf = (line: number) => outer(start + 1 + ((line - 1) % bodyLines));
    const call = this.#shown();
    this.#push({ scanner: new Scanner(text, base), kind, file, line: this.assembler.line, lineOf, call });
  }

  /** Reads a file next. */
  includeFile(file: string, text: string, span: Span): void {
    this.#check(text.length, span);
    const { base } = this.#sources.add(text, file, file, span);
    this.#push({ scanner: new Scanner(text, base), kind: 'file', file, line: null, lineOf: itself });
  }

  /** Counts a statement of an expansion; false, with an error, when it was one too many. */
  #affords({ starts, ends, count, problem }: Lexemes): boolean {
    const { fragments, diagnostics } = this.assembler;
    this.#spent += STATEMENT_COST + FRAGMENT_COST * (fragments - this.#fragments);
    this.#fragments = fragments;
    if (this.#sources.size + this.#spent <= this.#most) return true;
    this.#endExpansions();
    const span =
      count > 0 ? { start: starts[0]!, end: ends[count - 1]! } : { start: problem!.offset, end: problem!.end };
    diagnostics.error(span, TOO_MUCH);
    return false;
  }

  /** Limits what expansions may come to. Past them all of them end, or there would be no end of errors. */
  #check(length: number, span: Span): void {
    const deep = this.#inputs.length > DEEPEST;
    this.#spent += EXPANSION_COST;
    if (this.#inputs.length === 1) this.#fragments = this.assembler.fragments;
    if (!deep && this.#sources.size + length + this.#spent <= this.#most) return;
    this.#endExpansions();
    throw new Complaint(span, deep ? 'macros nested too deeply' : TOO_MUCH);
  }

  get #most(): number {
    return MOST_TEXT + this.#inputs[0]!.scanner.lexemes.source.length;
  }

  #endExpansions(): void {
    this.#inputs.length = 1;
    this.conditionals.leave(0);
  }

  #push(input: Omit<Input, 'conditionals'>): void {
    this.#inputs.push({ ...input, conditionals: this.conditionals.depth });
  }

  /** Text of the statements up to the one that closes what was opened here; that one is read too. */
  body(opens: ReadonlySet<string>, closes: string, span: Span): string {
    const { scanner } = this.#inputs.at(-1)!;
    const start = scanner.position;
    for (let depth = 1; ; ) {
      const lexemes = scanner.next();
      if (lexemes === null) throw new Complaint(span, `unexpected end of file: the ${closes} is missing`);
      if (lexemes.head < 0) continue;
      const word = sliceOf(lexemes, lexemes.starts[lexemes.head]!, lexemes.ends[lexemes.head]!).toLowerCase();
      if (opens.has(word)) depth++;
      else if (word === closes && --depth === 0) {
        return `${lexemes.source.slice(start, lexemes.starts[0]! - lexemes.base)}\n`;
      }
    }
  }

  /** `.exitm`: leaves the macro, and the conditionals opened in it. */
  exitMacro(span: Span): void {
    const index = this.#inputs.findLastIndex(({ kind }) => kind === 'macro');
    if (index < 0) throw new Complaint(span, '.exitm outside of a macro');
    this.conditionals.leave(this.#inputs[index]!.conditionals);
    this.#inputs.length = index;
  }

  /** `.end`: nothing more is read. */
  end(): void {
    this.#inputs.length = 1;
    this.conditionals.leave(0);
    const { file } = this.#inputs[0]!;
    this.#inputs[0] = { scanner: new Scanner('', 0), kind: 'file', file, line: null, lineOf: itself, conditionals: 0 };
  }
}
