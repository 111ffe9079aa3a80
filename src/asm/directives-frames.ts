import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { asExpression, atMost, type Directive, expressionAt, numberAt, textOf } from './directive.js';
import {
  CFA,
  DATA_ALIGNMENT,
  type Frame,
  type FramePart,
  type FramePointer,
  frameRegisters,
  POINTER,
  pointerSize,
  RETURN_COLUMN,
} from './frames.js';
import { lebBytes } from './layout.js';
import type { Fragment } from './sections.js';
import type { Location } from './symbols.js';
import type { DirectiveNode } from './syntax.js';

/** Carries out a directive inside a function. */
type FrameDirective = (frame: Frame, assembler: Assembler, node: DirectiveNode) => void;

/** Directives that describe stack frames to debuggers and unwinders (GNU as manual, 7.12); frame-section.ts writes what they say. */
export const frameDirectives: Readonly<Record<string, Directive>> = {
  '.cfi_sections': sections,
  '.cfi_startproc': startProcedure,
  '.cfi_endproc': endProcedure,
  '.cfi_personality': inside(2, (frame, assembler, node) => {
    frame.personality = pointer(assembler, node);
  }),
  '.cfi_lsda': inside(2, (frame, assembler, node) => {
    frame.lsda = pointer(assembler, node);
  }),
  '.cfi_signal_frame': inside(0, (frame) => {
    frame.signal = true;
  }),
  '.cfi_return_column': inside(1, (frame, assembler, node) => {
    frame.returnColumn = register(assembler, node, 0);
  }),
  '.cfi_def_cfa': instruction(2, (frame, assembler, node) => {
    frame.cfaOffset = offset(assembler, node, 1);
    defineAddress(frame, register(assembler, node, 0));
  }),
  '.cfi_def_cfa_register': instruction(1, (frame, assembler, node) => {
    frame.code.push(CFA.defRegister, ...uleb(register(assembler, node, 0)));
  }),
  '.cfi_def_cfa_offset': instruction(1, (frame, assembler, node) => {
    defineOffset(frame, offset(assembler, node, 0));
  }),
  '.cfi_adjust_cfa_offset': instruction(1, (frame, assembler, node) => {
    defineOffset(frame, frame.cfaOffset + offset(assembler, node, 0));
  }),
  '.cfi_offset': instruction(2, (frame, assembler, node) => {
    saved(frame, register(assembler, node, 0), offset(assembler, node, 1), node);
  }),
  '.cfi_rel_offset': instruction(2, (frame, assembler, node) => {
    saved(frame, register(assembler, node, 0), offset(assembler, node, 1) - frame.cfaOffset, node);
  }),
  '.cfi_val_offset': instruction(2, (frame, assembler, node) => {
    const [number, factored] = [register(assembler, node, 0), factor(offset(assembler, node, 1), node)];
    if (factored < 0) frame.code.push(CFA.valOffsetSigned, ...uleb(number), ...sleb(factored));
    else frame.code.push(CFA.valOffset, ...uleb(number), ...uleb(factored));
  }),
  '.cfi_register': instruction(2, (frame, assembler, node) => {
    frame.code.push(CFA.register, ...uleb(register(assembler, node, 0)), ...uleb(register(assembler, node, 1)));
  }),
  '.cfi_restore': instruction(null, (frame, assembler, node) => {
    for (const number of registers(assembler, node)) {
      if (number < 64) frame.code.push(CFA.restore + number);
      else frame.code.push(CFA.restoreExtended, ...uleb(number));
    }
  }),
  '.cfi_undefined': instruction(null, (frame, assembler, node) => {
    for (const number of registers(assembler, node)) frame.code.push(CFA.undefined, ...uleb(number));
  }),
  '.cfi_same_value': instruction(1, (frame, assembler, node) => {
    frame.code.push(CFA.sameValue, ...uleb(register(assembler, node, 0)));
  }),
  '.cfi_remember_state': instruction(0, (frame) => {
    frame.remembered.push(frame.cfaOffset);
    append(frame, CFA.rememberState);
  }),
  '.cfi_restore_state': instruction(0, (frame, _assembler, node) => {
    const before = frame.remembered.pop();
    if (before === undefined) throw new Complaint(node, 'CFI state restore without previous remember');
    frame.cfaOffset = before;
    frame.code.push(CFA.restoreState);
  }),
  '.cfi_window_save': instruction(0, (frame) => frame.code.push(CFA.windowSave)),
  '.cfi_escape': instruction(null, rawBytes),
  '.cfi_label': instruction(1, label),
  '.cfi_val_encoded_addr': instruction(3, encodedAddress),
};

/** A directive that needs a frame. At most `count` arguments; null for any number. */
function inside(count: number | null, run: FrameDirective): Directive {
  return (assembler, node) => {
    if (count !== null) atMost(node, count);
    const frame = assembler.frames.openIn(assembler.subsection);
    if (frame === null) throw new Complaint(node, 'CFI instruction used without previous .cfi_startproc');
    run(frame, assembler, node);
  };
}

/** One that says something from the current place on. */
function instruction(count: number | null, run: FrameDirective): Directive {
  return inside(count, (frame, assembler, node) => {
    const here = assembler.here();
    if (!isSamePlace(assembler.subsection.fragments, frame.reached.location!, here.location!)) {
      append(frame, { kind: 'advance', from: frame.reached, to: here });
      frame.reached = here;
    }
    run(frame, assembler, node);
  });
}

/** Is there nothing between two places? Empty fragments come from changes of the section. */
function isSamePlace(fragments: readonly Fragment[], from: Location, to: Location): boolean {
  let { fragment, offset } = from;
  while (fragment !== to.fragment) {
    if (fragment.tail !== null || offset !== fragment.size) return false;
    fragment = fragments[fragment.order + 1]!;
    offset = 0;
  }
  return offset === to.offset;
}

/** Adds what ends the part that other frames may share. */
function append(frame: Frame, ...parts: FramePart[]): void {
  if (frame.initial < 0) frame.initial = frame.code.length;
  frame.code.push(...parts);
}

function startProcedure(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 1);
  const { frames, subsection } = assembler;
  if (frames.openIn(subsection) !== null)
    throw new Complaint(node, 'previous CFI entry not closed (missing .cfi_endproc)');
  const [word] = node.arguments;
  const simple = word !== undefined && word.kind !== 'empty';
  if (simple && textOf(word) !== 'simple') throw new Complaint(word, `.cfi_startproc takes only 'simple'`);
  const start = assembler.here();
  const frame: Frame = {
    start,
    end: null,
    span: node,
    code: [],
    initial: -1,
    returnColumn: RETURN_COLUMN,
    signal: false,
    personality: null,
    lsda: null,
    reached: start,
    cfaOffset: 0,
    remembered: [],
  };
  frames.begin(subsection, frame);
  if (simple) return;
  // On entry, rsp points at the return address.
  frame.cfaOffset = 8;
  defineAddress(frame, frameRegisters.get('rsp')!);
  saved(frame, RETURN_COLUMN, -8, node);
}

function endProcedure(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 0);
  const { frames, subsection } = assembler;
  if (frames.openIn(subsection) === null)
    throw new Complaint(node, '.cfi_endproc without corresponding .cfi_startproc');
  frames.end(subsection, assembler.here());
}

/** `.cfi_sections .eh_frame, .debug_frame` */
function sections({ frames }: Assembler, node: DirectiveNode): void {
  const chosen = new Set<string>();
  for (const argument of node.arguments) {
    const name = textOf(argument);
    if (name !== '.eh_frame' && name !== '.debug_frame')
      throw new Complaint(argument, '.cfi_sections takes .eh_frame and .debug_frame');
    chosen.add(name);
  }
  const { sections: known, all } = frames;
  const changed =
    all.length > 0 && (known === null || known.size !== chosen.size || [...chosen].some((name) => !known.has(name)));
  if (changed && known !== null) throw new Complaint(node, 'inconsistent uses of .cfi_sections');
  frames.sections = chosen;
}

/** `encoding, value`; nothing behind encoding 0xff. */
function pointer(assembler: Assembler, node: DirectiveNode): FramePointer | null {
  const encoding = Number(numberAt(assembler, node, 0, null));
  if (encoding === POINTER.omit) {
    atMost(node, 1);
    return null;
  }
  if (encoding < 0 || encoding > 0xff || pointerSize(encoding) === null)
    throw new Complaint(node, `invalid or unsupported encoding in ${node.name}`);
  const value = expressionAt(node, 1);
  if (value === null) throw new Complaint(node, `${node.name} requires encoding and symbol arguments`);
  return { encoding, field: assembler.field(value) };
}

/** A register: `%rbp`, `rbp`, or its number. */
function register(assembler: Assembler, node: DirectiveNode, index: number): number {
  const argument = node.arguments[index];
  const name = argument?.kind === 'tag' || argument?.kind === 'symbol' ? argument.name.toLowerCase() : null;
  const known = name === null ? undefined : frameRegisters.get(name);
  if (known !== undefined) return known;
  if (argument === undefined || argument.kind === 'empty' || argument.kind === 'tag')
    throw new Complaint(argument ?? node, 'bad register expression', 'a name such as %rbp, or its number in DWARF');
  const number = numberAt(assembler, node, index, null);
  if (number < 0n || number > 0xffffffffn) throw new Complaint(argument, 'bad register expression');
  return Number(number);
}

function registers(assembler: Assembler, node: DirectiveNode): number[] {
  return Array.from({ length: Math.max(1, node.arguments.length) }, (_, i) => register(assembler, node, i));
}

/** A distance in bytes. */
function offset(assembler: Assembler, node: DirectiveNode, index: number): number {
  return Number(BigInt.asIntN(32, numberAt(assembler, node, index, null)));
}

function defineAddress({ code, cfaOffset }: Frame, number: number): void {
  if (cfaOffset < 0) code.push(CFA.defSigned, ...uleb(number), ...sleb(Math.trunc(cfaOffset / DATA_ALIGNMENT)));
  else code.push(CFA.def, ...uleb(number), ...uleb(cfaOffset));
}

function defineOffset(frame: Frame, value: number): void {
  frame.cfaOffset = value;
  if (value < 0) frame.code.push(CFA.defOffsetSigned, ...sleb(Math.trunc(value / DATA_ALIGNMENT)));
  else frame.code.push(CFA.defOffset, ...uleb(value));
}

/** A register that stands in memory, `distance` bytes from the canonical frame address. */
function saved({ code }: Frame, number: number, distance: number, node: DirectiveNode): void {
  const factored = factor(distance, node);
  if (factored < 0) code.push(CFA.offsetExtendedSigned, ...uleb(number), ...sleb(factored));
  else if (number < 64) code.push(CFA.offset + number, ...uleb(factored));
  else code.push(CFA.offsetExtended, ...uleb(number), ...uleb(factored));
}

function factor(distance: number, node: DirectiveNode): number {
  if (distance % DATA_ALIGNMENT !== 0) throw new Complaint(node, 'register save offset not a multiple of 8');
  return distance / DATA_ALIGNMENT;
}

function rawBytes(frame: Frame, assembler: Assembler, node: DirectiveNode): void {
  append(frame);
  for (const argument of node.arguments) {
    const field = assembler.field(asExpression(argument, node));
    if (field.value.op === 'constant') frame.code.push(Number(field.value.value & 0xffn));
    else frame.code.push({ kind: 'field', size: 1, field, relative: false });
  }
}

function label(frame: Frame, assembler: Assembler, node: DirectiveNode): void {
  const name = textOf(node.arguments[0]);
  if (name === null) throw new Complaint(node, '.cfi_label expects a name');
  append(frame, { kind: 'label', symbol: assembler.symbols.named(name) });
}

/** `.cfi_val_encoded_addr register, encoding, value`: the register's value is an address, as a DWARF expression. */
function encodedAddress(frame: Frame, assembler: Assembler, node: DirectiveNode): void {
  const number = register(assembler, node, 0);
  const encoding = Number(numberAt(assembler, node, 1, null));
  const size = pointerSize(encoding);
  const value = expressionAt(node, 2);
  if (size === null || value === null) throw new Complaint(node, `invalid or unsupported encoding in ${node.name}`);
  // DW_OP_addr, or DW_OP_GNU_encoded_addr with the encoding behind it.
  const operation = encoding === 0 ? [1 + size, 0x03] : [2 + size, 0xf1, encoding];
  const relative = (encoding & 0x70) === POINTER.relative;
  const field = assembler.field(value);
  append(frame, CFA.valExpression, ...uleb(number), ...operation, { kind: 'field', size, field, relative });
}

function uleb(value: number): number[] {
  return value < 128 ? [value] : lebBytes(BigInt(value), false);
}

function sleb(value: number): number[] {
  return lebBytes(BigInt(value), true);
}
