import { Complaint } from './complaint.js';
import { characterValue } from './literals.js';
import type { Span } from './syntax.js';

/** Macros (GNU as manual, 7.69): a text with holes, and arguments to fill them. */
export interface Macro {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  readonly body: string;
}

interface Parameter {
  readonly name: string;
  readonly value: string;
  readonly required: boolean;
  /** Takes all that is left, commas included. */
  readonly rest: boolean;
}

const identifier = /^[A-Za-z_.$\u0080-\uffff][\w.$\u0080-\uffff]*/;

/** Reads `name param, param=default, param:req, param:vararg`. */
export function readMacro(header: string, body: string, span: Span): Macro {
  const [name] = identifier.exec(header.trim()) ?? [];
  if (name === undefined) throw new Complaint(span, '.macro expects a name');
  const list = scrub(header.trim().slice(name.length)).replace(/^,/, '');
  if (list.startsWith('(')) throw new Complaint(span, `Bad parameter list for macro \`${name}'`);
  const parameters: Parameter[] = [];
  let text = list.trim();
  if (text.startsWith('(') && text.endsWith(')')) text = text.slice(1, -1);
  while (text.trim() !== '') {
    const [whole, parameter, mark, , value = ''] = parameterText.exec(text.trim()) ?? [];
    if (whole === undefined) throw new Complaint(span, `bad parameter of macro '${name}': ${text.trim().slice(0, 30)}`);
    if (parameters.some((other) => other.name === parameter)) {
      throw new Complaint(span, `A parameter named \`${parameter}' already exists for macro \`${name}'`);
    }
    if (mark !== undefined && mark !== 'req' && mark !== 'vararg') {
      throw new Complaint(
        span,
        `\`${mark}' is not a valid parameter qualifier for \`${parameter}' in macro \`${name}'`,
      );
    }
    parameters.push({ name: parameter!, value: unquoted(value), required: mark === 'req', rest: mark === 'vararg' });
    text = text
      .trim()
      .slice(whole.length)
      .replace(/^\s*,?/, '');
  }
  return { name: name.toLowerCase(), parameters, body };
}

const parameterText = /^([A-Za-z_.$][\w.$]*)(?:\s*:\s*(\w*))?(\s*=\s*("(?:\\.|[^"\\])*"|[^\s,]*))?/s;

/** The text that a call of a macro stands for. `count` is the number of the expansion (`\@`). */
export function expandMacro(macro: Macro, argumentText: string, count: number, span: Span): string {
  const values = argumentValues(macro, scrub(argumentText).trim(), span);
  return substitute(macro.body, values, count);
}

function argumentValues({ name, parameters }: Macro, text: string, span: Span): Map<string, string> {
  const values = new Map<string, string>();
  let left = text;
  let next = 0;
  while (left !== '') {
    const keyword = /^([A-Za-z_.$][\w.$]*)=(?!=)/.exec(left)?.[1];
    if (keyword !== undefined) left = left.slice(keyword.length + 1);
    const parameter = keyword === undefined ? parameters[next++] : parameters.find((one) => one.name === keyword);
    if (parameter === undefined) {
      if (keyword === undefined) throw new Complaint(span, 'too many positional arguments');
      throw new Complaint(span, `Parameter named \`${keyword}' does not exist for macro \`${name}'`);
    }
    const taken = parameter.rest ? left : (argument.exec(left)?.[0] ?? '');
    const value = parameter.rest ? taken : unquoted(taken);
    if (value !== '') values.set(parameter.name, value);
    left = left.slice(taken.length).replace(/^(?:\s*,\s*|\s+)/, '');
  }
  for (const parameter of parameters) {
    if (values.has(parameter.name)) continue;
    if (parameter.required) {
      throw new Complaint(span, `Missing value for required parameter \`${parameter.name}' of macro \`${name}'`);
    }
    values.set(parameter.name, parameter.value);
  }
  return values;
}

/** One argument: a string, or anything up to a comma or a blank, strings, characters and brackets in it kept together. */
const argument = /^(?:"(?:\\.|[^"\\])*"|(?:"(?:\\.|[^"\\])*"|'(?:\\.|[^\\])'?|\[[^\]]*\]|[^\s,"'])*)/s;

function unquoted(text: string): string {
  return text.length >= 2 && text.startsWith('"') && text.endsWith('"') ? text.slice(1, -1) : text;
}

/** The values of a list: `.irp name, one, two`. */
export function listValues(text: string): string[] {
  const values: string[] = [];
  let left = scrub(text).trim();
  while (left !== '') {
    const taken = argument.exec(left)?.[0] ?? '';
    values.push(unquoted(taken));
    left = left.slice(taken.length);
    const separator = /^(?:\s*,\s*|\s+)/.exec(left)?.[0] ?? '';
    if (separator === '' && taken === '') break;
    left = left.slice(separator.length);
  }
  return values;
}

const hole = /\\(?:\(\)|(@)|([A-Za-z_.$\u0080-\uffff][\w.$\u0080-\uffff]*))/g;

/** Fills `\name`, `\()` and `\@` of a body. */
export function substitute(body: string, values: ReadonlyMap<string, string>, count: number | null): string {
  return body.replace(hole, (whole, counter: string | undefined, name: string | undefined) => {
    if (counter !== undefined) return count === null ? whole : String(count);
    return name === undefined ? '' : (values.get(name) ?? whole);
  });
}

const piece = /"(?:\\.|[^"\\])*"|'(?:\\.|[^\\])'?|\/\*.*?\*\/|\s+|./gs;
const symbolLike = /[\w.$*%\-(["'\\\u0080-\uffff]/;

const isCharacter = /^'(?:\\.|[^\\])/s;

/** Makes numbers of characters, drops comments, and blanks except between two things that would otherwise run together, as GNU as does before it reads a line. */
export function scrub(text: string): string {
  let result = '';
  let blank = false;
  for (const [part] of text.matchAll(piece)) {
    if (part.startsWith('/*') || part.trim() === '') {
      blank = true;
      continue;
    }
    if (blank && symbolLike.test(part[0]!) && symbolLike.test(result.at(-1) ?? ',')) result += ' ';
    blank = false;
    result += isCharacter.test(part) ? characterValue(part) : part;
  }
  return result;
}
