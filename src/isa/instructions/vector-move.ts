import { RDI } from '../registers.js';
import type { Meaning } from '../semantics.js';
import type { Half } from '../vector-semantics.js';
import { sse } from './sse.js';

const move: Meaning = (s, destination, source) => s.put(destination, s.get(source));

const moveUnaligned: Meaning = (s, destination, source) => {
  const value = s.isMemory(source) ? s.load(s.address(source), 128) : s.get(source);
  if (s.isMemory(destination)) s.store(s.address(destination), value);
  else s.put(destination, value);
};

/** `prefix` is the mandatory prefix with a space behind it, or nothing. */
function wholeMove(mnemonic: string, prefix: string, load: string, store: string, meaning: Meaning) {
  const summary = `destination = source, 128 bits${meaning === move ? ', aligned' : ''}`;
  return sse(mnemonic, summary, [`x,xm = ${prefix}0f ${load} /r`, `xm,x = ${prefix}0f ${store} /r`], meaning);
}

export const movaps = wholeMove('movaps', '', '28', '29', move);
export const movapd = wholeMove('movapd', '66 ', '28', '29', move);
export const movdqa = wholeMove('movdqa', '66 ', '6f', '7f', move);
export const movups = wholeMove('movups', '', '10', '11', moveUnaligned);
export const movupd = wholeMove('movupd', '66 ', '10', '11', moveUnaligned);
export const movdqu = wholeMove('movdqu', 'f3 ', '6f', '7f', moveUnaligned);

/** Stores that pass by the caches: here, stores. */
export const nontemporal = [
  sse('movntps', 'destination = source, 128 bits, aligned; a hint not to cache', ['m128,x = 0f 2b /r'], move),
  sse('movntpd', 'destination = source, 128 bits, aligned; a hint not to cache', ['m128,x = 66 0f 2b /r'], move),
  sse('movntdq', 'destination = source, 128 bits, aligned; a hint not to cache', ['m128,x = 66 0f e7 /r'], move),
  sse('movnti', 'destination = source; a hint not to cache', ['m,r = 0f c3 /r ; 32 64 sse'], move),
];

/** From memory the rest of the register becomes zero, from a register it stays. */
const moveScalar: Meaning = (s, destination, source) => {
  const value = s.get(source);
  s.put(destination, s.isMemory(source) ? s.zeroExtend(value, 128) : value);
};

function scalarMove(mnemonic: string, prefix: string, width: 32 | 64) {
  const low = `x${width}`;
  const forms = [
    `${low},xr${width} = ${prefix} 0f 10 /r`,
    `x,m${width} = ${prefix} 0f 10 /r`,
    `m${width},${low} = ${prefix} 0f 11 /r`,
    `xr${width},${low} = ${prefix} 0f 11 /r ; decode`,
  ];
  const summary = `low ${width} bits of destination = source; loading clears the rest`;
  return sse(mnemonic, summary, forms, moveScalar);
}

export const movss = scalarMove('movss', 'f3', 32);
export const movsd = scalarMove('movsd', 'f2', 64);

/** A register gets the rest of its bits zero. */
export const movq = sse(
  'movq',
  'destination = low 64 bits of source; the rest of a register is cleared',
  ['x,xm64 = f3 0f 7e /r', 'm64,x64 = 66 0f d6 /r', 'xr,x64 = 66 0f d6 /r ; decode'],
  (s, destination, source) => {
    const value = s.get(source);
    s.put(destination, s.isMemory(destination) ? value : s.zeroExtend(value, 128));
  },
);
export const movd = [
  sse(
    'movd',
    'destination = source, an integer; the rest of the XMM register is cleared',
    ['x,rm = 66 0f 6e /r ; 32 64 att movd/movd/movq'],
    (s, destination, source) => s.put(destination, s.zeroExtend(s.get(source), 128)),
  ),
  sse(
    'movd',
    'destination = low bits of source, as an integer',
    ['rm,x = 66 0f 7e /r ; 32 64 att movd/movd/movq'],
    (s, destination, source) => s.put(destination, s.truncate(s.get(source), s.width)),
  ),
];

const loadHigh: Meaning = (s, destination, source) =>
  s.put(destination, s.vector.withLane(s.get(destination), 1, s.get(source)));
const storeHigh: Meaning = (s, destination, source) => s.put(destination, s.vector.lane(s.get(source), 64, 1));

export const halves = ['', '66 '].flatMap((prefix) => {
  const type = prefix === '' ? 'ps' : 'pd';
  const low = 'the low 64 bits of destination = source';
  return [
    sse(`movl${type}`, low, [`x64,m64 = ${prefix}0f 12 /r`, `m64,x64 = ${prefix}0f 13 /r`], move),
    sse(`movh${type}`, 'the high 64 bits of destination = source', [`x,m64 = ${prefix}0f 16 /r`], loadHigh),
    sse(`movh${type}`, 'destination = the high 64 bits of source', [`m64,x = ${prefix}0f 17 /r`], storeHigh),
  ];
});
export const movhlps = sse(
  'movhlps',
  'low half of destination = high half of source',
  ['x64,xr = 0f 12 /r'],
  storeHigh,
);
export const movlhps = sse('movlhps', 'high half of destination = low half of source', ['x,xr64 = 0f 16 /r'], loadHigh);

function signs(width: 8 | 32 | 64): Meaning {
  return (s, destination, source) => s.put(destination, s.vector.signMask(s.get(source), width));
}

export const masks = [
  sse('movmskps', 'destination = the signs of four singles', ['r32,xr = 0f 50 /r'], signs(32)),
  sse('movmskpd', 'destination = the signs of two doubles', ['r32,xr = 66 0f 50 /r'], signs(64)),
  sse('pmovmskb', 'destination = the signs of sixteen bytes', ['r32,xr = 66 0f d7 /r'], signs(8)),
];

/** Counted as a read-modify-write of the whole 16 bytes, which must all be accessible, even if the mask selects none. */
export const maskmovdqu = sse(
  'maskmovdqu',
  'stores at (rdi) the bytes of the first register that have a sign in the second',
  ['x,xr = 66 0f f7 /r'],
  (s, value, mask) => {
    const zero = s.zeroExtend(s.constant(0, 64), 128);
    const chosen = s.vector.packed('greater', 8, zero, s.get(mask));
    const address = s.addressWidth === 64 ? s.register(RDI, 64) : s.zeroExtend(s.register(RDI, 32), 64);
    const old = s.loadForStore(address, 128);
    s.store(address, s.or(s.and(chosen, s.get(value)), s.and(s.not(chosen), old)));
  },
);

function interleaving(half: Half, width: 8 | 16 | 32 | 64): Meaning {
  return (s, destination, source) =>
    s.put(destination, s.vector.interleave(half, width, s.get(destination), s.get(source)));
}

function unpack(letters: string, half: Half, width: 8 | 16 | 32 | 64, code: string) {
  return sse(
    letters,
    `interleaves the ${half} halves, ${width} bits in turn`,
    [`x,xm = ${code} /r`],
    interleaving(half, width),
  );
}

export const unpacks = [
  unpack('unpcklps', 'low', 32, '0f 14'),
  unpack('unpckhps', 'high', 32, '0f 15'),
  unpack('unpcklpd', 'low', 64, '66 0f 14'),
  unpack('unpckhpd', 'high', 64, '66 0f 15'),
  unpack('punpcklbw', 'low', 8, '66 0f 60'),
  unpack('punpcklwd', 'low', 16, '66 0f 61'),
  unpack('punpckldq', 'low', 32, '66 0f 62'),
  unpack('punpcklqdq', 'low', 64, '66 0f 6c'),
  unpack('punpckhbw', 'high', 8, '66 0f 68'),
  unpack('punpckhwd', 'high', 16, '66 0f 69'),
  unpack('punpckhdq', 'high', 32, '66 0f 6a'),
  unpack('punpckhqdq', 'high', 64, '66 0f 6d'),
];

/** Lanes of the first operand below, of the second above. */
function shuffling(width: 32 | 64): Meaning {
  return (s, destination, source, selector) =>
    s.put(destination, s.vector.shuffle(width, s.get(destination), s.get(source), s.get(selector)));
}

function shufflingWords(half: Half): Meaning {
  return (s, destination, source, selector) =>
    s.put(destination, s.vector.shuffleWords(half, s.get(source), s.get(selector)));
}

export const shuffles = [
  sse('shufps', 'two lanes of destination, then two of source', ['x,xm,i8 = 0f c6 /r ib'], shuffling(32)),
  sse('shufpd', 'one lane of destination, then one of source', ['x,xm,i8 = 66 0f c6 /r ib'], shuffling(64)),
  sse('pshufd', 'lanes of source in any order', ['x,xm,i8 = 66 0f 70 /r ib'], (s, destination, source, selector) => {
    const from = s.get(source);
    s.put(destination, s.vector.shuffle(32, from, from, s.get(selector)));
  }),
  sse('pshuflw', 'the low words in any order', ['x,xm,i8 = f2 0f 70 /r ib'], shufflingWords('low')),
  sse('pshufhw', 'the high words in any order', ['x,xm,i8 = f3 0f 70 /r ib'], shufflingWords('high')),
];

export const pinsrw = sse(
  'pinsrw',
  'one word of destination = source',
  ['x,rr32,i8 = 66 0f c4 /r ib', 'x,m16,i8 = 66 0f c4 /r ib'],
  (s, destination, source, selector) => {
    const value = s.get(source);
    const word = s.isMemory(source) ? value : s.truncate(value, 16);
    s.put(destination, s.vector.insertWord(s.get(destination), s.get(selector), word));
  },
);
export const pextrw = sse(
  'pextrw',
  'destination = one word of source',
  ['r32,xr,i8 = 66 0f c5 /r ib'],
  (s, destination, source, selector) =>
    s.put(destination, s.zeroExtend(s.vector.selectWord(s.get(source), s.get(selector)), 32)),
);
