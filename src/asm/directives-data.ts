import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { asExpression, atMost, type Directive, expressionAt, numberAt, numberOf } from './directive.js';
import { floatBytes } from './float.js';
import { largestSize, lebBytes } from './layout.js';
import type { Argument, DirectiveNode, Expression, Span } from './syntax.js';

/** Directives that put bytes. */
export const dataDirectives: Readonly<Record<string, Directive>> = {
  '.byte': integers(1),
  '.dc.b': integers(1),
  '.value': integers(2),
  '.word': integers(2),
  '.short': integers(2),
  '.hword': integers(2),
  '.2byte': integers(2),
  '.dc.w': integers(2),
  '.dc': integers(2),
  '.int': integers(4),
  '.long': integers(4),
  '.4byte': integers(4),
  '.dc.l': integers(4),
  '.quad': integers(8),
  '.8byte': integers(8),
  '.octa': octa,
  '.ascii': strings(false),
  '.asciz': strings(true),
  '.string': strings(true),
  '.string8': strings(true),
  '.float': floats(4),
  '.single': floats(4),
  '.double': floats(8),
  '.dc.s': floats(4),
  '.dc.d': floats(8),
  '.zero': space,
  '.skip': space,
  '.space': space,
  '.fill': fill,
  '.uleb128': leb(false),
  '.sleb128': leb(true),
};

function integers(size: 1 | 2 | 4 | 8): Directive {
  return (assembler, node) => {
    for (const argument of node.arguments) integer(assembler, node, argument, size);
  };
}

function integer(assembler: Assembler, node: DirectiveNode, argument: Argument, size: 1 | 2 | 4 | 8): void {
  const expression = asExpression(argument, node);
  if (expression.kind === 'number' && expression.value >> 64n !== 0n) {
    assembler.diagnostics.warning(expression, `bignum truncated to ${size} bytes`);
    assembler.emit(littleEndian(expression.value, size), expression);
    return;
  }
  const field = assembler.field(expression);
  if (field.value.op !== 'constant') assembler.emitField(size, field);
  else assembler.emit(constantBytes(assembler, expression, field.value.value, size), expression);
}

function constantBytes(assembler: Assembler, expression: Expression, value: bigint, size: number): Uint8Array {
  const limit = 1n << BigInt(8 * size);
  if (size < 8 && (value >= limit || value <= -limit)) {
    const [full, kept] = [BigInt.asUintN(64, value), BigInt.asUintN(8 * size, value)];
    assembler.diagnostics.warning(expression, `value 0x${full.toString(16)} truncated to 0x${kept.toString(16)}`);
  }
  return littleEndian(value, size);
}

export function littleEndian(value: bigint, size: number): Uint8Array {
  const bytes = new Uint8Array(size);
  if (size <= 4) {
    let rest = Number(BigInt.asUintN(32, value));
    for (let i = 0; i < size; i++, rest >>>= 8) bytes[i] = rest & 0xff;
    return bytes;
  }
  let rest = BigInt.asUintN(8 * size, value);
  for (let i = 0; i < size; i++, rest >>= 8n) bytes[i] = Number(rest & 0xffn);
  return bytes;
}

function octa(assembler: Assembler, node: DirectiveNode): void {
  for (const argument of node.arguments) {
    const expression = asExpression(argument, node);
    const negative = expression.kind === 'unary' && expression.operator === '-';
    const inner = negative ? expression.operand : expression;
    const value = inner.kind === 'number' ? inner.value : numberOf(assembler, inner);
    if (value >> 128n > 0n) throw new Complaint(expression, 'number too large: it does not fit 128 bits');
    assembler.emit(littleEndian(negative ? -value : value, 16), expression);
  }
}

function strings(terminated: boolean): Directive {
  return (assembler, node) => {
    if (node.arguments.length === 0)
      throw new Complaint(node.nameSpan, `${node.name} expects a string in double quotes`);
    for (const argument of node.arguments) {
      if (argument.kind !== 'strings') throw new Complaint(argument, `${node.name} expects a string in double quotes`);
      for (const bytes of argument.bytes) assembler.emit(bytes, argument);
      if (terminated) assembler.emit([0], argument);
    }
  };
}

function floats(size: 4 | 8): Directive {
  return (assembler, node) => {
    for (const argument of node.arguments) {
      const bytes = floatBytes(floatText(assembler, argument), size);
      if (bytes === null) throw new Complaint(argument, `${node.name} expects a floating-point number`);
      assembler.emit(bytes, argument);
    }
  };
}

/** The number as written, when an argument can be one. */
function floatText(assembler: Assembler, argument: Argument): string {
  switch (argument.kind) {
    case 'float':
      return argument.text;
    case 'number':
      return assembler.diagnostics.textOf(argument);
    case 'symbol':
      return argument.name;
    case 'unary': {
      const inner = floatText(assembler, argument.operand);
      return argument.operator === '-' ? `-${inner}` : argument.operator === '+' ? inner : '';
    }
    default:
      return '';
  }
}

function space(assembler: Assembler, node: DirectiveNode): void {
  const size = expressionAt(node, 0);
  if (size === null) throw new Complaint(node.nameSpan, `${node.name} expects a size`);
  const byte = Number(numberAt(assembler, node, 1, 0n) & 0xffn);
  const bound = assembler.bind(size);
  if (bound.op !== 'constant') {
    assembler.emitTail({ kind: 'space', size: bound, fill: byte, span: size });
    return;
  }
  if (bound.value === 0n) assembler.diagnostics.warning(size, '.space repeat count is zero, ignored');
  else if (bound.value < 0n) assembler.diagnostics.warning(size, '.space repeat count is negative, ignored');
  else assembler.emitFill(checkedCount(assembler, bound.value, size), byte, size);
}

/** `.fill repeat, size, value`: at most 8 bytes each, of which the upper four are zero. */
function fill(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 3);
  const repeat = numberAt(assembler, node, 0, null);
  let size = Number(BigInt.asIntN(32, numberAt(assembler, node, 1, 1n)));
  const value = numberAt(assembler, node, 2, 0n);
  if (repeat < 0n || size < 0) {
    assembler.diagnostics.warning(node, `${repeat < 0n ? 'repeat' : 'size'} < 0; .fill ignored`);
    return;
  }
  if (size > 8) {
    assembler.diagnostics.warning(node, '.fill size clamped to 8');
    size = 8;
  }
  checkedCount(assembler, repeat * BigInt(size), node);
  const unit = littleEndian(BigInt.asUintN(32, value), 8).subarray(0, size);
  if (unit.every((byte) => byte === unit[0])) {
    assembler.emitFill(Number(repeat) * size, unit[0] ?? 0, node);
    return;
  }
  const bytes = new Uint8Array(Number(repeat) * size);
  for (let i = 0; i < bytes.length; i += size) bytes.set(unit, i);
  assembler.emit(bytes, node);
}

function checkedCount(assembler: Assembler, count: bigint, span: Span): number {
  if (count > BigInt(largestSize(assembler.current)))
    throw new Complaint(span, `${count} bytes are more than a section can hold`);
  return Number(count);
}

function leb(signed: boolean): Directive {
  return (assembler, node) => {
    for (const argument of node.arguments) {
      const expression = asExpression(argument, node);
      const value = assembler.bind(expression);
      if (value.op === 'constant')
        assembler.emit(lebBytes(lebNumber(expression, value.value, signed), signed), expression);
      else assembler.emitTail({ kind: 'leb', value, signed, span: expression });
    }
  };
}

/** A number over 2^63 is not negative when it was written without a sign. */
function lebNumber(expression: Expression, value: bigint, signed: boolean): bigint {
  return signed && expression.kind === 'number' ? expression.value : value;
}
