import { SEGMENTS } from '../memory/layout.js';
import {
  type Design,
  type EntryLayout,
  type PagedDesign,
  pageShiftOf,
  type SegmentsDesign,
  type UnpagedDesign,
} from './design.js';

/** Pages of 16 bytes hold any access in two of them; larger ones than 4 KiB are no unit of the machine's memory. */
export const LEAST_PAGE_SHIFT = 4;
export const MOST_PAGE_SHIFT = 12;
export const MOST_VIRTUAL_BITS = 57;
export const MOST_PHYSICAL_BITS = 52;
/** The narrowest physical addresses of an x86-64 processor (Intel SDM vol. 3, 4.1.4). */
const LEAST_MAXPHYADDR = 32;
/** A table has at most 2^20 entries. */
const MOST_INDEX_BITS = 20;
const MOST_LEVELS = 8;
const MOST_FRAME_BITS = 48;
const LEAST_SPACE_BITS = 8;
const LEAST_RAM_BITS = 15;
const MOST_REGISTER_BITS = 32;
const MOST_SELECTOR_BITS = Math.log2(SEGMENTS);

/** What is wrong with a design, as a sentence without its period; null when it can be built. */
export function designProblem(design: Design): string | null {
  if (design.kind === 'paged') return pagedProblem(design);
  if (design.kind !== 'x86-64') return registersProblem(design);
  if (design.physicalBits === null) return null;
  return widthProblem('physical', design.physicalBits, LEAST_MAXPHYADDR, MOST_PHYSICAL_BITS);
}

/** Registers hold 32 bits, and RAM has at most 2^31 bytes. A space of 256 bytes holds a program and a stack. */
function registersProblem(design: UnpagedDesign | SegmentsDesign): string | null {
  const { virtualBits, physicalBits } = design;
  const width =
    widthProblem('virtual', virtualBits, LEAST_SPACE_BITS, MOST_REGISTER_BITS) ??
    widthProblem('physical', physicalBits, LEAST_RAM_BITS, MOST_REGISTER_BITS);
  if (width !== null || design.kind !== 'segments') return width;
  const { selectorBits } = design;
  if (!Number.isInteger(selectorBits) || selectorBits < 1 || selectorBits > MOST_SELECTOR_BITS)
    return `1 to ${MOST_SELECTOR_BITS} top bits choose a segment, not ${selectorBits}`;
  if (virtualBits - selectorBits < LEAST_SPACE_BITS - MOST_SELECTOR_BITS)
    return `${virtualBits}-bit addresses with ${selectorBits} bits of segment number leave ${virtualBits - selectorBits} for the offset`;
  return null;
}

function pagedProblem(design: PagedDesign): string | null {
  const { virtualBits, physicalBits, indexBits, entry } = design;
  const range = widthProblem('virtual', virtualBits, LEAST_PAGE_SHIFT + 1, MOST_VIRTUAL_BITS);
  if (range !== null) return range;
  if (indexBits.length === 0 || indexBits.length > MOST_LEVELS)
    return `there must be 1 to ${MOST_LEVELS} levels of tables, not ${indexBits.length}`;
  const single = indexBits.length === 1 ? indexBits[0]! : 0;
  if (single > MOST_INDEX_BITS && virtualBits > single)
    return `${virtualBits}-bit addresses and ${virtualBits - single} bits of offset leave an index of ${single} bits, and one table has at most 2^${MOST_INDEX_BITS} entries: narrower addresses (--va-bits), larger pages (--page-size), or a tree of tables (radix)`;
  const bad = indexBits.find((bits) => !Number.isInteger(bits) || bits < 1 || bits > MOST_INDEX_BITS);
  if (bad !== undefined) return `an index has 1 to ${MOST_INDEX_BITS} bits, not ${bad}`;
  const shift = pageShiftOf(design);
  if (shift < LEAST_PAGE_SHIFT || shift > MOST_PAGE_SHIFT) {
    const sum = indexBits.reduce((a, b) => a + b, 0);
    const left = shift < 0 ? `leave none of ${virtualBits}` : `leave ${shift} of ${virtualBits}`;
    return `${indexBits.join(' + ')}${indexBits.length > 1 ? ` = ${sum}` : ''} index bits ${left} for the offset; pages have 16 to 4096 bytes: 4 to 12 bits`;
  }
  return (
    widthProblem('physical', physicalBits, shift + 1, MOST_PHYSICAL_BITS) ??
    layoutProblem(entry) ??
    frameProblem(physicalBits, shift, entry)
  );
}

function widthProblem(kind: string, bits: number, least: number, most: number): string | null {
  if (Number.isInteger(bits) && bits >= least && bits <= most) return null;
  return `${kind} addresses have ${least} to ${most} bits, not ${bits}`;
}

function frameProblem(physicalBits: number, shift: number, { frame, bytes }: EntryLayout): string | null {
  const needed = physicalBits - shift;
  if (needed <= frame.bits) return null;
  return `${physicalBits}-bit physical addresses have ${needed} bits of frame number, the entry of ${bytes} ${bytes === 1 ? 'byte' : 'bytes'} has room for ${frame.bits}: at most ${frame.bits} + ${shift} = ${frame.bits + shift} bits`;
}

/** What is wrong with the layout of an entry; null when it is good. */
export function layoutProblem(layout: EntryLayout): string | null {
  const { bytes, frame } = layout;
  if (![1, 2, 4, 8].includes(bytes)) return `an entry has 1, 2, 4 or 8 bytes, not ${bytes}`;
  const width = 8 * bytes;
  if (!Number.isInteger(frame.bits) || frame.bits < 1 || frame.bits > MOST_FRAME_BITS)
    return `a frame number has 1 to ${MOST_FRAME_BITS} bits, not ${frame.bits}`;
  if (!Number.isInteger(frame.low) || frame.low < 0 || frame.low + frame.bits > width)
    return `the frame number at bits ${frame.low + frame.bits - 1}:${frame.low} does not fit an entry of ${width} bits`;
  if (layout.execute !== null && layout.noExecute !== null) return 'an entry has an execute bit or a no-execute bit';
  const taken = new Map<number, string>();
  for (let bit = frame.low; bit < frame.low + frame.bits; bit++) taken.set(bit, 'the frame number');
  for (const name of ['valid', 'write', 'user', 'execute', 'noExecute', 'accessed', 'dirty'] as const) {
    const bit = layout[name];
    if (bit === null) continue;
    if (!Number.isInteger(bit) || bit < 0 || bit >= width)
      return `${name}: an entry of ${width} bits has no bit ${bit}`;
    const other = taken.get(bit);
    if (other !== undefined) return `bit ${bit} of an entry is both ${other} and ${name}`;
    taken.set(bit, name);
  }
  return null;
}
