import type { Width } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';
import type { LaneOperation, LaneShift } from '../vector-semantics.js';
import { sse } from './sse.js';

function logical<V>(s: Semantics<V>, operation: 'and' | 'andn' | 'or' | 'xor', a: V, b: V): V {
  return operation === 'andn' ? s.and(s.not(a), b) : s[operation](a, b);
}

/** One operation under its three names: of singles, of doubles, of integers. */
function bitwise(operation: 'and' | 'andn' | 'or' | 'xor', code: string, integerCode: string, summary: string) {
  const meaning: Meaning = (s, destination, source) =>
    s.put(destination, logical(s, operation, s.get(destination), s.get(source)));
  return [
    sse(`${operation}ps`, summary, [`x,xm = 0f ${code} /r`], meaning),
    sse(`${operation}pd`, summary, [`x,xm = 66 0f ${code} /r`], meaning),
    sse(`p${operation}`, summary, [`x,xm = 66 0f ${integerCode} /r`], meaning),
  ];
}

export const bitwiseOperations = [
  ...bitwise('and', '54', 'db', 'destination &= source, 128 bits'),
  ...bitwise('andn', '55', 'df', 'destination = ~destination & source, 128 bits'),
  ...bitwise('or', '56', 'eb', 'destination |= source, 128 bits'),
  ...bitwise('xor', '57', 'ef', 'destination ^= source, 128 bits'),
];

function lanes(mnemonic: string, opcode: string, operation: LaneOperation, width: Width, summary: string) {
  return sse(mnemonic, summary, [`x,xm = 66 0f ${opcode} /r`], (s, destination, source) =>
    s.put(destination, s.vector.packed(operation, width, s.get(destination), s.get(source))),
  );
}

const sum = 'lanes of destination += lanes of source';
const difference = 'lanes of destination -= lanes of source';
const saturated = (text: string, how: string) => `${text}, ${how}, saturated`;

export const sums = [
  lanes('paddb', 'fc', 'add', 8, sum),
  lanes('paddw', 'fd', 'add', 16, sum),
  lanes('paddd', 'fe', 'add', 32, sum),
  lanes('paddq', 'd4', 'add', 64, sum),
  lanes('psubb', 'f8', 'sub', 8, difference),
  lanes('psubw', 'f9', 'sub', 16, difference),
  lanes('psubd', 'fa', 'sub', 32, difference),
  lanes('psubq', 'fb', 'sub', 64, difference),
  lanes('paddsb', 'ec', 'addSaturateSigned', 8, saturated(sum, 'signed')),
  lanes('paddsw', 'ed', 'addSaturateSigned', 16, saturated(sum, 'signed')),
  lanes('paddusb', 'dc', 'addSaturateUnsigned', 8, saturated(sum, 'unsigned')),
  lanes('paddusw', 'dd', 'addSaturateUnsigned', 16, saturated(sum, 'unsigned')),
  lanes('psubsb', 'e8', 'subSaturateSigned', 8, saturated(difference, 'signed')),
  lanes('psubsw', 'e9', 'subSaturateSigned', 16, saturated(difference, 'signed')),
  lanes('psubusb', 'd8', 'subSaturateUnsigned', 8, saturated(difference, 'unsigned')),
  lanes('psubusw', 'd9', 'subSaturateUnsigned', 16, saturated(difference, 'unsigned')),
];

export const products = [
  lanes('pmullw', 'd5', 'mulLow', 16, 'low halves of the products of words'),
  lanes('pmulhw', 'e5', 'mulHighSigned', 16, 'high halves of the products of signed words'),
  lanes('pmulhuw', 'e4', 'mulHighUnsigned', 16, 'high halves of the products of unsigned words'),
  sse(
    'pmuludq',
    'full products of the unsigned doublewords 0 and 2',
    ['x,xm = 66 0f f4 /r'],
    (s, destination, source) => s.put(destination, s.vector.multiplyEven(s.get(destination), s.get(source))),
  ),
  sse('pmaddwd', 'sums of two products of signed words each', ['x,xm = 66 0f f5 /r'], (s, destination, source) =>
    s.put(destination, s.vector.multiplyAdd(s.get(destination), s.get(source))),
  ),
  sse('psadbw', 'sums of the absolute differences of eight bytes', ['x,xm = 66 0f f6 /r'], (s, destination, source) =>
    s.put(destination, s.vector.sumOfDifferences(s.get(destination), s.get(source))),
  ),
];

export const choices = [
  lanes('pavgb', 'e0', 'average', 8, 'averages of unsigned bytes, rounded up'),
  lanes('pavgw', 'e3', 'average', 16, 'averages of unsigned words, rounded up'),
  lanes('pminub', 'da', 'minUnsigned', 8, 'the smaller of unsigned bytes'),
  lanes('pmaxub', 'de', 'maxUnsigned', 8, 'the larger of unsigned bytes'),
  lanes('pminsw', 'ea', 'minSigned', 16, 'the smaller of signed words'),
  lanes('pmaxsw', 'ee', 'maxSigned', 16, 'the larger of signed words'),
];

const areEqual = 'all ones in the lanes that are equal, zero in the others';
const areGreater = 'all ones in the lanes where destination > source, signed; zero in the others';

export const comparisons = [
  lanes('pcmpeqb', '74', 'equal', 8, areEqual),
  lanes('pcmpeqw', '75', 'equal', 16, areEqual),
  lanes('pcmpeqd', '76', 'equal', 32, areEqual),
  lanes('pcmpgtb', '64', 'greater', 8, areGreater),
  lanes('pcmpgtw', '65', 'greater', 16, areGreater),
  lanes('pcmpgtd', '66', 'greater', 32, areGreater),
];

function packing(width: 16 | 32, signedResult: boolean): Meaning {
  return (s, destination, source) =>
    s.put(destination, s.vector.pack(width, signedResult, s.get(destination), s.get(source)));
}

export const packs = [
  sse('packsswb', 'signed words as signed bytes, saturated', ['x,xm = 66 0f 63 /r'], packing(16, true)),
  sse('packuswb', 'signed words as unsigned bytes, saturated', ['x,xm = 66 0f 67 /r'], packing(16, false)),
  sse('packssdw', 'signed doublewords as signed words, saturated', ['x,xm = 66 0f 6b /r'], packing(32, true)),
];

function shift(mnemonic: string, operation: LaneShift, width: Width, byRegister: string, byConstant: string) {
  const summary = `lanes of destination shifted ${operation === 'shl' ? 'left' : 'right'}${operation === 'sar' ? ', with sign' : ''}`;
  return [
    sse(mnemonic, summary, [`x,xm = 66 0f ${byRegister} /r`], (s, destination, count) => {
      const by = s.truncate(s.get(count), 64);
      s.put(destination, s.vector.packedShift(operation, width, s.get(destination), by));
    }),
    sse(mnemonic, summary, [`xr,i8 = 66 0f ${byConstant} ib`], (s, destination, count) => {
      const by = s.zeroExtend(s.get(count), 64);
      s.put(destination, s.vector.packedShift(operation, width, s.get(destination), by));
    }),
  ];
}

function byteShift(mnemonic: string, direction: 'left' | 'right', digit: number) {
  return sse(
    mnemonic,
    `destination shifted ${direction} by bytes`,
    [`xr,i8 = 66 0f 73 /${digit} ib`],
    (s, destination, count) => s.put(destination, s.vector.shiftBytes(direction, s.get(destination), s.get(count))),
  );
}

export const shifts = [
  ...shift('psrlw', 'shr', 16, 'd1', '71 /2'),
  ...shift('psraw', 'sar', 16, 'e1', '71 /4'),
  ...shift('psllw', 'shl', 16, 'f1', '71 /6'),
  ...shift('psrld', 'shr', 32, 'd2', '72 /2'),
  ...shift('psrad', 'sar', 32, 'e2', '72 /4'),
  ...shift('pslld', 'shl', 32, 'f2', '72 /6'),
  ...shift('psrlq', 'shr', 64, 'd3', '73 /2'),
  ...shift('psllq', 'shl', 64, 'f3', '73 /6'),
  byteShift('psrldq', 'right', 3),
  byteShift('pslldq', 'left', 7),
];
