import {
  BACKSLASH,
  BLANK,
  BYTE_ORDER_MARK,
  CLOSE,
  COLON,
  COMMA,
  classes,
  DIGIT,
  DOT,
  DOUBLE_QUOTE,
  describeUnit,
  EQUAL,
  follower,
  HASH,
  INVALID,
  lineEndOf,
  NAME,
  NEWLINE,
  nameEndOf,
  numberEndOf,
  numberPlaceholder,
  OPEN,
  PUNCTUATION,
  QUOTE,
  SEMICOLON,
  SLASH,
  SPACE,
  STAR,
  stringEndOf,
  TAB,
} from './characters.js';
import { type Lexemes, listDirectives, prefixWord } from './lexemes.js';

/** Lexemes after which a list is cut, and the most that any other statement may have. */
const LIST_PIECE = 256;
const MOST_LEXEMES = 4096;
/** How deep parentheses and unary operators may be nested: the parser goes down with them. */
const DEEPEST = 100;

const branchHint = /,p[tn](?![\w.$\u0080-\uffff])/y;

/**
 * Cuts source text into statements and statements into lexemes, and makes the *shape* of each statement: its text with every name replaced
 * by `q`, every number by `9` and so on. A shape is again a line of the language, so the grammar parses it; statements of one
 * shape share that parse (shapes.ts).
 */
export class Scanner {
  readonly lexemes: Lexemes;
  readonly #source: string;
  #position = 0;
  #line = 1;
  /** Nothing but blanks since the line, or the last `;`: a slash begins a comment here, and only here. */
  #fresh = true;
  /** Of the statement: labels and prefixes may still come. */
  #atStart = true;
  /** Blanks came before the next lexeme. */
  #blank = false;
  #depth = 0;
  /** Signs in a row: unary operators, perhaps. */
  #signs = 0;
  /** The lexeme of a directive whose arguments may be cut, or -1. */
  #listDirective = -1;
  /** A list was cut: its directive begins the next statement again. */
  #resumed: { readonly start: number; readonly end: number } | null = null;

  constructor(source: string, base = 0) {
    this.#source = source;
    this.lexemes = {
      source,
      base,
      shape: '',
      count: 0,
      starts: [],
      ends: [],
      places: [],
      line: 1,
      head: -1,
      problem: null,
    };
    if (source.charCodeAt(0) === BYTE_ORDER_MARK) this.#position = 1;
  }

  /** Offset in the source of what has not been read yet. */
  get position(): number {
    return this.#position;
  }

  /** The next statement that has any lexeme, or null at the end of the source. */
  next(): Lexemes | null {
    const { lexemes } = this;
    this.#begin();
    for (;;) {
      const unit = this.#skipBlanks();
      if (unit < 0) return lexemes.count > 0 || lexemes.problem !== null ? lexemes : null;
      if (unit === NEWLINE || unit === SEMICOLON) {
        this.#position++;
        this.#fresh = true;
        this.#blank = false;
        if (unit === NEWLINE) this.#line++;
        if (lexemes.count > 0 || lexemes.problem !== null) return lexemes;
        continue;
      }
      if (unit === COMMA && this.#cutsList()) return lexemes;
      this.#fresh = false;
      if (lexemes.count === 0 && lexemes.problem === null) lexemes.line = this.#line;
      if (lexemes.count >= MOST_LEXEMES)
        this.#fail('statement too long: more than 4096 words and signs', lexemes.starts[0]! - lexemes.base);
      if (lexemes.problem === null) this.#lexeme(unit);
      else this.#skipLexeme(unit);
    }
  }

  /**
   * Steps over the next line if it is one of the statements in `known`, and says what stands there; else undefined. Of the lexemes only the
   * line, the start and the end are set, as those of one.
   */
  takeKnown<T>(known: ReadonlyMap<string, T>, longest: number): T | undefined {
    const source = this.#source;
    if (!this.#fresh || this.#resumed !== null) return undefined;
    let start = this.#position;
    while (source.charCodeAt(start) === TAB || source.charCodeAt(start) === SPACE) start++;
    const unit = source.charCodeAt(start);
    if (unit === DOT || unit < 0x2e) return undefined;
    const end = source.indexOf('\n', start);
    if (end < 0 || end - start > longest) return undefined;
    const found = known.get(source.slice(start, end));
    if (found === undefined) return undefined;
    const { lexemes } = this;
    lexemes.line = this.#line++;
    lexemes.count = 1;
    lexemes.starts[0] = start + lexemes.base;
    lexemes.ends[0] = end + lexemes.base;
    this.#position = end + 1;
    return found;
  }

  #begin(): void {
    const { lexemes } = this;
    lexemes.shape = '';
    lexemes.count = 0;
    lexemes.problem = null;
    lexemes.head = -1;
    lexemes.line = this.#line;
    this.#atStart = true;
    this.#blank = false;
    this.#depth = 0;
    this.#signs = 0;
    this.#listDirective = -1;
    if (this.#resumed === null) return;
    const { start, end } = this.#resumed;
    this.#resumed = null;
    this.#push(start, end, this.#source.slice(start, end));
    this.#listDirective = 0;
    this.lexemes.head = 0;
    this.#atStart = false;
    this.#blank = true;
  }

  /** Steps over blanks and comments; the unit behind them, or -1 at the end. */
  #skipBlanks(): number {
    const source = this.#source;
    for (;;) {
      const unit = source.charCodeAt(this.#position);
      if (Number.isNaN(unit)) return -1;
      if (unit < 128 && classes[unit] === BLANK) this.#position++;
      else if (unit === HASH || (unit === SLASH && this.#fresh && source.charCodeAt(this.#position + 1) !== STAR)) {
        this.#position = lineEndOf(source, this.#position);
      } else if (unit === SLASH && source.charCodeAt(this.#position + 1) === STAR) this.#skipComment();
      else return unit;
      this.#blank = true;
    }
  }

  #skipComment(): void {
    const source = this.#source;
    const at = this.#position;
    const close = source.indexOf('*/', at + 2);
    if (close < 0) {
      this.#position = source.length;
      this.#fail("the comment is never closed with '*/'", at, at + 2);
      return;
    }
    this.#countLines(at, close);
    this.#position = close + 2;
  }

  #countLines(from: number, to: number): void {
    const source = this.#source;
    for (let i = source.indexOf('\n', from); i >= 0 && i < to; i = source.indexOf('\n', i + 1)) this.#line++;
  }

  #lexeme(unit: number): void {
    const kind = unit < 128 ? classes[unit]! : NAME;
    if (kind !== PUNCTUATION) this.#signs = 0;
    if (kind === NAME) this.#name(unit);
    else if (kind === DIGIT) this.#number();
    else if (unit === DOUBLE_QUOTE) this.#string();
    else if (unit === QUOTE) this.#character();
    else if (kind === INVALID) {
      const at = this.#position++;
      this.#fail(`invalid character ${describeUnit(unit)}`, at, at + 1);
    } else this.#sign(unit);
  }

  #name(unit: number): void {
    const source = this.#source;
    const start = this.#position;
    const end = nameEndOf(source, start);
    this.#position = end;
    const here = unit === DOT && end === start + 1;
    const placeholder = here ? '.' : 'q';
    if (!this.#atStart) {
      this.#push(start, end, placeholder);
      return;
    }
    if (this.#pushLabel(start, end, placeholder)) return;
    const text = source.slice(start, end);
    this.lexemes.head = this.lexemes.count;
    this.#atStart = prefixWord.test(text);
    const directive = unit === DOT && source.charCodeAt(follower(source, end)) !== EQUAL;
    this.#push(start, end, this.#atStart || directive || here ? text : 'q');
    if (directive && listDirectives.has(text)) this.#listDirective = this.lexemes.count - 1;
    else if (!this.#atStart && source.charCodeAt(end) === COMMA) this.#hint(end);
  }

  /** `,pt` behind a mnemonic. */
  #hint(start: number): void {
    branchHint.lastIndex = start;
    if (!branchHint.test(this.#source)) return;
    this.#position = branchHint.lastIndex;
    this.#push(start, this.#position, this.#source.slice(start, this.#position));
  }

  #number(): void {
    const start = this.#position;
    const end = numberEndOf(this.#source, start);
    this.#position = end;
    const text = this.#source.slice(start, end);
    const placeholder = numberPlaceholder(text);
    if (placeholder === null) this.#fail(`bad number '${text.slice(0, 40)}'`, start, end);
    else this.#operandLexeme(start, end, placeholder);
  }

  #string(): void {
    const start = this.#position;
    const end = stringEndOf(this.#source, start);
    if (end < 0) {
      this.#position = lineEndOf(this.#source, start);
      this.#fail('the string is not closed before the end of the line', start);
      return;
    }
    this.#position = end;
    this.#operandLexeme(start, end, '""');
  }

  #character(): void {
    const source = this.#source;
    const start = this.#position;
    const inner = start + (source.charCodeAt(start + 1) === BACKSLASH ? 2 : 1);
    const point = source.codePointAt(inner);
    if (point === undefined || point === NEWLINE) {
      this.#position = start + 1;
      this.#fail("nothing after the quote: a character is written like 'a'", start);
      return;
    }
    let end = inner + (point > 0xffff ? 2 : 1);
    if (source.charCodeAt(end) === QUOTE) end++;
    this.#position = end;
    this.#atStart = false;
    this.#push(start, end, "'q'");
  }

  #sign(unit: number): void {
    const start = this.#position++;
    this.#atStart = false;
    if (unit === OPEN) this.#depth++;
    else if (unit === CLOSE) this.#depth--;
    this.#push(start, start + 1, this.#source[start]!);
    this.#signs++;
    if (this.#depth > DEEPEST || this.#signs > DEEPEST) this.#fail(`nested more than ${DEEPEST} deep`, start);
  }

  /** A number or string: perhaps a label. */
  #operandLexeme(start: number, end: number, placeholder: string): void {
    if (this.#atStart && this.#pushLabel(start, end, placeholder)) return;
    this.#atStart = false;
    this.#push(start, end, placeholder);
  }

  /** Takes a name and the colon behind it; false when there is none. */
  #pushLabel(start: number, end: number, placeholder: string): boolean {
    const colon = follower(this.#source, end);
    if (this.#source.charCodeAt(colon) !== COLON) return false;
    if (colon > end) this.#countLines(end, colon);
    this.#push(start, end, placeholder);
    this.#push(colon, colon + 1, ':');
    this.#position = colon + 1;
    return true;
  }

  #push(start: number, end: number, text: string): void {
    const { lexemes } = this;
    const { count } = lexemes;
    if (this.#blank) {
      this.#blank = false;
      if (count > 0 && lexemes.shape.charCodeAt(lexemes.shape.length - 1) !== COMMA) lexemes.shape += ' ';
    }
    lexemes.starts[count] = start + lexemes.base;
    lexemes.ends[count] = end + lexemes.base;
    lexemes.places[count] = lexemes.shape.length;
    lexemes.shape += text;
    lexemes.count = count + 1;
  }

  /** At a comma: ends the statement here when it is a list that has become long. */
  #cutsList(): boolean {
    const { starts, ends, base, count, problem } = this.lexemes;
    const directive = this.#listDirective;
    if (directive < 0 || this.#depth !== 0 || count - directive < LIST_PIECE || problem !== null) return false;
    this.#position++;
    this.#resumed = { start: starts[directive]! - base, end: ends[directive]! - base };
    return true;
  }

  /** Steps over a lexeme of a statement that is already lost. */
  #skipLexeme(unit: number): void {
    const source = this.#source;
    const kind = unit < 128 ? classes[unit]! : NAME;
    if (kind === NAME || kind === DIGIT) this.#position = nameEndOf(source, this.#position);
    else if (unit === DOUBLE_QUOTE) this.#position = Math.max(stringEndOf(source, this.#position), this.#position + 1);
    else this.#position++;
  }

  #fail(message: string, offset: number, end = this.#position): void {
    const { base } = this.lexemes;
    this.lexemes.problem ??= { message, offset: offset + base, end: end + base };
  }
}
