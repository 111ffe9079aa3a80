import type { Encoded } from '../codec/operand.js';
import { Assembler } from './assembler.js';
import { buildObject } from './build-object.js';
import { DOT } from './characters.js';
import { Complaint } from './complaint.js';
import { type Diagnostic, Diagnostics } from './diagnostics.js';
import { runDirective } from './directives.js';
import { assign } from './directives-symbols.js';
import { assembleInstruction } from './instructions.js';
import { type Lexemes, sliceOf } from './lexemes.js';
import type { ObjectFile } from './object.js';
import { parse } from './parse.js';
import { Sources } from './sources.js';
import { type Include, StatementStream } from './statement-stream.js';
import type { Body, Label } from './syntax.js';

export interface AssembleOptions {
  /** Gives the text of a file that the source includes, or null; without it nothing can be included. */
  readonly include?: Include;
  /** The object says which line of the source each instruction comes from (`-g` of GNU as), for debuggers. */
  readonly debug?: boolean;
  /** Folder of the compilation, as debuggers are told it; `.` by default. */
  readonly directory?: string;
}

/**
 * Assembles one source text as `as` does: the object has the bytes, symbols and relocations that GNU as would write. All errors of the
 * file are reported; `object` is null if there is any.
 */
export function assembleObject(
  source: string,
  file: string,
  { include = () => null, debug = false, directory = '.' }: AssembleOptions = {},
): { object: ObjectFile | null; diagnostics: Diagnostic[] } {
  const sources = new Sources(file, source);
  const diagnostics = new Diagnostics(sources);
  const assembler = new Assembler(file, diagnostics, debug);
  const stream = new StatementStream(assembler, source, sources, include);
  for (;;) {
    const encoded = stream.nextRemembered(LONGEST_REMEMBERED);
    if (encoded !== undefined) emitAgain(assembler, encoded, stream.lexemes);
    else {
      const lexemes = stream.next();
      if (lexemes === null) break;
      assembleStatement(assembler, lexemes);
    }
  }
  const object = buildObject(assembler, sources.files, directory);
  return { object, diagnostics: diagnostics.finish() };
}

/** Compiled code says the same again and again: instructions whose bytes follow from their text alone are remembered by it. */
const LONGEST_REMEMBERED = 48;

function assembleStatement(assembler: Assembler, lexemes: Lexemes): void {
  const text = textOf(lexemes);
  const encoded = text === null ? undefined : assembler.remembered.get(text);
  if (encoded !== undefined) {
    emitAgain(assembler, encoded, lexemes);
    return;
  }
  const statement = parse(lexemes);
  if ('message' in statement) {
    assembler.diagnostics.error(statement, statement.message, statement.suggestion);
    return;
  }
  for (const label of statement.labels) define(assembler, label);
  if (statement.body !== null) run(assembler, statement.body, statement.labels.length === 0 ? text : null);
}

/** The text of a statement that may be remembered, or null: it is short, and not a directive. */
function textOf(lexemes: Lexemes): string | null {
  const { starts, ends, count, head, shape, places, problem } = lexemes;
  if (problem !== null || head < 0 || shape.charCodeAt(places[head]!) === DOT) return null;
  const start = starts[0]!;
  const end = ends[count - 1]!;
  return end - start > LONGEST_REMEMBERED ? null : sliceOf(lexemes, start, end);
}

function emitAgain(assembler: Assembler, encoded: Encoded, { starts, ends, count }: Lexemes): void {
  try {
    assembler.emitInstruction(encoded, [], { start: starts[0]!, end: ends[count - 1]! });
  } catch (thrown) {
    report(assembler, thrown);
  }
}

function define(assembler: Assembler, label: Label): void {
  try {
    assembler.label(label.name, label.local, label);
  } catch (thrown) {
    report(assembler, thrown);
  }
}

function run(assembler: Assembler, body: Body, text: string | null): void {
  try {
    if (body.kind === 'instruction') {
      const fixed = assembleInstruction(assembler, body);
      if (fixed !== null && text !== null) assembler.remembered.set(text, fixed);
    } else if (body.kind === 'directive') runDirective(assembler, body);
    else assign(assembler, body.name, body, body.value, body.once);
  } catch (thrown) {
    report(assembler, thrown);
  }
}

/** Reports a complaint; throws what is none. */
function report({ diagnostics }: Assembler, thrown: unknown): void {
  if (!(thrown instanceof Complaint)) throw thrown;
  diagnostics.error(thrown.span, thrown.message, thrown.suggestion);
}
