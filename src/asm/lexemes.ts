/**
 * Cuts source text into statements and statements into lexemes, and makes the *shape* of each statement: its text with every name replaced
 * by `q`, every number by `9` and so on. A shape is again a line of the language, so the grammar parses it; statements of one
 * shape share that parse (shapes.ts).
 */

/** Why a statement cannot be parsed at all; `offset` in the source. */
export interface LexicalProblem {
  readonly message: string;
  readonly offset: number;
  readonly end: number;
}

/** One statement. The scanner fills the same object again and again: use it before the next call. */
export interface Lexemes {
  readonly source: string;
  shape: string;
  count: number;
  /** Offset in `source` of each lexeme's first unit, and of the one after its last. */
  readonly starts: number[];
  readonly ends: number[];
  /** Offset of each lexeme in `shape`. */
  readonly places: number[];
  /** 1-based line of the first lexeme. */
  line: number;
  problem: LexicalProblem | null;
}

const enum0 = 0;
const BLANK = 1;
const NAME = 2;
const DIGIT = 3;
const PUNCTUATION = 4;
const INVALID = enum0;

/** Class of each ASCII unit; everything above is part of names. */
const classes = (() => {
  const table = new Uint8Array(128);
  const set = (text: string, kind: number) => {
    for (const unit of text) table[unit.charCodeAt(0)] = kind;
  };
  set(' \t\r\f\v', BLANK);
  set('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_.', NAME);
  set('0123456789', DIGIT);
  set('%$()*,+-/&|^!~<>=:@"\'#;\n[]{}', PUNCTUATION);
  return table;
})();

/** Words that may stand before a mnemonic; shapes keep them. */
const prefixWord = /^(?:lock|rep|repe|repz|repne|repnz|notrack|bnd|data16|addr32|rex|rex64|rex\.[wrxb]+|[cdefgs]s)$/i;

/** Directives whose arguments are independent of each other: long lists are cut into pieces. */
const listDirectives = new Set(
  '.byte .value .word .short .hword .2byte .int .long .4byte .quad .8byte .octa .ascii .asciz .string .float .single .double .globl .global'.split(
    ' ',
  ),
);

/** Lexemes after which a list is cut, and the most that any other statement may have. */
const LIST_PIECE = 256;
const MOST_LEXEMES = 4096;

const nameEnd = /[\w.$\u0080-\uffff]*/y;
const numberEnd =
  /(?:(?:0[fFdD][-+])?(?:\d+\.\d*(?:[eE][-+]?\d+)?|\d+[eE][-+]?\d+)|0[fFdD](?:\d*\.\d*|\d+)[eE][-+]\d+)(?![\w.$\u0080-\uffff])|[\w.$\u0080-\uffff]*/y;
const stringEnd = /"(?:\\[^\n]|[^"\\\n])*"/y;
const branchHint = /,p[tn](?![\w.$\u0080-\uffff])/y;
const labelEnd = /[ \t]*:/y;
const assignmentEnd = /[ \t]*=/y;
const lineEnd = /[^\n]*/y;

function endOf(pattern: RegExp, source: string, from: number): number {
  pattern.lastIndex = from;
  return pattern.test(source) ? pattern.lastIndex : -1;
}

/** Reads statement after statement of `source`. */
export class Scanner {
  readonly lexemes: Lexemes;
  #position = 0;
  #line = 1;
  /** Nothing but blanks since the line, or the last `;`: a slash begins a comment here, and only here. */
  #fresh = true;
  /** Set while a long list is given out in pieces: where its directive stands. */
  #listStart = -1;
  #listEnd = -1;

  constructor(source: string) {
    this.lexemes = { source, shape: '', count: 0, starts: [], ends: [], places: [], line: 1, problem: null };
  }

  /** The next statement that has any lexeme, or null at the end of the source. */
  next(): Lexemes | null {
    const { lexemes } = this;
    lexemes.shape = '';
    lexemes.count = 0;
    lexemes.problem = null;
    lexemes.line = this.#line;
    let atStart = true;
    let listable = false;
    let depth = 0;
    if (this.#listStart >= 0) {
      this.#push(this.#listStart, this.#listEnd, lexemes.source.slice(this.#listStart, this.#listEnd), false);
      this.#listStart = -1;
      atStart = false;
      listable = true;
    }
    let directive = 0;
    const { source } = lexemes;
    const { length } = source;
    let blank = listable;
    for (;;) {
      const at = this.#position;
      if (at >= length) return this.#finish();
      const unit = source.charCodeAt(at);
      const kind = unit < 128 ? classes[unit]! : NAME;
      if (kind === BLANK) {
        this.#position++;
        blank = true;
        continue;
      }
      if (kind === PUNCTUATION) {
        if (unit === 0x0a || unit === 0x3b) {
          this.#position++;
          this.#fresh = true;
          if (unit === 0x0a) this.#line++;
          if (lexemes.count > 0 || lexemes.problem !== null) return lexemes;
          lexemes.line = this.#line;
          blank = false;
          continue;
        }
        if (unit === 0x23 || (unit === 0x2f && this.#fresh && source.charCodeAt(at + 1) !== 0x2a)) {
          this.#position = endOf(lineEnd, source, at);
          continue;
        }
        if (unit === 0x2f && source.charCodeAt(at + 1) === 0x2a) {
          this.#skipComment(at);
          blank = true;
          continue;
        }
      }
      this.#fresh = false;
      if (lexemes.count === 0) lexemes.line = this.#line;
      if (lexemes.count >= MOST_LEXEMES && lexemes.problem === null) {
        this.#fail('statement too long: more than 4096 words and signs', lexemes.starts[0]!, at);
      }
      if (lexemes.problem !== null) {
        this.#skipLexeme(at, unit, kind);
        continue;
      }
      const spaced = blank && lexemes.count > 0;
      blank = false;
      if (kind === NAME) {
        const end = endOf(nameEnd, source, at);
        this.#position = end;
        if (!atStart) this.#push(at, end, end === at + 1 && unit === 0x2e ? '.' : 'q', spaced);
        else if (endOf(labelEnd, source, end) >= 0)
          this.#pushLabel(at, end, end === at + 1 && unit === 0x2e ? '.' : 'q', spaced);
        else {
          const text = source.slice(at, end);
          atStart = prefixWord.test(text);
          const kept = atStart || (unit === 0x2e && endOf(assignmentEnd, source, end) < 0) || text === '.';
          this.#push(at, end, kept ? text : 'q', spaced);
          if (unit === 0x2e) {
            listable = listDirectives.has(text);
            directive = lexemes.count - 1;
          } else if (!atStart) {
            const hint = endOf(branchHint, source, end);
            if (hint >= 0) {
              this.#push(end, hint, source.slice(end, hint), false);
              this.#position = hint;
            }
          }
        }
        continue;
      }
      if (kind === DIGIT) {
        const end = endOf(numberEnd, source, at);
        this.#position = end;
        const placeholder = numberPlaceholder(source.slice(at, end));
        if (placeholder === null) this.#fail(`bad number '${source.slice(at, Math.min(end, at + 40))}'`, at, end);
        else if (atStart && endOf(labelEnd, source, end) >= 0) this.#pushLabel(at, end, placeholder, spaced);
        else {
          this.#push(at, end, placeholder, spaced);
          atStart = false;
        }
        continue;
      }
      if (unit === 0x22) {
        const end = endOf(stringEnd, source, at);
        if (end < 0) {
          const last = endOf(lineEnd, source, at);
          this.#position = last;
          this.#fail('the string is not closed before the end of the line', at, last);
          continue;
        }
        this.#position = end;
        if (atStart && endOf(labelEnd, source, end) >= 0) this.#pushLabel(at, end, '""', spaced);
        else {
          this.#push(at, end, '""', spaced);
          atStart = false;
        }
        continue;
      }
      if (unit === 0x27) {
        this.#character(at, spaced);
        atStart = false;
        continue;
      }
      if (kind === INVALID) {
        this.#position++;
        this.#fail(`invalid character ${describeUnit(unit)}`, at, at + 1);
        continue;
      }
      this.#position++;
      atStart = false;
      if (unit === 0x28) depth++;
      else if (unit === 0x29) depth--;
      else if (unit === 0x2c && listable && depth === 0 && lexemes.count - directive >= LIST_PIECE) {
        this.#listStart = lexemes.starts[directive]!;
        this.#listEnd = lexemes.ends[directive]!;
        return lexemes;
      }
      this.#push(at, at + 1, source[at]!, spaced && lexemes.shape.charCodeAt(lexemes.shape.length - 1) !== 0x2c);
    }
  }

  #finish(): Lexemes | null {
    return this.lexemes.count > 0 || this.lexemes.problem !== null ? this.lexemes : null;
  }

  #push(start: number, end: number, text: string, spaced: boolean): void {
    const { lexemes } = this;
    const { count } = lexemes;
    if (spaced && lexemes.shape.charCodeAt(lexemes.shape.length - 1) !== 0x2c) lexemes.shape += ' ';
    lexemes.starts[count] = start;
    lexemes.ends[count] = end;
    lexemes.places[count] = lexemes.shape.length;
    lexemes.shape += text;
    lexemes.count = count + 1;
  }

  #pushLabel(start: number, end: number, text: string, spaced: boolean): void {
    this.#push(start, end, text, spaced);
    const colon = this.lexemes.source.indexOf(':', end);
    this.#push(colon, colon + 1, ':', false);
    this.#position = colon + 1;
  }

  #character(at: number, spaced: boolean): void {
    const { source } = this.lexemes;
    const escaped = source.charCodeAt(at + 1) === 0x5c;
    const point = source.codePointAt(at + (escaped ? 2 : 1));
    if (point === undefined || point === 0x0a) {
      this.#position = at + 1;
      this.#fail("nothing after the quote: a character is written like 'a'", at, at + 1);
      return;
    }
    let end = at + (escaped ? 2 : 1) + (point > 0xffff ? 2 : 1);
    if (source.charCodeAt(end) === 0x27) end++;
    this.#position = end;
    this.#push(at, end, "'q'", spaced);
  }

  #skipComment(at: number): void {
    const { source } = this.lexemes;
    const close = source.indexOf('*/', at + 2);
    if (close < 0) {
      this.#position = source.length;
      this.#fail("the comment is never closed with '*/'", at, at + 2);
      return;
    }
    for (let i = source.indexOf('\n', at); i >= 0 && i < close; i = source.indexOf('\n', i + 1)) this.#line++;
    this.#position = close + 2;
  }

  /** Steps over a lexeme of a statement that is already lost. */
  #skipLexeme(at: number, unit: number, kind: number): void {
    const { source } = this.lexemes;
    if (kind === NAME || kind === DIGIT) this.#position = endOf(nameEnd, source, at);
    else if (unit === 0x22) this.#position = Math.max(endOf(stringEnd, source, at), at + 1);
    else this.#position++;
  }

  #fail(message: string, offset: number, end: number): void {
    this.lexemes.problem ??= { message, offset, end };
  }
}

function describeUnit(unit: number): string {
  const code = `0x${unit.toString(16).padStart(2, '0')}`;
  return unit >= 0x20 && unit < 0x7f ? `'${String.fromCharCode(unit)}'` : code;
}

const integer = /^(?:0[xX][0-9a-fA-F]+|0[bB][01]+|0[0-7]*|[1-9]\d*)$/;
const localReference = /^\d+[bf]$/;

/** The shape of a number: `9` an integer, `1b` a reference to a local label, `1.5` a floating-point number; null if it is none. */
function numberPlaceholder(text: string): string | null {
  if (integer.test(text)) return '9';
  if (localReference.test(text)) return '1b';
  return /[.eEfFdD]/.test(text) && /^(?:0[fFdD][-+]?)?(?:\d*\.\d*|\d+)(?:[eE][-+]?\d+)?$/.test(text) ? '1.5' : null;
}
