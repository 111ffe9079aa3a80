import { instruction } from '../instruction.js';
import { RAX, RDI, RSI } from '../registers.js';
import type { Semantics } from '../semantics.js';

/*
 * Each meaning is one element. A repeat prefix is the engine's business: it runs elements while (r)cx is not zero, counts it down,
 * and for `repz` forms stops when ZF differs from the prefix.
 */

/** Address of the element that rsi or rdi points to. */
export function pointer<V>(s: Semantics<V>, number: number): V {
  const value = s.register(number, s.addressWidth);
  return s.addressWidth === 64 ? value : s.zeroExtend(value, 64);
}

/** Moves rsi or rdi to the next element: up, or down when DF is set. */
export function advance<V>(s: Semantics<V>, number: number): void {
  const size = s.width / 8;
  const up = s.constant(size, s.addressWidth);
  const down = s.constant(-size, s.addressWidth);
  s.setRegister(number, s.add(s.register(number, s.addressWidth), s.select(s.flag('df'), down, up)));
}

export const movs = instruction(
  'movs',
  'element at rdi = element at rsi; both move on',
  ['= a4 ; 8 rep', '= a5 ; 16 32 64 rep'],
  (s) => {
    const element = s.load(pointer(s, RSI), s.width);
    s.store(pointer(s, RDI), element, 'es');
    advance(s, RSI);
    advance(s, RDI);
  },
);

export const cmps = instruction(
  'cmps',
  'flags of element at rsi - element at rdi; both move on',
  ['= a6 ; 8 repz', '= a7 ; 16 32 64 repz'],
  (s) => {
    const a = s.load(pointer(s, RSI), s.width);
    const b = s.load(pointer(s, RDI), s.width, 'es');
    s.setFlags('sub', a, b, s.sub(a, b));
    advance(s, RSI);
    advance(s, RDI);
  },
);

export const stos = instruction(
  'stos',
  'element at rdi = accumulator; rdi moves on',
  ['= aa ; 8 rep', '= ab ; 16 32 64 rep'],
  (s) => {
    s.store(pointer(s, RDI), s.register(RAX, s.width), 'es');
    advance(s, RDI);
  },
);

export const lods = instruction(
  'lods',
  'accumulator = element at rsi; rsi moves on',
  ['= ac ; 8 rep', '= ad ; 16 32 64 rep'],
  (s) => {
    s.setRegister(RAX, s.load(pointer(s, RSI), s.width));
    advance(s, RSI);
  },
);

export const scas = instruction(
  'scas',
  'flags of accumulator - element at rdi; rdi moves on',
  ['= ae ; 8 repz', '= af ; 16 32 64 repz'],
  (s) => {
    const a = s.register(RAX, s.width);
    const b = s.load(pointer(s, RDI), s.width, 'es');
    s.setFlags('sub', a, b, s.sub(a, b));
    advance(s, RDI);
  },
);
