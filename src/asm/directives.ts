import { closestName } from '../codec/edit-distance.js';
import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { type Directive, textOf } from './directive.js';
import { dataDirectives } from './directives-data.js';
import { frameDirectives } from './directives-frames.js';
import { lineDirectives } from './directives-lines.js';
import { sectionDirectives } from './directives-sections.js';
import { symbolDirectives } from './directives-symbols.js';
import { SECTION_FLAG, SECTION_TYPE } from './object.js';
import { Section } from './sections.js';
import type { DirectiveNode } from './syntax.js';

const INTEL_REFUSED = 'Intel syntax is not supported';
const ATT_RULES = 'AT&T syntax: destination last, %register, $constant, offset(%base,%index,scale)';

/** Every directive, one entry each. */
const directives: ReadonlyMap<string, Directive> = new Map(
  Object.entries({
    ...dataDirectives,
    ...sectionDirectives,
    ...symbolDirectives,
    ...frameDirectives,
    '.ident': ident,
    ...lineDirectives,
    '.att_syntax': nothing,
    '.intel_syntax': (_assembler: Assembler, node: DirectiveNode) => {
      throw new Complaint(node, INTEL_REFUSED, ATT_RULES);
    },
    '.code64': nothing,
    '.code32': onlyLongMode,
    '.code16': onlyLongMode,
    '.title': nothing,
    '.sbttl': nothing,
    '.psize': nothing,
    '.list': nothing,
    '.nolist': nothing,
    '.eject': nothing,
    '.version': nothing,
    '.addrsig': nothing,
    '.addrsig_sym': nothing,
    '.err': (_assembler: Assembler, node: DirectiveNode) => {
      throw new Complaint(node, '.err encountered');
    },
    '.error': (_assembler: Assembler, node: DirectiveNode) => {
      throw new Complaint(node, textOf(node.arguments[0]) ?? '.error directive invoked in source file');
    },
    '.warning': (assembler: Assembler, node: DirectiveNode) => {
      assembler.diagnostics.warning(node, textOf(node.arguments[0]) ?? '.warning directive invoked in source file');
    },
  }),
);

/** Carries out a directive. Throws a Complaint. */
export function runDirective(assembler: Assembler, node: DirectiveNode): void {
  const directive = directives.get(node.name);
  if (directive !== undefined) directive(assembler, node);
  else {
    const suggestion = assembler.diagnostics.open ? closestDirective(node.name) : null;
    const message = `unknown directive '${node.name}'`;
    throw new Complaint(node.nameSpan, message, suggestion === null ? null : `did you mean '${suggestion}'?`);
  }
}

/** The known directive that is spelt most like `name`, or null. */
export function closestDirective(name: string): string | null {
  return closestName(name, [...directives.keys()]);
}

function nothing(): void {}

function onlyLongMode(_assembler: Assembler, node: DirectiveNode): void {
  throw new Complaint(node, `${node.name}: only 64-bit code is supported`);
}

/** `.ident "text"` goes into .comment, which begins with a zero byte. */
function ident(assembler: Assembler, node: DirectiveNode): void {
  const argument = node.arguments[0];
  if (argument?.kind !== 'strings') throw new Complaint(node, '.ident expects a string in double quotes');
  const attributes = {
    type: SECTION_TYPE.progbits,
    flags: SECTION_FLAG.merge | SECTION_FLAG.strings,
    entsize: 1,
  };
  const comment = assembler.findSection('.comment') ?? assembler.addSection(new Section('.comment', attributes));
  assembler.push();
  assembler.switchTo(comment);
  if (!assembler.identified) assembler.emit([0], argument);
  assembler.identified = true;
  for (const bytes of argument.bytes) assembler.emit(bytes, argument);
  assembler.emit([0], argument);
  assembler.pop(node);
}
