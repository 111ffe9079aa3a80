import type { SyntaxFailure } from './grammar.js';
import { type Lexemes, sliceOf } from './lexemes.js';
import type { ParseError } from './parse.js';

/** Says in words why a statement does not parse. `failure` is the offset in the shape up to which the grammar could follow. */
export function explainSyntaxError(lexemes: Lexemes, { failure }: SyntaxFailure): ParseError {
  const { starts, ends, count } = lexemes;
  const at = lexemes.places.findIndex((place, i) => i >= count || place >= failure);
  const lexeme = at < 0 || at > count ? count : at;
  const past = lexeme >= count;
  const start = past ? ends[count - 1]! : starts[lexeme]!;
  const end = past ? start + 1 : ends[lexeme]!;
  for (const rule of rules) {
    const found = rule(lexemes, lexeme);
    if (found !== null) return { start, end, ...found };
  }
  return { start, end, message: `unexpected ${quote(textOf(lexemes, lexeme))}`, suggestion: null };
}

type Explanation = { message: string; suggestion: string | null } & Partial<{ start: number; end: number }>;
/** One kind of mistake: recognised from the lexemes and the number of the one that does not fit (`count` when the end does not). */
type Rule = (lexemes: Lexemes, at: number) => Explanation | null;

const rules: readonly Rule[] = [intelSyntax, slashComment, unbalanced, endsEarly, missingComma];

function textOf(lexemes: Lexemes, lexeme: number): string {
  const { starts, ends, count } = lexemes;
  return lexeme < 0 || lexeme >= count ? '' : sliceOf(lexemes, starts[lexeme]!, ends[lexeme]!);
}

function quote(text: string): string {
  return `'${text.length > 40 ? `${text.slice(0, 37)}...` : text}'`;
}

const operandSizes = new Set(['byte', 'word', 'dword', 'qword']);

function intelSyntax(lexemes: Lexemes): Explanation | null {
  for (let i = 0; i < lexemes.count; i++) {
    const text = textOf(lexemes, i);
    const sized = operandSizes.has(text.toLowerCase()) && textOf(lexemes, i + 1).toLowerCase() === 'ptr';
    if (text !== '[' && !sized) continue;
    return {
      message: 'this looks like Intel syntax, which is not supported',
      suggestion: 'AT&T syntax writes memory as offset(%base,%index,scale) and the destination last',
      start: lexemes.starts[i]!,
      end: lexemes.ends[i]!,
    };
  }
  return null;
}

function slashComment(lexemes: Lexemes, at: number): Explanation | null {
  const slash = [at, at - 1].find((i) => textOf(lexemes, i) === '/' && textOf(lexemes, i + 1) === '/');
  if (slash === undefined) return null;
  const start = lexemes.starts[slash]!;
  return { message: "'//' does not begin a comment", suggestion: "comments begin with '#'", start, end: start + 2 };
}

function unbalanced(lexemes: Lexemes, at: number): Explanation | null {
  let depth = 0;
  let open = -1;
  for (let i = 0; i < lexemes.count; i++) {
    const text = textOf(lexemes, i);
    if (text === '(') {
      depth++;
      open = i;
    }
    if (text !== ')') continue;
    if (--depth >= 0) continue;
    return { message: "')' without '('", suggestion: null, start: lexemes.starts[i]!, end: lexemes.ends[i]! };
  }
  if (depth <= 0 || at < open) return null;
  return { message: "missing ')'", suggestion: null, start: lexemes.starts[open]!, end: lexemes.ends[open]! };
}

function endsEarly(lexemes: Lexemes, at: number): Explanation | null {
  const sign = textOf(lexemes, at);
  const alone = (sign === '%' || sign === '$') && !/^[\w.'"$(~!-]/.test(textOf(lexemes, at + 1));
  if (!alone && at < lexemes.count) return null;
  const last = alone ? at : lexemes.count - 1;
  return {
    message: missingAfter(textOf(lexemes, last)),
    suggestion: null,
    start: lexemes.starts[last]!,
    end: lexemes.ends[last]!,
  };
}

function missingAfter(before: string): string {
  if (before === ',') return "nothing follows the ','";
  if (before === '%') return "a register name must follow the '%'";
  if (before === '$') return "a number or a name must follow the '$'";
  return `the statement ends too early, after ${quote(before)}`;
}

function missingComma(lexemes: Lexemes, at: number): Explanation | null {
  const before = textOf(lexemes, at - 1);
  const text = textOf(lexemes, at);
  if (at < 2 || !/[\w.$)"]$/.test(before) || !/^[\w.%$"(]/.test(text)) return null;
  return { message: `unexpected ${quote(text)}`, suggestion: `is a ',' missing before it?` };
}
