import { Assembler } from './assembler.js';
import { buildObject } from './build-object.js';
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
import type { Body } from './syntax.js';

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
  for (let lexemes = stream.next(); lexemes !== null; lexemes = stream.next()) {
    if (repeat(assembler, lexemes)) continue;
    const statement = parse(lexemes);
    if ('message' in statement) {
      diagnostics.error(statement, statement.message, statement.suggestion);
      continue;
    }
    for (const label of statement.labels) attempt(assembler, () => assembler.label(label.name, label.local, label));
    if (statement.body !== null) run(assembler, statement.body, statement.labels.length === 0 ? textOf(lexemes) : null);
  }
  const object = buildObject(assembler, sources.files, directory);
  return { object, diagnostics: diagnostics.finish() };
}

/** The text of a statement that is short enough to be remembered, or null. */
function textOf(lexemes: Lexemes): string | null {
  const { starts, ends, count, problem } = lexemes;
  if (problem !== null || count === 0) return null;
  const start = starts[0]!;
  const end = ends[count - 1]!;
  return end - start > LONGEST_REMEMBERED ? null : sliceOf(lexemes, start, end);
}

/** Compiled code says the same again and again: instructions whose bytes follow from their text alone are remembered by it. */
const LONGEST_REMEMBERED = 48;

function repeat(assembler: Assembler, lexemes: Lexemes): boolean {
  const text = textOf(lexemes);
  const encoded = text === null ? undefined : assembler.remembered.get(text);
  if (encoded === undefined) return false;
  const span = { start: lexemes.starts[0]!, end: lexemes.ends[lexemes.count - 1]! };
  attempt(assembler, () => assembler.emitInstruction(encoded, [], span));
  return true;
}

function attempt(assembler: Assembler, action: () => void): void {
  try {
    action();
  } catch (thrown) {
    if (!(thrown instanceof Complaint)) throw thrown;
    assembler.diagnostics.error(thrown.span, thrown.message, thrown.suggestion);
  }
}

function run(assembler: Assembler, body: Body, text: string | null): void {
  attempt(assembler, () => {
    if (body.kind === 'instruction') {
      const fixed = assembleInstruction(assembler, body);
      if (fixed !== null && text !== null) assembler.remembered.set(text, fixed);
    } else if (body.kind === 'directive') runDirective(assembler, body);
    else assign(assembler, body.name, body, body.value, body.once);
  });
}
