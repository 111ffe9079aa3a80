import { descriptorCalls } from './descriptors.js';
import { identityCalls } from './identity.js';
import { limitCalls } from './limits.js';
import { memoryCalls } from './memory.js';
import { openCalls } from './open.js';
import { pathCalls } from './paths.js';
import { processCalls } from './process.js';
import { signalCalls } from './signals.js';
import type { Syscall } from './syscall.js';
import { timeCalls } from './time.js';
import { transferCalls } from './transfer.js';

const groups = [
  transferCalls,
  openCalls,
  pathCalls,
  descriptorCalls,
  memoryCalls,
  processCalls,
  signalCalls,
  identityCalls,
  limitCalls,
  timeCalls,
];

/** Every system call, by its Linux x86-64 number (arch/x86/entry/syscalls/syscall_64.tbl). */
export const syscalls: ReadonlyMap<number, Syscall> = new Map(groups.flat().map((entry) => [entry.number, entry]));
