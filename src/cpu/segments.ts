import type { SegmentName, SystemSegment } from '../isa/system-semantics.js';
import { STATE } from '../memory/layout.js';
import { Fault } from './fault.js';
import { VECTOR } from './trap.js';

/** A segment descriptor: what LAR shows of it, its privilege level, and what it is for. */
export interface Descriptor {
  /** The second doubleword of the descriptor, masked with 0x00ffff00 (AMD APM vol. 3, LAR). */
  readonly rights: number;
  readonly level: 0 | 3;
  readonly kind: 'code' | 'data' | 'code32';
}

/** The flat descriptors of Linux on x86-64 (arch/x86/include/asm/segment.h), by selector without its low bits. */
const descriptors = new Map<number, Descriptor>([
  [0x10, { rights: 0xaf9b00, level: 0, kind: 'code' }],
  [0x18, { rights: 0xcf9300, level: 0, kind: 'data' }],
  [0x20, { rights: 0xcffb00, level: 3, kind: 'code32' }],
  [0x28, { rights: 0xcff300, level: 3, kind: 'data' }],
  [0x30, { rights: 0xaffb00, level: 3, kind: 'code' }],
]);

/** Selectors that CS and SS always have, by privilege level. */
const fixed = { cs: { 0: 0x10, 3: 0x33 }, ss: { 0: 0x18, 3: 0x2b } } as const;

const places: Readonly<Record<Exclude<SegmentName, 'ss'> | SystemSegment, number>> = {
  es: STATE.selectors,
  ds: STATE.selectors + 2,
  fs: STATE.selectors + 4,
  gs: STATE.selectors + 6,
  ldt: STATE.selectors + 8,
  task: STATE.selectors + 10,
};

/** Where a register keeps its selector (byte offset in the buffer), or the selector itself. */
export function selectorPlace(
  name: SegmentName | SystemSegment | 'cs',
  level: number,
): { at: number } | { is: number } {
  if (name !== 'cs' && name !== 'ss') return { at: places[name] };
  return { is: fixed[name][level === 0 ? 0 : 3] };
}

/** The descriptor of a selector that code of this privilege level may use, or null. */
export function visibleDescriptor(selector: number, level: number): Descriptor | null {
  const found = (selector & 4) === 0 ? descriptors.get(selector & 0xfff8) : undefined;
  return found !== undefined && found.level >= Math.max(level, selector & 3) ? found : null;
}

function refuse(selector: number): never {
  throw new Fault(VECTOR.generalProtection, selector & 0xfffc, 0n);
}

/** #GP(selector) if a segment register may not have the selector at this privilege level. */
export function checkSegment(name: SegmentName, selector: number, level: number): void {
  if (name === 'ss') {
    if (selector !== fixed.ss[level === 0 ? 0 : 3]) refuse(selector);
  } else if (selector > 3 && visibleDescriptor(selector, level) === null) refuse(selector);
}

/** #GP(selector) unless it is the 64-bit code of this level; a return's selector must name that level too. */
export function checkCode(selector: number, level: number, returning: boolean): void {
  const wanted = fixed.cs[level === 0 ? 0 : 3];
  const named = returning ? selector === wanted : (selector & 0xfffc) === (wanted & 0xfffc) && (selector & 3) <= level;
  if (!named) refuse(selector);
}
