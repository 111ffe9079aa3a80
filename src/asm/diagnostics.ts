import type { Sources } from './sources.js';
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

/** Collects the diagnostics of one assembly. */
export class Diagnostics {
  readonly list: Diagnostic[] = [];
  errors = 0;
  #dropped = 0;
  readonly #sources: Sources;

  constructor(sources: Sources) {
    this.#sources = sources;
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

  /** What was written in a place. */
  textOf(span: Span): string {
    return this.#sources.textOf(span);
  }

  /** The line in which something begins; of something that a macro made, the line that called the macro. */
  lineOf(span: Span): number {
    return this.#sources.placeOf(span).line;
  }

  /** All diagnostics in order of the source, with one for those that were too many to keep. */
  finish(): Diagnostic[] {
    const sorted = this.list.map((entry, order) => ({ entry, order }));
    sorted.sort((a, b) => a.entry.line - b.entry.line || a.entry.column - b.entry.column || a.order - b.order);
    const result = sorted.map(({ entry }) => entry);
    if (this.#dropped > 0) {
      const severity = this.errors > 0 ? 'error' : 'warning';
      const more = this.#dropped;
      const { file } = this.#sources;
      result.push({ file, line: 0, column: 0, severity, message: `${more} more messages`, more });
    }
    return result;
  }

  #add(severity: 'error' | 'warning', span: Span, message: string, suggestion: string | null): void {
    if (severity === 'error') this.errors++;
    if (this.list.length >= MOST_KEPT) {
      this.#dropped++;
      return;
    }
    const { file, line, column, expansion } = this.#sources.placeOf(span);
    const inner = this.#sources.lineOf(span.start);
    const offset = Math.min(span.start - inner.start, EXCERPT_REACH);
    const excerptStart = span.start - offset;
    const width = Math.max(1, Math.min(span.end, inner.end) - span.start);
    this.list.push({
      file,
      line,
      column,
      endColumn: column + width,
      severity,
      message: shortened(expansion === null ? message : `${message} (in what '${expansion}' stands for)`),
      ...(suggestion === null ? {} : { suggestion }),
      excerpt: this.#sources
        .textOf({ start: excerptStart, end: Math.min(inner.end, span.start + EXCERPT_REACH) })
        .trimEnd(),
      ...(column - offset === 1 ? {} : { excerptColumn: column - offset }),
    });
  }
}
