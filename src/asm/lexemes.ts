/** Why a statement cannot be parsed at all, and where. */
export interface LexicalProblem {
  readonly message: string;
  readonly offset: number;
  readonly end: number;
}

/** One statement. The scanner fills the same object again and again: use it before the next call. */
export interface Lexemes {
  readonly source: string;
  /** Offset of `source` in all the text that is assembled: every other offset counts from there. */
  readonly base: number;
  shape: string;
  count: number;
  /** Of each lexeme the offset of its first unit, and of the one after its last. */
  readonly starts: number[];
  readonly ends: number[];
  /** Offset of each lexeme in `shape`. */
  readonly places: number[];
  /** 1-based line of the first lexeme, in `source`. */
  line: number;
  /** The lexeme that is the directive or mnemonic, behind labels and prefixes; -1 when there is none. */
  head: number;
  problem: LexicalProblem | null;
}

/** Words that may stand before a mnemonic; shapes keep them. */
export const prefixWord =
  /^(?:lock|rep|repe|repz|repne|repnz|notrack|bnd|data16|addr32|rex|rex64|rex\.[wrxb]+|[cdefgs]s)$/i;

/** Directives whose arguments are independent of each other: long lists are cut into pieces. */
export const listDirectives = new Set(
  (
    '.byte .value .word .short .hword .2byte .int .long .4byte .quad .8byte .octa .ascii .asciz .string .float .single ' +
    '.double .globl .global'
  ).split(' '),
);

/** The text between two offsets. */
export function sliceOf({ source, base }: Lexemes, start: number, end: number): string {
  return source.slice(start - base, end - base);
}
