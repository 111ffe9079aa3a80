import { readStatement } from './grammar.js';
import { type Lexemes, Scanner } from './lexemes.js';
import { templateOf } from './shapes.js';
import type { Span, Statement } from './syntax.js';
import { explainSyntaxError } from './syntax-error.js';
import { fillStatement } from './template.js';

export interface ParseError extends Span {
  readonly message: string;
  readonly suggestion: string | null;
}

/** The syntax tree of a statement, by its shape. */
export function parse(lexemes: Lexemes): Statement | ParseError {
  if (lexemes.problem !== null) {
    const { message, offset, end } = lexemes.problem;
    return { message, start: offset, end, suggestion: null };
  }
  const template = templateOf(lexemes);
  return 'failure' in template ? explainSyntaxError(lexemes, template) : fillStatement(template, lexemes);
}

/** The same straight from the text, without shapes: what `parse` must agree with. Null when it does not parse. */
export function parsePlain(lexemes: Lexemes): Statement | null {
  if (lexemes.problem !== null) return null;
  const { starts, ends, count, source } = lexemes;
  let text = '';
  const places: number[] = [];
  for (let i = 0; i < count; i++) {
    text = text.padEnd(starts[i]! - starts[0]!);
    places.push(text.length);
    text += source.slice(starts[i], ends[i]);
  }
  const template = readStatement(text, places, count);
  return 'failure' in template ? null : fillStatement(template, lexemes);
}

/** Each statement of a text in turn, parsed. */
export function* statements(source: string): Generator<{ line: number; statement: Statement | ParseError }> {
  const scanner = new Scanner(source);
  for (let lexemes = scanner.next(); lexemes !== null; lexemes = scanner.next()) {
    yield { line: lexemes.line, statement: parse(lexemes) };
  }
}
