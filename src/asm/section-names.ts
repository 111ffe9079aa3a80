import { SECTION_FLAG, SECTION_TYPE } from './object.js';
import type { SectionAttributes } from './sections.js';

const { alloc, write, execute, tls } = SECTION_FLAG;

/** Sections that have attributes by their name, as `.section NAME` alone gives them (binutils 2.40). */
const special: readonly (readonly [name: string, type: keyof typeof SECTION_TYPE, flags: number])[] = [
  ['.text', 'progbits', alloc | execute],
  ['.init', 'progbits', alloc | execute],
  ['.fini', 'progbits', alloc | execute],
  ['.plt', 'progbits', alloc | execute],
  ['.data', 'progbits', alloc | write],
  ['.data1', 'progbits', alloc | write],
  ['.got', 'progbits', alloc | write],
  ['.persistent', 'progbits', alloc | write],
  ['.noinit', 'nobits', alloc | write],
  ['.rodata', 'progbits', alloc],
  ['.rodata1', 'progbits', alloc],
  ['.bss', 'nobits', alloc | write],
  ['.gnu.linkonce.b', 'nobits', alloc | write],
  ['.tdata', 'progbits', alloc | write | tls],
  ['.tbss', 'nobits', alloc | write | tls],
  ['.init_array', 'initArray', alloc | write],
  ['.fini_array', 'finiArray', alloc | write],
  ['.preinit_array', 'preinitArray', alloc | write],
  ['.note', 'note', 0],
];

/** Names whose variants (`.text.startup`) have the same attributes. */
const families = new Set(
  '.text .data .rodata .bss .gnu.linkonce.b .tdata .tbss .init_array .fini_array .preinit_array .note'.split(' '),
);

/** The names themselves, without their variants. */
export const standardNames: ReadonlySet<string> = new Set(special.map(([name]) => name));

/** The entry of the table for a section, if its name means something. */
function entryOf(name: string): (typeof special)[number] | undefined {
  if (name === '.note.GNU-stack') return undefined;
  return special.find(([known]) => name === known || (families.has(known) && name.startsWith(`${known}.`)));
}

/** True for a section whose attributes follow from its name. */
export function isStandard(name: string): boolean {
  return entryOf(name) !== undefined;
}

/** Type and flags of a section that is named without any. */
export function standardSection(name: string): SectionAttributes {
  const [, type, flags] = entryOf(name) ?? ['', 'progbits', 0];
  return { type: SECTION_TYPE[type], flags, entsize: type.endsWith('Array') ? 8 : 0 };
}
