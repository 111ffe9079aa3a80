import { Complaint } from './complaint.js';
import { type Bound, constant, fold, symbolic } from './expression.js';
import { fixedDistance } from './layout.js';
import type { AsmSymbol, SymbolTable } from './symbols.js';
import type { Expression, Span } from './syntax.js';

/** What names in an expression refer to. */
export interface Scope {
  readonly symbols: SymbolTable;
  /** A symbol for the current place, for `.`. */
  here(): AsmSymbol;
}

/** An expression with its names resolved; a number if it is one already. Throws a Complaint. */
export function bind(expression: Expression, scope: Scope): Bound {
  if (expression.kind === 'number') return number(expression.value, expression);
  return fold(resolve(expression, scope), fixedDistance);
}

function number(value: bigint, span: Span): Bound {
  if (value >> 64n !== 0n) throw new Complaint(span, 'number too large: it does not fit 64 bits');
  return constant(value);
}

function resolve(expression: Expression, scope: Scope): Bound {
  switch (expression.kind) {
    case 'number':
      return number(expression.value, expression);
    case 'here':
      return symbolic(scope.here());
    case 'symbol': {
      const symbol = scope.symbols.named(expression.name);
      symbol.used ??= expression;
      const modifier = expression.modifier?.toLowerCase() ?? null;
      // GNU as mentions the table in every object that refers to it.
      if (modifier !== null && modifier !== 'plt' && modifier !== 'size') scope.symbols.named('_GLOBAL_OFFSET_TABLE_');
      if (modifier !== null && threadLocal.has(modifier)) symbol.type = 'tls';
      return { op: 'symbol', symbol, modifier };
    }
    case 'local':
      return symbolic(localLabel(expression.number, expression.forward, expression, scope));
    case 'unary':
      return { op: 'unary', operator: expression.operator, operand: resolve(expression.operand, scope) };
    case 'binary': {
      const left = resolve(expression.left, scope);
      return { op: 'binary', operator: expression.operator, left, right: resolve(expression.right, scope) };
    }
  }
}

/** Modifiers that only thread-local symbols have. */
const threadLocal = new Set(['tpoff', 'gottpoff', 'dtpoff', 'tlsgd', 'tlsld']);

function localLabel(label: number, forward: boolean, span: Span, { symbols }: Scope): AsmSymbol {
  if (forward) return symbols.localAfter(label, span);
  const symbol = symbols.localBefore(label);
  if (symbol === null) {
    throw new Complaint(span, `no label '${label}:' before this line`, `'${label}f' refers to the next one`);
  }
  return symbol;
}
