import { FLAGS_USER } from '../flags.js';
import { instruction } from '../instruction.js';
import { RBP, RSP } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';

/** rsp moved by some bytes. */
function moved<V>(s: Semantics<V>, bytes: number): V {
  return s.add(s.register(RSP, 64), s.constant(bytes, 64));
}

/** Stores `value` below the stack and moves rsp there. */
export function pushValue<V>(s: Semantics<V>, value: V): void {
  const top = moved(s, -s.width / 8);
  s.store(top, value, 'stack');
  s.setRegister(RSP, top);
}

/** Loads the top of the stack and moves rsp behind it, by `extra` more bytes. */
export function popValue<V>(s: Semantics<V>): V {
  const value = s.load(s.register(RSP, 64), s.width, 'stack');
  s.setRegister(RSP, moved(s, s.width / 8));
  return value;
}

export const push = instruction(
  'push',
  'rsp -= size; top of stack = source',
  ['r = 50+r ; d64', 's8 = 6a ib ; d64', 'i = 68 iz ; d64', 'rm = ff /6 ; d64'],
  (s, source) => pushValue(s, s.get(source)),
);

/**
 * `pop rsp` ends with the loaded value. A memory operand with base rsp is addressed after rsp has moved: engines account for that
 * where they form the address (cpu/address.ts).
 */
export const pop = instruction(
  'pop',
  'destination = top of stack; rsp += size',
  ['r = 58+r ; d64', 'rm = 8f /0 ; d64'],
  (s, destination) => s.put(destination, popValue(s)),
);

/** RF and VM, bits 16 and 17, are pushed as zero. */
export const pushf = instruction('pushf', 'pushes the flags', ['= 9c ; d64'], (s) => {
  const flags = s.readFlags();
  pushValue(s, s.width === 64 ? s.and(flags, s.constant(0xfcffff, 64)) : s.truncate(flags, 16));
});

/** As at CPL 3: the interrupt flag and the I/O privilege level are not changed. */
export const popf = instruction('popf', 'pops the flags', ['= 9d ; d64'], (s) => {
  const value = popValue(s);
  if (s.width === 64) s.writeFlags(value, FLAGS_USER);
  else s.writeFlags(s.zeroExtend(value, 64), FLAGS_USER & 0xffff);
});

const leaveFrame: Meaning = (s) => {
  const frame = s.register(RBP, 64);
  s.setRegister(RBP, s.load(frame, 64, 'stack'));
  s.setRegister(RSP, s.add(frame, s.constant(8, 64)));
};

export const leave = instruction('leave', 'rsp = rbp; rbp = popped', ['= c9 ; 64 d64'], leaveFrame);

export const leaveNarrow = instruction(
  'leave',
  'rsp = rbp; bp = popped',
  ['= c9 ; 16 d64'],
  (s) => {
    const frame = s.register(RBP, 64);
    s.setRegister(RBP, s.load(frame, 16, 'stack'));
    s.setRegister(RSP, s.add(frame, s.constant(2, 64)));
  },
  { referenceOnly: true },
);

/**
 * Nesting level n copies n - 1 frame pointers of the enclosing procedures and adds the new one (Intel SDM vol. 1, 6.5.1). The
 * number of accesses depends on the immediate, so that engines that generate code leave it to the reference. At last the new top of
 * the stack is probed for writing.
 */
export const enter = instruction(
  'enter',
  'pushes rbp, makes it the frame pointer, reserves stack',
  ['i16,i8 = c8 iw ib ; d64'],
  (s, size, nesting) => {
    const level = s.immediateValue(nesting) & 31;
    const bytes = s.width / 8;
    const frame = moved(s, -bytes);
    const pointer = s.width === 64 ? frame : s.truncate(frame, 16);
    s.store(frame, s.register(RBP, s.width), 'stack');
    for (let outer = 1; outer < level; outer++) {
      const display = s.add(s.register(RBP, 64), s.constant(-bytes * outer, 64));
      s.store(s.sub(frame, s.constant(bytes * outer, 64)), s.load(display, s.width, 'stack'), 'stack');
    }
    if (level > 0) s.store(s.sub(frame, s.constant(bytes * level, 64)), pointer, 'stack');
    const reserved = s.add(s.zeroExtend(s.get(size), 64), s.constant(bytes * level, 64));
    const top = s.sub(frame, reserved);
    s.probe(top, s.width, 'stack');
    s.setRegister(RBP, pointer);
    s.setRegister(RSP, top);
  },
  { referenceOnly: true },
);
