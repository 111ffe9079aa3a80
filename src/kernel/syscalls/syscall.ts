import type { Kernel } from '../kernel.js';
import type { Process } from '../process.js';

/** The caller is not to be answered now: it has exited, or will find its result in rax when it goes on. */
export const UNANSWERED = null;

/** A system call. The result is what rax gets: zero, a number, an address, or a negated error number. */
export interface Syscall {
  readonly number: number;
  readonly name: string;
  /** How many arguments it takes. */
  readonly arity: number;
  readonly call: (kernel: Kernel, process: Process, args: Arguments) => number | null;
}

export const syscall = (number: number, name: string, arity: number, call: Syscall['call']): Syscall => ({
  number,
  name,
  arity,
  call,
});

/** The six arguments of a system call, in the types that C gives them. */
export class Arguments {
  readonly raw: readonly bigint[];

  constructor(raw: readonly bigint[]) {
    this.raw = raw;
  }

  /** An address or size_t. Exact below 2^53; what is larger is no user address anyway. */
  size(index: number): number {
    return Number(this.raw[index]!);
  }

  /** An int: the low 32 bits, signed. */
  int(index: number): number {
    return Number(BigInt.asIntN(32, this.raw[index]!));
  }

  /** A long: 64 bits, signed. */
  long(index: number): number {
    return Number(BigInt.asIntN(64, this.raw[index]!));
  }
}
