import type { Lexemes } from './lexemes.js';
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
