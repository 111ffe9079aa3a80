import { type Instruction, instruction } from '../instruction.js';
import { RSP } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';
import type { SegmentName, SystemSegment } from '../system-semantics.js';
import { popValue, pushValue } from './stack.js';

/*
 * Segments are flat: there are the five descriptors that Linux gives to programs and to itself (system-semantics.ts), and selectors are
 * checked against them. Only FS and GS have a base, which a new selector makes zero.
 */

const referenceOnly = { referenceOnly: true };

export const movFromSegment = instruction(
  'mov',
  'destination = segment selector',
  ['rr64,sreg = 8c /r ; 64 d64 encode', 'rr,sreg = 8c /r', 'm16,sreg = 8c /r'],
  (s, destination, source) => {
    const selector = s.get(source);
    if (s.isMemory(destination) || s.width === 16) s.put(destination, selector);
    else s.put(destination, s.zeroExtend(selector, s.width));
  },
  referenceOnly,
);

/** Only the low 16 bits of a register count. */
export const movToSegment = instruction(
  'mov',
  'segment register = selector, which must be null or of a data or readable code segment',
  ['sreg,rr16 = 8e /r ; encode', 'sreg,rr64 = 8e /r ; 64 d64 encode', 'sreg,rr = 8e /r', 'sreg,m16 = 8e /r'],
  (s, destination, source) => {
    const selector = s.get(source);
    s.put(destination, s.isMemory(source) || s.width === 16 ? selector : s.truncate(selector, 16));
  },
  referenceOnly,
);

export const pushSegment = instruction(
  'push',
  'rsp -= size; top of stack = segment selector',
  ['fs = 0f a0 ; d64', 'gs = 0f a8 ; d64'],
  (s, source) => {
    const selector = s.get(source);
    pushValue(s, s.width === 16 ? selector : s.zeroExtend(selector, s.width));
  },
  referenceOnly,
);

export const popSegment = instruction(
  'pop',
  'segment register = selector on top of stack; rsp += size',
  ['fs = 0f a1 ; d64', 'gs = 0f a9 ; d64'],
  (s, destination) => {
    const value = popValue(s);
    s.put(destination, s.width === 16 ? value : s.truncate(value, 16));
  },
  referenceOnly,
);

/** A far pointer in memory: the offset at the operand size, then the selector. */
function farPointer<V>(s: Semantics<V>, operand: number): { offset: V; selector: V } {
  const address = s.address(operand);
  const offset = s.load(address, s.width);
  return { offset, selector: s.load(s.add(address, s.constant(s.width / 8, 64)), 16) };
}

function loadFar(name: SegmentName, opcode: string): Instruction {
  return instruction(
    `l${name}`,
    `${name} and destination = selector and offset of the far pointer at source`,
    [`r,m = 0f ${opcode} /r ; 16 32`],
    (s, destination, source) => {
      const { offset, selector } = farPointer(s, source);
      s.system.setSegment(name, selector);
      s.put(destination, offset);
    },
    referenceOnly,
  );
}

export const loadsFar = [loadFar('ss', 'b2'), loadFar('fs', 'b4'), loadFar('gs', 'b5')];

/** An offset as an address: 16 and 32 bits are zero-extended. */
function wide<V>(s: Semantics<V>, offset: V): V {
  return s.width === 64 ? offset : s.zeroExtend(offset, 64);
}

export const farJump = instruction(
  'ljmp',
  'continues at the far pointer at source, in a 64-bit code segment of this privilege level',
  ['m = ff /5 ; 16 32'],
  (s, source) => {
    const { offset, selector } = farPointer(s, source);
    s.system.enterCode(selector, false);
    s.jump(wide(s, offset));
  },
  referenceOnly,
);

export const farCall = instruction(
  'lcall',
  'pushes cs and the address of the next instruction, continues at the far pointer at source',
  ['m = ff /3 ; 16 32'],
  (s, source) => {
    const { offset, selector } = farPointer(s, source);
    s.system.enterCode(selector, false);
    const size = s.width / 8;
    const code = s.system.segment('cs');
    const top = s.register(RSP, 64);
    s.store(s.add(top, s.constant(-size, 64)), s.width === 16 ? code : s.zeroExtend(code, s.width), 'stack');
    const next = s.width === 64 ? s.next() : s.truncate(s.next(), s.width);
    s.store(s.add(top, s.constant(-2 * size, 64)), next, 'stack');
    s.setRegister(RSP, s.add(top, s.constant(-2 * size, 64)));
    s.jump(wide(s, offset));
  },
  referenceOnly,
);

/** Pops selector and offset (in this order, as AMD's processors do), each of the operand size, and `dropped` bytes (64 bits). */
function farReturn<V>(s: Semantics<V>, dropped: V): void {
  const size = s.width / 8;
  const top = s.register(RSP, 64);
  const popped = s.load(s.add(top, s.constant(size, 64)), s.width, 'stack');
  const offset = s.load(top, s.width, 'stack');
  s.system.enterCode(s.width === 16 ? popped : s.truncate(popped, 16), true);
  s.setRegister(RSP, s.add(s.add(top, s.constant(2 * size, 64)), dropped));
  s.jump(wide(s, offset));
}

export const farReturns = [
  instruction(
    'lret',
    'pops the address to continue at, and cs',
    ['= cb ; 16 32 64'],
    (s) => farReturn(s, s.constant(0, 64)),
    referenceOnly,
  ),
  instruction(
    'lret',
    'pops the address to continue at, and cs, then drops bytes from the stack',
    ['i16 = ca iw ; 16 32 64'],
    (s, bytes) => farReturn(s, s.zeroExtend(s.get(bytes), 64)),
    referenceOnly,
  ),
];

/** The selector in a source operand: 16 bits in memory, the low ones of a register. */
function selectorIn<V>(s: Semantics<V>, source: number): V {
  const value = s.get(source);
  return s.isMemory(source) || s.width === 16 ? value : s.truncate(value, 16);
}

function describe(what: 'rights' | 'limit', mask: number): Meaning {
  return (s, destination, source) => {
    const found = s.system.descriptor(selectorIn(s, source));
    const value = s.and(found[what], s.constant(mask, 32));
    const sized = s.width === 32 ? value : s.width === 64 ? s.zeroExtend(value, 64) : s.truncate(value, 16);
    s.put(destination, sized, found.visible);
    s.setFlagValues({ zf: found.visible });
  };
}

const SELECTOR_FORMS = (opcode: string) => [
  `r,rr16 = 0f ${opcode} /r ; 32 64 encode`,
  `r,rr = 0f ${opcode} /r`,
  `r,m16 = 0f ${opcode} /r ; 16 32 64`,
];

export const descriptions = [
  instruction(
    'lar',
    'destination = access rights of the segment of a selector; ZF: it can be used',
    SELECTOR_FORMS('02'),
    describe('rights', -1),
    referenceOnly,
  ),
  instruction(
    'lsl',
    'destination = limit of the segment of a selector; ZF: it can be used',
    SELECTOR_FORMS('03'),
    describe('limit', -1),
    referenceOnly,
  ),
  instruction(
    'verr',
    'ZF: the segment of a selector can be read',
    ['rm16 = 0f 00 /4'],
    (s, source) => s.setFlagValues({ zf: s.system.descriptor(s.get(source)).visible }),
    referenceOnly,
  ),
  instruction(
    'verw',
    'ZF: the segment of a selector can be written',
    ['rm16 = 0f 00 /5'],
    (s, source) => {
      const { visible, writable } = s.system.descriptor(s.get(source));
      s.setFlagValues({ zf: s.and(visible, writable) });
    },
    referenceOnly,
  ),
];

/** A 16-bit register of the system into a register of any size or memory. */
function storeSelector(register: SystemSegment): Meaning {
  return (s, destination) => {
    const value = s.system.segment(register);
    s.put(destination, s.isMemory(destination) || s.width === 16 ? value : s.zeroExtend(value, s.width));
  };
}

function systemSegment(register: SystemSegment, store: string, load: string, digit: number): Instruction[] {
  return [
    instruction(
      store,
      `destination = selector of the ${register} register`,
      [`rr64 = 0f 00 /${digit} ; 64 d64 encode`, `rr = 0f 00 /${digit}`, `m16 = 0f 00 /${digit}`],
      storeSelector(register),
      referenceOnly,
    ),
    instruction(
      load,
      `selector of the ${register} register = source, which nothing reads`,
      [`rm16 = 0f 00 /${digit + 2} ; cpl0`],
      (s, source) => s.system.setSegment(register, s.get(source)),
      referenceOnly,
    ),
  ];
}

export const systemSegments = [...systemSegment('ldt', 'sldt', 'lldt', 0), ...systemSegment('task', 'str', 'ltr', 1)];
