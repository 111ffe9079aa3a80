import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { asExpression, atMost, type Directive, nameAt, numberAt, textOf } from './directive.js';
import type { Bound } from './expression.js';
import { largestSize } from './layout.js';
import type { SymbolType, SymbolVisibility } from './object.js';
import { AsmSymbol } from './symbols.js';
import type { DirectiveNode, Expression, Span } from './syntax.js';

/** Directives that say something about symbols. */
export const symbolDirectives: Readonly<Record<string, Directive>> = {
  '.globl': eachSymbol(makeGlobal),
  '.global': eachSymbol(makeGlobal),
  '.weak': eachSymbol((symbol) => {
    symbol.binding = 'weak';
  }),
  '.local': eachSymbol((symbol) => {
    symbol.binding = 'local';
  }),
  '.hidden': eachSymbol(visibility('hidden')),
  '.internal': eachSymbol(visibility('internal')),
  '.protected': eachSymbol(visibility('protected')),
  '.extern': ignored,
  '.type': type,
  '.size': size,
  '.comm': comm,
  '.common': comm,
  '.lcomm': lcomm,
  '.set': (assembler, node) => set(assembler, node, false),
  '.equ': (assembler, node) => set(assembler, node, false),
  '.equiv': (assembler, node) => set(assembler, node, true),
  '.eqv': (assembler, node) => set(assembler, node, true),
};

function ignored(): void {}

function eachSymbol(change: (symbol: AsmSymbol) => void): Directive {
  return (assembler, node) => {
    if (node.arguments.length === 0) throw new Complaint(node.nameSpan, `${node.name} expects a symbol name`);
    node.arguments.forEach((_, i) => {
      change(assembler.symbols.named(nameAt(node, i)));
    });
  };
}

function makeGlobal(symbol: AsmSymbol): void {
  if (symbol.binding !== 'weak') symbol.binding = 'global';
}

function visibility(kind: SymbolVisibility): (symbol: AsmSymbol) => void {
  return (symbol) => {
    symbol.visibility = kind;
  };
}

const typeNames: Readonly<Record<string, SymbolType>> = {
  function: 'function',
  stt_func: 'function',
  object: 'object',
  stt_object: 'object',
  notype: 'none',
  stt_notype: 'none',
  common: 'common',
  stt_common: 'common',
  tls_object: 'tls',
  stt_tls: 'tls',
  gnu_indirect_function: 'ifunc',
  stt_gnu_ifunc: 'ifunc',
  gnu_unique_object: 'object',
};

function type(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 2);
  const symbol = assembler.symbols.named(nameAt(node, 0));
  const argument = node.arguments[1];
  const name = argument?.kind === 'tag' ? argument.name : textOf(argument);
  if (argument === undefined || name === null)
    throw new Complaint(node, '.type expects a type, as in .type name, @function');
  const known = typeNames[name.toLowerCase()];
  if (known === undefined) {
    throw new Complaint(
      argument,
      `unrecognized symbol type '${name}'`,
      'known are @function, @object, @notype, @tls_object',
    );
  }
  symbol.type = known;
}

function size(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 2);
  const symbol = assembler.symbols.named(nameAt(node, 0));
  const argument = node.arguments[1];
  if (argument === undefined) throw new Complaint(node, '.size expects an expression, as in .size name, .-name');
  symbol.size = { value: assembler.bind(asExpression(argument, node)), span: argument };
}

/** `.comm name, size, alignment`; storage in .bss at once if the symbol has been made local. */
function comm(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 3);
  const symbol = assembler.symbols.named(nameAt(node, 0));
  const bytes = numberAt(assembler, node, 1, null);
  if (bytes < 0n) throw new Complaint(node, '.comm length is negative');
  const alignment = numberAt(assembler, node, 2, 0n);
  if (alignment < 0n || (alignment & (alignment - 1n)) !== 0n)
    throw new Complaint(node, 'common alignment not a power of 2');
  if (symbol.isDefined && symbol.common === null)
    throw new Complaint(node, `symbol '${symbol.name}' is already defined`);
  symbol.type = symbol.type === 'none' ? 'object' : symbol.type;
  symbol.defined = node;
  if (symbol.binding === 'local') {
    reserve(assembler, symbol, bytes, Number(alignment === 0n ? 1n : alignment), node);
    return;
  }
  if (symbol.binding === 'weak') throw new Complaint(node, `symbol '${symbol.name}' can not be both weak and common`);
  if (symbol.common !== null && symbol.common.size !== bytes) {
    const { size } = symbol.common;
    assembler.diagnostics.warning(node, `size of "${symbol.name}" is already ${size}; not changing to ${bytes}`);
    return;
  }
  symbol.common = { size: bytes, alignment: alignment === 0n ? commonAlignment(bytes) : alignment };
  symbol.size = { value: { op: 'constant', value: bytes }, span: node };
}

function lcomm(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 2);
  const symbol = assembler.symbols.named(nameAt(node, 0));
  const bytes = numberAt(assembler, node, 1, null);
  if (symbol.isDefined) throw new Complaint(node, `symbol '${symbol.name}' is already defined`);
  symbol.type = 'object';
  symbol.defined = node;
  symbol.binding = 'local';
  reserve(assembler, symbol, bytes, Number(naturalAlignment(bytes, 8n)), node);
}

/** Of `.comm` without an alignment: the power of two that holds `bytes`, at most 16. */
function commonAlignment(bytes: bigint): bigint {
  return bytes > 8n ? 16n : bytes > 4n ? 8n : bytes > 2n ? 4n : bytes > 1n ? 2n : 1n;
}

/** The largest power of two that is not over `bytes`, at most `most`. */
function naturalAlignment(bytes: bigint, most: bigint): bigint {
  let alignment = 1n;
  while (alignment * 2n <= bytes && alignment < most) alignment *= 2n;
  return alignment;
}

/** GNU as puts local common storage behind what the file itself puts into .bss. */
const LOCAL_COMMON_SUBSECTION = 1;

function reserve(assembler: Assembler, symbol: AsmSymbol, bytes: bigint, alignment: number, span: Span): void {
  const bss = assembler.section('.bss');
  assembler.push();
  assembler.switchTo(bss, LOCAL_COMMON_SUBSECTION);
  bss.alignment = Math.max(bss.alignment, alignment);
  if (alignment > 1) assembler.emitTail({ kind: 'align', alignment, fill: new Uint8Array(1), most: 0, span });
  symbol.location = assembler.location();
  symbol.size = { value: { op: 'constant', value: bytes }, span };
  if (bytes > BigInt(largestSize(bss)) || bytes < 0n)
    throw new Complaint(span, `${bytes} bytes are more than a section can hold`);
  assembler.emitFill(Number(bytes), 0, span);
  assembler.pop(span);
}

function set(assembler: Assembler, node: DirectiveNode, once: boolean): void {
  atMost(node, 2);
  const argument = node.arguments[1];
  if (argument === undefined) throw new Complaint(node, `${node.name} expects a name and a value`);
  const target = node.arguments[0]!;
  if (target.kind === 'here') assign(assembler, '.', target, asExpression(argument, node), once);
  else assign(assembler, nameAt(node, 0), target, asExpression(argument, node), once);
}

/** `name = value`. `. = value` moves on as `.org` does. */
export function assign(assembler: Assembler, name: string, span: Span, value: Expression, once: boolean): void {
  if (name === '.') {
    assembler.emitTail({ kind: 'org', target: assembler.bind(value), fill: 0, span: value });
    return;
  }
  const bound = assembler.bind(value);
  const old = assembler.symbols.named(name);
  if (old.location !== null || old.common !== null || (once && old.isDefined)) {
    throw new Complaint(span, `symbol '${name}' is already defined`);
  }
  const symbol = old.value === null ? old : successor(assembler, old);
  symbol.value = pointsToItself(bound, symbol) ? refuse(span, name) : bound;
  symbol.defined = span;
}

function pointsToItself(bound: Bound, symbol: AsmSymbol): boolean {
  return bound.op === 'symbol' && bound.symbol === symbol;
}

function refuse(span: Span, name: string): never {
  throw new Complaint(span, `'${name}' cannot be set to itself`);
}

/** A redefined equate gets a new symbol: what was written before keeps the old value. */
function successor(assembler: Assembler, old: AsmSymbol): AsmSymbol {
  const symbol = new AsmSymbol(old.name);
  symbol.binding = old.binding;
  symbol.type = old.type;
  symbol.visibility = old.visibility;
  symbol.size = old.size;
  symbol.used = old.used;
  assembler.symbols.replace(symbol);
  return symbol;
}
