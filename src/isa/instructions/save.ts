import { instruction } from '../instruction.js';
import type { Meaning } from '../semantics.js';

const referenceOnly = { referenceOnly: true };
const VECTOR_REGISTERS = 16;
/** Of x87 there are a control word with every exception masked and nothing else: all its registers are empty. */
const CONTROL_WORD = 0x37f;
const MXCSR_MASK = 0xffff;
/** Vectors of 16 bytes in front of the XMM registers: two of control, eight of x87. */
const X87_VECTORS = 8;

/** In references of 16 bytes, 26 of them (Intel SDM vol. 1, table 10-2); the rest of the 512 bytes is not touched. */
const saveVectors: Meaning = (s, destination) => {
  const address = s.address(destination);
  const at = (index: number) => s.add(address, s.constant(16 * index, 64));
  const mask = s.constant(BigInt(MXCSR_MASK) << 32n, 64);
  const empty = s.zeroExtend(s.constant(0, 64), 128);
  s.put(destination, s.zeroExtend(s.constant(CONTROL_WORD, 64), 128));
  s.store(at(1), s.vector.fromLanes([s.constant(0, 64), s.or(s.zeroExtend(s.float.control(), 64), mask)]));
  for (let index = 0; index < X87_VECTORS; index++) s.store(at(2 + index), empty);
  for (let number = 0; number < VECTOR_REGISTERS; number++) {
    s.store(at(2 + X87_VECTORS + number), s.system.vectorRegister(number));
  }
};

/** What belongs to x87 is read and forgotten. */
const restoreVectors: Meaning = (s, source) => {
  const address = s.address(source);
  const at = (index: number) => s.add(address, s.constant(16 * index, 64));
  s.get(source);
  const control = s.vector.lane(s.load(at(1), 128), 32, 2);
  for (let index = 0; index < X87_VECTORS; index++) s.load(at(2 + index), 128);
  for (let number = 0; number < VECTOR_REGISTERS; number++) {
    s.system.setVectorRegister(number, s.load(at(2 + X87_VECTORS + number), 128));
  }
  s.float.setControl(control);
};

const saved = 'x87 (empty), MXCSR and the XMM registers';

export const fxsave = [
  instruction('fxsave', `destination = ${saved}`, ['m128 = 0f ae /0 ; 32 sse plain'], saveVectors, referenceOnly),
  instruction('fxsave64', `destination = ${saved}`, ['m128 = 0f ae /0 ; 64 sse plain'], saveVectors, referenceOnly),
  instruction('fxrstor', 'MXCSR, XMM = source', ['m128 = 0f ae /1 ; 32 sse plain'], restoreVectors, referenceOnly),
  instruction('fxrstor64', 'MXCSR, XMM = source', ['m128 = 0f ae /1 ; 64 sse plain'], restoreVectors, referenceOnly),
];
