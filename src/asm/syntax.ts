/** The abstract syntax of one statement. `start` and `end` are offsets in the source text (UTF-16 units), `end` exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type UnaryOperator = '-' | '~' | '!' | '+';
export type BinaryOperator =
  | '*' | '/' | '%' | '<<' | '>>'
  | '|' | '&' | '^' | '!'
  | '+' | '-' | '==' | '<>' | '!=' | '<' | '<=' | '>' | '>='
  | '&&' | '||'; // biome-ignore format: by precedence

export type Expression = NumberNode | SymbolNode | LocalReferenceNode | HereNode | UnaryNode | BinaryNode;

export interface NumberNode extends Span {
  readonly kind: 'number';
  /** As written: not negative, and possibly over 64 bits. */
  readonly value: bigint;
}
export interface SymbolNode extends Span {
  readonly kind: 'symbol';
  readonly name: string;
  /** `PLT` of `name@PLT`, as written. */
  readonly modifier: string | null;
}
/** `1b` or `1f`. */
export interface LocalReferenceNode extends Span {
  readonly kind: 'local';
  readonly number: number;
  readonly forward: boolean;
}
/** `.`: the address where the statement is put. */
export interface HereNode extends Span {
  readonly kind: 'here';
}
export interface UnaryNode extends Span {
  readonly kind: 'unary';
  readonly operator: UnaryOperator;
  readonly operand: Expression;
}
export interface BinaryNode extends Span {
  readonly kind: 'binary';
  readonly operator: BinaryOperator;
  readonly left: Expression;
  readonly right: Expression;
}

export interface RegisterNode extends Span {
  readonly kind: 'register';
  /** Without `%`, as written. */
  readonly name: string;
}
/** `%st(1)`. */
export interface StackRegisterNode extends Span {
  readonly kind: 'stackRegister';
  readonly name: string;
}
export interface ImmediateNode extends Span {
  readonly kind: 'immediate';
  readonly value: Expression;
}
export interface IndirectNode extends Span {
  readonly kind: 'indirect';
  readonly operand: Operand;
}
export interface MemoryNode extends Span {
  readonly kind: 'memory';
  readonly segment: RegisterNode | null;
  readonly displacement: Expression | null;
  /** No parentheses: a plain address, or the target of a branch. */
  readonly plain: boolean;
  readonly base: RegisterNode | null;
  readonly index: RegisterNode | null;
  readonly scale: Expression | null;
}
export type Operand = RegisterNode | StackRegisterNode | ImmediateNode | IndirectNode | MemoryNode;

/** `"one" "two"`: the bytes of adjacent strings, escapes replaced. */
export interface StringsNode extends Span {
  readonly kind: 'strings';
  readonly bytes: readonly Uint8Array[];
}
/** `@function`, `%progbits`. */
export interface TagNode extends Span {
  readonly kind: 'tag';
  readonly name: string;
}
export interface FloatNode extends Span {
  readonly kind: 'float';
  readonly text: string;
}
/** Nothing between two commas. */
export interface EmptyNode extends Span {
  readonly kind: 'empty';
}
export type Argument = Expression | StringsNode | TagNode | FloatNode | EmptyNode;

export interface Label extends Span {
  readonly name: string;
  /** `1:` */
  readonly local: boolean;
}

export interface AssignmentNode extends Span {
  readonly kind: 'assignment';
  readonly name: string;
  readonly value: Expression;
  /** `==`: must not be defined already. */
  readonly once: boolean;
}
export interface DirectiveNode extends Span {
  readonly kind: 'directive';
  /** With its dot, in lower case. */
  readonly name: string;
  readonly nameSpan: Span;
  readonly arguments: readonly Argument[];
}
export interface Word extends Span {
  readonly text: string;
}
export interface InstructionNode extends Span {
  readonly kind: 'instruction';
  readonly prefixes: readonly Word[];
  /** In lower case; null when there are only prefixes. */
  readonly mnemonic: Word | null;
  readonly operands: readonly Operand[];
}
export type Body = AssignmentNode | DirectiveNode | InstructionNode;

export interface Statement {
  readonly labels: readonly Label[];
  readonly body: Body | null;
}
