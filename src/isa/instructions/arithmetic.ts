import type { FlagRecipe } from '../flags.js';
import { instruction } from '../instruction.js';
import type { Meaning } from '../semantics.js';

/** The eight encodings that add, or, adc, sbb, and, sub, xor, cmp share (Intel SDM vol. 2, opcode map: 00-3f, 80-83). */
export function groupOne(digit: number, lock: boolean): string[] {
  const row = (column: number) => (digit * 8 + column).toString(16).padStart(2, '0');
  const attribute = lock ? ' ; lock' : '';
  return [
    `rm8,r8 = ${row(0)} /r${attribute}`,
    `rm,r = ${row(1)} /r${attribute}`,
    `r8,rm8 = ${row(2)} /r`,
    `r,rm = ${row(3)} /r`,
    `rm,s8 = 83 /${digit} ib${attribute}`,
    `al,i8 = ${row(4)} ib`,
    `acc,i = ${row(5)} iz`,
    `rm8,i8 = 80 /${digit} ib${attribute}`,
    `rm,i = 81 /${digit} iz${attribute}`,
  ];
}

function binary(operation: 'add' | 'sub', recipe: FlagRecipe): Meaning {
  return (s, destination, source) => {
    const a = s.get(destination);
    const b = s.get(source);
    const result = s[operation](a, b);
    s.setFlags(recipe, a, b, result);
    s.put(destination, result);
  };
}

export const add = instruction('add', 'destination += source', groupOne(0, true), binary('add', 'add'));
export const sub = instruction('sub', 'destination -= source', groupOne(5, true), binary('sub', 'sub'));

export const cmp = instruction('cmp', 'flags of destination - source', groupOne(7, false), (s, left, right) => {
  const a = s.get(left);
  const b = s.get(right);
  s.setFlags('sub', a, b, s.sub(a, b));
});
