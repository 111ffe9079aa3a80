import type { BlockDevice } from './vm/swap.js';

/** What lies outside the machine, as the kernel's devices. The kernel itself knows no host. */
export interface KernelHost {
  /** Output of a program: 1 standard output, 2 standard error. The bytes are the receiver's to keep. */
  write(stream: 1 | 2, bytes: Uint8Array): void;
  /** Input: at least one byte and at most `most`, waiting for it if need be; empty at the end; null when it cannot be read. */
  read(stream: 0, most: number): Uint8Array | null;
  /** The disk to swap to; null: none. */
  readonly swap: BlockDevice | null;
}

export interface KernelOptions {
  /** Steps that a process may run while others are ready. */
  readonly quantum: number;
  /** Names in schedulers/ and vm/policies/. */
  readonly scheduler: string;
  readonly replacement: string;
  /** RLIMIT_STACK, in bytes, a multiple of 4096. */
  readonly stackLimit: number;
  /** Seed of AT_RANDOM and getrandom. */
  readonly seed: number;
  /** CLOCK_REALTIME when the machine starts, in seconds since 1970. */
  readonly epoch: number;
  /** Check all invariants after every trap (kernel/invariants.ts). */
  readonly check: boolean;
}
