import { descriptorCalls } from './descriptors.js';
import { identityCalls } from './identity.js';
import { memoryCalls } from './memory.js';
import { processCalls } from './process.js';
import type { Syscall } from './syscall.js';
import { timeCalls } from './time.js';

/** Every system call, by its Linux x86-64 number (arch/x86/entry/syscalls/syscall_64.tbl). */
export const syscalls: ReadonlyMap<number, Syscall> = new Map(
  [...descriptorCalls, ...memoryCalls, ...processCalls, ...identityCalls, ...timeCalls].map((entry) => [
    entry.number,
    entry,
  ]),
);
