import type { Fit } from './unpaged/extents.js';
import type { BlockDevice } from './vm/swap.js';

/** What lies outside the machine, as the kernel's devices. The kernel itself knows no host. */
export interface KernelHost {
  /** Output of a program: 1 standard output, 2 standard error. The bytes are the receiver's to keep. */
  write(stream: 1 | 2, bytes: Uint8Array): void;
  /** Input: at least one byte and at most `most`, waiting for it if need be; empty at the end; null when it cannot be read. */
  read(stream: 0, most: number): Uint8Array | null;
  /** The disk to swap to; null: none. */
  readonly swap: BlockDevice | null;
  /** What the program sees as `/`; null: an empty directory. */
  readonly files: HostFiles | null;
}

/** What the host says of one name. A name that is neither a file, a directory nor a link is not shown. */
export interface HostEntry {
  readonly kind: 'file' | 'directory' | 'link';
  /** Permission bits, as in st_mode. */
  readonly mode: number;
  /** Bytes of a file. */
  readonly size: number;
  /** Last change, in seconds since 1970. */
  readonly modified: number;
  /** Where a link points to; empty for others. */
  readonly target: string;
}

/**
 * A directory of the host that the program sees as `/`. It is only read. Paths have neither `.` nor `..` nor empty names, one character a byte,
 * names separated by `/`; the directory itself is the empty path. No function follows a link: the kernel does, within the directory.
 */
export interface HostFiles {
  /** null: nothing of that name. */
  look(path: string): HostEntry | null;
  /** Names in a directory; null: it cannot be read. */
  list(path: string): readonly string[] | null;
  /** The whole content of a file; null: it cannot be read. */
  read(path: string): Uint8Array | null;
}

export interface KernelOptions {
  /** Steps that a process may run while others are ready. */
  readonly quantum: number;
  /** Names in schedulers/ and vm/policies/. */
  readonly scheduler: string;
  readonly replacement: string;
  /** Without page tables: which hole of RAM a piece takes, and the number of fixed partitions; null: none. */
  readonly fit: Fit;
  readonly partitions: number | null;
  /** RLIMIT_STACK, in bytes, a multiple of 4096. */
  readonly stackLimit: number;
  /** Seed of AT_RANDOM and getrandom. */
  readonly seed: number;
  /** CLOCK_REALTIME when the machine starts, in seconds since 1970. */
  readonly epoch: number;
  /** Check all invariants after every trap (kernel/invariants.ts). */
  readonly check: boolean;
}
