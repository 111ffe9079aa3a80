/** Exception vectors (Intel SDM vol. 3, table 6-1). */
export const VECTOR = {
  divideError: 0,
  debug: 1,
  breakpoint: 3,
  invalidOpcode: 6,
  doubleFault: 8,
  stackFault: 12,
  generalProtection: 13,
  pageFault: 14,
  alignmentCheck: 17,
  /** #XM: an unmasked exception of SSE arithmetic. */
  simdFloatingPoint: 19,
  /** Not an exception: the `syscall` instruction. */
  syscall: 256,
  /** Not an exception: `hlt` at CPL 0. */
  halt: 257,
  /** Not an exception: a TLB that software refills has missed (mmu/README.md, section 4). Address and error code as of a page fault, P = 0. */
  tlbRefill: 258,
} as const;

/** Bits of the page-fault error code (Intel SDM vol. 3, 4.7). */
export const PF_ERROR = { present: 1, write: 2, user: 4, reserved: 8, fetch: 16 } as const;

/**
 * Why an engine returned. `budget`: the step count is exhausted. `trap`: STATE.trapVector, trapErrorCode and trapAddress say what happened
 * (trapAddress = CR2 for a page fault). For faults rip is at the instruction, which has had no effect; for syscall, breakpoint and halt it is
 * behind it, and the instruction is complete and counted.
 */
export type Stop = 'budget' | 'trap';

/**
 * An engine executes instructions on the state in the one buffer. It never calls the kernel.
 * After `run` returns, the buffer is complete and current: registers, rflags, counters, TLB.
 */
export interface Engine {
  readonly name: string;
  /** Executes until `steps` more steps (COUNTER.steps) have completed or a trap. `steps` is a positive integer below 2^52. */
  run(steps: number): Stop;
  /**
   * Bytes of the buffer were changed by other ways than the usual: a snapshot was restored, another engine ran, a test wrote TLB entries. Not
   * needed after changes of registers, flags and mode, after what went through the Mmu (CR3, invalidations), or through PhysicalMemory's methods.
   */
  stateChanged(): void;
}
