import { VECTOR } from '../cpu/trap.js';
import { MXCSR } from '../isa/float-semantics.js';

/** Linux x86-64 signal numbers (asm/signal.h). */
export const SIGNAL = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGILL: 4,
  SIGTRAP: 5,
  SIGABRT: 6,
  SIGBUS: 7,
  SIGFPE: 8,
  SIGKILL: 9,
  SIGUSR1: 10,
  SIGSEGV: 11,
  SIGUSR2: 12,
  SIGPIPE: 13,
  SIGALRM: 14,
  SIGTERM: 15,
  SIGSTKFLT: 16,
  SIGCHLD: 17,
  SIGCONT: 18,
  SIGSTOP: 19,
  SIGTSTP: 20,
  SIGTTIN: 21,
  SIGTTOU: 22,
  SIGURG: 23,
  SIGXCPU: 24,
  SIGXFSZ: 25,
  SIGVTALRM: 26,
  SIGPROF: 27,
  SIGWINCH: 28,
  SIGIO: 29,
  SIGPWR: 30,
  SIGSYS: 31,
} as const;
export type SignalName = keyof typeof SIGNAL;
export const LAST_SIGNAL = 64;

/** Signals whose default action is not to kill (signal(7)). */
const HARMLESS = new Set<number>([
  SIGNAL.SIGCHLD,
  SIGNAL.SIGCONT,
  SIGNAL.SIGURG,
  SIGNAL.SIGWINCH,
  SIGNAL.SIGSTOP,
  SIGNAL.SIGTSTP,
  SIGNAL.SIGTTIN,
  SIGNAL.SIGTTOU,
]);

export const kills = (signal: number): boolean => signal !== 0 && !HARMLESS.has(signal);

const names = new Map<number, string>(Object.entries(SIGNAL).map(([name, number]) => [number, name]));
export const signalName = (signal: number): string => names.get(signal) ?? `SIG${signal}`;

/** A signal and its si_code. */
export interface Cause {
  readonly signal: SignalName;
  readonly code: string;
}

/** What Linux sends for an exception in user mode (arch/x86/kernel/traps.c); page faults are decided by the areas. */
const causes = new Map<number, Cause>([
  [VECTOR.divideError, { signal: 'SIGFPE', code: 'FPE_INTDIV' }],
  [VECTOR.debug, { signal: 'SIGTRAP', code: 'TRAP_TRACE' }],
  [VECTOR.breakpoint, { signal: 'SIGTRAP', code: 'SI_KERNEL' }],
  [VECTOR.invalidOpcode, { signal: 'SIGILL', code: 'ILL_ILLOPN' }],
  [VECTOR.stackFault, { signal: 'SIGBUS', code: 'SI_KERNEL' }],
  [VECTOR.generalProtection, { signal: 'SIGSEGV', code: 'SI_KERNEL' }],
  [VECTOR.alignmentCheck, { signal: 'SIGBUS', code: 'BUS_ADRALN' }],
]);

/** Exceptions of MXCSR in the order in which Linux looks for one that is not masked (arch/x86/kernel/fpu/core.c, fpu__exception_code). */
const floatCodes: readonly (readonly [exceptions: number, code: string])[] = [
  [MXCSR.invalid, 'FPE_FLTINV'],
  [MXCSR.divideByZero, 'FPE_FLTDIV'],
  [MXCSR.overflow, 'FPE_FLTOVF'],
  [MXCSR.underflow | MXCSR.denormal, 'FPE_FLTUND'],
  [MXCSR.precision, 'FPE_FLTRES'],
];

/** The signal for an exception; `mxcsr` tells the exceptions of SSE apart. */
export function causeOf(vector: number, mxcsr: number): Cause {
  if (vector !== VECTOR.simdFloatingPoint) return causes.get(vector) ?? { signal: 'SIGSEGV', code: 'SI_KERNEL' };
  const unmasked = mxcsr & ~(mxcsr >>> MXCSR.maskShift);
  const code = floatCodes.find(([exceptions]) => (unmasked & exceptions) !== 0)?.[1] ?? 'FPE_FLTUNK';
  return { signal: 'SIGFPE', code };
}
