import type { FieldValue } from './sections.js';
import type { AsmSymbol } from './symbols.js';
import type { Span } from './syntax.js';

/**
 * What the `.cfi_*` directives say about one function: how an unwinder finds the caller's registers at each of its instructions. The bytes are
 * call frame instructions (DWARF 5, 6.4.2); what depends on addresses stands between them.
 */
export interface Frame {
  readonly start: AsmSymbol;
  end: AsmSymbol | null;
  /** Of its `.cfi_startproc`. */
  readonly span: Span;
  readonly code: FramePart[];
  /** How many parts come before the first advance, remembered state or raw bytes: frames may share them. -1 as long as none came. */
  initial: number;
  /** Number of the register that holds the return address. */
  returnColumn: number;
  signal: boolean;
  personality: FramePointer | null;
  lsda: FramePointer | null;
  /** Where the instructions so far have led, of the canonical frame address the offset, and the offsets of remembered states, in bytes. */
  reached: AsmSymbol;
  cfaOffset: number;
  readonly remembered: number[];
}

/** A byte, or what becomes bytes when addresses are known. */
export type FramePart = number | FrameAdvance | FrameField | FrameLabel;

export interface FrameAdvance {
  readonly kind: 'advance';
  readonly from: AsmSymbol;
  readonly to: AsmSymbol;
}

export interface FrameField {
  readonly kind: 'field';
  readonly size: 1 | 2 | 4 | 8;
  readonly field: FieldValue;
  /** Relative to the field itself. */
  readonly relative: boolean;
}

/** `.cfi_label` */
export interface FrameLabel {
  readonly kind: 'label';
  readonly symbol: AsmSymbol;
}

/** A pointer with its encoding, of which the low bits say the size and 0x70 what it counts from (LSB core, "DWARF Extensions"). */
export interface FramePointer {
  readonly encoding: number;
  readonly field: FieldValue;
}

export const POINTER = { omit: 0xff, relative: 0x10, indirect: 0x80 } as const;

/** Bytes of a pointer with an encoding; null where it is none that GNU as takes. */
export function pointerSize(encoding: number): 2 | 4 | 8 | null {
  const base = encoding & 0x70;
  if (base !== 0 && base !== POINTER.relative) return null;
  return ([8, null, 2, 4, 8] as const)[encoding & 7] ?? null;
}

/** Opcodes of call frame instructions; the first three hold a number of 6 bits themselves. */
export const CFA = {
  advance: 0x40,
  offset: 0x80,
  restore: 0xc0,
  nop: 0x00,
  advance1: 0x02,
  advance2: 0x03,
  advance4: 0x04,
  offsetExtended: 0x05,
  restoreExtended: 0x06,
  undefined: 0x07,
  sameValue: 0x08,
  register: 0x09,
  rememberState: 0x0a,
  restoreState: 0x0b,
  def: 0x0c,
  defRegister: 0x0d,
  defOffset: 0x0e,
  offsetExtendedSigned: 0x11,
  defSigned: 0x12,
  defOffsetSigned: 0x13,
  valOffset: 0x14,
  valOffsetSigned: 0x15,
  valExpression: 0x16,
  windowSave: 0x2d,
} as const;

/** Factors that offsets and register numbers are counted with on x86-64 (AMD64 supplement, 3.6.2 and 3.7). */
export const DATA_ALIGNMENT = -8;
export const RETURN_COLUMN = 16;

/** The frames of one source. */
export class Frames {
  readonly all: Frame[] = [];
  /** Where they are written to; null: nothing was said, they go to .eh_frame. */
  sections: ReadonlySet<string> | null = null;
  /** The open one of each subsection. */
  readonly #open = new Map<object, Frame>();

  openIn(subsection: object): Frame | null {
    return this.#open.get(subsection) ?? null;
  }

  begin(subsection: object, frame: Frame): void {
    this.all.push(frame);
    this.#open.set(subsection, frame);
  }

  end(subsection: object, symbol: AsmSymbol): void {
    this.#open.get(subsection)!.end = symbol;
    this.#open.delete(subsection);
  }
}

const names = (list: string, first: number) => list.split(' ').map((name, i) => [name, first + i] as const);
const series = (name: string, first: number, from: number, count: number) =>
  Array.from({ length: count }, (_, i) => [`${name}${from + i}`, first + i] as const);

/** Numbers of the registers by their names without % (AMD64 supplement, 3.6.2). */
export const frameRegisters: ReadonlyMap<string, number> = new Map([
  ...names('rax rdx rcx rbx rsi rdi rbp rsp', 0),
  ...series('r', 8, 8, 8),
  ['rip', 16],
  ...series('xmm', 17, 0, 16),
  ...series('st', 33, 0, 8),
  ['st', 33],
  ...series('mm', 41, 0, 8),
  ['rflags', 49],
  ...names('eflags es cs ss ds fs gs', 49),
  ...names('fs.base gs.base', 58),
  ...names('tr ldtr mxcsr fcw fsw', 62),
  ...series('xmm', 67, 16, 16),
  ...series('k', 118, 0, 8),
]);
