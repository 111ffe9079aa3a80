import type { ObjectFile, ObjectSection } from '../object.js';

/** A section of an input file on its way to the output. */
export interface InputSection {
  readonly object: ObjectFile;
  /** Index of the object in the link, and of the section in the object. */
  readonly objectIndex: number;
  readonly index: number;
  readonly section: ObjectSection;
  /** Its part of the output, a copy that relocations change; strings that were merged away are gone from it. */
  bytes: Uint8Array;
  /** In bytes; larger than `bytes` when the section has no content. */
  size: number;
  /** For a merged section: where the piece at an offset of the original section went. */
  merged: ((offset: number) => MergedPlace) | null;
  output: OutputSection | null;
  /** Offset in the output section, once the layout is made. */
  offset: number;
}

export interface MergedPlace {
  readonly input: InputSection;
  readonly offset: number;
}

export interface OutputSection {
  readonly name: string;
  readonly inputs: InputSection[];
  address: number;
  size: number;
  /** In bytes. */
  alignment: number;
  /** ELF sh_flags: those of all inputs together. */
  flags: number;
  /** No input has content. */
  nobits: boolean;
}

export function outputSection(name: string): OutputSection {
  return { name, inputs: [], address: 0, size: 0, alignment: 1, flags: 0, nobits: true };
}

/** Rounds up to a multiple of `alignment`, a power of two; exact below 2^53. */
export function alignUp(value: number, alignment: number): number {
  return alignment <= 1 ? value : Math.ceil(value / alignment) * alignment;
}

/** Virtual address of the place `offset` bytes into an input section as it was in its file. */
export function addressIn(input: InputSection, offset: number): number {
  const place = input.merged === null ? { input, offset } : input.merged(offset);
  return (place.input.output?.address ?? 0) + place.input.offset + place.offset;
}
