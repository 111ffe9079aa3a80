import { type Design, pageShiftOf, type UnpagedDesign } from '../mmu/design.js';

const UNPAGED: Readonly<Record<string, string>> = {
  relocation: 'static relocation',
  base: 'base register',
  'base-bounds': 'base and bounds',
  segments: 'segment registers',
};

/** `32 bytes`, `1 KiB`: a page. */
function pageInWords(bytes: number): string {
  return bytes % 1024 === 0 ? `${bytes / 1024} KiB` : `${bytes} bytes`;
}

/** A design as the title of a report names it: `x86-64`, `tables 10/10 of 4-byte entries, pages of 4 KiB, 32-bit addresses`. */
export function designInWords(design: Design): string {
  if (design.kind === 'physical') return `physical addresses of ${design.virtualBits} bits`;
  const unpaged = UNPAGED[design.kind];
  if (unpaged !== undefined) return `${unpaged}, ${(design as UnpagedDesign).virtualBits}-bit addresses`;
  if (design.kind !== 'paged') return design.kind;
  const { indexBits, entry, virtualBits } = design;
  const bytes = `${entry.bytes}-byte entries`;
  const table =
    indexBits.length === 1
      ? `one table of ${2 ** indexBits[0]!} ${bytes}`
      : `tables ${indexBits.join('/')} of ${bytes}`;
  return `${table}, pages of ${pageInWords(2 ** pageShiftOf(design))}, ${virtualBits}-bit addresses`;
}
