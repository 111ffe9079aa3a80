import {
  type Bound,
  constantValue,
  type Distance,
  ExpressionError,
  evaluate,
  type Linear,
  placeOf,
} from './expression.js';
import type { Fragment, JumpTail, OrgTail, Section, Tail } from './sections.js';
import type { Location } from './symbols.js';
import type { Span } from './syntax.js';

/** Offset of a place in its section, by the last pass of the layout. */
export function addressOf({ fragment, offset }: Location): number {
  return fragment.address + offset;
}

/** The distance of two symbols by the addresses of the last pass. */
export const laidOutDistance: Distance = (from, to) => {
  const a = placeOf(from, laidOutDistance);
  const b = placeOf(to, laidOutDistance);
  return a === null || b === null || a.section !== b.section ? null : BigInt(addressOf(b) - addressOf(a));
};

/** The distance of two symbols if nothing that may change its size lies between: known while the file is still read. */
export const fixedDistance: Distance = (from, to) => {
  const a = placeOf(from, fixedDistance);
  const b = placeOf(to, fixedDistance);
  if (a === null || b === null || a.section !== b.section) return null;
  return a.fragment === b.fragment ? BigInt(b.offset - a.offset) : null;
};

/** Says what is wrong with a place in the source. */
export type Complain = (span: Span, message: string, severity: 'error' | 'warning') => void;

/** The most that the sections may come to, in bytes of content, one or all together: they are kept in memory, and only a mistake asks for it. */
export const MOST_CONTENT = 2 ** 28;
const LARGEST_NOBITS = 2 ** 40;

/** The most bytes that a section may hold. */
export function largestSize(section: Section): number {
  return section.nobits ? LARGEST_NOBITS : MOST_CONTENT;
}

/**
 * Gives every fragment of every section its address and every tail its size. Jumps start short and only grow; passes follow each other
 * until nothing moves (write.c of GNU as does the same in the same order, which decides where alignments make the result depend on it).
 */
export function layOut(sections: readonly Section[], complain: Complain): void {
  const all = sections.map((section) => ({ section, fragments: section.fragments }));
  for (const { section, fragments } of all) {
    settleJumps(section, fragments);
    place(fragments);
  }
  const most = all.reduce((sum, { fragments }) => sum + 4 * fragments.length, 32);
  for (let moved = true, passes = 0; moved && passes < most; passes++) {
    moved = false;
    for (const { section, fragments } of all) {
      while (pass(section, fragments) && passes++ < most && lastEnd(fragments) <= largestSize(section)) moved = true;
    }
  }
  for (const { section, fragments } of all) {
    for (const fragment of fragments) if (fragment.tail !== null) check(fragment, fragment.tail, section, complain);
    section.size = lastEnd(fragments);
  }
}

/** Finds the targets of jumps. One that is elsewhere, or that the linker may replace, gets the long form at once. */
function settleJumps(section: Section, fragments: readonly Fragment[]): void {
  for (const { tail } of fragments) {
    if (tail?.kind !== 'jump') continue;
    tail.place = jumpTarget(tail.target.value, section);
    tail.grown = tail.place === null;
  }
}

function jumpTarget(value: Bound, section: Section): Location | null {
  let linear: Linear;
  try {
    linear = evaluate(value, fixedDistance);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
  const { symbol, minus, offset, modifier } = linear;
  if (symbol === null || minus !== null || modifier !== null) return null;
  if (symbol.binding === 'weak' || symbol.type === 'ifunc') return null;
  const place = placeOf(symbol, fixedDistance);
  return place?.section === section ? { ...place, offset: place.offset + Number(offset) } : null;
}

function lastEnd(fragments: readonly Fragment[]): number {
  const last = fragments.at(-1);
  return last === undefined ? 0 : last.address + last.size + last.tailSize;
}

/** First addresses: jumps short, unknown sizes zero. */
function place(fragments: readonly Fragment[]): void {
  let address = 0;
  let region = 0;
  for (const fragment of fragments) {
    fragment.region = region;
    fragment.marker = false;
    fragment.address = address;
    address += fragment.size;
    const { tail } = fragment;
    if (tail === null) continue;
    if (tail.kind === 'align') {
      fragment.tailSize = padding(address, tail.alignment, tail.most);
      region++;
    } else if (tail.kind === 'org') region++;
    else if (tail.kind === 'jump') fragment.tailSize = (tail.grown ? tail.near : tail.short).bytes.length;
    else if (tail.kind === 'leb') fragment.tailSize = 1;
    address += fragment.tailSize;
  }
}

/** One pass; true when a size has changed. */
function pass(section: Section, fragments: readonly Fragment[]): boolean {
  let stretch = 0;
  let changed = false;
  for (const fragment of fragments) {
    fragment.marker = !fragment.marker;
    const was = fragment.address;
    fragment.address += stretch;
    if (fragment.tail === null) continue;
    const size = tailSize(fragment, fragment.tail, section, stretch);
    if (size === fragment.tailSize) continue;
    // What an .org takes up or an alignment gives back keeps the rest in place.
    stretch = fragment.address + size - (was + fragment.tailSize);
    fragment.tailSize = size;
    changed = true;
  }
  return changed;
}

function tailSize(fragment: Fragment, tail: Tail, section: Section, stretch: number): number {
  const end = fragment.address + fragment.size;
  switch (tail.kind) {
    case 'align':
      return padding(end, tail.alignment, tail.most);
    case 'jump':
      return jumpSize(fragment, tail, stretch);
    case 'org':
      return Math.max(0, orgTarget(tail, section) - end);
    case 'space':
      return Math.max(0, Number(constantValue(tail.size, laidOutDistance) ?? 0n));
    case 'leb':
      return lebBytes(constantValue(tail.value, laidOutDistance) ?? 0n, tail.signed).length;
  }
}

function padding(address: number, alignment: number, most: number): number {
  const bytes = (alignment - (address % alignment)) % alignment;
  return most > 0 && bytes > most ? 0 : bytes;
}

const SHORT_REACH = 128;

function jumpSize(fragment: Fragment, tail: JumpTail, stretch: number): number {
  const { place } = tail;
  if (tail.grown || place === null) return fragment.tailSize;
  const here = fragment.address + fragment.size;
  let address = addressOf(place);
  if (stretch !== 0 && place.fragment.marker !== fragment.marker) {
    // Not reached in this pass: it will move as this one did, unless an alignment between takes up the difference.
    if (stretch < 0 || place.fragment.region === fragment.region) address += stretch;
    else if (address < here) address = here + fragment.tailSize;
  }
  const displacement = address - (here + tail.short.bytes.length);
  if (displacement >= -SHORT_REACH && displacement < SHORT_REACH) return fragment.tailSize;
  tail.grown = true;
  return tail.near.bytes.length;
}

/** Offset that an `.org` asks for; -1 when it is none. */
function orgTarget(tail: OrgTail, section: Section): number {
  const linear = linearOf(tail.target);
  if (linear === null || linear.minus !== null) return -1;
  if (linear.symbol === null) return Number(linear.offset);
  const place = placeOf(linear.symbol, laidOutDistance);
  return place?.section === section ? addressOf(place) + Number(linear.offset) : -1;
}

function linearOf(bound: Bound): Linear | null {
  try {
    return evaluate(bound, laidOutDistance);
  } catch (error) {
    if (error instanceof ExpressionError) return null;
    throw error;
  }
}

const LEB_RELOCATED = 'a LEB128 number cannot be relocated: it must be known when the file is assembled';

/** What can be wrong with a tail, once all addresses are known. */
function check(fragment: Fragment, tail: Tail, section: Section, complain: Complain): void {
  if (tail.kind === 'org') {
    const target = orgTarget(tail, section);
    if (target < 0) complain(tail.span, 'the argument of .org must be an offset in this section', 'error');
    else if (target < fragment.address + fragment.size) complain(tail.span, 'attempt to move .org backwards', 'error');
  } else if (tail.kind === 'space') {
    const size = constantValue(tail.size, laidOutDistance);
    if (size === null) complain(tail.span, '.space specifies non-absolute value', 'error');
    else if (size < 0n) complain(tail.span, '.space, .nops or .fill with negative value, ignored', 'warning');
  } else if (tail.kind === 'leb' && constantValue(tail.value, laidOutDistance) === null) {
    complain(tail.span, LEB_RELOCATED, 'error');
  } else if (tail.kind === 'align' && tail.fill !== null && fragment.tailSize % tail.fill.length !== 0) {
    complain(
      tail.span,
      `alignment padding (${fragment.tailSize} bytes) not a multiple of ${tail.fill.length}`,
      'error',
    );
  }
}

/** The bytes of a number in LEB128 (DWARF 5, 7.6). */
export function lebBytes(value: bigint, signed: boolean): number[] {
  const bytes: number[] = [];
  let rest = signed ? value : BigInt.asUintN(64, value);
  for (;;) {
    const low = Number(rest & 0x7fn);
    rest >>= 7n;
    const done = signed ? rest === (low & 0x40 ? -1n : 0n) : rest === 0n;
    bytes.push(done ? low : low | 0x80);
    if (done) return bytes;
  }
}
