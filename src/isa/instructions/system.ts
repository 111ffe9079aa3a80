import { FLAG_BIT, FLAGS_FIXED, STATUS_MASK } from '../flags.js';
import { instruction } from '../instruction.js';
import { R11, RAX, RBX, RCX, RDX } from '../registers.js';
import type { Meaning, Semantics } from '../semantics.js';

const INVALID_OPCODE = 6;
const nothing: Meaning = () => {};

/** `90` without REX.B; with it, the byte is xchg. */
export const nop = instruction('nop', 'nothing', ['= 90', 'rm = 0f 1f /r'], nothing);
/** Opcodes kept for hints: processors that do not know the hint do nothing (Intel SDM vol. 2, table A-3). */
export const reservedNop = instruction(
  'nop',
  'nothing; opcodes kept for hints',
  [
    ...[4, 5, 6, 7].map((digit) => `rm = 0f 18 /${digit} ; decode`),
    ...[0, 1, 2, 3].map((digit) => `rr = 0f 18 /${digit} ; decode`),
    ...['19', '1a', '1b', '1d', '1e'].map((opcode) => `rm = 0f ${opcode} /r ; decode`),
    'rr = 0f 1c /0 ; decode',
    ...[1, 2, 3, 4, 5, 6, 7].map((digit) => `rm = 0f 1c /${digit} ; decode`),
  ],
  nothing,
  { referenceOnly: true },
);
export const pause = instruction('pause', 'nothing; a hint in spin loops', ['= f3 90'], nothing);
export const endbr64 = instruction(
  'endbr64',
  'nothing; marks a target of indirect branches',
  ['= f3 0f 1e fa'],
  nothing,
);
export const endbr32 = instruction('endbr32', 'nothing; for 32-bit mode', ['= f3 0f 1e fb'], nothing);
/** Without shadow stacks these do nothing: libraries rely on it to find out. */
export const rdssp = [
  instruction('rdsspd', 'nothing; there are no shadow stacks', ['rr32 = f3 0f 1e /1 ; plain'], nothing),
  instruction('rdsspq', 'nothing; there are no shadow stacks', ['rr64 = f3 0f 1e /1 ; plain'], nothing),
];
export const prefetch = ['nta', 't0', 't1', 't2'].map((hint, digit) =>
  instruction(`prefetch${hint}`, 'nothing; a hint', [`m8 = 0f 18 /${digit}`], nothing),
);

/** What 3DNow! left to all later processors (`prefetch` and `prefetchw` themselves: float.ts), and a later hint. */
export const laterHints = [
  instruction(
    'prefetch',
    'nothing; a hint',
    [3, 4, 5, 6, 7].map((digit) => `m8 = 0f 0d /${digit} ; plain decode`),
    nothing,
  ),
  instruction('prefetchwt1', 'nothing; a hint', ['m8 = 0f 0d /2 ; plain'], nothing),
  instruction('cldemote', 'nothing; a hint', ['m8 = 0f 1c /0 ; plain'], nothing),
];

export const int3 = instruction('int3', 'traps to the debugger', ['= cc'], (s) => s.trap('breakpoint'));
export const ud2 = instruction('ud2', 'raises the invalid-opcode exception', ['= 0f 0b'], (s) =>
  s.fault(INVALID_OPCODE),
);
export const int1 = instruction('int1', 'raises the debug exception behind itself', ['= f1'], (s) => s.trap('debug'), {
  referenceOnly: true,
});
/** With operands that are never looked at. */
export const undefinedOpcodes = [
  instruction('ud0', 'raises the invalid-opcode exception', ['r,rm = 0f ff /r'], (s) => s.fault(INVALID_OPCODE)),
  instruction('ud1', 'raises the invalid-opcode exception', ['r,rm = 0f b9 /r'], (s) => s.fault(INVALID_OPCODE)),
];
export const hlt = instruction('hlt', 'stops until an interrupt', ['= f4 ; cpl0'], (s) => s.trap('halt'));

/** rcx and r11 keep what the kernel needs to return (Intel SDM vol. 2, SYSCALL). The kernel masks flags. */
export const syscall = instruction('syscall', 'calls the kernel', ['= 0f 05'], (s) => {
  s.setRegister(RCX, s.next());
  s.setRegister(R11, s.readFlags());
  s.trap('syscall');
});

const carry =
  (value: 0 | 1): Meaning =>
  (s) =>
    s.setFlagValues({ cf: s.constant(value, 1) });
const direction =
  (value: 0 | 1): Meaning =>
  (s) =>
    s.setFlagValues({ df: s.constant(value, 1) });
const interrupts =
  (value: 0 | 1): Meaning =>
  (s) => {
    const bit = 1 << FLAG_BIT.if;
    s.writeFlags(s.constant(value * bit, 64), bit);
  };

export const clc = instruction('clc', 'CF = 0', ['= f8'], carry(0));
export const stc = instruction('stc', 'CF = 1', ['= f9'], carry(1));
export const cmc = instruction('cmc', 'CF = not CF', ['= f5'], (s) =>
  s.setFlagValues({ cf: s.xor(s.flag('cf'), s.constant(1, 1)) }),
);
export const cld = instruction('cld', 'DF = 0: strings go up', ['= fc'], direction(0));
export const std = instruction('std', 'DF = 1: strings go down', ['= fd'], direction(1));
export const cli = instruction('cli', 'IF = 0: no interrupts', ['= fa ; cpl0'], interrupts(0));
export const sti = instruction('sti', 'IF = 1: interrupts', ['= fb ; cpl0'], interrupts(1));

/** The flags that lahf and sahf carry: SF, ZF, AF, PF, CF. */
const LOW_FLAGS = STATUS_MASK & 0xff;

export const lahf = instruction('lahf', 'ah = the low byte of the flags', ['= 9f'], (s) => {
  const flags = s.and(s.truncate(s.readFlags(), 8), s.constant(LOW_FLAGS, 8));
  s.setHigh8(s.or(flags, s.constant(FLAGS_FIXED, 8)));
});

export const sahf = instruction('sahf', 'the low byte of the flags = ah', ['= 9e'], (s) =>
  s.writeFlags(s.zeroExtend(s.high8(), 64), LOW_FLAGS),
);

/** One answer of cpuid: eax, ebx, ecx, edx. */
type Leaf = readonly [leaf: number, eax: number, ebx: number, ecx: number, edx: number];

function ascii(text: string): number {
  return [...text].reduceRight((value, letter) => value * 256 + letter.charCodeAt(0), 0);
}

/**
 * What this processor says it is: x86-64-v1 and nothing above it, so that C libraries choose code without SSE3 and AVX.
 * Features: FPU TSC CX8 CMOV MMX FXSR SSE SSE2; SYSCALL NX LM, LAHF. Other leaves are zero.
 */
const LEAVES: readonly Leaf[] = [
  [0, 1, ascii('page'), ascii(' cpu'), ascii('walk')],
  [1, 0x600, 0, 0, 0x07808111],
  [0x80000000, 0x80000001, 0, 0, 0],
  [0x80000001, 0x600, 0, 1, 0x20100800],
];

function answer<V>(s: Semantics<V>, column: 1 | 2 | 3 | 4): V {
  const asked = s.register(RAX, 32);
  let value = s.constant(0, 32);
  for (const leaf of LEAVES) {
    value = s.select(s.equal(asked, s.constant(leaf[0], 32)), s.constant(leaf[column], 32), value);
  }
  return value;
}

export const cpuid = instruction('cpuid', 'eax, ebx, ecx, edx = what the processor is', ['= 0f a2'], (s) => {
  const values = ([1, 2, 3, 4] as const).map((column) => answer(s, column));
  [RAX, RBX, RCX, RDX].forEach((number, index) => {
    s.setRegister(number, values[index]!);
  });
});
