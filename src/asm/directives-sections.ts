import type { Assembler } from './assembler.js';
import { Complaint } from './complaint.js';
import { atMost, type Directive, numberAt, textOf } from './directive.js';
import { littleEndian } from './directives-data.js';
import { SECTION_FLAG, SECTION_TYPE } from './object.js';
import { isStandard, standardNames as special, standardSection } from './section-names.js';
import { type GroupMembership, Section, type SectionAttributes } from './sections.js';
import type { Argument, DirectiveNode } from './syntax.js';

/** Directives that choose the section and move in it. */
export const sectionDirectives: Readonly<Record<string, Directive>> = {
  '.text': standard('.text'),
  '.data': standard('.data'),
  '.bss': standard('.bss'),
  '.section': (assembler, node) => assembler.switchTo(namedSection(assembler, node)),
  '.pushsection': (assembler, node) => {
    assembler.push();
    assembler.switchTo(namedSection(assembler, node), pushedSubsection(assembler, node));
  },
  '.popsection': (assembler, node) => {
    atMost(node, 0);
    assembler.pop(node);
  },
  '.previous': (assembler, node) => {
    atMost(node, 0);
    assembler.switchBack(node);
  },
  '.subsection': (assembler, node) => assembler.switchTo(assembler.current, subsection(assembler, node)),
  '.align': align((count, node) => bytesOfAlignment(count, node)),
  '.balign': align((count, node) => bytesOfAlignment(count, node)),
  '.balignw': align((count, node) => bytesOfAlignment(count, node), 2),
  '.balignl': align((count, node) => bytesOfAlignment(count, node), 4),
  '.p2align': align((count, node) => powerOfAlignment(count, node)),
  '.p2alignw': align((count, node) => powerOfAlignment(count, node), 2),
  '.p2alignl': align((count, node) => powerOfAlignment(count, node), 4),
  '.org': org,
};

function standard(name: string): Directive {
  return (assembler, node) => assembler.switchTo(assembler.section(name), subsection(assembler, node));
}

function subsection(assembler: Assembler, node: DirectiveNode): number {
  atMost(node, 1);
  const number = numberAt(assembler, node, 0, 0n);
  if (number < 0n || number > 8192n) throw new Complaint(node, 'a subsection has a number from 0 to 8192');
  return Number(number);
}

/** `.pushsection name, 1`: a subsection in place of the flags. */
function pushedSubsection(assembler: Assembler, node: DirectiveNode): number {
  return node.arguments[1]?.kind === 'number' ? Number(numberAt(assembler, node, 1, 0n)) : 0;
}

/** The section that `.section name, "flags", @type, entsize` means. */
function namedSection(assembler: Assembler, node: DirectiveNode): Section {
  const name = textOf(node.arguments[0]);
  if (name === null) throw new Complaint(node.nameSpan, `${node.name} expects a section name`);
  const flags = node.arguments[1];
  if (flags === undefined || flags.kind === 'number') return assembler.section(name);
  if (flags.kind !== 'strings') {
    throw new Complaint(flags, `the flags of a section are a string, as in ${node.name} ${name},"a"`);
  }
  const asked = attributes(assembler, node, name, textOf(flags)!, flags);
  const known = assembler.findSection(name, asked.group?.signature);
  if (known === undefined) return assembler.addSection(new Section(name, asked));
  compare(assembler, node, known, asked);
  return known;
}

const flagLetters: Readonly<Record<string, number>> = {
  a: SECTION_FLAG.alloc,
  w: SECTION_FLAG.write,
  x: SECTION_FLAG.execute,
  M: SECTION_FLAG.merge,
  S: SECTION_FLAG.strings,
  G: SECTION_FLAG.group,
  T: SECTION_FLAG.tls,
  e: SECTION_FLAG.exclude,
  R: SECTION_FLAG.retain,
  l: 0x10000000,
};

const typeNames: Readonly<Record<string, number>> = {
  progbits: SECTION_TYPE.progbits,
  nobits: SECTION_TYPE.nobits,
  note: SECTION_TYPE.note,
  init_array: SECTION_TYPE.initArray,
  fini_array: SECTION_TYPE.finiArray,
  preinit_array: SECTION_TYPE.preinitArray,
  unwind: SECTION_TYPE.unwind,
};

function attributes(
  assembler: Assembler,
  node: DirectiveNode,
  name: string,
  letters: string,
  span: Argument,
): SectionAttributes {
  const usual = standardSection(name);
  let flags = 0;
  for (const letter of letters.replaceAll('?', '')) {
    const flag = flagLetters[letter];
    if (flag === undefined)
      throw new Complaint(span, `unknown section flag '${letter}'; known are a, w, x, M, S, G, ?, T, e, R`);
    flags |= flag;
  }
  const standardName = isStandard(name);
  let type = sectionType(node.arguments[2], usual.type);
  if (standardName && type !== usual.type && usual.type !== SECTION_TYPE.progbits && usual.type !== SECTION_TYPE.note) {
    assembler.diagnostics.warning(span, `ignoring incorrect section type for ${name}`);
    type = usual.type;
  }
  if (special.has(name) && (flags & ~usual.flags & ~anywhere) !== 0 && assembler.findSection(name) === undefined) {
    assembler.diagnostics.warning(span, `setting incorrect section attributes for ${name}`);
  }
  const merge = (flags & SECTION_FLAG.merge) !== 0;
  let entsize = merge ? Number(numberAt(assembler, node, 3, 0n)) : entryOfArray(type);
  if (merge && entsize <= 0) {
    assembler.diagnostics.warning(span, 'entity size for SHF_MERGE not specified');
    flags &= ~SECTION_FLAG.merge;
    entsize = 0;
  }
  const group = groupOf(assembler, node, letters, span, merge ? 4 : 3);
  const grouped = group === null ? flags & ~SECTION_FLAG.group : flags | SECTION_FLAG.group;
  return { type, flags: grouped >>> 0, entsize, group };
}

/** `G`: the group that the argument at `index` names, perhaps with `comdat` behind it. `?`: the group of the current section. */
function groupOf(
  assembler: Assembler,
  node: DirectiveNode,
  letters: string,
  span: Argument,
  index: number,
): GroupMembership | null {
  const inherits = letters.includes('?');
  if (!letters.includes('G')) return inherits ? assembler.current.group : null;
  if (inherits) assembler.diagnostics.warning(span, '? section flag ignored with G present');
  const signature = textOf(node.arguments[index]);
  if (signature !== null) return { signature, comdat: textOf(node.arguments[index + 1]) === 'comdat' };
  assembler.diagnostics.warning(span, 'group name for SHF_GROUP not specified');
  return null;
}

/** Flags that any section may have besides its usual ones. */
const anywhere = SECTION_FLAG.group | SECTION_FLAG.exclude | SECTION_FLAG.retain;

/** Arrays of pointers have an entry size without saying so. */
function entryOfArray(type: number): number {
  const { initArray, finiArray, preinitArray } = SECTION_TYPE;
  return type === initArray || type === finiArray || type === preinitArray ? 8 : 0;
}

function sectionType(argument: Argument | undefined, usual: number): number {
  if (argument === undefined || argument.kind === 'empty') return usual;
  const name = argument.kind === 'tag' ? argument.name : textOf(argument);
  const type =
    name === null ? undefined : (typeNames[name.toLowerCase()] ?? (/^\d/.test(name) ? Number(name) : undefined));
  if (type !== undefined) return type;
  const known = Object.keys(typeNames).map((word) => `@${word}`);
  throw new Complaint(argument, `unrecognized section type '${name}'`, `known are ${known.join(', ')}`);
}

/** A second `.section` for the same name may say the same again. */
function compare(assembler: Assembler, node: DirectiveNode, known: Section, asked: SectionAttributes): void {
  const same =
    known.flags === asked.flags && (known.entsize === asked.entsize || (asked.flags & SECTION_FLAG.merge) === 0);
  if (same) return;
  if (!isStandard(known.name)) throw new Complaint(node, `changed section attributes for ${known.name}`);
  assembler.diagnostics.warning(node, `ignoring changed section attributes for ${known.name}`);
}

function align(bytesOf: (count: bigint, node: DirectiveNode) => number, fillSize = 1): Directive {
  return (assembler, node) => {
    atMost(node, 3);
    const alignment = bytesOf(numberAt(assembler, node, 0, 0n), node);
    const pattern = node.arguments[1];
    const filled = pattern !== undefined && pattern.kind !== 'empty';
    const value = filled ? numberAt(assembler, node, 1, 0n) : 0n;
    const most = Number(numberAt(assembler, node, 2, 0n));
    const { current } = assembler;
    current.alignment = Math.max(current.alignment, alignment);
    if (alignment === 1) return;
    // 0x90 asks for no-operation instructions too: longer ones are better.
    const nops = current.executable && (!filled || (fillSize === 1 && (value & 0xffn) === 0x90n));
    if (most >= alignment) assembler.emitTail({ kind: 'align', alignment, fill: unit(), most: 0, span: node });
    else assembler.emitTail({ kind: 'align', alignment, fill: unit(), most, span: node });
    function unit(): Uint8Array | null {
      return nops ? null : littleEndian(value, fillSize);
    }
  };
}

function bytesOfAlignment(count: bigint, node: DirectiveNode): number {
  if (count < 0n || (count & (count - 1n)) !== 0n) throw new Complaint(node, 'alignment not a power of 2');
  if (count > 0x80000000n) throw new Complaint(node, 'alignment too large');
  return count === 0n ? 1 : Number(count);
}

function powerOfAlignment(count: bigint, node: DirectiveNode): number {
  if (count < 0n || count > 31n) throw new Complaint(node, 'alignment too large: the power of two is at most 31');
  return 2 ** Number(count);
}

function org(assembler: Assembler, node: DirectiveNode): void {
  atMost(node, 2);
  const target = node.arguments[0];
  if (
    target === undefined ||
    target.kind === 'strings' ||
    target.kind === 'tag' ||
    target.kind === 'float' ||
    target.kind === 'empty'
  ) {
    throw new Complaint(node.nameSpan, '.org expects an offset');
  }
  const fill = Number(numberAt(assembler, node, 1, 0n) & 0xffn);
  assembler.emitTail({ kind: 'org', target: assembler.bind(target), fill, span: target });
}
