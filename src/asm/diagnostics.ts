import type { Span } from './syntax.js';

/** One thing to say about a source file. Text is made at the edge, by `formatDiagnostics`. */
export interface Diagnostic {
  readonly file: string;
  /** 1-based; 0 when it concerns the file as a whole. */
  readonly line: number;
  /** 1-based, in characters; 0 when it concerns the line as a whole. */
  readonly column: number;
  /** The column after the last one concerned; absent: one character. */
  readonly endColumn?: number;
  readonly severity: 'error' | 'warning';
  /** A sentence without capital and full stop, in the words of GNU as where it has any. */
  readonly message: string;
  /** A way out: `did you mean 'movl'?` */
  readonly suggestion?: string;
  /** Set on the last entry of a list that was cut: how many it stands for. */
  readonly more?: number;
  /** The source line, for the caret; of a very long line a part, which begins at `excerptColumn` (1 when absent). */
  readonly excerpt?: string;
  readonly excerptColumn?: number;
}

/** `file:line:column: error: message; suggestion`, then the source line and a caret under the place. No final newline. */
export function formatDiagnostic(diagnostic: Diagnostic): string {
  const { file, line, column, severity, message, suggestion } = diagnostic;
  const place = line === 0 ? file : column === 0 ? `${file}:${line}` : `${file}:${line}:${column}`;
  const head = `${place}: ${severity}: ${message}${suggestion === undefined ? '' : `; ${suggestion}`}`;
  return diagnostic.excerpt === undefined || line === 0 ? head : `${head}\n${excerptLines(diagnostic)}`;
}

/** The first `most` of them, one below the other, and how many are left. Ends with a newline unless there are none. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[], most = MOST_PRINTED): string {
  const lines = diagnostics.slice(0, most).map(formatDiagnostic);
  const left = diagnostics.slice(most).reduce((sum, entry) => sum + (entry.more ?? 1), 0);
  if (left > 0) lines.push(`... and ${left} more`);
  return lines.map((text) => `${text}\n`).join('');
}

/** A message may quote the source: not megabytes of it. */
function shortened(message: string): string {
  return message.length <= LONGEST_MESSAGE ? message : `${message.slice(0, LONGEST_MESSAGE)}...`;
}

function excerptLines({ line, column, endColumn = column + 1, excerpt = '', excerptColumn = 1 }: Diagnostic): string {
  const text = printable(excerpt);
  const number = String(line).padStart(5);
  const offset = column - excerptColumn;
  const padding = text.slice(0, offset).replace(/[^\t]/g, ' ').padEnd(offset);
  const width = Math.max(1, Math.min(endColumn - column, text.length - offset));
  if (column === 0) return `${number} | ${text}`;
  return `${number} | ${text}\n${' '.repeat(5)} | ${padding}^${'~'.repeat(width - 1)}`;
}

/** Control characters would spoil the terminal. */
function printable(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is replaced
  return text.replace(/[\u0000-\u0008\u000a-\u001f\u007f-\u009f]/g, '\ufffd');
}

/** Diagnostics printed for one file, and kept; after that they are only counted. */
export const MOST_PRINTED = 50;
const MOST_KEPT = 1000;
/** Of a long source line, as many characters are shown before the place, and as many behind it. */
const EXCERPT_REACH = 80;
const LONGEST_MESSAGE = 200;

/** Collects the diagnostics of one source text. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  errors = 0;
  #dropped = 0;
  #last: { line: number; start: number; end: number };
  readonly #file: string;
  readonly #source: string;

  constructor(file: string, source: string) {
    this.#file = file;
    this.#source = source;
    this.#last = firstLine(source);
  }

  /** True while a diagnostic will still be printed: the time for finding suggestions. */
  get open(): boolean {
    return this.list.length < MOST_PRINTED;
  }

  error(span: Span, message: string, suggestion: string | null = null): void {
    this.#add('error', span, message, suggestion);
  }

  warning(span: Span, message: string, suggestion: string | null = null): void {
    this.#add('warning', span, message, suggestion);
  }

  /** A part of the source. */
  textOf({ start, end }: Span): string {
    return this.#source.slice(start, end);
  }

  /** The line in which a part of the source begins. */
  lineOf({ start }: Span): number {
    return this.#lineOf(start).line;
  }

  /** All diagnostics in order of the source, with one for those that were too many to keep. */
  finish(): Diagnostic[] {
    const sorted = this.list.map((entry, order) => ({ entry, order }));
    sorted.sort((a, b) => a.entry.line - b.entry.line || a.entry.column - b.entry.column || a.order - b.order);
    const result = sorted.map(({ entry }) => entry);
    if (this.#dropped > 0) {
      const severity = this.errors > 0 ? 'error' : 'warning';
      const more = this.#dropped;
      result.push({ file: this.#file, line: 0, column: 0, severity, message: `${more} more messages`, more });
    }
    return result;
  }

  #add(severity: 'error' | 'warning', span: Span, message: string, suggestion: string | null): void {
    if (severity === 'error') this.errors++;
    if (this.list.length >= MOST_KEPT) {
      this.#dropped++;
      return;
    }
    const source = this.#source;
    const { line, start: lineStart, end: lineEnd } = this.#lineOf(span.start);
    const column = span.start - lineStart + 1;
    const excerptStart = Math.max(lineStart, span.start - EXCERPT_REACH);
    const excerpt = source.slice(excerptStart, Math.min(lineEnd, span.start + EXCERPT_REACH)).trimEnd();
    this.list.push({
      file: this.#file,
      line,
      column,
      endColumn: Math.max(column + 1, Math.min(span.end, lineEnd) - lineStart + 1),
      severity,
      message: shortened(message),
      ...(suggestion === null ? {} : { suggestion }),
      excerpt,
      ...(excerptStart === lineStart ? {} : { excerptColumn: excerptStart - lineStart + 1 }),
    });
  }

  /** The line of an offset. The last one is kept: diagnostics come nearly in order, and lines may be megabytes long. */
  #lineOf(offset: number): { line: number; start: number; end: number } {
    const source = this.#source;
    if (offset < this.#last.start) this.#last = firstLine(source);
    while (offset > this.#last.end) {
      const start = this.#last.end + 1;
      const newline = source.indexOf('\n', start);
      this.#last = { line: this.#last.line + 1, start, end: newline < 0 ? source.length : newline };
    }
    return this.#last;
  }
}

function firstLine(source: string): { line: number; start: number; end: number } {
  const newline = source.indexOf('\n');
  return { line: 1, start: 0, end: newline < 0 ? source.length : newline };
}
