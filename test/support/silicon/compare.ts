import { decode } from '../../../src/codec/decode.js';
import { FLAG_BIT } from '../../../src/isa/flags.js';
import { undefinedFlagsOf } from '../../../src/isa/instruction.js';
import { operandSlots } from '../../../src/isa/operands.js';
import { RCX } from '../../../src/isa/registers.js';
import { instructionOf } from '../../../src/isa/table.js';
import { type Case, COMPARED_FLAGS, type Outcome, type Vectors } from './layout.js';

/** RFLAGS bits that the manual leaves undefined after this case. */
export function undefinedMask(test: Case): number {
  const entry = instructionOf[test.form]!;
  return undefinedFlagsOf(entry, test.width, shiftCount(test)).reduce((mask, flag) => mask | (1 << FLAG_BIT[flag]), 0);
}

/** The count operand of a shift as the processor masks it. */
function shiftCount(test: Case): number {
  const entry = instructionOf[test.form]!;
  if (typeof entry.undefinedFlags !== 'function') return 0;
  const decoded = decode(test.code, 0, test.code.length);
  if (typeof decoded === 'string') return 0;
  const { place } = operandSlots(decoded.form, decoded.width).at(-1)!;
  const count = place === 'one' ? 1n : place === 'immediate' ? decoded.immediate : test.registers[RCX]!;
  return Number(count & (decoded.width === 64 ? 63n : 31n));
}

/**
 * Results that the manuals leave open and vendors answer differently: what a 32-bit register destination keeps in its upper half
 * when bsf and bsr find nothing or cmpxchg fails, and how much movsxd reads at width 16. The model follows AMD.
 */
export function differsByVendor(test: Case): boolean {
  const { mnemonic } = instructionOf[test.form]!;
  if (mnemonic === 'movsxd') return test.width === 16;
  return test.width === 32 && ['bsf', 'bsr', 'cmpxchg'].includes(mnemonic);
}

type Compare = (what: string, a: bigint | number, b: bigint | number) => void;

/** Of an estimate, processors give about 12 bits. */
function compareVectors(test: Case, expected: Vectors, actual: Vectors, compare: Compare): void {
  compare('mxcsr', expected.mxcsr, actual.mxcsr);
  const close = /^r(cp|sqrt)/.test(instructionOf[test.form]!.mnemonic);
  expected.xmm.forEach((value, number) => {
    const other = actual.xmm[number]!;
    if (!close || !isClose(value, other)) compare(`xmm${number}`, value, other);
  });
}

/** Relative error of the estimates (Intel SDM vol. 2, RCPPS). */
const ESTIMATE_ERROR = 1.5 * 2 ** -12;
/** The smallest normal single: below it, estimates are zero. */
const SMALLEST = 2 ** -126;

function isClose(a: bigint, b: bigint): boolean {
  const view = new DataView(new ArrayBuffer(32));
  [a, b].forEach((value, index) => {
    view.setBigUint64(16 * index, BigInt.asUintN(64, value), true);
    view.setBigUint64(16 * index + 8, value >> 64n, true);
  });
  return [0, 4, 8, 12].every((at) => {
    const [x, y] = [view.getFloat32(at, true), view.getFloat32(at + 16, true)];
    const same = view.getUint32(at, true) === view.getUint32(at + 16, true);
    return same || Math.abs(x - y) <= Math.max(2 * ESTIMATE_ERROR * Math.abs(y), SMALLEST);
  });
}

const ZERO_FLAG = 0x40;

const GENERAL_PROTECTION = 13;
/** Selector of the segment whose limit Linux makes the number of the CPU. */
const CPU_NUMBER = 0x78;

/**
 * What the model does otherwise on purpose: 32-bit mode, to which far transfers to 0x20 lead, does not exist; lret to a bad selector reads no
 * stack segment first; ud0 and ud1 are fetched whole before they are refused; the segment in which Linux keeps the number of the CPU is not there.
 */
function isDeparture(test: Case, expected: Outcome, actual: Outcome): boolean {
  const { mnemonic } = instructionOf[test.form]!;
  if (actual.vector === GENERAL_PROTECTION && actual.errorCode === CPU_NUMBER && expected.vector < 0) return true;
  if (/^(lar|lsl|verr)$/.test(mnemonic)) return (expected.flags & ~actual.flags & ZERO_FLAG) !== 0;
  if (/^ud[01]$/.test(mnemonic)) return expected.vector === 6 && actual.vector === 14;
  if (!/^l(ret|jmp|call)$/.test(mnemonic) || actual.vector !== GENERAL_PROTECTION) return false;
  return actual.errorCode === 0x20 || (mnemonic === 'lret' && expected.vector === 14);
}

/** How two outcomes of a case differ, as a list of short sentences; empty when they do not. */
export function differences(test: Case, expected: Outcome, actual: Outcome, everyFlag = false): string[] {
  const found: string[] = [];
  // AMD's processors have a mode for misaligned operands, bit 17 of MXCSR.
  if (((expected.vectors?.mxcsr ?? 0) & 0x2_0000) !== 0) return [];
  if (isDeparture(test, expected, actual)) return [];
  const hex = (value: bigint | number) => `0x${value.toString(16)}`;
  const compare = (what: string, a: bigint | number, b: bigint | number) => {
    if (a !== b) found.push(`${what}: processor ${hex(a)}, model ${hex(b)}`);
  };
  compare('vector', expected.vector, actual.vector);
  // What the kernel has mapped in its half is its own affair: there P means nothing.
  const known = expected.vector === 14 && expected.address >> 63n === 1n ? ~1 : -1;
  compare('error code', expected.errorCode & known, actual.errorCode & known);
  compare('fault address', expected.address, actual.address);
  compare('rip', expected.rip, actual.rip);
  const mask = COMPARED_FLAGS & ~(expected.vector < 0 && !everyFlag ? undefinedMask(test) : 0);
  compare('flags', expected.flags & mask, actual.flags & mask);
  expected.registers.forEach((value, number) => {
    compare(`register ${number}`, value, actual.registers[number]!);
  });
  if (expected.vectors !== null) compareVectors(test, expected.vectors, actual.vectors!, compare);
  const words = (outcome: Outcome) => outcome.changes.map(([at, value]) => `${hex(at)}=${hex(value)}`).join(' ');
  // A faulting enter of a nested procedure may have written below the stack already: the model writes nothing.
  const halfDone = expected.vector >= 0 && instructionOf[test.form]!.mnemonic === 'enter';
  if (!halfDone && words(expected) !== words(actual))
    found.push(`memory: processor ${words(expected)}, model ${words(actual)}`);
  return found;
}
