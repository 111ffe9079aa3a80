import { Complaint } from './complaint.js';
import { asExpression, numberOf } from './directive.js';
import type { Lexemes } from './lexemes.js';
import { listValues, readMacro, scrub, substitute } from './macros.js';
import { parse } from './parse.js';
import type { StatementStream } from './statement-stream.js';
import type { Expression, Span } from './syntax.js';

/** A directive that decides which statements are assembled. */
export interface ControlDirective {
  /** Also read where statements are skipped: conditionals are nested. */
  readonly always: boolean;
  readonly run: (call: Call) => void;
}

interface Call {
  readonly stream: StatementStream;
  readonly lexemes: Lexemes;
  /** What is written behind the name. */
  readonly text: string;
  readonly span: Span;
}

type Test = (call: Call) => boolean;

const repetitions = new Set(['.rept', '.rep', '.irp', '.irpc']);
const macroStarts = new Set(['.macro']);

/** Every control directive, one entry each. */
export const controlDirectives: ReadonlyMap<string, ControlDirective> = new Map([
  opening(
    '.if',
    compare((value) => value !== 0n),
  ),
  opening(
    '.ifne',
    compare((value) => value !== 0n),
  ),
  opening(
    '.ifeq',
    compare((value) => value === 0n),
  ),
  opening(
    '.ifgt',
    compare((value) => value > 0n),
  ),
  opening(
    '.ifge',
    compare((value) => value >= 0n),
  ),
  opening(
    '.iflt',
    compare((value) => value < 0n),
  ),
  opening(
    '.ifle',
    compare((value) => value <= 0n),
  ),
  opening('.ifdef', isDefined),
  opening('.ifndef', (call) => !isDefined(call)),
  opening('.ifnotdef', (call) => !isDefined(call)),
  opening('.ifb', ({ text }) => scrub(text).trim() === ''),
  opening('.ifnb', ({ text }) => scrub(text).trim() !== ''),
  opening('.ifc', sameText),
  opening('.ifnc', (call) => !sameText(call)),
  opening('.ifeqs', sameString),
  opening('.ifnes', (call) => !sameString(call)),
  always('.elseif', (call) =>
    call.stream.conditionals.otherwise(() => compare((value) => value !== 0n)(call), '.elseif', call.span),
  ),
  always('.else', ({ stream, span }) => stream.conditionals.otherwise(null, '.else', span)),
  always('.endif', ({ stream, span }) => stream.conditionals.close(span)),
  active('.macro', defineMacro),
  active('.endm', ({ span }) => {
    throw new Complaint(span, '.endm without .macro');
  }),
  active('.exitm', ({ stream, span }) => stream.exitMacro(span)),
  active('.purgem', ({ stream, text, span }) => {
    if (!stream.macros.delete(text.trim().toLowerCase())) throw new Complaint(span, `no macro named '${text.trim()}'`);
  }),
  active('.rept', rept),
  active('.rep', rept),
  active('.irp', irp),
  active('.irpc', irpc),
  active('.endr', ({ stream, span }) =>
    stream.assembler.diagnostics.warning(span, '.endr encountered without preceding .rept, .irp, or .irpc'),
  ),
  active('.include', include),
  active('.end', ({ stream }) => stream.end()),
]);

function always(name: string, run: (call: Call) => void): [string, ControlDirective] {
  return [name, { always: true, run }];
}

function active(name: string, run: (call: Call) => void): [string, ControlDirective] {
  return [name, { always: false, run }];
}

function opening(name: string, test: Test): [string, ControlDirective] {
  return always(name, (call) => call.stream.conditionals.open(() => test(call), call.span));
}

/** A test of a number that is known here. */
function compare(test: (value: bigint) => boolean): Test {
  return (call) => test(numberOf(call.stream.assembler, expressionOf(call)));
}

function expressionOf({ lexemes, span }: Call): Expression {
  const statement = parse(lexemes);
  if ('message' in statement) throw new Complaint(statement, statement.message, statement.suggestion);
  const { body } = statement;
  const argument = body?.kind === 'directive' ? body.arguments[0] : undefined;
  if (body?.kind !== 'directive' || argument === undefined) throw new Complaint(span, 'a number is missing here');
  if (body.arguments.length > 1) throw new Complaint(body.arguments[1]!, 'only one number is expected here');
  return asExpression(argument, body);
}

function isDefined({ stream, text, span }: Call): boolean {
  const name = text.trim();
  if (!/^[^\s,]+$/.test(name)) throw new Complaint(span, 'a symbol name is expected here');
  return stream.assembler.symbols.find(name)?.isDefined ?? false;
}

/** `.ifc one, two`: the texts are the same, blanks around them apart. */
function sameText({ text, span }: Call): boolean {
  const comma = text.indexOf(',');
  if (comma < 0) throw new Complaint(span, 'two texts are expected here, with a comma between them');
  return scrub(text.slice(0, comma)).trim() === scrub(text.slice(comma + 1)).trim();
}

function sameString({ text, span }: Call): boolean {
  const match = /^\s*("(?:\\.|[^"\\])*")\s*,\s*("(?:\\.|[^"\\])*")\s*$/s.exec(text);
  if (match === null) throw new Complaint(span, 'two strings are expected here, with a comma between them');
  return match[1] === match[2];
}

function defineMacro({ stream, text, span }: Call): void {
  const body = stream.body(macroStarts, '.endm', span);
  const macro = readMacro(text, body, span);
  if (stream.macros.has(macro.name)) throw new Complaint(span, `Macro \`${macro.name}' was already defined`);
  stream.macros.set(macro.name, macro);
}

function rept(call: Call): void {
  const { stream, span } = call;
  const expression = expressionOf(call);
  const body = stream.body(repetitions, '.endr', span);
  const count = numberOf(stream.assembler, expression);
  if (count < 0n) throw new Complaint(expression, 'negative count for .rept');
  if (count === 0n) return;
  const most = 0x8000000n;
  if (count * BigInt(body.length) > most)
    throw new Complaint(span, `${count} repetitions come to more text than can be read`);
  stream.expand(body.repeat(Number(count)), '.rept', 'repetition', span, linesIn(body));
}

function linesIn(body: string): number {
  return body.split('\n').length - 1;
}

/** `.irp name, values`: the body once for each value, once with nothing when there is none. */
function irp({ stream, text, span }: Call): void {
  const [name, rest] = loopName(text, '.irp', span);
  const body = stream.body(repetitions, '.endr', span);
  const values = listValues(rest);
  const all = values.length === 0 ? [''] : values;
  stream.expand(
    all.map((value) => substitute(body, new Map([[name, value]]), null)).join(''),
    '.irp',
    'repetition',
    span,
    linesIn(body),
  );
}

/** `.irpc name, characters`: the body once for each character. */
function irpc({ stream, text, span }: Call): void {
  const [name, rest] = loopName(text, '.irpc', span);
  const body = stream.body(repetitions, '.endr', span);
  const characters = [...(listValues(rest)[0] ?? '')];
  const all = characters.length === 0 ? [''] : characters;
  stream.expand(
    all.map((value) => substitute(body, new Map([[name, value]]), null)).join(''),
    '.irpc',
    'repetition',
    span,
    linesIn(body),
  );
}

function loopName(text: string, directive: string, span: Span): [string, string] {
  const match = /^\s*([A-Za-z_.$][\w.$]*)\s*,?/.exec(text);
  if (match === null) throw new Complaint(span, `${directive} expects a name`);
  return [match[1]!, text.slice(match[0].length)];
}

function include({ stream, text, span }: Call): void {
  const name = /^\s*"((?:\\.|[^"\\])*)"\s*$/s.exec(text)?.[1];
  if (name === undefined) throw new Complaint(span, '.include expects a file name in double quotes');
  const content = stream.include(name);
  if (content === null) throw new Complaint(span, `can't open ${name} for reading`);
  stream.includeFile(name, content, span);
}
