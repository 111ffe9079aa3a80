import { instruction } from '../instruction.js';
import { RAX, RBX, RCX, RDX } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';

/** The low byte of rax replaced by the byte at rbx + al. */
export const xlat = instruction(
  'xlat',
  'al = byte at rbx + al',
  ['= d7 ; plain'],
  (s) => {
    const width = s.addressWidth;
    const address = s.add(s.register(RBX, width), s.zeroExtend(s.register(RAX, 8), width));
    s.setRegister(RAX, s.load(width === 64 ? address : s.zeroExtend(address, 64), 8));
  },
  { referenceOnly: true },
);

/** A general register if `equal`, else what was in memory; the low 32 bits alone clear the upper half only when they are written. */
function keepOrLoad<V>(s: Semantics<V>, number: number, width: 32 | 64, equal: V, loaded: V): void {
  const kept = s.register(number, 64);
  const wide = width === 64 ? loaded : s.zeroExtend(loaded, 64);
  s.setRegister(number, s.select(equal, kept, wide));
}

/** Compares rdx:rax with memory of twice their width. Memory is written either way, with what it was if they differ. */
function compareExchange(width: 32 | 64): Meaning {
  return (s, destination) => {
    const old = s.get(destination);
    const low = width === 64 ? s.vector.lane(old, 64, 0) : s.truncate(old, 32);
    const high = width === 64 ? s.vector.lane(old, 64, 1) : s.truncate(s.shr(old, s.constant(32, 64)), 32);
    const equal = s.and(s.equal(low, s.register(RAX, width)), s.equal(high, s.register(RDX, width)));
    const newLow = s.select(equal, s.register(RBX, width), low);
    const newHigh = s.select(equal, s.register(RCX, width), high);
    s.put(destination, join(s, width, newLow, newHigh));
    keepOrLoad(s, RAX, width, equal, low);
    keepOrLoad(s, RDX, width, equal, high);
    s.setFlagValues({ zf: equal });
  };
}

function join<V>(s: Semantics<V>, width: 32 | 64, low: V, high: V): V {
  if (width === 64) return s.vector.fromLanes([low, high]);
  return s.or(s.zeroExtend(low, 64), s.shl(s.zeroExtend(high, 64), s.constant(32, 64)));
}

export const cmpxchg8b = instruction(
  'cmpxchg8b',
  'if edx:eax = destination: destination = ecx:ebx; else edx:eax = destination',
  ['m64 = 0f c7 /1 ; 32 plain lock'],
  compareExchange(32),
  { referenceOnly: true },
);

/** The destination must be aligned to 16 bytes. */
export const cmpxchg16b = instruction(
  'cmpxchg16b',
  'if rdx:rax = destination: destination = rcx:rbx; else rdx:rax = destination',
  ['m128 = 0f c7 /1 ; 64 plain lock'],
  compareExchange(64),
  { referenceOnly: true },
);
