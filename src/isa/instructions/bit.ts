import { instruction } from '../instruction.js';
import type { Width } from '../registers.js';
import type { Meaning, Operand, Semantics } from '../semantics.js';

/** What the bit-test family does to the bit after it has copied it to CF. */
type Change = 'keep' | 'set' | 'reset' | 'complement';

const log2Bytes: Record<Width, number> = { 8: 0, 16: 1, 32: 2, 64: 3 };

/** `a` with the bit of `mask` changed. */
function changed<V>(s: Semantics<V>, change: Change, a: V, mask: V): V {
  switch (change) {
    case 'keep':
      return a;
    case 'set':
      return s.or(a, mask);
    case 'reset':
      return s.and(a, s.not(mask));
    case 'complement':
      return s.xor(a, mask);
  }
}

/** CF = the bit; ZF is kept, and so are OF, SF, AF, PF, which are undefined. `index` is below the width. */
function testBit<V>(s: Semantics<V>, change: Change, a: V, index: V): V {
  s.setFlagValues({ cf: s.bit(s.shr(a, index), 0) });
  return changed(s, change, a, s.shl(s.constant(1, s.width), index));
}

/** Bit index in a register: modulo the width. */
function indexInside<V>(s: Semantics<V>, index: V): V {
  return s.and(index, s.constant(s.width - 1, s.width));
}

/**
 * A register index into memory is signed and reaches beyond the operand: the word that holds the bit is accessed (Intel SDM
 * vol. 2, 3.1.1.9, figure 3-2).
 */
function testBitInMemory<V>(s: Semantics<V>, change: Change, operand: Operand, index: V): void {
  const shift = s.constant(log2Bytes[s.width] + 3, s.width);
  const words = s.sar(index, shift);
  const wide = s.width === 64 ? words : s.signExtend(words, 64);
  const offset = s.shl(wide, s.constant(log2Bytes[s.width], 64));
  const address = s.add(s.address(operand), offset);
  const inside = indexInside(s, index);
  if (change === 'keep') {
    testBit(s, change, s.load(address, s.width), inside);
    return;
  }
  s.store(address, testBit(s, change, s.loadForStore(address, s.width), inside));
}

function byRegister(change: Change): Meaning {
  return (s, destination, operand) => {
    const index = s.get(operand);
    if (s.isMemory(destination)) {
      testBitInMemory(s, change, destination, index);
      return;
    }
    const result = testBit(s, change, s.get(destination), indexInside(s, index));
    if (change !== 'keep') s.put(destination, result);
  };
}

function byImmediate(change: Change): Meaning {
  return (s, destination, operand) => {
    const index = s.and(s.get(operand), s.constant(s.width - 1, 8));
    const result = testBit(s, change, s.get(destination), s.zeroExtend(index, s.width));
    if (change !== 'keep') s.put(destination, result);
  };
}

const keptByTest = { undefinedFlags: ['of', 'sf', 'af', 'pf'] } as const;

function family(mnemonic: string, change: Change, opcode: string, digit: number, summary: string) {
  const lock = change === 'keep' ? '' : ' ; lock';
  return [
    instruction(mnemonic, summary, [`rm,r = 0f ${opcode} /r${lock}`], byRegister(change), keptByTest),
    instruction(mnemonic, summary, [`rm,i8 = 0f ba /${digit} ib${lock}`], byImmediate(change), keptByTest),
  ];
}

export const bt = family('bt', 'keep', 'a3', 4, 'CF = the selected bit');
export const bts = family('bts', 'set', 'ab', 5, 'CF = the selected bit, which becomes 1');
export const btr = family('btr', 'reset', 'b3', 6, 'CF = the selected bit, which becomes 0');
export const btc = family('btc', 'complement', 'bb', 7, 'CF = the selected bit, which is inverted');

/** A zero source sets ZF and leaves the destination as it is, upper half included. The flags but ZF are undefined, and kept. */
function scan(search: 'countTrailingZeros' | 'highestBit'): Meaning {
  return (s, destination, source) => {
    const a = s.get(source);
    const zero = s.isZero(a);
    s.setFlagValues({ zf: zero });
    s.put(destination, s[search](a), s.xor(zero, s.constant(1, 1)));
  };
}

const keptByScan = { undefinedFlags: ['cf', 'of', 'sf', 'af', 'pf'] } as const;

export const bsf = instruction(
  'bsf',
  'index of the lowest set bit',
  ['r,rm = 0f bc /r'],
  scan('countTrailingZeros'),
  keptByScan,
);
export const bsr = instruction(
  'bsr',
  'index of the highest set bit',
  ['r,rm = 0f bd /r'],
  scan('highestBit'),
  keptByScan,
);

/** OF, SF, AF and PF are undefined, and kept. */
export const tzcnt = instruction(
  'tzcnt',
  'number of zero bits below the lowest set bit; the width for zero',
  ['r,rm = f3 0f bc /r'],
  (s, destination, source) => {
    const a = s.get(source);
    const empty = s.isZero(a);
    const result = s.select(empty, s.constant(s.width, s.width), s.countTrailingZeros(a));
    s.setFlagValues({ cf: empty, zf: s.isZero(result) });
    s.put(destination, result);
  },
  { undefinedFlags: ['of', 'sf', 'af', 'pf'] },
);

/** OF, SF, AF and PF are undefined, and kept. */
export const lzcnt = instruction(
  'lzcnt',
  'number of zero bits above the highest set bit; the width for zero',
  ['r,rm = f3 0f bd /r'],
  (s, destination, source) => {
    const a = s.get(source);
    const empty = s.isZero(a);
    const last = s.constant(s.width - 1, s.width);
    const result = s.select(empty, s.constant(s.width, s.width), s.sub(last, s.highestBit(a)));
    s.setFlagValues({ cf: empty, zf: s.isZero(result) });
    s.put(destination, result);
  },
  { undefinedFlags: ['of', 'sf', 'af', 'pf'] },
);
