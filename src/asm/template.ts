import { type Lexemes, sliceOf } from './lexemes.js';
import { characterValue, numberValue, stringBytes, stringText } from './literals.js';
import type {
  Argument,
  AssignmentNode,
  BinaryOperator,
  Body,
  DirectiveNode,
  Expression,
  InstructionNode,
  Label,
  MemoryNode,
  Operand,
  RegisterNode,
  Statement,
  UnaryOperator,
  Word,
} from './syntax.js';

export type TemplateKind =
  | 'statement' | 'label' | 'localLabel' | 'assignment' | 'directive' | 'instruction'
  | 'prefix' | 'text' | 'strings' | 'tag' | 'float' | 'empty'
  | 'immediate' | 'indirect' | 'register' | 'stackRegister' | 'memory'
  | 'number' | 'character' | 'symbol' | 'local' | 'here' | 'unary' | 'binary'; // biome-ignore format: grouped

/**
 * The syntax tree of a shape: `first` and `last` are lexeme numbers. Filled with the lexemes of a statement it becomes that statement's tree.
 */
export interface Template {
  readonly kind: TemplateKind;
  readonly first: number;
  readonly last: number;
  /** Children; null where an optional one is absent. */
  readonly parts: readonly (Template | null)[];
  /** The operator, or a mark of the kind. */
  readonly operator: string;
}

/** A template as JSON keeps it: kind, first, last, operator, parts. */
export type PackedTemplate = readonly [TemplateKind, number, number, string, ...(PackedTemplate | null)[]];

export function packTemplate({ kind, first, last, operator, parts }: Template): PackedTemplate {
  return [kind, first, last, operator, ...parts.map((part) => (part === null ? null : packTemplate(part)))];
}

export function unpackTemplate([kind, first, last, operator, ...parts]: PackedTemplate): Template {
  return { kind, first, last, operator, parts: parts.map((part) => (part === null ? null : unpackTemplate(part))) };
}

/** The statement that has this shape and these lexemes. */
export function fillStatement(template: Template, lexemes: Lexemes): Statement {
  const body = template.parts[0]!;
  const labels: Label[] = [];
  for (let i = 1; i < template.parts.length; i++) labels.push(fillLabel(template.parts[i]!, lexemes));
  return { labels, body: body === null ? null : fillBody(body, lexemes) };
}

/** Text of the lexemes `first` to `last`, with what stands between them. */
function text(template: Template, lexemes: Lexemes): string {
  return sliceOf(lexemes, lexemes.starts[template.first]!, lexemes.ends[template.last]!);
}

/** A name: quotes removed. */
function nameOf(lexeme: number, lexemes: Lexemes): string {
  const name = sliceOf(lexemes, lexemes.starts[lexeme]!, lexemes.ends[lexeme]!);
  return name.charCodeAt(0) === 0x22 ? stringText(name) : name;
}

function fillLabel(template: Template, lexemes: Lexemes): Label {
  const { first } = template;
  const start = lexemes.starts[first]!;
  const end = lexemes.ends[first]!;
  return { name: nameOf(first, lexemes), local: template.kind === 'localLabel', start, end };
}

function fillBody(template: Template, lexemes: Lexemes): Body {
  switch (template.kind) {
    case 'assignment':
      return fillAssignment(template, lexemes);
    case 'directive':
      return fillDirective(template, lexemes);
    default:
      return fillInstruction(template, lexemes);
  }
}

function fillAssignment(template: Template, lexemes: Lexemes): AssignmentNode {
  return {
    kind: 'assignment',
    name: nameOf(template.first, lexemes),
    value: fillExpression(template.parts[0]!, lexemes),
    once: template.operator === 'once',
    start: lexemes.starts[template.first]!,
    end: lexemes.ends[template.last]!,
  };
}

function fillDirective(template: Template, lexemes: Lexemes): DirectiveNode {
  const start = lexemes.starts[template.first]!;
  const nameEnd = lexemes.ends[template.first]!;
  const items: Argument[] = [];
  for (const part of template.parts) items.push(fillArgument(part!, lexemes));
  return {
    kind: 'directive',
    name: sliceOf(lexemes, start, nameEnd).toLowerCase(),
    nameSpan: { start, end: nameEnd },
    arguments: items,
    start,
    end: lexemes.ends[template.last]!,
  };
}

function fillInstruction(template: Template, lexemes: Lexemes): InstructionNode {
  const name = template.parts[0];
  const prefixes: Word[] = [];
  const operands: Operand[] = [];
  for (let i = 1; i < template.parts.length; i++) {
    const part = template.parts[i]!;
    if (part.kind === 'prefix') prefixes.push(fillWord(part, lexemes));
    else operands.push(fillOperand(part, lexemes));
  }
  const mnemonic = name == null ? null : fillWord(name, lexemes);
  if (template.operator !== '') prefixes.push({ ...mnemonic!, text: template.operator === ',pt' ? 'ds' : 'cs' });
  return {
    kind: 'instruction',
    prefixes,
    mnemonic,
    operands,
    start: lexemes.starts[template.first]!,
    end: lexemes.ends[template.last]!,
  };
}

function fillWord(template: Template, lexemes: Lexemes): Word {
  const start = lexemes.starts[template.first]!;
  const end = lexemes.ends[template.last]!;
  return { text: sliceOf(lexemes, start, end).toLowerCase(), start, end };
}

function fillArgument(template: Template, lexemes: Lexemes): Argument {
  const start = lexemes.starts[template.first]!;
  const end = lexemes.ends[template.last]!;
  switch (template.kind) {
    case 'strings': {
      const bytes: Uint8Array[] = [];
      for (let i = template.first; i <= template.last; i++) {
        bytes.push(stringBytes(sliceOf(lexemes, lexemes.starts[i]!, lexemes.ends[i]!)));
      }
      return { kind: 'strings', bytes, start, end };
    }
    case 'tag':
      return { kind: 'tag', name: text(template, lexemes), start, end };
    case 'text':
      return { kind: 'symbol', name: text(template, lexemes), modifier: null, start, end };
    case 'float':
      return { kind: 'float', text: text(template, lexemes), start, end };
    case 'empty':
      return { kind: 'empty', start, end };
    default:
      return fillExpression(template, lexemes);
  }
}

function fillRegister(template: Template | null | undefined, lexemes: Lexemes): RegisterNode | null {
  if (template == null) return null;
  return {
    kind: 'register',
    name: nameOf(template.last, lexemes),
    start: lexemes.starts[template.first]!,
    end: lexemes.ends[template.last]!,
  };
}

function fillOperand(template: Template, lexemes: Lexemes): Operand {
  const start = lexemes.starts[template.first]!;
  const end = lexemes.ends[template.last]!;
  switch (template.kind) {
    case 'register':
      return { kind: 'register', name: nameOf(template.last, lexemes), start, end };
    case 'stackRegister':
      return { kind: 'stackRegister', name: text(template, lexemes).slice(1), start, end };
    case 'immediate':
      return { kind: 'immediate', value: fillExpression(template.parts[0]!, lexemes), start, end };
    case 'indirect':
      return { kind: 'indirect', operand: fillOperand(template.parts[0]!, lexemes), start, end };
    default:
      return fillMemory(template, lexemes);
  }
}

function fillMemory(template: Template, lexemes: Lexemes): MemoryNode {
  const [segment, displacement, base, index, scale] = template.parts;
  return {
    kind: 'memory',
    segment: fillRegister(segment, lexemes),
    displacement: displacement == null ? null : fillExpression(displacement, lexemes),
    plain: template.operator === 'plain',
    base: fillRegister(base, lexemes),
    index: fillRegister(index, lexemes),
    scale: scale == null ? null : fillExpression(scale, lexemes),
    start: lexemes.starts[template.first]!,
    end: lexemes.ends[template.last]!,
  };
}

function fillExpression(template: Template, lexemes: Lexemes): Expression {
  const { starts, ends } = lexemes;
  const { first, last, parts } = template;
  const start = starts[first]!;
  const end = ends[last]!;
  switch (template.kind) {
    case 'number':
      return { kind: 'number', value: numberValue(sliceOf(lexemes, start, end)), start, end };
    case 'character':
      return { kind: 'number', value: characterValue(sliceOf(lexemes, start, end)), start, end };
    case 'symbol': {
      const modifier = template.operator === 'modified' ? nameOf(last, lexemes) : null;
      return { kind: 'symbol', name: nameOf(first, lexemes), modifier, start, end };
    }
    case 'local': {
      const written = sliceOf(lexemes, start, end);
      return { kind: 'local', number: Number.parseInt(written, 10), forward: written.endsWith('f'), start, end };
    }
    case 'unary': {
      const operand = fillExpression(parts[0]!, lexemes);
      return { kind: 'unary', operator: template.operator as UnaryOperator, operand, start, end };
    }
    case 'binary': {
      const left = fillExpression(parts[0]!, lexemes);
      const right = fillExpression(parts[1]!, lexemes);
      return { kind: 'binary', operator: template.operator as BinaryOperator, left, right, start, end };
    }
    default:
      return { kind: 'here', start, end };
  }
}
