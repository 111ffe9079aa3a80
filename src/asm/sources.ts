import type { Span } from './syntax.js';

/**
 * All the text that is assembled: the source, files that it includes, and what macros and repetitions stand for. Each piece has a range of
 * offsets of its own, so that a span says by itself which text it means.
 */
export interface Piece {
  /** Offset of its first unit. */
  readonly base: number;
  readonly text: string;
  /** Of a file its name, of an expansion null. */
  readonly file: string | null;
  /** The macro or directive that an expansion comes from. */
  readonly name: string;
  /** Where the piece was asked for; null for the source itself. */
  readonly from: Span | null;
}

/** Where a span lies for the reader: in a file. */
export interface SourcePlace {
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** What made the text, when it stands in no file. */
  readonly expansion: string | null;
}

interface LineRange {
  /** 1-based, in its piece. */
  readonly line: number;
  /** Offsets of the first unit and of the newline. */
  readonly start: number;
  readonly end: number;
}

export class Sources {
  /** Name of the main source. */
  readonly file: string;
  readonly #pieces: Piece[] = [];
  #end = 0;
  /** The line last asked for: questions come nearly in order, and lines may be megabytes long. */
  #last: LineRange & { readonly piece: Piece };

  constructor(file: string, text: string) {
    this.file = file;
    this.#last = firstLine(this.add(text, file, file, null));
  }

  /** Takes a text in; gives it its offsets. */
  add(text: string, name: string, file: string | null, from: Span | null): Piece {
    const piece: Piece = { base: this.#end, text, file, name, from };
    this.#pieces.push(piece);
    this.#end += text.length + 1;
    return piece;
  }

  /** Units in all texts together. */
  get size(): number {
    return this.#end;
  }

  /** The files by name. */
  get files(): Map<string, string> {
    return new Map(this.#pieces.flatMap(({ file, text }) => (file === null ? [] : [[file, text] as const])));
  }

  textOf({ start, end }: Span): string {
    const { base, text } = this.#pieceAt(start);
    return text.slice(start - base, end - base);
  }

  /** The line that holds an offset, in its own piece. */
  lineOf(offset: number): LineRange {
    const { piece, start } = this.#last;
    if (offset < start || offset > piece.base + piece.text.length) this.#last = firstLine(this.#pieceAt(offset));
    while (offset > this.#last.end) this.#last = nextLine(this.#last);
    return this.#last;
  }

  /** Where the reader finds a span: for an expansion, the place in a file that asked for it. */
  placeOf(span: Span): SourcePlace {
    let piece = this.#pieceAt(span.start);
    let { start } = span;
    let expansion: string | null = null;
    while (piece.file === null) {
      expansion ??= piece.name;
      start = piece.from!.start;
      piece = this.#pieceAt(start);
    }
    const line = this.lineOf(start);
    return { file: piece.file, line: line.line, column: start - line.start + 1, expansion };
  }

  #pieceAt(offset: number): Piece {
    let low = 0;
    let high = this.#pieces.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#pieces[middle]!.base <= offset) low = middle;
      else high = middle - 1;
    }
    return this.#pieces[low]!;
  }
}

function lineFrom(piece: Piece, line: number, start: number): LineRange & { piece: Piece } {
  const newline = piece.text.indexOf('\n', start - piece.base);
  return { piece, line, start, end: piece.base + (newline < 0 ? piece.text.length : newline) };
}

function firstLine(piece: Piece): LineRange & { piece: Piece } {
  return lineFrom(piece, 1, piece.base);
}

function nextLine({ piece, line, end }: LineRange & { readonly piece: Piece }): LineRange & { piece: Piece } {
  return lineFrom(piece, line + 1, end + 1);
}
