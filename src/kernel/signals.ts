import { VECTOR } from '../cpu/trap.js';

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
  [VECTOR.simdFloatingPoint, { signal: 'SIGFPE', code: 'FPE_FLTINV' }],
]);

export const causeOf = (vector: number): Cause => causes.get(vector) ?? { signal: 'SIGSEGV', code: 'SI_KERNEL' };
