import type { AsmSymbol, Location } from './symbols.js';
import type { BinaryOperator, UnaryOperator } from './syntax.js';

/**
 * Expressions whose names are resolved to symbols, and their values. All arithmetic is on 64 bits as GNU as does it (manual, 6.2;
 * comparisons give -1, `>>` is logical, `/` and `%` are signed and truncate).
 */
export type Bound =
  | { readonly op: 'constant'; readonly value: bigint }
  | { readonly op: 'symbol'; readonly symbol: AsmSymbol; readonly modifier: string | null }
  | { readonly op: 'unary'; readonly operator: UnaryOperator; readonly operand: Bound }
  | { readonly op: 'binary'; readonly operator: BinaryOperator; readonly left: Bound; readonly right: Bound };

/** `symbol - minus + offset`: what a field with at most one relocation can hold. Both null: a number. */
export interface Linear {
  readonly symbol: AsmSymbol | null;
  readonly modifier: string | null;
  readonly minus: AsmSymbol | null;
  readonly offset: bigint;
}

/** Why an expression has no value. */
export class ExpressionError extends Error {}

export function constant(value: bigint): Bound {
  return { op: 'constant', value: BigInt.asIntN(64, value) };
}

export function symbolic(symbol: AsmSymbol): Bound {
  return { op: 'symbol', symbol, modifier: null };
}

const number = (offset: bigint): Linear => ({
  symbol: null,
  modifier: null,
  minus: null,
  offset: BigInt.asIntN(64, offset),
});

/** A symbol that has no definition yet. */
export function isUndefined(bound: Bound): boolean {
  return bound.op === 'symbol' && !bound.symbol.isDefined;
}

/** How far two places of one section are apart, or null when that is not known (yet). */
export type Distance = (from: AsmSymbol, to: AsmSymbol) => bigint | null;

/** The value of an expression; `distance` says what is known about addresses. Throws an ExpressionError. */
export function evaluate(bound: Bound, distance: Distance): Linear {
  switch (bound.op) {
    case 'constant':
      return number(bound.value);
    case 'symbol':
      return symbolValue(bound.symbol, bound.modifier, distance);
    case 'unary':
      return unaryValue(bound.operator, evaluate(bound.operand, distance));
    case 'binary':
      return binaryValue(bound.operator, evaluate(bound.left, distance), evaluate(bound.right, distance), distance);
  }
}

/** The number that an expression is, or null when it is none (yet) or has no value. */
export function constantValue(bound: Bound, distance: Distance): bigint | null {
  if (bound.op === 'constant') return bound.value;
  try {
    const { symbol, minus, offset } = evaluate(bound, distance);
    return symbol === null && minus === null ? offset : null;
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

function symbolValue(symbol: AsmSymbol, modifier: string | null, distance: Distance): Linear {
  const itself: Linear = { symbol, modifier, minus: null, offset: 0n };
  if (symbol.value === null) return itself;
  const value = equateValue(symbol, distance);
  if (value.symbol === null || value.minus !== null || placeOf(value.symbol, distance) === null) return value;
  return itself;
}

/** How many equates may be defined through each other: recursion must end before the stack does. */
const DEEPEST = 100;
/** How many may be looked up for one value: each may be needed twice by each that is defined through it. */
const MOST_LOOKUPS = 10_000;
let depth = 0;
let lookups = 0;

/** The value of a symbol that is an equate. */
export function equateValue(symbol: AsmSymbol, distance: Distance): Linear {
  if (symbol.busy) throw new ExpressionError(`the definition of '${symbol.name}' leads back to itself`);
  if (depth >= DEEPEST)
    throw new ExpressionError(`'${symbol.name}' is defined through more than ${DEEPEST} other symbols`);
  if (depth === 0) lookups = 0;
  if (++lookups > MOST_LOOKUPS) throw new ExpressionError(`'${symbol.name}' is needed more than ${MOST_LOOKUPS} times`);
  symbol.busy = true;
  depth++;
  try {
    return evaluate(symbol.value!, distance);
  } finally {
    symbol.busy = false;
    depth--;
  }
}

/** Where a symbol is defined, through equates; null for a number, common storage, and what is not defined. */
export function placeOf(symbol: AsmSymbol, distance: Distance): Location | null {
  if (symbol.value === null) return symbol.location;
  const { symbol: base, minus, offset } = equateValue(symbol, distance);
  if (base === null || minus !== null) return null;
  const place = placeOf(base, distance);
  return place === null ? null : { ...place, offset: place.offset + Number(offset) };
}

function unaryValue(operator: UnaryOperator, operand: Linear): Linear {
  if (operator === '+') return operand;
  const { symbol, minus, offset } = operand;
  if (symbol === null && minus === null) {
    return number(operator === '-' ? -offset : operator === '~' ? ~offset : offset === 0n ? 1n : 0n);
  }
  if (operator !== '-') throw new ExpressionError(`'${operator}' needs a number, not an address`);
  if (operand.modifier !== null) throw new ExpressionError('a symbol with @ cannot be subtracted');
  return { symbol: minus, modifier: null, minus: symbol, offset: BigInt.asIntN(64, -offset) };
}

function binaryValue(operator: BinaryOperator, left: Linear, right: Linear, distance: Distance): Linear {
  if (operator === '+') return add(left, right, distance);
  if (operator === '-') return add(left, unaryValue('-', right), distance);
  const simple = isNumber(left) && isNumber(right);
  if (simple) return number(compute(operator, left.offset, right.offset));
  if (comparisons.has(operator)) {
    const difference = add(left, unaryValue('-', right), distance);
    if (isNumber(difference)) return number(compute(operator, difference.offset, 0n));
  }
  throw new ExpressionError(
    `'${operator}' needs numbers, and ${describe(isNumber(left) ? right : left)} is an address`,
  );
}

const isNumber = ({ symbol, minus }: Linear) => symbol === null && minus === null;

function describe({ symbol, minus }: Linear): string {
  return `'${(symbol ?? minus)!.name}'`;
}

/** Sum of two values, where a symbol and a subtracted symbol cancel as soon as their distance is known. */
function add(left: Linear, right: Linear, distance: Distance): Linear {
  let offset = left.offset + right.offset;
  const plus = [left.symbol, right.symbol].filter((symbol) => symbol !== null);
  const minus = [left.minus, right.minus].filter((symbol) => symbol !== null);
  for (let i = plus.length - 1; i >= 0; i--) {
    for (let j = minus.length - 1; j >= 0; j--) {
      const apart = plus[i] === minus[j] ? 0n : distance(minus[j]!, plus[i]!);
      if (apart === null) continue;
      offset += apart;
      plus.splice(i, 1);
      minus.splice(j, 1);
      break;
    }
  }
  if (plus.length > 1)
    throw new ExpressionError(`the addresses '${plus[0]!.name}' and '${plus[1]!.name}' cannot be added`);
  if (minus.length > 1)
    throw new ExpressionError(`'${minus[0]!.name}' and '${minus[1]!.name}' cannot both be subtracted`);
  return {
    symbol: plus[0] ?? null,
    modifier: left.modifier ?? right.modifier,
    minus: minus[0] ?? null,
    offset: BigInt.asIntN(64, offset),
  };
}

const comparisons = new Set<BinaryOperator>(['==', '!=', '<>', '<', '<=', '>', '>=']);

/** Operators of `compute`, on signed 64-bit numbers. */
const operators: Partial<Record<BinaryOperator, (a: bigint, b: bigint) => bigint>> = {
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
  '%': (a, b) => a % b,
  '<<': (a, b) => (b < 0n || b > 63n ? 0n : a << b),
  '>>': (a, b) => (b < 0n || b > 63n ? 0n : BigInt.asUintN(64, a) >> b),
  '|': (a, b) => a | b,
  '&': (a, b) => a & b,
  '^': (a, b) => a ^ b,
  '!': (a, b) => a | ~b,
  '==': (a, b) => truth(a === b),
  '!=': (a, b) => truth(a !== b),
  '<>': (a, b) => truth(a !== b),
  '<': (a, b) => truth(a < b),
  '<=': (a, b) => truth(a <= b),
  '>': (a, b) => truth(a > b),
  '>=': (a, b) => truth(a >= b),
  '&&': (a, b) => (a !== 0n && b !== 0n ? 1n : 0n),
  '||': (a, b) => (a !== 0n || b !== 0n ? 1n : 0n),
};

const truth = (condition: boolean) => (condition ? -1n : 0n);

function compute(operator: BinaryOperator, a: bigint, b: bigint): bigint {
  if ((operator === '/' || operator === '%') && b === 0n) throw new ExpressionError('division by zero');
  return BigInt.asIntN(64, operators[operator]!(a, b));
}

/** Folds what is a number at once; keeps the rest. */
export function fold(bound: Bound, distance: Distance): Bound {
  if (bound.op === 'constant') return bound;
  const value = constantValue(bound, distance);
  return value === null ? bound : { op: 'constant', value };
}
