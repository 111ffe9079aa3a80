import { SECTION_FLAG } from '../object.js';
import { alignUp, type InputSection, type MergedPlace } from './sections.js';

/**
 * Merging of SHF_MERGE sections, in the order in which GNU ld does it, so that the bytes come out equal: equal constants become one; equal
 * strings become one; a string that is the tail of another lives inside it. Each piece stays in the section where it first appeared,
 * and the sections shrink.
 */
interface Piece {
  /** The characters, one code unit a byte, with the terminator. */
  readonly key: string;
  alignment: number;
  /** The section that it is written into. */
  home: InputSection;
  /** The longer string whose tail it is. */
  container: Piece | null;
  offset: number;
  /** A copy with a higher alignment replaced it. */
  dropped: boolean;
}

interface Group {
  readonly strings: boolean;
  readonly entsize: number;
  readonly alignment: number;
  readonly inputs: InputSection[];
}

/** Merges what can be merged among sections that go to the same output section; `relocated` says which sections have relocations. */
export function mergeSections(inputs: readonly InputSection[], relocated: (input: InputSection) => boolean): void {
  const groups: Group[] = [];
  for (const input of inputs) {
    if (!mergeable(input) || relocated(input)) continue;
    const { entsize, alignment, flags } = input.section;
    const strings = (flags & SECTION_FLAG.strings) !== 0;
    const same = (g: Group) => g.strings === strings && g.entsize === entsize && g.alignment === alignment;
    const group = groups.find(same);
    if (group) group.inputs.push(input);
    else groups.push({ strings, entsize, alignment, inputs: [input] });
  }
  for (const group of groups) mergeGroup(group);
}

/** Conditions that make ld leave a section alone although its flags ask for merging. */
function mergeable(input: InputSection): boolean {
  const { flags, entsize, alignment, bytes } = input.section;
  if ((flags & SECTION_FLAG.merge) === 0 || bytes.length === 0 || entsize === 0 || bytes.length % entsize !== 0)
    return false;
  const strings = (flags & SECTION_FLAG.strings) !== 0;
  if (entsize < alignment) return strings && (entsize & (entsize - 1)) === 0;
  if (entsize % alignment !== 0) return false;
  // The last string must end.
  return !strings || bytes.subarray(bytes.length - entsize).every((byte) => byte === 0);
}

function mergeGroup(group: Group): void {
  const table = new Map<string, Piece>();
  const order: Piece[] = [];
  for (const input of group.inputs) {
    const add = (start: number, end: number, alignment: number) => {
      const key = latin1(input.section.bytes, start, end);
      const known = table.get(key);
      if (known && known.alignment >= alignment) return;
      if (known) known.dropped = true;
      const piece: Piece = { key, alignment, home: input, container: null, offset: 0, dropped: false };
      table.set(key, piece);
      order.push(piece);
    };
    if (group.strings) splitStrings(input, group, add);
    else for (let at = 0; at < input.section.bytes.length; at += group.entsize) add(at, at + group.entsize, 1);
  }
  const pieces = order.filter((piece) => !piece.dropped);
  if (group.strings) shareTails(pieces, group);
  const sizes = assignOffsets(pieces);
  // Observed of ld 2.40: when all sections filled whole alignment units, the last one keeps doing so.
  const whole = group.inputs.every((input) => input.section.size % group.alignment === 0);
  const last = group.inputs.findLast((input) => sizes.has(input));
  for (const input of group.inputs) {
    const size = sizes.get(input) ?? 0;
    rebuild(input, pieces, whole && input === last ? alignUp(size, group.alignment) : size);
  }
  for (const input of group.inputs) input.merged = locator(input, group, table, order);
}

type AddPiece = (start: number, end: number, alignment: number) => void;

/** Cuts a string section into strings; runs of zeros between strings give one empty string, as in ld. */
function splitStrings(input: InputSection, { entsize, alignment }: Group, add: AddPiece): void {
  const bytes = input.section.bytes;
  const isZero = (at: number) => bytes.subarray(at, at + entsize).every((byte) => byte === 0);
  let emptyAdded = false;
  for (let at = 0; at < bytes.length; ) {
    let end = at;
    while (end < bytes.length && !isZero(end)) end += entsize;
    end += entsize;
    const natural = at === 0 ? alignment : Math.min(alignment, at & -at);
    add(at, end, natural);
    at = end;
    while (at < bytes.length && isZero(at)) {
      if (!emptyAdded && at % alignment === 0) {
        emptyAdded = true;
        add(at, at + entsize, alignment);
      }
      at += entsize;
    }
  }
}

/** Finds the strings that are tails of others: sorted by their reversed text, a tail stands directly before its container. */
function shareTails(pieces: readonly Piece[], { entsize }: Group): void {
  const alignments = new Set(pieces.map((piece) => piece.alignment));
  const [common = 1] = alignments;
  // Where all have the same alignment, only strings whose lengths agree in it can be tails of each other.
  const mask = alignments.size === 1 && common > entsize ? common - 1 : 0;
  const sorted = pieces
    .map((piece) => ({ piece, text: reverse(piece.key.slice(0, -entsize)) }))
    .sort((a, b) => (a.text.length & mask) - (b.text.length & mask) || (a.text < b.text ? -1 : 1));
  let container = sorted.at(-1)?.piece;
  for (let i = sorted.length - 2; i >= 0 && container; i--) {
    const { piece } = sorted[i]!;
    const distance = container.key.length - piece.key.length;
    const fits = container.alignment >= piece.alignment && distance % piece.alignment === 0;
    if (fits && distance > 0 && container.key.endsWith(piece.key)) piece.container = container;
    else container = piece;
  }
}

function reverse(text: string): string {
  let reversed = '';
  for (let at = text.length - 1; at >= 0; at--) reversed += text[at];
  return reversed;
}

/** Places the pieces that stay one behind the other in their sections; gives the new size of each section. */
function assignOffsets(pieces: readonly Piece[]): Map<InputSection, number> {
  const sizes = new Map<InputSection, number>();
  for (const piece of pieces) {
    if (piece.container) continue;
    const size = sizes.get(piece.home) ?? 0;
    piece.offset = alignUp(size, piece.alignment);
    sizes.set(piece.home, piece.offset + piece.key.length);
  }
  for (const piece of pieces) {
    if (!piece.container) continue;
    piece.home = piece.container.home;
    piece.offset = piece.container.offset + piece.container.key.length - piece.key.length;
  }
  return sizes;
}

function rebuild(input: InputSection, pieces: readonly Piece[], size: number): void {
  const bytes = new Uint8Array(size);
  for (const piece of pieces) {
    if (piece.home !== input || piece.container) continue;
    for (let i = 0; i < piece.key.length; i++) bytes[piece.offset + i] = piece.key.charCodeAt(i);
  }
  input.bytes = bytes;
  input.size = size;
}

/** Where an offset of the original section is now. */
function locator(input: InputSection, { strings, entsize }: Group, table: Map<string, Piece>, order: readonly Piece[]) {
  const bytes = input.section.bytes;
  const zeroAt = (at: number) => bytes.subarray(at, at + entsize).every((byte) => byte === 0);
  return (offset: number): MergedPlace => {
    if (offset < 0 || offset >= bytes.length) return { input, offset: input.size + Math.max(0, offset - bytes.length) };
    let start = Math.floor(offset / entsize) * entsize;
    let end = start + entsize;
    if (strings) {
      while (start > 0 && !zeroAt(start - entsize)) start -= entsize;
      end = start;
      while (!zeroAt(end)) end += entsize;
      end += entsize;
    }
    const piece = table.get(latin1(bytes, start, end));
    if (piece) return { input: piece.home, offset: piece.offset + offset - start };
    // Padding between strings: the end of the first string serves.
    const first = order.find((entry) => !entry.dropped)!;
    return { input: first.home, offset: first.offset + first.key.length - entsize };
  };
}

function latin1(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
