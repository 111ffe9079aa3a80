import type { Interval, Node } from 'ohm-js';
import grammar from './generated/att.ohm-bundle.js';
import { installGrammar } from './shapes.js';
import type { Template } from './template.js';

/**
 * Reads statements with the ohm grammar att.ohm and gives templates: the syntax tree with lexeme numbers in place of names, numbers and strings.
 */

/** Text that is not in the language: the offset up to which the grammar could follow. */
export interface SyntaxFailure {
  readonly failure: number;
}

/** Offsets of the lexemes in the text that is being read. */
let places: readonly number[] = [];
let count = 0;

/** The lexeme at or before an offset of the text. */
function lexemeAt(offset: number): number {
  let low = 0;
  let high = count - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (places[middle]! <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}

const first = (source: Interval) => lexemeAt(source.startIdx);
const last = (source: Interval) => lexemeAt(Math.max(source.startIdx, source.endIdx - 1));

function node(kind: Template['kind'], at: Node, parts: readonly (Template | null)[] = [], operator = ''): Template {
  const source = at.source.trimmed();
  return { kind, first: first(source), last: last(source), parts, operator };
}

const template = (at: Node): Template => at.template as Template;
const maybe = (at: Node): Template | null => (at.numChildren === 0 ? null : template(at.child(0)));
const list = (at: Node): Template[] => at.children.map(template);

/** Folds `a op b op c` from the left. */
function chain(start: Node, operators: Node, operands: Node): Template {
  return operands.children.reduce((left, operand, i) => {
    const right = template(operand);
    const operator = operators.child(i).sourceString;
    return { kind: 'binary', first: left.first, last: right.last, parts: [left, right], operator };
  }, template(start));
}

function memory(at: Node, segment: Node | null, inner: Template): Template {
  return segment === null
    ? inner
    : { ...node('memory', at, [template(segment), ...inner.parts.slice(1)], inner.operator) };
}

const semantics = grammar.createSemantics().addAttribute<unknown>('template', {
  Statement(labels, body, _end) {
    return node('statement', this, [maybe(body), ...list(labels)]);
  },
  Label_local(_name, _colon) {
    return node('localLabel', this);
  },
  Label_quoted(_name, _colon) {
    return node('label', this);
  },
  Label_named(_name, _colon) {
    return node('label', this);
  },
  Body_assignOnce(_name, _equal, value) {
    return node('assignment', this, [template(value)], 'once');
  },
  Body_assign(_name, _equal, value) {
    return node('assignment', this, [template(value)]);
  },
  Body_origin(_name, _equal, value) {
    return node('assignment', this, [template(value)]);
  },
  Body_section(_name, section, more) {
    return node('directive', this, [node('text', section), ...list(more)]);
  },
  Body_type(_name, symbol, _comma, type) {
    return node('directive', this, [template(symbol), template(type)]);
  },
  Body_words(_name, words) {
    return node('directive', this, list(words));
  },
  Body_directive(_name, items) {
    const parts = items.template as Template[];
    return node('directive', this, parts.length === 1 && parts[0]!.kind === 'empty' ? [] : parts);
  },
  MoreArgument(_comma, argument) {
    return template(argument);
  },
  Word_number(_sign, _number) {
    return node('text', this);
  },
  Word_string(_string) {
    return node('strings', this);
  },
  Word_name(_name) {
    return node('text', this);
  },
  Arguments(items) {
    return items.asIteration().children.map(template);
  },
  Argument_strings(_strings, _follow) {
    return node('strings', this);
  },
  Argument_tag(_sign, name) {
    return node('tag', name);
  },
  Argument_float(_number, _follow) {
    return node('float', this);
  },
  Argument_empty(_follow) {
    return node('empty', this);
  },
  Instruction_full(prefixes, mnemonic, operands) {
    const name = node('text', mnemonic.child(0));
    const hint = mnemonic.child(1).numChildren === 0 ? '' : mnemonic.child(1).sourceString;
    return node('instruction', this, [name, ...list(prefixes), ...(operands.template as Template[])], hint);
  },
  Instruction_prefixes(prefixes) {
    return node('instruction', this, [null, ...list(prefixes)]);
  },
  prefix(_word) {
    return node('prefix', this);
  },
  Operands(items) {
    return items.asIteration().children.map(template);
  },
  Operand_immediate(_dollar, value) {
    return node('immediate', this, [template(value)]);
  },
  Operand_indirect(_star, location) {
    return node('indirect', this, [template(location)]);
  },
  Location_segment(_percent, name, _colon, location) {
    return memory(this, name, template(location));
  },
  Location_stack(_percent, _name, _open, _number, _close) {
    return node('stackRegister', this);
  },
  Register(_percent, _name) {
    return node('register', this);
  },
  Memory_based(displacement, _open, _look, base, index, _close) {
    const parts = index.numChildren === 0 ? [null, null] : (index.child(0).template as (Template | null)[]);
    return node('memory', this, [null, maybe(displacement), maybe(base), ...parts]);
  },
  Memory_absolute(address) {
    return node('memory', this, [null, template(address), null, null, null], 'plain');
  },
  Index_register(_comma, name, scale) {
    return [template(name), scale.numChildren === 0 ? null : template(scale.child(0))];
  },
  Index_none(_comma, scale) {
    return [null, template(scale)];
  },
  Index_scale(_comma, scale) {
    return [null, template(scale)];
  },
  Scale(_comma, value) {
    return maybe(value);
  },
  Either: chain,
  Both: chain,
  Sum: chain,
  Mask: chain,
  Product: chain,
  Factor_unary(operator, operand) {
    return node('unary', this, [template(operand)], operator.sourceString);
  },
  Primary_parentheses(_open, inner, _close) {
    return template(inner);
  },
  Primary_local(_reference) {
    return node('local', this);
  },
  Primary_number(_number) {
    return node('number', this);
  },
  Primary_character(_character) {
    return node('character', this);
  },
  Primary_here(_dot) {
    return node('here', this);
  },
  Primary_modified(_name, _at, _modifier) {
    return node('symbol', this, [], 'modified');
  },
  Primary_symbol(_name) {
    return node('symbol', this);
  },
  name(_start, _rest) {
    return node('register', this);
  },
});

/** Reads a statement whose lexemes begin at `offsets[0..lexemes - 1]` of `text`. */
export function readStatement(text: string, offsets: readonly number[], lexemes: number): Template | SyntaxFailure {
  const match = grammar.match(text);
  if (match.failed()) return { failure: match.getRightmostFailurePosition() };
  places = offsets;
  count = lexemes;
  return (semantics(match) as { template: Template }).template;
}

installGrammar(readStatement);
