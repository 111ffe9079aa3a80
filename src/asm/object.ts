/**
 * A relocatable object: what the assembler makes of one source file, and what the linker takes. It says what an ELF64 object file
 * (System V ABI, chapter 4; AMD64 supplement 4.4) says, as values.
 */
export interface ObjectFile {
  /** Name for messages: the source file, or the .o file it was read from. */
  readonly name: string;
  readonly sections: readonly ObjectSection[];
  /** Locals first, then globals, as ELF wants them; a section that relocations refer to has a symbol of type `section`. */
  readonly symbols: readonly ObjectSymbol[];
  /** By section, then by offset. */
  readonly relocations: readonly Relocation[];
  /** By section, then by offset; empty when nothing is known. */
  readonly lines: readonly LineEntry[];
  /** Which line of the assembly source put what is at an offset, in all sections; absent when the object does not come from source. */
  readonly origins?: readonly LineEntry[];
  /** Absent: none. */
  readonly groups?: readonly SectionGroup[];
  /** The source text by file name, as far as it is at hand. */
  readonly sources: ReadonlyMap<string, string>;
}

/** ELF sh_type of the sections that are kept (AMD64 supplement 4.2 adds unwind). */
export const SECTION_TYPE = {
  progbits: 1,
  note: 7,
  nobits: 8,
  initArray: 14,
  finiArray: 15,
  preinitArray: 16,
  unwind: 0x70000001,
} as const;

/** ELF sh_flags bits. */
export const SECTION_FLAG = {
  write: 0x1,
  alloc: 0x2,
  execute: 0x4,
  merge: 0x10,
  strings: 0x20,
  infoLink: 0x40,
  linkOrder: 0x80,
  group: 0x200,
  tls: 0x400,
  compressed: 0x800,
  retain: 0x200000,
  exclude: 0x80000000,
} as const;

export interface ObjectSection {
  readonly name: string;
  /** ELF sh_type. */
  readonly type: number;
  /** ELF sh_flags, as an unsigned number. */
  readonly flags: number;
  /** In bytes, a power of two. */
  readonly alignment: number;
  /** Size of one entry of a mergeable section, else 0. */
  readonly entsize: number;
  /** Content; empty for `nobits`. */
  readonly bytes: Uint8Array;
  /** In bytes; that of `bytes` except for `nobits`. */
  readonly size: number;
}

/** Sections that stay or go together (System V ABI, chapter 4, "Section Groups"). */
export interface SectionGroup {
  readonly signature: string;
  /** GRP_COMDAT: of several groups with one signature in a link, the first is kept. */
  readonly comdat: boolean;
  /** Indices into `sections`. */
  readonly sections: readonly number[];
}

export type SymbolBinding = 'local' | 'global' | 'weak';
export type SymbolType = 'none' | 'object' | 'function' | 'section' | 'file' | 'common' | 'tls' | 'ifunc';
export type SymbolVisibility = 'default' | 'internal' | 'hidden' | 'protected';

/** Where a symbol lives: an index into `sections`, nowhere yet, a plain number, or common storage that the linker allocates. */
export type SymbolPlace = number | 'undefined' | 'absolute' | 'common';

export interface ObjectSymbol {
  readonly name: string;
  readonly binding: SymbolBinding;
  readonly type: SymbolType;
  readonly visibility: SymbolVisibility;
  readonly section: SymbolPlace;
  /** Offset in the section; the number itself when absolute; the alignment in bytes when common. */
  readonly value: bigint;
  /** In bytes. */
  readonly size: bigint;
}

/** ELF R_X86_64_* numbers (AMD64 supplement 4.4.1). */
export const RELOCATION = {
  none: 0,
  abs64: 1,
  pc32: 2,
  got32: 3,
  plt32: 4,
  gotpcrel: 9,
  abs32: 10,
  abs32s: 11,
  abs16: 12,
  pc16: 13,
  abs8: 14,
  pc8: 15,
  dtpoff64: 17,
  tlsgd: 19,
  tlsld: 20,
  dtpoff32: 21,
  gottpoff: 22,
  tpoff32: 23,
  pc64: 24,
  gotoff64: 25,
  gotpc32: 26,
  size32: 32,
  size64: 33,
  gotpcrelx: 41,
  rexGotpcrelx: 42,
} as const;

export interface Relocation {
  /** The section that is changed: an index into `sections`. */
  readonly section: number;
  /** Of the field, in the section. */
  readonly offset: number;
  /** A value of `RELOCATION`. */
  readonly type: number;
  /** An index into `symbols`, or -1 when the relocation refers to no symbol (*ABS*). */
  readonly symbol: number;
  readonly addend: bigint;
}

/** Code from `offset` of `section` on comes from this source line (1-based); line 0: nothing is known of what follows. */
export interface LineEntry {
  readonly section: number;
  readonly offset: number;
  readonly file: string;
  readonly line: number;
}
