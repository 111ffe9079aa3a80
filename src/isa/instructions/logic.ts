import { instruction } from '../instruction.js';
import type { Meaning } from '../semantics.js';
import { groupOne } from './arithmetic.js';

/** AF is undefined after a logical operation; the recipe clears it, as processors do. */
const undefinedAf = { undefinedFlags: ['af'] } as const;

function logical(operation: 'and' | 'or' | 'xor'): Meaning {
  return (s, destination, source) => {
    const a = s.get(destination);
    const b = s.get(source);
    const result = s[operation](a, b);
    s.setFlags('logic', a, b, result);
    s.put(destination, result);
  };
}

export const or = instruction('or', 'destination |= source', groupOne(1, true), logical('or'), undefinedAf);
export const and = instruction('and', 'destination &= source', groupOne(4, true), logical('and'), undefinedAf);
export const xor = instruction('xor', 'destination ^= source', groupOne(6, true), logical('xor'), undefinedAf);

const testBits: Meaning = (s, left, right) => {
  const a = s.get(left);
  const b = s.get(right);
  s.setFlags('logic', a, b, s.and(a, b));
};

export const test = instruction(
  'test',
  'flags of destination & source',
  [
    'rm8,r8 = 84 /r',
    'rm,r = 85 /r',
    'r8,m8 = 84 /r ; encode',
    'r,m = 85 /r ; encode',
    'al,i8 = a8 ib',
    'acc,i = a9 iz',
    'rm8,i8 = f6 /0 ib',
    'rm,i = f7 /0 iz',
  ],
  testBits,
  undefinedAf,
);

export const testAgain = instruction(
  'test',
  'flags of destination & source; an encoding that assemblers do not use',
  ['rm8,i8 = f6 /1 ib ; decode', 'rm,i = f7 /1 iz ; decode'],
  testBits,
  undefinedAf,
);

export const not = instruction(
  'not',
  'destination = ~destination; no flags',
  ['rm8 = f6 /2 ; lock', 'rm = f7 /2 ; lock'],
  (s, destination) => s.put(destination, s.not(s.get(destination))),
);
