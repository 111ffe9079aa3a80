/** A part of an image that is loaded with one set of rights. */
export interface Segment {
  /** `.text`, `.data`, ...: the section that it comes from or starts with. */
  readonly name: string;
  /** Virtual address of the first byte. */
  readonly address: bigint;
  /** Content; bytes up to `memoryBytes` are zero. */
  readonly bytes: Uint8Array;
  readonly memoryBytes: number;
  readonly read: boolean;
  readonly write: boolean;
  readonly execute: boolean;
}

/** What every thread gets a copy of: content, then zeros. */
export interface ThreadLocalStorage {
  /** Virtual address of the content. */
  readonly address: bigint;
  /** In bytes. */
  readonly contentBytes: number;
  readonly memoryBytes: number;
  readonly alignment: number;
}

export interface ImageSymbol {
  readonly name: string;
  readonly address: bigint;
  readonly size: number;
  readonly section: string;
  readonly global: boolean;
  readonly kind: 'function' | 'object' | 'none';
}

/** Code from `address` on comes from this source line (1-based); line 0: nothing is known of what follows. */
export interface SourceLine {
  readonly address: bigint;
  readonly file: string;
  readonly line: number;
  /** The line itself; empty where it is not at hand. */
  readonly text: string;
}

/** A field of a program that holds one of its addresses, or (`sign` -1) a distance to an address outside of it. */
export interface ImageRelocation {
  /** Virtual address of the field. */
  readonly address: bigint;
  readonly bytes: 1 | 2 | 4 | 8;
  /** It is sign-extended when it is used. */
  readonly signed: boolean;
  readonly sign: 1 | -1;
}

/** A section for debuggers, which is in the file but not in memory. Offsets in it count from 0. */
export interface DebugSection {
  readonly name: string;
  /** ELF sh_flags. */
  readonly flags: number;
  readonly alignment: number;
  readonly entsize: number;
  readonly bytes: Uint8Array;
}

/** A program ready to be loaded: what the assembler's link step or an ELF file gives. Sorted by address throughout. */
export interface Image {
  /** Name for messages: the file it comes from. */
  readonly name: string;
  readonly entry: bigint;
  readonly segments: readonly Segment[];
  /** Where the heap begins; absent: behind the last segment. */
  readonly heapStart?: bigint;
  /** Absent: none, or not known. Programs find it in their program headers. */
  readonly threadLocal?: ThreadLocalStorage;
  /** Fields to rewrite when the program is loaded elsewhere; absent: not known. */
  readonly relocations?: readonly ImageRelocation[];
  readonly symbols: readonly ImageSymbol[];
  readonly lines: readonly SourceLine[];
  /** Sections with address and size, for maps and listings. */
  readonly sections: readonly { name: string; address: bigint; size: number }[];
  /** What the program's file has for debuggers; absent: nothing. */
  readonly debug?: readonly DebugSection[];
}
