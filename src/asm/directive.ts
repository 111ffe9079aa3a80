import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { constantValue } from './expression.js';
import { fixedDistance } from './layout.js';
import { stringText } from './literals.js';
import type { Argument, DirectiveNode, Expression } from './syntax.js';

/** What a directive does. The table in directives.ts has one for each name. */
export type Directive = (assembler: Assembler, node: DirectiveNode) => void;

/** The argument at `index` as an expression, or null when it is missing or empty. */
export function expressionAt(node: DirectiveNode, index: number): Expression | null {
  const argument = node.arguments[index];
  if (argument === undefined || argument.kind === 'empty') return null;
  return asExpression(argument, node);
}

/** An argument that must be an expression. A lone string is a quoted symbol name. */
export function asExpression(argument: Argument, node: DirectiveNode): Expression {
  const { start, end } = argument;
  switch (argument.kind) {
    case 'strings':
      if (argument.bytes.length > 1) break;
      return { kind: 'symbol', name: new TextDecoder().decode(argument.bytes[0]), modifier: null, start, end };
    case 'tag':
    case 'float':
      break;
    case 'empty':
      throw new Complaint(node.nameSpan, `${node.name} expects an expression`);
    default:
      return argument;
  }
  throw new Complaint(argument, `${node.name} expects an expression here`);
}

/** A number that must be known now, or `absent` when the argument is missing. */
export function numberAt(assembler: Assembler, node: DirectiveNode, index: number, absent: bigint | null): bigint {
  const expression = expressionAt(node, index);
  if (expression !== null) return numberOf(assembler, expression);
  if (absent === null) throw new Complaint(node.nameSpan, `${node.name} expects a number`);
  return absent;
}

/** The value of an expression that must be known now. */
export function numberOf(assembler: Assembler, expression: Expression): bigint {
  const bound = assembler.bind(expression);
  const value = bound.op === 'constant' ? bound.value : constantValue(bound, fixedDistance);
  if (value === null) throw new Complaint(expression, 'this must be a number that is known here');
  return value;
}

/** The symbol name at `index`. */
export function nameAt(node: DirectiveNode, index: number): string {
  const expression = expressionAt(node, index);
  if (expression?.kind === 'symbol' && expression.modifier === null) return expression.name;
  throw new Complaint(expression ?? node.nameSpan, `${node.name} expects a symbol name`);
}

/** The text of a string or name argument, or null. */
export function textOf(argument: Argument | undefined): string | null {
  if (argument?.kind === 'strings') return argument.bytes.map((bytes) => new TextDecoder().decode(bytes)).join('');
  if (argument?.kind === 'symbol') return argument.name.startsWith('"') ? stringText(argument.name) : argument.name;
  return null;
}

/** Refuses arguments from `count` on. */
export function atMost(node: DirectiveNode, count: number): void {
  const extra = node.arguments[count];
  if (extra !== undefined)
    throw new Complaint(extra, `${node.name} takes at most ${count} argument${count === 1 ? '' : 's'}`);
}
