import type { Span } from './syntax.js';

/** Thrown by what handles a statement when it is wrong; caught once per statement. Not an Error: it is the user's, and needs no stack. */
export class Complaint {
  readonly span: Span;
  readonly message: string;
  readonly suggestion: string | null;

  constructor(span: Span, message: string, suggestion: string | null = null) {
    this.span = span;
    this.message = message;
    this.suggestion = suggestion;
  }
}
